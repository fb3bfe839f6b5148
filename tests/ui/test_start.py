"""The curtain: there at once, gone when the window shows."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from thiduaqt.ui.start import Curtain


def test_the_curtain_falls_when_a_window_shows(qtbot: QtBot) -> None:
    curtain = Curtain()
    qtbot.addWidget(curtain)
    curtain.show()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(curtain)
    window = QWidget()
    qtbot.addWidget(window)
    assert curtain.isVisible()
    window.show()
    assert not curtain.isVisible()
    assert not curtain.grab().isNull()


PROBE = """
import sys, thiduaqt.__main__, thiduaqt.ui.start
heavy = ("thiduaqt.services", "thiduaqt.domain", "docx", "openpyxl", "lxml", "sqlite", "msgspec",
         "python_calamine", "click")
print([name for name in sys.modules if name.startswith(heavy)])
"""


def test_nothing_heavy_loads_before_the_curtain() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
