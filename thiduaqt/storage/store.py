"""The data file: open, read, write in one transaction, undo and redo."""

from __future__ import annotations

import socket
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.errors import NotAllowed, NotFound, StoreError
from thiduaqt.storage import journal
from thiduaqt.storage.codec import R, codec
from thiduaqt.storage.faults import told
from thiduaqt.storage.ids import new_id
from thiduaqt.storage.schema import (
    APPLICATION_ID,
    make_schema,
    refuse_newer,
    refuse_older,
    upgrade,
)
from thiduaqt.storage.transaction import Transaction, row_of

_HEADER = b"SQLite format 3\x00"
_BUSY_MS = 5000
# Enough for a long import: where it does not fit, pages are written and synced again and again.
_CACHE_KIB = 64 * 1024


def now_here() -> datetime:
    """Return date and time on this computer, with its zone."""
    return datetime.now(UTC).astimezone()


class Store:
    """One open data file. A store belongs to the thread that opened it.

    ``clock`` and ``ids`` can be replaced, so that tests and samples are repeatable.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        *,
        clock: Callable[[], datetime] = now_here,
        ids: Callable[[], str] = new_id,
    ) -> None:
        self.path = path
        self.clock = clock
        self.new_id = ids
        self._connection = connection
        self._writing = False

    # -- opening -------------------------------------------------------------------------------

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        clock: Callable[[], datetime] = now_here,
        ids: Callable[[], str] = new_id,
    ) -> Store:
        """Create a new data file. Raises StoreError where one is there already.

        The file appears under its name only once it is whole.
        """
        if _is_there(path):
            raise StoreError(
                f"Đã có tệp {path.name} ở thư mục này.",
                todo="Chọn tên khác hoặc mở tệp đó.",
                code="EXISTS",
            )
        half_made = path.with_name(f"{path.name}.dang-tao")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            half_made.unlink(missing_ok=True)
        except OSError as fault:
            raise StoreError(
                f"Không ghi được vào thư mục {path.parent}.",
                todo="Chọn thư mục khác ghi được, hoặc đặt tên tệp ngắn hơn.",
                code="SQLITE_READONLY",
            ) from fault
        try:
            with told():
                make_schema(half_made, install_id=ids(), epoch_id=ids())
            half_made.replace(path)
        except OSError as fault:
            raise StoreError(
                f"Không tạo được tệp {path.name}.",
                todo="Chọn thư mục khác ghi được.",
                code="SQLITE_READONLY",
            ) from fault
        return cls.open(path, clock=clock, ids=ids)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        clock: Callable[[], datetime] = now_here,
        ids: Callable[[], str] = new_id,
    ) -> Store:
        """Open a data file; upgrade an older one after a verified backup.

        ``read_only`` gives a connection that cannot write even by mistake. Raises StoreError for
        a file that is missing, foreign, damaged or newer than this program.
        """
        _refuse_foreign(path)
        with told():
            connection = _connect(path)
            try:
                refuse_newer(connection)
                if read_only:
                    refuse_older(connection)
                else:
                    upgrade(connection, path, now=clock())
                connection.execute(f"PRAGMA query_only = {'ON' if read_only else 'OFF'}")
            except BaseException:
                connection.close()
                raise
        return cls(path, connection, clock=clock, ids=ids)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    # -- reading -------------------------------------------------------------------------------

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection, for the other modules of storage only."""
        return self._connection

    def find(self, kind: type[R], record_id: str | None) -> R | None:
        """Return a record, or None where it is not there (the recycle bin counts as there)."""
        if not record_id:
            return None
        with told():
            row = row_of(self._connection, codec(kind).table, record_id)
        return None if row is None else cast(R, codec(kind).record(row))

    def get(self, kind: type[R], record_id: str | None) -> R:
        """Return a record. Raises NotFound."""
        found = self.find(kind, record_id)
        if found is None:
            raise NotFound("Không thấy mục này trong dữ liệu.", todo="Tải lại danh sách.")
        return found

    def all(self, kind: type[R], /, *, deleted: bool = False, **equal: object) -> tuple[R, ...]:
        """Return the records of one kind, oldest first, whose columns equal ``equal``."""
        coder = codec(kind)
        unknown = set(equal) - set(coder.columns)
        if unknown:
            raise ValueError(f"no such column: {sorted(unknown)}")
        conditions = ["deleted = ?", *(f"{name} IS ?" for name in equal)]
        query = f"SELECT * FROM {coder.table} WHERE {' AND '.join(conditions)} ORDER BY rowid"
        return tuple(
            cast(R, coder.record(row)) for row in self.rows(query, [int(deleted), *equal.values()])
        )

    def count(self, kind: type[R], /, **equal: object) -> int:
        """Return how many records of one kind there are, the recycle bin left out."""
        conditions = ["deleted = 0", *(f"{name} IS ?" for name in equal)]
        table = codec(kind).table
        query = f"SELECT count(*) AS n FROM {table} WHERE {' AND '.join(conditions)}"
        return int(self.rows(query, list(equal.values()))[0]["n"])

    def rows(self, query: str, values: list[Any] | None = None) -> list[dict[str, Any]]:
        """Return the rows of a query; for the modules of storage only."""
        with told():
            cursor = self._connection.execute(query, values or [])
            names = [column[0] for column in cursor.description or []]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def meta(self, name: str) -> str:
        """Return what the file knows under ``name``, or an empty text."""
        found = self.rows("SELECT value FROM meta WHERE name = ?", [name])
        return str(found[0]["value"]) if found else ""

    @property
    def owner(self) -> str:
        """The unit id of the office whose file this is; empty before it is set up."""
        return self.meta("unit_id")

    # -- writing -------------------------------------------------------------------------------

    def set_meta(self, name: str, value: str) -> None:
        """Remember ``value`` under ``name``; not a record, so not in the journal."""
        with told(), self._exclusive():
            self._connection.execute(
                "INSERT INTO meta (name, value) VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                [name, value],
            )

    @contextmanager
    def transaction(
        self, label: str, *, actor: str, undoable: bool = True
    ) -> Iterator[Transaction]:
        """Write records together: all of them and one journal entry, or nothing.

        ``label`` names the step in words, as undo shows it ("Nhập 40 hồ sơ từ thon3.xlsx").
        After the block :meth:`last_changes` tells what was touched.
        """
        with told(), self._exclusive():
            writing = Transaction(self._connection, self.owner, int(self.meta("epoch") or 1))
            yield writing
            self._finish(writing, label=label, actor=actor, kind="do", ref=None, undoable=undoable)

    def note(self, label: str, *, actor: str) -> None:
        """Write a journal entry without changes; it cannot be undone, nor what came before it."""
        with told(), self._exclusive():
            journal.append(
                self._connection,
                at=self.clock().isoformat(timespec="seconds"),
                actor=actor,
                place=socket.gethostname()[:40],
                label=label,
                kind="do",
                ref=None,
                undoable=False,
                changes=[],
            )

    def last_changes(self) -> Changes:
        """Return what the last transaction of this store touched."""
        return self._last

    _last = Changes()

    def undo(self, *, actor: str) -> Changes:
        """Take the last step back. Raises NotAllowed where there is none."""
        done, _ = journal.stacks(self._connection)
        if not done:
            raise NotAllowed("Không có bước nào để hoàn tác.")
        return self._replay(done[-1], actor=actor, kind="undo")

    def redo(self, *, actor: str) -> Changes:
        """Do the last undone step again. Raises NotAllowed where there is none."""
        _, undone = journal.stacks(self._connection)
        if not undone:
            raise NotAllowed("Không có bước nào để làm lại.")
        return self._replay(undone[-1], actor=actor, kind="redo")

    def undo_labels(self) -> tuple[str | None, str | None]:
        """Return the words of the step to undo and of the step to redo."""
        with told():
            done, undone = journal.stacks(self._connection)
            return (
                journal.label(self._connection, done[-1]) if done else None,
                journal.label(self._connection, undone[-1]) if undone else None,
            )

    def _replay(self, n: int, *, actor: str, kind: str) -> Changes:
        with told(), self._exclusive():
            step = journal.entry(self._connection, n)
            writing = Transaction(self._connection, self.owner, int(self.meta("epoch") or 1))
            sent = int(self.meta("last_sent_entry") or 0)
            changes = step.changes
            if kind == "undo":
                changes = tuple(change.reversed() for change in reversed(changes))
            for change in changes:
                writing.restore_row(change, keep_version=step.n > sent)
            self._finish(writing, label=step.label, actor=actor, kind=kind, ref=n, undoable=True)
        return self._last

    def _finish(
        self,
        writing: Transaction,
        *,
        label: str,
        actor: str,
        kind: str,
        ref: int | None,
        undoable: bool,
    ) -> None:
        changes = writing.changes
        entry = 0
        if changes or kind != "do":
            entry = journal.append(
                self._connection,
                at=self.clock().isoformat(timespec="seconds"),
                actor=actor,
                place=socket.gethostname()[:40],
                label=label,
                kind=kind,
                ref=ref,
                undoable=undoable,
                changes=changes.values(),
            )
        self._last = Changes(
            families=frozenset(table for table, _ in changes),
            label=label,
            entry=entry,
            count=len(changes),
        )

    @contextmanager
    def _exclusive(self) -> Iterator[None]:
        if self._writing:
            raise RuntimeError("a transaction is already open; pass it on instead")
        self._writing = True
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
        finally:
            self._writing = False


