"""The frame of the window in English, compiled from the catalogue as the build does."""

from __future__ import annotations

import subprocess
from pathlib import Path

import PySide6
import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT
from thiduaqt import paths
from thiduaqt.ui import i18n
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.main_window.menus import Commands, Menus
from thiduaqt.ui.tables.bar import GridBar


def test_the_frame_can_be_shown_in_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication, qtbot: QtBot
) -> None:
    tool = Path(PySide6.__file__).parent / "lrelease"
    source = ROOT / "i18n" / "thiduaqt_en.ts"
    made = tmp_path / "thiduaqt_en.qm"
    subprocess.run([tool, "-silent", source, "-qm", made], check=True)
    monkeypatch.setattr(paths, "translations", lambda: tmp_path)
    loaded = i18n.install(qapp, "en")
    assert len(loaded) == 1
    try:
        window = QMainWindow()
        qtbot.addWidget(window)
        nothing = dict.fromkeys(Commands.__slots__, lambda *_args: None)
        menus = Menus(window, Commands(**nothing), ())  # type: ignore[arg-type]
        assert menus.file.title() == "&File"
        assert menus.undo.text() == "&Undo"
        assert translate("screens", "Việc cần làm") == "To do"
        assert translate("Quota", "tối đa {count}") == "at most {count}"
        bar = GridBar()
        qtbot.addWidget(bar)
        assert bar._words(frozenset(f"value {n}" for n in range(20))) == "20 values"
    finally:
        for translator in loaded:
            qapp.removeTranslator(translator)
    assert translate("screens", "Việc cần làm") == "Việc cần làm"


def test_a_language_that_was_not_built_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.setattr(paths, "translations", lambda: tmp_path)
    assert i18n.install(qapp, "en") == []
    assert translate("screens", "Việc cần làm") == "Việc cần làm"
