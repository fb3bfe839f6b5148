"""Records to table rows and back. A row also holds a folded search key and a hash of itself."""

from __future__ import annotations

import hashlib
import json
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, TypeVar

from thiduaqt.domain.plain import field_types, from_plain, to_plain
from thiduaqt.domain.records import (
    Award,
    CouncilMember,
    Decision,
    Household,
    Person,
    Record,
    Team,
    Unit,
)
from thiduaqt.domain.text import fold
from thiduaqt.storage.faults import unreadable

R = TypeVar("R", bound=Record)
Row = dict[str, Any]

_TABLES = {
    "Office": "office",
    "TeamMember": "team_member",
    "StandingFlag": "standing_flag",
    "CouncilMember": "council_member",
    "CouncilSession": "council_session",
    "PrintLog": "print_log",
    "MadeDocument": "made_document",
    "ImportLog": "import_log",
    "WaitingRow": "waiting_row",
    "BundleLog": "bundle_log",
    "HeldRecord": "held_record",
}
_SEARCHED: dict[type[Record], Callable[[Any], str]] = {
    Unit: lambda unit: " | ".join(
        [unit.name, unit.short_name, *(former.name for former in unit.former_names)]
    ),
    Person: lambda person: person.full_name,
    Household: lambda household: " | ".join([household.head, *household.members]),
    Team: lambda team: team.name,
    CouncilMember: lambda member: member.full_name,
    Decision: lambda decision: decision.number,
    Award: lambda award: f"{award.name} | {award.detail} | {award.decision_number}",
}


def table_of(kind: type[Record]) -> str:
    """Return the table that holds records of ``kind``."""
    return _TABLES.get(kind.__name__, kind.__name__.lower())


@dataclass(frozen=True, slots=True)
class Codec:
    """How one kind of record becomes a row. ``structured`` columns hold JSON text."""

    kind: type[Record]
    table: str
    columns: tuple[str, ...]
    structured: frozenset[str]
    booleans: frozenset[str]
    _sorted: tuple[str, ...]
    _values: Callable[[Any], tuple[Any, ...]]

    def row(self, record: Record, *, stamp: Row | None = None) -> Row:
        """Return the row of ``record``, with search key and hash.

        ``stamp`` holds columns to set otherwise than the record says (origin, epoch, rev).
        """
        return self.row_and_text(record, stamp=stamp)[0]

    def row_and_text(self, record: Record, *, stamp: Row | None = None) -> tuple[Row, str]:
        """Return the row, and its canonical text without the hash, as the journal keeps it."""
        row: Row = dict.fromkeys(self._sorted)  # in the order of the canonical text
        row.update(zip(self.columns, self._values(record), strict=True))
        for name in self.structured:
            value = row[name]
            if value is not None:
                row[name] = "[]" if value == () else canonical(to_plain(value))
        for name in self.booleans:
            if row[name] is not None:
                row[name] = int(row[name])
        searched = _SEARCHED.get(self.kind)
        row["key"] = fold(searched(record)) if searched else ""
        if stamp:
            row.update(stamp)
        text = _encode_in_order(row)
        row["h"] = hashlib.sha256(text.encode()).hexdigest()
        return row, text

    def record(self, row: Mapping[str, Any]) -> Record:
        """Return the record of ``row``. Raises StoreError where its text has been damaged."""
        try:
            return self._record(row)
        except (ValueError, KeyError) as fault:
            raise unreadable() from fault

    def _record(self, row: Mapping[str, Any]) -> Record:
        types_of = field_types(self.kind)
        values: dict[str, Any] = {}
        for name in self.columns:
            value = row[name]
            if value is not None and name in self.structured:
                value = from_plain(types_of[name], json.loads(value), name)
            elif value is not None and name in self.booleans:
                value = bool(value)
            values[name] = value
        return self.kind(**values)


_CODECS: dict[type[Record], Codec] = {}


def codec(kind: type[Record]) -> Codec:
    """Return the codec of one kind of record."""
    if kind not in _CODECS:
        _CODECS[kind] = _make_codec(kind)
    return _CODECS[kind]


def _make_codec(kind: type[Record]) -> Codec:
    fields = field_types(kind)
    return Codec(
        kind=kind,
        table=table_of(kind),
        columns=tuple(fields),
        _sorted=tuple(sorted([*fields, "key"])),
        _values=attrgetter(*fields),
        structured=frozenset(name for name, hint in fields.items() if _is_structured(hint)),
        booleans=frozenset(name for name, hint in fields.items() if _plain_type(hint) is bool),
    )


def _plain_type(hint: Any) -> Any:  # noqa: ANN401 - a type form
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        inner = [item for item in typing.get_args(hint) if item is not type(None)]
        return inner[0]
    return hint


def _is_structured(hint: Any) -> bool:  # noqa: ANN401 - a type form
    inner = _plain_type(hint)
    if typing.get_origin(inner) is typing.Literal:
        return False
    return inner not in (str, int, bool)


_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
_encode_in_order = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def canonical(value: object) -> str:
    """Return the one JSON text of a plain value: sorted keys, no spaces, no floats."""
    return _encode(value)


def row_hash(row: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a row's content, which finds damage SQLite itself cannot see."""
    content = {name: value for name, value in row.items() if name != "h"}
    return hashlib.sha256(_encode(content).encode()).hexdigest()
