"""What a grid shows of its rows: quick filters, column filters, search, order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QLineEdit

from thiduaqt.domain.text import fold
from thiduaqt.ui.tables.bar import ALL, GridBar
from thiduaqt.ui.tables.columns import QuickFilter
from thiduaqt.ui.tables.filter_menu import FilterMenu
from thiduaqt.ui.tables.find import FindField
from thiduaqt.ui.tables.layout import ColumnLayout
from thiduaqt.ui.tables.row_model import RowModel
from thiduaqt.ui.tables.view import GridView


class GridFilters(QObject):
    """Keeps :class:`Shown` of the model, the bar and the find field in step."""

    def __init__(
        self, view: GridView, model: RowModel[Any], bar: GridBar, layout: ColumnLayout
    ) -> None:
        super().__init__(view)
        self._view, self._model, self._bar, self._layout = view, model, bar, layout
        self._quick: tuple[QuickFilter[Any], ...] = ()
        self._chosen = ALL
        self._find: FindField | None = None
        view.heading.sort_wanted.connect(self.cycle_sort)
        view.heading.menu_wanted.connect(self.open_menu)
        view.heading.customContextMenuRequested.connect(self._on_heading_menu)
        view.find_wanted.connect(self._begin_find)
        bar.quick_chosen.connect(self.choose_quick)
        bar.filter_removed.connect(lambda key: self.set_values(key, None))
        bar.cleared.connect(self.clear)

    def find_field(self) -> QLineEdit:
        """Return the field that searches this grid."""
        if self._find is None:
            self._find = FindField(self._view)
            self._find.searched.connect(self._search)
        return self._find

    def set_quick(self, filters: Sequence[QuickFilter[Any]]) -> None:
        """Offer joined buttons above the table."""
        self._quick = tuple(filters)
        self.show_state()
        if self._chosen not in {ALL, *(one.key for one in self._quick)}:
            self.choose_quick(ALL)

    def show_state(self) -> None:
        """Show the counts of the quick filters and the chips of the column filters."""
        tests = {one.key: one.test for one in self._quick}
        rows = self._model.rows
        self._bar.show_quick(
            self._quick, len(rows), lambda key: sum(bool(tests[key](row)) for row in rows)
        )
        self._bar.show_chips(self._model.columns, self._model.shown.values)

    def words(self) -> str:
        """Return what the rows are narrowed to, for the page that says that none is left."""
        typed = self._find.text().strip() if self._find is not None else ""
        parts = [one.text for one in self._quick if one.key == self._chosen]
        parts += self._bar.chip_words(self._model.columns, self._model.shown.values)
        if typed and parts:
            parts.append(f"“{typed}”")
        elif typed:
            return self.tr("Không thấy “{text}” trong danh sách.").format(text=typed)
        return self.tr("Đang lọc: {what}.").format(what=", ".join(parts)) if parts else ""

    def choose_quick(self, key: str) -> None:
        """Show only rows of quick filter ``key`` ("all": every row)."""
        chosen = next((one for one in self._quick if one.key == key), None)
        self._chosen = key if chosen else ALL
        self._bar.quick.choose(self._chosen)
        self._model.shown.quick = chosen.test if chosen else None
        self._rearrange()

    def set_values(self, column_key: str, values: Iterable[str] | None) -> None:
        """Show only rows whose text in the column is one of ``values``; None: all."""
        if values is None:
            self._model.shown.values.pop(column_key, None)
        else:
            self._model.shown.values[column_key] = frozenset(values)
        self._rearrange()

    def clear(self) -> None:
        """Show every row."""
        self._model.shown.values.clear()
        self._model.shown.query = ""
        if self._find is not None:
            self._find.clear_silently()
        self.choose_quick(ALL)

    def sort_by(self, column_key: str, *, descending: bool = False) -> None:
        """Sort by a column; "" gives the order of the listing."""
        self._model.shown.sort_column = column_key
        self._model.shown.descending = descending
        self._rearrange()

    def cycle_sort(self, number: int) -> None:
        """Go on from none to ascending to descending to none."""
        key = self._model.columns[number].key
        shown = self._model.shown
        if shown.sort_column != key:
            self.sort_by(key)
        elif not shown.descending:
            self.sort_by(key, descending=True)
        else:
            self.sort_by("")

    def open_menu(self, number: int) -> FilterMenu | None:
        """Open the filter of column ``number``."""
        column = self._model.columns[number]
        if not column.filterable:
            return None
        faulty = sum(self._model.has_error(row, column.key) for row in self._model.rows)
        menu = FilterMenu(
            self._model.facet(column.key),
            errors=faulty,
            chosen=self._model.shown.values.get(column.key),
            parent=self._view,
        )
        menu.applied.connect(lambda values: self.set_values(column.key, values))
        menu.sorted_by.connect(lambda down: self.sort_by(column.key, descending=down))
        heading = self._view.heading
        corner = heading.section_rect(number).bottomLeft()
        menu.open_at(heading.viewport().mapToGlobal(corner + QPoint(0, 1)))
        return menu

    def _search(self, text: str) -> None:
        self._model.shown.query = fold(text)
        self._rearrange()

    def _begin_find(self, text: str) -> None:
        if self._find is not None:
            self._find.begin(text)

    def _on_heading_menu(self, place: QPoint) -> None:
        number = self._view.heading.section_at(place.x())
        if number >= 0:
            self.open_menu(number)

    def _rearrange(self) -> None:
        place = self._layout.place()
        self._model.rearrange()
        self._layout.go_to(place)
