"""Bars that compare a number with its limit; readable without colour.

The painting functions take a painter and a rectangle, so screen, PDF and print share them.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from thiduaqt.ui import icons, strokes, theme, tokens
from thiduaqt.ui.i18n import translate

_BAR = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """How many of one kind: ``limit`` None means that the plan gives no number.

    While proposals come in, ``eligible`` is the solid part and ``proposed`` the pale one; once the
    Council has chosen, ``chosen`` alone is shown and may exceed the limit. ``told`` are the words
    for the limit where "tối đa n" does not say it all, ``excess`` by how many single parts of the
    number (one for each block) are exceeded.
    """

    label: str
    limit: int | None
    proposed: int = 0
    eligible: int = 0
    chosen: int | None = None
    told: str = ""
    excess: int = 0

    @property
    def over(self) -> int:
        """How many are chosen above the limit."""
        if self.excess and self.chosen is not None:
            return self.excess
        if self.limit is None or self.chosen is None:
            return 0
        return max(0, self.chosen - self.limit)

    def numbers(self) -> tuple[str, str]:
        """Return the words at the right of the bar: counts with their stage, and the limit."""
        if self.chosen is not None:
            counts = translate("Quota", "{count} chọn").format(count=self.chosen)
        else:
            counts = translate("Quota", "{proposed} đề nghị · {eligible} đủ điều kiện").format(
                proposed=self.proposed, eligible=self.eligible
            )
        if self.told:
            return counts, self.told
        if self.limit is None:
            return counts, translate("Quota", "kế hoạch không nêu số lượng")
        return counts, translate("Quota", "tối đa {count}").format(count=self.limit)

    def counts_short(self) -> str:
        """Return the counts for where there is little room."""
        if self.chosen is not None:
            return self.numbers()[0]
        return translate("Quota", "{proposed} đề nghị · {eligible} đủ").format(
            proposed=self.proposed, eligible=self.eligible
        )

    def sentence(self) -> str:
        """Return the line below the bar, "" where there is nothing to say."""
        if self.over:
            words = translate("Quota", "Vượt {count}. Bỏ bớt, hoặc ghi lý do vượt.")
            return words.format(count=self.over)
        if self.limit is not None and self.chosen is not None and self.chosen < self.limit:
            return translate("Quota", "Còn {count}").format(count=self.limit - self.chosen)
        return ""


def paint_quota(painter: QPainter, area: QRect, quota: Quota, *, mono: bool = False) -> None:
    """Paint the bar of ``quota`` into ``area`` (its height is the bar's plus room for the tick)."""
    dark = "#333333" if mono else tokens.PRIMARY
    bar = QRectF(area.left(), area.center().y() - _BAR / 2 + 1, area.width(), _BAR)
    whole = max(quota.limit or 0, quota.proposed, quota.eligible, quota.chosen or 0, 1)
    if quota.limit is None:
        whole = round(whole * 1.6) + 1  # an open end: the bar never looks full
    unit = bar.width() / whole
    painter.save()
    solid = quota.chosen if quota.chosen is not None else quota.eligible
    kept = (
        min(solid, quota.limit) if quota.limit is not None and quota.chosen is not None else solid
    )
    ground_pen = Qt.PenStyle.DashLine if quota.limit is None else Qt.PenStyle.SolidLine
    painter.setPen(QPen(QColor(tokens.BORDER_INPUT if mono else tokens.FROZEN_EDGE), 1, ground_pen))
    painter.setBrush(QColor(tokens.SURFACE if quota.limit is None else tokens.METER_GROUND))
    painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
    if quota.chosen is None and quota.proposed:
        pale = QRectF(bar.left(), bar.top(), unit * quota.proposed, bar.height())
        painter.setPen(QPen(QColor(dark if mono else tokens.METER_EXTRA_LINE), 1))
        fill = (
            QBrush(QColor(dark), Qt.BrushStyle.BDiagPattern)
            if mono
            else QBrush(QColor(tokens.METER_EXTRA))
        )
        painter.setBrush(fill)
        painter.drawRect(pale.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.fillRect(QRectF(bar.left(), bar.top(), unit * kept, bar.height()), QColor(dark))
    if quota.over:
        _paint_over(painter, bar, unit, quota, mono=mono)
    if quota.limit is not None:
        tick = bar.left() + unit * quota.limit
        painter.fillRect(
            QRectF(min(tick, bar.right() - 1) - 1, bar.top() - 4, 2, 18), QColor(tokens.TEXT)
        )
    painter.restore()


def _paint_over(painter: QPainter, bar: QRectF, unit: float, quota: Quota, *, mono: bool) -> None:
    colour = QColor("#333333" if mono else tokens.ERROR)
    part = QRectF(
        bar.left() + unit * (quota.limit or 0), bar.top(), unit * quota.over, bar.height()
    )
    painter.fillRect(part, QColor(tokens.SURFACE))
    painter.fillRect(part, QBrush(colour, Qt.BrushStyle.BDiagPattern))
    painter.setPen(QPen(colour, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(part.adjusted(0.5, 0.5, -0.5, -0.5))


class QuotaMeter(QWidget):
    """Label, counts with their stage, bar with the limit as a tick. Never one bare number."""

    def __init__(self, quota: Quota | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quota")
        self._quota = quota or Quota(label="", limit=None)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_quota(self._quota)

    def set_quota(self, quota: Quota) -> None:
        """Show other numbers."""
        self._quota = quota
        counts, limit = quota.numbers()
        parts = (quota.label, counts, limit, quota.sentence())
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height() + 4
        return QSize(220, line + 22 + (line if self._below() else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, self.sizeHint().height())

    def _below(self) -> str:
        """Return the line below the bar; long words for the limit have no room above it."""
        limit = "" if self._limit_above() else _opened(self._quota.numbers()[1])
        return self._quota.sentence() or limit

    def _limit_above(self) -> bool:
        """Tell whether the limit stands at the end of the line above the bar."""
        quota = self._quota
        return quota.limit is not None and (not quota.told or bool(quota.sentence()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        quota = self._quota
        line = self.fontMetrics().height() + 4
        strong = theme.text_font(tokens.BODY_PT, strong=True)
        small = theme.text_font(tokens.META_PT)
        small_strong = theme.text_font(tokens.META_PT, strong=True)
        head = QRect(0, 0, self.width(), line)
        counts, limit = quota.numbers()
        above = self._limit_above()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        room = self.width() - QFontMetrics(small).horizontalAdvance(quota.counts_short()) - 6
        if above:
            room -= QFontMetrics(small_strong).horizontalAdvance(f" · {limit}")
        names = QFontMetrics(strong)
        label = names.elidedText(quota.label, Qt.TextElideMode.ElideRight, max(room, line * 4))
        painter.setFont(strong)
        painter.setPen(QColor(tokens.TEXT))
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, label)
        if above:
            painter.setFont(small_strong)
            painter.drawText(head, right, limit)
            head.setRight(head.right() - painter.fontMetrics().horizontalAdvance(limit))
            counts = f"{counts} · "
        painter.setFont(small)
        painter.setPen(QColor(tokens.TEXT_2))
        head.setLeft(names.horizontalAdvance(label) + 6)
        metrics = painter.fontMetrics()
        if metrics.horizontalAdvance(counts) > head.width():
            counts = quota.counts_short() + (" · " if above else "")
        shown = metrics.elidedText(counts, Qt.TextElideMode.ElideRight, head.width())
        painter.drawText(head, right, shown)
        paint_quota(painter, QRect(0, line, self.width(), 20), quota)
        if self._below():
            self._paint_sentence(painter, line, small)
        if self.hasFocus():
            strokes.frame(painter, self.rect(), tokens.FOCUS, 2, None)

    def _paint_sentence(self, painter: QPainter, line: int, font: object) -> None:
        colour = tokens.ERROR if self._quota.over else tokens.TEXT_2
        left = 0
        if self._quota.over:
            icons.paint(painter, QRect(0, line + 22, 14, 14), "circle-x", colour)
            left = 18
        painter.setPen(QColor(colour))
        area = QRect(left, line + 20, self.width() - left, line)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._below())


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]


def paint_ratio(
    painter: QPainter, area: QRect, value: float, threshold: float | None, *, passed: bool = True
) -> None:
    """Paint a bar of ``value`` (0 to 1) with ``threshold`` as a tick, 8 pixels high."""
    bar = QRect(area.left(), area.center().y() - 3, area.width(), 8)
    painter.fillRect(bar, QColor(tokens.METER_GROUND))
    painter.setPen(QColor(tokens.GRIDLINE))
    painter.drawRect(bar.adjusted(0, 0, -1, -1))
    done = QRect(bar.left(), bar.top(), round(bar.width() * min(max(value, 0), 1)), 8)
    painter.fillRect(done, QColor(tokens.PRIMARY if passed else tokens.TEXT_MUTED))
    if threshold is not None:
        tick = bar.left() + round(bar.width() * threshold)
        painter.fillRect(QRect(tick - 1, bar.top() - 3, 2, 14), QColor(tokens.TEXT))


class RatioBar(QWidget):
    """A ratio with its target, as for a figure of the plan: amber while it is missed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = 0.0
        self._target: float | None = None
        self._colour = tokens.PRIMARY
        self.setFixedHeight(18)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_ratio(
        self, value: float, target: float | None, sentence: str, *, missed: bool | None = None
    ) -> None:
        """Show ``value`` against ``target`` (0 to 1); ``sentence`` is what a reader says.

        ``missed`` None: it is missed below ``target``, which an upper bound is not.
        """
        if missed is None:
            missed = target is not None and value < target
        self._value, self._target = value, target
        self._colour = tokens.AMBER if missed else tokens.PRIMARY
        self.setAccessibleName(sentence)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = self.rect().adjusted(2, 0, -2, 0)
        paint_ratio(painter, area, self._value, self._target)
        done = QRect(
            area.left(), area.center().y() - 3, round(area.width() * min(self._value, 1)), 8
        )
        painter.fillRect(done, QColor(self._colour))
        if self._target is not None:
            tick = area.left() + round(area.width() * self._target)
            painter.fillRect(QRect(tick - 1, area.center().y() - 6, 2, 14), QColor(tokens.TEXT))
        if self.hasFocus():
            strokes.frame(painter, self.rect(), tokens.FOCUS, 2, None)
