"""Dates that may be known only to the month, the quarter or the year."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal

from thiduaqt.domain.text import fold

Precision = Literal["day", "month", "quarter", "year", "none"]

# A day count of Excel starts here; its imagined 29/02/1900 makes the start one day earlier.
_EXCEL_EPOCH = date(1899, 12, 30)
_FIRST_YEAR, _LAST_YEAR = 1850, 2199
# Day counts read as such from bare digits, 1915 to 2064; nobody on a list was born after 2029.
_SERIALS = range(5479, 60_000)
_BIRTH_SERIALS = range(5479, 47_483)
# Two-digit years of birth: 30 to 99 are of the last century, 00 to 29 of this one (ux.md §4.2).
_BIRTH_PIVOT = 30

_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


class BadDate(ValueError):
    """A text that is no date. ``suggestions`` are the readings closest to it, best first."""

    def __init__(self, text: str, suggestions: tuple[PartialDate, ...] = ()) -> None:
        super().__init__(text)
        self.text = text
        self.suggestions = suggestions


class UnreadableDate(BadDate):
    """The text does not look like a date."""


class ImpossibleDate(BadDate):
    """The text looks like a date that the calendar does not have (31/2/1990, 13/25)."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date and how exactly it is known.

    ``value`` is "1985-03-12", "1985-03", "2027-Q2", "1985" or ""; ``precision`` says which.
    Build one with :meth:`of`, :meth:`from_value` or :func:`parse`.
    """

    value: str = ""
    precision: Precision = "none"

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> PartialDate:
        """Return the date with these parts. Raises ValueError where there is no such date."""
        if not _FIRST_YEAR <= year <= _LAST_YEAR:
            raise ValueError(f"year {year}")
        if month is None:
            return cls(f"{year:04d}", "year")
        if day is None:
            if not 1 <= month <= 12:
                raise ValueError(f"month {month}")
            return cls(f"{year:04d}-{month:02d}", "month")
        return cls(date(year, month, day).isoformat(), "day")

    @classmethod
    def of_quarter(cls, year: int, quarter: int) -> PartialDate:
        """Return a quarter of a year. Raises ValueError where there is no such quarter."""
        if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= quarter <= 4):
            raise ValueError(f"quarter {quarter} of {year}")
        return cls(f"{year:04d}-Q{quarter}", "quarter")

    @classmethod
    def from_value(cls, value: str) -> PartialDate:
        """Return the date stored as ``value``. Raises ValueError for any other text."""
        if not value:
            return NO_DATE
        found = _VALUE.fullmatch(value)
        if found is None:
            raise ValueError(value)
        if found["quarter"]:
            return cls.of_quarter(int(found["year"]), int(found["quarter"]))
        month, day = found["month"], found["day"]
        return cls.of(int(found["year"]), int(month) if month else None, int(day) if day else None)

    def __bool__(self) -> bool:
        return bool(self.value)

    @property
    def year(self) -> int | None:
        """The year, or None for no date."""
        return int(self.value[:4]) if self.value else None

    @property
    def day(self) -> date | None:
        """The calendar day where it is known exactly, else None."""
        return date.fromisoformat(self.value) if self.precision == "day" else None

    @property
    def first_day(self) -> date | None:
        """The first day of the period, None for no date."""
        if not self.value:
            return None
        if self.precision == "quarter":
            return date(int(self.value[:4]), 3 * int(self.value[-1]) - 2, 1)
        return date.fromisoformat((self.value + "-01-01")[:10])

    @property
    def sort_key(self) -> str:
        """A key in order of time; an unknown part comes first within its period."""
        first = self.first_day
        if first is None:
            return ""
        unknown = {"year": 0, "quarter": 1, "month": 2, "day": 3}[self.precision]
        return f"{first.isoformat()}.{unknown}"

    def display(self) -> str:
        """Return the date as the screen shows it: 12/03/1985, 03/1985, Quý II/2027, 1985."""
        if self.precision == "quarter":
            numeral = ("I", "II", "III", "IV")[int(self.value[-1]) - 1]
            return f"Quý {numeral}/{self.value[:4]}"
        return "/".join(reversed(self.value.split("-")))


NO_DATE = PartialDate()


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date read from a text, and what had to be guessed in reading it."""

    date: PartialDate
    century_guessed: bool = False
    from_serial: bool = False


