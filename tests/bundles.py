"""Offices that send bundles to each other, and a small season to send."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.builders import NOW
from thiduaqt.domain.records import (
    Award,
    Check,
    Decision,
    Household,
    Movement,
    Nomination,
    Person,
    Record,
    Round,
    Signer,
    Team,
    Unit,
)
from thiduaqt.domain.travel import FAMILIES
from thiduaqt.services import setup
from thiduaqt.services.session import Session, create_session
from thiduaqt.services.sharing import Exported, Purpose, apply_bundle, export_bundle, preview_bundle
from thiduaqt.storage.codec import R

RECIPIENT = "Ban Thi đua - Khen thưởng tỉnh"


def ids(prefix: str) -> Callable[[], str]:
    """Return a source of ids that no other office uses."""
    numbers = itertools.count(1)
    return lambda: f"{prefix}-{next(numbers):06d}"


def an_office(folder: Path, prefix: str) -> Session:
    """Return a session of an invented office with its own ids."""
    session = create_session(
        folder / f"{prefix}.tdqdb", actor="can-bo", clock=lambda: NOW, ids=ids(prefix)
    )
    answers = setup.default_answers(setup.SAMPLE_COMMUNE, year=2026, pack_code="cao_minh_2026")
    signer = Signer(code="chair", form=("CHỦ TỊCH",), name="Lò Văn Khải")
    setup.set_up(session, replace(answers, signers=(signer,), sample=False))
    return session


def movement_and_round(session: Session) -> tuple[Movement, Round]:
    """Return the office's own movement and its yearly round."""
    own = [item for item in setup.movements(session) if item.origin == session.store.owner]
    rounds = setup.rounds(session, own[0].id)
    return own[0], next(item for item in rounds if item.kind == "yearly")


def put(session: Session, *records: R) -> list[R]:
    """Store records in one step and return them with their revs."""
    with session.store.transaction("Thử", actor="can-bo") as writing:
        return [writing.put(record) for record in records]


def a_season(session: Session, people: int = 3) -> list[Nomination]:
    """Store a village, people, a household, a team and their nominations."""
    _, round_ = movement_and_round(session)
    new = session.new_id
    village = Unit(id=new(), kind="village", name="Thôn Bản Cuôn", parent_id=session.store.owner)
    team = Team(id=new(), name="Tổ công nghệ số cộng đồng thôn Bản Cuôn", unit_id=village.id)
    household = Household(id=new(), head="Lường Văn Păn", unit_id=village.id)
    persons = [
        Person(
            id=new(),
            full_name=f"Nguyễn Thị Thử {number}",
            honorific="Bà",
            birth="1985-03-12",
            id_number="999185000001",
            phone="0912345678",
            note="chỉ để trong máy",
            unit_id=village.id,
        )
        for number in range(people)
    ]
    subjects: list[dict[str, str]] = [{"person_id": person.id} for person in persons]
    subjects += [{"team_id": team.id}, {"household_id": household.id}]
    kinds = ["individual"] * people + ["collective", "household"]
    nominations = [
        Nomination(
            id=new(),
            round_id=round_.id,
            kind=kind,  # type: ignore[arg-type]
            proposer_id=village.id,
            achievement="Có sáng kiến số hóa sổ theo dõi",
            checks=(Check(code="a1", state="met", note="có sản phẩm"),),
            source="thon3.xlsx",
            **subject,
        )
        for kind, subject in zip(kinds, subjects, strict=True)
    ]
    put(session, village, team, household, *persons)
    return put(session, *nominations)


def some_results(session: Session, nominations: list[Nomination]) -> tuple[Decision, list[Award]]:
    """Store an issued decision with one award per nomination."""
    movement, round_ = movement_and_round(session)
    decision = Decision(
        id=session.new_id(),
        round_id=round_.id,
        number="131/QĐ-UBND",
        date="2026-12-10",
        state="issued",
        signer=Signer(code="chair", form=("CHỦ TỊCH",), name="Lò Văn Khải"),
    )
    awards = [
        Award(
            id=session.new_id(),
            decision_id=decision.id,
            nomination_id=nomination.id,
            movement_id=movement.id,
            ordinal=ordinal,
            kind=nomination.kind,
            person_id=nomination.person_id,
            team_id=nomination.team_id,
            household_id=nomination.household_id,
            name=f"Người thứ {ordinal}",
            money=702_000,
            handed_to="người nhà",
        )
        for ordinal, nomination in enumerate(nominations, start=1)
    ]
    stored = put(session, decision)[0]
    return stored, put(session, *awards)


def send(
    session: Session, path: Path, *, purpose: Purpose = "nominations", to: str = RECIPIENT
) -> Exported:
    """Export the office's yearly round."""
    movement, round_ = movement_and_round(session)
    return export_bundle(
        session,
        purpose=purpose,
        movement_id=movement.id,
        round_id=round_.id,
        recipient_name=to,
        path=path,
    )


def take_in(session: Session, path: Path, *, deletions: bool = False) -> dict[str, int]:
    """Import a bundle and return the eight counts."""
    shown = preview_bundle(session, path, accept_deletions=deletions)
    apply_bundle(session, shown)
    return shown.counts


def state(session: Session, *, origin: str | None = None) -> dict[str, dict[str, Record]]:
    """Return all records that can travel, deleted ones as such, by family and id."""
    return {
        family: {
            record.id: record
            for deleted in (False, True)
            for record in session.store.all(shape.kind, deleted=deleted)
            if origin in (None, record.origin)
        }
        for family, shape in FAMILIES.items()
    }
