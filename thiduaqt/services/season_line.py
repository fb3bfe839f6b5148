"""The season of a round as a line of steps, each with its date where one is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from thiduaqt.domain import dates
from thiduaqt.domain.due import Due, due_in, due_of
from thiduaqt.domain.moments import next_due
from thiduaqt.domain.plan import Source
from thiduaqt.services.season_facts import Facts

StepKey = Literal["launch", "call", "collect", "council", "decide", "award", "report"]
Stage = Literal["done", "current", "later"]
TITLES: dict[StepKey, str] = {
    "launch": "Phát động",
    "call": "Gửi tới đơn vị",
    "collect": "Hạn nhận hồ sơ",
    "council": "Họp Hội đồng",
    "decide": "Ban hành",
    "award": "Trao giấy khen",
    "report": "Gửi cấp trên",
}
OWN = Source(tag="plan", text="Đơn vị đặt cho đợt này")
NO_DATE = "chưa đặt ngày"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the season; ``due`` None where nobody has named a date."""

    key: StepKey
    title: str
    due: Due | None
    stage: Stage

    @property
    def when(self) -> str:
        """The date as the line shows it; one that only we suggest says so."""
        if self.stage == "done" and (self.due is None or self.due.suggested):
            return "xong"
        if self.due is None:
            return NO_DATE
        return f"gợi ý {self.due.words}" if self.due.suggested else self.due.words


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonLine:
    """The steps in order, and where today stands: 1.25 is a quarter after step 1."""

    steps: tuple[Step, ...]
    place: float


def dues(facts: Facts) -> dict[str, Due]:
    """Return the dates of a round by step: what happened, what was set, else what is suggested.

    Suggestions come from the rule pack and need an award day that is fixed to the day; without
    one there are none. Besides the steps of the line the rule pack knows ``check`` and ``print``.
    """
    found: dict[str, Due] = {}
    if facts.award_day is not None:
        for step in facts.steps:
            found[step.code] = due_in(facts.award_day, step.days, step.source)
    found.update(_taken_over(facts))
    found.update({key: due for key, due in _set_by_the_office(facts) if due is not None})
    return found


def _taken_over(facts: Facts) -> dict[str, Due]:
    """Return the dates of steps the office has made milestones of its own plan."""
    rules = facts.movement.definition
    steps = {step.code for step in facts.steps}
    anchors = {"award_day": facts.around.award_day}
    found = {}
    for item in rules.milestones if rules is not None else ():
        due = next_due(item.when, facts.today, anchors, source=item.source)
        if item.code in steps and due is not None:
            found[item.code] = due
    return found


def _set_by_the_office(facts: Facts) -> list[tuple[StepKey, Due | None]]:
    rules, plan = facts.movement.definition, facts.plan
    start = (_kept(plan.date) if plan else "") or (rules.period_start if rules else "")
    launch = due_of(start, _plan_source(facts)) if start else None
    sitting = facts.sitting
    dated = [item.decision.date for item in facts.decisions if item.decision.date]
    return [
        ("launch", launch),
        ("collect", due_of(facts.around.deadline, OWN)),
        ("council", due_of(sitting.held_on, OWN) if sitting else None),
        ("decide", due_of(max(dated), OWN) if dated else None),
        ("award", due_of(facts.around.award_day, OWN)),
    ]


def _plan_source(facts: Facts) -> Source:
    plan = facts.plan
    number = f" {plan.number}" if plan and plan.number else ""
    return Source(tag="plan", text=f"Kế hoạch{number}")


def _kept(text: str) -> str:
    """Return a plan's date as a value; plans may leave it open or word it in any way."""
    try:
        return dates.parse(text).value
    except dates.BadDate:
        return ""


def line(facts: Facts) -> SeasonLine:
    """Return the steps of the round: done by what the data shows, dated by what is known."""
    when = dues(facts)
    done = _done(facts, when)
    keys: list[StepKey] = list(TITLES)
    current = next((key for key in keys if not done[key]), None)
    steps = tuple(
        Step(
            key=key,
            title=TITLES[key],
            due=when.get(key),
            stage="done" if done[key] else "current" if key == current else "later",
        )
        for key in keys
    )
    return SeasonLine(steps=steps, place=place_of(facts.today, steps))


def _done(facts: Facts, when: dict[str, Due]) -> dict[StepKey, bool]:
    """Tell which steps the data proves.

    Up to the decision an earlier step follows from a later one; handing over and sending do not
    wait for each other.
    """
    issued = bool(facts.issued) and not facts.drafts and not facts.undrafted
    found: dict[StepKey, bool] = {
        "launch": "launch" in when and when["launch"].first_day <= facts.today,
        "call": bool(facts.rows),
        "collect": facts.sitting is not None and facts.sitting.rows > 0,
        "council": facts.sitting is not None and facts.sitting.locked,
        "decide": issued,
        "award": issued and facts.awards > 0 and facts.handed_over == facts.awards,
        "report": issued and facts.sent,
    }
    keys = list(found)
    last = max((place for place, key in enumerate(keys) if found[key]), default=-1)
    implied = keys[: min(last, keys.index("decide")) + 1]
    return found | dict.fromkeys(implied, True)


def place_of(today: date, steps: Sequence[Step]) -> float:
    """Return where today stands between the steps with exact dates.

    Without a later date it stands half a step after the last one that has come; without any
    date before the step that is to be done next.
    """
    dated = [
        (place, step.due.last_day)
        for place, step in enumerate(steps)
        if step.due is not None and step.due.when.day is not None
    ]
    before = [(place, day) for place, day in dated if day <= today]
    if not before:
        current = next((n for n, step in enumerate(steps) if step.stage != "done"), len(steps))
        ahead = [place for place, _day in dated]
        return max(0.0, min([current - 0.5, *[place - 0.5 for place in ahead]]))
    start, first = max(before)
    after = [(place, day) for place, day in dated if place > start and day > today]
    if not after:
        return min(start + 0.5, len(steps) - 1.0)
    end, second = min(after)
    return start + (end - start) * (today - first).days / (second - first).days
