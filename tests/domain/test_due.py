"""Dates to keep: words by precision, days left, nothing that is not known."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain.due import Due, due_in, due_of, due_of_plan
from thiduaqt.domain.plan import Deadline, Source

TODAY = date(2026, 11, 20)
HINT = Source(tag="suggestion", text="Gợi ý")


@pytest.mark.parametrize(
    ("value", "exclusive", "words", "in_words", "left", "last"),
    [
        ("2026-11-25", False, "25/11/2026", "25/11/2026", "Còn 5 ngày", date(2026, 11, 25)),
        ("2026-11-25", True, "trước 25/11/2026", "trước 25/11/2026", "Còn 4 ngày", None),
        ("2026-11-20", False, "20/11/2026", "20/11/2026", "Hôm nay", TODAY),
        ("2026-11-17", False, "17/11/2026", "17/11/2026", "Quá hạn 3 ngày", None),
        ("2026-11", False, "tháng 11/2026", "trong tháng 11/2026", "", date(2026, 11, 30)),
        ("2026-05", False, "tháng 5/2026", "trong tháng 5/2026", "Quá hạn", date(2026, 5, 31)),
        ("2027-Q2", False, "Quý II/2027", "trong Quý II/2027", "", date(2027, 6, 30)),
        ("2026-Q4", False, "Quý IV/2026", "trong Quý IV/2026", "", date(2026, 12, 31)),
        ("2026-Q3", False, "Quý III/2026", "trong Quý III/2026", "Quá hạn", date(2026, 9, 30)),
        ("2027", False, "năm 2027", "trong năm 2027", "", date(2027, 12, 31)),
        ("2027", True, "trước năm 2027", "trước năm 2027", "", date(2026, 12, 31)),
    ],
)
def test_a_date_keeps_its_precision(  # noqa: PLR0917 - one column each
    value: str, exclusive: bool, words: str, in_words: str, left: str, last: date | None
) -> None:
    due = Due(value=value, exclusive=exclusive)
    assert (due.words, due.in_words, due.left_words(TODAY)) == (words, in_words, left)
    if last is not None:
        assert due.last_day == last


def test_before_a_day_means_the_day_itself_is_too_late() -> None:
    due = Due(value="2026-11-20", exclusive=True)
    assert due.last_day == date(2026, 11, 19)
    assert due.passed(TODAY)
    assert due.left_words(TODAY) == "Quá hạn 1 ngày"


@given(st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 12, 31)))
def test_the_last_day_of_a_month_is_the_calendars(day: date) -> None:
    last = calendar.monthrange(day.year, day.month)[1]
    assert Due(value=f"{day:%Y-%m}").last_day == day.replace(day=last)


@given(
    st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 12, 31)),
    st.integers(min_value=-60, max_value=60),
)
def test_steps_are_counted_from_the_award_day(start: date, days: int) -> None:
    due = due_in(start, days, HINT)
    assert due.days_left(start) == days
    assert due.suggested


def test_no_value_is_no_date() -> None:
    assert due_of("", HINT) is None
    assert due_of_plan(Deadline(wording="hằng năm", recurring=True), HINT, TODAY) is None


@pytest.mark.parametrize(
    ("value", "exclusive", "expected"),
    [
        ("2025-11-15", True, "trước 15/11/2027"),
        ("2025-11-21", True, "trước 21/11/2026"),
        ("2024-02-29", False, "28/02/2027"),
        ("2025-Q4", False, "Quý IV/2026"),
        ("2025-Q2", False, "Quý II/2027"),
    ],
)
def test_what_recurs_moves_to_the_next_time(value: str, exclusive: bool, expected: str) -> None:
    deadline = Deadline(value=value, exclusive=exclusive, recurring=True)
    due = due_of_plan(deadline, HINT, TODAY)
    assert due is not None
    assert due.words == expected
    assert due.last_day - TODAY < timedelta(days=366)


@pytest.mark.parametrize("value", ["", "abc", "2026-02-30", "9999-12-31", "0001-01-01"])
def test_what_is_no_date_is_none(value: str) -> None:
    assert due_of(value, HINT) is None
    assert due_of_plan(Deadline(value=value, recurring=True), HINT, TODAY) is None
    assert due_of_plan(Deadline(value=value), HINT, TODAY) is None
