"""What the plan of a movement wants done by a date: reports, registrations, checks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from thiduaqt.domain.due import Due
from thiduaqt.domain.moments import in_words, next_due, order_of
from thiduaqt.domain.plan import Milestone, MovementPlan, Source
from thiduaqt.services.season_facts import Facts
from thiduaqt.services.task import Task, opened

# How far ahead the list looks: a season; what is later stands in the plan's own timeline.
AHEAD_DAYS = 120


def anchors_of(facts: Facts) -> dict[str, str]:
    """Return the days that deadlines of the plan are counted from, where they are known."""
    rules = facts.movement.definition
    return days_of(
        rules,
        issued=facts.plan.date if facts.plan is not None else "",
        award_day=facts.around.award_day,
        council=facts.sitting.held_on if facts.sitting is not None else "",
    )


def days_of(
    rules: MovementPlan | None, *, issued: str = "", award_day: str = "", council: str = ""
) -> dict[str, str]:
    """Return the anchors of a movement by name; those nobody knows are left out."""
    known = {
        "award_day": award_day,
        "issue": issued,
        "council": council,
        "start": rules.period_start if rules is not None else "",
        "end": rules.period_end if rules is not None else "",
    }
    return {name: value for name, value in known.items() if _is_kept(value)}


def _is_kept(value: str) -> bool:
    """Tell whether a plan's own text is a date as records keep it."""
    try:
        return bool(Due(value=value).when)
    except ValueError:
        return False


def plan_milestones(facts: Facts) -> list[Task]:
    """Return the milestones of the plan that are due within the season, the nearest first.

    Until when units register is one of them. Steps of the season that the office took over stand
    in its own tasks already.
    """
    rules = facts.movement.definition
    steps = {step.code for step in facts.steps}
    anchors = anchors_of(facts)
    found: list[tuple[Due, Task]] = []
    for item in (*rules.milestones, *_registration(rules)) if rules is not None else ():
        due = next_due(item.when, facts.today, anchors, source=item.source)
        if due is not None and item.code not in steps and _is_near(due, facts.today):
            found.append((due, _task(item, due)))
    return [task for _due, task in sorted(found, key=lambda pair: order_of(pair[0]))]


def _registration(rules: MovementPlan) -> tuple[Milestone, ...]:
    """Return the day of registration as a milestone, where the plan names none of that kind."""
    rule = rules.registration
    if rule is None or any(item.kind == "register" for item in rules.milestones):
        return ()
    name = "Hạn đăng ký thi đua"
    made = Milestone(
        code="registration", name=name, kind="register", when=rule.deadline, source=rule.source
    )
    return (made,)


def _is_near(due: Due, today: date) -> bool:
    return not due.passed(today) and due.first_day <= today + timedelta(days=AHEAD_DAYS)


def _task(item: Milestone, due: Due) -> Task:
    task = coming(f"milestone/{item.code}", item.name, due, item.source)
    sides = " gửi ".join(part for part in (item.who, item.receiver) if part)
    again = opened(in_words(item.when)) if item.when.recurring else ""
    return replace(task, detail=" · ".join(part for part in (sides, again) if part))


def coming(key: str, title: str, due: Due, source: Source) -> Task:
    """Return a line for a date that comes, with where the date stands."""
    words = {"law": "theo quy định", "plan": "theo kế hoạch", "suggestion": "gợi ý"}
    place = source.text.removeprefix("Kế hoạch, ")
    where = ": ".join(part for part in (words[source.tag], place) if part)
    return Task(key=key, title=title, due=due, state="later", waits_for=where)
