"""What the tab *Chỉ tiêu* writes: rules of the plan and figures, each signal one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from typing import Any

from PySide6.QtCore import QObject

from thiduaqt.domain import target_edits
from thiduaqt.domain.plan import MovementPlan
from thiduaqt.domain.target_cells import family
from thiduaqt.services import target_entries, targets
from thiduaqt.services.target_entries import Correction
from thiduaqt.services.targets import Entry, Overview, TargetRow
from thiduaqt.ui import dialogs
from thiduaqt.ui.screens.movements.tab import Tab
from thiduaqt.ui.screens.movements.targets.columns import FIGURE
from thiduaqt.ui.screens.movements.targets.figures_editor import FiguresEditor
from thiduaqt.ui.screens.movements.targets.span import SpanBar
from thiduaqt.ui.screens.movements.targets.typed import (
    read_share,
    rules_typed,
    share_words,
    target_added,
)
from thiduaqt.ui.tables.columns import CellEdit
from thiduaqt.ui.tables.grid import Grid


class TargetWriting(QObject):
    """Writes for a tab; ``copying`` are the targets that were there before one was copied."""

    def __init__(
        self, tab: Tab, grid: Grid[TargetRow], figures: FiguresEditor, span: SpanBar
    ) -> None:
        super().__init__(tab)
        self._tab = tab
        self.grid = grid
        self.figures = figures
        self.span = span
        self.copying: frozenset[str] = frozenset()

    # -- writing: targets ---------------------------------------------------------------------

    def _used(self) -> frozenset[str]:
        movement = self._tab.movement
        if movement is None:
            return frozenset()
        return target_entries.codes_used(self._tab.context.session, movement.id)

    def type_cells(self, edits: Sequence[CellEdit], rows: Sequence[Mapping[str, str]]) -> None:
        """Store what was typed into cells, and new rows."""
        figures = [edit for edit in edits if edit.column_key == FIGURE]
        rules = [edit for edit in edits if edit.column_key != FIGURE]
        if rules or rows:
            self._type_rules(rules, rows)
        if figures:
            self._type_figures(figures)

    def _type_rules(self, edits: Sequence[CellEdit], rows: Sequence[Mapping[str, str]]) -> None:
        year, used = self.span.year, self._used()
        wanted = [(edit.row.id, edit.column_key, edit.new) for edit in edits]

        def change(rules: MovementPlan) -> MovementPlan:
            for code, key, text in wanted:
                target = rules.target(code)
                if target is not None:
                    values = rules_typed(target, key, text, year)
                    rules = target_edits.change_target(rules, code, **values)
            for row in rows:
                rules = target_added(rules, row, year, used)
            return rules

        if rows and not edits:
            label = self.tr("Thêm chỉ tiêu")
            label = f"{label} ({len(rows)})" if len(rows) > 1 else label
        else:
            label = self.tr("Sửa chỉ tiêu")
        self._tab.commit(label, change, back=self.grid.discard_pending)

    def change(self, code: str, values: Mapping[str, Any], back: Callable[[], object]) -> None:
        """Change fields of one target; ``back`` shows the old ones again."""

        def change(rules: MovementPlan) -> MovementPlan:
            if "parent" in values:
                return target_edits.set_parent(rules, code, values["parent"])
            return target_edits.change_target(rules, code, **values)

        self._tab.commit(self.tr("Sửa chỉ tiêu"), change, back=back)

    def reorder(self, step: int) -> None:
        """Move the current target among those beside it."""
        row = self.grid.current_row()
        if row is not None:
            self._tab.commit(
                self.tr("Đổi thứ tự chỉ tiêu"),
                lambda rules: target_edits.move_target(rules, row.id, step),
            )

    def copy(self) -> None:
        """Put a second target like the current one behind it."""
        row, used = self.grid.current_row(), self._used()
        if row is not None:
            self.copying = frozenset(one.id for one in self.grid.rows())
            self._tab.commit(
                self.tr("Nhân bản chỉ tiêu"),
                lambda rules: target_edits.copy_target(rules, row.id, used=used)[0],
            )

    def remove(self, rows: Sequence[TargetRow]) -> None:
        """Take targets away with what stands below them."""
        if not rows:
            return
        codes = [row.id for row in rows]
        held = [row.target for row in self.grid.rows()]
        count = len(frozenset().union(*(family(held, code) for code in codes)))
        said = self.tr("Đã bỏ {count} chỉ tiêu.").format(count=count)
        self._tab.commit(
            self.tr("Bỏ chỉ tiêu"),
            lambda rules: reduce(target_edits.remove_target, codes, rules),
            done=lambda _changes: self._tab.context.toast(said, undo=True),
        )

    # -- writing: figures ---------------------------------------------------------------------

    def _type_figures(self, edits: Sequence[CellEdit]) -> None:
        """Keep what was typed as reached; an emptied cell takes its figure away."""
        corrections: list[Correction] = []
        entries: list[Entry] = []
        for edit in edits:
            row: TargetRow = edit.row
            if edit.new.strip():
                entries.append(Entry(target=row.id, value=edit.new, period=self.span.typed))
            elif row.figure.id:
                corrections.append(Correction(id=row.figure.id, value=""))
        if corrections or entries:
            self.enter(corrections, entries, back=self.grid.discard_pending)
        else:
            self.grid.discard_pending()

    def enter(
        self,
        corrections: Sequence[Correction],
        entries: Sequence[Entry],
        *,
        back: Callable[[], object] | None = None,
    ) -> None:
        """Correct known figures and keep new ones."""
        movement = self._tab.movement
        if movement is not None:
            movement_id = movement.id
            self._tab.run(
                lambda s: target_entries.correct(s, movement_id, corrections, entries),
                self.tr("Nhập số liệu"),
                done=lambda _changes: self.figures.clear_entry(),
                back=back or self.figures.grid.discard_pending,
            )

    def remove_figures(self, ids: Sequence[str]) -> None:
        """Take figures away."""
        said = self.tr("Đã xóa {count} số liệu.").format(count=len(ids))
        self._tab.run(
            lambda s: targets.remove(s, ids),
            self.tr("Xóa số liệu"),
            done=lambda _changes: self._tab.context.toast(said, undo=True),
        )

    def ask_risk(self, shown: Overview | None) -> None:
        """Ask from which share of what is wanted a missed target is at risk."""
        movement = self._tab.movement
        if movement is None or shown is None:
            return
        label = self.tr("Đặt mức cảnh báo")
        typed = dialogs.ask_text(
            self._tab,
            self.tr("Đặt mức"),
            label,
            self.tr(
                "Chỉ tiêu chưa đạt được coi là có nguy cơ từ bao nhiêu phần trăm mức phải đạt?"
            ),
            value=share_words(shown.risk_share),
        )
        if typed is not None:
            movement_id = movement.id
            self._tab.run(
                lambda s: targets.set_risk_share(s, movement_id, read_share(typed)), label
            )
