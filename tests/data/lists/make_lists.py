"""Nomination lists as villages send them, with the answers a reader should find.

Everything is made from a fixed seed; people are invented and their identity numbers begin with
999 (or 099 where a leading zero has to get lost; no province has either). Run as a script to
write the files and their answers into a folder: ``python make_lists.py FOLDER``.
"""

from __future__ import annotations

import io
import json
import random
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

SEED = 20261120
Cell = str | int | date | None
_FAMILIES = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Lò", "Vi", "Hà",
    "Đoàn", "Tống", "Hồ", "Ma", "Nông", "Triệu", "Bàn", "Trương",
)  # fmt: skip
_MIDDLE_MEN = ("Văn", "Đức", "Quang", "Minh", "Xuân", "Hữu", "Bá")
_MIDDLE_WOMEN = ("Thị", "Thu", "Ngọc", "Thanh", "Thị Kim", "Thuý")
_GIVEN_MEN = ("An", "Bình", "Cường", "Dũng", "Đức", "Hải", "Khánh", "Nam", "Phúc", "Sơn", "Thắng")
_GIVEN_WOMEN = ("Ánh", "Bích", "Hà", "Hạnh", "Hương", "Lan", "Mai", "Ngân", "Oanh", "Thuỷ", "Yến")
_POSTS = ("Trưởng thôn", "Bí thư chi bộ", "Tổ trưởng", "Giáo viên", "Nông dân", "Chi hội trưởng")
_DEEDS = (
    "Hướng dẫn {n} hộ cài đặt VNeID",
    "Vận động {n} lượt người học kỹ năng số",
    "Hỗ trợ {n} hồ sơ nộp trực tuyến",
    "Dạy {n} bà con dùng điện thoại thông minh",
)


@dataclass(frozen=True)
class Nominee:
    """An invented person as the answers know them."""

    family: str
    middle: str
    given: str
    sex: str
    birth: date
    post: str
    unit: str
    id_number: str
    phone: str
    achievement: str

    @property
    def name(self) -> str:
        return f"{self.family} {self.middle} {self.given}"

    @property
    def title(self) -> str:
        return "Ông" if self.sex == "male" else "Bà"


def people(rng: random.Random, count: int, unit: str = "Thôn 3") -> list[Nominee]:
    """Return invented people, no two of the same name."""
    found: dict[str, Nominee] = {}
    while len(found) < count:
        sex = rng.choice(("male", "female"))
        birth = date(1955, 1, 1) + timedelta(days=rng.randrange(16_000))
        century = (0 if birth.year < 2000 else 2) + (sex == "female")
        nominee = Nominee(
            family=rng.choice(_FAMILIES),
            middle=rng.choice(_MIDDLE_MEN if sex == "male" else _MIDDLE_WOMEN),
            given=rng.choice(_GIVEN_MEN if sex == "male" else _GIVEN_WOMEN),
            sex=sex,
            birth=birth,
            post=rng.choice(_POSTS),
            unit=unit,
            id_number=f"999{century}{birth.year % 100:02d}{rng.randrange(10**6):06d}",
            phone=f"09{rng.randrange(10**8):08d}",
            achievement=rng.choice(_DEEDS).format(n=rng.randrange(11, 190)),
        )
        found.setdefault(nominee.name, nominee)
    return list(found.values())


@dataclass
class Answers:
    """What should be read: expected values by row, reasons by skipped row, columns by letter."""

    rows: dict[int, dict[str, Any]] = field(default_factory=dict)
    skipped: dict[int, str] = field(default_factory=dict)
    header_rows: list[int] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)


