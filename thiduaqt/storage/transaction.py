"""One transaction: records put and removed together, written with one journal entry."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import repeat
from typing import Any, cast

from thiduaqt.domain.errors import NotAllowed, NotFound
from thiduaqt.domain.records import Record
from thiduaqt.storage.codec import R, Row, codec, row_hash, table_of
from thiduaqt.storage.journal import Change, told_new


def row_of(connection: sqlite3.Connection, table: str, record_id: str) -> Row | None:
    """Return one row as a dict, or None."""
    cursor = connection.execute(f"SELECT * FROM {table} WHERE id = ?", [record_id])
    found = cursor.fetchone()
    if found is None:
        return None
    return dict(zip([column[0] for column in cursor.description], found, strict=True))


def write_row(connection: sqlite3.Connection, table: str, row: Row) -> None:
    """Insert a row or replace the one with its id."""
    names = list(row)
    updates = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
    connection.execute(
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))}) "
        f"ON CONFLICT (id) DO UPDATE SET {updates}",
        list(row.values()),
    )


@dataclass(slots=True)
class Transaction:
    """What is being written. Made by :meth:`Store.transaction`, never by hand.

    ``changes`` holds what is to be told by table and id; a row put in bulk as its text already.
    """

    connection: sqlite3.Connection
    owner: str
    epoch: int
    changes: dict[tuple[str, str], Change | str] = field(default_factory=dict)

    def get(self, kind: type[R], record_id: str | None) -> R:
        """Return a record as it stands inside this transaction. Raises NotFound."""
        row = row_of(self.connection, table_of(kind), record_id or "")
        if row is None:
            raise NotFound("Không thấy mục này trong dữ liệu.", todo="Tải lại danh sách.")
        return cast(R, codec(kind).record(row))

    def put(self, record: R) -> R:
        """Store a record of our own and return it with its new rev.

        Nothing is written where nothing differs, so saving twice leaves no trace. Raises
        NotAllowed for a record of another office: nobody edits what somebody else sent.
        """
        kind = type(record)
        before = row_of(self.connection, table_of(kind), record.id)
        if before is not None:
            if before["origin"] not in ("", self.owner):
                raise NotAllowed(
                    "Mục này do đơn vị khác gửi đến nên chỉ xem được.",
                    todo="Đề nghị đơn vị gửi sửa và gửi lại gói dữ liệu.",
                )
            record = replace(
                record, origin=before["origin"], epoch=before["epoch"], rev=before["rev"]
            )
            if codec(kind).row(record)["h"] == before["h"]:
                return record
            record = replace(record, rev=record.rev + 1, epoch=self.epoch)
        else:
            record = replace(record, origin=record.origin or self.owner, epoch=self.epoch, rev=1)
        self._write(kind, record, before)
        return record

    def put_new(self, records: Iterable[R]) -> None:
        """Store many new records of one kind at once (imports)."""
        new = list(records)
        if not new:
            return
        coder = codec(type(new[0]))
        stamps: dict[str, list[Any]] = {
            "origin": [record.origin or self.owner for record in new],
            "epoch": [self.epoch] * len(new),
            "rev": [1] * len(new),
        }
        rows, texts = coder.many(new, stamps)
        names = coder.row_columns
        self.connection.executemany(
            f"INSERT INTO {coder.table} ({', '.join(names)}) "
            f"VALUES ({', '.join('?' * len(names))})",
            rows,
        )
        ids = [record.id for record in new]
        told = told_new(coder.table, ids, texts)
        self.changes.update(zip(zip(repeat(coder.table), ids, strict=False), told, strict=True))

    def put_foreign(self, record: Record) -> None:
        """Store a record of another office exactly as it came: origin, epoch and rev are theirs."""
        kind = type(record)
        before = row_of(self.connection, table_of(kind), record.id)
        self._write(kind, record, before)

    def remove(self, record: R) -> R:
        """Put a record into the recycle bin."""
        return self.put(replace(record, deleted=True))

    def restore_row(self, change: Change, *, keep_version: bool) -> None:
        """Bring a row to ``change.after`` (undo and redo).

        ``keep_version`` False is for records another office may already hold: their rev goes on
        counting, and a created one becomes deleted instead of vanishing.
        """
        current = row_of(self.connection, change.table, change.id)
        target = dict(change.after) if change.after is not None else None
        if not keep_version and current is not None:
            target = dict(target) if target is not None else {**current, "deleted": 1}
            target["rev"] = current["rev"] + 1
            target["h"] = row_hash(target)
        if target is None:
            self.connection.execute(f"DELETE FROM {change.table} WHERE id = ?", [change.id])
        else:
            write_row(self.connection, change.table, target)
        self._note(Change(change.table, change.id, current, target))

    def _write(self, kind: type[Record], record: Record, before: Row | None) -> None:
        table = table_of(kind)
        row = codec(kind).row(record)
        write_row(self.connection, table, row)
        self._note(Change(table, record.id, before, row))

    def _note(self, change: Change) -> None:
        key = (change.table, change.id)
        earlier = self.changes.get(key)
        if earlier is not None:
            before = None if isinstance(earlier, str) else earlier.before
            change = Change(change.table, change.id, before, change.after)
        if change.before == change.after:
            self.changes.pop(key, None)
        else:
            self.changes[key] = change
