"""The season as a line of milestones with today between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from thiduaqt.ui import icons, strokes, theme, tokens

Stage = Literal["done", "current", "later"]
_NODE = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One milestone: ``when`` in its own words ("trước 31/12/2026", "năm 2027")."""

    key: str
    title: str
    when: str
    stage: Stage
    tooltip: str = ""


class Timeline(QWidget):
    """Nodes at equal steps; ``today`` stands between the nodes it lies between.

    ← and → move, Enter or a click sends ``opened(key)``.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setAccessibleName(self.tr("Các mốc của mùa khen thưởng"))
        self._nodes: tuple[Node, ...] = ()
        self._today = ""
        self._place = 0.0
        self._marked = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_nodes(self, nodes: Sequence[Node], *, today: str, place: float) -> None:
        """Show ``nodes``; ``today`` is the text at ``place`` (1.25 = a quarter after node 1)."""
        self._nodes, self._today, self._place = tuple(nodes), today, place
        stages = [number for number, node in enumerate(nodes) if node.stage == "current"]
        self._marked = stages[0] if stages else 0
        self._tell()
        self.update()

    def _tell(self) -> None:
        if self._nodes:
            node = self._nodes[self._marked]
            words = self.tr("Mốc {number}/{count}: {title}, {when}")
            self.setAccessibleName(
                words.format(
                    number=self._marked + 1,
                    count=len(self._nodes),
                    title=node.title,
                    when=node.when,
                )
            )
            self.setAccessibleDescription(node.tooltip)

    def sizeHint(self) -> QSize:
        return QSize(800, 22 + _NODE + 2 * (self.fontMetrics().height() + 4) + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    def _spot(self, number: float) -> QPointF:
        step = self.width() / max(1, len(self._nodes))
        return QPointF(step * (number + 0.5), 22 + _NODE / 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._nodes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        last = len(self._nodes) - 1
        painter.setPen(QPen(QColor(tokens.BORDER), 3))
        painter.drawLine(self._spot(0), self._spot(last))
        reached = min(max(self._place, 0), last)
        painter.setPen(QPen(QColor(tokens.PRIMARY), 3))
        painter.drawLine(self._spot(0), self._spot(reached))
        for number, node in enumerate(self._nodes):
            self._paint_node(painter, number, node)
        self._paint_today(painter, reached)

    def _paint_node(self, painter: QPainter, number: int, node: Node) -> None:
        middle = self._spot(number)
        circle = QRectF(middle.x() - _NODE / 2, middle.y() - _NODE / 2, _NODE, _NODE)
        line = tokens.BORDER_INPUT if node.stage == "later" else tokens.PRIMARY
        painter.setPen(QPen(QColor(line), 2))
        painter.setBrush(QColor(tokens.PRIMARY if node.stage == "done" else tokens.SURFACE))
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        if node.stage == "done":
            icons.paint(painter, circle.adjusted(3, 3, -3, -3).toRect(), "check", tokens.SURFACE)
        elif node.stage == "current":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.PRIMARY))
            painter.drawEllipse(circle.adjusted(5, 5, -5, -5))
        self._paint_words(painter, number, node)
        if self.hasFocus() and number == self._marked:
            strokes.frame(painter, circle.adjusted(-4, -4, 4, 4).toRect(), tokens.FOCUS, 2, None)

    def _paint_words(self, painter: QPainter, number: int, node: Node) -> None:
        step = self.width() / len(self._nodes)
        line = self.fontMetrics().height() + 4
        area = QRect(round(step * number) + 3, 22 + _NODE + 4, round(step) - 6, line)
        current = node.stage == "current"
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        for words, points in ((node.title, tokens.BODY_PT), (node.when, tokens.META_PT)):
            strong = current and points == tokens.BODY_PT
            painter.setFont(theme.text_font(points, strong=strong))
            painter.setPen(QColor(tokens.TEXT if current else tokens.TEXT_2))
            shown = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, area.width()
            )
            painter.drawText(area, centre, shown)
            area.translate(0, line - 2)

    def _paint_today(self, painter: QPainter, reached: float) -> None:
        spot = self._spot(reached)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.TEXT))
        top = spot.y() - 16
        points = [
            QPointF(spot.x() - 5, top),
            QPointF(spot.x() + 5, top),
            QPointF(spot.x(), top + 7),
        ]
        painter.drawPolygon(QPolygonF(points))
        font = theme.text_font(tokens.META_PT, strong=True)
        painter.setFont(font)
        painter.setPen(QColor(tokens.TEXT))
        width = QFontMetrics(font).horizontalAdvance(self._today)
        left = spot.x() - width - 9
        if left < 0:
            left = spot.x() + 9
        painter.drawText(QPointF(left, top + 6), self._today)

    def _number_at(self, x: float) -> int:
        step = self.width() / max(1, len(self._nodes))
        return min(int(x / step), len(self._nodes) - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._nodes:
            self._marked = self._number_at(event.position().x())
            self._tell()
            self.update()
            self.opened.emit(self._nodes[self._marked].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._nodes:
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self._marked = min(max(0, self._marked + step), len(self._nodes) - 1)
            self._tell()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._nodes:
            self.opened.emit(self._nodes[self._marked].key)
        else:
            super().keyPressEvent(event)

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent) and self._nodes:
            node = self._nodes[self._number_at(event.x())]
            QToolTip.showText(event.globalPos(), node.tooltip, self)
            return True
        return super().event(event)  # type: ignore[arg-type]
