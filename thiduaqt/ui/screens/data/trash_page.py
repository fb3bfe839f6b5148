"""The recycle bin: what was deleted can come back."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thiduaqt.domain.changes import Changes
from thiduaqt.services import recycle
from thiduaqt.services.recycle import Deleted
from thiduaqt.ui import tokens
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.data.columns import bin_columns
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.labels import text_label


class TrashPage(QWidget):
    """The list of deleted records with the button that brings the chosen ones back."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.setObjectName("data.trash")
        self.context = context
        self.back = button(
            self.tr("Khôi phục mục đã chọn"),
            self._bring_back,
            kind="primary",
            icon="arrow-back-up",
            name="data.trash.back",
        )
        self.grid: Grid[Deleted] = Grid(
            bin_columns(),
            name="data.trash.grid",
            memory=context.memory,
            row_id=lambda item: (item.table, item.id),
        )
        self._build()
        self.grid.selection_changed.connect(self._look)
        self.grid.activated.connect(lambda _row: self._bring_back())

    def _build(self) -> None:
        self.grid.set_empty(
            self.tr("Thùng rác trống"),
            self.tr("Mục đã xóa nằm ở đây và lấy lại được lúc nào cũng được."),
        )
        top = QHBoxLayout()
        top.setSpacing(tokens.GAP)
        top.addWidget(
            text_label(
                self.tr("Khôi phục một hồ sơ thì người, đơn vị của hồ sơ đó cũng trở lại."),
                "second",
            ),
            1,
        )
        top.addWidget(self.grid.make_find_field())
        top.addWidget(self.back)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, tokens.RING, tokens.RING, 0)
        page.setSpacing(tokens.GAP)
        page.addLayout(top)
        page.addWidget(self.grid, 1)

    def reload(self) -> int:
        """Show what lies in the bin; return how much."""
        found = recycle.deleted(self.context.session)
        self.grid.set_rows(found)
        self._look()
        return len(found)

    def _look(self) -> None:
        self.back.setEnabled(bool(self.grid.selected_rows()))

    def _bring_back(self) -> None:
        chosen = self.grid.selected_rows()
        if not chosen:
            return
        self.context.tasks.run(
            lambda session: recycle.bring_back(session, chosen),
            done=self._told,
            label=self.tr("Khôi phục mục đã xóa"),
            owner=self,
        )

    def _told(self, changes: Changes) -> None:
        self.context.toast(f"{changes.label}.", undo=True)
