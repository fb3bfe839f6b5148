"""Members of community digital teams: a person's role in a team, with its time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from thiduaqt.domain import dates
from thiduaqt.domain.changes import Changes
from thiduaqt.domain.names import split_honorific
from thiduaqt.domain.records import Person, Team, TeamMember
from thiduaqt.domain.text import clean, fold
from thiduaqt.services.editing import BadValue, Edit, changed
from thiduaqt.services.session import Session
from thiduaqt.storage.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLine:
    """One member of a digital team."""

    id: str
    name: str
    role: str
    since: str


def members(session: Session, team_id: str) -> tuple[MemberLine, ...]:
    """Return the members of a team in the order they were entered."""
    found = []
    for member in session.store.all(TeamMember, team_id=team_id):
        person = session.store.find(Person, member.person_id)
        if person is None:
            continue
        name = " ".join(part for part in (person.honorific, person.full_name) if part)
        found.append(
            MemberLine(
                id=member.id,
                name=name,
                role=member.role,
                since=dates.PartialDate.from_value(member.since).display() if member.since else "",
            )
        )
    return tuple(found)


def add_members(session: Session, team_id: str, rows: Sequence[Mapping[str, str]]) -> Changes:
    """Add members from typed rows (name, role, since) as one step.

    A person of that name in the team's unit is taken; nobody there: the person is entered.
    Raises BadValue for one who is in the team already.
    """
    return paste_members(session, team_id, (), rows)


def paste_members(
    session: Session, team_id: str, edits: Sequence[Edit], rows: Sequence[Mapping[str, str]]
) -> Changes:
    """Change cells and add members as one step. Raises BadValue."""
    wanted = [row for row in rows if clean(row.get("name") or "")]
    words = f"Thêm {len(wanted)} thành viên tổ"
    with session.store.transaction(words, actor=session.actor) as tx:
        for edit in edits:
            _change(tx, edit)
        team = tx.get(Team, team_id)
        present = {item.person_id for item in session.store.all(TeamMember, team_id=team_id)}
        for row in wanted:
            person = _person(session, tx, team, row["name"])
            if person.id in present:
                raise BadValue(
                    "name",
                    f"{person.full_name} đã có trong tổ.",
                    todo="Sửa dòng đã có, hoặc ghi thêm để phân biệt hai người trùng tên.",
                )
            present.add(person.id)
            member = TeamMember(id=session.new_id(), team_id=team_id, person_id=person.id)
            values = {key: row[key] for key in ("role", "since") if row.get(key)}
            tx.put(changed(member, values))
    return session.store.last_changes()


def _person(session: Session, tx: Transaction, team: Team, typed: str) -> Person:
    parts = split_honorific(clean(typed))
    for person in session.store.all(Person, unit_id=team.unit_id):
        if fold(person.full_name) == fold(parts.name):
            return person
    return tx.put(
        Person(
            id=session.new_id(),
            full_name=parts.name,
            honorific=parts.honorific,
            unit_id=team.unit_id,
        )
    )


def change_members(session: Session, edits: Iterable[Edit]) -> Changes:
    """Change name, role or begin of members as one step. Raises BadValue."""
    with session.store.transaction("Sửa thành viên tổ", actor=session.actor) as tx:
        for edit in edits:
            _change(tx, edit)
    return session.store.last_changes()


def _change(tx: Transaction, edit: Edit) -> None:
    member = tx.get(TeamMember, edit.id)
    if edit.field != "name":
        tx.put(changed(member, {edit.field: edit.value}))
        return
    parts = split_honorific(clean(edit.value))
    if not parts.name:
        raise BadValue("name", "Tên không được để trống.", todo="Gõ lại tên.")
    person = tx.get(Person, member.person_id)
    honorific = parts.honorific or person.honorific
    tx.put(replace(person, full_name=parts.name, honorific=honorific))


def remove_members(session: Session, ids: Sequence[str]) -> Changes:
    """Take members out of their team as one step; the people stay in the data."""
    words = f"Bỏ {len(ids)} thành viên khỏi tổ"
    with session.store.transaction(words, actor=session.actor) as tx:
        for member_id in ids:
            tx.remove(tx.get(TeamMember, member_id))
    return session.store.last_changes()
