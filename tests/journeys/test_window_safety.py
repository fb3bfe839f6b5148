"""Nothing is lost: the process is killed, the window is closed early, everything is taken back."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from tests.builders import a_session
from tests.journeys import typing_child
from tests.journeys.conftest import ROOT
from tests.journeys.hands import Hands
from thiduaqt.services import safety, units
from thiduaqt.services.session import open_session

STEPS = 200


@pytest.fixture
def data_file(tmp_path: Path) -> Path:
    """Return the data file of the invented commune Minh Họa."""
    session = a_session(tmp_path)
    session.close()
    return session.path


def _names(path: Path) -> list[str]:
    session = open_session(path, read_only=True)
    try:
        report = safety.verify(session)
        assert report.ok, report.sentence
        return [line.name for line in units.listing(session)]
    finally:
        session.close()


def _block_of(name: str) -> str:
    return name.removeprefix("Thôn ").rsplit("-", 1)[0]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_killed_while_saving_nothing_told_is_lost(data_file: Path, hands: Hands, seed: int) -> None:
    """U04: whole blocks only, and every block the window had shown as stored."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.typing_child", str(data_file)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    told = [child.stdout.readline().strip() for _ in range(3)]
    time.sleep(random.Random(seed).uniform(0, 0.15))  # somewhere within the next save
    child.kill()
    told += child.stdout.read().split()
    child.wait(timeout=20)
    assert all(told), "the child ended by itself"

    hands.open_file(data_file)  # the lock of the dead process is not in the way
    hands.press("Ctrl+3")
    hands.settle()
    shown = [row.name for row in hands.grid("units.grid").rows()]
    stored = _names(data_file)
    assert sorted(shown) == sorted(stored)
    blocks = Counter(_block_of(name) for name in stored)
    assert set(blocks.values()) == {typing_child.BLOCK}, "half a block was written"
    assert set(told) <= set(blocks)


def test_two_hundred_steps_back_and_forth(data_file: Path, hands: Hands) -> None:
    """U05: each step is named; the list is as before, and then as after."""
    hands.open_file(data_file)
    hands.press("Ctrl+3")
    hands.settle()
    grid = hands.grid("units.grid")
    hands.click("units.first")
    hands.type("Thôn 1")
    hands.press("Return")
    hands.settle()
    before = grid.rows()
    for number in range(STEPS):
        hands.click_cell(grid, 0, "note")
        hands.type(f"Ghi chú {number}")
        hands.press("Return")
        hands.settle()
    after = grid.rows()
    assert after[0].note == f"Ghi chú {STEPS - 1}"
    for number in reversed(range(STEPS)):
        assert hands.window.menus.undo.isEnabled()
        hands.press("Ctrl+Z")
        hands.settle()
        assert grid.rows()[0].note == (f"Ghi chú {number - 1}" if number else "")
    assert grid.rows() == before
    assert "Sửa" in hands.find("toast").findChildren(QLabel)[1].text()
    for _ in range(STEPS):
        hands.press("Ctrl+Y")
        hands.settle()
    assert grid.rows() == after
    assert not hands.window.menus.redo.isEnabled()


def test_closing_the_window_stores_the_open_cell(data_file: Path, hands: Hands) -> None:
    hands.open_file(data_file)
    hands.press("Ctrl+3")
    hands.settle()
    hands.click("units.first")
    hands.type("Thôn Bình Minh")
    assert hands.window.close()
    hands.program.close()
    assert _names(data_file) == ["Thôn Bình Minh"]
