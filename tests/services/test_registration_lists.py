"""The list of registrations: who is awaited, typed and pasted lines, many units at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import a_session, the_round
from tests.scored import REGISTRATION, nominee, score_movement
from thiduaqt.domain import commitment_words
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import MovementPlan, RegistrationRule, Target
from thiduaqt.domain.records import Commitment, Registration
from thiduaqt.services import history, movements, registers, registrations
from thiduaqt.services.editing import BadValue
from thiduaqt.services.registration_entries import (
    LineEdit,
    add_units,
    change_lines,
    enter,
)
from thiduaqt.services.registration_lists import (
    Directory,
    RegistrationLine,
    listing,
    unit_counts,
    usual_year,
    years,
)
from thiduaqt.services.session import Session

TARGETS = (
    Target(code="ct1", statement="Hộ dùng dịch vụ công", operator=">=", value="90", unit="%"),
    Target(code="ct2", statement="Không có trễ hạn; không sai sót"),
)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = a_session(tmp_path)
    score_movement(made)
    names = ("Thôn 1", "Thôn 2", "Trường Tiểu học Minh Họa", "Sở Nội vụ tỉnh")
    registers.add(made, "unit", [{"name": name} for name in names])
    return made


def rule(session: Session, wanted: RegistrationRule | None = REGISTRATION) -> str:
    movement_id = the_round(session).movement_id

    def change(plan: MovementPlan) -> MovementPlan:
        return replace(plan, registration=wanted, targets=TARGETS)

    movements.change_rules(session, movement_id, "Đặt quy định đăng ký", change)
    return movement_id


def lines(session: Session, year: int = 2026) -> dict[str, RegistrationLine]:
    found = listing(session, the_round(session).movement_id, year=year).lines
    return {line.name: line for line in found}


def test_units_and_nominees_without_registration_are_awaited(session: Session) -> None:
    nominee(session, "Tổ CNSCĐ thôn 3")
    rule(session, replace(REGISTRATION, for_units=False))
    states = {name: line.state for name, line in lines(session).items()}
    assert states["Thôn 1"] == states["Tổ CNSCĐ thôn 3"] == "missing"
    assert "Sở Nội vụ tỉnh" not in states
    rule(session, replace(REGISTRATION, kinds=("individual",), for_units=False))
    assert lines(session) == {}
    rule(session, None)
    assert lines(session) == {}


def test_units_of_the_kinds_the_groups_name(session: Session) -> None:
    movement_id = rule(session)

    def villages_only(plan: MovementPlan) -> MovementPlan:
        return replace(plan, groups=(replace(plan.groups[1], unit_kinds=("village",)),))

    movements.change_rules(session, movement_id, "Sửa", villages_only)
    assert set(lines(session)) == {"Thôn 1", "Thôn 2"}


def test_a_unit_that_registered_stands_for_its_nominees(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    movement_id = rule(session)
    assert "Tổ CNSCĐ thôn 3" in lines(session)
    registrations.register(session, movement_id, unit_id=row.unit_id, year=2026)
    assert "Tổ CNSCĐ thôn 3" not in lines(session)
    assert lines(session)["Thôn 3"].state == "late"  # 20/11 after 31/3


def test_typing_into_an_awaited_line_registers(session: Session) -> None:
    movement_id = rule(session)
    awaited = lines(session)["Thôn 1"]
    made = enter(
        session, movement_id,
        [LineEdit(line_id=awaited.id, field="registered_on", text="5/2/2026"),
         LineEdit(line_id=awaited.id, field="registrant", text="x"),
         LineEdit(line_id=lines(session)["Thôn 2"].id, field="content", text="  ")],
        year=2026,
    )  # fmt: skip
    assert made.added == 1
    line = lines(session)["Thôn 1"]
    assert (line.state, line.registered_on, line.year) == ("registered", "05/02/2026", "2026")
    assert line.unsigned
    assert lines(session)["Thôn 2"].state == "missing"
    enter(session, movement_id, [LineEdit(line_id=line.id, field="office", text="đã ký")])
    assert not lines(session)["Thôn 1"].unsigned
    history.undo(session)
    history.undo(session)
    assert lines(session)["Thôn 1"].state == "missing"


def test_pasted_rows_add_and_change_in_one_step(session: Session) -> None:
    movement_id = rule(session)
    made = enter(session, movement_id, rows=[{"name": "thon 1", "registered_on": "1/3/2026"}],
                 year=2026)  # fmt: skip
    assert (made.added, made.known) == (1, 0)
    made = enter(
        session, movement_id,
        rows=[
            {"name": "Thôn 1", "content": "Thi đua dạy tốt"},
            {"name": "Thôn 2", "year": "mọi năm", "commitments": "Hộ dùng dịch vụ công: 95%"},
            {"name": " "},
        ],
        year=2026,
    )  # fmt: skip
    assert (made.added, made.known) == (1, 1)
    found = lines(session)
    assert found["Thôn 1"].registered_on == "01/03/2026"
    assert found["Thôn 1"].content == "Thi đua dạy tốt"
    assert found["Thôn 2"].year == "mọi năm"
    assert found["Thôn 2"].commitments == (
        Commitment(text="Hộ dùng dịch vụ công", target="ct1", value="95%"),
    )
    history.undo(session)
    assert session.store.count(Registration) == 1


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"name": "Thôn 99"}, "Không thấy “Thôn 99”"),
        ({"name": "Thôn 1", "registered_on": "31/2/2026"}, "không phải một ngày"),
        ({"name": "Thôn 1", "year": "26"}, "không phải một năm"),
        ({"name": "Thôn 1", "office": "mai"}, "không rõ là đã ký"),
    ],
)
def test_a_row_that_cannot_be_read_writes_nothing(
    session: Session, row: dict[str, str], words: str
) -> None:
    movement_id = rule(session)
    with pytest.raises(BadValue, match=words):
        enter(session, movement_id, rows=[{"name": "Thôn 2"}, row], year=2026)
    assert session.store.count(Registration) == 0


def test_two_of_one_name_are_told_apart_by_their_unit(session: Session) -> None:
    ids = {name: unit_id for unit_id, name in registers.unit_names(session).items()}
    for name in ("Thôn 1", "Thôn 2"):
        registers.add(
            session, "person",
            [{"full_name": "Lò Thị Mẫu", "honorific": "Bà", "unit_id": ids[name]}],
        )  # fmt: skip
    directory = Directory(session)
    with pytest.raises(BadValue, match="Có 2 đối tượng"):
        directory.find("Bà Lò Thị Mẫu")
    first = directory.find("Bà Lò Thị Mẫu (Thôn 1)")
    assert directory.find("Bà Lò Thị Mẫu", "Thôn 1") == first
    assert directory.find("Bà Lò Thị Mẫu", "Thôn 2") != first


def test_nobody_is_registered_twice_for_a_year(session: Session) -> None:
    movement_id = rule(session)
    enter(session, movement_id, rows=[{"name": "Thôn 1"}], year=2026)
    enter(session, movement_id, rows=[{"name": "Thôn 1"}], year=2025)
    old = lines(session, 2025)["Thôn 1"]
    with pytest.raises(NotAllowed, match="đã đăng ký rồi"):
        enter(session, movement_id, [LineEdit(line_id=old.id, field="year", text="2026")])


def test_many_units_at_once(session: Session) -> None:
    movement_id = rule(session)
    before = dict(unit_counts(session, movement_id, year=2026))
    assert before["village"] == 2
    enter(session, movement_id, rows=[{"name": "Thôn 2"}], year=2026)
    promised = commitment_words.of_targets(TARGETS, 2026)
    made = add_units(
        session, movement_id, {"village", "school"}, year=2026, registered_on="1/2/2026",
        commitments=promised,
    )  # fmt: skip
    assert (made.added, made.known) == (2, 1)
    found = lines(session)
    assert found["Trường Tiểu học Minh Họa"].commitments[0].value == "≥ 90%"
    assert found["Thôn 1"].registered_on == "01/02/2026"
    assert found["Thôn 2"].commitments == ()
    with pytest.raises(NotAllowed):
        add_units(session, movement_id, {"village"}, year=2026)
    history.undo(session)
    assert session.store.count(Registration) == 1


def test_promises_of_several_lines_are_one_step(session: Session) -> None:
    movement_id = rule(session)
    promised = commitment_words.of_targets(TARGETS, 2026)
    ids = [lines(session)[name].id for name in ("Thôn 1", "Thôn 2")]
    change_lines(
        session, movement_id, ids, "Sửa cam kết",
        lambda item: replace(item, commitments=promised), year=2026,
    )  # fmt: skip
    assert lines(session)["Thôn 2"].commitments == promised
    history.undo(session)
    assert session.store.count(Registration) == 0


def test_years_and_the_usual_one(session: Session) -> None:
    movement_id = rule(session, replace(REGISTRATION, every_year=True))
    assert 2026 in years(session, movement_id)
    assert usual_year(session, movement_id) == 2026
    rule(session, replace(REGISTRATION, every_year=False))
    assert usual_year(session, movement_id) == 0
