"""A movement on one line of time: phases, rounds and milestones, as exactly as they are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.due import Due
from thiduaqt.domain.moment_words import show
from thiduaqt.domain.moments import NO_ANCHORS, in_words, next_due, occurrences
from thiduaqt.domain.plan import Deadline, Milestone, MovementPlan, Phase, PlannedRound

Lane = Literal["phase", "sprint", "round", "milestone"]
LANES: tuple[Lane, ...] = ("phase", "sprint", "round", "milestone")
_LONGEST = 40  # years on one line; a period typed as 2026–2300 must not stall the window
_MOST = 60  # times one recurring mark is drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """One time of a mark: the first and the last day that may be meant."""

    first: date
    last: date

    @property
    def exact(self) -> bool:
        """Tell whether it is known to the day."""
        return self.first == self.last

    def meets(self, first: date, last: date) -> bool:
        """Tell whether a part of it falls between two days."""
        return self.first <= last and self.last >= first


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something on the line. ``part`` and ``place`` name the list of the rules and the item in it.

    ``when`` is in the plan's words. ``times`` has one entry, several for what recurs, none for
    what has no date yet. ``open_end`` means a phase whose end nobody has named.
    """

    part: str
    place: int
    lane: Lane
    title: str
    when: str
    times: tuple[Time, ...] = ()
    suggested: bool = False
    recurring: bool = False
    open_end: bool = False

    @property
    def key(self) -> str:
        """What tells marks apart: "phases/0"."""
        return f"{self.part}/{self.place}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """The line from ``first`` to ``last``; ``event`` names what ends it where no day does.

    ``marks`` are those with a date, in order; ``undated`` the others.
    """

    first: date
    last: date
    event: str = ""
    marks: tuple[Mark, ...] = ()
    undated: tuple[Mark, ...] = ()

    def place(self, day: date) -> float:
        """Return where a day stands: 0 at the start of the line, 1 at its end."""
        whole = (self.last - self.first).days or 1
        return min(max((day - self.first).days / whole, 0.0), 1.0)

    def in_year(self, year: int) -> PlanLine:
        """Return what of the line falls into one year."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        cut = [
            replace(mark, times=tuple(time for time in mark.times if time.meets(first, last)))
            for mark in self.marks
        ]
        marks = tuple(mark for mark in cut if mark.times)
        return replace(self, first=first, last=last, marks=marks, event="")


def line_of(rules: MovementPlan, today: date, anchors: Mapping[str, str] = NO_ANCHORS) -> PlanLine:
    """Return the line of a movement; ``anchors`` are days that deadlines are counted from."""
    first, last = _bounds(rules, today, anchors)
    found = [*_phases(rules, last), *_moments(rules, first, last, anchors)]
    dated = sorted((mark for mark in found if mark.times), key=_order)
    return PlanLine(
        first=first,
        last=last,
        event=rules.period_event,
        marks=tuple(dated),
        undated=tuple(mark for mark in found if not mark.times),
    )


def _order(mark: Mark) -> tuple[int, date, date]:
    return LANES.index(mark.lane), mark.times[0].first, mark.times[0].last


def _bounds(rules: MovementPlan, today: date, anchors: Mapping[str, str]) -> tuple[date, date]:
    """Return whole years around everything that has a date, at least the year of today."""
    days = [today]
    values = [rules.period_start, rules.period_end]
    values += [value for phase in rules.phases for value in (phase.start, phase.end)]
    days += [day for value in values for day in _ends(value)]
    whens = [item.when for item in rules.rounds] + [item.when for item in rules.milestones]
    for when in whens:
        due = next_due(when, today, anchors)
        if due is not None:
            days += [due.first_day, due.last_day]
    first, last = min(days), max(days)
    last_year = min(last.year, first.year + _LONGEST)
    return date(first.year, 1, 1), date(last_year, 12, 31)


def _ends(value: str) -> tuple[date, ...]:
    """Return the first and the last day of a stored date, nothing for other texts."""
    try:
        known = PartialDate.from_value(value)
    except ValueError:
        return ()
    if not known:
        return ()
    due = Due(value=known.value)
    return due.first_day, due.last_day


def _phases(rules: MovementPlan, last: date) -> Iterator[Mark]:
    for place, phase in enumerate(rules.phases):
        start, end = _ends(phase.start), _ends(phase.end)
        times: tuple[Time, ...] = ()
        if start or end:
            first = (start or end)[0]
            until = end[-1] if end else max(last, first)
            times = (Time(first=first, last=max(until, first)),)
        yield Mark(
            part="phases",
            place=place,
            lane=phase.kind,
            title=phase.name,
            when=period_words(phase),
            times=times,
            suggested=phase.source.tag == "suggestion",
            open_end=bool(start) and not end,
        )


def period_words(phase: Phase) -> str:
    """Return from when to when a phase runs."""
    shown = [
        PartialDate.from_value(value).display() if _ends(value) else value
        for value in (phase.start, phase.end)
    ]
    first, last = shown
    if first and last:
        return f"{first} – {last}"
    if first:
        return f"từ {first}"
    return f"đến {last}" if last else ""


def _moments(
    rules: MovementPlan, first: date, last: date, anchors: Mapping[str, str]
) -> Iterator[Mark]:
    lanes: tuple[tuple[str, Lane, Sequence[PlannedRound | Milestone]], ...] = (
        ("rounds", "round", rules.rounds),
        ("milestones", "milestone", rules.milestones),
    )
    for part, lane, items in lanes:
        for place, item in enumerate(items):
            yield Mark(
                part=part,
                place=place,
                lane=lane,
                title=item.name,
                when=show(item.when) or in_words(item.when),
                times=_times(item.when, first, last, anchors),
                suggested=item.source.tag == "suggestion",
                recurring=item.when.recurring,
            )


def _times(when: Deadline, first: date, last: date, anchors: Mapping[str, str]) -> tuple[Time, ...]:
    found = occurrences(when, first, last + timedelta(days=1), anchors)
    return tuple(
        Time(first=due.last_day if due.exclusive else due.first_day, last=due.last_day)
        for due in found[:_MOST]
    )
