"""Tasks up to the council: lists to come in, dossiers to complete, the session to hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from thiduaqt.services.nominations import NominationRow
from thiduaqt.services.season_facts import Facts
from thiduaqt.services.task import Task, names_of, opened

# The steps of a session as the council screen counts them: members, list, votes, minutes.
_LIST, _VOTES = 1, 2
_MISSING_WORDS = {
    "MISSING_NAME": "họ tên",
    "MISSING_GROUP": "nhóm đối tượng",
    "MISSING_ACHIEVEMENT": "tóm tắt thành tích",
    "MISSING_CRITERION": "xác nhận điều kiện",
    "MISSING_CHECKS": "tiêu chí cần có",
}


def before_decision(facts: Facts) -> list[Task]:
    """Return the tasks from the first list to the locked result."""
    return [*_lists(facts), *_waiting_rows(facts), *_dossiers(facts), *_council(facts)]


def _lists(facts: Facts) -> list[Task]:
    lists = facts.lists
    total, silent = len(lists.units), len(lists.silent)
    if not lists.units and not facts.rows:
        return [
            Task(
                key="units",
                title="Chưa có đơn vị nào",
                detail="Nhập các thôn, trường, đoàn thể và cơ quan của xã.",
                button="Nhập đơn vị",
                screen="units",
            )
        ]
    if not facts.rows:
        return [
            Task(
                key="lists",
                title="Chưa có hồ sơ đề nghị nào",
                detail=f"Nhập danh sách Excel của {total} đơn vị, hoặc gõ từng hồ sơ.",
                button="Nhập danh sách",
                screen="intake",
            )
        ]
    heard = f"đã có hồ sơ của {total - silent}/{total} đơn vị"
    if not silent or _before_council(facts):
        return [Task(key="lists", title="Nhận danh sách đề nghị", detail=heard, state="done")]
    return [
        Task(
            key="lists",
            title=f"{silent} đơn vị chưa có hồ sơ đề nghị",
            detail=f"{names_of(lists.silent)} · {heard}",
            state="doing",
            look="warn",
            button=f"Xem {silent} đơn vị",
            screen="units",
            filters={"state": "silent"},
        )
    ]


def _before_council(facts: Facts) -> bool:
    """Tell whether nominations are already before the council: then the lists are closed."""
    return facts.sitting is not None and facts.sitting.rows > 0


def _waiting_rows(facts: Facts) -> list[Task]:
    waiting = facts.lists.waiting_rows
    if not waiting:
        return []
    return [
        Task(
            key="waiting_rows",
            title=f"{waiting} dòng trong danh sách chưa nhập được",
            detail="Các dòng này được giữ lại cùng lý do, chưa vào hồ sơ.",
            look="warn",
            button=f"Xem {waiting} dòng",
            screen="intake",
            filters={"waiting": "1"},
        )
    ]


def _dossiers(facts: Facts) -> list[Task]:
    if facts.sitting is not None and facts.sitting.locked:
        outside = sum(row.state == "draft" for row in facts.rows)
        detail = f"{len(facts.rows)} hồ sơ" + (f", {outside} ngoài phiên họp" if outside else "")
        return [Task(key="check", title="Kiểm tra điều kiện hồ sơ", detail=detail, state="done")]
    missing = facts.open_rows("missing")
    blocked = facts.open_rows("blocked")
    unchecked, review = facts.open_rows("unchecked"), facts.open_rows("review")
    found: list[Task] = []
    if missing:
        found.append(
            _rows_task("missing", f"{len(missing)} hồ sơ còn thiếu", missing, look="error")
        )
        found[-1] = replace(found[-1], detail=_what_is_missing(missing, facts.paper_names))
    if blocked:
        title = f"{len(blocked)} hồ sơ không đủ điều kiện"
        found.append(_rows_task("blocked", title, blocked, look="error"))
    if unchecked or review:
        parts = [(len(unchecked), "chưa kiểm tra"), (len(review), "cần xem lại")]
        words = [f"{count} hồ sơ {what}" for count, what in parts if count]
        title = ", ".join([words[0], *(word.replace(" hồ sơ", "") for word in words[1:])])
        state = "review" if review else "unchecked"
        task = _rows_task("review", title, [*unchecked, *review], look="pending")
        found.append(replace(task, button="Kiểm tra", filters={"state": state}))
    if facts.rows and not found:
        detail = f"{len(facts.rows)} hồ sơ"
        found.append(
            Task(key="check", title="Kiểm tra điều kiện hồ sơ", detail=detail, state="done")
        )
    return found


def _rows_task(key: str, title: str, rows: Iterable[NominationRow], *, look: str) -> Task:
    names = [row.display for row in rows]
    return Task(
        key=key,
        title=title,
        detail=names_of(names),
        state="doing",
        look=look,
        button=f"Xem {len(names)} hồ sơ",
        screen="nominations",
        filters={"state": key},
    )


def _what_is_missing(rows: Iterable[NominationRow], papers: Mapping[str, str]) -> str:
    """Return what the dossiers lack, each thing with the number of dossiers that lack it."""
    counts: dict[str, int] = {}
    for row in rows:
        lacking = {
            papers.get(found.field, "giấy tờ")
            if found.code == "MISSING_PAPER"
            else _MISSING_WORDS[found.code]
            for found in row.findings
            if found.code == "MISSING_PAPER" or found.code in _MISSING_WORDS
        }
        for what in lacking:
            counts[what] = counts.get(what, 0) + 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return opened(" · ".join(f"{what} {count}" for what, count in ordered))


def _council(facts: Facts) -> list[Task]:
    title = "Họp Hội đồng Thi đua - Khen thưởng"
    sitting = facts.sitting
    ready = len(facts.open_rows("eligible", "review", "override"))
    task = Task(key="council", title=title, screen="council")
    if sitting is None:
        if not ready:
            return [replace(task, state="waiting", waits_for="chờ hồ sơ đủ điều kiện", screen="")]
        who = "" if facts.members else " · chưa có thành viên Hội đồng"
        return [replace(task, detail=f"{ready} hồ sơ đủ điều kiện{who}", button="Chuẩn bị…")]
    if sitting.locked:
        return [replace(task, state="done", detail=f"{sitting.rows} hồ sơ", screen="")]
    if not sitting.rows:
        return [
            replace(
                task,
                state="doing",
                look="pending",
                detail="chưa đưa hồ sơ nào vào phiên họp",
                button="Chọn hồ sơ",
                filters={"step": _LIST},
            )
        ]
    if sitting.counted < sitting.rows:
        counted = f"đã gõ phiếu của {sitting.counted}/{sitting.rows} hồ sơ"
        return [
            replace(
                task,
                state="doing",
                look="pending",
                detail=counted,
                button="Mở phiên họp",
                filters={"step": _VOTES},
            )
        ]
    return [
        replace(
            task,
            title="Chốt kết quả phiên họp",
            detail=f"đã gõ phiếu của cả {sitting.rows} hồ sơ",
            state="doing",
            look="pending",
            button="Chốt kết quả",
            filters={"step": _VOTES},
        )
    ]
