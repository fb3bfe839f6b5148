"""A chart of targets on paper: A4 pages by the painting function of the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPagedPaintDevice, QPainter, QPdfWriter

from thiduaqt.domain.page import Page
from thiduaqt.domain.target_papers import Bar, BarChart
from thiduaqt.services import files
from thiduaqt.ui import tokens
from thiduaqt.ui.printing.fonts import ensure_application
from thiduaqt.ui.printing.pdf import RESOLUTION, sheet_layout
from thiduaqt.ui.widgets.charts import Sheet, paint_bars, row_height

A4 = Page(width_mm=210, height_mm=297, items=())
_PX_PER_MM = 96 / 25.4
_MARGIN_MM = 20.0
_LETTER = 12.0
_TITLE = 16.0
_FOOT = 24.0


def pages_of(chart: BarChart, sheet: Sheet, room: float, first: float) -> list[tuple[Bar, ...]]:
    """Return the bars page by page; ``first`` is what the title takes of the first page."""
    pages: list[list[Bar]] = [[]]
    left = room - first
    for bar in chart.bars:
        height = row_height(bar, sheet)
        if height > left and pages[-1]:
            pages.append([])
            left = room
        pages[-1].append(bar)
        left -= height
    return [tuple(page) for page in pages]


def write_chart_pdf(chart: BarChart, path: Path, *, mono: bool = False) -> None:
    """Write a chart as a PDF of A4 pages; the file appears whole or not at all.

    Raises StoreError where the disk refuses.
    """
    ensure_application()
    painted = QBuffer()
    painted.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(painted)
    writer.setResolution(RESOLUTION)
    writer.setTitle(chart.title)
    writer.setCreator("ThiDuaQt")
    if not writer.setPageLayout(sheet_layout(A4)):
        raise ValueError("a PDF cannot have a page of this size")
    paint_on(writer, chart, mono=mono)
    del writer
    files.write_checked(path, bytes(painted.data().data()), lambda _written: None)


def paint_on(
    device: QPagedPaintDevice,
    chart: BarChart,
    *,
    mono: bool = False,
    new_page: Callable[[], bool] | None = None,
) -> int:
    """Paint a chart on a PDF writer or printer set to A4 without margins; return its pages."""
    painter = QPainter()
    if not painter.begin(device):
        raise RuntimeError("the paper could not be begun")
    try:
        scale = painter.device().logicalDpiX() / 96
        painter.scale(scale, scale)
        margin = _MARGIN_MM * _PX_PER_MM
        sheet = Sheet(width=A4.width_mm * _PX_PER_MM - 2 * margin, letter=_LETTER, mono=mono)
        room = A4.height_mm * _PX_PER_MM - 2 * margin - _FOOT
        title = _title_height(chart, sheet)
        pages = pages_of(chart, sheet, room, title)
        for number, bars in enumerate(pages, start=1):
            if number > 1 and not (new_page or device.newPage)():
                raise RuntimeError("the paper took no further page")
            top = margin
            if number == 1:
                _paint_title(painter, QPointF(margin, margin), chart, sheet)
                top += title
            paint_bars(painter, QPointF(margin, top), bars, sheet)
            _paint_foot(painter, margin, chart, sheet, f"{number}/{len(pages)}")
        return len(pages)
    finally:
        painter.end()


def _title_sheet(sheet: Sheet) -> Sheet:
    return Sheet(width=sheet.width, letter=_TITLE, mono=sheet.mono)


def _title_rect(chart: BarChart, sheet: Sheet) -> QRectF:
    metrics = QFontMetricsF(_title_sheet(sheet).font(strong=True))
    room = QRectF(0, 0, sheet.width, 10_000)
    return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, chart.title)


def _title_height(chart: BarChart, sheet: Sheet) -> float:
    return _title_rect(chart, sheet).height() + _TITLE


def _paint_title(painter: QPainter, top: QPointF, chart: BarChart, sheet: Sheet) -> None:
    painter.setFont(_title_sheet(sheet).font(strong=True))
    painter.setPen(QColor(tokens.TEXT))
    area = QRectF(top.x(), top.y(), sheet.width, _title_rect(chart, sheet).height())
    painter.drawText(area, int(Qt.TextFlag.TextWordWrap), chart.title)


def _paint_foot(painter: QPainter, margin: float, chart: BarChart, sheet: Sheet, page: str) -> None:
    painter.setFont(sheet.font())
    painter.setPen(QColor(tokens.TEXT_2))
    bottom = A4.height_mm * _PX_PER_MM - margin - _FOOT
    area = QRectF(margin, bottom, sheet.width, _FOOT)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, chart.note)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, page)
