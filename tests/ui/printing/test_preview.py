"""The preview: the same places as the PDF, dimmed blanks, fields chosen by mouse and keys."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from thiduaqt.domain.fitting import FittedPage
from thiduaqt.domain.page import Page, Text
from thiduaqt.ui.printing.painter import Look, paint
from thiduaqt.ui.printing.pdf import write_pdf
from thiduaqt.ui.printing.preview import PreviewArea

Make = Callable[..., FittedPage]
DPI = 96


def on_screen(page: Page) -> QImage:
    """Return the page as the preview paints it at 96 dots per inch."""
    scale = DPI / 25.4
    image = QImage(round(297 * scale), round(210 * scale), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint(painter, page, Look(px_per_mm=scale))
    painter.end()
    return image


def from_pdf(page: Page, folder: Path) -> QImage:
    """Return the page's PDF as poppler draws it at 96 dots per inch."""
    write_pdf([page], folder / "a.pdf")
    tool = shutil.which("pdftoppm")
    assert tool, "pdftoppm is missing (package poppler-utils)"
    command = [tool, "-r", str(DPI), "-png", "-singlefile", "a.pdf", "a"]
    subprocess.run(command, check=True, cwd=folder, timeout=60)
    return QImage(str(folder / "a.png"))


def ink(image: QImage) -> tuple[int, int, int, int]:
    """Return left, top, right, bottom of everything darker than half grey."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    columns: set[int] = set()
    rows = []
    for y in range(grey.height()):
        line = bytes(grey.constScanLine(y))[: grey.width()]
        dark = [x for x, value in enumerate(line) if value < 128] if min(line) < 128 else []
        if dark:
            rows.append(y)
            columns.update((dark[0], dark[-1]))
    return min(columns), rows[0], max(columns), rows[-1]


@pytest.mark.office
@pytest.mark.parametrize("role", ["award_title", "recipient", "decision", "signing"])
def test_the_screen_shows_each_line_where_the_pdf_has_it(
    fitted: Make, tmp_path: Path, role: str
) -> None:
    page = fitted().page
    alone = replace(
        page,
        items=tuple(item for item in page.items if isinstance(item, Text) and item.role == role),
    )
    seen, printed = ink(on_screen(alone)), ink(from_pdf(alone, tmp_path))
    assert all(abs(a - b) <= 1 for a, b in zip(seen, printed, strict=True)), (seen, printed)


@pytest.fixture
def area(qtbot: QtBot) -> PreviewArea:
    """Return a preview in a window of usual size."""
    made = PreviewArea()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def darkest(area: PreviewArea, x_mm: float, y_mm: float, reach_mm: float = 6.0) -> int:
    """Return the lightness of the darkest spot around a place on the shown sheet."""
    image = area.canvas.grab().toImage()
    zoom, origin = area.canvas._zoom, area.canvas._origin()
    spots = [
        QColor(image.pixel(int(origin.x() + (x_mm + dx) * zoom), int(origin.y() + y_mm * zoom)))
        for dx in [step * 0.2 - reach_mm for step in range(int(reach_mm * 10))]
    ]
    return min(spot.lightness() for spot in spots)


def test_on_a_blank_only_what_will_be_printed_is_black(fitted: Make, area: PreviewArea) -> None:
    area.canvas.show_boxes = False
    area.set_sheet(fitted("overlay"), {})
    dimmed, printed = darkest(area, 148.5, 47.6), darkest(area, 148.5, 105.0)
    assert printed < 80
    assert dimmed > 120
    area.canvas.show_backdrop = False
    area.canvas.refresh()
    assert darkest(area, 148.5, 47.6) > 250


def test_the_whole_sheet_fits_and_a_fixed_zoom_has_its_true_size(
    fitted: Make, area: PreviewArea
) -> None:
    area.set_sheet(fitted(), {})
    assert area.canvas.width() <= area.viewport().width()
    assert area.canvas.height() <= area.viewport().height()
    area.set_percent(100)
    per_mm = area.logicalDpiX() / 25.4
    assert area.canvas.size() == area.canvas.size_for(per_mm)
    assert area.canvas.width() > 297 * per_mm
    area.set_percent(0)
    assert area.canvas.width() <= area.viewport().width()


def test_a_click_chooses_the_smallest_field_under_it(
    fitted: Make, area: PreviewArea, qtbot: QtBot
) -> None:
    area.set_sheet(fitted(), {})
    canvas = area.canvas
    where = canvas._to_px(next(box for box in fitted().boxes if box.role == "recipient"))
    with qtbot.waitSignal(canvas.chosen) as caught:
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=where.center().toPoint())
    assert caught.args == ["recipient"]
    box = canvas.box()
    assert box is not None
    assert box.label == "Họ và tên"
    assert "Ô đang chọn: Họ và tên" in canvas.accessibleDescription()
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert canvas.role == ""


def test_arrow_keys_go_through_the_fields_in_order(
    fitted: Make, area: PreviewArea, qtbot: QtBot
) -> None:
    area.set_sheet(fitted("overlay"), {})
    roles = [box.role for box in fitted("overlay").boxes]
    seen = []
    for _ in roles:
        qtbot.keyClick(area.canvas, Qt.Key.Key_Down)
        seen.append(area.canvas.role)
    assert seen == roles
    qtbot.keyClick(area.canvas, Qt.Key.Key_Up)
    assert area.canvas.role == roles[-2]


def test_an_empty_desk_shows_nothing(area: PreviewArea) -> None:
    area.set_sheet(None, {})
    assert area.canvas.accessibleDescription() == ""
    assert area.canvas.size_for(1.0) == QSize(297 + 44, 210 + 44)
