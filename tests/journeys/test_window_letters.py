"""Another *Cỡ chữ* is chosen while the window is open: everything follows at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from tests.builders import a_session
from tests.journeys.hands import Hands
from thiduaqt.services import registers
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.main_window import MainWindow
from thiduaqt.ui.screens.intake.screen import ROWS, IntakeScreen
from thiduaqt.ui.screens.settings.screen import SettingsScreen


@pytest.fixture
def opened(hands: Hands, tmp_path: Path) -> Iterator[MainWindow]:
    session = a_session(tmp_path)
    session.close()
    usual = QApplication.font()
    hands.open_file(session.path)
    yield hands.window
    hands.program.close()
    QApplication.setFont(usual)


def choose(hands: Hands, points: int) -> None:
    hands.window.go("settings", part="look")
    hands.settle()
    hands.click(f"look.{points}")


def test_titles_small_words_and_widths_follow(hands: Hands, opened: MainWindow) -> None:
    opened.resize(900, 650)
    hands.window.go("nominations")
    hands.settle()
    find = hands.window.context_bar.find_box.width()
    choose(hands, 14)
    hands.until(lambda: hands.window is not opened)
    hands.settle()
    window = hands.window
    hands.until(lambda: not shiboken6.isValid(opened))
    screen = window.current_screen()
    assert isinstance(screen, SettingsScreen)
    assert screen.current() is screen.parts["look"], "the place is kept"
    assert QApplication.focusWidget().objectName() == "look.14"
    assert window.height() == 650
    assert screen.title.font().pointSizeF() == pytest.approx(tokens.TITLE_PT * 1.4, abs=0.1)
    assert window.context_bar.find_box.width() == theme.em(190)
    assert window.context_bar.find_box.width() > find
    small = window.status.backup.font().pointSizeF()
    assert small == pytest.approx(tokens.META_PT * 1.4, abs=0.1)


def test_the_new_window_works_on_the_same_file(hands: Hands, opened: MainWindow) -> None:
    choose(hands, 12)
    hands.until(lambda: hands.window is not opened)
    hands.window.context.tasks.run(lambda s: registers.add(s, "unit", [{"name": "Thôn Mới"}]))
    hands.window.go("units")
    hands.settle()
    grid = hands.grid("units.grid")
    hands.until(lambda: "Thôn Mới" in [row.name for row in grid.rows()])
    choose(hands, 12)
    same = hands.window
    hands.settle()
    QApplication.processEvents()
    assert hands.window is same, "the same size again changes nothing"


def test_a_list_being_taken_in_is_not_lost(
    hands: Hands, opened: MainWindow, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    for line in (("TT", "Họ và tên", "Ngày sinh"), (1, "Lò Văn Tám", "31/02/1980")):
        book.active.append(line)
    book.save(tmp_path / "mot.xlsx")
    hands.window.navigate("intake", files=[tmp_path / "mot.xlsx"])
    hands.settle()
    screen = hands.screen
    assert isinstance(screen, IntakeScreen)
    screen._go(ROWS)
    choose(hands, 14)
    hands.until(lambda: "mở lại phần mềm" in hands.window.toast.text())
    assert hands.window is opened
    assert screen.state.rows
