"""The targets that are missed or at risk, the worst first, each a link to its figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thiduaqt.domain.target_papers import bar_of
from thiduaqt.domain.target_values import value_words
from thiduaqt.services.targets import TargetRow
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.labels import meta, strong
from thiduaqt.ui.widgets.meters import RatioBar

_LETTERS = 24


class TargetsCard(Card):
    """Hidden while there is nothing to care for; ``go(code)`` opens the figures of a target."""

    def __init__(self, go: Callable[[str], object]) -> None:
        super().__init__(translate("HomeScreen", "Chỉ tiêu có nguy cơ"))
        self.setObjectName("home.targets")
        self._go = go
        self.update_link = button(
            translate("HomeScreen", "Cập nhật chỉ tiêu"),
            lambda: go(""),
            kind="link",
            name="home.targets.update",
        )
        self.head.addWidget(self.update_link)
        self.body.setSpacing(4)
        self.lines: list[QWidget] = []
        self.hide()

    def show_targets(self, found: Sequence[TargetRow]) -> None:
        """Show other targets."""
        for old in self.lines:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = [self._line(row) for row in found]
        for line in self.lines:
            self.body.addWidget(line)
        self.setVisible(bool(found))

    def _line(self, row: TargetRow) -> QWidget:
        holder = QWidget()
        holder.setProperty("bare", "true")
        page = QVBoxLayout(holder)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(4)
        link = button(
            _cut(row.statement),
            lambda: self._go(row.id),
            kind="link",
            name=f"home.targets.{row.number}",
        )
        sentence = f"{row.statement}: {row.figure_words}, {row.wanted_words}, {row.state_words}"
        link.setToolTip(sentence)
        link.setAccessibleName(row.statement)
        link.setAccessibleDescription(sentence)
        top.addWidget(link)
        top.addStretch()
        top.addWidget(strong(row.figure_short))
        top.addWidget(meta(_wanted(row)))
        page.addLayout(top)
        bar = bar_of(
            row.target,
            row.figure,
            row.wanted,
            label=row.statement,
            value_words=row.figure_short,
            wanted_words=row.wanted_words,
            state=row.state,
            state_words=row.state_words,
        )
        if bar.value is not None and bar.wanted is not None:
            ratio = RatioBar()
            ratio.set_ratio(float(bar.value), float(bar.wanted), sentence, missed=True)
            page.addWidget(ratio)
        return holder


def _wanted(row: TargetRow) -> str:
    """Return what is wanted as briefly as a bar needs: "/ 90%", and the sign of a bound."""
    if row.target.operator in ("<=", "<"):
        return row.wanted_words
    wanted = value_words(row.wanted, row.target.unit)
    return f"/ {wanted}" if wanted else ""


def _cut(text: str) -> str:
    return text if len(text) <= _LETTERS else f"{text[: _LETTERS - 1].rstrip()}…"
