"""The keys of a spreadsheet, put to work on the grid."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from thiduaqt.ui.i18n import translate
from thiduaqt.ui.tables import clipboard, edits
from thiduaqt.ui.tables.edits import Area, Plan
from thiduaqt.ui.widgets.editors import ChoiceBox, DateEdit

if TYPE_CHECKING:
    from thiduaqt.ui.tables.grid import Grid

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier


class GridKeys:
    """Reads the keys of one grid. Each key that changes cells makes one :class:`Plan`."""

    def __init__(self, grid: Grid[Any]) -> None:
        self._grid = grid
        self._view = grid.view
        self._model = grid.model
        key = Qt.Key
        self._actions: dict[tuple[Qt.KeyboardModifier, int], Callable[[], object]] = {
            (_CTRL, key.Key_C): self.copy,
            (_CTRL, key.Key_X): self.cut,
            (_CTRL, key.Key_V): self.paste,
            (_CTRL, key.Key_D): self.fill_down,
            (_CTRL, key.Key_R): self.fill_right,
            (_CTRL, key.Key_Semicolon): self.put_today,
            (_CTRL, key.Key_Delete): grid.delete_rows,
            (_CTRL, key.Key_Insert): grid.begin_new_row,
            (_CTRL, key.Key_Space): self.choose_columns,
            (_SHIFT, key.Key_Space): self.choose_rows,
            (_CTRL, key.Key_Up): lambda: self._jump(-1),
            (_CTRL, key.Key_Down): lambda: self._jump(1),
            (_CTRL, key.Key_Left): lambda: self._side(0),
            (_CTRL, key.Key_Right): lambda: self._side(-1),
            (_ALT, key.Key_Down): self.open_list,
            (_NONE, key.Key_F3): lambda: self.next_hit(1),
            (_SHIFT, key.Key_F3): lambda: self.next_hit(-1),
            (_NONE, key.Key_Delete): self.clear,
            (_NONE, key.Key_Return): self.enter,
            (_NONE, key.Key_Enter): self.enter,
            (_SHIFT, key.Key_Return): lambda: self.move("up"),
            (_NONE, key.Key_Tab): lambda: self.move("right"),
            (_SHIFT, key.Key_Backtab): lambda: self.move("left"),
            (_NONE, key.Key_Backtab): lambda: self.move("left"),
        }

    def on_key(self, event: QKeyEvent) -> None:
        """Act on ``event`` and accept it, or leave it alone."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        action = self._actions.get((modifiers, event.key()))
        if action is not None and action() is not False:
            event.accept()

    # -- where --------------------------------------------------------------------------------

    def area(self) -> Area:
        """Return the chosen block in the order shown; the current cell if nothing is chosen."""
        indexes = self._view.selectionModel().selectedIndexes()
        current = self._view.currentIndex()
        if not indexes and current.isValid():
            indexes = [current]
        lines = sorted({index.row() for index in indexes})
        chosen = {index.column() for index in indexes}
        return Area(tuple(lines), tuple(one for one in self._grid.columns_shown() if one in chosen))

    def move(self, where: str) -> bool:
        """Move the current cell: down, up, right, left; right and left turn at the ends."""
        current = self._view.currentIndex()
        if not current.isValid():
            return False
        line, number = current.row(), current.column()
        if where in ("down", "up"):
            line = self._next_line(line, 1 if where == "down" else -1)
        else:
            line, number = self._next_cell(line, number, 1 if where == "right" else -1)
        if (line, number) == (current.row(), current.column()):
            return where not in ("right", "left")  # at the very end Tab leaves the grid
        self._view.go_to(self._model.index(line, number))
        return True

    def _next_line(self, line: int, step: int) -> int:
        place = line + step
        while 0 <= place < len(self._model.entries):
            if self._model.flags(self._model.index(place, 0)) & Qt.ItemFlag.ItemIsEnabled:
                return place
            place += step
        return line

    def _next_cell(self, line: int, number: int, step: int) -> tuple[int, int]:
        shown = self._grid.columns_shown()
        place = shown.index(number) + step if number in shown else 0
        if 0 <= place < len(shown):
            return line, shown[place]
        turned = self._next_line(line, step)
        if turned == line:
            return line, number
        return turned, shown[0 if step > 0 else -1]

    def _jump(self, step: int) -> None:
        current = self._view.currentIndex()
        if current.isValid():
            line = edits.next_edge(self._model, current.row(), current.column(), step)
            self._view.go_to(self._model.index(line, current.column()))

    def _side(self, place: int) -> None:
        shown = self._grid.columns_shown()
        current = self._view.currentIndex()
        if current.isValid() and shown:
            self._view.go_to(self._model.index(current.row(), shown[place]))

    def next_hit(self, step: int) -> bool:
        """Go to the next or previous row that was found, round at the ends (F3, Shift+F3)."""
        lines = [n for n in range(len(self._model.entries)) if self._model.row_at(n) is not None]
        if not lines or not self._model.shown.query:
            return False
        current = self._view.currentIndex()
        place = lines.index(current.row()) + step if current.row() in lines else 0
        number = current.column() if current.isValid() else self._grid.columns_shown()[0]
        self._view.go_to(self._model.index(lines[place % len(lines)], number))
        return True

    def enter(self) -> bool:
        """Go down in a grid that can be edited; open the row in one that only shows."""
        if self._grid.editable:
            return self.move("down")
        self._grid.activate_current()
        return True

    def choose_rows(self) -> None:
        """Choose the whole of each row in the block (Shift+Space)."""
        self._extend(QItemSelectionModel.SelectionFlag.Rows)

    def choose_columns(self) -> None:
        """Choose the whole of each column in the block (Ctrl+Space)."""
        self._extend(QItemSelectionModel.SelectionFlag.Columns)

    def _extend(self, flag: QItemSelectionModel.SelectionFlag) -> None:
        chosen = QItemSelection(self._view.selectionModel().selection())
        self._view.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.Select | flag)

    # -- what ---------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the block on the clipboard as text and as a table."""
        block = edits.copy(self._model, self.area())
        if not block:
            return
        data = QMimeData()
        data.setText(clipboard.to_tsv(block))
        data.setHtml(clipboard.to_html(block))
        QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Copy the block, then empty it."""
        self.copy()
        self.clear()

    def paste(self) -> None:
        """Put the clipboard's block at the upper left corner of the chosen block."""
        data = QGuiApplication.clipboard().mimeData()
        block = clipboard.parse(data.text(), data.html() if data.hasHtml() else "")
        self.paste_block(block)

    def paste_block(self, block: clipboard.Block) -> Plan:
        """Put ``block`` at the upper left corner of the chosen block."""
        area = self.area()
        if not area.lines:
            columns = self._grid.columns_shown()
            first = self._model.first_editable()
            area = Area((len(self._model.entries),), (first if first >= 0 else columns[0],))
            if self._model.new_row is None:
                return Plan()
        plan = edits.paste(self._model, area, self._grid.columns_shown(), block)
        self._grid.carry_out(plan, pasted=len(block))
        return plan

    def report(self, plan: Plan, pasted: int) -> str:
        """Say how a paste was spread, and what was left out."""
        parts: list[str] = []
        if plan.added and pasted:
            old = pasted - len(plan.added) - plan.beyond
            words = translate(
                "Grid", "Dán {all} dòng: {old} dòng vào hàng có sẵn, thêm {new} dòng mới."
            )
            parts.append(words.format(all=pasted, old=old, new=len(plan.added)))
        if plan.beyond:
            words = translate("Grid", "{count} dòng cuối không còn chỗ nên chưa dán.")
            parts.append(words.format(count=plan.beyond))
        if plan.locked:
            words = translate("Grid", "{count} ô chỉ để xem nên không đổi.")
            parts.append(words.format(count=plan.locked))
        return " ".join(parts)

    def clear(self) -> None:
        """Empty the cells of the block; rows are never deleted by Delete."""
        self._grid.carry_out(edits.clear(self._model, self.area()))

    def fill_down(self) -> None:
        """Repeat the block's first line downwards."""
        self._grid.carry_out(edits.fill_down(self._model, self.area()))

    def fill_right(self) -> None:
        """Repeat the block's first column to the right."""
        plan = edits.fill_right(self._model, self.area(), self._grid.columns_shown())
        self._grid.carry_out(plan)

    def fill_with(self, area: Area, text: str) -> None:
        """Put ``text`` into every cell of ``area`` (Ctrl+Enter in an editor)."""
        self._grid.carry_out(edits.fill_with(self._model, area, text))

    def put_today(self) -> None:
        """Put today's date into the block."""
        self.fill_with(self.area(), self._grid.today())

    def open_list(self) -> bool:
        """Open the list or calendar of the current cell."""
        index = self._view.currentIndex()
        if not index.isValid() or not self._model.may_edit(index.row(), index.column()):
            return False
        self._view.edit(index)
        editor = self._view.cell_editor(index)
        if isinstance(editor, ChoiceBox):
            editor.showPopup()
        elif isinstance(editor, DateEdit):
            editor.open_calendar()
        return True
