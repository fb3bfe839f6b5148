"""Documents in the layout of Decree 30/2020, block by block, over python-docx."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from thiduaqt.documents import oxml
from thiduaqt.documents.measure import longest_line, text_width
from thiduaqt.documents.styles import (
    FONT,
    HEAD_COLUMNS,
    LANGUAGE,
    LOOKS,
    PAGE,
    SIGN_COLUMNS,
    Look,
)
from thiduaqt.domain.papers import DocumentNumber, Letterhead, SigningBlock
from thiduaqt.domain.text import nfc

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
# Rules under issuer and abstract: a third to a half of the line (Appendix I, II.2 and II.5).
_RULE_SHARE = 0.42
_ROOM_TO_SIGN = 62
_ROOM_FOR_HAND = 34


class Nd30Document:
    """A document that grows from top to bottom; each method adds one block of the decree."""

    def __init__(self, *, title: str, author: str, mark: str = "") -> None:
        self._docx: Document = docx.Document()
        self._mark = mark
        self._set_properties(title, author)
        oxml.set_defaults(self._docx, FONT, LANGUAGE)
        oxml.set_modern(self._docx)
        self._add_styles()
        body = self._docx.element.body
        for paragraph in self._docx.paragraphs:
            body.remove(paragraph._p)  # noqa: SLF001 - no public call
        self._set_up(self._docx.sections[0])

    # --- Page and styles ---------------------------------------------------------------------

    def _set_properties(self, title: str, author: str) -> None:
        properties = self._docx.core_properties
        properties.title, properties.author, properties.last_modified_by = nfc(title), author, ""
        properties.comments, properties.language = "", LANGUAGE
        # The template's own dates would claim that the document is from 2013.
        element = properties._element  # noqa: SLF001 - no public call
        for tag in ("dcterms:created", "dcterms:modified"):
            for child in element.findall(qn(tag)):
                element.remove(child)

    def _add_styles(self) -> None:
        normal = self._docx.styles["Normal"]
        assert isinstance(normal, ParagraphStyle)
        normal.font.name, normal.font.size = FONT, Pt(14)
        oxml.set_fonts(normal.element.get_or_add_rPr(), FONT)
        _set_form(normal, Look(name="Normal"))
        for key, look in LOOKS.items():
            style = self._docx.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
            assert isinstance(style, ParagraphStyle)
            # Word keeps names in any language but wants plain identifiers.
            style.element.set(qn("w:styleId"), f"nd30{key.title().replace('_', '')}")
            style.base_style = normal
            style.font.size, style.font.bold, style.font.italic = (
                Pt(look.size),
                look.bold,
                look.italic,
            )
            style.quick_style = key != "rule"
            _set_form(style, look)
            if look.outline:
                oxml.set_outline(style, look.outline)

    def _set_up(self, section: Section) -> None:
        section.page_width, section.page_height = Mm(PAGE.width), Mm(PAGE.height)
        section.top_margin, section.bottom_margin = Mm(PAGE.top), Mm(PAGE.bottom)
        section.left_margin, section.right_margin = Mm(PAGE.left), Mm(PAGE.right)
        section.header_distance = section.footer_distance = Mm(PAGE.header)
        section.different_first_page_header_footer = True
        section.first_page_header.is_linked_to_previous = False
        section.header.is_linked_to_previous = False
        first = section.first_page_header.paragraphs[0]
        self._dress(first, "mark")
        first.add_run(self._mark)
        follow = section.header.paragraphs[0]
        self._dress(follow, "page_number")
        if self._mark:
            follow.alignment = WD_ALIGN_PARAGRAPH.LEFT
            stops = follow.paragraph_format.tab_stops
            stops.add_tab_stop(Mm(PAGE.text_width / 2), WD_TAB_ALIGNMENT.CENTER)
            follow.add_run(self._mark).bold = True
            follow.add_run("\t")
        oxml.add_page_field(follow)

    def _dress(self, paragraph: Paragraph, key: str) -> Paragraph:
        paragraph.style = self._docx.styles[LOOKS[key].name]
        return paragraph

    # --- Paragraphs --------------------------------------------------------------------------

    def text(self, text: str, key: str = "body", *, bold: str = "") -> Paragraph:
        """Add a paragraph; ``bold`` opens it in bold ("Điều 1. ")."""
        return self._write(self._docx.add_paragraph(), text, key, bold=bold)

    def lines(self, texts: Sequence[str], key: str = "body") -> None:
        """Add one paragraph for each text."""
        for text in texts:
            self.text(text, key)

    def gap(self, points: float) -> None:
        """Leave some room, also between two tables, which would grow together otherwise."""
        paragraph = self.text("", "rule")
        paragraph.paragraph_format.space_before = Pt(points)
        paragraph.paragraph_format.keep_with_next = True

    def _write(self, paragraph: Paragraph, text: str, key: str, *, bold: str = "") -> Paragraph:
        self._dress(paragraph, key)
        if bold:
            paragraph.add_run(nfc(bold)).bold = True
        if text:
            paragraph.add_run(nfc(text))
        return paragraph

    def _in_cell(self, cell: _Cell, texts: Sequence[tuple[str, str]]) -> list[Paragraph]:
        """Fill a cell with (text, look) paragraphs; a new cell brings its first paragraph along."""
        made: list[Paragraph] = []
        for text, key in texts:
            fresh = cell.add_paragraph() if made else cell.paragraphs[0]
            made.append(self._write(fresh, text, key))
        return made

    def _rule(self, paragraph: Paragraph, *, length: float, room: float) -> None:
        paragraph.paragraph_format.line_spacing = Pt(4)
        paragraph.paragraph_format.space_before = Pt(3)
        oxml.draw_rule(paragraph, length=length, room=room)

    # --- Blocks 1 to 4 -----------------------------------------------------------------------

    def head(
        self,
        letterhead: Letterhead,
        number: DocumentNumber | None,
        *,
        dated: bool,
        about: str = "",
    ) -> None:
        """Add issuer, name of the state, number, and place with date on the number's line.

        Minutes and ballots carry no place and date: ``dated`` False leaves them out. ``about``
        is what a letter is about ("V/v …"), under its number.
        """
        second = number is not None or dated
        table = self._frame(2 if second else 1, HEAD_COLUMNS)
        left, right = table.rows[0].cells
        issuer = [(line, "issuer") for line in letterhead.issuer_lines]
        above = [(letterhead.superior_line, "superior")] if letterhead.superior_line else []
        rule = self._in_cell(left, [*above, *issuer, ("", "rule")])[-1]
        look, room = LOOKS["issuer"], HEAD_COLUMNS[0]
        widest = max(
            longest_line(line, size=look.size, bold=True, room=room)
            for line in letterhead.issuer_lines
        )
        self._rule(rule, length=widest * _RULE_SHARE, room=room)
        rule = self._in_cell(right, [(STATE, "state"), (MOTTO, "motto"), ("", "rule")])[-1]
        motto = text_width(MOTTO, size=LOOKS["motto"].size, bold=True)
        self._rule(rule, length=motto, room=HEAD_COLUMNS[1])
        if not second:
            return
        left, right = table.rows[1].cells
        shown = f"Số: {number.text}" if number else ""
        when = f"{letterhead.place}, {number.date_text}" if dated and number else ""
        for cell, text, key in ((left, shown, "number"), (right, when, "place")):
            self._in_cell(cell, [(text, key)])[0].paragraph_format.space_before = Pt(4)
        if about:
            self._write(left.add_paragraph(), about, "about")

    def state_alone(self, place_and_date: str) -> None:
        """Add the name of the state over the whole width, and place with date at the right.

        For papers that no single body issues: promises, registrations of people.
        """
        self.text(STATE, "state")
        self.text(MOTTO, "motto")
        rule = self.text("", "rule")
        motto = text_width(MOTTO, size=LOOKS["motto"].size, bold=True)
        self._rule(rule, length=motto, room=PAGE.text_width)
        line = self.text(place_and_date, "place")
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        line.paragraph_format.space_before = Pt(8)

    def _frame(self, rows: int, widths: tuple[float, float]) -> Table:
        """Add a table without borders that holds blocks side by side."""
        table: Table = self._docx.add_table(rows=rows, cols=len(widths))
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        oxml.set_grid(table, widths, padding=0)
        for row in table.rows:
            oxml.keep_whole(row)
        return table

    # --- Blocks 5 to 9 -----------------------------------------------------------------------

    def title(self, kind: str, abstract: str) -> None:
        """Add the kind of document, what it is about, and the rule under it."""
        self.text(kind, "kind")
        self.text(abstract, "abstract")
        look = LOOKS["abstract"]
        length = longest_line(abstract, size=look.size, bold=True, room=PAGE.text_width)
        rule = self.text("", "rule")
        rule.paragraph_format.space_after = Pt(8)
        self._rule(rule, length=length * _RULE_SHARE, room=PAGE.text_width)

    def bases(self, bases: Sequence[str]) -> None:
        """Add the legal bases: each line ends with a semicolon, the last one with a full stop."""
        for place, basis in enumerate(bases, start=1):
            sign = "." if place == len(bases) else ";"
            self.text(basis.rstrip(" ;.,") + sign, "basis")

    def addressees(self, names: Sequence[str]) -> None:
        """Add "Kính gửi": one name on the same line, several on lines of their own."""
        if len(names) == 1:
            self.text(f"Kính gửi: {names[0]}", "to")
            return
        first = self.text("Kính gửi:", "to_line")
        first.paragraph_format.left_indent = Mm(35)
        for place, name in enumerate(names, start=1):
            line = self.text(f"- {name}" + ("." if place == len(names) else ";"), "to_line")
            line.paragraph_format.left_indent = Mm(55)
        line.paragraph_format.space_after = Pt(10)

    def signing(self, block: SigningBlock, distribution: Sequence[str]) -> None:
        """Add who signs, on the right, and level with it on the left who gets a copy."""
        left, right = self._signing_row()
        if distribution:
            self._in_cell(left, _copies(distribution))
        self._sign(right, block)

    def copies(self, distribution: Sequence[str]) -> None:
        """Add who gets a copy on its own, where two have signed above."""
        if distribution:
            self.gap(10)
        for text, key in _copies(distribution):
            self.text(text, key)

    def signatures(self, left: SigningBlock, right: SigningBlock, *, hint: str = "") -> None:
        """Add two who sign side by side; the one in the chair on the right."""
        for cell, block in zip(self._signing_row(even=True), (left, right), strict=True):
            self._sign(cell, block, hint=hint)

    def sign_alone(self, form: str, hint: str) -> None:
        """Leave room on the right for one who signs with a name of their own hand."""
        self._sign(self._signing_row()[1], SigningBlock(form=(form,), name=""), hint=hint)

    def stamp_note(self, note: str) -> None:
        """Say under the issuer where the stamp goes."""
        paragraph = self.text(note, "note")
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.right_indent = Mm(HEAD_COLUMNS[1])

    def _signing_row(self, *, even: bool = False) -> tuple[_Cell, _Cell]:
        # Names never stand alone on a page: the end of the text goes with them.
        self._docx.paragraphs[-1].paragraph_format.keep_with_next = True
        self.gap(8)
        half = PAGE.text_width / 2
        left, right = self._frame(1, (half, half) if even else SIGN_COLUMNS).rows[0].cells
        return left, right

    def _sign(self, cell: _Cell, block: SigningBlock, *, hint: str = "") -> None:
        form = [(line, "power") for line in block.form]
        below = [(block.agency_post, "power")] if block.agency_post else []
        hints = [(hint, "sign_hint")] if hint else []
        if not form:
            return
        made = self._in_cell(cell, [*form, *hints, *below, (block.name, "signer")])
        room = _ROOM_FOR_HAND if hint else _ROOM_TO_SIGN
        made[len(form) + len(hints)].paragraph_format.space_before = Pt(room)

    def annex(self, title: str, note: str, *, numeral: str = "") -> None:
        """Start an annex on a page of its own, with page numbers of its own."""
        self._new_section()
        self.text(f"Phụ lục {numeral}".rstrip(), "annex")
        self.text(title, "annex_title")
        self.text(note, "annex_note")
        rule = self.text("", "rule")
        rule.paragraph_format.space_after = Pt(8)
        self._rule(rule, length=PAGE.text_width * _RULE_SHARE * 0.8, room=PAGE.text_width)

    def new_copy(self) -> None:
        """Start the same paper again on a fresh page, counted from 1."""
        self._new_section()

    def _new_section(self) -> None:
        section = self._docx.add_section(WD_SECTION.NEW_PAGE)
        # The paragraph that carries the break must not spill over to an empty page.
        self._dress(self._docx.paragraphs[-1], "rule").paragraph_format.line_spacing = Pt(1)
        oxml.restart_pages(section)

    # --- Tables ------------------------------------------------------------------------------

    def grid(self, head: Sequence[str], rows: int, widths: tuple[float, ...]) -> Table:
        """Add a ruled table with ``rows`` empty rows under a heading that repeats on each page."""
        table: Table = self._docx.add_table(rows + 1, len(widths), "Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        oxml.set_grid(table, widths, padding=1.3)
        first = table.rows[0]
        oxml.repeat_header(first)
        for row in table.rows:
            oxml.keep_whole(row)
        self.fill(first.cells, head, ["cell_head"] * len(widths))
        return table

    def fill(self, cells: Sequence[_Cell], texts: Sequence[str], keys: Sequence[str]) -> None:
        """Write one text into each cell of a row."""
        for cell, text, key in zip(cells, texts, keys, strict=True):
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            paragraph = self._in_cell(cell, [(text, key)])[0]
            form = paragraph.paragraph_format
            form.space_before = form.space_after = Pt(2)

    def add_to_cell(self, cell: _Cell, text: str, key: str) -> None:
        """Add a paragraph below what a cell holds."""
        paragraph = self._write(cell.add_paragraph(), text, key)
        paragraph.paragraph_format.space_after = Pt(2)

    def to_bytes(self) -> bytes:
        """Return the finished ``.docx``."""
        blocks = [child for child in self._docx.element.body if child.tag != qn("w:sectPr")]
        if blocks and blocks[-1].tag == qn("w:tbl"):
            # Word wants a paragraph after the last table.
            self.text("", "rule").paragraph_format.line_spacing = Pt(1)
        stream = BytesIO()
        self._docx.save(stream)
        return stream.getvalue()


def _copies(distribution: Sequence[str]) -> list[tuple[str, str]]:
    """Return "Nơi nhận:" and its lines, the last one closed by a full stop."""
    if not distribution:
        return []
    *others, last = (f"- {line.rstrip(' ;.')}" for line in distribution)
    lines = [(f"{line};", "copies_line") for line in others] + [(f"{last}.", "copies_line")]
    return [("Nơi nhận:", "copies"), *lines]


def _set_form(style: ParagraphStyle, look: Look) -> None:
    form = style.paragraph_format
    form.alignment = _ALIGN[look.align]
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.line_spacing = look.line
    form.first_line_indent = Mm(look.indent)
    form.keep_with_next = look.keep_next
    form.keep_together = look.keep_lines
    form.widow_control = True
