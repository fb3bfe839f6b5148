"""Nhập từ Excel: four steps on one page; nothing is written before the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from thiduaqt.domain.repair import Letters
from thiduaqt.services import intake
from thiduaqt.services.intake import Committed
from thiduaqt.ui import dialogs
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import Screen, ScreenContext
from thiduaqt.ui.screens.intake import letters
from thiduaqt.ui.screens.intake.export import export_problems
from thiduaqt.ui.screens.intake.file_page import FilePage
from thiduaqt.ui.screens.intake.mapping_page import MappingPage
from thiduaqt.ui.screens.intake.result_page import ResultPage
from thiduaqt.ui.screens.intake.rows import Answer, counts
from thiduaqt.ui.screens.intake.rows_page import RowsPage
from thiduaqt.ui.screens.intake.state import IntakeState, Reading
from thiduaqt.ui.tasks import Job
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.cards import FootStrip
from thiduaqt.ui.widgets.labels import text_label
from thiduaqt.ui.widgets.steps import StepsHeader
from thiduaqt.ui.widgets.strips import Action, MessageStrip

FILE, COLUMNS, ROWS, RESULT = range(4)
_LISTS = (".xlsx", ".xls", ".csv", ".xlsm", ".ods", ".docx", ".pdf", ".txt")


class IntakeScreen(Screen):
    """Takes lists in; opened with ``files=`` from the list of nominations."""

    families = frozenset({"waiting_row", "unit"})

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, translate("IntakeScreen", "Nhập từ Excel"), "intake")
        self.setAcceptDrops(True)
        self.state = IntakeState(context, self)
        self._job: Job | None = None
        self.steps = StepsHeader(
            [
                self.tr("Chọn tệp"),
                self.tr("Ghép cột"),
                self.tr("Sửa dòng có vấn đề"),
                self.tr("Nhập"),
            ]
        )
        self.steps.setObjectName("intake.steps")
        self.strip = MessageStrip()
        self.strip.setObjectName("intake.strip")
        self.file_page = FilePage()
        self.mapping_page = MappingPage()
        self.rows_page = RowsPage(self.state)
        self.result_page = ResultPage()
        self._lay_out()
        self._connect()
        self._go(FILE)

    def _lay_out(self) -> None:
        self.cancel = button(
            self.tr("Hủy nhậ&p"), self._cancel, kind="flat", icon="x", name="intake.cancel"
        )
        self.header.insertSpacing(2, 20)
        self.header.insertWidget(3, self.steps)
        self.add_to_header(self.cancel)
        self.stack = QStackedWidget()
        self.stack.setObjectName("intake.pages")
        pages = (self.file_page, self.mapping_page, self.rows_page, self.result_page)
        for page in pages:
            self.stack.addWidget(page)
        self.body.addWidget(self.strip)
        self.body.addWidget(self.stack, 1)
        self.foot = FootStrip()
        self.told = text_label("", "second")
        self.told.setObjectName("intake.told")
        self.export = button(
            self.tr("Xuất các dòng có &vấn đề…"),
            self._export,
            icon="file-spreadsheet",
            name="intake.export",
        )
        self.back = button(
            self.tr("&Quay lại"), self._back, icon="chevron-left", name="intake.back"
        )
        self.onward = button(
            self.tr("T&iếp tục"), self._onward, kind="primary", name="intake.onward"
        )
        right = QHBoxLayout()
        for part in (self.back, self.onward):
            right.addWidget(part)
        self.foot.row.addWidget(self.export)
        self.foot.row.addWidget(self.told, 1)
        self.foot.row.addLayout(right)
        self.body.addWidget(self.foot)

    def _connect(self) -> None:
        state = self.state
        self.steps.wanted.connect(self._on_step)
        self.file_page.pick_wanted.connect(self.pick)
        self.file_page.waiting_wanted.connect(state.load_waiting)
        self.mapping_page.mapped.connect(self._on_mapped)
        self.mapping_page.heading_chosen.connect(self._on_heading)
        self.mapping_page.sheet_chosen.connect(self._on_sheet)
        self.result_page.list_wanted.connect(self._to_list)
        self.result_page.waiting_wanted.connect(state.load_waiting)
        self.result_page.next_wanted.connect(self._next)
        state.loaded.connect(self._on_loaded)
        state.changed.connect(self._show_counts)
        state.failed.connect(self._on_failed)
        state.written.connect(self._on_written)
        state.busy.connect(self._on_busy)
        self.context.tasks.progressed.connect(self.result_page.show_progress)

    # -- the frame of a screen ----------------------------------------------------------------

    @property
    def step(self) -> int:
        """The step shown."""
        return self.steps.current()

    def open_with(self, **filters: object) -> None:
        """Take in ``files=`` at once, or the rows that wait (``waiting=True``)."""
        files = filters.get("files")
        if isinstance(files, list | tuple) and files:
            self._go(FILE)  # the list before may still be shown
            self.state.start([Path(str(one)) for one in files])
        elif filters.get("waiting"):
            self.state.load_waiting()

    def unfinished(self) -> bool:
        return self.step in (COLUMNS, ROWS) or len(self.state.files) > 1

    def reload(self) -> None:
        self.file_page.show_waiting(len(intake.waiting(self.context.session)))

    def find_field(self) -> QLineEdit | None:
        return self.rows_page.grid.make_find_field() if self.step == ROWS else None

    def actions_for_menu(self) -> Sequence[QAction]:
        return (self.rows_page.next_problem,)

    def panes(self) -> Sequence[QWidget]:
        shown = (
            self.steps,
            self.file_page.pick,
            self.mapping_page.grid.view,
            self.rows_page.grid.view,
            self.result_page.to_list,
            self.onward,
        )
        return [pane for pane in shown if pane.isVisible()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_counts()

    # -- steps --------------------------------------------------------------------------------

    def _go(self, step: int) -> None:
        self.steps.set_current(step)
        self.stack.setCurrentIndex(step)
        between = step in (COLUMNS, ROWS)
        self.foot.setVisible(between)
        self.cancel.setVisible(between)
        self.export.setVisible(step == ROWS)
        self.back.setVisible(between)
        self.steps.setEnabled(step != RESULT)
        if step == COLUMNS:
            self.mapping_page.grid.view.setFocus()
        elif step == FILE:
            self.file_page.pick.setFocus()
        self._show_counts()

    def _on_step(self, step: int) -> None:
        if step == FILE:
            self._cancel()
        elif step == COLUMNS and self.state.path is not None:
            self._go(COLUMNS)

    def _back(self) -> None:
        self.strip.say("")
        if self.step == ROWS and self.state.path is not None:
            self._go(COLUMNS)
        else:
            self._cancel(stay=True)

    def _onward(self) -> None:
        self.strip.say("")
        if self.step == COLUMNS:
            self._go(ROWS)
            self.rows_page.start()
        elif self.step == ROWS:
            self._go(RESULT)
            self.result_page.show_running(None, self.state.name)
            self.state.commit()

    def _cancel(self, *, stay: bool = False) -> None:
        """Forget the list; nothing was written."""
        if self._job is not None:
            self._job.cancel()
        there = self.state.shown is not None
        self.state.clear()
        self.strip.say("")
        self._go(FILE)
        if there:
            self.context.toast(self.tr("Đã hủy nhập. Dữ liệu không thay đổi."))
        if not stay:
            self.context.navigate("nominations")

    def pick(self) -> None:
        """Ask for files and take them in."""
        files = dialogs.pick_files(self, self.tr("Chọn danh sách"), [dialogs.EXCEL])
        if files:
            self.state.start(files)

    def _next(self) -> None:
        if len(self.state.files) > 1:
            self.state.next_file()
        else:
            self.state.clear()
            self._go(FILE)

    def _to_list(self) -> None:
        self.state.clear()
        self._go(FILE)
        self.context.navigate("nominations")

    # -- what the state says ------------------------------------------------------------------

    def _on_loaded(self, known: bool) -> None:
        self.strip.say("")
        shown = self.state.shown
        assert shown is not None
        if shown.waiting or self.state.path is None:
            self._go(ROWS)
            self.rows_page.start()
            return
        chosen = self.state.reading.sheets
        told = letters.news(shown)
        self.mapping_page.show_preview(
            shown, self.state.rows, self.state.all_sheets, chosen[0] if chosen else ""
        )
        if known and self.step == FILE and shown.reading.tables:
            self._go(ROWS)
            self.rows_page.start()
            again = (self.tr("Xem lại"), lambda: self._on_step(COLUMNS))
            self._tell(self.tr("Dùng cách ghép cột của lần trước."), again, told=told)
        else:
            self._go(COLUMNS)
            self._tell(told=told)
        self._tell_of_file()

    def _tell(self, words: str = "", *ways: Action, told: letters.News | None) -> None:
        """Say ``words`` and what is to be said about the letters of the file."""
        text = " ".join(part for part in (words, told.text if told else "") if part)
        more = [(name, partial(self._on_letters, how)) for name, how in told.ways] if told else []
        self.strip.say(text, *ways, *more, kind="warn" if told and told.grave else "info")

    def _on_letters(self, how: Letters | None) -> None:
        shown = self.state.shown
        if how is not None:
            self.state.load(replace(self.state.reading, letters=how))
        elif shown is not None:
            rows = letters.unsure_rows(shown)
            self.state.answer(Answer(text="", does="accept", rows=rows, code="TEXT_UNSURE"))
            self._tell(told=letters.news(shown, ask=False))

    def _tell_of_file(self) -> None:
        shown = self.state.shown
        if shown is None or self.strip.text():
            return
        grave = [issue for issue in shown.reading.issues if issue.severity != "note"]
        grave += [issue for table in shown.reading.tables for issue in table.issues]
        if grave:
            self.strip.say(" ".join(issue.message for issue in grave[:2]), kind="warn")

    def _on_mapped(self, mapping: dict[str, str]) -> None:
        self.state.load(replace(self.state.reading, mapping=mapping))

    def _on_heading(self, row: int) -> None:
        self.state.load(replace(self.state.reading, mapping=None, header_row=row))

    def _on_sheet(self, sheet: str) -> None:
        how = self.state.reading.letters
        self.state.load(Reading(sheets=[sheet] if sheet else None, letters=how))

    def _on_failed(self, text: str, stopped: bool) -> None:
        self.mapping_page.grid.discard_pending()
        if self.step == RESULT:
            self._go(ROWS)
        ways = []
        if self.step == FILE and not stopped:
            ways = [
                (self.tr("Thử lại"), self.state.load),
                (self.tr("Chọn tệp khác"), self.pick),
            ]
        self.strip.say(text, *ways, kind="info" if stopped else "error")

    def _on_busy(self, job: Job | None) -> None:
        self._job = job
        self.stack.setEnabled(job is None or self.step == RESULT)
        self.onward.setEnabled(job is None)
        if job is not None and self.step == RESULT:
            self.result_page.show_running(job, self.state.name)
        elif job is None:
            self._show_counts()

    def _on_written(self, done: Committed) -> None:
        new, changed = done.counts["new"], done.counts["changed"]
        words = self.tr("Đã nhập {count} hồ sơ: {new} mới, {changed} cập nhật.").format(
            count=new + changed, new=new, changed=changed
        )
        if new + changed:
            self.context.toast(words, undo=True)
        else:
            words = self.tr("Không có hồ sơ nào mới hay thay đổi.")
        wait = done.counts["error"]
        same = done.counts["same"] + done.counts["skipped"]
        details = []
        if wait:
            details.append(
                self.tr("{count} dòng để lại trong “Dòng chờ sửa”, không mất.").format(count=wait)
            )
        if same:
            details.append(self.tr("{count} dòng đã có hoặc bỏ qua.").format(count=same))
        details.append(self.tr("Bản gốc của tệp được giữ cạnh tệp dữ liệu."))
        if self.state.path is None:
            details.pop()
        files = self.state.files
        if len(files) > 1:
            details.append(
                self.tr("Còn {count} tệp đã chọn chưa nhập.").format(count=len(files) - 1)
            )
        self._go(RESULT)
        self.result_page.show_done(
            words,
            " ".join(details),
            waiting=bool(wait),
            next_name=files[1].name if len(files) > 1 else "",
        )
        self.context.refresh_badges()

    def _show_counts(self) -> None:
        if self.step == COLUMNS:
            self.told.setText(self.tr("Chưa ghi gì vào dữ liệu cho đến bước 4."))
            self.onward.setText(self.tr("T&iếp tục"))
            self.onward.setEnabled(self._job is None)
            return
        if self.step != ROWS:
            return
        found = counts(self.state.rows, self.state.choices)
        number = self.state.to_write
        self.onward.setText(self.tr("&Nhập {count} dòng").format(count=number))
        self.onward.setEnabled(self._job is None and number + found["waiting"] > 0)
        words = ""
        if found["waiting"]:
            words = self.tr(
                "{count} dòng chưa nhập được sẽ nằm ở “Dòng chờ sửa”, không mất."
            ).format(count=found["waiting"])
        elif not number:
            words = self.tr("Mọi dòng đều đã có hoặc bỏ qua.")
        self.told.setText(words)
        problems = [row for row in self.state.rows if row.part in ("error", "review")]
        self.export.setEnabled(bool(problems))

    # -- files --------------------------------------------------------------------------------

    def _export(self) -> None:
        export_problems(self.state, self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.step in (FILE, RESULT) and _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._go(FILE)
        self.state.start(_dropped(event))

    def keyPressEvent(self, event: object) -> None:
        escape = event.key() == Qt.Key.Key_Escape  # type: ignore[attr-defined]
        if escape and self._job is not None:
            self._job.cancel()
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]


def _dropped(event: QDropEvent) -> list[Path]:
    """Return the dropped files that may be lists; what they really are is told on reading."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in _LISTS]
