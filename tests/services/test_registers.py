"""Units, teams and people: added, edited, removed, found again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import a_session, the_round
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.records import Unit
from thiduaqt.services import history, nominating, registers, setup
from thiduaqt.services.editing import BadValue, Edit
from thiduaqt.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return a_session(tmp_path)


def _names(session: Session) -> list[str]:
    return [row.name for row in registers.unit_rows(session)]


def test_pasted_units_are_one_step(session: Session) -> None:
    before = _names(session)
    rows = [{"name": "  Thôn  3 "}, {"name": ""}, {"name": "Trường THCS Minh Họa"}]
    changes = registers.add(session, "unit", rows)
    assert changes.label == "Thêm 2 đơn vị"
    assert _names(session) == [*before, "Thôn 3", "Trường THCS Minh Họa"]
    kinds = {row.name: row.kind for row in registers.unit_rows(session)}
    assert kinds["Thôn 3"] == "Thôn"
    assert kinds["Trường THCS Minh Họa"] == "Trường học"
    history.undo(session)
    assert _names(session) == before


def test_the_same_name_twice_is_refused_whole(session: Session) -> None:
    with pytest.raises(BadValue, match="Đã có đơn vị"):
        registers.add(session, "unit", [{"name": "Thôn 3"}, {"name": "thon 3"}])
    assert "Thôn 3" not in _names(session)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Thôn Bình Minh", "village"),
        ("Tổ dân phố 5", "village"),
        ("Công ty TNHH Chè", "company"),
        ("HTX Nông sản", "cooperative"),
        ("Hội Nông dân xã", "association"),
        ("Công an xã", "police_military"),
        ("Phòng Kinh tế", "department"),
        ("Trạm Y tế xã", "public_service"),
        ("Nhóm bạn đọc", "other"),
    ],
)
def test_a_name_tells_the_kind(name: str, kind: str) -> None:
    assert registers.guess_kind(name) == kind


def test_edits_clean_and_refuse(session: Session) -> None:
    registers.add(session, "unit", [{"name": "Thôn 3"}])
    unit = registers.find_unit(session, "thon 3")
    assert unit is not None
    registers.edit(session, "unit", [Edit(id=unit.id, field="households", value="1.120")])
    assert session.store.get(Unit, unit.id).households == 1120
    with pytest.raises(BadValue):
        registers.edit(session, "unit", [Edit(id=unit.id, field="households", value="nhiều")])
    with pytest.raises(BadValue, match="không được để trống"):
        registers.edit(session, "unit", [Edit(id=unit.id, field="name", value=" ")])
    assert session.store.get(Unit, unit.id).name == "Thôn 3"


def test_a_unit_in_use_stays(session: Session) -> None:
    nominating.add(session, the_round(session).id, [{"name": "Vi Văn Tới", "unit": "Thôn 3"}])
    unit = registers.find_unit(session, "Thôn 3")
    assert unit is not None
    with pytest.raises(NotAllowed, match="Thôn 3 còn"):
        registers.remove(session, "unit", [unit.id])


def test_removed_and_restored(session: Session) -> None:
    registers.add(session, "unit", [{"name": "Thôn 3"}])
    unit = registers.find_unit(session, "Thôn 3")
    assert unit is not None
    registers.remove(session, "unit", [unit.id])
    assert registers.find_unit(session, "Thôn 3") is None
    registers.restore(session, "unit", [unit.id])
    assert registers.find_unit(session, "Thôn 3") is not None


def test_a_ward_says_to_dan_pho() -> None:
    assert setup.village_word("phường") == "tổ dân phố"
    assert setup.village_word("xã") == "thôn"
