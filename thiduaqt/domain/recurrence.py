"""Dates that come again: the same day, month or quarter, so many months later."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date
from itertools import count

from thiduaqt.domain.dates import NO_DATE, PartialDate
from thiduaqt.domain.plan import Every

STEPS: dict[Every, int] = {"year": 12, "half": 6, "quarter": 3, "month": 1}
# Of a bare year only its parts are meant where something is due more often than yearly: a half
# ends in June and December.
_FIRST_IN_YEAR = {"year": "", "half": "-06", "quarter": "-Q1", "month": "-01"}
_LAST_YEAR = 2199


def shifted(value: PartialDate, months: int) -> PartialDate:
    """Return a date so many months later, with the same precision.

    A day that its new month lacks becomes the last one there (29/02 in an ordinary year). Raises
    ValueError where years or quarters are shifted by a part of themselves.
    """
    year = value.year
    if year is None:
        return NO_DATE
    if value.precision == "year":
        return PartialDate.of(year + _whole(months, 12))
    if value.precision == "quarter":
        place = 4 * year + int(value.value[-1]) - 1 + _whole(months, 3)
        return PartialDate.of_quarter(place // 4, place % 4 + 1)
    place = 12 * year + int(value.value[5:7]) - 1 + months
    there, month = place // 12, place % 12 + 1
    if value.day is None:
        return PartialDate.of(there, month)
    last = calendar.monthrange(there, month)[1]
    return PartialDate.of(there, month, min(value.day.day, last))


def _whole(months: int, part: int) -> int:
    if months % part:
        raise ValueError(f"{months} months are no whole number of {part}")
    return months // part


def first_time(value: str, every: Every) -> PartialDate:
    """Return the first time of something that recurs; a bare year is its first part."""
    if not value:
        return NO_DATE
    first = PartialDate.from_value(value)
    if first.precision == "year":
        return PartialDate.from_value(f"{value}{_FIRST_IN_YEAR[every]}")
    if first.precision == "quarter" and every == "month":
        month = 3 * int(value[-1]) - 2
        return PartialDate.of(int(value[:4]), month)
    return first


def times(value: str, every: Every, *, after: date) -> Iterator[PartialDate]:
    """Yield the times from the last one that may still count on ``after``, in order.

    Every time is reckoned from the first, so that 29/02 comes back in leap years.
    """
    first = first_time(value, every)
    start = first.first_day
    if start is None:
        return
    step = STEPS[every]
    months = (after.year - start.year) * 12 + after.month - start.month
    # One time further back than need be: a long period may have begun long before.
    skipped = max(months // step - 2, 0)
    for place in count(skipped):
        if 12 * start.year + start.month - 1 + place * step >= 12 * (_LAST_YEAR + 1):
            return
        yield shifted(first, place * step)
