"""Ticks that narrow the register: each value with how many lines it would show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QWidget,
)

from thiduaqt.ui import theme, tokens
from thiduaqt.ui.i18n import translate

Index = QModelIndex | QPersistentModelIndex
_CHECK = Qt.ItemDataRole.CheckStateRole
_LEFT = 12
_TICK = 16


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of one column: how many lines it would show, and whether it is ticked."""

    column: str
    title: str
    value: str
    count: int
    ticked: bool

    @property
    def words(self) -> str:
        """The value as it is shown."""
        return self.value or translate("Facets", "(Trống)")


def arranged(
    columns: Sequence[tuple[str, str]],
    counts: Mapping[str, Counter[str]],
    ticked: Mapping[str, frozenset[str]],
    known: Mapping[str, Sequence[str]],
) -> list[str | Facet]:
    """Return headings and values in the order shown; ``known`` orders the values of a column."""
    entries: list[str | Facet] = []
    for key, title in columns:
        values = known.get(key, ())
        if not values:
            continue
        entries.append(title)
        chosen = ticked.get(key, frozenset())
        entries += [
            Facet(key, title, value, counts[key].get(value, 0), value in chosen) for value in values
        ]
    return entries


class FacetModel(QAbstractListModel):
    """Headings are texts, values facets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: list[str | Facet] = []

    def set_entries(self, entries: Sequence[str | Facet]) -> None:
        """Show ``entries``; where only counts and ticks differ, the lines stay in place."""
        same = [_key(entry) for entry in entries] == [_key(entry) for entry in self.entries]
        if same:
            self.entries = list(entries)
            if entries:
                self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.entries[index.row()], Facet):
            return (
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()] if index.isValid() else None
        if isinstance(entry, str):
            return entry if role == Qt.ItemDataRole.DisplayRole else None
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        if role == _CHECK:
            return Qt.CheckState.Checked if entry.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = translate("Facets", "{title}: {value}, {count} lượt").format(
                title=entry.title, value=entry.words, count=entry.count
            )
            return words + (translate("Facets", ", đang chọn") if entry.ticked else "")
        return None


def _key(entry: str | Facet) -> tuple[str, str]:
    return ("", entry) if isinstance(entry, str) else (entry.column, entry.value)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = max(26, option.fontMetrics.height() + 8)
        return QSize(120, height + 4 if _is_head(index) else height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        entry = _entry(index)
        painter.save()
        inside = area.adjusted(_LEFT, 0, -_LEFT, 0)
        if isinstance(entry, str):
            painter.setFont(theme.text_font(tokens.BODY_PT, strong=True))
            painter.setPen(QColor(tokens.TEXT))
            painter.drawText(inside.adjusted(0, 4, 0, 0), Qt.AlignmentFlag.AlignVCenter, entry)
        else:
            if option.state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(area, QColor(tokens.HOVER))
            self._paint_tick(painter, option, entry)
            self._paint_words(painter, inside, entry)
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QColor(tokens.FOCUS))
                painter.drawRect(area.adjusted(1, 1, -2, -2))
                painter.drawRect(area.adjusted(2, 2, -3, -3))
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRect, facet: Facet) -> None:
        painter.setFont(theme.text_font(tokens.BODY_PT))
        count = str(facet.count)
        metrics = painter.fontMetrics()
        painter.setPen(QColor(tokens.TEXT_2))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        text = area.adjusted(_TICK + 7, 0, -metrics.horizontalAdvance(count) - 8, 0)
        empty = not facet.count and not facet.ticked
        painter.setPen(QColor(tokens.TEXT_MUTED if empty else tokens.TEXT))
        shown = metrics.elidedText(facet.words, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_tick(self, painter: QPainter, option: QStyleOptionViewItem, facet: Facet) -> None:
        widget: QWidget = option.widget
        area: QRect = option.rect
        box = QStyleOptionButton()
        top = area.center().y() - _TICK // 2 + 1
        box.rect = QRect(area.left() + _LEFT, top, _TICK, _TICK)
        ticked = QStyle.StateFlag.State_On if facet.ticked else QStyle.StateFlag.State_Off
        box.state = ticked | QStyle.StateFlag.State_Enabled
        widget.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter, widget
        )

    def editorEvent(
        self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            view = option.widget
            if isinstance(view, FacetList) and option.rect.contains(event.position().toPoint()):
                view.flip(index)
                return True
        return False


def _entry(index: Index) -> str | Facet:
    model = index.model()
    assert isinstance(model, FacetModel)
    return model.entries[index.row()]


def _is_head(index: Index) -> bool:
    return isinstance(_entry(index), str)


class FacetList(QListView):
    """``ticked(column, values)`` follows a tick; an empty set means: all."""

    ticked = Signal(str, frozenset)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("register.facets")
        self.setAccessibleName(self.tr("Lọc sổ khen thưởng"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.facets = FacetModel(self)
        self.setModel(self.facets)
        self.setItemDelegate(_Delegate(self))

    def flip(self, index: Index) -> None:
        """Tick a value, or take its tick away."""
        entry = self.facets.entries[index.row()] if index.isValid() else None
        if not isinstance(entry, Facet):
            return
        chosen = {
            one.value
            for one in self.facets.entries
            if isinstance(one, Facet) and one.column == entry.column and one.ticked
        }
        self.ticked.emit(entry.column, frozenset(chosen ^ {entry.value}))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.flip(self.currentIndex())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: jumping by typed letters fails with Vietnamese typing aids."""
