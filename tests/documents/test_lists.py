"""Lists read back with openpyxl: types, totals, print set-up, and text that stays text."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from lxml.etree import SerialisationError
from openpyxl.worksheet.worksheet import Worksheet

from thiduaqt.documents.files import WriteFailed
from thiduaqt.documents.make import make_payment, make_register, make_sheet
from thiduaqt.documents.sheet import content_of
from thiduaqt.domain.papers import (
    DocumentNumber,
    Letterhead,
    ListColumn,
    PaymentPaper,
    RegisterPaper,
    SheetPaper,
    SigningBlock,
)

# The starts that OWASP names for formula injection, and what they would do.
HOSTILE = (
    "=1+1",
    '=HYPERLINK("x","bấm")',
    "+84912345678",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "'=1+1",
    "＝1+1",
)


def opened(made: bytes) -> Worksheet:
    sheet = openpyxl.load_workbook(BytesIO(made)).active
    assert isinstance(sheet, Worksheet)
    return sheet


def head_row(sheet: Worksheet, title: str = "TT") -> int:
    return next(row for row in range(1, 30) if sheet.cell(row, 1).value == title)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_never_becomes_a_formula(sheet: SheetPaper, text: str) -> None:
    hostile = dataclasses.replace(
        sheet,
        title=text,
        subtitle=text,
        columns=(ListColumn(title="TT"), ListColumn(title=text), ListColumn(title="C")),
        rows=((text, text, text),),
        footer=(text,),
        signing=(SigningBlock(form=(text,), name=text),),
        letterhead=Letterhead(issuer_lines=(text,), place=text),
    )
    read = opened(make_sheet(hostile))
    kinds = {cell.data_type for row in read.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s"}
    values = [cell for row in read.iter_rows() for cell in row if cell.value is not None]
    table = [cell for cell in values if cell.row > head_row(read)]
    for cell in table:
        assert cell.number_format == "@"
        # Typed again into the cell it must still be text.
        assert bool(cell.quotePrefix) is (str(cell.value)[0] in "=+-@")


def test_numbers_stay_numbers_and_dates_dates(sheet: SheetPaper) -> None:
    read = opened(make_sheet(sheet))
    head = head_row(read)
    first = [cell.value for cell in read[head + 1]]
    assert first == [1, "Bà Nguyễn Thị Thu Hà", datetime(1985, 3, 12), 87.5, None]  # noqa: DTZ001
    assert read.cell(head + 1, 3).number_format == "dd/mm/yyyy"
    # A birth year known alone stays what it is.
    assert read.cell(head + 2, 3).value == "1990"
    assert read.cell(head + 3, 3).value is None
    assert read.cell(head + 1, 4).data_type == "n"


def test_a_row_that_does_not_fit_is_refused(sheet: SheetPaper) -> None:
    with pytest.raises(ValueError, match=r"shorter|longer"):
        make_sheet(dataclasses.replace(sheet, rows=((1, "Bà Ma Thị Ánh"),)))


@pytest.mark.parametrize("maker", ["sheet", "register", "payment"])
def test_print_setup(maker: str, request: pytest.FixtureRequest) -> None:
    makers = {"sheet": make_sheet, "register": make_register, "payment": make_payment}
    read = opened(makers[maker](request.getfixturevalue(maker)))
    head = head_row(read, "Số sổ" if maker == "register" else "TT")
    assert (read.page_setup.orientation, read.page_setup.paperSize) == ("landscape", 9)
    assert (read.page_setup.fitToWidth, read.page_setup.fitToHeight) == (1, 0)
    assert read.sheet_properties.pageSetUpPr.fitToPage
    assert read.print_title_rows == f"${head}:${head}"
    assert read.freeze_panes == f"C{head + 1}"
    assert read.oddHeader.center.text == "&P"
    for cell in read[head]:
        assert cell.font.bold
        assert cell.border.left.style == cell.border.bottom.style == "thin"
        assert cell.alignment.wrap_text
    fonts = {c.font.name for row in read.iter_rows() for c in row if c.value is not None}
    assert fonts == {"Times New Roman"}


def test_official_heading(sheet: SheetPaper) -> None:
    read = opened(make_sheet(sheet))
    texts = [str(c.value) for row in read.iter_rows(max_row=6) for c in row if c.value is not None]
    assert texts[:4] == [
        "ỦY BAN NHÂN DÂN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "XÃ MINH HỌA",
        "Độc lập - Tự do - Hạnh phúc",
    ]
    gap = "\u00a0" * 7
    assert f"Số: {gap}/DS-UBND" in texts
    assert read.firstHeader.left.text == "MẪU - DỮ LIỆU MINH HỌA"


def test_superior_line_stands_above_and_is_not_bold(sheet: SheetPaper) -> None:
    letterhead = Letterhead(
        superior_line="UBND XÃ MINH HỌA", issuer_lines=("HỘI ĐỒNG", "TĐKT"), place="Minh Họa"
    )
    read = opened(make_sheet(dataclasses.replace(sheet, letterhead=letterhead)))
    column = [read.cell(row, 1) for row in (1, 2, 3)]
    assert [cell.value for cell in column] == ["UBND XÃ MINH HỌA", "HỘI ĐỒNG", "TĐKT"]
    assert [cell.font.bold for cell in column] == [False, True, True]


def test_payment_list_adds_up(payment: PaymentPaper) -> None:
    read = opened(make_payment(payment))
    head = head_row(read)
    rows = range(head + 1, head + 1 + len(payment.recipients))
    amounts = [read.cell(row, 5).value for row in rows]
    assert amounts == [1_520_000, 1_520_000, 1_140_000, *[760_000] * 5]
    total = rows[-1] + 1
    assert read.cell(total, 1).value == "Tổng cộng"
    assert read.cell(total, 5).value == 7_980_000
    assert read.cell(total + 1, 1).value == (
        "Số tiền bằng chữ: Bảy triệu chín trăm tám mươi nghìn đồng."
    )
    assert read.cell(total + 2, 1).value == (
        "Nguồn kinh phí: Quỹ thi đua, khen thưởng của xã Minh Họa."
    )
    names = {str(c.value) for row in read.iter_rows(min_row=total) for c in row if c.value}
    assert {"NGƯỜI LẬP", "KẾ TOÁN", "KT. CHỦ TỊCH", "Vũ Thị Yến", "Hoàng Văn Ơn"} <= names


def test_each_receiver_has_room_to_sign(payment: PaymentPaper) -> None:
    read = opened(make_payment(payment))
    head = head_row(read)
    for row in range(head + 1, head + 1 + len(payment.recipients)):
        height = read.row_dimensions[row].height
        assert height is not None
        assert height >= 28


def test_register_has_the_columns_of_the_book(register: RegisterPaper) -> None:
    read = opened(make_register(register))
    head = head_row(read, "Số sổ")
    row = [cell.value for cell in read[head + 1]]
    assert row[:4] == [
        "01",
        "Tổ công nghệ số cộng đồng thôn Bình Minh",
        "tập thể",
        ("thôn Bình Minh"),
    ]
    assert row[8:12] == ["131/QĐ-UBND", datetime(2026, 12, 10), "Hoàng Văn Ơn", 1_520_000]  # noqa: DTZ001
    assert row[12] == datetime(2026, 12, 20)  # noqa: DTZ001
    # Never the number of an identity card: the book is shown and copied.
    assert not [c.value for c in read[head] if "CCCD" in str(c.value)]


def test_long_text_gets_the_lines_it_needs(sheet: SheetPaper) -> None:
    long = "Hướng dẫn người dân nộp hồ sơ trực tuyến và thanh toán không dùng tiền mặt " * 4
    rows = ((1, "Bà Ma Thị Ánh", None, None, long), (2, "Ông A", None, None, "ngắn"))
    read = opened(make_sheet(dataclasses.replace(sheet, rows=rows)))
    head = head_row(read)
    tall, low = (read.row_dimensions[head + place].height for place in (1, 2))
    assert tall is not None
    assert low is not None
    assert tall > 5 * low - 20


def test_money_has_dots_whatever_language_excel_speaks(payment: PaymentPaper) -> None:
    read = opened(make_payment(payment))
    assert "," not in read.cell(head_row(read) + 1, 5).number_format.split("]")[-1]


def test_sheet_name_and_numbers_of_any_size(sheet: SheetPaper) -> None:
    facts = dataclasses.replace(
        sheet,
        sheet_name="Danh sách: [đợt 1/2026]? dài hơn ba mươi mốt ký tự",
        columns=(ListColumn(title="TT"), ListColumn(title="A", kind="number")),
        rows=(("a", Decimal("0.75")), ("b", 12), ("c", date(2026, 1, 2))),
        number=DocumentNumber(symbol="DS"),
    )
    read = opened(make_sheet(facts))
    assert len(read.title) <= 31
    assert not set(read.title) & set("[]:*?/\\")
    assert read.freeze_panes == f"A{head_row(read) + 1}"


def test_a_disk_without_room_for_temporary_files_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_stream: BytesIO) -> None:
        raise SerialisationError("IO_WRITE")

    book = openpyxl.Workbook()
    monkeypatch.setattr(book, "save", full)
    with pytest.raises(WriteFailed) as refused:
        content_of(book)
    assert "ổ đĩa đầy" in refused.value.what
