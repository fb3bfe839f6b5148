"""Sheets whose text stands in old fonts or is spoiled: read as it was meant, cell by cell.

A clean sheet costs one search over all its text. Where something is odd, the odd cells are
judged first; what is sure about them then helps with those that could be read either way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from thiduaqt.domain.repair import (
    ENCODINGS,
    TRUE_UNICODE,
    Kind,
    Repaired,
    is_suspect,
    repair,
)
from thiduaqt.intake import biff_fonts
from thiduaqt.intake.fonts import Fonts, fonts_of, old_styles
from thiduaqt.intake.guard import KnownFile
from thiduaqt.intake.sheet_parts import sheet_parts
from thiduaqt.intake.workbook import Sheet, Workbook

# So many cells must surely be in an encoding before their neighbours are read alike.
_ENOUGH = 3
_FEW = 2
# Names of fonts as .xls files keep them, one or two bytes a sign.
_OLD_FONT = re.compile(rb"\.\x00?[vV]\x00?[nN]|[vV]\x00?[nN]\x00?[iI]\x00?[- ]")
Place = tuple[int, int]


@dataclass(slots=True)
class _Votes:
    """What is sure about the cells of a column or sheet: how many stand in which encoding."""

    kinds: Counter[Kind] = field(default_factory=Counter)
    unicode: int = 0

    def hint(self) -> Kind:
        """Return the encoding of all that is not plain, or "" where they are mixed."""
        if len(self.kinds) != 1:
            return ""
        kind, count = self.kinds.most_common(1)[0]
        few = self.unicode <= _FEW or self.unicode * 4 <= count
        return kind if count >= _ENOUGH and few else ""


def repaired_book(book: Workbook, file: KnownFile, *, unsure: bool = False) -> Workbook:
    """Return the workbook with its text read as it was meant; each sheet lists its repairs.

    ``unsure`` tells that somebody looked at the doubtful readings and found them right.
    """
    fonts = _fonts(file)
    sheets = tuple(repaired_sheet(sheet, fonts, unsure=unsure) for sheet in book.sheets)
    if all(new is old for new, old in zip(sheets, book.sheets, strict=True)):
        return book
    return replace(book, sheets=sheets)


def _fonts(file: KnownFile) -> Callable[[str], Fonts]:
    """Return a way to ask for the old fonts of a sheet; the file is searched when asked first."""
    if file.format == "xls":
        if _OLD_FONT.search(file.data) is None:
            return lambda _name: {}
        by_sheet: dict[str, dict[Place, str]] = {}

        def of_old(name: str) -> Fonts:
            if not by_sheet:
                by_sheet.update(biff_fonts.old_fonts(file.data) or {"": {}})
            return by_sheet.get(name, {})

        return of_old
    styles = old_styles(file.archive)
    if not styles or file.archive is None:
        return lambda _name: {}
    parts = sheet_parts(file.archive)
    return lambda name: fonts_of(file.parts.get(parts.get(name, ""), b""), styles)


def repaired_sheet(sheet: Sheet, fonts_in: Callable[[str], Fonts], *, unsure: bool) -> Sheet:
    """Return a sheet with its text read as it was meant, or ``sheet`` itself where it is clean."""
    cells = set().union(*sheet.rows)
    whole = "\n".join([cell for cell in cells if type(cell) is str and not cell.isascii()])
    if not whole:
        return sheet
    fonts = fonts_in(sheet.name)
    if not fonts and not is_suspect(whole):
        return sheet
    return _Repairs(sheet, fonts, unsure).result()


@dataclass(slots=True)
class _Repairs:
    """The repairs of one sheet as they are found."""

    sheet: Sheet
    fonts: Fonts
    unsure: bool
    found: dict[Place, Repaired] = field(default_factory=dict)

    def result(self) -> Sheet:
        """Return the sheet with what was found put in place."""
        self._judge_odd_cells()
        if any(each.kind in ENCODINGS for each in self.found.values()):
            self._judge_the_rest()
        found = {place: each for place, each in self.found.items() if each.kind in ENCODINGS}
        if not found:
            return self.sheet
        return replace(self.sheet, rows=_replaced(self.sheet, found), repairs=found)

    def _texts(self) -> Iterator[tuple[Place, str]]:
        for number, row in zip(self.sheet.numbers, self.sheet.rows, strict=True):
            for column, cell in enumerate(row):
                if type(cell) is str and not cell.isascii():
                    yield (number, column), cell

    def _judge_odd_cells(self) -> None:
        for place, text in self._texts():
            font = self.fonts.get(place, "")
            if font or is_suspect(text):
                self._take(place, repair(text, font))

    def _take(self, place: Place, each: Repaired) -> None:
        if each.kind in ENCODINGS:
            sure = self.unsure or each.confidence == "sure"
            self.found[place] = replace(each, confidence="sure") if sure else each
        else:
            self.found.pop(place, None)

    def _judge_the_rest(self) -> None:
        """Read what could be either way as its column surely is, or else as its sheet."""
        columns, around = self._votes()
        sheet_hint = around.hint()
        hints = {column: votes.hint() or sheet_hint for column, votes in columns.items()}
        for place, text in self._texts():
            hint = hints.get(place[1], sheet_hint)
            known = self.found.get(place)
            if place in self.fonts or (known is not None and known.confidence == "sure"):
                continue
            # Another font beside cells in an old one says that this text is in Unicode.
            if self.fonts and known is None:
                hint = ""
            self._take(place, repair(text, "", hint))

    def _votes(self) -> tuple[Mapping[int, _Votes], _Votes]:
        columns: dict[int, _Votes] = {}
        around = _Votes()
        for place, text in self._texts():
            found = self.found.get(place)
            votes = columns.setdefault(place[1], _Votes())
            if found is not None and found.confidence == "sure":
                votes.kinds[found.kind] += 1
                around.kinds[found.kind] += 1
            elif found is None and TRUE_UNICODE.search(text):
                votes.unicode += 1
                around.unicode += 1
        return columns, around


def _replaced(sheet: Sheet, found: Mapping[Place, Repaired]) -> list[list[object]]:
    by_row: dict[int, dict[int, str]] = {}
    for (number, column), each in found.items():
        if each.confidence == "sure":
            by_row.setdefault(number, {})[column] = each.text
    return [
        [changes.get(column, cell) for column, cell in enumerate(row)]
        if (changes := by_row.get(number))
        else row
        for number, row in zip(sheet.numbers, sheet.rows, strict=True)
    ]
