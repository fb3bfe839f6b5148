"""The lines of a decision: who is awarded what, with the money and the plan's number beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from thiduaqt.domain import dates
from thiduaqt.domain.decisions import Line, ceremony_key
from thiduaqt.domain.errors import NotFound
from thiduaqt.domain.money import prize
from thiduaqt.domain.plan import RECIPIENT_KINDS
from thiduaqt.domain.quota import QuotaState
from thiduaqt.domain.quota_count import order
from thiduaqt.domain.records import Award, Decision, Nomination, Vote
from thiduaqt.services.checking import Checker
from thiduaqt.services.quotas import Count as QuotaCount
from thiduaqt.services.session import Session


def chosen_votes(session: Session, council_session_id: str | None) -> list[Vote]:
    """Return the votes of those a council session chose."""
    votes = session.store.all(Vote, session_id=council_session_id or "")
    return [vote for vote in votes if vote.chosen]


def lines(session: Session, decision_id: str) -> tuple[Line, ...]:
    """Return the recipients of a decision in ceremony order: frozen once it is issued."""
    decision = session.store.get(Decision, decision_id)
    if decision.state == "draft":
        return _draft_lines(session, decision)
    awards = sorted(
        session.store.all(Award, decision_id=decision.id), key=lambda item: item.ordinal
    )
    return tuple(_frozen(session, award) for award in awards)


def _frozen(session: Session, award: Award) -> Line:
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
        award_name=_award_name(session, award.award),
        period_from=award.period_from,
        period_to=award.period_to,
        money=award.money,
        money_note=award.money_note,
        money_source="",
    )


def _award_name(session: Session, code: str) -> str:
    try:
        return session.rulebook().award(code).name
    except NotFound:
        return code


def _draft_lines(session: Session, decision: Decision) -> tuple[Line, ...]:
    checker = Checker(session, decision.round_id)
    nominations = {item.id: item for item in checker.nominations}
    chosen = [
        nominations[vote.nomination_id]
        for vote in chosen_votes(session, decision.session_id)
        if vote.nomination_id in nominations
    ]
    chosen.sort(key=lambda item: ceremony_key(item.kind, checker.recipients.name(item)))
    on = day_of(decision.date) or session.today()
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
        money_other=money.other_amount if money and money.differs else 0,
        money_to_check=bool(money and money.to_check),
    )


def quotas(
    session: Session, decision_id: str, known: Sequence[Line] | None = None
) -> tuple[QuotaState, ...]:
    """Return how many are awarded of each kind with this decision, against what the plan allows.

    Awards of other decisions of the same round count too: the plan's number is for the round.
    ``known`` are the lines of this decision where they have been read already.
    """
    decision = session.store.get(Decision, decision_id)
    listed = lines(session, decision_id) if known is None else known
    count = QuotaCount(session, decision.round_id, on=decision.date)
    chosen = {line.nomination_id for line in listed}
    # Who is awarded by two decisions has used the number up twice.
    before = [
        replace(award, nomination_id=None) if award.nomination_id in chosen else award
        for award in _awarded_before(session, decision)
    ]
    found = count.states(
        chosen=chosen | {award.nomination_id or award.id for award in before}, awarded=before
    )
    mine = [state for state in found if state.award == decision.award]
    return tuple(
        sorted((*mine, *_silent(decision.award, mine)), key=lambda state: order(state)[2:])
    )


def _silent(award: str, mine: Sequence[QuotaState]) -> list[QuotaState]:
    """Return a state without a number for each kind the plan says nothing of."""
    spoken = {kind for state in mine for kind in state.kinds}
    return [QuotaState(award=award, kind=kind) for kind in RECIPIENT_KINDS if kind not in spoken]


def _awarded_before(session: Session, decision: Decision) -> tuple[Award, ...]:
    """Return the awards that other decisions of the round have given already."""
    others = {
        item.id
        for item in session.store.all(Decision, round_id=decision.round_id, state="issued")
        if item.id != decision.id
    }
    return tuple(
        award
        for award in session.store.all(Award, award=decision.award)
        if award.decision_id in others and award.state != "revoked"
    )


def day_of(value: str) -> date | None:
    """Return the day of a partial date, None where it is coarser or missing."""
    return dates.PartialDate.from_value(value).day if value else None
