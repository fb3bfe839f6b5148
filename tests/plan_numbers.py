"""Every number a plan holds, to be looked for in what is printed of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal

from thiduaqt.domain.plan import Source
from thiduaqt.domain.plan_text import ComposedPlan, lines_of
from thiduaqt.domain.plan_text.words import figure

# Codes hold numbers too, but name things for the program; remarks are for the officer, an edition
# of criteria is not the plan's matter, and how many of a section count only under its rule.
NOT_PRINTED = frozenset(
    {"code", "section", "parent", "group", "league", "all_of", "any_of", "short_name", "theme"}
    | {"version", "valid_from", "at_least", "remarks", "risk_share"}
)


def numbers_in(value: object) -> Iterator[str]:
    """Yield every number of the data as it must be read in the text."""
    if isinstance(value, Decimal):
        yield figure(abs(value))
    elif isinstance(value, bool) or value is None:
        return
    elif isinstance(value, int):
        yield str(abs(value))
    elif isinstance(value, str):
        yield from re.findall(r"\d+", value)
    elif isinstance(value, tuple):
        for item in value:
            yield from numbers_in(item)
    elif is_dataclass(value) and not isinstance(value, Source):
        for field in fields(value):
            if field.name not in NOT_PRINTED:
                yield from numbers_in(getattr(value, field.name))


def missing_numbers(plan: ComposedPlan, *data: object) -> set[str]:
    """Return the numbers of the data that stand nowhere in the printed plan; 0 says nothing."""
    text = "\n".join(line.text for line in lines_of(plan))
    shown = {number.lstrip("0") for number in re.findall(r"\d+(?:,\d+)?", text)}
    shown |= {part.lstrip("0") for number in shown for part in number.split(",")}
    wanted = {number for item in data for number in numbers_in(item) if number.strip("0")}
    return {number for number in wanted if number.lstrip("0") not in shown}
