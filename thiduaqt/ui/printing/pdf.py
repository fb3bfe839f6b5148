"""Pages in millimetres as one PDF file: vector text with its fonts embedded, exact paper size."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from thiduaqt.domain.calibration import Fault
from thiduaqt.domain.errors import Cancelled
from thiduaqt.domain.page import Page
from thiduaqt.services import files
from thiduaqt.ui.printing.fonts import ensure_application
from thiduaqt.ui.printing.painter import Look, paint

RESOLUTION = 1200
"""Dots per inch of the PDF's own grid: 0,02 mm."""

Progress = Callable[[int, int], bool]
"""Told (pages done, pages in all); returns False to stop."""


def write_pdf(
    pages: Sequence[Page],
    path: Path,
    fault: Fault | None = None,
    *,
    pictures: Mapping[str, QImage] | None = None,
    title: str = "",
    progress: Progress | None = None,
) -> None:
    """Write ``pages`` to ``path``; the file appears whole or not at all.

    ``fault`` is the printer's, for a PDF that will be sent to that very printer. Raises ValueError
    without pages, Cancelled when ``progress`` says stop, StoreError when the disk refuses.
    """
    if not pages:
        raise ValueError("a PDF needs at least one page")
    ensure_application()
    # Qt does not tell when the disk is full, so it paints into memory and we write.
    painted = QBuffer()
    painted.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(painted, pages[0], title)
    _paint_all(writer, pages, fault or Fault(), pictures or {}, progress)
    del writer
    files.write_checked(path, bytes(painted.data().data()), lambda _written: None)


def sheet_layout(page: Page) -> QPageLayout:
    """Return the paper of ``page`` without margins, in the mode that lets us paint to the edge.

    The mode has to be set before the layout reaches a printer: in the standard mode a printer with
    hardware margins refuses zero margins and stays A4 portrait.
    """
    landscape = page.width_mm > page.height_mm
    short, long = sorted((page.width_mm, page.height_mm))
    size = QPageSize(
        QSizeF(short, long), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    orientation = (
        QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    )
    layout = QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _writer(device: QIODevice, first: Page, title: str) -> QPdfWriter:
    writer = QPdfWriter(device)
    writer.setResolution(RESOLUTION)
    writer.setTitle(title or first.title)
    writer.setCreator("ThiDuaQt")
    if not writer.setPageLayout(sheet_layout(first)):
        raise ValueError("a PDF cannot have a page of this size")
    return writer


def _paint_all(
    writer: QPdfWriter,
    pages: Sequence[Page],
    fault: Fault,
    pictures: Mapping[str, QImage],
    progress: Progress | None,
) -> None:
    """Paint each page on its own sheet."""
    painter = QPainter()
    if not painter.begin(writer):
        raise RuntimeError("the PDF could not be begun")
    try:
        for number, page in enumerate(pages):
            if number and not (writer.setPageLayout(sheet_layout(page)) and writer.newPage()):
                raise RuntimeError("the PDF took no further page")
            correction = fault.correction(page.width_mm, page.height_mm)
            look = Look(px_per_mm=RESOLUTION / 25.4, correction=correction, pictures=pictures)
            paint(painter, page, look)
            if progress is not None and not progress(number + 1, len(pages)):
                raise Cancelled("Đã dừng xuất PDF.", data="Không có tệp nào được tạo.")
    finally:
        painter.end()
