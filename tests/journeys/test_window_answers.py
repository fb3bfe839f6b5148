"""U08: the window answers while 5,000 rows come in, are checked and are shown."""

from __future__ import annotations

import itertools
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QLabel

from tests.builders import a_session
from tests.journeys.hands import Hands
from tests.journeys.heartbeat import Heartbeat

ROWS = 5_000
HANGING = 3_000
"""Milliseconds after which an officer takes the window for dead. The aim is 100; what is reached is
printed, not asserted: a busy machine is slow, not wrong."""
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Lò", "Vi", "Hà")
MIDDLES = ("Văn", "Đức", "Quang", "Minh", "Thị", "Thu", "Ngọc", "Thanh", "Kim", "Xuân", "Bá", "Hữu")
GIVEN = (
    "An", "Bình", "Cường", "Dũng", "Đức", "Hải", "Khánh", "Nam", "Phúc", "Sơn", "Thắng", "Ánh",
    "Bích", "Hà", "Hạnh", "Hương", "Lan", "Mai", "Ngân", "Oanh", "Thủy", "Yến", "Tú", "Linh",
    "Giang", "Huệ", "Lý", "Mận", "Nga", "Phương", "Quý", "Rạng", "Sửu", "Tâm", "Uyên", "Vân",
)  # fmt: skip


@pytest.fixture
def long_list(tmp_path: Path) -> Path:
    """Return a list of 5,000 invented people, every hundredth with a date there is not."""
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
    path = tmp_path / "5000.xlsx"
    book.save(path)
    return path


@pytest.mark.slow
def test_the_window_answers_while_five_thousand_rows_come_in(
    hands: Hands, tmp_path: Path, long_list: Path
) -> None:
    session = a_session(tmp_path)
    session.close()
    hands.open_file(session.path)
    hands.press("Ctrl+3")
    hands.settle()
    hands.click("nominations.empty.import")
    hands.settle()
    with Heartbeat() as heart:
        with hands.dialog(hands.choose_file(long_list)):
            hands.click("intake.pick")
        heart.part("choose")
        hands.until(lambda: hands.sees("intake.columns"), 60_000)
        hands.settle()
        heart.part("read")
        hands.click("intake.onward")
        hands.settle()
        heart.part("list")
        hands.type("1980")
        hands.press("Return")
        hands.settle()
        heart.part("mend")
        hands.click("intake.onward")
        hands.until(lambda: hands.sees("intake.to_list"), 60_000)
        hands.settle()
        heart.part("write")
        assert f"Đã nhập {ROWS - 49} hồ sơ" in hands.find("intake.result.title", QLabel).text()
        hands.click("intake.to_list")
        hands.settle(60_000)
        heart.part("show")
    print("\nlongest silences (ms):", heart.silences)
    assert len(hands.grid("nominations.grid").rows()) == ROWS - 49
    assert max(dict(heart.silences).values()) <= HANGING
