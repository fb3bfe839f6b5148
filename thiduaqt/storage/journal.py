"""The journal: one hash-chained entry per transaction, and the undo and redo built on it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from json.encoder import encode_basestring
from typing import Any

from thiduaqt.storage.codec import Row, canonical, row_hash

FIRST_LINK = "0" * 64
_BLOCK = 32_768
_COLUMNS = "n, at, actor, place, label, kind, ref, undoable, changes, prev, h"


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after; None where it did not exist."""

    table: str
    id: str
    before: Row | None
    after: Row | None

    def reversed(self) -> Change:
        """Return the change that takes this one back."""
        return Change(self.table, self.id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Entry:
    """One journal entry. ``kind`` is do, undo or redo; ``ref`` the entry undone or redone."""

    n: int
    at: str
    actor: str
    place: str
    label: str
    kind: str
    ref: int | None
    undoable: bool
    changes: tuple[Change, ...]


def append(
    connection: sqlite3.Connection,
    *,
    at: str,
    actor: str,
    place: str,
    label: str,
    kind: str,
    ref: int | None,
    undoable: bool,
    changes: Iterable[Change | str],
) -> int:
    """Write the next entry and return its number. Runs inside the caller's transaction.

    ``changes`` are changes, or their text where somebody has it already (:func:`told_new`).
    """
    last = connection.execute("SELECT n, h FROM journal ORDER BY n DESC LIMIT 1").fetchone()
    n, prev = (last[0] + 1, last[1]) if last else (1, FIRST_LINK)
    texts = [change if isinstance(change, str) else _told(change) for change in changes]
    told = f"[{','.join(texts)}]"
    values = [n, at, actor, place, label, kind, ref, int(undoable), told, prev]
    connection.execute(
        f"INSERT INTO journal ({_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        [*values, link(values)],
    )
    return n


def _told(change: Change) -> str:
    """Return a change as JSON: rows without their hash, which is the hash of just this text."""
    after, before = _row_text(change.after), _row_text(change.before)
    return f'{{"a":{after},"b":{before},"id":{encode_basestring(change.id)},"t":"{change.table}"}}'


def told_new(table: str, ids: Iterable[str], texts: Iterable[str]) -> list[str]:
    """Return the changes that new rows are, as JSON; ``texts`` are the rows' canonical texts."""
    return [
        f'{{"a":{text},"b":null,"id":{encode_basestring(record_id)},"t":"{table}"}}'
        for record_id, text in zip(ids, texts, strict=True)
    ]


def _row_text(row: Row | None) -> str:
    if row is None:
        return "null"
    return canonical({name: value for name, value in row.items() if name != "h"})


def _with_hash(row: Row | None) -> Row | None:
    return None if row is None else {**row, "h": row_hash(row)}


def link(values: list[Any]) -> str:
    """Return the hash of an entry's values, which hold the hash of the entry before.

    It is the SHA-256 of their canonical text; the changes of a long import are some ten million
    letters, so these are taken block by block and never copied as a whole.
    """
    digest = hashlib.sha256(b"[")
    for number, value in enumerate(values):
        digest.update(b"," if number else b"")
        if not isinstance(value, str) or len(value) <= _BLOCK:
            digest.update(canonical(value).encode())
            continue
        digest.update(b'"')
        for start in range(0, len(value), _BLOCK):
            digest.update(encode_basestring(value[start : start + _BLOCK])[1:-1].encode())
        digest.update(b'"')
    digest.update(b"]")
    return digest.hexdigest()


def entry(connection: sqlite3.Connection, n: int) -> Entry:
    """Return entry ``n`` with its changes."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM journal WHERE n = ?", [n]).fetchone()
    at, actor, place, label_, kind, ref, undoable, told = row[1:9]
    changes = tuple(
        Change(item["t"], item["id"], _with_hash(item["b"]), _with_hash(item["a"]))
        for item in json.loads(told)
    )
    return Entry(n, at, actor, place, label_, kind, ref, bool(undoable), changes)


def stacks(connection: sqlite3.Connection, *, depth: int = 1000) -> tuple[list[int], list[int]]:
    """Return the numbers of the entries that can be undone and redone, the next one last.

    A new step empties the redo stack; a step that must not be undone (issuing a decision,
    sending a bundle) empties both.
    """
    rows = connection.execute(
        "SELECT n, kind, ref, undoable FROM journal ORDER BY n DESC LIMIT ?", [depth * 2]
    ).fetchall()
    undo: list[int] = []
    redo: list[int] = []
    for n, kind, ref, undoable in reversed(rows):
        if kind == "do":
            redo.clear()
            if undoable:
                undo.append(n)
            else:
                undo.clear()
        elif kind == "undo":
            if undo:
                undo.pop()
            redo.append(ref)
        else:
            if redo:
                redo.pop()
            undo.append(ref)
    return undo[-depth:], redo


def label(connection: sqlite3.Connection, n: int) -> str:
    """Return the words of entry ``n``."""
    return str(connection.execute("SELECT label FROM journal WHERE n = ?", [n]).fetchone()[0])


def broken_at(connection: sqlite3.Connection) -> int | None:
    """Return the number of the first entry that breaks the chain, or None where it is whole."""
    prev = FIRST_LINK
    expected = 1
    for row in connection.execute(f"SELECT {_COLUMNS} FROM journal ORDER BY n"):
        values = list(row[:10])
        if values[0] != expected or values[9] != prev or link(values) != row[10]:
            return int(values[0])
        prev = row[10]
        expected += 1
    return None


def standing(connection: sqlite3.Connection) -> dict[tuple[str, str], tuple[int, int]]:
    """Return the records that are there by what the journal tells: (table, id) to (epoch, rev)."""
    there: dict[tuple[str, str], tuple[int, int]] = {}
    for (told,) in connection.execute("SELECT changes FROM journal ORDER BY n"):
        for item in json.loads(told):
            after = item["a"]
            if after is None:
                there.pop((item["t"], item["id"]), None)
            else:
                there[item["t"], item["id"]] = (after["epoch"], after["rev"])
    return there


def head(connection: sqlite3.Connection) -> tuple[int, str]:
    """Return number and hash of the newest entry; bundles carry it as a witness."""
    row = connection.execute("SELECT n, h FROM journal ORDER BY n DESC LIMIT 1").fetchone()
    return (int(row[0]), str(row[1])) if row else (0, FIRST_LINK)


def last_at(connection: sqlite3.Connection) -> str:
    """Return when the newest entry was written (ISO date and time), empty before the first."""
    row = connection.execute("SELECT at FROM journal ORDER BY n DESC LIMIT 1").fetchone()
    return str(row[0]) if row else ""


def deletions(connection: sqlite3.Connection, limit: int = 1000) -> dict[tuple[str, str], Entry]:
    """Return the newest entry that deleted each record, by table and id."""
    numbers = connection.execute(
        "SELECT n FROM journal WHERE instr(changes, '\"deleted\":1') > 0 ORDER BY n DESC LIMIT ?",
        [limit],
    ).fetchall()
    found: dict[tuple[str, str], Entry] = {}
    for (n,) in numbers:
        step = entry(connection, n)
        for change in step.changes:
            if change.after is not None and change.after.get("deleted") == 1:
                found.setdefault((change.table, change.id), step)
    return found


def history(connection: sqlite3.Connection, record_id: str, limit: int = 50) -> list[Entry]:
    """Return the newest entries that touched one record."""
    numbers = connection.execute(
        "SELECT n FROM journal WHERE instr(changes, ?) > 0 ORDER BY n DESC LIMIT ?",
        [json.dumps(record_id), limit],
    ).fetchall()
    return [entry(connection, row[0]) for row in numbers]
