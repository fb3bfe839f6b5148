"""Khối, cụm thi đua: which units compete together, year by year, and who leads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.planning import BlockKind
from thiduaqt.domain.records import Block, BlockYear, Unit
from thiduaqt.domain.text import clean, fold
from thiduaqt.services import units
from thiduaqt.services.editing import BadValue
from thiduaqt.services.session import Session
from thiduaqt.storage.transaction import Transaction

KIND_WORDS: dict[BlockKind, str] = {"block": "Khối thi đua", "cluster": "Cụm thi đua"}
_YEARS = range(2000, 2200)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockLine:
    """One block in one year.

    ``since`` is the year its make-up comes from: an earlier one where nothing was changed since,
    0 where it has none yet. ``twice`` names units that stand in another block of the year too.
    """

    id: str
    kind: BlockKind
    kind_words: str
    code: str
    name: str
    year: int
    since: int
    unit_ids: tuple[str, ...]
    unit_names: tuple[str, ...]
    head_id: str
    head: str
    deputy_id: str
    deputy: str
    twice: tuple[str, ...] = ()


def listing(session: Session, year: int) -> tuple[BlockLine, ...]:
    """Return the blocks as they stand in a year, in the order they were made."""
    names = {unit.id: unit.name for unit in session.store.all(Unit)}
    blocks = session.store.all(Block)
    placed: dict[str, int] = {}
    for block in blocks:
        for unit_id in _made_up(block, year).unit_ids:
            placed[unit_id] = placed.get(unit_id, 0) + 1
    return tuple(_line(block, year, names, placed) for block in blocks)


def _made_up(block: Block, year: int) -> BlockYear:
    return block.in_year(year) or BlockYear(year=0)


def _line(block: Block, year: int, names: dict[str, str], placed: dict[str, int]) -> BlockLine:
    now = _made_up(block, year)
    known = tuple(unit_id for unit_id in now.unit_ids if unit_id in names)
    return BlockLine(
        id=block.id,
        kind=block.kind,
        kind_words=KIND_WORDS[block.kind],
        code=block.code,
        name=block.name,
        year=year,
        since=now.year,
        unit_ids=known,
        unit_names=tuple(names[unit_id] for unit_id in known),
        head_id=now.head_id,
        head=names.get(now.head_id, ""),
        deputy_id=now.deputy_id,
        deputy=names.get(now.deputy_id, ""),
        twice=tuple(names[unit_id] for unit_id in known if placed[unit_id] > 1),
    )


def unplaced(session: Session, year: int) -> tuple[Unit, ...]:
    """Return the units that stand in no block of a year: their nominees use no block's number."""
    placed = {
        unit_id for block in session.store.all(Block) for unit_id in _made_up(block, year).unit_ids
    }
    return tuple(unit for unit in units.asked(session) if unit.id not in placed)


def years(session: Session) -> tuple[int, ...]:
    """Return the years for which somebody made blocks up, and this one."""
    found = {item.year for block in session.store.all(Block) for item in block.years}
    return tuple(sorted({*found, session.today().year}))


def names(session: Session) -> dict[str, str]:
    """Return the names of all blocks by the code that leagues and quotas know them by."""
    return {block.code or block.id: block.name for block in session.store.all(Block)}


def add(session: Session, name: str, *, kind: BlockKind = "cluster", code: str = "") -> Changes:
    """Add a block without units. Raises BadValue for a name or code that is there or missing."""
    with session.store.transaction(f"Thêm {KIND_WORDS[kind].lower()}", actor=session.actor) as tx:
        block = Block(id=session.new_id(), kind=kind, code=clean(code), name=clean(name))
        if not block.code:
            block = replace(block, code=_free_code(session, block.name))
        tx.put(_checked(session, block))
    return session.store.last_changes()


def _free_code(session: Session, name: str) -> str:
    """Return a code made of the name that no other block has."""
    base = fold(name).replace(" ", "-")
    taken = {fold(item.code) for item in session.store.all(Block)}
    number, code = 2, base
    while code in taken:
        code = f"{base}-{number}"
        number += 1
    return code


def rename(
    session: Session,
    block_id: str,
    *,
    name: str | None = None,
    kind: BlockKind | None = None,
    code: str | None = None,
) -> Changes:
    """Change what a block is called; what is not given stays. Raises BadValue."""
    with session.store.transaction("Sửa khối, cụm thi đua", actor=session.actor) as tx:
        block = tx.get(Block, block_id)
        changed = replace(
            block,
            name=block.name if name is None else clean(name),
            kind=kind or block.kind,
            code=block.code if code is None else clean(code),
        )
        tx.put(_checked(session, changed))
    return session.store.last_changes()