def _is_there(path: Path) -> bool:
    """Tell whether there is anything under a name; a name too long to exist is not there."""
    try:
        return path.exists()
    except OSError:
        return False


def _refuse_foreign(path: Path) -> None:
    if not _is_there(path) or not path.is_file():
        raise StoreError(
            f"Không thấy tệp dữ liệu {path.name}.",
            todo="Kiểm tra lại tên và thư mục, hoặc cắm lại USB.",
            code="SQLITE_CANTOPEN",
        )
    try:
        with path.open("rb") as file:
            first = file.read(100)
    except OSError as fault:
        raise StoreError(
            f"Không đọc được tệp {path.name}.",
            todo="Kiểm tra quyền đọc tệp, rồi thử lại.",
            code="SQLITE_CANTOPEN",
        ) from fault
    if not first:
        raise StoreError(
            f"Tệp {path.name} rỗng (0 byte).",
            todo="Có thể USB bị rút sớm: chép lại tệp, hoặc khôi phục bản sao lưu.",
            data="Tệp không bị thay đổi.",
            code="EMPTY",
        )
    if first[:16] != _HEADER or int.from_bytes(first[68:72], "big") != APPLICATION_ID:
        raise StoreError(
            f"{path.name} không phải tệp dữ liệu của ThiDuaQt.",
            todo="Chọn tệp có đuôi .tdqdb.",
            data="Tệp không bị thay đổi.",
            code="SQLITE_NOTADB",
        )


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=_BUSY_MS / 1000)
    for pragma in (
        "foreign_keys = ON",
        "journal_mode = DELETE",
        "synchronous = FULL",
        f"cache_size = -{_CACHE_KIB}",
        "trusted_schema = OFF",
        "cell_size_check = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection
