"""Nhập từ Excel: a good list, a list with doubts and faults, files that are refused."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import openpyxl

from tests.data.lists import make_hostile, make_lists
from tests.shots import seasons
from tests.shots.camera import Stage, settle
from tests.shots.studio import Studio, scene
from thiduaqt.ui.screens.intake.screen import IntakeScreen

_HEADING = ("TT", "Họ và tên", "Ngày sinh", "Số CCCD", "Chức vụ - Đơn vị", "Thành tích", "x", "SĐT")
_FAULTY = (
    ("1", "LÒ VĂN TÁM", "1971", "", "Chi hội trưởng - Thôn 3", "Vận động 60 hội viên", "x", ""),
    ("2", "Bà Nguyễn Thị Hà", "31/2/1990", "", "Tổ viên - Thôn 3", "Dạy 45 hộ", "x", "905667788"),
    ("3", "", "1985", "", "Trưởng thôn - Thôn 3", "Lắp camera an ninh", "x", ""),
    ("4", "Ông Vi Văn Tới", "1979", "", "Trưởng thôn - Thôn Bình Minh", "Vận động 95% hộ", "x", ""),
    ("5", "Bà Lò Thị Ươm", "05/03/1987", 99187000123, "Tổ viên - Thon 3", "Mở 6 lớp", "x", ""),
    ("6", "Ông Trịnh Công Ẩn", "1/2/05", "", "Nông dân - Thôn 33", "Bán chè qua mạng", "x", ""),
    ("7", "Bà Hoàng Thị Ngát", "11/05/1990", "", "Tổ viên - Thon 3", "Tuyên truyền 45 hộ", "", ""),
    ("8", "Ông Bùi Văn Ân", "15/08/1979", "", "Tổ trưởng - Thôn 3", "Hướng dẫn 160 cụ", "x", ""),
)


def faulty_list(folder: Path) -> Path:
    """A village's list with every kind of fault and doubt."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["UBND XÃ MINH HỌA"])
    sheet.append(["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG CỦA THÔN 3"])
    sheet.append([])
    sheet.append(_HEADING)
    for row in _FAULTY:
        sheet.append([value if value != "" else None for value in row])
    sheet.append([None, "Cộng: 8 trường hợp"])
    path = folder / "danhsach_thon3.xlsx"
    book.save(path)
    return path


def _open(on: Stage, *files: Path) -> IntakeScreen:
    screen = cast("IntakeScreen", on.go("intake", files=list(files)))
    settle()
    return screen


@scene
def intake(studio: Studio) -> None:
    """The four steps with a good list."""
    folder = studio.archive.folder("lists")
    good = folder / "Danh sách đề nghị Thôn 3.xlsx"
    good.write_bytes(make_lists.make("plain")[0])
    with studio.open(seasons.checked) as on:
        screen = _open(on, good)
        on.take("intake-2-columns")
        screen.onward.click()
        settle()
        on.take("intake-3-ready")
        screen.rows_page.grid.clear_filters()
        screen.rows_page.grid.choose_quick("all")
        settle()
        on.take("intake-3-all")
        screen.onward.click()
        settle()
        on.take("intake-4-done")
        screen = _open(on, good)
        on.take("intake-3-again")


@scene
def intake_faults(studio: Studio) -> None:
    """A list with doubts and faults, what is left of it, and files that cannot be read."""
    folder = studio.archive.folder("lists")
    faulty = faulty_list(folder)
    with studio.open(seasons.checked) as on:
        screen = _open(on, faulty)
        on.take("intake-2-doubts")
        screen.onward.click()
        settle()
        on.take("intake-3-faults")
        screen.rows_page.go_on()
        settle()
        on.take("intake-3-next-fault")
        screen.onward.click()
        settle()
        on.take("intake-4-left-over")
        on.window.toast.hide()
        screen.result_page.next_wanted.emit()
        settle()
        on.take("intake-1-waiting")
        screen.file_page.waiting_wanted.emit()
        settle()
        on.take("intake-3-waiting")
        screen.cancel.click()
        on.window.toast.hide()
        for name, path in _refused(folder).items():
            _open(on, path)
            on.take(f"intake-1-{name}")


def _refused(folder: Path) -> dict[str, Path]:
    """Write files that are no lists: a Word file, a locked one, a table without names."""
    hostile = {name: data for name, data, _code in make_hostile.cases()}
    made: dict[str, Path] = {}
    for name, kind in (("word.xlsx", "word-file"), ("password.xlsx", "password")):
        made[kind] = folder / name
        made[kind].write_bytes(hostile[name])
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Thu", "Chi"], [1, 2], [3, 4]):
        sheet.append(row)
    made["no-names"] = folder / "so quy.xlsx"
    book.save(made["no-names"])
    return made
