"""What takes long to read is read beside the window."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest

from tests.builders import a_session, the_round
from tests.journeys.hands import Hands
from thiduaqt.services import intake, nominations
from thiduaqt.services.checking import Checker
from thiduaqt.services.editing import Edit
from thiduaqt.services.nominations import NominationRow
from thiduaqt.services.session import Session
from thiduaqt.ui.screens.intake.screen import ROWS, IntakeScreen


def test_nominations_are_checked_away_from_the_window(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Checking a long list takes long: neither the list nor the badges hold the window up."""
    session = a_session(tmp_path)
    around = the_round(session).id
    nominations.paste(session, around, [], [{"name": "Lò Văn Tám"}, {"name": "Vi Thị Tới"}])
    session.close()
    threads: list[str] = []
    rows_of = nominations.rows_of

    def watched(checker: Checker) -> tuple[NominationRow, ...]:
        threads.append(threading.current_thread().name)
        return rows_of(checker)

    monkeypatch.setattr(nominations, "rows_of", watched)
    hands.open_file(session.path)
    hands.window.go("nominations")
    hands.settle()
    grid = hands.grid("nominations.grid")
    assert len(grid.rows()) == 2
    before = len(threads)
    edit = Edit(id=grid.rows()[0].id, field="post", value="Trưởng thôn")
    hands.window.context.tasks.run(lambda writer: nominations.edit(writer, [edit]))
    hands.settle()
    hands.until(lambda: "Trưởng thôn" in [row.post for row in grid.rows()])
    hands.until(lambda: len(threads) >= before + 2)  # the badges come later
    assert set(threads) == {"writer"}


def test_rows_are_mended_away_from_the_window_and_none_is_lost(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Comparing a list with the data takes long; a second change does not wait for the first."""
    session = a_session(tmp_path)
    session.close()
    book = openpyxl.Workbook()
    for line in (("TT", "Họ và tên", "Ngày sinh"), (1, "Lò Văn Tám", "31/02/1980")):
        book.active.append(line)
    book.active.append((2, "Vi Thị Tới", "30/02/1990"))
    book.save(tmp_path / "hai.xlsx")
    threads: list[str] = []
    gate = threading.Event()
    revise_many = intake.revise_many

    def watched(
        writer: Session, shown: intake.Preview, typed: Mapping[int, Mapping[str, str]]
    ) -> intake.Preview:
        gate.wait(5)
        threads.append(threading.current_thread().name)
        return revise_many(writer, shown, typed)

    monkeypatch.setattr(intake, "revise_many", watched)
    hands.open_file(session.path)
    hands.window.navigate("intake", files=[tmp_path / "hai.xlsx"])
    hands.settle()
    screen = hands.screen
    assert isinstance(screen, IntakeScreen)
    screen._go(ROWS)
    assert [row.part for row in screen.state.rows] == ["error", "error"]
    screen.state.revise({0: {"birth": "28/02/1980"}})
    screen.state.revise({1: {"birth": "1990"}})
    screen.state.commit()
    assert [row.part for row in screen.state.rows] == ["error", "error"], "still under way"
    gate.set()
    hands.settle()
    assert threads == ["writer", "writer"]
    found = nominations.listing(screen.context.session, screen.context.round_id)
    assert [(row.name, row.birth) for row in found] == [
        ("Lò Văn Tám", "1980-02-28"),
        ("Vi Thị Tới", "1990"),
    ]


def test_a_change_to_a_list_given_up_is_not_shown(hands: Hands, tmp_path: Path) -> None:
    session = a_session(tmp_path)
    session.close()
    book = openpyxl.Workbook()
    for line in (("TT", "Họ và tên", "Ngày sinh"), (1, "Lò Văn Tám", "31/02/1980")):
        book.active.append(line)
    book.save(tmp_path / "mot.xlsx")
    hands.open_file(session.path)
    hands.window.navigate("intake", files=[tmp_path / "mot.xlsx"])
    hands.settle()
    screen = hands.screen
    assert isinstance(screen, IntakeScreen)
    screen.state.revise({0: {"birth": "1980"}})
    screen.state.clear()
    hands.settle()
    assert screen.state.shown is None
    assert screen.state.rows == ()