class Writer:
    """Writes a sheet from the top and notes the answers on the way."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.row = 0
        self.answers = Answers()

    def put(self, *values: Cell) -> int:
        """Write one row and return its number."""
        self.row += 1
        for column, value in enumerate(values, start=1):
            if value is not None:
                self.sheet.cell(self.row, column, value)
        return self.row

    def skip(self, reason: str, *values: Cell) -> None:
        """Write a row that holds no nominee."""
        self.answers.skipped[self.put(*values)] = reason

    def title(self, *lines: str) -> None:
        """Write title rows and a blank one, merged and bold as people like them."""
        for line in lines:
            self.skip("title", line)
            self.sheet.merge_cells(f"A{self.row}:F{self.row}")
            self.sheet.cell(self.row, 1).font = Font(name="Times New Roman", bold=True)
            self.sheet.cell(self.row, 1).alignment = Alignment(horizontal="center")
        self.skip("blank")

    def head(self, columns: dict[str, str], *headings: Cell) -> None:
        """Write a heading row and note what its columns are."""
        self.answers.header_rows.append(self.put(*headings))
        self.answers.columns = columns

    def nominee(self, expected: dict[str, Any], *values: Cell) -> None:
        """Write a nominee."""
        self.answers.rows[self.put(*values)] = expected

    def signatures(self) -> None:
        """Write the place where the list is signed."""
        self.skip("signature", None, None, None, "Minh Họa, ngày 05 tháng 11 năm 2026")
        self.skip("signature", None, "NGƯỜI LẬP BIỂU", None, "TRƯỞNG THÔN")
        self.skip("signature", None, "(Ký, ghi rõ họ tên)", None, "(Ký, ghi rõ họ tên)")
        self.skip("blank")
        self.skip("signature", None, "Nguyễn Văn Lập", None, "Trần Văn Ký")


Layout = Callable[[Writer, random.Random], None]
LAYOUTS: dict[str, Layout] = {}


def layout(make: Layout) -> Layout:
    """Register a layout under its function's name."""
    LAYOUTS[make.__name__] = make
    return make


@layout
def plain(writer: Writer, rng: random.Random) -> None:
    """The tidy list: one heading row, every usual column."""
    writer.title("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2026")
    writer.head(
        {"A": "ordinal", "B": "full_name", "C": "birth", "D": "sex", "E": "post", "F": "unit",
         "G": "id_number", "H": "phone", "I": "achievement", "J": "award", "K": "note"},
        "TT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức vụ", "Đơn vị", "Số CCCD", "Điện thoại",
        "Tóm tắt thành tích", "Hình thức đề nghị khen thưởng", "Ghi chú",
    )  # fmt: skip
    for number, who in enumerate(people(rng, 12), start=1):
        writer.nominee(
            {"kind": "person", "full_name": who.name, "birth": who.birth.isoformat(),
             "birth_precision": "day", "sex": who.sex, "post": who.post, "unit": who.unit,
             "id_number": who.id_number, "phone": who.phone, "achievement": who.achievement,
             "award": "Giấy khen", "status": "ready"},
            number, who.name, who.birth, "Nam" if who.sex == "male" else "Nữ", who.post, who.unit,
            who.id_number, who.phone, who.achievement, "Giấy khen",
        )  # fmt: skip


