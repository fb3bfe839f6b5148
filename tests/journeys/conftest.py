"""What the journeys through the window share: the dress of the program, and hands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.hands import Hands
from thiduaqt.ui import i18n, theme
from thiduaqt.ui.app import Application
from thiduaqt.ui.memory import Memory

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """Dress the one application as the program does, with the bundled font."""
    theme.apply(qapp, bundled_font=True)
    translators = i18n.install(qapp, "vi")
    yield qapp
    for translator in translators:
        qapp.removeTranslator(translator)


@pytest.fixture
def hands(dressed: QApplication, qtbot: QtBot, own_data_folder: Path) -> Iterator[Hands]:
    """Return hands on a program that has not been started; what it opens is closed at the end."""
    program = Application(Memory(own_data_folder / "giao-dien.ini"))
    yield Hands(qtbot, program)
    program.close()
    dressed.processEvents()
