"""Blocks of cells as spreadsheets put them on the clipboard: tab-separated text and HTML tables."""

from __future__ import annotations

import html
from collections.abc import Sequence
from html.parser import HTMLParser

Block = list[list[str]]


def parse_tsv(text: str) -> Block:
    """Read tab-separated text as a spreadsheet writes it.

    A cell in quotes may hold tabs, line breaks and doubled quotes. A quote inside a cell that did
    not begin with one is an ordinary sign. The line break at the end does not begin a row.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.removesuffix("\n")
    rows: Block = [[]]
    place = 0
    while True:
        cell, place = _cell(text, place)
        rows[-1].append(cell)
        if place >= len(text):
            return rows
        if text[place] == "\n":
            rows.append([])
        place += 1


def _cell(text: str, start: int) -> tuple[str, int]:
    """Return the cell that begins at ``start`` and where its separator stands."""
    if text.startswith('"', start):
        quoted = _quoted(text, start + 1)
        if quoted is not None:
            return quoted
    end = start
    while end < len(text) and text[end] not in "\t\n":
        end += 1
    return text[start:end], end


def _quoted(text: str, place: int) -> tuple[str, int] | None:
    """Return a quoted cell; None if its closing quote is missing or is followed by letters."""
    parts: list[str] = []
    while True:
        end = text.find('"', place)
        if end < 0:
            return None
        parts.append(text[place:end])
        if not text.startswith('"', end + 1):
            break
        parts.append('"')
        place = end + 2
    after = end + 1
    if after < len(text) and text[after] not in "\t\n":
        return None
    return "".join(parts), after


class _Tables(HTMLParser):
    """Collects the cells of the first table of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: Block = []
        self._cell: list[str] | None = None
        self._span = 1
        self._depth = 0
        self._finished = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._finished:
            return
        if tag == "table":
            self._depth += 1
        elif tag == "tr" and self._depth == 1:
            self._close_cell()
            self.rows.append([])
        elif tag in ("td", "th") and self._depth == 1:
            self._close_cell()
            self._cell = []
            self._span = _number(dict(attrs).get("colspan"))
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr") and self._depth == 1:
            self._close_cell()
        elif tag == "table" and self._depth:
            self._close_cell()
            self._depth -= 1
            self._finished = self._depth == 0

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            # Line breaks in the source are spaces; only <br> breaks a line.
            self._cell.append(" ".join(data.split()) if data.strip() else " ")
            if data[-1:].isspace() and data.strip():
                self._cell.append(" ")

    def _close_cell(self) -> None:
        if self._cell is None:
            return
        text = "".join(self._cell)
        lines = [" ".join(line.split()) for line in text.split("\n")]
        if not self.rows:
            self.rows.append([])
        self.rows[-1].append("\n".join(lines).strip())
        self.rows[-1].extend([""] * (self._span - 1))
        self._cell = None


def _number(text: str | None) -> int:
    return max(1, min(int(text), 200)) if text and text.isdecimal() else 1


def parse_html(text: str) -> Block:
    """Read the first table of an HTML fragment; an empty list where there is none."""
    reader = _Tables()
    reader.feed(text)
    reader.close()
    return [row for row in reader.rows if row]


def parse(plain: str, rich: str) -> Block:
    """Read a clipboard that offers both forms.

    Plain text is preferred: it has the line breaks and the exact texts. HTML decides only where
    the plain text has a single column and the table has more (some office programs do that).
    """
    rows = parse_tsv(plain) if plain else []
    if rich and "<t" in rich.lower():
        table = parse_html(rich)
        if table and width(table) > width(rows):
            return table
    return rows


def width(block: Sequence[Sequence[str]]) -> int:
    """Return the length of the longest row."""
    return max((len(row) for row in block), default=0)


def squared(block: Sequence[Sequence[str]]) -> Block:
    """Return ``block`` with all rows as long as the longest."""
    wide = width(block)
    return [[*row, *[""] * (wide - len(row))] for row in block]


def to_tsv(block: Sequence[Sequence[str]]) -> str:
    """Write ``block`` as tab-separated text that a spreadsheet reads back unchanged."""
    return "\r\n".join("\t".join(_quote(cell) for cell in row) for row in block)


def _quote(cell: str) -> str:
    if any(sign in cell for sign in '\t\n\r"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def to_html(block: Sequence[Sequence[str]]) -> str:
    """Write ``block`` as an HTML table; long digit strings stay text in a spreadsheet."""
    lines = ["<html><head><meta charset='utf-8'></head><body><table>"]
    lines.extend("<tr>" + "".join(_td(cell) for cell in row) + "</tr>" for row in block)
    lines.append("</table></body></html>")
    return "\n".join(lines)


def _td(cell: str) -> str:
    style = " style='mso-number-format:\"\\@\"'" if cell[:1] == "0" or len(cell) > 11 else ""
    return f"<td{style}>" + html.escape(cell).replace("\n", "<br>") + "</td>"
