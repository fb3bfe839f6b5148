"""The pile of screens, as large as the one on top needs."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QStackedWidget


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
