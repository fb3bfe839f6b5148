"""The drop-down of a column heading: sort, search the values, tick those to be shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.domain.text import fold, sort_key
from thiduaqt.ui import strokes, theme, tokens
from thiduaqt.ui.tables.columns import ERROR_VALUE
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.labels import rule
from thiduaqt.ui.widgets.popups import open_popup

Index = QModelIndex | QPersistentModelIndex
_COUNT = Qt.ItemDataRole.UserRole


class ValueModel(QAbstractListModel):
    """The values of a column, each with its count and a tick."""

    def __init__(
        self, values: Sequence[tuple[str, str, int]], chosen: frozenset[str] | None
    ) -> None:
        super().__init__()
        self._all = [(value, text, count, fold(text)) for value, text, count in values]
        self._seen = list(range(len(self._all)))
        everything = {value for value, _text, _count in values}
        self.chosen = set(everything if chosen is None else chosen & everything)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._seen)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        value, text, count, _key = self._all[self._seen[index.row()]]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked = value in self.chosen
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{text}, {count}"
        return count if role == _COUNT else None

    def search(self, text: str) -> None:
        """Show only values that hold ``text``, with or without marks."""
        key = fold(text)
        self.beginResetModel()
        self._seen = [number for number, entry in enumerate(self._all) if key in entry[3]]
        self.endResetModel()

    def toggle(self, row: int) -> None:
        """Tick or untick the value on ``row``."""
        value = self._all[self._seen[row]][0]
        self.chosen ^= {value}
        self.dataChanged.emit(self.index(row), self.index(row))

    def tick_seen(self, *, on: bool) -> None:
        """Tick or untick all values shown."""
        for number in self._seen:
            value = self._all[number][0]
            (self.chosen.add if on else self.chosen.discard)(value)
        if self._seen:
            self.dataChanged.emit(self.index(0), self.index(len(self._seen) - 1))

    def all_chosen(self) -> bool:
        """Tell whether no text is left out."""
        return self.chosen >= {entry[0] for entry in self._all} - {ERROR_VALUE}

    def seen_values(self) -> list[str]:
        """Return the values shown now."""
        return [self._all[number][0] for number in self._seen]


class TickDelegate(QStyledItemDelegate):
    """Draws tick, text and a count at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect
        view = self.parent()
        current = isinstance(view, QListView) and view.currentIndex() == index
        if current:
            painter.fillRect(rect, QColor(tokens.SELECTION))
        box = QRect(rect.left() + 8, rect.center().y() - 7, tokens.ICON, tokens.ICON)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        strokes.draw_check_box(painter, box, checked=ticked)
        painter.setPen(QColor(tokens.TEXT))
        count = str(index.data(_COUNT))
        room = painter.fontMetrics().horizontalAdvance(count) + 16
        words = rect.adjusted(32, 0, -room, 0)
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        painter.setPen(QColor(tokens.TEXT_2))
        painter.drawText(
            rect.adjusted(0, 0, -8, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            count,
        )


class TickList(QListView):
    """A list whose entries are ticked by a click or Space."""

    def __init__(self, model: ValueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = model
        self.setModel(model)
        self.setItemDelegate(TickDelegate(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setProperty("kind", "list")
        self.clicked.connect(lambda index: model.toggle(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._values.toggle(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Ignore letters: the field above searches."""


class FilterMenu(QFrame):
    """Popup of one column. ``applied(frozenset | None)``; ``sorted_by(descending)``."""

    applied = Signal(object)
    sorted_by = Signal(bool)

    def __init__(
        self,
        facet: Counter[str],
        *,
        errors: int,
        chosen: frozenset[str] | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("filter.menu")
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries = [
            (value, value or self.tr("(Trống)"), count)
            for value, count in sorted(facet.items(), key=lambda item: sort_key(item[0]))
        ]
        if errors:
            entries.insert(0, (ERROR_VALUE, self.tr("Có lỗi"), errors))
            # The ticks stand for the texts; faulty cells are asked for on purpose.
            chosen = frozenset(facet) if chosen is None else chosen
        self.values = ValueModel(entries, chosen)
        self._build()

    def _build(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(8, 6, 8, 8)
        page.setSpacing(4)
        up = button(self.tr("Sắp xếp tăng dần"), lambda: self._sort(descending=False), kind="fold")
        down = button(self.tr("Sắp xếp giảm dần"), lambda: self._sort(descending=True), kind="fold")
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Tìm giá trị"))
        self.search.setAccessibleName(self.tr("Tìm giá trị"))
        self.search.textChanged.connect(self.values.search)
        self.search.returnPressed.connect(self.apply)
        self.list = TickList(self.values, self)
        self.list.setMinimumSize(theme.em(230), 190)
        ticks = QHBoxLayout()
        ticks.addWidget(button(self.tr("Chọn tất cả"), self._all, kind="link"))
        ticks.addWidget(button(self.tr("Bỏ chọn"), self._none, kind="link"))
        ticks.addStretch()
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(button(self.tr("Áp dụng"), self.apply, kind="primary"))
        foot.addWidget(button(self.tr("Xóa lọc"), lambda: self._finish(None)))
        for part in (up, down, rule(), self.search):
            page.addWidget(part)
        page.addLayout(ticks)
        page.addWidget(self.list, 1)
        page.addLayout(foot)
        self.setFocusProxy(self.search)

    def open_at(self, place: QPoint) -> None:
        """Show the menu with its upper left corner at ``place``."""
        open_popup(self, place)
        self.search.setFocus()

    def apply(self) -> None:
        """Show only rows whose value is ticked; a search narrows the ticks to what it found."""
        chosen = set(self.values.chosen)
        if self.search.text().strip():
            chosen &= set(self.values.seen_values())
        elif self.values.all_chosen():
            self._finish(None)
            return
        self._finish(frozenset(chosen) if chosen else None)

    def _all(self) -> None:
        self.values.tick_seen(on=True)

    def _none(self) -> None:
        self.values.tick_seen(on=False)

    def _sort(self, *, descending: bool) -> None:
        self.sorted_by.emit(descending)
        self.close()

    def _finish(self, chosen: frozenset[str] | None) -> None:
        self.applied.emit(chosen)
        self.close()