def parse(text: str, *, birth: bool = False, today: date | None = None) -> PartialDate:
    """Read a date as people type it; an empty text is no date.

    ``birth`` puts two-digit years of 30 and above into the last century. ``today`` is needed for
    "nay" and "+7". Raises :class:`UnreadableDate` or :class:`ImpossibleDate`.
    """
    return read(text, birth=birth, today=today).date


def read(text: str, *, birth: bool = False, today: date | None = None) -> DateReading:
    """Like :func:`parse`, and tell what was guessed."""
    if today is not None:
        relative = _relative(text, today)
        if relative is not None:
            return DateReading(relative)
    return _read(text, birth)


def from_serial(serial: int) -> PartialDate:
    """Return the day of an Excel day count: 33004 is 11/05/1990.

    Raises ValueError outside 1 to 73050.
    """
    if not 1 <= serial <= 73_050:
        raise ValueError(f"serial {serial}")
    day = _EXCEL_EPOCH + timedelta(days=serial)
    return PartialDate(day.isoformat(), "day")


def from_day(day: date | datetime) -> PartialDate:
    """Return a calendar day as a partial date. Raises ValueError for a year out of range."""
    return PartialDate.of(day.year, day.month, day.day)


def _relative(text: str, today: date) -> PartialDate | None:
    key = fold(text)
    if key in ("nay", "hom nay"):
        return from_day(today)
    if re.fullmatch(r"[+-]\d{1,4}", key):
        return from_day(today + timedelta(days=int(key)))
    return None


# What stands before or around the figures without changing them: "Sinh ngày 5 tháng 3 năm 1990".
_WORDS = re.compile(r"\b(?:sinh|ngay|nam|vao|khoang)\b")
_UNKNOWN = "?x_.…"
_MONTH_WORD = re.compile(r"\s*[,./-]?\s*\bthang\b\s*")
_QUARTER = re.compile(r"(?:q|quy)\s*([1-4]|i{1,3}|iv)\s*[/.,-]?\s*(?:nam\s*)?(\d{4})")
_PART = rf"(\d{{1,2}}|[{_UNKNOWN}]*)"
_MARK = r"[/.,\\-]"
_PARTS = re.compile(rf"{_PART}{_MARK}{_PART}{_MARK}(\d{{2,4}})", re.ASCII)
_MONTH_YEAR = re.compile(rf"{_PART}{_MARK}(\d{{4}})", re.ASCII)
_SHORT_MONTH_YEAR = re.compile(r"(\d{1,2})/(\d{2})", re.ASCII)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", re.ASCII)
_CLOCK = re.compile(r"[t ]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:\s*[ap]m)?$")


@lru_cache(maxsize=4096)
def _read(text: str, birth: bool) -> DateReading:
    key = fold(text)
    if not key:
        return DateReading(NO_DATE)
    if key.isdecimal() and key.isascii():
        return _from_digits(key, birth)
    quarter = _QUARTER.fullmatch(key)
    if quarter:
        number = _ROMAN.get(quarter[1]) or int(quarter[1])
        return DateReading(_known(text, PartialDate.of_quarter, int(quarter[2]), number))
    key = _CLOCK.sub("", key)
    key = _WORDS.sub(" ", _MONTH_WORD.sub("/", key))
    key = re.sub(r"\s*([/.,\\-])\s*", r"\1", key).strip(" /,.;:-()'")
    key = re.sub(r"\s+", "/", key)
    return _from_parts(text, key, birth)


