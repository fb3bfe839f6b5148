"""U07, U08: the window answers while 5,000 rows come in, and they can be stopped."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QLabel

from tests.builders import a_session
from tests.journeys import long_list
from tests.journeys.hands import Hands
from tests.journeys.heartbeat import Heartbeat
from thiduaqt.domain.records import Nomination
from thiduaqt.services import safety
from thiduaqt.services.session import open_session

TAKEN = long_list.ROWS - long_list.FAULTY + 1
LONGEST = 200
"""Milliseconds; the aim is 100, a busy machine is given twice that."""
LONGEST_SHOWN = 1_000
"""Milliseconds for checking and listing all 5,000 at once; a commune has some dozens."""
STOPPED_WITHIN = 1_000


@pytest.fixture
def opened(hands: Hands, tmp_path: Path) -> Path:
    """Open a new data file at the empty list of nominations, and return its path."""
    session = a_session(tmp_path)
    session.close()
    hands.open_file(session.path)
    hands.press("Ctrl+3")
    hands.settle()
    hands.click("nominations.empty.import")
    hands.settle()
    return session.path


def read_list(hands: Hands, path: Path) -> None:
    """Choose the list and wait until its columns are shown."""
    with hands.dialog(hands.choose_file(path)):
        hands.click("intake.pick")
    hands.until(lambda: hands.sees("intake.columns"), 60_000)
    hands.settle()


def taken_in(data: Path) -> int:
    """Return how many nominations a data file holds; it must be whole."""
    session = open_session(data, read_only=True)
    try:
        report = safety.verify(session)
        assert report.ok, report.sentence
        return session.store.count(Nomination)
    finally:
        session.close()


@pytest.mark.slow
def test_the_window_answers_while_five_thousand_rows_come_in(
    hands: Hands, opened: Path, tmp_path: Path
) -> None:
    path = long_list.write(tmp_path / "5000.xlsx")
    with Heartbeat() as heart:
        read_list(hands, path)
        heart.part("read")
        hands.click("intake.onward")
        hands.settle()
        heart.part("list")
        hands.type("1980")
        hands.press("Return")
        hands.settle()
        heart.part("mend")
        hands.click("intake.onward")
        hands.until(lambda: hands.sees("intake.to_list"), 60_000)
        hands.settle()
        heart.part("write")
        assert f"Đã nhập {TAKEN} hồ sơ" in hands.find("intake.result.title", QLabel).text()
        hands.click("intake.to_list")
        hands.settle(60_000)
        heart.part("show")
    print("\nlongest silences (ms):", heart.silences)
    assert len(hands.grid("nominations.grid").rows()) == TAKEN
    silences = dict(heart.silences)
    shown = silences.pop("show")
    assert max(silences.values()) <= LONGEST
    assert shown <= LONGEST_SHOWN


@pytest.mark.slow
def test_an_import_that_is_stopped_leaves_nothing(
    hands: Hands, opened: Path, tmp_path: Path
) -> None:
    read_list(hands, long_list.write(tmp_path / "5000.xlsx"))
    hands.click("intake.onward")
    hands.settle()
    before = opened.read_bytes()
    clock = QElapsedTimer()
    hands.click("intake.onward")
    hands.click("intake.stop")
    clock.start()
    hands.settle()
    assert clock.elapsed() <= STOPPED_WITHIN
    assert "Đã dừng" in hands.find("intake.strip").accessibleName()
    assert opened.read_bytes() == before


@pytest.mark.slow
def test_the_window_closes_while_a_list_is_written(
    hands: Hands, opened: Path, tmp_path: Path
) -> None:
    """All or nothing: what was under way ends by itself, the file is whole."""
    read_list(hands, long_list.write(tmp_path / "5000.xlsx"))
    hands.click("intake.onward")
    hands.settle()
    hands.click("intake.onward")
    assert hands.program._opened is not None
    assert hands.program._opened.tasks.busy
    assert hands.window.close()
    hands.program.close()
    assert taken_in(opened) in (0, TAKEN - 1)
    hands.open_file(opened)
    hands.press("Ctrl+3")
    hands.settle()
    assert "Hồ sơ đề nghị" in hands.window.windowTitle()
