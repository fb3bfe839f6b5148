"""A bad entry is named by file, entry, key and reason."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import pytest

from thiduaqt.catalog.faults import BadPack
from thiduaqt.catalog.strict import build, is_date
from thiduaqt.catalog.toml_file import read_table
from thiduaqt.domain.plan import Source

EMPTY = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    code: str
    multiple: Decimal = Decimal(1)
    level: Literal["commune", "province"] = "commune"
    count: int = 0
    on: bool = False
    source: Source = EMPTY


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    name: str
    rates: tuple[Rate, ...] = ()


def _fault(table: dict[str, Any], root: str = "") -> BadPack:
    with pytest.raises(BadPack) as caught:
        build(Book, table, file="mau.toml", root=root)
    return caught.value


def test_a_good_table_becomes_values() -> None:
    book = build(
        Book,
        {"name": "Một", "rates": [{"code": "a", "multiple": "0.45", "source": "mục IV.1"}]},
        file="mau.toml",
    )
    assert book.rates[0].multiple == Decimal("0.45")
    assert book.rates[0].source == Source(tag="plan", text="mục IV.1", confidence="H")


@pytest.mark.parametrize(
    ("entry", "key", "reason"),
    [
        ({"code": "a", "colour": 1}, "colour", "khóa này không có trong mẫu"),
        ({"code": 5}, "code", "phải là chữ đặt trong ngoặc kép"),
        ({"code": "a", "count": "5"}, "count", "phải là số nguyên"),
        ({"code": "a", "count": True}, "count", "phải là số nguyên"),
        ({"code": "a", "on": 1}, "on", "phải là true hoặc false"),
        ({"code": "a", "level": "xa"}, "level", "phải là một trong: commune, province"),
        ({"code": "a", "multiple": 0.3}, "multiple", "số thập phân"),
        ({"code": "a", "multiple": "0,3"}, "multiple", "số thập phân"),
        ({"code": "a", "source": 3}, "source", "phải là một bảng"),
        ({"code": "a", "source": {"tag": "guess"}}, "tag", "phải là một trong: law, plan, sugg"),
        ({"level": "commune"}, "code", "thiếu khóa bắt buộc này"),
        ({"code": "hai  dấu cách"}, "code", "chữ chưa ở dạng dựng sẵn"),
        ({"code": "Ho\u0300a"}, "code", "chữ chưa ở dạng dựng sẵn"),
    ],
)
def test_a_bad_entry_is_named(entry: dict[str, Any], key: str, reason: str) -> None:
    fault = _fault({"name": "Một", "rates": [{"code": "tot"}, entry]})
    assert fault.file == "mau.toml"
    assert fault.place.startswith("rates thứ 2")
    assert fault.key == key
    assert reason in fault.reason


def test_the_message_says_all_of_it_in_one_sentence() -> None:
    fault = _fault({"name": "Một", "rates": [{"code": "a", "count": "5"}]})
    assert fault.what == (
        "Không đọc được gói quy định: tệp mau.toml, mục rates thứ 1 (a), khóa “count”: "
        "phải là số nguyên."
    )
    assert fault.todo
    assert fault.data == "Dữ liệu không thay đổi."


def test_faults_at_the_top_of_the_file() -> None:
    assert _fault({}).key == "name"
    assert _fault({"name": "Một", "rates": {}}).reason == "phải là một danh sách"
    assert _fault({"name": "Một", "rates": ["a"]}).reason == "phải là một bảng"
    assert _fault({"other": 1}, root="pack").place == "pack"


@pytest.mark.parametrize("content", [b"name = ", b"\xff\xfe", b'name = "a"\nname = "b"'])
def test_a_file_that_is_not_toml(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "hong.toml"
    path.write_bytes(content)
    with pytest.raises(BadPack, match=r"tệp hong\.toml: không phải tệp TOML"):
        read_table(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadPack, match="không mở được tệp"):
        read_table(tmp_path / "khong-co.toml")


def test_dates() -> None:
    assert is_date("2026-02-28")
    for wrong in ("2026-02-29", "2026-2-1", "20260201", "2026", "", "hôm nay"):
        assert not is_date(wrong)
