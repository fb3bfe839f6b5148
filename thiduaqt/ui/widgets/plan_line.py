"""A movement on a scale of years: what is vague is drawn as wide as it is vague."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from thiduaqt.domain.plan_timeline import LANES, Lane, Mark, PlanLine, Time
from thiduaqt.domain.wording import short_date
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.i18n import translate

_AXIS = 20
_LANE = 23
_CAPTION = 84
_DOT = 12
_BAR = 14
_EDGE = 8
_QUARTERS_BELOW = 3  # years: a short movement gets quarters on its scale
_ROMAN = ("I", "II", "III", "IV")


class PlanTimeline(QWidget):
    """Lanes of phases, sprints, rounds and milestones over years, with today.

    ← and → move from mark to mark, Enter or a click sends ``opened(part, place)``.
    """

    opened = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plan.timeline")
        self._line: PlanLine | None = None
        self._today = date.min
        self._marked = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Đường thời gian của phong trào"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_line(self, line: PlanLine, today: date) -> None:
        """Show ``line``; the mark that was chosen stays chosen if it is still there."""
        key = self.marked_key()
        self._line, self._today = line, today
        keys = [mark.key for mark in line.marks]
        self._marked = keys.index(key) if key in keys else 0
        self._tell()
        self.updateGeometry()
        self.update()

    def marks(self) -> tuple[Mark, ...]:
        """Return what is drawn."""
        return self._line.marks if self._line is not None else ()

    def marked_key(self) -> str:
        """Return the key of the chosen mark, "" for none."""
        marks = self.marks()
        return marks[self._marked].key if self._marked < len(marks) else ""

    def _lanes(self) -> list[Lane]:
        used = {mark.lane for mark in self.marks()}
        return [lane for lane in LANES if lane in used] or ["milestone"]

    def sizeHint(self) -> QSize:
        return QSize(800, self._axis() + len(self._lanes()) * self._lane_height() + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    def _axis(self) -> int:
        return max(_AXIS, self.fontMetrics().height() + 6)

    def _lane_height(self) -> int:
        return max(_LANE, self.fontMetrics().height() + 6)

    def _left(self) -> int:
        return theme.em(_CAPTION)

    # -- places -------------------------------------------------------------------------------

    def _x(self, day: date) -> float:
        assert self._line is not None
        width = self.width() - self._left() - _EDGE
        return self._left() + self._line.place(day) * width

    def _top(self, lane: Lane) -> int:
        return self._axis() + self._lanes().index(lane) * self._lane_height()

    def _rect(self, mark: Mark, time: Time) -> QRectF:
        """Return the bar or the dot of one time of a mark."""
        middle = self._top(mark.lane) + self._lane_height() / 2
        left, right = self._x(time.first), self._x(time.last)
        if time.exact or (mark.lane in ("round", "milestone") and right - left < _DOT):
            spot = (left + right) / 2
            return QRectF(spot - _DOT / 2, middle - _DOT / 2, _DOT, _DOT)
        tall = self._lane_height() - 6 if mark.lane in ("phase", "sprint") else _BAR
        return QRectF(left, middle - tall / 2, max(right - left, 4), tall)

    # -- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._line is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.text_font(tokens.META_PT))
        self._paint_scale(painter, self._line)
        for lane in self._lanes():
            self._paint_lane(painter, lane)
        self._paint_today(painter)

    def _paint_scale(self, painter: QPainter, line: PlanLine) -> None:
        painter.setPen(QColor(tokens.TEXT_2))
        for start, end, text in scale(line.first.year, line.last.year):
            left, right = self._x(start), self._x(end)
            self._tick(painter, left)
            self._words(painter, QRectF(left + 3, 0, right - left - 4, self._axis()), text)
        if line.event:
            words = translate("PlanTimeline", "đến {event}").format(event=line.event)
            metrics = painter.fontMetrics()
            width = min(metrics.horizontalAdvance(words), self.width() // 3)
            area = QRectF(self.width() - width - 2, self.height() - metrics.height(), width, 20)
            painter.drawText(area, metrics.elidedText(words, Qt.TextElideMode.ElideRight, width))

    def _tick(self, painter: QPainter, x: float) -> None:
        painter.setPen(QPen(QColor(tokens.GRIDLINE), 1))
        painter.drawLine(round(x), 0, round(x), self.height())
        painter.setPen(QColor(tokens.TEXT_2))

    def _words(self, painter: QPainter, area: QRectF, text: str) -> None:
        if painter.fontMetrics().horizontalAdvance(text) <= area.width():
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_lane(self, painter: QPainter, lane: Lane) -> None:
        top = self._top(lane)
        painter.setPen(QPen(QColor(tokens.GRIDLINE), 1))
        painter.drawLine(0, top, self.width(), top)
        painter.setPen(QColor(tokens.TEXT_2))
        caption = QRectF(2, top, self._left() - 6, self._lane_height())
        painter.drawText(caption, Qt.AlignmentFlag.AlignVCenter, lane_title(lane))
        marks = [mark for mark in self.marks() if mark.lane == lane]
        starts = sorted(self._rect(mark, time).left() for mark in marks for time in mark.times)
        for mark in marks:
            for number, time in enumerate(mark.times):
                rect = self._rect(mark, time)
                self._paint_time(painter, mark, time, rect)
                if not number:
                    self._paint_title(painter, mark, rect, starts)
                    self._paint_focus(painter, mark, rect)

    def _paint_time(self, painter: QPainter, mark: Mark, time: Time, rect: QRectF) -> None:
        span = mark.lane in ("phase", "sprint")
        line = tokens.AMBER if mark.lane == "sprint" else tokens.PRIMARY
        pen = QPen(QColor(line), 1.4)
        if mark.suggested:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        vague = not time.exact
        ground = tokens.SELECTION if span or vague else tokens.PRIMARY
        if mark.recurring and not vague:
            ground = tokens.SURFACE
        if mark.lane == "sprint":
            ground = tokens.LOOK_BG
        painter.setBrush(QColor(ground))
        if rect.width() <= _DOT:
            painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
        else:
            painter.drawRoundedRect(rect, 4, 4)

    def _paint_title(
        self, painter: QPainter, mark: Mark, rect: QRectF, starts: list[float]
    ) -> None:
        inside = mark.lane in ("phase", "sprint")
        left = rect.left() + 6 if inside else rect.right() + 4
        after = [start for start in starts if start > rect.left() + 1]
        limit = rect.right() - 4 if inside else min([*after, self.width() - 2.0]) - 4
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(mark.title, Qt.TextElideMode.ElideRight, int(limit - left))
        if len(shown) < min(4, len(mark.title)):
            return
        painter.setPen(QColor(tokens.TEXT))
        area = QRectF(left, self._top(mark.lane), limit - left, self._lane_height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_focus(self, painter: QPainter, mark: Mark, rect: QRectF) -> None:
        if self.hasFocus() and mark.key == self.marked_key():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.FOCUS), 2))
            painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), 5, 5)

    def _paint_today(self, painter: QPainter) -> None:
        assert self._line is not None
        if not self._line.first <= self._today <= self._line.last:
            return
        spot = round(self._x(self._today))
        painter.setPen(QPen(QColor(tokens.TEXT), 1, Qt.PenStyle.DashLine))
        painter.drawLine(spot, self._axis() - 4, spot, self.height())
        font = QFont(theme.text_font(tokens.META_PT, strong=True))
        painter.setFont(font)
        words = translate("PlanTimeline", "Hôm nay {day}").format(day=short_date(self._today))
        width = QFontMetrics(font).horizontalAdvance(words) + 8
        left = min(max(spot - width / 2, self._left()), self.width() - width)
        area = QRectF(left, 1, width, self._axis() - 5)
        painter.setBrush(QColor(tokens.TEXT))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(area, 3, 3)
        painter.setPen(QColor(tokens.SURFACE))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)

    # -- mouse and keys -----------------------------------------------------------------------

    def _mark_at(self, x: float, y: float) -> int:
        for number, mark in enumerate(self.marks()):
            for time in mark.times:
                if self._rect(mark, time).adjusted(-4, -5, 4, 5).contains(x, y):
                    return number
        return -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._mark_at(event.position().x(), event.position().y())
        if number >= 0:
            self._marked = number
            self._tell()
            self.update()
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(self.marks())
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and count:
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self._marked = min(max(0, self._marked + step), count - 1)
            self._tell()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and count:
            self._open()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        mark = self.marks()[self._marked]
        self.opened.emit(mark.part, mark.place)

    def _tell(self) -> None:
        marks = self.marks()
        if marks:
            self.setAccessibleDescription(mark_words(marks[self._marked]))

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            number = self._mark_at(event.x(), event.y())
            text = mark_words(self.marks()[number]) if number >= 0 else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)  # type: ignore[arg-type]


def scale(first: int, last: int) -> list[tuple[date, date, str]]:
    """Return the parts of the scale of years: years, quarters of few years, months of one."""
    years = range(first, last + 1)
    if len(years) == 1:
        month = translate("PlanTimeline", "tháng {n}")
        return [(date(first, n, 1), date(first, n, 28), month.format(n=n)) for n in range(1, 13)]
    if len(years) < _QUARTERS_BELOW:
        quarter = translate("PlanTimeline", "Quý {n}/{year}")
        return [
            (
                date(year, 3 * n + 1, 1),
                date(year, 3 * n + 3, 28),
                quarter.format(n=_ROMAN[n], year=year),
            )
            for year in years
            for n in range(4)
        ]
    return [(date(year, 1, 1), date(year, 12, 31), str(year)) for year in years]


def lane_title(lane: Lane) -> str:
    """Return what a lane is called."""
    words: dict[Lane, str] = {
        "phase": translate("PlanTimeline", "Giai đoạn"),
        "sprint": translate("PlanTimeline", "Cao điểm"),
        "round": translate("PlanTimeline", "Dịp khen"),
        "milestone": translate("PlanTimeline", "Mốc"),
    }
    return words[lane]


def mark_words(mark: Mark) -> str:
    """Return a mark as one sentence for tooltip and screen reader."""
    words = f"{lane_title(mark.lane)}: {mark.title}, {mark.when}"
    if mark.open_end:
        words += translate("PlanTimeline", ", chưa rõ lúc kết thúc")
    return words + (translate("PlanTimeline", " (gợi ý)") if mark.suggested else "")
