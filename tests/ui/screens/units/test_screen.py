"""Đơn vị, Tổ CNSCĐ, as an officer uses it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Calls
from tests.ui.telex import WORDS, telex
from thiduaqt.services import history, nominating, setup, teams, units
from thiduaqt.services.session import Session
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.units.screen import UnitsScreen
from thiduaqt.ui.tables.columns import CellEdit

Open = Callable[[], UnitsScreen]
BLOCK = "Thôn Bình Minh\tThôn\tLò Văn A\nTrường THCS Minh Họa\t\t\nTổ CNSCĐ thôn Bình Minh\t\tHà"


@pytest.fixture
def open_screen(context: ScreenContext, qtbot: QtBot) -> Open:
    def make() -> UnitsScreen:
        screen = UnitsScreen(context)
        qtbot.addWidget(screen)
        screen.resize(917, 440)
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        QApplication.processEvents()
        return screen

    return make


@pytest.fixture
def filled(writer: Session) -> Session:
    units.add(
        writer,
        [
            {"name": "Thôn Bình Minh", "head": "Lò Văn A"},
            {"name": "Trường THCS Minh Họa"},
            {"name": "Tổ CNSCĐ thôn Bình Minh"},
        ],
    )
    return writer


def names(screen: UnitsScreen) -> list[str]:
    QApplication.processEvents()
    return [row.name for row in screen.grid.rows()]


def choose(screen: UnitsScreen, name: str) -> None:
    row = next(row for row in screen.grid.rows() if row.name == name)
    assert screen.grid.select_row(row.id, "name")
    screen.grid.view.setFocus()
    QApplication.processEvents()


def test_an_empty_list_says_how_to_begin(open_screen: Open, qtbot: QtBot) -> None:
    screen = open_screen()
    assert not screen.panel.isVisible(), "the room belongs to the empty list"
    first = screen.findChild(QPushButton, "units.first")
    assert first.isVisible()
    first.click()
    editor = QApplication.focusWidget()
    telex(editor, "Tho<<hôn Mo<ơ<ới")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert names(screen) == ["Thôn Mới"]
    assert screen.grid.rows()[0].kind == "village"
    assert screen.panel.isVisible()


def test_a_block_from_excel_becomes_rows(open_screen: Open, qtbot: QtBot, calls: Calls) -> None:
    screen = open_screen()
    QApplication.clipboard().setText(BLOCK)
    screen.grid.view.setFocus()
    screen.grid.view.setCurrentIndex(screen.grid.model.index(0, 0))
    qtbot.keyClick(screen.grid.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert names(screen) == ["Thôn Bình Minh", "Trường THCS Minh Họa", "Tổ CNSCĐ thôn Bình Minh"]
    assert [row.kind for row in screen.grid.rows()] == ["village", "school", "team"]
    assert any("3" in toast for toast in calls.toasts)


def test_a_name_that_is_there_is_said_and_not_added(filled: Session, open_screen: Open) -> None:
    screen = open_screen()
    screen.grid.rows_added.emit([{"name": "Thôn Bình Minh"}, {"name": "Thôn Nà Sọc"}])
    assert len(names(screen)) == 4
    assert "Thôn Bình Minh" in screen.strip.text()


def test_cells_are_stored_and_the_panel_follows(
    filled: Session, open_screen: Open, qtbot: QtBot
) -> None:
    screen = open_screen()
    choose(screen, "Thôn Bình Minh")
    assert screen.panel.name.text() == "Thôn Bình Minh"
    view = screen.grid.view
    view.setCurrentIndex(screen.grid.model.index(0, 4))
    telex(view, "1120")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert filled.store.rows("select households from unit where name = 'Thôn Bình Minh'") == [
        {"households": 1120}
    ]
    choose(screen, "Thôn Bình Minh")
    assert screen.panel.unit_form.field("households").text() == "1.120"


def test_fields_of_the_panel_are_stored_when_left(
    filled: Session, open_screen: Open, qtbot: QtBot
) -> None:
    screen = open_screen()
    choose(screen, "Thôn Bình Minh")
    field = screen.panel.unit_form.field("head")
    field.setFocus()
    field.selectAll()
    telex(field, WORDS["Nguyễn"] + " " + WORDS["Bà"])
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert screen.grid.rows()[0].head == "Nguyễn Bà"


def test_a_value_that_cannot_be_kept_is_said_and_the_old_one_shown(
    filled: Session, open_screen: Open
) -> None:
    screen = open_screen()
    choose(screen, "Thôn Bình Minh")
    screen.panel.changed.emit(screen.panel.line, "former_names", "Thôn Cũ (đến 31/02/2025)")
    assert "không phải một ngày có thật" in screen.strip.text()
    row = screen.grid.rows()[0]
    screen.grid.edited.emit(
        [_cell(row, "name", "Trường THCS Minh Họa"), _cell(row, "head", "Ai đó")]
    )
    assert "Đã có đơn vị tên" in screen.strip.text()
    assert names(screen)[0] == "Thôn Bình Minh"
    assert screen.grid.rows()[0].head == "Lò Văn A"


def _cell(row: object, key: str, text: str) -> object:
    return CellEdit(row=row, column_key=key, old="", new=text)


def test_removing_can_be_undone_and_says_why_not(
    filled: Session, open_screen: Open, calls: Calls, qtbot: QtBot
) -> None:
    screen = open_screen()
    choose(screen, "Trường THCS Minh Họa")
    qtbot.keyClick(screen.grid.view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert names(screen) == ["Thôn Bình Minh", "Tổ CNSCĐ thôn Bình Minh"]
    assert calls.toasts == ["Đã xóa Trường THCS Minh Họa."]
    screen.context.hub.publish(history.undo(filled))
    assert len(names(screen)) == 3
    choose(screen, "Thôn Bình Minh")
    screen.remove.trigger()
    (error,) = calls.errors
    assert "còn 1" in str(error)
    calls.errors.clear()
    assert len(names(screen)) == 3


def test_members_of_a_team_are_entered_in_the_panel(
    filled: Session, open_screen: Open, qtbot: QtBot
) -> None:
    screen = open_screen()
    choose(screen, "Tổ CNSCĐ thôn Bình Minh")
    assert screen.panel.team_form.field("unit").value() == "Thôn Bình Minh"
    screen.panel.members.rows_added.emit([{"name": "Bà Hà Thị Ẻn", "role": "Tổ trưởng"}])
    QApplication.processEvents()
    (member,) = screen.panel.members.rows()
    assert (member.name, member.role) == ("Bà Hà Thị Ẻn", "Tổ trưởng")
    screen.panel.members.edited.emit([_cell(member, "role", "Tổ phó")])
    screen.panel.members.rows_added.emit([{"name": "Hà Thị Ẻn"}])
    assert "đã có trong tổ" in screen.strip.text()
    assert teams.members(filled, screen.panel.line.id)[0].role == "Tổ phó"
    screen.panel.members.rows_deleted.emit([member])
    assert teams.members(filled, screen.panel.line.id) == ()


def test_the_ward_speaks_of_to_dan_pho(
    writer: Session, context: ScreenContext, open_screen: Open
) -> None:
    setup.edit_office(writer, {"village_word": "tổ dân phố"})
    units.add(writer, [{"name": "Tổ dân phố 4"}])
    screen = open_screen()
    assert screen.grid.rows()[0].kind_words == "Tổ dân phố"
    assert screen.grid.bar.quick.button("village").text().startswith("Tổ dân phố")


def test_quick_filters_and_the_way_to_nominations(
    filled: Session, open_screen: Open, calls: Calls, context: ScreenContext
) -> None:
    nominating.add(filled, context.round_id, [{"name": "Bà Lò Thị B", "unit": "Thôn Bình Minh"}])
    screen = open_screen()
    assert screen.grid.rows()[0].nominations == 1
    screen.grid.choose_quick("team")
    assert [row.name for row in screen.grid.shown_rows()] == ["Tổ CNSCĐ thôn Bình Minh"]
    screen.grid.choose_quick("all")
    choose(screen, "Thôn Bình Minh")
    screen.show_sent.trigger()
    assert calls.navigated == [("nominations", {"unit": "Thôn Bình Minh"})]


def test_a_jump_from_elsewhere_goes_to_the_row(filled: Session, open_screen: Open) -> None:
    screen = open_screen()
    screen.open_with(unit=screen.grid.rows()[2].id)
    QApplication.processEvents()
    assert screen.panel.name.text() == "Tổ CNSCĐ thôn Bình Minh"


def test_the_task_list_opens_the_units_without_dossiers(
    open_screen: Open, filled: Session, context: ScreenContext
) -> None:
    screen = open_screen()
    nominee = {"name": "Ông Vi Văn Tới", "unit": "Thôn Bình Minh"}
    context.tasks.run(lambda s: nominating.add(s, context.round_id, [nominee]))
    QApplication.processEvents()
    screen.open_with(state="silent")
    QApplication.processEvents()
    assert [row.name for row in screen.grid.shown_rows()] == ["Trường THCS Minh Họa"]
    assert screen.grid.bar.quick.current() == "silent"


def test_the_palette_opens_a_unit(
    open_screen: Open, filled: Session, context: ScreenContext
) -> None:
    screen = open_screen()
    wanted = screen.grid.rows()[1]
    screen.open_with(row_id=wanted.id)
    QApplication.processEvents()
    current = screen.grid.current_row()
    assert current is not None
    assert current.name == wanted.name
