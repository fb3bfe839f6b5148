"""Evidence files: kept beside the data file under the hash of their content."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from thiduaqt import durable, paths
from thiduaqt.domain.errors import BadFile, StoreError

# One attachment, as exchange allows it (10 MiB).
MAX_BYTES = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that was taken in."""

    sha256: str
    size: int


def keep(data_file: Path, source: Path) -> Kept:
    """Copy ``source`` into the folder of attachments. Raises BadFile, StoreError."""
    try:
        size = source.stat().st_size
        if size > MAX_BYTES:
            raise BadFile(
                f"Tệp {source.name} lớn hơn 10 MB.",
                todo="Quét lại với độ phân giải thấp hơn, hoặc tách thành nhiều tệp.",
                code="TOO_BIG",
            )
        content = source.read_bytes()
    except OSError as fault:
        raise BadFile(
            f"Không đọc được tệp {source.name}.", todo="Kiểm tra tệp rồi gắn lại."
        ) from fault
    if not content:
        raise BadFile(f"Tệp {source.name} rỗng (0 byte).", todo="Chọn tệp khác.", code="EMPTY")
    digest = hashlib.sha256(content).hexdigest()
    _put(content, data_file, digest, source.name)
    return Kept(digest, size)


def _put(content: bytes, data_file: Path, digest: str, name: str) -> None:
    half_made: Path | None = None
    try:
        target = path_of(data_file, digest)
        if target.exists():
            return
        half_made = target.with_suffix(f".{os.getpid()}.dang-chep")
        with half_made.open("wb") as file:
            file.write(content)
        durable.put_in_place(half_made, target)
    except OSError as fault:
        if half_made is not None:
            with suppress(OSError):
                half_made.unlink(missing_ok=True)
        raise StoreError(
            f"Không chép được tệp {name} vào cạnh tệp dữ liệu.",
            todo="Xem ổ đĩa còn chỗ không và thư mục có ghi được không, rồi làm lại.",
            code="EVIDENCE_NOT_KEPT",
        ) from fault


def path_of(data_file: Path, digest: str) -> Path:
    """Return where the content with ``digest`` lies."""
    return paths.evidence(data_file) / digest


def is_whole(data_file: Path, digest: str) -> bool:
    """Tell whether the content is there and still has its hash."""
    path = path_of(data_file, digest)
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == digest
