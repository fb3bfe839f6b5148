"""Đăng ký thi đua in the window: awaited lines, typing, pasting, many at once, files, keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.builders import the_movement
from tests.scored import REGISTRATION
from tests.ui.conftest import Calls
from tests.ui.telex import WORDS, telex
from thiduaqt.domain.plan import Target
from thiduaqt.domain.records import Registration
from thiduaqt.services import history, movements, registers
from thiduaqt.services.session import Session
from thiduaqt.ui.dialogs import Answers
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.movements.general.tab import GeneralTab
from thiduaqt.ui.screens.movements.registrations.page import RegistrationsPage
from thiduaqt.ui.screens.movements.screen import MovementsScreen
from thiduaqt.ui.tables.columns import CellEdit

TARGETS = (
    Target(code="ct1", statement="Hộ dùng dịch vụ công", operator=">=", value="90", unit="%"),
    Target(code="ct2", statement="Không trễ hạn; không sai sót"),
)


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def screen(context: ScreenContext, writer: Session, qtbot: QtBot) -> MovementsScreen:
    names = ("Thôn 1", "Thôn 2", "Trường Tiểu học Minh Họa")
    registers.add(writer, "unit", [{"name": name} for name in names])
    movements.change_rules(
        writer, the_movement(writer).id, "Đặt",
        lambda p: replace(
            p, registration=replace(REGISTRATION, every_year=True), targets=TARGETS, groups=()
        ),
    )  # fmt: skip
    made = MovementsScreen(context)
    qtbot.addWidget(made)
    made.resize(893, 440)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    settle()
    return made


@pytest.fixture
def page(screen: MovementsScreen) -> RegistrationsPage:
    screen.jump("general", "registrations")
    settle()
    found = screen.tabs["general"]
    assert isinstance(found, GeneralTab)
    return found.registrations


def held(writer: Session) -> tuple[Registration, ...]:
    return writer.store.all(Registration)


def cells(page: RegistrationsPage, key: str) -> dict[str, str]:
    column = next(one for one in page.grid.model.columns if one.key == key)
    return {row.name: column.text(row) for row in page.grid.rows()}


def undo(page: RegistrationsPage, writer: Session) -> None:
    page.context.hub.publish(history.undo(writer))
    settle()


def test_the_button_beside_the_rule_opens_the_list_and_back(screen: MovementsScreen) -> None:
    tab = screen.tabs["general"]
    assert isinstance(tab, GeneralTab)
    tab.open_section("registration")
    tab.open_list.trigger()
    settle()
    assert tab.registrations.isVisible()
    assert not tab.area.isVisible()
    assert tab.registrations.sign in screen.actions_for_menu()
    assert screen.find_field() is tab.registrations.find_field()
    tab.registrations.back.click()
    settle()
    assert tab.area.isVisible()
    assert tab.sections["registration"].toggle.isChecked()
    screen.jump("general", "slogan")
    assert tab.area.isVisible()


def test_awaited_units_are_listed_and_a_day_registers_one(
    page: RegistrationsPage, writer: Session
) -> None:
    assert cells(page, "state") == {
        "Thôn 1": "Chưa đăng ký", "Thôn 2": "Chưa đăng ký",
        "Trường Tiểu học Minh Họa": "Chưa đăng ký",
    }  # fmt: skip
    assert "trước 31/3 hằng năm" in page.rule_words.text()
    page.grid.select_row(page.grid.rows()[0].id, "registered_on")
    view = page.grid.view
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    telex(editor, "12/4/2026")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()
    (made,) = held(writer)
    assert (made.registered_on, made.year) == ("2026-04-12", 2026)
    assert cells(page, "state")["Thôn 1"] == "Trễ hạn"
    undo(page, writer)
    assert cells(page, "state")["Thôn 1"] == "Chưa đăng ký"


def test_a_name_typed_with_a_typing_aid(page: RegistrationsPage, writer: Session) -> None:
    ids = {name: unit_id for unit_id, name in registers.unit_names(writer).items()}
    registers.add(
        writer, "person",
        [{"full_name": "Nguyễn Thị Hằng", "honorific": "Bà", "unit_id": ids["Thôn 1"]}],
    )  # fmt: skip
    page.grid.begin_new_row()
    settle()
    editor = QApplication.focusWidget()
    assert editor is not None
    telex(editor, " ".join(WORDS[word] for word in ("Nguyễn", "Thị", "Hằng")))
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()
    (made,) = held(writer)
    assert made.person_id is not None
    assert cells(page, "name")["Bà Nguyễn Thị Hằng"]


def test_a_name_nobody_bears_is_said(page: RegistrationsPage, writer: Session) -> None:
    page.grid.rows_added.emit([{"name": "Thôn 77"}])
    settle()
    assert "Thôn 77" in page.strip.text()
    assert held(writer) == ()


def test_a_block_from_excel_is_one_step(
    page: RegistrationsPage, writer: Session, calls: Calls
) -> None:
    page.grid.sort_by("")
    place = page.grid.model.index(len(page.grid.model.entries) - 1, 0)
    page.grid.view.go_to(place)
    lines = ["Thôn 2\t2026\t01/03/2026", "Trường Tiểu học Minh Họa\t2026\t02/03/2026"]
    QApplication.clipboard().setText("\n".join(lines))
    QTest.keyClick(page.grid.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert cells(page, "registered_on")["Thôn 2"] == "01/03/2026"
    assert cells(page, "state")["Trường Tiểu học Minh Họa"] == "Thiếu chữ ký"
    page.grid.rows_added.emit([{"name": "Thôn 2"}])
    settle()
    assert "đã có trong danh sách" in calls.toasts[-1]
    assert len(held(writer)) == 2
    undo(page, writer)
    assert held(writer) == ()


def test_filters_count_and_lead(page: RegistrationsPage) -> None:
    first, second, _third = page.grid.rows()
    page.grid.edited.emit(
        [CellEdit(row=first, column_key="registered_on", old="", new="1/3/2026"),
         CellEdit(row=first, column_key="registrant", old="", new="đã ký"),
         CellEdit(row=first, column_key="office", old="", new="x"),
         CellEdit(row=second, column_key="registered_on", old="", new="1/6/2026")]
    )  # fmt: skip
    settle()
    counts = {}
    for key in ("registered", "late", "unsigned", "missing"):
        page.grid.choose_quick(key)
        counts[key] = len(page.grid.shown_rows())
    assert counts == {"registered": 2, "late": 1, "unsigned": 1, "missing": 1}


def test_many_units_at_once(page: RegistrationsPage, writer: Session, calls: Calls) -> None:
    page.add_many.trigger()
    settle()
    assert set(page.many.kinds) == {"village", "school"}
    assert not page.many.go.isEnabled()
    page.many.kinds["village"].setChecked(True)
    assert "2" in page.many.go.text()
    page.many.day.setText("5/3/2026")
    page.many.with_targets.setChecked(True)
    page.many.go.click()
    settle()
    assert {one.registered_on for one in held(writer)} == {"2026-03-05"}
    assert [one.value for one in held(writer)[0].commitments] == ["≥ 90%", ""]
    assert page.many.isHidden()
    undo(page, writer)
    assert held(writer) == ()
    page.add_many.trigger()
    settle()
    QTest.keyClick(page.many, Qt.Key.Key_Escape)
    assert page.many.isHidden()


def test_commitments_of_a_line(page: RegistrationsPage, writer: Session) -> None:
    first = page.grid.rows()[0]
    page.grid.select_row(first.id, "name")
    page.take_targets.trigger()
    settle()
    page.take_targets.trigger()
    settle()
    (made,) = held(writer)
    assert [one.target for one in made.commitments] == ["ct1", "ct2"]
    page.grid.select_row(made.id, "commitments")
    page.promise.trigger()
    settle()
    assert page.card.isVisible()
    line = page.promises.grid.rows()[0]
    page.promises.grid.edited.emit([CellEdit(row=line, column_key="value", old="≥ 90%", new="95%")])
    page.promises.grid.rows_added.emit([{"text": "Trồng cây xanh"}])
    settle()
    (made,) = held(writer)
    assert [(one.text, one.value) for one in made.commitments] == [
        ("Hộ dùng dịch vụ công", "95%"), ("Không trễ hạn; không sai sót", ""),
        ("Trồng cây xanh", ""),
    ]  # fmt: skip
    column = next(one for one in page.grid.model.columns if one.key == "commitments")
    assert not column.may_edit(page.grid.rows()[0])


def test_signatures_and_removal(page: RegistrationsPage, writer: Session, calls: Calls) -> None:
    page.grid.rows_added.emit([{"name": "Thôn 1", "registered_on": "1/3/2026"}])
    settle()
    (made,) = held(writer)
    page.grid.select_row(made.id, "name")
    page.sign.trigger()
    settle()
    assert held(writer)[0].signed_by_office
    assert cells(page, "state")["Thôn 1"] == "Đã đăng ký"
    page.grid.delete_rows()
    settle()
    assert held(writer) == ()
    awaited = next(row for row in page.grid.rows() if row.name == "Thôn 1")
    page.grid.select_row(awaited.id, "name")
    assert not page.remove.isEnabled()
    page.grid.delete_rows()
    assert "không có gì để xóa" in page.strip.text()
    undo(page, writer)
    assert len(held(writer)) == 1


def test_files_are_written_as_seen(
    page: RegistrationsPage, answers: Answers, tmp_path: Path
) -> None:
    page.grid.rows_added.emit([{"name": "Thôn 1", "registered_on": "1/3/2026"}])
    settle()
    page.grid.choose_quick("registered")
    answers.give(*(tmp_path / name for name in ("a.xlsx", "b.docx", "c.docx")))
    page.export.trigger()
    page.print_list.trigger()
    page.print_forms.trigger()
    settle()
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    found = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert "Thôn 1" in found
    assert "Thôn 2" not in found
    assert (tmp_path / "b.docx").stat().st_size > 5000
    assert (tmp_path / "c.docx").stat().st_size > 5000


def test_another_year_and_room_on_a_low_screen(page: RegistrationsPage, writer: Session) -> None:
    page.grid.rows_added.emit([{"name": "Thôn 1"}])
    settle()
    page.year.setCurrentIndex(page.year.findData("0"))
    page.year.activated.emit(page.year.currentIndex())
    settle()
    page.grid.rows_added.emit([{"name": "Thôn 2"}])
    settle()
    assert {one.year for one in held(writer)} == {2026, 0}
    assert page.rule_words.isVisible()
    page.card.setVisible(True)
    settle()
    assert not page.rule_words.isVisible()
    assert page.minimumSizeHint().width() <= 870
    page.card.setVisible(False)
    settle()
    assert page.rule_words.isVisible()
