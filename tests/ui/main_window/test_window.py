"""The window: screens made late, reloads, context, undo, panes, badges, titles."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.main_window.conftest import Files, UnitScreen, add_unit
from thiduaqt.services import setup
from thiduaqt.ui import tokens
from thiduaqt.ui.dialogs import Answers
from thiduaqt.ui.main_window import MainWindow, finding
from thiduaqt.ui.main_window.about import AboutWindow, TelexPage
from thiduaqt.ui.main_window.shortcuts import ShortcutSheet, grid_keys, keys_of


def screen(window: MainWindow, key: str) -> UnitScreen:
    shown = window.navigate(key)
    assert isinstance(shown, UnitScreen)
    QApplication.processEvents()
    return shown


def test_screens_are_made_when_first_shown(window: MainWindow) -> None:
    assert list(window._screens) == ["one"]
    screen(window, "two")
    assert list(window._screens) == ["one", "two"]
    assert window.rail.main_part.currentIndex().row() == 1


def test_a_write_reloads_the_screens_it_concerns(window: MainWindow) -> None:
    one = screen(window, "one")
    two = screen(window, "two")
    reloads = (one.reloads, two.reloads)
    add_unit(window, "Thôn Mới")
    QApplication.processEvents()
    assert two.reloads == reloads[1] + 1
    assert "Thôn Mới" in two.names
    assert one.reloads == reloads[0], "a hidden screen waits"
    screen(window, "one")
    assert one.reloads == reloads[0] + 1


def test_several_writes_reload_once(window: MainWindow) -> None:
    one = screen(window, "one")
    before = one.reloads
    for number in range(3):
        add_unit(window, f"Thôn {number + 20}")
    QApplication.processEvents()
    assert one.reloads == before + 1


def test_undo_and_redo_name_the_step(window: MainWindow) -> None:
    one = screen(window, "one")
    add_unit(window, "Thôn Mới")
    QApplication.processEvents()
    assert ":" in window.menus.undo.text()
    assert window.menus.undo.isEnabled()
    window.menus.undo.trigger()
    QApplication.processEvents()
    assert "Thôn Mới" not in one.names
    assert window.toast.text().startswith("Đã hoàn tác:")
    assert window.menus.redo.isEnabled()
    window.menus.redo.trigger()
    QApplication.processEvents()
    assert "Thôn Mới" in one.names


def test_the_toast_offers_undo_and_leaves_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    one = screen(window, "one")
    one.search.setFocus()
    add_unit(window, "Thôn Mới")
    window.show_toast("Đã thêm 1 đơn vị.", undo=True)
    QApplication.processEvents()
    assert QApplication.focusWidget() is one.search
    button = window.toast.findChild(QPushButton)
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert "Thôn Mới" not in one.names
    assert window.toast._timer.interval() == tokens.TOAST_TIME or window.toast._timer.isActive()


def test_saved_is_told_after_each_write(window: MainWindow) -> None:
    add_unit(window, "Thôn Mới")
    assert re.fullmatch(r"Đã lưu lúc \d\d:\d\d", window.status.saved.text())


def test_the_context_follows_the_movements(window: MainWindow) -> None:
    changes: list[int] = []
    window.context.hub.context_changed.connect(lambda: changes.append(1))
    box = window.context_bar.rounds
    first = window.context.round_id
    assert first
    other = next(n for n in range(box.count()) if box.itemData(n) != first)
    box.setCurrentIndex(other)
    box.activated.emit(other)
    assert window.context.round_id == box.itemData(other)
    assert changes
    assert box.currentText() in window.windowTitle()


def test_a_new_round_appears_in_the_bar(window: MainWindow) -> None:
    before = window.context_bar.rounds.count()
    movement = window.context.movement_id
    window.context.tasks.run(lambda s: setup.add_round(s, movement, "yearly", 2029))
    assert window.context_bar.rounds.count() == before + 1


def test_filters_are_handed_to_the_screen(window: MainWindow) -> None:
    window.context.navigate("two", state="error")
    assert screen(window, "two").opened == {"state": "error"}


def test_shortcuts_reach_screens(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.rail.main_part.currentIndex().row() == 1
    one = screen(window, "one")
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is one.search
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert one.panel.isHidden()
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert not one.panel.isHidden()


def test_f6_goes_round_the_panes(window: MainWindow, qtbot: QtBot) -> None:
    one = screen(window, "one")
    window.rail.main_part.setFocus()
    seen = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen == [window.context_bar.movements, one.search, window.rail.main_part]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is one.search


def test_the_rail_says_its_badges_and_collapses(window: MainWindow, qtbot: QtBot) -> None:
    index = window.rail.main_part.rows.index(1)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    qtbot.waitUntil(lambda: index.data(spoken) == "Hai, 3 việc cần sửa")
    window.resize(1200, 600)
    assert window.rail.width() == tokens.RAIL_WIDTH
    window.resize(980, 600)
    assert window.rail.width() == tokens.RAIL_COLLAPSED


def test_the_rail_gives_way_to_a_wide_screen(window: MainWindow) -> None:
    one, two = screen(window, "one"), screen(window, "two")
    window.resize(1100, 600)
    two.panel.setMinimumWidth(1000)
    for _ in range(4):  # the wish goes up from layout to layout
        QApplication.processEvents()
    assert window.rail.width() == tokens.RAIL_COLLAPSED
    assert window.width() == 1100
    screen(window, "one")
    assert one.isVisible()
    assert window.rail.width() == tokens.RAIL_COLLAPSED, "it does not jump from screen to screen"
    window.resize(1101, 600)
    assert window.rail.width() == tokens.RAIL_WIDTH


def test_the_rail_goes_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    window.rail.main_part.setFocus()
    qtbot.keyClick(window.rail.main_part, Qt.Key.Key_Down)
    qtbot.keyClick(window.rail.main_part, Qt.Key.Key_Return)
    assert window.stack.currentWidget() is window._screens["two"]


def test_the_rail_marks_the_screen_shown_once_it_is_left(window: MainWindow, qtbot: QtBot) -> None:
    one = screen(window, "one")
    window.rail.main_part.setFocus()
    qtbot.keyClick(window.rail.main_part, Qt.Key.Key_Down)
    assert window.rail.main_part.currentIndex().row() == 1
    one.search.setFocus()
    assert window.rail.main_part.currentIndex().row() == 0
    assert window.rail.main_part.selectedIndexes()[0].row() == 0


def test_f6_goes_on_from_a_button_between_two_panes(window: MainWindow, qtbot: QtBot) -> None:
    one = screen(window, "one")
    between = QPushButton("Giữa", one)
    between.show()
    QWidget.setTabOrder(between, one.search)
    between.setFocus()
    qtbot.keyClick(between, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is one.search
    between.setFocus()
    qtbot.keyClick(between, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is window.context_bar.movements


def test_the_palette_finds_units_screens_and_commands(window: MainWindow, qtbot: QtBot) -> None:
    add_unit(window, "Thôn Bình Minh")
    palette = window._palette
    palette.open_with("binh minh")
    titles = [hit.title for hit in palette.found()]
    assert titles == ["Thôn Bình Minh"]
    palette.typing.setText("hai")
    palette.search()
    assert "Hai" in [hit.title for hit in palette.found()]
    qtbot.keyClick(palette.typing, Qt.Key.Key_Return)
    assert not palette.isVisible()
    palette.open_with("phim tat")
    assert [hit.title for hit in palette.found()] == ["Phím tắt"]
    palette.open_with("khong co gi")
    assert palette.found() == []
    assert "Không thấy" in palette._nothing.text()
    palette.close()


def test_exact_spelling_comes_first() -> None:
    hits = [
        finding._hit("g", "Đỗ Văn Dung", "", "award", print),
        finding._hit("g", "Đỗ Văn Dũng", "", "award", print),
    ]
    assert [hit.title for hit in finding.ranked(hits, "dũng")] == ["Đỗ Văn Dũng", "Đỗ Văn Dung"]


def test_the_sheet_lists_exactly_the_actions(window: MainWindow, qtbot: QtBot) -> None:
    actions = window.menus.all_actions()
    groups = {name: keys_of(found) for name, found in window.menus.by_menu().items()}
    sheet = ShortcutSheet(window, groups)
    qtbot.addWidget(sheet)
    listed = {words for entries in groups.values() for _keys, words in entries}
    with_keys = {
        action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        for action in actions
        if action.shortcuts()
    }
    assert listed == with_keys
    assert listed <= set(sheet.words())
    assert grid_keys()


def test_no_shortcut_twice_and_none_that_typing_aids_use(window: MainWindow) -> None:
    taken: dict[str, str] = {}
    for action in window.menus.all_actions():
        for keys in action.shortcuts():
            text = keys.toString(QKeySequence.SequenceFormat.PortableText)
            assert text not in taken, f"{text}: {taken[text]} and {action.text()}"
            taken[text] = action.text()
            assert not text.startswith(("Ctrl+Shift", "Ctrl+Alt", "Alt+Shift"))
            assert text != "Alt+Z"
            assert len(text) > 1, "plain letters belong to Telex"


def test_mnemonics_are_ascii_and_unique(window: MainWindow) -> None:
    menus = window.menus.by_menu()
    top = [menu.title() for menu in window.menuBar().findChildren(type(window.menus.file))]
    for texts in (top, *([a.text() for a in actions] for actions in menus.values())):
        letters = [
            match.group(1).lower() for text in texts for match in re.finditer(r"&([^&])", text)
        ]
        assert all(letter.isascii() and letter != "z" for letter in letters)
        assert len(set(letters)) == len(letters), texts


def test_row_actions_stand_in_the_menu(window: MainWindow) -> None:
    assert [action.text() for action in window.menus.rows.actions()] == ["Xóa đơn vị"]


def test_failures_are_shown(window: MainWindow, answers: Answers) -> None:
    answers.give(None)

    def fail(_session: object) -> None:
        raise ValueError("boom")

    window.context.tasks.run(fail)
    assert "trục trặc" in answers.seen[0]


def test_backups_are_made_and_told(window: MainWindow) -> None:
    assert window.status.backup.text() == "Chưa có bản sao lưu"
    window.back_up()
    assert window.status.backup.text().startswith("Sao lưu gần nhất: hôm nay")
    assert window.toast.text().startswith("Đã sao lưu vào ")


def test_an_old_backup_is_warned_of(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.back_up()
    window.desk.backup_words = lambda: ("⚠ 9 ngày chưa sao lưu", True)  # type: ignore[method-assign]
    window.show_backup()
    assert window.status.backup_link.isVisible()


def test_everything_focusable_has_a_name(window: MainWindow) -> None:

    screen(window, "one").search.setAccessibleName("Tìm")
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), widget.objectName() or widget


def test_it_fits_the_smallest_screen(window: MainWindow) -> None:
    window.resize(1093, 550)
    QApplication.processEvents()
    assert window.size().width() == 1093
    assert window.size().height() == 550


def test_a_large_screen_does_not_hold_the_others_open(window: MainWindow) -> None:
    two = screen(window, "two")
    two.panel.setMinimumSize(1500, 900)
    screen(window, "one")
    window.resize(1093, 550)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1093, 550)


def test_small_windows_open(window: MainWindow, qtbot: QtBot) -> None:
    about = AboutWindow(window)
    qtbot.addWidget(about)
    from PySide6.QtWidgets import QPlainTextEdit  # noqa: PLC0415

    text = about.findChild(QPlainTextEdit).toPlainText()
    assert "SIL OPEN FONT LICENSE" in text
    assert "MIT License" in text
    page = TelexPage(window)
    qtbot.addWidget(page)
    assert page.form.field("choice")


def test_files_are_left_to_the_application(window: MainWindow, files: Files) -> None:
    for action in window.menus.all_actions():
        if action.objectName() in ("file.new", "file.open", "help.sample"):
            action.trigger()
    assert files.asked == ["new", "open", "sample"]
