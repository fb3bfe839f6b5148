"""Colours that can be read, fonts that have every letter, icons that ship, few lines of style."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QImage, QPainter, QRawFont
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT
from thiduaqt import paths
from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.widgets import meters
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.editors import ChoiceBox, pick_box
from thiduaqt.ui.widgets.states import LOOKS

VOWELS = "aăâeêioôơuưy"
TONES = "\u0300\u0309\u0303\u0301\u0323"
LETTERS = (
    {unicodedata.normalize("NFC", v + t) for v in VOWELS for t in ("", *TONES)}
    | set("đbcghklmnpqrstvx")
    | set("0123456789₫–—“”‘’…·•%/()")
)


def luminance(colour: str) -> float:
    def part(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    found = QColor(colour)
    red, green, blue = (part(v) for v in (found.redF(), found.greenF(), found.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *(
            (text, ground)
            for text in ("TEXT", "TEXT_2", "TEXT_MUTED")
            for ground in ("SURFACE", "BG", "SURFACE_ALT")
        ),
        ("TEXT_2", "SELECTION"),
        ("TEXT_2", "HEADER"),
        ("TEXT_2", "GROUP_ROW"),
        ("TEXT_2", "NEUTRAL_BG"),
        ("SELECTION_TEXT", "SELECTION"),
        ("SURFACE", "PRIMARY"),
        ("SURFACE", "PRIMARY_HOVER"),
        ("RAIL_TEXT", "RAIL"),
        ("RAIL_TEXT", "RAIL_HOVER"),
        ("SURFACE", "RAIL_SELECTED"),
        ("OK", "OK_BG"),
        ("WARN", "WARN_BG"),
        ("ERROR", "ERROR_BG"),
        ("INFO", "INFO_BG"),
        *((state, "SELECTION") for state in ("OK", "WARN", "ERROR", "INFO")),
        ("SAMPLE_TEXT", "SAMPLE_BG"),
        ("SURFACE", "TOAST"),
        ("RAIL", "RAIL_BAR"),
    ],
)
def test_text_can_be_read(text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("ground", ["SURFACE", "BG", "SELECTION"])
def test_focus_and_frames_can_be_seen(ground: str) -> None:
    assert contrast(tokens.FOCUS, getattr(tokens, ground)) >= 3
    assert contrast(tokens.BORDER_INPUT, tokens.SURFACE) >= 3


def test_muted_text_would_be_too_pale_on_the_selection() -> None:
    """Why the delegate changes to the secondary colour there."""
    assert contrast(tokens.TEXT_MUTED, tokens.SELECTION) < 4.5


def test_the_style_sheet_is_short_and_complete() -> None:
    sheet = theme.style_sheet()
    assert len(sheet.splitlines()) <= 150
    assert "$" not in sheet
    assert not re.search(r"^\s*QWidget\s*\{", sheet, re.MULTILINE)
    assert not re.search(r"QComboBox\s*\{|QSpinBox|QDateEdit", sheet), "Fusion draws those"


@pytest.mark.parametrize("family", [tokens.SANS, tokens.SERIF])
@pytest.mark.parametrize("style", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_fonts_have_every_vietnamese_letter(family: str, style: str) -> None:
    file = paths.resources() / "fonts" / f"{family.replace(' ', '')}-{style}.ttf"
    font = QRawFont(str(file), 12.0)
    assert font.isValid()
    missing = [
        letter
        for low in sorted(LETTERS)
        for letter in {low, low.upper()}
        if len(letter) == 1 and not font.supportsCharacter(ord(letter))
    ]
    assert missing == []


def test_bundled_fonts_are_found_by_name(qapp: QApplication) -> None:
    assert theme.load_fonts() == [tokens.SANS, tokens.SERIF]
    assert QFontDatabase.hasFamily(tokens.SERIF)
    assert (paths.resources() / "fonts" / "OFL.txt").read_text(encoding="utf-8").count("\n") > 60


def test_every_icon_that_is_named_ships() -> None:
    root = Path(theme.__file__).parent
    folder = paths.resources() / "icons"
    shipped = {file.stem for file in folder.glob("*.svg")}
    named: set[str] = {look.icon for look in LOOKS.values() if look.icon}
    pattern = re.compile(r"""icon(?:s\.icon)?(?:=|\()\s*"([a-z0-9-]+)\"""")
    for file in root.rglob("*.py"):
        named |= set(pattern.findall(file.read_text(encoding="utf-8")))
    assert named - shipped == set()
    assert (folder / "LICENSE.txt").is_file()


def test_icons_take_the_colour_and_the_scale() -> None:
    plain = icons.pixmap("circle-x", tokens.ERROR, 16, 1.0)
    sharp = icons.pixmap("circle-x", tokens.ERROR, 16, 2.0)
    assert plain.width() == 16
    assert sharp.width() == 32
    assert sharp.deviceIndependentSize().width() == 16
    colours = {
        sharp.toImage().pixelColor(x, y).name()
        for x in range(32)
        for y in range(32)
        if sharp.toImage().pixelColor(x, y).alpha() == 255
    }
    assert colours == {tokens.ERROR.lower()}
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")


