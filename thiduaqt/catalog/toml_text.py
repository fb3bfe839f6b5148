"""Writes dataclasses as TOML a person can read: defaults left out, short values on one line."""

from __future__ import annotations

import dataclasses
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from thiduaqt.catalog.pack_files import WITHOUT_NUMBER
from thiduaqt.domain.plan import (
    Deadline,
    Letter,
    Quota,
    Scorer,
    Source,
    Step,
    TieBreaker,
    YearValue,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH = 100
# Small values stand on one line, in braces; everything else is a table of its own.
_INLINE = (Deadline, Letter, Scorer, Source, Step, TieBreaker, YearValue)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_TO_ESCAPE = re.compile(r'["\\\x00-\x1f\x7f]')
_NO_LIMIT = '"none"'


def value_lines(value: object) -> Iterator[str]:
    """Yield the lines of the values of a dataclass that are no tables: ``key = value``."""
    for field in dataclasses.fields(value):  # type: ignore[arg-type]  # a dataclass
        item = getattr(value, field.name)
        if _is_table(item) or _left_out(value, field, item):
            continue
        yield f"{field.name} = {_no_limit(value, field.name) or _written(item, field.name)}"


def table_lines(value: object, name: str) -> Iterator[str]:
    """Yield the tables inside a dataclass, with an empty line before each; ``name`` is its own."""
    for field in dataclasses.fields(value):  # type: ignore[arg-type]  # a dataclass
        item = getattr(value, field.name)
        full = f"{name}.{field.name}" if name else field.name
        if _is_table(item) and not isinstance(item, tuple):
            yield from whole_table(item, full)
        elif _is_table(item):
            for one in item:
                yield from whole_table(one, full, listed=True)


def whole_table(value: object, name: str, *, listed: bool = False) -> Iterator[str]:
    """Yield one dataclass as a table: its head, its values, the tables inside it."""
    yield ""
    yield f"[[{name}]]" if listed else f"[{name}]"
    yield from value_lines(value)
    yield from table_lines(value, name)


def text(value: str) -> str:
    """Return a text as TOML writes it."""
    return f'"{_TO_ESCAPE.sub(_escaped, value)}"'


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    return _ESCAPES.get(sign) or f"\\u{ord(sign):04x}"


def _is_table(item: object) -> bool:
    if isinstance(item, tuple):
        return bool(item) and dataclasses.is_dataclass(item[0]) and not isinstance(item[0], _INLINE)
    return dataclasses.is_dataclass(item) and not isinstance(item, _INLINE)


def _left_out(value: object, field: dataclasses.Field[Any], item: object) -> bool:
    if isinstance(value, Quota) and field.name == "maximum":
        return item is None and value.form in WITHOUT_NUMBER
    return item == field.default


def _no_limit(value: object, name: str) -> str:
    unlimited = isinstance(value, Quota) and name == "maximum" and value.maximum is None
    return _NO_LIMIT if unlimited else ""


def _written(item: object, key: str) -> str:
    """Return one value; a list too long for a line has a line for each item."""
    if isinstance(item, bool):
        return "true" if item else "false"
    if isinstance(item, int):
        return str(item)
    if isinstance(item, Decimal):
        return _decimal(item)
    if isinstance(item, str):
        return text(item)
    if isinstance(item, tuple):
        parts = [_written(one, "") for one in item]
        line = f"[{', '.join(parts)}]"
        if len(key) + len(line) + 3 <= WIDTH and not any(part.startswith("{") for part in parts):
            return line
        return "\n".join(["[", *(f"    {part}," for part in parts), "]"])
    return _in_braces(item)


def _decimal(value: Decimal) -> str:
    plain = f"{value:f}"
    return plain if plain.lstrip("-").isdigit() and plain != "-0" else text(plain)


def _in_braces(value: object) -> str:
    if isinstance(value, Source) and value.text and value == Source(text=value.text):
        return text(value.text)
    parts = list(value_lines(value))
    return f"{{ {', '.join(parts)} }}" if parts else "{}"
