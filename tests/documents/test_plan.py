"""The Word file of a plan read back: page, fonts and looks as the decree has them."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table
from docx.text.paragraph import Paragraph

from tests import plans_invented
from thiduaqt.documents.make import make_plan
from thiduaqt.domain.plan import ParagraphEdit, PlanPack
from thiduaqt.domain.plan_text import ComposedPlan, PlanWords, compose, lines_of

AWARDS = {
    "emulation_flag": "Cờ thi đua của Ủy ban nhân dân tỉnh Minh Họa",
    "diploma_of_merit": "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Minh Họa",
    "certificate_of_merit": "Giấy khen của Chủ tịch Ủy ban nhân dân xã Minh Họa",
}
CENTER, JUSTIFY, LEFT = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
    WD_ALIGN_PARAGRAPH.LEFT,
)
MAKERS = {
    "scored": plans_invented.scored_plan,
    "twin": plans_invented.twin_plan,
    "small": plans_invented.small_plan,
    "decision": plans_invented.decision,
    "letter": plans_invented.letter,
    "guide": plans_invented.guide,
}


def composed(pack: PlanPack, *edits: ParagraphEdit) -> ComposedPlan:
    return compose(pack.document, pack.movements, PlanWords(awards=AWARDS), edits)


def made(plan: ComposedPlan, mark: str = "") -> Document:
    return docx.Document(BytesIO(make_plan(plan, mark)))


@pytest.fixture
def plan() -> Document:
    return made(composed(plans_invented.scored_plan()))


@pytest.fixture(params=sorted(MAKERS))
def any_plan(request: pytest.FixtureRequest) -> tuple[ComposedPlan, Document]:
    facts = composed(MAKERS[request.param]())
    return facts, made(facts)


def paragraphs(document: Document) -> list[Paragraph]:
    """Return every paragraph in reading order, those in tables too, merged cells once."""
    found: list[Paragraph] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            cells = {id(cell._tc): cell for row in block.rows for cell in row.cells}
            found += [paragraph for cell in cells.values() for paragraph in cell.paragraphs]
        else:
            found.append(block)
    return found


def opening(document: Document, start: str) -> Paragraph:
    return next(p for p in paragraphs(document) if p.text.startswith(start))


def font_of(paragraph: Paragraph, name: str) -> object:
    """Return a property of the last run, from the run, its style or the style below."""
    sources = [paragraph.runs[-1].font]
    style = paragraph.style
    while style is not None:
        sources.append(style.font)
        style = style.base_style
    return next((value for s in sources if (value := getattr(s, name)) is not None), None)


def form_of(paragraph: Paragraph, name: str) -> object:
    sources = [paragraph.paragraph_format]
    style = paragraph.style
    while style is not None:
        sources.append(style.paragraph_format)
        style = style.base_style
    return next((value for s in sources if (value := getattr(s, name)) is not None), None)


LOOKS = [
    ("KẾ HOẠCH", True, False, CENTER),
    ("Phát động phong trào", True, False, CENTER),
    ("Căn cứ Luật Thi đua", False, True, JUSTIFY),
    ("Thực hiện Kế hoạch số 45", False, True, JUSTIFY),
    ("I. MỤC ĐÍCH, YÊU CẦU", True, False, JUSTIFY),
    ("1. Mục đích", True, False, JUSTIFY),
    ("2.1. Cờ thi đua của", True, True, JUSTIFY),
    ("a) Đưa dịch vụ số", False, False, JUSTIFY),
    ("- Thiết thực", False, False, JUSTIFY),
    ("Hướng dẫn số 12/HD-SNV", False, True, JUSTIFY),
    ("TM. ỦY BAN NHÂN DÂN", True, False, CENTER),
    ("PHÓ CHỦ TỊCH", True, False, CENTER),
    ("Hoàng Văn Ơn", True, False, CENTER),
]


@pytest.mark.parametrize(("start", "bold", "italic", "align"), LOOKS, ids=[x[0] for x in LOOKS])
def test_looks(plan: Document, start: str, bold: bool, italic: bool, align: object) -> None:
    paragraph = opening(plan, start)
    assert bool(font_of(paragraph, "bold")) is bold
    assert bool(font_of(paragraph, "italic")) is italic
    assert form_of(paragraph, "alignment") == align
    size = font_of(paragraph, "size")
    assert isinstance(size, Length)
    assert 13 <= size.pt <= 14


def test_who_gets_a_copy_is_set_small_on_the_left(plan: Document) -> None:
    head, line = opening(plan, "Nơi nhận:"), opening(plan, "- Sở Nội vụ (b/c);")
    assert (font_of(head, "bold"), font_of(head, "italic")) == (True, True)
    assert [font_of(p, "size").pt for p in (head, line)] == [12, 11]  # type: ignore[attr-defined]
    assert form_of(line, "alignment") == LEFT
    assert opening(plan, "- Lưu: VT").text.endswith(".")


def test_the_body_is_indented_and_spaced(plan: Document) -> None:
    for start in ("I. MỤC", "1. Mục", "a) Đưa", "- Thiết", "Trên đây"):
        paragraph = opening(plan, start)
        indent, after = form_of(paragraph, "first_line_indent"), form_of(paragraph, "space_after")
        line = form_of(paragraph, "line_spacing")
        assert isinstance(indent, Length)
        assert round(indent.cm, 2) in (1.0, 1.27)
        assert isinstance(after, Length)
        assert after.pt >= 6
        assert isinstance(line, float)
        assert 1.0 <= line <= 1.5


def test_page_and_fonts_of_every_kind(any_plan: tuple[ComposedPlan, Document]) -> None:
    _, document = any_plan
    for section in document.sections:
        assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)
        assert 20 <= round(section.top_margin.mm, 1) <= 25
        assert 20 <= round(section.bottom_margin.mm, 1) <= 25
        assert 30 <= round(section.left_margin.mm, 1) <= 35
        assert 15 <= round(section.right_margin.mm, 1) <= 20
    assert document.sections[0].different_first_page_header_footer
    named = {
        value
        for fonts in document.styles.element.iter(qn("w:rFonts"))
        for value in fonts.attrib.values()
    }
    assert named == {"Times New Roman"}
    assert not list(document.element.body.iter(qn("w:rFonts")))


def test_every_line_of_the_text_is_in_the_file(any_plan: tuple[ComposedPlan, Document]) -> None:
    facts, document = any_plan
    found = {paragraph.text for paragraph in paragraphs(document)}
    for line in lines_of(facts):
        if line.part == "table":
            assert set(line.text.split(" | ")) <= found
        elif not line.text.startswith("Kính gửi"):
            assert line.text in found, line.text


def test_order_of_the_text_is_kept(any_plan: tuple[ComposedPlan, Document]) -> None:
    facts, document = any_plan
    texts = [p.text for p in document.paragraphs if p.text]
    wanted = [block.line for block in facts.printed if block.table is None]
    assert [text for text in texts if text in set(wanted)] == wanted


def test_headings_are_in_the_outline_of_word(plan: Document) -> None:
    levels = {}
    for start in ("I. MỤC", "1. Mục", "2.1. Cờ"):
        properties = opening(plan, start).style.element.find(qn("w:pPr"))  # type: ignore[union-attr]
        levels[start] = properties.find(qn("w:outlineLvl")).get(qn("w:val"))
    assert levels == {"I. MỤC": "0", "1. Mục": "1", "2.1. Cờ": "2"}


def test_headings_stay_with_their_text(plan: Document) -> None:
    assert form_of(opening(plan, "1. Mục đích"), "keep_with_next") is True
    assert form_of(opening(plan, "a) Hình thức khen thưởng:"), "keep_with_next") is True


def test_tables_repeat_their_heads_and_fit_the_page(plan: Document) -> None:
    tables = [table for table in plan.tables if table.style and table.style.name == "Table Grid"]
    assert [table.rows[0].cells[1].text for table in tables] == ["Chỉ tiêu", "Tiêu chí", "Tiêu chí"]
    for table in tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert sum(cell.width.mm for cell in table.rows[0].cells) == pytest.approx(165, abs=1)
    scores = tables[1]
    group = next(row for row in scores.rows if row.cells[0].text == "II")
    assert font_of(group.cells[1].paragraphs[0], "bold") is True
    assert scores.rows[-1].cells[2].text == "115"


def test_a_letter_puts_its_subject_under_its_number() -> None:
    document = made(composed(plans_invented.letter()))
    cell = document.tables[0].rows[1].cells[0]
    assert [p.text for p in cell.paragraphs][1].startswith("V/v phát động")
    assert 12 <= font_of(cell.paragraphs[1], "size").pt <= 13  # type: ignore[attr-defined]
    assert "CÔNG VĂN" not in {p.text for p in document.paragraphs}
    assert opening(document, "Kính gửi").text == "Kính gửi:"


def test_a_decision_is_bold_only_in_the_number_of_a_wordy_article() -> None:
    document = made(composed(plans_invented.decision()))
    assert font_of(opening(document, "Điều 1. Nội dung"), "bold") is True
    last = opening(document, "Điều 5. Quyết định này")
    assert (last.runs[0].text, last.runs[0].bold) == ("Điều 5. ", True)
    assert not font_of(last, "bold")


def test_what_is_left_out_by_hand_is_not_printed() -> None:
    facts = composed(
        plans_invented.scored_plan(),
        ParagraphEdit(key="purposes/0", text=""),
        ParagraphEdit(key="purposes/1", text="Chữ của cán bộ."),
    )
    texts = {paragraph.text for paragraph in made(facts).paragraphs}
    assert "Chữ của cán bộ." in texts
    assert not [text for text in texts if "Đưa dịch vụ số" in text]


def test_a_mark_stands_on_every_page() -> None:
    document = made(composed(plans_invented.small_plan()), "DỰ THẢO")
    section = document.sections[0]
    assert section.first_page_header.paragraphs[0].text == "DỰ THẢO"
    assert section.header.paragraphs[0].text.startswith("DỰ THẢO")


def test_the_same_plan_gives_the_same_file() -> None:
    facts = composed(plans_invented.scored_plan())
    assert make_plan(facts) == make_plan(facts)
