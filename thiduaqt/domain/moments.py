"""Deadlines of a plan resolved to dates, and put into words that claim no more than is known."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.due import PLAN, Due, due_at, due_of_plan
from thiduaqt.domain.plan import Anchor, Deadline, Every, Source
from thiduaqt.domain.recurrence import first_time, times

# The days that deadlines are counted from, as stored dates; "event:<name>" for a named event.
Anchors = Mapping[str, str]
NO_ANCHORS: Anchors = {}
NO_HOLIDAYS: frozenset[date] = frozenset()
NOT_SET = "chưa có ngày"
ANCHOR_WORDS: dict[Anchor, str] = {
    "": "",
    "award_day": "ngày trao thưởng",
    "issue": "ngày ban hành kế hoạch",
    "start": "ngày bắt đầu phong trào",
    "end": "ngày kết thúc phong trào",
    "council": "ngày họp Hội đồng",
    "event": "",
}
_EVERY_WORDS: dict[Every, str] = {
    "year": "hằng năm",
    "half": "6 tháng một lần",
    "quarter": "hằng quý",
    "month": "hằng tháng",
}
_IN_QUARTER = ("tháng đầu", "tháng thứ hai", "tháng cuối")
_ROMAN = ("I", "II", "III", "IV")
_SATURDAY = 5


def next_due(
    deadline: Deadline,
    today: date,
    anchors: Anchors = NO_ANCHORS,
    *,
    source: Source = PLAN,
    holidays: Collection[date] = NO_HOLIDAYS,
) -> Due | None:
    """Return the date a deadline means next, or None where nobody can know it yet.

    What recurs is moved to the first time that is not over; what is counted from another day needs
    that day in ``anchors``. An event without a known day has none.
    """
    if not deadline.anchor:
        return due_of_plan(deadline, source, today)
    known = anchors.get(_anchor_key(deadline), "")
    if not known:
        return None
    when = PartialDate.from_value(known)
    if when.day is None:
        # So many days before "tháng 12/2026" is no day at all.
        return due_at(deadline, known, source) if not deadline.offset else None
    if deadline.working_days:
        day = working_days_from(when.day, deadline.offset, holidays)
    else:
        day = when.day + timedelta(days=deadline.offset)
    return due_at(deadline, day.isoformat(), source)


def occurrences(
    deadline: Deadline,
    start: date,
    end: date,
    anchors: Anchors = NO_ANCHORS,
    *,
    source: Source = PLAN,
    holidays: Collection[date] = NO_HOLIDAYS,
) -> tuple[Due, ...]:
    """Return the times of a deadline whose last good day lies from ``start`` to ``end``."""
    if not deadline.recurring or deadline.anchor:
        due = next_due(deadline, start, anchors, source=source, holidays=holidays)
        return (due,) if due is not None and start <= due.last_day <= end else ()
    found = []
    for when in times(deadline.value, deadline.every, after=start):
        due = due_at(deadline, when.value, source)
        if due.last_day > end:
            break
        if due.last_day >= start:
            found.append(due)
    return tuple(found)


def order_of(due: Due) -> tuple[date, date]:
    """Return the key that puts dates in order: by the last day that keeps them, exact ones first.

    A month comes after its days, a quarter after its months.
    """
    return due.last_day, date.min + (date.max - due.first_day)


def working_days_from(start: date, offset: int, holidays: Collection[date] = NO_HOLIDAYS) -> date:
    """Return the day so many working days after ``start`` (before it where negative).

    Monday to Friday; days in ``holidays`` do not count either.
    """
    step = timedelta(days=1 if offset > 0 else -1)
    day, left = start, abs(offset)
    while left:
        day += step
        if day.weekday() < _SATURDAY and day not in holidays:
            left -= 1
    return day


def _anchor_key(deadline: Deadline) -> str:
    return f"event:{deadline.event}" if deadline.anchor == "event" else deadline.anchor


# -- words ----------------------------------------------------------------------------------------


def told(
    deadline: Deadline,
    today: date,
    anchors: Anchors = NO_ANCHORS,
    *,
    holidays: Collection[date] = NO_HOLIDAYS,
) -> str:
    """Return a deadline and the date it means now: "Quý II hằng năm, lần tới: Quý II/2027"."""
    words = in_words(deadline, holidays=bool(holidays))
    due = next_due(deadline, today, anchors, holidays=holidays)
    if due is None:
        return words
    if deadline.recurring and not deadline.anchor:
        return f"{words}, lần tới: {_bare(due)}"
    return f"{words}: {_bare(due)}" if deadline.anchor else words


def _bare(due: Due) -> str:
    return due.words.removeprefix("dự kiến ")


def in_words(deadline: Deadline, *, holidays: bool = False) -> str:
    """Return a deadline as it is set, in words: "trước 15/11 hằng năm", "10 ngày trước …".

    ``holidays`` tells whether public holidays are known and taken out of working days.
    """
    if deadline.anchor:
        text = _relative_words(deadline, holidays=holidays)
    elif deadline.value:
        text = _recurring_words(deadline) if deadline.recurring else _once_words(deadline)
    elif deadline.event:
        text = f"đến {deadline.event}"
    elif deadline.recurring:
        text = deadline.wording or _EVERY_WORDS[deadline.every]
    else:
        text = deadline.wording
    if not text:
        return NOT_SET
    return f"dự kiến {text}" if deadline.tentative and not text.startswith("dự kiến") else text


def _once_words(deadline: Deadline) -> str:
    return Due(value=deadline.value, exclusive=deadline.exclusive).words


def _relative_words(deadline: Deadline, *, holidays: bool) -> str:
    anchor = deadline.event or ANCHOR_WORDS[deadline.anchor] or "sự kiện"
    if not deadline.offset:
        return f"trước {anchor}" if deadline.exclusive else anchor
    unit = "ngày làm việc" if deadline.working_days else "ngày"
    side = "trước" if deadline.offset < 0 else "sau"
    text = f"{abs(deadline.offset)} {unit} {side} {anchor}"
    if deadline.exclusive:
        text = f"trước mốc {text}"
    if not deadline.working_days:
        return text
    rest = "đã trừ ngày nghỉ lễ" if holidays else "chưa trừ ngày nghỉ lễ, tết"
    return f"{text} (thứ Hai đến thứ Sáu, {rest})"


def _recurring_words(deadline: Deadline) -> str:
    first = first_time(deadline.value, deadline.every)
    bare_year = PartialDate.from_value(deadline.value).precision == "year"
    if bare_year and deadline.every != "half":
        return _EVERY_WORDS[deadline.every]
    if deadline.every == "month" and first.day is None:
        return _EVERY_WORDS["month"]
    if deadline.every == "quarter" and first.precision == "quarter":
        return _EVERY_WORDS["quarter"]
    text = _point_words(first, deadline.every)
    return f"trước {text}" if deadline.exclusive else text


def _point_words(first: PartialDate, every: Every) -> str:
    day = first.day
    if every == "month" and day is not None:
        return f"ngày {day.day} hằng tháng"
    if every == "quarter":
        month = _IN_QUARTER[(int(first.value[5:7]) - 1) % 3]
        return f"ngày {day.day} {month} mỗi quý" if day is not None else f"{month} mỗi quý"
    if every == "half":
        both = f"{_within_year(first)} và {_within_year(_half_later(first))}"
        return f"{both} hằng năm"
    return f"{_within_year(first)} hằng năm"


def _half_later(first: PartialDate) -> PartialDate:
    following = times(first.value, "half", after=first.first_day or date.min)
    next(following)
    return next(following)


def _within_year(when: PartialDate) -> str:
    """Return a date without its year: "15/11", "tháng 11", "Quý II"."""
    if when.precision == "quarter":
        return f"Quý {_ROMAN[int(when.value[-1]) - 1]}"
    if when.day is not None:
        return f"{when.day.day:02d}/{when.day.month:02d}"
    return f"tháng {int(when.value[5:7])}"
