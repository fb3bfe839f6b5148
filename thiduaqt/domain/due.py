"""Until when something is to be done: as exactly as it is known, never more exactly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.plan import Deadline, Source
from thiduaqt.domain.recurrence import times

PLAN = Source()
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A date to keep. ``value`` is a partial date as text; ``exclusive`` means "trước ngày".

    ``source`` tells whether a plan, a law or only this program names it; ``tentative`` means that
    the plan itself says "dự kiến".
    """

    value: str
    exclusive: bool = False
    source: Source = PLAN
    tentative: bool = False

    @property
    def when(self) -> PartialDate:
        """The date with its precision."""
        return PartialDate.from_value(self.value)

    @property
    def suggested(self) -> bool:
        """True where only this program suggests the date."""
        return self.source.tag == "suggestion"

    @property
    def first_day(self) -> date:
        """The first day of the period that is named, for the order of dates."""
        return self.when.first_day or date.max

    @property
    def last_day(self) -> date:
        """The last day that still keeps the date."""
        when = self.when
        first = self.first_day
        if self.exclusive:
            return first - timedelta(days=1)
        if when.day is not None:
            return when.day
        month = first.month + _MONTHS[when.precision] - 1
        following = date(first.year + month // 12, month % 12 + 1, 1)
        return following - timedelta(days=1)

    def days_left(self, today: date) -> int | None:
        """Return the days from ``today`` to the last day; None where no exact day is known."""
        return (self.last_day - today).days if self.when.day is not None else None

    def passed(self, today: date) -> bool:
        """Tell whether the last day is over."""
        return self.last_day < today

    @property
    def words(self) -> str:
        """The date in its own words: 25/11/2026, trước 31/12/2026, dự kiến tháng 5/2026."""
        when = self.when
        shown = when.display()
        if when.precision == "month":
            shown = f"tháng {self.first_day.month}/{self.first_day.year}"
        elif when.precision == "year":
            shown = f"năm {shown}"
        shown = f"trước {shown}" if self.exclusive else shown
        return f"dự kiến {shown}" if self.tentative else shown

    @property
    def in_words(self) -> str:
        """The date as it stands in a sentence: a period gets "trong" before it."""
        exact = self.exclusive or self.tentative or self.when.day is not None
        return self.words if exact else f"trong {self.words}"

    def left_words(self, today: date) -> str:
        """Return how much time is left: "Còn 5 ngày", "Hôm nay", "Quá hạn 3 ngày", or nothing.

        A period that is still running says nothing: nobody knows which of its days is meant.
        """
        days = self.days_left(today)
        if days is None:
            return "Quá hạn" if self.passed(today) else ""
        if days < 0:
            return f"Quá hạn {-days} ngày"
        return f"Còn {days} ngày" if days else "Hôm nay"


def due_of(value: str, source: Source, *, exclusive: bool = False) -> Due | None:
    """Return the date to keep for a stored value, or None where it is none."""
    return Due(value=value, source=source, exclusive=exclusive) if _is_date(value) else None


def _is_date(value: str) -> bool:
    try:
        return bool(PartialDate.from_value(value))
    except ValueError:
        return False


def due_of_plan(deadline: Deadline, source: Source, today: date) -> Due | None:
    """Return the next date a plan's wording means, or None where it names no date.

    What recurs is moved to the first time that is not over yet. What is counted from another day
    has no date here: :func:`thiduaqt.domain.moments.next_due` knows those days.
    """
    if deadline.anchor or not _is_date(deadline.value):
        return None
    if not deadline.recurring:
        return due_at(deadline, deadline.value, source)
    for when in times(deadline.value, deadline.every, after=today):
        due = due_at(deadline, when.value, source)
        if not due.passed(today):
            return due
    return None


def due_at(deadline: Deadline, value: str, source: Source) -> Due:
    """Return one time of a deadline, with what its wording says of it."""
    return Due(
        value=value, exclusive=deadline.exclusive, source=source, tentative=deadline.tentative
    )


def due_in(start: date, days: int, source: Source) -> Due:
    """Return the day ``days`` after ``start`` (before it where negative)."""
    return Due(value=(start + timedelta(days=days)).isoformat(), source=source)
