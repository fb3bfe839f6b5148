"""Clean text, search keys and Vietnamese order."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain.text import clean, clean_block, fold, matches, name_key, nfc, sort_key

NAMES = [
    "Lê Văn Anh",
    "Trần Thị Ánh",
    "Bùi Thị Ăn",
    "Lê Thị Ân",
    "Phạm Văn Ba",
    "Đinh Văn Dung",
    "Đỗ Văn Dũng",
    "Nguyễn Văn Dũng",
    "Nguyễn Văn Đức",
    "Nguyễn Thị Hà",
    "Nguyễn Thị Hạ",
    "Nguyễn Thị Hạnh",
    "Hoàng Văn Ôn",
    "Hoàng Văn Ơn",
    "Vũ Thị Ý",
    "Vũ Thị Yến",
]
VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợ ÀÁĐƯƠ"


def test_people_stand_in_the_order_of_their_given_names() -> None:
    shuffled = NAMES[:]
    random.Random(7).shuffle(shuffled)
    assert sorted(shuffled, key=name_key) == NAMES


def test_tones_decide_only_between_equal_letters() -> None:
    assert sorted(["mạ", "má", "mã", "mả", "mà", "ma"], key=sort_key) == [
        "ma",
        "mà",
        "mả",
        "mã",
        "má",
        "mạ",
    ]
    assert sorted(["Đức", "đung", "đá", "Dũng", "dung", "da"], key=sort_key) == (
        ["da", "dung", "Dũng", "đá", "đung", "Đức"]
    )


def test_both_ways_of_placing_a_tone_fold_alike() -> None:
    assert fold("Hoà Bình") == fold("Hòa Bình") == "hoa binh"
    assert fold("ĐỖ  Văn\u00a0Đức") == "do van duc"


def test_words_match_in_any_order_and_by_initials() -> None:
    key = fold("Nguyễn Đức Long")
    assert matches("long nguyen", key)
    assert matches("ndl", key)
    assert not matches("nguyen linh", key)


def test_no_sign_that_is_not_seen_stays_in_a_line() -> None:
    for sign in map(chr, (*range(0x3100), 0xFEFF)):
        line = clean(f"a {sign} b")
        assert unicodedata.is_normalized("NFC", line)
        assert "  " not in line
        assert not any(each.isspace() and each != " " for each in line), hex(ord(sign))
        assert clean(f" {sign} ") == clean(sign)


def test_invisible_signs_and_decomposed_letters_are_cleaned() -> None:
    typed = "  Nguye\u0302\u0303n\u200b  Va\u0306n\u00a0Đức\ufeff "
    assert clean(typed) == "Nguyễn Văn Đức"
    assert clean_block("một \r\n hai\n") == "một\nhai"


@given(st.text(VIETNAMESE + "\u200b\u00a0\u202f\u0301\u0323", max_size=40))
def test_clean_is_stable_and_composed(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert "  " not in once
    assert once == once.strip()


@given(st.text(VIETNAMESE, max_size=30))
def test_fold_does_not_see_the_form_of_the_letters(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(nfc(text))
    assert fold(text).isascii()
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("sign", ["\ud800", "\ufffe", "\uffff", "\u2066", "\u2069"])
def test_what_no_office_file_can_hold_is_taken_out(sign: str) -> None:
    assert clean(f"Nguyễn{sign} Văn") == "Nguyễn Văn"
    assert clean_block(f"Nguyễn{sign}\nVăn") == "Nguyễn\nVăn"
