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
    QComboBox,
    QFileDialog,
    QMenu,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from thiduaqt.domain.text import fold
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
        self._keyboard()
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

    def menu(self, name: str) -> None:
        """Open the menu that holds the command ``name`` and click on it."""
        bar = self.window.menuBar()
        for heading in bar.actions():
            menu = heading.menu()
            assert isinstance(menu, QMenu)
            wanted = [one for one in menu.actions() if one.objectName() == name]
            if wanted:
                place = bar.actionGeometry(heading).center()
                QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
                self.until(menu.isVisible)
                assert wanted[0].isEnabled(), f"{name} cannot be used now"
                spot = menu.actionGeometry(wanted[0]).center()
                QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=spot)
                return
        raise AssertionError(f"no menu holds {name}")

    # -- keyboard -----------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys one after the other ("Ctrl+4", "Tab", "Alt+P", "Down")."""
        for one in keys:
            combination = QKeySequence(one.replace("+Tab", "+Backtab"))[0]
            key, held = combination.key(), combination.keyboardModifiers()
            QTest.keyPress(self._keyboard(), key, held)
            QTest.keyRelease(self._keyboard(), key, held)  # it may have closed a popup
            QApplication.processEvents()

    def press_key_of(self, name: str) -> None:
        """Press the underlined letter of a button with Alt."""
        made = self.find(name, QAbstractButton)
        assert made.isEnabled(), f"{name} cannot be used now"
        keys = made.shortcut().toString()
        assert keys, f"“{made.text()}” has no key of its own"
        pressed: list[bool] = []
        made.clicked.connect(lambda: pressed.append(True))
        self.press(keys)
        self.until(lambda: pressed)  # Qt shows the button go down first

    def press_menu(self, heading: str, name: str) -> None:
        """Open a menu by its letter, then take the command ``name`` by its own letter."""
        self.press(f"Alt+{heading}")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), f"Alt+{heading} opens no menu"
        action = next(one for one in menu.actions() if one.objectName() == name)
        assert action.isEnabled(), f"{name} cannot be used now"
        letter = QKeySequence.mnemonic(action.text()).toString().removeprefix("Alt+")
        assert letter, f"“{action.text()}” has no letter"
        self.press(letter)

    def walk_to(self, name: str, key: str = "Tab", most: int = 40) -> None:
        """Press ``key`` until the keyboard has come to the widget called ``name``."""
        passed: list[str] = []
        while self.focus().objectName() != name:
            passed.append(self.focus().objectName())
            assert len(passed) <= most, f"{key} does not lead to {name}, only to {passed}"
            self.press(key)

    def type(self, text: str) -> None:
        """Type ``text`` sign by sign, each with its marks as a typing aid ends it."""
        for sign in text:
            key = Qt.Key(QTest.asciiToKey(sign)) if sign.isascii() else Qt.Key.Key_unknown
            shift = Qt.KeyboardModifier.ShiftModifier
            held = shift if sign.isascii() and sign.isupper() else Qt.KeyboardModifier.NoModifier
            QTest.sendKeyEvent(QTest.KeyAction.Click, self._keyboard(), key, sign, held)

    def _keyboard(self) -> QWindow:
        """Return the window that keys go to: the uppermost, as a desktop has it.

        The offscreen platform leaves the focus with popups and dialogs that have closed.
        """
        focused = QGuiApplication.focusWindow()
        if QApplication.activePopupWidget() is not None and focused is not None:
            return focused  # Qt leads the keys on into the popup
        upper = QApplication.activeModalWidget() or self.window
        handle = upper.windowHandle()
        assert handle is not None
        if focused is not handle:
            upper.activateWindow()
            self.until(lambda: QGuiApplication.focusWindow() is handle)
        return handle

    def write(self, field: str | QWidget, text: str) -> None:
        """Click into a field, replace what stands there, leave nothing else touched."""
        widget = self.find(field) if isinstance(field, str) else field
        self.click(widget)
        self.press("Ctrl+A")
        self.type(text)

    def pick(self, box: str | QComboBox, part: str) -> None:
        """Choose the one entry of a list that holds ``part``: type it, take it from the popup."""
        field = self.find(box, QComboBox) if isinstance(box, str) else box
        self.write(field, part)
        self.until(QApplication.activePopupWidget)
        self.press("Down", "Return")
        assert fold(part) in fold(field.currentText()), field.currentText()

    def drop_down(self, box: str, part: str) -> None:
        """Open a plain drop list and take the entry that holds ``part``."""
        field = self.find(box, QComboBox)
        found = [row for row in range(field.count()) if part in field.itemText(row)]
        assert len(found) == 1, f"{len(found)} entries hold “{part}”"
        self.click(field)
        self.until(field.view().isVisible)
        step = found[0] - field.currentIndex()
        self.press(*["Down" if step > 0 else "Up"] * abs(step), "Return")
        self.until(lambda: not field.view().isVisible())

    def paste(self, rows: list[list[str]]) -> None:
        """Put a block on the clipboard as Excel does, then Ctrl+V."""
        text = "\r\n".join("\t".join(row) for row in rows) + "\r\n"
        QGuiApplication.clipboard().setText(text)
        self.press("Ctrl+V")

    # -- dialogs ------------------------------------------------------------------------------

    @contextmanager
    def dialog(self, *answers: Callable[[QWidget], object]) -> Iterator[None]:
        """Answer the dialogs that what follows opens, one after the other; all have to come."""
        before = QApplication.activeModalWidget()
        watch = _Watch(before, list(answers))
        try:
            yield
            self.until(lambda: watch.done)
        finally:
            watch.stop()
        if watch.fault is not None:
            raise watch.fault

    def choose_file(self, *paths: Path) -> Callable[[QWidget], None]:
        """Return an answer that types paths into the file dialog and presses Enter."""

        def answer(shown: QWidget) -> None:
            assert isinstance(shown, QFileDialog), f"not a file dialog: {shown}"
            self.press("Ctrl+A")
            assert self.focus().objectName() == "fileNameEdit", self.focus()
            text = " ".join(f'"{path}"' for path in paths) if len(paths) > 1 else str(paths[0])
            none = Qt.KeyboardModifier.NoModifier
            key = Qt.Key.Key_unknown
            QTest.sendKeyEvent(QTest.KeyAction.Click, self._keyboard(), key, text, none)
            self.press("Return")
            self.until(lambda: not shown.isVisible())

        return answer


