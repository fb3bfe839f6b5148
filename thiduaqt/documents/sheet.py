"""One printed list as an Excel sheet: heading, ruled table, signatures, page set-up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO

from lxml.etree import SerialisationError
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from thiduaqt.documents.files import WriteFailed
from thiduaqt.documents.measure import line_widths
from thiduaqt.documents.styles import FONT
from thiduaqt.domain.papers import (
    CellKind,
    CellValue,
    DocumentNumber,
    Letterhead,
    SheetPaper,
    SigningBlock,
)
from thiduaqt.domain.text import clean_block, nfc

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_A4 = 9
_ALIGN: dict[CellKind, str] = {
    "text": "left", "center": "center", "number": "right", "money": "right", "date": "center",
}  # fmt: skip
# Dots stand in the format itself: an Excel set to English would print commas.
_WHOLE = r"[>=1000000]#\.###\.##0;[>=1000]#\.##0;0"
_FORMATS: dict[CellKind, str] = {
    "text": "@", "center": "@", "number": "#,##0.##", "money": _WHOLE, "date": "dd/mm/yyyy",
}  # fmt: skip
# What a spreadsheet may take for the start of a formula (OWASP, CSV injection); tabs and
# carriage returns, which may hide one, never survive the cleaning of a text.
_RISKY = ("=", "+", "-", "@")
_THIN = Side(style="thin")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_NAME_MAX = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
# One unit of column width is a digit of the standard font; a little is lost at the borders.
_UNIT_MM = 1.85
_LOST_MM = 4
_LINE_POINTS = 16.5
_ROW_PADDING = 4
_ROWS_TO_SIGN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A closing line of the table: words, and an amount in one column (from 0)."""

    label: str
    column: int
    amount: int


def write_sheet(facts: SheetPaper, *, total: Total | None = None, row_height: float = 0) -> bytes:
    """Return ``facts`` as ``.xlsx``; raises ValueError where a row does not fit the columns.

    ``row_height`` in points is the least height of a row, for lists that are signed by hand.
    """
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = _NOT_IN_NAMES.sub(" ", facts.sheet_name)[:_NAME_MAX].strip() or "Danh sách"
    book.properties.title = facts.title
    book.properties.creator = " ".join(facts.letterhead.issuer_lines)
    _Writer(sheet, facts, row_height).write(total)
    return content_of(book)


def content_of(book: Workbook) -> bytes:
    """Return a workbook as the content of a file.

    Raises WriteFailed: sheets are put together in temporary files, which need room on the disk.
    """
    stream = BytesIO()
    try:
        book.save(stream)
    except (OSError, SerialisationError) as fault:
        raise WriteFailed(
            "Không lập được tệp Excel: ổ đĩa đầy hoặc không dùng được.",
            todo="Dọn bớt tệp trên ổ đĩa rồi làm lại.",
        ) from fault
    return stream.getvalue()


