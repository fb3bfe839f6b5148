"""Units and digital teams as one list: each with its people in charge, members and history."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from thiduaqt.domain import dates
from thiduaqt.domain.changes import Changes
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.names import kind_of
from thiduaqt.domain.records import (
    FormerName,
    Nomination,
    Team,
    TeamMember,
    Unit,
    UnitKind,
)
from thiduaqt.domain.text import clean, fold
from thiduaqt.services import registers, teams
from thiduaqt.services.checking import Recipients
from thiduaqt.services.editing import BadValue, fit
from thiduaqt.services.registers import Family
from thiduaqt.services.session import Session
from thiduaqt.storage.transaction import Transaction

# Units that never answer a call for nominations: our own office and those above us.
_NOT_ASKED = ("commune", "upper")
TEAM_WORDS = "Tổ công nghệ số cộng đồng"
_TEAM_SHORT = ("to cnscd", "to cong nghe so cong dong", "to cns cong dong")
_UNTIL = re.compile(
    r"^(?P<name>.*?)\s*\((?:đến|den|tới|trước)\s+(?P<until>[^()]+)\)$", re.IGNORECASE
)
LEVEL_WORDS = {"village": "Thôn, tổ dân phố", "commune": "Xã, phường, đặc khu"}


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    """One line of the list. ``kind`` is a unit kind or "team"; ``nominations`` those it sent.

    ``silent``: a unit that is asked for nominations and has none in the round.
    """

    id: str
    family: Family
    kind: str
    kind_words: str
    name: str
    head: str
    phone: str
    households: int | None
    note: str
    unit_name: str
    members: int
    nominations: int
    silent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """Everything about one unit or team. Exactly one of ``unit`` and ``team`` is there.

    ``former_names`` one to a line: "Xã Xuân La (đến 30/06/2025)".
    """

    unit: Unit | None = None
    team: Team | None = None
    former_names: str = ""
    members: tuple[teams.MemberLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What came of adding rows: what was written, and the names that were there already."""

    changes: Changes
    count: int
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """One cell changed: the record, the field, the text as typed."""

    id: str
    family: Family
    field: str
    value: str


def kinds(session: Session) -> dict[str, str]:
    """Return the kinds a line may have: those of units, and the digital team."""
    words = registers.kind_words(session)
    offered: dict[str, str] = {
        key: text for key, text in words.items() if key not in ("commune", "upper")
    }
    return {**offered, "team": TEAM_WORDS, "upper": words["upper"]}


def listing(session: Session, round_id: str = "") -> tuple[UnitLine, ...]:
    """Return units and teams in the order they were entered; our own committee is not among them.

    ``round_id`` limits the count of nominations to one round.
    """
    words = registers.kind_words(session)
    sent: dict[str | None, int] = {}
    for nomination in session.store.all(Nomination):
        if nomination.state != "withdrawn" and round_id in ("", nomination.round_id):
            sent[nomination.proposer_id] = sent.get(nomination.proposer_id, 0) + 1
    units = session.store.all(Unit)
    names = {unit.id: unit.name for unit in units}
    quiet = {unit.id for unit in silent(session, round_id)} if round_id else set()
    sizes: dict[str, int] = {}
    for member in session.store.all(TeamMember):
        if not member.until:
            sizes[member.team_id] = sizes.get(member.team_id, 0) + 1
    lines = [
        replace(_unit_line(unit, words, sent.get(unit.id, 0)), silent=unit.id in quiet)
        for unit in units
        if unit.id != session.store.owner
    ]
    lines += [
        _team_line(team, names.get(team.unit_id or "", ""), sizes.get(team.id, 0))
        for team in session.store.all(Team)
    ]
    return tuple(lines)


def asked(session: Session) -> tuple[Unit, ...]:
    """Return the units asked for nominations: not our office, none above us, none closed."""
    return tuple(
        unit for unit in session.store.all(Unit) if unit.active and unit.kind not in _NOT_ASKED
    )


def silent(session: Session, round_id: str) -> tuple[Unit, ...]:
    """Return the units asked that a round has nothing from.

    A unit counts as heard once it proposes somebody, somebody of it is proposed, or it is
    proposed itself; withdrawn nominations do not count.
    """
    people = Recipients.of(session)
    heard: set[str | None] = set()
    for nomination in session.store.all(Nomination, round_id=round_id):
        if nomination.state != "withdrawn":
            heard |= {nomination.proposer_id, nomination.unit_id, people.home(nomination)}
    return tuple(unit for unit in asked(session) if unit.id not in heard)


