"""Việc cần làm: where the season stands, what is to be done, one button each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from thiduaqt.domain.errors import UserError
from thiduaqt.domain.records import Round
from thiduaqt.services import rounds, setup, tasklist
from thiduaqt.services.editing import BadValue
from thiduaqt.services.season_line import SeasonLine, Step
from thiduaqt.services.task import Task
from thiduaqt.services.tasklist import Overview
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import Screen, ScreenContext
from thiduaqt.ui.screens.home.dates_panel import DatesPanel
from thiduaqt.ui.screens.home.rows import TaskList
from thiduaqt.ui.screens.home.side import WIDTH, WIDTH_NARROW, SideColumn
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.labels import meta
from thiduaqt.ui.widgets.strips import EmptyState, MessageStrip
from thiduaqt.ui.widgets.timeline import Node, Timeline

# What a step of the timeline opens; the first one opens the dates.
_OPENS: dict[str, tuple[str, dict[str, str]]] = {
    "call": ("units", {}),
    "collect": ("nominations", {}),
    "council": ("council", {}),
    "decide": ("decisions", {}),
    "award": ("decisions", {"part": "register"}),
    "report": ("data", {"tab": "bundles"}),
}
_WIDE = 1150


class HomeScreen(Screen):
    """Timeline, task list, and at the right quotas and recent decisions."""

    families = frozenset(
        {"office", "unit", "person", "household", "team", "movement", "round", "standing_flag"}
        | {"nomination", "evidence", "council_member", "council_session", "vote", "decision"}
        | {"award", "print_log", "made_document", "import_log", "waiting_row", "bundle_log"}
        | {"measurement"}
        | {"score_sheet", "registration"}
    )

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, translate("HomeScreen", "Việc cần làm"), "home")
        self.shown: Overview | None = None
        self._build_head()
        self._build_season()
        self._empty: EmptyState | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._season)
        self.body.addWidget(self._stack, 1)

    # -- building -----------------------------------------------------------------------------

    def _build_head(self) -> None:
        self._origin = meta(
            self.tr("Mốc thời gian lấy từ kế hoạch, đơn vị đặt và gợi ý của phần mềm")
        )
        self.dates_link = button(
            self.tr("Sửa mốc thời gian"), self.toggle_dates, kind="link", name="home.dates.edit"
        )
        self.add_to_header(self._origin, self.dates_link)

    def _build_season(self) -> None:
        self._season = QWidget()
        page = QVBoxLayout(self._season)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(tokens.GAP)
        self.strip = MessageStrip("warn")
        self.strip.setObjectName("home.strip")
        self.dates = DatesPanel()
        self.dates.hide()
        self.dates.changed.connect(self._store_dates)
        self.timeline = Timeline()
        self.timeline.opened.connect(self._open_step)
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(8, 6, 8, 4)
        inside.addWidget(self.timeline)
        self.tasks = TaskList(self.go_to)
        self.side = SideColumn(
            lambda one: self.context.navigate("decisions", decision_id=one), self._open_target
        )
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP)
        row.addWidget(self.tasks, 1)
        row.addWidget(self.side)
        for part in (self.strip, self.dates, card):
            page.addWidget(part)
        page.addLayout(row, 1)

    # -- showing ------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        # Days pass, backups are made and files change without a record being written.
        self._stale = True
        super().showEvent(event)

    def reload(self) -> None:
        if not self.context.round_id:
            self._show_empty()
            return
        around = self.context.round_id
        self.read_aside(
            lambda session: (around, tasklist.overview(session, around)), self._show_season
        )

    def _show_season(self, found: tuple[str, Overview]) -> None:
        around, shown = found
        if around != self.context.round_id:
            return  # another round was chosen meanwhile, its tasks are on the way
        self.shown = shown
        self._stack.setCurrentWidget(self._season)
        self._show_head(there=True)
        self.subtitle.setText(tasklist.day_words(shown.today))
        self._show_line(shown.line)
        self._show_strip(shown)
        self.dates.show_round(self.context.session.store.get(Round, around))
        self.tasks.show_overview(shown)
        self.side.show_overview(shown)

    def _show_head(self, *, there: bool) -> None:
        self._origin.setVisible(there and self.width() >= theme.em(_WIDE - tokens.RAIL_WIDTH))
        self.dates_link.setVisible(there)

    def _show_line(self, line: SeasonLine) -> None:
        nodes = [
            Node(
                key=step.key,
                title=step.title,
                when=step.when,
                stage=step.stage,
                tooltip=_source_of(step),
            )
            for step in line.steps
        ]
        today = self.shown.today if self.shown else None
        words = self.tr("Hôm nay {day}").format(day=f"{today:%d/%m}" if today else "")
        self.timeline.set_nodes(nodes, today=words, place=line.place)

    def _show_strip(self, shown: Overview) -> None:
        if not shown.past:
            self.strip.say("")
            return
        words = self.tr("{round}: năm của đợt này đã qua.").format(round=shown.round_name)
        year = shown.today.year
        known = setup.rounds(self.context.session, self.context.movement_id)
        if any(one.kind == "yearly" and one.year == year for one in known):
            self.strip.say(words)
            return
        verb = self.tr("Mở đợt {year}").format(year=year)
        self.strip.say(words, (verb, partial(self._open_round, year)))

    def _show_empty(self) -> None:
        self.shown = None
        self.subtitle.setText("")
        self._show_head(there=False)
        if self._empty is None:
            self._empty = EmptyState(
                self.tr("Chưa có phong trào nào"),
                self.tr("Bắt đầu từ một mẫu có sẵn, sau đó sửa theo kế hoạch của xã."),
                [
                    button(
                        self.tr("Tạo từ mẫu"), self._start, kind="primary", name="home.empty.start"
                    ),
                    button(
                        self.tr("Xem dữ liệu mẫu"),
                        lambda: self._run("help.sample"),
                        name="home.empty.sample",
                    ),
                ],
                icon="flag-3",
            )
            self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)

    # -- doing --------------------------------------------------------------------------------

    def go_to(self, task: Task) -> None:
        """Open the screen of a task with its filter."""
        self.context.navigate(task.screen, **task.filters)

    def open_with(self, **filters: object) -> None:
        """Open the dates with ``part="dates"``."""
        if filters.get("part") == "dates" and self.dates.isHidden():
            self.toggle_dates()

    def toggle_dates(self) -> None:
        """Show or hide the two dates the office sets."""
        self.dates.setVisible(self.dates.isHidden())
        if not self.dates.isHidden():
            self.dates.form.field("deadline").setFocus()

    def _open_step(self, key: str) -> None:
        screen, filters = _OPENS.get(key, ("", {}))
        if screen:
            self.context.navigate(screen, **filters)
        elif self.dates.isHidden():
            self.toggle_dates()

    def _open_target(self, code: str) -> None:
        """Open the figures of a target, or the first one's for an empty code."""
        place = {"tab": "targets", "field": "figures", "item": code}
        self.context.navigate("movements", movement_id=self.context.movement_id, **place)

    def _store_dates(self, deadline: str, award_day: str) -> None:
        round_id = self.context.round_id
        self.context.tasks.run(
            lambda s: rounds.set_dates(s, round_id, deadline=deadline, award_day=award_day),
            label=self.tr("Đặt mốc thời gian"),
            owner=self,
            failed=self._refuse_dates,
        )

    def _refuse_dates(self, error: Exception) -> bool:
        if isinstance(error, BadValue):
            self.dates.refuse(error)
            return True
        return False

    def _open_round(self, year: int) -> None:
        movement_id = self.context.movement_id
        said = self.tr("Đã mở đợt {year}. Chọn đợt ở phía trên.").format(year=year)
        self.context.tasks.run(
            lambda s: setup.add_round(s, movement_id, "yearly", year),
            done=lambda _changes: self.context.toast(said, undo=True),
            label=self.tr("Mở đợt mới"),
            owner=self,
        )

    def _start(self) -> None:
        """Let a movement be chosen to start from; in a file without an office set that up."""
        try:
            self.context.session.office()
        except UserError:
            self._run("file.new")
            return
        self.context.navigate("movements", new="pack")

    def _run(self, name: str) -> None:
        """Run a command of the window's menus."""
        action = self.window().findChild(QAction, name)
        if action is not None:
            action.trigger()

    # -- window -------------------------------------------------------------------------------

    def panes(self) -> Sequence[QWidget]:
        first: QPushButton | None = self.tasks.first_button()
        meters = self.side.quotas.meters
        found: list[QWidget] = [self.timeline]
        found += [first] if first is not None else []
        return [*found, *meters[:1]]

    def entrance(self) -> QWidget | None:
        return self.tasks.first_button()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= theme.em(_WIDE - tokens.RAIL_WIDTH)
        self.side.setFixedWidth(theme.em(WIDTH if wide else WIDTH_NARROW))
        self._origin.setVisible(wide and self.shown is not None)


def _source_of(step: Step) -> str:
    return step.due.source.text if step.due is not None else ""
