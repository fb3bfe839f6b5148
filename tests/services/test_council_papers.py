"""The papers of a session say what was counted, and nothing unfinished leaves as final."""

from __future__ import annotations

import io
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document

from tests.council_season import (
    INDIVIDUAL,
    count_votes,
    make_season,
    row_named,
    start_sitting,
)
from thiduaqt.documents import make
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.papers import DRAFT_MARK
from thiduaqt.services import council, council_papers
from thiduaqt.services.session import Session


@pytest.fixture
def season(tmp_path: Path) -> Iterator[Session]:
    session = make_season(tmp_path)
    yield session
    session.close()


@pytest.fixture
def sitting(season: Session) -> str:
    return start_sitting(season)


def locked(season: Session, sitting: str) -> None:
    count_votes(season, sitting)
    council.choose_highest(season, sitting, INDIVIDUAL)
    council.lock(season, sitting)


def read(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_each_voter_gets_a_ballot(season: Session, sitting: str) -> None:
    paper = council_papers.ballot_paper(season, sitting)
    assert paper.copies == 8
    assert paper.mark == "", "a ballot is no result"
    assert [candidate.ordinal for candidate in paper.candidates] == list(range(1, 12))
    assert paper.candidates[3].name == "Bà Nguyễn Thị Thu Hà"
    assert paper.subject.startswith("Xét tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã Minh Họa")


def test_no_ballots_without_nominees(season: Session) -> None:
    opened = council.open_session(season, "round-2026").session
    with pytest.raises(NotAllowed):
        council_papers.ballot_paper(season, opened.id)


def test_an_unfinished_tally_gives_no_minutes(season: Session, sitting: str) -> None:
    for gather in (council_papers.tally_paper, council_papers.minutes_paper):
        with pytest.raises(NotAllowed, match="Chưa lập được biên bản"):
            gather(season, sitting)


def test_an_unlocked_tally_is_a_draft(season: Session, sitting: str) -> None:
    count_votes(season, sitting)
    assert council_papers.tally_paper(season, sitting).mark == DRAFT_MARK
    assert council_papers.minutes_paper(season, sitting).mark == DRAFT_MARK
    council.choose_highest(season, sitting, INDIVIDUAL)
    council.lock(season, sitting)
    assert council_papers.tally_paper(season, sitting).mark == ""
    assert council_papers.minutes_paper(season, sitting).mark == ""


def test_the_minutes_carry_the_numbers_of_the_count(season: Session, sitting: str) -> None:
    locked(season, sitting)
    minutes = council_papers.minutes_paper(season, sitting)
    tally = minutes.result
    assert (tally.members, tally.present, tally.issued, tally.valid) == (9, 8, 8, 8)
    assert tally.base == "tổng số thành viên Hội đồng"
    assert tally.threshold == "trên 50%"
    assert [row.agree for row in tally.rows] == [8, 7, 4, 8, 7, 6, 7, 7, 6, 6, 5]
    assert tally.rows[0].rate == Decimal(800) / Decimal(9)
    assert [row.passed for row in tally.rows].count(False) == 1
    assert sum(row.selected for row in tally.rows) == 7
    assert minutes.chair.name == "Ông Nguyễn Văn Bình"
    assert minutes.secretary.name == "Ông Lý Văn Dần"
    assert [member.name for member in minutes.members if not member.present] == ["Bà Tô Thị Mai"]


def test_the_list_is_in_the_order_of_the_ceremony(season: Session, sitting: str) -> None:
    locked(season, sitting)
    names = [item.name for item in council_papers.minutes_paper(season, sitting).proposed]
    assert names == [
        "Tổ CNSCĐ thôn Bình Minh",
        "Trường THCS Minh Họa",
        "Bà Ma Thị Ánh",
        "Bà Nguyễn Thị Thu Hà",
        "Bà Lê Thị Hạnh",
        "Ông Hoàng Văn Ơn",
        "Bà Vũ Thị Yến",
    ]


def test_the_rule_that_decided_a_tie_is_printed(season: Session, sitting: str) -> None:
    locked(season, sitting)
    assert council_papers.tally_paper(season, sitting).result.remarks == (
        (
            "Ông Đỗ Văn Dũng, Ông Bùi Văn Ân, Bà Vũ Thị Yến bằng tỷ lệ ở vị trí thứ 5: ưu tiên nữ "
            "theo NĐ 152/2025, khoản 6 Điều 4, chọn Bà Vũ Thị Yến"
        ),
    )
    council.reopen(season, sitting, "Hội đồng bàn lại")
    council.break_tie(
        season, sitting, INDIVIDUAL, [row_named(season, sitting, "Ông Bùi Văn Ân").id]
    )
    assert (
        council_papers.tally_paper(season, sitting)
        .result.remarks[0]
        .endswith("Hội đồng chọn Ông Bùi Văn Ân")
    )


def test_who_keeps_from_the_own_row_is_told(season: Session, sitting: str) -> None:
    count_votes(season, sitting)
    council.set_rule(season, sitting, own_item_excluded=True)
    council.enter_votes(season, row_named(season, sitting, "Bà Ma Thị Ánh").id, 6)
    result = council_papers.tally_paper(season, sitting).result
    own = next(row for row in result.rows if row.candidate.name == "Bà Ma Thị Ánh")
    assert own.note == "Tính trên 8"
    assert own.rate == 75
    assert "Bà Ma Thị Ánh là thành viên Hội đồng, không bỏ phiếu cho bản thân" in result.remarks


def test_the_reason_for_more_than_planned_is_printed(season: Session, sitting: str) -> None:
    count_votes(season, sitting)
    council.lock(season, sitting, over_quota_reason="Năm đầu của phong trào")
    assert council_papers.minutes_paper(season, sitting).over_quota_reason == (
        "Năm đầu của phong trào"
    )


def test_without_anyone_to_preside_there_are_no_minutes(season: Session, sitting: str) -> None:
    count_votes(season, sitting)
    two = council.members(season)[:2]
    council.set_attendance(season, sitting, {member.id: "absent" for member in two})
    with pytest.raises(NotAllowed):
        council_papers.minutes_paper(season, sitting)


def test_all_names_stand_in_the_documents(season: Session, sitting: str) -> None:
    council.edit_session(season, sitting, {"tellers": "Ông Phan Văn Giáp; Bà Hà Thị Én"})
    locked(season, sitting)
    rows = council.results(season, sitting).rows
    ballots = read(make.make_ballots(council_papers.ballot_paper(season, sitting)))
    tally = read(make.make_tally(council_papers.tally_paper(season, sitting)))
    minutes = read(make.make_minutes(council_papers.minutes_paper(season, sitting)))
    for row in rows:
        assert all(row.name in text for text in (ballots, tally, minutes)), row.name
    assert "88,9%" in tally
    assert "Bà Hà Thị Én" in tally
    assert "DỰ THẢO" not in minutes
