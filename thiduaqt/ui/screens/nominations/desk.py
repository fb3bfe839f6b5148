"""What the parts of the nominations screen share: how to write, and what to say when refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from thiduaqt.domain.errors import UserError
from thiduaqt.services import dossiers, evidence, nominations, registers
from thiduaqt.services.editing import Edit
from thiduaqt.ui import dialogs
from thiduaqt.ui.screen import ScreenContext

if TYPE_CHECKING:
    from thiduaqt.domain.records import CheckState, Evidence
    from thiduaqt.services.dossiers import Dossier
    from thiduaqt.services.session import Session

# What the list and the panel tell of: they read again after a change of any of these.
FAMILIES = frozenset(
    {
        *("nomination", "person", "unit", "team", "team_member", "household"),
        *("evidence", "standing_flag", "award", "movement", "round", "decision"),
        *("council_session", "vote", "score_sheet", "criteria_edition", "registration", "block"),
    }
)


class NominationDesk(QObject):
    """Writes for the list and the panel.

    ``refused(text)`` follows a write that was not possible, ``go_wanted(id)`` the wish to see
    another nomination.
    """

    refused = Signal(str)
    go_wanted = Signal(str)

    def __init__(self, context: ScreenContext, owner: QWidget) -> None:
        super().__init__(owner)
        self.context = context
        self.owner = owner

    def run(
        self,
        op: Callable[[Session], Any],
        label: str,
        done: Callable[[Any], None] | None = None,
    ) -> None:
        """Write through the window's writer; the screen reloads by itself."""
        self.context.tasks.run(op, label=label, done=done, failed=self._on_failed, owner=self.owner)

    def _on_failed(self, error: Exception) -> bool:
        if not isinstance(error, UserError):
            return False
        self.refused.emit(error.text)
        return True

    def edit(self, edits: Sequence[Edit], label: str = "") -> None:
        """Store edited fields as one step."""
        wanted = list(edits)
        self.run(
            lambda session: nominations.edit(session, wanted, label=label), self.tr("Sửa hồ sơ")
        )

    def mark(self, ids: Sequence[str], code: str, state: CheckState) -> None:
        """Set a criterion or paper."""
        wanted = list(ids)
        self.run(lambda session: dossiers.mark(session, wanted, code, state), self.tr("Đánh dấu"))

    def note(self, nomination_id: str, tick: dossiers.Tick) -> None:
        """Ask what was done for a criterion; what is told counts as fulfilled."""
        text = dialogs.ask_reason(
            self.owner,
            self.tr("Ghi nội dung"),
            self.tr("Nội dung của tiêu chí"),
            self.tr("Ghi ngắn gọn việc đã làm: {title}").format(title=tick.title),
        )
        if text is not None:
            self.run(
                lambda session: nominations.set_check(
                    session, nomination_id, tick.code, "met", note=text
                ),
                self.tr("Ghi nội dung tiêu chí"),
            )

    def attach(self, nomination_id: str, code: str, files: Sequence[Path] = ()) -> None:
        """Attach files, asked for where none were dropped."""
        chosen = list(files) or dialogs.pick_files(self.owner, self.tr("Gắn tệp minh chứng"))
        for path in chosen:
            self.run(
                partial(evidence.attach, nomination_id=nomination_id, for_code=code, source=path),
                self.tr("Gắn tệp"),
            )

    def detach(self, item: Evidence) -> None:
        """Take a file off; Ctrl+Z brings it back."""
        said = self.tr("Đã gỡ tệp {name}.").format(name=item.name)
        self.run(
            lambda session: evidence.detach(session, item.id),
            self.tr("Gỡ tệp"),
            done=lambda _changes: self.context.toast(said, undo=True),
        )

    def save_copy(self, item: Evidence) -> None:
        """Write a copy of an attached file where the officer wants it."""
        target = dialogs.pick_save(self.owner, self.tr("Lưu bản sao"), item.name)
        if target is None:
            return
        try:
            dossiers.save_copy(self.context.session, item, target)
        except UserError as error:
            self.refused.emit(error.text)
            return
        self.context.toast(self.tr("Đã lưu bản sao vào {name}.").format(name=target.name))

    def override(self, dossier: Dossier) -> None:
        """Accept as an exception; the reason is asked for and kept."""
        reason = dialogs.ask_reason(
            self.owner,
            self.tr("Chấp nhận"),
            self.tr("Chấp nhận ngoại lệ"),
            self.tr("Ghi lý do đưa {name} ra Hội đồng dù chưa đủ điều kiện.").format(
                name=dossier.row.display
            ),
        )
        if reason is not None:
            self._override(dossier.row.id, reason)

    def take_back_override(self, dossier: Dossier) -> None:
        """Let the check speak again."""
        self._override(dossier.row.id, "")

    def _override(self, nomination_id: str, reason: str) -> None:
        self.run(
            lambda session: nominations.override(session, nomination_id, reason),
            self.tr("Chấp nhận ngoại lệ"),
        )

    def not_a_duplicate(self, nomination_id: str, other_id: str) -> None:
        """Keep that two nominations are about two recipients."""
        self.run(
            lambda session: nominations.not_a_duplicate(session, nomination_id, other_id),
            self.tr("Đánh dấu không trùng"),
        )

    def open_flag(self, dossier: Dossier) -> None:
        """Note a matter under way against the recipient: discipline, inspection, complaint."""
        kinds = {
            self.tr("Kỷ luật"): "discipline",
            self.tr("Thanh tra, kiểm tra"): "inspection",
            self.tr("Khiếu nại, tố cáo"): "complaint",
        }
        kind = dialogs.ask(
            self.owner,
            self.tr("Ghi vướng mắc"),
            self.tr("{name} đang vướng việc gì?").format(name=dossier.row.display),
            list(kinds),
        )
        if kind is None:
            return
        paper = dialogs.ask_text(
            self.owner,
            self.tr("Ghi"),
            kind,
            self.tr("Văn bản ghi việc này (số, ngày, nơi gửi)"),
        )
        if paper is None:
            return
        nomination = dossier.nomination
        values = {
            "person_id": nomination.person_id,
            "unit_id": nomination.unit_id,
            "kind": kinds[kind],
            "document": paper,
        }
        self.run(lambda session: registers.add_flag(session, **values), self.tr("Ghi vướng mắc"))

    def close_flag(self, flag_id: str) -> None:
        """Note by which paper and on which day a matter ended."""
        paper = dialogs.ask_text(
            self.owner,
            self.tr("Tiếp tục"),
            self.tr("Ghi kết luận"),
            self.tr("Văn bản kết luận (số, nơi ban hành)"),
        )
        if paper is None:
            return
        day = dialogs.ask_text(
            self.owner,
            self.tr("Ghi"),
            self.tr("Ghi kết luận"),
            self.tr("Ngày kết thúc, ví dụ 05/03/2026"),
        )
        if day is not None:
            self.run(
                lambda session: registers.close_flag(
                    session, flag_id, closed=day, cleared_by=paper
                ),
                self.tr("Ghi kết luận"),
            )
