"""Typed values to plain ones (dict, list, text, number) and strictly back again."""

from __future__ import annotations

import dataclasses
import types
import typing
from decimal import Decimal, InvalidOperation
from typing import Any, Literal, TypeVar, Union

_T = TypeVar("_T")


class PlainError(ValueError):
    """A plain value does not fit its type; ``path`` names the place (``groups[2].name``)."""

    def __init__(self, path: str, expected: str, found: object) -> None:
        self.path = path
        self.expected = expected
        super().__init__(f"{path or '.'}: expected {expected}, found {found!r}")


def to_plain(value: Any) -> Any:  # noqa: ANN401 - any typed value
    """Return ``value`` as dicts, lists, texts, integers, booleans and None; decimals as text."""
    if value is None or isinstance(value, str | int | bool):
        return value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, list | tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): to_plain(item) for key, item in value.items()}
    if dataclasses.is_dataclass(value):
        kind: type = type(value)
        return {name: to_plain(getattr(value, name)) for name in field_types(kind)}
    raise PlainError("", "a storable value", value)


_FIELDS: dict[type, dict[str, Any]] = {}


def field_types(kind: type) -> dict[str, Any]:
    """Return the fields of a dataclass with their resolved types, in order of definition."""
    if kind not in _FIELDS:
        hints = typing.get_type_hints(kind)
        _FIELDS[kind] = {field.name: hints[field.name] for field in dataclasses.fields(kind)}
    return _FIELDS[kind]


def from_plain(kind: type[_T], value: object, path: str = "") -> _T:
    """Return ``value`` as ``kind``. Unknown keys and wrong types raise :class:`PlainError`."""
    return typing.cast(_T, _convert(kind, value, path))


def _convert(kind: Any, value: object, path: str) -> object:  # noqa: ANN401 - a type form
    origin = typing.get_origin(kind)
    if origin in (Union, types.UnionType):
        return _union(kind, value, path)
    if origin is Literal:
        return _literal(kind, value, path)
    if origin in (tuple, list):
        return _sequence(kind, value, path)
    if origin is dict:
        return _mapping(kind, value, path)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _record(kind, value, path)
    return _scalar(kind, value, path)


def _union(kind: Any, value: object, path: str) -> object:  # noqa: ANN401
    options = typing.get_args(kind)
    if value is None and type(None) in options:
        return None
    others = [option for option in options if option is not type(None)]
    if len(others) == 1:
        return _convert(others[0], value, path)
    for option in others:
        try:
            return _convert(option, value, path)
        except PlainError:
            continue
    raise PlainError(path, str(kind), value)


def _literal(kind: Any, value: object, path: str) -> object:  # noqa: ANN401
    allowed = typing.get_args(kind)
    if value not in allowed:
        raise PlainError(path, " | ".join(str(item) for item in allowed), value)
    return value


def _sequence(kind: Any, value: object, path: str) -> object:  # noqa: ANN401
    if not isinstance(value, list | tuple):
        raise PlainError(path, "a list", value)
    item_kind = typing.get_args(kind)[0]
    items = [_convert(item_kind, item, f"{path}[{number}]") for number, item in enumerate(value)]
    return tuple(items) if typing.get_origin(kind) is tuple else items


def _mapping(kind: Any, value: object, path: str) -> object:  # noqa: ANN401
    if not isinstance(value, dict):
        raise PlainError(path, "a table", value)
    item_kind = typing.get_args(kind)[1]
    return {str(key): _convert(item_kind, item, f"{path}.{key}") for key, item in value.items()}


def _record(kind: type, value: object, path: str) -> object:
    if not isinstance(value, dict):
        raise PlainError(path, "a table", value)
    known = field_types(kind)
    for key in value:
        if key not in known:
            raise PlainError(f"{path}.{key}".lstrip("."), "a known key", key)
    fields = {
        name: _convert(known[name], item, f"{path}.{name}".lstrip("."))
        for name, item in value.items()
    }
    try:
        return kind(**fields)
    except TypeError as fault:
        raise PlainError(path, f"all required keys of {kind.__name__}", fault) from fault


def _scalar(kind: Any, value: object, path: str) -> object:  # noqa: ANN401
    if kind is Any:
        return value
    if kind is Decimal:
        if not isinstance(value, str | int) or isinstance(value, bool):
            raise PlainError(path, "a decimal number as text", value)
        try:
            return Decimal(value)
        except InvalidOperation as fault:
            raise PlainError(path, "a decimal number", value) from fault
    if kind is int and isinstance(value, bool):
        raise PlainError(path, "int", value)
    if not isinstance(value, kind):
        raise PlainError(path, getattr(kind, "__name__", str(kind)), value)
    return value
