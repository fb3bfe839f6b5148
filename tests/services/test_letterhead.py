"""The head of a page as it is shown beside the document as it is made."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests.builders import a_session
from thiduaqt.documents import make
from thiduaqt.domain.papers import DecisionPaper, DocumentNumber
from thiduaqt.domain.records import Office, Signer
from thiduaqt.services import letterhead, papers

CHAIR = Signer(code="chair", form=("CHỦ TỊCH",), name="Lò Văn Khải")


def words_of(document: bytes) -> str:
    """Return all words of a document, tables included, spaces made single."""
    read = docx.Document(BytesIO(document))
    cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join([*cells, *(one.text for one in read.paragraphs)]).split())


@pytest.fixture
def office(tmp_path: Path) -> Office:
    session = a_session(tmp_path)
    found = session.office()
    session.close()
    return found


def test_the_decision_that_is_made_says_the_same(office: Office) -> None:
    paper = DecisionPaper(
        letterhead=papers.letterhead(office),
        number=DocumentNumber(symbol="QĐ-UBND"),
        authority=office.chair.upper(),
        issuer_in_words=office.chair,
        abstract="Về việc tặng Giấy khen",
        bases=("Căn cứ Luật Thi đua, khen thưởng",),
        award="Giấy khen",
        achievement="đã có thành tích",
        period="năm 2026",
        recipients=(),
        fund="Quỹ",
        money_basis="",
        executors="Chánh Văn phòng",
        signing=papers.signing(CHAIR),
        distribution=(),
        mark="",
    )
    made = words_of(make.make_decision(paper))
    shown = [piece for piece in letterhead.page(office, "decision", CHAIR) if piece.text]
    above = [piece for piece in shown if not piece.text.startswith(("Nơi nhận", "- "))]
    assert len(above) >= 9
    for piece in above:
        assert " ".join(piece.text.split()) in made, piece.text


def test_pieces_stay_within_the_margins(office: Office) -> None:
    for kind in ("decision", "submission"):
        for piece in letterhead.page(office, kind, CHAIR):
            assert piece.left >= 30
            assert piece.left + piece.width <= 195.01
            assert 20 <= piece.top < 277


def test_a_long_name_is_broken_and_gaps_are_kept(office: Office) -> None:
    long = replace(office, standing_body="Phòng Văn hóa - Xã hội và Phòng Kinh tế hạ tầng đô thị")
    lines = [piece.text for piece in letterhead.page(long, "submission", CHAIR)]
    heads = [line for line in lines if line in long.standing_body.upper()]
    assert len([line for line in heads if line]) >= 2
    number = next(line for line in lines if line.startswith("Số:"))
    assert "\u00a0\u00a0" in number


def test_each_answer_is_found_on_the_page(office: Office) -> None:
    fields = {piece.field for piece in letterhead.page(office, "decision", CHAIR)}
    assert {"commune", "place", "form", "chair", "standing_symbol"} <= fields
    fields = {piece.field for piece in letterhead.page(office, "submission", None)}
    assert {"commune", "place", "standing_body", "standing_symbol"} <= fields
