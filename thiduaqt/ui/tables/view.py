"""The table itself: frozen columns, keys, editors. It knows nothing of services.

The first columns stand still by being drawn once more over the scrolled ones. A second view
beside the first would need a second focus, and screen readers would meet two tables.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from thiduaqt.ui import tokens
from thiduaqt.ui.tables.columns import Group
from thiduaqt.ui.tables.delegate import CellDelegate
from thiduaqt.ui.tables.header import GridHeader
from thiduaqt.ui.tables.row_model import RowModel

Index = QModelIndex | QPersistentModelIndex
_KEEPS_TEXT = (
    QAbstractItemView.EditTrigger.EditKeyPressed,
    QAbstractItemView.EditTrigger.DoubleClicked,
)


class GridView(QTableView):
    """A QTableView with frozen columns. ``key_wanted(QKeyEvent)`` sees each key first.

    ``editing_ended()`` follows the closing of an editor, ``find_wanted(text)`` a key typed where
    nothing can be edited.
    """

    key_wanted = Signal(object)
    editing_ended = Signal()
    find_wanted = Signal(str)

    def __init__(self, model: RowModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.cells = CellDelegate(self)
        self.heading = GridHeader(self)
        self.setModel(model)
        self.setItemDelegate(self.cells)
        self.setHorizontalHeader(self.heading)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(20)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        model.modelReset.connect(self._lay_groups)

    @property
    def frozen(self) -> int:
        """The number of columns that stand still."""
        return self.heading.frozen

    def is_editing(self) -> bool:
        """Tell whether an editor is open."""
        return self.state() == QAbstractItemView.State.EditingState

    def set_row_height(self, height: int) -> None:
        """Set the height of rows, at least what the font needs."""
        needed = max(height, self.fontMetrics().height() + 10)
        self.verticalHeader().setDefaultSectionSize(needed)

    def set_frozen(self, count: int) -> None:
        """Let the first ``count`` columns stand still."""
        self.heading.frozen = count
        self.viewport().update()

    def _lay_groups(self) -> None:
        self.clearSpans()
        heading = self.verticalHeader()
        height = heading.defaultSectionSize()
        low = min(height, max(tokens.ROW, self.fontMetrics().height() + 10))
        for line, entry in enumerate(self.rows.entries):
            group = isinstance(entry, Group)
            if group:
                self.setSpan(line, 0, 1, max(1, len(self.rows.columns)))
            wanted = low if group else height
            if low != height and heading.sectionSize(line) != wanted:
                self.setRowHeight(line, wanted)  # a group may have stood here before

    # -- frozen columns -----------------------------------------------------------------------

    def _is_frozen(self, column: int) -> bool:
        return 0 <= self.heading.visualIndex(column) < self.frozen

    def visualRect(self, index: Index) -> QRect:
        rect = super().visualRect(index)
        if self.frozen and index.isValid() and self._is_frozen(index.column()):
            rect.translate(self.heading.offset(), 0)
        return rect

    def indexAt(self, pos: QPoint) -> QModelIndex:
        if self.frozen and 0 <= pos.x() < self.heading.frozen_width():
            row = self.rowAt(pos.y())
            column = self.heading.section_at(pos.x())
            return self.rows.index(row, column) if row >= 0 and column >= 0 else QModelIndex()
        return super().indexAt(pos)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid():
            return
        if not self.frozen:
            super().scrollTo(index, hint)
            return
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if self._is_frozen(index.column()):
            bar.setValue(before)
            return
        hidden = self.heading.frozen_width() - self.visualRect(index).left()
        if hidden > 0:
            bar.setValue(bar.value() - hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current cell in sight when the table gets lower, as by a message above it."""
        current = self.currentIndex()
        before = QRect(0, 0, self.viewport().width(), event.oldSize().height())
        seen = current.isValid() and before.contains(self.visualRect(current).center())
        super().resizeEvent(event)
        if seen and event.size().height() < event.oldSize().height():
            bar = self.horizontalScrollBar()
            place = bar.value()
            self.scrollTo(current)
            bar.setValue(place)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx and self.frozen:
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.frozen or not self.rows.entries:
            return
        painter = QPainter(self.viewport())
        still = self.heading.frozen_width()
        height = self.viewport().height()
        last = self.rowAt(height - 1)
        bottom = len(self.rows.entries) - 1 if last < 0 else last
        if self.heading.offset():
            self._paint_still(painter, max(0, self.rowAt(0)), bottom, still)
        painter.setPen(QColor(tokens.FROZEN_EDGE))
        end = self.rowViewportPosition(bottom) + self.rowHeight(bottom)
        for line in range(max(0, self.rowAt(0)), bottom + 1):
            if isinstance(self.rows.entry(line), Group):
                continue
            top = self.rowViewportPosition(line)
            painter.drawLine(still - 1, top, still - 1, min(top + self.rowHeight(line), end) - 1)

    def _paint_still(self, painter: QPainter, first: int, last: int, still: int) -> None:
        painter.setClipRect(QRect(0, 0, still, self.viewport().height()))
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = QRect()
        chosen = self.selectionModel()
        columns = [self.heading.logicalIndex(place) for place in range(self.frozen)]
        for line in range(first, last + 1):
            if isinstance(self.rows.entry(line), Group):
                continue
            for column in columns:
                index = self.rows.index(line, column)
                option.rect = self.visualRect(index)
                option.state = QStyle.StateFlag.State_Enabled
                if chosen.isSelected(index):
                    option.state |= QStyle.StateFlag.State_Selected
                self.cells.paint(painter, option, index)
        painter.setClipping(False)

    # -- selection ----------------------------------------------------------------------------

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        ranges = list(self.selectionModel().selection())  # type: ignore[call-overload]
        self.cells.block_chosen = sum(part.width() * part.height() for part in ranges) > 1
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, line: int) -> None:
        if line != self.cells.hovered_row:
            self.cells.hovered_row = line
            self.viewport().update()

    # -- keys ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(False)
        self.key_wanted.emit(event)
        if event.isAccepted():
            return
        event.setAccepted(True)
        super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - as Qt has it
        # Tab never reaches keyPressEvent by itself: it is asked for here first.
        key = Qt.Key.Key_Tab if next else Qt.Key.Key_Backtab
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        event.setAccepted(False)
        self.key_wanted.emit(event)
        return True if event.isAccepted() else super().focusNextPrevChild(next)

    def go_to(self, index: Index) -> None:
        """Make ``index`` current and the only cell chosen, whatever keys are held down."""
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)

    def keyboardSearch(self, search: str) -> None:
        # Jumping to the first match would eat the letters of a Telex word; searching takes them.
        if search.strip():
            self.find_wanted.emit(search)

    def edit(self, index: Index, trigger: Any = None, event: Any = None) -> Any:  # noqa: ANN401 - two forms in Qt
        """Open an editor; F2 and a double click set the cursor behind the text, as Excel does."""
        if trigger is None:
            super().edit(index)
            return None
        opened = super().edit(index, trigger, event)
        if opened and trigger in _KEEPS_TEXT:
            editor = self.cell_editor(index)
            line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
            if isinstance(line, QLineEdit):
                line.deselect()
                line.end(False)
        return opened

    def cell_editor(self, index: Index) -> QWidget | None:
        """Return the editor open at ``index``."""
        rect = self.visualRect(index)
        found = self.viewport().childAt(rect.center())
        while found is not None and found.parentWidget() is not self.viewport():
            found = found.parentWidget()
        return found if found is not None and found.property("cell") else None

    def closeEditor(self, editor: QWidget, hint: Any) -> None:  # noqa: ANN401 - enum of a base
        super().closeEditor(editor, hint)
        self.editing_ended.emit()

    def at_bottom(self) -> None:
        """Scroll to the last row."""
        self.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
