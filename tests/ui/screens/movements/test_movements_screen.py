"""Phong trào, tiêu chí, as an officer uses it: list, new movement, header, gaps, places."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Calls, context_on
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan_edits import with_values
from thiduaqt.domain.records import Movement, Nomination, Round
from thiduaqt.services import history, movements, packs
from thiduaqt.services.session import Session
from thiduaqt.ui.dialogs import Answers
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens import SCREENS
from thiduaqt.ui.screens.movements.screen import LIST, MOVEMENT, NEW, MovementsScreen

Open = Callable[[], MovementsScreen]


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def open_screen(context: ScreenContext, qtbot: QtBot) -> Open:
    kept = []

    def make() -> MovementsScreen:
        screen = MovementsScreen(context)
        kept.append(screen)
        qtbot.addWidget(screen)
        screen.resize(893, 440)
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        settle()
        return screen

    return make


def press(screen: MovementsScreen, name: str) -> None:
    found = screen.findChild(QPushButton, name)
    assert found is not None, name
    assert found.isVisible(), name
    assert found.isEnabled(), name
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    settle()


def change(writer: Session, screen: MovementsScreen, **values: object) -> None:
    found = movements.listing(writer)[0]
    changes = movements.change_rules(
        writer, found.id, "Sửa", lambda rules: with_values(rules, values)
    )
    screen.context.hub.publish(changes)
    settle()


def test_the_movement_of_the_bar_is_shown_first(open_screen: Open) -> None:
    screen = open_screen()
    assert screen.page() == MOVEMENT
    assert "đột phá phát triển khoa học" in screen.heading.text()
    assert screen.gaps_button.words.text() == "Đủ để sử dụng"
    assert [screen.bar.tabText(n) for n in range(1)] == ["Thông tin chung"]


def test_the_list_counts_and_opens(open_screen: Open, writer: Session) -> None:
    made = movements.create_empty(writer, title="Vườn xanh", year=2027)
    screen = open_screen()
    wanted: list[str] = []
    screen.context.hub.movement_wanted.connect(wanted.append)
    press(screen, "movements.to_list")
    assert screen.page() == LIST
    rows = screen.list_page.grid.rows()
    assert rows[0].title == "Vườn xanh"
    assert rows[0].missing == 5
    screen.list_page.grid.select_row(made.movement_id)
    press(screen, "movements.open")
    assert screen.page() == MOVEMENT
    assert screen.heading.text() == "Vườn xanh"
    assert wanted == [made.movement_id]


def test_another_choice_in_the_bar_is_followed(open_screen: Open, writer: Session) -> None:
    made = movements.create_empty(writer, title="Vườn xanh", year=2027)
    screen = open_screen()
    screen.context.movement_id = made.movement_id
    screen.context.hub.context_changed.emit()
    settle()
    assert screen.heading.text() == "Vườn xanh"


def test_without_a_movement_two_ways_begin_one(
    open_screen: Open, writer: Session, calls: Calls
) -> None:
    movements.remove(writer, movements.listing(writer)[0].id)
    screen = open_screen()
    assert screen.page() == LIST
    assert screen.list_page.empty.isVisible()
    assert screen.list_page.empty.heading() == "Chưa có phong trào nào"
    press(screen, "movements.empty.blank")
    assert screen.page() == NEW
    screen.new_page.form.field("title").setPlainText("Thi đua vì môi trường")  # type: ignore[attr-defined]
    press(screen, "movements.new.create")
    assert screen.page() == MOVEMENT
    assert screen.heading.text() == "Thi đua vì môi trường"
    assert calls.toasts == ["Đã thêm phong trào."]
    assert len(movements.listing(writer)) == 1


def test_a_new_movement_needs_a_name_and_a_year(open_screen: Open, writer: Session) -> None:
    screen = open_screen()
    screen.begin_new("blank")
    press(screen, "movements.new.create")
    assert "Chưa có tên phong trào" in screen.new_page.strip.text()
    screen.new_page.year.setText("sang năm")
    press(screen, "movements.new.create")
    assert "không phải một năm" in screen.new_page.strip.text()
    assert len(movements.listing(writer)) == 1
    press(screen, "movements.new.cancel")
    assert screen.page() == LIST


def test_a_new_movement_begins_by_key(open_screen: Open) -> None:
    screen = open_screen()
    press(screen, "movements.to_list")
    QTest.keyClick(screen.list_page.grid.view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert screen.page() == NEW


def test_a_movement_starts_from_a_pack(open_screen: Open, writer: Session) -> None:
    screen = open_screen()
    press(screen, "movements.to_list")
    press(screen, "movements.add")
    assert screen.new_page.packs.count() >= 1
    assert "nhóm đối tượng" in screen.new_page._holds.text()
    press(screen, "movements.new.create")
    assert len(movements.listing(writer)) == 2
    assert screen.movement_id == movements.listing(writer)[0].id


def test_a_movement_starts_from_one_of_our_own(open_screen: Open, writer: Session) -> None:
    screen = open_screen()
    screen.begin_new("own")
    page = screen.new_page
    assert page.owned.count() == 1
    page.copy_form.field("title").setPlainText("Phong trào năm sau")  # type: ignore[attr-defined]
    press(screen, "movements.new.create")
    copy = movements.listing(writer)[0]
    assert copy.title == "Phong trào năm sau"
    assert copy.definition is not None
    old = movements.listing(writer)[1].definition
    assert old is not None
    assert len(copy.definition.groups) == len(old.groups)


def test_a_copy_is_proposed_with_name_and_year_of_its_time(
    open_screen: Open, writer: Session
) -> None:
    found = movements.listing(writer)[0]
    words = "Thi đua vì môi trường năm 2026"
    rename = {"title": words, "period_start": "2026-01-05"}
    movements.change_rules(writer, found.id, "Đổi tên", lambda rules: with_values(rules, rename))
    screen = open_screen()
    screen.begin_new("own")
    page = screen.new_page
    assert page.copy_form.values()["title"] == words.replace("2026", "2027")
    assert page.year.text() == "2027"
    page.copy_form.committed.emit("years", Decimal(2))
    assert page.copy_form.values()["title"] == words.replace("2026", "2028")
    assert page.year.text() == "2028"
    page.copy_form.set_values({"title": "Vườn xanh", "years": Decimal(2)})
    page.copy_form.committed.emit("years", Decimal(3))
    assert page.copy_form.values()["title"] == "Vườn xanh"
    page.begin("blank")
    assert page.year.text() == str(writer.today().year)


def test_a_pack_goes_out_and_comes_in_as_a_copy(
    open_screen: Open, writer: Session, answers: Answers, tmp_path: Path, calls: Calls
) -> None:
    screen = open_screen()
    press(screen, "movements.to_list")
    screen.list_page.grid.select_row(movements.listing(writer)[0].id)
    file = tmp_path / "goi.toml"
    answers.give(str(file))
    press(screen, "movements.pack")
    assert packs.validate(file).ok
    screen.begin_new("pack")
    answers.give(str(file), True)
    press(screen, "movements.new.file")
    assert "Phong trào đã có" in answers.seen[-1]
    assert len(movements.listing(writer)) == 2
    assert screen.page() == MOVEMENT


def test_a_movement_is_removed_and_comes_back(
    open_screen: Open, writer: Session, calls: Calls
) -> None:
    made = movements.create_empty(writer, title="Vườn xanh", year=2027)
    screen = open_screen()
    press(screen, "movements.to_list")
    screen.list_page.grid.select_row(made.movement_id)
    press(screen, "movements.remove")
    assert calls.toasts == ["Đã xóa phong trào Vườn xanh."]
    assert len(screen.list_page.grid.rows()) == 1
    screen.context.hub.publish(history.undo(writer))
    settle()
    assert len(screen.list_page.grid.rows()) == 2


def test_a_movement_in_use_says_why_it_stays(
    open_screen: Open, writer: Session, calls: Calls
) -> None:
    around = writer.store.all(Round)[0]
    with writer.store.transaction("Hồ sơ", actor="can-bo") as writing:
        writing.put(Nomination(id=writer.new_id(), round_id=around.id))
    screen = open_screen()
    press(screen, "movements.to_list")
    screen.list_page.grid.select_row(around.movement_id)
    press(screen, "movements.remove")
    (error,) = calls.errors
    assert isinstance(error, NotAllowed)
    assert "1 hồ sơ đề nghị" in error.text
    calls.errors.clear()
    assert len(screen.list_page.grid.rows()) == 1


def test_what_is_missing_is_counted_listed_and_led_to(open_screen: Open, writer: Session) -> None:
    screen = open_screen()
    change(writer, screen, period_start="", period_wording="", short_name="")
    button = screen.gaps_button.button
    assert button.text() == "Còn thiếu 2 mục"
    press(screen, "movements.gaps")
    assert screen.gaps.isVisible()
    press(screen, "movements.gap.1")
    form = screen.tabs["general"].forms["movement"]  # type: ignore[attr-defined]
    assert form.field("period_start").hasFocus()
    change(writer, screen, period_start="2026")
    assert button.text() == "Còn thiếu 1 mục"
    assert screen.gaps.isVisible()
    change(writer, screen, short_name="KHCN")
    assert screen.gaps.isHidden()


def test_the_rail_counts_what_movements_lack(open_screen: Open, writer: Session) -> None:
    badge = next(spec for spec in SCREENS if spec.key == "movements").badge
    assert badge is not None
    assert badge(writer, "") == 0
    movements.create_empty(writer, title="Vườn xanh", year=2027)
    assert badge(writer, "") == 5


def test_jumps_from_elsewhere(open_screen: Open, writer: Session) -> None:
    screen = open_screen()
    screen.open_with(tab="dates")
    assert screen.bar.tabText(screen.bar.currentIndex()) == "Mốc thời gian"
    screen.open_with(tab="general", field="signer_name")
    settle()
    form = screen.tabs["general"].forms["document"]  # type: ignore[attr-defined]
    assert form.field("signer_name").hasFocus()
    screen.open_with(new="blank")
    assert screen.page() == NEW


def test_a_movement_without_rules_is_told(open_screen: Open, writer: Session) -> None:
    found = movements.listing(writer)[0]
    with writer.store.transaction("Trống", actor="can-bo") as writing:
        writing.put(replace(writing.get(Movement, found.id), definition=None))
    screen = open_screen()
    assert screen.gaps_button.button.text() == "Còn thiếu 1 mục"
    assert "không kèm nội dung" in screen.tabs["general"].strip.text()


def test_an_office_without_movements_shows_the_list(
    tmp_path_factory: pytest.TempPathFactory, calls: Calls, qtbot: QtBot, writer: Session
) -> None:
    movements.remove(writer, movements.listing(writer)[0].id)
    context = context_on(writer, calls)
    screen = MovementsScreen(context)
    qtbot.addWidget(screen)
    screen.show()
    settle()
    assert screen.page() == LIST
    assert not screen.export.isVisible()
    context.session.close()
