"""Targets as horizontal bars: the figure, a tick where the plan wants it, the state in words.

One painting function serves screen, PDF and printer. It measures in CSS pixels (1/96 inch), so
whoever paints on paper scales the painter first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from thiduaqt.domain.target_papers import Bar, BarChart
from thiduaqt.domain.targets import TargetState
from thiduaqt.ui import icons, strokes, theme, tokens
from thiduaqt.ui.widgets.states import Look, look_of

# Pixels at the usual letter size.
_LETTER = 13.0
_BAR = 14.0
_PAD = 7.0
_GAP = 12.0
_ICON = 15.0
_TICK_OVER = 4.0
_MOST_LINES = 3
# Parts of the width: what is measured, its bar, the words.
_LABEL, _BARS = 0.38, 0.34
_INK = "#222222"
STATE_LOOKS: dict[TargetState, str] = {
    "met": "ok",
    "at_risk": "warn",
    "not_met": "error",
    "no_figure": "pending",
    "na": "off",
    "open": "open",
}
# Patterns tell the states apart on paper without colours.
_FILLS: dict[TargetState, tuple[str, Qt.BrushStyle]] = {
    "met": (tokens.PRIMARY, Qt.BrushStyle.SolidPattern),
    "at_risk": (tokens.AMBER, Qt.BrushStyle.FDiagPattern),
    "not_met": (tokens.ERROR, Qt.BrushStyle.DiagCrossPattern),
    "open": (tokens.TEXT_MUTED, Qt.BrushStyle.Dense4Pattern),
    "no_figure": (tokens.TEXT_MUTED, Qt.BrushStyle.NoBrush),
    "na": (tokens.TEXT_MUTED, Qt.BrushStyle.NoBrush),
}


def state_look(state: TargetState) -> Look:
    """Return icon and colours of a target's state, as tables and charts show it."""
    return look_of(STATE_LOOKS[state])


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """How large a chart is painted: ``width`` and ``letter`` in pixels, ``mono`` without colour."""

    width: float
    letter: float = _LETTER
    mono: bool = False

    @property
    def scale(self) -> float:
        """How much larger than usual everything is."""
        return self.letter / _LETTER

    def font(self, *, strong: bool = False) -> QFont:
        """Return the bundled face in the size of this sheet."""
        font = QFont(tokens.SANS)
        font.setBold(strong)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setPixelSize(max(round(self.letter), 1))
        return font

    def ink(self, colour: str) -> QColor:
        """Return a colour, or black where there are none."""
        return QColor(_INK if self.mono else colour)


def row_height(bar: Bar, sheet: Sheet) -> float:
    """Return how high one bar stands with its words."""
    metrics = QFontMetricsF(sheet.font())
    room = sheet.width * _LABEL - _GAP * sheet.scale
    lines = max(len(wrapped(bar.label, metrics, room)), 2)
    return lines * metrics.height() + 2 * _PAD * sheet.scale


def chart_height(chart: BarChart, sheet: Sheet) -> float:
    """Return how high all bars stand together."""
    return sum(row_height(bar, sheet) for bar in chart.bars)


def paint_bars(painter: QPainter, top: QPointF, bars: Sequence[Bar], sheet: Sheet) -> float:
    """Paint bars from ``top`` down and return where they end (in pixels)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    y = top.y()
    for bar in bars:
        height = row_height(bar, sheet)
        _paint_row(painter, QRectF(top.x(), y, sheet.width, height), bar, sheet)
        y += height
    painter.restore()
    return y


def wrapped(text: str, metrics: QFontMetricsF, room: float) -> list[str]:
    """Return ``text`` in lines of ``room`` pixels; the third one ends in … where it is longer."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and metrics.horizontalAdvance(longer) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    if len(lines) <= _MOST_LINES:
        return lines
    rest = " ".join(lines[_MOST_LINES - 1 :])
    last = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)
    return [*lines[: _MOST_LINES - 1], last]


def _paint_row(painter: QPainter, row: QRectF, bar: Bar, sheet: Sheet) -> None:
    scale = sheet.scale
    painter.setPen(QPen(QColor(tokens.GRIDLINE), scale))
    painter.drawLine(row.bottomLeft(), row.bottomRight())
    label = row.width() * _LABEL
    metrics = QFontMetricsF(sheet.font())
    painter.setFont(sheet.font())
    painter.setPen(sheet.ink(tokens.TEXT))
    lines = wrapped(bar.label, metrics, label - _GAP * scale)
    y = row.center().y() - len(lines) * metrics.height() / 2
    for line in lines:
        painter.drawText(QPointF(row.left(), y + metrics.ascent()), line)
        y += metrics.height()
    middle = row.center().y()
    lane = QRectF(row.left() + label, middle - _BAR * scale / 2, row.width() * _BARS, _BAR * scale)
    _paint_lane(painter, lane, bar, sheet)
    left = lane.right() + _GAP * scale
    _paint_words(painter, QRectF(left, row.top(), row.right() - left, row.height()), bar, sheet)


