"""Drives the real window as a person does: a mouse, a keyboard, eyes that wait for what comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QDeadlineTimer, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QFileDialog,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from thiduaqt.ui.app import Application
from thiduaqt.ui.main_window import MainWindow
from thiduaqt.ui.screen import Screen
from thiduaqt.ui.tables.grid import Grid

W = TypeVar("W", bound=QWidget)
PATIENCE = 20_000


class Hands:
    """What a person can do in the window. Nothing here calls a service."""

    def __init__(self, qtbot: QtBot, program: Application) -> None:
        self.qtbot = qtbot
        self.program = program

    # -- coming in ----------------------------------------------------------------------------

    def open_file(self, path: Path) -> None:
        """Open a data file and wait until its window can be worked in."""
        assert self.program.open(path), f"{path.name} did not open"
        self.arrive()

    def arrive(self) -> None:
        """Wait until the window is in front and shows its first screen."""
        window = self.window
        self.until(lambda: QGuiApplication.focusWindow() is window.windowHandle())
        self.until(lambda: window.current_screen() is not None)
        self.settle()

    # -- eyes ---------------------------------------------------------------------------------

    @property
    def window(self) -> MainWindow:
        """The window shown now."""
        window = self.program.window
        assert window is not None, "no window is open"
        return window

    @property
    def screen(self) -> Screen:
        """The screen shown now."""
        screen = self.window.current_screen()
        assert screen is not None, "no screen is shown"
        return screen

    def until(self, seen: Callable[[], object], timeout: int = PATIENCE) -> None:
        """Wait until ``seen()`` is true; the window goes on meanwhile."""
        deadline = QDeadlineTimer(timeout)
        while not seen():
            assert not deadline.hasExpired(), f"nothing came within {timeout} ms"
            QTest.qWait(1)

    def settle(self, timeout: int = PATIENCE) -> None:
        """Wait until all that was begun is stored and shown."""
        opened = self.program._opened
        assert opened is not None

        def still() -> bool:
            return not opened.tasks.busy and not self.screen._due

        self.until(still, timeout)
        QApplication.processEvents()
        self.until(still, timeout)

    def find(self, name: str, kind: type[W] = QWidget) -> W:  # type: ignore[assignment]  # QWidget is a W
        """Return the visible widget called ``name`` in the uppermost window."""
        upper = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        root = upper or self.window
        named = [root] if root.objectName() == name and isinstance(root, kind) else []
        named += root.findChildren(kind, name)
        seen = [one for one in named if one.isVisible()]
        assert seen, f"no {kind.__name__} “{name}” to be seen among {_names(root)}"
        return seen[0]

    def sees(self, name: str) -> bool:
        """Tell whether a widget called ``name`` can be seen in the window."""
        return any(one.isVisible() for one in self.window.findChildren(QWidget, name))

    def grid(self, name: str) -> Grid[Any]:
        """Return the visible grid called ``name``."""
        return self.find(name, Grid)

    def focus(self) -> QWidget:
        """Return what has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    # -- mouse --------------------------------------------------------------------------------

    def click(self, what: str | QWidget) -> None:
        """Click on a widget that can be seen and used."""
        widget = self.find(what) if isinstance(what, str) else what
        assert widget.isVisible(), f"{widget.objectName()} cannot be seen"
        assert widget.isEnabled(), f"{widget.objectName()} cannot be used now"
        place = widget.rect().center()
        if isinstance(widget, QCheckBox | QRadioButton):
            place = QPoint(9, place.y())
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)

    def click_words(self, words: str) -> None:
        """Click on the one visible button that says ``words`` (message strips name no widgets)."""
        root = QApplication.activeModalWidget() or self.window
        found = [
            one
            for one in root.findChildren(QAbstractButton)
            if one.isVisible() and one.text().replace("&", "") == words
        ]
        assert len(found) == 1, f"{len(found)} buttons say “{words}”"
        self.click(found[0])

    def click_cell(self, grid: Grid[Any], line: int, column: str, *, twice: bool = False) -> None:
        """Click (or double-click) on a cell of a grid."""
        index = grid.model.index(line, grid.model.column_number(column))
        grid.view.scrollTo(index)
        place = grid.view.visualRect(index).center()
        surface = grid.view.viewport()
        QTest.mouseClick(surface, Qt.MouseButton.LeftButton, pos=place)
        if twice:
            QTest.mouseDClick(surface, Qt.MouseButton.LeftButton, pos=place)

    # -- keyboard -----------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys one after the other ("Ctrl+3", "Tab", "Alt+P", "Down")."""
        for one in keys:
            combination = QKeySequence(one)[0]
            QTest.keyClick(_keyboard(), combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type ``text`` sign by sign, each with its marks as a typing aid ends it."""
        for sign in text:
            key = Qt.Key(QTest.asciiToKey(sign)) if sign.isascii() else Qt.Key.Key_unknown
            shift = Qt.KeyboardModifier.ShiftModifier
            held = shift if sign.isascii() and sign.isupper() else Qt.KeyboardModifier.NoModifier
            QTest.sendKeyEvent(QTest.KeyAction.Click, _keyboard(), key, sign, held)

    def write(self, field: str | QWidget, text: str) -> None:
        """Click into a field, replace what stands there, leave nothing else touched."""
        widget = self.find(field) if isinstance(field, str) else field
        self.click(widget)
        self.press("Ctrl+A")
        self.type(text)

    def paste(self, rows: list[list[str]]) -> None:
        """Put a block on the clipboard as Excel does, then Ctrl+V."""
        text = "\r\n".join("\t".join(row) for row in rows) + "\r\n"
        QGuiApplication.clipboard().setText(text)
        self.press("Ctrl+V")

    # -- dialogs ------------------------------------------------------------------------------

    @contextmanager
    def dialog(self, answer: Callable[[QWidget], object]) -> Iterator[None]:
        """Answer the dialog that what follows opens; it is an error if none comes."""
        before = QApplication.activeModalWidget()
        faults: list[BaseException] = []
        done: list[bool] = []
        watch = QTimer()
        watch.setInterval(5)

        def look() -> None:
            shown = QApplication.activeModalWidget()
            if shown is None or shown is before or not shown.isActiveWindow():
                return
            watch.stop()
            try:
                answer(shown)
            except BaseException as fault:
                faults.append(fault)
                shown.close()
            done.append(True)

        watch.timeout.connect(look)
        watch.start()
        try:
            yield
            self.until(lambda: done)
        finally:
            watch.stop()
        if faults:
            raise faults[0]

    def choose_file(self, path: Path) -> Callable[[QWidget], None]:
        """Return an answer that types ``path`` into the file dialog and presses Enter."""

        def answer(shown: QWidget) -> None:
            assert isinstance(shown, QFileDialog), f"not a file dialog: {shown}"
            self.press("Ctrl+A")
            assert self.focus().objectName() == "fileNameEdit", self.focus()
            QTest.sendKeyEvent(
                QTest.KeyAction.Click,
                _keyboard(),
                Qt.Key.Key_unknown,
                str(path),
                Qt.KeyboardModifier.NoModifier,
            )
            self.press("Return")
            self.until(lambda: not shown.isVisible())

        return answer


def _keyboard() -> QWindow:
    """Return the window that the system sends keys to."""
    window = QGuiApplication.focusWindow()
    assert window is not None, "no window has the focus"
    return window


def _names(root: QWidget) -> list[str]:
    named = {one.objectName() for one in root.findChildren(QWidget) if one.isVisible()}
    return sorted(name for name in named if name and not name.startswith("qt_"))
