"""Dates, deadlines, periods and numbers as plans word them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from thiduaqt.domain.plan import Deadline, League, MovementPlan, Source
from thiduaqt.domain.plan_text.blocks import closed, sentence_case
from thiduaqt.domain.plan_text.ranking_words import league_words
from thiduaqt.domain.plan_text.words import (
    PlanWords,
    day_words,
    deadline_words,
    figure,
    law_in_words,
    period_words,
    says,
)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2026-03-05", "ngày 05/3/2026"),
        ("2026-02-15", "ngày 15/02/2026"),
        ("2030-12", "tháng 12/2030"),
        ("2027-01", "tháng 01/2027"),
        ("2027-Q2", "Quý II/2027"),
        ("2027", "năm 2027"),
        ("", ""),
    ],
)
def test_days(value: str, words: str) -> None:
    assert day_words(value) == words


@pytest.mark.parametrize(
    ("start", "end", "event", "words"),
    [
        ("2026-03-27", "2030-12", "", "từ ngày 27/3/2026 đến hết tháng 12/2030"),
        ("2025", "2030", "", "từ năm 2025 đến năm 2030"),
        ("2026", "2027-Q1", "", "từ năm 2026 đến hết Quý I/2027"),
        ("2026", "", "Đại hội Đảng bộ tỉnh", "từ năm 2026 đến Đại hội Đảng bộ tỉnh"),
        ("", "2026-10-10", "", "đến ngày 10/10/2026"),
        ("", "", "", ""),
    ],
)
def test_periods(start: str, end: str, event: str, words: str) -> None:
    assert period_words(start, end, event) == words


DEADLINES = [
    (Deadline(wording="ngay sau khi ban hành", value="2026-01-01"), "ngay sau khi ban hành"),
    (Deadline(value="2026-11-15", exclusive=True), "trước ngày 15/11/2026"),
    (Deadline(value="2026-11-15"), "chậm nhất ngày 15/11/2026"),
    (
        Deadline(value="2026-11-15", exclusive=True, recurring=True),
        "trước ngày 15/11 hằng năm",
    ),
    (Deadline(value="2026-Q2", recurring=True), "Quý II hằng năm"),
    (Deadline(value="2026-12", recurring=True), "tháng 12 hằng năm"),
    (Deadline(value="2026", recurring=True), "hằng năm"),
    (Deadline(recurring=True, every="quarter"), "hằng quý"),
    (Deadline(value="2026-03-25", recurring=True, every="month"), "chậm nhất ngày 25 hằng tháng"),
    (
        Deadline(value="2026-06-20", recurring=True, every="half", exclusive=True),
        "06 tháng một lần, lần đầu trước ngày 20/6/2026",
    ),
    (Deadline(value="2028-12", tentative=True), "dự kiến tháng 12/2028"),
    (Deadline(anchor="award_day", offset=-10), "chậm nhất 10 ngày trước ngày trao thưởng"),
    (
        Deadline(anchor="award_day", offset=-5, working_days=True, exclusive=True),
        "hơn 05 ngày làm việc trước ngày trao thưởng",
    ),
    (
        Deadline(anchor="issue", offset=15),
        "trong thời hạn 15 ngày kể từ ngày ban hành Kế hoạch",
    ),
    (Deadline(anchor="event", event="Đại hội Đảng bộ xã"), "vào Đại hội Đảng bộ xã"),
    (Deadline(value="2026", event="Ngày Chuyển đổi số"), "năm 2026 (Ngày Chuyển đổi số)"),
    (Deadline(), ""),
]


@pytest.mark.parametrize(("when", "words"), DEADLINES, ids=[words for _, words in DEADLINES])
def test_deadlines(when: Deadline, words: str) -> None:
    assert deadline_words(when) == words


def test_an_occasion_is_not_a_time_limit() -> None:
    assert deadline_words(Deadline(value="2026-10-10"), occasion=True) == "ngày 10/10/2026"


@pytest.mark.parametrize(
    ("value", "words"),
    [("0.75", "0,75"), ("90.0", "90"), ("1200", "1.200"), ("1E+2", "100"), ("7.50", "7,5")],
)
def test_figures(value: str, words: str) -> None:
    assert figure(Decimal(value)) == figure(value) == words


def test_law_is_named_in_full() -> None:
    source = Source(tag="law", text="NĐ 152/2025, khoản 4 Điều 4")
    assert law_in_words(source) == "khoản 4 Điều 4 Nghị định số 152/2025/NĐ-CP"
    assert law_in_words(Source(text="Luật A, Điều 5")) == "Luật A, Điều 5"


def test_what_a_text_says_already() -> None:
    assert says("Tổ chức từ ngày ký đến hết năm 2026.", "TỪ NGÀY KÝ")
    assert not says("Tổ chức từ ngày ký", "")


def test_a_ward_has_to_dan_pho() -> None:
    words = PlanWords(village="tổ dân phố")
    assert words.unit_kinds(("village", "school")) == "tổ dân phố, trường học"
    assert words.award("unknown") == "unknown"


def test_awards_are_given_but_commendations_are_not() -> None:
    words = PlanWords(awards={"a": "Giấy khen", "b": "Bằng khen", "c": "Khen thưởng cấp Nhà nước"})
    assert words.giving("a", "b") == "xét tặng Giấy khen, Bằng khen"
    assert words.giving("c") == "xét Khen thưởng cấp Nhà nước"


@pytest.mark.parametrize(
    ("given", "kept"),
    [("Một", "Một."), ("Một.", "Một."), ("Gồm:", "Gồm:"), ("(a)", "(a)."), ("", ""), ("x…", "x…")],
)
def test_sentences_are_closed_once(given: str, kept: str) -> None:
    assert closed(given) == kept


def test_capitals_become_a_sentence_but_abbreviations_stay() -> None:
    assert sentence_case("TIÊU CHÍ VỀ CĐS, TĐKT") == "Tiêu chí về CĐS, TĐKT"
    assert sentence_case("Đã là câu") == "Đã là câu"


def test_a_block_is_named_and_that_of_a_foreign_plan_stays() -> None:
    words = PlanWords(blocks={"cum-dong": "Cụm Đông"})
    league = League(code="a", name="Bảng A", blocks=("cum-dong", "Cụm Tây"))
    rules = MovementPlan(code="m", title="M", short_name="M", leagues=(league,))
    assert league_words(league, rules, words) == "Bảng A: thuộc Cụm Đông, Cụm Tây"
