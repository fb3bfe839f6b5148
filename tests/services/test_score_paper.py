"""The blank score sheet: the whole tree with its points, columns for those who score."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from tests.builders import a_session, the_movement
from tests.plans_invented import scored_plan
from tests.scored import TEAMS, score_movement
from thiduaqt.domain.errors import NotFound
from thiduaqt.domain.plan import Section
from thiduaqt.domain.score_papers import columns_of, lines_of, scorers_of, total_of
from thiduaqt.services import movements
from thiduaqt.services.score_paper import sheet_paper, write_sheet
from thiduaqt.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = a_session(tmp_path)
    score_movement(made)
    return made


def test_the_tree_with_its_points() -> None:
    shown = [(one.number, one.title, one.points) for one in lines_of(TEAMS)]
    assert shown == [
        ("I", "Điều kiện bắt buộc", ""),
        ("1", "Chấp hành pháp luật", ""),
        ("II", "Hoạt động hướng dẫn người dân", "70"),
        ("1", "Tỷ lệ hộ được hướng dẫn dịch vụ công trực tuyến", "20"),
        ("2", "Số buổi sinh hoạt, tập huấn tại nhà văn hóa thôn", "10"),
        ("3", "Nền nếp, báo cáo đúng hạn", "40"),
        ("III", "Sáng kiến, cách làm hay", "30"),
        ("1", "Sáng kiến được áp dụng tại thôn", "30"),
        ("2", "Cách làm hay được thôn khác học theo", "30"),
        ("IV", "Điểm thưởng, điểm trừ", "+5 −10"),
        ("1", "Được cấp trên biểu dương", "+5"),
        ("2", "Báo cáo chậm", "−10"),
    ]
    assert total_of(TEAMS) == "100 +5 −10"


def test_numbers_below_a_part_of_a_part_name_it() -> None:
    inner = Section(code="II.a", title="Việc khó", parent="II")
    item = replace(TEAMS.criteria[1], code="x", section="II.a")
    group = replace(TEAMS, sections=(*TEAMS.sections, inner), criteria=(*TEAMS.criteria, item))
    shown = [(one.number, one.title) for one in lines_of(group)]
    place = shown.index(("4", "Việc khó"))
    assert shown[place + 1] == ("4.1", item.title)
    assert shown[place - 1][0] == "3"


def test_those_who_score_are_the_columns() -> None:
    assert columns_of(TEAMS) == ("Tự chấm", "Xã chấm")
    assert scorers_of(replace(TEAMS, scorers=())) == ("self", "officer", "council")


def test_read_back_from_the_file(session: Session, tmp_path: Path) -> None:
    path = write_sheet(session, tmp_path / "a.docx", the_movement(session).id, "TO")
    document = docx.Document(str(path))
    table = document.tables[1]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["TT", "Nội dung tiêu chí", "Điểm tối đa", "Tự chấm", "Xã chấm",
                       "Minh chứng, ghi chú"]  # fmt: skip
    assert len(rows) == 1 + len(TEAMS.criteria) + len(TEAMS.sections) + 1
    assert rows[-1][1:3] == ["Tổng điểm", "100 +5 −10"]
    assert all(cell == "" for row in rows[1:] for cell in row[3:])
    banded = next(row[1] for row in rows if row[1].startswith("Tỷ lệ hộ"))
    assert "từ 90% trở lên: 20 điểm" in banded
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert "PHIẾU CHẤM ĐIỂM" in texts
    assert "Giấy khen: từ 80 điểm và không có tiêu chí liệt." in texts


def test_a_checklist_has_no_points(tmp_path: Path) -> None:
    session = a_session(tmp_path, "khac.tdqdb")
    movement = the_movement(session)
    assert movement.definition is not None
    group = movement.definition.groups[0]
    facts = sheet_paper(session, movement.id, group.code)
    assert (facts.title, facts.total, facts.scored) == ("PHIẾU ĐÁNH GIÁ TIÊU CHÍ", "", False)
    path = write_sheet(session, tmp_path / "a.docx", movement.id, group.code)
    heads = [cell.text for cell in docx.Document(str(path)).tables[1].rows[0].cells]
    assert "Điểm tối đa" not in heads


def test_a_group_that_is_gone(session: Session) -> None:
    with pytest.raises(NotFound):
        sheet_paper(session, the_movement(session).id, "KHONG-CO")


@pytest.mark.office
@pytest.mark.slow
def test_every_criterion_is_on_the_printed_pages(session: Session, tmp_path: Path) -> None:
    plan = scored_plan().movements[0]
    movement_id = the_movement(session).id
    movements.change_rules(
        session, movement_id, "Thay", lambda now: replace(now, groups=plan.groups)
    )
    group = plan.groups[0]
    path = write_sheet(session, tmp_path / "a.docx", movement_id, group.code)
    office = shutil.which("soffice")
    assert office is not None
    subprocess.run(
        [office, f"-env:UserInstallation=file://{tmp_path}/lo", "--headless", "--convert-to",
         "pdf", "--outdir", str(tmp_path), str(path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    printed = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "a.pdf"), "-"], check=True, capture_output=True
    ).stdout.decode()
    words = set(unicodedata.normalize("NFC", printed).split())
    for item in group.criteria:
        assert set(item.title.split()) <= words, item.title
    assert printed.count("Nội dung tiêu chí") >= 2  # the heading repeats on the next page
