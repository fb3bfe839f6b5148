"""Edits of the targets of a plan; each takes the rules of a movement and returns new ones."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from thiduaqt.domain.plan import MovementPlan, Operator, Target, YearValue
from thiduaqt.domain.target_values import BadFigure, plain_text
from thiduaqt.domain.targets import PERCENT, tree
from thiduaqt.domain.text import clean, fold

_SIGNS: dict[str, Operator] = {
    "≥": ">=", ">=": ">=", "=>": ">=", ">": ">", "≤": "<=", "<=": "<=", "=<": "<=", "<": "<",
    "=": "=",
}  # fmt: skip
# What a plan says before or after the number; the longest that fits is taken.
_BEFORE: dict[str, Operator] = {
    "toi thieu": ">=", "it nhat": ">=", "tu": ">=", "dat tu": ">=", "dat": ">=",
    "tren": ">", "hon": ">", "vuot": ">",
    "khong duoi": ">=", "khong thap hon": ">=", "khong nho hon": ">=", "khong it hon": ">=",
    "toi da": "<=", "nhieu nhat": "<=", "khong qua": "<=", "khong vuot": "<=",
    "khong vuot qua": "<=", "khong cao hon": "<=", "khong hon": "<=",
    "duoi": "<", "thap hon": "<", "nho hon": "<", "it hon": "<", "bang": "=",
}  # fmt: skip
_AFTER: dict[str, Operator] = {"tro len": ">=", "tro xuong": "<="}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_STRIVING = "phan dau"
# What is counted is words: "8O%" and "1/2" are slips.
_COUNTED = re.compile(r"[^\W\d_][^\d%/<>=≤≥]*")
_LAST_NUMBER = re.compile(r"(?P<stem>.*?)(?P<number>[0-9]*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a target asks for as it was typed; ``value`` None where it is in words only."""

    operator: Operator
    value: str | None
    unit: str
    striving: bool = False


def read_wanted(text: str, unit: str = "") -> Wanted:
    """Read "≥ 0,75", "trên 90%", "80 % trở lên", "phấn đấu 12 buổi" as what a target asks for.

    A bare number means "at least"; ``unit`` is kept where none is typed. An empty text asks for
    nothing in figures. Raises :class:`BadFigure` for a text without a number.
    """
    typed = clean(text)
    if not typed:
        return Wanted(operator="text", value=None, unit=unit)
    found = _NUMBER.search(typed)
    if found is None:
        raise BadFigure(
            f"“{typed[:40]}” không có con số.", "Gõ như ≥ 90%, > 0,75, tối đa 2%, hoặc để trống."
        )
    before, after = typed[: found.start()].strip(), typed[found.end() :].strip()
    striving = fold(before).startswith(_STRIVING)
    sign = _operator(before, after)
    named, rest = _unit(after)
    if rest and not _COUNTED.fullmatch(rest):
        raise BadFigure(
            f"“{typed[:40]}” không phải một mức.", "Gõ như ≥ 90%, > 0,75, 1.250 hộ, tối đa 2%."
        )
    value = _value(found.group(), counted=(named or rest or unit) not in ("", PERCENT))
    return Wanted(operator=sign, value=value, unit=named or rest or unit, striving=striving)


def _operator(before: str, after: str) -> Operator:
    for sign in sorted(_SIGNS, key=len, reverse=True):
        if sign in before:
            return _SIGNS[sign]
    key = fold(before).removeprefix(_STRIVING).strip()
    for words in sorted(_BEFORE, key=len, reverse=True):
        if key == words or key.endswith(f" {words}"):
            return _BEFORE[words]
    end = fold(after)
    return next((sign for words, sign in _AFTER.items() if end.endswith(words)), ">=")


def _unit(after: str) -> tuple[str, str]:
    """Return ("%", …) or ("", what is counted): "buổi" of "buổi trở lên"."""
    if after.startswith("%"):
        return PERCENT, ""
    words = re.sub(r"\s*(?:trở lên|trở xuống)\s*$", "", after, flags=re.IGNORECASE)
    return "", words.strip(" .;,")


def _value(digits: str, *, counted: bool) -> str:
    whole = re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", digits)
    if whole and (counted or digits.count(".") > 1 or "," in digits):
        digits = digits.replace(".", "")
    number = digits.replace(",", ".")
    if number.count(".") > 1:
        raise BadFigure(f"“{digits}” không phải một số.", "Gõ lại số, ví dụ 0,75 hoặc 1.250.")
    return plain_text(Decimal(number))


# -- the list -------------------------------------------------------------------------------------