def _checked(session: Session, block: Block) -> Block:
    if not block.name:
        raise BadValue("name", "Khối, cụm thi đua phải có tên.", todo="Gõ tên, ví dụ Cụm 1.")
    if not block.code:
        raise BadValue("code", "Khối, cụm thi đua phải có mã.", todo="Gõ mã ngắn, ví dụ cum-1.")
    for other in session.store.all(Block):
        if other.id == block.id:
            continue
        if fold(other.name) == fold(block.name):
            raise BadValue("name", f"Đã có “{other.name}”.", todo="Gõ tên khác.")
        if fold(other.code) == fold(block.code):
            raise BadValue(
                "code", f"Mã “{block.code}” đã dùng cho “{other.name}”.", todo="Gõ mã khác."
            )
    return block


def set_year(
    session: Session,
    block_id: str,
    year: int,
    *,
    unit_ids: Sequence[str] | None = None,
    head_id: str | None = None,
    deputy_id: str | None = None,
) -> Changes:
    """Set who makes up a block from a year on, and who leads it; what is not given stays.

    A unit that stood in another block of that year leaves it. Later years keep what was set for
    them. Raises BadValue for a year out of range, a head that is no member or is deputy too;
    NotFound for a unit that is not there.
    """
    if year not in _YEARS:
        raise BadValue("year", f"Năm {year} không hợp lệ.", todo="Gõ năm bốn chữ số.")
    with session.store.transaction(f"Xếp khối, cụm năm {year}", actor=session.actor) as tx:
        block = tx.get(Block, block_id)
        now = _made_up(block, year)
        members = now.unit_ids if unit_ids is None else tuple(dict.fromkeys(unit_ids))
        for unit_id in members:
            tx.get(Unit, unit_id)
        made = BlockYear(
            year=year,
            unit_ids=members,
            head_id=_leader(now.head_id, head_id, members, asked=unit_ids is not None),
            deputy_id=_leader(now.deputy_id, deputy_id, members, asked=unit_ids is not None),
        )
        _check_leaders(made)
        if unit_ids is not None:
            _take_from_others(session, tx, block_id, year, set(members))
        tx.put(_with_year(block, made))
    return session.store.last_changes()


def _leader(old: str, new: str | None, members: Sequence[str], *, asked: bool) -> str:
    """Return who leads: as named, else as before, unless that unit has just left."""
    if new is not None:
        return new
    return "" if asked and old not in members else old


def _check_leaders(made: BlockYear) -> None:
    for field, leader, words in (
        ("head_id", made.head_id, "Trưởng"),
        ("deputy_id", made.deputy_id, "Phó"),
    ):
        if leader and leader not in made.unit_ids:
            raise BadValue(
                field,
                f"{words} khối, cụm phải là một đơn vị trong khối, cụm.",
                todo="Thêm đơn vị vào khối, cụm trước, hoặc chọn đơn vị khác.",
            )
    if made.head_id and made.head_id == made.deputy_id:
        raise BadValue(
            "deputy_id", "Trưởng và Phó khối, cụm là cùng một đơn vị.", todo="Chọn đơn vị khác."
        )


def _with_year(block: Block, made: BlockYear) -> Block:
    others = (item for item in block.years if item.year != made.year)
    return replace(block, years=tuple(sorted((*others, made), key=lambda item: item.year)))


def _take_from_others(
    session: Session, tx: Transaction, block_id: str, year: int, members: set[str]
) -> None:
    """A unit competes in one block of a year: what joins this one leaves the others."""
    for other in session.store.all(Block):
        now = other.in_year(year)
        if other.id == block_id or now is None or not members & set(now.unit_ids):
            continue
        left = tuple(unit_id for unit_id in now.unit_ids if unit_id not in members)
        made = BlockYear(
            year=year,
            unit_ids=left,
            head_id=now.head_id if now.head_id in left else "",
            deputy_id=now.deputy_id if now.deputy_id in left else "",
        )
        tx.put(_with_year(other, made))


def remove(session: Session, ids: Sequence[str]) -> Changes:
    """Put blocks into the recycle bin as one step."""
    label = f"Xóa {len(ids)} khối, cụm thi đua"
    with session.store.transaction(label, actor=session.actor) as tx:
        for block_id in ids:
            tx.remove(tx.get(Block, block_id))
    return session.store.last_changes()
