"""The list of nominations: typed, edited, checked, excepted, removed, undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import a_session, the_round
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.records import Nomination, Person, StandingFlag
from thiduaqt.services import evidence, history, nominating, nominations, registers
from thiduaqt.services.editing import BadValue, Edit
from thiduaqt.services.nominations import NominationRow
from thiduaqt.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return a_session(tmp_path)


def _add(session: Session, **values: object) -> NominationRow:
    nominating.add(session, the_round(session).id, [values])
    return nominations.listing(session, the_round(session).id)[-1]


def test_a_typed_row_becomes_a_person_and_a_nomination(session: Session) -> None:
    row = _add(
        session,
        name=" Đỗ  Văn Dũng ",
        honorific="Ông",
        birth="1988",
        post="Công chức",
        unit="Thôn 3",
        achievement="Hướng dẫn 120 hộ",
    )
    assert (row.display, row.unit_name, row.birth, row.kind) == (
        "Ông Đỗ Văn Dũng",
        "Thôn 3",
        "1988",
        "individual",
    )
    assert row.award_name == "Giấy khen"
    assert row.check == "unchecked"
    assert session.store.count(Person) == 1


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Trường THCS Minh Họa", "collective"),
        ("Tổ CNSCĐ thôn 3", "collective"),
        ("Hộ ông Đặng Văn Kính", "household"),
        ("Đặng Văn Kính", "individual"),
    ],
)
def test_the_name_tells_the_kind_of_recipient(session: Session, name: str, kind: str) -> None:
    assert _add(session, name=name, unit="Thôn 3").kind == kind


def test_the_group_is_suggested_from_the_unit(session: Session) -> None:
    school = _add(session, name="Ma Thị Ánh", unit="Trường THCS Minh Họa")
    village = _add(session, name="Bùi Văn Ân", unit="Thôn 3")
    assert school.subject_group != ""
    assert village.subject_group not in ("", school.subject_group)


def test_cells_are_edited_as_one_undo_step(session: Session) -> None:
    row = _add(session, name="Đỗ Văn Dung", unit="Thôn 3")
    nominations.edit(
        session,
        [
            Edit(id=row.id, field="name", value="Đỗ Văn Dũng"),
            Edit(id=row.id, field="birth", value="5/3/1990"),
            Edit(id=row.id, field="achievement", value="Việc tốt"),
            Edit(id=row.id, field="unit", value="Thôn 5"),
        ],
    )
    changed = nominations.row(session, row.id)
    assert (changed.name, changed.birth, changed.achievement, changed.unit_name) == (
        "Đỗ Văn Dũng",
        "1990-03-05",
        "Việc tốt",
        "Thôn 5",
    )
    assert history.undo_text(session) == "Sửa 4 ô trong hồ sơ đề nghị"
    history.undo(session)
    assert nominations.row(session, row.id).name == "Đỗ Văn Dung"


def test_an_impossible_date_changes_nothing(session: Session) -> None:
    row = _add(session, name="Đỗ Văn Dũng", birth="1990")
    with pytest.raises(BadValue) as fault:
        nominations.edit(
            session,
            [
                Edit(id=row.id, field="post", value="Trưởng thôn"),
                Edit(id=row.id, field="birth", value="31/2/1990"),
            ],
        )
    assert fault.value.field == "birth"
    assert nominations.row(session, row.id).post == ""


def _complete(session: Session, row: NominationRow) -> NominationRow:
    plan = nominations.Checker(session, row_round(session, row)).plan
    assert plan is not None
    group = plan.group(row.subject_group)
    assert group is not None
    for criterion in group.criteria:
        nominations.set_check(session, row.id, criterion.code, "met")
    for paper in plan.papers:
        nominations.set_paper(session, row.id, paper.code, held=True)
    return nominations.row(session, row.id)


def row_round(session: Session, row: NominationRow) -> str:
    return session.store.get(Nomination, row.id).round_id


def test_ticks_make_a_dossier_eligible(session: Session) -> None:
    row = _add(session, name="Đỗ Văn Dũng", unit="Thôn 3", achievement="Hướng dẫn 120 hộ")
    done = _complete(session, row)
    assert done.check == "eligible", [finding.message for finding in done.findings]
    assert done.met == done.total > 0


def test_a_complaint_blocks_until_it_is_cleared(session: Session) -> None:
    row = _complete(session, _add(session, name="Chu Văn Lực", unit="Thôn 3", achievement="x"))
    nomination = session.store.get(Nomination, row.id)
    registers.add_flag(
        session, person_id=nomination.person_id, kind="complaint", opened="03/11/2026"
    )
    blocked = nominations.row(session, row.id)
    assert blocked.check == "blocked"
    assert "NĐ 152/2025" in blocked.findings[0].source
    flag = session.store.all(StandingFlag)[0]
    registers.close_flag(session, flag.id, closed="10/11/2026", cleared_by="KL số 5")
    assert nominations.row(session, row.id).check == "eligible"


def test_an_exception_needs_its_reason(session: Session) -> None:
    row = _add(session, name="Đỗ Văn Dũng", unit="Thôn 3")
    nominations.override(session, row.id, "Thành tích đột xuất, bổ sung giấy tờ sau")
    assert nominations.row(session, row.id).check == "override"
    nominations.override(session, row.id, "  ")
    assert nominations.row(session, row.id).check != "override"


def test_two_units_propose_the_same_name(session: Session) -> None:
    first = _add(session, name="Vũ Thị Yến", birth="1993", unit="Thôn 3", achievement="a")
    second = _add(session, name="Vũ thị Yến", birth="1993", unit="Thôn 5", achievement="b")
    codes = [finding.code for finding in nominations.row(session, second.id).findings]
    assert "POSSIBLE_DUPLICATE" in codes
    nominations.not_a_duplicate(session, first.id, second.id)
    codes = [finding.code for finding in nominations.row(session, first.id).findings]
    assert "POSSIBLE_DUPLICATE" not in codes


def test_the_same_person_twice_blocks(session: Session) -> None:
    values = {"name": "Vũ Thị Yến", "birth": "02/09/1993", "unit": "Thôn 3", "achievement": "a"}
    _add(session, **values)
    second = _add(session, **values)
    assert session.store.count(Person) == 1
    assert "TWICE_IN_ROUND" in [finding.code for finding in second.findings]


def test_evidence_is_kept_and_undone(session: Session, tmp_path: Path) -> None:
    row = _add(session, name="Đỗ Văn Dũng", unit="Thôn 3")
    report = tmp_path / "bao cao.docx"
    report.write_bytes(b"noi dung")
    evidence.attach(session, row.id, "report", report)
    kept = evidence.of_nomination(session, row.id)
    assert [item.name for item in kept] == ["bao cao.docx"]
    assert evidence.content_path(session, kept[0]).read_bytes() == b"noi dung"
    history.undo(session)
    assert evidence.of_nomination(session, row.id) == ()
    history.redo(session)
    assert evidence.content_path(session, kept[0]).exists()


def test_removed_rows_come_back_with_undo(session: Session) -> None:
    row = _add(session, name="Đỗ Văn Dũng", unit="Thôn 3")
    nominations.remove(session, [row.id])
    assert nominations.listing(session, the_round(session).id) == ()
    history.undo(session)
    assert len(nominations.listing(session, the_round(session).id)) == 1


def test_a_nomination_before_the_council_is_closed(session: Session) -> None:
    row = _add(session, name="Đỗ Văn Dũng", unit="Thôn 3")
    with session.store.transaction("x", actor="a") as writing:
        writing.put(replace(writing.get(Nomination, row.id), state="in_session"))
    with pytest.raises(NotAllowed):
        nominations.edit(session, [Edit(id=row.id, field="name", value="Khác")])
    assert not nominations.row(session, row.id).editable


def test_id_numbers_are_masked_in_lists(session: Session) -> None:
    row = _add(session, name="Đỗ Văn Dũng", unit="Thôn 3", id_number="999088001234")
    assert row.id_number.endswith("1234")
    assert "08800" not in row.id_number


def test_an_honorific_typed_with_the_name_is_taken_apart(session: Session) -> None:
    row = _add(session, name="Ông Đỗ Văn Dũng", unit="Thôn 3")
    assert (row.name, row.honorific) == ("Đỗ Văn Dũng", "Ông")
    nominations.edit(session, [Edit(id=row.id, field="name", value="Bà Đỗ Thị Dung")])
    row = nominations.row(session, row.id)
    assert (row.name, row.honorific) == ("Đỗ Thị Dung", "Bà")
    nominations.edit(session, [Edit(id=row.id, field="name", value="Đỗ Thị Dùng")])
    assert nominations.row(session, row.id).display == "Bà Đỗ Thị Dùng"


def test_a_pasted_block_is_one_step(session: Session) -> None:
    row = _add(session, name="Đỗ Văn Dũng", unit="Thôn 3")
    nominations.paste(
        session,
        the_round(session).id,
        [Edit(id=row.id, field="post", value="Trưởng thôn")],
        [{"name": "Bà Ma Thị Ánh", "unit": "Thôn 5"}, {"name": " "}, {"name": "Hội Nông dân xã"}],
    )
    rows = nominations.listing(session, the_round(session).id)
    assert [item.display for item in rows] == ["Đỗ Văn Dũng", "Bà Ma Thị Ánh", "Hội Nông dân xã"]
    assert rows[0].post == "Trưởng thôn"
    assert rows[2].kind == "collective"
    assert history.undo_text(session) == "Dán 3 dòng"
    history.undo(session)
    rows = nominations.listing(session, the_round(session).id)
    assert [(item.name, item.post) for item in rows] == [("Đỗ Văn Dũng", "")]


def test_a_bad_cell_leaves_nothing_of_a_pasted_block(session: Session) -> None:
    row = _add(session, name="Đỗ Văn Dũng", unit="Thôn 3")
    with pytest.raises(BadValue):
        nominations.paste(
            session,
            the_round(session).id,
            [Edit(id=row.id, field="birth", value="31/2/1990")],
            [{"name": "Ma Thị Ánh"}],
        )
    assert len(nominations.listing(session, the_round(session).id)) == 1
