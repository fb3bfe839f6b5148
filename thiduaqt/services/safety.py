"""Safety of the data: backups, restoring, checking."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from thiduaqt import paths
from thiduaqt.domain.changes import Changes
from thiduaqt.domain.errors import NotAllowed, StoreError
from thiduaqt.domain.records import RECORDS, Evidence
from thiduaqt.domain.travel import FAMILIES
from thiduaqt.services.session import Session
from thiduaqt.storage import attachments, damage, journal
from thiduaqt.storage import backup as copies
from thiduaqt.storage.backup import Backup, Reason
from thiduaqt.storage.codec import table_of
from thiduaqt.storage.faults import told
from thiduaqt.storage.ids import new_id
from thiduaqt.storage.store import Store, now_here

__all__ = ["Backup"]

Progress = Callable[[int, int], None]
_UNKNOWN_EPOCHS = 100
# What the records are called that never leave the office; the others have their word in FAMILIES.
_AT_HOME = {
    "office": "Đơn vị của tôi",
    "team_member": "Thành viên tổ",
    "standing_flag": "Việc đang xem xét",
    "evidence": "Tệp minh chứng",
    "council_member": "Thành viên Hội đồng",
    "council_session": "Phiên họp",
    "vote": "Kết quả phiếu",
    "made_document": "Văn bản đã tạo",
    "print_log": "Sổ in",
    "calibration": "Căn chỉnh máy in",
    "waiting_row": "Dòng chờ sửa",
    "bundle_log": "Gói dữ liệu",
    "score_sheet": "Phiếu chấm điểm",
    "criteria_edition": "Bộ tiêu chí đã thay",
    "registration": "Đăng ký thi đua",
    "measurement": "Số liệu chỉ tiêu",
    "block": "Cụm, khối thi đua",
    "seen_finding": "Nội dung rà soát đã xem",
}


class _HasClockAndIds(Protocol):
    """What gives times and ids: a store, or a stand-in where none can be opened."""

    @property
    def clock(self) -> Callable[[], datetime]: ...

    @property
    def new_id(self) -> Callable[[], str]: ...


@dataclass(frozen=True, slots=True)
class _Maker:
    clock: Callable[[], datetime]
    new_id: Callable[[], str]


_RESTORED_WORDS = "Khôi phục bản sao lưu ngày {at:%d/%m/%Y %H:%M}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One part of a check: what was looked at, whether it is in order, what was found."""

    title: str
    ok: bool
    sentence: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The check of a data file in words."""

    findings: tuple[Finding, ...]
    at: str

    @property
    def ok(self) -> bool:
        """Tell whether everything is in order."""
        return all(finding.ok for finding in self.findings)

    @property
    def sentence(self) -> str:
        """The outcome in one sentence, with what to do."""
        if self.ok:
            return "Dữ liệu nguyên vẹn. Không cần làm gì."
        return (
            "Dữ liệu có chỗ hỏng. Ngừng nhập liệu và khôi phục bản sao lưu gần nhất, "
            "hoặc gửi tệp cho người hỗ trợ."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A backup brought back; ``kept`` is the copy of what was there before."""

    kept: Path
    changes: Changes


# -- backups -----------------------------------------------------------------------------------


def backup(session: Session, reason: Reason = "tay") -> Backup:
    """Make a backup now and thin out older ones. Raises StoreError; older ones then stay."""
    return copies.make(
        session.store.connection, session.path, reason=reason, now=session.store.clock()
    )


def backup_at_exit(session: Session) -> Backup | None:
    """Make a backup unless nothing was written since the newest one."""
    newest = next(iter(list_backups(session)), None)
    head = journal.head(session.store.connection)[1]
    if newest is not None and copies.head_of(newest.path) == head:
        return None
    return backup(session, "thoat")


def list_backups(session: Session) -> list[Backup]:
    """Return the backups of this data file, newest first."""
    return copies.listed(session.path)


def backup_at(path: Path) -> Backup:
    """Return what a file the officer has chosen would be as a backup. Raises StoreError."""
    try:
        size = path.stat().st_size
        return Backup(path=path, at=copies.moment(path), reason="", size=size)
    except OSError as fault:
        raise _cannot_restore() from fault


