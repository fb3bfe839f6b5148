"""What the XML of a sheet says besides values: how far it reaches, what is hidden or not computed.

The XML is searched as bytes, not parsed: for ten thousand rows that costs a few milliseconds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# A sheet that reaches further is read cell by cell; a table of 1,048,576 rows is never laid out.
MAX_DENSE_CELLS = 3_000_000
_EXCEL_ROWS, _EXCEL_COLUMNS = 1_048_576, 16_384

# Addresses are looked for with blanks taken out and one kind of quote, so that no way of writing
# them escapes. Up to column Z and row 99999 a sheet is small enough whatever it holds.
_BLANKS = b" \t\r\n"
_UNUSUAL = re.compile(rb'r="(?![A-Z]?[1-9]\d{0,4}")')
_BEFORE_R = (b"<c", b"<row", b'"')
_VALUE = re.compile(rb'(<c|<row|")r="([^"<>]*)')
_ADDRESS = re.compile(rb"([A-Z]{0,3})([1-9]\d{0,6})")

_HIDDEN = re.compile(rb'<(row|col) [^<>]*?hidden="(?:1|true)"[^<>]*>')
_NUMBER = {name: re.compile(rb' %s="(\d{1,7})"' % name) for name in (b"r", b"min", b"max")}
_CELL = rb'<c [^<>]*?r="([A-Z]{1,3})(\d{1,7})"'
_FORMULA_CELL = re.compile(
    _CELL + rb"[^<>]*>\s*<f(?:\s[^<>]*)?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>"
)
_ERROR_CELL = re.compile(
    _CELL + rb'[^<>]*t="e"[^<>]*>(?:\s*<f[^<]*(?:</f>)?)?\s*<v>([^<]{1,20})</v>'
)


# First row (from 1), first column (from 0), last row, last column.
Merge = tuple[int, int, int, int]
_MERGE = re.compile(rb'<mergeCell [^<>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')


@dataclass(frozen=True, slots=True)
class SheetScan:
    """What was found beside the values. Rows count from 1, columns from 0.

    ``uncomputed`` are formulas that no program has calculated, ``errors`` cells such as #REF!.
    """

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    uncomputed: frozenset[tuple[int, int]] = frozenset()
    errors: dict[tuple[int, int], str] = field(default_factory=dict)


def scan(xml: bytes) -> SheetScan:
    """Search the XML of one sheet for what stands beside the values."""
    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    if b'hidden="' in xml:
        rows, columns = _hidden(xml)
    uncomputed: frozenset[tuple[int, int]] = frozenset()
    if b"<f" in xml:
        uncomputed = frozenset(
            (int(found[2]), column_number(found[1])) for found in _FORMULA_CELL.finditer(xml)
        )
    errors: dict[tuple[int, int], str] = {}
    if b't="e"' in xml:
        errors = {
            (int(found[2]), column_number(found[1])): found[3].decode("ascii", "replace")
            for found in _ERROR_CELL.finditer(xml)
        }
    return SheetScan(
        hidden_rows=rows,
        hidden_columns=columns,
        uncomputed=uncomputed,
        errors=errors,
    )


def merges_of(xml: bytes) -> tuple[Merge, ...]:
    """Return the merged ranges of a sheet."""
    return tuple(
        (int(found[2]), column_number(found[1]), int(found[4]), column_number(found[3]))
        for found in _MERGE.finditer(xml)
    )


def column_number(letters: bytes | str) -> int:
    """Return the number of a column from 0: A is 0, AA is 26."""
    text = letters.decode("ascii") if isinstance(letters, bytes) else letters
    number = 0
    for letter in text.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letters(number: int) -> str:
    """Return the letters of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    number += 1
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def is_sparse(xml: bytes) -> bool:
    """Tell whether laying the sheet out as a table would take too much memory.

    Raises ValueError for an address that no sheet has: readers make huge tables of such ones.
    """
    bare = xml.replace(b"'", b'"').translate(None, _BLANKS)
    if not any(
        bare[max(found.start() - 4, 0) : found.start()].endswith(_BEFORE_R)
        for found in _UNUSUAL.finditer(bare)
    ):
        return False
    last_row = last_column = 0
    for found in _VALUE.finditer(bare):
        address = _ADDRESS.fullmatch(found[2])
        if address is None:
            raise ValueError(f"address {found[2][:20]!r}")
        last_row = max(last_row, int(address[2]))
        if address[1]:
            last_column = max(last_column, column_number(address[1]))
    if last_row > _EXCEL_ROWS or last_column >= _EXCEL_COLUMNS:
        raise ValueError(f"row {last_row}, column {last_column}")
    return last_row * (last_column + 1) > MAX_DENSE_CELLS


def _hidden(xml: bytes) -> tuple[frozenset[int], frozenset[int]]:
    rows: set[int] = set()
    columns: set[int] = set()
    for found in _HIDDEN.finditer(xml):
        tag = found[0]
        if found[1] == b"row":
            row = _NUMBER[b"r"].search(tag)
            if row:
                rows.add(int(row[1]))
            continue
        first, last = _NUMBER[b"min"].search(tag), _NUMBER[b"max"].search(tag)
        if first and last:
            stop = min(int(last[1]), _EXCEL_COLUMNS, int(first[1]) + 256)
            columns.update(range(int(first[1]) - 1, stop))
    return frozenset(row for row in rows if row <= _EXCEL_ROWS), frozenset(columns)
