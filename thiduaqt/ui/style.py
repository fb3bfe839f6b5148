"""What a style sheet cannot say: flat buttons and combo boxes, ticks, focus rings."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QWidget,
)

from thiduaqt.ui import icons, tokens

_FLAT_KINDS = ("flat", "link")
_METRICS = {
    QStyle.PixelMetric.PM_FocusFrameHMargin: 4,
    QStyle.PixelMetric.PM_FocusFrameVMargin: 4,
    QStyle.PixelMetric.PM_IndicatorWidth: tokens.ICON,
    QStyle.PixelMetric.PM_IndicatorHeight: tokens.ICON,
    QStyle.PixelMetric.PM_ExclusiveIndicatorWidth: tokens.ICON,
    QStyle.PixelMetric.PM_ExclusiveIndicatorHeight: tokens.ICON,
    QStyle.PixelMetric.PM_SplitterWidth: tokens.GAP,
}


def _on(option: QStyleOption, flag: QStyle.StateFlag) -> bool:
    return bool(option.state & flag)


def _focused(option: QStyleOption) -> bool:
    return _on(option, QStyle.StateFlag.State_HasFocus)


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


def button_colours(kind: str, option: QStyleOption) -> tuple[str | None, str | None, str]:
    """Return (fill, line, text) of a push button of ``kind`` in the state of ``option``."""
    enabled = _on(option, QStyle.StateFlag.State_Enabled)
    over = enabled and _on(option, QStyle.StateFlag.State_MouseOver)
    down = enabled and _on(option, QStyle.StateFlag.State_Sunken)
    checked = _on(option, QStyle.StateFlag.State_On)
    if not enabled:
        return (None if kind in _FLAT_KINDS else tokens.HEADER), _line(kind), tokens.TEXT_MUTED
    if kind == "primary":
        fill = tokens.PRIMARY_HOVER if over or down else tokens.PRIMARY
        return fill, fill, tokens.SURFACE
    ground = tokens.SELECTION if down or checked else tokens.HOVER if over else None
    if kind == "link":
        return None, None, tokens.PRIMARY_HOVER if over else tokens.PRIMARY
    if kind == "flat":
        return ground, None, tokens.TEXT
    if kind == "danger":
        return ground or tokens.SURFACE, tokens.ERROR, tokens.ERROR
    line = tokens.PRIMARY if checked else tokens.BORDER_INPUT
    return ground or tokens.SURFACE, line, tokens.SELECTION_TEXT if checked else tokens.TEXT


def _line(kind: str) -> str | None:
    return None if kind in _FLAT_KINDS else tokens.BORDER


def _kind(widget: QWidget | None) -> str:
    return str(widget.property("kind") or "") if widget is not None else ""


class FlatStyle(QProxyStyle):
    """Fusion with flat controls."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == QStyle.ComplexControl.CC_ComboBox and isinstance(
            option, QStyleOptionComboBox
        ):
            self._draw_combo(option, painter, widget)
            return
        super().drawComplexControl(control, option, painter, widget)

    def _draw_combo(
        self, option: QStyleOptionComboBox, painter: QPainter, widget: QWidget | None
    ) -> None:
        enabled = _on(option, QStyle.StateFlag.State_Enabled)
        state = str(widget.property("state") or "") if widget else ""
        line = tokens.BORDER_INPUT if enabled else tokens.BORDER
        if state == "error":
            line = tokens.ERROR
        inside = widget is not None and widget.isAncestorOf(
            QApplication.focusWidget() or widget.window()
        )
        focused = _focused(option) or inside
        if not (widget is not None and widget.property("bare")):
            frame(
                painter,
                option.rect,
                tokens.FOCUS if focused else line,
                2 if focused else 1,
                tokens.SURFACE if enabled else tokens.HEADER,
            )
        side = tokens.ICON
        right = option.rect.right() - side - 6
        spot = QRect(right, option.rect.center().y() - side // 2 + 1, side, side)
        colour = tokens.TEXT_2 if enabled else tokens.FROZEN_EDGE
        icons.paint(painter, spot, "chevron-down", colour)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if control == QStyle.ComplexControl.CC_ComboBox:
            if part == QStyle.SubControl.SC_ComboBoxEditField:
                return option.rect.adjusted(7, 2, -26, -2)
            if part == QStyle.SubControl.SC_ComboBoxArrow:
                return QRect(option.rect.right() - 25, option.rect.top(), 26, option.rect.height())
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.ControlElement.CE_PushButtonBevel and isinstance(
            option, QStyleOptionButton
        ):
            self._draw_button(option, painter, widget)
        elif element == QStyle.ControlElement.CE_PushButtonLabel and isinstance(
            option, QStyleOptionButton
        ):
            self._draw_label(option, painter, widget)
        elif element == QStyle.ControlElement.CE_FocusFrame:
            frame(painter, option.rect, tokens.FOCUS, 2, None)
        else:
            super().drawControl(element, option, painter, widget)

    def _draw_button(
        self, option: QStyleOptionButton, painter: QPainter, widget: QWidget | None
    ) -> None:
        kind = _kind(widget)
        fill, line, _text = button_colours(kind, option)
        if kind in ("joined-first", "joined", "joined-last"):
            self._draw_joined(option, painter, kind)
            return
        focused = _focused(option) and kind != "primary"
        if focused:
            frame(painter, option.rect, tokens.FOCUS, 2, fill)
        elif line or fill:
            frame(painter, option.rect, line or fill or "", 1, fill)

    def _draw_joined(self, option: QStyleOptionButton, painter: QPainter, kind: str) -> None:
        """Draw one of a row of joined buttons: corners only at the outer ends of the row."""
        fill, line, _text = button_colours("", option)
        checked = _on(option, QStyle.StateFlag.State_On)
        rect = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = _ends(rect, left=kind == "joined-first", right=kind == "joined-last")
        painter.fillPath(path, QColor(fill or tokens.SURFACE))
        painter.setPen(QPen(QColor(line or tokens.BORDER_INPUT), 1))
        if kind == "joined-first" or checked:
            painter.drawPath(path)
        else:
            # The neighbour on the left has drawn the line between the two.
            painter.setClipRect(QRectF(option.rect).adjusted(1, 0, 0, 0))
            painter.drawPath(path)
        if _focused(option):
            painter.setClipping(False)
            painter.setPen(QPen(QColor(tokens.FOCUS), 2))
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1))
        painter.restore()

    def _draw_label(
        self, option: QStyleOptionButton, painter: QPainter, widget: QWidget | None
    ) -> None:
        kind = _kind(widget)
        _fill, _line_colour, text = button_colours(kind, option)
        coloured = QStyleOptionButton(option)
        tinted = QPalette(option.palette)
        tinted.setColor(QPalette.ColorRole.ButtonText, QColor(text))
        coloured.palette = tinted
        super().drawControl(QStyle.ControlElement.CE_PushButtonLabel, coloured, painter, widget)
        if kind == "link":
            _underline(option, painter, text, focused=_focused(option))

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element in (
            QStyle.PrimitiveElement.PE_IndicatorCheckBox,
            QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck,
        ):
            draw_tick(painter, option)
        elif element == QStyle.PrimitiveElement.PE_IndicatorRadioButton:
            _draw_radio(painter, option)
        elif element == QStyle.PrimitiveElement.PE_FrameFocusRect:
            if not isinstance(widget, QPushButton):
                frame(painter, option.rect, tokens.FOCUS, 2, None)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        if kind == QStyle.ContentsType.CT_PushButton:
            return _button_size(option, size, _kind(widget))
        made = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        if kind == QStyle.ContentsType.CT_ComboBox:
            made.setHeight(max(tokens.CONTROL, made.height()))
        return made

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in _METRICS:
            return _METRICS[metric]
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        data: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_DialogButtonLayout:
            return 0  # Windows order: the action, then Hủy
        if hint == QStyle.StyleHint.SH_ToolTip_WakeUpDelay:
            return 500
        if hint == QStyle.StyleHint.SH_ComboBox_Popup:
            return 0  # a list below the box, not a menu over it
        return super().styleHint(hint, option, widget, data)


