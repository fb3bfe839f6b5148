"""The spreadsheet contract, key by key (ux.md §2.5)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.tables.gridcase import Heard, Person, a_grid, people
from tests.ui.telex import telex
from thiduaqt.ui.tables.columns import Group
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.editors import ChoiceBox

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NAME, STATE, POST, UNIT = 1, 2, 3, 4


@pytest.fixture
def grid(qtbot: QtBot) -> Grid[Person]:
    made = a_grid()
    qtbot.addWidget(made)
    made.activateWindow()
    made.view.setFocus()
    go(made, 0, NAME)
    return made


@pytest.fixture
def heard(grid: Grid[Person]) -> Heard:
    return Heard(grid)


def go(grid: Grid[Person], line: int, column: int) -> None:
    grid.view.go_to(grid.model.index(line, column))


def here(grid: Grid[Person]) -> tuple[int, int]:
    current = grid.view.currentIndex()
    return current.row(), current.column()


def choose(grid: Grid[Person], top: int, left: int, bottom: int, right: int) -> None:
    model = grid.model
    block = QItemSelection(model.index(top, left), model.index(bottom, right))
    grid.view.go_to(model.index(top, left))
    grid.view.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def press(
    qtbot: QtBot,
    grid: Grid[Person],
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    target = QApplication.focusWidget() or grid.view
    qtbot.keyClick(target, key, modifier)
    QApplication.processEvents()


def put_on_clipboard(text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def test_typing_replaces_and_enter_goes_down(
    grid: Grid[Person], heard: Heard, qtbot: QtBot
) -> None:
    telex(grid.view, "Ba<à")
    press(qtbot, grid, Qt.Key.Key_Return)
    assert heard.edits == [[(1, "name", "Nguyễn Thị Thu Hà", "Bà")]]
    assert here(grid) == (1, NAME)
    assert grid.model.index(0, NAME).data() == "Bà", "the new text shows until rows come again"


def test_a_first_letter_sent_without_a_key_opens_the_editor(
    grid: Grid[Person], heard: Heard, qtbot: QtBot
) -> None:
    telex(grid.view, "ưng")
    press(qtbot, grid, Qt.Key.Key_Return)
    assert heard.edits[0][0][3] == "ưng"


def test_f2_keeps_the_text(grid: Grid[Person], heard: Heard, qtbot: QtBot) -> None:
    press(qtbot, grid, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "Nguyễn Thị Thu Hà"
    editor.end(False)
    telex(editor, " x")
    press(qtbot, grid, Qt.Key.Key_Return)
    assert heard.edits[0][0][3] == "Nguyễn Thị Thu Hà x"


def test_esc_restores(grid: Grid[Person], heard: Heard, qtbot: QtBot) -> None:
    telex(grid.view, "xyz")
    press(qtbot, grid, Qt.Key.Key_Escape)
    assert heard.edits == []
    assert here(grid) == (0, NAME)
    assert grid.model.index(0, NAME).data() == "Nguyễn Thị Thu Hà"


def test_an_unchanged_text_is_no_edit(grid: Grid[Person], heard: Heard, qtbot: QtBot) -> None:
    press(qtbot, grid, Qt.Key.Key_F2)
    press(qtbot, grid, Qt.Key.Key_Return)
    assert heard.edits == []


def test_tab_goes_right_and_turns_into_the_next_row(grid: Grid[Person], qtbot: QtBot) -> None:
    go(grid, 0, POST)
    press(qtbot, grid, Qt.Key.Key_Tab)
    assert here(grid) == (0, UNIT)
    press(qtbot, grid, Qt.Key.Key_Tab)
    assert here(grid) == (1, 0)
    press(qtbot, grid, Qt.Key.Key_Backtab, SHIFT)
    assert here(grid) == (0, UNIT)


def test_shift_enter_in_an_editor_goes_up(grid: Grid[Person], heard: Heard, qtbot: QtBot) -> None:
    go(grid, 2, POST)
    telex(grid.view, "mới")
    press(qtbot, grid, Qt.Key.Key_Return, SHIFT)
    assert here(grid) == (1, POST)
    assert heard.edits[0][0] == (3, "post", "Chức vụ 3", "mới")


def test_tab_at_the_last_row_begins_a_new_one(
    grid: Grid[Person], heard: Heard, qtbot: QtBot
) -> None:
    go(grid, 4, UNIT)
    press(qtbot, grid, Qt.Key.Key_Tab)
    go(grid, 5, NAME)
    telex(grid.view, "Vu<ũ")
    press(qtbot, grid, Qt.Key.Key_Tab)
    assert heard.added == [[{"name": "Vũ"}]]
    grid.set_rows([*people(), Person(6, "Vũ")])
    assert here(grid) == (5, STATE), "typing goes on in the row that was made"


def test_enter_after_a_new_name_waits_on_the_next_new_line(
    grid: Grid[Person], heard: Heard, qtbot: QtBot
) -> None:
    grid.begin_new_row()
    telex(QApplication.focusWidget() or grid.view, "An")
    press(qtbot, grid, Qt.Key.Key_Return)
    grid.set_rows([*people(), Person(6, "An")])
    assert here(grid) == (6, NAME)
    assert heard.added == [[{"name": "An"}]]


def test_delete_clears_cells_and_never_rows(grid: Grid[Person], heard: Heard, qtbot: QtBot) -> None:
    choose(grid, 0, NAME, 1, POST)
    press(qtbot, grid, Qt.Key.Key_Delete)
    assert [edit[:2] for edit in heard.edits[0]] == [
        (1, "name"),
        (1, "post"),
        (2, "name"),
        (2, "post"),
    ]
    assert heard.deleted == []
    assert "2 ô" in heard.told[0], "the state cells can only be looked at"


def test_ctrl_delete_asks_for_rows(grid: Grid[Person], heard: Heard, qtbot: QtBot) -> None:
    choose(grid, 1, NAME, 3, POST)
    press(qtbot, grid, Qt.Key.Key_Delete, CTRL)
    assert heard.deleted == [[2, 3, 4]]


def test_after_rows_have_gone_the_next_one_is_current(grid: Grid[Person]) -> None:
    go(grid, 1, POST)
    grid.set_rows([row for row in people() if row.id != 2])
    assert here(grid) == (1, POST)
    current = grid.current_row()
    assert current is not None
    assert current.id == 3


def test_ctrl_d_fills_down(grid: Grid[Person], heard: Heard, qtbot: QtBot) -> None:
    choose(grid, 0, POST, 2, POST)
    press(qtbot, grid, Qt.Key.Key_D, CTRL)
    assert heard.edits == [
        [(2, "post", "Chức vụ 2", "Chức vụ 1"), (3, "post", "Chức vụ 3", "Chức vụ 1")]
    ]


def test_ctrl_d_on_one_cell_takes_the_one_above(
    grid: Grid[Person], heard: Heard, qtbot: QtBot
) -> None:
    go(grid, 3, POST)
    press(qtbot, grid, Qt.Key.Key_D, CTRL)
    assert heard.edits == [[(4, "post", "Chức vụ 4", "Chức vụ 3")]]


def test_ctrl_r_fills_right(grid: Grid[Person], heard: Heard, qtbot: QtBot) -> None:
    choose(grid, 1, POST, 1, UNIT)
    press(qtbot, grid, Qt.Key.Key_R, CTRL)
    assert heard.edits == [[(2, "unit", "Thôn 2", "Chức vụ 2")]]


def test_ctrl_enter_fills_the_block(grid: Grid[Person], heard: Heard, qtbot: QtBot) -> None:
    choose(grid, 0, POST, 3, POST)
    telex(grid.view, "Tổ viên")
    press(qtbot, grid, Qt.Key.Key_Return, CTRL)
    assert {edit[3] for edits in heard.edits for edit in edits} == {"Tổ viên"}
    assert len(heard.edits[-1]) == 3, "the rest of the block comes as one edit"
    assert here(grid) == (0, POST)


def test_ctrl_semicolon_puts_today(grid: Grid[Person], heard: Heard, qtbot: QtBot) -> None:
    grid.today = lambda: "20/11/2026"
    go(grid, 0, POST)
    press(qtbot, grid, Qt.Key.Key_Semicolon, CTRL)
    assert heard.edits == [[(1, "post", "Chức vụ 1", "20/11/2026")]]


def test_ctrl_insert_opens_the_new_line(grid: Grid[Person], qtbot: QtBot) -> None:
    press(qtbot, grid, Qt.Key.Key_Insert, CTRL)
    assert here(grid) == (5, NAME)
    assert grid.view.is_editing()


def test_alt_down_opens_the_list(grid: Grid[Person], qtbot: QtBot) -> None:
    go(grid, 0, UNIT)
    press(qtbot, grid, Qt.Key.Key_Down, ALT)
    boxes = grid.view.viewport().findChildren(ChoiceBox)
    assert boxes
    assert boxes[0].view().isVisible()
    boxes[0].hidePopup()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_one_key_takes_a_typed_choice_while_proposals_show(
    grid: Grid[Person], heard: Heard, qtbot: QtBot, key: Qt.Key
) -> None:
    go(grid, 0, UNIT)
    qtbot.keyClicks(grid.view, "binh")
    popup = QApplication.activePopupWidget()
    assert popup is not None, "the proposals are shown"
    qtbot.keyClick(popup, key)
    assert not popup.isVisible()
    assert not grid.view.is_editing()
    assert heard.edits == [[(1, "unit", "", "Thôn Bình Minh")]]


def test_space_chooses_rows_and_columns(grid: Grid[Person], qtbot: QtBot) -> None:
    go(grid, 1, POST)
    press(qtbot, grid, Qt.Key.Key_Space, SHIFT)
    assert len(grid.view.selectionModel().selectedIndexes()) == 5
    go(grid, 1, POST)
    press(qtbot, grid, Qt.Key.Key_Space, CTRL)
    assert len(grid.selected_rows()) == 5


def test_ctrl_arrows_jump_to_edges(grid: Grid[Person], qtbot: QtBot) -> None:
    go(grid, 0, POST)
    press(qtbot, grid, Qt.Key.Key_Down, CTRL)
    assert here(grid) == (4, POST)
    press(qtbot, grid, Qt.Key.Key_Left, CTRL)
    assert here(grid) == (4, 0)
    press(qtbot, grid, Qt.Key.Key_Right, CTRL)
    press(qtbot, grid, Qt.Key.Key_Up, CTRL)
    assert here(grid) == (3, UNIT), "from an empty cell to the next filled one"


def test_copy_gives_text_and_table(grid: Grid[Person], qtbot: QtBot) -> None:
    choose(grid, 0, NAME, 1, STATE)
    press(qtbot, grid, Qt.Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Nguyễn Thị Thu Hà\tĐủ điều kiện\r\nĐỗ Văn Dũng\tThiếu 2 mục"
    assert "<td>Đỗ Văn Dũng</td>" in data.html()


def test_paste_fills_and_skips_what_is_locked(
    grid: Grid[Person], heard: Heard, qtbot: QtBot
) -> None:
    put_on_clipboard("A\tđủ\tp1\r\nB\tđủ\tp2\r\n")
    go(grid, 0, NAME)
    press(qtbot, grid, Qt.Key.Key_V, CTRL)
    assert heard.edits == [
        [
            (1, "name", "Nguyễn Thị Thu Hà", "A"),
            (1, "post", "Chức vụ 1", "p1"),
            (2, "name", "Đỗ Văn Dũng", "B"),
            (2, "post", "Chức vụ 2", "p2"),
        ]
    ]
    assert heard.told == ["2 ô chỉ để xem nên không đổi."]


def test_paste_extends_the_list_in_one_step(grid: Grid[Person], heard: Heard, qtbot: QtBot) -> None:
    block = "\r\n".join(f"Người {number}" for number in range(10))
    put_on_clipboard(block)
    go(grid, 3, NAME)
    press(qtbot, grid, Qt.Key.Key_V, CTRL)
    assert heard.pasted == [(2, 8)]
    assert heard.edits == []
    assert heard.added == []
    assert heard.told == ["Dán 10 dòng: 2 dòng vào hàng có sẵn, thêm 8 dòng mới."]


def test_paste_on_the_new_line_adds_rows_with_their_columns(
    grid: Grid[Person], heard: Heard, qtbot: QtBot
) -> None:
    put_on_clipboard('"Bà A\nB"\t\t\tThôn 1\r\nÔng C\r\n')
    go(grid, 5, NAME)
    press(qtbot, grid, Qt.Key.Key_V, CTRL)
    assert heard.added == [[{"name": "Bà A\nB", "unit": "Thôn 1"}, {"name": "Ông C"}]]


def test_paste_of_a_table_without_text(grid: Grid[Person], heard: Heard, qtbot: QtBot) -> None:
    put_on_clipboard("", "<table><tr><td>A</td></tr><tr><td>B</td></tr></table>")
    go(grid, 0, NAME)
    press(qtbot, grid, Qt.Key.Key_V, CTRL)
    assert [edit[3] for edit in heard.edits[0]] == ["A", "B"]


def test_one_value_fills_a_block(grid: Grid[Person], heard: Heard, qtbot: QtBot) -> None:
    put_on_clipboard("Thôn 3")
    choose(grid, 0, UNIT, 3, UNIT)
    press(qtbot, grid, Qt.Key.Key_V, CTRL)
    assert [edit[3] for edit in heard.edits[0]] == ["Thôn 3"] * 4


def test_large_paste_is_one_signal(qtbot: QtBot) -> None:
    grid = a_grid(people(40))
    qtbot.addWidget(grid)
    heard = Heard(grid)
    put_on_clipboard("\r\n".join(f"N{n}\t\tP{n}\tThôn 1" for n in range(40)))
    go(grid, 0, NAME)
    grid.keys.paste()
    assert len(heard.edits) == 1
    assert len(heard.edits[0]) >= 80


def test_a_grid_without_new_rows_says_what_did_not_fit(qtbot: QtBot) -> None:
    grid = a_grid(new_row=False)
    qtbot.addWidget(grid)
    heard = Heard(grid)
    put_on_clipboard("A\r\nB\r\nC")
    go(grid, 4, NAME)
    grid.keys.paste()
    assert "2 dòng" in heard.told[0]


def test_locked_cells_do_not_open(grid: Grid[Person], qtbot: QtBot) -> None:
    grid.set_rows([Person(1, "Khóa", locked=True)])
    go(grid, 0, NAME)
    telex(grid.view, "x")
    assert not grid.view.is_editing()


def test_groups_are_stepped_over(grid: Grid[Person], qtbot: QtBot) -> None:
    grid.set_groups(lambda row: Group(title=row.unit or "Khác"))
    lines = [line for line in range(len(grid.model.entries)) if grid.model.row_at(line)]
    go(grid, lines[0], NAME)
    seen = [here(grid)[0]]
    for _ in range(len(lines) - 1):
        press(qtbot, grid, Qt.Key.Key_Down)
        seen.append(here(grid)[0])
    assert seen == lines


def test_rows_that_come_while_typing_wait_for_the_end(
    grid: Grid[Person], heard: Heard, qtbot: QtBot
) -> None:
    telex(grid.view, "Đa")
    grid.set_rows(people(8))
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "Đa"
    assert len(grid.rows()) == 5
    same = [Person(row.id, row.name + "*", row.state, row.post, row.unit) for row in people()]
    grid.set_rows(same)
    assert editor.text() == "Đa", "rows in place do not touch what is being typed"
    press(qtbot, grid, Qt.Key.Key_Return)
    assert heard.edits[0][0][3] == "Đa"


def test_typing_where_nothing_can_be_edited_searches(qtbot: QtBot) -> None:
    grid = a_grid()
    qtbot.addWidget(grid)
    field = grid.make_find_field()
    qtbot.addWidget(field)
    field.show()
    go(grid, 0, STATE)
    grid.view.keyboardSearch("d")
    assert field.text() == "d"
