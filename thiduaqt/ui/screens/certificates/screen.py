"""In giấy khen: the queue of a decision, the sheet as it will be printed, the printer's fault."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from thiduaqt.domain.calibration import Fault, calibration_sheet
from thiduaqt.domain.errors import UserError
from thiduaqt.domain.page import Mode
from thiduaqt.services import certificates, printers
from thiduaqt.services.certificates import DecisionChoice, LayoutChoice, Printed, Sheet
from thiduaqt.ui import dialogs, theme
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.printing import printer as press_room
from thiduaqt.ui.printing.fonts import ensure_fonts, width_mm
from thiduaqt.ui.printing.pdf import write_pdf
from thiduaqt.ui.printing.pictures import load_pictures
from thiduaqt.ui.screen import Screen, ScreenContext
from thiduaqt.ui.screens.certificates.desk import PrintDesk
from thiduaqt.ui.screens.certificates.head import HeadPane
from thiduaqt.ui.screens.certificates.panes import (
    FootPane,
    PreviewPane,
    QueuePane,
    SidePane,
    empty_page,
)
from thiduaqt.ui.screens.certificates.press import Order, Press
from thiduaqt.ui.widgets.strips import MessageStrip

_NARROW = 1000


class CertificatesScreen(Screen):
    """Queue, preview and calibration around one decision."""

    families = frozenset({"decision", "award", "print_log", "calibration", "office"})

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, translate("CertificatesScreen", "In giấy khen"), "certificates")
        ensure_fonts()
        self._decisions: tuple[DecisionChoice, ...] = ()
        self._layouts: tuple[LayoutChoice, ...] = ()
        self._shown: tuple[str, str, Mode] | None = None
        self._wanted_decision = ""
        self._printer_shown: tuple[str, str, Fault | None] | None = None
        self._news = False
        self.desk = PrintDesk(self)
        self.press = Press(context.tasks, self)
        self._build()
        self._connect()

    # -- building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self.head = HeadPane(self.context.memory)
        self.header.insertWidget(2, self.head, 1)
        self.queue = QueuePane()
        self.preview = PreviewPane()
        self.side = SidePane()
        self.foot = FootPane()
        self.strip = MessageStrip("info")
        self.strip.setObjectName("certificates.strip")
        panes = QWidget()
        row = QHBoxLayout(panes)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.queue, 2)
        row.addWidget(self.preview, 5)
        row.addWidget(self.side, 2)
        self._stack = QStackedWidget()
        self._stack.addWidget(panes)
        self._stack.addWidget(empty_page(lambda: self.context.navigate("decisions")))
        self.body.addWidget(self.strip)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.foot)

    def _connect(self) -> None:
        for chosen in (
            self.head.decision_chosen,
            self.head.layout_chosen,
            self.head.mode_chosen,
        ):
            chosen.connect(self._start_afresh)
        self.head.printer_chosen.connect(lambda _name: self._use_printer())
        self.queue.list.sheet_chosen.connect(lambda _row: self._show_sheet())
        self.queue.list.queue.ticked.connect(self._count)
        self.queue.spoilt_wanted.connect(self._note_spoilt)
        self.preview.moved.connect(self._step)
        self.preview.area.canvas.chosen.connect(lambda _role: self._show_field())
        self.side.field.renamed.connect(self._rename)
        self.side.calibration.sheet_wanted.connect(self._print_test_sheet)
        self.side.calibration.save_wanted.connect(self._save_fault)
        self.foot.pdf.clicked.connect(self._export)
        self.foot.trial.clicked.connect(self._print_trial)
        self.foot.go.clicked.connect(self._print)
        self.press.moved.connect(self._on_moved)
        self.press.waiting.connect(self._on_waiting)
        self.press.ended.connect(self._on_ended)
        self.press.failed.connect(self._on_failed)

    # -- showing ------------------------------------------------------------------------------

    def _start_afresh(self, _choice: str) -> None:
        """Forget the last news: it was about another queue."""
        self._news = False
        self.reload()

    def _say(self, text: str, *actions: tuple[str, Callable[[], object]], kind: str) -> None:
        """Tell news that stays until another queue is chosen."""
        self._news = True
        self.strip.say(text, *actions, kind=kind)

    def open_with(self, **filters: object) -> None:
        """Open at ``decision=<id>``."""
        decision = filters.get("decision")
        if isinstance(decision, str):
            self._wanted_decision = decision
            self.reload_soon()

    def panes(self) -> Sequence[QWidget]:
        return (self.queue.list, self.preview.area.canvas, self.side, self.foot)

    def reload(self) -> None:
        session = self.context.session
        self._decisions = certificates.decisions(session)
        decision = self.head.show_decisions(self._decisions, self._wanted_decision)
        self._wanted_decision = ""
        there = decision is not None
        self._stack.setCurrentIndex(0 if there else 1)
        self.head.setVisible(there)
        self.foot.setVisible(there)
        if decision is None:
            self.strip.say("")
            return
        try:
            self._layouts = certificates.layouts(session, decision.id)
            code = self.head.show_layouts(self._layouts)
            sheets = certificates.sheets(
                session,
                decision.id,
                mode=self.head.mode(),
                measure=width_mm,
                layout=code,
                trial=decision.draft,
            )
            self.desk.pictures = load_pictures(certificates.emblem_file())
        except UserError as error:
            self._say(error.text, kind="error")
            sheets = ()
        else:
            self._tell(decision, sheets)
        fresh = self._shown is None or self._shown[0] != decision.id
        self._shown = (decision.id, self.head.layout_code(), self.head.mode())
        self.queue.set_today(session.store.clock())
        self.queue.list.set_sheets(sheets, fresh=fresh)
        self.head.show_printers(press_room.names())
        self._use_printer()
        self._show_sheet()
        self._count()

    def _tell(self, decision: DecisionChoice, sheets: Sequence[Sheet]) -> None:
        """Say the one thing that matters most about this queue."""
        long = sum(sheet.state == "too_long" for sheet in sheets)
        layout = next((one for one in self._layouts if one.code == self.head.layout_code()), None)
        if self._news:
            return
        if decision.draft:
            words = self.tr(
                "Quyết định chưa ban hành nên giấy khen chưa có số. "
                "Có thể in thử với chữ “DỰ THẢO”."
            )
            self.strip.say(words, kind="warn")
        elif long:
            words = self.tr("{n} tên quá dài. Rút gọn tên in, không đổi tên trong sổ.")
            self.strip.say(words.format(n=long), kind="error")
        elif self.head.mode() == "full" and not self.desk.pictures:
            words = self.tr(
                "Chưa có hình Quốc huy: đặt tệp quoc-huy.png hoặc quoc-huy.svg vào {folder}."
            )
            self.strip.say(words.format(folder=certificates.own_folder()), kind="warn")
        elif layout is not None and layout.note:
            self.strip.say("", kind="info")
        else:
            self.strip.say("")

    def _show_sheet(self) -> None:
        sheet = self.queue.list.current()
        row = self.queue.list.currentIndex().row()
        self.preview.show_sheet(
            sheet.fitted if sheet else None,
            self.desk.pictures,
            (row + 1, len(self.queue.list.queue.sheets)),
        )
        self.queue.allow_spoilt(sheet is not None and sheet.printed_at is not None)
        self._show_field()

    def _show_field(self) -> None:
        canvas = self.preview.area.canvas
        self.side.show_field(canvas.box(), self.queue.list.current())

    def _step(self, by: int) -> None:
        self.queue.list.go_to(self.queue.list.currentIndex().row() + by)

    def _count(self) -> None:
        """Follow the ticks: how many go out, and whether anything may."""
        queue = self.queue.list.queue
        chosen = len(queue.chosen())
        draft = self._is_draft()
        self.queue.show_count(chosen, queue.sheets)
        ready = self.desk.machine is not None and not self.press.busy
        self.foot.show_count(chosen, ready=ready, draft=draft)

    def _is_draft(self) -> bool:
        chosen = self.head.decision()
        return chosen is not None and chosen.draft

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.foot.set_narrow(event.size().width() < theme.em(_NARROW))

    # -- the printer --------------------------------------------------------------------------

    def _blank(self) -> str:
        """Return what a printer's fault belongs to: the layout, and whether blanks are fed."""
        return f"{self.head.layout_code()}/{self.head.mode()}"

    def _use_printer(self) -> None:
        name = self.head.printer()
        stored = None
        if name:
            stored = printers.fault_of(self.context.session, name, "", self._blank())
        wrong = self.desk.use(name, stored)
        if wrong:
            self._say(wrong, kind="error")
        shown = (name, self._blank(), stored)
        if shown != self._printer_shown:  # a fault typed but not saved yet survives a reload
            self._printer_shown = shown
            self.side.calibration.set_fault(stored or Fault())
        self.side.calibration.setEnabled(bool(name))
        self.head.show_calibrated(stored is not None, there=bool(name))
        self.side.show_band(self.desk.band_mm, known=self.desk.machine is not None)
        self.preview.show_band(self.desk.band_mm if self.head.mode() == "overlay" else 0.0)
        self._count()

    def _save_fault(self, fault: Fault) -> None:
        name, blank = self.head.printer(), self._blank()
        said = self.tr("Đã lưu căn chỉnh máy in.")
        self.context.tasks.run(
            lambda session: printers.save_fault(session, name, "", blank, fault),
            done=lambda _changes: self.context.toast(said, undo=True),
            label=self.tr("Căn chỉnh máy in"),
            owner=self,
        )

    def _print_test_sheet(self) -> None:
        sheet = self.queue.list.current()
        width, height = (297.0, 210.0)
        if sheet is not None:
            width, height = sheet.fitted.page.width_mm, sheet.fitted.page.height_mm
        self.side.calibration.set_sheet_size(width, height)
        page = calibration_sheet(width, height)
        if self.desk.at_once(page, page.title, Fault()):
            words = self.tr("Đã gửi tờ thử. Đo bằng thước rồi gõ số vào phần Căn chỉnh máy in.")
            self._say(words, kind="info")

    def _print_trial(self) -> None:
        sheet = self.queue.list.current()
        if sheet is not None and self.desk.at_once(
            sheet.fitted.page, sheet.name, self.side.calibration.fault()
        ):
            words = self.tr("Đã gửi một tờ thử. Đặt chồng lên phôi và soi trước đèn.")
            self._say(words, kind="info")

    # -- printing -----------------------------------------------------------------------------

    def _print(self) -> None:
        chosen = self.queue.list.queue.chosen()
        if not chosen or not self.desk.agreed(chosen[0].fitted.page, self.head.mode()):
            return
        reason = self.desk.reason_to_reprint(chosen)
        if reason is None:
            return
        order = Order(
            sheets=chosen,
            printer=self.head.printer(),
            mode=self.head.mode(),
            pause=self.foot.pause.isChecked(),
            reason=reason,
        )
        fault = self.side.calibration.fault()
        title = self.tr("Giấy khen {number}").format(number=self._number())
        self._on_moved(0, len(chosen))
        self.press.start(
            order,
            lambda sheets: self.desk.run(
                [sheet.fitted.page for sheet in sheets],
                title=title,
                per_job=order.per_job,
                fault=fault,
            ),
        )

    def _number(self) -> str:
        chosen = self.head.decision()
        return chosen.number if chosen else ""

    def _on_moved(self, done: int, total: int) -> None:
        words = self.tr("Đang in tờ {n}/{total}…").format(n=min(done + 1, total), total=total)
        self._say(words, (self.tr("Dừng"), self.press.stop), kind="info")
        self._count()

    def _on_waiting(self, done: int, total: int) -> None:
        words = self.tr("Đã in {done}/{total} tờ. Nạp phôi cho tờ tiếp theo rồi bấm In tiếp.")
        self._say(
            words.format(done=done, total=total),
            (self.tr("In tiếp"), self.press.go_on),
            (self.tr("Dừng"), self.press.stop),
            kind="info",
        )

    def _on_ended(self, done: int, total: int) -> None:
        if done < total:
            left = ", ".join(str(place) for place in range(done + 1, total + 1))
            words = self.tr("Đã dừng sau tờ {done}. Tờ {left} chưa in.")
            self._say(words.format(done=done, left=left), kind="warn")
        else:
            words = self.tr("Đã gửi {n} tờ tới máy in. Tờ nào bị hỏng thì chọn tờ đó và ghi lại.")
            self._say(words.format(n=total), kind="ok")
        self._count()

    def _on_failed(self, error: UserError) -> None:
        self._say(error.text, (self.tr("In lại"), self._print), kind="error")
        self._count()

    # -- other verbs --------------------------------------------------------------------------

    def _note_spoilt(self) -> None:
        sheet = self.queue.list.current()
        if sheet is None:
            return
        words = self.tr("Tờ của {name} hỏng vì sao (kẹt giấy, lệch, sai tên, mực)?")
        reason = dialogs.ask_reason(
            self, self.tr("Ghi tờ hỏng"), self.tr("Tờ hỏng"), words.format(name=sheet.name)
        )
        if reason is None:
            return
        entry = Printed(award_id=sheet.award_id, outcome="spoilt", reason=reason)
        printer, mode = self.head.printer(), self.head.mode()
        self.context.tasks.run(
            lambda session: certificates.log_prints(session, [entry], printer=printer, mode=mode),
            label=self.tr("Ghi tờ hỏng"),
            owner=self,
        )

    def _rename(self, text: str) -> None:
        sheet = self.queue.list.current()
        if sheet is not None and sheet.award_id:
            award = sheet.award_id
            self.context.tasks.run(
                lambda session: certificates.set_print_name(session, award, text),
                label=self.tr("Sửa tên in"),
                owner=self,
            )

    def _export(self) -> None:
        chosen = self.queue.list.queue.chosen()
        if not chosen:
            return
        number = self._number().split("/")[0]
        path = dialogs.pick_save(
            self,
            self.tr("Xuất PDF"),
            f"giay-khen-{number}.pdf" if number else "giay-khen-du-thao.pdf",
            [("PDF", "*.pdf")],
        )
        if path is None:
            return
        pages = [sheet.fitted.page for sheet in chosen]
        pictures = self.desk.pictures
        said = self.tr("Đã xuất {n} tờ vào {name}.").format(n=len(pages), name=path.name)

        def write(_session: object, job: object) -> None:
            def tell(done: int, total: int) -> bool:
                job.report(done, total)  # type: ignore[attr-defined]
                return True

            write_pdf(pages, path, pictures=pictures, title=path.stem, progress=tell)

        self.context.tasks.run_long(
            write,
            done=lambda _result: self.context.toast(said),
            label=self.tr("Xuất PDF"),
            owner=self,
        )
