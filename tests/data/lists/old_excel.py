"""A writer of small .xls files (BIFF8 in an OLE container), for tests only."""

from __future__ import annotations

import struct

Cell = str | float | None
_SECTOR = 512
_FREE, _CHAIN_END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def record(kind: int, data: bytes = b"") -> bytes:
    """Return one record."""
    return struct.pack("<HH", kind, len(data)) + data


def workbook(
    rows: list[list[Cell]], *, extra: bytes = b"", dimensions: bytes | None = None
) -> bytes:
    """Return an .xls file with one sheet; ``extra`` records stand before the end of the sheet."""
    cells = b"".join(
        _cell(row, column, value)
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
        if value is not None
    )
    width = max(map(len, rows), default=0)
    if dimensions is None:
        dimensions = struct.pack("<LLHHH", 0, len(rows), 0, width, 0)
    sheet = (
        record(0x809, struct.pack("<HHHHLL", 0x600, 0x10, 0, 0, 0, 0))
        + record(0x200, dimensions)
        + cells
        + extra
        + record(0x0A)
    )
    begin = record(0x809, struct.pack("<HHHHLL", 0x600, 0x05, 0, 0, 0, 0))
    name = b"Sheet1"
    bound = record(0x85, struct.pack("<LHBB", 0, 0, len(name), 0) + name)
    place = len(begin) + len(bound) + len(record(0x0A))
    bound = record(0x85, struct.pack("<LHBB", place, 0, len(name), 0) + name)
    return container(begin + bound + record(0x0A) + sheet)


def _cell(row: int, column: int, value: Cell) -> bytes:
    if isinstance(value, str):
        text = value.encode("utf-16-le")
        head = struct.pack("<HHHHB", row, column, 0, len(text) // 2, 1)
        return record(0x204, head + text)
    assert value is not None
    return record(0x203, struct.pack("<HHHd", row, column, 0, value))


def container(stream: bytes, name: str = "Workbook") -> bytes:
    """Return an OLE container with one stream, long enough not to need small sectors."""
    stream = stream.ljust(4096, b"\x00")
    stream += bytes(-len(stream) % _SECTOR)
    count = len(stream) // _SECTOR
    table = [*range(1, count), _CHAIN_END, _CHAIN_END, _TABLE]
    table += [_FREE] * (_SECTOR // 4 - len(table))
    assert len(table) == _SECTOR // 4
    directory = _entry("Root Entry", 5, _CHAIN_END, 0, child=1) + _entry(name, 2, 0, len(stream))
    directory += _entry("", 0, 0, 0) * 2
    header = struct.pack(
        "<8s16sHHHHH6sLLLLLLLLLL",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        bytes(16),
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        bytes(6),
        0,
        1,
        count,
        0,
        4096,
        _CHAIN_END,
        0,
        _CHAIN_END,
        0,
        count + 1,
    )
    header += struct.pack("<108L", *([_FREE] * 108))
    return header + stream + directory + struct.pack(f"<{len(table)}L", *table)


def _entry(name: str, kind: int, start: int, size: int, child: int = _FREE) -> bytes:
    text = (name + "\x00").encode("utf-16-le") if name else b""
    return (
        text.ljust(64, b"\x00")
        + struct.pack("<HBBLLL", len(text), kind, 1, _FREE, _FREE, child)
        + bytes(36)
        + struct.pack("<LQ", start, size)
    )
