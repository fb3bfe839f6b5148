"""The pile of screens, as large as the one on top needs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QStackedWidget, QWidget

from thiduaqt.ui import theme, tokens
from thiduaqt.ui.main_window.rail import Rail


class ScreenStack(QStackedWidget):
    """A QStackedWidget whose hidden pages do not hold the window open."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self._on_current)

    def _on_current(self, current: int) -> None:
        for number in range(self.count()):
            page = self.widget(number)
            if page is not None:
                policy = QSizePolicy.Policy.Preferred
                if number != current:
                    policy = QSizePolicy.Policy.Ignored
                page.setSizePolicy(policy, policy)
        self.updateGeometry()


class Whole(QWidget):
    """All that lies below the menus; folds the rail to its pictures where both do not fit."""

    def __init__(self, rail: Rail, beside: QLayout) -> None:
        super().__init__()
        self._rail, self._beside = rail, beside

    def minimumSizeHint(self) -> QSize:
        # From the parts: while the rail folds, the layout as a whole still counts its old width.
        width = tokens.RAIL_COLLAPSED + self._beside.minimumSize().width()
        return QSize(width, super().minimumSizeHint().height())

    def _crowded(self) -> bool:
        """Tell whether the screen does not fit beside a rail with titles."""
        return self.width() < self.minimumSizeHint().width() + self._rail.gain()

    def event(self, event: QEvent) -> bool:
        # A wider screen came up: the rail folds, and stays so until the window changes its size.
        if event.type() == QEvent.Type.LayoutRequest and self._crowded():
            self._rail.collapse(on=True)
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.em(tokens.RAIL_COLLAPSE_BELOW)
        # Screens put their parts together only after this: one that seems too wide may yet fit.
        if narrow or not self._crowded():
            self._rail.collapse(on=narrow)
