"""Files appear whole or not at all, and what somebody edited stays."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt import durable
from thiduaqt.documents import files
from thiduaqt.documents.files import WriteFailed, file_hash, file_name, write_document

OURS = b"first version"
NEW = b"second version"


def test_a_new_file_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "Văn bản" / "Tờ trình.docx"
    written = write_document(path, OURS, None)
    assert written.path == path
    assert path.read_bytes() == OURS
    assert written.sha256 == hashlib.sha256(OURS).hexdigest() == file_hash(path)
    assert not written.kept_old
    assert [entry.name for entry in path.parent.iterdir()] == ["Tờ trình.docx"]


def test_our_own_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "Tờ trình.docx"
    first = write_document(path, OURS, None)
    second = write_document(path, NEW, first.sha256)
    assert (second.path, second.kept_old) == (path, False)
    assert path.read_bytes() == NEW


def test_an_edited_file_stays_and_the_new_one_gets_a_number(tmp_path: Path) -> None:
    path = tmp_path / "Tờ trình.docx"
    first = write_document(path, OURS, None)
    path.write_bytes(b"edited by hand")
    second = write_document(path, NEW, first.sha256)
    assert second.kept_old
    assert second.path == tmp_path / "Tờ trình (2).docx"
    assert path.read_bytes() == b"edited by hand"
    assert second.path.read_bytes() == NEW
    third = write_document(path, b"third", first.sha256)
    assert third.path.name == "Tờ trình (3).docx"


def test_a_file_we_never_wrote_stays(tmp_path: Path) -> None:
    path = tmp_path / "Quyết định.docx"
    path.write_bytes(b"somebody else's")
    written = write_document(path, NEW, None)
    assert written.kept_old
    assert path.read_bytes() == b"somebody else's"


def test_the_same_content_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(OURS)
    before = path.stat().st_mtime_ns
    written = write_document(path, OURS, None)
    assert (written.path, written.kept_old) == (path, False)
    assert path.stat().st_mtime_ns == before


def test_a_fault_before_the_end_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Tờ trình.docx"
    first = write_document(path, OURS, None)

    def full_disk(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(WriteFailed) as caught:
        write_document(path, NEW, first.sha256)
    assert path.read_bytes() == OURS
    assert [entry.name for entry in tmp_path.iterdir()] == ["Tờ trình.docx"]
    assert "Tờ trình.docx" in caught.value.what
    assert "không thay đổi" in caught.value.data


def test_a_disk_that_lies_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    monkeypatch.setattr(files, "file_hash", lambda _path: None)
    with pytest.raises(WriteFailed):
        write_document(path, NEW, None)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "chặn").write_bytes(b"")
    with pytest.raises(WriteFailed, match="đường dẫn không phải là thư mục"):
        write_document(tmp_path / "chặn" / "a.docx", NEW, None)


class _Scanned(PermissionError):
    """What Windows raises while a virus scanner looks at a file."""

    winerror = 32


def test_a_passing_lock_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr(durable.time, "sleep", waits.append)
    real, calls = Path.replace, []

    def busy(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) < 4:
            raise _Scanned
        return real(self, target)

    monkeypatch.setattr(Path, "replace", busy)
    assert write_document(tmp_path / "a.docx", NEW, None).path.read_bytes() == NEW
    assert waits == [0.05, 0.1, 0.2]


def test_a_lasting_lock_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durable.time, "sleep", lambda _wait: None)

    def locked(self: Path, target: Path) -> Path:
        raise _Scanned

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(WriteFailed, match="đang mở trong chương trình khác"):
        write_document(tmp_path / "a.docx", NEW, None)
    assert list(tmp_path.iterdir()) == []


def test_no_right_to_write_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refused)
    monkeypatch.setattr(durable.time, "sleep", lambda _wait: pytest.fail("waited"))
    with pytest.raises(WriteFailed):
        write_document(tmp_path / "a.docx", NEW, None)


# --- Names -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Tờ trình", "Tờ trình.docx"),
        ("Quyết định 131/QĐ-UBND", "Quyết định 131-QĐ-UBND.docx"),
        ('a<b>c:d"e|f?g*h\\i', "a-b-c-d-e-f-g-h-i.docx"),
        ("  ..  ", "Van ban.docx"),
        ("CON", "_CON.docx"),
        ("lpt1.x", "_lpt1.x.docx"),
        ("Phụ lục.", "Phụ lục.docx"),
    ],
)
def test_file_names(title: str, name: str) -> None:
    assert file_name(title, ".docx") == name


def test_ascii_names_keep_the_letters() -> None:
    assert file_name("Đề nghị Thuỵ Ưởng", ".xlsx", ascii_only=True) == "De nghi Thuy Uong.xlsx"


@given(st.text(max_size=400), st.booleans())
def test_any_title_makes_a_name_that_every_system_takes(title: str, ascii_only: bool) -> None:
    name = file_name(title, ".docx", ascii_only=ascii_only)
    assert name.endswith(".docx")
    stem = name.removesuffix(".docx")
    assert stem == stem.strip(" .")
    assert stem
    assert not set(name) & set('<>:"/\\|?*')
    assert all(sign.isprintable() or sign == "\u3000" or ord(sign) > 127 for sign in name)
    assert len(name) <= 121
    assert len(name.encode()) <= 231
    assert not ascii_only or name.isascii()


@pytest.mark.parametrize("name", [os.devnull, "."])
def test_what_is_no_plain_file_is_neither_read_nor_replaced(name: str) -> None:
    with pytest.raises(OSError, match="plain file"):
        file_hash(Path(name))
    with pytest.raises(WriteFailed, match="không phải một tệp"):
        write_document(Path(name), NEW, None)
