"""Edits of the targets of a movement, and what is typed into their cells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import MovementPlan, Operator, Target, YearValue
from thiduaqt.domain.plan_lists import BadCell
from thiduaqt.domain.target_values import OPERATOR_WORDS, plain_text, typed_number, value_words
from thiduaqt.domain.targets import PERCENT
from thiduaqt.domain.text import clean, fold

NO_FIGURE = "không có số"
STRIVING = "phấn đấu"
_STEM = re.compile(r"^(?P<stem>.*?)(?P<number>\d*)$", re.ASCII)
_FIRST_CODE = "CT"
_AMOUNT = re.compile(r"(?P<number>[+-]?\d(?:[\d.,]|\s(?=\d))*)(?P<unit>\s*%|\s+[^\d%]+)?")
_YEAR = re.compile(r"(?:19|20|21)\d\d", re.ASCII)
_SIGNS: dict[str, Operator] = {
    "≥": ">=", ">=": ">=", ">": ">", "=": "=", "≤": "<=", "<=": "<=", "<": "<",
}  # fmt: skip
# Words of plans before a figure, longest first.
_WORDS: tuple[tuple[str, Operator], ...] = (
    ("khong thap hon", ">="), ("khong nho hon", ">="), ("khong duoi", ">="), ("it nhat", ">="),
    ("toi thieu", ">="), ("khong vuot qua", "<="), ("khong cao hon", "<="), ("khong qua", "<="),
    ("nhieu nhat", "<="), ("toi da", "<="), ("lon hon", ">"), ("cao hon", ">"), ("tren", ">"),
    ("thap hon", "<"), ("nho hon", "<"), ("duoi", "<"), ("bang", "="), ("tu", ">="),
)  # fmt: skip
_TAILS: tuple[tuple[re.Pattern[str], Operator], ...] = (
    (re.compile(r"\s*tr[ởo] l[êe]n$", re.IGNORECASE), ">="),
    (re.compile(r"\s*tr[ởo] xu[ốo]ng$", re.IGNORECASE), "<="),
)


# -- the list -------------------------------------------------------------------------------------


def with_target(rules: MovementPlan, code: str, values: Mapping[str, Any]) -> MovementPlan:
    """Return rules with fields of one target changed; one that is gone meanwhile is left out.

    Raises NotAllowed for a target that would stand below itself.
    """
    above = str(values.get("parent") or "")
    if above and above in family(rules.targets, code):
        raise NotAllowed(
            "Một chỉ tiêu không thể là chỉ tiêu con của chính nó.",
            todo="Chọn chỉ tiêu khác làm chỉ tiêu cha.",
        )
    return replace(
        rules,
        targets=tuple(
            replace(item, **values) if item.code == code else item for item in rules.targets
        ),
    )


def add_target(
    rules: MovementPlan, target: Target, *, after: str = "", used: Collection[str] = ()
) -> MovementPlan:
    """Return rules with one more target, at the end or behind the target ``after``.

    It gets a code that no target has and that is none of ``used``: codes that figures were entered
    under, which a new target must not inherit.
    """
    made = replace(target, code=fresh_code(rules.targets, target.parent, used))
    items = list(rules.targets)
    at = next((n for n, item in enumerate(items, start=1) if item.code == after), len(items))
    items.insert(at, made)
    return replace(rules, targets=tuple(items))


def fresh_code(targets: Iterable[Target], parent: str = "", used: Collection[str] = ()) -> str:
    """Return a free code that counts on from the last one beside it: after "III.9" "III.10"."""
    items = tuple(targets)
    beside = [item.code for item in items if item.parent == parent]
    taken = {item.code for item in items} | set(used)
    match = _STEM.match(beside[-1]) if beside else None
    stem = match["stem"] if match else f"{parent}." if parent else _FIRST_CODE
    if match and not match["number"]:
        stem = f"{stem}."
    rests = (code[len(stem) :] for code in taken if code.startswith(stem))
    numbers = [int(rest) for rest in rests if rest.isascii() and rest.isdigit()]
    return f"{stem}{max(numbers, default=0) + 1}"


def family(targets: Iterable[Target], code: str) -> frozenset[str]:
    """Return the codes of a target and of everything below it."""
    items = tuple(targets)
    found = {code}
    while True:
        more = {item.code for item in items if item.parent in found} - found
        if not more:
            return frozenset(found)
        found |= more


def without(rules: MovementPlan, codes: Iterable[str]) -> MovementPlan:
    """Return rules without some targets and without those below them."""
    gone = frozenset().union(*(family(rules.targets, code) for code in codes))
    return replace(rules, targets=tuple(item for item in rules.targets if item.code not in gone))


def reorder(rules: MovementPlan, code: str, step: int) -> MovementPlan:
    """Return rules with a target moved by ``step`` among those beside it; ends are ends.

    What stands below it is shown below it wherever it goes.
    """
    items = list(rules.targets)
    here = next((place for place, item in enumerate(items) if item.code == code), -1)
    if here < 0:
        return rules
    beside = [place for place, item in enumerate(items) if item.parent == items[here].parent]
    goal = beside[min(max(beside.index(here) + step, 0), len(beside) - 1)]
    items.insert(goal, items.pop(here))
    return replace(rules, targets=tuple(items))


def copy(rules: MovementPlan, code: str, *, used: Collection[str] = ()) -> MovementPlan:
    """Return rules with a second target like this one behind it, without what stands below."""
    old = rules.target(code)
    return rules if old is None else add_target(rules, old, after=code, used=used)


# -- what is typed --------------------------------------------------------------------------------


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

    "phấn đấu" alone leaves the sign as it is; without a figure no value of a year stays either.
    """
    typed = clean(text)
    striving = fold(typed).startswith(fold(STRIVING))
    rest = typed[len(STRIVING) :].strip() if striving else typed
    if striving and not rest:
        return {"striving": True}
    if not rest or fold(rest) == fold(NO_FIGURE):
        return {"operator": "text", "striving": False, "value": None, "by_year": ()}
    found = _SIGNS.get(rest) or dict(_WORDS).get(fold(rest))
    if found is None:
        raise BadCell(
            f"“{typed}” không phải cách so sánh.",
            "Chọn ≥, >, =, ≤, <, phấn đấu hoặc không có số.",
        )
    return {"operator": found, "striving": striving}


