"""Strokes that the style and the delegates share: frames, ticks, labels of buttons."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionButton

from thiduaqt.ui import icons, tokens

MENU_ROOM = 22
"""Width of the ▾ of a button with a menu, with its gap."""


def has(option: QStyleOption, flag: QStyle.StateFlag) -> bool:
    """Tell whether ``option`` carries ``flag``."""
    return bool(option.state & flag)


def frame(painter: QPainter, rect: QRect, line: str, width: int, fill: str | None) -> None:
    """Draw one rounded control frame, its line wholly inside ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = width / 2
    painter.setPen(QPen(QColor(line), width))
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    inner = QRectF(rect).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inner, tokens.RADIUS - half / 2, tokens.RADIUS - half / 2)
    painter.restore()


def draw_button_label(
    option: QStyleOptionButton, painter: QPainter, colour: str, *, left: bool, strong: bool
) -> None:
    """Draw icon, text and ▾ of a button, together in the middle or at the left."""
    painter.save()
    font = painter.font()
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
    metrics = painter.fontMetrics()
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic)
    width = metrics.size(int(Qt.TextFlag.TextShowMnemonic), option.text).width()
    side = 0 if option.icon.isNull() else tokens.ICON
    gap = tokens.GAP - 1 if side and option.text else 0
    has_menu = bool(option.features & QStyleOptionButton.ButtonFeature.HasMenu)
    whole = side + gap + width + (MENU_ROOM if has_menu else 0)
    start = 10 if left else max(1, (option.rect.width() - whole) // 2)
    middle = option.rect.center().y() - tokens.ICON // 2 + 1
    if side:
        mode = QIcon.Mode.Normal
        if not has(option, QStyle.StateFlag.State_Enabled):
            mode = QIcon.Mode.Disabled
        spot = QRect(start, middle, side, side)
        option.icon.paint(painter, spot, Qt.AlignmentFlag.AlignCenter, mode)
    painter.setPen(QColor(colour))
    painter.drawText(
        QRect(start + side + gap, 0, width + 2, option.rect.height()), flags, option.text
    )
    if has_menu:
        icons.paint(painter, QRect(start + whole - 14, middle + 1, 14, 14), "chevron-down", colour)
    painter.restore()


def ends(rect: QRectF, *, left: bool, right: bool) -> QPainterPath:
    """Return a rectangle rounded at the left or right end only."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    radius = float(tokens.RADIUS)
    path.addRoundedRect(rect, radius, radius)
    if not left:
        path.addRect(QRectF(rect.left(), rect.top(), radius * 2, rect.height()))
    if not right:
        path.addRect(QRectF(rect.right() - radius * 2, rect.top(), radius * 2, rect.height()))
    return path.simplified()


def underline(option: QStyleOptionButton, painter: QPainter, colour: str, *, focused: bool) -> None:
    """Underline the text of a link; a ring when it has the focus."""
    metrics = option.fontMetrics
    width = metrics.horizontalAdvance(option.text.replace("&", ""))
    rect = option.rect
    left = rect.center().x() - width / 2
    if not option.icon.isNull():
        left += (tokens.ICON + tokens.GAP - 1) / 2
    bottom = rect.center().y() + metrics.ascent() / 2 + 3.0
    painter.save()
    painter.setPen(QPen(QColor(colour), 1))
    painter.drawLine(QPointF(left, bottom), QPointF(left + width, bottom))
    painter.restore()
    if focused:
        frame(painter, rect, tokens.FOCUS, 2, None)


def draw_tick(painter: QPainter, option: QStyleOption) -> None:
    """Draw the box of a check box: filled blue with a white tick when checked."""
    side = min(option.rect.width(), option.rect.height())
    rect = QRect(0, 0, side, side)
    rect.moveCenter(option.rect.center())
    draw_check_box(
        painter,
        rect,
        checked=has(option, QStyle.StateFlag.State_On),
        enabled=has(option, QStyle.StateFlag.State_Enabled),
        partly=has(option, QStyle.StateFlag.State_NoChange),
    )


def draw_check_box(
    painter: QPainter, rect: QRect, *, checked: bool, enabled: bool = True, partly: bool = False
) -> None:
    """Draw a check box into ``rect``; delegates use it too."""
    if not (checked or partly):
        line = tokens.BORDER_INPUT if enabled else tokens.BORDER
        frame(painter, rect, line, 1, tokens.SURFACE if enabled else tokens.HEADER)
        return
    fill = tokens.PRIMARY if enabled else tokens.FROZEN_EDGE
    frame(painter, rect, fill, 1, fill)
    if partly:
        painter.fillRect(
            rect.adjusted(4, rect.height() // 2 - 1, -4, -rect.height() // 2 + 1), "white"
        )
        return
    icons.paint(painter, rect.adjusted(1, 1, -1, -1), "check", tokens.SURFACE)


def draw_radio(painter: QPainter, option: QStyleOption) -> None:
    """Draw the circle of a radio button."""
    enabled = has(option, QStyle.StateFlag.State_Enabled)
    on = has(option, QStyle.StateFlag.State_On)
    rect = QRectF(option.rect)
    side = min(rect.width(), rect.height()) - 1
    circle = QRectF(0, 0, side, side)
    circle.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = tokens.PRIMARY if on else tokens.BORDER_INPUT
    painter.setPen(QPen(QColor(colour if enabled else tokens.FROZEN_EDGE), 1))
    painter.setBrush(QColor(colour if on and enabled else tokens.SURFACE))
    painter.drawEllipse(circle)
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.SURFACE if enabled else tokens.FROZEN_EDGE))
        painter.drawEllipse(circle.adjusted(side * 0.3, side * 0.3, -side * 0.3, -side * 0.3))
    painter.restore()
