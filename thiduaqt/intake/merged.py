"""Cells merged over several rows: their value holds for each of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from thiduaqt.intake.workbook import Sheet

# No list has more merged cells; a hostile file may.
_MAX_FILLED = 300_000


def fill_down(
    sheet: Sheet, start: int, columns: Mapping[str, int], names: Sequence[int]
) -> frozenset[int]:
    """Repeat merged values in the rows from ``start`` on, in the columns that are read.

    Names and ordinals are not repeated: the rows below continue the same nominee. Returns the
    indices of those rows.
    """
    once = {*names, columns.get("ordinal", -1)}
    wanted = set(columns.values())
    continued: set[int] = set()
    filled = 0
    for top, left, bottom, _ in sheet.merges:
        if left not in wanted or bottom == top:
            continue
        first = bisect_left(sheet.numbers, top)
        if first < start or first >= len(sheet.rows) or sheet.numbers[first] != top:
            continue
        row = sheet.rows[first]
        value = row[left] if left < len(row) else ""
        if value in ("", None):
            continue
        for index in range(first + 1, len(sheet.rows)):
            filled += 1
            if sheet.numbers[index] > bottom or filled > _MAX_FILLED:
                break
            if left in names:
                continued.add(index)
            elif left not in once and left < len(sheet.rows[index]):
                sheet.rows[index][left] = value
    return frozenset(continued)
