"""What the spreadsheet keys mean for the rows: copy, paste, fill, clear. No Qt in here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from thiduaqt.ui.tables.clipboard import Block, squared
from thiduaqt.ui.tables.columns import CellEdit
from thiduaqt.ui.tables.row_model import NewRow, RowModel


@dataclass(slots=True)
class Plan:
    """What an action would change: edits of shown rows, rows to be added, cells left out."""

    edits: list[CellEdit] = field(default_factory=list)
    added: list[dict[str, str]] = field(default_factory=list)
    locked: int = 0
    beyond: int = 0

    @property
    def empty(self) -> bool:
        """Tell whether nothing would change."""
        return not (self.edits or self.added)


@dataclass(frozen=True, slots=True)
class Area:
    """A block of cells: lines and columns (numbers in the model) in the order shown."""

    lines: tuple[int, ...]
    columns: tuple[int, ...]


def put(model: RowModel[Any], plan: Plan, line: int, number: int, text: str) -> None:
    """Add one cell to ``plan``; locked cells are counted, equal texts left out."""
    row = model.row_at(line)
    if row is None:
        return
    if not model.may_edit(line, number):
        plan.locked += 1
        return
    old = model.edit_text_at(line, number)
    if old != text:
        edit = CellEdit(row=row, column_key=model.columns[number].key, old=old, new=text)
        plan.edits.append(edit)


def copy(model: RowModel[Any], area: Area) -> Block:
    """Return the texts of ``area``; groups and the new line are left out."""
    lines = [line for line in area.lines if model.row_at(line) is not None]
    return [[model.text_at(line, number) for number in area.columns] for line in lines]


def clear(model: RowModel[Any], area: Area) -> Plan:
    """Plan to empty every cell of ``area``."""
    plan = Plan()
    for line in area.lines:
        for number in area.columns:
            put(model, plan, line, number, "")
    return plan


def fill_with(model: RowModel[Any], area: Area, text: str) -> Plan:
    """Plan to put ``text`` into every cell of ``area``."""
    plan = Plan()
    for line in area.lines:
        for number in area.columns:
            put(model, plan, line, number, text)
    return plan


def fill_down(model: RowModel[Any], area: Area) -> Plan:
    """Plan to repeat the first line downwards; a single line takes the row above it."""
    lines = [line for line in area.lines if model.row_at(line) is not None]
    if len(lines) == 1:
        above = next((one for one in range(lines[0] - 1, -1, -1) if model.row_at(one)), None)
        lines = [above, *lines] if above is not None else []
    plan = Plan()
    for line in lines[1:]:
        for number in area.columns:
            put(model, plan, line, number, model.edit_text_at(lines[0], number))
    return plan


def fill_right(model: RowModel[Any], area: Area, all_columns: Sequence[int]) -> Plan:
    """Plan to repeat the first column to the right; a single column takes the one before it."""
    columns = list(area.columns)
    if len(columns) == 1:
        place = all_columns.index(columns[0])
        columns = [all_columns[place - 1], *columns] if place else []
    plan = Plan()
    for line in area.lines:
        if model.row_at(line) is None:
            continue
        for number in columns[1:]:
            put(model, plan, line, number, model.edit_text_at(line, columns[0]))
    return plan


def paste(model: RowModel[Any], area: Area, all_columns: Sequence[int], block: Block) -> Plan:
    """Plan to put ``block`` at the upper left corner of ``area``.

    One value goes into every cell of the area; a block that fits the area several times over
    repeats. Lines below the last row become new rows where the grid takes any.
    """
    plan = Plan()
    block = squared(block)
    if not block or not block[0] or not area.lines:
        return plan
    block = _repeated(block, area)
    start = all_columns.index(area.columns[0])
    targets = all_columns[start : start + len(block[0])]
    lines = _row_lines(model, area.lines[0])
    for place, values in enumerate(block):
        pairs = list(zip(targets, values, strict=False))
        if place < len(lines):
            for number, text in pairs:
                put(model, plan, lines[place], number, text)
        elif model.new_row is not None:
            _add(model, plan, pairs)
        else:
            plan.beyond += 1
    return plan


def _repeated(block: Block, area: Area) -> Block:
    tall, wide = len(area.lines), len(area.columns)
    down, rest_down = divmod(tall, len(block))
    across, rest_across = divmod(wide, len(block[0]))
    if rest_down or rest_across or down < 1 or across < 1:
        return block
    return [row * across for row in block] * down


def _row_lines(model: RowModel[Any], first: int) -> list[int]:
    """Return the lines of rows from ``first`` on; groups in between are stepped over."""
    return [line for line in range(first, len(model.entries)) if model.row_at(line) is not None]


def _add(model: RowModel[Any], plan: Plan, pairs: Sequence[tuple[int, str]]) -> None:
    values: dict[str, str] = {}
    for number, text in pairs:
        column = model.columns[number]
        if column.editor is None:
            plan.locked += bool(text)
        elif text:
            values[column.key] = text
    if values:
        plan.added.append(values)


def is_new_line(model: RowModel[Any], line: int) -> bool:
    """Tell whether ``line`` is the one on which a new row is begun."""
    return isinstance(model.entry(line), NewRow)


def next_edge(model: RowModel[Any], line: int, number: int, step: int) -> int:
    """Return where Ctrl+↑ or Ctrl+↓ goes: the end of this run of filled or empty cells."""
    lines = [one for one in range(len(model.entries)) if model.row_at(one) is not None]
    if line not in lines:
        return lines[-1] if lines and step < 0 else line
    place = lines.index(line)
    if not 0 <= place + step < len(lines):
        return line
    filled = bool(model.text_at(line, number)) and bool(model.text_at(lines[place + step], number))
    place += step
    while 0 <= place + step < len(lines):
        ahead = bool(model.text_at(lines[place + step], number))
        here = bool(model.text_at(lines[place], number))
        if (filled and not ahead) or (not filled and here):
            break
        place += step
    return lines[place]
