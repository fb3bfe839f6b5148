"""Registrations for a movement: who takes part, what they promise, who has signed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.due import Due
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import RegistrationRule
from thiduaqt.domain.records import Commitment, Movement, Registration, Round
from thiduaqt.domain.registering import due_for, late
from thiduaqt.domain.text import clean, clean_block
from thiduaqt.services.checking import Recipients, anchors_of
from thiduaqt.services.editing import BadValue, fit
from thiduaqt.services.session import Session

Side = Literal["registrant", "office"]
_WHO = ("unit_id", "person_id", "team_id", "household_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """What came of registering: its id, and what was written."""

    changes: Changes
    registration_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationRow:
    """One line of the list of registrations. ``late`` None: the plan names no day."""

    id: str
    record: Registration
    name: str
    unit_name: str
    registered_on: str
    commitments: str
    late: bool | None
    both_signed: bool


def rule_of(session: Session, movement_id: str) -> RegistrationRule | None:
    """Return how one registers for a movement, or None where the plan does not say."""
    rules = session.store.get(Movement, movement_id).definition
    return rules.registration if rules is not None else None


def due_of(session: Session, movement: Movement, year: int, around: Round | None) -> Due | None:
    """Return until when one registers in a year, counted from the days that are known."""
    rules = movement.definition
    if rules is None or rules.registration is None:
        return None
    return due_for(rules.registration, year, anchors_of(session, movement, around))


def listing(session: Session, movement_id: str, *, year: int = 0) -> tuple[RegistrationRow, ...]:
    """Return the registrations of a movement in the order they came; ``year`` 0: of all years."""
    movement = session.store.get(Movement, movement_id)
    people = Recipients.of(session)
    rounds = {item.id: item for item in session.store.all(Round, movement_id=movement_id)}
    found = []
    for item in session.store.all(Registration, movement_id=movement_id):
        around = rounds.get(item.round_id or "")
        of_year = around.year if around else item.year
        if year and of_year not in (0, year):
            continue
        due = due_of(session, movement, of_year or year or session.today().year, around)
        found.append(_row(people, item, due))
    return tuple(found)


def _row(people: Recipients, item: Registration, due: Due | None) -> RegistrationRow:
    person = people.people.get(item.person_id or "")
    holder = people.teams.get(item.team_id or "") or people.households.get(item.household_id or "")
    unit_id = item.unit_id
    name = people.unit_name(item.unit_id)
    if person is not None:
        name, unit_id = f"{person.honorific} {person.full_name}".strip(), person.unit_id
    elif holder is not None:
        name, unit_id = holder.name, holder.unit_id
    promised = (f"{one.text}: {one.value}" if one.value else one.text for one in item.commitments)
    return RegistrationRow(
        id=item.id,
        record=item,
        name=name,
        unit_name=people.unit_name(unit_id),
        registered_on=PartialDate.from_value(item.registered_on).display(),
        commitments="; ".join(promised),
        late=late(item, due) if due is not None and item.registered_on else None,
        both_signed=item.signed_by_registrant and item.signed_by_office,
    )


def register(
    session: Session,
    movement_id: str,
    *,
    unit_id: str | None = None,
    person_id: str | None = None,
    team_id: str | None = None,
    household_id: str | None = None,
    round_id: str | None = None,
    year: int = 0,
    content: str = "",
    commitments: Iterable[Commitment] = (),
    registered_on: str = "",
    signed_by_registrant: bool = False,
    signed_by_office: bool = False,
    note: str = "",
) -> Registered:
    """Register one unit, person, team or household for a movement.

    ``registered_on`` is a day as typed, today where it is empty. Raises NotAllowed unless exactly
    one is named, or where it is registered already; BadValue for a date that cannot be read.
    """
    if sum(bool(one) for one in (unit_id, person_id, team_id, household_id)) != 1:
        raise NotAllowed(
            "Chưa rõ ai đăng ký thi đua.",
            todo="Chọn đúng một đơn vị, cá nhân, tổ hoặc hộ gia đình.",
        )
    day = str(fit("registered_on", registered_on)) or session.today().isoformat()
    made = Registration(
        id=session.new_id(),
        movement_id=movement_id,
        round_id=round_id,
        year=year,
        unit_id=unit_id,
        person_id=person_id,
        team_id=team_id,
        household_id=household_id,
        content=clean_block(content),
        commitments=_clean(commitments),
        registered_on=day,
        signed_by_registrant=signed_by_registrant,
        signed_by_office=signed_by_office,
        note=clean_block(note),
    )
    with session.store.transaction("Thêm đăng ký thi đua", actor=session.actor) as writing:
        writing.get(Movement, movement_id)
        _refuse_double(session, made)
        writing.put(made)
    return Registered(changes=session.store.last_changes(), registration_id=made.id)


def _clean(commitments: Iterable[Commitment]) -> tuple[Commitment, ...]:
    made = (
        replace(item, text=clean_block(item.text), value=clean(item.value)) for item in commitments
    )
    return tuple(item for item in made if item.text or item.target)


def _key(item: Registration) -> tuple[object, ...]:
    return (item.round_id, item.year, *(getattr(item, name) for name in _WHO))


def _refuse_double(session: Session, made: Registration) -> None:
    there = session.store.all(Registration, movement_id=made.movement_id)
    if any(_key(item) == _key(made) and item.id != made.id for item in there):
        raise NotAllowed(
            "Đối tượng này đã đăng ký rồi.", todo="Sửa bản đăng ký đã có, hoặc chọn năm khác."
        )


def edit(session: Session, registration_id: str, typed: Mapping[str, Any]) -> Changes:
    """Change fields of a registration: content, commitments, day, round, year, signatures, note.

    Raises BadValue for a value that cannot be kept, NotAllowed where it would be there twice.
    """
    allowed = {
        "content", "commitments", "registered_on", "round_id", "year", "note",
        "signed_by_registrant", "signed_by_office",
    }  # fmt: skip
    strange = set(typed) - allowed
    if strange:
        raise BadValue(min(strange), "Ô này không sửa được ở bản đăng ký.", todo="Chọn ô khác.")
    values = dict(typed)
    if "registered_on" in values:
        values["registered_on"] = fit("registered_on", values["registered_on"])
    if "commitments" in values:
        values["commitments"] = _clean(values["commitments"])
    for name in ("content", "note"):
        if name in values:
            values[name] = clean_block(str(values[name]))
    with session.store.transaction("Sửa đăng ký thi đua", actor=session.actor) as writing:
        changed = replace(writing.get(Registration, registration_id), **values)
        _refuse_double(session, changed)
        writing.put(changed)
    return session.store.last_changes()


def sign(session: Session, ids: Sequence[str], by: Side, *, signed: bool = True) -> Changes:
    """Note that one side has signed, or has not, on several registrations as one step."""
    field = f"signed_by_{by}"
    words = "Ghi đã ký đăng ký thi đua" if signed else "Bỏ ghi đã ký đăng ký thi đua"
    with session.store.transaction(words, actor=session.actor) as writing:
        for registration_id in ids:
            item = writing.get(Registration, registration_id)
            writing.put(replace(item, **{field: signed}))  # type: ignore[arg-type]  # a yes-no field
    return session.store.last_changes()


def remove(session: Session, ids: Sequence[str]) -> Changes:
    """Put registrations into the recycle bin as one step."""
    with session.store.transaction(
        f"Xóa {len(ids)} đăng ký thi đua", actor=session.actor
    ) as writing:
        for registration_id in ids:
            writing.remove(writing.get(Registration, registration_id))
    return session.store.last_changes()
