"""Draws every cell of the grid and makes its editors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QPolygon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from thiduaqt.domain.text import fold_word
from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.tables.columns import Column, Group
from thiduaqt.ui.tables.row_model import ENTRY_ROLE, MARK_ROLE, STATE_ROLE, NewRow, RowModel
from thiduaqt.ui.widgets.editors import ChoiceBox, DateEdit, LineEdit, NumberEdit
from thiduaqt.ui.widgets.states import look_of

Index = QModelIndex | QPersistentModelIndex
_FILLED = "filled_once"
_MOVES = {
    Qt.Key.Key_Return: "down",
    Qt.Key.Key_Enter: "down",
    Qt.Key.Key_Tab: "right",
    Qt.Key.Key_Backtab: "left",
}


class CellDelegate(QStyledItemDelegate):
    """One delegate for all cells: grounds, marks, states, the ring of the current cell.

    ``finished(move)`` follows Enter ("down", "up"), Tab ("right", "left") or Ctrl+Enter ("fill")
    in an editor, after its text was committed.
    """

    finished = Signal(str)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.block_chosen = False
        self.hovered_row = -1

    # -- drawing ------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        entry = index.data(ENTRY_ROLE)
        painter.save()
        painter.setClipRect(rect)
        if isinstance(entry, Group):
            self._paint_group(painter, option, entry)
        else:
            current = self._view.currentIndex()
            is_current = current.row() == index.row() and current.column() == index.column()
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            in_row = current.row() == index.row()
            ground = self._ground(index, chosen=chosen, in_row=in_row, current=is_current)
            painter.fillRect(rect, QColor(ground))
            self._paint_content(painter, option, index, entry, ground)
            self._paint_lines(painter, rect, index)
            if is_current:
                self._paint_ring(painter, rect)
        painter.restore()

    def _ground(self, index: Index, *, chosen: bool, in_row: bool, current: bool) -> str:
        if current:
            return tokens.SURFACE
        if chosen:
            return tokens.SELECTION
        if in_row:
            return tokens.HOVER if self.block_chosen else tokens.SELECTION
        mark = index.data(MARK_ROLE)
        if mark == "warn":
            return tokens.WARN_BG
        if mark == "error" and not index.data(Qt.ItemDataRole.DisplayRole):
            return tokens.ERROR_BG
        if index.row() == self.hovered_row:
            return tokens.HOVER
        return tokens.SURFACE_ALT if index.row() % 2 else tokens.SURFACE

    def _paint_group(self, painter: QPainter, option: QStyleOptionViewItem, group: Group) -> None:
        rect: QRect = option.rect
        painter.fillRect(rect, QColor(tokens.GROUP_ROW))
        painter.setPen(QColor(tokens.GRIDLINE))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        left = tokens.CELL_PAD  # fixed to the view's edge, however far the cells have scrolled
        look = look_of(group.state)
        if look.icon:
            spot = QRect(left, rect.center().y() - 8, tokens.ICON, tokens.ICON)
            icons.paint(painter, spot, look.icon, look.colour)
            left += tokens.ICON + 6
        font = theme.text_font(tokens.BODY_PT, strong=True)
        painter.setFont(font)
        painter.setPen(QColor(look.colour if look.icon else tokens.TEXT))
        area = rect.adjusted(0, 0, 0, 0)
        area.setLeft(left)
        area.setRight(self._view.viewport().width())
        used = painter.boundingRect(area, Qt.AlignmentFlag.AlignVCenter, group.title)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, group.title)
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.TEXT_2))
        area.setLeft(used.right() + 10)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, group.detail)

    def _paint_content(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        entry: object,
        ground: str,
    ) -> None:
        column = _column(index)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        area = option.rect.adjusted(tokens.CELL_PAD, 0, -tokens.CELL_PAD, -1)
        if isinstance(entry, NewRow):
            if index.column() == 0 and index.model().first_editable() != 0:  # type: ignore[attr-defined]
                spot = QRect(area.right() - 15, area.center().y() - 7, tokens.ICON, tokens.ICON)
                icons.paint(painter, spot, "plus", tokens.TEXT_MUTED)
            painter.setFont(option.font)
            _words(painter, area, text, Wording(tokens.TEXT_2))
            return
        if column.paint is not None:
            column.paint(painter, area, entry)
            return
        colour = self._colour(column, entry, index, ground)
        state = str(index.data(STATE_ROLE) or "")
        mark = index.data(MARK_ROLE)
        look = look_of(state or ("error" if mark == "error" and text else ""))
        if mark == "locked":
            look = look_of("locked")
        if look.icon:
            spot = QRect(area.left(), area.center().y() - 7, tokens.ICON, tokens.ICON)
            if column.align == "right":
                width = painter.fontMetrics().horizontalAdvance(text)
                spot.moveRight(area.right() - width - 6)
            icons.paint(painter, spot, look.icon, look.colour)
            colour = look.colour
            if column.align != "right":
                area.setLeft(area.left() + tokens.ICON + 6)
        painter.setFont(_font(option.font, column, entry))
        query = index.model().shown.query  # type: ignore[attr-defined]
        _words(painter, area, text, Wording(colour, column.align, query))

    def _colour(self, column: Column[Any], entry: object, index: Index, ground: str) -> str:
        muted = column.muted is not None and column.muted(entry)
        if muted or index.data(MARK_ROLE) == "locked":
            # Muted text would be too pale on the blue of a chosen row.
            return tokens.TEXT_2
        return tokens.SELECTION_TEXT if ground == tokens.SELECTION else tokens.TEXT

    def _paint_lines(self, painter: QPainter, rect: QRect, index: Index) -> None:
        painter.setPen(QColor(tokens.GRIDLINE))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        mark = index.data(MARK_ROLE)
        if mark in ("error", "warn"):
            colour = tokens.ERROR if mark == "error" else tokens.AMBER
            painter.fillRect(QRect(rect.left(), rect.top(), 2, rect.height() - 1), QColor(colour))
        elif mark == "edited":
            corner = rect.topRight()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.PRIMARY))
            points = [corner + QPoint(-7, 0), corner, corner + QPoint(0, 7)]
            painter.drawPolygon(QPolygon(points))

    def _paint_ring(self, painter: QPainter, rect: QRect) -> None:
        focused = self._view.hasFocus() or self._view.viewport().hasFocus()
        painter.setPen(QPen(QColor(tokens.FOCUS if focused else tokens.BORDER_INPUT), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))

    # -- editing ------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = _column(index)
        entry = index.data(ENTRY_ROLE)
        row = None if isinstance(entry, NewRow) else entry
        editor: QWidget
        if column.editor == "choice":
            editor = ChoiceBox(column.entries(row), parent, free=column.free)
            editor.setMinimumHeight(0)
        elif column.editor == "date":
            editor = DateEdit(parent)
        elif column.editor == "number":
            editor = NumberEdit(parent)
        else:
            editor = LineEdit(parent)
        editor.setProperty("cell", "true")
        editor.setAccessibleName(column.title)
        editor.setObjectName(f"cell.{column.key}")
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # Only once: the rows may be read anew while somebody is typing here.
        if editor.property(_FILLED):
            return
        editor.setProperty(_FILLED, True)
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, ChoiceBox):
            editor.setEditText(text)
            line = editor.lineEdit()
            if line is not None:
                line.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, ChoiceBox):
            editor.settle()
        model.setData(index, editor_text(editor), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        editor.setGeometry(option.rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            editor = watched if isinstance(watched, QWidget) else None
            if editor is not None and self._took_key(editor, event):
                return True
        return super().eventFilter(watched, event)

    def _took_key(self, editor: QWidget, event: QKeyEvent) -> bool:
        move = _MOVES.get(Qt.Key(event.key()))
        modifiers = event.modifiers()
        if move is None and type(editor) in (LineEdit, NumberEdit) and not modifiers:
            # Up and down leave a one-line editor as they leave a cell of a spreadsheet.
            move = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}.get(Qt.Key(event.key()))
        if move is None or _popup_open(editor):
            return False
        if move == "down" and modifiers & Qt.KeyboardModifier.ControlModifier:
            move = "fill"
        elif move == "down" and modifiers & Qt.KeyboardModifier.ShiftModifier:
            move = "up"
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.finished.emit(move)
        return True


def editor_text(editor: QWidget) -> str:
    """Return what stands in a cell editor."""
    if isinstance(editor, QComboBox):
        return editor.currentText()
    return editor.text() if isinstance(editor, QLineEdit) else ""


def _popup_open(editor: QWidget) -> bool:
    """Tell whether a list of proposals is open: Enter and Tab then belong to it."""
    if not isinstance(editor, QComboBox):
        return False
    completer = editor.completer()
    popup = completer.popup() if completer is not None else None
    return popup is not None and popup.isVisible() and popup.currentIndex().isValid()


def _column(index: Index) -> Column[Any]:
    model = index.model()
    assert isinstance(model, RowModel)
    return model.columns[index.column()]


def _font(base: QFont, column: Column[Any], entry: object) -> QFont:
    strong = column.strong is not None and column.strong(entry)
    struck = column.struck is not None and column.struck(entry)
    if not (strong or struck):
        return base
    font = QFont(base)
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    font.setStrikeOut(struck)
    return font


@dataclass(frozen=True, slots=True)
class Wording:
    """How the text of a cell is drawn; ``query`` is the folded search whose hits are marked."""

    colour: str
    align: str = "left"
    query: str = ""


def hits(text: str, query: str) -> list[tuple[int, int]]:
    """Return where the words of a folded query stand in ``text``, as (start, length).

    Each composed Vietnamese letter folds to one plain letter, so the places are the same.
    """
    key = "".join(fold_word(letter)[:1] or letter for letter in text)
    found: list[tuple[int, int]] = []
    for word in query.split():
        start = key.find(word)
        while start >= 0:
            found.append((start, len(word)))
            start = key.find(word, start + len(word))
    return found


def _words(painter: QPainter, area: QRect, text: str, wording: Wording) -> None:
    if not text:
        return
    metrics = painter.fontMetrics()
    line = text.replace("\n", " ")
    shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, area.width())
    if wording.query and wording.align == "left":
        for start, length in hits(shown, wording.query):
            left = area.left() + metrics.horizontalAdvance(shown[:start])
            width = metrics.horizontalAdvance(shown[start : start + length])
            top = area.center().y() - metrics.height() // 2
            painter.fillRect(QRect(left, top, width, metrics.height()), QColor(tokens.QUOTE_BG))
    painter.setPen(QPen(QColor(wording.colour)))
    side = {
        "left": Qt.AlignmentFlag.AlignLeft,
        "right": Qt.AlignmentFlag.AlignRight,
        "center": Qt.AlignmentFlag.AlignHCenter,
    }[wording.align]
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)