def reason_words(made: Backup) -> str:
    """Return why a backup was made, in words."""
    return copies.REASONS.get(made.reason, "Bản sao lưu")


def days_without_backup(session: Session) -> int | None:
    """Return how many days old the newest backup is, None where there is none."""
    newest = next(iter(list_backups(session)), None)
    if newest is None:
        return None
    return max(0, (session.today() - newest.at.date()).days)


def restore(session: Session, path: Path, report: Progress | None = None) -> Restored:
    """Bring the data back to a backup; what is there now is kept as ``…-truoc-khoi-phuc``.

    The backup is checked first. The data gets a new epoch, so that upper levels see the change
    and nothing is overwritten in silence. Raises StoreError and leaves everything as it was.
    """
    owner = _check_backup(path, report)
    if session.store.owner and owner and owner != session.store.owner:
        raise NotAllowed(
            f"Bản sao lưu {path.name} là của đơn vị khác.",
            todo="Chọn bản sao lưu của đơn vị mình.",
        )
    kept = _keep_current(session)
    epoch = _epoch(session.store)
    with (
        _prepared(path, session.path, session.store, actor=session.actor, above=epoch) as made,
        told(),
    ):
        copies.pour(made, session.store.connection)
    entry, _ = journal.head(session.store.connection)
    changes = Changes(
        families=frozenset(table_of(kind) for kind in RECORDS),
        label=_RESTORED_WORDS.format(at=copies.moment(path)),
        entry=entry,
        count=1,
    )
    return Restored(kept=kept, changes=changes)


def restore_unopened(
    data_file: Path,
    path: Path,
    *,
    actor: str,
    clock: Callable[[], datetime] = now_here,
    ids: Callable[[], str] = new_id,
) -> Path:
    """Put a backup in the place of a data file that can no longer be opened.

    Returns where the damaged file is kept, byte for byte. Raises StoreError; the damaged file
    then stays where it is.
    """
    _check_backup(path, None)
    kept = copies.free_name(data_file, now=clock(), reason="hong")
    maker = _Maker(clock, ids)
    try:
        # The damaged file cannot tell its epoch; no office restores a hundred times.
        with _prepared(path, data_file, maker, actor=actor, above=_UNKNOWN_EPOCHS) as made:
            if data_file.exists():
                copies.raw_copy(data_file, kept)
            copies.put_in_place(made, data_file)
    except OSError as fault:
        raise _cannot_restore() from fault
    return kept


@contextmanager
def _prepared(
    path: Path, data_file: Path, maker: _HasClockAndIds, *, actor: str, above: int
) -> Iterator[Path]:
    """Yield a copy of a backup that has an epoch nobody has seen and says where it comes from."""
    with tempfile.TemporaryDirectory(
        prefix="khoi-phuc-", dir=paths.backups(data_file), ignore_cleanup_errors=True
    ) as folder:
        made = Path(folder) / data_file.name
        try:
            shutil.copyfile(path, made)
        except OSError as fault:
            raise _cannot_restore() from fault
        store = Store.open(made, clock=maker.clock, ids=maker.new_id)
        try:
            store.set_meta("epoch", str(max(above, _epoch(store)) + 1))
            store.set_meta("epoch_id", maker.new_id())
            store.note(_RESTORED_WORDS.format(at=copies.moment(path)), actor=actor)
        finally:
            store.close()
        yield made


def _cannot_restore() -> StoreError:
    return StoreError(
        "Chưa khôi phục được: không đọc được bản sao lưu hoặc ổ đĩa đầy.",
        todo="Kiểm tra ổ đĩa rồi thử lại.",
        data="Dữ liệu đang dùng không thay đổi.",
        code="RESTORE",
    )


def _check_backup(path: Path, report: Progress | None) -> str:
    """Return whose backup it is. Raises StoreError for one that is damaged or too new."""
    try:
        with told():
            other = Store.open(path, read_only=True)
            other.close()
            found = copies.inspect(path, report)
    except OSError as fault:
        raise _cannot_restore() from fault
    if not found.nothing:
        raise StoreError(
            f"Bản sao lưu {path.name} có chỗ hỏng nên không dùng được.",
            todo="Chọn bản sao lưu khác.",
            data="Dữ liệu đang dùng không thay đổi.",
            code="BACKUP",
        )
    other = Store.open(path, read_only=True)
    try:
        return other.owner
    finally:
        other.close()


