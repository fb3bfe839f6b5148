"""The form for figures: targets down, units across, and what its hidden sheet says of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thiduaqt.domain.text import clean, fold

HIDDEN_SHEET = "_thiduaqt"
SHEET = "Chỉ tiêu"
KIND = "thiduaqt-targets"
VERSION = "1"
WHOLE = "*"
HEADER_ROW = 5
FIRST_COLUMN = 5  # A–D: ordinal, statement, what is wanted, note on how to fill it in
_MOST_LINES = 2000
_PLACE = re.compile(r"[1-9]\d{0,4}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLine:
    """One target: its code, how it is shown, and the columns that may be filled in.

    ``values`` are what is known already, one for each column; ``open`` which cells are unlocked.
    """

    code: str
    number: str
    statement: str
    wanted: str
    hint: str
    values: tuple[str, ...]
    open: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormColumn:
    """One column of figures: a unit, or the whole (``unit_id`` None)."""

    unit_id: str | None
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetForm:
    """Everything a form for figures shows and hides. ``period`` is a stored date."""

    movement_id: str
    title: str
    subtitle: str
    period: str
    columns: tuple[FormColumn, ...]
    lines: tuple[FormLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledCell:
    """One cell of a form that came back: as it stands in the file, with its address ("F7")."""

    target: str
    unit_id: str | None
    text: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledForm:
    """A form that came back."""

    movement_id: str
    period: str
    cells: tuple[FilledCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What the hidden sheet of a form says: where each target and unit stood when it was made."""

    movement_id: str
    period: str
    rows: tuple[tuple[int, str, str], ...]
    columns: tuple[tuple[int, str, str], ...]


def key_rows(form: TargetForm) -> list[list[str]]:
    """Return the rows of the hidden sheet that :func:`read_key` reads back."""
    rows = [
        [KIND, VERSION],
        ["movement", form.movement_id],
        ["period", form.period],
    ]
    for place, line in enumerate(form.lines, start=HEADER_ROW + 1):
        rows.append(["row", str(place), line.code, line.statement])
    for place, column in enumerate(form.columns, start=FIRST_COLUMN):
        rows.append(["column", str(place), column.unit_id or WHOLE, column.name])
    return rows


def read_key(rows: Sequence[Sequence[object]]) -> Key | None:
    """Return what a hidden sheet says, or None where it is not that of a form for figures."""
    texts = [[str(cell).strip() for cell in row] for row in rows[:_MOST_LINES]]
    if not texts or texts[0][:2] != [KIND, VERSION]:
        return None
    facts = {row[0]: row[1] for row in texts if len(row) >= 2}
    placed: dict[str, list[tuple[int, str, str]]] = {"row": [], "column": []}
    for row in texts:
        if len(row) >= 4 and row[0] in placed and _PLACE.fullmatch(row[1]):
            placed[row[0]].append((int(row[1]), row[2], row[3]))
    if not facts.get("movement") or not placed["row"] or not placed["column"]:
        return None
    return Key(
        movement_id=facts["movement"],
        period=facts.get("period", ""),
        rows=tuple(placed["row"]),
        columns=tuple(placed["column"]),
    )


def same_words(one: str, other: str) -> bool:
    """Tell whether a heading still says what it said: marks and spaces may have suffered."""
    return fold(clean(one)) == fold(clean(other))
