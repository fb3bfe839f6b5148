"""Printers: what they are set to, and sending pages to one in small jobs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from thiduaqt.domain.calibration import Fault, decimal
from thiduaqt.domain.errors import UserError
from thiduaqt.domain.page import Page
from thiduaqt.ui.printing.fonts import ensure_fonts
from thiduaqt.ui.printing.painter import Look, paint
from thiduaqt.ui.printing.pdf import sheet_layout

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

SHEETS_PER_JOB = 5
"""A jam loses at most one job, and a job can be stopped between two."""
USUAL_BAND_MM = 5.0
"""Width of the edge that office printers cannot reach, where a driver does not tell."""
_SIZE_TOLERANCE_MM = 1.0


class PrinterRefused(UserError):
    """The printer is missing, does not answer, or does not take the paper."""

    code = "PRINTER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """A printer as its driver describes it; lengths in mm, ``paper`` the size it is set to."""

    name: str
    band_mm: float
    paper: str
    paper_mm: tuple[float, float]


def names() -> tuple[str, ...]:
    """Return the printers of this computer, the usual one first."""
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - only this screen prints

    usual = QPrinterInfo.defaultPrinterName()
    found = QPrinterInfo.availablePrinterNames()
    return tuple(sorted(found, key=lambda name: (name != usual, name.casefold())))


def describe(name: str) -> Machine:
    """Return what the driver of printer ``name`` says about itself."""
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - only this screen prints

    info = QPrinterInfo.printerInfo(name)
    size = info.defaultPageSize()
    paper = size.size(QPageSize.Unit.Millimeter)
    margins = _open(name).pageLayout().minimumMargins()
    to_mm = 25.4 / 72
    band = max(margins.left(), margins.top(), margins.right(), margins.bottom()) * to_mm
    return Machine(
        name=name,
        band_mm=round(band, 1),
        paper=size.name(),
        paper_mm=(paper.width(), paper.height()),
    )


def paper_warning(machine: Machine, page: Page) -> str:
    """Return a sentence where the driver is set to another paper than the page; else ""."""
    ours, theirs = sorted((page.width_mm, page.height_mm)), sorted(machine.paper_mm)
    same = all(abs(a - b) <= _SIZE_TOLERANCE_MM for a, b in zip(ours, theirs, strict=True))
    if same or not machine.paper:
        return ""
    name = QPageSize(QSizeF(ours[0], ours[1]), QPageSize.Unit.Millimeter).name()
    return f"Máy in đang đặt giấy {machine.paper}, mẫu là {name}. Lần in này sẽ dùng {name}."


def band_warning(page: Page, band_mm: float) -> str:
    """Return a sentence where something on the page lies in the unprintable edge; else ""."""
    if not page.crossing(band_mm):
        return ""
    return (
        f"Có phần của mẫu nằm trong mép {decimal(band_mm)} mm mà máy không in được, "
        "phần đó sẽ bị mất."
    )


class PrintRun:
    """Pages on their way to one printer, a few sheets a job.

    ``done`` counts the sheets handed over. Call :meth:`next_job` until :attr:`finished`.
    """

    def __init__(
        self,
        printer: Callable[[], QPrinter],
        pages: Sequence[Page],
        *,
        fault: Fault | None = None,
        pictures: Mapping[str, QImage] | None = None,
        title: str = "",
        per_job: int = SHEETS_PER_JOB,
    ) -> None:
        self._printer = printer
        self._pages = tuple(pages)
        self._fault = fault or Fault()
        self._pictures = pictures or {}
        self._title = title
        self._per_job = max(1, per_job)
        self.done = 0

    @property
    def total(self) -> int:
        """The number of sheets in all."""
        return len(self._pages)

    @property
    def finished(self) -> bool:
        """Tell whether every sheet has been handed over."""
        return self.done >= self.total

    def next_job(self) -> range:
        """Print the next few sheets; return their places. Raises PrinterRefused."""
        chosen = range(self.done, min(self.done + self._per_job, self.total))
        if not chosen:
            return chosen
        ensure_fonts()
        printer = self._printer()
        printer.setDocName(self._title)
        _set_paper(printer, self._pages[chosen[0]])
        painter = QPainter()
        if not painter.begin(printer):
            raise self._refused(printer)
        try:
            for place in chosen:
                if place > chosen[0] and not printer.newPage():
                    raise self._refused(printer)
                page = self._pages[place]
                look = Look(
                    px_per_mm=printer.resolution() / 25.4,
                    correction=self._fault.correction(page.width_mm, page.height_mm),
                    pictures=self._pictures,
                )
                paint(painter, page, look)
        finally:
            ended = painter.end()
        if not ended or printer.printerState() == printer.PrinterState.Error:
            raise self._refused(printer)
        self.done = chosen[-1] + 1
        return chosen

    def _refused(self, printer: QPrinter) -> PrinterRefused:
        return PrinterRefused(
            f"Máy in {printer.printerName()} không trả lời.",
            todo="Bật máy in, kiểm tra dây, rồi bấm In lại.",
            data=f"{self.total - self.done} tờ vẫn nằm trong hàng chờ.",
        )


def printer_named(name: str) -> Callable[[], QPrinter]:
    """Return a maker of jobs on the printer ``name``."""
    return lambda: _open(name)


def printer_to_file(path: Path) -> Callable[[], QPrinter]:
    """Return a maker of jobs that "print" into a PDF file; the path of the printer driver."""

    def make() -> QPrinter:
        from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 - only this screen prints

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return printer

    return make


def _open(name: str) -> QPrinter:
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # noqa: PLC0415 - only this prints

    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        raise PrinterRefused(
            f"Không thấy máy in {name} trên máy tính này.",
            todo="Bật máy in, kiểm tra dây, hoặc chọn máy in khác.",
            data="Chưa in tờ nào.",
        )
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)


def _set_paper(printer: QPrinter, page: Page) -> None:
    """Give the printer the paper of ``page`` without margins and check that it kept it.

    A driver that silently keeps another size would cut or shift every sheet.
    """
    accepted = printer.setPageLayout(sheet_layout(page))
    kept = printer.pageLayout()
    area = kept.fullRect(QPageLayout.Unit.Millimeter)
    right_size = (
        abs(area.width() - page.width_mm) <= _SIZE_TOLERANCE_MM
        and abs(area.height() - page.height_mm) <= _SIZE_TOLERANCE_MM
    )
    if not accepted or not right_size or kept.mode() != QPageLayout.Mode.FullPageMode:
        size = f"{decimal(page.width_mm)} × {decimal(page.height_mm)} mm"
        raise PrinterRefused(
            f"Máy in {printer.printerName()} không nhận khổ giấy {size}.",
            todo="Đặt khổ giấy này trong phần thiết lập máy in, hoặc xuất PDF để in ở máy khác.",
            data="Chưa in tờ nào.",
        )
