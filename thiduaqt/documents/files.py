"""Puts finished files on disk: whole or not at all, and never over what somebody has edited."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from thiduaqt import durable
from thiduaqt.domain.errors import UserError
from thiduaqt.domain.text import clean

# Windows refuses these signs and names; the same rule everywhere keeps folders portable.
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[1-9]|lpt[1-9])", re.IGNORECASE)
_NAME_MAX = 120
_NAME_MAX_BYTES = 230


class WriteFailed(UserError):
    """A file could not be written; nothing that was there has changed."""

    code = "WRITE_FAILED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What became of a file. ``kept_old``: an edited one stayed, ``path`` is the new one beside it.

    ``sha256`` is to be remembered and handed back as ``known_hash`` the next time.
    """

    path: Path
    sha256: str
    kept_old: bool = False


def content_hash(content: bytes) -> str:
    """Return the SHA-256 of ``content`` in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def file_hash(path: Path) -> str | None:
    """Return the SHA-256 of a file, or None where there is none.

    Raises OSError, also for a folder, a pipe or a device: those may never come to an end.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise OSError(errno.EINVAL, "not a plain file")
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def file_name(title: str, suffix: str, *, ascii_only: bool = False) -> str:
    """Return a file name for ``title`` that every system takes, ``suffix`` (".docx") included.

    ``ascii_only`` drops the Vietnamese marks, for old programs and memory sticks.
    """
    text = clean(title)
    if ascii_only:
        bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
        text = bare.encode("ascii", "ignore").decode("ascii")
    text = _NOT_IN_NAMES.sub("-", text)[: _NAME_MAX - len(suffix)]
    while len(text.encode()) + len(suffix) > _NAME_MAX_BYTES:
        text = text[:-1]
    text = text.strip(" .") or "Van ban"
    if _RESERVED.fullmatch(text.partition(".")[0]):
        text = f"_{text}"
    return text + suffix


def write_document(path: Path, content: bytes, known_hash: str | None) -> Written:
    """Write ``content`` to ``path``, or beside it where the file there is not ours any more.

    ``known_hash`` is the hash of what was written there last (None: never). A file with another
    hash was edited by hand or is somebody else's: it stays, and the new one is named
    "… (2)". Raises :class:`WriteFailed` where the folder or the file cannot be written.
    """
    try:
        return _write_document(path, content, known_hash)
    except OSError as error:
        raise WriteFailed(
            f"Không ghi được tệp “{path.name}”: {_reason(error)}.",
            todo="Đóng tệp nếu đang mở, kiểm tra thư mục và dung lượng đĩa rồi làm lại.",
            data="Tệp cũ và dữ liệu không thay đổi.",
        ) from error


def _write_document(path: Path, content: bytes, known_hash: str | None) -> Written:
    wanted = content_hash(content)
    found = file_hash(path)
    if found == wanted:
        return Written(path=path, sha256=wanted)
    foreign = found is not None and found != known_hash
    target = _free_name(path) if foreign else path
    target.parent.mkdir(parents=True, exist_ok=True)
    _write_whole(target, content, wanted)
    return Written(path=target, sha256=wanted, kept_old=foreign)


def _free_name(path: Path) -> Path:
    number = 2
    while (beside := path.with_name(f"{path.stem} ({number}){path.suffix}")).exists():
        number += 1
    return beside


def _write_whole(path: Path, content: bytes, wanted: str) -> None:
    """Write to a temporary file in the same folder, check it, then put it in place at once."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".~", suffix=".tmp")
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if file_hash(fresh) != wanted:
            raise OSError("the file read back differs from what was written")
        fresh.chmod(0o644)
        durable.put_in_place(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "không có quyền ghi hoặc tệp đang mở trong chương trình khác"
    if isinstance(error, FileExistsError | NotADirectoryError):
        return "đường dẫn không phải là thư mục"
    if error.errno == errno.EINVAL:
        return "nơi ghi không phải một tệp"
    return "ổ đĩa đầy hoặc không dùng được"
