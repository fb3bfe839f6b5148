"""The empty form a unit fills in: it reads back with no question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from thiduaqt.intake import form_sheet
from thiduaqt.intake.form_sheet import FormFacts
from thiduaqt.intake.guard import require_safe_xml
from thiduaqt.intake.sheet_scan import column_letters

SHEET = "Danh sách"
HEADER_ROW = 4
_ROWS = 200
_KINDS = ("Cá nhân", "Tập thể", "Hộ gia đình", "Tổ công nghệ số")
_HONORIFICS = ("Ông", "Bà", "Em", "Đồng chí")
_SEXES = ("Nam", "Nữ")


@dataclass(frozen=True, slots=True)
class _Column:
    field: str
    heading: str
    width: int
    hint: str = ""
    choices: tuple[str, ...] = ()


_COLUMNS = (
    _Column("ordinal", "TT", 5),
    _Column("kind", "Loại", 14, "Chọn loại đối tượng.", _KINDS),
    _Column("honorific", "Danh xưng", 11, "Bỏ trống với tập thể.", _HONORIFICS),
    _Column("full_name", "Họ và tên (tên tập thể, hộ)", 32, "Viết đúng như sẽ in trên giấy khen."),
    _Column("sex", "Giới tính", 9, "", _SEXES),
    _Column("birth", "Ngày sinh", 13, "Ví dụ 05/03/1990, 03/1990 hoặc 1990."),
    _Column("post", "Chức vụ", 20),
    _Column("unit", "Đơn vị", 24),
    _Column("id_number", "Số CCCD", 15, "12 chữ số, không bắt buộc."),
    _Column("phone", "Điện thoại", 13),
    _Column("achievement", "Tóm tắt thành tích", 60),
    _Column("award", "Hình thức đề nghị", 18),
    _Column("note", "Ghi chú", 18),
)
# Everything is text: dates, identity and telephone numbers keep what was typed.
_TEXT = "@"


def write_form(
    path: Path, *, code: str, unit: str = "", awards: Sequence[str] = ("Giấy khen",)
) -> None:
    """Write the empty form for ``unit`` to ``path``.

    ``code`` comes back in :attr:`Reading.form_code`; ``awards`` are offered in a drop-down. Only
    the rows to be filled are unlocked; protection has no password, it only guards against slips.
    """
    import openpyxl  # noqa: PLC0415 - heavy, only needed here

    require_safe_xml()
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = SHEET
    _write_heading(sheet, unit)
    _write_rows(sheet, tuple(awards))
    mapping = {column_letters(place): column.field for place, column in enumerate(_COLUMNS)}
    facts = FormFacts(code, unit, SHEET, HEADER_ROW, mapping)
    hidden = book.create_sheet(form_sheet.NAME)
    for row in form_sheet.rows_of(facts):
        hidden.append(row)
    for row in hidden.iter_rows():
        for cell in row:
            cell.data_type = "s"
    hidden.sheet_state = "veryHidden"
    hidden.protection.enable()
    book.save(path)


def _write_heading(sheet: Any, unit: str) -> None:  # noqa: ANN401 - openpyxl has no types
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: PLC0415

    last = column_letters(len(_COLUMNS) - 1)
    sheet["A1"] = "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"
    sheet["A1"].font = Font(name="Times New Roman", size=14, bold=True)
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet.merge_cells(f"A1:{last}1")
    sheet["A2"] = f"Đơn vị: {unit}" if unit else "Đơn vị:"
    sheet["A2"].data_type = "s"
    sheet["A2"].font = Font(name="Times New Roman", size=13)
    thin = Side(style="thin", color="808080")
    for place, column in enumerate(_COLUMNS, start=1):
        cell = sheet.cell(HEADER_ROW, place, column.heading)
        cell.font = Font(name="Times New Roman", size=12, bold=True)
        cell.fill = PatternFill("solid", fgColor="E8EEF6")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
        sheet.column_dimensions[column_letters(place - 1)].width = column.width
    sheet.row_dimensions[HEADER_ROW].height = 34
    sheet.freeze_panes = f"E{HEADER_ROW + 1}"
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
    sheet.protection.sort = False
    sheet.protection.enable()
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _write_rows(sheet: Any, awards: tuple[str, ...]) -> None:  # noqa: ANN401 - no types
    from openpyxl.styles import Alignment, Border, Font, Protection, Side  # noqa: PLC0415

    thin = Side(style="hair", color="808080")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    font = Font(name="Times New Roman", size=12)
    first, last = HEADER_ROW + 1, HEADER_ROW + _ROWS
    for row in range(first, last + 1):
        for place, column in enumerate(_COLUMNS, start=1):
            cell = sheet.cell(row, place)
            cell.font = font
            cell.border = border
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if column.field == "ordinal":
                cell.value = row - HEADER_ROW
                continue
            cell.number_format = _TEXT
            cell.protection = Protection(locked=False)
    for place, column in enumerate(_COLUMNS):
        choices = awards if column.field == "award" else column.choices
        _offer(
            sheet, f"{column_letters(place)}{first}:{column_letters(place)}{last}", column, choices
        )


def _offer(sheet: Any, cells: str, column: _Column, choices: tuple[str, ...]) -> None:  # noqa: ANN401
    """Add a drop-down or a hint to the cells of a column; nothing typed is refused."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    if not choices and not column.hint:
        return
    # Excel takes a list of at most 255 signs, parted by commas.
    listed = ",".join(choice.replace(",", " ") for choice in choices)
    if choices and len(listed) <= 255:
        rule = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True)
    else:
        rule = DataValidation(type=None)
    rule.showErrorMessage = False
    if column.hint:
        rule.promptTitle = column.heading[:32]
        rule.prompt = column.hint
        rule.showInputMessage = True
    sheet.add_data_validation(rule)
    rule.add(cells)
