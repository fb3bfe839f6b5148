"""The ZIP profile of a bundle. Everything is checked before anything is unpacked, and nothing is
ever unpacked to a path that a file names."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise

from thiduaqt.domain.errors import BadFile
from thiduaqt.exchange import limits
from thiduaqt.exchange.faults import bad

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_STORED, _DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
_UTF8_FLAG = 0x800
_DATA_DESCRIPTOR = 0x08
_EPOCH = (1980, 1, 1, 0, 0, 0)

# Whatever zipfile meets in a broken file, it says with one of these.
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    IndexError,
    NotImplementedError,
    RuntimeError,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Which entries one level of a bundle may hold.

    ``names`` maps an exact name to its largest size; ``pattern`` admits further names up to
    ``pattern_bytes``. ``required`` must be there.
    """

    names: Mapping[str, int]
    required: frozenset[str]
    pattern: re.Pattern[str] | None = None
    pattern_bytes: int = 0

    def limit(self, name: str) -> int | None:
        """Return the largest size of an entry, or None for a name that may not be there."""
        if name in self.names:
            return self.names[name]
        if self.pattern is not None and self.pattern.fullmatch(name):
            return self.pattern_bytes
        return None


class Container:
    """One opened level: names and sizes are known and allowed, contents are not read yet."""

    def __init__(self, data: bytes, rule: Rule, *, budget: int = limits.INFLATED_BYTES) -> None:
        """Check the list of entries. Raises BadFile (E_TRUNCATED, E_NAME, E_BOMB …)."""
        # A bundle's inner archive lies uncompressed in the outer one, so both lists may count.
        if data.count(b"PK\x01\x02") > 2 * limits.ENTRIES + 16:
            raise _too_many()
        with _told():
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._entries = self._zip.infolist()
        _check_names(self._entries, rule)
        _check_sizes(self._entries, rule, budget)
        _check_places(self._entries, data, self._zip.start_dir)

    @property
    def names(self) -> list[str]:
        """The names of the entries, in their order."""
        return [entry.filename for entry in self._entries]

    @property
    def sizes(self) -> dict[str, int]:
        """The inflated size of each entry."""
        return {entry.filename: entry.file_size for entry in self._entries}

    def stored(self, name: str) -> bool:
        """Tell whether an entry is kept without compression."""
        return self._zip.getinfo(name).compress_type == _STORED

    def read(self, name: str) -> bytes:
        """Return the content of an entry, exactly as long as it says. Raises BadFile."""
        size = self.sizes[name]
        with _told(), self._zip.open(name) as file:
            data = file.read(size + 1)
            rest = file.read(1)
        if len(data) != size or rest:
            raise bad("E_TRUNCATED")
        return data


def pack(entries: Mapping[str, bytes], *, stored: frozenset[str] = frozenset()) -> bytes:
    """Return a ZIP of ``entries`` in their order; the same entries always give the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in entries.items():
            info = zipfile.ZipInfo(name, date_time=_EPOCH)
            info.create_system = 0
            info.compress_type = _STORED if name in stored else _DEFLATED
            archive.writestr(info, data)
    return target.getvalue()


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except _BROKEN as fault:
        raise bad("E_TRUNCATED") from fault


def _check_names(entries: list[zipfile.ZipInfo], rule: Rule) -> None:
    if len(entries) > limits.ENTRIES:
        raise _too_many()
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        if entry.orig_filename != name or rule.limit(name) is None or name.lower() in seen:
            raise bad("E_NAME")
        seen.add(name.lower())
    if not rule.required <= set(seen) | {entry.filename for entry in entries}:
        raise bad("E_TRUNCATED")


def _check_sizes(entries: list[zipfile.ZipInfo], rule: Rule, budget: int) -> None:
    for entry in entries:
        if entry.compress_type not in (_STORED, _DEFLATED):
            raise bad("E_PROFILE")
        if entry.flag_bits & ~(_UTF8_FLAG | _DATA_DESCRIPTOR | 0x06):
            raise bad("E_PROFILE")  # encrypted, patched or strongly encrypted entries
        allowed = rule.limit(entry.filename) or 0
        if entry.file_size > allowed:
            raise bad("E_TOO_BIG", limit=_mib(allowed))
        if entry.compress_type == _STORED and entry.file_size != entry.compress_size:
            raise bad("E_PROFILE")
        if entry.file_size > limits.RATIO_FROM_BYTES and (
            entry.file_size > limits.RATIO * max(entry.compress_size, 1)
        ):
            raise bad("E_BOMB")
    if sum(entry.file_size for entry in entries) > budget:
        raise bad("E_TOO_BIG", limit=_mib(budget))


def _check_places(entries: list[zipfile.ZipInfo], data: bytes, directory: int) -> None:
    """No two entries may share bytes, and each must be called the same in both its headers."""
    spans: list[tuple[int, int]] = []
    for entry in entries:
        start = entry.header_offset
        if start < 0 or start + _LOCAL.size > len(data):
            raise bad("E_TRUNCATED")
        header = _LOCAL.unpack_from(data, start)
        name_length, extra_length = header[9], header[10]
        name = data[start + _LOCAL.size : start + _LOCAL.size + name_length]
        if header[0] != b"PK\x03\x04" or name != entry.filename.encode("ascii", "replace"):
            raise bad("E_PROFILE")
        if header[3] != entry.compress_type:
            raise bad("E_PROFILE")
        end = start + _LOCAL.size + name_length + extra_length + entry.compress_size
        spans.append((start, end))
    spans.sort()
    last = [(directory, directory)] if spans else []
    if any(first[1] > second[0] for first, second in pairwise([*spans, *last])):
        raise bad("E_PROFILE")


def _too_many() -> BadFile:
    return bad("E_TOO_MANY", limit=f"{limits.ENTRIES:,}".replace(",", "."))


def _mib(size: int) -> str:
    if size >= limits.MIB:
        return f"{size // limits.MIB} MB"
    return f"{max(1, size // 1024)} KB"
