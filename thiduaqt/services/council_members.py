"""The members of the council: listed, added, pasted from a list, edited, removed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.names import split_honorific
from thiduaqt.domain.records import CouncilMember, CouncilRole, CouncilSession, Person
from thiduaqt.domain.text import clean, fold
from thiduaqt.services.editing import BadValue, Edit, changed
from thiduaqt.services.session import Session
from thiduaqt.storage.transaction import Transaction

ROLE_WORDS: dict[CouncilRole, str] = {
    "chair": "Chủ tịch Hội đồng",
    "vice_chair": "Phó Chủ tịch Hội đồng",
    "secretary": "Ủy viên, Thư ký Hội đồng",
    "member": "Ủy viên Hội đồng",
}
ROLES: tuple[CouncilRole, ...] = ("chair", "vice_chair", "secretary", "member")
# Words that tell a role in a pasted list, the more particular first.
_ROLE_SIGNS: tuple[tuple[str, CouncilRole], ...] = (
    ("pho chu tich", "vice_chair"),
    ("chu tich", "chair"),
    ("thu ky", "secretary"),
    ("uy vien", "member"),
    ("thanh vien", "member"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """One line of the list of members."""

    id: str
    ordinal: int
    name: str
    full_name: str
    honorific: str
    post: str
    role: CouncilRole
    role_words: str
    person_id: str | None
    since: str
    until: str


def member_name(member: CouncilMember) -> str:
    """Return a member's name with honorific, as papers print it."""
    return f"{member.honorific} {member.full_name}".strip()


def read_role(text: str) -> CouncilRole:
    """Return the role that a text tells ("Phó Chủ tịch Hội đồng"). Raises BadValue."""
    key = fold(text)
    if not key:
        return "member"
    for sign, role in _ROLE_SIGNS:
        if sign in key:
            return role
    raise BadValue(
        "role",
        f"“{clean(text)}” không phải vai trò trong Hội đồng.",
        todo="Ghi Chủ tịch, Phó Chủ tịch, Thư ký hoặc Ủy viên.",
    )


def members(session: Session, on: str = "") -> tuple[CouncilMember, ...]:
    """Return the members on a day (empty: all who have not left), by role and order."""
    day = on or session.today().isoformat()
    found = [
        member
        for member in session.store.all(CouncilMember)
        if member.since <= day and (not member.until or member.until >= day)
    ]
    return tuple(sorted(found, key=lambda member: (ROLES.index(member.role), member.ordinal)))


def member_rows(session: Session) -> tuple[MemberRow, ...]:
    """Return the list of members as the grid shows it."""
    return tuple(
        MemberRow(
            id=member.id,
            ordinal=ordinal,
            name=member_name(member),
            full_name=member.full_name,
            honorific=member.honorific,
            post=member.post,
            role=member.role,
            role_words=ROLE_WORDS[member.role],
            person_id=member.person_id,
            since=member.since,
            until=member.until,
        )
        for ordinal, member in enumerate(members(session), start=1)
    )


def add_members(session: Session, rows: Sequence[Mapping[str, Any]], *, label: str = "") -> Changes:
    """Add members from typed values, as one step.

    A row holds ``name`` (with or without honorific) and any of post, role (its words or its
    code), since, until, person_id. A row without a name, and one whose name and post are there
    already, is left out. Raises BadValue.
    """
    wanted = [row for row in rows if clean(str(row.get("name") or ""))]
    words = label or f"Thêm {len(wanted)} thành viên Hội đồng"
    with session.store.transaction(words, actor=session.actor) as writing:
        add_into(session, writing, wanted)
    return session.store.last_changes()


def add_into(
    session: Session, writing: Transaction, rows: Sequence[Mapping[str, Any]]
) -> list[CouncilMember]:
    """Add members inside an open transaction and return them, those already there included."""
    known = {_key(member.full_name, member.post): member for member in members(session)}
    ordinal = max((member.ordinal for member in known.values()), default=0)
    result: list[CouncilMember] = []
    for row in rows:
        member = _member(session, row, ordinal + 1)
        key = _key(member.full_name, member.post)
        if key not in known:
            ordinal += 1
            known[key] = writing.put(member)
        result.append(known[key])
    return result


def _key(name: str, post: str) -> tuple[str, str]:
    return clean(name).lower(), clean(post).lower()


def _member(session: Session, row: Mapping[str, Any], ordinal: int) -> CouncilMember:
    parts = split_honorific(clean(str(row["name"])))
    typed = {name: row[name] for name in ("post", "since", "until") if row.get(name)}
    role = row.get("role") or ""
    member = changed(
        CouncilMember(
            id=session.new_id(),
            full_name=parts.name,
            honorific=parts.honorific,
            role=role if role in ROLES else read_role(str(role)),
            ordinal=ordinal,
            person_id=row.get("person_id"),
        ),
        typed,
    )
    return member if member.person_id else changed(member, {"person_id": _person(session, member)})


def _person(session: Session, member: CouncilMember) -> str | None:
    """Return the one person of the register with this name and post; a name alone is no proof."""
    same = [
        person
        for person in session.store.all(Person)
        if member.post
        and _key(person.full_name, person.post) == _key(member.full_name, member.post)
    ]
    return same[0].id if len(same) == 1 else None


def edit_members(session: Session, edits: Sequence[Edit], *, label: str = "") -> Changes:
    """Change cells of the list of members as one step. Raises BadValue."""
    words = label or (
        f"Sửa {len(edits)} ô thành viên Hội đồng" if len(edits) > 1 else "Sửa thành viên Hội đồng"
    )
    with session.store.transaction(words, actor=session.actor) as writing:
        edit_into(writing, edits)
    return session.store.last_changes()


def edit_into(writing: Transaction, edits: Sequence[Edit]) -> None:
    """Change cells of the list of members inside an open transaction."""
    for item in edits:
        member = writing.get(CouncilMember, item.id)
        writing.put(changed(member, _typed(item)))


def _typed(item: Edit) -> dict[str, Any]:
    if item.field == "role":
        return {"role": item.value if item.value in ROLES else read_role(item.value)}
    if item.field != "name":
        return {item.field: item.value}
    parts = split_honorific(clean(item.value))
    if not parts.name:
        raise BadValue("name", "Tên không được để trống.", todo="Gõ lại tên, hoặc xóa cả dòng.")
    return {"full_name": parts.name, "honorific": parts.honorific}


def remove_members(session: Session, ids: Sequence[str]) -> Changes:
    """Put members into the recycle bin as one step; locked sessions go on naming them.

    Raises NotAllowed for one who is marked present in a session that is still open.
    """
    busy = {
        mark.member_id
        for sitting in session.store.all(CouncilSession, state="draft")
        for mark in sitting.attendance
        if mark.present or mark.written
    }
    with session.store.transaction(
        f"Xóa {len(ids)} thành viên Hội đồng", actor=session.actor
    ) as writing:
        for member_id in ids:
            member = writing.get(CouncilMember, member_id)
            if member_id in busy:
                raise NotAllowed(
                    f"{member_name(member)} đang được ghi có mặt ở phiên họp chưa chốt.",
                    todo="Bỏ điểm danh người này trước.",
                )
            writing.remove(member)
    return session.store.last_changes()
