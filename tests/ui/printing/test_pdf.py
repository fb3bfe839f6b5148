"""The PDF as outside tools see it: places, fonts, text, paper."""

import html
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage, QRawFont

from tests.ui.printing.conftest import NAMES
from thiduaqt import paths
from thiduaqt.domain.calibration import Fault
from thiduaqt.domain.errors import Cancelled, StoreError
from thiduaqt.domain.fitting import FittedPage
from thiduaqt.domain.page import Font, Page, Text
from thiduaqt.ui.printing.painter import text_left_mm, text_width_mm
from thiduaqt.ui.printing.pdf import write_pdf

Make = Callable[..., FittedPage]
PT = 72 / 25.4
WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)
needs_poppler = pytest.mark.office
TOLERANCE_MM = 0.1


def run(*command: str | Path) -> str:
    """Return what a poppler tool prints."""
    tool = shutil.which(str(command[0]))
    assert tool, f"{command[0]} is missing (package poppler-utils)"
    done = subprocess.run(
        [tool, *map(str, command[1:])], check=True, capture_output=True, timeout=60
    )
    return done.stdout.decode("utf-8")


def lines_of(path: Path, number: int) -> list[tuple[str, float, float]]:
    """Return words with left and right in mm as poppler finds them on a page."""
    found = run("pdftotext", "-f", str(number), "-l", str(number), "-bbox", path, "-")
    return [
        (html.unescape(word), float(left) / PT, float(right) / PT)
        for left, _, right, _, word in WORD.findall(found)
    ]


def baselines_of(path: Path, number: int) -> dict[str, tuple[float, float]]:
    """Return origin (x, y) in mm from the upper left corner of each line, as pypdf reads it."""
    page = pypdf.PdfReader(path).pages[number - 1]
    height = float(page.mediabox.height)
    found: dict[str, tuple[float, float]] = {}

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        words = " ".join(text.split())
        if words:
            x = cm[0] * tm[4] + cm[2] * tm[5] + cm[4]
            y = cm[1] * tm[4] + cm[3] * tm[5] + cm[5]
            found[words] = (x / PT, (height - y) / PT)

    page.extract_text(visitor_text=visit)
    return found


def plain_lines(page: Page) -> list[Text]:
    """Return the texts drawn as one run of letters."""
    return [text for text in page.texts() if not text.tracking_mm]


@needs_poppler
def test_every_line_stands_within_a_tenth_of_a_millimetre(fitted: Make, tmp_path: Path) -> None:
    pages = [fitted(recipient=name).page for name, _ in NAMES]
    write_pdf(pages, tmp_path / "tat-ca.pdf")
    worst = 0.0
    for number, page in enumerate(pages, start=1):
        words = lines_of(tmp_path / "tat-ca.pdf", number)
        origins = baselines_of(tmp_path / "tat-ca.pdf", number)
        texts = [word for word, _, _ in words]
        for item in plain_lines(page):
            parts = item.text.split()
            start = next(i for i in range(len(texts)) if texts[i : i + len(parts)] == parts)
            left, right = words[start][1], words[start + len(parts) - 1][2]
            x, y = origins[item.text]
            if item.align == "center":
                middle = item.x_mm + item.width_mm / 2
                assert (left + right) / 2 == pytest.approx(middle, abs=TOLERANCE_MM), item
            else:
                assert left == pytest.approx(item.x_mm, abs=TOLERANCE_MM), item
            assert right - left == pytest.approx(text_width_mm(item), abs=TOLERANCE_MM), item
            assert y == pytest.approx(item.baseline_mm, abs=TOLERANCE_MM), item
            worst = max(worst, abs(x - text_left_mm(item)), abs(y - item.baseline_mm))
    assert worst < TOLERANCE_MM


@needs_poppler
def test_spaced_letters_are_centred_and_read_as_words(fitted: Make, tmp_path: Path) -> None:
    page = fitted().page
    write_pdf([page], tmp_path / "mot.pdf")
    title = next(text for text in page.texts() if text.role == "award_title")
    words = {word: (left, right) for word, left, right in lines_of(tmp_path / "mot.pdf", 1)}
    left, right = words["GIẤY"][0], words["KHEN"][1]
    assert (left + right) / 2 == pytest.approx(148.5, abs=TOLERANCE_MM)
    assert right - left == pytest.approx(text_width_mm(title), abs=TOLERANCE_MM)


