"""Reads a TOML file that anybody may have written: size, encoding and nesting come first.

The parser of the standard library calls itself for nested values and copies dotted keys part by
part, so a small hostile file could exhaust it. What nests or dots too much is refused before.
"""

from __future__ import annotations

import re
import stat
import tomllib
from typing import TYPE_CHECKING, Any

from thiduaqt.catalog.faults import BadPack

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 2 * 1024 * 1024  # bytes; the longest real plan needs 60 KB
DEEPEST = 12  # tables and lists inside each other; our own files need 5
LONGEST_KEY = 8  # dotted parts; our own files need 3
MOST_SIGNS = 100_000  # brackets, commas, equals signs; the longest real plan needs 5,000

_SIGNS = re.compile(r"\"\"\"|'''|[\"'#\[\]{}\n.,=]")
_STRING_ENDS = {
    '"""': re.compile(r'(?:[^"\\]++|\\.|"(?!""))*+"{3,5}', re.DOTALL),
    "'''": re.compile(r"(?:[^']++|'(?!''))*+'{3,5}"),
    '"': re.compile(r'(?:[^"\\\n]++|\\[^\n])*+"'),
    "'": re.compile(r"[^'\n]*+'"),
    "#": re.compile(r"[^\n]*+"),
}
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")


def read_table(path: Path) -> dict[str, Any]:
    """Return the content of a TOML file.

    Raises :class:`BadPack` for a file that is missing, no plain file, larger than 2 MB, not UTF-8,
    nested too deep, or not TOML.
    """
    text = _decoded(path.name, _content(path))
    reason = _tangled(text)
    if reason:
        raise BadPack(path.name, "", "", reason)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as fault:  # also a number of 5,000 digits
        found = _AT.search(str(fault))
        where = f" (dòng {found[1]}, cột {found[2]})" if found else ""
        raise BadPack(path.name, "", "", f"không phải tệp TOML đúng cách viết{where}") from fault


def _content(path: Path) -> bytes:
    try:
        about = path.lstat()
        if stat.S_ISLNK(about.st_mode):
            raise BadPack(path.name, "", "", "là liên kết đến nơi khác, không phải một tệp")
        if not stat.S_ISREG(about.st_mode):
            raise BadPack(path.name, "", "", "không phải một tệp thường")
        if about.st_size > LARGEST:
            raise BadPack(path.name, "", "", "lớn hơn 2 MB, không phải một gói")
        with path.open("rb") as file:
            return file.read(LARGEST + 1)[:LARGEST]
    except OSError as fault:
        raise BadPack(path.name, "", "", "không mở được tệp") from fault


def _decoded(name: str, content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        reason = "không phải tệp TOML: đang là UTF-16, lưu lại bằng bảng mã UTF-8"
        raise BadPack(name, "", "", reason)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content[: fault.start].count(b"\n") + 1
        reason = f"không phải tệp TOML: chữ không theo bảng mã UTF-8 (dòng {line})"
        raise BadPack(name, "", "", reason) from fault
    if "\x00" in text:
        raise BadPack(name, "", "", "không phải tệp TOML: có ký tự NUL")
    return text


def _tangled(text: str) -> str:
    """Return why ``text`` must not reach the parser, or nothing. Strings are passed over."""
    depth = dots = signs = at = 0
    while found := _SIGNS.search(text, at):
        sign = found[0]
        at = found.end()
        ending = _STRING_ENDS.get(sign)
        if ending is not None:
            string = ending.match(text, at)
            if string is None:
                return ""  # an unfinished string: the parser stops here and says where
            at = string.end()
        elif sign == ".":
            dots += 1
        else:
            dots = 0
            signs += sign != "\n"
            depth += (sign in "[{") - (sign in "]}")
        why = _too_much(depth, dots, signs)
        if why:
            return f"{why} (dòng {text.count(chr(10), 0, at) + 1})"
    return ""


def _too_much(depth: int, dots: int, signs: int) -> str:
    if depth > DEEPEST:
        return "lồng quá sâu"
    if dots >= LONGEST_KEY:
        return "khóa có quá nhiều dấu chấm"
    return "có quá nhiều mục" if signs > MOST_SIGNS else ""
