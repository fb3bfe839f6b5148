"""Reads the text of a .docx file: paragraphs, tables, automatic numbers, page and letters.

Deleted tracked text is not read; inserted text is. Nothing is followed outside the file.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from thiduaqt.domain.errors import BadFile
from thiduaqt.domain.lint.text import PageLayout, Paragraph, PlanText, Table
from thiduaqt.domain.text import clean
from thiduaqt.intake.archive import MIB, Archive, abnormal, check_all, damaged
from thiduaqt.intake.docx_numbers import Numbers
from thiduaqt.intake.docx_styles import Looks, W, child, value
from thiduaqt.intake.plan_text import MAX_PARAGRAPHS, line_goes_on, refuse_too_long

MAX_PART = 24 * MIB
# Opening and closing marks of elements; a long plan in runs of one word has some 600,000.
MAX_MARKS = 1_000_000
MAX_DEPTH = 60
_TWIPS_PER_MM = 56.6929
# Text in these is not part of the document: deleted, moved away, or kept for older programs.
_NOT_READ = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}rPr", f"{W}pPr"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARTS = ("word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml")


def read_docx_text(name: str, archive: Archive) -> PlanText:
    """Return the text of a checked archive. Raises :class:`BadFile` where it is damaged."""
    wanted = check_all(archive, lambda entry: entry.lower() in _PARTS)
    parts = {entry.lower(): data for entry, data in wanted.items()}
    body = child(_parsed(parts.get("word/document.xml", b"")), "body")
    if body is None:
        raise damaged()
    reader = _Reader(
        Looks(_optional(parts.get("word/styles.xml"))),
        Numbers(_optional(parts.get("word/numbering.xml"))),
    )
    reader.take(body)
    reader.take_notes(_optional(parts.get("word/footnotes.xml")))
    refuse_too_long(name, len(reader.paragraphs), sum(len(p.text) for p in reader.paragraphs))
    if not reader.paragraphs:
        raise BadFile(
            f"Tệp “{name}” không có chữ nào.",
            todo="Chọn tệp .docx hoặc .txt có nội dung văn bản.",
            code="FILE_NO_TEXT",
        )
    return PlanText.of(reader.paragraphs, tables=reader.tables, layout=_layout(body, reader))


def _parsed(data: bytes) -> Any:  # noqa: ANN401 - an XML element
    from defusedxml import DefusedXmlException  # noqa: PLC0415 - only with a document at hand
    from defusedxml.ElementTree import ParseError, fromstring  # noqa: PLC0415

    if len(data) > MAX_PART:
        raise abnormal(f"nội dung lớn hơn {MAX_PART // MIB} MB")
    if data.count(b"<") > MAX_MARKS:
        raise abnormal("quá nhiều phần tử")
    try:
        return fromstring(data)
    except DefusedXmlException as fault:
        raise abnormal("có khai báo thực thể XML") from fault
    except (ParseError, ValueError, LookupError) as fault:
        raise damaged() from fault


def _optional(data: bytes | None) -> Any:  # noqa: ANN401 - an XML element or None
    return None if data is None else _parsed(data)


class _Reader:
    """Walks the body once, in the order of the page."""

    def __init__(self, looks: Looks, numbers: Numbers) -> None:
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []
        self.fonts: dict[str, int] = {}
        self.sizes: dict[float, int] = {}
        self._looks = looks
        self._numbers = numbers

    def take(self, element: Any, depth: int = 0) -> None:  # noqa: ANN401 - an XML element
        """Read paragraphs and tables below an element, through content controls and the like."""
        if depth > MAX_DEPTH:
            raise abnormal("lồng quá sâu")
        for item in element:
            if item.tag == f"{W}p":
                self._paragraph(item)
            elif item.tag == f"{W}tbl":
                self._table(item, depth)
            elif item.tag not in _NOT_READ and item.tag != _FALLBACK and len(item):
                self.take(item, depth + 1)
        if len(self.paragraphs) > MAX_PARAGRAPHS:
            raise abnormal(f"hơn {MAX_PARAGRAPHS} đoạn")

    def take_notes(self, notes: Any) -> None:  # noqa: ANN401 - an XML element or None
        """Read the footnotes after the body."""
        for note in [] if notes is None else notes:
            if note.get(f"{W}type") in (None, "normal"):
                text = clean(" ".join("".join(lines) for lines in _lines(note)))
                if text:
                    self.paragraphs.append(Paragraph(text=text, part="note"))

    def _paragraph(self, element: Any, *, cell: bool = False) -> list[str]:  # noqa: ANN401
        """Read one paragraph; a line break inside it starts another one for the checks."""
        number = self._numbers.of(element, self._looks)
        lines = _joined([clean("".join(line)) for line in _lines(element)])
        if number and any(lines):
            first = next(place for place, line in enumerate(lines) if line)
            lines[first] = f"{number} {lines[first]}"
        style = self._looks.of(element)
        base = self._looks.base(element)
        for run, length in _runs(element):
            look = self._looks.run(base, run)
            self.fonts[look.font] = self.fonts.get(look.font, 0) + length
            self.sizes[look.size] = self.sizes.get(look.size, 0) + length
        made = [line for line in lines if line]
        for line in made:
            self.paragraphs.append(
                Paragraph(text=line, part="table" if cell else "body", style=style)
            )
        return made

    def _table(self, table: Any, depth: int) -> None:  # noqa: ANN401 - an XML element
        """Read a table; one without ruled cells is a frame and its text counts as body."""
        start = len(self.paragraphs) + 1
        frame = _is_frame(table)
        rows: list[tuple[str, ...]] = []
        for row in table.iter(f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            cells = []
            for cell in row.findall(f"{W}tc"):
                before = len(self.paragraphs)
                self._cell(cell, depth + 1, frame=frame)
                cells.append(" ".join(p.text for p in self.paragraphs[before:]))
            rows.append(tuple(cells))
        if not frame:
            self.tables.append(Table(rows=tuple(rows), paragraph=start))

    def _cell(self, cell: Any, depth: int, *, frame: bool) -> None:  # noqa: ANN401
        if depth > MAX_DEPTH:
            raise abnormal("lồng quá sâu")
        for item in cell:
            if item.tag == f"{W}p":
                self._paragraph(item, cell=not frame)
            elif item.tag == f"{W}sdt":
                self.take(item, depth + 1)


def _is_frame(table: Any) -> bool:  # noqa: ANN401 - an XML element
    """Tell a table that only holds blocks side by side (letterhead, signing): no lines drawn."""
    borders = table.find(f"{W}tblPr/{W}tblBorders")
    drawn = borders is not None and any(
        value(line, "val") not in ("", "none", "nil") for line in borders
    )
    style = table.find(f"{W}tblPr/{W}tblStyle")
    ruled = style is not None and "grid" in value(style, "val").lower()
    widest = max((len(row.findall(f"{W}tc")) for row in table.findall(f"{W}tr")), default=0)
    return not drawn and not (ruled and widest > 2) and widest <= 3


def _joined(lines: list[str]) -> list[str]:
    """Join lines that a break by hand tore apart in the middle of a sentence."""
    made: list[str] = []
    for line in lines:
        if made and line and made[-1] and line_goes_on(made[-1], line):
            made[-1] += f" {line}"
        else:
            made.append(line)
    return made


def _lines(element: Any) -> list[list[str]]:  # noqa: ANN401 - an XML element
    lines: list[list[str]] = [[]]
    for piece in _pieces(element, 0):
        if piece == "\n":
            lines.append([])
        else:
            lines[-1].append(piece)
    return lines


def _pieces(element: Any, depth: int) -> Iterator[str]:  # noqa: ANN401 - an XML element
    if depth > MAX_DEPTH:
        raise abnormal("lồng quá sâu")
    for item in element:
        if item.tag in _NOT_READ or item.tag == _FALLBACK:
            continue
        if item.tag == f"{W}t":
            yield item.text or ""
        elif item.tag == f"{W}tab":
            yield " "
        elif item.tag in (f"{W}br", f"{W}cr"):
            yield "\n"
        elif item.tag == f"{W}noBreakHyphen":
            yield "-"
        else:
            yield from _pieces(item, depth + 1)


def _runs(element: Any) -> Iterator[tuple[Any, int]]:  # noqa: ANN401 - an XML element
    """Yield each run with the number of letters in it."""
    for run in element.iter(f"{W}r"):
        length = sum(len((text.text or "").strip()) for text in run.findall(f"{W}t"))
        if length:
            yield run, length


def _layout(body: Any, reader: _Reader) -> PageLayout:  # noqa: ANN401 - an XML element
    """Return the page of the first section; annexes may lie across."""
    section = next(body.iter(f"{W}sectPr"), None)
    size = None if section is None else section.find(f"{W}pgSz")
    margins = None if section is None else section.find(f"{W}pgMar")
    return PageLayout(
        width=_mm(size, "w"),
        height=_mm(size, "h"),
        top=_mm(margins, "top"),
        bottom=_mm(margins, "bottom"),
        left=_mm(margins, "left"),
        right=_mm(margins, "right"),
        fonts=tuple(sorted(reader.fonts.items(), key=lambda item: -item[1])),
        sizes=tuple(sorted(reader.sizes.items(), key=lambda item: -item[1])),
    )


def _mm(element: Any, name: str) -> float:  # noqa: ANN401 - an XML element or None
    try:
        twips = float(value(element, name) or 0) if element is not None else 0.0
    except ValueError:
        return 0.0
    return round(abs(twips) / _TWIPS_PER_MM, 1) if math.isfinite(twips) else 0.0
