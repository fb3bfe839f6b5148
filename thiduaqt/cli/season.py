"""Commands of a season: a new data file, lists in, the check, the decision, papers out."""

from __future__ import annotations

from pathlib import Path

import click

from thiduaqt.cli.output import any_path, data_argument, json_option, opened, refuses_in_words, say
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.page import Mode
from thiduaqt.services.session import Session, create_session

decision_option = click.option("--decision", "number", required=True, help="Số quyết định.")


@click.command()
@data_argument
@click.option("--commune", required=True, help="Tên xã, phường, đặc khu (gõ không dấu cũng được).")
@click.option("--province", required=True, help="Tên tỉnh, thành phố.")
@click.option("--pack", "pack_code", required=True, help="Mã mẫu phong trào (lệnh pack list).")
@click.option(
    "--year", type=click.IntRange(2000, 2100), help="Năm của đợt khen hằng năm (mặc định: năm nay)."
)
@json_option
@refuses_in_words
def new(
    data: Path, commune: str, province: str, pack_code: str, year: int | None, as_json: bool
) -> None:
    """Tạo tệp dữ liệu mới cho một xã, phường."""
    from thiduaqt.services import setup

    place = setup.commune_named(commune, province)
    setup.pack(pack_code)
    session = create_session(data)
    try:
        answers = setup.default_answers(
            place, year=session.today().year if year is None else year, pack_code=pack_code
        )
        setup.set_up(session, answers)
        rounds = [
            item
            for movement in setup.movements(session)
            for item in setup.rounds(session, movement.id)
        ]
        office = session.office()
    finally:
        session.close()
    say(
        as_json,
        {
            "data": str(data),
            "office": office.committee,
            "province": office.province,
            "pack": pack_code,
            "rounds": [item.name for item in rounds],
        },
        [f"Đã tạo {data} cho {office.committee}.", *(f"Đợt: {item.name}" for item in rounds)],
    )


@click.command("list")
@data_argument
@json_option
@refuses_in_words
def list_(data: Path, as_json: bool) -> None:
    """Liệt kê hồ sơ đề nghị của đợt đang làm."""
    from thiduaqt.services import nominations, rounds

    with opened(data) as session:
        rows = nominations.listing(session, rounds.current(session).id)
    say(
        as_json,
        [
            {
                "ordinal": row.ordinal,
                "name": row.display,
                "kind": row.kind,
                "birth": row.birth,
                "post": row.post,
                "unit": row.unit_name,
                "award": row.award,
                "state": row.state,
                "check": row.check,
            }
            for row in rows
        ],
        [f"{row.ordinal}\t{row.display}\t{row.unit_name}\t{row.check_words}" for row in rows],
    )


@click.command()
@data_argument
@json_option
@refuses_in_words
def check(data: Path, as_json: bool) -> None:
    """Kiểm tra điều kiện từng hồ sơ, kèm lý do và căn cứ."""
    from thiduaqt.services import nominations, rounds

    with opened(data) as session:
        rows = nominations.listing(session, rounds.current(session).id)
    document = [
        {
            "ordinal": row.ordinal,
            "name": row.display,
            "check": row.check,
            "words": row.check_words,
            "findings": [
                {
                    "code": item.code,
                    "severity": item.severity,
                    "message": item.message,
                    "source": item.source,
                }
                for item in row.findings
            ],
        }
        for row in rows
    ]
    lines: list[str] = []
    for row in rows:
        lines.append(f"{row.ordinal}. {row.display}: {row.check_words}")
        lines.extend(
            f"   - {item.message}" + (f" ({item.source})" if item.source else "")
            for item in row.findings
            if item.severity != "note"
        )
    say(as_json, document, lines)


