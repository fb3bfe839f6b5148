"""A plan of an earlier time as the start of a new one: years moved on, number and date cleared."""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection
from dataclasses import replace

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.plan import (
    Chapter,
    Deadline,
    Milestone,
    MovementPlan,
    Phase,
    PlanDocument,
    PlannedRound,
    PlanPack,
    Quota,
    SubjectGroup,
    Target,
    YearValue,
)

COPY = "(bản sao)"
SHORT_NAME_LENGTH = 40
_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
_WHOLE_DAY = re.compile(r"(\d{4})-02-29")


def moved_date(value: str, years: int) -> str:
    """Return a partial date ``years`` later; 29 February becomes 28 where there is none."""
    try:
        date = PartialDate.from_value(value)
    except ValueError:  # left as it is: the checks of the plan tell about it
        return value
    if date.year is None:
        return value
    moved = f"{date.year + years:04d}{value[4:]}"
    leap = _WHOLE_DAY.fullmatch(moved)
    return moved if leap is None or calendar.isleap(int(leap[1])) else f"{leap[1]}-02-28"


def moved_words(text: str, years: int) -> str:
    """Return a wording of dates with every year in it ``years`` later."""
    return _YEAR.sub(lambda found: str(int(found[0]) + years), text)


def moved(plan: MovementPlan, years: int) -> MovementPlan:
    """Return the rules with all that is dated ``years`` later; criteria stay as they are.

    Statements of targets and criteria are texts of the plan and are not touched. Editions of
    criteria start anew.
    """
    again = replace(plan, groups=tuple(_first_edition(group) for group in plan.groups))
    if not years:
        return again
    registration = plan.registration
    if registration is not None:
        registration = replace(registration, deadline=_deadline(registration.deadline, years))
    return replace(
        again,
        period_start=moved_date(plan.period_start, years),
        period_end=moved_date(plan.period_end, years),
        period_wording=moved_words(plan.period_wording, years),
        phases=tuple(_phase(item, years) for item in plan.phases),
        rounds=tuple(_round(item, years) for item in plan.rounds),
        milestones=tuple(_milestone(item, years) for item in plan.milestones),
        targets=tuple(_target(item, years) for item in plan.targets),
        quotas=tuple(_quota(item, years) for item in plan.quotas),
        registration=registration,
    )


def _first_edition(group: SubjectGroup) -> SubjectGroup:
    return replace(group, version=1, valid_from="")


def _deadline(when: Deadline, years: int) -> Deadline:
    wording = moved_words(when.wording, years)
    return replace(when, value=moved_date(when.value, years), wording=wording)


def _phase(item: Phase, years: int) -> Phase:
    return replace(
        item,
        name=moved_words(item.name, years),
        start=moved_date(item.start, years),
        end=moved_date(item.end, years),
    )


def _round(item: PlannedRound, years: int) -> PlannedRound:
    return replace(item, name=moved_words(item.name, years), when=_deadline(item.when, years))


def _milestone(item: Milestone, years: int) -> Milestone:
    return replace(item, name=moved_words(item.name, years), when=_deadline(item.when, years))


def _target(item: Target, years: int) -> Target:
    by_year = tuple(YearValue(year=one.year + years, value=one.value) for one in item.by_year)
    return replace(item, by_year=by_year, due=_deadline(item.due, years))


def _quota(item: Quota, years: int) -> Quota:
    year = item.year + years if item.year is not None else None
    return replace(item, year=year, wording=moved_words(item.wording, years))


def alone(document: PlanDocument, code: str) -> PlanDocument:
    """Return the document for one movement of a plan: parts that print another one are left out."""
    chapters = []
    for chapter in document.chapters:
        parts = tuple(part for part in chapter.parts if part.movement in ("", code))
        if parts or not chapter.parts:
            chapters.append(replace(chapter, parts=parts))
    return replace(document, chapters=tuple(chapters))


def not_issued(document: PlanDocument) -> PlanDocument:
    """Return the document as a new draft: without number, date and remarks on the old paper."""
    return replace(document, number="", date="", remarks=())


def renamed(document: PlanDocument, codes: dict[str, str]) -> PlanDocument:
    """Return the document with its parts naming movements by their new codes."""

    def chapter(item: Chapter) -> Chapter:
        parts = tuple(
            replace(part, movement=codes.get(part.movement, part.movement)) for part in item.parts
        )
        return replace(item, parts=parts)

    return replace(document, chapters=tuple(chapter(item) for item in document.chapters))


def as_copy(pack: PlanPack, taken: Collection[str]) -> PlanPack:
    """Return a plan to stand beside itself: new codes, and titles that say so."""
    codes: dict[str, str] = {}
    for plan in pack.movements:
        codes[plan.code] = free_code(plan.code, {*taken, *codes.values()})
    movements = tuple(
        replace(
            plan,
            code=codes[plan.code],
            title=f"{plan.title} {COPY}",
            short_name=f"{plan.short_name[: SHORT_NAME_LENGTH - len(COPY) - 1].rstrip()} {COPY}",
        )
        for plan in pack.movements
    )
    return replace(pack, document=renamed(pack.document, codes), movements=movements)


def free_code(code: str, taken: Collection[str]) -> str:
    """Return ``code``, or ``code_2``, ``code_3`` … where that is taken."""
    free, number = code, 2
    while free in taken:
        free, number = f"{code}_{number}", number + 1
    return free
