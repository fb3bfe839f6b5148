"""What a column of the grid is, and what the grid says about edits."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from thiduaqt.domain.text import sort_key

Row = TypeVar("Row")
Editor = Literal["text", "date", "number", "choice"]
Align = Literal["left", "right", "center"]
ERROR_VALUE = "\x00error"
"""Stands for "cells marked as faulty" among the filter values of a column."""
Mark = Literal["error", "warn", "edited", "locked"]
"""How a cell is marked: red or amber edge, corner of an edit, grey with a lock."""


@dataclass(frozen=True, kw_only=True)
class Column(Generic[Row]):
    """One column. All functions take a row, which is a frozen record of a listing.

    * ``text``: what the cell shows; ``edit_text`` what the editor starts with (default: text).
    * ``editor``: None makes the column read-only; ``read_only(row)`` locks single cells.
    * ``choices``: entries for the editor "choice"; ``free`` allows other texts as well.
    * ``sort_key``: default is Vietnamese alphabetical order of the text.
    * ``state``: a state of :mod:`thiduaqt.ui.widgets.states` shown as icon and coloured word.
    * ``mark``: edge or tint that says there is something about this cell; ``tooltip`` says what.
    * ``paint``: draws the cell by itself (a ratio bar); text and accessible text stay.
    * ``caption``: columns with the same caption side by side get it above their titles.
    """

    key: str
    title: str
    text: Callable[[Row], str]
    width: int = 120
    align: Align = "left"
    stretch: bool = False
    frozen: bool = False
    hidden: bool = False
    filterable: bool = True
    caption: str = ""
    editor: Editor | None = None
    edit_text: Callable[[Row], str] | None = None
    read_only: Callable[[Row], bool] | None = None
    choices: Callable[[Row | None], Sequence[str]] | Sequence[str] = ()
    free: bool = False
    sort_key: Callable[[Row], Any] | None = None
    tooltip: Callable[[Row], str] | None = None
    state: Callable[[Row], str] | None = None
    mark: Callable[[Row], Mark | None] | None = None
    muted: Callable[[Row], bool] | None = None
    strong: Callable[[Row], bool] | None = None
    struck: Callable[[Row], bool] | None = None
    paint: Callable[[QPainter, QRect, Row], None] | None = None

    def key_of(self, row: Row) -> Any:  # noqa: ANN401 - anything that can be ordered
        """Return the sort key of ``row``."""
        return self.sort_key(row) if self.sort_key else sort_key(self.text(row))

    def may_edit(self, row: Row | None) -> bool:
        """Tell whether the cell of ``row`` (None: the line for a new row) can be edited."""
        if self.editor is None:
            return False
        return row is None or self.read_only is None or not self.read_only(row)

    def entries(self, row: Row | None) -> Sequence[str]:
        """Return the list entries for the cell of ``row``."""
        return self.choices(row) if callable(self.choices) else self.choices


@dataclass(frozen=True, slots=True, kw_only=True)
class CellEdit:
    """One cell the user has changed: ``row`` is the record as it was shown."""

    row: Any
    column_key: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A line above the rows that belong to it; it cannot be chosen."""

    title: str
    detail: str = ""
    state: str = ""


@dataclass(frozen=True, kw_only=True)
class QuickFilter(Generic[Row]):
    """One of the joined buttons above the grid: rows for which ``test`` holds, with their count."""

    key: str
    text: str
    test: Callable[[Row], bool]
    state: str = ""


@dataclass(slots=True)
class Shown(Generic[Row]):
    """Which rows the grid shows and in which order."""

    sort_column: str = ""
    descending: bool = False
    quick: Callable[[Row], bool] | None = None
    values: dict[str, frozenset[str]] = field(default_factory=dict)
    query: str = ""


def default_row_id(row: object) -> Hashable:
    """Return what tells rows apart when none was named: their ``id``."""
    number: Hashable = getattr(row, "id", None)
    return number if number is not None else id(row)


def as_mapping(columns: Sequence[Column[Any]], values: Sequence[str]) -> Mapping[str, str]:
    """Pair the values of a new row with the keys of its columns, leaving out empty ones."""
    return {column.key: value for column, value in zip(columns, values, strict=False) if value}