@layout
def two_heading_rows(writer: Writer, rng: random.Random) -> None:
    """Year of birth under Nam and Nữ, numbered columns, group rows, total and signatures."""
    writer.title("UBND XÃ MINH HỌA", "THÔN 3", "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG")
    writer.head(
        {"A": "ordinal", "B": "full_name", "C": "birth_male", "D": "birth_female",
         "E": "post_unit", "F": "achievement", "G": "note"},
        "TT", "Họ và tên", "Năm sinh", None, "Chức vụ, đơn vị", "Thành tích", "Ghi chú",
    )  # fmt: skip
    top = writer.row
    writer.answers.header_rows.append(writer.put(None, None, "Nam", "Nữ"))
    for letter in "ABEFG":
        writer.sheet.merge_cells(f"{letter}{top}:{letter}{top + 1}")
    writer.sheet.merge_cells(f"C{top}:D{top}")
    writer.skip("numbering", "(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)")
    writer.skip("group", "I", "Tập thể")
    writer.nominee({"kind": "team", "full_name": "Tổ CNSCĐ thôn 3", "status": "ready"},
                   1, "Tổ CNSCĐ thôn 3", None, None, None, "Hoàn thành tốt nhiệm vụ")  # fmt: skip
    writer.nominee({"kind": "unit", "full_name": "Chi hội Phụ nữ thôn 3"},
                   2, "Chi hội Phụ nữ thôn 3", None, None, None, "Vận động tốt")  # fmt: skip
    writer.skip("group", "II", "Cá nhân")
    for number, who in enumerate(people(rng, 8), start=1):
        male = who.sex == "male"
        writer.nominee(
            {"kind": "person", "full_name": who.name, "sex": who.sex, "post": who.post,
             "unit": "Thôn 3", "birth": str(who.birth.year), "birth_precision": "year"},
            number, who.name, who.birth.year if male else None, None if male else who.birth.year,
            f"{who.post} - Thôn 3", who.achievement,
        )  # fmt: skip
    writer.skip("total", "Cộng: 10 trường hợp")
    writer.signatures()


@layout
def capitals_and_titles(writer: Writer, rng: random.Random) -> None:
    """Names in capitals after Ông/Bà, headings without marks."""
    writer.title("DANH SACH DE NGHI KHEN THUONG")
    writer.head({"A": "ordinal", "B": "full_name", "C": "birth", "D": "unit", "E": "achievement"},
                "STT", "HO VA TEN", "NAM SINH", "DON VI", "THANH TICH")  # fmt: skip
    for number, who in enumerate(people(rng, 9), start=1):
        writer.nominee(
            {"kind": "person", "full_name": who.name, "honorific": who.title, "sex": who.sex,
             "birth": str(who.birth.year), "unit": "Thôn 3", "status": "ready"},
            number, f"{who.title} {who.name.upper()}", str(who.birth.year), "THÔN 3",
            who.achievement,
        )  # fmt: skip


@layout
def split_names(writer: Writer, rng: random.Random) -> None:
    """Họ đệm and Tên in two columns under one merged heading; villages as context rows."""
    writer.title("DANH SÁCH CÁ NHÂN")
    writer.head({"A": "ordinal", "B": "family_name", "C": "given_name", "D": "birth", "E": "post",
                 "F": "achievement"},
                "TT", "Họ và tên", None, "Ngày, tháng sinh", "Chức danh", "Thành tích")  # fmt: skip
    writer.sheet.merge_cells(f"B{writer.row}:C{writer.row}")
    number = 0
    for unit in ("Thôn Bình Minh", "Thôn Đoàn Kết"):
        writer.skip("group", unit.upper())
        for who in people(rng, 5, unit):
            number += 1
            writer.nominee(
                {"kind": "person", "full_name": who.name, "unit": unit, "post": who.post,
                 "birth": who.birth.isoformat()},
                number, f"{who.family} {who.middle}", who.given, f"{who.birth:%d/%m/%Y}", who.post,
                who.achievement,
            )  # fmt: skip


@layout
def odd_dates(writer: Writer, rng: random.Random) -> None:
    """Every way a date of birth is typed, two that do not exist among them."""
    del rng
    writer.title("BIỂU TỔNG HỢP")
    writer.head({"A": "ordinal", "B": "full_name", "C": "birth", "D": "unit"},
                "TT", "Họ tên", "Sinh ngày", "Đơn vị công tác")  # fmt: skip
    cases: list[tuple[Cell, str | None, str]] = [
        ("5/3/1990", "1990-03-05", "ready"), ("05-03-1990", "1990-03-05", "ready"),
        ("5.3.90", "1990-03-05", "ready"), ("050390", "1990-03-05", "ready"),
        ("3/1990", "1990-03", "ready"), ("1990", "1990", "ready"), (1990, "1990", "ready"),
        (33004, "1990-05-11", "ready"), (date(1990, 3, 5), "1990-03-05", "ready"),
        ("ngày 5 tháng 3 năm 1990", "1990-03-05", "ready"), ("../../1990", "1990", "ready"),
        ("1/2/05", "2005-02-01", "review"), ("31/2/1990", None, "error"), ("13/25", None, "error"),
        ("không rõ", None, "error"), (None, None, "ready"),
    ]  # fmt: skip
    names = [f"Nguyễn Văn {given}" for given in (*_GIVEN_MEN, *_GIVEN_WOMEN)]
    for number, (typed, birth, status) in enumerate(cases, start=1):
        writer.nominee(
            {"full_name": names[number], "birth": birth, "status": status},
            number, names[number], typed, "Thôn 3",
        )  # fmt: skip


