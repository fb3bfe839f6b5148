"""Deadlines as an officer types and reads them: "trước 15/11 hằng năm", "10 ngày trước ngày trao".

What cannot be read stays as words: a plan may say "khi có hướng dẫn của tỉnh".
"""

from __future__ import annotations

import re
from dataclasses import replace

from thiduaqt.domain import dates, moments
from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.plan import Anchor, Deadline, Every
from thiduaqt.domain.text import clean, fold

_EVERY_MARKS: tuple[tuple[str, Every], ...] = (
    (r"(?:dinh ky\s+)?(?:6|sau) thang(?:\s+(?:mot|1) lan)?$|nua nam(?:\s+(?:mot|1) lan)?$", "half"),
    (r"(?:hang|moi)\s+quy", "quarter"),
    (r"(?:hang|moi)\s+thang", "month"),
    (r"(?:hang|moi)\s+nam", "year"),
)
_ANCHOR_MARKS: tuple[tuple[str, Anchor], ...] = (
    (r"ngay (?:trao|khen|to chuc trao)", "award_day"),
    (r"ngay ban hanh|ban hanh ke hoach", "issue"),
    (r"(?:ngay )?hop hoi dong|ngay hop", "council"),
    (r"ngay bat dau|ngay phat dong", "start"),
    (r"ngay ket thuc", "end"),
)
_RELATIVE = re.compile(
    r"(?P<days>\d{1,3})\s+ngay(?P<working>\s+lam viec)?\s+"
    r"(?P<side>truoc|sau|ke tu|tu)\s+(?P<what>.+)"
)
_EVENT = re.compile(r"ngày(?:\s+làm việc)?\s+(?:trước|sau|kể từ|từ)\s+(.+)", re.IGNORECASE)
_TENTATIVE = re.compile(r"^du kien\s+|\s*\(?du kien\)?$")
_UNTIL = re.compile(
    r"^(?:cham nhat|truoc|den het|den|han|trong|vao)\s+(?:la\s+|vao\s+)?(?:ngay\s+)?"
)
_DAY = re.compile(r"(?:ngay\s+)?(\d{1,2})")
_DAY_MONTH = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})")
_QUARTER = re.compile(r"(?:quy)\s+(i{1,3}|iv|[1-4])")
_MONTH = re.compile(r"thang\s+(\d{1,2})")
_LAST_DAY = 31
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def read(text: str, *, year: int) -> Deadline:
    """Return the deadline a typed text means; its words are kept unless it is a bare date.

    ``year`` is the first year of something that recurs and names none. What cannot be read has
    its words only.
    """
    typed = clean(text)
    key = fold(typed)
    if not key:
        return Deadline()
    tentative = bool(_TENTATIVE.search(key))
    key = _TENTATIVE.sub("", key).strip()
    found = _relative(key, typed) or _recurring(key, year) or _plain(key)
    if found is None:
        return Deadline(wording=typed, tentative=tentative)
    bare = found == Deadline(value=found.value) and not tentative and typed[:1].isdigit()
    return replace(found, wording="" if bare else typed, tentative=tentative)


def _relative(key: str, typed: str) -> Deadline | None:
    match = _RELATIVE.fullmatch(key)
    if match is None:
        return None
    days = int(match["days"])
    offset = -days if match["side"] == "truoc" else days
    working = bool(match["working"])
    for mark, anchor in _ANCHOR_MARKS:
        if re.search(mark, match["what"]):
            return Deadline(anchor=anchor, offset=offset, working_days=working)
    named = _EVENT.search(typed)
    event = named[1] if named else match["what"]
    return Deadline(anchor="event", offset=offset, working_days=working, event=event)


def _recurring(key: str, year: int) -> Deadline | None:
    for mark, every in _EVERY_MARKS:
        match = re.search(mark, key)
        if match is None:
            continue
        rest = (key[: match.start()] + key[match.end() :]).strip(" ,.;()")
        if not rest:
            return Deadline(recurring=True, every=every)
        exclusive = rest.startswith("truoc ")
        rest = _UNTIL.sub("", rest).strip(" ,.;")
        day = _DAY.fullmatch(rest) if every == "month" else None
        if day is not None and 1 <= int(day[1]) <= _LAST_DAY:
            value: str | None = PartialDate.of(year, 1, int(day[1])).value
        else:
            value = _within_year(rest, year)
        if value is None:
            return None
        return Deadline(value=value, exclusive=exclusive, recurring=True, every=every)
    return None


def _within_year(rest: str, year: int) -> str | None:
    """Return a day, month or quarter that names no year as one of ``year``."""
    try:
        day = _DAY_MONTH.fullmatch(rest)
        if day:
            return PartialDate.of(year, int(day[2]), int(day[1])).value
        quarter = _QUARTER.fullmatch(rest)
        if quarter:
            number = _ROMAN.get(quarter[1]) or int(quarter[1])
            return PartialDate.of_quarter(year, number).value
        month = _MONTH.fullmatch(rest)
        if month:
            return PartialDate.of(year, int(month[1])).value
        return dates.parse(rest).value or None
    except ValueError:
        return None


def _plain(key: str) -> Deadline | None:
    exclusive = key.startswith("truoc ")
    try:
        value = dates.parse(_UNTIL.sub("", key)).value
    except dates.BadDate:
        return None
    return Deadline(value=value, exclusive=exclusive) if value else None


def show(when: Deadline) -> str:
    """Return a deadline as the plan words it, else as it is set; "" where it has no date."""
    if when.wording:
        return when.wording
    words = moments.in_words(when)
    return "" if words == moments.NOT_SET else words


def is_understood(when: Deadline) -> bool:
    """Tell whether a deadline is more than words: it can be put in order and counted down to."""
    return bool(when.value or when.anchor or when.recurring)
