"""Records to table rows and back. A row also holds a folded search key and a hash of itself."""

from __future__ import annotations

import hashlib
import json
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring
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
    "CriteriaEdition": "criteria_edition",
    "ScoreSheet": "score_sheet",
    "SeenFinding": "seen_finding",
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
            row[name] = _structured_text(row[name])
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

    @property
    def row_columns(self) -> tuple[str, ...]:
        """The columns of a row in the order of its canonical text, the hash last."""
        return (*self._sorted, "h")

    def many(
        self, records: Sequence[Record], stamps: Mapping[str, Sequence[Any]]
    ) -> tuple[Iterator[tuple[Any, ...]], list[str]]:
        """Return what :meth:`row_and_text` gives for each record, made column by column.

        ``stamps`` holds columns to set otherwise than the records say. The rows are tuples in
        the order of :attr:`row_columns`. In a list most columns say the same in every row, so
        their text is made once.
        """
        columns = {**self._plain_columns(records), **stamps}
        ordered = [columns[name] for name in self._sorted]
        texts = _texts(self._sorted, ordered)
        hashes = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
        return zip(*ordered, hashes, strict=True), texts

    def _plain_columns(self, records: Sequence[Record]) -> dict[str, Sequence[Any]]:
        """Return the values of all columns as they are stored, and the search keys."""
        values = zip(*map(self._values, records), strict=True)
        columns: dict[str, Sequence[Any]] = dict(zip(self.columns, values, strict=True))
        for name in self.structured:
            columns[name] = [_structured_text(value) for value in columns[name]]
        for name in self.booleans:
            columns[name] = [None if value is None else int(value) for value in columns[name]]
        searched = _SEARCHED.get(self.kind)
        columns["key"] = [fold(searched(item)) if searched else "" for item in records]
        return columns

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


def _structured_text(value: object) -> str | None:
    """Return the JSON text a structured column holds."""
    if value is None:
        return None
    return "[]" if value == () else canonical(to_plain(value))


def _texts(names: Sequence[str], columns: Sequence[Sequence[Any]]) -> list[str]:
    """Return the canonical texts of rows that are given column by column."""
    parts: list[str] = []
    varying: list[Iterable[str]] = []
    for name, column in zip(names, columns, strict=True):
        kinds = set(map(type, column))
        if name != "id" and len(kinds) == 1 and column.count(column[0]) == len(column):
            shown = _encode_in_order(column[0]).replace("%", "%%")
        else:
            varying.append(map(encode_basestring if kinds == {str} else _encode_in_order, column))
            shown = "%s"
        parts.append(f"{encode_basestring(name)}:{shown}")
    return list(map(f"{{{','.join(parts)}}}".__mod__, zip(*varying, strict=True)))


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
