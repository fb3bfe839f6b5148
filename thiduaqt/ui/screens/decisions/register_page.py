"""The tab of the register: facets, the read-only list of all awards, the record chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from thiduaqt.domain.plan import RECIPIENT_WORDS
from thiduaqt.services import exporting, register
from thiduaqt.services.register import STATE_WORDS, RegisterRow
from thiduaqt.ui import dialogs, theme, tokens
from thiduaqt.ui.screens.decisions.actions import DecisionActions
from thiduaqt.ui.screens.decisions.columns import register_columns
from thiduaqt.ui.screens.decisions.desk import DecisionDesk
from thiduaqt.ui.screens.decisions.facets import FacetList, arranged
from thiduaqt.ui.screens.decisions.record_card import RecordCard
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.labels import meta, rule

_FACETS_WIDTH = 206
_FACETS = ("year", "award", "kind", "movement", "state")
# Values that have an order of their own; others stand by how they are written.
_ORDER = {
    "kind": [word.capitalize() for word in RECIPIENT_WORDS.values()],
    "state": list(STATE_WORDS.values()),
}


class RegisterPage(QWidget):
    """``chosen()`` follows another choice of lines."""

    chosen = Signal()

    def __init__(self, desk: DecisionDesk) -> None:
        super().__init__()
        self.setObjectName("register.page")
        self.desk = desk
        self.grid: Grid[RegisterRow] = Grid(
            register_columns(), name="register.grid", memory=desk.context.memory
        )
        self.grid.view.setAccessibleName(self.tr("Sổ khen thưởng"))
        self.facets = FacetList()
        self.search: QLineEdit = self.grid.make_find_field()
        self.search.setObjectName("register.find")
        self.search.setPlaceholderText(self.tr("Tên, số quyết định"))
        self.search.setFixedWidth(theme.em(_FACETS_WIDTH) - 26)
        self.card = RecordCard(desk)
        self._set_empty()

    def lay_out(self, actions: DecisionActions) -> None:
        """Build the page around the commands of the screen."""
        self.card.lay_out(actions)
        left = Card()
        left.setFixedWidth(theme.em(_FACETS_WIDTH))
        left.body.setContentsMargins(0, 12, 0, 4)
        search = QHBoxLayout()
        search.setContentsMargins(12, 0, 12, 0)
        search.addWidget(self.search)
        left.body.addLayout(search)
        left.body.addWidget(rule())
        left.body.addWidget(self.facets, 1)
        self.grid.add_to_bar(meta(self.tr("Sổ chỉ xem. Sửa sai bằng đính chính, không ghi đè.")))
        foot = self.grid.take_foot()
        right = QVBoxLayout()
        right.setSpacing(tokens.GAP)
        right.addWidget(self.grid, 1)
        right.addWidget(self.card)
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP)
        row.addWidget(left)
        row.addLayout(right, 1)
        below = QHBoxLayout()
        below.addWidget(foot, 1)
        below.addWidget(meta(self.tr("Số vào sổ không dùng lại, kể cả khi thu hồi.")))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(6)
        page.addLayout(row, 1)
        page.addLayout(below)
        self.grid.selection_changed.connect(self._on_selection)
        self.grid.model.modelReset.connect(self._show_facets)
        self.facets.ticked.connect(self._on_tick)
        self.grid.add_row_actions([actions.correct, actions.revoke, actions.reprint])

    def _set_empty(self) -> None:
        self.to_decisions = button(
            self.tr("Mở Quyết định"), kind="primary", name="register.to_decisions"
        )
        self.grid.set_empty(
            self.tr("Sổ khen còn trống"),
            self.tr("Khen thưởng sẽ tự vào sổ khi ban hành quyết định."),
            [self.to_decisions],
        )

    # -- showing ------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the register anew: the newest decision first, its lines in their order."""
        rows = list(register.listing(self.desk.context.session))
        rows.sort(key=lambda row: row.place)
        rows.sort(key=lambda row: (row.decision_date, row.decision_number), reverse=True)
        self.grid.set_rows(rows)
        if rows and self.grid.current_row() is None:
            self.grid.select_row(rows[0].id, "name")
        self._show_facets()
        self._show_record()

    def _show_facets(self) -> None:
        model = self.grid.model
        titles = {column.key: column.title for column in model.columns}
        known = {key: self._values(key) for key in _FACETS}
        counts = {key: model.facet(key) for key in _FACETS}
        pairs = [(key, titles[key]) for key in _FACETS]
        self.facets.facets.set_entries(arranged(pairs, counts, model.shown.values, known))

    def _values(self, key: str) -> list[str]:
        model = self.grid.model
        found = {model.value_of(row, key) for row in model.rows}
        if key in _ORDER:
            return [value for value in _ORDER[key] if value in found]
        return sorted(found, reverse=key == "year")

    def _on_tick(self, column: str, values: frozenset[str]) -> None:
        self.grid.set_filter(column, values or None)

    def _on_selection(self) -> None:
        self._show_record()

    def _show_record(self) -> None:
        self.card.show_rows(self.grid.selected_rows())
        self.chosen.emit()

    def go_to(self, award_id: str) -> None:
        """Show an award, whatever is filtered."""
        self.grid.select_row(award_id, "name")
        self.grid.view.setFocus()

    # -- acting -------------------------------------------------------------------------------

    def export(self) -> None:
        """Write what is seen as an Excel file: columns shown, rows that pass the filters."""
        path = dialogs.pick_save(
            self.desk.owner,
            self.tr("Xuất sổ khen thưởng"),
            self.tr("Sổ khen thưởng.xlsx"),
            [("Excel", "*.xlsx")],
        )
        if path is None:
            return
        shown = [self.grid.model.columns[number] for number in self.grid.columns_shown()]
        seen = [
            exporting.SeenColumn(
                title=column.title,
                width=max(column.width, 240 if column.stretch else 0),
                centred=column.key in ("ordinal", "date"),
            )
            for column in shown
        ]
        rows = [[column.text(row) for column in shown] for row in self.grid.shown_rows()]
        subtitle = self._filter_words()
        said = self.tr("Đã xuất {count} lượt khen vào {name}.").format(
            count=len(rows), name=path.name
        )
        self.desk.run(
            lambda session: exporting.write_list(
                session, path, title="SỔ KHEN THƯỞNG", subtitle=subtitle, columns=seen, rows=rows
            ),
            self.tr("Xuất sổ khen thưởng"),
            done=lambda _path: self.desk.context.toast(said),
        )

    def _filter_words(self) -> str:
        """Return what the list is narrowed to, for the line below its title."""
        titles = {column.key: column.title for column in self.grid.model.columns}
        parts = [
            f"{titles[key]}: {', '.join(sorted(values))}"
            for key, values in self.grid.model.shown.values.items()
        ]
        return "; ".join(parts)

    def panes(self) -> Sequence[QWidget]:
        """Return what F6 goes through."""
        return (self.search, self.facets, self.grid, *self.card.panes())
