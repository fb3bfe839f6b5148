"""All screens of a season that has come far, one after the other in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.hands import Hands
from thiduaqt.services import sample

SIZES = ((1093, 550), (1366, 768), (900, 520))


class Watch(QObject):
    """Notes what opens as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show
        if shown and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} “{watched.objectName()}”")
        return False


@pytest.fixture
def season_file(tmp_path: Path) -> Path:
    """Return the data file of the sample season up to the issued decision."""
    season = sample.start(tmp_path / "mau.tdqdb")
    sample.enter_registers(season)
    sample.take_in(season, sample.write_lists(season, tmp_path / "danh-sach"))
    sample.fill_dossiers(season)
    sample.hold_council(season)
    sample.decide(season)
    season.session.close()
    return season.session.path


def test_no_part_of_a_screen_flashes_up_as_a_window(hands: Hands, season_file: Path) -> None:
    """A part shown before it has its place would, and would take the keyboard away."""
    hands.open_file(season_file)
    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    try:
        for size in SIZES:
            hands.window.resize(*size)
            for spec in hands.window._specs:
                hands.window.navigate(spec)
                hands.settle()
    finally:
        QApplication.instance().removeEventFilter(watch)
    assert not watch.seen


def test_going_to_a_screen_leads_the_keyboard_into_it(hands: Hands, season_file: Path) -> None:
    """Ctrl+1…8: the list or the button the work begins with, and later where one was last."""
    hands.open_file(season_file)
    entered = {
        "1": "home.task.",
        "2": "movements.tabs",
        "3": "units.grid.table",
        "4": "nominations.grid.table",
        "8": "data.bundles.grid.table",
    }
    for number in range(1, 9):
        hands.press(f"Ctrl+{number}")
        hands.settle()
        focus = hands.focus()
        assert hands.screen.isAncestorOf(focus), f"Ctrl+{number} leaves the keyboard outside"
        assert focus.objectName().startswith(entered.get(str(number), ""))
    hands.press("Ctrl+3")
    hands.settle()
    hands.press("Ctrl+F", "Ctrl+4", "Ctrl+3")
    hands.settle()
    assert hands.focus() is hands.screen.find_field()


def test_the_palette_leads_to_a_unit(hands: Hands, season_file: Path) -> None:
    """U23: unaccented words in any order."""
    hands.open_file(season_file)
    hands.press("Ctrl+K")
    hands.type("lua khuoi")
    hands.press("Return")
    hands.settle()
    row = hands.grid("units.grid").current_row()
    assert row is not None
    assert row.name == "Thôn Khuổi Lừa"