def _button_size(option: QStyleOption, size: QSize, kind: str) -> QSize:
    side = {"link": 2, "flat": 8, "chip": 8}.get(kind, 14)
    text = getattr(option, "text", "")
    width = size.width() + 2 * side if text else tokens.CONTROL_SMALL
    height = tokens.CONTROL_SMALL if kind == "link" else tokens.CONTROL
    return QSize(width, max(height, option.fontMetrics.height() + 10))


def _ends(rect: QRectF, *, left: bool, right: bool) -> QPainterPath:
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


def _underline(
    option: QStyleOptionButton, painter: QPainter, colour: str, *, focused: bool
) -> None:
    metrics = option.fontMetrics
    width = metrics.horizontalAdvance(option.text.replace("&", ""))
    rect = option.rect
    left = rect.center().x() - width / 2
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
        checked=_on(option, QStyle.StateFlag.State_On),
        enabled=_on(option, QStyle.StateFlag.State_Enabled),
        partly=_on(option, QStyle.StateFlag.State_NoChange),
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


def _draw_radio(painter: QPainter, option: QStyleOption) -> None:
    enabled = _on(option, QStyle.StateFlag.State_Enabled)
    on = _on(option, QStyle.StateFlag.State_On)
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


class PrimaryFocus(QObject):
    """Puts a ring with a light gap around the filled button that has the focus.

    A blue ring on the blue fill would have a contrast of 1.4 only.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._frame: QFocusFrame | None = None
        app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._frame is not None:
            try:
                self._frame.setWidget(None)  # type: ignore[arg-type]
            except RuntimeError:  # went with the window it lay in
                self._frame = None
        if isinstance(now, QPushButton) and _kind(now) == "primary":
            if self._frame is None:
                self._frame = QFocusFrame()
            self._frame.setWidget(now)
