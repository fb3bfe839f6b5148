"""Xét duyệt: members, list, votes and minutes of one council session, in four steps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from thiduaqt.domain.eligibility import MAY_PROCEED
from thiduaqt.domain.records import CouncilSession
from thiduaqt.domain.wording import short_date
from thiduaqt.services import council, decisions, nominations
from thiduaqt.services.council import Opened, Results, held_day
from thiduaqt.ui import theme
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import Screen, ScreenContext
from thiduaqt.ui.screens.council.desk import CouncilDesk
from thiduaqt.ui.screens.council.list_page import ListPage
from thiduaqt.ui.screens.council.locking import LIST, MEMBERS, MINUTES, VOTES, Locking
from thiduaqt.ui.screens.council.members_page import MembersPage
from thiduaqt.ui.screens.council.minutes_page import PAPERS, MinutesPage
from thiduaqt.ui.screens.council.votes_page import VotesPage
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.steps import StepsHeader
from thiduaqt.ui.widgets.strips import EmptyState

_ROOMY = 1080
_SMALLEST = (864, 380)


class CouncilScreen(Screen):
    """One session at a time; the four steps stand in the header."""

    families = frozenset(
        {"council_member", "council_session", "vote", "nomination", "person", "decision", "round"}
        | {"score_sheet", "registration"}
    )

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, translate("CouncilScreen", "Xét duyệt"), "council")
        self.desk = CouncilDesk(context, self)
        self._sitting_id = ""
        self._round_id = ""
        self.locking = Locking(self)
        self._build_header_parts()
        self._build_pages()

    def _build_header_parts(self) -> None:
        self._menu = QMenu(self)
        self.others = button(
            "",
            kind="flat",
            icon="history",
            tooltip=self.tr("Phiên họp khác"),
            name="council.others",
        )
        self.others.setMenu(self._menu)
        self.others.setFixedWidth(40)
        self.steps = StepsHeader(
            [
                self.tr("Thành phần"),
                self.tr("Danh sách xét"),
                self.tr("Kết quả phiếu"),
                self.tr("Biên bản"),
            ]
        )
        self.print_ballots = button(
            self.tr("In phiếu…"), self._make_ballots, icon="printer", name="council.print"
        )
        self.primary = button(self.tr("Tiếp"), self._go_on, kind="primary", name="council.primary")
        self.header.insertWidget(2, self.others)
        self.header.insertWidget(3, self.steps)
        self.add_to_header(self.print_ballots, self.primary)
        self.steps.wanted.connect(self.go_to_step)

    def _build_pages(self) -> None:
        self.members = MembersPage(self.desk)
        self.list = ListPage(self.desk)
        self.votes = VotesPage(self.desk)
        self.minutes = MinutesPage(self.desk)
        self.pages = (self.members, self.list, self.votes, self.minutes)
        self._stack = QStackedWidget()
        for page in self.pages:
            self._stack.addWidget(page)
            page.step_wanted.connect(self.go_to_step)
        self.votes.reopen_wanted.connect(self.locking.reopen)
        self.open_button = button(
            self.tr("Mở phiên họp"), self.open_session, kind="primary", name="council.open"
        )
        self.to_nominations = button(
            self.tr("Mở Hồ sơ đề nghị"),
            lambda: self.context.navigate("nominations"),
            name="council.to_nominations",
        )
        self.empty = EmptyState(
            self.tr("Chưa có phiên họp"), "", [self.open_button, self.to_nominations], icon="scale"
        )
        holder = QWidget()
        around = QVBoxLayout(holder)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.empty)
        self._stack.addWidget(holder)
        self.body.addWidget(self._stack, 1)

    # -- showing ------------------------------------------------------------------------------

    def reload(self) -> None:
        round_id = self.context.round_id
        if round_id != self._round_id:
            self._round_id, self._sitting_id = round_id, ""
        sittings = council.sessions(self.context.session, round_id) if round_id else ()
        chosen = next((one for one in sittings if one.id == self._sitting_id), None)
        chosen = chosen or (sittings[0] if sittings else None)
        self._show_others(sittings)
        if chosen is None:
            self._show_empty()
            return
        fresh = chosen.id != self._sitting_id
        self._sitting_id = chosen.id
        state = council.results(self.context.session, chosen.id)
        self.desk.state = state
        for part in (self.steps, self.print_ballots, self.primary):
            part.show()
        self.go_to_step(_first_step(state) if fresh else self.step())

    def _show_empty(self) -> None:
        self.desk.state = None
        self._sitting_id = ""
        self.title.setText(self.tr("Xét duyệt"))
        ready = (
            [
                row
                for row in nominations.listing(self.context.session, self._round_id)
                if row.check in MAY_PROCEED and row.state in ("draft", "failed")
            ]
            if self._round_id
            else []
        )
        if ready:
            words = self.tr("Có {count} hồ sơ đưa ra Hội đồng được.").format(count=len(ready))
        else:
            words = self.tr("Chưa có hồ sơ nào đủ điều kiện để đưa ra Hội đồng.")
        self.empty.set_texts(self.tr("Chưa có phiên họp"), words)
        self.open_button.setEnabled(bool(self._round_id))
        for part in (self.steps, self.print_ballots, self.primary):
            part.hide()
        self._stack.setCurrentIndex(len(self.pages))

    def _show_others(self, sittings: Sequence[CouncilSession]) -> None:
        self._menu.clear()
        for one in sittings:
            state = self.tr("đã chốt") if one.state == "locked" else self.tr("đang làm")
            action = self._menu.addAction(f"{_name_of(one)} · {state}")
            action.triggered.connect(partial(self._choose, one.id))
        open_one = any(one.state == "draft" for one in sittings)
        if sittings and not open_one:
            self._menu.addSeparator()
            self._menu.addAction(self.tr("Mở phiên họp mới"), self.open_session)
        locked = any(one.id == self._sitting_id and one.state == "locked" for one in sittings)
        if locked or (not self._sitting_id and sittings and sittings[0].state == "locked"):
            self._menu.addAction(self.tr("Mở lại kết quả đã chốt…"), self.locking.reopen)
        self.others.setVisible(bool(sittings) and (len(sittings) > 1 or not open_one))

    def _choose(self, sitting_id: str, _checked: bool = False) -> None:
        self._sitting_id = sitting_id
        self.reload()
        if self.desk.state is not None:
            self.go_to_step(_first_step(self.desk.state))

    def step(self) -> int:
        """Return the step on show."""
        return min(self._stack.currentIndex(), MINUTES)

    def go_to_step(self, step: int) -> None:
        """Show a step of the session."""
        state = self.desk.state
        if state is None:
            return
        changed = self._stack.currentIndex() != step
        self.pages[step].show_state(state)
        self._stack.setCurrentIndex(step)
        self.steps.set_current(step)
        self.print_ballots.setVisible(step in (LIST, VOTES) and not state.locked)
        self._show_primary(state, step)
        self._fit_header()
        if changed:
            self._focus(state, step)

    def _focus(self, state: Results, step: int) -> None:
        if step == VOTES and not state.locked:
            self.votes.begin_typing()
        elif step == MINUTES:
            self.minutes.form.field("ends").setFocus()
        else:
            (self.members.grid, self.list.grid, self.votes.grid)[step].view.setFocus()

    def _show_primary(self, state: Results, step: int) -> None:
        words = {
            MEMBERS: self.tr("Tiếp: Danh sách xét"),
            LIST: self.tr("Tiếp: Kết quả phiếu"),
            VOTES: self.tr("Tiếp: Biên bản") if state.locked else self.tr("Chốt kết quả…"),
            MINUTES: self.tr("Lập quyết định") if state.locked else self.tr("Về Kết quả phiếu"),
        }
        self.primary.setText(words[step])

    def minimumSizeHint(self) -> QSize:
        return QSize(
            theme.em(_SMALLEST[0]), _SMALLEST[1]
        )  # what a narrow window needs: parts give way in resizeEvent

    def _fit_header(self) -> None:
        roomy = self.width() >= theme.em(_ROOMY)
        state = self.desk.state
        if state is not None:
            self.title.setText(_name_of(state.session, short=not roomy))
        wanted = state is not None and not state.locked and self.step() in (LIST, VOTES)
        self.print_ballots.setVisible(wanted and roomy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_header()

    # -- acting -------------------------------------------------------------------------------

    def open_session(self) -> None:
        """Open a session for the round in the context bar."""
        round_id = self.context.round_id

        def opened(result: Opened) -> None:
            self._sitting_id = result.session.id
            self.reload()
            self.go_to_step(MEMBERS)

        self.desk.run(
            lambda session: council.open_session(session, round_id),
            self.tr("Mở phiên họp"),
            done=opened,
        )

    def _go_on(self) -> None:
        state = self.desk.state
        step = self.step()
        if state is None:
            return
        if step == VOTES and not state.locked:
            self.locking.lock()
        elif step == MINUTES:
            self._draft() if state.locked else self.go_to_step(VOTES)
        else:
            self.go_to_step(step + 1)

    def _make_ballots(self) -> None:
        self.minutes.make(("ballots",))

    def make_papers(self) -> None:
        """Make both minutes."""
        self.minutes.make(PAPERS)

    def _draft(self) -> None:
        sitting = self.desk.sitting_id
        self.desk.run(
            lambda session: decisions.draft(session, sitting),
            self.tr("Lập dự thảo quyết định"),
            done=lambda _changes: self.context.navigate("decisions"),
        )

    # -- the window's wishes ------------------------------------------------------------------

    def open_with(self, **filters: object) -> None:
        """Open at ``step=<number>``, or send ``nominations=<ids>`` through the gate."""
        if self._stale:
            self.reload()
            self._stale = False
        if isinstance(filters.get("step"), int):
            self.go_to_step(int(str(filters["step"])))
        wanted = filters.get("nominations")
        if isinstance(wanted, list | tuple) and self.desk.state is not None:
            self.go_to_step(LIST)
            self.list.send_these([str(one) for one in wanted])

    def panes(self) -> Sequence[QWidget]:
        return self.pages[self.step()].panes() if self.desk.state is not None else (self.empty,)

    def detail_panel(self) -> QWidget | None:
        return self.votes.panel if self.step() == VOTES else None

    def toggle_detail(self) -> None:
        if self.step() == VOTES:
            self.votes.toggle_panel()  # the page keeps in mind that it was wanted


def _name_of(sitting: CouncilSession, *, short: bool = False) -> str:
    day = held_day(sitting)
    told = short_date(day) if day else sitting.held_on
    words = translate("CouncilScreen", "Phiên họp {day}").format(day=told).strip()
    return told if short and told else words


def _first_step(state: Results) -> int:
    if state.locked:
        return MINUTES
    if not any(seat.marked for seat in state.seats):
        return MEMBERS
    return VOTES if state.rows else LIST
