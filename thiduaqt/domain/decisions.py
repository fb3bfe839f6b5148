"""Numbers, order and money of a commendation decision."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from thiduaqt.domain.plan import RECIPIENT_WORDS, RecipientKind
from thiduaqt.domain.text import clean, name_key, sort_key

# Ceremony order: collectives, then households, then individuals (Decree 152/2025, article 29).
CEREMONY_ORDER: tuple[RecipientKind, ...] = ("collective", "household", "individual")
_NUMBER = re.compile(r"([0-9]{1,5})([a-z]?)\s*(?:/\s*(.+))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One recipient of a decision, with the words that will be printed and frozen.

    ``money`` is in đồng; ``money_note`` is the arithmetic behind it; ``ordinal`` the place in the
    decision, which is the number in the register (số sổ vàng). ``money_other`` is what the other
    reading of the rounding rule gives (0: the same), ``money_to_check`` tells that a rule behind
    the money has lapsed or is not confirmed.
    """

    ordinal: int
    nomination_id: str
    kind: RecipientKind
    name: str
    bare_name: str
    post: str
    unit: str
    achievement: str
    award: str
    award_name: str
    period_from: str
    period_to: str
    money: int
    money_note: str
    money_source: str
    money_other: int = 0
    money_to_check: bool = False

    @property
    def detail(self) -> str:
        """Post and unit in one line."""
        return ", ".join(part for part in (self.post, self.unit) if part)


def full_number(typed: str, symbol: str) -> str:
    """Return a decision number with its symbol: "131" and "131 / QĐ-UBND" give "131/QĐ-UBND".

    One number has one spelling, so that it cannot be given twice: "0131" and "131/qđ-ubnd" give
    it too; one below ten is written with a zero before it (Decree 30/2020, annex I). Raises
    ValueError for what is no number.
    """
    found = _NUMBER.fullmatch(clean(unicodedata.normalize("NFKC", typed)))
    if found is None or not int(found.group(1)):
        raise ValueError(typed)
    number = f"{int(found.group(1)):02d}{found.group(2).lower()}"
    rest = re.sub(r"\s*([/-])\s*", r"\1", found.group(3) or symbol)
    return f"{number}/{rest.upper()}"


def register_number(ordinal: int) -> str:
    """Return the số sổ vàng as register and certificate print it: "03".

    It is the place of the recipient in the decision, nothing else (Decree 98/2023, article 104,
    the last text found); the number of the decision stands beside it.
    """
    return f"{ordinal:02d}"


def ceremony_key(kind: RecipientKind, bare_name: str) -> tuple[int, str]:
    """Return the key that puts recipients into the order of decision and ceremony."""
    by_name = name_key(bare_name) if kind == "individual" else sort_key(bare_name)
    return CEREMONY_ORDER.index(kind), by_name


def counted(kinds: list[RecipientKind]) -> list[tuple[int, str]]:
    """Return how many recipients of each kind there are, in ceremony order, none left out at 0."""
    return [(kinds.count(kind), RECIPIENT_WORDS[kind]) for kind in CEREMONY_ORDER if kind in kinds]


def period_words(start: str, end: str) -> str:
    """Return the time of an achievement as a decision words it: "năm 2026", "từ … đến …"."""
    end = end or start
    if not start:
        return ""
    if start == end:
        return f"{_unit(start)} {_shown(start)}"
    if len(start) == len(end) == 4:
        return f"giai đoạn {start} - {end}"
    return f"từ {_unit(start)} {_shown(start)} đến {_unit(end)} {_shown(end)}"


def _unit(value: str) -> str:
    return {4: "năm", 7: "tháng"}.get(len(value), "ngày")


def _shown(value: str) -> str:
    return "/".join(reversed(value.split("-")))
