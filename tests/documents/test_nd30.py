"""What the decree asks for, typed by hand from its Appendix I, held against the finished files."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Length, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from thiduaqt.documents.make import (
    make_ballots,
    make_decision,
    make_minutes,
    make_submission,
    make_tally,
)
from thiduaqt.domain.papers import (
    DRAFT_MARK,
    DecisionPaper,
    SubmissionPaper,
)

CENTER, LEFT, JUSTIFY = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)


@pytest.fixture
def document(decision: DecisionPaper) -> Document:
    return docx.Document(BytesIO(make_decision(decision)))


MAKERS = {
    "ballots": make_ballots,
    "tally": make_tally,
    "minutes": make_minutes,
    "submission": make_submission,
    "decision": make_decision,
}


@pytest.fixture(params=sorted(MAKERS))
def any_document(request: pytest.FixtureRequest) -> Document:
    made = MAKERS[request.param](request.getfixturevalue(request.param))
    return docx.Document(BytesIO(made))


def all_paragraphs(document: Document) -> Iterator[Paragraph]:
    """Yield every paragraph in reading order, those in tables too."""
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                seen: list[object] = []
                for cell in row.cells:
                    if cell._tc not in seen:
                        seen.append(cell._tc)
                        yield from cell.paragraphs
        else:
            yield block


# --- Reading what is in force, whether it comes from the run, the style or the style below -----


def in_force(paragraph: Paragraph, run_index: int, name: str) -> object:
    run = paragraph.runs[run_index]
    sources = [run.font]
    style = paragraph.style
    while style is not None:
        sources.append(style.font)
        style = style.base_style
    return next((value for s in sources if (value := getattr(s, name)) is not None), None)


def form_in_force(paragraph: Paragraph, name: str) -> object:
    sources = [paragraph.paragraph_format]
    style = paragraph.style
    while style is not None:
        sources.append(style.paragraph_format)
        style = style.base_style
    return next((value for s in sources if (value := getattr(s, name)) is not None), None)


@dataclass(frozen=True)
class Rule:
    """One line of the decree's table: where it is found, what it must look like."""

    start: str
    sizes: tuple[float, float]
    bold: bool
    italic: bool
    align: WD_ALIGN_PARAGRAPH
    caps: bool | None = None
    whole: bool = True


DECISION_RULES = [
    Rule("CỘNG HÒA XÃ HỘI", (12, 13), True, False, CENTER, caps=True),
    Rule("Độc lập - Tự do - Hạnh phúc", (13, 14), True, False, CENTER, caps=False),
    Rule("ỦY BAN NHÂN DÂN", (12, 13), True, False, CENTER, caps=True),
    Rule("XÃ MINH HỌA", (12, 13), True, False, CENTER, caps=True),
    Rule("Số: 131/QĐ-UBND", (13, 13), False, False, CENTER),
    Rule("Minh Họa, ngày 10 tháng 12", (13, 14), False, True, CENTER),
    Rule("QUYẾT ĐỊNH", (13, 14), True, False, CENTER, caps=True),
    Rule("Về việc tặng Giấy khen", (13, 14), True, False, CENTER, caps=False),
    Rule("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ", (13, 14), True, False, CENTER, caps=True),
    Rule("Căn cứ Luật Tổ chức", (13, 14), False, True, JUSTIFY),
    Rule("Theo đề nghị của", (13, 14), False, True, JUSTIFY),
    Rule("QUYẾT ĐỊNH:", (13, 14), True, False, CENTER),
    Rule("KT. CHỦ TỊCH", (13, 14), True, False, CENTER, caps=True),
    Rule("PHÓ CHỦ TỊCH", (13, 14), True, False, CENTER, caps=True),
    Rule("Hoàng Văn Ơn", (13, 14), True, False, CENTER, caps=False),
    Rule("Nơi nhận:", (12, 12), True, True, LEFT),
    Rule("- Như Điều 3;", (11, 11), False, False, LEFT),
    Rule("- Lưu: VT, VHXH.", (11, 11), False, False, LEFT),
    Rule("Phụ lục", (14, 14), True, False, CENTER),
    Rule("DANH SÁCH TẬP THỂ", (13, 14), True, False, CENTER, caps=True),
    Rule("(Kèm theo Quyết định số 131/QĐ-UBND", (13, 14), False, True, CENTER),
]


@pytest.mark.parametrize("rule", DECISION_RULES, ids=lambda rule: rule.start[:24])
def test_each_element_of_the_decision(document: Document, rule: Rule) -> None:
    paragraph = next(p for p in all_paragraphs(document) if p.text.startswith(rule.start))
    for place in range(len(paragraph.runs)):
        size = in_force(paragraph, place, "size")
        assert isinstance(size, Length)
        assert rule.sizes[0] <= size.pt <= rule.sizes[1]
        assert bool(in_force(paragraph, place, "bold")) is rule.bold
        assert bool(in_force(paragraph, place, "italic")) is rule.italic
    assert form_in_force(paragraph, "alignment") == rule.align
    if rule.caps is not None:
        assert (paragraph.text == paragraph.text.upper()) is rule.caps


