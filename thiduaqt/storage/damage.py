"""Finding damage early: SQLite sees broken pages, row hashes see text that changed inside rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from thiduaqt.domain.records import RECORDS
from thiduaqt.storage import journal
from thiduaqt.storage.codec import row_hash, table_of

_STEP = 2_000


@dataclass(frozen=True, slots=True)
class Damage:
    """What a check of a data file found; everything empty means: nothing wrong was seen."""

    pages: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    journal_entry: int | None = None
    astray: tuple[tuple[str, str], ...] = ()
    """Records that are there, missing or newer against what the journal tells (table, id)."""
    rows_seen: int = 0
    entries_seen: int = 0

    @property
    def nothing(self) -> bool:
        """Tell whether nothing was found."""
        found = self.pages or self.rows or self.links or self.astray
        return not found and self.journal_entry is None


def check(
    connection: sqlite3.Connection,
    *,
    every: int = 1,
    report: Callable[[int, int], None] | None = None,
) -> Damage:
    """Check pages, rows, links between records and the journal.

    ``every`` looks at each n-th row only (a sample); ``report(seen, total)`` tells the progress
    and may raise to stop. A page that cannot be read ends the check with what was found.
    """
    pages = broken_pages(connection)
    if pages:
        return Damage(pages=pages)
    try:
        rows, seen = _bad_rows(connection, every=every, report=report)
        broken_at = journal.broken_at(connection)
        return Damage(
            rows=rows,
            rows_seen=seen,
            links=_broken_links(connection),
            journal_entry=broken_at,
            astray=_astray(connection) if every == 1 and broken_at is None else (),
            entries_seen=journal.head(connection)[0],
        )
    except sqlite3.DatabaseError as fault:
        return Damage(pages=(str(fault),))


def broken_pages(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return what SQLite's integrity check says, empty where it is content."""
    try:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
    except sqlite3.DatabaseError as fault:
        return (str(fault),)
    return () if found == ["ok"] else tuple(found)


def _bad_rows(
    connection: sqlite3.Connection,
    *,
    every: int,
    report: Callable[[int, int], None] | None,
) -> tuple[tuple[tuple[str, str], ...], int]:
    """Return (table, id) of rows whose content does not give their hash, and how many were seen."""
    tables = _tables(connection)
    total = sum(_count(connection, table) for table in tables) // every
    bad: list[tuple[str, str]] = []
    seen = 0
    for table in tables:
        cursor = connection.execute(f"SELECT * FROM {table} WHERE rowid % ? = 0", [every])
        names = [column[0] for column in cursor.description]
        for values in cursor:
            row = dict(zip(names, values, strict=True))
            seen += 1
            if row_hash(row) != row["h"]:
                bad.append((table, str(row["id"])))
            if report is not None and seen % _STEP == 0:
                report(seen, total)
    return tuple(bad), seen


def _astray(connection: sqlite3.Connection) -> tuple[tuple[str, str], ...]:
    """Return what was put in, taken out or put back behind the program's back."""
    told = journal.standing(connection)
    there = {
        (table, str(row[0])): (row[1], row[2])
        for table in _tables(connection)
        for row in connection.execute(f"SELECT id, epoch, rev FROM {table}")
    }
    return tuple(
        sorted(key for key in told.keys() | there.keys() if told.get(key) != there.get(key))
    )


def _tables(connection: sqlite3.Connection) -> list[str]:
    """Return the tables of records this file has; one of an older version has fewer."""
    there = {
        str(row[0])
        for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    return [table_of(kind) for kind in RECORDS if table_of(kind) in there]


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _broken_links(connection: sqlite3.Connection) -> tuple[tuple[str, str], ...]:
    """Return (table, missing table) of records that name one that is not there."""
    found = connection.execute("PRAGMA foreign_key_check").fetchall()
    return tuple((str(row[0]), str(row[2])) for row in found)
