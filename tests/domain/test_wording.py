"""Dates, numbers and counts read as an officer would write them."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain.wording import (
    NumberStyle,
    clock,
    count,
    counts,
    document_date,
    document_number,
    list_marker,
    money,
    money_in_words,
    number,
    number_in_words,
    open_date,
    percent,
    roman,
    short_date,
)

# --- Dates -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 5), "ngày 05 tháng 3 năm 2026"),
        (date(2026, 1, 31), "ngày 31 tháng 01 năm 2026"),
        (date(2026, 2, 9), "ngày 09 tháng 02 năm 2026"),
        (date(2026, 9, 2), "ngày 02 tháng 9 năm 2026"),
        (date(2026, 12, 10), "ngày 10 tháng 12 năm 2026"),
    ],
)
def test_day_below_ten_and_first_two_months_get_a_zero(day: date, words: str) -> None:
    assert document_date(day) == words


def test_open_date_leaves_room_for_the_day() -> None:
    shown = open_date(date(2026, 12, 1))
    assert shown.split() == ["ngày", "tháng", "12", "năm", "2026"]
    # The gap must not be broken or shrunk when the line is justified.
    assert "ngày" + "\u00a0" * 5 + "tháng 12" in shown
    assert open_date(date(2026, 2, 1)).endswith("tháng 02 năm 2026")
    assert open_date().split() == ["ngày", "tháng", "năm"]


def test_short_date_and_clock() -> None:
    assert short_date(date(2026, 3, 5)) == "05/03/2026"
    assert clock(time(8, 0)) == "08 giờ 00 phút"


# --- Numbers of documents ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("131", "131/QĐ-UBND"),
        ("131/QĐ-UBND", "131/QĐ-UBND"),
        ("5", "05/QĐ-UBND"),
        (" 5 / QĐ - UBND ", "05/QĐ-UBND"),
        ("131A", "131A/QĐ-UBND"),
        ("12/QĐ-CTUBND", "12/QĐ-CTUBND"),
    ],
)
def test_document_number(typed: str, printed: str) -> None:
    assert document_number(typed, "QĐ-UBND") == printed


def test_a_missing_number_leaves_a_gap_before_the_symbol() -> None:
    shown = document_number("", "QĐ-UBND")
    assert shown.endswith("/QĐ-UBND")
    assert shown.startswith("\u00a0" * 5)


# --- Figures -----------------------------------------------------------------------------------


def test_figures_have_dots_and_a_decimal_comma() -> None:
    assert money(1_404_000) == "1.404.000"
    assert number(Decimal("1234567.5")) == "1.234.567,5"
    assert money(0) == "0"


@pytest.mark.parametrize(
    ("value", "shown"),
    [("88.888", "88,9%"), ("87.5", "87,5%"), ("100", "100,0%"), ("66.65", "66,7%"), ("0", "0,0%")],
)
def test_percent_rounds_halves_up(value: str, shown: str) -> None:
    assert percent(Decimal(value)) == shown


def test_counts_leave_out_what_there_is_none_of() -> None:
    assert count(5, "cá nhân") == "05 cá nhân"
    assert counts([(2, "tập thể"), (0, "hộ gia đình"), (12, "cá nhân")]) == (
        "02 tập thể, 12 cá nhân"
    )


def test_points_follow_the_vietnamese_alphabet() -> None:
    letters = [list_marker(place) for place in range(11)]
    assert letters == ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l"]
    with pytest.raises(ValueError, match="99"):
        list_marker(99)


_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


@given(st.integers(1, 3999))
def test_roman_numerals_read_back(value: int) -> None:
    worths = [_WORTH[sign] for sign in roman(value)]
    read = sum(
        -worth if any(later > worth for later in worths[place + 1 : place + 2]) else worth
        for place, worth in enumerate(worths)
    )
    assert read == value
    assert not any(sign * 4 in roman(value) for sign in "IXCM")


def test_roman_numerals_have_bounds() -> None:
    assert [roman(value) for value in (1, 2, 3, 4, 9)] == ["I", "II", "III", "IV", "IX"]
    with pytest.raises(ValueError, match="0"):
        roman(0)


# --- Money in words ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không đồng"),
        (702_000, "Bảy trăm lẻ hai nghìn đồng"),
        (1_404_000, "Một triệu bốn trăm lẻ bốn nghìn đồng"),
        (1_000_001, "Một triệu không trăm lẻ một đồng"),
        (105_000, "Một trăm lẻ năm nghìn đồng"),
        (21_015, "Hai mươi mốt nghìn không trăm mười lăm đồng"),
        (6_318_000, "Sáu triệu ba trăm mười tám nghìn đồng"),
        (2_025, "Hai nghìn không trăm hai mươi lăm đồng"),
        (1_001_000, "Một triệu không trăm lẻ một nghìn đồng"),
        (10, "Mười đồng"),
        (11, "Mười một đồng"),
        (14, "Mười bốn đồng"),
        (15, "Mười lăm đồng"),
        (20, "Hai mươi đồng"),
        (91, "Chín mươi mốt đồng"),
        (1_000_000_000, "Một tỷ đồng"),
        (2_000_000_005, "Hai tỷ không trăm lẻ năm đồng"),
    ],
)
def test_money_in_words(amount: int, words: str) -> None:
    assert money_in_words(amount) == words


def test_offices_choose_three_words() -> None:
    style = NumberStyle(odd="linh", thousand="ngàn", four="bốn")
    assert money_in_words(24_104_000, style) == "Hai mươi bốn triệu một trăm linh bốn ngàn đồng"
    assert money_in_words(24_000) == "Hai mươi tư nghìn đồng"


def test_nothing_is_read_below_zero() -> None:
    with pytest.raises(ValueError, match="zero"):
        number_in_words(-1)


_NAMES = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
_VALUES = {word: value for value, word in enumerate(_NAMES)} | {"mốt": 1, "tư": 4, "lăm": 5}


def _read(words: list[str]) -> int:
    """Read a number back, by splitting at the big words: knows nothing of the writer."""
    for name, worth in (("tỷ", 10**9), ("triệu", 10**6), ("nghìn", 10**3), ("ngàn", 10**3)):
        if name in words:
            # Only the last "tỷ" closes a group of nine digits; others belong before it.
            place = len(words) - 1 - words[::-1].index(name)
            return _read(words[:place]) * worth + _read(words[place + 1 :])
    total = 0
    for place, word in enumerate(words):
        if word == "trăm":
            total *= 100
        elif word == "mươi":
            total += _VALUES[words[place - 1]] * 9
        elif word == "mười":
            total += 10
        elif word not in {"lẻ", "linh"}:
            total += _VALUES[word]
    return total


_STYLES = st.builds(
    NumberStyle,
    odd=st.sampled_from(["lẻ", "linh"]),
    thousand=st.sampled_from(["nghìn", "ngàn"]),
    four=st.sampled_from(["tư", "bốn"]),
)
_NUMBERS = st.one_of(
    st.integers(0, 9_999),
    st.integers(0, 10**12),
    st.integers(0, 999).map(lambda value: value * 10**6 + 5),
    st.integers(0, 10**20),
)


@given(_NUMBERS, _STYLES)
def test_words_read_back_as_the_same_number(value: int, style: NumberStyle) -> None:
    assert _read(number_in_words(value, style).split()) == value


@given(_NUMBERS)
def test_words_follow_the_rules_of_speech(value: int) -> None:
    words = number_in_words(value)
    assert "  " not in words
    for wrong in ("mươi một", "mươi năm", "mười năm", "mười mốt", "mười tư", "lẻ mốt", "lẻ lăm"):
        assert wrong not in words
    assert not words.startswith("không ") or value == 0
