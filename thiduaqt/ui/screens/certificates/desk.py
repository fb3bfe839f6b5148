"""The printer in use: what it is, whether it was measured, and sheets sent to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from thiduaqt.domain.calibration import Fault
from thiduaqt.domain.errors import UserError
from thiduaqt.domain.page import Mode, Page
from thiduaqt.services.certificates import Sheet
from thiduaqt.ui import dialogs
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.printing import printer as machines
from thiduaqt.ui.printing.printer import Machine, PrintRun


class PrintDesk:
    """The chosen printer with its measured fault; asks before blanks may be spoilt."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self.machine: Machine | None = None
        self.stored: Fault | None = None
        self.pictures: dict[str, QImage] = {}

    def use(self, name: str, stored: Fault | None) -> str:
        """Take printer ``name`` ("" for none); return what is wrong with it, or ""."""
        self.machine, self.stored = None, stored
        if not name:
            return ""
        try:
            self.machine = machines.describe(name)
        except UserError as error:
            return error.text
        return ""

    @property
    def band_mm(self) -> float:
        """The edge the printer cannot reach, in mm; 0 where it is not known."""
        return self.machine.band_mm if self.machine else 0.0

    def run(self, pages: Sequence[Page], *, title: str, fault: Fault, per_job: int = 1) -> PrintRun:
        """Return a run of ``pages`` on the chosen printer."""
        name = self.machine.name if self.machine else ""
        return PrintRun(
            machines.printer_named(name),
            pages,
            fault=fault,
            pictures=self.pictures,
            title=title,
            per_job=per_job,
        )

    def at_once(self, page: Page, title: str, fault: Fault) -> bool:
        """Print one sheet that is not noted in the log; tell whether it went out."""
        try:
            self.run([page], title=title, fault=fault).next_job()
        except UserError as error:
            dialogs.show_error(self._parent, error)
            return False
        return True

    def agreed(self, page: Page, mode: Mode) -> bool:
        """Ask once about everything that may spoil blanks; True to go on."""
        if self.machine is None:
            return False
        doubts = [
            machines.paper_warning(self.machine, page),
            machines.band_warning(page, self.band_mm),
        ]
        if self.stored is None and mode == "overlay":
            doubts.append(
                translate(
                    "PrintDesk",
                    "Máy in này chưa căn chỉnh. Nên in thử trên giấy trắng, "
                    "đặt chồng lên phôi và soi trước đèn.",
                )
            )
        said = "\n".join(doubt for doubt in doubts if doubt)
        if not said:
            return True
        return dialogs.confirm(
            self._parent,
            translate("PrintDesk", "Vẫn in"),
            translate("PrintDesk", "Kiểm tra trước khi in"),
            said,
        )

    def reason_to_reprint(self, sheets: Sequence[Sheet]) -> str | None:
        """Ask why sheets are printed again; "" where none was, None for Hủy."""
        again = sum(sheet.printed_at is not None for sheet in sheets)
        if not again:
            return ""
        words = translate("PrintDesk", "{n} giấy khen đã in trước đó. Vì sao in lại?")
        return dialogs.ask_reason(
            self._parent,
            translate("PrintDesk", "In lại"),
            translate("PrintDesk", "In lại giấy khen"),
            words.format(n=again),
        )
