"""Registrations: who registered, in time, with both signatures, and what the check makes of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import a_session, the_round
from tests.scored import REGISTRATION, nominee, score_movement
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import Deadline, MovementPlan, RegistrationRule
from thiduaqt.domain.records import Commitment, Nomination, Registration
from thiduaqt.services import history, movements, nominations, registrations
from thiduaqt.services.editing import BadValue
from thiduaqt.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = a_session(tmp_path)
    score_movement(made)
    return made


def _rule(session: Session, rule: RegistrationRule | None) -> str:
    def change(plan: MovementPlan) -> MovementPlan:
        return replace(plan, registration=rule)

    movement_id = the_round(session).movement_id
    movements.change_rules(session, movement_id, "Đặt điều kiện đăng ký", change)
    return movement_id


def _found(session: Session, nomination_id: str) -> dict[str, str]:
    return {
        issue.code: issue.message
        for issue in nominations.eligibility(session, nomination_id).findings
        if issue.field == "registration"
    }


def _nomination(session: Session, row_id: str) -> Nomination:
    return session.store.get(Nomination, row_id)


def _register(session: Session, **values: object) -> str:
    movement_id = the_round(session).movement_id
    given = {"year": 2026, "signed_by_registrant": True, "signed_by_office": True, **values}
    return registrations.register(session, movement_id, **given).registration_id  # type: ignore[arg-type]


def test_without_the_rule_nothing_is_asked(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    assert _found(session, row.id) == {}
    _rule(session, replace(REGISTRATION, required=False))
    assert _found(session, row.id) == {}
    _rule(session, replace(REGISTRATION, kinds=("individual",)))
    assert _found(session, row.id) == {}


def test_a_nominee_without_registration_lacks_it(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    _rule(session, REGISTRATION)
    assert set(_found(session, row.id)) == {"MISSING_REGISTRATION"}
    _register(session, team_id=_nomination(session, row.id).team_id, registered_on="10/3/2026")
    assert _found(session, row.id) == {}


@pytest.mark.parametrize(
    ("day", "late"),
    [("31/3/2026", False), ("1/4/2026", True), ("03/2026", False), ("04/2026", True)],
)
def test_the_last_day_still_counts_and_the_next_does_not(
    session: Session, day: str, late: bool
) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    _rule(session, REGISTRATION)
    _register(session, team_id=_nomination(session, row.id).team_id, registered_on=day)
    found = _found(session, row.id)
    assert set(found) == ({"REGISTERED_LATE"} if late else set())
    if late:
        assert found["REGISTERED_LATE"].endswith("hạn là 31/03/2026.")


def test_before_the_day_means_not_on_it(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    before = replace(REGISTRATION, deadline=replace(REGISTRATION.deadline, exclusive=True))
    _rule(session, before)
    _register(session, team_id=_nomination(session, row.id).team_id, registered_on="31/3/2026")
    assert set(_found(session, row.id)) == {"REGISTERED_LATE"}


def test_without_a_known_day_nobody_is_late(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    _rule(session, replace(REGISTRATION, deadline=Deadline(wording="đầu năm")))
    _register(session, team_id=_nomination(session, row.id).team_id, registered_on="1/12/2026")
    assert _found(session, row.id) == {}


def test_a_unit_registers_for_its_people_where_the_plan_says_so(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    _rule(session, REGISTRATION)
    _register(session, unit_id=row.unit_id, registered_on="1/3/2026")
    assert _found(session, row.id) == {}
    _rule(session, replace(REGISTRATION, for_units=False))
    assert set(_found(session, row.id)) == {"MISSING_REGISTRATION"}


def test_registrations_hold_for_their_year_and_round(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    _rule(session, REGISTRATION)
    _register(session, unit_id=row.unit_id, year=2025, registered_on="1/3/2025")
    assert set(_found(session, row.id)) == {"MISSING_REGISTRATION"}
    _register(session, unit_id=row.unit_id, year=0, registered_on="1/3/2026")
    assert _found(session, row.id) == {}


def test_both_signatures_are_asked_for(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    _rule(session, REGISTRATION)
    made = _register(session, unit_id=row.unit_id, registered_on="1/3/2026", signed_by_office=False)
    assert _found(session, row.id) == {
        "MISSING_SIGNATURE": "Bản đăng ký giao ước chưa có chữ ký của xã."
    }
    registrations.sign(session, [made], "office")
    assert _found(session, row.id) == {}
    history.undo(session)
    assert set(_found(session, row.id)) == {"MISSING_SIGNATURE"}


def test_listed_with_commitments_day_and_delay(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    movement_id = _rule(session, REGISTRATION)
    promises = (
        Commitment(text="Hướng dẫn hộ dùng dịch vụ công", target="ct1", value="90%"),
        Commitment(text="  "),
    )
    _register(session, unit_id=row.unit_id, registered_on="5/4/2026", commitments=promises)
    _register(session, team_id=_nomination(session, row.id).team_id, year=2025)
    found = registrations.listing(session, movement_id, year=2026)
    assert [(one.name, one.registered_on, one.late, one.both_signed) for one in found] == [
        ("Thôn 3", "05/04/2026", True, True)
    ]
    assert found[0].commitments == "Hướng dẫn hộ dùng dịch vụ công: 90%"
    everything = registrations.listing(session, movement_id)
    assert [one.name for one in everything] == ["Thôn 3", "Tổ CNSCĐ thôn 3"]


def test_nobody_twice_and_always_somebody(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    _register(session, unit_id=row.unit_id)
    with pytest.raises(NotAllowed, match="đã đăng ký"):
        _register(session, unit_id=row.unit_id)
    with pytest.raises(NotAllowed, match="Chưa rõ ai"):
        _register(session)
    with pytest.raises(BadValue):
        _register(session, unit_id=row.unit_id, year=2027, registered_on="31/2/2026")
    assert session.store.count(Registration) == 1


def test_editing_and_removing(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    made = _register(session, unit_id=row.unit_id)
    registrations.edit(session, made, {"registered_on": "2/3/2026", "content": " Thi đua "})
    kept = session.store.get(Registration, made)
    assert (kept.registered_on, kept.content) == ("2026-03-02", "Thi đua")
    with pytest.raises(BadValue):
        registrations.edit(session, made, {"unit_id": None})
    registrations.remove(session, [made])
    assert session.store.count(Registration) == 0
    history.undo(session)
    assert session.store.count(Registration) == 1
