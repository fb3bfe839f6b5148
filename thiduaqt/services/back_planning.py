"""Back-planning from an award day: what the rule pack suggests, and taking it over."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.due import Due, due_in
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import Deadline, Milestone, MilestoneKind, Source
from thiduaqt.domain.plan_edits import with_added
from thiduaqt.domain.records import Movement, Round
from thiduaqt.services.rounds import refuse_order
from thiduaqt.services.session import Session

COLLECT, AWARD = "collect", "award"
TAKEN = Source(tag="plan", text="Cơ quan chọn theo gợi ý của phần mềm")
_KINDS: dict[str, MilestoneKind] = {"call": "nominate", "check": "check", "report": "report"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A step of the season: so many ``days`` from the award day (negative: before it).

    ``due`` is None while the award day is not fixed to the day. ``taken`` tells that the movement
    or the round has this date already.
    """

    code: str
    name: str
    days: int
    due: Due | None
    taken: bool


def suggestions(session: Session, movement_id: str, round_id: str) -> tuple[Suggestion, ...]:
    """Return the steps of a season in order; the award day itself is not among them."""
    movement = session.store.get(Movement, movement_id)
    around = session.store.find(Round, round_id)
    rules = movement.definition
    taken = {item.code for item in rules.milestones} if rules is not None else set()
    if around is not None and around.deadline:
        taken.add(COLLECT)
    day = PartialDate.from_value(around.award_day).day if around is not None else None
    steps = sorted(session.rulebook().season_steps(), key=lambda step: step.days)
    return tuple(
        Suggestion(
            code=step.code,
            name=step.name,
            days=step.days,
            due=due_in(day, step.days, step.source) if day is not None else None,
            taken=step.code in taken,
        )
        for step in steps
        if step.code != AWARD
    )


def take_over(session: Session, movement_id: str, round_id: str, codes: Collection[str]) -> Changes:
    """Make suggestions the office's own, as one step: milestones that move with the award day.

    The last day for nominations becomes that of the round. What is there already stays. Raises
    NotAllowed where that needs an award day that is not known.
    """
    wanted = [
        one
        for one in suggestions(session, movement_id, round_id)
        if one.code in codes and not one.taken
    ]
    label = f"Lấy {len(wanted)} mốc gợi ý"
    with session.store.transaction(label, actor=session.actor) as writing:
        movement = writing.get(Movement, movement_id)
        own = [_milestone(one) for one in wanted if one.code != COLLECT]
        if own and movement.definition is not None:
            rules = with_added(movement.definition, "milestones", own)
            rev = movement.definition_rev + 1
            writing.put(replace(movement, definition=rules, definition_rev=rev))
        for one in wanted:
            if one.code == COLLECT:
                writing.put(_with_deadline(writing.get(Round, round_id), one))
    return session.store.last_changes()


def _milestone(one: Suggestion) -> Milestone:
    return Milestone(
        code=one.code,
        name=one.name,
        kind=_KINDS.get(one.code, "other"),
        when=Deadline(anchor="award_day", offset=one.days),
        source=TAKEN,
    )


def _with_deadline(around: Round, one: Suggestion) -> Round:
    if one.due is None:
        raise NotAllowed(
            "Chưa có ngày trao nên chưa tính được hạn nhận hồ sơ.",
            todo="Ghi ngày trao giấy khen của đợt trước.",
        )
    refuse_order(one.due.value, around.award_day)
    return replace(around, deadline=one.due.value)