def test_articles_are_bold_only_in_their_number(document: Document) -> None:
    articles = [p for p in document.paragraphs if p.text.startswith("Điều ")]
    assert [p.runs[0].text for p in articles] == ["Điều 1. ", "Điều 2. ", "Điều 3. "]
    for article in articles:
        assert in_force(article, 0, "bold") is True
        assert not in_force(article, 1, "bold")
        assert in_force(article, 0, "size") == in_force(article, 1, "size") == Pt(14)


def test_body_is_justified_indented_and_spaced(document: Document) -> None:
    body = [p for p in document.paragraphs if p.text.startswith(("Điều ", "Căn cứ", "Theo đề"))]
    assert len(body) == 10
    for paragraph in body:
        assert form_in_force(paragraph, "alignment") == JUSTIFY
        indent = form_in_force(paragraph, "first_line_indent")
        after = form_in_force(paragraph, "space_after")
        line = form_in_force(paragraph, "line_spacing")
        assert isinstance(indent, Length)
        assert round(indent.cm, 2) in (1.0, 1.27)
        assert isinstance(after, Length)
        assert after.pt >= 6
        assert isinstance(line, float)
        assert 1.0 <= line <= 1.5


def test_page_of_every_document(any_document: Document) -> None:
    for section in any_document.sections:
        assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)
        assert 20 <= round(section.top_margin.mm, 1) <= 25
        assert 20 <= round(section.bottom_margin.mm, 1) <= 25
        assert 30 <= round(section.left_margin.mm, 1) <= 35
        assert 15 <= round(section.right_margin.mm, 1) <= 20


def test_page_number_in_the_top_margin_but_not_on_the_first_page(any_document: Document) -> None:
    for place, section in enumerate(any_document.sections):
        assert section.different_first_page_header_footer
        assert section.first_page_header.paragraphs[0].text == ""
        number = section.header.paragraphs[0]
        assert " PAGE " in [child.text for child in number._p.iter(qn("w:instrText"))]
        assert form_in_force(number, "alignment") == CENTER
        size = in_force(number, 0, "size")
        assert isinstance(size, Length)
        assert 13 <= size.pt <= 14
        assert not in_force(number, 0, "italic")
        assert section.header_distance + size < section.top_margin
        restart = section._sectPr.find(qn("w:pgNumType"))
        assert (restart is not None and restart.get(qn("w:start")) == "1") is (place > 0)