def _unit_line(unit: Unit, words: Mapping[UnitKind, str], sent: int) -> UnitLine:
    return UnitLine(
        id=unit.id,
        family="unit",
        kind=unit.kind,
        kind_words=words[unit.kind],
        name=unit.name,
        head=unit.head,
        phone=unit.phone,
        households=unit.households,
        note=unit.note,
        unit_name="",
        members=0,
        nominations=sent,
    )


def _team_line(team: Team, unit_name: str, members: int) -> UnitLine:
    return UnitLine(
        id=team.id,
        family="team",
        kind="team",
        kind_words=TEAM_WORDS,
        name=team.name,
        head=team.head,
        phone=team.phone,
        households=None,
        note=team.note,
        unit_name=unit_name,
        members=members,
        nominations=0,
    )


def detail(session: Session, family: Family, record_id: str) -> Detail:
    """Return everything about one unit or team. Raises NotFound."""
    if family == "unit":
        unit = session.store.get(Unit, record_id)
        return Detail(unit=unit, former_names=former_names_text(unit.former_names))
    team = session.store.get(Team, record_id)
    return Detail(team=team, members=teams.members(session, record_id))


# --- Adding, changing, removing ---------------------------------------------------------------


def add(session: Session, rows: Sequence[Mapping[str, str]]) -> Added:
    """Add units and teams from typed rows as one step.

    A row holds ``name`` and any of kind (its words), head, phone, households, note, unit (name,
    for a team). A row without a name is left out, one whose name is there already is not added
    twice. Raises BadValue for a value that cannot be read.
    """
    wanted = [row for row in rows if clean(row.get("name") or "")]
    with session.store.transaction(f"Thêm {len(wanted)} đơn vị, tổ", actor=session.actor) as tx:
        count, known = _add_all(session, tx, wanted)
    return Added(changes=session.store.last_changes(), count=count, known=known)


def paste(
    session: Session, edits: Sequence[CellChange], rows: Sequence[Mapping[str, str]]
) -> Added:
    """Change cells and add rows as one step, as a block pasted over the end of the list does."""
    wanted = [row for row in rows if clean(row.get("name") or "")]
    words = f"Dán {len(edits)} ô, thêm {len(wanted)} đơn vị, tổ"
    with session.store.transaction(words, actor=session.actor) as tx:
        for edit in edits:
            _change_one(session, tx, edit)
        count, known = _add_all(session, tx, wanted)
    return Added(changes=session.store.last_changes(), count=count, known=known)


def _add_all(
    session: Session, tx: Transaction, rows: Sequence[Mapping[str, str]]
) -> tuple[int, tuple[str, ...]]:
    """Add rows; return how many were new, and the names of the others."""
    names = {fold(unit.name) for unit in session.store.all(Unit)}
    names |= {fold(team.name) for team in session.store.all(Team)}
    known: list[str] = []
    taken = registers.unit_keys(session)
    for row in rows:
        name = clean(row["name"])
        if fold(name) in names:
            known.append(name)
            continue
        _add_one(session, tx, row, taken)
        names.add(fold(name))
    return len(rows) - len(known), tuple(known)


def _add_one(session: Session, tx: Transaction, row: Mapping[str, str], taken: set[str]) -> None:
    name = clean(row["name"])
    words = clean(row.get("kind") or "")
    kind = _kind_of(session, words) if words else ("team" if is_team(name) else "")
    values: dict[str, Any] = {
        key: row[key] for key in ("name", "head", "phone", "note") if row.get(key)
    }
    if kind == "team":
        about = clean(row.get("unit") or "") or _unit_in(session, name)
        unit = registers.find_unit(session, about) if about else None
        values["unit_id"] = unit.id if unit else None
        registers.add_one(session, tx, "team", values, taken)
        return
    if kind:
        values["kind"] = kind
    if row.get("households"):
        values["households"] = row["households"]
    registers.add_one(session, tx, "unit", values, taken)


def is_team(name: str) -> bool:
    """Tell whether a name is that of a community digital team."""
    return fold(name).startswith(_TEAM_SHORT) or kind_of(name) == "team"


def _unit_in(session: Session, name: str) -> str:
    """Return the unit a team's name ends with ("Tổ CNSCĐ thôn Bình Minh"), or nothing."""
    key = fold(name)
    fitting = [
        unit.name
        for unit in session.store.all(Unit)
        if unit.id != session.store.owner and key.endswith(f" {fold(unit.name)}")
    ]
    return max(fitting, key=len, default="")


