"""Texts with a meaning: badges, source tags, chips, headings and rules."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.states import look_of

SourceKind = Literal["law", "plan", "hint"]


def title(text: str) -> QLabel:
    """Return the title of a screen (13 pt, strong)."""
    label = QLabel(text)
    label.setFont(theme.text_font(tokens.TITLE_PT, strong=True))
    return label


def section(text: str) -> QLabel:
    """Return the heading of a section (11 pt, strong)."""
    label = QLabel(text)
    label.setFont(theme.text_font(tokens.SECTION_PT, strong=True))
    return label


def strong(text: str) -> QLabel:
    """Return body text in strong type."""
    label = QLabel(text)
    label.setFont(theme.text_font(tokens.BODY_PT, strong=True))
    return label


def text_label(text: str, role: str = "", *, wrap: bool = True) -> QLabel:
    """Return body text; ``role``: "" , second, muted, ok, warn, error, info."""
    label = QLabel(text)
    label.setWordWrap(wrap)
    if role:
        label.setProperty("role", role)
    return label


def meta(text: str, role: str = "second", *, wrap: bool = False) -> QLabel:
    """Return small print (9 pt)."""
    label = text_label(text, role, wrap=wrap)
    label.setFont(theme.text_font(tokens.META_PT))
    return label


class CutLabel(QLabel):
    """One line that is cut where there is no room; the tooltip then has the whole of it."""

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        whole = self.text()
        shown = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(whole if shown != whole else "")
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect(), middle, shown)


def rule() -> QFrame:
    """Return a horizontal line of one pixel."""
    line = QFrame()
    line.setProperty("kind", "rule")
    line.setFixedHeight(1)
    return line


class _Pill(QWidget):
    """A short painted text with an icon; its accessible name is the text."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._icon = ""
        self.setFont(theme.text_font(tokens.META_PT))
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Return the shown text."""
        return self._text

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        side = 8 + (18 if self._icon else 0)
        return QSize(
            metrics.horizontalAdvance(self._text) + side + 8, max(22, metrics.height() + 4)
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _paint_words(self, painter: QPainter, colour: str) -> None:
        left = 8
        if self._icon:
            spot = QRect(6, (self.height() - 14) // 2, 14, 14)
            icons.paint(painter, spot, self._icon, colour)
            left = 25
        painter.setPen(QColor(colour))
        area = self.rect().adjusted(left, 0, -4, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._text)


class Badge(_Pill):
    """A state with icon, word and ground: ``Badge("Thiếu 2 mục", "error")``."""

    def __init__(self, text: str, state: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFont(theme.text_font(tokens.META_PT, strong=True))
        self.set_state(text, state)

    def set_state(self, text: str, state: str = "") -> None:
        """Show another text and state."""
        look = look_of(state)
        self._text, self._icon = text, look.icon
        self._colour, self._ground = look.colour, look.ground
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._ground))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        self._paint_words(painter, self._colour)


_SOURCES = {
    "law": (tokens.PRIMARY, Qt.PenStyle.SolidLine),
    "plan": (tokens.TEXT_2, Qt.PenStyle.SolidLine),
    "hint": (tokens.BORDER_INPUT, Qt.PenStyle.DashLine),
}


class SourceTag(_Pill):
    """Where a rule comes from: Quy định (blue), Kế hoạch của xã (grey), Gợi ý (dashed)."""

    def __init__(self, kind: SourceKind, where: str = "", parent: QWidget | None = None) -> None:
        words = {
            "law": translate("SourceTag", "Quy định"),
            "plan": translate("SourceTag", "Kế hoạch của xã"),
            "hint": translate("SourceTag", "Gợi ý"),
        }
        super().__init__(f"{words[kind]}: {where}" if where else words[kind], parent)
        self._colour, self._pen = _SOURCES[kind]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._colour), 1, self._pen))
        painter.setBrush(QColor(tokens.SURFACE))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        self._paint_words(
            painter, self._colour if self._colour != tokens.BORDER_INPUT else tokens.TEXT_MUTED
        )


class Chip(QFrame):
    """An active filter that can be taken away; ``removed`` follows its ✕."""

    removed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "strip-info")
        self.setFixedHeight(28)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 2, 0)
        row.setSpacing(2)
        row.addWidget(QLabel(text))
        away = button("", self.removed.emit, kind="flat", icon="x", tooltip=f"✕ {text}")
        away.setAccessibleName(self.tr("Bỏ lọc {text}").format(text=text))
        away.setToolTip(away.accessibleName())
        away.setFixedSize(24, 24)
        row.addWidget(away)