def _from_parts(text: str, key: str, birth: bool) -> DateReading:
    if key.isdecimal() and key.isascii():
        return _from_digits(key, birth)
    iso = _ISO.fullmatch(key)
    if iso:
        return _calendar(text, iso[3], iso[2], int(iso[1]), guessed=False)
    month_year = _MONTH_YEAR.fullmatch(key)
    if month_year:
        return _calendar(text, None, month_year[1], int(month_year[2]), guessed=False)
    full = _PARTS.fullmatch(key)
    if full:
        year, guessed = _full_year(text, full[3], birth)
        return _calendar(text, full[1], full[2], year, guessed=guessed)
    short = _SHORT_MONTH_YEAR.fullmatch(key)
    if short:
        return _month_or_day(text, int(short[1]), int(short[2]), birth)
    raise UnreadableDate(text)


def _month_or_day(text: str, first: int, second: int, birth: bool) -> DateReading:
    """Read "3/90": a month and a short year. "13/25" is neither that nor a day of a month."""
    year, _ = _full_year(text, f"{second:02d}", birth)
    if 1 <= first <= 12 and second > 12:
        return DateReading(PartialDate.of(year, first), century_guessed=True)
    raise ImpossibleDate(text, (PartialDate.of(year),))


def _full_year(text: str, digits: str, birth: bool) -> tuple[int, bool]:
    if len(digits) == 4:
        return int(digits), False
    if len(digits) != 2:
        raise UnreadableDate(text)
    short = int(digits)
    last_century = birth and short >= _BIRTH_PIVOT
    return (1900 if last_century else 2000) + short, birth


def _from_digits(digits: str, birth: bool) -> DateReading:
    """Read digits without separators: 1990, 050390, 05031990, 5031990, 031990, 33004."""
    length = len(digits)
    if length == 4:
        return DateReading(_known(digits, PartialDate.of, int(digits)))
    if length == 5 and int(digits) in (_BIRTH_SERIALS if birth else _SERIALS):
        return DateReading(from_serial(int(digits)), from_serial=True)
    if length in (5, 6):
        return _from_six(digits.rjust(6, "0"), birth)
    if length in (7, 8):
        padded = digits.rjust(8, "0")
        return _calendar(digits, padded[:2], padded[2:4], int(padded[4:]), guessed=False)
    raise UnreadableDate(digits)


def _from_six(digits: str, birth: bool) -> DateReading:
    """Read ddmmyy, and mmyyyy where that is no day."""
    year, guessed = _full_year(digits, digits[4:], birth)
    try:
        return _calendar(digits, digits[:2], digits[2:4], year, guessed=guessed)
    except ImpossibleDate:
        long_year = int(digits[2:])
        if 1 <= int(digits[:2]) <= 12 and 1900 <= long_year <= 2100:
            return DateReading(PartialDate.of(long_year, int(digits[:2])))
        raise


def _calendar(
    text: str, day: str | None, month: str | None, year: int, *, guessed: bool
) -> DateReading:
    """Put parts together; "00", "??" and nothing mean unknown."""
    known_day, known_month = _part(day), _part(month)
    if known_month is None:
        return DateReading(_known(text, PartialDate.of, year), century_guessed=guessed)
    try:
        found = PartialDate.of(year, known_month, known_day)
    except ValueError:
        raise ImpossibleDate(text, _nearest(year, known_month, known_day)) from None
    return DateReading(found, century_guessed=guessed)


def _part(digits: str | None) -> int | None:
    if not digits or not digits.strip(_UNKNOWN + "0"):
        return None
    return int(digits)


def _known(text: str, make: Callable[..., PartialDate], *parts: int) -> PartialDate:
    try:
        return make(*parts)
    except ValueError:
        raise ImpossibleDate(text) from None


def _nearest(year: int, month: int, day: int | None) -> tuple[PartialDate, ...]:
    """Return the two readings closest to a date that does not exist."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return ()
    only_year = PartialDate.of(year)
    if day is not None and month > 12 and 1 <= day <= 12:
        try:
            return PartialDate.of(year, day, month), only_year
        except ValueError:
            return (only_year,)
    if 1 <= month <= 12:
        return PartialDate.of(year, month), only_year
    return (only_year,)
