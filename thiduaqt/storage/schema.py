"""The schema of the data file: made, upgraded after a verified backup, refused where newer."""

from __future__ import annotations

import socket
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from thiduaqt.domain.errors import StoreError
from thiduaqt.domain.records import RECORDS
from thiduaqt.storage import backup, journal
from thiduaqt.storage.codec import table_of
from thiduaqt.storage.journal import Change
from thiduaqt.storage.migrations import MIGRATIONS, SET_NAME
from thiduaqt.storage.transaction import row_of

APPLICATION_ID = 0x54445154  # "TDQT"


def make_schema(path: Path, *, install_id: str, epoch_id: str) -> None:
    """Create an empty data file at ``path`` with the newest schema."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA synchronous = FULL")
        _migrations().apply(_database(connection))
        connection.executemany(
            "INSERT INTO meta (name, value) VALUES (?, ?)",
            [("install_id", install_id), ("epoch", "1"), ("epoch_id", epoch_id)],
        )
    finally:
        connection.close()


def applied(connection: sqlite3.Connection) -> list[str]:
    """Return the names of the migrations this file has seen, oldest first."""
    known = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_sqlite_migrations'"
    ).fetchone()
    if not known:
        return []
    rows = connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id", [SET_NAME]
    )
    return [str(row[0]) for row in rows]


def refuse_newer(connection: sqlite3.Connection) -> None:
    """Raise StoreError where the file was written by a newer program."""
    ours = {name for name, _ in MIGRATIONS}
    if not set(applied(connection)) <= ours:
        raise StoreError(
            "Tệp dữ liệu này được tạo bằng phiên bản ThiDuaQt mới hơn.",
            todo="Cập nhật phần mềm trên máy này rồi mở lại.",
            data="Tệp không bị thay đổi.",
            code="TOO_NEW",
        )


def refuse_older(connection: sqlite3.Connection) -> None:
    """Raise StoreError where the file has to be upgraded before it can be read."""
    done = set(applied(connection))
    if not all(name in done for name, _ in MIGRATIONS):
        raise StoreError(
            "Tệp dữ liệu này thuộc phiên bản cũ và đang ở chế độ chỉ đọc.",
            todo="Chép tệp vào thư mục ghi được rồi mở bằng ThiDuaQt để nâng cấp.",
            data="Tệp không bị thay đổi.",
            code="TOO_OLD",
        )


def upgrade(connection: sqlite3.Connection, path: Path, *, now: datetime) -> None:
    """Bring an older file to the newest schema, after a backup that was read back."""
    done = set(applied(connection))
    if all(name in done for name, _ in MIGRATIONS):
        return
    copy = backup.free_name(path, now=now, reason="truoc-nang-cap")
    backup.verified_copy(connection, copy)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        _migrations().apply(_database(connection))
        _tell(connection, copy, now=now)
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        if broken or not is_whole(connection):
            raise StoreError(
                "Không nâng cấp được tệp dữ liệu.",
                todo="Mở tệp này bằng phiên bản cũ và báo người hỗ trợ.",
                data=f"Tệp không bị thay đổi; còn bản sao lưu {copy.name}.",
                code="UPGRADE",
            )
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("PRAGMA foreign_keys = ON")


def _tell(connection: sqlite3.Connection, copy: Path, *, now: datetime) -> None:
    """Write what the upgrade changed into the journal, as a step nothing is undone across."""
    old = sqlite3.connect(f"{copy.resolve().as_uri()}?mode=ro", uri=True)
    try:
        journal.append(
            connection,
            at=now.isoformat(timespec="seconds"),
            actor="ThiDuaQt",
            place=socket.gethostname()[:40],
            label="Nâng cấp tệp dữ liệu",
            kind="do",
            ref=None,
            undoable=False,
            changes=list(_changed(connection, old)),
        )
    finally:
        old.close()


def _changed(connection: sqlite3.Connection, old: sqlite3.Connection) -> Iterator[Change]:
    for kind in RECORDS:
        table = table_of(kind)
        before = _hashes(old, table)
        for record_id, content in _hashes(connection, table).items():
            if before.get(record_id) != content:
                was = row_of(old, table, record_id) if record_id in before else None
                yield Change(table, record_id, was, row_of(connection, table, record_id))


def _hashes(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """Return the hash of each row by id; nothing where an older file has no such table."""
    there = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", [table]
    ).fetchone()
    return dict(connection.execute(f"SELECT id, h FROM {table}").fetchall()) if there else {}


def is_whole(connection: sqlite3.Connection) -> bool:
    """Tell whether SQLite's own integrity check finds nothing."""
    return bool(connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok")


def _migrations() -> Any:  # noqa: ANN401 - sqlite-utils is untyped
    from sqlite_utils import Migrations  # noqa: PLC0415 - slow, needed only to change a schema

    steps = Migrations(SET_NAME)
    for name, step in MIGRATIONS:
        steps(name=name)(step)
    return steps


def _database(connection: sqlite3.Connection) -> Any:  # noqa: ANN401 - sqlite-utils is untyped
    from sqlite_utils import Database  # noqa: PLC0415 - slow, needed only to change a schema

    return Database(connection, execute_plugins=False)
