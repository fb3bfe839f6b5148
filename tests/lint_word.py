"""Made plans as Word files, with letterhead and signing block in tables as offices have them."""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from tests.lint_plans import Line, Made

_HEAD = ("state", "motto", "number", "date")


def word_file(made: Made) -> bytes:
    """Return the plan as a .docx file with the page it asks for (``Made.page``)."""
    document = docx.Document()
    _page(document, made)
    size = float(made.page.get("size", 14))
    normal = document.styles["Normal"]
    normal.font.size = Pt(size)
    normal.font.name = str(made.page.get("font", "Times New Roman"))
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    first = next(n for n, line in enumerate(made.lines) if line.text == "KẾ HOẠCH")
    _letterhead(document, made.lines[:first])
    last = next(n for n, line in enumerate(made.lines) if line.text == "Nơi nhận:")
    for line in made.lines[first:last]:
        document.add_paragraph(line.text)
    _signing(document, made.lines[last:])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _page(document: Document, made: Made) -> None:
    section = document.sections[0]
    section.page_width = Mm(float(made.page.get("width", 210)))
    section.page_height = Mm(float(made.page.get("height", 297)))
    section.top_margin = Mm(float(made.page.get("top", 20)))
    section.bottom_margin = Mm(float(made.page.get("bottom", 20)))
    section.left_margin = Mm(float(made.page.get("left", 30)))
    section.right_margin = Mm(float(made.page.get("right", 15)))


def _letterhead(document: Document, lines: list[Line]) -> None:
    left = [line.text for line in lines if not set(line.tags) & {"state", "motto", "date"}]
    right = [line.text for line in lines if set(line.tags) & {"state", "motto", "date"}]
    table = document.add_table(1, 2)
    for cell, texts in zip(table.rows[0].cells, (left, right), strict=True):
        cell.text = "\n".join(texts)


def _signing(document: Document, lines: list[Line]) -> None:
    signs = next((n for n, line in enumerate(lines) if "sign" in line.tags), len(lines))
    table = document.add_table(1, 2)
    for cell, part in zip(table.rows[0].cells, (lines[:signs], lines[signs:]), strict=True):
        for line in part:
            cell.add_paragraph(line.text)
