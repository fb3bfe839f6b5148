"""Dates and cited documents in running text."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# Every Latin capital letter, for use inside the brackets of a pattern.
UPPER = "".join(
    sign
    for sign in map(chr, [*range(0x41, 0x250), *range(0x1E00, 0x1F00)])
    if sign.isupper() and (sign in "ĐƠƯ" or unicodedata.normalize("NFD", sign)[0].isascii())
)
_DAY = r"(?P<d>\d{1,2})\s*(?:[/.-]|\s+tháng\s+)\s*(?P<m>\d{1,2})\s*(?:[/.-]|\s+năm\s+)\s*"
FULL_DATE = re.compile(rf"(?<![\d/.,-]){_DAY}(?P<y>\d{{4}})(?![\d/])")
# Symbols of documents: "152/2025/NĐ-CP", "57-NQ/TW", "17/KH-UBND", "47A/KH-UBND".
_KINDS = (
    "Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư|Chỉ thị|Kết luận|Kế hoạch hành động|"
    "Kế hoạch|Công văn|Đề án|Hướng dẫn|Chương trình|Quy định|Quy chế|Thông báo|Công điện|Luật|"
    "Báo cáo|Tờ trình"
)
CITED = re.compile(
    rf"(?P<kind>{_KINDS}|\b)(?:\s+liên tịch)?\s*(?P<so>số)\s*:?\s*"
    r"(?P<symbol>\d{1,5}[A-Za-z]?\s*[-/]\s*(?:\d{4}\s*/\s*)?[A-ZĐ][A-ZĐa-z0-9]*"
    r"(?:\s*[-/]\s*[A-ZĐ][A-ZĐa-z0-9]*)*)"
    r"(?P<dated>,?\s*(?:ký\s+)?ngày\s+(?P<date>\d{1,2}\s*(?:[/.-]|\s+tháng\s+)\s*\d{1,2}\s*"
    r"(?:[/.-]|\s+năm\s+)\s*\d{4}))?"
)
_CENTRAL = re.compile(
    r"(?:/QH\d+|/UBTVQH\d+|NĐ-CP|NQ-CP|-TTg|/TTg|/TT-B[A-ZĐ]+|/TTLT|HD-B[A-ZĐ]+|QĐ-B[A-ZĐ]+|/TW|"
    r"BCĐTW|BCĐTƯ|VBHN)"
)
_CLAUSE_END = re.compile(r";|\.(?=\s|$)|(?=Căn cứ )")


@dataclass(frozen=True, slots=True)
class Cited:
    """A document named in a text: kind, symbol without spaces, its date, where it stands.

    ``day`` is None where no date follows; ``impossible`` where it is in no calendar.
    """

    kind: str
    symbol: str
    day: dt.date | None
    impossible: bool
    start: int
    end: int

    @property
    def central(self) -> bool:
        """Whether a central body (Party, Assembly, Government, ministry) issued it."""
        return bool(_CENTRAL.search(self.symbol))


def day_of(day: str | int, month: str | int, year: str | int) -> dt.date | None:
    """Return a calendar day, or None where there is no such day."""
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def dates_in(text: str) -> Iterator[tuple[re.Match[str], dt.date | None]]:
    """Yield every full date of a text, with None for a day that no calendar has."""
    for found in FULL_DATE.finditer(text):
        yield found, day_of(found["d"], found["m"], found["y"])


@lru_cache(maxsize=2048)
def cited_in(text: str) -> tuple[Cited, ...]:
    """Return the documents with number and symbol that a text names."""
    return tuple(_cited(found) for found in CITED.finditer(text))


def _cited(found: re.Match[str]) -> Cited:
    day = None
    if found["date"]:
        day = next((value for _, value in dates_in(found["date"])), None)
    return Cited(
        kind=found["kind"] or "",
        symbol=re.sub(r"\s+", "", found["symbol"]),
        day=day,
        impossible=bool(found["date"]) and day is None,
        start=found.start(),
        end=found.end(),
    )


@lru_cache(maxsize=2048)
def clauses(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the clauses of a text stand: parts between semicolons and full stops."""
    ends = [found.start() for found in _CLAUSE_END.finditer(text)]
    starts = [0, *ends]
    return tuple((a, b) for a, b in zip(starts, [*ends, len(text)], strict=True) if a < b)


def central_titles(text: str) -> tuple[tuple[int, int], ...]:
    """Return where titles of central documents stand: what they name is not the plan's own.

    Only where the clause itself opens with the central document: in the title of a local one
    another province's name is a leftover.
    """
    found = []
    for start, end in clauses(text):
        inside = [cited for cited in cited_in(text) if start <= cited.start < end]
        if inside and inside[0].central:
            found.append((inside[0].end, end))
    return tuple(found)


def last_day(year: int, month: int) -> dt.date:
    """Return the last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])
