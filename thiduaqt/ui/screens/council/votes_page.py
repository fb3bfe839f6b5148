"""Step 3: ballots, threshold, votes typed row by row, the result beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from thiduaqt.domain.plan import RECIPIENT_WORDS
from thiduaqt.services import council
from thiduaqt.services.council import ResultRow, Results, Typed
from thiduaqt.ui import dialogs, theme, tokens
from thiduaqt.ui.forms.reading import UnreadableNumber, read_number
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screens.council.ballot_pad import BallotPad
from thiduaqt.ui.screens.council.columns import vote_columns
from thiduaqt.ui.screens.council.counting import CountStrip
from thiduaqt.ui.screens.council.desk import CouncilDesk
from thiduaqt.ui.screens.council.panel import ResultPanel
from thiduaqt.ui.tables.columns import CellEdit, Group
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.labels import meta
from thiduaqt.ui.widgets.strips import ErrorSummary, MessageStrip, SummaryLine

_FIELDS = ("agree", "disagree", "other")
_PANEL = 288
_WIDE = 1000
_HIGH = 520


class VotesPage(QWidget):
    """The heart of the screen: one number per nominee, Enter goes down.

    ``step_wanted(int)`` asks for another step (attendance is taken in the first).
    """

    step_wanted = Signal(int)
    reopen_wanted = Signal()

    def __init__(self, desk: CouncilDesk) -> None:
        super().__init__()
        self.setObjectName("council.votes")
        self.desk = desk
        self.strip = MessageStrip("error")
        self.strip.setObjectName("council.votes.strip")
        self.summary = ErrorSummary()
        self.counting = CountStrip(desk)
        self.grid: Grid[ResultRow] = Grid(
            vote_columns(lambda: desk.locked), name="council.votes.grid", memory=desk.context.memory
        )
        self.pad = BallotPad()
        self.panel = ResultPanel(desk)
        self._panel_wanted: bool | None = None
        self._act = ""
        self._groups: dict[str, Group] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        self.grid.hide_bar()
        self.grid.set_groups(lambda row: self._groups.get(row.id))
        self.grid.set_empty(
            self.tr("Chưa có ai trong danh sách xét"),
            self.tr("Đưa hồ sơ vào danh sách ở bước Danh sách xét."),
            [button(self.tr("Mở Danh sách xét"), lambda: self.step_wanted.emit(1))],
        )
        self.hint = meta("")
        self.hint.setTextFormat(Qt.TextFormat.RichText)
        self.by_paper = button(
            self.tr("Nhập theo từng phiếu"),
            self._begin_pad,
            icon="clipboard-text",
            name="council.by_paper",
        )
        # In a narrow window the running result is one line, and the panel opens from it.
        self.brief = MessageStrip("info")
        self.brief.setObjectName("council.brief")
        self.reopen = button(
            self.tr("Mở lại kết quả…"), self.reopen_wanted.emit, icon="key", name="council.reopen"
        )
        self.foot = QWidget()
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.by_paper)
        foot.addWidget(self.reopen)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.pad)
        middle = QHBoxLayout()
        middle.setSpacing(tokens.GAP)
        middle.addWidget(self._stack, 1)
        middle.addWidget(self.panel)
        self.panel.setFixedWidth(theme.em(_PANEL))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(tokens.GAP)
        page.addWidget(self.counting)
        page.addWidget(self.strip)
        page.addWidget(self.summary)
        page.addLayout(middle, 1)
        page.addWidget(self.brief)
        page.addWidget(self.foot)
        self.grid.hide_foot()

    def _connect(self) -> None:
        self.grid.edited.connect(self._enter)
        self.grid.told.connect(lambda words: self.strip.say(words, kind="info"))
        self.panel.row_wanted.connect(self.go_to)
        self.counting.attendance_wanted.connect(lambda: self.step_wanted.emit(0))
        self.pad.finished.connect(self._enter_papers)
        self.pad.given_up.connect(self._close_pad)
        self.summary.closed.connect(self._lay_out)

    # -- showing ------------------------------------------------------------------------------

    def show_state(self, state: Results) -> None:
        """Show the session as it stands."""
        several = len({group.award for group in state.groups}) > 1
        self._groups = {
            row.id: _group_line(group, several=several)
            for group in state.groups
            for row in group.rows
        }
        self.grid.set_rows(state.rows)
        self.counting.show_state(state)
        self.panel.show_state(state)
        self.by_paper.setVisible(not state.locked and state.session.form == "secret")
        self.reopen.setVisible(state.locked)
        self._show_hint(state)
        if state.locked:
            self.summary.hide()
        self._lay_out()

    def _show_hint(self, state: Results) -> None:
        if state.locked:
            words = self.tr("Kết quả đã chốt nên chỉ xem được.")
        else:
            words = self.tr(
                "Gõ số <b>Đồng ý</b>, phần còn lại tự điền vào <b>Không</b>; Enter xuống dòng. "
                "Đã nhập {entered}/{all} dòng."
            ).format(entered=state.entered, all=len(state.rows))
        self.hint.setText(words)

    def _lay_out(self) -> None:
        wide = self.width() >= theme.em(_WIDE)
        shown = wide if self._panel_wanted is None else self._panel_wanted
        typing = self._stack.currentIndex() == 0
        self.panel.setVisible(shown and typing)
        # The summary of what is in the way needs the height of a low window for itself.
        crowded = self.summary.isVisibleTo(self) and self.height() < theme.em(_HIGH)
        self.foot.setVisible(typing and not crowded)
        self._show_brief(visible=not wide and typing and not crowded)

    def _show_brief(self, *, visible: bool) -> None:
        state = self.desk.state
        if not visible or state is None or not state.rows:
            self.brief.say("")
            return
        words, kind = brief_words(state)
        act = self.tr("Ẩn bảng") if self.panel.isVisibleTo(self) else self.tr("Xem, chọn…")
        if words != self.brief.text() or not self.brief.isVisibleTo(self) or act != self._act:
            self._act = act
            self.brief.say(words, (act, self.toggle_panel), kind=kind)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._lay_out()

    def toggle_panel(self) -> None:
        """Show or hide the running result (F4)."""
        self._panel_wanted = not self.panel.isVisibleTo(self)
        self._lay_out()

    def go_to(self, vote_id: str) -> None:
        """Go to the number of one nominee."""
        self.grid.select_row(vote_id, "agree")
        self.grid.view.setFocus()

    def show_problems(
        self, heading: str, rest: str, lines: Sequence[SummaryLine], actions: Sequence[QPushButton]
    ) -> None:
        """Say what stands in the way of locking."""
        self.summary.show_problems(heading, rest, lines, actions)
        self._lay_out()

    def begin_typing(self) -> None:
        """Go to the first row without votes."""
        state = self.desk.state
        if state is None or not state.rows:
            return
        empty = next((row for row in state.rows if row.vote.agree is None), state.rows[0])
        self.go_to(empty.id)

    # -- entering -----------------------------------------------------------------------------

    def _enter(self, edits: list[CellEdit]) -> None:
        sitting = self.desk.sitting_id
        try:
            numbers = _numbers(edits)
        except UnreadableNumber as fault:
            self._refuse(self.tr("“{text}” không phải số phiếu.").format(text=str(fault)))
            return
        self.strip.say("")
        self.desk.run(
            lambda session: council.enter_many(session, sitting, numbers),
            self.tr("Nhập phiếu"),
            failed=self._not_entered,
        )

    def _refuse(self, words: str) -> None:
        self.grid.discard_pending()
        tail = self.tr("Gõ số nguyên từ 0 trở lên; ô này chưa được lưu.")
        self.strip.say(f"{words} {tail}", kind="error")

    def _not_entered(self, _fault: Exception) -> None:
        self.grid.discard_pending()

    def _begin_pad(self) -> None:
        state = self.desk.state
        if state is None or not state.rows:
            return
        if state.entered and not dialogs.confirm(
            self,
            self.tr("&Nhập lại từ đầu"),
            self.tr("Nhập theo từng phiếu"),
            self.tr("Số phiếu đã nhập sẽ được thay bằng kết quả cộng từ các phiếu."),
        ):
            return
        self.pad.begin(state.rows, state.body.issued or state.body.voters)
        self._stack.setCurrentIndex(1)
        self._lay_out()
        self.pad.setFocus()

    def _enter_papers(self) -> None:
        sitting = self.desk.sitting_id
        ballots = self.pad.ballots()
        self._close_pad()
        self.desk.run(
            lambda session: council.enter_ballots(session, sitting, ballots),
            self.tr("Nhập {count} phiếu").format(count=len(ballots)),
        )

    def _close_pad(self) -> None:
        self._stack.setCurrentIndex(0)
        self._lay_out()
        self.grid.view.setFocus()

    def panes(self) -> Sequence[QWidget]:
        """Return what F6 goes through."""
        return (self.counting, self.grid.view, self.panel)


def _group_line(group: council.GroupResult, *, several: bool) -> Group:
    words = RECIPIENT_WORDS[group.kind]
    title = f"{group.title} · {group.award_name}" if several else group.title
    limit = group.quota.limit
    if limit is None or not group.quota.plain or len(group.quotas) > 1:
        return Group(title=title, detail=f"{len(group.rows)} {words}, {group.limit_words}")
    return Group(title=title, detail=f"{len(group.rows)} {words}, kế hoạch cho tối đa {limit}")


def brief_words(state: Results) -> tuple[str, str]:
    """Return the running result in one line, and how serious it is: ok, warn or error."""
    parts = [
        translate("VotesPage", "{title}: đạt {passed}, chọn {chosen} / {limit}").format(
            title=group.title,
            passed=len(group.passed),
            chosen=len(group.chosen),
            limit=group.limit_words,
        )
        for group in state.groups
    ]
    over = any(group.over for group in state.groups) and not state.session.over_quota_reason
    kind = "warn" if over or any(group.tie for group in state.groups) else "ok"
    if not state.entered:
        kind = "info"
    if state.wrong_rows:
        kind = "error"
        words = translate("VotesPage", "Còn {count} dòng chưa khớp")
        parts.append(words.format(count=len(state.wrong_rows)))
    return ". ".join(parts), kind


def _numbers(edits: Sequence[CellEdit]) -> dict[str, Typed]:
    """Return the numbers of each row touched. Raises UnreadableNumber.

    Typing *Đồng ý* alone lets the rest be worked out anew; the other two keep what stands.
    """
    by_row: dict[str, dict[str, int | None]] = defaultdict(dict)
    rows: dict[str, ResultRow] = {}
    for edit in edits:
        rows[edit.row.id] = edit.row
        by_row[edit.row.id][edit.column_key] = _whole(edit.new)
    return {row_id: _merged(rows[row_id], typed) for row_id, typed in by_row.items()}


def _merged(row: ResultRow, typed: dict[str, int | None]) -> Typed:
    if set(typed) == {"agree"} and typed["agree"] is None:
        return None, None, None
    kept: dict[str, Callable[[], int | None]] = {
        "agree": lambda: row.vote.agree,
        "disagree": lambda: None if "agree" in typed else row.vote.disagree,
        "other": lambda: row.vote.other,
    }
    agree, disagree, other = (
        typed[field] if field in typed else kept[field]() for field in _FIELDS
    )
    return agree, disagree, other


def _whole(text: str) -> int | None:
    value = read_number(text)
    if value is None:
        return None
    if value != value.to_integral_value() or not 0 <= value <= 9999:
        raise UnreadableNumber(text)
    return int(value)
