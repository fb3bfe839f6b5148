"""The form for figures of targets as ``.xlsx``: only the cells to fill in are unlocked."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from thiduaqt.documents.sheet import content_of
from thiduaqt.documents.styles import FONT
from thiduaqt.domain.target_form import (
    FIRST_COLUMN,
    HEADER_ROW,
    HIDDEN_SHEET,
    SHEET,
    TargetForm,
    key_rows,
)
from thiduaqt.domain.text import nfc

_HEADS = ("TT", "Chỉ tiêu", "Mức phải đạt", "Cách ghi")
_WIDTHS = (6.0, 52.0, 16.0, 24.0)
_UNIT_WIDTH = 17.0
_LINE_POINTS = 16.5
_SIGNS_A_LINE = 46
_THIN = Side(style="thin", color="808080")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD_FILL = PatternFill("solid", fgColor="E8EEF6")
_CLOSED_FILL = PatternFill("solid", fgColor="EEEEEE")
_GUIDE = (
    "Ghi 75% hoặc 0,75 theo đúng đơn vị của chỉ tiêu; ghi 12/40 nếu biết số đếm; "
    "ghi “không áp dụng” nếu không thuộc đối tượng; để trống nếu chưa có số liệu."
)


def build(form: TargetForm) -> bytes:
    """Return the form as ``.xlsx``. Protection has no password: it only guards against slips."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = SHEET
    book.properties.title = nfc(form.title)
    _head(sheet, form)
    for place, line in enumerate(form.lines, start=HEADER_ROW + 1):
        for column, text in enumerate(
            (line.number, line.statement, line.wanted, line.hint), start=1
        ):
            align = "center" if column in (1, 3) else "left"
            _put(sheet, place, column, text, align=align)
        cells = zip(line.values, line.open, strict=True)
        for column, (value, is_open) in enumerate(cells, start=FIRST_COLUMN):
            cell = _put(sheet, place, column, value, align="center")
            cell.protection = Protection(locked=not is_open)
            if not is_open:
                cell.fill = _CLOSED_FILL
        lines = -(-len(line.statement) // _SIGNS_A_LINE)
        sheet.row_dimensions[place].height = max(lines, 1) * _LINE_POINTS + 4
    _prompt(sheet, form)
    _page(sheet)
    _hide_key(book, form)
    return content_of(book)


def _head(sheet: Worksheet, form: TargetForm) -> None:
    for row, text, font in (
        (1, form.title, Font(name=FONT, size=14, bold=True)),
        (2, form.subtitle, Font(name=FONT, size=13, italic=True)),
        (3, _GUIDE, Font(name=FONT, size=12)),
    ):
        cell = _text(sheet, row, 1, text)
        cell.font = font
    names = (*_HEADS, *(column.name for column in form.columns))
    widths = (*_WIDTHS, *(_UNIT_WIDTH for _ in form.columns))
    for place, (name, width) in enumerate(zip(names, widths, strict=True), start=1):
        cell = _put(sheet, HEADER_ROW, place, name, align="center")
        cell.font = Font(name=FONT, size=12, bold=True)
        cell.fill = _HEAD_FILL
        sheet.column_dimensions[get_column_letter(place)].width = width
    longest = max(len(name) for name in names[len(_HEADS) :])
    sheet.row_dimensions[HEADER_ROW].height = max(34.0, -(-longest // 14) * _LINE_POINTS + 4)


def _text(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    cell = sheet.cell(row=row, column=column)
    assert isinstance(cell, Cell)
    cell.value = nfc(text) or None
    if text:
        cell.data_type = "s"
    # Text keeps "12/40" what it is; as a general cell Excel would make a date of it.
    cell.number_format = "@"
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    return cell


def _put(sheet: Worksheet, row: int, column: int, text: str, *, align: str) -> Cell:
    cell = _text(sheet, row, column, text)
    cell.font = Font(name=FONT, size=12)
    cell.border = _BOX
    cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True)
    return cell


def _prompt(sheet: Worksheet, form: TargetForm) -> None:
    """Say at each line how it is filled in; nothing typed is refused by the sheet."""
    last = get_column_letter(FIRST_COLUMN + len(form.columns) - 1)
    first = get_column_letter(FIRST_COLUMN)
    for place, line in enumerate(form.lines, start=HEADER_ROW + 1):
        rule = DataValidation(type=None)
        rule.showErrorMessage = False
        rule.showInputMessage = True
        rule.promptTitle = f"Chỉ tiêu {line.number}"[:32]
        rule.prompt = line.hint[:250]
        sheet.add_data_validation(rule)
        rule.add(f"{first}{place}:{last}{place}")


def _page(sheet: Worksheet) -> None:
    sheet.freeze_panes = f"{get_column_letter(FIRST_COLUMN)}{HEADER_ROW + 1}"
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
    sheet.protection.enable()


def _hide_key(book: Workbook, form: TargetForm) -> None:
    hidden = book.create_sheet(HIDDEN_SHEET)
    for row, texts in enumerate(key_rows(form), start=1):
        for column, text in enumerate(texts, start=1):
            cell = hidden.cell(row=row, column=column)
            cell.value = nfc(text)
            cell.data_type = "s"
    hidden.sheet_state = "veryHidden"
    hidden.protection.enable()
