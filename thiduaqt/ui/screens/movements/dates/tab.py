"""Mốc thời gian: the line of the movement, its lists, and counting back from an award day."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from thiduaqt.domain.plan import Deadline
from thiduaqt.domain.plan_timeline import PlanLine, line_of
from thiduaqt.domain.records import Movement, Round
from thiduaqt.services import back_planning, rounds, setup, tasks_of_plan
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.movements.dates import lists
from thiduaqt.ui.screens.movements.dates.back_panel import BackPanel
from thiduaqt.ui.screens.movements.dates.rounds_editor import RoundsEditor
from thiduaqt.ui.screens.movements.list_editor import Change, ListEditor, ListSpec
from thiduaqt.ui.screens.movements.tab import Tab
from thiduaqt.ui.widgets.buttons import JoinedButtons, Segment, button
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.labels import meta
from thiduaqt.ui.widgets.plan_line import PlanTimeline

OPEN = "open"
_PARTS = ("milestones", "rounds", "phases", OPEN)
_WIDE = 1040
_WHOLE, _YEAR = "whole", "year"


class DatesTab(Tab):
    """The line above, one of four lists below it, the back-planning at the right (F4)."""

    families = frozenset({"nomination", "council_session"})

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, "dates")
        self._anchors: dict[str, str] = {}
        self._rounds: tuple[Round, ...] = ()
        self._round_id = ""
        self._line: PlanLine | None = None
        self._was_wide = False
        self.timeline = PlanTimeline()
        self.undated = meta("")
        self.parts = JoinedButtons()
        self.parts.setObjectName("movements.dates.parts")
        self._year = year = context.session.today().year
        self.lists: dict[str, ListEditor] = {
            "milestones": self._editor(lists.milestones(self._first_year, self._understood)),
            "rounds": self._editor(lists.planned_rounds(self._first_year, self._understood)),
            "phases": self._editor(lists.phases()),
        }
        self.open_rounds = RoundsEditor(context.memory, year)
        self.back = BackPanel()
        self.back.hide()
        self.zoom = JoinedButtons(
            [
                Segment(key=_WHOLE, text=self.tr("Cả kỳ")),
                Segment(key=_YEAR, text=""),
            ]
        )
        self.zoom.setObjectName("movements.dates.zoom")
        self.back_button = button(
            self.tr("Tính lùi từ ngày trao"), icon="calendar", name="movements.dates.back"
        )
        self.back_button.setCheckable(True)
        self._stack = QStackedWidget()
        for key in _PARTS:
            self._stack.addWidget(self.open_rounds if key == OPEN else self.lists[key])
        self._lay_out()
        self._connect()

    def _editor(self, spec: ListSpec) -> ListEditor:
        name = f"movements.dates.{spec.part}"
        return ListEditor(spec, name=name, memory=self.context.memory)

    def _lay_out(self) -> None:
        card = Card()
        card.body.setContentsMargins(8, 4, 8, 4)
        card.body.setSpacing(0)
        card.body.addWidget(self.timeline)
        card.body.addWidget(self.undated)
        self.body.addWidget(card)
        bar = QHBoxLayout()
        bar.setSpacing(tokens.GAP)
        bar.addWidget(self.parts)
        bar.addStretch()
        bar.addWidget(self.zoom)
        bar.addWidget(self.back_button)
        self.body.addLayout(bar)
        left = QVBoxLayout()
        left.setSpacing(tokens.GAP)
        left.addWidget(self._stack, 1)
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP)
        row.addLayout(left, 1)
        row.addWidget(self.back)
        self.body.addLayout(row, 1)

    def _connect(self) -> None:
        self.timeline.opened.connect(lambda part, place: self.go_to(part, str(place)))
        self.parts.chosen.connect(self.show_part)
        self.zoom.chosen.connect(self._zoom)
        self.back_button.toggled.connect(self.back.setVisible)
        for key, one in self.lists.items():
            one.wanted.connect(partial(self._on_list, key))
            one.refused.connect(lambda fault: self.strip.say(fault.text))
        self.open_rounds.wanted.connect(self._on_rounds)
        self.open_rounds.refused.connect(self.strip.say)
        self.back.round_chosen.connect(self._choose_round)
        self.back.day_typed.connect(self._set_day)
        self.back.wanted.connect(self._take_over)

    # -- showing ------------------------------------------------------------------------------

    def show_movement(self, movement: Movement) -> None:
        rules = movement.definition
        self.setEnabled(rules is not None)
        if rules is None:
            return
        session = self.context.session
        self._rounds = setup.rounds(session, movement.id)
        around = self._around()
        issued = self.plan.document.date if self.plan is not None else ""
        award_day = around.award_day if around is not None else ""
        self._anchors = tasks_of_plan.days_of(rules, issued=issued, award_day=award_day)
        line = self._line = line_of(rules, session.today(), self._anchors)
        self._year = around.year if around is not None else self._first_year()
        self.zoom.set_segments(
            [
                Segment(key=_WHOLE, text=self.tr("Cả kỳ")),
                Segment(key=_YEAR, text=self.tr("Năm {year}").format(year=self._year)),
            ]
        )
        self._zoom(self.zoom.current())
        names = "; ".join(f"{mark.title}: {mark.when}" for mark in line.undated[:4])
        words = self.tr("Chưa xếp được lên đường thời gian: {names}").format(names=names)
        self.undated.setText(words if names else "")
        self.undated.setVisible(bool(names))
        for key, one in self.lists.items():
            one.show_items(getattr(rules, key))
        self.open_rounds.show_rounds(movement.id, self._rounds)
        self._show_counts()
        self._show_back(movement, around)

    def _around(self) -> Round | None:
        """Return the round the days count back from: the chosen one, else that of the bar."""
        known = {one.id: one for one in self._rounds}
        open_ones = [one for one in self._rounds if not one.closed]
        for wanted in (self._round_id, self.context.round_id):
            if wanted in known:
                return known[wanted]
        return open_ones[0] if open_ones else None

    def _show_back(self, movement: Movement, around: Round | None) -> None:
        found = back_planning.suggestions(
            self.context.session, movement.id, around.id if around else ""
        )
        self.back.show_round(self._rounds, around, found)

    def _show_counts(self) -> None:
        words = {
            "milestones": self.tr("Mốc việc"),
            "rounds": self.tr("Dịp khen"),
            "phases": self.tr("Giai đoạn"),
        }
        segments = [
            Segment(key=key, text=text, count=len(self.lists[key].grid.rows()))
            for key, text in words.items()
        ]
        segments.append(Segment(key=OPEN, text=self.tr("Đợt đã mở"), count=len(self._rounds)))
        self.parts.set_segments(segments)

    def show_part(self, key: str) -> None:
        """Show one of the lists: milestones, rounds, phases, open."""
        self.parts.choose(key)
        self._stack.setCurrentIndex(_PARTS.index(key))

    def _first_year(self) -> int:
        """Return the first year of what recurs: that of the movement, at least this one."""
        today = self.context.session.today().year
        rules = self.movement.definition if self.movement else None
        start = rules.period_start[:4] if rules else ""
        return max(today, int(start)) if start.isdigit() else today

    def _understood(self, when: Deadline) -> str:
        return lists.understood_words(when, self.context.session.today(), self._anchors)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the width to the lists where there is little; the button opens the panel."""
        super().resizeEvent(event)
        wide = self.width() >= theme.em(_WIDE)
        if wide != self._was_wide:
            self._was_wide = wide
            self.show_back(on=wide)

    def show_back(self, *, on: bool) -> None:
        """Show or hide the back-planning."""
        self.back.setVisible(on)
        self.back_button.setChecked(on)

    def _zoom(self, key: str) -> None:
        line = self._line
        if line is not None:
            shown = line.in_year(self._year) if key == _YEAR else line
            self.timeline.set_line(shown, self.context.session.today())

    # -- writing ------------------------------------------------------------------------------

    def _on_list(self, key: str, label: str, change: Change) -> None:
        self.commit(label, change, back=self.lists[key].grid.discard_pending)

    def _on_rounds(self, label: str, op: object, said: str) -> None:
        def done(_result: object) -> None:
            if said:
                self.context.toast(said, undo=True)

        self.run(op, label, done=done, back=self.open_rounds.grid.discard_pending)  # type: ignore[arg-type]  # a service

    def _choose_round(self, round_id: str) -> None:
        self._round_id = round_id
        if self.movement is not None:
            self.show_movement(self.movement)

    def _set_day(self, text: str) -> None:
        round_id = self.back.round_id()
        self.run(
            lambda s: rounds.change_round(s, round_id, {"award_day": text}),
            self.tr("Đặt ngày trao"),
        )

    def _take_over(self, codes: Sequence[str]) -> None:
        movement, round_id = self.movement, self.back.round_id()
        if movement is None:
            return
        movement_id = movement.id
        said = self.tr("Đã lấy mốc gợi ý vào kế hoạch.")
        self.run(
            lambda s: back_planning.take_over(s, movement_id, round_id, codes),
            self.tr("Lấy mốc gợi ý"),
            done=lambda _changes: self.context.toast(said, undo=True),
        )

    def commit_open(self) -> None:
        self.back.form.commit()

    # -- places -------------------------------------------------------------------------------

    def go_to(self, field: str, item: str) -> None:
        if field == "open_round":
            self.show_part(OPEN)
            self.open_rounds.year.setFocus()
            return
        key = field if field in self.lists else "milestones"
        self.show_part(key)
        self.lists[key].go_to(item)

    def panes(self) -> Sequence[QWidget]:
        current = self._stack.currentWidget()
        shown = [current] if current is not None else []
        return (self.timeline, *shown, self.back)

    def detail_panel(self) -> QWidget | None:
        return self.back
