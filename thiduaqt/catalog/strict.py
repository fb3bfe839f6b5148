"""Turns the table of a TOML file into dataclasses, strictly; every misfit is named."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import types
import typing
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from thiduaqt.catalog.faults import BadPack, Fault
from thiduaqt.domain.plain import PlainError, field_types, from_plain
from thiduaqt.domain.text import is_clean

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_FAULTS = 100  # nobody mends more at a time
LONGEST_LIST = 2_000
LONGEST_TEXT = 20_000  # signs; a bundle carries up to 60,000
_LARGEST_NUMBER = 10**12

_T = TypeVar("_T")
_Misfit = tuple[str, str, str]  # path, key that is missing there, reason
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_DECIMAL = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,12})?")
_NAMING_KEYS = ("code", "award", "number", "kind", "unit")
_EXPECTED = {
    "str": "phải là chữ đặt trong ngoặc kép",
    "int": "phải là số nguyên",
    "bool": "phải là true hoặc false",
    "a list": "phải là một danh sách",
    "a table": "phải là một bảng",
}
_NO_DECIMAL = "phải là số thập phân viết với dấu chấm, trong ngoặc kép"
_UNKNOWN = "khóa này không có trong mẫu"
_MISSING = "thiếu khóa bắt buộc này"
_UNCLEAN = "chữ chưa ở dạng dựng sẵn (NFC) hoặc thừa khoảng trắng"


def build(kind: type[_T], table: dict[str, Any], *, file: str, root: str = "") -> _T:
    """Return ``table`` as the dataclass ``kind``.

    A source may be written short, as a text: it then means the plan itself, fully read.
    Raises :class:`BadPack` for unknown or missing keys, wrong types and unclean text; it holds
    all of them.
    """
    faults = misfits(kind, table, file=file, root=root)
    if faults:
        raise BadPack.of(faults)
    return made(kind, table)


def made(kind: type[_T], table: dict[str, Any]) -> _T:
    """Return as a dataclass a table in which :func:`misfits` found nothing."""
    return from_plain(kind, _with_full_sources(table))


def misfits(kind: type, table: dict[str, Any], *, file: str, root: str = "") -> tuple[Fault, ...]:
    """Return all that keeps ``table`` from being a ``kind``, in the order of the file.

    At most 100 are told. ``root`` is the table of the file that ``table`` was taken from.
    """
    full = _with_full_sources(table)
    found: Iterator[_Misfit] = _misfits(kind, full, "")
    faults = [_told(misfit, full, file, root) for misfit in islice(found, MOST_FAULTS)]
    if not faults:
        unclean = ((path, "", _UNCLEAN) for path, text in _texts(full, "") if not is_clean(text))
        faults = [_told(misfit, full, file, root) for misfit in islice(unclean, MOST_FAULTS)]
    return tuple(faults)


def is_date(value: str) -> bool:
    """Tell whether ``value`` is a full ISO date."""
    try:
        return dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def is_decimal(value: str) -> bool:
    """Tell whether ``value`` is a decimal number as packs write it: "0.75", not "0,75" or "1e3"."""
    return _DECIMAL.fullmatch(value) is not None


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


def _misfits(kind: Any, value: object, path: str) -> Iterator[_Misfit]:  # noqa: ANN401 - a type
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        known = [part for part in inner if part is not type(None)]
        if value is not None:
            yield from _misfits(known[0], value, path)
    elif origin is tuple:
        yield from _list_misfits(inner[0], value, path)
    elif isinstance(kind, type) and dataclasses.is_dataclass(kind):
        yield from _table_misfits(kind, value, path)
    elif kind is Decimal:
        if isinstance(value, bool) or not (isinstance(value, int | str) and is_decimal(str(value))):
            yield path, "", _NO_DECIMAL
    elif isinstance(value, int) and abs(value) > _LARGEST_NUMBER:
        yield path, "", "số quá lớn"
    elif isinstance(value, str) and len(value) > LONGEST_TEXT:
        yield path, "", f"dài quá {LONGEST_TEXT} chữ"
    else:
        try:
            from_plain(kind, value, path)
        except PlainError as fault:
            options = "phải là một trong: " + fault.expected.replace(" | ", ", ")
            yield path, "", _EXPECTED.get(fault.expected, options)


def _list_misfits(kind: Any, value: object, path: str) -> Iterator[_Misfit]:  # noqa: ANN401
    if not isinstance(value, list | tuple):
        yield path, "", _EXPECTED["a list"]
    elif len(value) > LONGEST_LIST:
        yield path, "", f"có hơn {LONGEST_LIST} mục"
    else:
        for number, item in enumerate(value):
            yield from _misfits(kind, item, f"{path}[{number}]")


def _table_misfits(kind: type, value: object, path: str) -> Iterator[_Misfit]:
    if not isinstance(value, dict):
        yield path, "", _EXPECTED["a table"]
        return
    known = field_types(kind)
    for key, item in value.items():
        inner = f"{path}.{key}".lstrip(".")
        if key in known:
            yield from _misfits(known[key], item, inner)
        else:
            yield path, str(key), _UNKNOWN
    for field in dataclasses.fields(kind):
        missing = dataclasses.MISSING
        required = field.default is missing and field.default_factory is missing
        if required and field.name not in value:
            yield path, field.name, _MISSING


def _told(misfit: _Misfit, table: dict[str, Any], file: str, root: str) -> Fault:
    path, missing, reason = misfit
    place, key = _place(path, table, root)
    if missing:
        place = " › ".join(part for part in (place, key) if part)
        key = missing
    return Fault(file=file, place=place, key=key, reason=reason)


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
