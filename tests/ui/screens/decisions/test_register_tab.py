"""The tab of the register: narrowed, searched, noted, exported; never overwritten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from tests.builders import a_session
from tests.ui.conftest import Calls
from tests.ui.screens.decisions.conftest import Stage, settle
from thiduaqt.services import history, register, sample
from thiduaqt.services.register import RegisterRow
from thiduaqt.services.sample import Season
from thiduaqt.services.session import Session
from thiduaqt.ui.dialogs import Answers
from thiduaqt.ui.screens.decisions.facets import Facet

Opens = Callable[[Session], Stage]


@pytest.fixture
def shelf(season: Season, open_stage: Opens) -> Stage:
    """Return the screen at the register of an issued decision."""
    sample.decide(season)
    stage = open_stage(season.session)
    stage.screen.show_tab("register")
    settle()
    return stage


def rows_of(stage: Stage) -> list[RegisterRow]:
    return list(stage.screen.register.grid.shown_rows())


def facet(stage: Stage, column: str, value: str) -> Facet:
    return next(
        entry
        for entry in stage.screen.register.facets.facets.entries
        if isinstance(entry, Facet) and (entry.column, entry.value) == (column, value)
    )


def tick(stage: Stage, column: str, value: str) -> None:
    view = stage.screen.register.facets
    line = view.facets.entries.index(facet(stage, column, value))
    view.setFocus()
    view.setCurrentIndex(view.facets.index(line))
    QTest.keyClick(view, Qt.Key.Key_Space)
    settle()


def record_field(stage: Stage, key: str) -> QLineEdit:
    found = stage.screen.register.card.form.field(key)
    assert isinstance(found, QLineEdit)
    return found


def choose(stage: Stage, line: int) -> RegisterRow:
    row = rows_of(stage)[line]
    stage.screen.register.go_to(row.id)
    settle()
    return row


def test_an_empty_register_says_how_it_fills(tmp_path: Path, open_stage: Opens) -> None:
    session = a_session(tmp_path)
    stage = open_stage(session)
    stage.screen.show_tab("register")
    settle()
    shown = [one.text() for one in stage.screen.findChildren(QLabel) if one.isVisible()]
    assert "Sổ khen còn trống" in shown
    assert not stage.button("register.export.button").isEnabled()
    assert stage.filled() == ["register.to_decisions"]
    stage.press("register.to_decisions")
    assert stage.screen.tab() == "decisions"
    session.close()


def test_all_awards_are_there_and_nothing_can_be_overwritten(shelf: Stage) -> None:
    assert [row.ordinal for row in rows_of(shelf)] == [f"{place:02d}" for place in range(1, 8)]
    assert not shelf.screen.register.grid.editable
    assert shelf.screen.register.card.name.text().startswith("01 · ")
    assert shelf.filled() == []


def test_facets_narrow_and_count_what_is_left(shelf: Stage) -> None:
    assert facet(shelf, "kind", "Cá nhân").count == 5
    assert facet(shelf, "kind", "Tập thể").count == 2
    tick(shelf, "kind", "Cá nhân")
    assert {row.kind for row in rows_of(shelf)} == {"individual"}
    assert facet(shelf, "year", "2026").count == 5  # from the other facets
    assert facet(shelf, "kind", "Tập thể").count == 2  # what ticking it would add
    tick(shelf, "kind", "Tập thể")
    assert len(rows_of(shelf)) == 7
    tick(shelf, "kind", "Cá nhân")
    assert {row.kind for row in rows_of(shelf)} == {"collective"}
    shelf.screen.register.grid.clear_filters()
    settle()
    assert len(rows_of(shelf)) == 7
    assert not facet(shelf, "kind", "Tập thể").ticked


def test_a_tick_is_set_with_the_mouse(shelf: Stage) -> None:
    view = shelf.screen.register.facets
    line = view.facets.entries.index(facet(shelf, "kind", "Tập thể"))
    spot = view.visualRect(view.facets.index(line)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    settle()
    assert len(rows_of(shelf)) == 2


def test_headings_of_facets_are_passed_by(shelf: Stage) -> None:
    view = shelf.screen.register.facets
    view.setFocus()
    view.setCurrentIndex(view.facets.index(1))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert isinstance(view.facets.entries[view.currentIndex().row()], Facet)
    assert view.currentIndex().row() == 3


def test_names_are_found_without_marks(shelf: Stage) -> None:
    shelf.screen.find_field().setFocus()  # type: ignore[union-attr]
    QTest.keyClicks(shelf.screen.register.search, "pham dieu")
    QTest.keyClick(shelf.screen.register.search, Qt.Key.Key_Return)
    settle()
    assert [row.name for row in rows_of(shelf)] == ["Bà Phạm Thị Diệu"]


def test_the_hand_over_is_noted(shelf: Stage, season: Season) -> None:
    row = choose(shelf, 2)
    assert shelf.screen.register.card.name.text() == f"{row.ordinal} · {row.name}"
    shelf.type_into(record_field(shelf, "handed_over"), "18/12/2026")
    shelf.type_into(record_field(shelf, "handed_to"), "Con gai nhan thay")
    stored = register.listing(season.session)[2]
    assert (stored.handed_over, stored.handed_to) == ("2026-12-18", "Con gai nhan thay")
    assert rows_of(shelf)[2].handed_over == "2026-12-18"


def test_a_day_is_noted_for_all_lines_chosen(shelf: Stage, season: Season) -> None:
    shelf.screen.register.grid.view.selectAll()
    settle()
    assert shelf.screen.register.card.name.text() == "Đã chọn 7 lượt khen"
    assert not shelf.button("register.correct").isEnabled()
    shelf.type_into(record_field(shelf, "handed_over"), "18/12/2026")
    assert {row.handed_over for row in register.listing(season.session)} == {"2026-12-18"}
    history.undo(season.session)
    assert {row.handed_over for row in register.listing(season.session)} == {""}


def test_a_day_that_is_none_is_told_in_place(shelf: Stage, season: Season) -> None:
    choose(shelf, 0)
    shelf.type_into(record_field(shelf, "handed_over"), "31/02/2026")
    assert "31/02/2026" in shelf.screen.register.card.form.message("handed_over")
    assert register.listing(season.session)[0].handed_over == ""


def test_a_correction_stands_beside_the_line(
    shelf: Stage, season: Season, answers: Answers, calls: Calls
) -> None:
    row = choose(shelf, 3)
    answers.give("Năm sinh 1986 thành 1988")
    shelf.press("register.correct")
    stored = register.listing(season.session)[3]
    assert (stored.name, stored.state) == (row.name, "corrected")
    assert "Năm sinh 1986 thành 1988" in shelf.screen.register.card.history.whole()
    assert calls.toasts == ["Đã ghi đính chính."]
    answers.give(None)
    shelf.press("register.correct")
    assert register.listing(season.session)[3].correction == stored.correction


def test_a_revoked_award_keeps_its_line_and_takes_no_more(
    shelf: Stage, season: Season, answers: Answers
) -> None:
    row = choose(shelf, 4)
    answers.give("QĐ 140/QĐ-UBND ngày 20/12/2026")
    shelf.press("register.revoke")
    shown = rows_of(shelf)[4]
    assert (shown.id, shown.state, shown.ordinal) == (row.id, "revoked", "05")
    grid = shelf.screen.register.grid
    column = grid.model.column("name")
    assert column is not None
    assert column.struck is not None
    assert column.struck(shown)
    for name in ("register.correct", "register.revoke", "register.reprint"):
        assert not shelf.button(name).isEnabled()
    assert record_field(shelf, "handed_over").isReadOnly()
    assert facet(shelf, "state", "Đã thu hồi").count == 1


def test_what_is_seen_is_exported(shelf: Stage, answers: Answers, tmp_path: Path) -> None:
    tick(shelf, "kind", "Tập thể")
    path = tmp_path / "so.xlsx"
    answers.give(path)
    shelf.press("register.export.button")
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    cells = [str(cell.value) for line in sheet.iter_rows() for cell in line if cell.value]
    assert [row.name for row in rows_of(shelf)] == [
        cell for cell in cells if cell in {row.name for row in register.listing(shelf.session)}
    ]
    assert "Số vào sổ" in cells
    assert "Loại đối tượng" not in cells  # only a facet, not a column on show
    assert any("Loại đối tượng: Tập thể" in cell for cell in cells)


def test_giving_up_the_export_writes_nothing(shelf: Stage, answers: Answers) -> None:
    answers.give(None)
    shelf.press("register.export.button")


def test_it_opens_at_an_award_even_if_it_is_filtered_out(shelf: Stage) -> None:
    tick(shelf, "kind", "Tập thể")
    wanted = register.listing(shelf.session)[5]
    shelf.screen.show_tab("decisions")
    shelf.screen.open_with(award_id=wanted.id)
    assert shelf.screen.tab() == "register"
    assert shelf.screen.register.card.rows[0].id == wanted.id


def test_a_sheet_is_printed_again_from_here(shelf: Stage, calls: Calls) -> None:
    row = choose(shelf, 1)
    shelf.press("register.reprint")
    assert calls.navigated == [("certificates", {"decision": row.decision_id})]
