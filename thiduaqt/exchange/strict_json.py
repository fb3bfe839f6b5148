"""JSON as bundles use it: no floats, no NaN, no duplicate keys, no great depth, clean text."""

from __future__ import annotations

import hashlib
import json
from typing import Any, NoReturn

from thiduaqt.exchange import limits


class NotStrict(ValueError):
    """The text is not JSON, or not as bundles use it."""


def parse(data: bytes) -> dict[str, Any]:
    """Return the one JSON object in ``data`` (UTF-8 without BOM). Raises NotStrict."""
    try:
        value = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_unique,
            parse_float=_no_float,
            parse_constant=_no_float,
            parse_int=_integer,
        )
    except NotStrict:
        raise
    except (ValueError, RecursionError) as fault:
        raise NotStrict(str(fault)) from fault
    if not isinstance(value, dict):
        raise NotStrict("not an object")
    _walk(value)
    return value


def digest(data: bytes) -> str:
    """Return the SHA-256 of ``data`` in hex."""
    return hashlib.sha256(data).hexdigest()


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotStrict("duplicate key")
    return found


def _no_float(text: str) -> NoReturn:
    raise NotStrict(f"a number that is not an integer: {text[:20]}")


def _integer(text: str) -> int:
    if len(text.lstrip("-")) > limits.INTEGER_DIGITS:
        raise NotStrict("an integer with too many digits")
    return int(text)


def _walk(value: dict[str, Any]) -> None:
    """Check depth and texts level by level, without recursion."""
    level: list[Any] = [value]
    for _ in range(limits.JSON_DEPTH):
        level = [item for container in level for item in _inside(container)]
        if not level:
            return
    raise NotStrict("nested too deeply")


def _inside(container: dict[str, Any] | list[Any]) -> list[Any]:
    """Return the objects and lists directly inside one, after a look at its texts."""
    values = [*container, *container.values()] if isinstance(container, dict) else container
    for item in values:
        if isinstance(item, str) and not item.isascii():
            _check_text(item)
    return [item for item in values if isinstance(item, dict | list)]


def _check_text(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as fault:
        raise NotStrict("half a character") from fault
