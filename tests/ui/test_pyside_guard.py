"""PySide6 6.12.0 on Python 3.11 loses a reference to None at each void call; it dies in the end."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("call", ["resize", "setText", "setEnabled", "update"])
def test_void_calls_keep_their_hands_off_none(qtbot: QtBot, call: str) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    arguments = {"resize": (10, 10), "setText": ("chữ",), "setEnabled": (True,), "update": ()}[call]
    kept = [None] * 1_000_000  # so that a loss ends in this test's message, not in a crash
    before = sys.getrefcount(None)
    for _ in range(500):
        getattr(label, call)(*arguments)
    assert abs(sys.getrefcount(None) - before) < 50
    assert len(kept) == 1_000_000
