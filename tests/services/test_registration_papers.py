"""Registrations on paper, read back with python-docx: sheets to sign, blank ones, the list."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from tests.builders import a_session, the_round
from tests.scored import REGISTRATION, score_movement
from thiduaqt.domain.plan import RegistrationRule
from thiduaqt.services import movements, registers
from thiduaqt.services import registration_papers as papers
from thiduaqt.services.registration_entries import enter
from thiduaqt.services.registration_lists import listing
from thiduaqt.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = a_session(tmp_path, sample=True)
    score_movement(made)
    registers.add(made, "unit", [{"name": "Thôn 1"}, {"name": "Thôn 2"}])
    ids = {name: unit_id for unit_id, name in registers.unit_names(made).items()}
    person = {"full_name": "Lò Thị Mẫu", "honorific": "Bà", "unit_id": ids["Thôn 1"]}
    registers.add(made, "person", [person])
    return made


def start(session: Session, rule: RegistrationRule) -> str:
    movement_id = the_round(session).movement_id
    movements.change_rules(session, movement_id, "Đặt", lambda p: replace(p, registration=rule))
    enter(
        session, movement_id,
        rows=[
            {"name": "Thôn 1", "registered_on": "2/3/2026", "content": "Thi đua dạy tốt",
             "commitments": "Hộ dùng dịch vụ công: 95%; Không vi phạm", "registrant": "x"},
            {"name": "Lò Thị Mẫu", "registered_on": "5/4/2026"},
        ],
        year=2026,
    )  # fmt: skip
    return movement_id


def texts(path: Path) -> list[str]:
    """Return paragraphs and cells in the order they stand on the pages."""
    document = docx.Document(str(path))
    found: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, docx.table.Table):
            found += [cell.text for row in block.rows for cell in row.cells]
        else:
            found.append(block.text)
    return [line for text in found for line in text.split("\n") if line]


def test_a_promise_is_signed_by_both(session: Session, tmp_path: Path) -> None:
    movement_id = start(session, REGISTRATION)
    line = next(one for one in listing(session, movement_id, year=2026).lines if one.record)
    path = papers.write_forms(session, tmp_path / "a.docx", movement_id, [line.id], year=2026)
    found = texts(path)
    assert found[:2] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert "BẢN GIAO ƯỚC THI ĐUA" in found
    assert found[2].endswith("ngày 02 tháng 3 năm 2026")
    assert "Tên đơn vị: Thôn 1" in found
    place = found.index("Hộ dùng dịch vụ công")
    assert found[place - 1 : place + 5] == [
        "1", "Hộ dùng dịch vụ công", "95%", "2", "Không vi phạm",
        "Hai bên cam kết thực hiện đúng những nội dung đã ghi ở trên./.",
    ]  # fmt: skip
    assert found.index("ĐẠI DIỆN ĐƠN VỊ") < found.index("TM. ỦY BAN NHÂN DÂN")
    assert "Lò Văn Khải" in found
    assert not any(text.startswith("Kính gửi") for text in found)
    mark = docx.Document(str(path)).sections[0].first_page_header.paragraphs[0].text
    assert mark == "MẪU - DỮ LIỆU MINH HỌA"


def test_without_a_second_signature_it_goes_to_the_committee(
    session: Session, tmp_path: Path
) -> None:
    movement_id = start(session, replace(REGISTRATION, both_sign=False, content="Theo kế hoạch"))
    lines = listing(session, movement_id, year=2026).lines
    person = next(one for one in lines if one.who.family == "person")
    path = papers.write_forms(session, tmp_path / "a.docx", movement_id, [person.id], year=2026)
    found = texts(path)
    assert "BẢN ĐĂNG KÝ THI ĐUA" in found
    assert "Kính gửi: Ủy ban nhân dân xã Minh Họa" in found
    assert found.index("Họ và tên: Bà Lò Thị Mẫu") + 1 == found.index("Thuộc: Thôn 1")
    assert found[-1] == "Lò Thị Mẫu"
    assert "Theo kế hoạch" in found
    assert "Lò Văn Khải" not in found


def test_those_awaited_get_a_sheet_to_fill_in(session: Session, tmp_path: Path) -> None:
    movement_id = start(session, REGISTRATION)
    lines = listing(session, movement_id, year=2026).lines
    awaited = next(one for one in lines if one.record is None)
    path = papers.write_forms(
        session, tmp_path / "a.docx", movement_id, [one.id for one in lines], year=2026
    )
    document = docx.Document(str(path))
    assert len(document.sections) == len(lines)
    found = texts(path)
    assert f"Tên đơn vị: {awaited.name}" in found
    assert sum(text.startswith("....") for text in found) >= 3
    blank = document.tables[-2]
    assert [row.cells[1].text for row in blank.rows[1:]] == [""] * 4


def test_the_list_tells_who_is_late_and_who_is_missing(session: Session, tmp_path: Path) -> None:
    movement_id = start(session, REGISTRATION)
    path = papers.write_list(session, tmp_path / "a.docx", movement_id, year=2026)
    table = docx.Document(str(path)).tables[1]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[1] == [
        "1", "Thôn 1", "Thi đua dạy tốt; Hộ dùng dịch vụ công: 95%; Không vi phạm", "02/03/2026",
        "Thiếu chữ ký",
    ]  # fmt: skip
    assert rows[2][1] == "Bà Lò Thị Mẫu, Thôn 1"
    assert rows[2][4] == "Trễ hạn; Thiếu chữ ký"
    found = texts(path)
    assert "Tổng số đăng ký: 01 đơn vị, 01 cá nhân." in found
    assert "Chưa đăng ký (01): Thôn 2." in found
