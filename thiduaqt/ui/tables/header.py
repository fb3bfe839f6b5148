"""The grid's heading: titles, captions, sort arrow, filter mark; part of it may stand still."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.tables.columns import Column
from thiduaqt.ui.tables.row_model import RowModel

_BUTTON = 24


class GridHeader(QHeaderView):
    """``sort_wanted(column)`` follows a click on a title, ``menu_wanted(column)`` one on its ▾."""

    sort_wanted = Signal(int)
    menu_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(36)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.frozen = 0
        self._pressed_at: QPointF | None = None

    # -- size and place -----------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        line = max(tokens.ROW, self.fontMetrics().height() + 12)
        has_caption = any(column.caption for column in self._columns())
        size.setHeight(2 * (line - 2) if has_caption else line)
        return size

    def _columns(self) -> tuple[Column[Any], ...]:
        model = self.model()
        return model.columns if isinstance(model, RowModel) else ()

    def frozen_width(self) -> int:
        """Return the width of the columns that stand still."""
        return sum(self.sectionSize(self.logicalIndex(place)) for place in range(self.frozen))

    def section_rect(self, logical: int) -> QRect:
        """Return where a section is drawn: frozen ones do not scroll."""
        left = self.sectionPosition(logical)
        if self.visualIndex(logical) >= self.frozen:
            left -= self.offset()
        return QRect(left, 0, self.sectionSize(logical), self.height())

    def section_at(self, x: int) -> int:
        """Return the section that is drawn at ``x``, -1 for none."""
        if x < self.frozen_width():
            return self.logicalIndexAt(x - self.offset())
        return self.logicalIndexAt(x)

    # -- drawing ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.rect(), QColor(tokens.HEADER))
        still = self.frozen_width()
        painter.save()
        painter.setClipRect(QRect(still, 0, self.width() - still, self.height()))
        for place in range(self.frozen, self.count()):
            self._paint_one(painter, self.logicalIndex(place))
        self._paint_captions(painter)
        painter.restore()
        for place in range(self.frozen):
            self._paint_one(painter, self.logicalIndex(place))
        painter.setPen(QColor(tokens.BORDER))
        bottom = self.height() - 1
        painter.drawLine(0, bottom, self.width(), bottom)
        if self.frozen:
            painter.setPen(QColor(tokens.FROZEN_EDGE))
            painter.drawLine(still - 1, 0, still - 1, bottom)

    def _paint_one(self, painter: QPainter, logical: int) -> None:
        if self.isSectionHidden(logical):
            return
        rect = self.section_rect(logical)
        column = self._columns()[logical]
        painter.fillRect(rect, QColor(tokens.HEADER))
        painter.setPen(QColor(tokens.HEADER_LINE))
        top = self.height() // 2 if column.caption else 0
        painter.drawLine(rect.right(), top, rect.right(), rect.bottom())
        if column.caption:
            rect.setTop(top)
        area = rect.adjusted(tokens.CELL_PAD, 0, -tokens.CELL_PAD, 0)
        glyph, colour = self._glyph(column)
        if glyph:
            spot = QRect(rect.right() - 21, rect.center().y() - 7, 14, 14)
            icons.paint(painter, spot, glyph, colour)
            area.setRight(rect.right() - 23)
        painter.setFont(theme.text_font(tokens.BODY_PT, strong=True))
        painter.setPen(QColor(tokens.TEXT))
        side = (
            Qt.AlignmentFlag.AlignRight if column.align == "right" else Qt.AlignmentFlag.AlignLeft
        )
        text = painter.fontMetrics().elidedText(
            column.title, Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, text)

    def _glyph(self, column: Column[Any]) -> tuple[str, str]:
        model = self.model()
        if not isinstance(model, RowModel):
            return "", ""
        if column.key in model.shown.values:
            return "filter", tokens.PRIMARY
        if model.shown.sort_column == column.key:
            return ("arrow-down" if model.shown.descending else "arrow-up"), tokens.PRIMARY
        return ("chevron-down", tokens.TEXT_2) if column.filterable else ("", "")

    def _paint_captions(self, painter: QPainter) -> None:
        place = 0
        columns = self._columns()
        while place < self.count():
            caption = columns[self.logicalIndex(place)].caption
            last = place
            while (
                last + 1 < self.count() and columns[self.logicalIndex(last + 1)].caption == caption
            ):
                last += 1
            if caption:
                first = self.section_rect(self.logicalIndex(place))
                whole = first.united(self.section_rect(self.logicalIndex(last)))
                whole.setHeight(self.height() // 2)
                painter.fillRect(whole, QColor(tokens.HEADER))
                painter.setPen(QColor(tokens.HEADER_LINE))
                painter.drawLine(whole.bottomLeft(), whole.bottomRight())
                painter.drawLine(whole.topRight(), whole.bottomRight())
                painter.setFont(theme.text_font(tokens.BODY_PT, strong=True))
                painter.setPen(QColor(tokens.TEXT))
                painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, caption)
            place = last + 1

    # -- mouse --------------------------------------------------------------------------------

    def _at_content(self, event: QMouseEvent) -> QMouseEvent:
        """Return ``event`` moved to where a frozen section would be if it scrolled."""
        position = event.position()
        if position.x() >= self.frozen_width() or not self.offset():
            return event
        moved = QPointF(position.x() - self.offset(), position.y())
        return QMouseEvent(
            event.type(),
            moved,
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position()
        super().mousePressEvent(self._at_content(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(self._at_content(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(self._at_content(event))
        pressed, self._pressed_at = self._pressed_at, None
        left = event.button() == Qt.MouseButton.LeftButton
        if pressed is None or not left or (event.position() - pressed).manhattanLength() > 3:
            return
        if self.cursor().shape() == Qt.CursorShape.SplitHCursor:
            return
        logical = self.section_at(round(event.position().x()))
        if logical < 0:
            return
        in_button = event.position().x() > self.section_rect(logical).right() - _BUTTON
        if in_button and self._columns()[logical].filterable:
            self.menu_wanted.emit(logical)
        else:
            self.sort_wanted.emit(logical)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            return True
        return super().event(event)
