"""Files that are no plan, or must not be opened, end in one plain sentence."""

from __future__ import annotations

import struct
import time
import zipfile
from pathlib import Path

import pytest

from tests.data.lists import make_hostile
from tests.intake.docx_parts import TYPES, document, packed, paragraph, word
from thiduaqt.domain.errors import BadFile
from thiduaqt.intake import guard
from thiduaqt.intake.plan_file import read_plan

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GOOD = word(paragraph("Một câu."))


def with_part(name: str, data: str | bytes) -> bytes:
    return packed(
        {"[Content_Types].xml": TYPES, "word/document.xml": document(paragraph("a")), name: data}
    )


def nested(depth: int) -> str:
    return "<w:sdt><w:sdtContent>" * depth + paragraph("sâu") + "</w:sdtContent></w:sdt>" * depth


LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;">]>'
    '<w:document xmlns:w="x"><w:body/></w:document>'
)
OUTSIDE = '<!DOCTYPE w SYSTEM "file:///etc/passwd"><w:document xmlns:w="x"><w:body/></w:document>'
CASES: dict[str, tuple[bytes, str]] = {
    "rong.docx": (b"", "FILE_EMPTY"),
    "cat-nua.docx": (GOOD[: len(GOOD) // 2], "FILE_DAMAGED"),
    "cat-cuoi.docx": (GOOD[:-10], "FILE_DAMAGED"),
    "xml-hong.docx": (packed({"word/document.xml": "<w:document><w:body>"}), "FILE_DAMAGED"),
    "khong-than.docx": (packed({"word/document.xml": "<a/>"}), "FILE_DAMAGED"),
    "khong-chu.docx": (word(paragraph("")), "FILE_NO_TEXT"),
    "doi-cu.doc": (OLE + "WordDocument".encode("utf-16-le") * 9, "FILE_OLD_WORD"),
    "mat-khau.docx": (OLE + "EncryptedPackage".encode("utf-16-le") * 9, "FILE_PASSWORD"),
    "la.doc": (OLE + bytes(600), "FILE_NOT_A_PLAN"),
    "ban-quet.pdf": (b"%PDF-1.7\n" + b"x" * 100, "FILE_NOT_A_PLAN"),
    "anh.png": (b"\x89PNG\r\n\x1a\n" + bytes(100), "FILE_NOT_A_PLAN"),
    "cu.rtf": (b"{\\rtf1\\ansi K\\'ea ho\\u7841?ch}", "FILE_NOT_A_PLAN"),
    "trang.docx": (b"<html><body>x</body></html>", "FILE_NOT_A_PLAN"),
    "bang.xlsx": (make_hostile.good(), "FILE_NOT_A_PLAN"),
    "goi.tdq": (packed({"manifest.json": "{}"}), "FILE_NOT_A_PLAN"),
    "van-ban.odt": (packed({"mimetype": "x", "content.xml": "<x/>"}), "FILE_NOT_A_PLAN"),
    "nen.zip": (packed({"a.txt": "x"}), "FILE_NOT_A_PLAN"),
    "nhieu-so-0.txt": (bytes(5000), "FILE_NOT_A_PLAN"),
    "macro.docm": (with_part("word/vbaProject.bin", b"\x00"), "FILE_MACROS"),
    "macro-doi-ten.docx": (
        packed(
            {
                "[Content_Types].xml": TYPES.replace("application/xml", "x.macroEnabled.main+xml"),
                "word/document.xml": document(paragraph("a")),
            }
        ),
        "FILE_MACROS",
    ),
    "thuc-the.docx": (packed({"word/document.xml": LAUGHS}), "FILE_ABNORMAL"),
    "thuc-the-ngoai.docx": (packed({"word/document.xml": OUTSIDE}), "FILE_ABNORMAL"),
    "thuc-the-kieu.docx": (with_part("word/styles.xml", LAUGHS), "FILE_ABNORMAL"),
    "bom.docx": (with_part("word/media/a.bin", b" " * 50_000_000), "FILE_ABNORMAL"),
    "nhieu-phan.docx": (
        packed({"word/document.xml": "<a/>", **{f"word/m{n}.xml": "x" for n in range(2100)}}),
        "FILE_ABNORMAL",
    ),
    "nen-la.docx": (packed({"word/document.xml": "<a/>"}, zipfile.ZIP_BZIP2), "FILE_ABNORMAL"),
    "long-sau.docx": (word(nested(200)), "FILE_ABNORMAL"),
    "ten-la.docx": (with_part("../../x.xml", "<x/>"), "FILE_ABNORMAL"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_bad_file_ends_in_one_plain_sentence(name: str, tmp_path: Path) -> None:
    data, code = CASES[name]
    path = tmp_path / name
    path.write_bytes(data)
    started = time.perf_counter()
    with pytest.raises(BadFile) as refused:
        read_plan(path)
    assert refused.value.code == code
    assert refused.value.what.endswith(".")
    assert refused.value.todo.endswith(".")
    assert "Excel (.xlsx)" not in refused.value.text
    assert time.perf_counter() - started < 10


def test_a_size_that_lies_is_refused(tmp_path: Path) -> None:
    data = bytearray(with_part("word/styles.xml", "<w>" + " " * 3_000_000))
    place = data.rindex(b"word/styles.xml") - 46
    struct.pack_into("<L", data, place + 24, 1000)
    path = tmp_path / "noi-doi.docx"
    path.write_bytes(bytes(data))
    with pytest.raises(BadFile):
        read_plan(path)


def test_what_a_file_is_does_not_depend_on_its_name(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.txt"
    path.write_bytes(GOOD)
    assert [item.text for item in read_plan(path).paragraphs] == ["Một câu."]
    path.write_text("BM về việc phát động phong trào thi đua", encoding="utf-8")
    assert read_plan(path).paragraphs[0].text.startswith("BM về việc")


def test_a_missing_file_a_folder_and_one_too_big(tmp_path: Path) -> None:
    with pytest.raises(BadFile) as missing:
        read_plan(tmp_path / "không có.docx")
    assert missing.value.code == "FILE_MISSING"
    with pytest.raises(BadFile):
        read_plan(tmp_path)
    path = tmp_path / "to.docx"
    with path.open("wb") as file:
        file.truncate(guard.MAX_FILE + 1)
    with pytest.raises(BadFile) as big:
        read_plan(path)
    assert big.value.code == "FILE_TOO_BIG"
    assert "danh sách" not in big.value.todo


def _stored(tmp_path: Path, body: str) -> Path:
    path = tmp_path / "nặng.docx"
    entries: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "word/document.xml": document(body),
    }
    path.write_bytes(packed(entries, zipfile.ZIP_STORED))
    return path


def test_one_paragraph_of_very_many_runs_is_read_in_time(tmp_path: Path) -> None:
    path = _stored(tmp_path, f"<w:p>{'<w:r><w:t>a</w:t></w:r>' * 60_000}</w:p>")
    began = time.monotonic()
    assert read_plan(path).paragraphs[0].text.startswith("aaa")
    assert time.monotonic() - began < 8


def test_very_many_empty_elements_are_refused(tmp_path: Path) -> None:
    path = _stored(tmp_path, paragraph("a") + "<w:p/>" * 1_100_000)
    with pytest.raises(BadFile) as refused:
        read_plan(path)
    assert refused.value.code == "FILE_ABNORMAL"