def _controls() -> list[QWidget]:
    box = ChoiceBox(["a"])
    return [
        button("Thường"),
        button("Phẳng", kind="flat"),
        button("Liên kết", kind="link"),
        button("Xóa", kind="danger"),
        button("Chính", kind="primary"),
        QLineEdit(),
        box,
        pick_box(["a"]),
        QCheckBox("Chọn"),
    ]


@pytest.mark.parametrize("number", range(9))
def test_the_focus_can_be_seen_on_every_control(number: int, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    control = _controls()[number]
    control.setParent(page)
    control.move(20, 20)
    other = QPushButton("khác", page)
    other.move(20, 80)
    page.resize(260, 130)
    page.show()
    page.activateWindow()
    other.setFocus()
    QApplication.processEvents()
    area = QRect(10, 10, 230, 60)
    before = page.grab(area).toImage()
    control.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    after = page.grab(area).toImage()
    ring = QColor(tokens.FOCUS).name()
    assert _count(after, ring) > _count(before, ring) + 30


def _count(picture: QImage, colour: str) -> int:
    return sum(
        picture.pixelColor(x, y).name() == colour
        for x in range(picture.width())
        for y in range(picture.height())
    )


@pytest.mark.parametrize("kind", ["", "primary", "flat", "danger"])
@pytest.mark.parametrize("points", [9, 10, 14])
def test_buttons_have_room_for_marks_and_fingers(kind: str, points: int, qtbot: QtBot) -> None:
    made = button("Ế Ộ ự Ỹ", kind=kind)
    qtbot.addWidget(made)
    made.setFont(QFont(tokens.SANS, points))
    size = made.sizeHint()
    assert size.height() >= max(28, QFontMetrics(made.font()).height() + 8)
    assert size.width() >= QFontMetrics(made.font()).horizontalAdvance("Ế Ộ ự Ỹ")


def test_a_quota_over_its_limit_is_hatched_and_said() -> None:
    over = meters.Quota(label="Cá nhân", limit=5, chosen=6)
    assert over.numbers() == ("6 chọn", "tối đa 5")
    assert over.sentence().startswith("Vượt 1.")
    assert meters.Quota(label="", limit=5, chosen=4).sentence() == "Còn 1"
    free = meters.Quota(label="", limit=None, chosen=12)
    assert free.numbers()[1] == "kế hoạch không nêu số lượng"
    before = meters.Quota(label="", limit=5, proposed=9, eligible=5)
    assert before.numbers() == ("9 đề nghị · 5 đủ điều kiện", "tối đa 5")
    assert before.over == 0, "above the limit while proposals come in is normal"


def test_a_meter_can_be_read_without_colour() -> None:
    def painted(quota: meters.Quota) -> QImage:
        picture = QImage(200, 24, QImage.Format.Format_Grayscale8)
        picture.fill(255)
        painter = QPainter(picture)
        meters.paint_quota(painter, picture.rect(), quota, mono=True)
        painter.end()
        return picture

    within = painted(meters.Quota(label="", limit=5, chosen=5))
    over = painted(meters.Quota(label="", limit=5, chosen=6))
    assert within != over


def test_no_module_of_other_licences_is_loaded() -> None:
    """U59: in a process of its own, so that other tests cannot hide it."""
    script = (
        "import sys, thiduaqt.ui.app\n"
        "bad = [m for m in sys.modules if m.startswith('PySide6.Qt') and any(w in m for w in "
        "('Chart', 'DataVis', 'WebEngine', 'Pdf', 'Graphs'))]\n"
        "heavy = [m for m in ('docx', 'openpyxl', 'python_calamine', 'msgspec',"
        " 'PySide6.QtNetwork', 'PySide6.QtPrintSupport') if m in sys.modules]\n"
        "sys.exit(f'{bad} {heavy}' if bad or heavy else 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_high_contrast_leaves_the_look_to_the_system(tmp_path: Path) -> None:
    """U58: no palette and no style sheet of ours, and every screen still opens."""
    script = (
        "import sys, pathlib\n"
        "from tests.builders import a_session\n"
        "from thiduaqt.ui import app, theme\n"
        "theme.wants_contrast = lambda: True\n"
        "from thiduaqt.ui.screens import SCREENS\n"
        "session = a_session(pathlib.Path(sys.argv[1]))\n"
        "session.close()\n"
        "app.SCREENS = SCREENS[:3]\n"
        "app.open_and_close(session.path)\n"
        "from PySide6.QtWidgets import QApplication\n"
        "assert not QApplication.instance().styleSheet()\n"
        "assert 'FlatStyle' not in type(QApplication.style()).__name__\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
