"""The tab *Số lượng khen*: what the plan allows, cell by cell, and how much of it is used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QLineEdit, QMenu, QSplitter, QWidget

from thiduaqt.domain import quota_cells
from thiduaqt.domain.plan import ROUND_WORDS, MovementPlan, Quota, QuotaRound, RecipientKind
from thiduaqt.domain.records import Movement
from thiduaqt.domain.text import clean
from thiduaqt.services import blocks, quotas, registers
from thiduaqt.ui import dialogs, icons, theme, tokens
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.movements.quotas.cell_editor import CellEditor
from thiduaqt.ui.screens.movements.quotas.columns import (
    QuotaRow,
    columns,
    group_of,
    part_names,
    rows_of,
)
from thiduaqt.ui.screens.movements.tab import Tab
from thiduaqt.ui.tables.columns import CellEdit
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.buttons import action_button, menu_button
from thiduaqt.ui.widgets.cards import FootStrip
from thiduaqt.ui.widgets.labels import CutLabel

_KINDS = ("collective", "household", "individual")
_EVERY_YEAR = ("yearly", "ad_hoc", "any")


class QuotasTab(Tab):
    """The quotas of one movement as a matrix."""

    families = frozenset({"movement", "round", "nomination", "award", "block", "unit"})

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, "quotas")
        self.rules: MovementPlan | None = None
        self.kind: RecipientKind = "individual"
        self.grid: Grid[QuotaRow] = Grid(
            columns(), name="movements.quotas.grid", memory=context.memory
        )
        self.grid.view.setAccessibleName(self.tr("Số lượng khen theo dịp và đối tượng"))
        self.grid.hide_bar()
        self.grid.hide_foot()
        self.grid.set_groups(group_of)
        self.grid.set_empty(
            self.tr("Kế hoạch chưa nêu hình thức khen nào"),
            self.tr("Thêm hình thức khen, rồi gõ số lượng vào ô."),
        )
        self.editor = CellEditor()
        self.editor.setMinimumWidth(theme.em(250))
        self._build()
        self.grid.edited.connect(self._typed)
        self.grid.rows_deleted.connect(self._remove)
        self.grid.current_changed.connect(lambda _row: self._show_cell())
        self.grid.selection_changed.connect(self._show_cell)
        self.editor.changed.connect(self._put)

    def _build(self) -> None:
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(tokens.GAP)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.grid)
        self.split.addWidget(self.editor)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([900, theme.em(300)])
        self.body.addWidget(self.split, 1)
        self.take_away = QAction(icons.icon("trash"), self.tr("Bỏ dòng này"), self)
        self.take_away.triggered.connect(lambda _=False: self._remove(self.grid.selected_rows()))
        self.grid.add_row_actions([self.take_away])
        self.occasions = QMenu(self)
        self.occasions.aboutToShow.connect(self._fill_occasions)
        self.awards = QMenu(self)
        self.awards.aboutToShow.connect(self._fill_awards)
        foot = FootStrip()
        # In a small window the legend gives way, not the names in the rail.
        legend = CutLabel(
            self.tr("không nêu: kế hoạch không giới hạn  ·  0: không khen  ·  —: không áp dụng")
        )
        legend.setFont(theme.text_font(tokens.META_PT))
        foot.row.addWidget(legend, 1)
        add_occasion = menu_button(
            self.tr("Thêm dịp khen"), self.occasions, icon="plus", name="movements.quotas.occasion"
        )
        add_award = menu_button(
            self.tr("Thêm hình thức khen"), self.awards, icon="plus", name="movements.quotas.award"
        )
        for one in (add_occasion, add_award):
            one.setProperty("kind", "")
            foot.row.addWidget(one)
        foot.row.addWidget(action_button(self.take_away, name="movements.quotas.remove"))
        self.body.addWidget(foot)

    # -- showing ------------------------------------------------------------------------------

    def show_movement(self, movement: Movement) -> None:
        self.rules = movement.definition
        session = self.context.session
        kinds = session.rulebook().award_kinds()
        self.names = {kind.code: kind.name for kind in kinds}
        groups = (
            quota_cells.matrix(self.rules, quotas.award_recipients(session)) if self.rules else ()
        )
        used = quotas.of_movement(session, movement.id)
        kinds_of_units = {str(kind): name for kind, name in registers.kind_words(session).items()}
        named = blocks.names(session)
        self.editor.offer(named, kinds_of_units)
        self.grid.set_rows(rows_of(groups, self.names, used, part_names(self.rules, named)))
        if self.grid.current_row() is None and self.grid.rows():
            self.grid.select_row(self.grid.rows()[0].id, "individual")
        self._show_cell()

    def _show_cell(self) -> None:
        row = self.grid.current_row()
        place = self.grid.view.currentIndex().column()
        key = self.grid.model.columns[place].key if place >= 0 else ""
        if key in _KINDS:
            self.kind = cast("RecipientKind", key)
        self.editor.show_cell(row, self.kind, self.rules)
        self.take_away.setEnabled(row is not None)

    # -- places -------------------------------------------------------------------------------

    def go_to(self, field: str, item: str) -> None:
        rules = self.rules
        if rules is not None and item.isdigit() and int(item) < len(rules.quotas):
            quota = rules.quotas[int(item)]
            for row in self.grid.rows():
                if quota in row.cells[quota.recipient_kind].quotas:
                    self.grid.select_row(row.id, quota.recipient_kind)
                    self.editor.go_to()
                    return
        self.grid.setFocus()

    def panes(self) -> Sequence[QWidget]:
        return (self.grid, self.editor)

    def detail_panel(self) -> QWidget | None:
        return self.editor

    def find_field(self) -> QLineEdit | None:
        return None

    def commit_open(self) -> None:
        self.editor.commit()

    def actions_for_menu(self) -> Sequence[QAction]:
        return (self.take_away,)

    # -- writing ------------------------------------------------------------------------------

    def _put(self, held: tuple[Quota, ...]) -> None:
        row, kind = self.grid.current_row(), self.kind
        if row is not None:
            self.commit(
                self.tr("Sửa số lượng khen"),
                lambda rules: quota_cells.set_cell(rules, row.line, kind, held),
                back=self._show_cell,
            )

    def _typed(self, edits: list[CellEdit]) -> None:
        rules = self.movement.definition if self.movement is not None else None
        wanted: list[tuple[QuotaRow, RecipientKind, str]] = []
        for edit in edits:
            typed, kind = clean(edit.new), cast("RecipientKind", edit.column_key)
            if rules is None or quota_cells.set_typed(rules, edit.row.line, kind, typed) is None:
                words = self.tr(
                    "Không hiểu số lượng “{text}”. Gõ một số, ví dụ 5, 3-5 hoặc 10%; cách khác thì "
                    "chọn ở khung bên phải. Số cũ được giữ."
                )
                self.strip.say(words.format(text=typed))
                self.grid.discard_pending()
                return
            wanted.append((edit.row, kind, typed))

        def change(rules: MovementPlan) -> MovementPlan:
            for row, kind, typed in wanted:
                rules = quota_cells.set_typed(rules, row.line, kind, typed) or rules
            return rules

        self.commit(self.tr("Sửa số lượng khen"), change, back=self.grid.discard_pending)

    def _fill_awards(self) -> None:
        self.awards.clear()
        held = {row.award for row in self.grid.rows()}
        for code, name in self.names.items():
            made = self.awards.addAction(QIcon(), name)
            made.setEnabled(code not in held)
            made.triggered.connect(lambda _=False, code=code: self._add_award(code))

    def _fill_occasions(self) -> None:
        self.occasions.clear()
        row = self.grid.current_row()
        for kind, name in (*ROUND_WORDS.items(), ("any", self.tr("Mọi dịp khen"))):
            made = self.occasions.addAction(name)
            made.setEnabled(row is not None)
            made.triggered.connect(lambda _=False, kind=kind: self._add_occasion(kind))

    def _add_award(self, code: str) -> None:
        level = next(
            (
                kind.level
                for kind in self.context.session.rulebook().award_kinds()
                if kind.code == code
            ),
            "commune",
        )
        decided = level if level in ("commune", "province", "state") else "province"
        self.commit(
            self.tr("Thêm hình thức khen"),
            lambda rules: quota_cells.add_award(rules, code, decided_by=decided),
        )

    def _add_occasion(self, kind: str) -> None:
        row = self.grid.current_row()
        if row is None:
            return
        year: int | None = None
        if kind not in _EVERY_YEAR:
            add = self.tr("Thêm dịp khen")
            typed = dialogs.ask_text(self, add, add, self.tr("Khen thưởng năm nào?"))
            if typed is None:
                return
            if not (typed.isascii() and typed.isdigit() and len(typed) == 4):
                self.strip.say(self.tr("“{text}” không phải một năm.").format(text=typed))
                return
            year = int(typed)
        round_kind = cast("QuotaRound", kind)
        self.commit(
            self.tr("Thêm dịp khen"),
            lambda rules: quota_cells.add_occasion(
                rules, row.award, round_kind, year, decided_by=row.decided_by
            ),
        )

    def _remove(self, rows: Sequence[QuotaRow]) -> None:
        if not rows:
            return

        def change(rules: MovementPlan) -> MovementPlan:
            for row in rows:
                rules = quota_cells.remove_line(rules, row.line)
            return rules

        self.commit(
            self.tr("Bỏ dòng số lượng khen"),
            change,
            done=lambda _changes: self.context.toast(
                self.tr("Đã bỏ {count} dòng.").format(count=len(rows)), undo=True
            ),
        )
