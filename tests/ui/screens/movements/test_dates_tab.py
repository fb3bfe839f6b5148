"""Mốc thời gian: the line, its lists, rounds opened and dated, counting back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import the_movement, the_round
from tests.ui.conftest import Calls
from thiduaqt.domain.plan import Deadline, MovementPlan
from thiduaqt.domain.records import Round
from thiduaqt.services import history, setup
from thiduaqt.services.session import Session
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.movements.dates.tab import DatesTab
from thiduaqt.ui.screens.movements.screen import MovementsScreen
from thiduaqt.ui.tables.columns import CellEdit


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def screen(context: ScreenContext, qtbot: QtBot) -> MovementsScreen:
    made = MovementsScreen(context)
    qtbot.addWidget(made)
    made.resize(1166, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    settle()
    made.show_tab("dates")
    settle()
    return made


@pytest.fixture
def tab(screen: MovementsScreen) -> DatesTab:
    found = screen.tabs["dates"]
    assert isinstance(found, DatesTab)
    return found


def rules(writer: Session) -> MovementPlan:
    found = the_movement(writer).definition
    assert found is not None
    return found


def edit(tab: DatesTab, key: str, row: int, column: str, text: str) -> None:
    grid = tab.lists[key].grid
    grid.edited.emit([CellEdit(row=grid.rows()[row], column_key=column, old="", new=text)])
    settle()


def test_the_line_shows_what_has_a_date(tab: DatesTab) -> None:
    titles = [mark.title for mark in tab.timeline.marks()]
    assert titles[:2] == ["Giai đoạn 1", "Giai đoạn 2"]
    assert "Khen thưởng sơ kết năm 2027" in titles
    assert "Khen thưởng hằng năm: hằng năm" in tab.undated.text()


def test_a_milestone_is_typed_as_the_plan_words_it(tab: DatesTab, writer: Session) -> None:
    grid = tab.lists["milestones"].grid
    grid.rows_added.emit([{"name": "Báo cáo năm", "when": "trước ngày 15/11 hằng năm"}])
    settle()
    (item,) = rules(writer).milestones
    assert item.code == "bao_cao_nam"
    assert (item.when.value, item.when.recurring, item.when.exclusive) == ("2026-11-15", True, True)
    columns = {column.key: column for column in grid.model.columns}
    row = grid.rows()[0]
    assert columns["when"].text(row) == "trước ngày 15/11 hằng năm"
    assert columns["meant"].text(row) == "lần tới: trước 15/11/2027"
    edit(tab, "milestones", 0, "kind", "Báo cáo")
    assert rules(writer).milestones[0].kind == "report"
    edit(tab, "milestones", 0, "when", "khi tỉnh yêu cầu")
    assert rules(writer).milestones[0].when == Deadline(wording="khi tỉnh yêu cầu")
    assert columns["meant"].text(grid.rows()[0]) == "chỉ có lời văn"


def test_an_unknown_kind_is_told(tab: DatesTab, writer: Session) -> None:
    edit(tab, "phases", 0, "kind", "mùa")
    assert "Không có “mùa”" in tab.strip.text()
    edit(tab, "phases", 0, "start", "tháng 13/2026")
    assert "Không có thời gian" in tab.strip.text()
    edit(tab, "phases", 0, "kind", "Đợt cao điểm")
    assert rules(writer).phases[0].kind == "sprint"


def test_a_mark_leads_to_its_row(tab: DatesTab) -> None:
    tab.timeline.setFocus()
    QTest.keyClick(tab.timeline, Qt.Key.Key_Right)
    QTest.keyClick(tab.timeline, Qt.Key.Key_Return)
    settle()
    assert tab.parts.current() == "phases"
    row = tab.lists["phases"].grid.current_row()
    assert row is not None
    assert row.item.name == "Giai đoạn 2"


def test_the_year_can_be_looked_at_alone(tab: DatesTab) -> None:
    around = tab._around()
    assert around is not None
    assert tab.zoom.button("year").text() == f"Năm {around.year}"
    tab.zoom.button("year").click()
    assert [mark.title for mark in tab.timeline.marks()] == ["Giai đoạn 1"]
    tab.zoom.button("whole").click()
    assert len(tab.timeline.marks()) > 1


def test_a_round_is_opened_dated_and_closed(tab: DatesTab, writer: Session, calls: Calls) -> None:
    tab.show_part("open")
    editor = tab.open_rounds
    editor.year.setText("2027")
    editor.add.click()
    settle()
    assert calls.toasts == ["Đã mở đợt Khen thưởng hằng năm 2027."]
    editor.add.click()
    assert "Đã có đợt này" in tab.strip.text()
    editor.year.setText("sau")
    editor.add.click()
    assert "không phải một năm" in tab.strip.text()
    movement_id = the_movement(writer).id
    made = next(one for one in setup.rounds(writer, movement_id) if one.year == 2027)
    row = next(one for one in editor.grid.rows() if one.id == made.id)
    editor.grid.edited.emit(
        [
            CellEdit(row=row, column_key="award_day", old="", new="18/12/2027"),
            CellEdit(row=row, column_key="closed", old="Không", new="Có"),
        ]
    )
    settle()
    around = writer.store.get(Round, made.id)
    assert (around.award_day, around.closed) == ("2027-12-18", True)
    editor.grid.rows_deleted.emit([around])
    settle()
    assert made.id not in {one.id for one in setup.rounds(writer, movement_id)}


def test_days_are_counted_back_and_taken_over(
    screen: MovementsScreen, tab: DatesTab, writer: Session, calls: Calls
) -> None:
    assert tab.back.isVisible()
    field = tab.back.form.field("award_day")
    field.setFocus()
    field.setText("18/12/2026")  # type: ignore[attr-defined]
    QTest.keyClick(field, Qt.Key.Key_Tab)
    settle()
    assert the_round(writer).award_day == "2026-12-18"
    tab.back.wanted.emit(("council",))
    settle()
    assert [item.code for item in rules(writer).milestones] == ["council"]
    tab.back.take_all.click()
    settle()
    assert the_round(writer).deadline == "2026-11-18"
    assert len(rules(writer).milestones) == 6
    assert not tab.back.take_all.isEnabled()
    assert "Họp Hội đồng Thi đua - Khen thưởng" in [mark.title for mark in tab.timeline.marks()]
    screen.context.hub.publish(history.undo(writer))
    settle()
    assert [item.code for item in rules(writer).milestones] == ["council"]
    assert tab.back.take_all.isEnabled()


def test_the_panel_gives_way_to_the_lists(screen: MovementsScreen, tab: DatesTab) -> None:
    screen.resize(893, 440)
    settle()
    assert tab.back.isHidden()
    tab.back_button.click()
    assert tab.back.isVisible()
    assert screen.detail_panel() is tab.back


def test_gaps_lead_to_lists(tab: DatesTab) -> None:
    tab.go_to("open_round", "")
    assert tab.parts.current() == "open"
    tab.go_to("phases", "1")
    row = tab.lists["phases"].grid.current_row()
    assert row is not None
    assert row.id == 1
    tab.go_to("rounds", "")
    assert tab.parts.current() == "rounds"
