"""Step 2: who is voted on. The gate lets through whoever may go, or says why not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thiduaqt.domain.eligibility import MAY_PROCEED
from thiduaqt.services import council, nominations, quotas, scoring
from thiduaqt.services.checking import Checker
from thiduaqt.services.council import Gate, Results
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.screens.council.columns import ListRow, list_columns
from thiduaqt.ui.screens.council.desk import CouncilDesk
from thiduaqt.ui.tables.columns import Group
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.strips import ErrorSummary, SummaryLine

_WIDE = 1000


class ListPage(QWidget):
    """The nominations on the list, and below them those that might be."""

    step_wanted = Signal(int)

    def __init__(self, desk: CouncilDesk) -> None:
        super().__init__()
        self.setObjectName("council.list")
        self.desk = desk
        self.ready: tuple[str, ...] = ()
        self.summary = ErrorSummary()
        self.grid: Grid[ListRow] = Grid(
            list_columns(), name="council.list.grid", memory=desk.context.memory
        )
        self.grid.set_groups(self._group)
        self.grid.set_empty(
            self.tr("Chưa có hồ sơ trong đợt này"),
            self.tr("Thêm hoặc nhập hồ sơ ở phần Hồ sơ đề nghị."),
            [
                button(
                    self.tr("Mở Hồ sơ đề nghị"), lambda: self.desk.context.navigate("nominations")
                )
            ],
        )
        self.send = button(
            self.tr("Đưa vào phiên họp"),
            self._send_selected,
            icon="arrow-up",
            name="council.send",
        )
        self.take = button(
            self.tr("Rút khỏi phiên họp"), self._take, icon="arrow-down", name="council.take"
        )
        self.send_all = button(
            self.tr("Đưa hồ sơ đưa được"), self.send_ready, name="council.send_all"
        )
        self.grid.hide_bar()
        self.grid.add_to_foot(self.take, self.send, self.send_all)
        self.grid.selection_changed.connect(self._show_buttons)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(tokens.GAP)
        page.addWidget(self.summary)
        page.addWidget(self.grid, 1)
        self._counts = (0, 0, 0)
        self._quotas = ""

    # -- showing ------------------------------------------------------------------------------

    def show_state(self, state: Results) -> None:
        """Show the list of a session and what else the round holds."""
        round_id = state.session.round_id
        session = self.desk.context.session
        checker = Checker(session, round_id)
        listed = nominations.rows_of(checker)
        ranks = {row.nomination_id: row for row in scoring.standing(session, checker)}
        votes = {row.nomination_id: row for row in state.rows}
        rows = [
            ListRow(
                id=item.id,
                nomination=item,
                ordinal=votes[item.id].ordinal if item.id in votes else item.ordinal,
                vote_id=votes[item.id].id if item.id in votes else "",
                rank=ranks.get(item.id),
            )
            for item in listed
            if item.id in votes or item.state in ("draft", "failed")
        ]
        rows.sort(key=lambda row: (not row.listed, row.ordinal))
        waiting = [row for row in rows if not row.listed]
        self.ready = tuple(row.id for row in waiting if row.nomination.check in MAY_PROCEED)
        self._counts = (len(rows) - len(waiting), len(waiting), len(waiting) - len(self.ready))
        self.grid.set_rows(rows)
        # A round without points keeps the room for what it has.
        points = self.grid.model.column_number("points")
        self.grid.view.heading.setSectionHidden(points, not ranks)
        states = quotas.of_round(session, round_id, listed)
        shown = [one.spoken.rstrip(".") for one in states if one.proposed]
        self._quotas = " · ".join(shown)
        self._show_quotas()
        if state.locked:
            self.summary.hide()
        self._show_buttons()

    def _show_quotas(self) -> None:
        self.grid.set_footer(self._quotas if self.width() >= theme.em(_WIDE) else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_quotas()

    def _group(self, row: ListRow) -> Group:
        listed, waiting, missing = self._counts
        if row.listed:
            return Group(
                title=self.tr("Trong danh sách xét"),
                detail=self.tr("{count} hồ sơ").format(count=listed),
            )
        detail = self.tr("{count} hồ sơ").format(count=waiting)
        if missing:
            detail += self.tr(", {count} chưa đưa được").format(count=missing)
        return Group(title=self.tr("Chưa đưa vào phiên họp"), detail=detail)

    def _show_buttons(self) -> None:
        chosen = self.grid.selected_rows()
        free = not self.desk.locked
        self.send.setVisible(free)
        self.take.setVisible(free)
        self.send.setEnabled(any(not row.listed for row in chosen))
        self.take.setEnabled(any(row.listed for row in chosen))
        self.send_all.setVisible(free and bool(self.ready))
        self.send_all.setText(
            self.tr("Đưa cả {count} hồ sơ đưa được").format(count=len(self.ready))
        )

    # -- the gate -----------------------------------------------------------------------------

    def _send_selected(self) -> None:
        self.send_these([row.id for row in self.grid.selected_rows() if not row.listed])

    def send_ready(self) -> None:
        """Send everybody who may go."""
        self.send_these(self.ready, only_ready=True)

    def send_these(self, ids: Sequence[str], *, only_ready: bool = False) -> None:
        """Send nominations through the gate; a refusal is told above the list."""
        if not ids:
            return
        sitting = self.desk.sitting_id
        self.desk.run(
            lambda session: council.send_to_session(session, sitting, ids, only_ready=only_ready),
            self.tr("Đưa hồ sơ vào phiên họp"),
            done=self._sent,
        )

    def _sent(self, gate: Gate) -> None:
        if gate.passed:
            self.summary.hide()
            self.desk.context.toast(
                self.tr("Đã đưa {count} hồ sơ vào phiên họp.").format(count=len(gate.sent)),
                undo=True,
            )
            return
        self.show_gate(gate)

    def show_gate(self, gate: Gate) -> None:
        """Tell who cannot go and why; each name leads to the cell where it can be mended."""
        lines = [
            SummaryLine(
                where=self.tr("TT {ordinal}").format(ordinal=item.ordinal),
                who=item.name.replace("&", "&&"),
                what=item.sentence,
                jump=partial(
                    self.desk.context.navigate,
                    "nominations",
                    nomination=item.nomination_id,
                    field=item.field,
                ),
            )
            for item in gate.refused
        ]
        onward = None
        if gate.ready:
            onward = button(
                self.tr("Chỉ đưa {count} hồ sơ đưa được").format(count=len(gate.ready)),
                partial(self._send_only, gate.ready),
                name="council.send_only",
            )
        self.summary.show_problems(gate.title, gate.lead, lines, (), onward)

    def _send_only(self, ids: Sequence[str]) -> None:
        self.summary.hide()
        self.send_these(ids, only_ready=True)

    def _take(self) -> None:
        votes = [row.vote_id for row in self.grid.selected_rows() if row.listed]
        self.desk.run(
            lambda session: council.take_out(session, votes),
            self.tr("Rút hồ sơ khỏi phiên họp"),
            done=lambda _changes: self.desk.context.toast(
                self.tr("Đã rút {count} hồ sơ khỏi phiên họp.").format(count=len(votes)),
                undo=True,
            ),
        )

    def panes(self) -> Sequence[QWidget]:
        """Return what F6 goes through."""
        return (self.summary, self.grid.view) if self.summary.isVisible() else (self.grid.view,)
