"""Decisions: drafted from a locked session, issued once; the register grows from them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.decisions import Line, full_number
from thiduaqt.domain.errors import NotAllowed, NotFound
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.records import (
    Award,
    CouncilSession,
    Decision,
    Movement,
    Nomination,
    Round,
    Signer,
)
from thiduaqt.domain.text import clean, clean_block
from thiduaqt.services.decision_lines import chosen_votes, day_of, lines, quotas
from thiduaqt.services.editing import BadValue, fit
from thiduaqt.services.session import Session
from thiduaqt.storage.transaction import Transaction

__all__ = [
    "SYMBOL",
    "by_number",
    "decide",
    "draft",
    "edit",
    "gate",
    "issue",
    "lines",
    "listing",
    "quotas",
    "reopen",
]

SYMBOL = "QĐ-UBND"


def draft(session: Session, council_session_id: str) -> Changes:
    """Draft the decision of a locked council session; the second call changes nothing.

    Raises NotAllowed while the result is not locked or nobody was chosen.
    """
    sitting = session.store.get(CouncilSession, council_session_id)
    if sitting.state != "locked":
        raise NotAllowed(
            "Kết quả phiên họp chưa chốt nên chưa lập được quyết định.",
            todo="Chốt kết quả ở phần Xét duyệt trước.",
        )
    if not chosen_votes(session, council_session_id):
        raise NotAllowed(
            "Phiên họp chưa chọn ai để khen.", todo="Chọn người đạt ở phần Xét duyệt trước."
        )
    if session.store.all(Decision, session_id=council_session_id):
        return Changes()
    signers = session.office().signers
    with session.store.transaction("Lập dự thảo quyết định", actor=session.actor) as writing:
        writing.put(
            Decision(
                id=session.new_id(),
                round_id=sitting.round_id,
                session_id=sitting.id,
                abstract=_abstract(session, sitting.round_id),
                signer=signers[0] if signers else None,
                over_quota_reason=sitting.over_quota_reason,
            )
        )
    return session.store.last_changes()


def _abstract(session: Session, round_id: str) -> str:
    around = session.store.get(Round, round_id)
    movement = session.store.get(Movement, around.movement_id)
    return (
        "Về việc tặng Giấy khen cho tập thể, cá nhân có thành tích xuất sắc trong "
        f"{_as_movement(movement.title)}, năm {around.year}"
    )


def _as_movement(title: str) -> str:
    return title if title.startswith("Phong trào") else f"Phong trào thi đua “{title}”"


def listing(session: Session, round_id: str | None = None) -> tuple[Decision, ...]:
    """Return decisions, drafts first, then the newest."""
    found = session.store.all(Decision)
    kept = [item for item in found if round_id in (None, item.round_id)]
    return tuple(
        sorted(kept, key=lambda item: (item.state == "draft", item.date, item.number), reverse=True)
    )


def by_number(session: Session, typed: str) -> Decision:
    """Return the decision with a number ("131" finds "131/QĐ-UBND"). Raises NotFound.

    An issued one goes before a draft that was given the same number, the newest first.
    """
    wanted = clean(typed)
    names = {wanted} - {""}
    with suppress(ValueError):
        names.add(full_number(typed, SYMBOL))
    found = sorted(listing(session), key=lambda item: item.state == "draft")
    for decision in found:
        if names & {decision.id, decision.number, decision.number.split("/")[0]}:
            return decision
    raise NotFound(
        f"Không thấy quyết định số “{wanted}”.", todo="Xem lại số trong danh sách quyết định."
    )


def edit(
    session: Session,
    decision_id: str,
    *,
    number: str | None = None,
    day: str | None = None,
    abstract: str | None = None,
    signer: Signer | None = None,
    over_quota_reason: str | None = None,
) -> Changes:
    """Change a draft. Raises BadValue for a number or date that cannot be kept."""
    with session.store.transaction("Sửa dự thảo quyết định", actor=session.actor) as writing:
        decision = _open(writing, decision_id)
        if number is not None:
            decision = replace(decision, number=_number(number))
        if day is not None:
            decision = replace(decision, date=_date(session, decision, day))
        if abstract is not None:
            decision = replace(decision, abstract=clean(abstract))
        if signer is not None:
            decision = replace(decision, signer=signer)
        if over_quota_reason is not None:
            decision = replace(decision, over_quota_reason=clean_block(over_quota_reason))
        writing.put(decision)
    return session.store.last_changes()


def _number(typed: str) -> str:
    if not clean(typed):
        return ""
    try:
        return full_number(typed, SYMBOL)
    except ValueError as fault:
        raise BadValue(
            "number", f"“{typed}” không phải số quyết định.", todo="Gõ số, ví dụ 131/QĐ-UBND."
        ) from fault


def _date(session: Session, decision: Decision, typed: str) -> str:
    """Return a date as the record keeps it: a day no rule covers would hide the whole draft."""
    date: str = fit("date", typed)
    day = day_of(date)
    try:
        if day is not None:
            session.rulebook(day).award(decision.award)
    except NotFound as fault:
        raise BadValue(
            "date",
            f"Ngày {day:%d/%m/%Y} nằm ngoài thời gian các quy định khen thưởng có hiệu lực.",
            todo="Xem lại ngày quyết định.",
        ) from fault
    return date


def _open(writing: Transaction, decision_id: str) -> Decision:
    decision = writing.get(Decision, decision_id)
    if decision.state != "draft":
        raise NotAllowed(
            f"Quyết định {decision.number} đã ban hành nên danh sách đã khóa.",
            todo="Mở lại quyết định và ghi lý do nếu cần sửa.",
        )
    return decision


def gate(session: Session, decision_id: str) -> tuple[Issue, ...]:
    """Return what stands in the way of issuing (error), and what to look at (review)."""
    decision = session.store.get(Decision, decision_id)
    listed = lines(session, decision_id)
    found = _number_issues(session, decision)
    found += _date_issues(session, decision)
    if decision.signer is None or not decision.signer.name:
        found.append(
            Issue(
                code="NO_SIGNER",
                severity="review",
                field="signer",
                message="Chưa có họ tên người ký; văn bản để trống chỗ này.",
            )
        )
    sitting = session.store.find(CouncilSession, decision.session_id)
    if sitting is not None and sitting.state != "locked":
        message = "Kết quả phiên họp chưa chốt lại. Chốt ở phần Xét duyệt."
        found.append(_error("COUNCIL_OPEN", "lines", message))
    if not listed:
        found.append(_error("NOBODY", "lines", "Danh sách chưa có ai."))
    found += _quota_issues(session, decision, listed)
    found += [
        _error("NO_MONEY", "lines", f"Chưa tính được tiền thưởng của {line.name}.")
        for line in listed
        if not line.money
    ]
    return tuple(found)


def _quota_issues(session: Session, decision: Decision, listed: Sequence[Line]) -> list[Issue]:
    """Return numbers of the plan that are exceeded without a reason, not reached or not known."""
    found: list[Issue] = []
    for state in quotas(session, decision.id, listed):
        if state.over() and not decision.over_quota_reason:
            found.append(_error("OVER_QUOTA", "over_quota_reason", state.over_sentence))
        for code, words in (
            ("BELOW_RANGE", state.short_sentence),
            ("QUOTA_UNKNOWN", state.unknown if state.chosen else ""),
        ):
            if words:
                found.append(Issue(code=code, severity="review", field="lines", message=words))
    return found


def _number_issues(session: Session, decision: Decision) -> list[Issue]:
    if not decision.number:
        return [_error("NO_NUMBER", "number", "Chưa có số quyết định (văn thư cấp).")]
    other = _taken(session, decision)
    if other is None:
        return []
    day = day_of(other.date)
    used = f"quyết định ngày {day:%d/%m/%Y}" if day else "quyết định khác trong năm"
    message = f"Số {decision.number} đã dùng cho {used}. Gõ số khác."
    return [_error("NUMBER_TAKEN", "number", message)]


def _date_issues(session: Session, decision: Decision) -> list[Issue]:
    day = day_of(decision.date)
    if day is None:
        return [_error("NO_DATE", "date", "Chưa có ngày quyết định (đủ ngày, tháng, năm).")]
    sitting = session.store.find(CouncilSession, decision.session_id)
    held = day_of(sitting.held_on) if sitting else None
    words = f"Ngày quyết định {day:%d/%m/%Y}"
    found = []
    if held is not None and day < held:
        message = f"{words} sớm hơn ngày họp Hội đồng {held:%d/%m/%Y}. Xem lại ngày."
        found.append(Issue(code="BEFORE_COUNCIL", severity="review", field="date", message=message))
    if day > session.today():
        message = f"{words} chưa đến. Xem lại ngày."
        found.append(Issue(code="DATE_AHEAD", severity="review", field="date", message=message))
    return found


def _error(code: str, field: str, message: str) -> Issue:
    return Issue(code=code, severity="error", field=field, message=message)


def _taken(session: Session, decision: Decision) -> Decision | None:
    same = (
        other
        for other in session.store.all(Decision, number=decision.number)
        if other.id != decision.id and other.date[:4] == decision.date[:4]
    )
    return next(same, None)


def issue(session: Session, decision_id: str) -> Changes:
    """Issue a decision: its list is frozen and enters the register, numbered without gaps.

    Raises NotAllowed with every reason that stands in the way.
    """
    blocking = [item.message for item in gate(session, decision_id) if item.severity == "error"]
    if blocking:
        raise NotAllowed(
            "Chưa ban hành được quyết định. " + " ".join(blocking),
            todo="Sửa các mục trên rồi ban hành lại.",
            data="Chưa ban hành gì, chưa vào sổ.",
        )
    decision = session.store.get(Decision, decision_id)
    around = session.store.get(Round, decision.round_id)
    named = f"Ban hành quyết định {decision.number}"
    recipients = lines(session, decision_id)
    with session.store.transaction(named, actor=session.actor, undoable=False) as writing:
        if _open(writing, decision_id) != decision:
            raise NotAllowed(
                "Dự thảo quyết định vừa được sửa ở cửa sổ khác.", todo="Xem lại rồi ban hành."
            )
        writing.put(replace(decision, state="issued"))
        for line in recipients:
            nomination = writing.get(Nomination, line.nomination_id)
            writing.put(_award(session, decision, around, nomination, line))
            writing.put(replace(nomination, state="awarded"))
    return session.store.last_changes()


def _award(
    session: Session, decision: Decision, around: Round, nomination: Nomination, line: Line
) -> Award:
    return Award(
        id=session.new_id(),
        decision_id=decision.id,
        nomination_id=nomination.id,
        movement_id=around.movement_id,
        ordinal=line.ordinal,
        kind=line.kind,
        award=line.award,
        person_id=nomination.person_id,
        unit_id=nomination.unit_id,
        team_id=nomination.team_id,
        household_id=nomination.household_id,
        name=line.name,
        post=line.post,
        unit=line.unit,
        achievement=line.achievement,
        period_from=line.period_from,
        period_to=line.period_to,
        decision_number=decision.number,
        decision_date=decision.date,
        authority=session.office().chair,
        money=line.money,
        money_note=line.money_note,
    )


def decide(session: Session, decision_ids: Sequence[str], *, number: str, day: str) -> Changes:
    """Give number and date to one draft and issue it, as the command line does in one step."""
    if len(decision_ids) != 1:
        raise NotAllowed(
            "Có nhiều dự thảo quyết định." if decision_ids else "Chưa có dự thảo quyết định nào.",
            todo="Lập hoặc chọn đúng một dự thảo trước.",
        )
    edit(session, decision_ids[0], number=number, day=day)
    return issue(session, decision_ids[0])


def reopen(session: Session, decision_id: str, reason: str) -> Changes:
    """Open an issued decision again: number and register ordinals stay, the reason is kept.

    Raises NotAllowed once a certificate was handed over, or without a reason.
    """
    if not clean(reason):
        raise NotAllowed("Chưa ghi lý do mở lại quyết định.", todo="Ghi lý do.")
    with session.store.transaction("Mở lại quyết định", actor=session.actor, undoable=False) as tx:
        decision = tx.get(Decision, decision_id)
        awards = session.store.all(Award, decision_id=decision_id)
        if any(award.handed_over for award in awards):
            raise NotAllowed(
                f"Quyết định {decision.number} đã trao Giấy khen nên không mở lại được.",
                todo="Dùng đính chính hoặc thu hồi cho từng người.",
            )
        for award in awards:
            tx.put(replace(award, deleted=True))
            if award.nomination_id:
                nomination = tx.get(Nomination, award.nomination_id)
                tx.put(replace(nomination, state="passed"))
        tx.put(replace(decision, state="draft", reopened_reason=clean_block(reason)))
    return session.store.last_changes()
