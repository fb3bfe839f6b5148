"""Locking a result: checked once more, refused with every reason, opened again with one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from thiduaqt.domain.issues import Issue
from thiduaqt.services import council
from thiduaqt.services.council import NotReady
from thiduaqt.ui import dialogs
from thiduaqt.ui.screens.council.review import answer_rows, step_of
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.strips import SummaryLine

if TYPE_CHECKING:
    from thiduaqt.ui.screens.council.screen import CouncilScreen

MEMBERS, LIST, VOTES, MINUTES = range(4)


class Locking(QObject):
    """What the filled button of the third step does, and how it is taken back."""

    def __init__(self, screen: CouncilScreen) -> None:
        super().__init__(screen)
        self.screen = screen

    def lock(self) -> None:
        """Check everything once more, then lock; what is in the way is told above the votes."""
        self.screen.commit_open_editor()
        state = council.results(self.screen.context.session, self.screen.desk.sitting_id)
        found = council.problems(state)
        blocking = [issue for issue in found if issue.severity == "error"]
        if blocking:
            self.show_problems(blocking)
            return
        answer = dialogs.check_answers(
            self.screen,
            self.tr("Chốt kết quả"),
            self.tr("Kiểm tra lại trước khi chốt"),
            answer_rows(state, [issue for issue in found if issue.severity == "review"]),
            consequence=self.tr("Chốt xong danh sách khóa lại; mở lại phải ghi lý do."),
            action=self.tr("&Chốt"),
        )
        if answer == "reason":
            self.screen.votes.panel.ask_reason()
        elif isinstance(answer, str):
            self.screen.go_to_step(int(answer))
        elif answer:
            self._lock_now()

    def _lock_now(self) -> None:
        sitting = self.screen.desk.sitting_id

        def locked(_changes: object) -> None:
            self.screen.context.toast(self.tr("Đã chốt kết quả phiên họp."), undo=True)
            self.screen.go_to_step(MINUTES)

        def refused(fault: Exception) -> bool:
            if isinstance(fault, NotReady):
                self.show_problems(fault.issues)
                return True
            return False

        self.screen.desk.run(
            lambda session: council.lock(session, sitting),
            self.tr("Chốt kết quả"),
            done=locked,
            failed=refused,
        )

    def show_problems(self, issues: Sequence[Issue]) -> None:
        """Say what stands in the way of locking; each line leads to where it can be mended."""
        lines = [
            SummaryLine(
                where=str(number),
                who=self._place_of(issue),
                what=issue.message,
                jump=partial(self._mend, issue),
            )
            for number, issue in enumerate(issues, start=1)
        ]
        actions = []
        if any(issue.code == "OVER_QUOTA" for issue in issues):
            actions.append(
                button(
                    self.tr("Ghi lý do vượt…"),
                    self.screen.votes.panel.ask_reason,
                    name="council.why",
                )
            )
        self.screen.go_to_step(VOTES)
        self.screen.votes.show_problems(
            self.tr("Chưa chốt được kết quả: {count} mục").format(count=len(issues)),
            self.tr("Số phiếu đã nhập được giữ nguyên. Bấm vào từng mục để sửa."),
            lines,
            actions,
        )

    def _place_of(self, issue: Issue) -> str:
        row = self._row_of(issue)
        if row is not None:
            return row.name.replace("&", "&&")
        state = self.screen.desk.state
        groups = {group.key: group.title for group in state.groups} if state else {}
        names = {MEMBERS: self.tr("Thành phần"), LIST: self.tr("Danh sách xét")}
        return groups.get(issue.field) or names.get(step_of(issue), self.tr("Kết quả phiếu"))

    def _row_of(self, issue: Issue) -> council.ResultRow | None:
        rows = self.screen.desk.state.rows if self.screen.desk.state else ()
        return next((row for row in rows if row.tally.issue == issue), None)

    def _mend(self, issue: Issue) -> None:
        row = self._row_of(issue)
        self.screen.go_to_step(step_of(issue))
        if row is not None:
            self.screen.votes.go_to(row.id)

    def reopen(self) -> None:
        """Open a locked result again, with a reason."""
        sitting = self.screen.desk.sitting_id
        reason = dialogs.ask_reason(
            self.screen,
            self.tr("&Mở lại"),
            self.tr("Mở lại kết quả đã chốt"),
            self.tr("Ghi lý do; lý do được giữ trong nhật ký."),
        )
        if reason:
            self.screen.desk.run(
                lambda session: council.reopen(session, sitting, reason),
                self.tr("Mở lại kết quả phiên họp"),
                done=lambda _changes: self.screen.go_to_step(VOTES),
            )
