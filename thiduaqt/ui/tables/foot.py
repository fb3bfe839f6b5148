"""The line below the table: how many rows are shown and chosen, and whatever the screen adds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from thiduaqt.ui import tokens


class GridFoot(QWidget):
    """Counts at the left, a text of the screen behind them, parts of the screen at the right."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(tokens.GAP)
        self.counts = QLabel()
        self.counts.setObjectName(f"{name}.foot")
        self.counts.setTextFormat(Qt.TextFormat.RichText)
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setProperty("role", "second")
        self.row.addWidget(self.counts)
        self.row.addWidget(self.text)
        self.row.addStretch()

    def show_counts(self, shown: int, everything: int, chosen: int) -> None:
        """Say "Đang hiện 12/40 · chọn 3"."""
        words = self.tr("Đang hiện <b>{shown}</b>/{all}").format(shown=shown, all=everything)
        if chosen:
            words += " · " + self.tr("chọn <b>{count}</b>").format(count=chosen)
        self.counts.setText(words)
