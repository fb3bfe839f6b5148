"""The grid's model: frozen rows shown through columns, sorted and filtered by :class:`Shown`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from thiduaqt.domain.text import fold, matches
from thiduaqt.ui.tables.columns import ERROR_VALUE, Column, Group, Row, Shown, default_row_id

ROW_ROLE = Qt.ItemDataRole.UserRole
STATE_ROLE = Qt.ItemDataRole.UserRole + 1
MARK_ROLE = Qt.ItemDataRole.UserRole + 2
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 3

Index = QModelIndex | QPersistentModelIndex
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


class NewRow:
    """The last line, on which a new row is begun."""

    def __init__(self, prompt: str) -> None:
        self.prompt = prompt


class RowModel(QAbstractTableModel, Generic[Row]):
    """Shows rows; never stores an edit.

    A line of the model is an *entry*: a row, a :class:`Group` or the :class:`NewRow` line. An
    edited cell shows its new text (``pending``) until the rows are set again or taken back.
    """

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[Column[Row], ...] = tuple(columns)
        self.row_id: Callable[[Row], Hashable] = default_row_id
        self.group_of: Callable[[Row], Group | None] | None = None
        self.new_row: NewRow | None = None
        self.hide_new_row = False
        """Leave out the line for a new row while there are no rows (a page covers the table)."""
        self.shown: Shown[Row] = Shown()
        self.rows: tuple[Row, ...] = ()
        self.entries: list[Row | Group | NewRow] = []
        self.visible_count = 0
        self._pending: dict[tuple[Hashable, str], str] = {}
        self._search_keys: dict[int, str] = {}
        self.on_cell_edited: Callable[[QModelIndex, str], None] | None = None

    # -- rows ---------------------------------------------------------------------------------

    def set_rows(self, rows: Iterable[Row]) -> bool:
        """Show ``rows``. Returns True if the lines stayed in place (no reset was needed)."""
        old = [self._entry_id(entry) for entry in self.entries]
        self.rows = tuple(rows)
        self._pending.clear()
        self._search_keys.clear()
        entries = self._arranged()
        if [self._entry_id(entry) for entry in entries] == old:
            self.entries = entries
            self.refresh()
            return True
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()
        return False

    def rearrange(self) -> None:
        """Apply :attr:`shown` anew."""
        self.beginResetModel()
        self.entries = self._arranged()
        self.endResetModel()

    def refresh(self) -> None:
        """Let every visible cell be drawn anew."""
        if self.entries and self.columns:
            last = self.index(len(self.entries) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def discard_pending(self) -> None:
        """Show the stored texts again, after an edit could not be stored."""
        self._pending.clear()
        self.refresh()

    def _entry_id(self, entry: Row | Group | NewRow) -> Hashable:
        if isinstance(entry, Group | NewRow):
            return entry if isinstance(entry, Group) else "new"
        return self.row_id(entry)

    def _arranged(self) -> list[Row | Group | NewRow]:
        rows = [row for row in self.rows if self.passes(row)]
        self.visible_count = len(rows)
        column = self.column(self.shown.sort_column)
        if column is not None:
            rows.sort(key=column.key_of, reverse=self.shown.descending)
        entries: list[Row | Group | NewRow] = self._grouped(rows) if self.group_of else list(rows)
        if self.new_row is not None and (rows or not (self.rows or self.hide_new_row)):
            entries.append(self.new_row)
        return entries

    def _grouped(self, rows: Sequence[Row]) -> list[Row | Group | NewRow]:
        parts: dict[Group | None, list[Row]] = {}
        assert self.group_of is not None
        for row in self.rows:  # groups keep the order of the listing, however rows are sorted
            parts.setdefault(self.group_of(row), [])
        for row in rows:
            parts[self.group_of(row)].append(row)
        entries: list[Row | Group | NewRow] = []
        for group, members in parts.items():
            if group is not None and members:
                entries.append(group)
            entries.extend(members)
        return entries

    # -- filters ------------------------------------------------------------------------------

    def passes(self, row: Row, *, but: str = "") -> bool:
        """Tell whether ``row`` is shown, leaving the filter of column ``but`` aside."""
        shown = self.shown
        if shown.quick is not None and not shown.quick(row):
            return False
        for key, values in shown.values.items():
            if key == but or self.value_of(row, key) in values:
                continue
            if not (ERROR_VALUE in values and self.has_error(row, key)):
                return False
        return not shown.query or matches(shown.query, self.search_key(row))

    def value_of(self, row: Row, key: str) -> str:
        """Return what the filter of column ``key`` sees of ``row``."""
        column = self.column(key)
        return column.text(row) if column is not None else ""

    def has_error(self, row: Row, key: str) -> bool:
        """Tell whether the cell of ``row`` in column ``key`` is marked as faulty."""
        column = self.column(key)
        return column is not None and column.mark is not None and column.mark(row) == "error"

    def search_key(self, row: Row) -> str:
        """Return the folded text of all columns of ``row``."""
        number = id(row)
        found = self._search_keys.get(number)
        if found is None:
            found = fold(" ".join(column.text(row) for column in self.columns))
            self._search_keys[number] = found
        return found

    def facet(self, key: str) -> Counter[str]:
        """Count the values of column ``key`` among rows that pass the other filters."""
        return Counter(self.value_of(row, key) for row in self.rows if self.passes(row, but=key))

    def column(self, key: str) -> Column[Row] | None:
        """Return the column called ``key``."""
        return next((column for column in self.columns if column.key == key), None)

    def column_number(self, key: str) -> int:
        """Return the place of column ``key``, -1 where there is none."""
        keys = [column.key for column in self.columns]
        return keys.index(key) if key in keys else -1

    # -- entries ------------------------------------------------------------------------------

    def entry(self, line: int) -> Row | Group | NewRow | None:
        """Return what stands on ``line``."""
        return self.entries[line] if 0 <= line < len(self.entries) else None

    def row_at(self, line: int) -> Row | None:
        """Return the row on ``line``, None for groups and the new line."""
        entry = self.entry(line)
        return None if isinstance(entry, Group | NewRow) else entry

    def line_of(self, row_id: Hashable) -> int:
        """Return the line of the row with ``row_id``, -1 if it is not shown."""
        for line, entry in enumerate(self.entries):
            if not isinstance(entry, Group | NewRow) and self.row_id(entry) == row_id:
                return line
        return -1

    def text_at(self, line: int, number: int) -> str:
        """Return the text of a cell as shown."""
        row = self.row_at(line)
        if row is None:
            return ""
        column = self.columns[number]
        pending = self._pending.get((self.row_id(row), column.key))
        return column.text(row) if pending is None else pending

    def edit_text_at(self, line: int, number: int) -> str:
        """Return the text the editor starts with."""
        row = self.row_at(line)
        column = self.columns[number]
        if row is None:
            return ""
        pending = self._pending.get((self.row_id(row), column.key))
        if pending is not None:
            return pending
        return column.edit_text(row) if column.edit_text else column.text(row)

    def put_pending(self, row: Row, key: str, text: str) -> None:
        """Show ``text`` until the rows come again."""
        self._pending[self.row_id(row), key] = text

    def may_edit(self, line: int, number: int) -> bool:
        """Tell whether the cell can be edited."""
        entry = self.entry(line)
        if entry is None or isinstance(entry, Group):
            return False
        return self.columns[number].may_edit(None if isinstance(entry, NewRow) else entry)

    # -- Qt -----------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - as Qt has it
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                return self.columns[section].title
        elif role == Qt.ItemDataRole.DisplayRole:
            return section + 1
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.entry(index.row()), Group):
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.may_edit(index.row(), index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        column = self.columns[index.column()]
        if role == ENTRY_ROLE:
            return entry
        if isinstance(entry, Group):
            words = f"{entry.title} {entry.detail}".strip()
            return words if role in _TEXT_ROLES and index.column() == 0 else None
        if isinstance(entry, NewRow):
            prompt = index.column() == self.first_editable()
            return entry.prompt if role in _TEXT_ROLES and prompt else None
        return self._cell(entry, column, index, role)

    def _cell(self, row: Row, column: Column[Row], index: Index, role: int) -> Any:  # noqa: ANN401
        line, number = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text_at(line, number)
        if role == Qt.ItemDataRole.EditRole:
            return self.edit_text_at(line, number)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {self.text_at(line, number) or '—'}"
        if role == ROW_ROLE:
            return row
        return _look(row, column, role)

    def first_editable(self) -> int:
        """Return the first column in which a new row can be begun, -1 where there is none."""
        editable = (number for number, column in enumerate(self.columns) if column.editor)
        return next(editable, -1)

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401 - as Qt has it
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self.may_edit(index.row(), index.column()):
            return False
        if self.on_cell_edited is not None:
            self.on_cell_edited(self.index(index.row(), index.column()), str(value))
        return True


_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def _look(row: Row, column: Column[Row], role: int) -> Any:  # noqa: ANN401 - as Qt has it
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return _ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter
    if role == STATE_ROLE:
        return column.state(row) if column.state else ""
    if role == MARK_ROLE:
        return column.mark(row) if column.mark else None
    if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
        return column.tooltip(row) if column.tooltip else None
    return None