@layout
def lost_zeros(writer: Writer, rng: random.Random) -> None:
    """Identity and telephone numbers typed as quantities."""
    writer.title("DANH SÁCH THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG")
    writer.head({"A": "ordinal", "B": "full_name", "C": "id_number", "D": "phone", "E": "unit"},
                "TT", "Họ và tên thành viên", "CCCD", "SĐT", "Thôn")  # fmt: skip
    who = people(rng, 6)
    writer.nominee({"full_name": who[0].name, "id_number": "999085000012", "phone": "0912345678",
                    "status": "ready"},
                   1, who[0].name, 999085000012, 912345678, "Thôn 1")  # fmt: skip
    writer.nominee({"full_name": who[1].name, "id_number": "99085000012", "phone": "0912345678",
                    "status": "review"},
                   2, who[1].name, 99085000012, "+84 912 345 678", "Thôn 1")  # fmt: skip
    writer.nominee({"full_name": who[2].name, "id_number": None, "phone": "0987654321",
                    "status": "review"},
                   3, who[2].name, "9,99085E+11", "0987.654.321", "Thôn 1")  # fmt: skip
    writer.nominee({"full_name": who[3].name, "id_number": "999000001", "status": "ready"},
                   4, who[3].name, "999000001", None, "Thôn 2")  # fmt: skip
    writer.nominee({"full_name": who[4].name, "phone": "12345", "status": "review"},
                   5, who[4].name, None, "12345", "Thôn 2")  # fmt: skip


@layout
def dirty_text(writer: Writer, rng: random.Random) -> None:
    """Decomposed letters, invisible signs, look-alike letters, formulas as text, ditto marks."""
    del rng
    writer.title("DANH SÁCH")
    writer.head({"A": "ordinal", "B": "full_name", "C": "unit", "D": "achievement"},
                "Số TT", "Họ và tên (ghi rõ)", "Nơi công tác", "Nội dung thành tích")  # fmt: skip
    names = (
        ("Nguye\u0302\u0303n Thi\u0323 Ha\u0323nh", "Nguyễn Thị Hạnh"),
        ("Trần\u200b Văn\u00a0Bình", "Trần Văn Bình"),
        ("Ðặng Thị Lan", "Đặng Thị Lan"),
        ("  Lê   Văn\nCường ", "Lê Văn Cường"),
        ("Phạm Thị Мai", "Phạm Thị Mai"),
        ("Nguyá»…n VÄƒn Nam", "Nguyễn Văn Nam"),
        ("5. Hoàng Văn Sơn.", "Hoàng Văn Sơn"),
    )
    for number, (typed, name) in enumerate(names, start=1):
        unit = "Thôn 3" if number == 1 else "nt"
        writer.nominee({"full_name": name, "unit": "Thôn 3"}, number, typed, unit, "Tích cực")
    writer.put(8, "Vũ Thị Hương", '"')
    sign = writer.sheet.cell(writer.row, 4)
    sign.value = "=HYPERLINK(1)"
    sign.data_type = "s"
    writer.answers.rows[writer.row] = {
        "full_name": "Vũ Thị Hương", "unit": "Thôn 3", "achievement": "=HYPERLINK(1)",
        "status": "ready",
    }  # fmt: skip


