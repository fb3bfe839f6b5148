"""Import of 10,000 rows against python-calamine's raw read plus one executemany.

All figures are ratios of medians within one interleaved run; milliseconds are only shown.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import python_calamine

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.builders import a_session, the_round
from thiduaqt.intake.guard import examine
from thiduaqt.intake.reading import read_list
from thiduaqt.intake.repairing import repaired_book
from thiduaqt.intake.workbook import read_workbook
from thiduaqt.services import intake

ROWS = 10_000
ROUNDS = 5
WHOLE_GOAL = 2.0
FONTS_GOAL = 0.05
_HEADINGS = (
    "TT", "Họ và tên", "Giới tính", "Ngày sinh", "Số CCCD", "Điện thoại", "Chức vụ", "Đơn vị",
    "Thành tích", "Hình thức đề nghị khen", "Năm", "Dân tộc", "Trình độ", "Ghi chú",
)  # fmt: skip


def make_list(path: Path, rows: int = ROWS) -> None:
    """Write a list of invented people in 14 columns."""
    rng = random.Random(20261120)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách")
    for line in ("ỦY BAN NHÂN DÂN XÃ MINH HỌA", "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", ""):
        sheet.append([line])
    sheet.append(_HEADINGS)
    for number in range(rows):
        sheet.append(_person(rng, number))
    book.save(path)


def _person(rng: random.Random, number: int) -> list[object]:
    sex = rng.randrange(2)
    birth = date(1955, 1, 1) + timedelta(days=rng.randrange(16_000))
    century = sex if birth.year < 2000 else sex + 2
    words = (
        rng.choice(("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Lò")),
        rng.choice(("Thị", "Thu", "Ngọc") if sex else ("Văn", "Đức", "Minh", "Quang")),
        rng.choice(("Thanh", "Kim", "Xuân", "Hải", "Hoài", "Bảo", "Gia", "Khánh")),
        rng.choice(("An", "Bình", "Cường", "Dũng", "Hà", "Hạnh", "Hương", "Lan", "Mai", "Nam",
                    "Oanh", "Phúc", "Quân", "Sơn", "Tâm", "Uyên", "Vân", "Yến")),
    )  # fmt: skip
    return [
        number + 1,
        " ".join(words),
        ("Nam", "Nữ")[sex],
        birth,
        f"999{century}{birth.year % 100:02d}{number:06d}",
        f"09{rng.randrange(10**8):08d}",
        rng.choice(("Trưởng thôn", "Tổ trưởng", "Giáo viên", "Nông dân")),
        f"Thôn {rng.randrange(1, 20)}",
        f"Hướng dẫn {rng.randrange(20, 300)} hộ cài đặt VNeID và dùng dịch vụ công trực tuyến",
        "Giấy khen",
        2026,
        "Kinh",
        "Đại học",
        "",
    ]


def raw_import(path: Path, folder: Path) -> None:
    """Do what the ratio is measured against: read all cells, insert them, nothing else."""
    sheet = python_calamine.load_workbook(path).get_sheet_by_index(0)
    rows = [tuple(map(str, row)) for row in sheet.to_python()[4:]]
    database = sqlite3.connect(folder / "raw.db")
    columns = ", ".join(f"c{number}" for number in range(len(_HEADINGS)))
    with database:
        database.execute("DROP TABLE IF EXISTS list")
        database.execute(f"CREATE TABLE list ({columns})")
        marks = ", ".join("?" * len(_HEADINGS))
        database.executemany(f"INSERT INTO list VALUES ({marks})", rows)
    database.close()


def whole_import(path: Path, folder: Path) -> float:
    """Import into a new data file (read, check, compare, write, journal); return seconds."""
    session = a_session(folder, f"{time.monotonic_ns()}.tdqdb")
    around = the_round(session).id
    started = time.perf_counter()
    written = intake.commit(session, intake.preview(session, path, around)).counts["new"]
    seconds = time.perf_counter() - started
    session.close()
    assert written > ROWS * 0.9
    return seconds


def run(rounds: int = ROUNDS) -> dict[str, float]:
    """Return the ratios ``read`` (our reading alone) and ``whole`` (until it is stored).

    ``fonts`` is what looking for old fonts in a clean list takes of the whole import.
    """
    seconds: dict[str, list[float]] = {"raw": [], "read": [], "whole": [], "fonts": []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "danh-sach.xlsx"
        make_list(path)
        reading = read_list(path)
        assert reading.count("ready") > ROWS * 0.9
        file = examine(path)
        book = read_workbook(file)
        for _ in range(rounds):
            seconds["fonts"].append(_timed(lambda: repaired_book(book, file)))
            seconds["raw"].append(_timed(lambda: raw_import(path, folder)))
            seconds["read"].append(_timed(lambda: read_list(path)))
            seconds["whole"].append(whole_import(path, folder))
    medians = {what: statistics.median(times) for what, times in seconds.items()}
    for what, median in medians.items():
        print(f"  {what:6} {median * 1000:7.0f} ms")
    ratios = {what: medians[what] / medians["raw"] for what in ("read", "whole")}
    return {**ratios, "fonts": medians["fonts"] / medians["whole"]}


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    found = run()
    print(f"fonts: {found.pop('fonts'):.1%} of the whole import (goal: below {FONTS_GOAL:.0%})")
    for what, ratio in found.items():
        print(f"{what}: {ratio:.2f} x raw read + executemany (goal for whole: {WHOLE_GOAL})")
