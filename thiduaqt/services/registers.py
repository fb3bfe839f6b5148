"""Units, people, households and digital teams of the commune: listed, added, edited, removed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.records import (
    Award,
    Household,
    Nomination,
    Person,
    Record,
    StandingFlag,
    Team,
    Unit,
    UnitKind,
)
from thiduaqt.domain.text import clean, fold
from thiduaqt.services.editing import BadValue, Edit, changed
from thiduaqt.services.session import Session
from thiduaqt.storage.transaction import Transaction

R = TypeVar("R", bound=Record)
Family = Literal["unit", "team", "person", "household"]
FAMILIES: dict[Family, type[Record]] = {
    "unit": Unit,
    "team": Team,
    "person": Person,
    "household": Household,
}
FAMILY_WORDS: dict[Family, str] = {
    "unit": "đơn vị",
    "team": "tổ công nghệ số cộng đồng",
    "person": "người",
    "household": "hộ gia đình",
}
UNIT_KIND_WORDS: dict[UnitKind, str] = {
    "department": "Phòng, ban chuyên môn",
    "public_service": "Đơn vị sự nghiệp",
    "association": "Mặt trận, đoàn thể, hội",
    "school": "Trường học",
    "village": "Thôn",
    "company": "Doanh nghiệp",
    "cooperative": "Hợp tác xã",
    "police_military": "Công an, quân sự",
    "upper": "Cơ quan cấp trên",
    "commune": "Xã, phường, đặc khu",
    "other": "Khác",
}
# First words that tell the kind of a unit, in the order they are tried.
_KIND_SIGNS: tuple[tuple[UnitKind, tuple[str, ...]], ...] = (
    ("school", ("truong", "mam non", "thcs", "thpt")),
    (
        "village",
        ("thon", "to dan pho", "tdp", "ban", "buon", "ap", "khu pho", "xom", "lang", "khoi"),
    ),
    ("police_military", ("cong an", "ban chi huy quan su", "bchqs", "quan su")),
    ("department", ("phong", "van phong", "thanh tra")),
    ("public_service", ("trung tam", "tram", "dai", "ban quan ly")),
    (
        "association",
        ("hoi", "doan", "mat tran", "uy ban mat tran", "cong doan", "lien doan", "ubmttq"),
    ),
    ("company", ("cong ty", "doanh nghiep", "tap doan", "ngan hang")),
    ("cooperative", ("hop tac xa", "htx")),
    ("commune", ("uy ban nhan dan", "ubnd")),
    ("upper", ("so", "tinh")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """One line of the list of units and teams."""

    id: str
    family: Family
    name: str
    kind: str
    head: str
    phone: str
    households: int | None
    note: str
    nominations: int


def kind_words(session: Session) -> dict[UnitKind, str]:
    """Return the words for kinds of units, with thôn or tổ dân phố as our commune says."""
    word = session.office().village_word
    return {**UNIT_KIND_WORDS, "village": word[:1].upper() + word[1:]}


def guess_kind(name: str) -> UnitKind:
    """Return the kind of unit that a name tells ("Trường THCS …" is a school)."""
    key = fold(name) + " "
    for kind, signs in _KIND_SIGNS:
        if any(key.startswith(f"{sign} ") for sign in signs):
            return kind
    return "other"


def unit_rows(session: Session) -> tuple[UnitRow, ...]:
    """Return units and digital teams, in the order they were entered."""
    words = kind_words(session)
    counts: dict[str | None, int] = {}
    for nomination in session.store.all(Nomination):
        counts[nomination.proposer_id] = counts.get(nomination.proposer_id, 0) + 1
    rows = [
        UnitRow(
            id=unit.id,
            family="unit",
            name=unit.name,
            kind=words[unit.kind],
            head=unit.head,
            phone=unit.phone,
            households=unit.households,
            note=unit.note,
            nominations=counts.get(unit.id, 0),
        )
        for unit in session.store.all(Unit)
    ]
    rows += [
        UnitRow(
            id=team.id,
            family="team",
            name=team.name,
            kind="Tổ công nghệ số cộng đồng",
            head=team.head,
            phone=team.phone,
            households=None,
            note=team.note,
            nominations=counts.get(team.unit_id, 0) if team.unit_id else 0,
        )
        for team in session.store.all(Team)
    ]
    return tuple(rows)


def add(
    session: Session, family: Family, rows: Sequence[Mapping[str, Any]], *, label: str = ""
) -> Changes:
    """Add units, teams, people or households from typed values, as one step.

    A row without a name is left out; a name that is there already is refused with a sentence
    (two villages of one name are told apart by adding something to the name). Raises BadValue.
    """
    wanted = [row for row in rows if clean(str(row.get(_name_field(family)) or ""))]
    words = label or f"Thêm {len(wanted)} {FAMILY_WORDS[family]}"
    with session.store.transaction(words, actor=session.actor) as writing:
        taken = unit_keys(session)
        for row in wanted:
            add_one(session, writing, family, row, taken)
    return session.store.last_changes()


def add_one(
    session: Session,
    writing: Transaction,
    family: Family,
    row: Mapping[str, Any],
    taken: set[str],
) -> Record:
    """Add one record inside an open transaction and return it. Raises BadValue.

    ``taken`` holds the names units bear or bore (:func:`unit_keys`); that of a new unit is added.
    """
    values = dict(row)
    name_field = _name_field(family)
    name = clean(str(values[name_field]))
    if family == "unit":
        values.setdefault("kind", guess_kind(name))
        if fold(name) in taken:
            raise BadValue(
                name_field, f"Đã có đơn vị tên “{name}”.", todo="Ghi thêm để phân biệt hai đơn vị."
            )
        taken.add(fold(name))
    return writing.put(changed(FAMILIES[family](id=session.new_id()), values))


def edit(session: Session, family: Family, edits: Iterable[Edit], *, label: str = "") -> Changes:
    """Change cells of one family as one step. Raises BadValue where a value cannot be kept."""
    asked = list(edits)
    words = label or f"Sửa {len(asked)} ô của {FAMILY_WORDS[family]}"
    with session.store.transaction(words, actor=session.actor) as writing:
        for item in asked:
            if item.field == _name_field(family) and not clean(item.value):
                raise BadValue(item.field, "Tên không được để trống.", todo="Gõ lại tên.")
            record = writing.get(FAMILIES[family], item.id)
            writing.put(changed(record, {item.field: item.value}))
    return session.store.last_changes()


def remove(session: Session, family: Family, ids: Sequence[str]) -> Changes:
    """Put records into the recycle bin as one step.

    Raises NotAllowed for one that nominations or awards still name.
    """
    words = f"Xóa {len(ids)} {FAMILY_WORDS[family]}"
    with session.store.transaction(words, actor=session.actor) as writing:
        for record_id in ids:
            record = writing.get(FAMILIES[family], record_id)
            used = uses(session, family, record_id)
            if used:
                raise NotAllowed(
                    f"{name_of(record)} còn {used} hồ sơ đề nghị, khen thưởng hoặc người thuộc "
                    "đơn vị này.",
                    todo="Chuyển hoặc xóa các mục đó trước.",
                )
            writing.remove(record)
    return session.store.last_changes()


def restore(session: Session, family: Family, ids: Sequence[str]) -> Changes:
    """Bring records back from the recycle bin as one step."""
    words = f"Khôi phục {len(ids)} {FAMILY_WORDS[family]}"
    with session.store.transaction(words, actor=session.actor) as writing:
        for record_id in ids:
            record = writing.get(FAMILIES[family], record_id)
            writing.put(changed(record, {"deleted": False}))
    return session.store.last_changes()


def add_flag(session: Session, **values: Any) -> Changes:  # noqa: ANN401 - fields of StandingFlag
    """Note that a person or unit is under discipline, inspection or complaint."""
    with session.store.transaction("Ghi nhận vướng mắc về khen thưởng", actor=session.actor) as tx:
        tx.put(changed(StandingFlag(id=session.new_id()), values))
    return session.store.last_changes()


def close_flag(session: Session, flag_id: str, *, closed: str, cleared_by: str) -> Changes:
    """Note that a flag ended, on which day and by which paper."""
    with session.store.transaction("Ghi kết luận vướng mắc", actor=session.actor) as writing:
        flag = writing.get(StandingFlag, flag_id)
        writing.put(changed(flag, {"closed": closed, "cleared_by": cleared_by}))
    return session.store.last_changes()


def find_unit(session: Session, name: str) -> Unit | None:
    """Return the unit that bears or bore a name, marks and case left aside, or None."""
    key = fold(name)
    return next((unit for unit in session.store.all(Unit) if key in _keys(unit)), None)


def unit_keys(session: Session) -> set[str]:
    """Return the names all units bear or bore, without marks and case."""
    return {key for unit in session.store.all(Unit) for key in _keys(unit)}


def _keys(unit: Unit) -> set[str]:
    names = (unit.name, unit.short_name, *(former.name for former in unit.former_names))
    return {fold(name) for name in names if name}


def unit_names(session: Session) -> dict[str, str]:
    """Return the name of every unit by its id."""
    return {unit.id: unit.name for unit in session.store.all(Unit)}


def _name_field(family: Family) -> str:
    return {"unit": "name", "team": "name", "person": "full_name", "household": "head"}[family]


def name_of(record: Record) -> str:
    """Return what a record is called."""
    for field in ("name", "full_name"):
        name = getattr(record, field, "")
        if name:
            return str(name)
    return "Mục này"


def uses(session: Session, family: Family, record_id: str) -> int:
    """Return how many nominations, awards, people and teams name a record."""
    column = f"{family}_id"
    used = session.store.count(Nomination, **{column: record_id})
    used += session.store.count(Award, **{column: record_id})
    if family == "unit":
        used += session.store.count(Nomination, proposer_id=record_id)
        used += session.store.count(Person, unit_id=record_id)
        used += session.store.count(Team, unit_id=record_id)
    return used
