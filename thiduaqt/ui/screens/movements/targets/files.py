"""Figures from and to Excel, the table of targets and its chart on paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from thiduaqt.domain.errors import UserError
from thiduaqt.domain.text import fold
from thiduaqt.services import target_files, target_papers, targets
from thiduaqt.services.target_files import Imported
from thiduaqt.ui import dialogs
from thiduaqt.ui.printing.charts import write_chart_pdf
from thiduaqt.ui.screens.movements.tab import Tab
from thiduaqt.ui.tasks import Job

if TYPE_CHECKING:
    from thiduaqt.services.session import Session

_WORD = re.compile(r"[a-z0-9]+")
_EXCEL = [("Excel", "*.xlsx")]
_KINDS = {".docx": [("Word", "*.docx")], ".xlsx": _EXCEL, ".pdf": [("PDF", "*.pdf")]}


class TargetFiles(QObject):
    """Asks for a file and does the work aside; ``span()`` is (year, period) of what is shown."""

    def __init__(self, tab: Tab, span: Callable[[], tuple[int, str]]) -> None:
        super().__init__(tab)
        self._tab = tab
        self._span = span

    def _run(
        self, op: Callable[[Session, Job], Any], label: str, done: Callable[[Any], None]
    ) -> None:
        tab = self._tab

        def failed(error: Exception) -> bool:
            if isinstance(error, UserError):
                tab.strip.say(
                    " ".join(part for part in (error.what, error.todo, error.data) if part)
                )
                return True
            return False

        tab.strip.say("")
        tab.context.tasks.run_long(op, done=done, failed=failed, label=label, owner=tab)

    # -- figures ------------------------------------------------------------------------------

    def take_in(self) -> None:
        """Keep the figures of a filled form."""
        tab, label = self._tab, self.tr("Nhập số liệu từ Excel")
        movement = tab.movement
        path = dialogs.pick_file(tab, label, _EXCEL) if movement is not None else None
        if movement is None or path is None:
            return
        movement_id, reading, keeping = movement.id, self.tr("Đang đọc tệp"), self.tr("Đang lưu")

        def work(session: Session, job: Job) -> Imported:
            job.report(0, 2, reading)
            found = target_files.read_figures(session, path, movement_id=movement_id)
            job.report(1, 2, keeping)
            made = target_files.keep_figures(session, found)
            job.report(2, 2)
            return made

        self._run(work, label, self._taken_in)

    def _taken_in(self, made: Imported) -> None:
        found = made.file
        if not found.entries:
            words = self.tr("“{name}” không có số liệu mới: {same} số đã có.")
            self._tab.context.toast(words.format(name=found.name, same=found.same))
            return
        words = self.tr("Đã nhập {new} số mới, sửa {changed} số; {same} số như cũ.")
        said = words.format(new=found.new, changed=found.changed, same=found.same)
        self._tab.context.toast(said, undo=True)

    def give_out(self) -> None:
        """Write the form that units fill in, for the period shown."""
        year, period = self._span()
        label = self.tr("Xuất biểu nhập số liệu")
        path = self._where(label, "bieu-chi-tieu", ".xlsx")
        movement = self._tab.movement
        if path is None or movement is None:
            return
        movement_id = movement.id

        def work(session: Session, job: Job) -> Path:
            job.report(0, 1)
            return target_files.export_form(session, path, movement_id, period=period or str(year))

        self._run(work, label, self._written)

    # -- paper --------------------------------------------------------------------------------

    def print_table(self, suffix: str) -> None:
        """Write the table as Word (".docx") or Excel (".xlsx")."""
        year, period = self._span()
        label = self.tr("In bảng chỉ tiêu")
        path = self._where(label, "bang-chi-tieu", suffix)
        movement = self._tab.movement
        if path is None or movement is None:
            return
        movement_id = movement.id

        def work(session: Session, job: Job) -> Path:
            job.report(0, 1)
            return target_papers.export_table(session, path, movement_id, year=year, period=period)

        self._run(work, label, self._written)

    def print_chart(self) -> None:
        """Write the bars as a PDF of A4 pages."""
        year, period = self._span()
        label = self.tr("In biểu đồ chỉ tiêu")
        path = self._where(label, "bieu-do-chi-tieu", ".pdf")
        movement = self._tab.movement
        if path is None or movement is None:
            return
        movement_id = movement.id

        def work(session: Session, job: Job) -> Path:
            job.report(0, 1)
            shown = targets.overview(session, movement_id, year=year, period=period)
            write_chart_pdf(target_papers.chart_of(shown), path)
            return path

        self._run(work, label, self._written)

    def _where(self, label: str, name: str, suffix: str) -> Path | None:
        movement = self._tab.movement
        if movement is None:
            return None
        year, period = self._span()
        stem = "-".join(_WORD.findall(fold(movement.short_name or movement.title)))[:40]
        suggested = f"{name}-{stem}-{(period or str(year)).lower()}{suffix}"
        return dialogs.pick_save(self._tab, label, suggested, _KINDS[suffix])

    def _written(self, path: Path) -> None:
        self._tab.context.toast(self.tr("Đã xuất vào {name}.").format(name=path.name))
