"""A list of 5,000 invented people, every hundredth with a date there is not."""

from __future__ import annotations

import itertools
from pathlib import Path

import openpyxl

ROWS = 5_000
FAULTY = ROWS // 100
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Lò", "Vi", "Hà")
MIDDLES = ("Văn", "Đức", "Quang", "Minh", "Thị", "Thu", "Ngọc", "Thanh", "Kim", "Xuân", "Bá", "Hữu")
GIVEN = (
    "An", "Bình", "Cường", "Dũng", "Đức", "Hải", "Khánh", "Nam", "Phúc", "Sơn", "Thắng", "Ánh",
    "Bích", "Hà", "Hạnh", "Hương", "Lan", "Mai", "Ngân", "Oanh", "Thủy", "Yến", "Tú", "Linh",
    "Giang", "Huệ", "Lý", "Mận", "Nga", "Phương", "Quý", "Rạng", "Sửu", "Tâm", "Uyên", "Vân",
)  # fmt: skip


def write(path: Path) -> Path:
    """Write the list and return its path."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách")
    sheet.append(["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"])
    sheet.append(["STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị", "Thành tích"])
    names = itertools.product(GIVEN, MIDDLES, FAMILIES)
    for number, (given, middle, family) in enumerate(itertools.islice(names, ROWS), start=1):
        birth = "31/02/1980" if number % 100 == 0 else str(1950 + number % 50)
        deed = f"Hướng dẫn {number} lượt người dùng dịch vụ công trực tuyến"
        unit = f"Thôn {number % 20 + 1}"
        sheet.append([number, f"{family} {middle} {given}", birth, "Nông dân", unit, deed])
    book.save(path)
    return path
