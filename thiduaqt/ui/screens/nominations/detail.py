"""Keeps the detail panel in step with the list, and leads to the place of a problem."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from thiduaqt.domain.errors import NotFound
from thiduaqt.services import dossiers
from thiduaqt.services.checking import Checker
from thiduaqt.services.nominations import NominationRow
from thiduaqt.ui.screens.nominations.actions import RowActions
from thiduaqt.ui.screens.nominations.desk import NominationDesk
from thiduaqt.ui.screens.nominations.panel import DossierPanel
from thiduaqt.ui.tables.grid import Grid


class Detail(QObject):
    """Shows the current nomination, or the form for those chosen. ``checker`` is set at reload."""

    def __init__(
        self,
        desk: NominationDesk,
        grid: Grid[NominationRow],
        panel: DossierPanel,
        does: RowActions,
    ) -> None:
        super().__init__(desk)
        self._desk, self._grid, self._panel, self._does = desk, grid, panel, does
        self.checker: Checker | None = None
        grid.current_changed.connect(lambda _row: self.show())
        grid.selection_changed.connect(self._on_selection)
        grid.activated.connect(lambda _row: self.to_panel())
        grid.view.key_wanted.connect(self._on_grid_key)
        panel.step_wanted.connect(self._step)
        panel.closed.connect(self._close)
        panel.left.connect(grid.view.setFocus)
        desk.go_wanted.connect(lambda row_id: grid.select_row(row_id, "name"))

    def show(self) -> None:
        """Show what is chosen now."""
        chosen = self._grid.selected_rows()
        row = self._grid.current_row()
        if self.checker is None or (row is None and len(chosen) < 2):
            self._panel.show_nothing()
            return
        if len(chosen) > 1 or row is None:
            self._panel.show_batch(chosen, dossiers.ticks_of(self.checker, chosen))
            return
        try:
            dossier = dossiers.view(self._desk.context.session, self.checker, row.id)
        except NotFound:
            self._panel.show_nothing()
            return
        shown = [one.id for one in self._grid.shown_rows()]
        place = shown.index(row.id) + 1 if row.id in shown else 1
        self._panel.show_dossier(dossier, self.checker, place, len(shown))
        self._does.override.setEnabled(row.editable)
        nomination = dossier.nomination
        self._does.flag.setEnabled(bool(nomination.person_id or nomination.unit_id))

    def _on_selection(self) -> None:
        if len(self._grid.selected_rows()) > 1 or self._panel.dossier is None:
            self.show()

    def _step(self, step: int) -> None:
        self._panel.commit()
        shown = [row.id for row in self._grid.shown_rows()]
        row = self._grid.current_row()
        if row is not None and row.id in shown:
            place = shown.index(row.id) + step
            if 0 <= place < len(shown):
                self._grid.select_row(shown[place])

    def _close(self) -> None:
        self._panel.hide()
        self._grid.view.setFocus()

    def to_panel(self) -> None:
        """Go to the panel, shown if it was not (Ctrl+E, Ctrl+Enter)."""
        self._panel.show()
        self._panel.focus_first()

    def _on_grid_key(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.to_panel()
            event.accept()

    def show_problem(self, row_id: str, field: str) -> None:
        """Go to the cell of a problem; to the panel where no column shows the field."""
        number = self._grid.model.column_number(field)
        in_cell = number >= 0 and not self._grid.view.heading.isSectionHidden(number)
        self._grid.select_row(row_id, field if in_cell else "check")
        if in_cell or not field:
            self._grid.view.setFocus()
        else:
            self._panel.show()
            self._panel.go_to_field(field)

    def next_problem(self) -> None:
        """Go to the next nomination that lacks something (F8)."""
        rows = self._grid.shown_rows()
        current = self._grid.current_row()
        start = rows.index(current) + 1 if current in rows else 0
        for row in [*rows[start:], *rows[:start]]:
            faulty = [one for one in row.findings if one.severity == "error"]
            if faulty and row.check != "override":
                self.show_problem(row.id, faulty[0].field)
                return
