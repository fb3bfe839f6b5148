"""A movement with its plan as a bundle, and bundles of the version before plans travelled."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.bundles import an_office, movement_and_round, send, take_in
from tests.plans_invented import scored_plan
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.records import Award, Movement, Plan, Round
from thiduaqt.services import movements, plans, sharing
from thiduaqt.services.session import Session

OLD_BUNDLE = Path(__file__).parent.parent / "data" / "old" / "results-m0002.tdq"


@pytest.fixture
def commune(tmp_path: Path) -> Session:
    return an_office(tmp_path, "xa")


@pytest.fixture
def village_office(tmp_path: Path) -> Session:
    return an_office(tmp_path, "khac")


def _received(session: Session, movement: Movement) -> Movement:
    return session.store.get(Movement, movement.id)


def test_a_plan_arrives_word_for_word(
    commune: Session, village_office: Session, tmp_path: Path
) -> None:
    movement, _ = movement_and_round(commune)
    sent = send(commune, tmp_path / "phong-trao.tdq", purpose="movement")
    rounds = len(commune.store.all(Round, movement_id=movement.id))
    assert sent.counts == {"plan": 1, "movement": 1, "round": rounds, "unit": 1}
    take_in(village_office, sent.path)
    there = _received(village_office, movement)
    assert there.definition == movement.definition
    assert plans.document_of(village_office, there) == plans.document_of(commune, movement)
    assert there.origin == commune.store.owner


def test_a_later_edit_is_sent_again_and_found(
    commune: Session, village_office: Session, tmp_path: Path
) -> None:
    movement, _ = movement_and_round(commune)
    take_in(village_office, send(commune, tmp_path / "1.tdq", purpose="movement").path)
    movements.change_rules(
        commune,
        movement.id,
        "Sửa khẩu hiệu",
        lambda rules: replace(rules, slogan="Số hóa tận thôn"),
    )
    assert movement.plan_id is not None
    movements.change_document(
        commune, movement.plan_id, "Ghi số", lambda document: replace(document, number="12")
    )
    counts = take_in(village_office, send(commune, tmp_path / "2.tdq", purpose="movement").path)
    assert counts["updated"] == 2
    there = _received(village_office, movement)
    assert there.definition is not None
    assert there.definition.slogan == "Số hóa tận thôn"
    document = plans.document_of(village_office, there)
    assert document is not None
    assert document.number == "12"


def test_another_office_s_plan_is_read_not_changed_nor_passed_on(
    commune: Session, village_office: Session, tmp_path: Path
) -> None:
    movement, round_ = movement_and_round(commune)
    take_in(village_office, send(commune, tmp_path / "1.tdq", purpose="movement").path)
    with pytest.raises(NotAllowed):
        movements.change_rules(
            village_office, movement.id, "Sửa", lambda rules: replace(rules, slogan="khác")
        )
    with pytest.raises(NotAllowed, match="đơn vị khác"):
        sharing.export_bundle(
            village_office,
            purpose="movement",
            movement_id=movement.id,
            round_id=round_.id,
            recipient_name="Thôn 1",
            path=tmp_path / "2.tdq",
        )
    assert not (tmp_path / "2.tdq").exists()


def test_taking_a_movement_in_is_one_step_back(
    commune: Session, village_office: Session, tmp_path: Path
) -> None:
    before = (village_office.store.all(Plan), village_office.store.all(Movement))
    take_in(village_office, send(commune, tmp_path / "1.tdq", purpose="movement").path)
    village_office.store.undo(actor="can-bo")
    assert (village_office.store.all(Plan), village_office.store.all(Movement)) == before


def test_a_bundle_of_the_version_before_is_still_taken_in(village_office: Session) -> None:
    shown = sharing.preview_bundle(village_office, OLD_BUNDLE)
    assert not [item for item in shown.items if item.outcome == "invalid"]
    sharing.apply_bundle(village_office, shown)
    assert village_office.store.all(Award)
    strange = [one for one in village_office.store.all(Movement) if one.origin != "khac-000001"]
    assert strange
    assert all(one.definition is not None and one.definition.groups for one in strange)


def test_bands_and_grades_travel(commune: Session, village_office: Session, tmp_path: Path) -> None:
    movement, _ = movement_and_round(commune)
    scored = scored_plan().movements[0]
    assert any(item.steps for group in scored.groups for item in group.criteria)
    movements.change_rules(
        commune, movement.id, "Thang điểm", lambda rules: replace(scored, code=rules.code)
    )
    sent = send(commune, tmp_path / "phong-trao.tdq", purpose="movement")
    take_in(village_office, sent.path)
    here, there = _received(commune, movement), _received(village_office, movement)
    assert there.definition == here.definition
