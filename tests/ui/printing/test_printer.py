"""The printer's path: full page, right paper, small jobs, honest counts."""

from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from thiduaqt.domain.calibration import Fault
from thiduaqt.domain.errors import BadFile
from thiduaqt.domain.fitting import FittedPage
from thiduaqt.domain.page import Page
from thiduaqt.ui.printing.pictures import load_pictures
from thiduaqt.ui.printing.printer import (
    Machine,
    PrinterRefused,
    PrintRun,
    band_warning,
    describe,
    paper_warning,
    printer_to_file,
)

Make = Callable[..., FittedPage]
LASER = Machine(name="Canon LBP2900", band_mm=4.2, paper="A4", paper_mm=(210, 297))


def origins(path: Path) -> dict[str, tuple[float, float]]:
    """Return the origin of each line in mm from the upper left corner."""
    page = pypdf.PdfReader(path).pages[0]
    height = float(page.mediabox.height)
    found = {}

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip():
            x = cm[0] * tm[4] + cm[2] * tm[5] + cm[4]
            y = cm[1] * tm[4] + cm[3] * tm[5] + cm[5]
            found[" ".join(text.split())] = (x * 25.4 / 72, (height - y) * 25.4 / 72)

    page.extract_text(visitor_text=visit)
    return found


def test_sheets_go_out_in_jobs_of_five(fitted: Make, tmp_path: Path) -> None:
    made = []

    def printer() -> QPrinter:
        made.append(tmp_path / f"{len(made)}.pdf")
        return printer_to_file(made[-1])()

    run = PrintRun(printer, [fitted("overlay").page] * 12)
    jobs = []
    while not run.finished:
        jobs.append(run.next_job())
    assert jobs == [range(5), range(5, 10), range(10, 12)]
    assert [len(pypdf.PdfReader(path).pages) for path in made] == [5, 5, 2]
    assert (run.done, run.total) == (12, 12)
    assert run.next_job() == range(12, 12)


def test_the_printed_sheet_is_a4_landscape_and_moved_by_the_correction(
    fitted: Make, tmp_path: Path
) -> None:
    page = fitted("overlay").page
    places = {}
    for name, fault in (("as-is", Fault()), ("moved", Fault(right_mm=2.5, down_mm=-1.5))):
        path = tmp_path / f"{name}.pdf"
        PrintRun(printer_to_file(path), [page], fault=fault).next_job()
        box = pypdf.PdfReader(path).pages[0].mediabox
        assert float(box.width) * 25.4 / 72 == pytest.approx(297, abs=0.2)
        assert float(box.height) * 25.4 / 72 == pytest.approx(210, abs=0.2)
        places[name] = origins(path)
    for text, (x, y) in places["as-is"].items():
        moved_x, moved_y = places["moved"][text]
        assert moved_x == pytest.approx(x - 2.5, abs=0.05)
        assert moved_y == pytest.approx(y + 1.5, abs=0.05)


@pytest.mark.no_qt_log  # Qt says so too, which is the point
def test_a_printer_that_does_not_open_keeps_its_sheets_in_the_queue(
    fitted: Make, tmp_path: Path
) -> None:
    run = PrintRun(printer_to_file(tmp_path / "khong-co" / "a.pdf"), [fitted().page] * 4)
    with pytest.raises(PrinterRefused) as caught:
        run.next_job()
    assert caught.value.data == "4 tờ vẫn nằm trong hàng chờ."
    assert run.done == 0


def test_an_unknown_printer_is_said_to_be_missing() -> None:
    with pytest.raises(PrinterRefused, match="Không thấy máy in Không Có"):
        describe("Không Có")


def test_paper_and_edge_are_compared_with_the_page(fitted: Make) -> None:
    page = fitted("overlay").page
    assert paper_warning(LASER, page) == ""
    letter = Machine(name="X", band_mm=4, paper="Letter", paper_mm=(215.9, 279.4))
    assert paper_warning(letter, page).startswith("Máy in đang đặt giấy Letter, mẫu là A4")
    assert band_warning(page, 4.2) == ""
    assert band_warning(fitted().page, 4.2) == ""
    assert "9,0 mm" in band_warning(fitted().page, 9.0)
    wide = Page(width_mm=400, height_mm=300)
    assert "Letter" in paper_warning(letter, wide)


def test_the_emblem_may_be_a_drawing_or_a_photo(tmp_path: Path) -> None:
    drawing = tmp_path / "quoc-huy.svg"
    drawing.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50">'
        '<rect width="100" height="50" fill="#ff0000"/></svg>',
        encoding="utf-8",
    )
    image = load_pictures(drawing)["emblem"]
    assert image.width() == 2 * image.height() == 720
    photo = tmp_path / "quoc-huy.png"
    plain = QImage(30, 40, QImage.Format.Format_RGB32)
    plain.fill(0)
    assert plain.save(str(photo))
    assert load_pictures(photo)["emblem"].size().height() == 40
    assert load_pictures(None) == {}


@pytest.mark.no_qt_log  # Qt says so too, which is the point
@pytest.mark.parametrize("name", ["quoc-huy.svg", "quoc-huy.png"])
def test_a_file_that_is_no_picture_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("không phải hình", encoding="utf-8")
    with pytest.raises(BadFile, match=name.replace(".", r"\.")):
        load_pictures(path)
