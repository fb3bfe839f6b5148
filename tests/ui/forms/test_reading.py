"""Numbers as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.ui.forms.reading import UnreadableNumber, read_number, show_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("  ", None),
        ("5", "5"),
        ("1234567,5", "1234567.5"),
        ("1.234.567,5", "1234567.5"),
        ("0.75", "0.75"),
        ("0,75", "0.75"),
        ("1.234", "1234"),
        ("70%", "70"),
        ("760.000 đ", "760000"),
        ("-2,5", "-2.5"),
        ("12.5", "12.5"),
    ],
)
def test_numbers_are_read(text: str, value: str | None) -> None:
    assert read_number(text) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    "text", ["abc", "1,2,3", "1.2345", "1..2", "12.", "1.23.4", "5 người", "0.75,5"]
)
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(UnreadableNumber):
        read_number(text)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_what_is_shown_is_read_back(value: Decimal) -> None:
    assert read_number(show_number(value)) == value


def test_numbers_are_shown_in_vietnamese() -> None:
    assert show_number(Decimal("1234567.50")) == "1.234.567,5"
    assert show_number(760000) == "760.000"
    assert show_number(None) == ""
