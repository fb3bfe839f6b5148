from __future__ import annotations

import os
import time
from pathlib import Path

import openpyxl
import pytest

from tests.data.lists import make_hostile, make_lists
from thiduaqt.domain.errors import BadFile
from thiduaqt.intake import guard
from thiduaqt.intake.archive import MIB
from thiduaqt.intake.reading import read_list

CASES = {name: (data, code) for name, data, code in make_hostile.cases()}
FAR = dict(make_hostile.far_cells())


def peak_bytes() -> int:
    """Return the most memory this process has held; 0 where the system does not tell."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


@pytest.mark.parametrize("name", CASES)
def test_a_bad_file_ends_in_one_plain_sentence(name: str, tmp_path: Path) -> None:
    data, code = CASES[name]
    path = tmp_path / name
    path.write_bytes(data)
    started = time.perf_counter()

    with pytest.raises(BadFile) as refused:
        read_list(path)

    assert refused.value.code == code
    assert refused.value.what.endswith(".")
    assert refused.value.todo.endswith(".")
    assert "không thay đổi" in refused.value.data
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize("name", FAR)
def test_a_stray_cell_far_away_costs_neither_time_nor_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FAR[name])
    expected = [answer["full_name"] for answer in make_lists.make("plain")[1].rows.values()]
    started = time.perf_counter()
    before = peak_bytes()

    reading = read_list(path)

    assert [draft.full_name for draft in reading.drafts][: len(expected)] == expected
    assert time.perf_counter() - started < 10
    assert peak_bytes() - before < 300 * MIB


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(BadFile) as missing:
        read_list(tmp_path / "không có.xlsx")
    assert missing.value.code == "FILE_MISSING"
    with pytest.raises(BadFile) as folder:
        read_list(tmp_path)
    assert folder.value.code == "FILE_UNREADABLE"


def test_too_big_a_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "to.xlsx"
    with path.open("wb") as file:
        file.truncate(guard.MAX_FILE + 1)
    with pytest.raises(BadFile) as refused:
        read_list(path)
    assert refused.value.code == "FILE_TOO_BIG"


def test_what_a_file_is_does_not_depend_on_its_name(tmp_path: Path) -> None:
    path = tmp_path / "danh sách.xls"
    path.write_bytes(make_hostile.good())
    assert guard.examine(path).format == "xlsx"
    assert len(read_list(path).drafts) == 12


def test_forty_columns_and_more_are_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["TT", "Họ và tên", "Đơn vị", *(f"Nội dung {n}" for n in range(60))])
    sheet.append([1, "Nguyễn Văn An", "Thôn 3", *range(60)])
    path = tmp_path / "rong.xlsx"
    book.save(path)
    reading = read_list(path)
    assert [(draft.full_name, draft.unit) for draft in reading.drafts] == [
        ("Nguyễn Văn An", "Thôn 3")
    ]


def test_safe_xml_is_there() -> None:
    guard.require_safe_xml()


def test_broken_safe_xml_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openpyxl.DEFUSEDXML", False)
    with pytest.raises(RuntimeError, match="defusedxml"):
        guard.require_safe_xml()


def test_pipes_and_devices_are_refused_unread() -> None:
    with pytest.raises(BadFile) as refused:
        guard.content(Path(os.devnull))
    assert "không phải một tệp" in refused.value.what
