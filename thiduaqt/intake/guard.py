"""What a file really is, told by its content; what must not be read is refused in plain words."""

from __future__ import annotations

import hashlib
import io
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from thiduaqt.domain.errors import BadFile
from thiduaqt.intake.archive import MIB, Archive, abnormal, check_all, damaged, open_archive

FileFormat = Literal["xlsx", "xls", "text"]

MAX_FILE = 32 * MIB
# A part of a workbook has to reach its first element within this many bytes.
MAX_PROLOG = 64 * 1024
_HEAD = 2048

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "tệp PDF"),
    (b"\x89PNG", "ảnh PNG"),
    (b"\xff\xd8\xff", "ảnh JPEG"),
    (b"GIF8", "ảnh GIF"),
    (b"BM", "ảnh BMP"),
    (b"II*\x00", "ảnh TIFF"),
    (b"MM\x00*", "ảnh TIFF"),
    (b"RIFF", "ảnh hoặc âm thanh"),
    (b"{\\rtf", "tệp văn bản RTF"),
    (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf", "tệp nén 7z"),
    (b"\x1f\x8b", "tệp nén GZ"),
    (b"SQLite format 3", "tệp dữ liệu SQLite"),
    (b"MZ", "chương trình"),
    (b"\x7fELF", "chương trình"),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPEN_EXCEL = "Mở bằng Excel, lưu thành tệp .xlsx rồi chọn lại."
# Signs that no text holds.
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ROOT = re.compile(rb"<[A-Za-z]")
_COMMENT = re.compile(rb"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file whose content was looked at and may be read.

    For .xlsx there are the ``archive`` and the XML of the ``parts`` that may hold cells.
    """

    name: str
    format: FileFormat
    data: bytes
    sha256: str
    archive: Archive | None = None
    parts: dict[str, bytes] = field(default_factory=dict)


def examine(path: Path) -> KnownFile:
    """Return the file at ``path`` with what it is. Raises :class:`BadFile` with the reason."""
    data = content(path)
    name = path.name
    found = _format(name, data)
    sha256 = hashlib.sha256(data).hexdigest()
    if found != "xlsx":
        return KnownFile(name, found, data, sha256)
    archive = _checked_workbook(name, data)
    parts = check_all(archive, _may_hold_cells)
    return KnownFile(name, found, data, sha256, archive, parts)


def _may_hold_cells(entry: str) -> bool:
    """Tell whether an entry may be a sheet, whatever sheet it claims to be."""
    lowered = entry.lower()
    other = ("xl/sharedstrings", "xl/styles", "xl/theme", "xl/drawings", "xl/workbook.xml")
    return lowered.startswith("xl/") and lowered.endswith(".xml") and not lowered.startswith(other)


def require_safe_xml() -> None:
    """Make sure openpyxl parses through defusedxml, else raise RuntimeError: a broken build."""
    import openpyxl  # noqa: PLC0415 - heavy, only needed with a workbook at hand

    if not openpyxl.DEFUSEDXML:
        raise RuntimeError("openpyxl does not use defusedxml")


def content(path: Path) -> bytes:
    """Return the bytes of a file. Raises :class:`BadFile` where it cannot or must not be read."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):  # a pipe or a device would keep us waiting
            raise BadFile(
                f"“{path.name}” không phải một tệp.",
                todo="Chọn đúng tệp cần đọc.",
                code="FILE_UNREADABLE",
            )
        if about.st_size > MAX_FILE:
            raise BadFile(
                f"Tệp “{path.name}” lớn hơn {MAX_FILE // MIB} MB.",
                todo="Bỏ ảnh và các trang không phải danh sách, lưu lại rồi chọn lại.",
                code="FILE_TOO_BIG",
            )
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except FileNotFoundError as fault:
        raise BadFile(
            f"Không thấy tệp “{path.name}”.",
            todo="Kiểm tra lại tên và thư mục.",
            code="FILE_MISSING",
        ) from fault
    except PermissionError as fault:
        raise BadFile(
            f"Không đọc được “{path.name}”, có thể tệp đang mở trong Excel.",
            todo="Đóng tệp đó rồi thử lại.",
            code="FILE_LOCKED",
        ) from fault
    except OSError as fault:
        raise BadFile(
            f"Không đọc được “{path.name}”.",
            todo="Chép tệp vào máy rồi chọn lại.",
            code="FILE_UNREADABLE",
        ) from fault
    if not data:
        raise BadFile(
            "Tệp rỗng (0 byte). Có thể USB bị rút sớm.",
            todo="Nhờ bên gửi chép lại tệp.",
            code="FILE_EMPTY",
        )
    return data


def _format(name: str, data: bytes) -> FileFormat:
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "xlsx"
    if data.startswith(OLE):
        return _ole_format(name, data)
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise _not_a_list(name, what)
    start = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<html", b"<!doctype html", b"<table")):
        raise _not_a_list(name, "trang web", todo=_OPEN_EXCEL)
    if start.startswith(b"<?xml"):
        raise _not_a_list(name, "tệp XML", todo=_OPEN_EXCEL)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or not CONTROL.search(data[:_HEAD]):
        return "text"
    raise _not_a_list(name, "tệp không rõ loại hoặc đã hỏng")


def _ole_format(name: str, data: bytes) -> FileFormat:
    """Tell apart what Office 97–2003 and encrypted files keep in the same container."""
    if utf16("EncryptedPackage") in data:
        raise password()
    if utf16("WordDocument") in data:
        raise _word(name)
    if utf16("PowerPoint Document") in data:
        raise _not_a_list(name, "tệp trình chiếu")
    if utf16("Workbook") in data or utf16("Book") in data:
        return "xls"
    raise _not_a_list(name, "tệp không rõ loại hoặc đã hỏng")


def utf16(name: str) -> bytes:
    """Return a name as the directory of an Office 97 container holds it."""
    return name.encode("utf-16-le")


def password() -> BadFile:
    """The error for a file behind a password."""
    return BadFile(
        "Tệp có mật khẩu.",
        todo="Mở bằng Excel, lưu bản không mật khẩu rồi chọn lại.",
        code="FILE_PASSWORD",
    )


def _not_a_list(name: str, what: str, todo: str = "") -> BadFile:
    return BadFile(
        f"Tệp “{name}” thực chất là {what}, không phải bảng Excel.",
        todo=todo or "Nhờ bên gửi gửi danh sách bằng tệp Excel (.xlsx).",
        code="FILE_NOT_A_LIST",
    )


def _word(name: str) -> BadFile:
    return BadFile(
        f"“{name}” là tệp Word.",
        todo="Chép bảng trong Word, dán vào Excel rồi lưu thành tệp .xlsx.",
        code="FILE_WORD",
    )


def _checked_workbook(name: str, data: bytes) -> Archive:
    archive = open_archive(io.BytesIO(data), len(data))
    names = {entry.lower() for entry in archive.entries}
    if "xl/workbook.xml" not in names:
        raise _other_container(name, names)
    content_types = next(
        (entry for entry in archive.entries if entry.lower() == "[content_types].xml"), None
    )
    if content_types is None:
        raise damaged()
    macros = any(entry.endswith("vbaproject.bin") or "/macrosheets/" in entry for entry in names)
    if macros or b"macroenabled" in archive.read(content_types).lower():
        raise BadFile(
            f"Tệp “{name}” có macro (chương trình chạy kèm) nên không mở, để phòng vi-rút.",
            todo="Mở bằng Excel, lưu thành “Excel Workbook (*.xlsx)” rồi chọn lại.",
            code="FILE_MACROS",
        )
    refuse_declarations(archive)
    return archive


def _other_container(name: str, names: set[str]) -> BadFile:
    if "word/document.xml" in names:
        return _word(name)
    if "ppt/presentation.xml" in names:
        return _not_a_list(name, "tệp trình chiếu")
    if "xl/workbook.bin" in names:
        return _not_a_list(name, "bảng Excel dạng nhị phân (.xlsb)", todo=_OPEN_EXCEL)
    if "mimetype" in names and "content.xml" in names:
        return _not_a_list(name, "tệp OpenDocument", todo=_OPEN_EXCEL)
    if "manifest.json" in names:
        return BadFile(
            f"“{name}” là gói dữ liệu của ThiDuaQt, không phải danh sách Excel.",
            todo="Dùng chức năng nhận gói dữ liệu.",
            code="FILE_IS_BUNDLE",
        )
    return _not_a_list(name, "tệp nén ZIP")


def refuse_declarations(archive: Archive) -> None:
    """Refuse document types and entities; they may only stand before the first element."""
    for entry in archive.entries:
        if not entry.lower().endswith((".xml", ".rels", ".vml")):
            continue
        head = _prolog(archive, entry)
        if b"\x00" in head:
            raise abnormal("bảng mã lạ")
        if _DECLARES.search(head):
            raise abnormal("có khai báo thực thể XML")


def _prolog(archive: Archive, entry: str) -> bytes:
    """Return what stands before the first element of an XML part, comments left out."""
    for limit in (_HEAD, MAX_PROLOG):
        raw = archive.read(entry, limit)
        head = _COMMENT.sub(b"", raw)
        root = _ROOT.search(head)
        if root and b"<!--" not in head[: root.start()]:
            return head[: root.start()]
        if len(raw) < limit:
            return head
    raise abnormal("phần đầu quá dài")
