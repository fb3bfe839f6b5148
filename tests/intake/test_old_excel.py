from __future__ import annotations

import random
import struct
from pathlib import Path

import pytest

from tests.data.lists import old_excel
from thiduaqt.domain.errors import BadFile
from thiduaqt.intake import biff
from thiduaqt.intake.reading import read_list

ROWS: list[list[old_excel.Cell]] = [
    ["DANH SÁCH ĐỀ NGHỊ"],
    ["TT", "Họ và tên", "Năm sinh", "Đơn vị"],
    [1.0, "Nguyễn Văn Đức", 1985.0, "Thôn 3"],
    [2.0, "Lò Thị Ươm", "05/03/1987", "Thôn 3"],
]


def read(tmp_path: Path, data: bytes) -> list[tuple[str, str]]:
    path = tmp_path / "cu.xls"
    path.write_bytes(data)
    return [(draft.full_name, draft.birth.value) for draft in read_list(path).drafts]


def refusal(tmp_path: Path, data: bytes) -> str:
    with pytest.raises(BadFile) as refused:
        read(tmp_path, data)
    return refused.value.code


def test_an_old_list_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, old_excel.workbook(ROWS)) == [
        ("Nguyễn Văn Đức", "1985"),
        ("Lò Thị Ươm", "1987-03-05"),
    ]
    assert biff.reach(old_excel.workbook(ROWS)) == (4, 4, False)


def test_a_stray_cell_at_the_corner_is_refused(tmp_path: Path) -> None:
    corner = old_excel.record(0x203, struct.pack("<HHHd", 65535, 255, 0, 1.0))
    assert refusal(tmp_path, old_excel.workbook(ROWS, extra=corner)) == "FILE_ABNORMAL"


def test_a_password_is_named(tmp_path: Path) -> None:
    locked = old_excel.record(0x2F, bytes(6))
    assert refusal(tmp_path, old_excel.workbook(ROWS, extra=locked)) == "FILE_PASSWORD"


@pytest.mark.parametrize(
    "dimensions",
    [
        struct.pack("<LLHHH", 9, 3, 0, 4, 0),
        struct.pack("<LLHHH", 0, 3, 7, 4, 0),
        struct.pack("<LLHHH", 0, 0xFFFFFFF0, 0, 4, 0),
        b"\x00",
    ],
)
def test_impossible_dimensions_are_damage(tmp_path: Path, dimensions: bytes) -> None:
    data = old_excel.workbook(ROWS, dimensions=dimensions)
    assert refusal(tmp_path, data) == "FILE_DAMAGED"


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_a_cut_file_is_damage(tmp_path: Path, share: float) -> None:
    data = old_excel.workbook(ROWS)
    assert refusal(tmp_path, data[: int(len(data) * share)]) in ("FILE_DAMAGED", "FILE_NOT_A_LIST")


def test_mutated_old_files_are_read_or_refused(tmp_path: Path) -> None:
    rng = random.Random(20261120)
    good = old_excel.workbook(ROWS)
    outcomes = {"read": 0, "refused": 0}
    for _ in range(300):
        data = bytearray(good)
        for _ in range(rng.randint(1, 4)):
            data[rng.randrange(len(data))] = rng.choice((0, 255, rng.randrange(256)))
        try:
            read(tmp_path, bytes(data))
            outcomes["read"] += 1
        except BadFile:
            outcomes["refused"] += 1
    assert min(outcomes.values()) > 10
