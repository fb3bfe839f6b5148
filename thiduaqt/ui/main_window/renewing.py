"""Letters of another size under an open window: what was measured by them is made anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from thiduaqt.ui.tasks import Tasks

_PATIENCE = 50  # milliseconds between two looks whether the window is at rest


class Renewing(QObject):
    """Calls ``renew`` once the letters have changed and nothing is open or under way.

    Titles, small words, widths of columns and panes are set when a screen is made; Qt changes
    none of them with the font of the application. So the window is made anew as a whole.
    """

    def __init__(self, window: QWidget, tasks: Tasks, renew: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._tasks, self._renew = window, tasks, renew
        self._letters = QApplication.font()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE)
        self._timer.timeout.connect(self._try)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.ApplicationFontChange:
            self._timer.start()
        return False

    def _try(self) -> None:
        if QApplication.font() == self._letters:
            return
        if self._tasks.busy or QApplication.activeModalWidget() or QApplication.activePopupWidget():
            self._timer.start()
            return
        self._letters = QApplication.font()
        self._renew()
