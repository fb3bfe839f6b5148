"""The grid: table, filters, empty state and foot in one widget."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from typing import Generic

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.domain.wording import short_date
from thiduaqt.ui import tokens
from thiduaqt.ui.memory import Memory
from thiduaqt.ui.tables import edits
from thiduaqt.ui.tables.bar import GridBar
from thiduaqt.ui.tables.columns import CellEdit, Column, Group, QuickFilter, Row, default_row_id
from thiduaqt.ui.tables.foot import GridFoot
from thiduaqt.ui.tables.grid_filters import GridFilters
from thiduaqt.ui.tables.keys import GridKeys
from thiduaqt.ui.tables.layout import ColumnLayout
from thiduaqt.ui.tables.row_model import NewRow, RowModel
from thiduaqt.ui.tables.view import GridView
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.strips import EmptyState


class Grid(QWidget, Generic[Row]):
    """A list with the habits of a spreadsheet; see ``ui/README.md`` for how to use it."""

    edited = Signal(list)
    rows_added = Signal(list)
    rows_deleted = Signal(list)
    pasted = Signal(list, list)
    current_changed = Signal(object)
    selection_changed = Signal()
    activated = Signal(object)
    told = Signal(str)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        *,
        name: str,
        memory: Memory | None = None,
        row_id: Callable[[Row], Hashable] = default_row_id,
        row_height: int = tokens.ROW,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.model: RowModel[Row] = RowModel(columns, self)
        self.model.row_id = row_id
        self.model.on_cell_edited = self._on_cell_edited
        self.view = GridView(self.model, self)
        self.view.setObjectName(f"{name}.table")
        self.view.setAccessibleName(self.tr("Danh sách"))
        self.view.set_row_height(row_height)
        self.bar = GridBar()
        self.keys = GridKeys(self)
        self.today: Callable[[], str] = lambda: short_date(date.today())  # noqa: DTZ011 - the officer's calendar day
        self._layout = ColumnLayout(self.view, self.model, memory or Memory(), name)
        self.filters = GridFilters(self.view, self.model, self.bar, self._layout)
        self._waiting: tuple[Row, ...] | None = None
        self._follow = False
        self._actions: list[QAction] = []
        self._build(name)
        self._connect()
        self._layout.restore()
        self.bar.show_columns(self.model.columns, self._layout.is_hidden)

    def _build(self, name: str) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(tokens.GAP)
        page.addWidget(self.bar)
        self._area = QWidget()
        stack = QVBoxLayout(self._area)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.view)
        page.addWidget(self._area, 1)
        self._empty: QWidget | None = None
        self._nothing = EmptyState(
            self.tr("Không có dòng nào khớp bộ lọc"),
            "",
            [button(self.tr("Xóa lọc"), self.clear_filters)],
            icon="filter",
            parent=self.view.viewport(),
        )
        self._nothing.hide()
        self._foot = GridFoot(name)
        page.addWidget(self._foot)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.view.key_wanted.connect(self.keys.on_key)
        self.model.modelReset.connect(self._show_state)
        self.view.cells.finished.connect(self._on_editor_finished)
        self.view.editing_ended.connect(self._after_editing)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._on_row_menu)
        self.view.doubleClicked.connect(self._on_double_click)
        chosen = self.view.selectionModel()
        chosen.currentChanged.connect(self._on_current)
        chosen.selectionChanged.connect(self._on_selection)
        self.bar.column_toggled.connect(self._layout.show)

    # -- rows ---------------------------------------------------------------------------------

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show ``rows``. Choice, place and an open editor are kept."""
        fresh = tuple(rows)
        before = {self.model.row_id(row) for row in self.model.rows}
        kept = {self.model.row_id(row) for row in fresh} == before
        if self.view.is_editing() and not kept:
            self._waiting = fresh  # shown as soon as the editor closes
            return
        self._waiting = None
        place = self._layout.place()
        if not self.model.set_rows(fresh):
            self._layout.go_to(place)
        self._follow_new(before)
        self._show_state()

    def rows(self) -> tuple[Row, ...]:
        """Return all rows, shown or not."""
        return self.model.rows

    def shown_rows(self) -> list[Row]:
        """Return the rows that pass the filters, in the order shown."""
        lines = range(len(self.model.entries))
        return [row for line in lines if (row := self.model.row_at(line)) is not None]

    def selected_rows(self) -> list[Row]:
        """Return the rows touched by the choice, in the order shown."""
        rows = (self.model.row_at(line) for line in self.keys.area().lines)
        return [row for row in rows if row is not None]

    def current_row(self) -> Row | None:
        """Return the row of the current cell."""
        return self.model.row_at(self.view.currentIndex().row())

    def select_row(self, row_id: Hashable, column_key: str = "") -> bool:
        """Go to a row (and cell); filters that hide it are cleared. False if there is none."""
        if self.model.line_of(row_id) < 0:
            self.clear_filters()
        line = self.model.line_of(row_id)
        if line < 0:
            return False
        number = max(0, self.model.column_number(column_key))
        if not column_key and self.view.currentIndex().isValid():
            number = self.view.currentIndex().column()
        self.view.go_to(self.model.index(line, number))
        return True

    def discard_pending(self) -> None:
        """Show the stored texts again, after an edit could not be stored."""
        self.model.discard_pending()

    @property
    def editable(self) -> bool:
        """Tell whether any column has an editor."""
        return self.model.first_editable() >= 0

    def columns_shown(self) -> list[int]:
        """Return the numbers of the visible columns from left to right."""
        heading = self.view.heading
        order = [heading.logicalIndex(place) for place in range(heading.count())]
        return [number for number in order if not heading.isSectionHidden(number)]

    # -- look ---------------------------------------------------------------------------------

    def set_groups(self, group_of: Callable[[Row], Group | None] | None) -> None:
        """Put rows under group lines."""
        self.model.group_of = group_of
        self.model.rearrange()

    def set_new_row(self, prompt: str | None) -> None:
        """Offer a last line on which a new row is begun; None takes it away."""
        self.model.new_row = NewRow(prompt) if prompt else None
        self.model.rearrange()

    def set_empty(self, title: str, sentence: str, buttons: Sequence[QPushButton] = ()) -> None:
        """Say what stands here while there are no rows at all."""
        self.set_empty_page(EmptyState(title, sentence, buttons))

    def set_empty_page(self, page: QWidget) -> None:
        """Show ``page`` over the empty table (column headings stay)."""
        page.setParent(self.view.viewport())
        self._empty = page
        self.model.hide_new_row = True
        self.model.rearrange()

    def set_footer(self, text: str) -> None:
        """Show ``text`` (plain or simple HTML) behind the counts."""
        self._foot.text.setText(text)

    def add_to_foot(self, *parts: QWidget) -> None:
        """Add buttons or meters at the right of the foot."""
        for part in parts:
            self._foot.row.addWidget(part)

    def add_to_bar(self, *parts: QWidget) -> None:
        """Add buttons at the right of the bar, before *Cột*."""
        for part in parts:
            self.bar.row.insertWidget(self.bar.row.count() - 1, part)

    def add_row_actions(self, actions: Iterable[QAction]) -> None:
        """Add ``actions`` to the context menu of rows."""
        self._actions.extend(actions)

    def take_bar(self) -> QWidget:
        """Return the strip above the table, to be laid over the whole width of the screen."""
        self.bar.setParent(None)
        return self.bar

    def take_foot(self) -> QWidget:
        """Return the counts below the table, to be laid elsewhere."""
        self._foot.setParent(None)
        return self._foot

    def hide_bar(self) -> None:
        """Do without the strip above the table."""
        self.bar.hide()

    def hide_foot(self) -> None:
        """Do without the counts below the table."""
        self._foot.hide()

    # -- filters ------------------------------------------------------------------------------

    def make_find_field(self) -> QLineEdit:
        """Return the field that searches this grid, to be put into the screen's header."""
        return self.filters.find_field()

    def set_quick_filters(self, filters: Sequence[QuickFilter[Row]]) -> None:
        """Offer joined buttons above the table."""
        self.filters.set_quick(filters)

    def choose_quick(self, key: str) -> None:
        """Show only rows of quick filter ``key`` ("all": every row)."""
        self.filters.choose_quick(key)

    def set_filter(self, column_key: str, values: Iterable[str] | None) -> None:
        """Show only rows whose text in the column is one of ``values``; None: all."""
        self.filters.set_values(column_key, values)

    def clear_filters(self) -> None:
        """Show every row."""
        self.filters.clear()

    def sort_by(self, column_key: str, *, descending: bool = False) -> None:
        """Sort by a column; "" gives the order of the listing."""
        self.filters.sort_by(column_key, descending=descending)

    # -- edits --------------------------------------------------------------------------------

    def begin_new_row(self) -> None:
        """Go to the line for a new row and open its first field (Ctrl+N, Ctrl+Insert)."""
        first = self.model.first_editable()
        if self.model.new_row is None or first < 0:
            return
        self.view.setFocus()
        if self.model.rows and not self.model.visible_count:
            self.clear_filters()
        if not self.model.rows and self.model.hide_new_row:
            self.model.hide_new_row = False
            self.model.rearrange()
        if self._empty is not None:
            self._empty.hide()
        index = self.model.index(len(self.model.entries) - 1, first)
        self.view.go_to(index)
        self.view.edit(index)

    def delete_rows(self) -> None:
        """Ask the screen to delete the chosen rows (Ctrl+Delete)."""
        rows = self.selected_rows()
        if rows:
            self.rows_deleted.emit(rows)

    def carry_out(self, plan: edits.Plan, *, pasted: int = 0) -> None:
        """Send what ``plan`` changes as one signal, and say what was left out."""
        for edit in plan.edits:
            self.model.put_pending(edit.row, edit.column_key, edit.new)
        self.model.refresh()
        if plan.edits and plan.added:
            self.pasted.emit(plan.edits, plan.added)
        elif plan.edits:
            self.edited.emit(plan.edits)
        elif plan.added:
            self.rows_added.emit(plan.added)
        words = self.keys.report(plan, pasted)
        if words:
            self.told.emit(words)

    def _on_cell_edited(self, index: QModelIndex, text: str) -> None:
        key = self.model.columns[index.column()].key
        row = self.model.row_at(index.row())
        if row is None:
            if text.strip():
                self.rows_added.emit([{key: text}])
            return
        old = self.model.edit_text_at(index.row(), index.column())
        if old != text:
            self.model.put_pending(row, key, text)
            self.edited.emit([CellEdit(row=row, column_key=key, old=old, new=text)])

    def _on_editor_finished(self, move: str) -> None:
        on_new = edits.is_new_line(self.model, self.view.currentIndex().row())
        self._follow = on_new and move in ("right", "left")
        area = self.keys.area()
        if move == "fill" and len(area.lines) * len(area.columns) > 1:
            index = self.view.currentIndex()
            text = self.model.edit_text_at(index.row(), index.column())
            self.keys.fill_with(area, text)
        elif move != "fill":
            self.keys.move(move)

    def _after_editing(self) -> None:
        QTimer.singleShot(0, self, self._apply_waiting)

    def _apply_waiting(self) -> None:
        if self._waiting is not None and not self.view.is_editing():
            self.set_rows(self._waiting)
        if self._empty is not None and not self.view.is_editing():
            self.model.hide_new_row = True
            if not self.model.rows:
                self.model.rearrange()
        self._show_state()

    def _follow_new(self, before: set[Hashable]) -> None:
        """After a row was begun on the last line, go on typing in the row it became."""
        if not self._follow:
            return
        fresh = [row for row in self.model.rows if self.model.row_id(row) not in before]
        if len(fresh) != 1:
            return
        self._follow = False
        current = self.view.currentIndex()
        line = self.model.line_of(self.model.row_id(fresh[0]))
        if line >= 0 and current.isValid():
            self.view.go_to(self.model.index(line, current.column()))
        self.view.at_bottom()

    # -- state --------------------------------------------------------------------------------

    def activate_current(self) -> None:
        """Tell the screen that the current row is wanted (Enter, double click)."""
        row = self.current_row()
        if row is not None:
            self.activated.emit(row)

    def _on_double_click(self, index: QModelIndex) -> None:
        if not self.model.may_edit(index.row(), index.column()):
            self.activate_current()

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.row() != previous.row() or not previous.isValid():
            self.current_changed.emit(self.current_row())

    def _on_selection(self) -> None:
        self._show_counts()
        self.selection_changed.emit()

    def _show_counts(self) -> None:
        chosen = len(self.selected_rows())
        self._foot.show_counts(self.model.visible_count, len(self.model.rows), chosen)

    def _show_state(self) -> None:
        self._show_counts()
        rows = self.model.rows
        self.filters.show_state()
        none_left = bool(rows) and not self.model.visible_count
        self._nothing.set_texts(self._nothing.heading(), self.filters.words() if none_left else "")
        self._nothing.setVisible(none_left)
        bare = not self.model.entries
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.view.setHorizontalScrollBarPolicy(off if bare else needed)
        if self._empty is not None:
            self._empty.setVisible(not rows and not self.view.is_editing())
        self._layout.lay_over(self._nothing, self._empty)
        if bare:
            self.current_changed.emit(None)  # the reset took the current cell away silently

    # -- menus --------------------------------------------------------------------------------

    def _on_row_menu(self, place: QPoint) -> None:
        if not self._actions:
            return
        menu = QMenu(self)
        menu.addActions(self._actions)
        menu.popup(self.view.viewport().mapToGlobal(place))
