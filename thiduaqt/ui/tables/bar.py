"""The strip above the table: quick filters, columns to show, chips of active filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from thiduaqt.ui import tokens
from thiduaqt.ui.tables.columns import ERROR_VALUE, Column, QuickFilter
from thiduaqt.ui.widgets.buttons import JoinedButtons, Segment, button, menu_button
from thiduaqt.ui.widgets.labels import Chip
from thiduaqt.ui.widgets.states import look_of

ALL = "all"
_LONGEST = 34


class GridBar(QWidget):
    """``quick_chosen(key)``, ``filter_removed(column_key)``, ``cleared()``,
    ``column_toggled(column_key, shown)``."""

    quick_chosen = Signal(str)
    filter_removed = Signal(str)
    cleared = Signal()
    column_toggled = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(6)
        self._top = QWidget()
        self.row = QHBoxLayout(self._top)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(tokens.GAP)
        self.quick = JoinedButtons()
        self.quick.hide()
        self._menu = QMenu(self)
        self.chooser = menu_button(
            self.tr("Cột"), self._menu, icon="columns-3", name="grid.columns"
        )
        self.row.addWidget(self.quick)
        self.row.addStretch()
        self.row.addWidget(self.chooser)
        self._chips = QWidget()
        self._chip_row = QHBoxLayout(self._chips)
        self._chip_row.setContentsMargins(0, 0, 0, 0)
        self._chip_row.setSpacing(tokens.GAP)
        self._chips.hide()
        page.addWidget(self._top)
        page.addWidget(self._chips)
        self.quick.chosen.connect(self.quick_chosen)

    def show_quick(
        self, filters: Sequence[QuickFilter[Any]], total: int, count: Callable[[str], int]
    ) -> None:
        """Show *Tất cả* and one button per filter, each with its count."""
        segments = [Segment(key=ALL, text=self.tr("Tất cả"), count=total)]
        for one in filters:
            look = look_of(one.state)
            segments.append(
                Segment(
                    key=one.key,
                    text=one.text,
                    icon=look.icon,
                    colour=look.colour,
                    count=count(one.key),
                )
            )
        self.quick.set_segments(segments)
        self.quick.setVisible(bool(filters))

    def show_columns(self, columns: Sequence[Column[Any]], hidden: Callable[[str], bool]) -> None:
        """Fill the menu of columns."""
        self._menu.clear()
        for column in columns:
            action = QAction(column.title.replace("&", "&&"), self._menu)
            action.setCheckable(True)
            action.setChecked(not hidden(column.key))
            action.setEnabled(not column.frozen)
            key = column.key
            action.toggled.connect(lambda on, key=key: self.column_toggled.emit(key, on))
            self._menu.addAction(action)

    def show_chips(
        self, columns: Sequence[Column[Any]], values: Mapping[str, frozenset[str]]
    ) -> None:
        """Show one chip per filtered column, and *Xóa lọc*."""
        while self._chip_row.count():
            item = self._chip_row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for column in columns:
            if column.key in values:
                chip = Chip(self.chip_words([column], values)[0])
                key = column.key
                chip.removed.connect(lambda key=key: self.filter_removed.emit(key))
                self._chip_row.addWidget(chip)
        self._chip_row.addWidget(button(self.tr("Xóa lọc"), self.cleared.emit, kind="link"))
        self._chip_row.addStretch()
        self._chips.setVisible(bool(values))

    def chip_words(
        self, columns: Sequence[Column[Any]], values: Mapping[str, frozenset[str]]
    ) -> list[str]:
        """Return "Đơn vị: Thôn 3" for each column that is filtered."""
        return [
            f"{one.title}: {self._words(values[one.key])}" for one in columns if one.key in values
        ]

    def _words(self, values: frozenset[str]) -> str:
        names = {ERROR_VALUE: self.tr("Có lỗi"), "": self.tr("(Trống)")}
        words = ", ".join(sorted(names.get(value, value) for value in values))
        if len(words) > _LONGEST:
            return self.tr("%n giá trị", "", len(values))
        return words
