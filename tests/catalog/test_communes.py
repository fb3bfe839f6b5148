"""The table of communes: counts, search as typed, one commune by name."""

from __future__ import annotations

import time
import unicodedata
from collections import Counter

import pytest

from thiduaqt.catalog.communes import communes, find, provinces, search
from thiduaqt.domain.errors import NotFound


def _found(query: str, limit: int = 5) -> list[str]:
    return [match.commune.display for match in search(query, limit)]


def test_the_whole_table_is_there() -> None:
    assert Counter(commune.kind for commune in communes()) == {
        "xã": 2621,
        "phường": 687,
        "đặc khu": 13,
    }
    assert len({commune.code for commune in communes()}) == 3321
    assert all(len(commune.code) == 5 for commune in communes())


def test_every_name_is_clean() -> None:
    for commune in communes():
        for text in (commune.name, commune.province):
            assert text == unicodedata.normalize("NFC", text).strip()


def test_provinces_in_vietnamese_order() -> None:
    names = [province.full_name for province in provinces()]
    assert len(names) == 34
    assert names[:3] == ["tỉnh An Giang", "tỉnh Bắc Ninh", "tỉnh Cà Mau"]
    assert names.index("thành phố Đà Nẵng") < names.index("tỉnh Đắk Lắk")
    assert sum(province.kind == "thành phố" for province in provinces()) == 6


def test_typing_without_marks() -> None:
    assert _found("minh hoa", 2) == ["Xã Minh Hòa — tỉnh Phú Thọ", "Xã Minh Hóa — tỉnh Quảng Trị"]
    assert _found("cao minh thai nguyen") == ["Xã Cao Minh — tỉnh Thái Nguyên"]
    assert _found("thai nguyen minh cao") == ["Xã Cao Minh — tỉnh Thái Nguyên"]
    assert _found("dong phu bac ninh", 1) == ["Xã Đông Phú — tỉnh Bắc Ninh"]


def test_marks_raise_what_has_them_and_hide_nothing() -> None:
    assert _found("Minh Hóa", 2) == ["Xã Minh Hóa — tỉnh Quảng Trị", "Xã Minh Hòa — tỉnh Phú Thọ"]


def test_an_unfinished_word_keeps_the_list_steady() -> None:
    typed = "cao minh thai"
    for length in range(5, len(typed) + 1):
        assert "Xã Cao Minh — tỉnh Thái Nguyên" in _found(typed[:length])


def test_kind_code_and_joined_typing() -> None:
    assert _found("p. ba dinh") == ["Phường Ba Đình — thành phố Hà Nội"]
    assert _found("01879") == ["Xã Cao Minh — tỉnh Thái Nguyên"]
    assert _found("caominh") == ["Xã Cao Minh — tỉnh Thái Nguyên"]
    assert _found("mdrak") == ["Xã M’Drắk — tỉnh Đắk Lắk"]
    assert _found("ha giang 2") == ["Phường Hà Giang 2 — tỉnh Tuyên Quang"]


def test_a_province_alone_lists_its_communes() -> None:
    found = search("tp ho chi minh", 20)
    assert {match.commune.province for match in found} == {"Hồ Chí Minh"}


def test_nothing_typed_and_nothing_found() -> None:
    assert _found("") == _found("   ") == _found("—") == []
    assert _found("khong co xa nay") == []
    assert _found("cao minh", 0) == []


def test_one_commune_by_name() -> None:
    assert find("Cao Minh", "Thái Nguyên").code == "01879"
    assert find("xã cao minh", "tinh thai nguyen").code == "01879"
    assert find("Minh Hoá", "Quảng Trị").name == "Minh Hóa"
    assert find("Mỹ Tho", "Đồng Tháp").kind == "phường"
    assert find("xã my tho", "Đồng Tháp").name == "Mỹ Thọ"


def test_an_unclear_name_is_asked_about() -> None:
    with pytest.raises(NotFound, match="Phường Mỹ Tho, Xã Mỹ Thọ"):
        find("my tho", "Đồng Tháp")
    with pytest.raises(NotFound, match="Gần giống: Xã Cao Minh — tỉnh Thái Nguyên"):
        find("Cao Minh", "Bắc Ninh")


def test_every_commune_is_found_by_its_own_words() -> None:
    for commune in communes()[::37]:
        assert find(f"{commune.kind} {commune.name}", commune.province) == commune
        query = f"{commune.name} {commune.province}"
        assert commune in [match.commune for match in search(query, 5)]


def test_a_keystroke_is_answered_at_once() -> None:
    search("a")
    slowest = 0.0
    for query in ("t", "tr", "tan", "tan t", "tan thanh", "xa", "t t t", "phuong"):
        took = []
        for _ in range(3):
            start = time.process_time()
            search(query)
            took.append(time.process_time() - start)
        slowest = max(slowest, min(took))
    assert slowest < 0.05