def test_one_font_and_one_language_without_themes(any_document: Document) -> None:
    styles = any_document.styles.element
    assert not [
        name
        for fonts in styles.iter(qn("w:rFonts"))
        for name in fonts.attrib
        if "heme" in name.rpartition("}")[2]
    ]
    normal = any_document.styles["Normal"].element.rPr.find(qn("w:rFonts"))
    defaults = next(styles.iter(qn("w:rPrDefault"))).find(f".//{qn('w:rFonts')}")
    for fonts in (normal, defaults):
        for slot in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            assert fonts.get(qn(slot)) == "Times New Roman"
    language = next(styles.iter(qn("w:rPrDefault"))).find(f".//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "vi-VN"
    for paragraph in all_paragraphs(any_document):
        for place in range(len(paragraph.runs)):
            assert in_force(paragraph, place, "name") == "Times New Roman"
            assert paragraph.runs[place].font.color.rgb is None


def test_state_on_the_right_of_the_issuer_and_number_level_with_the_date(
    document: Document,
) -> None:
    head = document.tables[0]
    (issuer, state), (number, place) = [
        [cell.text.strip() for cell in row.cells] for row in head.rows
    ]
    assert issuer.startswith("ỦY BAN NHÂN DÂN\nXÃ MINH HỌA")
    assert state.startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập")
    assert number == "Số: 131/QĐ-UBND"
    assert place == "Minh Họa, ngày 10 tháng 12 năm 2026"
    assert head._tbl.find(f".//{qn('w:tblBorders')}") is None
    assert head.style is None or "Grid" not in head.style.name


def rule_lengths(document: Document) -> list[float]:
    """Return the length in mm of each drawn rule, from the width of its cell or of the text."""
    lengths = []
    for table in document.tables[:1]:
        for cell in table.rows[0].cells:
            lengths += [
                _ruled(paragraph, cell.width.mm)
                for paragraph in cell.paragraphs
                if paragraph._p.find(f".//{qn('w:pBdr')}") is not None
            ]
    lengths += [
        _ruled(paragraph, 165)
        for paragraph in document.paragraphs
        if paragraph._p.find(f".//{qn('w:pBdr')}") is not None
    ]
    return lengths


def _ruled(paragraph: Paragraph, room: float) -> float:
    form = paragraph.paragraph_format
    assert form.left_indent == form.right_indent
    return room - form.left_indent.mm - form.right_indent.mm


def test_rules_under_issuer_motto_and_abstract(document: Document) -> None:
    issuer, motto, abstract, _annex = rule_lengths(document)
    # Measured on a page printed at 130 dpi: "ỦY BAN NHÂN DÂN" runs 39.7 mm, the motto 56.1 mm.
    assert 39.7 / 3 <= issuer <= 39.7 / 2
    assert motto == pytest.approx(56.1, abs=0.5)
    assert 165 / 4 <= abstract <= 165 / 2


def test_tables_repeat_their_heading_and_keep_rows_whole(any_document: Document) -> None:
    ruled = [t for t in any_document.tables if t.style is not None and t.style.name == "Table Grid"]
    for table in ruled:
        rows = [row._tr.trPr for row in table.rows]
        assert [p.find(qn("w:tblHeader")) is not None for p in rows] == [True] + [False] * (
            len(rows) - 1
        )
        assert all(p.find(qn("w:cantSplit")) is not None for p in rows)


def test_legal_bases_end_with_semicolons_and_one_full_stop(
    document: Document, decision: DecisionPaper
) -> None:
    lines = [p.text for p in document.paragraphs if p.text.startswith(("Căn cứ", "Theo đề nghị"))]
    assert len(lines) == len(decision.bases)
    assert all(line.endswith(";") for line in lines[:-1])
    assert lines[-1].endswith("xã.")


def test_a_basis_with_its_own_sign_gets_no_second_one(decision: DecisionPaper) -> None:
    facts = dataclasses.replace(decision, bases=("Căn cứ Luật A;", "Theo đề nghị của Hội đồng."))
    texts = [p.text for p in docx.Document(BytesIO(make_decision(facts))).paragraphs]
    assert "Căn cứ Luật A;" in texts
    assert "Theo đề nghị của Hội đồng." in texts


def test_signature_on_the_right_copies_on_the_left(document: Document) -> None:
    row = next(t for t in document.tables if "Nơi nhận" in t.rows[0].cells[0].text).rows[0]
    left, right = row.cells
    assert left.paragraphs[0].text == "Nơi nhận:"
    assert [p.text for p in right.paragraphs] == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Hoàng Văn Ơn"]
    room = form_in_force(right.paragraphs[-1], "space_before")
    assert isinstance(room, Length)
    assert room.mm > 18
    assert row._tr.trPr.find(qn("w:cantSplit")) is not None


def test_several_addressees_stand_on_lines_of_their_own(submission: SubmissionPaper) -> None:
    one = docx.Document(BytesIO(make_submission(submission)))
    assert "Kính gửi: Chủ tịch Ủy ban nhân dân xã Minh Họa" in [p.text for p in one.paragraphs]
    facts = dataclasses.replace(submission, addressees=("Chủ tịch UBND xã", "Hội đồng xã"))
    texts = [p.text for p in docx.Document(BytesIO(make_submission(facts))).paragraphs]
    start = texts.index("Kính gửi:")
    assert texts[start + 1 : start + 3] == ["- Chủ tịch UBND xã;", "- Hội đồng xã."]


def test_a_draft_says_so_on_every_page(decision: DecisionPaper) -> None:
    made = make_decision(dataclasses.replace(decision, mark=DRAFT_MARK))
    for section in docx.Document(BytesIO(made)).sections:
        assert section.first_page_header.paragraphs[0].text == "DỰ THẢO"
        assert section.header.paragraphs[0].text.startswith("DỰ THẢO\t")


def test_no_trace_of_the_template_in_the_properties(document: Document) -> None:
    properties = document.core_properties
    assert properties.author == "ỦY BAN NHÂN DÂN XÃ MINH HỌA"
    assert properties.title.startswith("Quyết định Về việc tặng Giấy khen")
    assert properties.comments == ""
    assert (
        b"2013"
        not in document.part.package.part_related_by(
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        ).blob
    )


def test_word_opens_it_in_its_present_mode(document: Document) -> None:
    settings = document.settings.element
    modes = [
        mode.get(qn("w:val"))
        for mode in settings.iter(qn("w:compatSetting"))
        if mode.get(qn("w:name")) == "compatibilityMode"
    ]
    assert modes == ["15"]
    assert settings.find(f".//{qn('w:useFELayout')}") is None
