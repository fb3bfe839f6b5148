"""The rounds that are open for nominations: opened, dated, closed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thiduaqt.domain.plan import ROUND_WORDS
from thiduaqt.domain.records import Round
from thiduaqt.services import rounds, setup
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.memory import Memory
from thiduaqt.ui.screens.movements.dates.lists import round_columns
from thiduaqt.ui.tables.columns import CellEdit
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.editors import LineEdit, pick_box
from thiduaqt.ui.widgets.labels import text_label

_YEARS = range(2020, 2100)


class RoundsEditor(QWidget):
    """``wanted(label, service, said)`` asks to write; ``refused(text)`` says why not."""

    wanted = Signal(str, object, str)
    refused = Signal(str)

    def __init__(self, memory: Memory, year: int) -> None:
        super().__init__()
        self.setObjectName("movements.rounds")
        self._movement_id = ""
        self.grid: Grid[Round] = Grid(round_columns(), name="movements.rounds.grid", memory=memory)
        self.grid.view.setAccessibleName(self.tr("Các đợt đã mở"))
        self.grid.hide_bar()
        self.grid.hide_foot()
        self.grid.set_empty(
            self.tr("Chưa mở đợt nào"), self.tr("Mở đợt để nhận hồ sơ đề nghị khen thưởng.")
        )
        self.kinds = pick_box(list(ROUND_WORDS.items()), "movements.rounds.kind")
        self.kinds.setAccessibleName(self.tr("Loại đợt khen"))
        self.year = LineEdit()
        self.year.setObjectName("movements.rounds.year")
        self.year.setAccessibleName(self.tr("Năm của đợt mới"))
        self.year.setFixedWidth(theme.em(64))
        self.year.setText(str(year))
        self.add = button(self.tr("Mở đợt"), self._add, icon="plus", name="movements.rounds.add")
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(4)
        page.addWidget(self.grid, 1)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.GAP)
        foot.addWidget(text_label(self.tr("Đợt mới"), "second", wrap=False))
        for part in (self.kinds, self.year, self.add):
            foot.addWidget(part)
        foot.addStretch()
        page.addLayout(foot)
        self.grid.edited.connect(self._store)
        self.grid.pasted.connect(lambda edits, _rows: self._store(edits))
        self.grid.rows_deleted.connect(self._remove)

    def show_rounds(self, movement_id: str, found: Sequence[Round]) -> None:
        """Show the rounds of a movement."""
        self._movement_id = movement_id
        self.grid.set_rows(found)

    def _add(self) -> None:
        typed = self.year.text().strip()
        if not (typed.isascii() and typed.isdigit() and int(typed) in _YEARS):
            words = self.tr("“{text}” không phải một năm. Gõ bốn chữ số, ví dụ 2027.")
            self.refused.emit(words.format(text=typed))
            self.year.setFocus()
            return
        movement_id, kind, year = self._movement_id, str(self.kinds.currentData()), int(typed)
        said = self.tr("Đã mở đợt {name} {year}.").format(name=self.kinds.currentText(), year=year)
        self.wanted.emit(
            self.tr("Mở đợt"), lambda s: setup.add_round(s, movement_id, kind, year), said
        )

    def _store(self, edits: Sequence[CellEdit]) -> None:
        by_round: dict[str, dict[str, str]] = {}
        for edit in edits:
            by_round.setdefault(edit.row.id, {})[edit.column_key] = edit.new
        for round_id, values in by_round.items():
            self.wanted.emit(
                self.tr("Sửa đợt khen"),
                partial(rounds.change_round, round_id=round_id, values=values),
                "",
            )

    def _remove(self, rows: Sequence[Round]) -> None:
        ids = [row.id for row in rows]
        said = self.tr("Đã xóa {count} đợt.").format(count=len(ids))
        self.wanted.emit(self.tr("Xóa đợt"), partial(rounds.remove_rounds, round_ids=ids), said)
