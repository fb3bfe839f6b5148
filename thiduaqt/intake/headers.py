"""Where the heading of a table stands and what its columns are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from thiduaqt.domain.drafts import NAME_FIELDS
from thiduaqt.domain.names import NameKind
from thiduaqt.domain.text import clean, fold
from thiduaqt.intake.aliases import NO_MATCH, Match, match_heading
from thiduaqt.intake.workbook import Sheet

# A list begins within this many rows, or it is no list.
MAX_TITLE_ROWS = 300
_KNOWN = 0.65
_EXACT = 0.8
_SEX_WORDS = {"nam": "male", "nữ": "female", "nu": "female"}
_NUMBERING = re.compile(r"\(?\s*(\d{1,2}|[a-zđ]|[ivx]{1,4})\s*\)?(?:\s*=.*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of a heading: its text from top to bottom and what it was taken for.

    ``spread`` tells that the text comes from a cell merged over several columns.
    """

    column: int
    labels: tuple[str, ...]
    match: Match
    spread: bool = False

    @property
    def text(self) -> str:
        """The heading as shown: parent and child parted by a slash."""
        return " / ".join(self.labels)


@dataclass(frozen=True, slots=True)
class Header:
    """A heading block: rows ``first`` to ``last`` (indices into the sheet), one entry a column.

    ``after`` is the first row below, numbering rows "(1) (2) (3)" left out.
    """

    first: int
    last: int
    after: int
    headings: tuple[Heading, ...]
    kind: NameKind | None = None

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of all columns in their order, to compare two headings."""
        return tuple(heading.match.field for heading in self.headings)


class Grid:
    """The texts of a sheet with merged cells spread out, for reading headings only."""

    def __init__(self, sheet: Sheet) -> None:
        self.rows = sheet.rows
        self._spans: dict[tuple[int, int], tuple[int, int]] = {}
        index_of = {number: index for index, number in enumerate(sheet.numbers)}
        for top, left, bottom, right in sheet.merges:
            index = index_of.get(top)
            if index is not None and bottom - top < 50 and right - left < 500:
                self._spans[index, left] = (bottom - top, right - left)

    def texts(self, index: int) -> dict[int, str]:
        """Return the texts of a row by column; numbers and blanks are left out."""
        if not 0 <= index < len(self.rows):
            return {}
        return {
            column: text
            for column, value in enumerate(self.rows[index])
            if isinstance(value, str) and (text := clean(value))
        }

    def spread(self, index: int) -> dict[int, tuple[str, bool]]:
        """Like :meth:`texts`, with cells merged over columns repeated (and marked)."""
        found = {column: (text, False) for column, text in self.texts(index).items()}
        for column, (text, _) in list(found.items()):
            _, width = self._spans.get((index, column), (0, 0))
            for other in range(column + 1, column + width + 1):
                found.setdefault(other, (text, True))
            if width:
                found[column] = (text, True)
        return found

    def height(self, index: int, column: int) -> int:
        """Return how many rows further down the cell reaches by merging."""
        return self._spans.get((index, column), (0, 0))[0]

    def width(self, index: int, column: int) -> int:
        """Return how many columns further right the cell reaches by merging."""
        return self._spans.get((index, column), (0, 0))[1]


def find_header(grid: Grid, start: int = 0, stop: int | None = None) -> Header | None:
    """Return the first heading block at or below row ``start``, or None."""
    end = min(len(grid.rows), start + MAX_TITLE_ROWS) if stop is None else stop
    for index in range(start, end):
        if is_heading_row(grid.texts(index), grid, index):
            return header_at(grid, index)
    return None


def is_heading_row(texts: dict[int, str], grid: Grid, index: int) -> bool:
    """Tell whether a row is the one of a heading that holds the names' column."""
    matches = [match_heading(text) for text in texts.values() if len(text) <= 120]
    fields = {match.field for match in matches if match.confidence >= _KNOWN and match.field}
    if fields & {"full_name", "family_name"}:
        names = [match for match in matches if match.field in NAME_FIELDS]
        if len(fields) >= 2 and len(texts) >= 2:
            return True
        alone = len(texts) == 1 and names[0].confidence >= 1.0 and names[0].kind is not None
        return alone and not grid.width(index, next(iter(texts)))
    exact = {match.field for match in matches if match.confidence >= _EXACT}
    return "unit" in exact and bool(exact & {"achievement", "award"})


