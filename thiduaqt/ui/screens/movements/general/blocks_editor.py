"""Khối, cụm thi đua: which units compete together in a year, and who leads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thiduaqt.domain import plan_lists
from thiduaqt.domain.errors import UserError
from thiduaqt.domain.text import fold
from thiduaqt.services import blocks, registers
from thiduaqt.services.blocks import KIND_WORDS, BlockLine
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.memory import Memory
from thiduaqt.ui.tables.columns import CellEdit, Column
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.editors import fill_box, pick_box
from thiduaqt.ui.widgets.labels import CutLabel, text_label

if TYPE_CHECKING:
    from thiduaqt.services.session import Session

_AHEAD = 2  # years to come for which blocks can be made up
Service = Callable[[Any], object]


def block_columns(units: Mapping[str, str]) -> list[Column[BlockLine]]:
    """Return the columns; ``units`` are the names of all units by id, kept up to date."""

    def leader(key: str, title: str) -> Column[BlockLine]:
        return Column(
            key=key,
            title=title,
            text=lambda row: getattr(row, key),
            width=130,
            editor="choice",
            choices=lambda row: ("", *(row.unit_names if row is not None else ())),
            filterable=False,
        )

    return [
        Column(
            key="name",
            title=translate("movements", "Khối, cụm"),
            text=lambda row: row.name,
            width=140,
            editor="text",
            filterable=False,
        ),
        Column(
            key="kind",
            title=translate("movements", "Loại"),
            text=lambda row: row.kind_words,
            width=104,
            editor="choice",
            choices=tuple(KIND_WORDS.values()),
            filterable=False,
        ),
        Column(
            key="units",
            title=translate("movements", "Đơn vị, cách nhau bằng dấu ;"),
            text=lambda row: "; ".join(row.unit_names),
            tooltip=lambda row: "; ".join(row.unit_names),
            width=200,
            stretch=True,
            editor="choice",
            choices=lambda _row: tuple(units.values()),
            free=True,
            mark=lambda row: "warn" if row.twice else None,
            filterable=False,
        ),
        leader("head", translate("movements", "Trưởng khối, cụm")),
        leader("deputy", translate("movements", "Phó khối, cụm")),
    ]


class BlocksEditor(QWidget):
    """``wanted(label, service)`` asks to write, ``refused(UserError)`` tells what was not read."""

    wanted = Signal(str, object)
    refused = Signal(object)

    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self.setObjectName("movements.blocks")
        self._units: dict[str, str] = {}
        self._year = 0
        self.year = pick_box((), "movements.blocks.year")
        self.year.setAccessibleName(self.tr("Năm của khối, cụm thi đua"))
        self.grid: Grid[BlockLine] = Grid(
            block_columns(self._units), name="movements.blocks.grid", memory=memory
        )
        self.grid.view.setAccessibleName(self.tr("Khối, cụm thi đua"))
        self.grid.set_new_row(self.tr("Gõ tên khối, cụm mới"))
        self.grid.hide_bar()
        self.grid.hide_foot()
        self.grid.setFixedHeight(theme.em(190))
        self.add = button(
            self.tr("Thêm khối, cụm"),
            self.grid.begin_new_row,
            icon="plus",
            name="movements.blocks.add",
        )
        self.left_over = CutLabel()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(tokens.GAP)
        head.addWidget(text_label(self.tr("Năm"), "second", wrap=False))
        head.addWidget(self.year)
        head.addWidget(self.left_over, 1)
        page.addLayout(head)
        page.addWidget(self.grid)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch()
        page.addLayout(foot)
        self._shown: Callable[[], object] = lambda: None
        self.year.activated.connect(lambda _row: self._on_year())
        self.grid.edited.connect(self._store)
        self.grid.pasted.connect(self._paste)
        self.grid.rows_added.connect(self._add)
        self.grid.rows_deleted.connect(self._remove)

    def show_year(self, session: Session) -> int:
        """Show the blocks of the chosen year; return how many there are."""
        today = session.today().year
        self._year = self._year or today
        known = sorted({*blocks.years(session), *range(today, today + _AHEAD)}, reverse=True)
        fill_box(self.year, [(str(one), str(one)) for one in known], str(self._year))
        self._units.clear()
        self._units.update(registers.unit_names(session))
        rows = blocks.listing(session, self._year)
        self.grid.set_rows(rows)
        names = ", ".join(unit.name for unit in blocks.unplaced(session, self._year))
        words = self.tr("Chưa xếp: {names}").format(names=names)
        self.left_over.setText(words if names and rows else "")
        self._shown = partial(self.show_year, session)
        return len(rows)

    def _on_year(self) -> None:
        self._year = int(self.year.currentData() or 0)
        self._shown()

    def _store(self, edits: Sequence[CellEdit]) -> None:
        for edit in edits:
            try:
                service = self._service(edit.row.id, edit.column_key, edit.new)
            except UserError as fault:
                self.grid.discard_pending()
                self.refused.emit(fault)
                return
            self.wanted.emit(self.tr("Sửa khối, cụm thi đua"), service)

    def _service(self, block_id: str, key: str, text: str) -> Service:
        if key == "name":
            return partial(blocks.rename, block_id=block_id, name=text)
        if key == "kind":
            kind = next(
                (one for one, words in KIND_WORDS.items() if fold(words) == fold(text)), None
            )
            return partial(blocks.rename, block_id=block_id, kind=kind)
        what = translate("movements", "đơn vị")
        ids = plan_lists.read_names(text, self._units, what)
        if key == "units":
            return partial(blocks.set_year, block_id=block_id, year=self._year, unit_ids=ids)
        leader = {"head": "head_id", "deputy": "deputy_id"}[key]
        values = {leader: ids[0] if ids else ""}
        return lambda session: blocks.set_year(session, block_id, self._year, **values)

    def _add(self, rows: Sequence[Mapping[str, str]]) -> None:
        for row in rows:
            name = row.get("name", "")
            self.wanted.emit(
                self.tr("Thêm khối, cụm thi đua"), lambda s, name=name: blocks.add(s, name)
            )

    def _paste(self, edits: Sequence[CellEdit], rows: Sequence[Mapping[str, str]]) -> None:
        self._store(edits)
        self._add(rows)

    def _remove(self, rows: Sequence[BlockLine]) -> None:
        ids = [row.id for row in rows]
        self.wanted.emit(self.tr("Xóa khối, cụm thi đua"), partial(blocks.remove, ids=ids))
