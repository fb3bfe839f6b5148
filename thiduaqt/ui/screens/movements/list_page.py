"""All movements of the office, one line each; with none, how to begin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from thiduaqt.services.movements import MovementRow
from thiduaqt.ui import tokens
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.movements.columns import movement_columns
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.strips import EmptyState


class ListPage(QWidget):
    """``opened(id)`` follows Enter or a double click; ``new_wanted(kind)`` asks for a new one."""

    opened = Signal(str)
    new_wanted = Signal(str)

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.setObjectName("movements.list")
        self.grid: Grid[MovementRow] = Grid(
            movement_columns(), name="movements.grid", memory=context.memory
        )
        self.grid.view.setAccessibleName(self.tr("Các phong trào"))
        self.grid.hide_bar()
        self.open_button = button(
            self.tr("Mở phong trào"), self._open_current, name="movements.open", icon="eye"
        )
        self.grid.add_to_foot(self.open_button)
        self.empty = EmptyState(
            self.tr("Chưa có phong trào nào"),
            self.tr(
                "Bắt đầu từ mẫu có sẵn, sau đó sửa theo kế hoạch của xã; hoặc bắt đầu từ trống."
            ),
            [
                button(
                    self.tr("Tạo từ mẫu"),
                    lambda: self.new_wanted.emit("pack"),
                    kind="primary",
                    name="movements.empty.pack",
                ),
                button(
                    self.tr("Tạo phong trào trống"),
                    lambda: self.new_wanted.emit("blank"),
                    name="movements.empty.blank",
                ),
            ],
            icon="flag-3",
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.empty)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(tokens.GAP)
        page.addWidget(self._stack)
        self.grid.activated.connect(lambda row: self.opened.emit(row.id))
        self.grid.selection_changed.connect(self._show_buttons)

    def show_rows(self, rows: Sequence[MovementRow], current: str) -> None:
        """Show the movements; ``current`` is the one the work is on."""
        first = not self.grid.rows()
        self.grid.set_rows(rows)
        self._stack.setCurrentWidget(self.grid if rows else self.empty)
        if first and current:
            self.grid.select_row(current)
        self._show_buttons()

    def current(self) -> str:
        """Return the id of the movement in the current line, "" for none."""
        row = self.grid.current_row()
        return row.id if row is not None else ""

    def _show_buttons(self) -> None:
        self.open_button.setEnabled(bool(self.current()))

    def _open_current(self) -> None:
        if self.current():
            self.opened.emit(self.current())
