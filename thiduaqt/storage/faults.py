"""SQLite's errors as sentences an officer can act on. Unknown ones stay what they are: bugs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from thiduaqt.domain.errors import StoreError

_SENTENCES: dict[str, tuple[str, str, str]] = {
    "SQLITE_BUSY": (
        "Tệp dữ liệu đang được mở ở cửa sổ hoặc tài khoản khác trên máy này.",
        "Đóng cửa sổ kia rồi thử lại.",
        "Chưa ghi gì vào dữ liệu.",
    ),
    "SQLITE_FULL": (
        "Ổ đĩa đầy nên không ghi được dữ liệu.",
        "Dọn bớt tệp trên ổ đĩa rồi thử lại.",
        "Chưa ghi gì; dữ liệu đã lưu trước đó vẫn nguyên.",
    ),
    "SQLITE_READONLY": (
        "Tệp dữ liệu hoặc thư mục chứa tệp chỉ cho đọc.",
        "Chuyển tệp vào thư mục ghi được trên máy này.",
        "Chưa ghi gì vào dữ liệu.",
    ),
    "SQLITE_CORRUPT": (
        "Tệp dữ liệu có chỗ hỏng.",
        "Khôi phục bản sao lưu gần nhất hoặc gửi tệp này cho người hỗ trợ.",
        "Đã dừng ghi để giữ an toàn; tệp không bị thay đổi.",
    ),
    "SQLITE_NOTADB": (
        "Đây không phải tệp dữ liệu của ThiDuaQt.",
        "Chọn tệp có đuôi .tdqdb.",
        "Tệp không bị thay đổi.",
    ),
    "SQLITE_CANTOPEN": (
        "Không mở được tệp dữ liệu.",
        "Kiểm tra tệp và thư mục còn đó không, rồi thử lại.",
        "Dữ liệu không thay đổi.",
    ),
    "SQLITE_IOERR": (
        "Ổ đĩa không đọc hoặc ghi được tệp dữ liệu.",
        "Kiểm tra ổ đĩa hoặc USB, rồi thử lại.",
        "Thay đổi vừa rồi chưa được ghi; dữ liệu đã lưu trước đó vẫn nguyên.",
    ),
}
_CORRUPT = "SQLITE_CORRUPT"
_NOT_TEXT = "Could not decode to UTF-8"  # Python's own words: SQLite hands the bytes on unseen
_ALIASES = {"SQLITE_LOCKED": "SQLITE_BUSY", "SQLITE_PERM": "SQLITE_READONLY"}


def as_user_error(fault: sqlite3.Error) -> StoreError | None:
    """Return the sentence for a known SQLite fault, or None for one that must be a bug."""
    name = getattr(fault, "sqlite_errorname", "") or ""
    family = "_".join(name.split("_")[:2])
    family = _ALIASES.get(family, family)
    if str(fault).startswith(_NOT_TEXT):
        family = _CORRUPT
    return _told(family) if family in _SENTENCES else None


def _told(family: str) -> StoreError:
    what, todo, data = _SENTENCES[family]
    return StoreError(what, todo=todo, data=data, code=family)


def unreadable() -> StoreError:
    """Return the sentence for a row whose text has been damaged."""
    return _told(_CORRUPT)


@contextmanager
def told() -> Iterator[None]:
    """Turn known SQLite faults inside the block into :class:`StoreError`."""
    try:
        yield
    except sqlite3.Error as fault:
        known = as_user_error(fault)
        if known is None:
            raise
        raise known from fault
    except UnicodeDecodeError as fault:  # not even SQLite's complaint could be read
        raise unreadable() from fault
