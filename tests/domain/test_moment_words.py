"""Deadlines as typed, understood and shown."""

import pytest

from thiduaqt.domain.moment_words import is_understood, read, show
from thiduaqt.domain.moments import in_words
from thiduaqt.domain.plan import Deadline


@pytest.mark.parametrize(
    ("typed", "meant", "words"),
    [
        ("", Deadline(), ""),
        ("15/11/2026", Deadline(value="2026-11-15"), "15/11/2026"),
        ("5.2026", Deadline(value="2026-05"), "tháng 5/2026"),
        ("2027", Deadline(value="2027"), "năm 2027"),
        ("Quý II/2027", Deadline(value="2027-Q2", wording="Quý II/2027"), "Quý II/2027"),
        (
            "trước ngày 15/11/2026",
            Deadline(value="2026-11-15", exclusive=True, wording="trước ngày 15/11/2026"),
            "trước 15/11/2026",
        ),
        (
            "chậm nhất ngày 15/11/2026",
            Deadline(value="2026-11-15", wording="chậm nhất ngày 15/11/2026"),
            "15/11/2026",
        ),
        (
            "trước ngày 15/11 hằng năm",
            Deadline(
                value="2026-11-15",
                exclusive=True,
                recurring=True,
                wording="trước ngày 15/11 hằng năm",
            ),
            "trước 15/11 hằng năm",
        ),
        (
            "Quý II hằng năm",
            Deadline(value="2026-Q2", recurring=True, wording="Quý II hằng năm"),
            "Quý II hằng năm",
        ),
        (
            "tháng 12 hàng năm",
            Deadline(value="2026-12", recurring=True, wording="tháng 12 hàng năm"),
            "tháng 12 hằng năm",
        ),
        ("hằng năm", Deadline(recurring=True, wording="hằng năm"), "hằng năm"),
        (
            "trước ngày 25 hằng tháng",
            Deadline(
                value="2026-01-25",
                exclusive=True,
                recurring=True,
                every="month",
                wording="trước ngày 25 hằng tháng",
            ),
            "trước ngày 25 hằng tháng",
        ),
        (
            "ngày 5 hàng tháng",
            Deadline(
                value="2026-01-05", recurring=True, every="month", wording="ngày 5 hàng tháng"
            ),
            "ngày 5 hằng tháng",
        ),
        (
            "Hằng quý",
            Deadline(recurring=True, every="quarter", wording="Hằng quý"),
            "Hằng quý",
        ),
        (
            "định kỳ 6 tháng",
            Deadline(recurring=True, every="half", wording="định kỳ 6 tháng"),
            "định kỳ 6 tháng",
        ),
        (
            "dự kiến tháng 12/2026",
            Deadline(value="2026-12", tentative=True, wording="dự kiến tháng 12/2026"),
            "dự kiến tháng 12/2026",
        ),
        (
            "10 ngày trước ngày trao thưởng",
            Deadline(anchor="award_day", offset=-10, wording="10 ngày trước ngày trao thưởng"),
            "10 ngày trước ngày trao thưởng",
        ),
        (
            "15 ngày làm việc kể từ ngày ban hành kế hoạch",
            Deadline(
                anchor="issue",
                offset=15,
                working_days=True,
                wording="15 ngày làm việc kể từ ngày ban hành kế hoạch",
            ),
            (
                "15 ngày làm việc sau ngày ban hành kế hoạch "
                "(thứ Hai đến thứ Sáu, chưa trừ ngày nghỉ lễ, tết)"
            ),
        ),
        (
            "khi có hướng dẫn của tỉnh",
            Deadline(wording="khi có hướng dẫn của tỉnh"),
            "khi có hướng dẫn của tỉnh",
        ),
    ],
)
def test_a_typed_deadline_is_understood(typed: str, meant: Deadline, words: str) -> None:
    found = read(typed, year=2026)
    assert found == meant
    assert in_words(found) == (words or "chưa có ngày")


def test_an_event_keeps_its_name() -> None:
    found = read("30 ngày trước Đại hội Thi đua yêu nước tỉnh", year=2026)
    assert (found.anchor, found.offset) == ("event", -30)
    assert found.event == "Đại hội Thi đua yêu nước tỉnh"


def test_an_impossible_day_stays_as_words() -> None:
    assert read("31/2/2026", year=2026) == Deadline(wording="31/2/2026")
    assert read("trước 31/2 hằng năm", year=2026) == Deadline(wording="trước 31/2 hằng năm")


def test_words_alone_are_told_apart_from_dates() -> None:
    assert not is_understood(read("khi có hướng dẫn của tỉnh", year=2026))
    assert is_understood(read("hằng năm", year=2026))
    assert is_understood(read("10 ngày trước ngày trao", year=2026))
    assert show(Deadline()) == ""


def test_the_words_of_the_plan_go_before_ours() -> None:
    assert show(Deadline(value="2027", wording="sơ kết vào năm 2027")) == "sơ kết vào năm 2027"
    assert show(Deadline(value="2027-Q2")) == "Quý II/2027"
    assert show(Deadline(anchor="event", event="Đại hội", offset=-5)) == "5 ngày trước Đại hội"
