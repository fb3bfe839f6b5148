"""The first thing on screen: a window in the program's colours, before anything heavy loads."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from thiduaqt.ui import tokens


class Curtain(QWidget):
    """Stands where the window will be, until the window is there."""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.SplashScreen)
        self.setObjectName("curtain")
        self.setWindowTitle("ThiDuaQt")
        screen = QApplication.primaryScreen().availableGeometry()
        size = QRect(0, 0, min(1366, screen.width()), min(700, screen.height()))
        size.moveCenter(screen.center())
        self.setGeometry(size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint rail and paper, nothing that needs fonts or pictures."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.BG))
        painter.fillRect(0, 0, tokens.RAIL_WIDTH, self.height(), QColor(tokens.RAIL))
        painter.setPen(QColor(tokens.RAIL_TEXT))
        painter.drawText(20, 40, "ThiDuaQt")
        painter.end()
        super().paintEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fall as soon as another window shows."""
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched is not self
            and watched.isWindow()
        ):
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]  # it exists
            self.close()
        return False


def run(arguments: Sequence[str] = (), *, debug: bool = False) -> int:
    """Show the curtain at once, load the rest behind it, open the window. Returns the exit code."""
    app = QApplication(sys.argv[:1])
    curtain = Curtain()
    curtain.show()
    app.processEvents()
    app.installEventFilter(curtain)
    from thiduaqt import logs  # noqa: PLC0415 - the heavy part, behind the curtain
    from thiduaqt.ui.app import run as open_window  # noqa: PLC0415 - likewise

    logs.set_up(debug=debug)
    return open_window(arguments)
