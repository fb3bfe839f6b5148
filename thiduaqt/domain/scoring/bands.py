"""Bands of a measured value, read from the words an officer types: "từ 70% đến dưới 90%"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import Step
from thiduaqt.domain.text import fold

# "1.234" is one thousand and more, "0.75" a part of one (the dot groups three digits).
_NUMBER = r"(-?\d{1,3}(?:\.\d{3})+(?:,\d+)?|-?\d+(?:[.,]\d+)?)"
_GROUPED = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_UNIT = r"(?: ?%| ?[^\d<>=≤≥]*?)"
_SIGNS = str.maketrans({"≥": ">=", "≤": "<=", "–": "-", "—": "-"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """From where to where a band goes; None leaves the side open."""

    low: Decimal | None = None
    high: Decimal | None = None
    low_inclusive: bool = True
    high_inclusive: bool = False

    def step(self, points: Decimal) -> Step:
        """Return the band with its points."""
        return Step(
            points=points,
            low=self.low,
            high=self.high,
            low_inclusive=self.low_inclusive,
            high_inclusive=self.high_inclusive,
        )


_TWO_SIDED = re.compile(
    rf"(?P<from>tu|tren|hon|>=?|)\s*{_NUMBER}{_UNIT}\s*"
    rf"(?P<to>den duoi|den het|den|toi duoi|toi|<=?|-)\s*{_NUMBER}{_UNIT}"
)
_FROM = re.compile(
    rf"(?:(?:tu|dat|it nhat|toi thieu|>=)\s*{_NUMBER}{_UNIT}(?:tro len)?|{_NUMBER}{_UNIT}tro len)"
)
_ABOVE = re.compile(rf"(?:tren|hon|>)\s*{_NUMBER}{_UNIT}")
_BELOW = re.compile(rf"(?:duoi|it hon|<)\s*{_NUMBER}{_UNIT}")
_UP_TO = re.compile(
    rf"(?:(?:khong qua|toi da|den|<=)\s*{_NUMBER}{_UNIT}|{_NUMBER}{_UNIT}tro xuong)"
)
_JUST = re.compile(rf"(?:bang|dung|=)?\s*{_NUMBER}{_UNIT}")

_ONE_SIDED: tuple[tuple[re.Pattern[str], Callable[[Decimal], Band]], ...] = (
    (_FROM, lambda n: Band(low=n)),
    (_ABOVE, lambda n: Band(low=n, low_inclusive=False)),
    (_BELOW, lambda n: Band(high=n)),
    (_UP_TO, lambda n: Band(high=n, high_inclusive=True)),
    (_JUST, lambda n: Band(low=n, high=n, high_inclusive=True)),
)


def read_band(text: str) -> Band:
    """Return the band a text means.

    Read are "từ 90% trở lên", "từ 70 đến dưới 90", "70-90" (90 not included), "từ 1 đến 3"
    (3 included), "trên 5", "dưới 50%", "không quá 3", "5", ">= 0,75". Raises NotAllowed with a
    sentence for any other text and for an end below its beginning.
    """
    key = fold(text.translate(_SIGNS)).strip(" .;")
    found = _TWO_SIDED.fullmatch(key)
    if found:
        return _two_sided(found, text)
    for pattern, band in _ONE_SIDED:
        one = pattern.fullmatch(key)
        if one:
            number = _decimal(next(part for part in one.groups() if part), text)
            return band(number)
    raise _unread(text)


def _two_sided(found: re.Match[str], text: str) -> Band:
    low, high = _decimal(found[2], text), _decimal(found[4], text)
    inclusive = found["to"] in ("den", "den het", "toi", "<=")
    if high < low or (high == low and not inclusive):
        raise NotAllowed(
            f"Bậc “{text}” có mức cuối không lớn hơn mức đầu.", todo="Gõ lại mức của bậc."
        )
    return Band(
        low=low,
        high=high,
        low_inclusive=found["from"] not in ("tren", "hon", ">"),
        high_inclusive=inclusive,
    )


def _decimal(digits: str, text: str) -> Decimal:
    if _GROUPED.fullmatch(digits):
        digits = digits.replace(".", "")
    try:
        return Decimal(digits.replace(",", "."))
    except InvalidOperation:
        raise _unread(text) from None


def _unread(text: str) -> NotAllowed:
    return NotAllowed(
        f"Không hiểu bậc “{text}”.",
        todo="Gõ như: từ 90 trở lên; từ 70 đến dưới 90; dưới 50.",
    )
