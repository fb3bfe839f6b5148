"""A form for figures that came back: every filled cell with the target and unit it is for."""

from __future__ import annotations

from pathlib import Path

from thiduaqt.domain.errors import BadFile
from thiduaqt.domain.target_form import (
    HEADER_ROW,
    HIDDEN_SHEET,
    SHEET,
    WHOLE,
    FilledCell,
    FilledForm,
    Key,
    read_key,
    same_words,
)
from thiduaqt.intake.cells import plain_text
from thiduaqt.intake.guard import examine
from thiduaqt.intake.sheet_scan import column_letters
from thiduaqt.intake.workbook import Sheet, read_workbook

_STATEMENT = 2


def read_target_form(path: Path) -> FilledForm:
    """Read a form that :mod:`thiduaqt.documents.target_form` made and somebody filled in.

    Nothing is guessed: a line or column that no longer stands where it was made is refused, so
    that no figure goes to the wrong target. Raises :class:`BadFile` with the reason.
    """
    book = read_workbook(examine(path), wanted=(SHEET, HIDDEN_SHEET))
    by_name = {sheet.name: sheet for sheet in book.sheets}
    hidden, sheet = by_name.get(HIDDEN_SHEET), by_name.get(SHEET)
    key = read_key(hidden.rows) if hidden is not None else None
    if key is None or sheet is None:
        raise BadFile(
            f"“{path.name}” không phải biểu nhập chỉ tiêu của phần mềm.",
            todo="Xuất biểu mẫu từ phần Chỉ tiêu, điền vào biểu đó rồi nhập lại.",
            code="FILE_NOT_A_FORM",
        )
    values = _values(sheet)
    _check_places(values, key)
    cells = [
        FilledCell(
            target=code,
            unit_id=None if unit == WHOLE else unit,
            text=values.get((row, column), ""),
            address=f"{column_letters(column - 1)}{row}",
        )
        for row, code, _statement in key.rows
        for column, unit, _name in key.columns
    ]
    return FilledForm(movement_id=key.movement_id, period=key.period, cells=tuple(cells))


def _values(sheet: Sheet) -> dict[tuple[int, int], str]:
    """Return the texts of a sheet by row and column as Excel counts them, empty cells left out."""
    return {
        (number, column): text
        for number, row in zip(sheet.numbers, sheet.rows, strict=False)
        for column, value in enumerate(row, start=1)
        if (text := plain_text(value).strip())
    }


def _check_places(values: dict[tuple[int, int], str], key: Key) -> None:
    for row, _code, statement in key.rows:
        if not same_words(values.get((row, _STATEMENT), ""), statement):
            raise _moved(f"dòng {row} không còn là chỉ tiêu “{statement}”")
    for column, _unit, name in key.columns:
        if not same_words(values.get((HEADER_ROW, column), ""), name):
            raise _moved(f"cột {column_letters(column - 1)} không còn là “{name}”")


def _moved(what: str) -> BadFile:
    return BadFile(
        f"Biểu chỉ tiêu đã bị đổi chỗ: {what}.",
        todo="Xuất lại biểu mẫu và chép số liệu vào đúng ô.",
        code="FORM_MOVED",
    )
