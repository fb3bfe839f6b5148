"""Widths, order and visibility of the columns, and the place of the current cell."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QHeaderView, QWidget

from thiduaqt.ui import theme
from thiduaqt.ui.memory import Memory
from thiduaqt.ui.tables.row_model import NewRow, RowModel
from thiduaqt.ui.tables.view import GridView


@dataclass(frozen=True, slots=True)
class Place:
    """Where the current cell is, in terms that outlive a reload."""

    row_id: Hashable
    line: int
    column: int
    scroll: int
    on_new: bool


class ColumnLayout(QObject):
    """Keeps the columns of one grid as the user left them.

    The widths are kept as they are at the usual *Cỡ chữ* and grow with a larger one.
    """

    def __init__(self, view: GridView, model: RowModel[Any], memory: Memory, name: str) -> None:
        super().__init__(view)
        self._view, self._model, self._memory = view, model, memory
        self._key = f"columns/{name}"
        self._heading = view.heading
        self._restoring = False
        self._saver = QTimer(self)
        self._saver.setSingleShot(True)
        self._saver.setInterval(400)
        self._saver.timeout.connect(self.save)
        self._stretching = False
        self._given: dict[str, int] = {column.key: column.width for column in model.columns}
        self._heading.sectionResized.connect(self._on_resized)
        self._heading.sectionMoved.connect(self._on_moved)
        self._heading.sectionHandleDoubleClicked.connect(view.resizeColumnToContents)
        view.viewport().installEventFilter(self)

    def restore(self) -> None:
        """Apply what was kept, else the widths of the columns; freeze the first ones."""
        self._restoring = True
        kept = self._memory.get(self._key) or {}
        widths = kept.get("widths", {})
        hidden = set(kept.get("hidden", [c.key for c in self._model.columns if c.hidden]))
        self._heading.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for number, column in enumerate(self._model.columns):
            width = widths.get(column.key, column.width)
            self._given[column.key] = int(width)
            self._heading.resizeSection(number, theme.em(int(width)))
            self._heading.setSectionHidden(number, column.key in hidden and not column.frozen)
        for place, key in enumerate(kept.get("order", [])):
            number = self._model.column_number(key)
            if number >= 0:
                self._heading.moveSection(self._heading.visualIndex(number), place)
        self._view.set_frozen(self._leading_frozen())
        self._restoring = False
        self.stretch()

    def _leading_frozen(self) -> int:
        count = 0
        while count < len(self._model.columns) and self._model.columns[count].frozen:
            count += 1
        return count

    def save(self) -> None:
        """Keep widths, order and hidden columns."""
        heading = self._heading
        columns = self._model.columns
        hidden = [c.key for n, c in enumerate(columns) if heading.isSectionHidden(n)]
        order = [columns[heading.logicalIndex(place)].key for place in range(heading.count())]
        self._memory.put(self._key, {"widths": self._given, "hidden": hidden, "order": order})

    def is_hidden(self, key: str) -> bool:
        """Tell whether column ``key`` is hidden."""
        return self._heading.isSectionHidden(self._model.column_number(key))

    def show(self, key: str, on: bool) -> None:
        """Show or hide column ``key``."""
        self._heading.setSectionHidden(self._model.column_number(key), not on)
        self.stretch()
        self._saver.start()

    def stretch(self) -> None:
        """Give the room that is left to the stretching columns."""
        heading = self._heading
        wide = [
            number
            for number, column in enumerate(self._model.columns)
            if column.stretch and not heading.isSectionHidden(number)
        ]
        if not wide:
            return
        rest = sum(
            heading.sectionSize(number) for number in range(heading.count()) if number not in wide
        )
        share = (self._view.viewport().width() - rest) // len(wide)
        self._stretching = True
        for number in wide:
            least = theme.em(self._given[self._model.columns[number].key])
            heading.resizeSection(number, max(least, share))
        self._stretching = False

    def _on_resized(self, number: int, _old: int, new: int) -> None:
        if not self._stretching and not self._restoring and new > 0:
            self._given[self._model.columns[number].key] = round(new / theme.em(100) * 100)
            self._saver.start()
        self._view.viewport().update()

    def _on_moved(self, _logical: int, old: int, new: int) -> None:
        frozen = self._view.frozen
        if self._restoring:
            return
        if (old < frozen) != (new < frozen):
            # Columns do not cross the frozen edge: put it back where it came from.
            self._restoring = True
            self._heading.moveSection(new, old)
            self._restoring = False
            return
        self._saver.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self.stretch)
            viewport = self._view.viewport()
            for child in viewport.children():
                if isinstance(child, QWidget) and child.objectName() == "empty":
                    self.lay_over(child)
        return super().eventFilter(watched, event)

    def lay_over(self, *pages: QWidget | None) -> None:
        """Put visible pages into the middle of the table."""
        room = self._view.viewport().rect()
        for page in pages:
            if page is None:
                continue
            width = min(room.width() - 24, 800)
            height = min(room.height() - 24, 388)
            page.setGeometry(
                (room.width() - width) // 2,
                max(4, (room.height() - height) * 2 // 5),
                width,
                max(height, 0),
            )
            if not page.isHidden():
                page.raise_()

    def _row_near(self, line: int) -> int:
        """Return the line of the next row, else of the one before, else the last line."""
        last = len(self._model.entries) - 1
        after = range(min(line, last), last + 1)
        rows = (one for one in (*after, *reversed(range(min(line, last)))))
        return next((one for one in rows if self._model.row_at(one) is not None), last)

    def place(self) -> Place | None:
        """Return where the current cell is."""
        current = self._view.currentIndex()
        if not current.isValid():
            return None
        row = self._model.row_at(current.row())
        row_id = self._model.row_id(row) if row is not None else None
        scroll = self._view.verticalScrollBar().value()
        on_new = isinstance(self._model.entry(current.row()), NewRow)
        return Place(row_id, current.row(), current.column(), scroll, on_new)

    def go_to(self, place: Place | None) -> None:
        """Go back to ``place`` after the lines were laid anew; the next row if it has gone."""
        if place is None or not self._model.entries:
            return
        line = self._model.line_of(place.row_id) if place.row_id is not None else -1
        if place.on_new and self._model.new_row is not None:
            line = len(self._model.entries) - 1
        if line < 0:
            line = self._row_near(place.line)
        self._view.go_to(self._model.index(line, place.column))
        self._view.verticalScrollBar().setValue(place.scroll)
        self._view.scrollTo(self._view.currentIndex())
