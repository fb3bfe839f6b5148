"""What the screen of decisions reads: rows, what is in the way, what has changed since."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from thiduaqt.domain.records import CouncilSession, Signer, Vote
from thiduaqt.services import council, decision_sheet, decisions, output, sample
from thiduaqt.services.decision_sheet import Sheet
from thiduaqt.services.sample import Season


@pytest.fixture
def season(tmp_path: Path) -> Season:
    made = sample.start(tmp_path / "thu.tdqdb")
    sample.enter_registers(made)
    sample.take_in(made, sample.write_lists(made, tmp_path / "danh-sach"))
    sample.fill_dossiers(made)
    sample.hold_council(made)
    return made


def the_sheet(season: Season) -> Sheet:
    return decision_sheet.sheet(season.session, season.decision_id)


def test_a_draft_stands_at_the_head_of_its_year(season: Season) -> None:
    row = decision_sheet.overview(season.session)[0]
    assert (row.draft, row.year, row.count) == (True, 2026, 7)
    assert row.around == "Khen thưởng hằng năm 2026"
    sample.decide(season)
    row = decision_sheet.overview(season.session)[0]
    assert (row.draft, row.number, row.date, row.count) == (
        False, "131/QĐ-UBND", "2026-12-10", 7,
    )  # fmt: skip


def test_a_locked_session_waits_for_its_draft(season: Season) -> None:
    session = season.session
    assert decision_sheet.undrafted(session) == ()
    around = season.round.id
    opened = council.open_session(session, around, held_on="2026-12-20").session
    with session.store.transaction("Chốt", actor="thu") as writing:
        sitting = writing.get(CouncilSession, opened.id)
        writing.put(_a_vote(session.new_id(), opened.id, season))
        writing.put(replace(sitting, state="locked"))
    waiting = decision_sheet.undrafted(session)
    assert [(item.session_id, item.count) for item in waiting] == [(opened.id, 1)]


def _a_vote(vote_id: str, sitting: str, season: Season) -> Vote:
    nomination = decisions.lines(season.session, season.decision_id)[0].nomination_id
    return Vote(id=vote_id, session_id=sitting, nomination_id=nomination, chosen=True)


def test_a_draft_has_no_register_to_print(season: Season) -> None:
    assert [paper.kind for paper in the_sheet(season).papers] == [
        "submission", "decision", "payment",
    ]  # fmt: skip
    sample.decide(season)
    assert the_sheet(season).papers[-1].kind == "register"


def test_the_head_of_the_standing_body_does_not_sign_decisions(season: Season) -> None:
    assert [signer.code for signer in the_sheet(season).signers] == ["chair", "deputy"]


def test_a_signer_who_left_the_office_is_still_named(season: Season) -> None:
    gone = Signer(code="acting", form=("Q. CHỦ TỊCH",), name="Vi Văn Tới")
    decisions.edit(season.session, season.decision_id, signer=gone)
    assert the_sheet(season).signers[-1] == gone


def test_what_changed_after_the_papers_were_made_is_told(season: Season, tmp_path: Path) -> None:
    session = season.session
    output.make_papers(session, season.decision_id, tmp_path / "van-ban", output.DECISION_KINDS)
    assert the_sheet(season).changed == ""
    decisions.edit(session, season.decision_id, number="131", day="10/12/2026")
    assert the_sheet(season).changed == "Sửa số, ngày"


def test_who_replaced_whom_is_told(season: Season, tmp_path: Path) -> None:
    session = season.session
    output.make_papers(session, season.decision_id, tmp_path / "van-ban", output.DECISION_KINDS)
    sitting = the_sheet(season).sitting
    assert sitting is not None
    council.reopen(session, sitting.id, "Đếm lại")
    groups = council.results(session, sitting.id).groups
    group = next(one for one in groups if one.kind == "individual")
    before = [row.name for row in group.chosen]
    following = next(row for row in group.passed if not row.chosen)
    kept = [row.id for row in group.chosen][:-1]
    council.choose_own(session, sitting.id, group.key, [*kept, following.id])
    assert the_sheet(season).changed == f"Thay {before[-1]} bằng {following.name}"


def test_issuing_makes_the_papers_outdated(season: Season, tmp_path: Path) -> None:
    session = season.session
    decisions.edit(session, season.decision_id, number="131", day="10/12/2026")
    kinds = output.DECISION_KINDS[:3]
    output.make_papers(session, season.decision_id, tmp_path / "van-ban", kinds)
    decisions.issue(session, season.decision_id)
    found = the_sheet(season)
    assert found.changed == "Quyết định đã ban hành"
    assert {paper.kind for paper in found.outdated} >= {"decision", "payment"}
    assert found.money == 2 * 1_520_000 + 5 * 760_000
