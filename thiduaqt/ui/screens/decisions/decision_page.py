"""The tab of decisions: the list at the left, the decision chosen at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.decisions import Line
from thiduaqt.services import decision_sheet, decisions
from thiduaqt.services.decision_sheet import DecisionRow, Sheet, Undrafted
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.screens.decisions.columns import line_columns
from thiduaqt.ui.screens.decisions.decision_list import DecisionList
from thiduaqt.ui.screens.decisions.desk import DecisionDesk
from thiduaqt.ui.screens.decisions.draft_form import DraftForm
from thiduaqt.ui.screens.decisions.issuing import Issuing
from thiduaqt.ui.screens.decisions.notes import Notes
from thiduaqt.ui.screens.decisions.paper_making import PaperMaking
from thiduaqt.ui.screens.decisions.tiles import PaperTiles
from thiduaqt.ui.screens.decisions.total import TotalRow
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.strips import EmptyState, ErrorSummary, MessageStrip, SummaryLine

_LIST, _LIST_NARROW = 236, 196
_NARROW = 1000
_LOW = 460
_LEAST = 64
_MINUTES = 3  # the last step of the council's session


class DecisionPage(QWidget):
    """``shown()`` follows every change of what is on show."""

    shown = Signal()

    def __init__(self, desk: DecisionDesk) -> None:
        super().__init__()
        self.setObjectName("decisions.page")
        self.desk = desk
        self.rows: tuple[DecisionRow, ...] = ()
        self.undrafted: tuple[Undrafted, ...] = ()
        self._wanted = ""
        self._round = ""
        self._problems = False
        self.papers = PaperMaking(desk, self)
        self.facts = DraftForm(desk)
        self._make_parts()
        self.issuing = Issuing(self)
        self._lay_out()
        self._connect()

    # -- building -----------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.list = DecisionList()
        self.draft_button = button(
            self.tr("Lập dự thảo…"), self.draft_next, icon="plus", name="decisions.draft_next"
        )
        self.tiles = PaperTiles()
        self.summary = ErrorSummary()
        self.strip = MessageStrip("warn")
        self.strip.setObjectName("decisions.strip")
        self.grid: Grid[Line] = Grid(
            line_columns(),
            name="decisions.grid",
            memory=self.desk.context.memory,
            row_id=lambda line: line.nomination_id or line.ordinal,
        )
        self.grid.view.setAccessibleName(self.tr("Danh sách được khen"))
        self.grid.hide_bar()
        self.grid.hide_foot()
        self.grid.view.setMinimumHeight(_LEAST)
        self.grid.set_empty(
            self.tr("Danh sách chưa có ai"),
            self.tr("Danh sách lấy từ kết quả đã chốt của Hội đồng."),
        )
        self.total = TotalRow(self.grid)
        self.notes = Notes()
        self.start = button(
            self.tr("Lập dự thảo quyết định"),
            self.draft_next,
            kind="primary",
            name="decisions.draft",
        )
        self.to_council = button(
            self.tr("Mở Xét duyệt"),
            lambda: self.desk.context.navigate("council"),
            name="decisions.to_council",
        )
        self.empty = EmptyState("", "", [self.start, self.to_council], icon="gavel")

    def _lay_out(self) -> None:
        self._left = Card()
        self._left.body.setContentsMargins(0, 0, 0, 0)
        self._left.body.setSpacing(0)
        self._left.body.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 6, 8, 6)
        foot.addWidget(self.draft_button)
        self._left.body.addLayout(foot)
        card = Card()
        card.body.setSpacing(6)
        card.body.addWidget(self.facts)
        card.body.addWidget(self.tiles)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        table = QVBoxLayout()
        table.setSpacing(0)
        table.addWidget(self.grid, 1)
        table.addWidget(self.total)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP)
        column.addWidget(self.summary)
        column.addWidget(card)
        column.addWidget(self.strip)
        column.addLayout(table, 1)
        column.addWidget(self.notes)
        column.addStretch()
        self._stack = QStackedWidget()
        self._stack.addWidget(sheet)
        holder = QWidget()
        around = QVBoxLayout(holder)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.empty)
        self._stack.addWidget(holder)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        row.addWidget(self._left)
        row.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(self.choose)
        self.tiles.opened.connect(self.papers.open_paper)
        self.tiles.wanted.connect(lambda kind: self.papers.make((kind,)))
        self.tiles.folder_opened.connect(self.papers.open_folder)
        self.tiles.folder_wanted.connect(self.papers.pick_folder)
        self.papers.ended.connect(self.reload)
        self.notes.reopen_wanted.connect(self.issuing.reopen)
        self.notes.result_wanted.connect(self._show_result)
        self.summary.closed.connect(self._problems_closed)

    # -- showing ------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the list and the decision on show anew."""
        session = self.desk.context.session
        self.rows = decision_sheet.overview(session)
        self.undrafted = decision_sheet.undrafted(session)
        chosen = self._choice()
        before = self.desk.decision_id
        self.desk.sheet = decision_sheet.sheet(session, chosen) if chosen else None
        self.list.show_rows(self.rows, chosen)
        self._left.setVisible(bool(self.rows))
        self.draft_button.setVisible(bool(self.undrafted and self.rows))
        if self.desk.sheet is not None:
            self._show_sheet(self.desk.sheet, fresh=chosen != before)
        else:
            self._show_empty()
        self._stack.setCurrentIndex(0 if self.desk.sheet is not None else 1)
        self.shown.emit()

    def _choice(self) -> str:
        """Return the decision to show: the one wanted, else one of the round, the draft first."""
        ids = {row.id for row in self.rows}
        round_id = self.desk.context.round_id
        if round_id != self._round:
            self._round = round_id
            self._wanted = "" if self._wanted not in ids else self._wanted
            if self.desk.sheet is not None and self.desk.sheet.decision.round_id != round_id:
                self._wanted = ""
        if self._wanted in ids:
            return self._wanted
        found = decisions.listing(self.desk.context.session, round_id) if round_id else ()
        if found:
            return found[0].id
        waits = any(item.round_id == round_id for item in self.undrafted)
        return self.rows[0].id if self.rows and not waits else ""

    def _show_sheet(self, sheet: Sheet, *, fresh: bool) -> None:
        if fresh or not sheet.blocking:
            self.hide_problems()
        self.facts.show_sheet(sheet)
        folder = self.papers.folder()
        self.tiles.show_papers(sheet.papers, draft=sheet.draft, folder=str(folder or ""))
        self._show_strip(sheet)
        self.grid.set_rows(sheet.lines)
        self._fit_grid(len(sheet.lines))
        self.total.show_sheet(sheet)
        self.notes.show_sheet(sheet)
        self.fit()

    def _show_strip(self, sheet: Sheet) -> None:
        old = len(sheet.outdated)
        if not old:
            self.strip.say("")
            return
        words = self.tr("{what} sau khi tạo văn bản. Bản cũ vẫn còn.").format(what=sheet.changed)
        if any(paper.state == "edited" for paper in sheet.papers):
            words += self.tr(" Bản đã sửa tay không bị ghi đè.")
        again = self.tr("Tạo lại {count} văn bản").format(count=old)
        self.strip.say(words, (again, self.papers.remake), kind="warn")

    def _fit_grid(self, count: int) -> None:
        """Let the table end with its last line, so that the total stands right below it."""
        view = self.grid.view
        heading = view.heading.sizeHint().height()
        rows = max(count, 6 if not count else 1) * view.verticalHeader().defaultSectionSize()
        frame = 2 * view.frameWidth()
        self.grid.setMaximumHeight(heading + rows + frame)

    def _show_empty(self) -> None:
        round_id = self.desk.context.round_id
        waiting = next((one for one in self.undrafted if one.round_id == round_id), None)
        waiting = waiting or next(iter(self.undrafted), None)
        self.start.setVisible(waiting is not None)
        if waiting is None:
            self.empty.set_texts(
                self.tr("Chưa có quyết định nào"),
                self.tr("Chốt kết quả phiên họp ở phần Xét duyệt, rồi lập dự thảo ở đây."),
            )
            return
        day = PartialDate.from_value(waiting.held_on).display() if waiting.held_on else "…"
        words = self.tr("Phiên họp ngày {day} đã chốt, chọn {count} trường hợp. {around}.")
        self.empty.set_texts(
            self.tr("Chưa có dự thảo quyết định"),
            words.format(day=day, count=waiting.count, around=waiting.around),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(
            theme.em(_LIST_NARROW if self.width() < theme.em(_NARROW) else _LIST)
        )
        self.fit()

    def fit(self) -> None:
        """In a low window leave the room to the list and to what stands in the way."""
        low = self.height() < theme.em(_LOW)
        cramped = low and self._problems
        for part in (self.tiles, self.notes):
            part.setVisible(not cramped)
        self.grid.view.setMinimumHeight(_LEAST // 2 if cramped else _LEAST)
        sheet = self.desk.sheet
        self.total.setVisible(sheet is not None and bool(sheet.lines) and not cramped)
        self.notes.set_low(on=low)

    # -- what stands in the way ---------------------------------------------------------------

    def show_problems(self, heading: str, rest: str, lines: Sequence[SummaryLine]) -> None:
        """Say above the fields what stands in the way of issuing."""
        self._problems = True
        self.fit()  # room first: a summary must not push the window open
        self.facts.ask_for_all()
        self.summary.show_problems(heading, rest, lines)

    def hide_problems(self) -> None:
        """Take the summary away."""
        self._problems = False
        self.summary.hide()
        self.fit()

    def _problems_closed(self) -> None:
        self.hide_problems()
        self.go_to("number")

    # -- acting -------------------------------------------------------------------------------

    def choose(self, decision_id: str) -> None:
        """Show a decision."""
        self._wanted = decision_id
        self.reload()

    def draft_next(self) -> None:
        """Draft the decision of the locked session that has none: of the round first."""
        round_id = self.desk.context.round_id
        waiting = [one for one in self.undrafted if one.round_id == round_id] or self.undrafted
        if not waiting:
            return
        sitting = waiting[0].session_id
        before = {row.id for row in self.rows}

        def drafted(_changes: object) -> None:
            self.reload()
            fresh = [row.id for row in self.rows if row.id not in before]
            if fresh:
                self.choose(fresh[0])
            self.go_to("number")

        self.desk.run(
            lambda session: decisions.draft(session, sitting),
            self.tr("Lập dự thảo quyết định"),
            done=drafted,
        )

    def _show_result(self) -> None:
        self.desk.context.navigate("council", step=_MINUTES)

    def go_to(self, key: str) -> None:
        """Give the focus to a field, or to the list for anything else."""
        if key in ("lines", "money", "") or not self.facts.go_to(key):
            self.grid.view.setFocus()
            rows = self.grid.shown_rows()
            if rows and self.grid.current_row() is None:
                column = key if key == "money" else "name"
                self.grid.select_row(self.grid.model.row_id(rows[0]), column)

    def panes(self) -> Sequence[QWidget]:
        """Return what F6 goes through."""
        if self.desk.sheet is None:
            return (self.empty,) if not self.rows else (self.list, self.empty)
        return (self.list, self.facts.form, self.tiles, self.grid)
