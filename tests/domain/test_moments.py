"""Deadlines: exclusive days, days before an event, quarters, what comes again every year."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain.due import Due
from thiduaqt.domain.moments import (
    in_words,
    next_due,
    occurrences,
    order_of,
    told,
    working_days_from,
)
from thiduaqt.domain.plan import Deadline, Every

TODAY = date(2026, 11, 20)
DAYS = st.dates(min_value=date(2024, 1, 1), max_value=date(2045, 12, 31))
EVERY: tuple[Every, ...] = ("year", "half", "quarter", "month")


@given(DAYS, DAYS)
def test_before_a_day_does_not_include_it(day: date, today: date) -> None:
    due = next_due(Deadline(value=day.isoformat(), exclusive=True), today)
    assert due is not None
    assert due.last_day == day - timedelta(days=1)
    assert due.passed(day)
    assert not due.passed(day - timedelta(days=1))


def test_before_the_15th_every_year() -> None:
    deadline = Deadline(value="2026-11-15", exclusive=True, recurring=True)
    for today, last in (
        (date(2026, 11, 14), date(2026, 11, 14)),
        (date(2026, 11, 15), date(2027, 11, 14)),
    ):
        due = next_due(deadline, today)
        assert due is not None
        assert due.last_day == last
    assert told(deadline, TODAY) == "trước 15/11 hằng năm, lần tới: trước 15/11/2027"


@given(DAYS, st.integers(-60, 60), DAYS)
def test_days_before_an_event_are_counted_from_its_day(
    award: date, offset: int, today: date
) -> None:
    deadline = Deadline(anchor="award_day", offset=offset)
    due = next_due(deadline, today, {"award_day": award.isoformat()})
    assert due is not None
    assert (due.last_day - award).days == offset
    assert next_due(deadline, today) is None


def test_ten_days_before_the_ceremony() -> None:
    deadline = Deadline(anchor="award_day", offset=-10)
    anchors = {"award_day": "2026-12-10"}
    assert told(deadline, TODAY, anchors) == "10 ngày trước ngày trao thưởng: 30/11/2026"
    assert told(deadline, TODAY) == "10 ngày trước ngày trao thưởng"
    # So many days before a month are no day.
    assert next_due(deadline, TODAY, {"award_day": "2026-12"}) is None


@given(DAYS, st.integers(-40, 40), st.sets(DAYS, max_size=5))
def test_working_days_are_monday_to_friday(start: date, offset: int, off: set[date]) -> None:
    found = working_days_from(start, offset, off)
    low, high = sorted((start, found))
    between = [low + timedelta(days=step) for step in range((high - low).days + 1)]
    between.remove(start)
    work = [day for day in between if calendar.day_name[day.weekday()][0] != "S" and day not in off]
    assert len(work) == abs(offset)
    if offset:
        assert found.weekday() < 5
        assert found not in off


def test_working_days_say_what_they_leave_out() -> None:
    deadline = Deadline(anchor="council", offset=-5, working_days=True)
    anchors = {"council": "2026-12-04"}
    assert told(deadline, TODAY, anchors) == (
        "5 ngày làm việc trước ngày họp Hội đồng "
        "(thứ Hai đến thứ Sáu, chưa trừ ngày nghỉ lễ, tết): 27/11/2026"
    )
    holidays = frozenset({date(2026, 12, 1)})
    assert told(deadline, TODAY, anchors, holidays=holidays).endswith(
        "đã trừ ngày nghỉ lễ): 26/11/2026"
    )


@given(DAYS, st.sampled_from(EVERY), DAYS, st.booleans())
def test_what_recurs_comes_next_and_on_its_own_day(
    first: date, every: Every, today: date, exclusive: bool
) -> None:
    deadline = Deadline(value=first.isoformat(), recurring=True, every=every, exclusive=exclusive)
    due = next_due(deadline, today)
    assert due is not None
    assert not due.passed(today)
    day = due.when.day
    assert day is not None
    assert day >= first
    assert day.day == min(first.day, calendar.monthrange(day.year, day.month)[1])
    months = 12 * (day.year - first.year) + day.month - first.month
    step = {"year": 12, "half": 6, "quarter": 3, "month": 1}[every]
    assert months % step == 0
    if months:
        back = months - step + 12 * first.year + first.month - 1
        year, month = back // 12, back % 12 + 1
        last = min(first.day, calendar.monthrange(year, month)[1])
        before = Due(value=date(year, month, last).isoformat(), exclusive=exclusive)
        assert before.passed(today)


def test_the_leap_day_comes_back() -> None:
    deadline = Deadline(value="2024-02-29", recurring=True)
    found = occurrences(deadline, date(2024, 1, 1), date(2028, 12, 31))
    assert [due.value for due in found] == [
        "2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29",
    ]  # fmt: skip


@given(
    st.sampled_from(["2024-05-31", "2024-02", "2024-Q2", "2024"]),
    st.sampled_from(EVERY),
    DAYS,
    st.integers(0, 2000),
)
def test_times_are_in_order_and_within_the_span(
    value: str, every: Every, start: date, days: int
) -> None:
    end = start + timedelta(days=days)
    found = occurrences(Deadline(value=value, recurring=True, every=every), start, end)
    lasts = [due.last_day for due in found]
    assert lasts == sorted(set(lasts))
    assert all(start <= last <= end for last in lasts)
    assert [order_of(due) for due in found] == sorted(order_of(due) for due in found)
    step = {"year": 366, "half": 184, "quarter": 92, "month": 31}[every]
    assert len(found) >= days // (step + 31) - 1


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (Deadline(value="2026-Q2", recurring=True), "Quý II hằng năm, lần tới: Quý II/2027"),
        (Deadline(value="2026", recurring=True), "hằng năm, lần tới: năm 2026"),
        (Deadline(value="2026-11", recurring=True), "tháng 11 hằng năm, lần tới: tháng 11/2026"),
        (Deadline(value="2026-03-25", recurring=True, every="quarter"),
         "ngày 25 tháng cuối mỗi quý, lần tới: 25/12/2026"),
        (Deadline(value="2026", recurring=True, every="quarter"),
         "hằng quý, lần tới: Quý IV/2026"),
        (Deadline(value="2026-06-15", recurring=True, every="half"),
         "15/06 và 15/12 hằng năm, lần tới: 15/12/2026"),
        (Deadline(value="2026", recurring=True, every="half"),
         "tháng 6 và tháng 12 hằng năm, lần tới: tháng 12/2026"),
        (Deadline(value="2026-01-25", recurring=True, every="month", exclusive=True),
         "trước ngày 25 hằng tháng, lần tới: trước 25/11/2026"),
        (Deadline(value="2027-Q2", tentative=True), "dự kiến Quý II/2027"),
        (Deadline(value="2026-11", recurring=True, tentative=True),
         "dự kiến tháng 11 hằng năm, lần tới: tháng 11/2026"),
        (Deadline(event="Đại hội Đảng bộ tỉnh"), "đến Đại hội Đảng bộ tỉnh"),
        (Deadline(anchor="event", event="Đại hội Đảng bộ tỉnh", offset=-30),
         "30 ngày trước Đại hội Đảng bộ tỉnh"),
        (Deadline(recurring=True), "hằng năm"),
        (Deadline(wording="theo hướng dẫn của tỉnh"), "theo hướng dẫn của tỉnh"),
        (Deadline(), "chưa có ngày"),
    ],
)  # fmt: skip
def test_words_claim_no_more_than_is_known(deadline: Deadline, words: str) -> None:
    assert told(deadline, TODAY) == words


def test_an_event_has_no_day_until_somebody_knows_it() -> None:
    ends = Deadline(event="Đại hội Đảng bộ tỉnh")
    before = Deadline(anchor="event", event="Đại hội", offset=-1)
    assert next_due(ends, TODAY) is None
    assert next_due(before, TODAY, {"event:Hội nghị": "2027-01-05"}) is None
    due = next_due(before, TODAY, {"event:Đại hội": "2027-01-05"})
    assert due is not None
    assert due.value == "2027-01-04"
    assert occurrences(ends, TODAY, date(2099, 1, 1)) == ()


def test_a_day_goes_before_its_month_and_the_month_before_its_quarter() -> None:
    values = ["2026-12-31", "2026-12", "2026-Q4", "2026", "2026-12-30"]
    ordered = sorted((Due(value=value) for value in values), key=order_of)
    assert [due.value for due in ordered] == [
        "2026-12-30", "2026-12-31", "2026-12", "2026-Q4", "2026",
    ]  # fmt: skip


def test_tentative_is_said_wherever_the_date_is() -> None:
    due = next_due(Deadline(value="2027-03", tentative=True), TODAY)
    assert due is not None
    assert (due.words, due.in_words) == ("dự kiến tháng 3/2027", "dự kiến tháng 3/2027")
    assert in_words(Deadline(value="2027-03")) == "tháng 3/2027"
