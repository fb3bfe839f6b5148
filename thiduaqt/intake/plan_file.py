"""Reads a plan somebody sent: told by its content, refused in plain words where it is neither."""

from __future__ import annotations

import io
from pathlib import Path

from thiduaqt.domain.errors import BadFile
from thiduaqt.domain.lint.text import PlanText
from thiduaqt.intake.archive import Archive, open_archive
from thiduaqt.intake.docx_text import read_docx_text
from thiduaqt.intake.guard import (
    CONTROL,
    OLE,
    SIGNATURES,
    content,
    refuse_declarations,
    utf16,
)
from thiduaqt.intake.plan_text import read_plan_text

_HEAD = 4096
_SAVE_AS = "Mở bằng Word, lưu thành tệp .docx rồi chọn lại."
_FOR_WORD = {
    "FILE_PASSWORD": "Mở bằng Word, lưu bản không mật khẩu rồi chọn lại.",
    "FILE_ABNORMAL": "Báo bên gửi lưu lại văn bản thành tệp Word (.docx) mới rồi gửi lại.",
    "FILE_TOO_BIG": "Bỏ bớt ảnh trong văn bản, lưu lại rồi chọn lại.",
    "FILE_LOCKED": "Đóng tệp đó trong Word rồi thử lại.",
}


def read_plan(path: Path) -> PlanText:
    """Return the text of a .docx or .txt file. Raises :class:`BadFile` with what to do."""
    try:
        return _read(path)
    except BadFile as fault:
        # The guards of lists speak of Excel; a plan is a Word file.
        todo = _FOR_WORD.get(fault.code)
        if todo is None:
            raise
        what = fault.what.replace("đang mở trong Excel", "đang mở trong Word")
        raise BadFile(what, todo=todo, code=fault.code) from fault


def _read(path: Path) -> PlanText:
    data = content(path)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return read_docx_text(path.name, _checked(path.name, data))
    if data.startswith(OLE):
        raise _old_office(path.name, data)
    for signature, what in SIGNATURES:
        # Two letters may open a text as well.
        if data.startswith(signature) and (len(signature) > 2 or CONTROL.search(data[:_HEAD])):
            raise _not_a_plan(path.name, what)
    start = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<html", b"<!doctype html", b"<?xml", b"<table")):
        raise _not_a_plan(path.name, "trang web hoặc tệp XML")
    if not _is_text(data):
        raise _not_a_plan(path.name, "tệp không rõ loại hoặc đã hỏng")
    return read_plan_text(path.name, data)


def _is_text(data: bytes) -> bool:
    """Tell text from anything else; UTF-16 holds empty bytes at every other place only."""
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if not CONTROL.search(head):
        return True
    even, odd = head[0::2], head[1::2]
    zeros = max(even.count(0) / len(even), odd.count(0) / max(len(odd), 1))
    return zeros > 0.3 and min(even.count(0), odd.count(0)) == 0


def _checked(name: str, data: bytes) -> Archive:
    archive = open_archive(io.BytesIO(data), len(data))
    names = {entry.lower() for entry in archive.entries}
    if "word/document.xml" not in names:
        raise _other_container(name, names)
    types = next((e for e in archive.entries if e.lower() == "[content_types].xml"), None)
    declared = archive.read(types).lower() if types else b""
    if any(entry.endswith("vbaproject.bin") for entry in names) or b"macroenabled" in declared:
        raise BadFile(
            f"Tệp “{name}” có macro (chương trình chạy kèm) nên không mở, để phòng vi-rút.",
            todo="Mở bằng Word, lưu thành “Word Document (*.docx)” rồi chọn lại.",
            code="FILE_MACROS",
        )
    refuse_declarations(archive)
    return archive


def _other_container(name: str, names: set[str]) -> BadFile:
    if any(entry.startswith("xl/") for entry in names):
        return BadFile(
            f"“{name}” là bảng Excel, không phải văn bản.",
            todo="Chọn tệp Word (.docx) hoặc tệp chữ (.txt) của kế hoạch.",
            code="FILE_NOT_A_PLAN",
        )
    if "manifest.json" in names:
        return _not_a_plan(name, "gói dữ liệu của ThiDuaQt")
    if "mimetype" in names and "content.xml" in names:
        return _not_a_plan(name, "tệp OpenDocument")
    return _not_a_plan(name, "tệp nén ZIP")


def _old_office(name: str, data: bytes) -> BadFile:
    if utf16("EncryptedPackage") in data:
        return BadFile("Tệp có mật khẩu.", todo=_FOR_WORD["FILE_PASSWORD"], code="FILE_PASSWORD")
    if utf16("WordDocument") in data:
        return BadFile(f"“{name}” là tệp Word đời cũ (.doc).", todo=_SAVE_AS, code="FILE_OLD_WORD")
    return _not_a_plan(name, "tệp Office đời cũ")


def _not_a_plan(name: str, what: str) -> BadFile:
    if what == "tệp PDF":
        todo = "Xin bản Word (.docx) của văn bản, hoặc chép chữ sang Word rồi lưu .docx."
    elif what.startswith("ảnh"):
        todo = "Ảnh chụp không rà soát được: xin bản Word (.docx) của văn bản."
    else:
        todo = _SAVE_AS
    return BadFile(
        f"Tệp “{name}” thực chất là {what}, không phải văn bản Word hay tệp chữ.",
        todo=todo,
        code="FILE_NOT_A_PLAN",
    )
