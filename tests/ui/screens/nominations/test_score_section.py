"""Scoring in the panel, through the real widgets: typed, refused, left out, undone, compared."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import the_round
from tests.scored import nominee, score_movement, sheet
from thiduaqt.domain.scoring import edits
from thiduaqt.services import evidence, history, movements, scoring
from thiduaqt.services.session import Session
from thiduaqt.ui.dialogs import Answers
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.nominations.score_row import ScoreRow
from thiduaqt.ui.screens.nominations.screen import NominationsScreen

Show = Callable[..., NominationsScreen]


@pytest.fixture
def row_id(writer: Session) -> str:
    """Return a nomination of a group that scores."""
    score_movement(writer)
    return nominee(writer, "Tổ CNSCĐ thôn 3").id


@pytest.fixture
def show(qtbot: QtBot, context: ScreenContext, row_id: str) -> Show:
    """Return what shows the screen with the scored nomination chosen."""

    def shown(*, width: int = 1166, height: int = 608) -> NominationsScreen:
        screen = NominationsScreen(context)
        qtbot.addWidget(screen)
        screen.resize(width, height)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        screen.grid.select_row(row_id, "name")
        settle()
        return screen

    return shown


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def line(screen: NominationsScreen, code: str) -> ScoreRow:
    return screen.panel.scores.rows[code]


def field(screen: NominationsScreen, code: str, key: str = "value") -> QLineEdit:
    widget = line(screen, code).fields[key].widget
    assert isinstance(widget, QLineEdit)
    return widget


def type_number(qtbot: QtBot, editor: QLineEdit, text: str) -> None:
    editor.setFocus(Qt.FocusReason.TabFocusReason)
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    settle()


def words_below(screen: NominationsScreen) -> str:
    return " | ".join(one.text() for one in screen.panel.scores.findChildren(QLabel))


def test_each_kind_has_its_own_entry_and_conditions_stay_in_the_checklist(show: Show) -> None:
    screen = show()
    rows = screen.panel.scores.rows
    assert list(rows) == ["II.1", "II.2", "II.3", "III.1", "III.2", "V.1", "V.2"]
    assert list(rows["II.1"].fields) == ["numerator", "denominator", "na"]
    assert list(rows["II.2"].fields) == ["value"]
    assert list(rows["II.3"].fields) == ["value", "na"]
    assert "I.1" in screen.panel.checklist.rows
    assert "II.1" not in screen.panel.checklist.rows
    assert rows["II.2"].points.text() == "—/10"


def test_typing_scores_step_by_step_with_points_beside(
    qtbot: QtBot, show: Show, writer: Session, row_id: str
) -> None:
    screen = show()
    type_number(qtbot, field(screen, "II.1", "numerator"), "85")
    assert line(screen, "II.1").points.text() == "—/20"
    type_number(qtbot, field(screen, "II.1", "denominator"), "100")
    assert line(screen, "II.1").points.text() == "15/20"
    type_number(qtbot, field(screen, "II.3"), "36,5")
    type_number(qtbot, field(screen, "II.2"), "7")
    assert line(screen, "II.2").points.text() == "10/10"
    found = scoring.result_of(writer, row_id)
    assert found is not None
    assert found.result.total == Decimal("61.5")
    assert screen.panel.scores.total.accessibleName().startswith("61,5/100 điểm")
    history.undo(writer)
    screen.reload()
    settle()
    assert line(screen, "II.2").points.text() == "—/10"


def test_what_cannot_be_right_stays_with_its_reason_and_is_not_stored(
    qtbot: QtBot, show: Show, writer: Session, row_id: str
) -> None:
    screen = show()
    type_number(qtbot, field(screen, "II.3"), "41")
    assert "tối đa là 40" in line(screen, "II.3").message
    assert field(screen, "II.3").text() == "41"
    assert scoring.sheets_of(writer, row_id) == ()
    type_number(qtbot, field(screen, "II.3"), "abc")
    assert "không phải là số" in line(screen, "II.3").message
    type_number(qtbot, field(screen, "II.3"), "40")
    assert line(screen, "II.3").message == ""
    assert line(screen, "II.3").points.text() == "40/40"


def test_not_applicable_leaves_the_total(
    qtbot: QtBot, show: Show, writer: Session, row_id: str
) -> None:
    scoring.enter(writer, row_id, sheet(II_1=(95, 100), II_2=5, II_3=30, III_1=30))
    screen = show()
    tick = line(screen, "II.1").fields["na"].widget
    assert isinstance(tick, QCheckBox)
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
    settle()
    assert line(screen, "II.1").points.text() == "—"
    assert not field(screen, "II.1", "numerator").isEnabled()
    assert screen.panel.scores.total.accessibleName() == "70/80 điểm áp dụng (87,5%)"
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
    settle()
    assert line(screen, "II.1").points.text() == "20/20"


def test_an_emptied_field_takes_the_score_back(
    qtbot: QtBot, show: Show, writer: Session, row_id: str
) -> None:
    scoring.enter(writer, row_id, sheet(II_2=5))
    screen = show()
    editor = field(screen, "II.2")
    assert editor.text() == "5"
    editor.setFocus(Qt.FocusReason.TabFocusReason)
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    settle()
    assert line(screen, "II.2").points.text() == "—/10"
    assert scoring.sheets_of(writer, row_id)[0].sheet.entries == ()


def test_the_other_scorer_has_a_sheet_of_his_own_and_differences_are_told(
    qtbot: QtBot, show: Show, writer: Session, row_id: str
) -> None:
    scoring.enter(writer, row_id, sheet(II_2=5))
    screen = show()
    box = screen.panel.scores.findChild(QComboBox, "nominations.scores.scorer")
    assert box is not None
    assert [box.itemText(n) for n in range(box.count())] == ["Tự chấm", "Cán bộ xã"]
    assert box.currentText() == "Cán bộ xã"
    box.setCurrentIndex(0)
    box.activated.emit(0)
    settle()
    assert field(screen, "II.2").text() == ""
    type_number(qtbot, field(screen, "II.2"), "3")
    found = scoring.result_of(writer, row_id)
    assert found is not None
    assert found.result.total == 10
    assert "Lệch: Số buổi" in words_below(screen)
    assert "Tự chấm 6, Cán bộ xã chấm 10 (lệch 4)" in words_below(screen)


def test_the_finding_leads_to_the_first_item_to_score(show: Show) -> None:
    screen = show()
    cure = screen.panel.findings.findChild(QPushButton, "nominations.finding.MISSING_SCORE.cure")
    assert cure is not None
    cure.click()
    settle()
    assert field(screen, "II.1", "numerator").hasFocus()


def test_a_file_proves_an_item_with_points(
    show: Show, writer: Session, row_id: str, tmp_path: Path, answers: Answers
) -> None:
    scoring.enter(writer, row_id, sheet(III_1=25))
    screen = show()
    paper = tmp_path / "sang-kien.txt"
    paper.write_text("Sáng kiến", encoding="utf-8")
    answers.give([paper])
    row = line(screen, "III.1")
    assert not row.attach.isHidden()
    assert line(screen, "III.2").attach.isHidden()
    row.attach.click()
    settle()
    assert [item.for_code for item in evidence.of_nomination(writer, row_id)] == ["III.1"]
    made = row.findChild(QPushButton, "nominations.score.III.1.file")
    assert made is not None
    assert made.text() == "sang-kien.txt"


def test_old_criteria_are_told_and_the_sheet_can_follow_the_new_ones(
    show: Show, writer: Session, row_id: str
) -> None:
    scoring.enter(writer, row_id, sheet(II_2=5, II_3=30))
    movements.change_rules(
        writer,
        the_round(writer).movement_id,
        "Sửa",
        lambda plan: edits.change_group(
            plan, "TO", lambda group: edits.change_node(group, "II.3", points=Decimal(50))
        ),
    )
    screen = show()
    assert line(screen, "II.3").points.text() == "30/40"
    assert "nay là lần 2" in words_below(screen)
    link = screen.panel.scores.findChild(QPushButton, "nominations.scores.edition")
    assert link is not None
    link.click()
    settle()
    assert line(screen, "II.3").points.text() == "—/50"
    assert line(screen, "II.2").points.text() == "10/10"


def test_a_flat_checklist_shows_no_scores(show: Show, writer: Session) -> None:
    other = nominee(writer, "Thôn 9", "lạ")
    screen = show()
    screen.grid.select_row(other.id, "name")
    settle()
    assert screen.panel.scores.isHidden()


def test_nothing_is_wider_than_the_panel_in_a_small_window(show: Show) -> None:
    screen = show(width=917, height=462)
    area = screen.panel.area
    assert screen.panel.scores.width() <= area.viewport().width()
    for row in screen.panel.scores.rows.values():
        for one in row.fields.values():
            right = one.widget.mapTo(area.viewport(), one.widget.rect().topRight()).x()
            assert right <= area.viewport().width()
