"""The steps of a longer piece of work, with the current one marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from thiduaqt.ui import icons, strokes, theme, tokens

_CIRCLE = 22
_LINK = 28
_GAP = 8


class StepsHeader(QWidget):
    """Numbered circles joined by lines. ``wanted(step)`` follows a click on a step already done.

    Steps count from 0. Keys ← and → go through the steps that are done, Enter opens one.
    """

    wanted = Signal(int)

    def __init__(self, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        self._steps = tuple(steps)
        self._current = 0
        self._marked = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_current(0)

    def current(self) -> int:
        """Return the current step."""
        return self._current

    def set_current(self, step: int) -> None:
        """Show that ``step`` is being worked on and those before it are done."""
        self._current = self._marked = step
        words = self.tr("Bước {number}/{count}: {name}")
        self.setAccessibleName(
            words.format(number=step + 1, count=len(self._steps), name=self._steps[step])
        )
        self.update()

    def _spots(self) -> list[QRect]:
        """Return the place of each step: circle and words."""
        # The strong form is wider; its width is reserved for every step.
        metrics = QFontMetrics(theme.text_font(tokens.BODY_PT, strong=True))
        spots: list[QRect] = []
        left = 4
        for words in self._steps:
            width = metrics.horizontalAdvance(words)
            spots.append(QRect(left, 0, _CIRCLE + _GAP + width, self.height()))
            left += _CIRCLE + _GAP + width + _GAP + _LINK + _GAP
        return spots

    def sizeHint(self) -> QSize:
        spots = self._spots()
        return QSize(spots[-1].right() + 8, 34)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        spots = self._spots()
        for step, spot in enumerate(spots):
            if step:
                self._paint_link(painter, spots[step - 1], spot, done=step <= self._current)
            self._paint_step(painter, step, spot)
        if self.hasFocus():
            around = spots[self._marked].adjusted(-4, 1, 4, -1)
            strokes.frame(painter, around, tokens.FOCUS, 2, None)

    def _paint_link(self, painter: QPainter, left: QRect, right: QRect, *, done: bool) -> None:
        middle = self.height() / 2
        painter.setPen(QPen(QColor(tokens.PRIMARY if done else tokens.BORDER), 2))
        painter.drawLine(QPointF(left.right() + _GAP, middle), QPointF(right.left() - _GAP, middle))

    def _paint_step(self, painter: QPainter, step: int, spot: QRect) -> None:
        circle = QRectF(
            spot.left() + 1, (self.height() - _CIRCLE) / 2 + 1, _CIRCLE - 2, _CIRCLE - 2
        )
        done, current = step < self._current, step == self._current
        colour = tokens.PRIMARY if done or current else tokens.BORDER_INPUT
        painter.setPen(QPen(QColor(colour), 2))
        painter.setBrush(QColor(tokens.PRIMARY if done else tokens.SURFACE))
        painter.drawEllipse(circle)
        painter.setFont(theme.text_font(tokens.META_PT, strong=True))
        if done:
            inside = QRect(spot.left() + 4, (self.height() - 14) // 2, 14, 14)
            icons.paint(painter, inside, "check", tokens.SURFACE)
        else:
            painter.setPen(QColor(tokens.PRIMARY if current else tokens.TEXT_2))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(step + 1))
        painter.setFont(theme.text_font(tokens.BODY_PT, strong=current))
        painter.setPen(QColor(tokens.TEXT if current else tokens.TEXT_2))
        words = spot.adjusted(_CIRCLE + _GAP, 0, 8, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._steps[step])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for step, spot in enumerate(self._spots()):
            if spot.contains(event.position().toPoint()) and step < self._current:
                self.wanted.emit(step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Left:
            self._marked = max(0, self._marked - 1)
        elif event.key() == Qt.Key.Key_Right:
            self._marked = min(self._current, self._marked + 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self._marked < self._current:
                self.wanted.emit(self._marked)
        else:
            super().keyPressEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._marked = self._current
        super().focusOutEvent(event)
