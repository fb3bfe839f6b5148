"""The fonts of the cells in an old .xls file (BIFF5 and BIFF8): FONT, XF and cell records."""

from __future__ import annotations

import struct

from thiduaqt.domain.repair import font_kind
from thiduaqt.intake.biff import BrokenContainer, records, workbook_stream

_BOF, _FONT, _XF, _BOUNDSHEET = 0x809, 0x31, 0xE0, 0x85
# Cells with a text: row, column and number of their style open the data.
_TEXT_CELLS = frozenset({0xFD, 0x204, 0xD6, 0x06, 0x406})
_BIFF8 = 0x600


def old_fonts(data: bytes) -> dict[str, dict[tuple[int, int], str]]:
    """Return by sheet the cells (row from 1, column from 0) in an old font, with its name.

    A file that does not hold together gives nothing: whoever reads its values says so.
    """
    try:
        return _fonts(workbook_stream(data))
    except (struct.error, IndexError, BrokenContainer):
        return {}


def _fonts(stream: bytes) -> dict[str, dict[tuple[int, int], str]]:
    wide = True
    fonts: list[str] = []
    styles: list[int] = []
    sheets: dict[int, str] = {}
    found: dict[str, dict[tuple[int, int], str]] = {}
    name = ""
    for kind, start, length in records(stream):
        if kind & 0xFF == _BOF & 0xFF and length >= 2:
            wide = struct.unpack_from("<H", stream, start)[0] >= _BIFF8
            name = sheets.get(start - 4, name)
        elif kind == _FONT and length > 15:
            fonts.append(_text(stream[start + 14 : start + length], wide=wide))
        elif kind == _XF and length >= 2:
            styles.append(struct.unpack_from("<H", stream, start)[0])
        elif kind == _BOUNDSHEET and length > 7:
            place = struct.unpack_from("<L", stream, start)[0]
            sheets[place] = _text(stream[start + 6 : start + length], wide=wide)
        elif kind in _TEXT_CELLS and length >= 6:
            row, column, style = struct.unpack_from("<HHH", stream, start)
            font = _font_of(style, styles, fonts)
            if font_kind(font):
                found.setdefault(name, {})[row + 1, column] = font
    return found


def _font_of(style: int, styles: list[int], fonts: list[str]) -> str:
    """Return the font of a style; there is no font number 4, the fifth one is number 5."""
    if style >= len(styles):
        return ""
    number = styles[style]
    place = number - 1 if number > 4 else number
    return fonts[place] if place < len(fonts) else ""


def _text(data: bytes, *, wide: bool) -> str:
    """Return a short text: its length, in BIFF8 whether it takes two bytes a sign, the signs."""
    length = data[0]
    if not wide:
        return data[1 : 1 + length].decode("cp1252", "replace")
    if data[1] & 1:
        return data[2 : 2 + 2 * length].decode("utf-16-le", "replace")
    return data[2 : 2 + length].decode("latin-1")
