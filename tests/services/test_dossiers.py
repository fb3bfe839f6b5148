"""One nomination in full: checklist, findings and their cure, comparison, log; the gate; export."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from tests.builders import a_session, the_round
from thiduaqt.domain.errors import UserError
from thiduaqt.domain.records import Award, Nomination
from thiduaqt.services import (
    council,
    dossier_log,
    dossiers,
    evidence,
    exporting,
    history,
    nominating,
    nominations,
    proposing,
    registers,
)
from thiduaqt.services.checking import Checker
from thiduaqt.services.dossiers import Dossier
from thiduaqt.services.editing import Edit
from thiduaqt.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return a_session(tmp_path)


def _add(session: Session, **values: object) -> str:
    nominating.add(session, the_round(session).id, [{"unit": "Thôn 3", **values}])
    return nominations.listing(session, the_round(session).id)[-1].id


def _view(session: Session, nomination_id: str) -> Dossier:
    return dossiers.view(session, Checker(session, the_round(session).id), nomination_id)


def _complete(session: Session, nomination_id: str) -> None:
    nominations.edit(session, [Edit(id=nomination_id, field="achievement", value="Việc tốt")])
    for tick in _view(session, nomination_id).ticks:
        dossiers.mark(session, [nomination_id], tick.code, "met")


def test_the_checklist_holds_criteria_and_papers_with_what_is_missing(session: Session) -> None:
    shown = _view(session, _add(session, name="Bùi Văn Ân"))
    papers = [tick for tick in shown.ticks if tick.paper]
    assert papers
    assert all(tick.reason == "Thiếu giấy tờ" for tick in papers if tick.severity == "error")
    assert any(not tick.paper for tick in shown.ticks)
    assert shown.met == 0
    assert all(tick.title not in tick.reason for tick in shown.ticks)


def test_what_does_not_apply_leaves_the_count(session: Session) -> None:
    one = _add(session, name="Bùi Văn Ân")
    criterion = next(tick for tick in _view(session, one).ticks if not tick.paper)
    before = _view(session, one).counted
    dossiers.mark(session, [one], criterion.code, "na")
    after = _view(session, one)
    assert after.counted == before - 1
    assert after.met == 0


def test_marking_several_is_one_step_and_leaves_other_groups_alone(session: Session) -> None:
    person = _add(session, name="Bùi Văn Ân")
    other = _add(session, name="Lò Văn Tám")
    paper = next(tick for tick in _view(session, person).ticks if tick.paper)
    dossiers.mark(session, [person, other], paper.code, "met")
    assert history.undo_text(session) == "Đánh dấu 2 hồ sơ"
    assert [_state(session, one, paper.code) for one in (person, other)] == ["met", "met"]
    dossiers.mark(session, [person], paper.code, "open")
    assert _state(session, person, paper.code) == "open"
    school = _add(session, name="Trường THCS Minh Họa")
    shared = {tick.code for tick in _view(session, school).ticks}
    own = next(tick.code for tick in _view(session, person).ticks if tick.code not in shared)
    dossiers.mark(session, [school], own, "met")
    assert session.store.get(Nomination, school).checks == ()


def _state(session: Session, nomination_id: str, code: str) -> str:
    return next(tick.state for tick in _view(session, nomination_id).ticks if tick.code == code)


def test_a_file_holds_a_paper_and_comes_back_as_it_was(session: Session, tmp_path: Path) -> None:
    one = _add(session, name="Bùi Văn Ân")
    paper = next(tick for tick in _view(session, one).ticks if tick.paper)
    source = tmp_path / "báo cáo.docx"
    source.write_bytes(b"noi dung")
    evidence.attach(session, one, paper.code, source)
    tick = next(tick for tick in _view(session, one).ticks if tick.code == paper.code)
    assert tick.state == "met"
    assert tick.files[0].name == "báo cáo.docx"
    copy = dossiers.save_copy(session, tick.files[0], tmp_path / "ban-sao.docx")
    assert copy.read_bytes() == b"noi dung"
    with pytest.raises(UserError):
        dossiers.save_copy(session, tick.files[0], tmp_path / "khong-co" / "x.docx")


def test_each_finding_names_its_cure(session: Session) -> None:
    one = _add(session, name="Bùi Văn Ân", subject_group="")
    other = _add(session, name="Bùi Văn Ân")
    registers.add_flag(
        session,
        person_id=session.store.get(Nomination, one).person_id,
        kind="complaint",
        document="Đơn",
        opened="2026-11-03",
    )
    found = {item.issue.code: item for item in _view(session, one).findings}
    assert (found["MISSING_ACHIEVEMENT"].cure, found["MISSING_ACHIEVEMENT"].issue.field) == (
        "field",
        "achievement",
    )
    assert (found["POSSIBLE_DUPLICATE"].cure, found["POSSIBLE_DUPLICATE"].other_id) == (
        "compare",
        other,
    )
    assert found["STANDING_FLAG"].cure == "flag"
    registers.close_flag(
        session, found["STANDING_FLAG"].other_id, closed="2026-11-10", cleared_by="KL 12"
    )
    codes = {item.issue.code for item in _view(session, one).findings}
    assert "STANDING_FLAG" not in codes


def test_two_nominations_lie_side_by_side(session: Session) -> None:
    one = _add(session, name="Bùi Văn Ân", birth="1979")
    other = _add(session, name="Bùi Văn Ân", birth="15/08/1979")
    checker = Checker(session, the_round(session).id)
    lines = {name: (first, second) for name, first, second in dossiers.compare(checker, one, other)}
    assert lines["Ngày sinh"] == ("1979", "15/08/1979")


def test_earlier_awards_are_told(session: Session) -> None:
    one = _add(session, name="Bùi Văn Ân")
    person = session.store.get(Nomination, one).person_id
    with session.store.transaction("Sổ cũ", actor="can-bo") as writing:
        writing.put(
            Award(
                id=session.new_id(),
                person_id=person,
                name="Bùi Văn Ân",
                decision_number="118/QĐ-UBND",
                decision_date="2025-12-18",
                ordinal=1,
            )
        )
    past = _view(session, one).past
    assert [(item.award_name, item.decision_date) for item in past] == [("Giấy khen", "18/12/2025")]


def test_the_log_tells_old_and_new_in_words(session: Session) -> None:
    one = _add(session, name="Bùi Văn Ân", post="Trưởng thôn")
    nominations.edit(session, [Edit(id=one, field="post", value="Bí thư Chi bộ")])
    criterion = next(tick for tick in _view(session, one).ticks if not tick.paper)
    dossiers.mark(session, [one], criterion.code, "met")
    ticked, edited, added = dossier_log.log(session, one)
    assert [(item.field, item.old, item.new) for item in ticked.changes] == [
        (criterion.title, "Chưa xác nhận", "Đạt")
    ]
    assert [(item.field, item.old, item.new) for item in edited.changes] == [
        ("Chức vụ", "Trưởng thôn", "Bí thư Chi bộ")
    ]
    assert (edited.at, edited.actor, edited.words) == ("20/11/2026 14:32", "can-bo", "Sửa hồ sơ")
    assert added.changes == ()
    history.undo(session)
    assert dossier_log.log(session, one)[0].words.startswith("Hoàn tác: ")


def test_the_gate_opens_no_session_for_nothing(session: Session) -> None:
    one, other = _add(session, name="Bùi Văn Ân"), _add(session, name="Lò Văn Tám")
    _complete(session, one)
    _complete(session, other)
    paper = session.store.get(Nomination, other).papers[0]
    nominations.set_paper(session, other, paper, held=False)
    around = the_round(session).id
    gate = proposing.send(session, around, [one, other])
    assert not gate.passed
    assert [item.nomination_id for item in gate.refused] == [other]
    assert gate.refused[0].findings
    assert proposing.open_sitting(session, around) is None
    gate = proposing.send(session, around, [one, other], only_ready=True)
    assert gate.sent == (one,)
    sitting = proposing.open_sitting(session, around)
    assert sitting is not None
    rows = nominations.listing(session, around)
    assert [row.id for row in proposing.waiting(rows)] == [other]
    _complete(session, other)
    gate = proposing.send(session, around, [other])
    assert gate.passed
    assert council.sessions(session, around) == (sitting,)
    assert "phiên họp" in proposing.look(session, around, [one]).refused[0].sentence


def test_a_list_is_written_as_it_is_seen(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "danh sách.xlsx"
    for rows in ([("1", "=Bùi Văn Ân")], [("1", "Lò Văn Tám")]):
        written = exporting.write_list(
            session,
            path,
            title="DANH SÁCH",
            subtitle="Đợt năm 2026",
            columns=[
                exporting.SeenColumn(title="TT", width=40, centred=True),
                exporting.SeenColumn(title="Họ và tên", width=182),
            ],
            rows=rows,
        )
        assert written == path
    sheet = openpyxl.load_workbook(path).active
    texts = [str(cell.value) for line in sheet.iter_rows() for cell in line if cell.value]
    assert "Họ và tên" in texts
    assert "Lò Văn Tám" in texts
    assert not any("Bùi" in text for text in texts)


def test_a_withdrawn_state_is_not_touched_by_view(session: Session) -> None:
    one = _add(session, name="Bùi Văn Ân")
    with session.store.transaction("Rút", actor="can-bo") as writing:
        writing.put(replace(writing.get(Nomination, one), state="withdrawn"))
    assert _view(session, one).row.state_words == "Đã rút"


def test_fields_and_a_paper_of_several_change_as_one_step(session: Session) -> None:
    both = [_add(session, name="Bùi Văn Ân"), _add(session, name="Lò Văn Tám")]
    paper = next(tick for tick in _view(session, both[0]).ticks if tick.paper)
    edits = [Edit(id=one, field="post", value="Trưởng thôn") for one in both]
    dossiers.edit_many(session, edits, both, paper.code, label="Sửa 2 hồ sơ")
    assert [_view(session, one).row.post for one in both] == ["Trưởng thôn", "Trưởng thôn"]
    assert [_state(session, one, paper.code) for one in both] == ["met", "met"]
    history.undo(session)
    assert [_view(session, one).row.post for one in both] == ["", ""]
    assert [_state(session, one, paper.code) for one in both] == ["open", "open"]


def test_the_lines_of_several_are_named_once(session: Session) -> None:
    _add(session, name="Bùi Văn Ân")
    _add(session, name="Trường THCS Minh Họa")
    checker = Checker(session, the_round(session).id)
    rows = nominations.rows_of(checker)
    codes = [code for code, _words in dossiers.ticks_of(checker, rows)]
    own = {tick.code for row in rows for tick in _view(session, row.id).ticks}
    assert sorted(codes) == sorted(own)


def test_mostly_women_is_yes_no_or_open(session: Session) -> None:
    school = _add(session, name="Trường THCS Minh Họa")
    for typed, kept in (("Có", True), ("không", False), ("", None)):
        nominations.edit(session, [Edit(id=school, field="mostly_women", value=typed)])
        assert _view(session, school).row.mostly_women is kept
    with pytest.raises(UserError):
        nominations.edit(session, [Edit(id=school, field="mostly_women", value="nhiều")])