class _Watch:
    """Looks out for dialogs while the window is in their hands."""

    def __init__(self, before: QWidget | None, waiting: list[Callable[[QWidget], object]]) -> None:
        self.fault: BaseException | None = None
        self._waiting = waiting
        self._seen: list[QWidget | None] = [before, None]
        self._answering = False
        self._timer = QTimer()
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    @property
    def done(self) -> bool:
        """Whether nothing is awaited any more."""
        return self.fault is not None or not (self._waiting or self._answering)

    def stop(self) -> None:
        """Look no longer."""
        self._timer.stop()

    def _look(self) -> None:
        shown = QApplication.activeModalWidget()
        if self._answering or shown in self._seen or not shown.isActiveWindow():
            return
        if self.fault is not None or not self._waiting:
            self.fault = self.fault or AssertionError(f"nobody answers “{shown.windowTitle()}”")
            shown.close()  # else it would stay for ever
            return
        self._seen.append(shown)
        self._answering = True
        try:
            self._waiting.pop(0)(shown)
        except BaseException as fault:  # raised again outside Qt's loop
            self.fault = fault
            shown.close()
        finally:
            self._answering = False


def _names(root: QWidget) -> list[str]:
    named = {one.objectName() for one in root.findChildren(QWidget) if one.isVisible()}
    return sorted(name for name in named if name and not name.startswith("qt_"))
