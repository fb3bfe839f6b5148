"""The list of movements: started, changed, removed, and what each still lacks."""

from pathlib import Path

import pytest

from tests.builders import a_session, the_movement, the_round
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan_edits import with_values
from thiduaqt.domain.records import Movement, Nomination, Plan, Round
from thiduaqt.services import history, movements, recycle
from thiduaqt.services.editing import BadValue


def test_the_list_counts_what_a_movement_holds(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    (row,) = movements.rows(session)
    assert row.id == the_movement(session).id
    rules = the_movement(session).definition
    assert rules is not None
    assert (row.groups, row.targets) == (len(rules.groups), len(rules.targets))
    assert row.state == "draft"
    assert row.rounds == 3
    assert (row.period_start, row.period_end) == ("2026-03-27", "2030-12")
    assert row.missing == 0


def test_an_empty_movement_has_our_letterhead_and_a_round(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    made = movements.create_empty(session, title="  Thi đua   vì  môi trường ", year=2027)
    movement = session.store.get(Movement, made.movement_id)
    plan = session.store.get(Plan, movement.plan_id)
    assert movement.title == "Thi đua vì môi trường"
    assert plan.document.issuers == ("Ủy ban nhân dân xã Minh Họa",)
    assert plan.document.signer_name == "Lò Văn Khải"
    assert (plan.document.number, plan.document.date) == ("", "")
    rounds = session.store.all(Round, movement_id=movement.id)
    assert [one.name for one in rounds] == ["Khen thưởng hằng năm 2027"]
    fields = {gap.field for gap in movements.missing(session, movement.id)}
    assert fields == {"short_name", "period_start", "period_end", "bases", "distribution"}


def test_a_movement_needs_a_name(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    with pytest.raises(BadValue, match="Chưa có tên"):
        movements.create_empty(session, title="  ", year=2027)
    assert len(movements.listing(session)) == 1


def test_a_movement_from_a_pack_is_named(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    made = movements.create_from_pack(session, "trong", 2027)
    assert session.store.get(Movement, made.movement_id).pack_code == "trong"
    assert made.changes.touches("movement", "plan", "round")


def test_a_movement_goes_with_its_rounds_and_plan_and_comes_back(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    made = movements.create_empty(session, title="Vườn xanh", year=2027)
    movements.remove(session, made.movement_id)
    assert made.movement_id not in {one.id for one in movements.listing(session)}
    assert session.store.count(Round, movement_id=made.movement_id) == 0
    assert session.store.count(Plan) == 1
    history.undo(session)
    assert session.store.count(Round, movement_id=made.movement_id) == 1
    assert session.store.count(Plan) == 2


def test_a_movement_comes_back_from_the_bin_with_all_that_went(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    made = movements.create_empty(session, title="Vườn xanh", short_name="Vườn", year=2027)
    movements.remove(session, made.movement_id)
    (item,) = recycle.deleted(session)
    assert (item.word, item.label) == ("Phong trào", "Vườn")
    recycle.bring_back(session, [item])
    assert session.store.count(Round, movement_id=made.movement_id) == 1
    movement = session.store.get(Movement, made.movement_id)
    assert session.store.find(Plan, movement.plan_id) is not None
    assert recycle.deleted(session) == ()


def test_a_movement_with_nominations_stays(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    with session.store.transaction("Hồ sơ", actor="can-bo") as writing:
        writing.put(Nomination(id=session.new_id(), round_id=the_round(session).id))
    with pytest.raises(NotAllowed, match="1 hồ sơ đề nghị") as refused:
        movements.remove(session, the_movement(session).id)
    assert refused.value.data == "Dữ liệu không thay đổi."
    assert len(movements.listing(session)) == 1


def test_what_is_missing_follows_every_edit(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    movement = the_movement(session)
    movements.change_rules(
        session, movement.id, "Sửa tên gọn", lambda rules: with_values(rules, {"short_name": ""})
    )
    (gap,) = movements.missing(session, movement.id)
    assert (gap.tab, gap.field) == ("general", "short_name")
    assert movements.rows(session)[0].missing == 1
