"""The right column: how far the quotas are used, and the decisions made lately."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.domain.quota import QuotaState
from thiduaqt.domain.quota_count import OWN_AWARD
from thiduaqt.services.tasklist import Overview, Recent
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screens.home.targets_card import TargetsCard
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.labels import meta, text_label
from thiduaqt.ui.widgets.meters import Quota, QuotaMeter

WIDTH = 302
WIDTH_NARROW = 292


def meter_of(state: QuotaState, award: str = "") -> Quota:
    """Return what the meter of a quota shows; ``award`` names one that is not the usual."""
    chosen = max(state.chosen, state.awarded)
    return Quota(
        label=f"{state.label} · {award}" if award else state.label,
        limit=state.limit,
        proposed=state.proposed,
        eligible=state.eligible,
        chosen=chosen or None,
        told=state.limit_words if not state.plain else "",
        excess=state.over(),
    )


class Legend(QWidget):
    """What the three parts of a meter mean."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(theme.text_font(tokens.META_PT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words = (
            translate("HomeScreen", "Đề nghị"),
            translate("HomeScreen", "Đủ điều kiện"),
            translate("HomeScreen", "Tối đa"),
        )
        self.setAccessibleName(", ".join(self._words))

    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left, middle = 0, self.height() // 2
        for number, words in enumerate(self._words):
            box = QRect(left, middle - 5, 10, 10)
            if number == 2:
                painter.fillRect(QRect(left + 4, middle - 8, 2, 16), QColor(tokens.TEXT))
            else:
                pale = number == 0
                painter.setPen(QPen(QColor(tokens.METER_EXTRA_LINE if pale else tokens.PRIMARY)))
                painter.setBrush(QColor(tokens.METER_EXTRA if pale else tokens.PRIMARY))
                painter.drawRect(box.adjusted(0, 0, -1, -1))
            painter.setPen(QColor(tokens.TEXT_2))
            baseline = middle + self.fontMetrics().ascent() // 2 - 1
            painter.drawText(left + 15, baseline, words)
            left += 15 + self.fontMetrics().horizontalAdvance(words) + 12


class QuotaCard(Card):
    """The meters of the round with the place in the plan they come from."""

    def __init__(self) -> None:
        super().__init__(translate("HomeScreen", "Số lượng khen"))
        self.setObjectName("home.quotas")
        self.source = meta("")
        self.head.addWidget(self.source)
        self._none = text_label(
            translate("HomeScreen", "Kế hoạch không nêu số lượng, chưa có đề nghị nào."), "second"
        )
        self.body.addWidget(self._none)
        self._legend = Legend()
        self.body.addWidget(self._legend)
        self.meters: list[QuotaMeter] = []

    def show_quotas(
        self, states: Sequence[QuotaState], source: str, awards: Mapping[str, str]
    ) -> None:
        """Show one meter for each number of the plan; ``awards`` names awards by code."""
        while len(self.meters) > len(states):
            gone = self.meters.pop()
            self.body.removeWidget(gone)
            gone.deleteLater()
        for number, state in enumerate(states):
            if number == len(self.meters):
                made = QuotaMeter()
                self.meters.append(made)
                self.body.insertWidget(number, made)
            named = "" if state.award == OWN_AWARD else awards.get(state.award, state.award)
            self.meters[number].set_quota(meter_of(state, named))
            wording = state.quota.wording if state.quota else ""
            told = "\n".join(part for part in (wording, *state.notes) if part)
            self.meters[number].setToolTip(told)
        self.source.setText(source.replace("Kế hoạch, ", ""))
        self.source.setToolTip(source)
        self._none.setVisible(not states)
        self._legend.setVisible(any(not (state.chosen or state.awarded) for state in states))


class RecentCard(Card):
    """The newest decisions, each a link to its place."""

    def __init__(self, go: Callable[[str], object]) -> None:
        super().__init__(translate("HomeScreen", "Quyết định gần đây"))
        self.setObjectName("home.recent")
        self._go = go
        self._none = text_label(translate("HomeScreen", "Chưa có quyết định nào."), "second")
        self.body.addWidget(self._none)
        self._lines: list[QWidget] = []

    def show_recent(self, found: Sequence[Recent]) -> None:
        """Show other decisions."""
        for old in self._lines:
            self.body.removeWidget(old)
            old.deleteLater()
        self._lines = [self._line(item) for item in found]
        for line in self._lines:
            self.body.addWidget(line)
        self._none.setVisible(not found)

    def _line(self, item: Recent) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        link = button(item.title, lambda: self._go(item.decision_id), kind="link")
        count = translate("HomeScreen", "%n khen thưởng", None, item.awards) if item.awards else ""
        told = " · ".join(part for part in (item.day, count) if part)
        link.setAccessibleDescription(told)
        link.setToolTip(told)
        row.addWidget(link)
        row.addWidget(meta(item.day), 1)
        return holder


class SideColumn(QScrollArea):
    """The cards, one above the other; scrolls where the window is low."""

    def __init__(self, go: Callable[[str], object], go_to_target: Callable[[str], object]) -> None:
        super().__init__()
        self.setObjectName("home.side")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.quotas = QuotaCard()
        self.targets = TargetsCard(go_to_target)
        self.recent = RecentCard(go)
        inner = QWidget()
        page = QVBoxLayout(inner)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(tokens.GAP)
        page.addWidget(self.quotas)
        page.addWidget(self.targets)
        page.addWidget(self.recent)
        page.addStretch()
        self.setWidget(inner)
        self.setFixedWidth(theme.em(WIDTH))

    def show_overview(self, shown: Overview) -> None:
        """Show the numbers of a round."""
        self.quotas.show_quotas(shown.quotas, shown.quota_source, shown.award_names)
        self.targets.show_targets(shown.targets)
        self.recent.show_recent(shown.recent)
