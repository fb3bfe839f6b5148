from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.shared import Mm, Pt

from tests.intake.docx_parts import in_list, level, paragraph, part, word
from thiduaqt.domain.lint.text import PlanText
from thiduaqt.intake.plan_file import read_plan


def read(tmp_path: Path, data: bytes) -> PlanText:
    path = tmp_path / "kế hoạch.docx"
    path.write_bytes(data)
    return read_plan(path)


def texts(plan: PlanText) -> list[str]:
    return [item.text for item in plan.paragraphs]


def test_automatic_numbers_are_read(tmp_path: Path) -> None:
    numbering = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="0">'
        + level(0, "upperRoman", "%1.")
        + level(1, "decimal", "%2.")
        + level(2, "decimal", "%2.%3.")
        + level(3, "lowerLetter", "%4)")
        + level(4, "bullet", "-")
        + "</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    body = "".join(
        paragraph(text, in_list(1, index))
        for text, index in (
            ("MỤC ĐÍCH", 0),
            ("Mục đích", 1),
            ("Nâng cao", 3),
            ("Phát huy", 3),
            ("Yêu cầu", 1),
            ("Thiết thực", 2),
            ("Kịp thời", 2),
            ("NỘI DUNG", 0),
            ("Chung", 1),
            ("một ý", 4),
        )
    )
    assert texts(read(tmp_path, word(body, numbering=numbering))) == [
        "I. MỤC ĐÍCH",
        "1. Mục đích",
        "a) Nâng cao",
        "b) Phát huy",
        "2. Yêu cầu",
        "2.1. Thiết thực",
        "2.2. Kịp thời",
        "II. NỘI DUNG",
        "1. Chung",
        "- một ý",
    ]


def test_numbers_from_a_style_and_a_list_begun_anew(tmp_path: Path) -> None:
    numbering = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="7">' + level(0, "decimal", "%1.") + "</w:abstractNum>"
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="4"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
    )
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="Muc"><w:basedOn w:val="Goc"/></w:style>'
        f'<w:style w:type="paragraph" w:styleId="Goc"><w:pPr>{in_list(3, 0)}</w:pPr></w:style>',
    )
    style = '<w:pStyle w:val="Muc"/>'
    body = (
        paragraph("Một", style)
        + paragraph("Hai", style)
        + paragraph("Một", in_list(4, 0))
        + paragraph("không số", style + '<w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    assert texts(read(tmp_path, word(body, numbering=numbering, styles=styles))) == [
        "1. Một",
        "2. Hai",
        "1. Một",
        "không số",
    ]


def test_deleted_text_is_not_read_and_inserted_text_is(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>Giao </w:t></w:r>"
        '<w:del w:id="1"><w:r><w:delText>Tây Ninh</w:delText></w:r></w:del>'
        '<w:del w:id="2"><w:r><w:t>Cà Mau</w:t></w:r></w:del>'
        '<w:ins w:id="3"><w:r><w:t>các thôn</w:t></w:r></w:ins>'
        "<w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r></w:p>"
        '<w:tbl><w:tr><w:trPr><w:del w:id="4"/></w:trPr><w:tc><w:p><w:r><w:t>bỏ</w:t></w:r></w:p>'
        "</w:tc></w:tr></w:tbl>"
    )
    assert texts(read(tmp_path, word(body))) == ["Giao các thôn"]


def test_tables_controls_boxes_and_breaks(tmp_path: Path) -> None:
    def cell(text: str) -> str:
        return f"<w:tc>{paragraph(text)}</w:tc>"

    ruled = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'
    body = (
        f"<w:tbl><w:tr>{cell('ỦY BAN NHÂN DÂN')}{cell('Độc lập - Tự do - Hạnh phúc')}</w:tr>"
        "</w:tbl>"
        f"<w:sdt><w:sdtContent>{paragraph('I. MỤC ĐÍCH')}</w:sdtContent></w:sdt>"
        f"<w:tbl>{ruled}<w:tr>{cell('TT')}{cell('Điểm')}</w:tr>"
        f"<w:tr>{cell('1')}{cell('40')}</w:tr></w:tbl>"
        "<w:p><w:r><w:t>KT. CHỦ TỊCH</w:t><w:br/><w:t>PHÓ CHỦ TỊCH</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>Hưởng ứng phong trào thi đua rộng khắp “Doanh nghiệp Tây</w:t><w:br/>"
        "<w:t>Ninh hội nhập”.</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:noBreakHyphen/><w:t>C</w:t></w:r></w:p>"
    )
    plan = read(tmp_path, word(body))
    assert texts(plan) == [
        "ỦY BAN NHÂN DÂN",
        "Độc lập - Tự do - Hạnh phúc",
        "I. MỤC ĐÍCH",
        "TT",
        "Điểm",
        "1",
        "40",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Hưởng ứng phong trào thi đua rộng khắp “Doanh nghiệp Tây Ninh hội nhập”.",
        "A B-C",
    ]
    assert [item.part for item in plan.paragraphs][2:7] == ["body", *["table"] * 4]
    assert plan.tables[0].rows == (("TT", "Điểm"), ("1", "40"))
    assert plan.paragraphs[4].chapter == "I. MỤC ĐÍCH"


def test_footnotes_are_read_after_the_text(tmp_path: Path) -> None:
    notes = part(
        "footnotes",
        f'<w:footnote w:type="separator" w:id="0">{paragraph("gạch")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("Nghị quyết số 57-NQ/TW.")}</w:footnote>',
    )
    plan = read(tmp_path, word(paragraph("Một câu."), footnotes=notes))
    assert [(item.text, item.part) for item in plan.paragraphs] == [
        ("Một câu.", "body"),
        ("Nghị quyết số 57-NQ/TW.", "note"),
    ]


def test_page_and_letters_as_python_docx_wrote_them(tmp_path: Path) -> None:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.top_margin, section.bottom_margin = Mm(20), Mm(22.5)
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(14)
    document.add_paragraph("Đoạn thường.")
    run = document.add_paragraph().add_run("Đoạn khác hẳn.")
    run.font.name, run.font.size, run.bold = "Arial", Pt(11), True
    path = tmp_path / "a.docx"
    document.save(str(path))
    plan = read_plan(path)
    layout = plan.layout
    assert layout is not None
    assert (layout.width, layout.height) == pytest.approx((210, 297), abs=0.2)
    assert (layout.left, layout.right) == pytest.approx((30, 15), abs=0.2)
    assert (layout.top, layout.bottom) == pytest.approx((20, 22.5), abs=0.2)
    assert dict(layout.fonts) == {"Times New Roman": 12, "Arial": 14}
    styles = [item.style for item in plan.paragraphs]
    assert styles[0] is not None
    assert styles[1] is not None
    assert (styles[0].font, styles[0].size, styles[0].bold) == ("Times New Roman", 14, False)
    assert (styles[1].font, styles[1].size, styles[1].bold) == ("Arial", 11, True)
