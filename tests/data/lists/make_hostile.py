"""Files that must end in one plain sentence: broken, mislabelled, hostile.

Each entry is (file name, bytes, code of the refusal). Nothing here is stored; all is generated.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

import openpyxl

from tests.data.lists import make_lists

Case = tuple[str, bytes, str]
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def good() -> bytes:
    """Return a list without any fault."""
    return make_lists.make("plain")[0]


def parts(data: bytes) -> dict[str, bytes]:
    """Return the entries of a zip file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip file with these entries."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


def changed(name: str, data: bytes) -> bytes:
    """Return the good list with one entry replaced or added."""
    return packed({**parts(good()), name: data})


def sheet_xml(rows: str) -> bytes:
    """Return the XML of a sheet with these rows."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{rows}</sheetData></worksheet>"
    ).encode()


def cases() -> Iterator[Case]:
    """Return every hostile file."""
    yield from _broken()
    yield from _mislabelled()
    yield from _bombs()
    yield from _entities()
    yield from _odd_names()


def _broken() -> Iterator[Case]:
    data = good()
    yield "empty.xlsx", b"", "FILE_EMPTY"
    for share in (0.1, 0.5, 0.9, 0.99):
        yield f"cut-{share}.xlsx", data[: int(len(data) * share)], "FILE_DAMAGED"
    yield "head-only.xlsx", data[:40], "FILE_DAMAGED"
    flipped = bytearray(data)
    middle = data.index(b"xl/worksheets/sheet1.xml") + 60
    flipped[middle : middle + 20] = bytes(20)
    yield "flipped.xlsx", bytes(flipped), "FILE_DAMAGED"
    yield "no-workbook.xlsx", packed({"[Content_Types].xml": b"<Types/>"}), "FILE_NOT_A_LIST"
    without = parts(data)
    del without["[Content_Types].xml"]
    yield "no-types.xlsx", packed(without), "FILE_DAMAGED"
    yield "bad-xml.xlsx", changed("xl/workbook.xml", b"<workbook><sheets>"), "FILE_DAMAGED"
    yield "no-table.xlsx", changed("xl/worksheets/sheet1.xml", sheet_xml("")), "FILE_NO_TEXT"
    yield "password.xlsx", _OLE + "EncryptedPackage".encode("utf-16-le") * 20, "FILE_PASSWORD"
    yield "locked.xlsx", _encrypted(data), "FILE_PASSWORD"
    yield "noise.xlsx", bytes(range(1, 200)), "FILE_NOT_A_LIST"
    yield "zeros.xlsx", bytes(5000), "FILE_NOT_A_LIST"


def _encrypted(data: bytes) -> bytes:
    """Set the bit that marks every entry as encrypted."""
    flagged = bytearray(data)
    for sign, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = data.find(sign)
        while place >= 0:
            flagged[place + offset] |= 1
            place = data.find(sign, place + 4)
    return bytes(flagged)


def _mislabelled() -> Iterator[Case]:
    yield "pdf.xlsx", b"%PDF-1.7\n" + b"x" * 100, "FILE_NOT_A_LIST"
    yield "picture.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(100), "FILE_NOT_A_LIST"
    yield "photo.xlsx", b"\xff\xd8\xff\xe0" + bytes(100), "FILE_NOT_A_LIST"
    yield (
        "word.xlsx",
        packed({"[Content_Types].xml": b"<T/>", "word/document.xml": b"<d/>"}),
        ("FILE_WORD"),
    )
    yield "old-word.xls", _OLE + "WordDocument".encode("utf-16-le") * 9, "FILE_WORD"
    yield "slides.xlsx", packed({"ppt/presentation.xml": b"<p/>"}), "FILE_NOT_A_LIST"
    yield "bundle.xlsx", packed({"manifest.json": b"{}"}), "FILE_IS_BUNDLE"
    yield "web.xls", b"<html><table><tr><td>H\xe1\xbb\x8d t\xc3\xaan</table>", "FILE_NOT_A_LIST"
    yield "archive.xlsx", packed({"danh-sach.txt": b"x"}), "FILE_NOT_A_LIST"
    yield "binary.xlsb", packed({"xl/workbook.bin": b"x"}), "FILE_NOT_A_LIST"
    yield "macros.xlsm", changed("xl/vbaProject.bin", b"\x00"), "FILE_MACROS"
    types = parts(good())["[Content_Types].xml"].replace(
        b"spreadsheetml.sheet.main", b"sheet.macroEnabled.main"
    )
    yield "macros-renamed.xlsx", changed("[Content_Types].xml", types), "FILE_MACROS"
    yield "old-macros.xlsx", changed("xl/macrosheets/sheet1.xml", b"<m/>"), "FILE_MACROS"
    yield "letter.txt", "Kính gửi Ủy ban nhân dân xã".encode(), "FILE_NO_HEADING"


def _bombs() -> Iterator[Case]:
    big = b" " * 50_000_000
    yield "ratio.xlsx", changed("xl/sharedStrings.xml", big), "FILE_ABNORMAL"
    many = {f"xl/media/{number}.png": b"x" for number in range(2_100)}
    yield "count.xlsx", packed({**parts(good()), **many}), "FILE_ABNORMAL"
    yield "lying.xlsx", _lying(), "FILE_ABNORMAL"
    yield "overlap.xlsx", _overlapping(), "FILE_ABNORMAL"
    yield "method.xlsx", packed(parts(good()), zipfile.ZIP_BZIP2), "FILE_ABNORMAL"


def _lying() -> bytes:
    """A sheet of 30 MB whose directory entry says that it has 1,000 bytes."""
    content = b"<worksheet>" + b" " * 30_000_000
    data = bytearray(changed("xl/worksheets/sheet1.xml", content))
    place = data.rindex(b"xl/worksheets/sheet1.xml") - 46
    assert data[place : place + 4] == b"PK\x01\x02"
    struct.pack_into("<L", data, place + 16, zlib.crc32(content[:1000]))
    struct.pack_into("<L", data, place + 24, 1000)
    return bytes(data)


def _overlapping() -> bytes:
    """Two directory entries that point at the same bytes."""
    data = bytearray(good())
    places: list[int] = []
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        places.append(place)
        place = data.find(b"PK\x01\x02", place + 4)
    first, second = places[0], places[1]
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    return bytes(data)


def _entities() -> Iterator[Case]:
    laughs = (
        b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;">]>'
        b"<worksheet><sheetData/></worksheet>"
    )
    sheet = "xl/worksheets/sheet1.xml"
    outside = b'<!DOCTYPE w SYSTEM "file:///etc/passwd"><worksheet><sheetData/></worksheet>'
    hidden = b"<!-- <a --><!DOCTYPE w [<!ENTITY a 'x'>]><worksheet><sheetData/></worksheet>"
    yield "entities.xlsx", changed(sheet, laughs), "FILE_ABNORMAL"
    yield "external.xlsx", changed(sheet, outside), "FILE_ABNORMAL"
    yield "behind-comment.xlsx", changed(sheet, hidden), "FILE_ABNORMAL"
    yield "shared.xlsx", changed("xl/sharedStrings.xml", laughs), "FILE_ABNORMAL"
    yield "styles.xlsx", changed("xl/styles.xml", outside), "FILE_ABNORMAL"
    yield "long-prolog.xlsx", changed(sheet, b"<!--" + b"x" * 90_000 + b"--><w/>"), "FILE_ABNORMAL"
    yield "utf16.xlsx", changed(sheet, "<worksheet/>".encode("utf-16")), "FILE_ABNORMAL"


def _odd_names() -> Iterator[Case]:
    for number, name in enumerate(
        ("../../evil.xml", "/etc/passwd", "C:\\evil.xml", "xl/..\\evil.xml", "xl/\u202egnp.xml")
    ):
        yield f"name-{number}.xlsx", changed(name, b"<x/>"), "FILE_ABNORMAL"
    yield "twins.xlsx", changed("XL/Workbook.xml", b"<x/>"), "FILE_ABNORMAL"


def far_cells() -> Iterator[tuple[str, bytes]]:
    """Return good lists with one stray cell far away; they are to be read, quickly."""
    for address in ("XFD1048576", "H1048576", "XFD30", "ZZ900000"):
        book = openpyxl.load_workbook(io.BytesIO(good()))
        sheet = book.active
        assert sheet is not None
        sheet[address] = "x"
        yield f"far-{address}.xlsx", make_lists.steady(book)