def _keep_current(session: Session) -> Path:
    """Copy what is there now; a damaged file is kept byte for byte."""
    now = session.store.clock()
    target = copies.free_name(session.path, now=now, reason="truoc-khoi-phuc")
    try:
        with told():
            copies.verified_copy(session.store.connection, target, every=1)
    except StoreError:
        target = copies.free_name(session.path, now=now, reason="hong")
        try:
            copies.raw_copy(session.path, target)
        except OSError as fault:
            raise _cannot_restore() from fault
    except OSError as fault:
        raise _cannot_restore() from fault
    return target


def _epoch(store: Store) -> int:
    try:
        return int(store.meta("epoch") or 1)
    except (StoreError, ValueError):
        return 1


# -- checking ----------------------------------------------------------------------------------


def verify(session: Session, report: Progress | None = None) -> Report:
    """Check everything: pages, every row, links, the journal, evidence files.

    ``report(seen, total)`` tells the progress and may raise to stop; nothing is changed.
    """
    found = damage.check(session.store.connection, report=report)
    findings = [_of_pages(found)]
    if not found.pages:
        findings += [_of_rows(found), _of_links(found), _of_journal(found), _of_evidence(session)]
    return Report(findings=tuple(findings), at=session.now())


def _of_pages(found: damage.Damage) -> Finding:
    return Finding(
        title="Cấu trúc tệp",
        ok=not found.pages,
        sentence="Đọc được mọi trang của tệp." if not found.pages else "Có trang dữ liệu bị hỏng.",
        details=found.pages,
    )


def _of_rows(found: damage.Damage) -> Finding:
    bad = len(found.rows)
    return Finding(
        title="Nội dung từng mục",
        ok=not bad,
        sentence=f"{_number(found.rows_seen)} mục khớp mã kiểm."
        if not bad
        else f"{_number(bad)} mục bị đổi ngoài phần mềm hoặc hỏng.",
        details=tuple(_named(table, record_id) for table, record_id in found.rows[:50]),
    )


def _named(table: str, record_id: str) -> str:
    """Return what a damaged record is, in words; its id is all that can be trusted of it."""
    family = FAMILIES.get(table)
    word = family.word if family else _AT_HOME.get(table, "Mục khác")
    return f"{word} {record_id}"


def _of_links(found: damage.Damage) -> Finding:
    return Finding(
        title="Liên kết giữa các mục",
        ok=not found.links,
        sentence="Mục nào cũng gắn với mục có thật."
        if not found.links
        else f"{_number(len(found.links))} mục gắn với mục không còn.",
        details=tuple(f"{_named(table, '').strip()} → {gone}" for table, gone in found.links[:50]),
    )


def _of_journal(found: damage.Damage) -> Finding:
    whole = found.journal_entry is None
    if whole and found.astray:
        return Finding(
            title="Nhật ký",
            ok=False,
            sentence=f"{_number(len(found.astray))} mục bị thêm, xóa, đổi ngoài nhật ký.",
            details=tuple(_named(table, record_id) for table, record_id in found.astray[:50]),
        )
    return Finding(
        title="Nhật ký",
        ok=whole,
        sentence=f"{_number(found.entries_seen)} bước nối liền nhau, không bước nào bị sửa."
        if whole
        else f"Nhật ký bị sửa hoặc thiếu từ bước {found.journal_entry}.",
    )


def _of_evidence(session: Session) -> Finding:
    wanted = {item.sha256: item.name for item in session.store.all(Evidence)}
    bad = [name for sha256, name in wanted.items() if not _is_there(session, sha256)]
    return Finding(
        title="Tệp minh chứng",
        ok=not bad,
        sentence=_evidence_words(len(wanted), len(bad)),
        details=tuple(bad[:50]),
    )


def _evidence_words(wanted: int, bad: int) -> str:
    if bad:
        return f"{_number(bad)} tệp bị thiếu hoặc bị đổi."
    if not wanted:
        return "Chưa có tệp minh chứng nào."
    return f"{_number(wanted)} tệp còn đủ và đúng nội dung."


def _is_there(session: Session, sha256: str) -> bool:
    try:
        with attachments.path_of(session.path, sha256).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return False


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
