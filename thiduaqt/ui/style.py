"""What a style sheet cannot say: flat buttons and combo boxes, ticks, focus rings."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
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
from thiduaqt.ui.strokes import (
    MENU_ROOM,
    draw_button_label,
    draw_radio,
    draw_tick,
    ends,
    frame,
    has,
    underline,
)

_COMBO_SIDES = 33  # what the text of a drop list has to leave free for frame and arrow
_FLAT_KINDS = ("flat", "link", "fold", "toast-link")
_LINKS = {"link": (tokens.PRIMARY, tokens.PRIMARY_HOVER), "toast-link": ("#BBD6F2", "#FFFFFF")}
_METRICS = {
    QStyle.PixelMetric.PM_FocusFrameHMargin: 4,
    QStyle.PixelMetric.PM_FocusFrameVMargin: 4,
    QStyle.PixelMetric.PM_IndicatorWidth: tokens.ICON,
    QStyle.PixelMetric.PM_IndicatorHeight: tokens.ICON,
    QStyle.PixelMetric.PM_ExclusiveIndicatorWidth: tokens.ICON,
    QStyle.PixelMetric.PM_ExclusiveIndicatorHeight: tokens.ICON,
    QStyle.PixelMetric.PM_SplitterWidth: tokens.GAP,
}


def _focused(option: QStyleOption) -> bool:
    return has(option, QStyle.StateFlag.State_HasFocus)


def button_colours(kind: str, option: QStyleOption) -> tuple[str | None, str | None, str]:
    """Return (fill, line, text) of a push button of ``kind`` in the state of ``option``."""
    enabled = has(option, QStyle.StateFlag.State_Enabled)
    over = enabled and has(option, QStyle.StateFlag.State_MouseOver)
    down = enabled and has(option, QStyle.StateFlag.State_Sunken)
    checked = has(option, QStyle.StateFlag.State_On)
    if not enabled:
        return (None if kind in _FLAT_KINDS else tokens.HEADER), _line(kind), tokens.TEXT_MUTED
    if kind == "primary":
        fill = tokens.PRIMARY_HOVER if over or down else tokens.PRIMARY
        return fill, fill, tokens.SURFACE
    ground = tokens.SELECTION if down or checked else tokens.HOVER if over else None
    if kind in _LINKS:
        return None, None, _LINKS[kind][over]
    if kind == "fold":
        return (tokens.HOVER if over or down else None), None, tokens.TEXT
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
        enabled = has(option, QStyle.StateFlag.State_Enabled)
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
            if isinstance(option, QStyleOptionComboBox):
                room = option.rect.width() - _COMBO_SIDES
                option.currentText = option.fontMetrics.elidedText(
                    option.currentText, Qt.TextElideMode.ElideRight, room
                )
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
        checked = has(option, QStyle.StateFlag.State_On)
        rect = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = ends(rect, left=kind == "joined-first", right=kind == "joined-last")
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
        _fill, _line_colour, colour = button_colours(kind, option)
        strong = kind == "primary" or has(option, QStyle.StateFlag.State_On)
        draw_button_label(option, painter, colour, left=kind == "fold", strong=strong)
        if kind in _LINKS:
            underline(option, painter, colour, focused=_focused(option))

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
            draw_radio(painter, option)
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
            return _button_size(option, _kind(widget))
        made = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        if kind in (QStyle.ContentsType.CT_CheckBox, QStyle.ContentsType.CT_RadioButton):
            made.setHeight(max(tokens.TARGET, made.height()))
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


def _button_size(option: QStyleOption, kind: str) -> QSize:
    if not isinstance(option, QStyleOptionButton):
        return QSize()
    side = {"link": 3, "toast-link": 3, "flat": 8, "fold": 10}.get(kind, 14)
    if kind.startswith("joined"):
        side = 12
    font = QFont(QApplication.font())
    font.setWeight(QFont.Weight.DemiBold)  # room for the strong form, so that nothing moves
    metrics = option.fontMetrics if kind in _FLAT_KINDS else QFontMetrics(font)
    width = metrics.size(int(Qt.TextFlag.TextShowMnemonic), option.text).width() + 2 * side
    if not option.icon.isNull():
        width += tokens.ICON + (tokens.GAP - 1 if option.text else -4)
    if option.features & QStyleOptionButton.ButtonFeature.HasMenu:
        width += MENU_ROOM
    height = tokens.CONTROL_SMALL if kind in _LINKS else tokens.CONTROL
    return QSize(width, max(height, metrics.height() + 10))


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
