"""Enter presses the button that has the focus, once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from thiduaqt.ui.press import PressButton


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_once_however_long_they_are_held(qtbot: QtBot, key: Qt.Key) -> None:
    pressed: list[bool] = []
    button = PressButton("Hoàn tất")
    button.setAutoDefault(False)
    button.clicked.connect(lambda: pressed.append(True))
    qtbot.addWidget(button)
    button.show()
    held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", autorep=True)
    QApplication.sendEvent(button, held)
    assert pressed == []
    qtbot.keyClick(button, key)
    assert len(pressed) == 1
