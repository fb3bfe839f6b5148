"""Frames that group: card with a head, foot strip, a group that folds."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from thiduaqt.ui import icons, tokens
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.labels import strong


class Card(QFrame):
    """A white frame; put things into ``body``. With ``heading`` it has a head (``head`` row)."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        self.head = QHBoxLayout()
        if heading:
            top = QFrame()
            top.setProperty("kind", "card-head")
            top.setMinimumHeight(34)
            self.head.setContentsMargins(12, 0, 8, 0)
            self.heading = strong(heading)
            self.head.addWidget(self.heading)
            self.head.addStretch()
            top.setLayout(self.head)
            outer.addWidget(top)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(12, 8, 12, 8)
        self.body.setSpacing(tokens.GAP)
        outer.addLayout(self.body)


class Foldable(QWidget):
    """A heading that opens and closes what is below it; ``folded(bool)`` follows."""

    folded = Signal(bool)

    def __init__(self, heading: str, *, open_: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.toggle = button(heading, kind="fold")
        self.toggle.setCheckable(True)
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(12, 4, 12, 8)
        outer.addWidget(self.toggle)
        outer.addWidget(self._content)
        self.toggle.toggled.connect(self._fold)
        self.toggle.setChecked(open_)
        self._fold(open_)

    def _fold(self, open_: bool) -> None:
        self._content.setVisible(open_)
        self.toggle.setIcon(icons.icon("chevron-down" if open_ else "chevron-right"))
        self.folded.emit(not open_)


class FootStrip(QFrame):
    """The strip along the lower edge of a screen: words at the left, buttons at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(tokens.GAP)
        self.setMinimumHeight(tokens.FOOT - 4)
