"""Decisions: drafted from a locked session, issued once; the register grows from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from thiduaqt.domain import dates
from thiduaqt.domain.changes import Changes
from thiduaqt.domain.decisions import Line, ceremony_key, full_number
from thiduaqt.domain.errors import NotAllowed, NotFound
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.money import prize
from thiduaqt.domain.plan import RECIPIENT_KINDS
from thiduaqt.domain.quota import QuotaState, quota_state
from thiduaqt.domain.records import (
    Award,
    CouncilSession,
    Decision,
    Movement,
    Nomination,
    Round,
    Signer,
    Vote,
)
from thiduaqt.domain.text import clean, clean_block
from thiduaqt.services.checking import Checker
from thiduaqt.services.editing import BadValue, fit
from thiduaqt.services.session import Session
from thiduaqt.storage.transaction import Transaction

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
    if not _chosen(session, council_session_id):
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


def _chosen(session: Session, council_session_id: str | None) -> list[Vote]:
    votes = session.store.all(Vote, session_id=council_session_id or "")
    return [vote for vote in votes if vote.chosen]


def listing(session: Session, round_id: str | None = None) -> tuple[Decision, ...]:
    """Return decisions, drafts first, then the newest."""
    found = session.store.all(Decision)
    kept = [item for item in found if round_id in (None, item.round_id)]
    return tuple(
        sorted(kept, key=lambda item: (item.state == "draft", item.date, item.number), reverse=True)
    )


def by_number(session: Session, typed: str) -> Decision:
    """Return the decision with a number ("131" finds "131/QĐ-UBND"). Raises NotFound."""
    wanted = clean(typed)
    for decision in listing(session):
        if wanted in (decision.id, decision.number, decision.number.split("/")[0]):
            return decision
    raise NotFound(
        f"Không thấy quyết định số “{wanted}”.", todo="Xem lại số trong danh sách quyết định."
    )


def lines(session: Session, decision_id: str) -> tuple[Line, ...]:
    """Return the recipients of a decision in ceremony order: frozen once it is issued."""
    decision = session.store.get(Decision, decision_id)
    if decision.state == "draft":
        return _draft_lines(session, decision)
    checker = Checker(session, decision.round_id)
    awards = sorted(
        session.store.all(Award, decision_id=decision.id), key=lambda item: item.ordinal
    )
    return tuple(_frozen(checker, award) for award in awards)


def _frozen(checker: Checker, award: Award) -> Line:
    return Line(
        ordinal=award.ordinal,
        nomination_id=award.nomination_id or "",
        kind=award.kind,
        name=award.name,
        bare_name=award.name,
        post=award.post,
        unit=award.unit,
        achievement=award.achievement,
        award=award.award,
        award_name=checker.award_name(award.award),
        period_from=award.period_from,
        period_to=award.period_to,
        money=award.money,
        money_note=award.money_note,
        money_source="",
    )


def _draft_lines(session: Session, decision: Decision) -> tuple[Line, ...]:
    checker = Checker(session, decision.round_id)
    nominations = {item.id: item for item in checker.nominations}
    chosen = [
        nominations[vote.nomination_id]
        for vote in _chosen(session, decision.session_id)
        if vote.nomination_id in nominations
    ]
    chosen.sort(key=lambda item: ceremony_key(item.kind, checker.recipients.name(item)))
    on = _day(decision.date) or session.today()
    return tuple(
        _line(session, checker, item, ordinal, on) for ordinal, item in enumerate(chosen, start=1)
    )


def _line(session: Session, checker: Checker, item: Nomination, ordinal: int, on: date) -> Line:
    rules = session.rulebook(on)
    award = rules.award(item.award)
    money = prize(award, item.kind, on, rules, mode=session.office().rounding)
    people = checker.recipients
    return Line(
        ordinal=ordinal,
        nomination_id=item.id,
        kind=item.kind,
        name=people.display(item),
        bare_name=people.name(item),
        post=people.post(item),
        unit=people.unit_name(people.home(item)),
        achievement=item.achievement,
        award=item.award,
        award_name=award.name,
        period_from=item.period_from,
        period_to=item.period_to,
        money=money.amount if money else 0,
        money_note=money.explanation if money else "",
        money_source=money.source_text if money else "",
    )


def quotas(session: Session, decision_id: str) -> tuple[QuotaState, ...]:
    """Return how many the decision awards of each kind, against what the plan allows."""
    decision = session.store.get(Decision, decision_id)
    around = session.store.get(Round, decision.round_id)
    plan = session.store.get(Movement, around.movement_id).definition
    kinds = [line.kind for line in lines(session, decision_id)]
    return tuple(
        quota_state(
            plan,
            award=decision.award,
            kind=kind,
            round_kind=around.kind,
            year=around.year,
            chosen=kinds.count(kind),
        )
        for kind in RECIPIENT_KINDS
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
            decision = replace(decision, date=fit("date", day))
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


def _open(writing: Transaction, decision_id: str) -> Decision:
    decision = writing.get(Decision, decision_id)
    if decision.state != "draft":
        raise NotAllowed(
            f"Quyết định {decision.number} đã ban hành nên danh sách đã khóa.",
            todo="Mở lại quyết định và ghi lý do nếu cần sửa.",
        )
    return decision


def _day(value: str) -> date | None:
    return dates.PartialDate.from_value(value).day if value else None


def gate(session: Session, decision_id: str) -> tuple[Issue, ...]:
    """Return what stands in the way of issuing (error), and what to look at (review)."""
    decision = session.store.get(Decision, decision_id)
    found: list[Issue] = []
    if not decision.number:
        found.append(_error("NO_NUMBER", "number", "Chưa có số quyết định (văn thư cấp)."))
    elif _taken(session, decision):
        found.append(
            _error(
                "NUMBER_TAKEN",
                "number",
                f"Số {decision.number} đã dùng cho quyết định khác trong năm. Gõ số khác.",
            )
        )
    found += _date_issues(session, decision)
    if decision.signer is None or not decision.signer.name:
        found.append(_error("NO_SIGNER", "signer", "Chưa có họ tên người ký."))
    if not lines(session, decision_id):
        found.append(_error("NOBODY", "lines", "Danh sách chưa có ai."))
    found += [
        _error("OVER_QUOTA", "over_quota_reason", state.over_sentence)
        for state in quotas(session, decision_id)
        if state.over() and not decision.over_quota_reason
    ]
    found += [
        _error("NO_MONEY", "lines", f"Chưa tính được tiền thưởng của {line.name}.")
        for line in lines(session, decision_id)
        if not line.money
    ]
    return tuple(found)


def _date_issues(session: Session, decision: Decision) -> list[Issue]:
    day = _day(decision.date)
    if day is None:
        return [_error("NO_DATE", "date", "Chưa có ngày quyết định (đủ ngày, tháng, năm).")]
    sitting = session.store.find(CouncilSession, decision.session_id)
    held = _day(sitting.held_on) if sitting else None
    if held is not None and day < held:
        return [
            Issue(
                code="BEFORE_COUNCIL",
                severity="review",
                field="date",
                message=f"Ngày quyết định {day:%d/%m/%Y} sớm hơn ngày họp Hội đồng "
                f"{held:%d/%m/%Y}. Xem lại ngày.",
            )
        ]
    return []


def _error(code: str, field: str, message: str) -> Issue:
    return Issue(code=code, severity="error", field=field, message=message)


def _taken(session: Session, decision: Decision) -> bool:
    return any(
        other.id != decision.id
        and other.number == decision.number
        and other.date[:4] == decision.date[:4]
        for other in session.store.all(Decision)
    )


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
