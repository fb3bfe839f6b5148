"""The hidden sheet of our own form: it says what the visible columns are, so nothing is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from thiduaqt.domain.drafts import FIELD_WORDS
from thiduaqt.intake.workbook import Sheet, Workbook

NAME = "_thiduaqt"
VERSION = "1"


@dataclass(frozen=True, slots=True)
class FormFacts:
    """What the hidden sheet of a form says."""

    code: str
    unit: str = ""
    sheet: str = ""
    header_row: int = 0
    mapping: dict[str, str] = field(default_factory=dict)


def rows_of(facts: FormFacts) -> list[list[Any]]:
    """Return the rows that :func:`read_form` reads back."""
    rows: list[list[Any]] = [
        ["thiduaqt-form", VERSION],
        ["code", facts.code],
        ["unit", facts.unit],
        ["sheet", facts.sheet],
        ["header_row", str(facts.header_row)],
    ]
    rows += [["column", letters, name] for letters, name in facts.mapping.items()]
    return rows


def read_form(book: Workbook) -> FormFacts | None:
    """Return what the hidden sheet says, or None where the file is no form of ours."""
    sheet = next((sheet for sheet in book.sheets if sheet.name == NAME), None)
    if sheet is None or not _is_form(sheet):
        return None
    facts = {str(row[0]): str(row[1]) for row in sheet.rows if len(row) >= 2}
    mapping = {
        str(row[1]): str(row[2])
        for row in sheet.rows
        if len(row) >= 3 and row[0] == "column" and str(row[2]) in FIELD_WORDS
    }
    header_row = facts.get("header_row", "")
    known = {other.name for other in book.sheets}
    if not header_row.isdecimal() or facts.get("sheet") not in known or not mapping:
        return None
    return FormFacts(
        code=facts.get("code", "")[:80],
        unit=facts.get("unit", "")[:200],
        sheet=facts["sheet"],
        header_row=int(header_row),
        mapping=mapping,
    )


def _is_form(sheet: Sheet) -> bool:
    first = sheet.rows[0] if sheet.rows else []
    return len(first) >= 2 and first[0] == "thiduaqt-form" and str(first[1]) == VERSION