@layout
def households_and_couples(writer: Writer, rng: random.Random) -> None:
    """Households, couples, units and people in one list without groups."""
    del rng
    writer.title("DANH SÁCH TẬP THỂ, HỘ GIA ĐÌNH, CÁ NHÂN TIÊU BIỂU")
    writer.head({"A": "ordinal", "B": "full_name", "C": "unit", "D": "achievement"},
                "TT", "Tên tập thể, hộ gia đình, cá nhân", "Địa chỉ", "Thành tích")  # fmt: skip
    rows = (
        ("Hộ ông Nguyễn Văn Bình", "household", "Hộ ông Nguyễn Văn Bình"),
        ("HỘ BÀ LÊ THỊ HÀ", "household", "Hộ bà Lê Thị Hà"),
        ("Gia đình ông Trần Văn An", "household", "Gia đình ông Trần Văn An"),
        ("Ông Đỗ Văn Sơn và bà Vũ Thị Lan", "joint", "Ông Đỗ Văn Sơn và bà Vũ Thị Lan"),
        ("Vợ chồng ông Lò Văn Nam, bà Vi Thị Mai", "joint",
         "Vợ chồng ông Lò Văn Nam, bà Vi Thị Mai"),
        ("Trường Tiểu học Minh Họa", "unit", "Trường Tiểu học Minh Họa"),
        ("TRƯỜNG MẦM NON MINH HỌA", "unit", "Trường Mầm non Minh Họa"),
        ("Tổ công nghệ số cộng đồng thôn 5", "team", "Tổ công nghệ số cộng đồng thôn 5"),
        ("Công ty TNHH Hoàng Gia", "unit", "Công ty TNHH Hoàng Gia"),
        ("Đoàn Văn Hải", "person", "Đoàn Văn Hải"),
        ("Hồ Thị Thanh", "person", "Hồ Thị Thanh"),
        ("Bàn Văn Đức", "person", "Bàn Văn Đức"),
        ("Thôn 7", "unit", "Thôn 7"),
    )  # fmt: skip
    for number, (typed, kind, name) in enumerate(rows, start=1):
        writer.nominee({"kind": kind, "full_name": name}, number, typed, "Thôn 3", "Tích cực")


@layout
def repeated_heading(writer: Writer, rng: random.Random) -> None:
    """A long list whose heading is repeated on each page, with blank rows between."""
    heading = ("TT", "Họ và tên", "Năm sinh", "Đơn vị", "Thành tích")
    writer.title("DANH SÁCH")
    writer.head({"A": "ordinal", "B": "full_name", "C": "birth", "D": "unit", "E": "achievement"},
                *heading)  # fmt: skip
    for number, who in enumerate(people(rng, 24, "Tổ dân phố số 2"), start=1):
        if number in (9, 17):
            writer.skip("blank")
            writer.skip("repeated_header", *heading)
        writer.nominee({"full_name": who.name, "unit": "Tổ dân phố số 2"},
                       number, who.name, who.birth.year, who.unit, who.achievement)  # fmt: skip
    for number in (25, 26):
        writer.skip("ordinal_only", number)
    writer.skip("footnote", "Ghi chú: danh sách đã được thôn bình xét")


