"""Bands are read from the words they are shown in, and from what officers type."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import Step
from thiduaqt.domain.scoring.bands import Band, read_band
from thiduaqt.domain.scoring.words import step_words

N = Decimal


@pytest.mark.parametrize(
    ("typed", "band"),
    [
        ("từ 90% trở lên", Band(low=N(90))),
        ("90 % trở lên", Band(low=N(90))),
        ("Từ 70% đến dưới 90%", Band(low=N(70), high=N(90))),
        ("70-90", Band(low=N(70), high=N(90))),
        ("70 – 90%", Band(low=N(70), high=N(90))),
        ("từ 1 đến 3 buổi", Band(low=N(1), high=N(3), high_inclusive=True)),
        ("trên 5 vụ", Band(low=N(5), low_inclusive=False)),
        ("trên 5 đến dưới 7", Band(low=N(5), high=N(7), low_inclusive=False)),
        ("dưới 50%", Band(high=N(50))),
        ("< 50", Band(high=N(50))),
        ("không quá 3", Band(high=N(3), high_inclusive=True)),
        ("≥ 0,75", Band(low=N("0.75"))),
        (">= 0.75", Band(low=N("0.75"))),
        ("5", Band(low=N(5), high=N(5), high_inclusive=True)),
    ],
)
def test_what_officers_type(typed: str, band: Band) -> None:
    assert read_band(typed) == band


@pytest.mark.parametrize("typed", ["", "nhiều", "từ 90 đến 70", "từ 5 đến dưới 5", "5 6", "%"])
def test_what_is_no_band_is_said(typed: str) -> None:
    with pytest.raises(NotAllowed, match="ậc"):
        read_band(typed)


_numbers = st.decimals(min_value=0, max_value=1000, places=2)


@given(
    low=st.none() | _numbers,
    high=st.none() | _numbers,
    low_inclusive=st.booleans(),
    high_inclusive=st.booleans(),
    unit=st.sampled_from(["", "%", "buổi", "vụ việc"]),
)
def test_the_shown_words_are_read_back(
    low: Decimal | None, high: Decimal | None, low_inclusive: bool, high_inclusive: bool, unit: str
) -> None:
    if low is not None and high is not None:
        low, high = sorted((low, high))
        if low == high:
            low_inclusive = high_inclusive = True
    if low is None and high is None:
        low = Decimal(1)
    step = Step(
        points=N(1), low=low, high=high,
        low_inclusive=low_inclusive if low is not None else True,
        high_inclusive=high_inclusive if high is not None else False,
    )  # fmt: skip
    assert read_band(step_words(step, unit)).step(N(1)) == step
