"""Making the papers of a decision: where they go, in the background, never over an edited one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thiduaqt.services import output
from thiduaqt.services.output import Made, PaperKind
from thiduaqt.ui import dialogs

if TYPE_CHECKING:
    from thiduaqt.services.decision_sheet import Sheet
    from thiduaqt.ui.screens.decisions.desk import DecisionDesk

_FOLDER = "decisions/folder"


class PaperMaking(QObject):
    """Makes papers one run at a time. ``ended()`` follows, whether it worked or not."""

    ended = Signal()

    def __init__(self, desk: DecisionDesk, owner: QObject) -> None:
        super().__init__(owner)
        self.desk = desk
        self.busy = False

    # -- where --------------------------------------------------------------------------------

    def folder(self) -> Path | None:
        """Return where the papers of the decision go: where it was said, else where they are."""
        sheet = self.desk.sheet
        if sheet is None:
            return None
        kept = self.desk.context.memory.get(f"{_FOLDER}/{sheet.decision.id}")
        if isinstance(kept, str) and Path(kept).is_dir():
            return Path(kept)
        return next((paper.path.parent for paper in sheet.papers if paper.path), None)

    def pick_folder(self) -> Path | None:
        """Ask where the papers of this decision go, and remember it."""
        folder = dialogs.pick_folder(
            self.desk.owner, self.tr("Chọn thư mục để ghi văn bản của quyết định này")
        )
        if folder is not None:
            self.desk.context.memory.put(f"{_FOLDER}/{self.desk.decision_id}", str(folder))
            self.ended.emit()
        return folder

    def open_folder(self) -> None:
        """Show the folder in the system's file window."""
        folder = self.folder()
        if folder is not None:
            self.desk.open(folder)

    def open_paper(self, kind: str) -> None:
        """Open a paper with Word or Excel."""
        for paper in self.desk.sheet.papers if self.desk.sheet else ():
            if paper.kind == kind and paper.path is not None:
                self.desk.open(paper.path)

    # -- making -------------------------------------------------------------------------------

    def make_all(self) -> None:
        """Make every paper of the decision."""
        if self.desk.sheet is not None:
            self.make(all_kinds(self.desk.sheet))

    def remake(self) -> None:
        """Make those again that are older than the records."""
        if self.desk.sheet is not None:
            self.make(tuple(paper.kind for paper in self.desk.sheet.outdated))

    def make(self, kinds: tuple[PaperKind, ...]) -> None:
        """Make papers into the folder of the decision, which is asked for the first time."""
        if self.busy or not kinds:
            return
        folder = self.folder() or self.pick_folder()
        if folder is None:
            return
        decision_id = self.desk.decision_id
        self.busy = True
        self.ended.emit()
        self.desk.run_long(
            lambda session, job: output.make_papers(
                session, decision_id, folder, kinds, progress=job.report
            ),
            self.tr("Tạo văn bản"),
            done=self._made,
            failed=self._failed,
        )

    def _made(self, made: Sequence[Made]) -> None:
        self.busy = False
        names = ", ".join(item.path.name for item in made)
        folder = made[0].path.parent.name
        words = self.tr("Đã tạo {names} trong thư mục “{folder}”.")
        told = words.format(names=names, folder=folder)
        if any(item.kept_old for item in made):
            told += self.tr(" Bản đã sửa tay được giữ nguyên, bản mới ghi tên khác.")
        self.desk.context.toast(told)
        self.ended.emit()

    def _failed(self, _fault: Exception) -> bool:
        self.busy = False
        self.ended.emit()  # those made before it stopped are there
        return False


def all_kinds(sheet: Sheet) -> tuple[PaperKind, ...]:
    """Return the papers a decision has as it stands."""
    return tuple(paper.kind for paper in sheet.papers)
