"""What only shows when the rows of a list are seen together: doubles, spellings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from thiduaqt.domain.drafts import Draft
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.text import fold
from thiduaqt.intake.findings import finding


def compare(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with the issues that come from comparing them with each other."""
    found: dict[int, list[Issue]] = defaultdict(list)
    _same_people(drafts, found)
    _same_numbers(drafts, found)
    _unit_spellings(drafts, found)
    _missing_units(drafts, found)
    result = list(drafts)
    for index, issues in found.items():
        result[index] = replace(result[index], issues=(*result[index].issues, *issues))
    return result


def _same_people(drafts: Sequence[Draft], found: dict[int, list[Issue]]) -> None:
    first: dict[tuple[str, str, str], int] = {}
    for index, draft in enumerate(drafts):
        if not draft.full_name:
            continue
        key = (fold(draft.full_name), draft.birth.value[:4], fold(draft.unit))
        other = first.setdefault(key, index)
        if other != index:
            row = drafts[other].provenance.row
            found[index].append(finding("ROW_TWICE", "full_name", row=row))


def _same_numbers(drafts: Sequence[Draft], found: dict[int, list[Issue]]) -> None:
    first: dict[str, int] = {}
    for index, draft in enumerate(drafts):
        if draft.id_number.isdecimal():
            other = first.setdefault(draft.id_number, index)
            if other != index:
                row = drafts[other].provenance.row
                found[index].append(finding("ID_TWICE", "id_number", row=row))


def _unit_spellings(drafts: Sequence[Draft], found: dict[int, list[Issue]]) -> None:
    """Flag spellings of a unit that differ from the usual one only in marks or case."""
    counts = Counter(draft.unit for draft in drafts if draft.unit)
    spellings: dict[str, list[str]] = defaultdict(list)
    for unit in counts:
        spellings[fold(unit)].append(unit)
    usual = {
        other: best
        for units in spellings.values()
        if len(units) > 1
        for best in [max(units, key=lambda unit: (not unit.isascii(), counts[unit]))]
        for other in units
        if other != best
    }
    if not usual:
        return
    for index, draft in enumerate(drafts):
        best = usual.get(draft.unit, "")
        if best:
            found[index].append(finding("UNIT_VARIANT", "unit", value=draft.unit, suggestion=best))


def _missing_units(drafts: Sequence[Draft], found: dict[int, list[Issue]]) -> None:
    """Flag people without a unit where the list otherwise names units."""
    named = {draft.provenance.sheet for draft in drafts if draft.unit and draft.kind == "person"}
    for index, draft in enumerate(drafts):
        if draft.kind == "person" and not draft.unit and draft.provenance.sheet in named:
            known = {issue.code for issue in draft.issues}
            if "POST_UNIT_UNSURE" not in known:
                found[index].append(finding("UNIT_MISSING", "unit"))
