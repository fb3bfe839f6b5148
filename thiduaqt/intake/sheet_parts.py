"""Which part of an .xlsx file holds which sheet."""

from __future__ import annotations

import posixpath
from typing import Any

from thiduaqt.intake.archive import MIB, Archive, damaged

_MAX_WORKBOOK_PART = 4 * MIB
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def sheet_parts(archive: Archive) -> dict[str, str]:
    """Return the entry of each sheet by the sheet's name. Raises :class:`BadFile` if damaged."""
    entries = {name.lower(): name for name in archive.entries}
    workbook = _parsed(archive, entries.get("xl/workbook.xml"))
    relations = _parsed(archive, entries.get("xl/_rels/workbook.xml.rels"))
    if workbook is None:
        raise damaged()
    targets: dict[str, str] = {}
    for relation in [] if relations is None else relations:
        target = posixpath.normpath(posixpath.join("xl", str(relation.get("Target", ""))))
        targets[str(relation.get("Id"))] = target.lstrip("/")
    found: dict[str, str] = {}
    for element in workbook.iter():
        if _local(element) != "sheet":
            continue
        target = targets.get(str(element.get(_RELATION)), "").lower()
        if target in entries:
            found[str(element.get("name", ""))] = entries[target]
    return found


def _parsed(archive: Archive, entry: str | None) -> Any:  # noqa: ANN401 - an XML element
    from defusedxml import DefusedXmlException  # noqa: PLC0415 - only with a workbook at hand
    from defusedxml.ElementTree import ParseError, fromstring  # noqa: PLC0415

    if entry is None:
        return None
    if archive.entries[entry].file_size > _MAX_WORKBOOK_PART:
        raise damaged()
    try:
        return fromstring(archive.read(entry))
    except (ParseError, DefusedXmlException, ValueError, LookupError) as fault:
        raise damaged() from fault


def _local(element: Any) -> str:  # noqa: ANN401 - an XML element
    return str(element.tag).rpartition("}")[2]
