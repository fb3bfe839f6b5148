"""Units and digital teams as one list."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.builders import a_session, the_round
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.records import Person, Team, TeamMember, Unit
from thiduaqt.services import history, nominating, teams, units
from thiduaqt.services.editing import BadValue, Edit
from thiduaqt.services.session import Session
from thiduaqt.services.units import CellChange, UnitLine


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = a_session(tmp_path)
    yield made
    made.close()


@pytest.fixture
def filled(session: Session) -> Session:
    units.add(
        session,
        [
            {"name": "Thôn Bình Minh", "households": "1.120", "phone": "0912 345 678"},
            {"name": "Trường THCS Minh Họa"},
            {"name": "Tổ CNSCĐ thôn Bình Minh", "head": "Hà"},
        ],
    )
    return session


def line(session: Session, name: str) -> UnitLine:
    return next(one for one in units.listing(session) if one.name == name)


def test_kind_and_owner_follow_from_the_name(filled: Session) -> None:
    told = [(one.name, one.kind, one.unit_name) for one in units.listing(filled)]
    assert told == [
        ("Thôn Bình Minh", "village", ""),
        ("Trường THCS Minh Họa", "school", ""),
        ("Tổ CNSCĐ thôn Bình Minh", "team", "Thôn Bình Minh"),
    ]
    assert line(filled, "Thôn Bình Minh").households == 1120


def test_our_own_committee_is_not_in_the_list(session: Session) -> None:
    assert len(session.store.all(Unit)) == 1
    assert units.listing(session) == ()


def test_the_same_block_again_adds_nothing(filled: Session) -> None:
    added = units.add(filled, [{"name": "thôn bình minh"}, {"name": "Thôn Mới"}])
    assert (added.count, added.known) == (1, ("thôn bình minh",))
    assert len(units.listing(filled)) == 4


def test_a_block_is_one_step_and_a_bad_value_leaves_nothing(filled: Session) -> None:
    with pytest.raises(BadValue) as told:
        units.add(filled, [{"name": "Thôn A"}, {"name": "Thôn B", "households": "nhiều"}])
    assert told.value.field == "households"
    assert len(units.listing(filled)) == 3
    history.undo(filled)
    assert units.listing(filled) == ()


def test_kinds_are_typed_in_words(filled: Session) -> None:
    units.add(filled, [{"name": "Hoa Sen", "kind": "doanh nghiệp"}])
    assert line(filled, "Hoa Sen").kind == "company"
    with pytest.raises(BadValue):
        units.add(filled, [{"name": "Hoa Hồng", "kind": "hội quán"}])


def test_cells_of_both_families_change_in_one_step(filled: Session) -> None:
    village, team = line(filled, "Thôn Bình Minh"), line(filled, "Tổ CNSCĐ thôn Bình Minh")
    units.change(
        filled,
        [
            CellChange(id=village.id, family="unit", field="head", value=" Lò Văn A "),
            CellChange(id=team.id, family="team", field="unit", value="trường thcs minh họa"),
        ],
    )
    assert line(filled, "Thôn Bình Minh").head == "Lò Văn A"
    assert line(filled, team.name).unit_name == "Trường THCS Minh Họa"
    history.undo(filled)
    assert line(filled, team.name).unit_name == "Thôn Bình Minh"


@pytest.mark.parametrize(
    ("field", "value"), [("name", ""), ("name", "Trường THCS Minh Họa"), ("households", "-3")]
)
def test_what_cannot_be_kept_is_refused(filled: Session, field: str, value: str) -> None:
    village = line(filled, "Thôn Bình Minh")
    with pytest.raises(BadValue) as told:
        units.change(filled, [CellChange(id=village.id, family="unit", field=field, value=value)])
    assert told.value.field == field
    assert line(filled, "Thôn Bình Minh") == village


def test_a_unit_in_use_stays_and_goes_with_its_team_only(filled: Session) -> None:
    village, team = line(filled, "Thôn Bình Minh"), line(filled, "Tổ CNSCĐ thôn Bình Minh")
    with pytest.raises(NotAllowed):
        units.remove(filled, [("unit", village.id)])
    units.remove(filled, [("unit", village.id), ("team", team.id)])
    assert [one.name for one in units.listing(filled)] == ["Trường THCS Minh Họa"]
    history.undo(filled)
    assert len(units.listing(filled)) == 3


def test_nominations_are_counted_for_the_round(filled: Session) -> None:
    around = the_round(filled).id
    nominating.add(filled, around, [{"name": "Bà Lò Thị B", "unit": "Thôn Bình Minh"}])
    assert line(filled, "Thôn Bình Minh").nominations == 1
    (other,) = [one for one in units.listing(filled, "other") if one.kind == "village"]
    assert other.nominations == 0


def test_former_names_are_read_and_shown(filled: Session) -> None:
    village = line(filled, "Thôn Bình Minh")
    text = "Thôn Đông (đến 30/06/2025)\nXóm Trại"
    units.change(
        filled, [CellChange(id=village.id, family="unit", field="former_names", value=text)]
    )
    kept = filled.store.get(Unit, village.id).former_names
    assert [(one.name, one.until) for one in kept] == [
        ("Thôn Đông", "2025-06-30"),
        ("Xóm Trại", ""),
    ]
    assert units.detail(filled, "unit", village.id).former_names == text
    with pytest.raises(BadValue):
        units.read_former_names("Thôn Đông (đến 31/02/2025)")


def test_members_are_people_of_the_unit(filled: Session) -> None:
    team = line(filled, "Tổ CNSCĐ thôn Bình Minh")
    nominating.add(
        filled, the_round(filled).id, [{"name": "Bà Lò Thị B", "unit": "Thôn Bình Minh"}]
    )
    teams.add_members(
        filled, team.id, [{"name": "Lò Thị B", "role": "Tổ trưởng"}, {"name": "Ông Vi Văn C"}]
    )
    assert [(one.name, one.role) for one in teams.members(filled, team.id)] == [
        ("Bà Lò Thị B", "Tổ trưởng"),
        ("Ông Vi Văn C", ""),
    ]
    assert filled.store.count(Person) == 2
    assert line(filled, team.name).members == 2
    with pytest.raises(BadValue):
        teams.add_members(filled, team.id, [{"name": "Ông Vi Văn C"}])


def test_members_change_and_go_but_the_person_stays(filled: Session) -> None:
    team = line(filled, "Tổ CNSCĐ thôn Bình Minh")
    teams.add_members(filled, team.id, [{"name": "Vi Văn C", "since": "2026"}])
    (member,) = teams.members(filled, team.id)
    teams.change_members(
        filled,
        [
            Edit(id=member.id, field="name", value="Ông Vi Văn Cường"),
            Edit(id=member.id, field="role", value="Tổ phó"),
        ],
    )
    (member,) = teams.members(filled, team.id)
    assert (member.name, member.role, member.since) == ("Ông Vi Văn Cường", "Tổ phó", "2026")
    teams.remove_members(filled, [member.id])
    assert teams.members(filled, team.id) == ()
    assert filled.store.count(Person) == 1
    units.remove(filled, [("team", team.id)])
    assert filled.store.count(Team) == 0
    assert filled.store.count(TeamMember) == 0


def test_the_list_is_read_once_per_step_not_once_per_row(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    read = session.store.rows

    def counted(query: str, values: list[Any] | None = None) -> list[dict[str, Any]]:
        asked.append(query)
        return read(query, values)

    monkeypatch.setattr(session.store, "rows", counted)
    units.paste(session, [], [{"name": f"Thôn mới {number}"} for number in range(50)])
    assert len(asked) < 20
