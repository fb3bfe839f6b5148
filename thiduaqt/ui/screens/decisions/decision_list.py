"""The decisions by year: number and date, and below what they are for and of how many."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from thiduaqt.domain.dates import PartialDate
from thiduaqt.services.decision_sheet import DecisionRow
from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.i18n import translate

Index = QModelIndex | QPersistentModelIndex
_HEAD = 28
_LINE = 54
_LEFT = 14
_BAR = 3


def shown_name(row: DecisionRow) -> str:
    """Return what a decision is called in the list: its number, "Dự thảo" before it has one."""
    return row.number or translate("DecisionList", "Dự thảo")


def shown_date(row: DecisionRow) -> str:
    """Return the date of a decision as lists show it."""
    return PartialDate.from_value(row.date).display() if row.date else ""


def _standing(row: DecisionRow) -> str:
    """Return the date of a decision; of a draft in what way it is not issued yet."""
    if not row.draft:
        return shown_date(row)
    numbered = translate("DecisionList", "Dự thảo")
    return numbered if row.number else translate("DecisionList", "Chưa ban hành")


def detail(row: DecisionRow) -> str:
    """Return what a decision is for, and of how many: "Khen thưởng hằng năm 2026 · 7"."""
    return f"{row.around} · {row.count}"


class DecisionModel(QAbstractListModel):
    """Years and below each its decisions; a year is an int, a decision a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[int | DecisionRow, ...] = ()

    def set_rows(self, rows: Iterable[DecisionRow]) -> None:
        """Show ``rows``, which come by year."""
        entries: list[int | DecisionRow] = []
        year = None
        for row in rows:
            if row.year != year:
                year = row.year
                entries.append(year)
            entries.append(row)
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def row_of(self, decision_id: str) -> int:
        """Return the line of a decision, -1 where it is not there."""
        for line, entry in enumerate(self.entries):
            if isinstance(entry, DecisionRow) and entry.id == decision_id:
                return line
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.entries[index.row()], DecisionRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if not isinstance(entry, DecisionRow):
            words = translate("DecisionList", "Năm {year}").format(year=entry)
            return words if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return shown_name(entry)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            state = translate("DecisionList", "chưa ban hành") if entry.draft else ""
            parts = (shown_name(entry), shown_date(entry), state, detail(entry))
            return ", ".join(part for part in parts if part)
        return None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = _entry(index)
        lines = option.fontMetrics.height() * 2 + 18
        return QSize(120, max(_LINE, lines) if isinstance(entry, DecisionRow) else _HEAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = _entry(index)
        area: QRect = option.rect
        painter.save()
        if isinstance(entry, DecisionRow):
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_row(painter, area, entry, selected=selected)
            if selected and option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QColor(tokens.FOCUS))
                painter.drawRect(area.adjusted(0, 0, -1, -1))
                painter.drawRect(area.adjusted(1, 1, -2, -2))
        else:
            painter.fillRect(area, QColor(tokens.SURFACE_ALT))
            painter.setFont(theme.text_font(tokens.META_PT, strong=True))
            painter.setPen(QColor(tokens.TEXT_2))
            inside = area.adjusted(_LEFT - 2, 0, -8, 0)
            painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
            painter.setPen(QColor(tokens.GRIDLINE))
            painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.restore()

    def _paint_row(
        self, painter: QPainter, area: QRect, row: DecisionRow, *, selected: bool
    ) -> None:
        if selected:
            painter.fillRect(area, QColor(tokens.SELECTION))
            painter.fillRect(area.adjusted(0, 0, _BAR - area.width(), 0), QColor(tokens.PRIMARY))
        painter.setPen(QColor(tokens.GRIDLINE))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        half = area.height() // 2
        upper = QRect(area.left() + _LEFT, area.top() + 5, area.width() - _LEFT - 10, half - 3)
        lower = QRect(upper.left(), area.top() + half - 1, upper.width(), half - 5)
        left = self._paint_right(painter, upper, row)
        painter.setFont(theme.text_font(tokens.BODY_PT, strong=True))
        painter.setPen(QColor(tokens.SELECTION_TEXT if selected else tokens.TEXT))
        upper.setRight(left - 6)
        _words(painter, upper, shown_name(row))
        painter.setFont(theme.text_font(tokens.META_PT))
        painter.setPen(QColor(tokens.TEXT_2))
        tail = f" · {row.count}"
        room = lower.width() - painter.fontMetrics().horizontalAdvance(tail)
        around = painter.fontMetrics().elidedText(row.around, Qt.TextElideMode.ElideRight, room)
        _words(painter, lower, around + tail)

    def _paint_right(self, painter: QPainter, area: QRect, row: DecisionRow) -> int:
        """Draw the date, or that a draft is not issued; return where it begins."""
        painter.setFont(theme.text_font(tokens.META_PT))
        text = _standing(row)
        width = painter.fontMetrics().horizontalAdvance(text)
        spot = QRect(area.right() - width, area.top(), width + 1, area.height())
        painter.setPen(QColor(tokens.INFO if row.draft else tokens.TEXT_2))
        painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, text)
        if not row.draft:
            return spot.left()
        glyph = QRect(spot.left() - 18, area.center().y() - 6, 14, 14)
        icons.paint(painter, glyph, "pencil", tokens.INFO)
        return glyph.left()


def _entry(index: Index) -> int | DecisionRow:
    model = index.model()
    assert isinstance(model, DecisionModel)
    return model.entries[index.row()]


def _words(painter: QPainter, area: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)


class DecisionList(QListView):
    """The list at the left. ``chosen(decision_id)`` follows the current line."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("decisions.list")
        self.setAccessibleName(self.tr("Danh sách quyết định"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.rows = DecisionModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self))
        self._showing = False
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_rows(self, rows: Iterable[DecisionRow], decision_id: str) -> None:
        """Show ``rows`` with ``decision_id`` chosen, without sending ``chosen``."""
        self._showing = True
        place = self.verticalScrollBar().value()
        self.rows.set_rows(rows)
        line = self.rows.row_of(decision_id)
        if line >= 0:
            self.setCurrentIndex(self.rows.index(line))
        self.verticalScrollBar().setValue(place)
        self._showing = False

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        entry = self.rows.entries[current.row()] if current.isValid() else None
        if isinstance(entry, DecisionRow) and not self._showing:
            self.chosen.emit(entry.id)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: jumping by typed letters fails with Vietnamese typing aids."""
