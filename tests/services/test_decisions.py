"""Decisions and the register: drafted once, gated, issued once, numbered without gaps, kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from tests.builders import NOW
from thiduaqt.domain.decisions import full_number, period_words
from thiduaqt.domain.errors import NotAllowed, NotFound
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.records import Award, CouncilSession, Decision, Nomination, Signer
from thiduaqt.services import council, decisions, history, output, papers, register, sample
from thiduaqt.services.editing import BadValue
from thiduaqt.services.sample import Season
from thiduaqt.services.session import Session, open_session


@pytest.fixture
def season(tmp_path: Path) -> Season:
    made = sample.start(tmp_path / "thu.tdqdb")
    sample.enter_registers(made)
    sample.take_in(made, sample.write_lists(made, tmp_path / "danh-sach"))
    sample.fill_dossiers(made)
    sample.hold_council(made)
    return made


ISSUED_ON = date(2026, 12, 10)


def at(season: Season, day: date) -> Session:
    """Return the session of a season as it is on a day."""
    store = season.session.store
    store.clock = lambda: datetime.combine(day, time(9), tzinfo=NOW.tzinfo)
    return season.session


def _number(season: Season) -> None:
    decisions.edit(season.session, season.decision_id, number="131", day="10/12/2026")


def test_the_draft_lists_ceremony_order_and_money(season: Season) -> None:
    lines = decisions.lines(season.session, season.decision_id)
    assert [line.kind for line in lines] == ["collective"] * 2 + ["individual"] * 5
    assert [line.ordinal for line in lines] == list(range(1, 8))
    assert [line.money for line in lines] == [1_520_000] * 2 + [760_000] * 5
    assert lines[0].money_note == "0,6 × 2.530.000 = 1.518.000, làm tròn 1.520.000 đồng"


def test_drafting_twice_gives_one_draft(season: Season) -> None:
    sitting = season.session.store.all(CouncilSession)[0]
    assert decisions.draft(season.session, sitting.id).nothing
    assert len(decisions.listing(season.session)) == 1


def test_number_and_date_are_asked_for(season: Season) -> None:
    codes = {item.code for item in decisions.gate(season.session, season.decision_id)}
    assert codes == {"NO_NUMBER", "NO_DATE"}
    with pytest.raises(NotAllowed, match="Chưa có số quyết định"):
        decisions.issue(season.session, season.decision_id)
    assert season.session.store.count(Award) == 0


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        ("131", "131/QĐ-UBND"),
        (" 131 / QĐ - UBND ", "131/QĐ-UBND"),
        ("5", "05/QĐ-UBND"),
        ("131a/QĐ-CT", "131a/QĐ-CT"),
        ("0131", "131/QĐ-UBND"),
        ("１３１", "131/QĐ-UBND"),
        ("131/qđ-ubnd", "131/QĐ-UBND"),
    ],
)
def test_a_number_gets_its_symbol(typed: str, full: str) -> None:
    assert full_number(typed, "QĐ-UBND") == full


def test_a_number_that_is_none_is_refused(season: Season) -> None:
    for typed in ("một", "0", "00/QĐ-UBND", "-1", "131\n132"):
        with pytest.raises(BadValue):
            decisions.edit(season.session, season.decision_id, number=typed)
    with pytest.raises(BadValue):
        decisions.edit(season.session, season.decision_id, day="31/02/2026")


def test_a_day_before_any_rule_is_refused_and_the_draft_stays_readable(season: Season) -> None:
    with pytest.raises(BadValue, match="Ngày 01/01/1900 nằm ngoài"):
        decisions.decide(season.session, [season.decision_id], number="131", day="1900-01-01")
    assert len(decisions.lines(season.session, season.decision_id)) == 7


def test_a_number_finds_what_was_issued_before_a_draft(season: Season) -> None:
    session = season.session
    _number(season)
    with pytest.raises(NotFound):
        decisions.by_number(session, "")
    decisions.issue(session, season.decision_id)
    with session.store.transaction("Dự thảo cùng số", actor="tester") as tx:
        issued = tx.get(Decision, season.decision_id)
        tx.put(replace(issued, id="khac", state="draft", session_id=None))
    for typed in ("131", "0131", " 131 / qđ-ubnd"):
        assert decisions.by_number(session, typed).id == season.decision_id


def test_issued_lines_are_frozen_and_in_the_register(season: Season) -> None:
    session = season.session
    _number(season)
    before = decisions.lines(session, season.decision_id)
    decisions.issue(session, season.decision_id)
    after = decisions.lines(session, season.decision_id)
    assert [replace(line, bare_name="", money_source="") for line in before] == [
        replace(line, bare_name="", money_source="") for line in after
    ]
    rows = register.listing(session)
    assert [row.ordinal for row in rows] == [f"{place:02d}" for place in range(1, 8)]
    assert register.gaps(session, season.decision_id) == ()
    states = {session.store.get(Nomination, line.nomination_id).state for line in after}
    assert states == {"awarded"}
    with pytest.raises(NotAllowed, match="đã khóa"):
        decisions.edit(session, season.decision_id, number="132")
    with pytest.raises(NotAllowed):
        history.undo(session)


def test_a_date_before_the_council_is_pointed_out_but_not_refused(season: Season) -> None:
    session = at(season, date(2026, 12, 4))
    decisions.edit(session, season.decision_id, number="131", day="01/12/2026")
    found = decisions.gate(session, season.decision_id)
    assert [(item.code, item.severity) for item in found] == [("BEFORE_COUNCIL", "review")]
    decisions.issue(session, season.decision_id)


def test_a_date_that_has_not_come_is_pointed_out_but_not_refused(season: Season) -> None:
    session = at(season, date(2026, 12, 9))
    decisions.edit(session, season.decision_id, number="131", day="10/12/2026")
    found = decisions.gate(session, season.decision_id)
    assert [(item.code, item.severity, item.field) for item in found] == [
        ("DATE_AHEAD", "review", "date")
    ]
    assert found[0].message == "Ngày quyết định 10/12/2026 chưa đến. Xem lại ngày."
    session = at(season, date(2026, 12, 10))
    assert decisions.gate(session, season.decision_id) == ()
    session = at(season, date(2026, 12, 9))
    decisions.issue(session, season.decision_id)


def test_the_rate_follows_the_day_of_the_decision(season: Season) -> None:
    decisions.edit(season.session, season.decision_id, day="30/06/2026")
    lines = decisions.lines(season.session, season.decision_id)
    assert {line.money for line in lines} == {1_400_000, 700_000}


def test_a_missing_signer_is_pointed_out(season: Season) -> None:
    _number(season)
    nobody = Signer(code="chair", form=("CHỦ TỊCH",), name="")
    decisions.edit(season.session, season.decision_id, signer=nobody)
    found = decisions.gate(at(season, ISSUED_ON), season.decision_id)
    assert [(item.code, item.severity) for item in found] == [("NO_SIGNER", "review")]


def test_a_number_is_used_once_a_year(season: Season) -> None:
    session = season.session
    _number(season)
    decisions.issue(session, season.decision_id)
    issued = session.store.get(Decision, season.decision_id)
    with session.store.transaction("x", actor="a") as writing:
        writing.put(replace(issued, id="khac", state="draft", session_id=None))
    codes = [item.code for item in decisions.gate(session, "khac")]
    assert "NUMBER_TAKEN" in codes


def test_over_quota_needs_a_reason_which_is_printed(tmp_path: Path) -> None:
    made = sample.start(tmp_path / "thu.tdqdb")
    sample.enter_registers(made)
    sample.take_in(made, sample.write_lists(made, tmp_path / "danh-sach"))
    sample.fill_dossiers(made)
    sample.hold_council(made, exceed_quota="Nhiều người ngang nhau")
    _number(made)
    paper = papers.submission_paper(made.session, made.decision_id)
    assert paper.over_quota_reason == "Nhiều người ngang nhau"
    decisions.edit(made.session, made.decision_id, over_quota_reason="")
    codes = [item.code for item in decisions.gate(at(made, ISSUED_ON), made.decision_id)]
    assert codes == ["OVER_QUOTA"]


def test_reopening_asks_why_and_frees_the_list(season: Season) -> None:
    session = season.session
    _number(season)
    decisions.issue(session, season.decision_id)
    with pytest.raises(NotAllowed, match="lý do"):
        decisions.reopen(session, season.decision_id, " ")
    decisions.reopen(session, season.decision_id, "Sai tên một người")
    assert register.listing(session) == ()
    assert decisions.by_number(session, "131").state == "draft"
    decisions.issue(session, season.decision_id)
    assert [row.place for row in register.listing(session)] == list(range(1, 8))


def test_handed_over_awards_keep_a_decision_closed(season: Season) -> None:
    session = season.session
    _number(season)
    decisions.issue(session, season.decision_id)
    award = register.listing(session)[0]
    register.hand_over(session, award.id, day="18/12/2026", receiver="Bà Hà")
    with pytest.raises(NotAllowed, match="đã trao"):
        decisions.reopen(session, season.decision_id, "Sai tên")


def test_corrections_and_revocations_keep_the_line(season: Season) -> None:
    session = season.session
    _number(season)
    decisions.issue(session, season.decision_id)
    first, second, *_ = register.listing(session)
    register.correct(session, first.id, correction="CV 12/UBND đính chính tên")
    register.revoke(session, second.id, reason="QĐ 140/QĐ-UBND thu hồi")
    with pytest.raises(NotAllowed):
        register.revoke(session, second.id, reason="")
    rows = register.listing(session)
    assert [row.state for row in rows[:2]] == ["corrected", "revoked"]
    assert [row.place for row in rows] == list(range(1, 8))


def test_papers_know_whether_they_are_still_true(season: Season, tmp_path: Path) -> None:
    session = season.session
    folder = tmp_path / "van-ban"
    kinds = output.DECISION_KINDS[:2]
    made = output.make_papers(session, season.decision_id, folder, kinds)

    def states() -> list[str]:
        return [item.state for item in output.states(session, season.decision_id)][:2]

    assert states() == ["current", "current"]
    _number(season)
    assert states() == ["outdated", "outdated"] or states()[1] == "outdated"
    made[1].path.write_bytes(made[1].path.read_bytes() + b"sua tay")
    assert states()[1] == "edited"
    again = output.make_papers(session, season.decision_id, folder, kinds)
    assert again[1].kept_old
    assert again[1].path.name == "Quyết định (2).docx"
    assert made[1].path.read_bytes().endswith(b"sua tay")


def test_a_decision_nobody_made(season: Season) -> None:
    with pytest.raises(NotFound, match="999"):
        decisions.by_number(season.session, "999")


def test_nothing_is_drafted_from_an_open_session(season: Season) -> None:
    sitting = season.session.store.all(CouncilSession)[0]
    council.reopen(season.session, sitting.id, "Đếm lại phiếu")
    with pytest.raises(NotAllowed, match="chưa chốt"):
        decisions.draft(season.session, sitting.id)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2026", "2026", "năm 2026"),
        ("2026", "2030", "giai đoạn 2026 - 2030"),
        ("2026-03", "2026-09", "từ tháng 03/2026 đến tháng 09/2026"),
        ("2026-01-05", "2026-11-20", "từ ngày 05/01/2026 đến ngày 20/11/2026"),
        ("", "", ""),
    ],
)
def test_the_time_of_an_achievement_in_words(start: str, end: str, words: str) -> None:
    assert period_words(start, end) == words


def test_a_decree_is_spelled_out_in_the_decision(season: Season) -> None:
    _number(season)
    basis = papers.decision_paper(season.session, season.decision_id).money_basis
    assert "Nghị định số 152/2025/NĐ-CP" in basis
    assert "NĐ 152" not in basis


def test_corrections_stand_below_each_other_and_end_with_the_revocation(season: Season) -> None:
    session = season.session
    _number(season)
    decisions.issue(session, season.decision_id)
    award = register.listing(session)[0]
    register.correct(session, award.id, correction="năm sinh 1986 thành 1988")
    register.correct(session, award.id, correction="chức vụ")
    register.revoke(session, award.id, reason="QĐ 140/QĐ-UBND")
    notes = register.listing(session)[0].correction.splitlines()
    assert [note.split(":")[0] for note in notes] == [
        "Đính chính 20/11/2026",
        "Đính chính 20/11/2026",
        "Thu hồi 20/11/2026",
    ]
    with pytest.raises(NotAllowed, match="đã thu hồi"):
        register.correct(session, award.id, correction="thêm nữa")
    assert register.listing(session)[0].state == "revoked"


def test_several_awards_are_handed_over_in_one_step(season: Season) -> None:
    session = season.session
    _number(season)
    decisions.issue(session, season.decision_id)
    ids = [row.id for row in register.listing(session)[:3]]
    register.hand_over(session, ids[0], day="", receiver="Bà Hà")
    register.hand_over_many(session, ids, day="18/12/2026")
    rows = register.listing(session)[:4]
    assert [row.handed_over for row in rows] == ["2026-12-18"] * 3 + [""]
    assert [row.handed_to for row in rows] == ["Bà Hà", "", "", ""]
    history.undo(session)
    assert {row.handed_over for row in register.listing(session)} == {""}


def test_a_council_opened_again_keeps_the_decision_from_being_issued(season: Season) -> None:
    _number(season)
    sitting = season.session.store.all(CouncilSession)[0]
    council.reopen(season.session, sitting.id, "Đếm lại phiếu")
    codes = [item.code for item in decisions.gate(season.session, season.decision_id)]
    assert "COUNCIL_OPEN" in codes


def test_a_used_number_is_told_with_the_day_it_was_used(season: Season) -> None:
    session = season.session
    _number(season)
    decisions.issue(session, season.decision_id)
    issued = session.store.get(Decision, season.decision_id)
    with session.store.transaction("x", actor="a") as writing:
        writing.put(replace(issued, id="khac", state="draft", session_id=None))
    told = next(item for item in decisions.gate(session, "khac") if item.code == "NUMBER_TAKEN")
    assert told.message == ("Số 131/QĐ-UBND đã dùng cho quyết định ngày 10/12/2026. Gõ số khác.")


def test_awards_of_another_decision_count_against_the_plan(season: Season) -> None:
    session = season.session
    _number(season)
    decisions.issue(session, season.decision_id)
    issued = session.store.get(Decision, season.decision_id)
    with session.store.transaction("x", actor="a") as writing:
        writing.put(replace(issued, id="khac", state="draft", number="140/QĐ-UBND"))
    states = {state.kind: state.chosen for state in decisions.quotas(session, "khac")}
    assert states["individual"] == 10
    assert "OVER_QUOTA" in {item.code for item in decisions.gate(session, "khac")}


def test_a_decision_issued_elsewhere_meanwhile_is_told(
    season: Season, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = season.session
    _number(season)
    stale = decisions.gate

    def issued_in_between(at: Session, decision_id: str) -> tuple[Issue, ...]:
        monkeypatch.setattr(decisions, "gate", stale)
        found = stale(at, decision_id)
        other = open_session(at.path, actor="nguoi-khac")
        decisions.issue(other, decision_id)
        other.close()
        return found

    read = session.store.get
    before = read(Decision, season.decision_id)
    monkeypatch.setattr(decisions, "gate", issued_in_between)
    monkeypatch.setattr(
        session.store,
        "get",
        lambda kind, key: before if kind is Decision else read(kind, key),
    )
    with pytest.raises(NotAllowed, match="đã ban hành"):
        decisions.issue(session, season.decision_id)
    assert session.store.count(Award) == 7