def read_wanted(text: str, target: Target, year: int | None = None) -> dict[str, Any]:
    """Read what a target asks for: "0,75", "80%", "trên 90%", "1.250 hộ"; nothing takes it away.

    A target without an operator gets ≥, as the next cell shows. Where the target has a figure for
    ``year`` it is that one which changes. Raises BadCell.
    """
    typed = clean(text)
    if not typed:
        return _wanted(target, None, year)
    fields, rest = _operator_of(typed)
    match = _AMOUNT.fullmatch(rest)
    if match is None:
        raise _no_value(typed)
    unit = clean(match["unit"] or "")
    unit = PERCENT if unit == PERCENT else unit or target.unit
    number = typed_number(match["number"], counted=unit not in ("", PERCENT))
    if number is None:
        raise _no_value(typed)
    if target.operator == "text":
        fields = {"operator": ">=", **fields}
    return {**fields, "unit": unit, **_wanted(target, plain_text(number), year)}


def _no_value(typed: str) -> BadCell:
    return BadCell(
        f"“{typed[:40]}” không phải mức của chỉ tiêu.", "Gõ một số, ví dụ 0,75 hoặc 80%."
    )


def _operator_of(typed: str) -> tuple[dict[str, Any], str]:
    """Return the operator written before or behind a figure, and the figure by itself."""
    rest, fields = typed, dict[str, Any]()
    if fold(rest).startswith(fold(STRIVING)):
        rest, fields = rest[len(STRIVING) :].strip(), {"striving": True}
    for sign in sorted(_SIGNS, key=len, reverse=True):
        if rest.startswith(sign):
            return {**fields, "operator": _SIGNS[sign]}, rest[len(sign) :].strip()
    for pattern, operator in _TAILS:
        tail = pattern.search(rest)
        if tail:
            rest, fields = rest[: tail.start()].strip(), {**fields, "operator": operator}
    key = fold(rest)
    for word, named in _WORDS:
        if key.startswith(f"{word} "):
            return {"operator": named, **fields}, rest[len(word) :].strip()
    return fields, rest


def _wanted(target: Target, value: str | None, year: int | None) -> dict[str, Any]:
    if year is None or all(item.year != year for item in target.by_year):
        return {"value": value}
    return {"by_year": with_year(target.by_year, year, value)}


def with_year(known: Iterable[YearValue], year: int, value: str | None) -> tuple[YearValue, ...]:
    """Return the figures of years with that of ``year`` set, or taken away for None."""
    kept = [item for item in known if item.year != year]
    if value is not None:
        kept.append(YearValue(year=year, value=value))
    return tuple(sorted(kept, key=lambda item: item.year))


def years_words(target: Target) -> str:
    """Return the figures of years: "2026: 65%; 2027: 75%"."""
    return "; ".join(
        f"{item.year}: {value_words(Decimal(item.value), target.unit)}" for item in target.by_year
    )


def read_year(text: str) -> int:
    """Read a year. Raises BadCell."""
    typed = clean(text)
    if not _YEAR.fullmatch(typed):
        raise BadCell(f"“{typed[:40]}” không phải một năm.", "Gõ bốn chữ số, ví dụ 2027.")
    return int(typed)


def read_value(text: str) -> str:
    """Read a bare figure of a year ("75", "75%", "0,75") as records keep it. Raises BadCell."""
    typed = clean(text)
    number = typed_number(typed.removesuffix(PERCENT))
    if number is None:
        raise _no_value(typed)
    return plain_text(number)


def read_years(text: str) -> tuple[YearValue, ...]:
    """Read "2026: 65%; 2027: 75%"; nothing takes all away. Raises BadCell."""
    found: tuple[YearValue, ...] = ()
    for part in text.split(";"):
        if not clean(part):
            continue
        year, colon, value = part.partition(":")
        if not colon:
            raise BadCell(
                f"Không hiểu “{clean(part)[:40]}”.",
                "Gõ năm, dấu hai chấm, mức: 2026: 65%; 2027: 75%.",
            )
        found = with_year(found, read_year(year), read_value(value))
    return found
