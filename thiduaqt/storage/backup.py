"""Copies of the data file: made while it is open, proven whole, thinned out with care."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from thiduaqt import durable, paths
from thiduaqt.domain.errors import StoreError
from thiduaqt.storage import damage, journal
from thiduaqt.storage.faults import told

Reason = Literal["tay", "thoat", "truoc-nhap", "truoc-khoi-phuc", "truoc-nang-cap", "hong"]
REASONS: dict[str, str] = {
    "tay": "Sao lưu bằng tay",
    "thoat": "Tự sao lưu khi thoát",
    "truoc-nhap": "Trước khi nhập gói",
    "truoc-khoi-phuc": "Trước khi khôi phục",
    "truoc-nang-cap": "Trước khi nâng cấp",
    "hong": "Tệp hỏng được giữ lại",
}
SUFFIX = ".tdqdb"
KEEP_NEWEST, KEEP_DAYS, KEEP_WEEKS, KEEP_MONTHS, NEVER_BELOW = 10, 12, 10, 9, 5
_THINNED = ("tay", "thoat", "truoc-nhap")
"""The others are kept: each stands for something that cannot be made again."""

_SAMPLE = 20
"""One row in twenty is hashed in a fresh copy; ``check`` of the window hashes all."""

_STAMP = r"\d{8}-\d{6}"
_NAME = re.compile(
    rf"-(?:(?P<old>truoc-nang-cap)-)?(?P<at>{_STAMP})(?:-(?P<reason>[a-z-]+?))?"
    r"(?:-(?P<number>\d+))?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One copy: when (local time, from its name) and why it was made, its size in bytes."""

    path: Path
    at: datetime
    reason: str
    size: int

    @property
    def name(self) -> str:
        """The file name."""
        return self.path.name


def make(
    connection: sqlite3.Connection, data_file: Path, *, reason: Reason, now: datetime
) -> Backup:
    """Copy the open data file, prove the copy and thin out older ones.

    Raises StoreError where the copy cannot be written or does not read back whole; what was
    there before stays.
    """
    try:
        target = free_name(data_file, now=now, reason=reason)
        with told():
            verified_copy(connection, target)
        at = now.replace(tzinfo=None)
        made = Backup(path=target, at=at, reason=reason, size=target.stat().st_size)
        for old in to_delete(listed(data_file), proven=made):
            old.path.unlink(missing_ok=True)
    except OSError as fault:
        raise StoreError(
            "Chưa sao lưu được: không ghi được vào thư mục sao lưu.",
            todo="Kiểm tra ổ đĩa còn trống và thư mục cạnh tệp dữ liệu ghi được, rồi thử lại.",
            data="Dữ liệu đang dùng không thay đổi.",
            code="BACKUP",
        ) from fault
    return made


def listed(data_file: Path) -> list[Backup]:
    """Return the copies of a data file, newest first."""
    found = []
    for path in paths.backups(data_file).glob(f"*{SUFFIX}"):
        named = _NAME.search(path.stem)
        if named is None or not path.stem.startswith(data_file.stem):
            continue
        reason = named["old"] or named["reason"] or "tay"
        found.append(Backup(path=path, at=moment(path), reason=reason, size=path.stat().st_size))
    return sorted(found, key=lambda backup: (backup.at, backup.name), reverse=True)


def moment(path: Path) -> datetime:
    """Return when a copy was made: by its name, or by the file where the name does not tell."""
    named = _NAME.search(path.stem)
    if named is None:
        return datetime.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ006 - local time
    return datetime.strptime(named["at"], "%Y%m%d-%H%M%S")  # noqa: DTZ007 - local time


def to_delete(backups: Iterable[Backup], *, proven: Backup) -> list[Backup]:
    """Return the copies that may go: 10 newest, 12 days, 10 weeks and 9 months stay.

    Only what is older than ``proven``, a copy that has just been read back, may ever go, and
    never so much that fewer than five are left.
    """
    ordered = sorted(backups, key=lambda backup: (backup.at, backup.name), reverse=True)
    thinned = [backup for backup in ordered if backup.reason in _THINNED]
    keep = {backup.path for backup in thinned[:KEEP_NEWEST]}
    for period, places in (("%Y-%m-%d", KEEP_DAYS), ("%G-%V", KEEP_WEEKS), ("%Y-%m", KEEP_MONTHS)):
        newest: dict[str, Path] = {}
        for backup in thinned:
            newest.setdefault(backup.at.strftime(period), backup.path)
        keep.update(list(newest.values())[:places])
    going = [
        backup
        for backup in thinned
        if backup.path not in keep and backup.path != proven.path and backup.at <= proven.at
    ]
    spare = len(ordered) - NEVER_BELOW
    return going[-spare:] if spare > 0 else []


def verified_copy(connection: sqlite3.Connection, target: Path, *, every: int = _SAMPLE) -> None:
    """Copy the open file to ``target``; it gets its name only once it was proven whole.

    ``every`` n-th row is hashed; pages, links and the journal are always checked in full.
    """
    half_made = target.with_name(f"{target.name}.dang-chep")
    half_made.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(half_made)) as copy:
            connection.backup(copy)
            if not damage.check(copy, every=every).nothing:
                raise StoreError(
                    "Bản sao lưu vừa tạo không đọc lại được.",
                    todo="Chạy Kiểm tra dữ liệu, kiểm tra ổ đĩa, rồi sao lưu lại.",
                    data="Dữ liệu đang dùng không thay đổi.",
                    code="BACKUP",
                )
        durable.put_in_place(half_made, target)
    finally:
        half_made.unlink(missing_ok=True)


def raw_copy(data_file: Path, target: Path) -> None:
    """Copy a damaged file byte for byte, with a journal left behind, so that nothing is lost."""
    for ending in ("", "-journal"):
        source = data_file.with_name(data_file.name + ending)
        if source.exists():
            copy = target.with_name(target.name + ending)
            shutil.copyfile(source, copy)
            durable.sync(copy)


def put_in_place(source: Path, target: Path) -> None:
    """Give a prepared copy the name of the data file, durably; a left-over journal goes."""
    target.with_name(f"{target.name}-journal").unlink(missing_ok=True)
    durable.put_in_place(source, target)


def head_of(path: Path) -> str:
    """Return the hash of the newest journal entry of a copy, empty where it cannot be read."""
    try:
        with closing(_read_only(path)) as connection:
            return journal.head(connection)[1]
    except sqlite3.Error:
        return ""


def inspect(path: Path, report: Callable[[int, int], None] | None = None) -> damage.Damage:
    """Check every row of a copy without touching it."""
    with closing(_read_only(path)) as connection:
        return damage.check(connection, report=report)


def pour(source: Path, connection: sqlite3.Connection) -> None:
    """Replace the content of the open data file by that of ``source``: all of it or nothing.

    Other connections to the file see the new content at their next read.
    """
    with closing(_read_only(source)) as copy:
        copy.backup(connection)


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def free_name(data_file: Path, *, now: datetime, reason: Reason) -> Path:
    """Return a path for a copy that is not taken yet."""
    folder = paths.backups(data_file)
    base = f"{data_file.stem}-{now:%Y%m%d-%H%M%S}-{reason}"
    number, target = 1, folder / f"{base}{SUFFIX}"
    while target.exists():
        number += 1
        target = folder / f"{base}-{number}{SUFFIX}"
    return target
