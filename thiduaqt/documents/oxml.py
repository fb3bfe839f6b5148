"""The few things Word can do for which python-docx has no call of its own."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

_FONT_SLOTS = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")
_THEME_SLOTS = ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme")
_WORD_2013 = "15"
_LANGUAGE_OF_THEME = "vi-VN"


def element(tag: str, **attributes: str) -> Any:  # noqa: ANN401 - lxml elements carry no types
    """Return a new ``w:`` element with ``w:`` attributes."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def set_fonts(run_properties: Any, font: str) -> None:  # noqa: ANN401 - lxml element
    """Name ``font`` for all scripts: East Asian settings and themes would replace it."""
    fonts = run_properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = element("rFonts")
        run_properties.insert(0, fonts)
    for slot in _THEME_SLOTS:
        fonts.attrib.pop(qn(slot), None)
    for slot in _FONT_SLOTS:
        fonts.set(qn(slot), font)


def set_defaults(document: Document, font: str, language: str) -> None:
    """Give the whole document one font and one language, without theme fonts in any style."""
    styles = document.styles.element
    for properties in styles.iter(qn("w:rPr")):
        if properties.find(qn("w:rFonts")) is not None:
            set_fonts(properties, font)
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    set_fonts(defaults, font)
    for spoken in styles.iter(qn("w:lang")):
        spoken.set(qn("w:val"), language)
        spoken.set(qn("w:eastAsia"), language)


def set_outline(style: ParagraphStyle, level: int) -> None:
    """List paragraphs of this style as headings of ``level`` (from 1) in Word's outline."""
    properties = style.element.get_or_add_pPr()
    outline = element("outlineLvl", val=str(level - 1))
    properties.insert_element_before(outline, "w:divId", "w:cnfStyle", "w:sectPr")


def set_modern(document: Document) -> None:
    """Let Word open the file in its present mode and language, not in compatibility mode."""
    settings = document.settings.element
    for mode in settings.iter(qn("w:compatSetting")):
        if mode.get(qn("w:name")) == "compatibilityMode":
            mode.set(qn("w:val"), _WORD_2013)
    # East Asian line layout would widen the lines of a document that is all Latin letters.
    for old in list(settings.iter(qn("w:useFELayout"))):
        old.getparent().remove(old)
    for spoken in settings.iter(qn("w:themeFontLang")):
        spoken.attrib.clear()
        spoken.set(qn("w:val"), _LANGUAGE_OF_THEME)


def add_page_field(paragraph: Paragraph) -> None:
    """Append the current page number."""
    for kind, text in (("begin", ""), ("", " PAGE "), ("separate", ""), ("", "2"), ("end", "")):
        run = paragraph.add_run()
        if kind:
            run._r.append(element("fldChar", fldCharType=kind))  # noqa: SLF001 - no public call
        elif text.strip() == "PAGE":
            instruction = element("instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = text
            run._r.append(instruction)  # noqa: SLF001 - no public call
        else:
            run.text = text


def restart_pages(section: Section) -> None:
    """Count the pages of this section from 1."""
    properties = section._sectPr  # noqa: SLF001 - no public call
    numbering = properties.find(qn("w:pgNumType"))
    if numbering is None:
        numbering = element("pgNumType")
        properties.insert_element_before(
            numbering, "w:cols", "w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg", "w:docGrid"
        )
    numbering.set(qn("w:start"), "1")


def draw_rule(paragraph: Paragraph, *, length: float, room: float) -> None:
    """Draw a solid line ``length`` mm long in the middle of ``room`` mm, as a paragraph border.

    A border between two indents keeps its place in Word and LibreOffice alike, which drawn
    shapes do not.
    """
    side = max(0.0, (room - length) / 2)
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Mm(side)
    borders = element("pBdr")
    borders.append(element("top", val="single", sz="6", space="1", color="000000"))
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - no public call
    # Order in the schema: … keepLines, pBdr, …, spacing, ind, jc
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def repeat_header(row: _Row) -> None:
    """Show this row again at the top of each page."""
    row._tr.get_or_add_trPr().append(element("tblHeader"))  # noqa: SLF001 - no public call


def keep_whole(row: _Row) -> None:
    """Never break this row across pages."""
    row._tr.get_or_add_trPr().append(element("cantSplit"))  # noqa: SLF001 - no public call


def set_height(row: _Row, height: float) -> None:
    """Make the row at least ``height`` mm high."""
    row.height = Mm(height)
    row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST


def set_grid(table: Table, widths: tuple[float, ...], *, padding: float) -> None:
    """Fix the column widths and the padding left and right of the cells, in mm."""
    properties = table._tbl.tblPr  # noqa: SLF001 - no public call
    table.autofit = False
    margins = element("tblCellMar")
    for side in ("left", "right"):
        margins.append(element(side, w=str(Mm(padding).twips), type="dxa"))
    before = properties.find(qn("w:tblLook"))
    if before is None:
        properties.append(margins)
    else:
        before.addprevious(margins)
    total = properties.find(qn("w:tblW"))
    if total is not None:
        total.set(qn("w:type"), "dxa")
        total.set(qn("w:w"), str(Mm(sum(widths)).twips))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def merge_row(row: _Row) -> _Cell:
    """Make one cell of the whole row and return it."""
    cells: tuple[_Cell, ...] = row.cells
    whole: _Cell = cells[0].merge(cells[-1])
    return whole
