"""Targets added, changed, put in order and taken away; what is typed into their cells."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain import target_edits as edits
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import MovementPlan, Target, YearValue
from thiduaqt.domain.plan_lists import BadCell

RULES = MovementPlan(
    code="m",
    title="Phong trào",
    short_name="Phong trào",
    targets=(
        Target(code="III.1", statement="Một"),
        Target(code="III.9", statement="Chín", operator=">=", value="90", unit="%"),
        Target(code="a", statement="Con", parent="III.9"),
        Target(code="b", statement="Cháu", parent="a"),
    ),
)


def codes(rules: MovementPlan) -> list[str]:
    return [item.code for item in rules.targets]


def test_a_new_target_counts_on_and_never_takes_an_old_code() -> None:
    made = edits.add_target(RULES, Target(code="", statement="Mới"))
    assert codes(made)[-1] == "III.10"
    made = edits.add_target(RULES, Target(code="", statement="Mới"), used={"III.10", "III.11"})
    assert codes(made)[-1] == "III.12"
    made = edits.add_target(RULES, Target(code="", statement="Mới"), after="III.1")
    assert codes(made)[:2] == ["III.1", "III.10"]
    part = edits.add_target(RULES, Target(code="", statement="Con", parent="III.1"))
    assert codes(part)[-1] == "III.1.1"
    beside = edits.add_target(RULES, Target(code="", statement="Con", parent="III.9"))
    assert codes(beside)[-1] == "a.1"
    alone = edits.add_target(MovementPlan(code="m", title="", short_name=""), RULES.targets[0])
    assert codes(alone) == ["CT1"]


def test_what_stands_below_goes_along() -> None:
    assert codes(edits.without(RULES, ["III.9"])) == ["III.1"]
    assert codes(edits.without(RULES, ["b"])) == ["III.1", "III.9", "a"]
    with pytest.raises(NotAllowed, match="chỉ tiêu con của chính nó"):
        edits.with_target(RULES, "III.9", {"parent": "b"})
    assert edits.with_target(RULES, "b", {"parent": "III.1"}).targets[3].parent == "III.1"
    assert edits.with_target(RULES, "gone", {"unit": "hộ"}) == RULES


def test_order_among_those_beside() -> None:
    assert codes(edits.reorder(RULES, "III.9", -1))[:2] == ["III.9", "III.1"]
    assert edits.reorder(RULES, "III.1", -1) == RULES
    assert edits.reorder(RULES, "a", 1) == RULES
    assert edits.reorder(RULES, "gone", 1) == RULES
    copied = edits.copy(RULES, "III.9")
    assert codes(copied) == ["III.1", "III.9", "III.10", "a", "b"]
    assert copied.targets[2].value == "90"


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
    ],
)
def test_operators_typed(typed: str, fields: dict[str, Any]) -> None:
    assert edits.read_operator(typed) == fields


def test_every_operator_offered_can_be_read() -> None:
    for words in edits.operator_choices():
        assert edits.read_operator(words)
    with pytest.raises(BadCell, match="không phải cách so sánh"):
        edits.read_operator("xấp xỉ")


PLAIN = Target(code="t", statement="", operator="=", unit="%")


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ("0,75", {"unit": "%", "value": "0.75"}),
        ("0.75", {"unit": "%", "value": "0.75"}),
        ("80%", {"unit": "%", "value": "80"}),
        ("1.250 hộ", {"unit": "hộ", "value": "1250"}),
        ("≥ 90 %", {"operator": ">=", "unit": "%", "value": "90"}),
        ("trên 90%", {"operator": ">", "unit": "%", "value": "90"}),
        ("Từ 80% trở lên", {"operator": ">=", "unit": "%", "value": "80"}),
        ("từ 9 người trở xuống", {"operator": "<=", "unit": "người", "value": "9"}),
        ("Không quá 2%", {"operator": "<=", "unit": "%", "value": "2"}),
        ("phấn đấu trên 40%", {"operator": ">", "striving": True, "unit": "%", "value": "40"}),
        ("", {"value": None}),
    ],
)
def test_figures_wanted(typed: str, fields: dict[str, Any]) -> None:
    assert edits.read_wanted(typed, PLAIN) == fields


@pytest.mark.parametrize("typed", ["tám mươi", "%", "8O%", "1/2", "trên", "nan"])
def test_no_figure_is_refused(typed: str) -> None:
    with pytest.raises(BadCell, match="không phải mức"):
        edits.read_wanted(typed, PLAIN)


def test_a_figure_brings_its_sign_and_the_year_keeps_its_own() -> None:
    words = Target(code="t", statement="")
    assert edits.read_wanted("80%", words)["operator"] == ">="
    assert edits.read_wanted("phấn đấu 80%", words)["operator"] == ">="
    known = Target(
        code="t", statement="", operator=">=", value="85", unit="%",
        by_year=(YearValue(year=2026, value="65"), YearValue(year=2027, value="75")),
    )  # fmt: skip
    changed = edits.read_wanted("70", known, 2026)
    assert changed == {
        "unit": "%",
        "by_year": (YearValue(year=2026, value="70"), YearValue(year=2027, value="75")),
    }
    assert edits.read_wanted("", known, 2027) == {"by_year": (YearValue(year=2026, value="65"),)}
    assert edits.read_wanted("90", known, 2030) == {"unit": "%", "value": "90"}


def test_years_are_read_as_they_are_shown() -> None:
    known = (YearValue(year=2026, value="0.65"), YearValue(year=2027, value="75"))
    target = Target(code="t", statement="", unit="%", by_year=known)
    assert edits.years_words(target) == "2026: 0,65%; 2027: 75%"
    assert edits.read_years(edits.years_words(target)) == known
    assert edits.read_years("") == ()
    for wrong in ("2026 65%", "26: 65%", "2026: nhiều"):
        with pytest.raises(BadCell):
            edits.read_years(wrong)


@given(st.text(max_size=40))
def test_no_text_breaks_the_readers(text: str) -> None:
    for read in (
        edits.read_operator,
        edits.read_years,
        edits.read_year,
        edits.read_value,
        lambda typed: edits.read_wanted(typed, PLAIN, 2026),
    ):
        with suppress(BadCell):
            read(text)


@given(st.lists(st.integers(0, 4), max_size=8), st.integers(0, 4), st.sampled_from([-2, -1, 1, 2]))
def test_order_loses_nothing(parents: list[int], which: int, step: int) -> None:
    items = tuple(
        Target(code=str(n), statement="", parent=str(above) if above < n else "")
        for n, above in enumerate(parents)
    )
    rules = MovementPlan(code="m", title="", short_name="", targets=items)
    moved = edits.reorder(rules, str(which), step)
    assert sorted(codes(moved)) == sorted(codes(rules))