class _Writer:
    """Fills one sheet from top to bottom."""

    def __init__(self, sheet: Worksheet, facts: SheetPaper, row_height: float) -> None:
        self.sheet = sheet
        self.facts = facts
        self.row = 1
        self.width = len(facts.columns)
        self.row_height = row_height
        for place, column in enumerate(facts.columns, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = column.width

    def write(self, total: Total | None) -> None:
        """Write all parts in the order of the page."""
        facts = self.facts
        self._heading(facts.letterhead, facts.number)
        self._titles()
        head = self._table(total)
        for line in facts.footer:
            self._across(line, Font(name=FONT, size=12, italic=True), "left")
        if facts.signing:
            self._signing(facts.signing)
        self._page(head)

    # --- Around the table --------------------------------------------------------------------

    def _heading(self, letterhead: Letterhead, number: DocumentNumber | None) -> None:
        above = [letterhead.superior_line] if letterhead.superior_line else []
        left = [*above, *letterhead.issuer_lines]
        right = [STATE, MOTTO]
        middle = self._split(2)[0]
        for place in range(max(len(left), len(right))):
            issuer = left[place] if place < len(left) else ""
            state = right[place] if place < len(right) else ""
            last = place == len(left) - 1
            bold = place >= len(above)
            self._span(1, middle, issuer, _head_font(12, bold=bold, ruled=last))
            motto = state == MOTTO
            self._span(middle + 1, self.width, state, _head_font(13 if motto else 12, ruled=motto))
            self.row += 1
        if number is not None:
            self._span(1, middle, f"Số: {number.text}", Font(name=FONT, size=13))
            when = f"{letterhead.place}, {number.date_text}"
            self._span(middle + 1, self.width, when, Font(name=FONT, size=13, italic=True))
            self.row += 1
        self.row += 1

    def _titles(self) -> None:
        self._across(self.facts.title, Font(name=FONT, size=14, bold=True), "center")
        if self.facts.subtitle:
            self._across(self.facts.subtitle, Font(name=FONT, size=13, italic=True), "center")
        self.row += 1

    def _signing(self, blocks: Sequence[SigningBlock]) -> None:
        self.row += 1
        ends = self._split(len(blocks))
        starts = [1, *(end + 1 for end in ends[:-1])]
        height = max(len(block.form) for block in blocks)
        bold = Font(name=FONT, size=13, bold=True)
        for block, start, end in zip(blocks, starts, ends, strict=True):
            top = self.row
            for place, line in enumerate(block.form):
                self._span(start, end, line, bold, row=top + place)
            below = top + height + _ROWS_TO_SIGN
            if block.agency_post:
                self._span(start, end, block.agency_post, bold, row=below)
            self._span(start, end, block.name, bold, row=below + bool(block.agency_post))
        self.row += height + _ROWS_TO_SIGN + 2

    def _split(self, parts: int) -> list[int]:
        """Return the last column of each of ``parts`` of about the same width."""
        widths = [column.width for column in self.facts.columns]
        ends: list[int] = []
        run = 0.0
        for place, width in enumerate(widths, start=1):
            run += width
            wanted = sum(widths) * (len(ends) + 1) / parts
            if run >= wanted - width / 2 and len(ends) < parts - 1:
                ends.append(place)
        return [*ends, self.width]

    def _across(self, text: str, font: Font, align: str) -> None:
        """Write one line over all columns; Excel does not fit the height of joined cells."""
        room = sum(column.width for column in self.facts.columns)
        self._fit_height([(text, room)], size=font.size, bold=bool(font.bold))
        self._span(1, self.width, text, font, align=align)
        self.row += 1

    def _fit_height(
        self, cells: Sequence[tuple[str, float]], *, size: float = 12, bold: bool = False
    ) -> None:
        """Make the row high enough for the (text, column width) that needs most lines."""
        most = max(
            len(line_widths(text, size=size, bold=bold, room=width * _UNIT_MM - _LOST_MM))
            for text, width in cells
        )
        height = max(self.row_height, most * _LINE_POINTS * size / 12 + _ROW_PADDING)
        self.sheet.row_dimensions[self.row].height = height

    def _span(
        self,
        start: int,
        end: int,
        text: str,
        font: Font,
        *,
        align: str = "center",
        row: int | None = None,
    ) -> None:
        line = row or self.row
        if end > start:
            self.sheet.merge_cells(start_row=line, end_row=line, start_column=start, end_column=end)
        cell = self._cell(line, start)
        _put_text(cell, text, as_is=True)
        cell.font = font
        cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True)

    # --- The table ---------------------------------------------------------------------------

    def _table(self, total: Total | None) -> int:
        """Write the table and return the row of its heading."""
        head = self.row
        bold = Font(name=FONT, size=12, bold=True)
        for place, column in enumerate(self.facts.columns, start=1):
            cell = self._cell(head, place)
            _put_text(cell, column.title)
            cell.font, cell.border = bold, _BOX
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        heads = [(column.title, column.width) for column in self.facts.columns]
        self._fit_height(heads, bold=True)
        self.row += 1
        plain = Font(name=FONT, size=12)
        for values in self.facts.rows:
            pairs = zip(self.facts.columns, values, strict=True)
            for place, (column, value) in enumerate(pairs, start=1):
                cell = self._cell(self.row, place)
                _put(cell, value, column.kind)
                cell.font, cell.border = plain, _BOX
            texts = [
                (value, column.width)
                for column, value in zip(self.facts.columns, values, strict=True)
                if isinstance(value, str)
            ]
            self._fit_height(texts or [("", 1)])
            self.row += 1
        if total is not None:
            self._total(total, bold)
        return head

    def _total(self, total: Total, font: Font) -> None:
        for place in range(1, self.width + 1):
            self._cell(self.row, place).border = _BOX
        self._span(1, total.column, total.label, font)
        cell = self._cell(self.row, total.column + 1)
        _put(cell, total.amount, "money")
        cell.font = font
        self._fit_height([(total.label, 1000)], bold=True)
        self.row += 1

    def _cell(self, row: int, column: int) -> Cell:
        cell = self.sheet.cell(row=row, column=column)
        assert isinstance(cell, Cell)
        return cell

    # --- The page ----------------------------------------------------------------------------

    def _page(self, head: int) -> None:
        sheet = self.sheet
        sheet.freeze_panes = f"C{head + 1}" if self.width > 2 else f"A{head + 1}"
        sheet.print_title_rows = f"{head}:{head}"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = _A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_options.horizontalCentered = True
        margins = sheet.page_margins
        margins.left, margins.right, margins.top, margins.bottom = 0.6, 0.6, 0.8, 0.6
        margins.header = margins.footer = 0.4
        header = sheet.HeaderFooter
        header.differentFirst = True
        mark = self.facts.mark.replace("&", "&&")
        bold = f"{FONT},Bold"
        header.oddHeader = HeaderFooterItem(
            left=_HeaderFooterPart(text=mark, font=bold, size=12),
            center=_HeaderFooterPart(text="&P", font=f"{FONT},Regular", size=12),
        )
        header.firstHeader = HeaderFooterItem(left=_HeaderFooterPart(text=mark, font=bold, size=12))


def _head_font(size: float, *, bold: bool = True, ruled: bool = False) -> Font:
    return Font(name=FONT, size=size, bold=bold, underline="single" if ruled else None)


def _put(cell: Cell, value: CellValue, kind: CellKind) -> None:
    """Write a value by its own type: numbers stay numbers, dates dates, text is never a formula."""
    align = _ALIGN[kind]
    if isinstance(value, str):
        _put_text(cell, value)
    elif value is not None:
        cell.value = value
        cell.number_format = _format(value, kind)
    indent = 0 if align == "center" else 1
    cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True, indent=indent)


def _format(value: float | Decimal | date, kind: CellKind) -> str:
    if isinstance(value, date):
        return _FORMATS["date"]
    if kind == "money" or value == int(value):
        return _FORMATS["money"]
    return _FORMATS["number"]


def _put_text(cell: Cell, text: str, *, as_is: bool = False) -> None:
    """Write text that stays text; ``as_is`` keeps the gaps left for a pen."""
    shown = nfc(text) if as_is else clean_block(text)
    cell.value = shown
    cell.data_type = "s"
    cell.number_format = _FORMATS["text"]
    # Without this mark Excel would read the text as a formula as soon as somebody edits the cell.
    cell.quotePrefix = shown.startswith(_RISKY)
