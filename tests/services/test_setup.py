"""The office set up: what a stale window may still ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import a_session, counting_ids
from thiduaqt.domain.errors import NotFound
from thiduaqt.domain.records import Plan
from thiduaqt.services import history, setup
from thiduaqt.services.session import create_session


def test_a_round_of_a_movement_that_was_undone_is_refused_in_words(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    setup.start_movement(session, "cao_minh_2026", 2027)
    added = setup.movements(session)[-1]
    history.undo(session)
    with pytest.raises(NotFound):
        setup.add_round(session, added.id, "yearly", 2028)


def test_the_head_of_another_commune_s_plan_is_not_taken_over(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    (plan,) = session.store.all(Plan)
    model = setup.pack("cao_minh_2026").document
    assert model.commune != session.office().commune
    assert (plan.document.number, plan.document.date) == ("", "")
    assert plan.document.issuers == (session.office().committee,)
    assert plan.document.signer_name != model.signer_name
    assert plan.document.chapters == model.chapters


def test_our_own_plan_keeps_its_day_and_signer(tmp_path: Path) -> None:
    session = create_session(tmp_path / "cm.tdqdb", actor="can-bo", ids=counting_ids())
    commune = setup.commune_named("Cao Minh", "Thái Nguyên")
    setup.set_up(session, setup.default_answers(commune, year=2026, pack_code="cao_minh_2026"))
    (plan,) = session.store.all(Plan)
    assert plan.document == setup.pack("cao_minh_2026").document
