"""The cell that says what is wrong with a row and holds its answers as buttons."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from thiduaqt.ui import icons, strokes, theme, tokens
from thiduaqt.ui.screens.intake.rows import Answer, ListRow
from thiduaqt.ui.widgets.states import look_of

_HIGH = 26
_PAD = 10
_LOOKS = {"error": "error", "review": "warn"}


def spots(area: QRect, row: ListRow) -> list[tuple[QRect, Answer]]:
    """Return where each answer's button lies in ``area``, from left to right."""
    metrics = QFontMetrics(theme.text_font(tokens.META_PT))
    found: list[tuple[QRect, Answer]] = []
    right = area.right()
    for answer in reversed(row.answers):
        width = metrics.horizontalAdvance(answer.text) + 2 * _PAD
        top = area.center().y() - _HIGH // 2 + 1
        found.append((QRect(right - width, top, width, _HIGH), answer))
        right -= width + 5
    return found[::-1]


def answer_at(area: QRect, row: ListRow, place: QPoint) -> Answer | None:
    """Return the answer whose button is at ``place``."""
    return next((answer for spot, answer in spots(area, row) if spot.contains(place)), None)


def paint(painter: QPainter, area: QRect, row: ListRow) -> None:
    """Paint message and buttons of ``row`` into ``area``."""
    buttons = spots(area, row)
    left = area.left()
    look = look_of(_LOOKS.get(row.severity, ""))
    if look.icon and row.problem:
        spot = QRect(left, area.center().y() - 7, tokens.ICON, tokens.ICON)
        icons.paint(painter, spot, look.icon, look.colour)
        left += tokens.ICON + 7
    painter.setFont(theme.text_font(tokens.META_PT))
    for spot, answer in buttons:
        ground = tokens.SELECTION if answer.chosen else tokens.SURFACE
        line = tokens.PRIMARY if answer.chosen else tokens.BORDER_INPUT
        strokes.frame(painter, spot, line, 1, ground)
        painter.setPen(QColor(tokens.SELECTION_TEXT if answer.chosen else tokens.TEXT))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, answer.text)
    right = buttons[0][0].left() - 8 if buttons else area.right()
    words = QRect(left, area.top() + 1, max(0, right - left), area.height() - 2)
    muted = row.left_out or not row.severity
    painter.setPen(QColor(tokens.TEXT_MUTED if muted else tokens.TEXT))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(words, int(flags), _fitted(painter.fontMetrics(), words, row.problem))


def _fitted(metrics: QFontMetrics, area: QRect, text: str) -> str:
    """Return as much of ``text`` as two lines hold."""
    lines = max(1, area.height() // metrics.lineSpacing())
    wide = metrics.boundingRect(area, int(Qt.TextFlag.TextWordWrap), text)
    if wide.height() <= area.height() or area.width() < 20:
        return text
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() * lines - 24)
