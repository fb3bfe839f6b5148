from __future__ import annotations

import unicodedata

import pytest

from thiduaqt.domain.repair.syllables import fit, is_syllable


@pytest.mark.parametrize(
    "word",
    "Nguyễn Quý quốc giếng gì giặt Hoà hòa Thuý Thúy khuỷu khuỵu quỳnh nghiêng Trần ượm thuở Đặng "
    "tuyết khuyến Quyền quở quẹt Uyên yến Tiệp Huỳnh ngoẹo gần ghế kỹ Páo Phiêng Lường Xuyến ĐỨC "
    "nghĩa Ỷ xoèn loắt choắt goòng Kỳ Mỵ".replace("Ỷ ", "").split(),
)
def test_a_syllable_is_one(word: str) -> None:
    assert is_syllable(word)
    assert fit(word) == "syllable"
    assert fit(unicodedata.normalize("NFD", word)) == "syllable"


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("Nam", "plain"),
        ("Ý", "plain"),
        ("ế", "plain"),
        ("µ", "garbled"),
        ("Bhăm", "foreign"),
        ("Niê", "foreign"),
        ("Krông", "foreign"),
        ("Đắk", "foreign"),
        ("Café", "foreign"),
        ("TrÝ", "foreign"),  # a capital amid small letters
        ("tàc", "foreign"),  # a syllable on c, ch, p, t has sắc or nặng only
        ("tôc", "foreign"),
        ("cế", "foreign"),  # c stands before hard vowels only
        ("ngế", "foreign"),
        ("ká", "foreign"),
        ("nguýên", "foreign"),  # the tone stands on the wrong letter
        ("áà", "foreign"),
        ("Müller", "garbled"),
        ("V¨n", "garbled"),
        ("m²", "garbled"),
        ("Иван", "garbled"),
    ],
)
def test_what_is_no_syllable_is_told_apart(word: str, found: str) -> None:
    assert fit(word) == found
