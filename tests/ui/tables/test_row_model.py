"""The model: Qt's own tester agrees, order and filters are right, texts can be read aloud."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from tests.ui.tables.gridcase import COLUMNS, Person, people
from thiduaqt.ui.tables.columns import ERROR_VALUE, Group
from thiduaqt.ui.tables.row_model import ROW_ROLE, NewRow, RowModel

# ux.md §4.1: the order of names, last word first.
SORTED_WORDS = ["Ăn", "Ân", "Ba", "Dũng", "Đức", "Hà", "Hạ", "Ôn", "Ơn"]


@pytest.fixture
def model() -> RowModel[Person]:
    made: RowModel[Person] = RowModel(COLUMNS)
    made.set_rows(people(7))
    return made


def names(model: RowModel[Person]) -> list[str]:
    return [entry.name for entry in model.entries if isinstance(entry, Person)]


def test_qt_finds_no_fault(model: RowModel[Person], qtmodeltester: ModelTester) -> None:
    model.new_row = NewRow("mới")
    model.group_of = lambda row: Group(title=row.unit or "Khác")
    model.rearrange()
    qtmodeltester.check(model)


def test_the_row_comes_back(model: RowModel[Person]) -> None:
    assert model.index(2, 1).data(ROW_ROLE) == people(7)[2]


def test_every_cell_can_be_read_aloud(model: RowModel[Person]) -> None:
    for row, column in itertools.product(range(model.rowCount()), range(model.columnCount())):
        spoken = model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken.startswith(COLUMNS[column].title + ": ")
    first = model.index(0, 2)
    assert first.data(Qt.ItemDataRole.AccessibleDescriptionRole).startswith("Kiểm tra của")


def test_words_are_in_vietnamese_order() -> None:
    model: RowModel[Person] = RowModel(COLUMNS)
    shuffled = sorted(SORTED_WORDS, key=lambda word: word[::-1])
    model.set_rows([Person(number, word) for number, word in enumerate(shuffled)])
    model.shown.sort_column = "name"
    model.rearrange()
    assert names(model) == SORTED_WORDS
    model.shown.descending = True
    model.rearrange()
    assert names(model) == SORTED_WORDS[::-1]


def test_filters_hold_together(model: RowModel[Person]) -> None:
    model.shown.values["unit"] = frozenset({"Thôn 1", ""})
    model.rearrange()
    assert {row.unit for row in model.entries} == {"Thôn 1", ""}  # type: ignore[union-attr]
    model.shown.quick = lambda row: row.state == "ok"
    model.rearrange()
    assert [row.id for row in model.entries] == [1, 4, 7]  # type: ignore[union-attr]
    assert model.visible_count == 3


def test_faulty_cells_can_be_asked_for(model: RowModel[Person]) -> None:
    model.shown.values["state"] = frozenset({ERROR_VALUE})
    model.rearrange()
    assert {row.state for row in model.entries} == {"error"}  # type: ignore[union-attr]


def test_a_facet_counts_under_the_other_filters(model: RowModel[Person]) -> None:
    model.shown.values["unit"] = frozenset({"Thôn 2"})
    model.shown.values["state"] = frozenset({"Đủ điều kiện"})
    counts = model.facet("state")
    rows = [row for row in people(7) if row.unit == "Thôn 2"]
    assert sum(counts.values()) == len(rows)


@pytest.mark.parametrize("typed", ["do van dung", "dung do", "đỗ", "DUNG", "dvd"])
def test_search_folds_marks_and_order(model: RowModel[Person], typed: str) -> None:
    from thiduaqt.domain.text import fold  # noqa: PLC0415

    model.shown.query = fold(typed)
    model.rearrange()
    assert set(names(model)) == {"Đỗ Văn Dũng"}


def test_groups_keep_rows_together_and_cannot_be_chosen(model: RowModel[Person]) -> None:
    model.group_of = lambda row: Group(title=row.unit or "Chưa có")
    model.shown.sort_column = "name"
    model.rearrange()
    titles = [entry.title for entry in model.entries if isinstance(entry, Group)]
    assert titles == ["Chưa có", "Thôn 2", "Thôn Bình Minh", "Thôn 1"]
    line = next(n for n, entry in enumerate(model.entries) if isinstance(entry, Group))
    assert model.flags(model.index(line, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.row_at(line) is None


def test_same_rows_do_not_reset(model: RowModel[Person]) -> None:
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    changed = [Person(row.id, row.name + "!", row.state) for row in people(7)]
    assert model.set_rows(changed) is True
    assert not resets
    assert model.index(0, 1).data() == "Nguyễn Thị Thu Hà!"
    assert model.set_rows(changed[:3]) is False
    assert resets


def test_an_invalid_index_has_nothing(model: RowModel[Person]) -> None:
    assert model.data(QModelIndex()) is None
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert model.rowCount(model.index(0, 0)) == 0
