"""What is said about repaired text: cell by cell in the drafts, and once for the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from thiduaqt.domain.issues import Issue
from thiduaqt.domain.repair import KIND_WORDS, Choice, Kind, Repaired
from thiduaqt.domain.text import clean
from thiduaqt.intake.findings import finding
from thiduaqt.intake.sheet_scan import column_letters
from thiduaqt.intake.workbook import Sheet

_SHOWN = 60
# The field whose value a column becomes where that is another one.
_FIELDS = {
    "family_name": "full_name",
    "given_name": "full_name",
    "post_unit": "post",
    "birth_male": "birth",
    "birth_female": "birth",
    "sex_male": "sex",
    "sex_female": "sex",
}


def settle(
    values: dict[str, Any],
    cells: Sequence[tuple[str, int]],
    repairs: Mapping[tuple[int, int], Repaired],
    number: int,
    *,
    keep: bool,
) -> list[Issue]:
    """List the repairs of row ``number``; with ``keep`` its values get their letters back."""
    issues: list[Issue] = []
    for name, column in sorted(cells, key=lambda cell: cell[1]):
        each = repairs.get((number, column))
        if each is None or name == "ordinal":
            continue
        if keep and name in values:
            values[name] = each.before
        issues.append(_of_cell(each, name, f"{column_letters(column)}{number}", keep=keep))
    return issues


def _of_cell(each: Repaired, name: str, cell: str, *, keep: bool) -> Issue:
    field = _FIELDS.get(name, name)
    before, after = shown(each.before), shown(clean(each.text))
    if keep:
        return finding("TEXT_KEPT", field, cell=cell, after=after)
    if each.kind == "mojibake":
        return finding("TEXT_MOJIBAKE", field, cell=cell, before=before, after=after)
    font = KIND_WORDS[each.kind]
    if each.confidence == "sure":
        return finding("TEXT_REPAIRED", field, cell=cell, font=font, before=before, after=after)
    # A value put together from several columns cannot be replaced by what one of them means.
    offered = {"suggestion": clean(each.text)} if name == field else {}
    return finding(
        "TEXT_UNSURE", field, cell=cell, font=font, before=before, after=after, **offered
    )


def shown(text: str) -> str:
    """Return a text short enough for a sentence, letters as they are."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def of_file(sheets: Sequence[Sheet], choice: Choice) -> list[Issue]:
    """Return what is to be said once for the file: how many cells, with an example."""
    found: dict[tuple[str, Kind], list[Repaired]] = {}
    for sheet in sheets:
        for each in sheet.repairs.values():
            code = "TEXT_UNSURE_FILE" if each.confidence == "unsure" else "TEXT_REPAIRED_FILE"
            if choice.letters == "keep":
                code = "TEXT_KEPT_FILE"
            found.setdefault((code, each.kind), []).append(each)
    issues: list[Issue] = []
    for (code, kind), cells in found.items():
        example = max(cells, key=lambda each: min(len(each.text), 24))
        issues.append(
            finding(
                code,
                count=len(cells),
                font=KIND_WORDS[kind],
                before=shown(example.before),
                after=shown(clean(example.text)),
            )
        )
    return issues
