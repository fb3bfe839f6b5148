"""Qt's own words in Vietnamese: they exist in this Qt, are complete, and reach its widgets."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QWizard
from pytestqt.qtbot import QtBot

SOURCE = Path(__file__).resolve().parents[2] / "i18n" / "qtbase_vi.ts"
MESSAGES = [
    (context.findtext("name", ""), message.findtext("source", ""), message.find("translation"))
    for context in ET.parse(SOURCE).getroot().iter("context")
    for message in context.iter("message")
]


@pytest.fixture(scope="module")
def vietnamese(tmp_path_factory: pytest.TempPathFactory) -> QTranslator:
    """Compile the file with Qt's own tool, which refuses what it cannot read."""
    made = tmp_path_factory.mktemp("qm") / "qtbase_vi.qm"
    suffix = ".exe" if sys.platform == "win32" else ""
    tool = Path(PySide6.__file__).parent / f"lrelease{suffix}"
    subprocess.run([tool, "-silent", SOURCE, "-qm", made], check=True)
    translator = QTranslator()
    assert translator.load(str(made))
    return translator


@pytest.fixture
def spoken(qapp: QApplication, vietnamese: QTranslator) -> Iterator[None]:
    qapp.installTranslator(vietnamese)
    yield
    qapp.removeTranslator(vietnamese)


def test_every_source_is_a_word_of_this_qt(qapp: QApplication) -> None:
    """German, which Qt ships complete, knows all of them: a misspelt source would do nothing."""
    german = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    assert german.load("qtbase_de", folder)
    unknown = [(c, s) for c, s, _ in MESSAGES if not german.translate(c, s)]
    assert not unknown
    assert len(MESSAGES) > 300


def test_every_word_is_finished_and_keeps_its_places() -> None:
    for context, source, translation in MESSAGES:
        assert translation is not None
        assert translation.get("type") is None, f"{context}: {source} is not finished"
        text = translation.text or ""
        assert text == unicodedata.normalize("NFC", text)
        assert re.findall(r"%\w", text) == re.findall(r"%\w", source), source
        assert text.count("\n") == source.count("\n"), source
        assert ("&" in text) == ("&" in source), f"{context}: {source} needs its access key"


def test_buttons_and_menus_speak_vietnamese(qtbot: QtBot, spoken: None) -> None:
    kinds = QMessageBox.StandardButton
    box = QMessageBox()
    box.setStandardButtons(kinds.Yes | kinds.No | kinds.Cancel | kinds.Save | kinds.Ok)
    qtbot.addWidget(box)
    assert {b.text() for b in box.buttons()} == {"&Có", "&Không", "Hủy", "Lưu", "Đồng ý"}
    editor = QLineEdit()
    qtbot.addWidget(editor)
    menu = editor.createStandardContextMenu()
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert words == ["&Hoàn tác", "&Làm lại", "Cắ&t", "&Chép", "&Dán", "Xóa", "Chọn tất cả"]
    wizard = QWizard()
    qtbot.addWidget(wizard)
    assert wizard.buttonText(QWizard.WizardButton.FinishButton) == "&Hoàn thành"