def free_code(plan: MovementPlan, parent: str = "", used: Collection[str] = ()) -> str:
    """Return a code no target has, counting on from those beside it: after "III.9" "III.10".

    ``used`` are codes that figures were entered under. A new target must not inherit them from one
    that was taken away, so it never gets a number that is not higher than theirs.
    """
    beside = [target.code for target in plan.targets if target.parent == parent]
    taken = {target.code for target in plan.targets} | set(used)
    match = _LAST_NUMBER.fullmatch(beside[-1]) if beside else None
    stem = match["stem"] if match and match["number"] else f"{parent}." if parent else "t"
    rests = (code[len(stem) :] for code in taken if code.startswith(stem))
    numbers = [int(rest) for rest in rests if rest.isascii() and rest.isdigit()]
    return f"{stem}{max(numbers, default=0) + 1}"


def add_target(
    plan: MovementPlan,
    statement: str = "",
    *,
    parent: str = "",
    after: str = "",
    used: Collection[str] = (),
) -> tuple[MovementPlan, str]:
    """Return the rules with a new target, and its code; ``after`` names the one it follows.

    Its code is that of :func:`free_code`. A sub-target stands under ``parent`` and shares its
    group and unit.
    """
    above = plan.target(parent) if parent else None
    made = Target(
        code=free_code(plan, parent if above else "", used),
        statement=clean(statement),
        parent=parent if above else "",
        group=above.group if above else "",
        unit=above.unit if above else "",
        scope=above.scope if above else "whole",
    )
    codes = [target.code for target in plan.targets]
    place = codes.index(after) + 1 if after in codes else len(codes)
    targets = (*plan.targets[:place], made, *plan.targets[place:])
    return replace(plan, targets=targets), made.code


def change_target(plan: MovementPlan, code: str, /, **values: Any) -> MovementPlan:  # noqa: ANN401 - fields of Target
    """Return the rules with fields of one target changed; the code itself stays.

    Figures are kept by the code, so a target whose words change keeps its figures.
    """
    return replace(
        plan,
        targets=tuple(
            replace(target, **{**values, "code": code}) if target.code == code else target
            for target in plan.targets
        ),
    )


def copy_target(
    plan: MovementPlan, code: str, *, used: Collection[str] = ()
) -> tuple[MovementPlan, str]:
    """Return the rules with a second target like this one behind it, and its code.

    What stands below it is not copied. One that is gone meanwhile gives no new code.
    """
    old = plan.target(code)
    if old is None:
        return plan, ""
    made = replace(old, code=free_code(plan, old.parent, used))
    place = plan.targets.index(old) + 1
    return replace(plan, targets=(*plan.targets[:place], made, *plan.targets[place:])), made.code


def set_wanted(plan: MovementPlan, code: str, text: str) -> MovementPlan:
    """Return the rules with what one target asks for, as typed. Raises BadFigure."""
    target = plan.target(code)
    if target is None:
        return plan
    wanted = read_wanted(text, target.unit)
    return change_target(
        plan,
        code,
        operator=wanted.operator,
        value=wanted.value,
        unit=wanted.unit,
        striving=wanted.striving,
    )


def set_year(plan: MovementPlan, code: str, year: int, text: str) -> MovementPlan:
    """Return the rules with what one target asks for in one year; empty: nothing of its own.

    Operator and unit are those of the target. Raises BadFigure.
    """
    target = plan.target(code)
    if target is None:
        return plan
    others = [item for item in target.by_year if item.year != year]
    wanted = read_wanted(text, target.unit)
    if wanted.value is not None:
        others.append(YearValue(year=year, value=wanted.value))
    values: dict[str, Any] = {"by_year": tuple(sorted(others, key=lambda item: item.year))}
    if target.operator == "text" and others:
        values.update(operator=wanted.operator, unit=wanted.unit)
    return change_target(plan, code, **values)


def remove_target(plan: MovementPlan, code: str) -> MovementPlan:
    """Return the rules without a target and its sub-targets."""
    gone = {code}
    for place in tree(plan.targets):  # parents come before their parts
        if place.target.parent in gone:
            gone.add(place.target.code)
    return replace(plan, targets=tuple(item for item in plan.targets if item.code not in gone))


def move_target(plan: MovementPlan, code: str, step: int) -> MovementPlan:
    """Return the rules with a target one place up (-1) or down (1) among its siblings."""
    target = plan.target(code)
    if target is None:
        return plan
    siblings = [item for item in plan.targets if item.parent == target.parent]
    place = siblings.index(target)
    other = place + step
    if not 0 <= other < len(siblings):
        return plan
    swapped = {code: siblings[other], siblings[other].code: target}
    return replace(plan, targets=tuple(swapped.get(item.code, item) for item in plan.targets))


def set_parent(plan: MovementPlan, code: str, parent: str) -> MovementPlan:
    """Return the rules with a target under another (empty: at the top).

    Nothing changes where it would stand under itself, or under one that is not there.
    """
    if parent:
        above = plan.target(parent)
        while above is not None and above.code != code:
            above = plan.target(above.parent) if above.parent else None
        if above is not None or plan.target(parent) is None:
            return plan
    return change_target(plan, code, parent=parent)