@click.command()
@data_argument
@click.option("--number", required=True, help="Số quyết định, ví dụ 131/QĐ-UBND.")
@click.option("--date", "day", required=True, help="Ngày ký, ví dụ 2026-12-10.")
@click.option("--signer", "signer_name", help="Họ tên người ký (nếu chưa khai trong phần mềm).")
@click.option("--exceed-quota", "reason", help="Lý do khen vượt số lượng của kế hoạch.")
@json_option
@refuses_in_words
def decide(
    data: Path,
    number: str,
    day: str,
    signer_name: str | None,
    reason: str | None,
    as_json: bool,
) -> None:
    """Ban hành quyết định từ phiên họp đã chốt; khen thưởng vào sổ."""
    from thiduaqt.services import decisions, register

    with opened(data) as session:
        decision_id = _only_draft(session)
        if signer_name:
            _sign_as(session, decision_id, signer_name)
        if reason:
            decisions.edit(session, decision_id, over_quota_reason=reason)
        decisions.decide(session, [decision_id], number=number, day=day)
        rows = register.listing(session, decision_id)
    say(
        as_json,
        {
            "decision": rows[0].decision_number,
            "date": rows[0].decision_date,
            "awarded": [
                {
                    "name": row.name,
                    "kind": row.kind,
                    "award": row.award_name,
                    "ordinal": row.ordinal,
                    "money": row.money,
                }
                for row in rows
            ],
        },
        [
            f"Đã ban hành quyết định {rows[0].decision_number}: {len(rows)} đối tượng.",
            *(f"{row.ordinal}\t{row.name}" for row in rows),
        ],
    )


def _only_draft(session: Session) -> str:
    from thiduaqt.domain.records import CouncilSession
    from thiduaqt.services import decisions

    for sitting in session.store.all(CouncilSession, state="locked"):
        decisions.draft(session, sitting.id)
    drafts = [item for item in decisions.listing(session) if item.state == "draft"]
    if len(drafts) == 1:
        return drafts[0].id
    if drafts:
        raise NotAllowed("Có nhiều dự thảo quyết định.", todo="Ban hành từng dự thảo ở cửa sổ.")
    raise NotAllowed(
        "Chưa có phiên họp nào chốt kết quả nên chưa có gì để quyết định.",
        todo="Nhập kết quả phiếu (lệnh council) trước.",
    )


def _sign_as(session: Session, decision_id: str, name: str) -> None:
    from dataclasses import replace

    from thiduaqt.domain.records import Decision
    from thiduaqt.domain.text import clean
    from thiduaqt.services import decisions

    signer = session.store.get(Decision, decision_id).signer
    if signer is None:
        raise NotAllowed("Chưa có thể thức ký.", todo="Khai người ký trong phần Cài đặt.")
    decisions.edit(session, decision_id, signer=replace(signer, name=clean(name)))


@click.command()
@data_argument
@decision_option
@click.option("--out", "folder", required=True, type=any_path)
@json_option
@refuses_in_words
def documents(data: Path, number: str, folder: Path, as_json: bool) -> None:
    """Tạo bộ văn bản và danh sách của một quyết định."""
    from thiduaqt.services import decisions, output

    with opened(data) as session:
        decision = decisions.by_number(session, number)
        made = output.make_papers(session, decision.id, folder)
    say(
        as_json,
        [{"kind": item.kind, "path": str(item.path), "kept_old": item.kept_old} for item in made],
        [str(item.path) for item in made],
    )


@click.command()
@data_argument
@decision_option
@click.option("--pdf", required=True, type=any_path)
@click.option("--overlay", is_flag=True, help="Chỉ in chữ lên phôi in sẵn.")
@json_option
@refuses_in_words
def certificates(data: Path, number: str, pdf: Path, overlay: bool, as_json: bool) -> None:
    """Xuất giấy khen của một quyết định ra PDF."""
    from thiduaqt.services import decisions
    from thiduaqt.ui.printing.certificates import export_pdf

    with opened(data) as session:
        decision = decisions.by_number(session, number)
        mode: Mode = "overlay" if overlay else "full"
        pages = len(export_pdf(session, decision.id, pdf, mode=mode))
    say(as_json, {"pdf": str(pdf), "pages": pages}, [f"{pdf}: {pages} tờ."])
