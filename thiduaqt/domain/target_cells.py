"""Single cells of a table of targets: sign, figure and years apart, shown and read back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from thiduaqt.domain.plan import Operator, Target, YearValue
from thiduaqt.domain.plan_lists import BadCell
from thiduaqt.domain.target_edits import Wanted, read_wanted
from thiduaqt.domain.target_values import (
    OPERATOR_WORDS,
    BadFigure,
    plain_text,
    typed_number,
    value_words,
)
from thiduaqt.domain.targets import PERCENT, tree
from thiduaqt.domain.text import clean, fold

NO_FIGURE = "không có số"
STRIVING = "phấn đấu"
_SAMPLE = "1"
_BARE = re.compile(r"[\d.,]+(?:\s*%|\s+[^\d<>=≤≥]+)?")
_TAIL = re.compile(r"tro (?:len|xuong)$")
_YEAR = re.compile(r"(?:19|20|21)\d\d", re.ASCII)
_PLACES = 18


def operator_words(target: Target) -> str:
    """Return how the figure of a target is compared: "≥", "phấn đấu ≥", "không có số"."""
    if target.operator == "text":
        return STRIVING if target.striving else NO_FIGURE
    sign = OPERATOR_WORDS[target.operator]
    return f"{STRIVING} {sign}" if target.striving else sign


def operator_choices() -> tuple[str, ...]:
    """Return the ways to compare, as the choice offers them."""
    signs = ("≥", ">", "=", "≤", "<")
    return (*signs, *(f"{STRIVING} {sign}" for sign in ("≥", ">", "≤")), STRIVING, NO_FIGURE)


def read_operator(text: str) -> dict[str, Any]:
    """Read a sign or its words ("tối thiểu", "phấn đấu ≥", "không có số"). Raises BadCell.

    "phấn đấu" alone leaves the sign as it is; without a figure none of a year stays either.
    """
    typed = clean(text)
    striving = fold(typed).startswith(fold(STRIVING))
    rest = typed[len(STRIVING) :].strip() if striving else typed
    if striving and not rest:
        return {"striving": True}
    if not rest or fold(rest) == fold(NO_FIGURE):
        return {"operator": "text", "striving": False, "value": None, "by_year": ()}
    found = None if any(letter.isdigit() for letter in rest) else _sign(rest)
    if found is None:
        raise BadCell(
            f"“{typed[:40]}” không phải cách so sánh.",
            "Chọn ≥, >, =, ≤, <, phấn đấu hoặc không có số.",
        )
    return {"operator": found, "striving": striving}


def _sign(words: str) -> Operator | None:
    """Return the operator of words alone; a bare figure would mean "at least" by itself."""
    found = read_wanted(f"{words} {_SAMPLE}").operator
    if found == ">=" and fold(words) not in _AT_LEAST:
        return None
    return found


_AT_LEAST = frozenset(
    {
        "≥", ">=", "=>", "toi thieu", "it nhat", "tu", "dat", "dat tu", "khong duoi",
        "khong thap hon", "khong nho hon", "khong it hon",
    }
)  # fmt: skip


def wanted_typed(text: str, target: Target, year: int | None = None) -> dict[str, Any]:
    """Read what a target asks for: "0,75", "80%", "trên 90%", "1.250 hộ"; nothing takes it away.

    A bare figure leaves the sign as it is; a target without one gets ≥. Where the target has a
    figure for ``year`` it is that one which changes. Raises BadCell.
    """
    typed = clean(text)
    if not typed:
        return _placed(target, None, year)
    found = _read(typed, target.unit)
    fields: dict[str, Any] = {"unit": found.unit}
    bare = _BARE.fullmatch(typed) and not _TAIL.search(fold(typed))
    if target.operator == "text" or not bare:
        fields["operator"] = found.operator
    if found.striving:
        fields["striving"] = True
    return {**fields, **_placed(target, found.value, year)}


def _read(typed: str, unit: str) -> Wanted:
    try:
        return read_wanted(typed, unit)
    except BadFigure as fault:
        raise BadCell(fault.what, fault.todo) from fault


def _placed(target: Target, value: str | None, year: int | None) -> dict[str, Any]:
    if year is None or all(item.year != year for item in target.by_year):
        return {"value": value}
    kept = [item for item in target.by_year if item.year != year]
    if value is not None:
        kept.append(YearValue(year=year, value=value))
    return {"by_year": in_order(kept)}


def in_order(years: Iterable[YearValue]) -> tuple[YearValue, ...]:
    """Return years in order; of two figures for the same year the later one stays."""
    by_year = {item.year: item for item in years}
    return tuple(by_year[year] for year in sorted(by_year))


def years_words(target: Target) -> str:
    """Return the figures of years: "2026: 65%; 2027: 75%"."""
    return "; ".join(
        f"{item.year}: {value_words(Decimal(item.value), target.unit, places=_PLACES)}"
        for item in target.by_year
    )


def read_year(text: str) -> int:
    """Read a year. Raises BadCell."""
    typed = clean(text)
    if not _YEAR.fullmatch(typed):
        raise BadCell(f"“{typed[:40]}” không phải một năm.", "Gõ bốn chữ số, ví dụ 2027.")
    return int(typed)


def read_value(text: str, unit: str = "") -> str:
    """Read the figure of a year ("75", "75%", "0,75") as records keep it. Raises BadCell."""
    typed = clean(text)
    bare = typed.removesuffix(PERCENT if unit == PERCENT else unit).strip()
    number = typed_number(bare, counted=unit not in ("", PERCENT))
    if number is None:
        raise BadCell(
            f"“{typed[:40]}” không phải mức của chỉ tiêu.", "Gõ một số, ví dụ 0,75 hoặc 80%."
        )
    return plain_text(number)


def read_years(text: str, unit: str = "") -> tuple[YearValue, ...]:
    """Read "2026: 65%; 2027: 75%"; nothing takes all away. Raises BadCell."""
    found: list[YearValue] = []
    for part in text.split(";"):
        if not clean(part):
            continue
        year, colon, value = part.partition(":")
        if not colon:
            raise BadCell(
                f"Không hiểu “{clean(part)[:40]}”.",
                "Gõ năm, dấu hai chấm rồi mức: 2026: 65%; 2027: 75%.",
            )
        found.append(YearValue(year=read_year(year), value=read_value(value, unit)))
    return in_order(found)


def family(targets: Sequence[Target], code: str) -> frozenset[str]:
    """Return the codes of a target and of everything below it."""
    found = {code}
    for place in tree(targets):  # parents come before their parts
        if place.target.parent in found:
            found.add(place.target.code)
    return frozenset(found)
