"""The bar above every screen: movement, round, and the way to everything."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.widgets.editors import fill_box, pick_box


class ContextBar(QFrame):
    """``movement_chosen(id)``, ``round_chosen(id)``, ``find_wanted(text)``."""

    movement_chosen = Signal(str)
    round_chosen = Signal(str)
    find_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("context")
        self.setProperty("kind", "bar")
        self.setFixedHeight(tokens.CONTEXT_BAR)
        self.movements = pick_box((), "context.movement")
        self.rounds = pick_box((), "context.round")
        self.find_box = FindEverything()
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.PAGE_SIDE, 0, tokens.PAGE_SIDE, 0)
        row.setSpacing(tokens.GAP)
        for words, box, width in (
            (self.tr("Phong trào"), self.movements, 320),
            (self.tr("Đợt"), self.rounds, 236),
        ):
            label = QLabel(words)
            label.setProperty("role", "second")
            label.setBuddy(box)
            box.setAccessibleName(words)
            box.setMaximumWidth(theme.em(width))
            box.setMinimumWidth(120)
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            row.addWidget(label)
            row.addWidget(box, width)
            row.addSpacing(tokens.GAP)
        row.addStretch(40)
        row.addWidget(self.find_box)
        self.movements.activated.connect(self._on_movement)
        self.rounds.activated.connect(self._on_round)
        self.find_box.wanted.connect(self.find_wanted)

    def show_movements(self, choices: Sequence[tuple[str, str]], current: str) -> None:
        """Offer movements; with none the box is empty and disabled."""
        fill_box(self.movements, choices, current)
        self.movements.setEnabled(bool(choices))
        self.movements.setToolTip(self.movements.currentText())

    def show_rounds(self, choices: Sequence[tuple[str, str]], current: str) -> None:
        """Offer the rounds of the movement."""
        fill_box(self.rounds, choices, current)
        self.rounds.setEnabled(bool(choices))

    def _on_movement(self) -> None:
        self.movement_chosen.emit(str(self.movements.currentData() or ""))

    def _on_round(self) -> None:
        self.round_chosen.emit(str(self.rounds.currentData() or ""))


class FindEverything(QLineEdit):
    """Looks like a search field and opens the palette: a click, Enter or a first letter."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("context.find")
        self.setAccessibleName(self.tr("Tìm mọi thứ"))
        self.setPlaceholderText(self.tr("Tìm mọi thứ") + "   Ctrl+K")
        self.setFixedWidth(theme.em(190))
        glass = QAction(icons.icon("search"), "", self)
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.wanted.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.wanted.emit("")
        elif event.text().strip():
            # The palette goes on from here; typing aids send later keys to whoever has the focus.
            self.wanted.emit(event.text())
        else:
            super().keyPressEvent(event)