def ink_box(path: Path, folder: Path, dpi: int = 600) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom (mm) of all ink on the first page, from its raster."""
    run("pdftoppm", "-r", str(dpi), "-l", "1", "-gray", "-singlefile", path, folder / "anh")
    image = QImage(str(folder / "anh.pgm"))
    rows = [y for y in range(image.height()) if _inked(image, y)]
    columns: set[int] = set()
    for y in rows[:: max(1, len(rows) // 40)]:
        line = bytes(image.constScanLine(y))[: image.width()]
        columns.update((line.find(0), line.rfind(0)) if 0 in line else ())
    mm = 25.4 / dpi
    return min(columns) * mm, rows[0] * mm, (max(columns) + 1) * mm, (rows[-1] + 1) * mm


def _inked(image: QImage, y: int) -> bool:
    line = bytes(image.constScanLine(y))[: image.width()]
    return min(line) < 128


@needs_poppler
@pytest.mark.parametrize(
    "fault",
    [Fault(), Fault(right_mm=2.0, down_mm=-1.5), Fault(right_mm=-3.25, scale_percent=101.0)],
)
def test_ink_lies_where_the_page_and_the_printer_want_it(tmp_path: Path, fault: Fault) -> None:
    letter = Text(
        text="H", x_mm=60, width_mm=100, baseline_mm=120, font=Font(size_pt=72), role="letter"
    )
    write_pdf([Page(width_mm=297, height_mm=210, items=(letter,))], tmp_path / "chu.pdf", fault)
    left, top, right, bottom = ink_box(tmp_path / "chu.pdf", tmp_path)
    outline = outline_mm("H", 72)
    to_paper = fault.correction(297, 210)
    wanted = (
        *to_paper.at(60 + outline.left(), 120 + outline.top()),
        *to_paper.at(60 + outline.right(), 120 + outline.bottom()),
    )
    assert (left, top, right, bottom) == pytest.approx(wanted, abs=TOLERANCE_MM)


def outline_mm(letter: str, size_pt: float) -> QRectF:
    """Return the box of a letter's outline around its origin, from the font file."""
    file = paths.resources() / "fonts" / "LiberationSerif-Regular.ttf"
    face = QRawFont(str(file), 1000.0, QFont.HintingPreference.PreferNoHinting)
    box = face.pathForGlyph(face.glyphIndexesForString(letter)[0]).boundingRect()
    scale = size_pt * 25.4 / 72 / 1000
    return QRectF(box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale)


@needs_poppler
def test_all_fonts_are_embedded_and_ours(fitted: Make, tmp_path: Path) -> None:
    write_pdf([fitted(recipient=name).page for name, _ in NAMES], tmp_path / "chu.pdf")
    rows = run("pdffonts", tmp_path / "chu.pdf").splitlines()[2:]
    assert rows
    for row in rows:
        name, *_, embedded, _, to_unicode, _, _ = row.split()
        assert name.split("+")[-1].startswith("Liberation"), row
        assert (embedded, to_unicode) == ("yes", "yes"), row


@needs_poppler
def test_the_text_comes_out_in_composed_form(fitted: Make, tmp_path: Path) -> None:
    loose = unicodedata.normalize("NFD", "Bà Nguyễn Thị Ưởng")
    write_pdf([fitted(recipient=loose).page], tmp_path / "chu.pdf")
    words = " ".join(run("pdftotext", tmp_path / "chu.pdf", "-").split())
    assert "Bà Nguyễn Thị Ưởng" in words
    assert words == unicodedata.normalize("NFC", words)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in words


@needs_poppler
def test_the_paper_is_a4_landscape(fitted: Make, tmp_path: Path) -> None:
    write_pdf([fitted().page, fitted("overlay").page], tmp_path / "giay.pdf", title="Giấy khen 131")
    info = run("pdfinfo", "-f", "1", "-l", "2", tmp_path / "giay.pdf")
    sizes = re.findall(r"size:\s+([\d.]+) x ([\d.]+) pts", info)
    assert len(sizes) == 2
    for width, height in sizes:
        assert float(width) / PT == pytest.approx(297, abs=0.2)
        assert float(height) / PT == pytest.approx(210, abs=0.2)
    assert re.search(r"Title:\s+Giấy khen 131", info)


@needs_poppler
def test_another_paper_size_is_kept(fitted: Make, tmp_path: Path) -> None:
    page = Page(width_mm=400, height_mm=300, items=fitted().page.items)
    write_pdf([page], tmp_path / "rong.pdf")
    size = re.search(r"size:\s+([\d.]+) x ([\d.]+) pts", run("pdfinfo", tmp_path / "rong.pdf"))
    assert size
    assert float(size[1]) / PT == pytest.approx(400, abs=0.2)
    assert float(size[2]) / PT == pytest.approx(300, abs=0.2)


def test_the_offices_emblem_is_stored_once_for_all_sheets(fitted: Make, tmp_path: Path) -> None:
    emblem = QImage(400, 400, QImage.Format.Format_RGB32)
    for x in range(400):
        for y in range(0, 400, 7):
            emblem.setPixel(x, y, (x * 7919 + y * 104729) & 0xFFFFFF)
    page = fitted().page
    sizes = {}
    for count in (1, 6):
        path = tmp_path / f"{count}.pdf"
        write_pdf([page] * count, path, pictures={"emblem": emblem})
        sizes[count] = path.stat().st_size
        assert len(pypdf.PdfReader(path).pages) == count
    bare = tmp_path / "khong.pdf"
    write_pdf([page], bare)
    picture = sizes[1] - bare.stat().st_size
    assert picture > 20_000
    assert sizes[6] - sizes[1] < 5 * bare.stat().st_size + picture


def test_nothing_is_left_where_writing_is_refused(fitted: Make, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Không ghi được"):
        write_pdf([fitted().page], tmp_path / "khong-co" / "a.pdf")
    (tmp_path / "thu-muc.pdf").mkdir()
    with pytest.raises(StoreError, match=r"thu-muc\.pdf"):
        write_pdf([fitted().page], tmp_path / "thu-muc.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["thu-muc.pdf"]


def test_others_may_read_the_file_as_any_other(fitted: Make, tmp_path: Path) -> None:
    usual = tmp_path / "thuong.txt"
    usual.touch()
    write_pdf([fitted().page], tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").stat().st_mode == usual.stat().st_mode


def test_stopping_leaves_the_old_file_alone(fitted: Make, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    with pytest.raises(Cancelled):
        write_pdf([fitted().page] * 3, path, progress=lambda done, _: done < 2)
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_pdf_without_pages_is_a_mistake_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="page"):
        write_pdf([], tmp_path / "a.pdf")
