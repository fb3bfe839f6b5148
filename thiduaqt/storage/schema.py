"""The schema of the data file: made, upgraded after a verified backup, refused where newer."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Any

from thiduaqt.domain.errors import StoreError
from thiduaqt.storage import backup
from thiduaqt.storage.migrations import MIGRATIONS, SET_NAME

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


def upgrade(connection: sqlite3.Connection, path: Path, *, now: datetime) -> None:
    """Bring an older file to the newest schema, after a backup that was read back."""
    done = set(applied(connection))
    if all(name in done for name, _ in MIGRATIONS):
        return
    copy = backup.free_name(path, now=now, reason="truoc-nang-cap")
    backup.verified_copy(connection, copy)
    connection.execute("PRAGMA foreign_keys = OFF")
    _migrations().apply(_database(connection))
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken or not is_whole(connection):
        raise StoreError(
            "Nâng cấp tệp dữ liệu chưa xong.",
            todo=f"Mở bản sao lưu {copy.name} bằng phiên bản cũ và báo người hỗ trợ.",
            data="Bản sao lưu trước khi nâng cấp vẫn nguyên.",
            code="UPGRADE",
        )
    connection.execute("PRAGMA foreign_keys = ON")


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
