from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain import dates
from thiduaqt.domain.dates import (
    NO_DATE,
    BadDate,
    ImpossibleDate,
    PartialDate,
    UnreadableDate,
    from_serial,
    parse,
    read,
)

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("5/3/1990", "1990-03-05", "day"),
        ("05-03-1990", "1990-03-05", "day"),
        ("5.3.90", "1990-03-05", "day"),
        ("5.3.1990", "1990-03-05", "day"),
        ("05 / 03 / 1990", "1990-03-05", "day"),
        ("5 3 1990", "1990-03-05", "day"),
        ("050390", "1990-03-05", "day"),
        ("05031990", "1990-03-05", "day"),
        ("5031990", "1990-03-05", "day"),
        ("50390", "1990-03-05", "day"),
        ("3/1990", "1990-03", "month"),
        ("03.1990", "1990-03", "month"),
        ("031990", "1990-03", "month"),
        ("tháng 3/1990", "1990-03", "month"),
        ("Tháng 3 năm 1990", "1990-03", "month"),
        ("1990", "1990", "year"),
        (" 1990 ", "1990", "year"),
        ("năm 1990", "1990", "year"),
        ("Sinh năm 1990", "1990", "year"),
        ("Sinh ngày 5 tháng 3 năm 1990", "1990-03-05", "day"),
        ("ngày 05 tháng 3, 1990", "1990-03-05", "day"),
        ("Q2/2027", "2027-Q2", "quarter"),
        ("quý II/2027", "2027-Q2", "quarter"),
        ("Quý 4 năm 2027", "2027-Q4", "quarter"),
        ("1990-03-05", "1990-03-05", "day"),
        ("1990-03", "1990-03", "month"),
        ("1990-03-05 00:00:00", "1990-03-05", "day"),
        ("05/03/1990 00:00", "1990-03-05", "day"),
        ("00/00/1990", "1990", "year"),
        ("00/03/1990", "1990-03", "month"),
        ("../../1990", "1990", "year"),
        ("…/…/1990", "1990", "year"),
        ("??/??/1990", "1990", "year"),
        ("__/__/1990", "1990", "year"),
        ("xx/03/1990", "1990-03", "month"),
        ("/3/1990", "1990-03", "month"),
        ("(1990)", "1990", "year"),
        ("33004", "1990-05-11", "day"),
        ("29/2/2000", "2000-02-29", "day"),
        ("", "", "none"),
        ("   ", "", "none"),
    ],
)
def test_every_spelling_of_a_birth_date_is_read(text: str, value: str, precision: str) -> None:
    found = parse(text, birth=True)
    assert (found.value, found.precision) == (value, precision)


@pytest.mark.parametrize(
    ("text", "birth", "year"),
    [
        ("1/1/30", True, 1930),
        ("1/1/99", True, 1999),
        ("1/1/29", True, 2029),
        ("1/1/00", True, 2000),
        ("1/1/30", False, 2030),
        ("1/1/99", False, 2099),
    ],
)
def test_the_century_of_a_short_year(text: str, birth: bool, year: int) -> None:
    found = read(text, birth=birth)
    assert found.date.year == year
    assert found.century_guessed is birth


def test_a_full_year_is_no_guess() -> None:
    assert not read("5/3/1990", birth=True).century_guessed
    assert not read("1990", birth=True).century_guessed


@pytest.mark.parametrize(
    ("text", "suggestions"),
    [
        ("31/2/1990", ("1990-02", "1990")),
        ("31/2/90", ("1990-02", "1990")),
        ("29/2/2001", ("2001-02", "2001")),
        ("02/13/1990", ("1990-02-13", "1990")),
        ("45/13/1990", ("1990",)),
        ("310290", ("1990-02", "1990")),
        ("13/25", ("2025",)),
        ("0000", ()),
    ],
)
def test_a_day_that_does_not_exist_comes_with_the_nearest_ones(
    text: str, suggestions: tuple[str, ...]
) -> None:
    with pytest.raises(ImpossibleDate) as refused:
        parse(text, birth=True)
    assert tuple(date.value for date in refused.value.suggestions) == suggestions


@pytest.mark.parametrize(
    "text", ["x", "Thôn 3", "12", "123", "123456789", "5/3/199", "1/2/3/4", "-"]
)
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(UnreadableDate):
        parse(text, birth=True)


def test_relative_dates_need_a_today() -> None:
    assert parse("nay", today=TODAY).value == "2026-11-20"
    assert parse("+7", today=TODAY).value == "2026-11-27"
    assert parse("-20", today=TODAY).value == "2026-10-31"
    with pytest.raises(UnreadableDate):
        parse("nay")


def test_bare_digits() -> None:
    serial = read("33004", birth=True)
    assert serial.from_serial
    assert serial.date.display() == "11/05/1990"
    assert not read("5031990", birth=True).from_serial


@given(st.dates(date(1900, 3, 1), date(2099, 12, 31)))
def test_excel_serials_count_days(day: date) -> None:
    serial = (day - date(1900, 3, 1)).days + 61  # 01/03/1900 is day 61 in Excel
    assert from_serial(serial).day == day


@pytest.mark.parametrize("serial", [0, -1, 73_051])
def test_serials_out_of_range(serial: int) -> None:
    with pytest.raises(ValueError, match="serial"):
        from_serial(serial)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1990", "1990"),
        ("1990-03", "03/1990"),
        ("1990-03-05", "05/03/1990"),
        ("2027-Q2", "Quý II/2027"),
        ("", ""),
    ],
)
def test_display(value: str, shown: str) -> None:
    found = PartialDate.from_value(value)
    assert found.display() == shown
    assert parse(shown) == found


@pytest.mark.parametrize("value", ["1990-13", "1990-02-30", "2027-Q5", "90", "1990/03/05", "0001"])
def test_stored_values_are_checked(value: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        PartialDate.from_value(value)


def test_an_unknown_part_sorts_first_in_its_period() -> None:
    order = ["", "1989-12-31", "1990", "1990-Q1", "1990-01", "1990-01-01", "1990-Q2", "1990-04"]
    found = [PartialDate.from_value(value) for value in order]
    assert sorted(found, key=lambda each: each.sort_key) == found
    assert PartialDate.from_value("2027-Q3").first_day == date(2027, 7, 1)


def test_no_date_is_false_and_has_no_parts() -> None:
    assert not NO_DATE
    assert NO_DATE.year is None
    assert NO_DATE.day is None
    assert NO_DATE.first_day is None
    assert PartialDate.of(1990).day is None


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_what_is_shown_reads_back(day: date) -> None:
    found = dates.from_day(day)
    assert parse(found.display()) == found
    assert PartialDate.from_value(found.value) == found
    assert found.day == day


@given(st.text(alphabet="0123456789/.-? xQqIVnămthángquý", max_size=14))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        offered: tuple[PartialDate, ...] = (parse(text, birth=True, today=TODAY),)
    except BadDate as refused:
        offered = refused.suggestions
    assert all(PartialDate.from_value(found.value) == found for found in offered)


def test_the_next_day_sorts_later() -> None:
    first = dates.from_day(TODAY)
    assert first.sort_key < dates.from_day(TODAY + timedelta(days=1)).sort_key
