"""The recycle bin: what was deleted, by whom and when, and bringing it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.records import (
    CouncilMember,
    Evidence,
    Household,
    Movement,
    Nomination,
    Person,
    Plan,
    Record,
    Round,
    StandingFlag,
    Team,
    TeamMember,
    Unit,
)
from thiduaqt.domain.travel import FAMILIES, Key, parents_of
from thiduaqt.services.session import Session
from thiduaqt.services.travel_words import called
from thiduaqt.storage import journal
from thiduaqt.storage.codec import table_of
from thiduaqt.storage.transaction import Transaction

_WORDS: dict[type[Record], str] = {
    Nomination: "Hồ sơ đề nghị",
    Person: "Cá nhân",
    Unit: "Đơn vị",
    Household: "Hộ gia đình",
    Team: "Tổ công nghệ số cộng đồng",
    TeamMember: "Thành viên tổ",
    Evidence: "Tệp minh chứng",
    CouncilMember: "Thành viên hội đồng",
    StandingFlag: "Việc đang xem xét",
    Movement: "Phong trào",
}
_WITH_OTHERS: tuple[type[Record], ...] = (Plan, Round)
"""Kinds that are deleted and brought back with what they belong to, never alone."""
_BY_TABLE = {table_of(kind): kind for kind in (*_WORDS, *_WITH_OTHERS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted:
    """One record in the recycle bin. ``at`` and ``actor`` are empty where the journal is silent."""

    table: str
    word: str
    id: str
    label: str
    at: str
    actor: str


def deleted(session: Session) -> tuple[Deleted, ...]:
    """Return our own records in the recycle bin, the newest first."""
    steps = journal.deletions(session.store.connection)
    found = []
    for kind, word in _WORDS.items():
        table = table_of(kind)
        for record in session.store.all(kind, deleted=True):
            if record.origin not in ("", session.store.owner):
                continue
            step = steps.get((table, record.id))
            found.append(
                Deleted(
                    table=table,
                    word=word,
                    id=record.id,
                    label=_label(session, table, record) or word,
                    at=step.at if step else "",
                    actor=step.actor if step else "",
                )
            )
    return tuple(sorted(found, key=lambda item: item.at, reverse=True))


def bring_back(session: Session, items: Sequence[Deleted]) -> Changes:
    """Take records out of the recycle bin, with whatever deleted records they name; one step."""
    label = (
        f"Khôi phục {items[0].label}" if len(items) == 1 else f"Khôi phục {len(items)} mục đã xóa"
    )
    with session.store.transaction(label, actor=session.actor) as writing:
        for item in items:
            _bring_back(session, writing, (item.table, item.id))
    return session.store.last_changes()


def _bring_back(session: Session, writing: Transaction, key: Key) -> None:
    queue = [key]
    while queue:
        table, record_id = queue.pop()
        if table not in _BY_TABLE:
            continue
        record = writing.get(_BY_TABLE[table], record_id)
        if not record.deleted:
            continue
        writing.put(replace(record, deleted=False))
        queue += _named_by(table, record)
        if isinstance(record, Movement):
            queue += _beside(session, record)


def _beside(session: Session, movement: Movement) -> list[Key]:
    """Return the plan of a movement and its rounds, which went with it."""
    rounds = session.store.all(Round, deleted=True, movement_id=movement.id)
    found = [(table_of(Round), one.id) for one in rounds]
    return [*found, (table_of(Plan), movement.plan_id)] if movement.plan_id else found


def _named_by(table: str, record: Record) -> list[Key]:
    if isinstance(record, TeamMember):
        return [("team", record.team_id), ("person", record.person_id)]
    if isinstance(record, Evidence):
        return [("nomination", record.nomination_id)]
    return parents_of(table, record) if table in FAMILIES else []


def _label(session: Session, table: str, record: Record) -> str:
    if table in FAMILIES:
        return called(table, record, lambda key: session.store.find(FAMILIES[key[0]].kind, key[1]))
    match record:
        case CouncilMember():
            return record.full_name
        case Movement():
            return record.short_name or record.title
        case Evidence():
            return record.name
        case TeamMember():
            person = session.store.find(Person, record.person_id)
            return person.full_name if person else ""
    return ""
