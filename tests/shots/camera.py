"""Takes the pictures: a window over a data file, dressed and sized, and whatever lies over it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from thiduaqt.services.session import open_session
from thiduaqt.ui import dialogs, theme, tokens
from thiduaqt.ui.dialogs import Answers
from thiduaqt.ui.hub import Hub
from thiduaqt.ui.main_window import FileCommands, MainWindow
from thiduaqt.ui.memory import Memory
from thiduaqt.ui.screens import SCREENS
from thiduaqt.ui.tasks import InlineTasks

Size = tuple[int, int]
_CAPTION = 30
_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
_DEBOUNCE = (tokens.DEBOUNCE + 80) / 1000


def settle(rounds: int = 6) -> None:
    """Let the window read, lay out and paint what has happened."""
    for _ in range(rounds):
        QApplication.processEvents()


def wait(seconds: float = _DEBOUNCE) -> None:
    """Let fields that wait for the end of the typing go on."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.01)


@dataclass
class Camera:
    """Writes pictures into ``out``, each in every size; ``forced`` names those that did not fit."""

    out: Path
    sizes: tuple[Size, ...]
    taken: list[str] = field(default_factory=list)
    forced: list[str] = field(default_factory=list)

    def take(self, name: str, window: QWidget) -> None:
        """Take the window as it is, with what lies over it."""
        for size in self.sizes:
            window.resize(*size)
            settle()
            self._save(name, size, with_what_lies_over(window))
        self._back(window)

    def take_dialog(
        self,
        name: str,
        window: QWidget,
        opens: Callable[[], object],
        touch: Callable[[QDialog], object] = lambda _dialog: None,
    ) -> None:
        """Take the modal window that ``opens`` opens, over ``window``; ``touch`` works in it."""
        for size in self.sizes:
            window.resize(*size)
            settle()
            met: list[QPixmap] = []

            def look(met: list[QPixmap] = met) -> None:
                dialog = QApplication.activeModalWidget()
                if not isinstance(dialog, QDialog):
                    return
                touch(dialog)
                settle()
                met.append(with_what_lies_over(window))
                dialog.reject()

            QTimer.singleShot(30, look)
            opens()
            if not met:
                raise RuntimeError(f"{name}: no dialog opened")
            self._save(name, size, met[0])
        self._back(window)

    def _back(self, window: QWidget) -> None:
        """Go on at the first size, so that what comes next is scrolled as it needs it."""
        window.resize(*self.sizes[0])
        settle()

    def _save(self, name: str, size: Size, picture: QPixmap) -> None:
        width, height = size
        path = self.out / f"{name}-{width}x{height}.png"
        ratio = picture.devicePixelRatio()
        if (round(picture.width() / ratio), round(picture.height() / ratio)) != size:
            self.forced.append(f"{name} wants {picture.width()}x{picture.height()}")
        picture.save(str(path))
        self.taken.append(path.name)
        sys.stdout.write(f"{path}\n")


def with_what_lies_over(window: QWidget) -> QPixmap:
    """Return the window with the dialogs and menus that are open, where they stand."""
    picture = window.grab()
    over = [
        one
        for one in QApplication.topLevelWidgets()
        if one is not window and one.isVisible() and one.size().width() > 1
    ]
    if not over:
        return picture
    painter = QPainter(picture)
    for one in sorted(over, key=lambda widget: isinstance(widget, QDialog), reverse=True):
        _lay_over(painter, window, one)
    painter.end()
    return picture


def _lay_over(painter: QPainter, window: QWidget, one: QWidget) -> None:
    place = one.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0))
    framed = isinstance(one, QDialog)
    if framed:  # no window manager here: put it in the middle and draw its title
        place = QPoint((window.width() - one.width()) // 2, (window.height() - one.height()) // 2)
        place.setY(max(_CAPTION, place.y()))
        frame = QRect(place, one.size()).adjusted(-1, -_CAPTION, 0, 0)
        painter.fillRect(frame, QColor(tokens.SURFACE))
    painter.drawPixmap(place, one.grab())
    if framed:
        painter.setPen(QColor(tokens.TEXT))
        painter.setFont(theme.text_font(tokens.BODY_PT))
        caption = QRect(frame.left() + 12, frame.top(), frame.width() - 24, _CAPTION)
        painter.drawText(caption, Qt.AlignmentFlag.AlignVCenter, one.windowTitle())
        painter.setPen(QColor(tokens.BORDER_INPUT))
        painter.drawRect(frame)


@dataclass
class Stage:
    """A window over a data file on a fixed day; everything it writes happens at once."""

    camera: Camera
    window: MainWindow
    tasks: InlineTasks

    def go(self, key: str, **filters: object) -> QWidget:
        """Show a screen and return it."""
        self.window.activateWindow()
        screen = self.window.navigate(key, **filters)
        settle()
        return screen

    @property
    def focused(self) -> QWidget:
        """What takes the keys."""
        found = self.window.focusWidget()
        assert found is not None
        return found

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NO_MODIFIER) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focused, key, modifier)
        settle()

    def take(self, name: str) -> None:
        """Take the whole window."""
        self.camera.take(name, self.window)

    def take_dialog(
        self,
        name: str,
        opens: Callable[[], object],
        touch: Callable[[QDialog], object] = lambda _dialog: None,
    ) -> None:
        """Take a modal window over this one."""
        self.camera.take_dialog(name, self.window, opens, touch)


@contextmanager
def stage(camera: Camera, path: Path, day: datetime) -> Iterator[Stage]:
    """Open a data file as the program does, on the given day."""
    hub = Hub()
    writer = open_session(path, actor="Nông Thị Bích Ngọc", clock=lambda: day)
    reader = open_session(path, read_only=True, clock=lambda: day)
    tasks = InlineTasks(lambda: writer, hub)
    window = MainWindow(
        reader,
        tasks,
        hub,
        memory=Memory(),
        specs=SCREENS,
        files=FileCommands(new_file=_nothing, open_file=_nothing, open_sample=_nothing),
    )
    window.resize(*camera.sizes[0])
    window.show()
    window.activateWindow()
    wait()
    try:
        yield Stage(camera, window, tasks)
    finally:
        dialogs.use_answers(None)
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        reader.close()
        writer.close()


@contextmanager
def answering(*answers: object) -> Iterator[None]:
    """Answer the questions of the program from a list instead of opening windows."""
    given = Answers()
    given.give(*answers)
    dialogs.use_answers(given)
    try:
        yield
    finally:
        dialogs.use_answers(None)


def _nothing() -> None:
    """Stand in for what only the application can do."""
