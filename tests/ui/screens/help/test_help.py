"""Trợ giúp: every screen has its section, search without marks, nothing leads outside."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import thiduaqt
from tests.ui.telex import telex
from thiduaqt import paths
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens import SCREENS
from thiduaqt.ui.screens.help.pages import ABOUT, LICENCES, MANUAL, hits, page
from thiduaqt.ui.screens.help.screen import HelpScreen

ROOT = Path(__file__).resolve().parents[4]


@pytest.fixture
def screen(qtbot: QtBot, context: ScreenContext) -> HelpScreen:
    made = HelpScreen(context)
    qtbot.addWidget(made)
    made.resize(917, 462)
    made.show()
    QApplication.processEvents()
    return made


def top_heading(screen: HelpScreen) -> str:
    heading = screen.reader.heading_in_view()
    return heading.text if heading else ""


@pytest.mark.parametrize("title", [spec.title for spec in SCREENS])
def test_every_screen_has_its_section(screen: HelpScreen, title: str) -> None:
    screen.open_with(section=title)
    QApplication.processEvents()
    bar = screen.reader.verticalScrollBar()
    assert top_heading(screen) == title or bar.value() == bar.maximum()
    assert title in [heading.text for heading in screen.reader.headings]


def test_the_first_opening_already_stands_at_the_section(
    qtbot: QtBot, context: ScreenContext
) -> None:
    made = HelpScreen(context)
    qtbot.addWidget(made)
    made.open_with(section="Xét duyệt")
    made.resize(917, 462)
    made.show()
    QApplication.processEvents()
    QApplication.processEvents()
    assert top_heading(made) == "Xét duyệt"


def test_a_page_opened_anew_is_read_from_its_top(screen: HelpScreen) -> None:
    first = screen.reader.headings[1].text
    assert screen.contents.currentItem().text() == first
    screen.show_page("about")
    screen.show_page("manual")
    assert screen.contents.currentItem().text() == first


def test_contents_go_to_their_section_and_follow_the_text(screen: HelpScreen, qtbot: QtBot) -> None:
    item = next(
        screen.contents.item(row)
        for row in range(screen.contents.count())
        if screen.contents.item(row).text() == "Hồ sơ đề nghị"
    )
    area = screen.contents.visualItemRect(item).center()
    qtbot.mouseClick(screen.contents.viewport(), Qt.MouseButton.LeftButton, pos=area)
    assert top_heading(screen) == "Hồ sơ đề nghị"
    screen.finder.setFocus()
    screen.reader.verticalScrollBar().setValue(0)
    assert screen.contents.currentItem().text() == screen.reader.headings[1].text


def test_search_needs_no_marks_and_goes_round(screen: HelpScreen, qtbot: QtBot) -> None:
    screen.finder.setFocus()
    telex(screen.finder, "kiem phieu")
    telex(screen.finder, "<" * len("kiem phieu"))
    telex(screen.finder, "ngoai le")
    qtbot.keyClick(screen.finder, Qt.Key.Key_Return)
    assert screen.reader.count >= 1
    assert screen.found.text().startswith(f"{screen.reader.count} chỗ")
    shown = [
        screen.contents.item(row).text()
        for row in range(screen.contents.count())
        if not screen.contents.item(row).isHidden()
    ]
    assert "Hồ sơ đề nghị" in shown
    assert len(shown) < screen.contents.count()
    for _ in range(screen.reader.count):
        qtbot.keyClick(screen.finder, Qt.Key.Key_F3)
    assert screen.reader._at == 0
    qtbot.keyClick(screen.finder, Qt.Key.Key_Escape)
    qtbot.keyClick(screen.finder, Qt.Key.Key_Return)
    assert not screen.reader.extraSelections()


def test_nothing_found_is_said(screen: HelpScreen, qtbot: QtBot) -> None:
    screen.finder.setText("xyzzy")
    qtbot.keyClick(screen.finder, Qt.Key.Key_Return)
    assert screen.found.text().startswith("Không thấy")


@pytest.mark.parametrize(
    ("query", "line", "words"),
    [
        ("phieu", "in phiếu, gõ số phát ra", ["phiếu"]),
        ("dong y", "gõ số Đồng ý từng người", ["Đồng", "ý"]),
        ("DONG", "đồng ý", ["đồng"]),
        ("a.b", "axb", []),
    ],
)
def test_words_are_found_in_their_own_letters(query: str, line: str, words: list[str]) -> None:
    found = [line[hit.start : hit.start + hit.length] for hit in hits(query, line)]
    assert sorted(set(found)) == sorted(words)


def test_about_tells_version_licences_and_what_is_not_verified(screen: HelpScreen) -> None:
    screen.open_with(page="about")
    text = screen.reader.toPlainText()
    assert f"ThiDuaQt {thiduaqt.__version__}" in text
    for words in ("Apache-2.0", "LGPL-3.0", "Windows 10, 11", "chưa chạy thử", "chưa ký"):
        assert words in text
    assert screen.about.isChecked()
    screen.follow_link("giay-phep:chu")
    assert "SIL Open Font License" in screen.reader.toPlainText()
    screen.follow_link("trang:about")
    assert "Apache-2.0" in screen.reader.toPlainText()


def test_links_lead_nowhere_outside(screen: HelpScreen) -> None:
    for key in (MANUAL, ABOUT):
        targets = re.findall(r"\]\(([^)]+)\)", page(key).text)
        for target in targets:
            kind, _, name = target.partition(":")
            assert target.startswith("#") or (kind == "giay-phep" and name in LICENCES)
        assert "http" not in page(key).text
    before = screen.reader.toPlainText()
    screen.follow_link("https://example.invalid/")
    screen.follow_link("file:///etc/passwd")
    assert screen.reader.toPlainText() == before


def test_headings_are_larger_than_the_text(screen: HelpScreen) -> None:
    for heading in screen.reader.headings:
        block = screen.reader.document().findBlockByNumber(heading.block)
        letters = block.begin().fragment().charFormat()
        size = letters.fontPointSize()
        assert not letters.hasProperty(QTextFormat.Property.FontSizeAdjustment)
        assert size > screen.reader.document().defaultFont().pointSizeF()


def test_the_manual_is_clean_text() -> None:
    text = (paths.resources() / "help" / "huong-dan.md").read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert text.count("```") == 0


def test_what_the_manual_names_in_bold_stands_in_the_window() -> None:
    """A button or heading that is renamed has to be renamed in the manual as well."""
    code = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "thiduaqt").rglob("*.py"))]
    shown = re.sub(r'"\s*\n\s*"', "", "\n".join(code)).replace("&", "")
    named = re.findall(r"\*\*([^*]+)\*\*", page(MANUAL).text)
    words = {" ".join(one.split()).strip(" .:") for one in named}
    assert len(words) > 50
    assert not [one for one in words if one not in shown]
