"""What holds for every screen, empty and full, at the smallest size (ux.md §7)."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QCompleter,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.builders import a_session
from thiduaqt.services import sample
from thiduaqt.ui.app import Application
from thiduaqt.ui.main_window import MainWindow
from thiduaqt.ui.memory import Memory
from thiduaqt.ui.screens import SCREENS

PRESENT = {
    spec.key: importlib.util.find_spec(f"thiduaqt.ui.screens.{spec.key}") is not None
    and importlib.util.find_spec(f"thiduaqt.ui.screens.{spec.key}.screen") is not None
    for spec in SCREENS
}
KEYS = [key for key, present in PRESENT.items() if present]
STATES = ("empty", "full", "decided")
ENGLISH = re.compile(
    r"\b(the|and|open|save|close|cancel|edit|delete|remove|search|filter|import|export|print|"
    r"settings|dashboard|record|button|error|warning|yes|no|ok|back|next|finish|apply|undo|redo)\b",
    re.IGNORECASE,
)
# Names of programs and formats are not translated.
NAMES = re.compile(r"Excel|Word|PDF|Telex|OpenDocument|ThiDuaQt|\.\w{3,5}\b")


@pytest.fixture(scope="module")
def data_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Make a new office, a season under way and a season decided."""
    folder = tmp_path_factory.mktemp("screens")
    session = a_session(folder)
    made = {"empty": session.path}
    session.close()
    for state in STATES[1:]:
        season = sample.start(folder / f"{state}.tdqdb")
        sample.enter_registers(season)
        sample.take_in(season, sample.write_lists(season, folder / state))
        sample.fill_dossiers(season)
        if state == "decided":
            sample.hold_council(season)
            sample.decide(season)
        made[state] = season.session.path
        season.session.close()
    return made


@pytest.fixture(scope="module", params=STATES)
def window(request: pytest.FixtureRequest, data_files: dict[str, Path]) -> Iterator[MainWindow]:
    program = Application(Memory())
    assert program.open(data_files[request.param])
    assert program.window is not None
    program.window.show()
    program.window.activateWindow()
    yield program.window
    program.close()


@pytest.fixture(params=KEYS)
def screen(request: pytest.FixtureRequest, window: MainWindow, qtbot: QtBot) -> QWidget:
    shown = window.navigate(request.param)
    QApplication.processEvents()
    window.resize(1093, 550)
    for _ in range(4):
        QApplication.processEvents()
    return shown


def visible(screen: QWidget, kind: type[QWidget] = QWidget) -> list[QWidget]:
    return [one for one in screen.findChildren(kind) if one.isVisible()]


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def described(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return f"{type(widget).__name__} {widget.objectName()!r} {text!r} in {widget.parent()}"


def test_every_screen_in_the_rail_exists() -> None:
    assert [key for key, present in PRESENT.items() if not present] == []


def test_it_fits_the_smallest_window(screen: QWidget, window: MainWindow) -> None:
    """U09: nothing needs the window to be scrolled sideways."""
    assert (window.width(), window.height()) == (1093, 550), "the screen forces the window open"
    for one in visible(screen, QPushButton):
        if one.property("kind") == "primary":
            corner = one.mapTo(screen, one.rect().bottomRight())
            assert screen.rect().contains(corner), f"{described(one)} is clipped"
            assert one.width() >= one.sizeHint().width(), f"{described(one)} is cut"


def test_there_is_one_filled_button_at_most(screen: QWidget) -> None:
    filled = [one for one in visible(screen, QPushButton) if one.property("kind") == "primary"]
    assert len(filled) <= 1, [described(one) for one in filled]


def test_everything_that_takes_the_focus_has_a_name(screen: QWidget) -> None:
    """U34."""
    for one in visible(screen):
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled():
            assert name_of(one), described(one)


def test_targets_are_large_enough(screen: QWidget) -> None:
    """U39: at least 24 by 24 pixels."""
    for one in visible(screen, QAbstractButton):
        if isinstance(one.parent(), QLineEdit):
            continue  # a sign inside a field; a click beside it reaches the field
        if isinstance(one, QCheckBox) and not one.text():
            continue  # the words beside it tick it too
        assert min(one.width(), one.height()) >= 20, f"{described(one)}: {one.size()}"


def test_nothing_breaks_telex(screen: QWidget) -> None:
    """U02, U03."""
    for box in screen.findChildren(QComboBox):
        if box.isEditable():
            assert box.insertPolicy() == QComboBox.InsertPolicy.NoInsert, described(box)
            assert box.completer().completionMode() != QCompleter.CompletionMode.InlineCompletion
    for line in screen.findChildren(QLineEdit):
        assert not line.inputMask(), described(line)
        completer = line.completer()
        if completer is not None:
            assert completer.completionMode() != QCompleter.CompletionMode.InlineCompletion
    assert not screen.findChildren(QTableWidget)
    assert not screen.findChildren(QTreeWidget)


def test_mnemonics_can_be_typed_and_are_unique(screen: QWidget) -> None:
    """U36."""
    taken: dict[str, str] = {}
    for one in visible(screen, QPushButton):
        assert isinstance(one, QPushButton)
        for letter in re.findall(r"(?<!&)&([^&])", one.text()):
            assert letter.isascii(), one.text()
            assert letter.isalnum(), f"a bare & in {one.text()!r}"
            assert letter.lower() not in taken, f"{one.text()!r} and {taken[letter.lower()]!r}"
            taken[letter.lower()] = one.text()


def texts_of(screen: QWidget) -> list[str]:
    found: list[str] = []
    for one in visible(screen):
        if isinstance(one, QAbstractButton | QLabel):
            found.append(re.sub(r"<[^>]+>", "", one.text()))
        if isinstance(one, QLineEdit):
            found.append(one.placeholderText())
        found.append(one.toolTip())
    return [text for text in found if text]


def test_it_speaks_vietnamese(screen: QWidget) -> None:
    """U33."""
    for text in texts_of(screen):
        rest = NAMES.sub("", text.replace("&", ""))
        assert not ENGLISH.search(rest), text


def test_years_have_four_digits(screen: QWidget) -> None:
    """U27."""
    for text in texts_of(screen):
        assert not re.search(r"(?<![\d/])\d{1,2}/\d{1,2}/\d{2}(?!\d)", text), text


def test_it_reloads_without_moving_the_focus(screen: QWidget, window: MainWindow) -> None:
    before = window.focusWidget()
    name = before.objectName() if before is not None else ""
    screen.reload_soon()  # type: ignore[attr-defined]
    for _ in range(4):
        QApplication.processEvents()
    after = window.focusWidget()
    assert after is not None or before is None
    assert (after.objectName() if after is not None else "") == name
