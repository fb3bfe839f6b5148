"""Cells of the table of targets: sign, figure and years typed each by itself."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain import target_cells as cells
from thiduaqt.domain.plan import Target, YearValue
from thiduaqt.domain.plan_lists import BadCell


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ("≥", {"operator": ">=", "striving": False}),
        ("<=", {"operator": "<=", "striving": False}),
        ("Tối thiểu", {"operator": ">=", "striving": False}),
        ("không quá", {"operator": "<=", "striving": False}),
        ("phấn đấu >", {"operator": ">", "striving": True}),
        ("Phấn đấu", {"striving": True}),
        ("không có số", {"operator": "text", "striving": False, "value": None, "by_year": ()}),
        ("", {"operator": "text", "striving": False, "value": None, "by_year": ()}),
    ],
)
def test_operators_typed(typed: str, fields: dict[str, Any]) -> None:
    assert cells.read_operator(typed) == fields


@pytest.mark.parametrize("typed", ["xấp xỉ", "90", "≥ 90", "%"])
def test_what_is_no_operator(typed: str) -> None:
    with pytest.raises(BadCell, match="không phải cách so sánh"):
        cells.read_operator(typed)


def test_every_operator_offered_can_be_read_and_is_shown_so() -> None:
    known = Target(code="t", statement="", operator="=", value="1")
    for words in cells.operator_choices():
        fields = cells.read_operator(words)
        if "operator" in fields:
            shown = cells.operator_words(Target(code="t", statement="", **fields))
            assert shown == words
    assert cells.operator_words(known) == "="


PLAIN = Target(code="t", statement="", operator="=", unit="%")


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ("0,75", {"unit": "%", "value": "0.75"}),
        ("0.75", {"unit": "%", "value": "0.75"}),
        ("80 %", {"unit": "%", "value": "80"}),
        ("1.250 hộ", {"unit": "hộ", "value": "1250"}),
        ("≥ 90 %", {"operator": ">=", "unit": "%", "value": "90"}),
        ("trên 90%", {"operator": ">", "unit": "%", "value": "90"}),
        ("80% trở lên", {"operator": ">=", "unit": "%", "value": "80"}),
        ("9 người trở xuống", {"operator": "<=", "unit": "người", "value": "9"}),
        ("Không quá 2%", {"operator": "<=", "unit": "%", "value": "2"}),
        ("phấn đấu trên 40%", {"operator": ">", "striving": True, "unit": "%", "value": "40"}),
        ("", {"value": None}),
    ],
)
def test_figures_wanted(typed: str, fields: dict[str, Any]) -> None:
    assert cells.wanted_typed(typed, PLAIN) == fields


@pytest.mark.parametrize("typed", ["tám mươi", "%", "8O%", "1/2", "trên", "nan"])
def test_no_figure_is_refused(typed: str) -> None:
    with pytest.raises(BadCell):
        cells.wanted_typed(typed, PLAIN)


def test_a_figure_brings_its_sign_and_the_year_keeps_its_own() -> None:
    words = Target(code="t", statement="")
    assert cells.wanted_typed("80%", words)["operator"] == ">="
    known = Target(
        code="t", statement="", operator=">=", value="85", unit="%",
        by_year=(YearValue(year=2026, value="65"), YearValue(year=2027, value="75")),
    )  # fmt: skip
    assert cells.wanted_typed("70", known, 2026) == {
        "unit": "%",
        "by_year": (YearValue(year=2026, value="70"), YearValue(year=2027, value="75")),
    }
    assert cells.wanted_typed("", known, 2027) == {"by_year": (YearValue(year=2026, value="65"),)}
    assert cells.wanted_typed("90", known, 2030) == {"unit": "%", "value": "90"}


def test_years_are_read_as_they_are_shown() -> None:
    known = (YearValue(year=2026, value="0.65"), YearValue(year=2027, value="75"))
    target = Target(code="t", statement="", unit="%", by_year=known)
    assert cells.years_words(target) == "2026: 0,65%; 2027: 75%"
    assert cells.read_years(cells.years_words(target), "%") == known
    counted = Target(
        code="t", statement="", unit="hộ", by_year=(YearValue(year=2026, value="1250"),)
    )
    assert cells.read_years(cells.years_words(counted), "hộ") == counted.by_year
    assert cells.read_years("") == ()
    for wrong in ("2026 65%", "26: 65%", "2026: nhiều"):
        with pytest.raises(BadCell):
            cells.read_years(wrong, "%")


def test_a_family_is_found_in_any_order() -> None:
    targets = (
        Target(code="c", statement="", parent="b"),
        Target(code="b", statement="", parent="a"),
        Target(code="a", statement=""),
        Target(code="d", statement=""),
    )
    assert cells.family(targets, "a") == {"a", "b", "c"}
    assert cells.family(targets, "d") == {"d"}


@given(st.text(max_size=40))
def test_no_text_breaks_the_readers(text: str) -> None:
    for read in (
        cells.read_operator,
        cells.read_years,
        cells.read_year,
        cells.read_value,
        lambda typed: cells.wanted_typed(typed, PLAIN, 2026),
    ):
        with suppress(BadCell):
            read(text)