@layout
def two_tables(writer: Writer, rng: random.Random) -> None:
    """Collectives in one table, people with other columns in the next."""
    writer.title("DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN")
    writer.skip("group", "I. TẬP THỂ")
    writer.head({"A": "ordinal", "B": "full_name", "C": "achievement", "D": "note"},
                "TT", "Tên tập thể", "Thành tích", "Ghi chú")  # fmt: skip
    for number, name in enumerate(("Chi hội Nông dân thôn 1", "Trạm Y tế xã", "HTX Hoa Sen"), 1):
        writer.nominee({"kind": "unit", "full_name": name}, number, name, "Xuất sắc")
    writer.skip("blank")
    writer.skip("group", "II. CÁ NHÂN")
    first = writer.answers.columns
    writer.head({}, "TT", "Họ và tên", "Năm sinh", "Nam/Nữ", "Chức vụ", "Đơn vị", "Thành tích")
    writer.answers.columns = first
    for number, who in enumerate(people(rng, 6), start=1):
        writer.nominee(
            {"kind": "person", "full_name": who.name, "sex": who.sex, "post": who.post,
             "birth": str(who.birth.year), "achievement": who.achievement},
            number, who.name, who.birth.year, "Nam" if who.sex == "male" else "Nữ", who.post,
            who.unit, who.achievement,
        )  # fmt: skip


@layout
def merged_units(writer: Writer, rng: random.Random) -> None:
    """The unit merged over its people, one person's achievements in two rows."""
    writer.title("TỔNG HỢP ĐỀ NGHỊ")
    writer.head({"A": "ordinal", "B": "unit", "C": "full_name", "D": "post", "E": "achievement"},
                "TT", "Đơn vị", "Họ và tên", "Chức vụ", "Thành tích")  # fmt: skip
    number = 0
    for unit in ("Trường Tiểu học Minh Họa", "Công an xã"):
        top = writer.row + 1
        for who in people(rng, 3, unit):
            number += 1
            writer.nominee({"full_name": who.name, "unit": unit, "post": who.post},
                           number, unit if writer.row + 1 == top else None, who.name, who.post,
                           who.achievement)  # fmt: skip
        writer.sheet.merge_cells(f"B{top}:B{writer.row}")
    who = people(rng, 1)[0]
    writer.nominee({"full_name": who.name, "achievement": "Đạt giải nhất; Hướng dẫn 30 hộ"},
                   number + 1, "Thôn 3", who.name, who.post, "Đạt giải nhất")  # fmt: skip
    top = writer.row
    writer.skip("continuation", None, None, None, None, "- Hướng dẫn 30 hộ")
    for letter in "ABCD":
        writer.sheet.merge_cells(f"{letter}{top}:{letter}{top + 1}")


@layout
def sex_marks(writer: Writer, rng: random.Random) -> None:
    """Columns Nam and Nữ with crosses, an ignored column, post and unit to be split."""
    writer.title("Danh sách đề nghị khen")
    writer.head(
        {"A": "ordinal", "B": "full_name", "C": "sex_male", "D": "sex_female",
         "F": "post_unit", "G": "achievement"},
        "TT", "Họ và tên", "Giới tính", None, "Dân tộc", "Chức vụ/nơi ở", "Lý do khen",
    )  # fmt: skip
    top = writer.row
    writer.answers.header_rows.append(writer.put(None, None, "Nam", "Nữ"))
    writer.sheet.merge_cells(f"C{top}:D{top}")
    for number, who in enumerate(people(rng, 6), start=1):
        male = who.sex == "male"
        writer.nominee(
            {"full_name": who.name, "sex": who.sex, "post": "Giáo viên",
             "unit": "Trường Tiểu học Minh Họa"},
            number, who.name, "x" if male else None, None if male else "x", "Kinh",
            "Giáo viên, Trường Tiểu học Minh Họa", who.achievement,
        )  # fmt: skip


@layout
def no_numbers(writer: Writer, rng: random.Random) -> None:
    """No ordinals, honorific in its own column, no title at all, kinds in a column."""
    writer.head(
        {"A": "honorific", "B": "full_name", "C": "kind", "D": "unit", "E": "award"},
        "Danh xưng", "Họ tên, tên tập thể", "Đối tượng", "Đơn vị", "Hình thức khen",
    )  # fmt: skip
    for who in people(rng, 5):
        writer.nominee({"kind": "person", "full_name": who.name, "honorific": who.title,
                        "sex": who.sex, "award": "Giấy khen"},
                       who.title, who.name, "Cá nhân", who.unit, "Giấy khen")  # fmt: skip
    writer.nominee({"kind": "unit", "full_name": "Ban công tác Mặt trận"},
                   None, "Ban công tác Mặt trận", "Tập thể", "Thôn 3", "Giấy khen")  # fmt: skip
    writer.nominee({"kind": "household", "full_name": "Hộ ông Lê Văn Bình"},
                   None, "Hộ ông Lê Văn Bình", "Hộ gia đình", "Thôn 3", "Giấy khen")  # fmt: skip
    writer.skip("total", "Tổng số: 7 đối tượng")


