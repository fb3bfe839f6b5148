"""What a grid shows: filters, chips, counts, empty states, frozen columns, memory of columns."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.tables.gridcase import COLUMNS, WORDS, Heard, Person, a_grid, people
from thiduaqt.domain.text import sort_key
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.memory import Memory
from thiduaqt.ui.tables.columns import ERROR_VALUE, Group, QuickFilter
from thiduaqt.ui.tables.delegate import hits
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.labels import Chip

QUICK = [
    QuickFilter[Person](
        key=state, text=WORDS[state], test=lambda row, s=state: row.state == s, state=state
    )
    for state in ("ok", "error", "warn")
]


@pytest.fixture
def grid(qtbot: QtBot) -> Grid[Person]:
    made = a_grid(people(7))
    qtbot.addWidget(made)
    QApplication.processEvents()
    return made


def ids(grid: Grid[Person]) -> list[int]:
    return [row.id for row in grid.shown_rows()]


def foot(grid: Grid[Person]) -> str:
    return grid._foot.counts.text().replace("<b>", "").replace("</b>", "")


def test_quick_filters_count_and_choose(grid: Grid[Person], qtbot: QtBot) -> None:
    grid.set_quick_filters(QUICK)
    assert grid.bar.quick.button("all").text() == "Tất cả  7"
    assert grid.bar.quick.button("error").text() == "Thiếu 2 mục  2"
    qtbot.mouseClick(grid.bar.quick.button("error"), Qt.MouseButton.LeftButton)
    assert ids(grid) == [2, 5]
    assert foot(grid).startswith("Đang hiện 2/7")
    grid.clear_filters()
    assert grid.bar.quick.current() == "all"
    assert len(ids(grid)) == 7


def test_chips_show_every_filter_and_take_it_away(grid: Grid[Person], qtbot: QtBot) -> None:
    grid.set_filter("unit", ["Thôn 2"])
    grid.set_filter("state", [ERROR_VALUE])
    QApplication.processEvents()
    chips = [chip for chip in grid.bar.findChildren(Chip) if chip.isVisible()]
    assert len(chips) == 2
    qtbot.mouseClick(chips[0].findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert list(grid.model.shown.values) == ["unit"], "the chips follow the columns"
    grid.clear_filters()
    assert len(ids(grid)) == 7


def test_the_filter_menu_narrows_by_search_and_ticks(grid: Grid[Person], qtbot: QtBot) -> None:
    menu = grid.filters.open_menu(4)
    assert menu is not None
    assert menu.values.rowCount() == 4, "three villages and the empty ones"
    menu.search.setText("binh")
    assert menu.values.seen_values() == ["Thôn Bình Minh"]
    menu.apply()
    assert {row.unit for row in grid.shown_rows()} == {"Thôn Bình Minh"}
    again = grid.filters.open_menu(4)
    assert again is not None
    assert again.values.chosen == {"Thôn Bình Minh"}
    again.values.tick_seen(on=True)
    again.apply()
    assert "unit" not in grid.model.shown.values, "all ticks mean no filter"


def test_faulty_cells_stand_first_in_the_menu(grid: Grid[Person]) -> None:
    menu = grid.filters.open_menu(2)
    assert menu is not None
    assert menu.values.index(0).data() == "Có lỗi"
    menu.values.tick_seen(on=False)
    menu.values.toggle(0)
    menu.apply()
    assert ids(grid) == [2, 5]


def test_a_click_on_the_heading_sorts_in_three_steps(grid: Grid[Person], qtbot: QtBot) -> None:
    heading = grid.view.heading
    spot = heading.section_rect(1).center()
    spot.setX(heading.section_rect(1).left() + 20)
    orders: list[list[str]] = []
    for _ in range(3):
        qtbot.mouseClick(heading.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        orders.append([row.name for row in grid.shown_rows()])
    assert orders[0] == sorted(orders[0], key=sort_key)
    assert orders[0][0] == "Đỗ Văn Dũng"
    assert orders[1] == sorted(orders[0], key=sort_key, reverse=True)
    assert orders[2] == [row.name for row in people(7)]


def test_find_waits_for_typing_to_rest(grid: Grid[Person], qtbot: QtBot) -> None:
    field = grid.make_find_field()
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    qtbot.keyClicks(field, "dung")
    assert len(ids(grid)) == 7, "not while somebody types"
    qtbot.waitUntil(lambda: ids(grid) == [2, 7], timeout=2000)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert len(ids(grid)) == 7


def test_f3_goes_from_hit_to_hit(grid: Grid[Person], qtbot: QtBot) -> None:
    field = grid.make_find_field()
    qtbot.addWidget(field)
    field.show()
    field.setText("nguyen")
    qtbot.keyClick(field, Qt.Key.Key_F3)
    assert ids(grid) == [1, 6]
    seen = [grid.current_row().id]  # type: ignore[union-attr]
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        qtbot.keyClick(grid.view, Qt.Key.Key_F3, modifier)
        seen.append(grid.current_row().id)  # type: ignore[union-attr]
    assert seen == [1, 6, 1]


def test_what_was_found_is_marked_in_its_own_spelling(grid: Grid[Person]) -> None:
    assert hits("Đỗ Văn Dũng", "do dung") == [(0, 2), (7, 4)]
    assert hits("Nguyễn Văn Đức", "an") == [(8, 2)]
    assert hits("Thôn 3", "xyz") == []
    index = grid.model.index(1, 1)
    rect = grid.view.visualRect(index)
    grid.model.shown.query = "dung"
    picture = grid.view.viewport().grab(rect).toImage()
    marked = QColor(tokens.QUOTE_BG).name()
    spots = range(0, picture.width(), 2)
    assert any(picture.pixelColor(x, picture.height() // 2 - 5).name() == marked for x in spots)


def test_empty_states(grid: Grid[Person], qtbot: QtBot) -> None:
    assert grid._empty is not None
    assert not grid._empty.isVisible()
    grid.set_filter("name", ["không ai"])
    assert grid._nothing.isVisible()
    grid.clear_filters()
    grid.set_rows([])
    assert grid._empty.isVisible()
    assert not grid._nothing.isVisible()
    assert grid.model.rowCount() == 0, "the page covers the table, so there is no line under it"
    grid.begin_new_row()
    assert not grid._empty.isVisible(), "typing the first row hides the page"
    assert grid.view.is_editing()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert grid._empty.isVisible()
    assert grid.model.rowCount() == 0


def test_what_leaves_no_row_is_said_and_nothing_is_offered_below(grid: Grid[Person]) -> None:
    grid.set_new_row("Gõ tên để thêm")
    grid.set_quick_filters(QUICK)
    grid.choose_quick("error")
    grid.set_filter("unit", ["Thôn 9"])
    assert grid.filters.words() == "Đang lọc: Thiếu 2 mục, Đơn vị: Thôn 9."
    assert grid.model.entries == [], "the line for a new row would lie under the message"
    policy = grid.view.horizontalScrollBarPolicy()
    assert policy == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    grid.begin_new_row()
    assert len(ids(grid)) == 7
    assert grid.view.is_editing()


def test_a_search_without_a_hit_repeats_what_was_typed(grid: Grid[Person], qtbot: QtBot) -> None:
    grid.make_find_field().setText("không ai")
    qtbot.waitUntil(lambda: not ids(grid))
    assert grid.filters.words() == "Không thấy “không ai” trong danh sách."


def test_a_quick_filter_that_has_gone_hides_nothing_any_more(grid: Grid[Person]) -> None:
    grid.set_quick_filters(QUICK)
    grid.choose_quick("error")
    grid.set_quick_filters(QUICK[:1])
    assert grid.bar.quick.current() == "all"
    assert len(ids(grid)) == 7


def test_rows_keep_their_height_where_a_group_has_stood(qtbot: QtBot) -> None:
    grid = Grid(COLUMNS, name="high", row_height=44)
    qtbot.addWidget(grid)
    grid.set_groups(lambda row: Group(title=row.unit))
    grid.set_rows(people(7))
    grid.set_filter("unit", ["Thôn 2"])
    heights = [grid.view.rowHeight(line) for line in range(len(grid.model.entries))]
    assert heights == [tokens.ROW] + [44] * (len(heights) - 1)


def test_the_current_cell_stays_in_sight_when_the_table_gets_lower(qtbot: QtBot) -> None:
    grid = a_grid(people(30))
    qtbot.addWidget(grid)
    grid.resize(700, 700)
    grid.show()
    QApplication.processEvents()
    grid.select_row(17, "name")
    grid.resize(700, 300)
    QApplication.processEvents()
    place = grid.view.visualRect(grid.view.currentIndex())
    assert grid.view.viewport().rect().contains(place)


def test_after_filtering_a_row_is_current_not_the_line_for_new_ones(grid: Grid[Person]) -> None:
    grid.set_new_row("Gõ tên để thêm")
    grid.select_row(6, "name")
    grid.set_filter("unit", ["Thôn 2"])
    assert grid.current_row() is not None


def test_a_block_can_be_pasted_into_an_empty_table(qtbot: QtBot) -> None:
    grid = a_grid([])
    qtbot.addWidget(grid)
    heard = Heard(grid)
    grid.keys.paste_block([["Bà Hà", "", "Tổ trưởng"], ["Ông An", "", ""]])
    assert heard.added == [[{"name": "Bà Hà", "post": "Tổ trưởng"}, {"name": "Ông An"}]]


def test_choice_and_place_outlive_a_reload(grid: Grid[Person]) -> None:
    assert grid.select_row(6, "post")
    seen: list[object] = []
    grid.current_changed.connect(seen.append)
    grid.set_rows([Person(0, "Trước"), *people(7)])
    current = grid.current_row()
    assert current is not None
    assert current.id == 6
    assert grid.view.currentIndex().column() == 3


def test_select_row_clears_filters_that_hide_it(grid: Grid[Person]) -> None:
    grid.set_filter("name", ["Đỗ Văn Dũng"])
    assert grid.select_row(1)
    assert len(ids(grid)) == 7
    assert not grid.select_row(99)


def test_frozen_columns_stay_when_scrolled(qtbot: QtBot) -> None:
    grid = a_grid(people(3))
    qtbot.addWidget(grid)
    grid.resize(420, 300)
    QApplication.processEvents()
    view = grid.view
    before = view.viewport().grab(view.visualRect(grid.model.index(0, 1)).adjusted(0, 0, -3, 0))
    view.horizontalScrollBar().setValue(120)
    QApplication.processEvents()
    rect = view.visualRect(grid.model.index(0, 1))
    assert rect.left() == 40, "after TT, whatever the scroll bar says"
    after = view.viewport().grab(rect.adjusted(0, 0, -3, 0))
    assert before.toImage() == after.toImage()
    assert view.indexAt(QPoint(60, 40)).column() == 1
    assert view.indexAt(QPoint(10, 40)).column() == 0


def test_the_current_cell_is_never_under_the_frozen_ones(qtbot: QtBot) -> None:
    grid = a_grid(people(3))
    qtbot.addWidget(grid)
    grid.resize(420, 300)
    QApplication.processEvents()
    view = grid.view
    view.go_to(grid.model.index(0, 4))
    view.go_to(grid.model.index(0, 2))
    assert view.visualRect(grid.model.index(0, 2)).left() >= view.heading.frozen_width()


def test_an_editor_of_a_frozen_cell_lies_on_its_cell(qtbot: QtBot) -> None:
    grid = a_grid(people(3))
    qtbot.addWidget(grid)
    grid.resize(420, 300)
    QApplication.processEvents()
    grid.view.horizontalScrollBar().setValue(120)
    index = grid.model.index(1, 1)
    grid.view.go_to(index)
    grid.view.edit(index)
    editor = grid.view.cell_editor(index)
    assert editor is not None
    assert editor.geometry() == grid.view.visualRect(index)


def test_the_ring_of_the_current_cell_is_drawn(grid: Grid[Person]) -> None:
    view = grid.view
    index = grid.model.index(1, 3)
    plain = view.viewport().grab(view.visualRect(index)).toImage()
    view.setFocus()
    view.go_to(index)
    ringed = view.viewport().grab(view.visualRect(index)).toImage()
    assert ringed.pixelColor(1, 1).name() == tokens.FOCUS.lower()
    assert plain.pixelColor(1, 1).name() != tokens.FOCUS.lower()


def test_columns_are_remembered(qtbot: QtBot) -> None:
    memory = Memory()
    first: Grid[Person] = Grid(COLUMNS, name="kept", memory=memory)
    qtbot.addWidget(first)
    first.view.heading.resizeSection(3, 233)
    first._layout.show("state", False)
    first.view.heading.moveSection(3, 4)
    first._layout.save()
    second: Grid[Person] = Grid(COLUMNS, name="kept", memory=memory)
    qtbot.addWidget(second)
    assert second.view.heading.sectionSize(3) == 233
    assert second.view.heading.isSectionHidden(2)
    assert second.view.heading.visualIndex(3) == 4


def test_columns_and_rows_grow_with_the_letters(qtbot: QtBot, dressed: QApplication) -> None:
    memory = Memory()

    def made() -> Grid[Person]:
        grid: Grid[Person] = Grid(COLUMNS, name="large", memory=memory)
        grid.set_rows(people(3))
        qtbot.addWidget(grid)
        return grid

    first = made()
    first.view.heading.resizeSection(3, 150)
    first._layout.save()
    usual = dressed.font()
    dressed.setFont(theme.ui_font(14, bundled=True))
    try:
        large = made()
        assert large.view.heading.sectionSize(3) == 210
        rows = large.view.verticalHeader()
        assert rows.sectionSize(0) >= large.view.fontMetrics().height() + 10
        assert rows.sectionSize(0) > first.view.verticalHeader().sectionSize(0)
        large.view.heading.resizeSection(3, 280)
        large._layout.save()
    finally:
        dressed.setFont(usual)
    assert made().view.heading.sectionSize(3) == 200, "kept as it is in the usual size"


def test_columns_do_not_cross_the_frozen_edge(grid: Grid[Person]) -> None:
    grid.view.heading.moveSection(3, 0)
    assert [grid.view.heading.logicalIndex(n) for n in range(5)] == [0, 1, 2, 3, 4]


def test_every_pixel_wide_is_used(grid: Grid[Person]) -> None:
    QApplication.processEvents()
    heading = grid.view.heading
    assert sum(heading.sectionSize(n) for n in range(5)) == grid.view.viewport().width()


def test_rows_can_be_opened(qtbot: QtBot) -> None:
    read_only = tuple(column for column in COLUMNS if column.editor is None)
    grid: Grid[Person] = Grid(read_only, name="shown")
    qtbot.addWidget(grid)
    grid.set_rows(people(3))
    grid.show()
    opened: list[Person] = []
    grid.activated.connect(opened.append)
    grid.view.setFocus()
    grid.view.go_to(grid.model.index(1, 0))
    qtbot.keyClick(grid.view, Qt.Key.Key_Return)
    assert [row.id for row in opened] == [2]


def test_an_edit_that_failed_is_taken_back(grid: Grid[Person]) -> None:
    heard = Heard(grid)
    grid.view.go_to(grid.model.index(0, 3))
    grid.keys.clear()
    assert heard.edits
    assert grid.model.index(0, 3).data() == ""
    grid.discard_pending()
    assert grid.model.index(0, 3).data() == "Chức vụ 1"


def test_ten_thousand_rows_stay_quick(qtbot: QtBot) -> None:
    """Compared with reading the same texts once: nothing grows faster than the rows do."""
    rows = people(10_000)
    started = time.perf_counter()
    for row in rows:
        for column in COLUMNS:
            column.text(row)
    unit = time.perf_counter() - started
    grid = a_grid(rows)
    qtbot.addWidget(grid)
    QApplication.processEvents()
    started = time.perf_counter()
    grid.set_rows(people(10_000))
    grid.set_filter("unit", ["Thôn 2"])
    grid.view.at_bottom()
    QApplication.processEvents()
    assert time.perf_counter() - started < max(3.0, unit * 400)
    assert grid.view.rowAt(grid.view.viewport().height() // 2) > 2000
