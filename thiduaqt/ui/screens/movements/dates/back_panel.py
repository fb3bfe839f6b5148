"""Back-planning: an award day, and what the rule pack suggests to do before and after it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.records import Round
from thiduaqt.domain.wording import short_date
from thiduaqt.services.back_planning import Suggestion
from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.forms.fields import FieldSpec
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.editors import fill_box, pick_box
from thiduaqt.ui.widgets.labels import CutLabel, SourceTag, meta

WIDTH = 320


class BackPanel(Card):
    """``round_chosen(id)``, ``day_typed(text)``, ``wanted(codes)`` to take suggestions over."""

    round_chosen = Signal(str)
    day_typed = Signal(str)
    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(translate("BackPanel", "Tính lùi từ ngày trao"))
        self.setObjectName("movements.back")
        self.setFixedWidth(theme.em(WIDTH))
        self.head.addWidget(SourceTag("hint"))
        self._shown: tuple[Suggestion, ...] = ()
        self.rounds = pick_box((), "movements.back.round")
        self.rounds.setAccessibleName(self.tr("Đợt khen để tính lùi"))
        self.form = Form(
            [
                FieldSpec(
                    key="award_day",
                    label=self.tr("Ngày trao"),
                    kind="date",
                    width=100,
                    help=self.tr("Các mốc gợi ý được tính từ ngày này."),
                )
            ],
            name="movements.back.form",
        )
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.take_all = button(self.tr("Lấy tất cả"), self._take_all, name="movements.back.all")
        day = QHBoxLayout()
        day.setSpacing(tokens.GAP)
        day.addWidget(self.form, 1)
        day.addWidget(self.take_all, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setSpacing(4)
        self.body.addWidget(self.rounds)
        self.body.addLayout(day)
        self.body.addWidget(self._area, 1)
        self.rounds.activated.connect(
            lambda _row: self.round_chosen.emit(str(self.rounds.currentData() or ""))
        )
        self.form.committed.connect(self._on_day)

    def round_id(self) -> str:
        """Return the round the days count back from, "" for none."""
        return str(self.rounds.currentData() or "")

    def show_round(
        self, rounds: Sequence[Round], current: Round | None, found: Sequence[Suggestion]
    ) -> None:
        """Show the rounds to choose from, the day of one, and its suggestions."""
        choices = [(one.id, one.name) for one in rounds]
        fill_box(self.rounds, choices, current.id if current else None)
        self.rounds.setEnabled(bool(rounds))
        self.form.setEnabled(current is not None)
        day = PartialDate.from_value(current.award_day) if current else PartialDate()
        self.form.set_values({"award_day": day})
        self.take_all.setEnabled(any(not one.taken and self._may(one) for one in found))
        if tuple(found) != self._shown:
            self._shown = tuple(found)
            self._area.setWidget(self._lines(found))

    @staticmethod
    def _may(one: Suggestion) -> bool:
        return one.due is not None or one.code != "collect"

    def _lines(self, found: Sequence[Suggestion]) -> QWidget:
        inner = QWidget()
        inner.setProperty("bare", True)
        page = QVBoxLayout(inner)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        for one in found:
            page.addWidget(self._line(one))
        page.addStretch()
        return inner

    def _line(self, one: Suggestion) -> QWidget:
        holder = QWidget()
        holder.setMinimumHeight(tokens.CONTROL_SMALL)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 2, 0)
        row.setSpacing(6)
        name = CutLabel(one.name)
        when = meta(when_words(one), "muted" if one.due is None else "second")
        row.addWidget(name, 1)
        row.addWidget(when)
        if one.taken:
            done = QLabel()
            done.setPixmap(icons.icon("check", tokens.OK).pixmap(16, 16))
            done.setToolTip(self.tr("Đã có trong kế hoạch"))
            done.setAccessibleName(done.toolTip())
            row.addWidget(done)
        else:
            take = button(
                self.tr("Lấy"),
                lambda: self.wanted.emit((one.code,)),
                kind="link",
                name=f"movements.back.{one.code}",
            )
            take.setAccessibleName(self.tr("Lấy gợi ý: {name}").format(name=one.name))
            take.setEnabled(self._may(one))
            row.addWidget(take)
        return holder

    def _take_all(self) -> None:
        self.wanted.emit(tuple(one.code for one in self._shown if self._may(one)))

    def _on_day(self, _key: str, value: object) -> None:
        self.day_typed.emit(value.display() if isinstance(value, PartialDate) else "")


def when_words(one: Suggestion) -> str:
    """Return the day of a suggestion, or how far from the award day it is."""
    if one.due is not None and one.due.when.day is not None:
        return short_date(one.due.when.day)
    if one.days < 0:
        return translate("BackPanel", "trước {n} ngày").format(n=-one.days)
    return translate("BackPanel", "sau {n} ngày").format(n=one.days)
