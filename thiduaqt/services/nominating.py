"""Adding nominations: the recipient found in the registers or entered there, then proposed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.names import kind_of, split_honorific
from thiduaqt.domain.plan import RecipientKind
from thiduaqt.domain.records import (
    Household,
    Movement,
    Nomination,
    Person,
    Record,
    Round,
    Team,
    Unit,
)
from thiduaqt.domain.text import clean, clean_block, fold
from thiduaqt.services.editing import changed, fit
from thiduaqt.services.registers import find_unit, guess_kind
from thiduaqt.services.session import Session
from thiduaqt.storage.transaction import Transaction

_OF_PERSON = ("honorific", "sex", "birth", "post", "id_number", "phone")
# What a list or a form calls a recipient, and the kind it is awarded as.
RECIPIENT_OF: dict[str, RecipientKind] = {
    "individual": "individual",
    "person": "individual",
    "household": "household",
    "joint": "household",
    "collective": "collective",
    "team": "collective",
    "unit": "collective",
}


def add(
    session: Session, round_id: str, rows: Sequence[Mapping[str, Any]], *, label: str = ""
) -> Changes:
    """Add nominations from typed values, as one step.

    A row holds ``name`` and any of honorific, sex, birth, post, unit (its name), kind,
    achievement, subject_group, award, note, id_number, phone, period_from, period_to,
    mostly_women. A row without a name is left out. Raises BadValue.
    """
    wanted = [item for item in rows if clean(str(item.get("name") or ""))]
    words = label or f"Thêm {len(wanted)} hồ sơ đề nghị"
    with session.store.transaction(words, actor=session.actor) as writing:
        for item in wanted:
            add_one(session, writing, round_id, item)
    return session.store.last_changes()


def add_one(
    session: Session, writing: Transaction, round_id: str, values: Mapping[str, Any]
) -> Nomination:
    """Add one nomination inside an open transaction and return it."""
    around = session.store.get(Round, round_id)
    kind = values.get("kind") or _kind_of(str(values["name"]))
    unit = unit_for(session, writing, values.get("unit"))
    recipient = _recipient(session, writing, str(kind), values, unit)
    year = str(around.year)
    nomination = Nomination(
        id=session.new_id(),
        round_id=round_id,
        kind=RECIPIENT_OF.get(str(kind), "collective"),
        proposer_id=values.get("proposer_id") or (unit.id if unit else None),
        period_from=fit("period_from", values.get("period_from") or year),
        period_to=fit("period_to", values.get("period_to") or year),
        achievement=clean_block(str(values.get("achievement") or "")),
        award=values.get("award") or "certificate_of_merit",
        note=clean_block(str(values.get("note") or "")),
        mostly_women=values.get("mostly_women"),
        import_id=values.get("import_id"),
        source=values.get("source") or "",
        checks=tuple(values.get("checks") or ()),
        papers=tuple(values.get("papers") or ()),
    )
    linked: dict[str, Any] = {_link_of(recipient): recipient.id}
    nomination = replace(nomination, **linked)
    home = recipient if isinstance(recipient, Unit) else unit
    suggest = group_for(session, around)
    group = values.get("subject_group") or suggest(nomination.kind, home.kind if home else "")
    return writing.put(replace(nomination, subject_group=str(group)))


def _kind_of(name: str) -> str:
    """Tell a person's name from a collective's and a household's by its words."""
    return kind_of(name) or ("unit" if guess_kind(name) != "other" else "person")


def typed_person(typed: str) -> dict[str, str]:
    """Return name and, where one was typed before it, honorific or rank of a person."""
    parts = split_honorific(clean(typed))
    title = "" if parts.unsure else parts.rank or parts.honorific
    return {"full_name": parts.name, "honorific": title} if title else {"full_name": clean(typed)}


def unit_for(session: Session, writing: Transaction, typed: object) -> Unit | None:
    name = clean(str(typed or ""))
    if not name:
        return None
    found = find_unit(session, name)
    if found is not None:
        return found
    return writing.put(Unit(id=session.new_id(), name=name, kind=guess_kind(name)))


def _recipient(
    session: Session, writing: Transaction, kind: str, values: Mapping[str, Any], unit: Unit | None
) -> Record:
    name = clean(str(values["name"]))
    home = unit.id if unit else None
    if kind in ("individual", "person"):
        typed = typed_person(name)
        typed |= {field: values[field] for field in _OF_PERSON if values.get(field)}
        person = changed(Person(id=session.new_id(), unit_id=home), typed)
        return _known_person(session, person) or writing.put(person)
    if kind in ("household", "joint"):
        known = session.store.all(Household, head=name, unit_id=home)
        return (
            known[0]
            if known
            else writing.put(Household(id=session.new_id(), head=name, unit_id=home))
        )
    if kind == "team":
        teams = [team for team in session.store.all(Team) if fold(team.name) == fold(name)]
        return (
            teams[0] if teams else writing.put(Team(id=session.new_id(), name=name, unit_id=home))
        )
    return unit_for(session, writing, name) or writing.put(Unit(id=session.new_id(), name=name))


def _known_person(session: Session, person: Person) -> Person | None:
    """Return the same person as registered: same name, birth and unit (never a guess)."""
    if not person.birth:
        return None
    return next(
        (
            known
            for known in session.store.all(
                Person, full_name=person.full_name, birth=person.birth, unit_id=person.unit_id
            )
        ),
        None,
    )


def _link_of(recipient: Record) -> str:
    links = {Person: "person_id", Unit: "unit_id", Team: "team_id", Household: "household_id"}
    return links[type(recipient)]


def group_for(session: Session, around: Round) -> Callable[[RecipientKind, str], str]:
    """Return a function that suggests the subject group for a kind of recipient and of unit.

    Where one group takes the kind it is that one, else the one that names the kind of unit, else
    the one for all others; an empty text where the officer has to choose.
    """
    movement = session.store.get(Movement, around.movement_id)
    groups = movement.definition.groups if movement.definition else ()

    @cache
    def suggest(kind: RecipientKind, unit_kind: str) -> str:
        fitting = [group for group in groups if kind in group.kinds]
        if len(fitting) == 1:
            return fitting[0].code
        named = [group for group in fitting if unit_kind in group.unit_kinds]
        others = [group for group in fitting if not group.unit_kinds]
        chosen = named or others
        return chosen[0].code if len(chosen) == 1 else ""

    return suggest
