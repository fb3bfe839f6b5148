"""U07, U08: the window answers while 5,000 rows come in, and they can be stopped."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QLabel, QWidget

from tests.builders import a_session
from tests.journeys import long_list
from tests.journeys.hands import Hands
from tests.journeys.heartbeat import Heartbeat
from thiduaqt.domain.records import Nomination
from thiduaqt.services import safety
from thiduaqt.services.session import open_session

TAKEN = long_list.ROWS - long_list.FAULTY + 1
HANGING = 3_000
"""Milliseconds after which an officer takes the window for dead. The aim is 100; what is reached is
printed, not asserted: a busy machine is slow, not wrong."""


@pytest.fixture
def opened(hands: Hands, tmp_path: Path) -> Path:
    """Open a new data file at the empty list of nominations, and return its path."""
    session = a_session(tmp_path)
    session.close()
    hands.open_file(session.path)
    hands.press("Ctrl+4")
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
    assert max(dict(heart.silences).values()) <= HANGING


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
    print(f"\nstopped within {clock.elapsed()} ms")
    assert clock.elapsed() <= HANGING
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
    tasks = hands.program._opened.tasks
    hands.until(tasks.long_job)

    def stay(shown: QWidget) -> None:
        hands.press("Escape")

    def leave(shown: QWidget) -> None:
        hands.click_words("Dừng và đóng")

    with hands.dialog(stay):
        assert not hands.window.close()
    if tasks.long_job() is not None:  # else it was done before anybody could stop it
        with hands.dialog(leave):
            assert hands.window.close()
    hands.program.close()
    assert taken_in(opened) in (0, TAKEN - 1)
    hands.open_file(opened)
    hands.press("Ctrl+4")
    hands.settle()
    assert "Hồ sơ đề nghị" in hands.window.windowTitle()
