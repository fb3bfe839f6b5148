"""Write a file so that under its name there is only ever the old one or the whole new one."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from thiduaqt import durable
from thiduaqt.domain.errors import StoreError

_DATABASE = b"SQLite format 3\x00"


def write_checked(path: Path, data: bytes, check: Callable[[Path], None]) -> None:
    """Write ``data`` beside ``path``, read it back with ``check``, then give it its name.

    ``check`` raises where the written file is not what it should be. Raises StoreError with a
    sentence where the place is full, read-only or gone; an older file then stays as it was.
    """
    refuse_data_file(path)
    if not path.name:
        raise StoreError("Chưa ghi tên tệp.", todo="Ghi tên tệp rồi làm lại.", code="E_NO_NAME")
    half_made = path.with_name(f"{path.name}.dang-ghi")
    try:
        try:
            with half_made.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if half_made.read_bytes() != data:
                raise OSError(errno.EIO, "the file reads back differently")
            check(half_made)
            durable.put_in_place(half_made, path)
        except OSError as fault:
            raise as_store_error(fault, path) from fault
    finally:
        with suppress(OSError):  # a place that cannot be written refuses this too
            half_made.unlink(missing_ok=True)


def refuse_data_file(path: Path) -> None:
    """Raise StoreError where ``path`` is a data file: nothing we make ever replaces one."""
    try:
        with path.open("rb") as file:
            first = file.read(len(_DATABASE))
    except OSError:
        return
    if first == _DATABASE:
        raise StoreError(
            f"{path.name} là một tệp dữ liệu nên không ghi đè lên được.",
            todo="Chọn tên tệp khác.",
            code="E_DATA_FILE",
        )


def as_store_error(fault: OSError, path: Path) -> StoreError:
    """Return the sentence for a place that cannot be written."""
    if fault.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return StoreError(
            f"Ổ đĩa đầy nên chưa ghi được tệp {path.name}.",
            todo="Dọn bớt tệp trên ổ đĩa hoặc chọn nơi khác, rồi thử lại.",
            data="Chưa ghi gì; dữ liệu trong máy không thay đổi.",
            code="E_DISK_FULL",
        )
    if fault.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return StoreError(
            f"Không ghi được tệp {path.name}: thư mục chỉ cho đọc hoặc tệp đang mở.",
            todo="Đóng tệp đó hoặc chọn thư mục khác, rồi thử lại.",
            data="Chưa ghi gì; dữ liệu trong máy không thay đổi.",
            code="E_READONLY",
        )
    return StoreError(
        f"Không ghi được tệp {path.name}.",
        todo="Kiểm tra ổ đĩa hoặc USB còn cắm, rồi thử lại.",
        data="Chưa ghi gì; dữ liệu trong máy không thay đổi.",
        code="E_WRITE",
    )
