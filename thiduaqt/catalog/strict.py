"""Reads a TOML file into dataclasses, strictly; a bad entry is named by file, entry and key."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from typing import TYPE_CHECKING, Any, TypeVar

from thiduaqt.domain.errors import UserError
from thiduaqt.domain.plain import PlainError, from_plain
from thiduaqt.domain.text import is_clean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_T = TypeVar("_T")
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_NAMING_KEYS = ("code", "award", "number", "kind", "unit")
_EXPECTED = {
    "str": "phải là chữ đặt trong ngoặc kép",
    "int": "phải là số nguyên",
    "bool": "phải là true hoặc false",
    "a list": "phải là một danh sách",
    "a table": "phải là một bảng",
    "a decimal number": "phải là số thập phân viết với dấu chấm, trong ngoặc kép",
    "a decimal number as text": "phải là số thập phân viết với dấu chấm, trong ngoặc kép",
    "a known key": "khóa này không có trong mẫu",
}


class BadPack(UserError):
    """A rule pack or movement pack that does not fit its shape."""

    code = "BAD_PACK"

    def __init__(self, file: str, place: str, key: str, reason: str) -> None:
        self.file = file
        self.place = place
        self.key = key
        self.reason = reason
        where = f"tệp {file}" + (f", mục {place}" if place else "")
        named = f", khóa “{key}”" if key else ""
        super().__init__(
            f"Không đọc được gói quy định: {where}{named}: {reason}.",
            todo="Sửa tệp này hoặc cài lại chương trình rồi mở lại.",
        )


def read_table(path: Path) -> dict[str, Any]:
    """Return the content of a TOML file; raise :class:`BadPack` where it is not one."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise BadPack(path.name, "", "", "không mở được tệp") from fault
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise BadPack(path.name, "", "", f"không phải tệp TOML đúng cách viết ({fault})") from fault


def build(kind: type[_T], table: dict[str, Any], *, file: str, root: str = "") -> _T:
    """Return ``table`` as the dataclass ``kind``.

    A source may be written short, as a text: it then means the plan itself, fully read.
    Raises :class:`BadPack` for unknown or missing keys, wrong types and unclean text.
    """
    full = _with_full_sources(table)
    try:
        value = from_plain(kind, full)
    except PlainError as fault:
        raise _told(fault, full, file, root) from fault
    for path, text in _texts(full, ""):
        if not is_clean(text):
            place, key = _place(path, full, root)
            reason = "chữ chưa ở dạng dựng sẵn (NFC) hoặc thừa khoảng trắng"
            raise BadPack(file, place, key, reason)
    return value


def is_date(value: str) -> bool:
    """Tell whether ``value`` is a full ISO date."""
    try:
        return dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _with_full_sources(value: Any) -> Any:  # noqa: ANN401 - plain values of a file
    if isinstance(value, list):
        return [_with_full_sources(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: {"text": item} if _is_short_source(key, item) else _with_full_sources(item)
        for key, item in value.items()
    }


def _is_short_source(key: str, item: object) -> bool:
    return isinstance(item, str) and (key == "source" or key.endswith("_source"))


def _told(fault: PlainError, table: dict[str, Any], file: str, root: str) -> BadPack:
    missing = re.findall(r"'(\w+)'", str(fault.__cause__ or ""))
    if fault.expected.startswith("all required keys"):
        place, key = _place(fault.path, table, root)
        place = " › ".join(part for part in (place, key) if part)
        named = ", ".join(missing)
        return BadPack(file, place, named, "thiếu khóa bắt buộc này")
    place, key = _place(fault.path, table, root)
    reason = _EXPECTED.get(fault.expected)
    if reason is None:
        reason = "phải là một trong: " + fault.expected.replace(" | ", ", ")
    return BadPack(file, place, key, reason)


def _place(path: str, table: dict[str, Any], root: str) -> tuple[str, str]:
    """Return (entry, key) of a path: "awards[2].level" is entry "awards 3 (…)", key "level"."""
    words = [root] if root else []
    key = ""
    value: Any = table
    for name, index in _STEP.findall(path):
        if name:
            if key:
                words.append(key)
            key = name
            value = value.get(name) if isinstance(value, dict) else None
            continue
        value = _item(value, int(index))
        if not isinstance(value, dict):
            # An item of a plain list is named by the list itself.
            break
        words.append(f"{key} thứ {int(index) + 1}{_named(value)}")
        key = ""
    return " › ".join(words), key


def _item(value: object, index: int) -> object:
    return value[index] if isinstance(value, list) and index < len(value) else None


def _named(value: object) -> str:
    if not isinstance(value, dict):
        return ""
    named = next((value[key] for key in _NAMING_KEYS if isinstance(value.get(key), str)), "")
    return f" ({named})" if named else ""


def _texts(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, f"{path}[{index}]")
