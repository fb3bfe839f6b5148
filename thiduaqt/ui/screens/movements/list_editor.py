"""A list of the plan as a small grid: rows are typed, changed, removed and put in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thiduaqt.domain import plan_edits
from thiduaqt.domain.errors import UserError
from thiduaqt.domain.plan import Source
from thiduaqt.domain.text import clean
from thiduaqt.ui import tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.memory import Memory
from thiduaqt.ui.tables.columns import CellEdit, Column, Editor
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.buttons import button

Read = Callable[[str], Mapping[str, Any]]
Change = Callable[[Any], Any]
_FRAME = 2
_SPARE_ROWS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One item with its place in the list."""

    id: int
    item: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One column: how an item is shown and what a typed text changes. ``read`` None: only shown.

    ``read`` may raise a UserError, whose sentence is shown.
    """

    key: str
    title: str
    show: Callable[[Any], str]
    read: Read | None = None
    width: int = 120
    stretch: bool = False
    editor: Editor = "text"
    choices: Callable[[], Sequence[str]] | Sequence[str] = ()
    free: bool = True
    muted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSpec:
    """A list of rules or document: its field there, its columns, what a new item starts from.

    ``one`` names one item in the labels of steps ("căn cứ"). ``fresh(items, values)`` makes a new
    item to put the typed values into; it is given them for its code.
    """

    part: str
    one: str
    prompt: str
    cells: tuple[Cell, ...]
    fresh: Callable[[Sequence[Any], Mapping[str, Any]], Any]


class ListEditor(QWidget):
    """``wanted(label, change)`` asks to change what holds the list; ``refused(UserError)``."""

    wanted = Signal(str, object)
    refused = Signal(object)

    def __init__(self, spec: ListSpec, *, name: str, memory: Memory, rows: int = 0) -> None:
        super().__init__()
        self.spec = spec
        self._rows = rows
        self.setObjectName(name)
        columns = [_column(cell) for cell in spec.cells]
        self.grid: Grid[Line] = Grid(columns, name=f"{name}.grid", memory=memory)
        self.grid.view.setAccessibleName(spec.prompt)
        self.grid.set_new_row(spec.prompt)
        self.grid.hide_bar()
        self.grid.hide_foot()
        self.add = button(
            self.tr("Thêm dòng"), self.grid.begin_new_row, icon="plus", name=f"{name}.add"
        )
        self.up = button(
            "",
            lambda: self._move(-1),
            icon="arrow-up",
            tooltip=self.tr("Đưa lên trên"),
            name=f"{name}.up",
        )
        self.down = button(
            "",
            lambda: self._move(1),
            icon="arrow-down",
            tooltip=self.tr("Đưa xuống dưới"),
            name=f"{name}.down",
        )
        self.remove = button(
            "",
            lambda: self._remove(self.grid.selected_rows()),
            icon="trash",
            tooltip=self.tr("Bỏ dòng đang chọn"),
            name=f"{name}.remove",
        )
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(4)
        page.addWidget(self.grid, 1)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(tokens.GAP)
        for one in (self.add, self.up, self.down, self.remove):
            self.foot.addWidget(one)
        self.foot.addStretch()
        page.addLayout(self.foot)
        self.grid.edited.connect(lambda edits: self._store(edits, []))
        self.grid.rows_added.connect(lambda rows: self._store([], rows))
        self.grid.pasted.connect(self._store)
        self.grid.rows_deleted.connect(self._remove)
        self.grid.selection_changed.connect(self._look)
        self._look()

    # -- showing ------------------------------------------------------------------------------

    def show_items(self, items: Sequence[Any]) -> None:
        """Show the list as it is stored."""
        self.grid.set_rows([Line(id=place, item=item) for place, item in enumerate(items)])
        if self._rows:
            shown = min(max(len(items) + _SPARE_ROWS, 3), self._rows)
            row = self.grid.view.verticalHeader().defaultSectionSize()
            head = self.grid.view.heading.sizeHint().height()
            self.grid.setFixedHeight(head + shown * row + _FRAME)
        self._look()

    def go_to(self, place: str) -> None:
        """Lead the keyboard to the item at ``place``, else to the list."""
        if place.isdigit():
            self.grid.select_row(int(place))
        self.grid.setFocus()

    def _look(self) -> None:
        chosen = self.grid.current_row()
        count = len(self.grid.rows())
        self.up.setEnabled(chosen is not None and chosen.id > 0)
        self.down.setEnabled(chosen is not None and chosen.id < count - 1)
        self.remove.setEnabled(chosen is not None)

    # -- writing ------------------------------------------------------------------------------

    def _store(self, edits: Sequence[CellEdit], rows: Sequence[Mapping[str, str]]) -> None:
        readers = {cell.key: cell.read for cell in self.spec.cells if cell.read is not None}
        changes: dict[int, dict[str, Any]] = {}
        added: list[dict[str, Any]] = []
        try:
            for edit in edits:
                typed = readers[edit.column_key](edit.new)
                changes.setdefault(edit.row.id, {}).update(typed)
            for row in rows:
                made: dict[str, Any] = {}
                for key, text in row.items():
                    made.update(readers[key](text))
                added.append(made)
        except UserError as fault:
            self.grid.discard_pending()
            self.refused.emit(fault)
            return
        self.wanted.emit(self._label(edits, rows), self._change(changes, added))

    def _change(self, changes: Mapping[int, Any], added: Sequence[Mapping[str, Any]]) -> Change:
        spec = self.spec

        def change(holder: Any) -> Any:  # noqa: ANN401 - rules or document
            kept = plan_edits.with_changed(holder, spec.part, changes) if changes else holder
            for values in added:
                item = spec.fresh(getattr(kept, spec.part), values)
                kept = plan_edits.with_added(kept, spec.part, [replace(item, **values)])
            return kept

        return change

    def _label(self, edits: Sequence[CellEdit], rows: Sequence[object]) -> str:
        one = self.spec.one
        if rows and not edits:
            words = translate("ListEditor", "Thêm {what}")
            return words.format(what=f"{len(rows)} {one}" if len(rows) > 1 else one)
        return translate("ListEditor", "Sửa {what}").format(what=one)

    def _move(self, step: int) -> None:
        line = self.grid.current_row()
        if line is not None:
            part, place = self.spec.part, line.id
            label = translate("ListEditor", "Đổi thứ tự {what}").format(what=self.spec.one)
            self.wanted.emit(label, lambda holder: plan_edits.with_moved(holder, part, place, step))
            self.grid.select_row(place + step)

    def _remove(self, lines: Sequence[Line]) -> None:
        if lines:
            part, places = self.spec.part, [line.id for line in lines]
            count = f"{len(places)} " if len(places) > 1 else ""
            label = translate("ListEditor", "Bỏ {what}").format(what=f"{count}{self.spec.one}")
            self.wanted.emit(label, lambda holder: plan_edits.without(holder, part, places))


def _column(cell: Cell) -> Column[Line]:
    return Column(
        key=cell.key,
        title=cell.title,
        text=lambda line: cell.show(line.item),
        tooltip=lambda line: cell.show(line.item),
        width=cell.width,
        stretch=cell.stretch,
        editor=cell.editor if cell.read is not None else None,
        choices=(lambda _row: cell.choices()) if callable(cell.choices) else cell.choices,  # type: ignore[operator]  # a function there
        free=cell.free,
        muted=(lambda _line: True) if cell.muted or cell.read is None else None,
        filterable=False,
    )


def source_cell() -> Cell:
    """Return the column that tells where an item comes from."""
    words = {
        "law": translate("SourceTag", "Quy định"),
        "plan": translate("SourceTag", "Kế hoạch của xã"),
        "suggestion": translate("SourceTag", "Gợi ý"),
    }

    def show(item: Any) -> str:  # noqa: ANN401 - any item with a source
        source: Source = item.source
        return words[source.tag]

    return Cell(key="source", title=translate("ListEditor", "Nguồn"), show=show, width=122)


def text_cell(field: str, title: str, *, width: int = 160, stretch: bool = False) -> Cell:
    """Return a column that shows and changes one text field of an item."""
    return Cell(
        key=field,
        title=title,
        show=lambda item: str(getattr(item, field)),
        read=lambda text: {field: clean(text)},
        width=width,
        stretch=stretch,
    )
