"""How far the cells of an old .xls file reach, and whether it has a password.

Only the frame of the format is read: the sectors of the OLE container and the headers of the
records in its Workbook stream. Values are left to calamine, which lays each sheet out as a table
and so must not meet a cell at the far corner.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_END = 0xFFFFFFF8
_MAX_SECTORS = 100_000
_DIRECTORY_ENTRY = 128
_MINI_LIMIT = 4096
_FILEPASS, _BOUNDSHEET, _MERGED, _STRINGS, _DIMENSIONS = 0x2F, 0x85, 0xE5, 0xFC, 0x200
_MAX_ROWS, _MAX_COLUMNS = 65_536, 256
_BOF = 0x809
# Records that place cells: row and column open their data.
_CELLS = frozenset(
    {0x06, 0x0201, 0x0202, 0x0203, 0x0204, 0x0205, 0x0207, 0x027E, 0xBD, 0xBE, 0xD6, 0xFD, 0x01,
     0x02, 0x03, 0x04, 0x05, 0x07, 0x206, 0x406}
)  # fmt: skip


class BrokenContainer(ValueError):
    """The OLE container does not hold together."""


def reach(data: bytes) -> tuple[int, int, bool]:
    """Return rows and columns that the cells of an .xls file reach, and whether it is encrypted.

    Raises :class:`BrokenContainer` where the container is damaged.
    """
    try:
        stream = workbook_stream(data)
    except (struct.error, IndexError) as fault:
        raise BrokenContainer(str(fault)) from fault
    rows = columns = 0
    for kind, start, length in records(stream):
        if kind == _FILEPASS:
            return rows, columns, True
        _check_record(stream, kind, start, length)
        if kind == _DIMENSIONS:
            row, column = _dimensions(stream, start, length)
            rows, columns = max(rows, row), max(columns, column)
        if kind in _CELLS and length >= 4:
            row, column = struct.unpack_from("<HH", stream, start)
            if kind in (0xBD, 0xBE) and length >= 6:
                column = max(column, struct.unpack_from("<H", stream, start + length - 2)[0])
            rows, columns = max(rows, row + 1), max(columns, column + 1)
    return rows, columns, False


def _dimensions(stream: bytes, start: int, length: int) -> tuple[int, int]:
    """Return the rows and columns a sheet says it has; readers make room for them."""
    if length not in (10, 14):
        raise BrokenContainer("dimensions of a strange length")
    layout = "<LLHH" if length == 14 else "<4H"
    first_row, rows, first_column, columns = struct.unpack_from(layout, stream, start)
    if not (first_row <= rows <= _MAX_ROWS and first_column <= columns <= _MAX_COLUMNS):
        raise BrokenContainer("impossible dimensions")
    return rows, columns


def _check_record(stream: bytes, kind: int, start: int, length: int) -> None:
    """Refuse counts and places that lead out of the stream; readers trust them."""
    if kind == _BOUNDSHEET and length >= 4:
        place = struct.unpack_from("<L", stream, start)[0]
        if place >= len(stream):
            raise BrokenContainer("a sheet beyond the end")
    if kind == _MERGED and (
        length < 2 or 2 + 8 * struct.unpack_from("<H", stream, start)[0] > length
    ):
        raise BrokenContainer("merged cells beyond the record")
    if kind == _STRINGS and (
        length < 8 or struct.unpack_from("<L", stream, start + 4)[0] > len(stream)
    ):
        raise BrokenContainer("more texts than bytes")


def records(stream: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield kind, start and length of the data of each record. Raises BrokenContainer."""
    place = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        if place == 0 and kind & 0xFF != _BOF & 0xFF:
            raise BrokenContainer("no beginning of file")
        if place + 4 + length > len(stream):
            return
        yield kind, place + 4, length
        place += 4 + length


def workbook_stream(data: bytes) -> bytes:
    """Return the Workbook (or Book) stream of an OLE container."""
    sector = 1 << struct.unpack_from("<H", data, 30)[0]
    mini = 1 << struct.unpack_from("<H", data, 32)[0]
    if sector not in (512, 4096) or mini != 64:
        raise BrokenContainer("sector size")
    directory_start, mini_table_start = (
        struct.unpack_from("<L", data, 48)[0],
        struct.unpack_from("<L", data, 60)[0],
    )
    table = _table(data, sector)
    directory = _chain(data, table, directory_start, sector)
    root: tuple[int, int] | None = None
    found: tuple[int, int] | None = None
    for place in range(0, len(directory) - _DIRECTORY_ENTRY + 1, _DIRECTORY_ENTRY):
        entry = directory[place : place + _DIRECTORY_ENTRY]
        length = min(struct.unpack_from("<H", entry, 64)[0], 64)
        name = entry[: max(length - 2, 0)].decode("utf-16-le", "replace")
        where: tuple[int, int] = struct.unpack_from("<LQ", entry, 116)
        if entry[66] and where[1] > len(data):
            raise BrokenContainer("a stream longer than the file")
        if entry[66] == 5:
            root = where
        elif name.lower() in ("workbook", "book") and found is None:
            found = where
    if found is None:
        raise BrokenContainer("no workbook")
    start, size = found
    if size >= _MINI_LIMIT:
        return _chain(data, table, start, sector)[:size]
    if root is None or not struct.unpack_from("<L", data, 64)[0]:
        raise BrokenContainer("no small sectors")
    minis = _chain(data, table, root[0], sector)
    mini_table = _numbers(_chain(data, table, mini_table_start, sector))
    numbers = list(_walk(mini_table, start))
    if any((number + 1) * mini > len(minis) for number in numbers):
        raise BrokenContainer("a small sector beyond the end")
    return b"".join(minis[number * mini : (number + 1) * mini] for number in numbers)[:size]


def _table(data: bytes, sector: int) -> list[int]:
    """Return the file allocation table: the sector that follows each sector."""
    parts = [number for number in struct.unpack_from("<109L", data, 76) if number < _END]
    more = struct.unpack_from("<L", data, 68)[0]
    per_sector = sector // 4
    for _ in range(_MAX_SECTORS // per_sector):
        if more >= _END:
            break
        numbers = _numbers(_sector(data, more, sector))
        parts += [number for number in numbers[:-1] if number < _END]
        more = numbers[-1]
    table: list[int] = []
    for part in parts[: _MAX_SECTORS // per_sector + 1]:
        table += _numbers(_sector(data, part, sector))
    return table


def _numbers(data: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(data) // 4}L", data[: len(data) // 4 * 4]))


def _sector(data: bytes, number: int, size: int) -> bytes:
    start = (number + 1) * size
    found = data[start : start + size]
    if len(found) < size:
        raise BrokenContainer(f"sector {number}")
    return found


def _walk(table: list[int], start: int) -> Iterator[int]:
    number = start
    for _ in range(len(table) + 1):
        if number >= _END:
            return
        yield number
        number = table[number]
    raise BrokenContainer("a chain without end")


def _chain(data: bytes, table: list[int], start: int, sector: int) -> bytes:
    return b"".join(_sector(data, number, sector) for number in _walk(table, start))