def _paint_lane(painter: QPainter, lane: QRectF, bar: Bar, sheet: Sheet) -> None:
    scale = sheet.scale
    known = bar.value is not None
    ground = Qt.PenStyle.SolidLine if known else Qt.PenStyle.DashLine
    painter.setPen(QPen(sheet.ink(tokens.FROZEN_EDGE), scale, ground))
    painter.setBrush(QColor("#FFFFFF") if sheet.mono else QColor(tokens.METER_GROUND))
    painter.drawRect(lane)
    if bar.value is not None and bar.value > 0:
        colour, pattern = _FILLS[bar.state]
        part = QRectF(lane.left(), lane.top(), lane.width() * float(bar.value), lane.height())
        _fill(painter, part, sheet.ink(colour), pattern, scale)
    if bar.wanted is not None:
        x = lane.left() + lane.width() * float(bar.wanted)
        over = _TICK_OVER * scale
        painter.fillRect(
            QRectF(x - scale, lane.top() - over, 2 * scale, lane.height() + 2 * over),
            sheet.ink(tokens.TEXT),
        )
        _paint_side(painter, QPointF(x, lane.top() - over), sheet, at_most=bar.at_most)


def _fill(
    painter: QPainter, part: QRectF, colour: QColor, pattern: Qt.BrushStyle, scale: float
) -> None:
    """Fill a bar; patterns are lines we draw ourselves, as printers have patterns of their own."""
    painter.setPen(QPen(colour, scale))
    if pattern == Qt.BrushStyle.SolidPattern:
        painter.setBrush(QBrush(colour))
        painter.drawRect(part)
        return
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawRect(part)
    painter.save()
    painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
    step = 5 * scale
    reach = part.height()
    count = int((part.width() + reach) / step) + 2
    for place in range(count):
        x = part.left() - reach + place * step
        if pattern != Qt.BrushStyle.Dense4Pattern:
            painter.drawLine(QPointF(x, part.bottom()), QPointF(x + reach, part.top()))
        if pattern == Qt.BrushStyle.DiagCrossPattern:
            painter.drawLine(QPointF(x, part.top()), QPointF(x + reach, part.bottom()))
        if pattern == Qt.BrushStyle.Dense4Pattern:
            painter.drawLine(QPointF(x, part.top()), QPointF(x, part.bottom()))
    painter.restore()


def _paint_side(painter: QPainter, tip: QPointF, sheet: Sheet, *, at_most: bool) -> None:
    """Paint a small flag on the tick that points to the good side: left of it for "at most"."""
    scale = sheet.scale
    way = -5 * scale if at_most else 5 * scale
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(sheet.ink(tokens.TEXT))
    flag = (tip, QPointF(tip.x() + way, tip.y() + 2 * scale), QPointF(tip.x(), tip.y() + 4 * scale))
    painter.drawPolygon(QPolygonF(list(flag)))


def _paint_words(painter: QPainter, area: QRectF, bar: Bar, sheet: Sheet) -> None:
    """Write figure and goal above, the state with its shape below."""
    scale = sheet.scale
    strong, plain = sheet.font(strong=True), sheet.font()
    line = QFontMetricsF(plain).height()
    first = QRectF(area.left(), area.center().y() - line, area.width(), line)
    painter.setPen(sheet.ink(tokens.TEXT))
    painter.setFont(strong)
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(first, middle, bar.value_words or "—")
    used = QFontMetricsF(strong).horizontalAdvance(bar.value_words or "—") + 6 * scale
    painter.setFont(plain)
    painter.setPen(sheet.ink(tokens.TEXT_2))
    rest = first.adjusted(used, 0, 0, 0)
    words = QFontMetricsF(plain).elidedText(
        bar.wanted_words, Qt.TextElideMode.ElideRight, max(rest.width(), 0)
    )
    painter.drawText(rest, middle, words)
    look = state_look(bar.state)
    icon = _ICON * scale
    below = first.translated(0, line)
    spot = QRectF(below.left(), below.center().y() - icon / 2, icon, icon)
    icons.draw(painter, spot, look.icon, _INK if sheet.mono else look.colour)
    painter.setPen(sheet.ink(look.colour))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawText(below.adjusted(icon + 4 * scale, 0, 0, 0), middle, bar.state_words)


class TargetChart(QWidget):
    """The bars on the screen: as high as they need, spoken as one text."""

    def __init__(self, chart: BarChart | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("targets.chart")
        self._chart = chart or BarChart(title="", bars=())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_chart(self._chart)

    def set_chart(self, chart: BarChart) -> None:
        """Show other bars."""
        self._chart = chart
        self.setAccessibleName(chart.spoken)
        self._measure()
        self.update()

    def _sheet(self) -> Sheet:
        return Sheet(width=max(self.width() - 2 * _PAD, 120.0), letter=theme.em(130) / 10)

    def _measure(self) -> None:
        self.setMinimumHeight(round(chart_height(self._chart, self._sheet()) + 2 * _PAD))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(560, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_bars(painter, QPointF(_PAD, _PAD), self._chart.bars, self._sheet())
        if self.hasFocus():
            strokes.frame(painter, self.rect(), tokens.FOCUS, 2, None)
