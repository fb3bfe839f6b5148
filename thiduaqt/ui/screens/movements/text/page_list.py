"""The plan as a page on the screen: numbered paragraphs, each with its state, to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from thiduaqt.domain.plan_text import Block
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.i18n import translate

Index = QModelIndex | QPersistentModelIndex
BLOCK_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_SIDE, _GAP, _INDENT, _EDGE = 28, 4, 18, 3
_EDGES = {
    "edited": tokens.PRIMARY,
    "added": tokens.PRIMARY,
    "outdated": tokens.AMBER,
    "left_out": tokens.BORDER_INPUT,
}


def state_words(block: Block) -> str:
    """Return what the officer made of a paragraph; nothing where it is as the data says."""
    words = {
        "edited": translate("PlanPage", "Đã sửa tay"),
        "outdated": translate("PlanPage", "Đã sửa tay, dữ liệu đã đổi"),
        "left_out": translate("PlanPage", "Đã bỏ"),
        "added": translate("PlanPage", "Đoạn thêm"),
    }
    if block.state in words:
        return words[block.state]
    return translate("PlanPage", "Gợi ý, cần xem") if block.to_check else ""


class PageModel(QAbstractListModel):
    """The blocks of a plan; ``marked`` are those the review found something in."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: Sequence[Block] = ()
        self.marked: frozenset[str] = frozenset()

    def show_blocks(self, blocks: Sequence[Block], marked: frozenset[str]) -> None:
        """Show other blocks."""
        self.beginResetModel()
        self.blocks, self.marked = blocks, marked
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Return where a block stands, -1 where it is not there."""
        return next((row for row, block in enumerate(self.blocks) if block.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.blocks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not 0 <= index.row() < len(self.blocks):
            return None
        block = self.blocks[index.row()]
        if role == BLOCK_ROLE:
            return block
        if role == Qt.ItemDataRole.DisplayRole:
            return shown_text(block)
        if role == Qt.ItemDataRole.ToolTipRole:
            return block.source.text or state_words(block)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (state_words(block), shown_text(block)) if part)
        return None


def shown_text(block: Block) -> str:
    """Return a block as the screen shows it; a table by its lines."""
    if block.table is not None:
        return "\n".join(block.table.lines)
    return block.line


class PageDelegate(QStyledItemDelegate):
    """Draws a paragraph in the type of paper, with an edge for its state."""

    def __init__(self, view: QListView, model: PageModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        block: Block = index.data(BLOCK_ROLE)
        rect: QRect = option.rect
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        marked = block.key in self._model.marked
        ground = tokens.SELECTION if chosen else tokens.LOOK_BG if marked else tokens.SURFACE
        painter.fillRect(rect, QColor(ground))
        edge = _EDGES.get(block.state, tokens.AMBER if marked else "")
        if edge:
            painter.fillRect(QRect(rect.left(), rect.top(), _EDGE, rect.height()), QColor(edge))
        painter.setFont(font_of(block))
        gone = block.state == "left_out"
        painter.setPen(
            QColor(tokens.SELECTION_TEXT if chosen else tokens.TEXT_MUTED if gone else tokens.TEXT)
        )
        painter.drawText(_area(rect, block), shown_text(block), _option(block))
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QPen(QColor(tokens.FOCUS), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        block: Block = index.data(BLOCK_ROLE)
        width = self._view.viewport().width()
        room = _area(QRect(0, 0, width, 10_000), block).toRect()
        need = QFontMetrics(font_of(block)).boundingRect(
            room, int(Qt.TextFlag.TextWordWrap), shown_text(block)
        )
        return QSize(width, need.height() + 2 * _GAP)


def font_of(block: Block) -> QFont:
    """Return the type a block is printed in, at the size of the screen."""
    font = QFont(tokens.SERIF)
    font.setPointSizeF(theme.text_font(tokens.BODY_PT).pointSizeF() + 1)
    font.setBold(block.kind in ("chapter", "article", "heading"))
    font.setItalic(block.kind in ("basis", "note"))
    font.setStrikeOut(block.state == "left_out")
    return font


def _area(rect: QRect, block: Block) -> QRectF:
    indent = _INDENT * max(min(block.level, 4) - 1, 0)
    return QRectF(rect.adjusted(_SIDE + indent, _GAP, -_SIDE, -_GAP))


def _option(block: Block) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    return option


class PageList(QListView):
    """``chosen(key)`` follows the current paragraph; ``edit_wanted()`` Enter or a double click."""

    chosen = Signal(str)
    edit_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("movements.text.page")
        self.setAccessibleName(self.tr("Các đoạn của kế hoạch"))
        self.rows = PageModel()
        self.setModel(self.rows)
        self.setItemDelegate(PageDelegate(self, self.rows))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(lambda _now, _was: self._tell())
        self.activated.connect(lambda _index: self.edit_wanted.emit())

    def show_blocks(self, blocks: Sequence[Block], marked: frozenset[str]) -> None:
        """Show the plan; choice and place stay."""
        kept, at = self.current_key(), self.verticalScrollBar().value()
        self.rows.show_blocks(blocks, marked)
        row = max(self.rows.row_of(kept), 0)
        self.setCurrentIndex(self.rows.index(row, 0))
        self.doItemsLayout()
        self.verticalScrollBar().setValue(at)

    def current_key(self) -> str:
        """Return the key of the current paragraph."""
        block = self.current()
        return block.key if block is not None else ""

    def current(self) -> Block | None:
        """Return the current paragraph."""
        found = self.currentIndex().data(BLOCK_ROLE)
        return found if isinstance(found, Block) else None

    def choose(self, key: str) -> None:
        """Go to a paragraph."""
        row = self.rows.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self.rows.index(row, 0))
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _tell(self) -> None:
        self.chosen.emit(self.current_key())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