@layout
def doubles_and_gaps(writer: Writer, rng: random.Random) -> None:
    """The same person twice, a missing name, a misspelt unit, a person without a unit."""
    writer.title("DANH SÁCH")
    writer.head({"A": "ordinal", "B": "full_name", "C": "birth", "D": "unit"},
                "TT", "Họ và tên", "Năm sinh", "Đơn vị")  # fmt: skip
    who = people(rng, 5)
    for number, each in enumerate(who[:3], start=1):
        writer.nominee({"full_name": each.name, "status": "ready"},
                       number, each.name, 1980, "Thôn 3")  # fmt: skip
    writer.nominee({"full_name": who[0].name, "status": "review"}, 4, who[0].name, 1980, "Thôn 3")
    writer.nominee({"full_name": None, "status": "error"}, 5, None, 1985, "Thôn 3")
    writer.nominee({"full_name": who[3].name, "unit": "Thon 3", "status": "review"},
                   6, who[3].name, 1980, "Thon 3")  # fmt: skip
    writer.nominee({"full_name": who[4].name, "unit": None, "status": "review"},
                   7, who[4].name, 1980)  # fmt: skip


@layout
def old_fonts(writer: Writer, rng: random.Random) -> None:
    """Data in TCVN3 and VNI under headings in Unicode, in one column, no font to tell by."""
    del rng
    writer.title("DANH SÁCH")
    writer.head({"A": "ordinal", "B": "full_name", "C": "unit"}, "TT", "Họ và tên", "Đơn vị")
    spoiled = {
        "NguyÔn V¨n §øc": "Nguyễn Văn Đức",
        "TrÇn ThÞ Hµ": "Trần Thị Hà",
        "Nguyeãn Vaên Ñöùc": "Nguyễn Văn Đức",
    }
    for number, (name, meant) in enumerate(spoiled.items(), 1):
        answer = {"full_name": meant, "unit": f"Thôn {number}", "status": "ready"}
        writer.nominee(answer, number, name, f"Th«n {number}")
    writer.nominee({"full_name": "Lê Thị Hà", "status": "ready"}, 4, "Lê Thị Hà", "Thôn 3")


def make(name: str) -> tuple[bytes, Answers]:
    """Return one list as the bytes of an .xlsx file, and its answers."""
    book = openpyxl.Workbook()
    book.properties.creator = "thôn"
    sheet = book.active
    assert sheet is not None
    sheet.title = "Sheet1"
    writer = Writer(sheet)
    LAYOUTS[name](writer, random.Random(f"{SEED}-{name}"))
    return steady(book), writer.answers


def steady(book: openpyxl.Workbook) -> bytes:
    """Return a workbook's bytes without the hour at which it was saved."""
    raw = io.BytesIO()
    book.save(raw)
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/core.xml":
                data = b"".join(
                    part for part in data.replace(b"><", b">\n<").splitlines()
                    if b"dcterms:" not in part
                )  # fmt: skip
            info = zipfile.ZipInfo(name, (2026, 11, 20, 8, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, data)
    return out.getvalue()


def main(folder: Path) -> None:
    """Write all lists and their answers into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in LAYOUTS:
        data, answers = make(name)
        (folder / f"{name}.xlsx").write_bytes(data)
        text = json.dumps(answers.__dict__, ensure_ascii=False, indent=1)
        (folder / f"{name}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