def header_at(grid: Grid, index: int) -> Header:
    """Return the heading block around row ``index``."""
    first = index
    while first > 0 and index - first < 2 and _belongs_above(grid, first, index):
        first -= 1
    last = index
    while last - index < 2 and _belongs_below(grid, last):
        last += 1
    headings = _headings(grid, first, last)
    after = last + 1
    while after < len(grid.rows) and is_numbering(grid.rows[after]):
        after += 1
    kinds = {
        heading.match.kind
        for heading in headings
        if heading.match.field == "full_name" and heading.match.kind
    }
    return Header(first, last, after, headings, kinds.pop() if len(kinds) == 1 else None)


def is_numbering(row: Sequence[Any]) -> bool:
    """Tell whether a row numbers the columns: 1 2 3, (1) (2) (3), A B 1 2."""
    texts = [fold(_bare(value)) for value in row if _bare(value)]
    if len(texts) < 3 or not all(_NUMBERING.fullmatch(text) for text in texts):
        return False
    numbers = [int(found) for text in texts for found in re.findall(r"^\(?\s*(\d{1,2})", text)]
    return len(numbers) >= 2 and all(b - a == 1 for a, b in pairwise(numbers))


def _bare(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return clean(str(value)) if value not in (None, "") else ""


def _belongs_above(grid: Grid, first: int, anchor: int) -> bool:
    """Tell whether the row above the block is part of it: it names columns the block does not."""
    above = grid.texts(first - 1)
    if len(above) < 2:
        return False
    block = grid.texts(anchor)
    for column, text in above.items():
        reaches = grid.height(first - 1, column) >= 1
        if column not in block and reaches and match_heading(text) is not NO_MATCH:
            return True
    return False


def _belongs_below(grid: Grid, last: int) -> bool:
    """Tell whether the row below the block is a second heading row (Nam | Nữ below Năm sinh)."""
    below = grid.texts(last + 1)
    if not below or any(isinstance(value, int | float) for value in grid.rows[last + 1]):
        return False
    block = grid.texts(last)
    wide = [column for column in block if grid.width(last, column)]
    under_wide = {
        column for start in wide for column in range(start, start + grid.width(last, start) + 1)
    }
    free = {column for column in below if column not in block or column in under_wide}
    if len(free) < len(below):
        return False
    words = [fold(text) for text in below.values()]
    if all(word in _SEX_WORDS or match_heading(word) is not NO_MATCH for word in words):
        return True
    return bool(wide) and free <= under_wide and all(len(word) <= 40 for word in words)


def _headings(grid: Grid, first: int, last: int) -> tuple[Heading, ...]:
    spread = [grid.spread(index) for index in range(first, last + 1)]
    columns = sorted({column for row in spread for column in row})
    found: list[Heading] = []
    for column in columns:
        cells = [row[column] for row in spread if column in row]
        labels = tuple(dict.fromkeys(text for text, _ in cells))
        found.append(Heading(column, labels, _meaning(labels), cells[-1][1]))
    return tuple(found)


def _meaning(labels: tuple[str, ...]) -> Match:
    """Return what a column is taken for, from its labels top to bottom."""
    child = labels[-1]
    own = match_heading(child)
    if len(labels) == 1:
        return own
    parent = match_heading(labels[-2])
    sex = _SEX_WORDS.get(clean(child).lower())
    if sex:
        return Match(f"birth_{sex}" if parent.field == "birth" else f"sex_{sex}", 1.0)
    if own.confidence >= _KNOWN:
        return own
    together = match_heading(f"{labels[-2]} {child}")
    return together if together.confidence > parent.confidence else parent
