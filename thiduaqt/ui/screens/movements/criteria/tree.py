"""The view of the tree: sections as bands, source tags, editing in place, moving by keys.

Alt with the arrows moves a node: up and down among its siblings, right into the section before
it, left out of its own.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from thiduaqt.domain.plan import Criterion, Section
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screens.movements.criteria.model import (
    HOW,
    NODE_ROLE,
    POINTS,
    SOURCE,
    TITLE,
    CriteriaModel,
)
from thiduaqt.ui.widgets.editors import LineEdit, NumberEdit

Index = QModelIndex | QPersistentModelIndex
_INDENT = 22
_WIDTHS = {HOW: 128, POINTS: 60, SOURCE: 92}
_HOW_MOST, _HOW_SHARE = 230, 0.27
_ROOM_FOR_SOURCE = 560
_LINES = {
    "law": (tokens.PRIMARY, Qt.PenStyle.SolidLine),
    "plan": (tokens.TEXT_2, Qt.PenStyle.SolidLine),
    "suggestion": (tokens.BORDER_INPUT, Qt.PenStyle.DashLine),
}


def _ground(index: Index, *, chosen: bool) -> str:
    if chosen:
        return tokens.SELECTION
    section = isinstance(index.data(NODE_ROLE), Section)
    return tokens.GROUP_ROW if section else tokens.SURFACE


class TreeDelegate(QStyledItemDelegate):
    """Draws a cell of the tree and makes its editor."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node = index.data(NODE_ROLE)
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        strong = isinstance(node, Section)
        ground = _ground(index, chosen=chosen)
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(ground))
        painter.setPen(QColor(tokens.GRIDLINE))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.column() == SOURCE:
            self._paint_source(painter, rect, node, str(index.data() or ""))
        else:
            self._paint_text(painter, rect, index, strong=strong, chosen=chosen)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QPen(QColor(tokens.FOCUS), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_text(
        self, painter: QPainter, rect: QRect, index: Index, *, strong: bool, chosen: bool
    ) -> None:
        column = index.column()
        bold = strong and column in (TITLE, POINTS)
        painter.setFont(theme.text_font(tokens.BODY_PT, strong=bold))
        second = column == HOW and not chosen
        painter.setPen(
            QColor(tokens.SELECTION_TEXT if chosen else tokens.TEXT_2 if second else tokens.TEXT)
        )
        area = rect.adjusted(4 if column == TITLE else tokens.CELL_PAD, 0, -tokens.CELL_PAD, 0)
        side = Qt.AlignmentFlag.AlignRight if column == POINTS else Qt.AlignmentFlag.AlignLeft
        text = str(index.data() or "")
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_source(self, painter: QPainter, rect: QRect, node: object, word: str) -> None:
        if not isinstance(node, Criterion):
            return
        colour, pen = _LINES[node.source.tag]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.text_font(tokens.META_PT))
        width = painter.fontMetrics().horizontalAdvance(word) + 12
        height = min(painter.fontMetrics().height() + 4, rect.height() - 6)
        pill = QRectF(rect.left() + 6.5, rect.center().y() - height / 2 + 0.5, width, height)
        painter.setPen(QPen(QColor(colour), 1, pen))
        painter.setBrush(QColor(tokens.SURFACE))
        painter.drawRoundedRect(pill, 3, 3)
        painter.setPen(QColor(tokens.TEXT_MUTED if colour == tokens.BORDER_INPUT else colour))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, word)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(60, theme.em(tokens.ROW))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        made = NumberEdit(parent) if index.column() == POINTS else LineEdit(parent)
        made.setProperty("cell", "true")
        made.setAccessibleName(
            translate("CriteriaTree", "Điểm") if index.column() == POINTS
            else translate("CriteriaTree", "Nội dung tiêu chí")
        )  # fmt: skip
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, QLineEdit) and isinstance(model, CriteriaModel):
            model.setData(index, editor.text())


class CriteriaTree(QTreeView):
    """``node_chosen(code)`` follows the current row; the other signals ask for a change."""

    node_chosen = Signal(str)
    moved = Signal(str, int)
    nested = Signal(str, int)
    removal_wanted = Signal(str)
    new_wanted = Signal()

    def __init__(self, model: CriteriaModel) -> None:
        super().__init__()
        self.setObjectName("movements.criteria.tree")
        self.setAccessibleName(self.tr("Cây tiêu chí"))
        self.rows = model
        self.setModel(model)
        self.setItemDelegate(TreeDelegate(self))
        self.setIndentation(_INDENT)
        self.setAnimated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self._lay_columns()
        self.selectionModel().currentRowChanged.connect(lambda now, _was: self._on_current(now))

    def _lay_columns(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, theme.em(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width()
        self.setColumnHidden(SOURCE, room < theme.em(_ROOM_FOR_SOURCE))
        how = min(max(room * _HOW_SHARE, theme.em(112)), theme.em(_HOW_MOST))
        self.header().resizeSection(HOW, round(how))

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        painter.fillRect(
            rect, QColor(_ground(index, chosen=self.selectionModel().isSelected(index)))
        )
        painter.setPen(QColor(tokens.GRIDLINE))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        super().drawBranches(painter, rect, index)

    def _on_current(self, index: QModelIndex) -> None:
        node = self.rows.node_at(index)
        self.node_chosen.emit(node.code if node is not None else "")

    # -- showing ------------------------------------------------------------------------------

    def keep_place(self, show: object) -> None:
        """Call ``show`` (which resets the model) and keep what is open and chosen."""
        chosen = self.current_code()
        closed = set(self._closed(QModelIndex()))
        at = self.verticalScrollBar().value()
        column = max(self.currentIndex().column(), 0)
        show()  # type: ignore[operator]  # a function without arguments
        self.expandAll()
        for code in closed:
            self.collapse(self.rows.index_of(code))
        self.choose(chosen, column)
        self.verticalScrollBar().setValue(at)

    def _closed(self, parent: QModelIndex) -> list[str]:
        found: list[str] = []
        for row in range(self.rows.rowCount(parent)):
            index = self.rows.index(row, 0, parent)
            node = self.rows.node_at(index)
            if isinstance(node, Section):
                if self.rows.rowCount(index) and not self.isExpanded(index):
                    found.append(node.code)
                found += self._closed(index)
        return found

    def choose(self, code: str, column: int = TITLE) -> None:
        """Make a node the current one; the first where it is gone."""
        index = self.rows.index_of(code, column)
        if not index.isValid():
            index = self.rows.index(0, TITLE)
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

    def current_code(self) -> str:
        """Return the code of the current node."""
        node = self.rows.node_at(self.currentIndex())
        return node.code if node is not None else ""

    # -- keys ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        code, key = self.current_code(), event.key()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and code:
            self.moved.emit(code, -1 if key == Qt.Key.Key_Up else 1)
        elif alt and key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and code:
            self.nested.emit(code, -1 if key == Qt.Key.Key_Left else 1)
        elif control and key == Qt.Key.Key_Delete and code:
            self.removal_wanted.emit(code)
        elif control and key == Qt.Key.Key_Insert:
            self.new_wanted.emit()
        elif (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState
        ):
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)
