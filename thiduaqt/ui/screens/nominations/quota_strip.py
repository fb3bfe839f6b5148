"""Quota meters small enough for the foot of the screen; each names the stage it counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from thiduaqt.domain.quota import STAGE_WORDS, QuotaState
from thiduaqt.domain.source_words import source_words
from thiduaqt.ui import strokes, theme, tokens
from thiduaqt.ui.widgets.meters import Quota, paint_quota

_BAR, _BAR_NARROW = 56, 34
_GAP = 7
_OURS = "certificate_of_merit"


def meter_of(state: QuotaState) -> Quota:
    """Return what the painter of meters takes."""
    chosen = state.chosen or state.awarded
    return Quota(
        label=state.label,
        limit=state.limit,
        proposed=state.proposed,
        eligible=state.eligible,
        chosen=chosen or None,
        told=state.limit_words if not state.plain else "",
        excess=state.over(),
    )


class SmallMeter(QWidget):
    """Label, bar with the limit as a tick, counts with their stage."""

    def __init__(self, state: QuotaState, *, award: str = "", narrow: bool = False) -> None:
        super().__init__()
        self.setObjectName(".".join(("nominations.quota", *state.key.split("/"))))
        self.state = state
        label = f"{award}, {state.label[:1].lower()}{state.label[1:]}" if award else state.label
        self._label = label
        self._words = self.words(state, narrow=narrow)
        self._bar = theme.em(_BAR_NARROW if narrow else _BAR)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        quota = state.quota
        told = [state.spoken, *state.notes]
        if quota is not None:
            told += [quota.wording, source_words(quota.source) if quota.source.text else ""]
        self.setAccessibleName(f"{award}. {state.spoken}" if award else state.spoken)
        self.setToolTip("\n".join(part for part in told if part))

    @staticmethod
    def words(state: QuotaState, *, narrow: bool) -> str:
        """Return the counts; in a narrow window, and where nothing limits, the latest stage."""
        limit = state.limit_words if state.limit is not None else ""
        if limit and not narrow:
            return state.meter_words
        stage = state.reached
        counted = f"{state.count(stage)} {STAGE_WORDS[stage]}"
        return f"{counted}/{limit}" if limit else counted

    def _fonts(self) -> tuple[QFont, QFont]:
        return theme.text_font(tokens.META_PT, strong=True), theme.text_font(tokens.META_PT)

    def sizeHint(self) -> QSize:
        strong, small = self._fonts()
        width = QFontMetrics(strong).horizontalAdvance(self._label)
        width += QFontMetrics(small).horizontalAdvance(self._words)
        return QSize(width + self._bar + 2 * _GAP + 6, max(24, QFontMetrics(strong).height() + 6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        strong, small = self._fonts()
        over = bool(self.state.over())
        left = 2
        painter.setFont(strong)
        painter.setPen(QColor(tokens.ERROR if over else tokens.TEXT))
        width = QFontMetrics(strong).horizontalAdvance(self._label)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(left, 0, width + 2, self.height()), middle, self._label)
        left += width + _GAP
        paint_quota(painter, QRect(left, 0, self._bar, self.height()), meter_of(self.state))
        left += self._bar + _GAP
        painter.setFont(small)
        painter.setPen(QColor(tokens.ERROR if over else tokens.TEXT_2))
        painter.drawText(QRect(left, 0, self.width() - left, self.height()), middle, self._words)
        if self.hasFocus():
            strokes.frame(painter, self.rect(), tokens.FOCUS, 2, None)


class QuotaStrip(QWidget):
    """The meters of a round; what does not fit stands in a tooltip at the end."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("nominations.quotas")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._states: tuple[QuotaState, ...] = ()
        self._awards: dict[str, str] = {}
        self._narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(30)
        self.meters: list[SmallMeter] = []

    def show_states(self, states: Sequence[QuotaState], awards: dict[str, str]) -> None:
        """Show the quotas of a round; ``awards`` names them by code."""
        # What has a limit goes first: it is what the officer watches.
        self._states = tuple(sorted(states, key=lambda state: state.limit is None))
        self._awards = awards
        self._fill()

    def set_narrow(self, narrow: bool) -> None:
        """Use shorter words."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._fill()

    def resizeEvent(self, event: object) -> None:
        self._fill()

    def _fill(self) -> None:
        while self._row.count():
            item = self._row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        made = [self._meter(state) for state in self._states]
        shown, rest = self._fitting([meter.sizeHint().width() for meter in made])
        self.meters = made[:shown]
        for meter in self.meters:
            self._row.addWidget(meter)
        for meter in made[shown:]:
            meter.deleteLater()
        if rest:
            label = QLabel(rest)
            label.setProperty("role", "second")
            label.setFont(theme.text_font(tokens.META_PT))
            label.setToolTip("\n".join(state.spoken for state in self._states[shown:]))
            label.setAccessibleName(label.toolTip())
            self._row.addWidget(label)
        self._row.addStretch()

    def _meter(self, state: QuotaState) -> SmallMeter:
        named = "" if state.award == _OURS else self._awards.get(state.award, state.award)
        return SmallMeter(state, award=named, narrow=self._narrow)

    def _fitting(self, widths: Sequence[int]) -> tuple[int, str]:
        """Return how many meters find room, and the words for those left out."""
        gap, room = self._row.spacing(), self.width() + self._row.spacing()
        small = QFontMetrics(theme.text_font(tokens.META_PT))
        for shown in range(len(widths), 0, -1):
            left = room - sum(widths[:shown]) - gap * shown
            out = len(widths) - shown
            words = (self.tr("+{count} loại khác").format(count=out), f"+{out}") if out else ("",)
            for rest in words:
                if left >= (small.horizontalAdvance(rest) + gap + 2 if rest else 0):
                    return shown, rest
        return min(1, len(widths)), f"+{len(widths) - 1}" if len(widths) > 1 else ""
