"""Registrations entered as in a spreadsheet: typed, pasted, many units at once; one step each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from thiduaqt.domain import commitment_words
from thiduaqt.domain.changes import Changes
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import Target
from thiduaqt.domain.records import Commitment, Movement, Registration, Unit, UnitKind
from thiduaqt.domain.text import clean, clean_block, fold
from thiduaqt.services.editing import BadValue, fit
from thiduaqt.services.registration_lists import (
    SIGNED,
    UNSIGNED,
    WHOLE,
    Directory,
    Who,
    awaited_of,
    who_of,
)
from thiduaqt.services.session import Session
from thiduaqt.storage.transaction import Transaction

_YES = frozenset({fold(SIGNED), "x", "v", "co", "roi", "da", "✓", "1"})
_NO = frozenset({"", fold(UNSIGNED), "chua ky", "khong", "0"})
_FIRST_YEAR, _LAST_YEAR = 1948, 2100  # the first call for emulation; beyond it is a slip
_LABEL_EDIT = "Sửa đăng ký thi đua"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineEdit:
    """One typed cell: of a registration, or of the line of one who is awaited."""

    line_id: str
    field: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """What came of typing: ids of all that was written; ``known`` were there and stay."""

    changes: Changes
    ids: tuple[str, ...]
    added: int = 0
    known: int = 0


_Key = tuple[str | None, int, Who]


def _key(item: Registration) -> _Key:
    """Return what no two registrations of a movement share: round, year, registrant."""
    return item.round_id, item.year, who_of(item)


class _Sheet:
    """One transaction over the registrations of a movement."""

    def __init__(self, session: Session, writing: Transaction, movement_id: str, year: int) -> None:
        self.session = session
        self.writing = writing
        self.year = year
        movement = writing.get(Movement, movement_id)
        self.movement_id = movement_id
        self.targets: tuple[Target, ...] = (
            movement.definition.targets if movement.definition else ()
        )
        found = session.store.all(Registration, movement_id=movement_id)
        self.by_id = {item.id: item for item in found}
        self.by_key = {_key(item): item.id for item in found}
        self.fresh: list[str] = []
        self.touched: dict[str, None] = {}
        self.known = 0

    def of(self, who: Who, year: int) -> Registration | None:
        """Return the registration of somebody for a year that belongs to no single round."""
        return self.by_id.get(self.by_key.get((None, year, who), ""))

    def begin(self, who: Who, year: int) -> Registration:
        """Return a new registration of today."""
        made = Registration(
            id=self.session.new_id(),
            movement_id=self.movement_id,
            year=year,
            registered_on=self.session.today().isoformat(),
            **{f"{who.family}_id": who.id},  # type: ignore[arg-type]  # the one id of its register
        )
        self.fresh.append(made.id)
        return made

    def keep(self, item: Registration) -> None:
        """Write a registration; refuse one that would be there twice."""
        key = _key(item)
        if self.by_key.get(key, item.id) != item.id:
            raise NotAllowed(
                "Đối tượng này đã đăng ký rồi.",
                todo="Sửa bản đăng ký đã có, hoặc chọn năm khác.",
            )
        before = self.by_id.get(item.id)
        if before is not None and _key(before) != key:
            self.by_key.pop(_key(before), None)
        self.by_key[key] = item.id
        if before != item:
            self.by_id[item.id] = self.writing.put(item)
            self.touched[item.id] = None

    def values(self, typed: Mapping[str, str]) -> dict[str, Any]:
        """Return the values of typed cells as the record keeps them. Raises BadValue."""
        made: dict[str, Any] = {}
        for field, text in typed.items():
            reader = _READERS.get(field)
            if reader is not None:
                name, value = reader(text, self.targets)
                made[name] = value
        return made


def enter(
    session: Session,
    movement_id: str,
    edits: Sequence[LineEdit] = (),
    rows: Sequence[Mapping[str, str]] = (),
    *,
    year: int = 0,
) -> Entered:
    """Change cells and add registrations from typed rows, all as one step.

    A cell of one who is awaited registers them for ``year``, today where no day is typed. A row
    (name, unit, year, registered_on, content, commitments, registrant, office, note) of one who
    registered already changes that registration. Raises BadValue for a name nobody bears or a
    value that cannot be read, NotAllowed where somebody would be there twice.
    """
    wanted = [row for row in rows if clean(row.get("name", ""))]
    label = f"Thêm {len(wanted)} đăng ký thi đua" if wanted and not edits else _LABEL_EDIT
    with session.store.transaction(label, actor=session.actor) as writing:
        sheet = _Sheet(session, writing, movement_id, year)
        for line_id, typed in _by_line(edits).items():
            _change(sheet, line_id, typed)
        directory = Directory(session) if wanted else None
        for row in wanted:
            assert directory is not None
            _add(sheet, directory.find(clean(row["name"]), clean(row.get("unit", ""))), row)
    return _entered(session, sheet)


def _entered(session: Session, sheet: _Sheet) -> Entered:
    return Entered(
        changes=session.store.last_changes(),
        ids=tuple(sheet.touched),
        added=len(sheet.fresh),
        known=sheet.known,
    )


def _by_line(edits: Sequence[LineEdit]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for edit in edits:
        found.setdefault(edit.line_id, {})[edit.field] = edit.text
    return found


def _record(sheet: _Sheet, line_id: str) -> Registration:
    who = awaited_of(line_id)
    if who is None:
        return sheet.writing.get(Registration, line_id)
    return sheet.of(who, sheet.year) or sheet.begin(who, sheet.year)


def _change(sheet: _Sheet, line_id: str, typed: Mapping[str, str]) -> None:
    if awaited_of(line_id) is not None and not any(clean(text) for text in typed.values()):
        return
    values = sheet.values(typed)
    sheet.keep(replace(_record(sheet, line_id), **values))


def _add(sheet: _Sheet, who: Who, row: Mapping[str, str]) -> None:
    values = sheet.values({key: text for key, text in row.items() if clean(text)})
    year = int(values.get("year", sheet.year))
    there = sheet.of(who, year)
    if there is not None:
        sheet.known += 1
    sheet.keep(replace(there or sheet.begin(who, year), **values))


# -- reading cells --------------------------------------------------------------------------------


def _year(text: str) -> int:
    key = fold(text)
    if key in ("", fold(WHOLE), "0"):
        return 0
    if key.isascii() and key.isdigit() and _FIRST_YEAR <= int(key) <= _LAST_YEAR:
        return int(key)
    raise BadValue("year", f"“{text}” không phải một năm.", todo=f"Gõ năm, hoặc “{WHOLE}”.")


def _tick(text: str) -> bool:
    key = fold(text)
    if key in _YES or key in _NO:
        return key in _YES
    raise BadValue(
        "signed", f"“{text}” không rõ là đã ký hay chưa.", todo=f"Gõ “{SIGNED}” hoặc “{UNSIGNED}”."
    )


Reader = Callable[[str, Sequence[Target]], tuple[str, Any]]
_READERS: dict[str, Reader] = {
    "year": lambda text, _targets: ("year", _year(text)),
    "registered_on": lambda text, _targets: ("registered_on", fit("registered_on", text)),
    "content": lambda text, _targets: ("content", clean_block(text)),
    "commitments": lambda text, targets: ("commitments", commitment_words.read(text, targets)),
    "registrant": lambda text, _targets: ("signed_by_registrant", _tick(text)),
    "office": lambda text, _targets: ("signed_by_office", _tick(text)),
    "note": lambda text, _targets: ("note", clean_block(text)),
}


# -- whole lines ----------------------------------------------------------------------------------


def change_lines(
    session: Session,
    movement_id: str,
    line_ids: Sequence[str],
    label: str,
    change: Callable[[Registration], Registration],
    *,
    year: int = 0,
) -> Entered:
    """Change the registrations of lines as one step; those awaited register by it, as of today.

    Commitments without text and target are dropped. Raises NotAllowed where one would be twice.
    """
    with session.store.transaction(label, actor=session.actor) as writing:
        sheet = _Sheet(session, writing, movement_id, year)
        for line_id in line_ids:
            item = change(_record(sheet, line_id))
            kept = tuple(one for one in item.commitments if one.text or one.target)
            sheet.keep(replace(item, commitments=kept))
    return _entered(session, sheet)


def add_units(
    session: Session,
    movement_id: str,
    kinds: Collection[UnitKind],
    *,
    year: int = 0,
    registered_on: str = "",
    commitments: Sequence[Commitment] = (),
) -> Entered:
    """Register all units of some kinds that are not there yet, but the office, as one step.

    ``registered_on`` is a day as typed, today where it is empty. Raises BadValue for a date that
    cannot be read, NotAllowed where nobody is left to register.
    """
    day = str(fit("registered_on", registered_on)) or session.today().isoformat()
    chosen = [
        unit
        for unit in session.store.all(Unit)
        if unit.active and unit.kind in kinds and unit.id != session.store.owner
    ]
    with session.store.transaction("Thêm đăng ký của nhiều đơn vị", actor=session.actor) as writing:
        sheet = _Sheet(session, writing, movement_id, year)
        for unit in chosen:
            who = Who(family="unit", id=unit.id)
            if sheet.of(who, year) or (year and sheet.of(who, 0)):
                sheet.known += 1
                continue
            made = sheet.begin(who, year)
            sheet.keep(replace(made, registered_on=day, commitments=tuple(commitments)))
        if not sheet.fresh:
            raise NotAllowed(
                "Không còn đơn vị nào thuộc loại đã chọn mà chưa đăng ký.", todo="Chọn loại khác."
            )
    return _entered(session, sheet)
