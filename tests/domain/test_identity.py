from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain.identity import (
    display_phone,
    id_facts,
    masked,
    read_id_number,
    read_phone,
)


@pytest.mark.parametrize(
    ("text", "numeric", "number", "fault", "suggestion"),
    [
        ("999085000012", False, "999085000012", "", ""),
        (" 999 085 000 012 ", False, "999085000012", "", ""),
        ("999.085.000.012", False, "999085000012", "", ""),
        ("'999085000012", False, "999085000012", "", ""),
        ("99085000012", True, "99085000012", "zeros_lost", "099085000012"),
        ("99085000012", False, "99085000012", "zeros_lost", "099085000012"),
        ("9085000012", True, "9085000012", "zeros_lost", "009085000012"),
        ("9085000012", False, "9085000012", "length", ""),
        ("999000001", False, "999000001", "old_number", ""),
        ("3,80E+10", False, "", "digits_lost", ""),
        ("9.99085E+11", False, "", "digits_lost", ""),
        ("99908500001", False, "99908500001", "zeros_lost", "099908500001"),
        ("9990850000123", False, "9990850000123", "length", ""),
        ("chưa có", False, "chưa có", "signs", ""),
        ("", False, "", "", ""),
    ],
)
def test_identity_numbers(
    text: str, numeric: bool, number: str, fault: str, suggestion: str
) -> None:
    found = read_id_number(text, numeric=numeric)
    assert (found.number, found.fault, found.suggestion) == (number, fault, suggestion)


@pytest.mark.parametrize(
    ("number", "facts"),
    [
        ("999085000012", ("male", 1985)),
        ("999185000012", ("female", 1985)),
        ("999203000012", ("male", 2003)),
        ("999303000012", ("female", 2003)),
        ("999000001", ("", None)),
        ("99908500001x", ("", None)),
    ],
)
def test_what_an_identity_number_tells(number: str, facts: tuple[str, int | None]) -> None:
    assert id_facts(number) == facts


def test_masking_keeps_only_the_ends() -> None:
    assert masked("999085001234") == "999•••••1234"
    assert masked("999000001") == "999••0001"
    assert masked("9990") == "••••"
    assert masked("") == ""


@given(st.text(alphabet="0123456789", min_size=8, max_size=12))
def test_masking_hides_the_middle_and_keeps_the_length(number: str) -> None:
    assert len(masked(number)) == len(number)
    assert masked(number).count("•") == len(number) - 7


@pytest.mark.parametrize(
    ("text", "numeric", "number", "fault"),
    [
        ("0912345678", False, "0912345678", ""),
        ("0912.345.678", False, "0912345678", ""),
        ("0912 345 678", False, "0912345678", ""),
        ("+84 912 345 678", False, "0912345678", ""),
        ("+84(0)912345678", False, "0912345678", ""),
        ("84912345678", False, "0912345678", ""),
        ("912345678", True, "0912345678", "zero_restored"),
        ("912345678", False, "0912345678", "zero_restored"),
        ("02083123456", False, "02083123456", ""),
        ("2083123456", True, "02083123456", "zero_restored"),
        ("091234567", False, "091234567", "length"),
        ("09123456789", False, "09123456789", "length"),
        ("không có", False, "không có", "signs"),
        ("0912345678/0987654321", False, "0912345678; 0987654321", ""),
        ("0912345678 và 98765", False, "0912345678; 98765", "length"),
        ("", False, "", ""),
    ],
)
def test_telephone_numbers(text: str, numeric: bool, number: str, fault: str) -> None:
    found = read_phone(text, numeric=numeric)
    assert (found.number, found.fault) == (number, fault)


def test_telephone_numbers_are_shown_in_groups() -> None:
    assert display_phone("0912345678") == "0912 345 678"
    assert display_phone("0912345678; 0987654321") == "0912 345 678; 0987 654 321"
    assert display_phone("113") == "113"
    assert display_phone("không có") == "không có"