def _kind_of(session: Session, words: str) -> str:
    offered = kinds(session)
    for key, text in offered.items():
        if fold(words) in (fold(text), key):
            return key
    if fold(words) in ("to cnscd", "to cong nghe so"):
        return "team"
    raise BadValue(
        "kind", f"Không có loại đơn vị “{words}”.", todo="Chọn một loại trong danh sách."
    )


def change(session: Session, edits: Iterable[CellChange], *, label: str = "") -> Changes:
    """Change cells of units and teams as one step. Raises BadValue, NotAllowed."""
    asked = list(edits)
    words = label or f"Sửa {len(asked)} ô của đơn vị, tổ"
    with session.store.transaction(words, actor=session.actor) as tx:
        for edit in asked:
            _change_one(session, tx, edit)
    return session.store.last_changes()


def _change_one(session: Session, tx: Transaction, edit: CellChange) -> None:
    if edit.field == "name":
        _check_name(session, edit)
    if edit.family == "unit":
        unit = tx.get(Unit, edit.id)
        tx.put(replace(unit, **_unit_values(session, edit)))
    else:
        team = tx.get(Team, edit.id)
        tx.put(replace(team, **_team_values(session, edit)))


def _check_name(session: Session, edit: CellChange) -> None:
    name = clean(edit.value)
    if not name:
        raise BadValue("name", "Tên không được để trống.", todo="Gõ lại tên.")
    names = [(unit.id, unit.name) for unit in session.store.all(Unit)]
    names += [(team.id, team.name) for team in session.store.all(Team)]
    if any(fold(known) == fold(name) for owner, known in names if owner != edit.id):
        raise BadValue(
            "name", f"Đã có đơn vị tên “{name}”.", todo="Ghi thêm để phân biệt hai đơn vị."
        )


def _unit_values(session: Session, edit: CellChange) -> dict[str, Any]:
    if edit.field == "kind":
        kind = _kind_of(session, edit.value)
        if kind == "team":
            raise NotAllowed(
                "Đơn vị không đổi thành tổ công nghệ số được.",
                todo="Thêm tổ thành một dòng riêng.",
            )
        return {"kind": kind}
    if edit.field == "former_names":
        return {"former_names": read_former_names(edit.value)}
    return {edit.field: fit(edit.field, edit.value)}


def _team_values(session: Session, edit: CellChange) -> dict[str, Any]:
    if edit.field == "unit":
        name = clean(edit.value)
        unit = registers.find_unit(session, name) if name else None
        if name and unit is None:
            raise BadValue("unit", f"Chưa có đơn vị “{name}”.", todo="Chọn trong danh sách.")
        return {"unit_id": unit.id if unit else None}
    if edit.field == "level":
        return {"level": edit.value}
    if edit.field in ("kind", "households", "workforce", "former_names"):
        raise NotAllowed("Tổ công nghệ số không có mục này.", todo="Sửa ở dòng của đơn vị.")
    return {edit.field: fit(edit.field, edit.value)}


def remove(session: Session, lines: Sequence[tuple[Family, str]]) -> Changes:
    """Put units and teams into the recycle bin as one step.

    Raises NotAllowed for one that nominations, awards, people or teams still name; a team may go
    together with its unit.
    """
    with session.store.transaction(f"Xóa {len(lines)} đơn vị, tổ", actor=session.actor) as tx:
        for family, record_id in sorted(lines, key=lambda line: line[0] != "team"):
            record = tx.get(registers.FAMILIES[family], record_id)
            used = registers.uses(session, family, record_id)
            if used:
                raise NotAllowed(
                    f"{registers.name_of(record)} còn {used} hồ sơ đề nghị, khen thưởng, người "
                    "hoặc tổ thuộc đơn vị này.",
                    todo="Chuyển hoặc xóa các mục đó trước.",
                )
            if family == "team":
                for member in session.store.all(TeamMember, team_id=record_id):
                    tx.remove(member)
            tx.remove(record)
    return session.store.last_changes()


# --- Former names ------------------------------------------------------------------------------


def former_names_text(names: Iterable[FormerName]) -> str:
    """Return former names one to a line, with the day until which they held."""
    lines = []
    for former in names:
        until = dates.PartialDate.from_value(former.until).display() if former.until else ""
        lines.append(f"{former.name} (đến {until})" if until else former.name)
    return "\n".join(lines)


def read_former_names(text: str) -> tuple[FormerName, ...]:
    """Read former names, one to a line. Raises BadValue for a day that does not exist."""
    found = []
    for line in text.splitlines():
        words = clean(line)
        parts = _UNTIL.match(words)
        if parts:
            until = fit("until", parts["until"])
            found.append(FormerName(name=clean(parts["name"]), until=until))
        elif words:
            found.append(FormerName(name=words))
    return tuple(found)
