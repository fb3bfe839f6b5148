"""The push button of all windows: it does what the key says that is pressed on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton


class PressButton(QPushButton):
    """A button that Enter presses when it has the focus, as Space does.

    Left to Qt, Enter on *Hủy* would go to the default button of the window and do the very thing.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # a key still held from the window before decides nothing
            self.click()
