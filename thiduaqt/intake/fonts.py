"""Which cells stand in a font from before Unicode (.VnTime, VNI-Times).

Only the cells in such fonts are looked for, and only where the file uses one at all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from thiduaqt.domain.errors import BadFile
from thiduaqt.domain.repair import font_kind
from thiduaqt.intake.archive import MIB, Archive
from thiduaqt.intake.sheet_scan import column_number

# The fonts of cells by row (from 1) and column (from 0).
Fonts = Mapping[tuple[int, int], str]
_MAX_STYLES = 8 * MIB
_MAX_CELLS = 400_000
_OLD_FONT = re.compile(rb"""=["'](?:\.vn|vni)""", re.IGNORECASE)
_CELL = re.compile(rb"<(?:\w+:)?c\s([^<>]*)>")
_PLACE = re.compile(rb"""\br=["']([A-Z]{1,3})(\d{1,7})["']""")
_STYLE = re.compile(rb"""\bs=["'](\d{1,6})["']""")


def old_styles(archive: Archive | None) -> dict[int, str]:
    """Return the cell styles of a workbook that use an old font, with its name."""
    if archive is None:
        return {}
    entry = next((name for name in archive.entries if name.lower() == "xl/styles.xml"), None)
    if entry is None or archive.entries[entry].file_size > _MAX_STYLES:
        return {}
    try:
        xml = archive.read(entry)
    except BadFile:
        return {}
    return _styles(xml) if _OLD_FONT.search(xml) else {}


def _styles(xml: bytes) -> dict[int, str]:
    from defusedxml import DefusedXmlException  # noqa: PLC0415 - only with such a workbook
    from defusedxml.ElementTree import ParseError, fromstring  # noqa: PLC0415

    try:
        root = fromstring(xml)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        # Styles decide nothing without which the list could not be read.
        return {}
    fonts = [_name(font) for font in _children(root, "fonts")]
    found: dict[int, str] = {}
    for number, style in enumerate(_children(root, "cellXfs")):
        place = str(style.get("fontId", "0"))
        font = fonts[int(place)] if place.isdecimal() and int(place) < len(fonts) else ""
        if font_kind(font):
            found[number] = font
    return found


def _children(root: Any, name: str) -> list[Any]:  # noqa: ANN401 - an XML element
    return next((list(part) for part in root if _local(part) == name), [])


def _name(font: Any) -> str:  # noqa: ANN401 - an XML element
    return next((str(part.get("val", "")) for part in font if _local(part) == "name"), "")


def _local(element: Any) -> str:  # noqa: ANN401 - an XML element
    return str(element.tag).rpartition("}")[2]


def fonts_of(xml: bytes, styles: Mapping[int, str]) -> dict[tuple[int, int], str]:
    """Return the cells of a sheet that use one of ``styles``, with the name of the font."""
    found: dict[tuple[int, int], str] = {}
    if not styles:
        return found
    for cell in _CELL.finditer(xml):
        style = _STYLE.search(cell[1])
        font = styles.get(int(style[1]) if style else 0)
        place = _PLACE.search(cell[1]) if font else None
        if font and place:
            found[int(place[2]), column_number(place[1])] = font
            if len(found) >= _MAX_CELLS:
                break
    return found
