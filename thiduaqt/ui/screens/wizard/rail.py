"""The steps at the left of the first set-up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from thiduaqt.ui import icons, strokes, theme, tokens

_TOP = 76
_ROW = 44
_CIRCLE = 24
WIDTH = 232


class StepRail(QWidget):
    """Numbered steps; those reached can be opened again: ``wanted(step)``.

    ↑ and ↓ move the mark, Enter opens the marked step.
    """

    wanted = Signal(int)

    def __init__(self, steps: Sequence[str], promise: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wizard.rail")
        self._steps = tuple(steps)
        self._promise = promise
        self._current = self._marked = self._reached = 0
        self.setFixedWidth(theme.em(WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_state(0, 0)

    def set_state(self, current: int, reached: int) -> None:
        """Show which step is open and which is the furthest one reached."""
        self._current = self._marked = current
        self._reached = max(current, reached)
        self._tell()
        self.update()

    def _tell(self) -> None:
        words = self.tr("Bước {number}/{count}: {name}")
        self.setAccessibleName(
            words.format(
                number=self._marked + 1, count=len(self._steps), name=self._steps[self._marked]
            )
        )

    def sizeHint(self) -> QSize:
        return QSize(theme.em(WIDTH), _TOP + len(self._steps) * _ROW + 80)

    def _row(self, step: int) -> QRect:
        return QRect(0, _TOP + step * _ROW, self.width(), _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(tokens.RAIL))
        self._paint_head(painter)
        for step in range(len(self._steps)):
            self._paint_step(painter, step)
        self._paint_promise(painter)

    def _paint_head(self, painter: QPainter) -> None:
        icons.paint(painter, QRect(20, 22, 28, 28), "award", tokens.RAIL_BAR)
        painter.setPen(QColor(tokens.SURFACE))
        painter.setFont(theme.text_font(tokens.TITLE_PT, strong=True))
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(58, 16, self.width() - 64, 22), centre, "ThiDuaQt")
        painter.setPen(QColor(tokens.RAIL_TEXT))
        painter.setFont(theme.text_font(tokens.META_PT))
        painter.drawText(QRect(58, 38, self.width() - 64, 18), centre, self.tr("Thiết lập lần đầu"))

    def _paint_step(self, painter: QPainter, step: int) -> None:
        row = self._row(step)
        current, done = step == self._current, step <= self._reached
        if current:
            painter.fillRect(row, QColor(tokens.RAIL_SELECTED))
            painter.fillRect(QRect(0, row.top(), 3, row.height()), QColor(tokens.RAIL_BAR))
        top = row.top() + (row.height() - _CIRCLE) / 2
        circle = QRectF(22, top, _CIRCLE, _CIRCLE).adjusted(1, 1, -1, -1)
        line = tokens.RAIL_BAR if current else tokens.RAIL_TEXT
        painter.setPen(QPen(QColor(line), 2))
        filled = done and not current and step != self._reached
        painter.setBrush(QColor(tokens.RAIL_TEXT) if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        if filled:
            inside = QRect(22 + 5, round(top) + 5, 14, 14)
            icons.paint(painter, inside, "check", tokens.RAIL)
        else:
            painter.setFont(theme.text_font(tokens.META_PT, strong=True))
            painter.setPen(QColor(line))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(step + 1))
        painter.setFont(theme.text_font(tokens.BODY_PT, strong=current))
        painter.setPen(QColor(tokens.SURFACE if current else tokens.RAIL_TEXT))
        words = row.adjusted(58, 0, -6, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._steps[step])
        if self.hasFocus() and step == self._marked:
            strokes.frame(painter, row.adjusted(2, 2, -2, -2), tokens.RAIL_BAR, 2, None)

    def _paint_promise(self, painter: QPainter) -> None:
        painter.setFont(theme.text_font(tokens.META_PT))
        painter.setPen(QColor(tokens.RAIL_TEXT))
        area = QRect(44, self.height() - 76, self.width() - 56, 66)
        flags = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        used = painter.boundingRect(area, int(flags), self._promise)
        painter.drawText(area, int(flags), self._promise)
        icons.paint(painter, QRect(20, used.top() + 1, 16, 16), "shield-check", tokens.RAIL_BAR)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for step in range(len(self._steps)):
            if self._row(step).contains(event.position().toPoint()):
                self._want(step)

    def _want(self, step: int) -> None:
        if step <= self._reached and step != self._current:
            self.wanted.emit(step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up:
            self._marked = max(0, self._marked - 1)
        elif event.key() == Qt.Key.Key_Down:
            self._marked = min(self._reached, self._marked + 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._want(self._marked)
        else:
            super().keyPressEvent(event)
            return
        self._tell()
        self.update()
