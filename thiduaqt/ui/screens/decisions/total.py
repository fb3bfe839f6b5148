"""The row below the lines: how many, the sum in words, the sum. Sorting cannot move it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from thiduaqt.domain.decisions import counted
from thiduaqt.domain.wording import money, money_in_words
from thiduaqt.services.decision_sheet import Sheet
from thiduaqt.ui import tokens
from thiduaqt.ui.screens.decisions.tiles import Elided
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.labels import strong


def counts_words(sheet: Sheet) -> str:
    """Return how many of each kind: "2 tập thể, 5 cá nhân"."""
    return ", ".join(f"{count} {word}" for count, word in counted([x.kind for x in sheet.lines]))


class TotalRow(QWidget):
    """Stands under ``grid`` with its parts under the grid's columns."""

    def __init__(self, grid: Grid[Any]) -> None:
        super().__init__()
        self.setObjectName("decisions.total")
        self._heading = grid.view.heading
        self._columns = {column.key: n for n, column in enumerate(grid.model.columns)}
        self.count = strong("")
        self.words = Elided("", "second")
        self.label = QLabel(self.tr("Tổng tiền"))
        self.label.setProperty("role", "second")
        self.sum = strong("")
        for part in (self.count, self.words, self.label, self.sum):
            part.setParent(self)
        for part in (self.label, self.sum):
            part.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(max(tokens.ROW, self.fontMetrics().height() + 12))
        self._heading.sectionResized.connect(lambda *_sizes: self._lay())
        self._heading.sectionMoved.connect(lambda *_places: self._lay())
        self._heading.geometriesChanged.connect(self._lay)
        self._heading.installEventFilter(self)
        grid.view.horizontalScrollBar().valueChanged.connect(lambda _place: self._lay())

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the sum of a decision."""
        self.count.setText(counts_words(sheet))
        self.words.say(money_in_words(sheet.money))
        self.sum.setText(money(sheet.money))
        told = self.tr("{count}. Tổng tiền thưởng {sum} đồng ({words}).")
        self.setAccessibleName(
            told.format(
                count=self.count.text(), sum=self.sum.text(), words=self.words.whole().lower()
            )
        )
        self.setToolTip(self.words.whole())
        self._lay()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._lay()
        return super().eventFilter(watched, event)

    def _lay(self) -> None:
        self._place(self.count, "name")
        self._place(self.words, "detail")
        self._place(self.label, "award")
        tight = self.words.sizeHint().width() > self.words.width()
        self.label.setVisible(not tight)
        if tight:  # the words need the room of their own label
            self.words.resize(self.label.geometry().right() - self.words.x(), self.words.height())
        self._place(self.sum, "money")
        self.update()

    def _place(self, part: QWidget, key: str) -> None:
        area = self._heading.section_rect(self._columns[key])
        pad = tokens.CELL_PAD
        part.setGeometry(area.left() + pad + 1, 1, area.width() - 2 * pad, self.height() - 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.SURFACE))
        painter.setPen(QColor(tokens.BORDER))
        painter.drawRect(self.rect().adjusted(0, -1, -1, -1))
        painter.setPen(QColor(tokens.FROZEN_EDGE))
        edge = self._heading.frozen_width()
        painter.drawLine(edge, 0, edge, self.height() - 2)
