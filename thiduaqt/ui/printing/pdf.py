"""Pages in millimetres as one PDF file: vector text with its fonts embedded, exact paper size."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from thiduaqt import durable
from thiduaqt.domain.calibration import Fault
from thiduaqt.domain.errors import Cancelled, StoreError
from thiduaqt.domain.page import Page
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
    temporary = _folder(path) / f".{path.name}.{os.getpid()}.tmp"
    try:
        writer = _writer(temporary, pages[0], title)
        if writer is None:
            raise _refused(path)
        _paint_all(writer, pages, fault or Fault(), pictures or {}, progress)
        del writer
        durable.put_in_place(temporary, path)
    except OSError as fault_of_disk:
        raise _refused(path) from fault_of_disk
    finally:
        temporary.unlink(missing_ok=True)


def _folder(path: Path) -> Path:
    folder = path.resolve().parent
    if not folder.is_dir():
        raise _refused(path)
    return folder


def _refused(path: Path) -> StoreError:
    return StoreError(
        f"Không ghi được tệp {path.name} vào {path.parent}.",
        todo="Đóng tệp nếu đang mở, xem ổ còn chỗ không, hoặc chọn thư mục khác.",
        code="PDF_NOT_WRITTEN",
    )


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


def _writer(path: Path, first: Page, title: str) -> QPdfWriter | None:
    writer = QPdfWriter(str(path))
    writer.setResolution(RESOLUTION)
    writer.setTitle(title or first.title)
    writer.setCreator("ThiDuaQt")
    return writer if writer.setPageLayout(sheet_layout(first)) else None


def _paint_all(
    writer: QPdfWriter,
    pages: Sequence[Page],
    fault: Fault,
    pictures: Mapping[str, QImage],
    progress: Progress | None,
) -> None:
    """Paint each page on its own sheet. Raises OSError where the file cannot be written."""
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError("the PDF could not be opened for writing")
    try:
        for number, page in enumerate(pages):
            if number and not (writer.setPageLayout(sheet_layout(page)) and writer.newPage()):
                raise OSError("the PDF took no further page")
            correction = fault.correction(page.width_mm, page.height_mm)
            look = Look(px_per_mm=RESOLUTION / 25.4, correction=correction, pictures=pictures)
            paint(painter, page, look)
            if progress is not None and not progress(number + 1, len(pages)):
                raise Cancelled("Đã dừng xuất PDF.", data="Không có tệp nào được tạo.")
    finally:
        painter.end()
