"""Edits of targets: what is asked for as typed, and the list they stand in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain.plan import MovementPlan, Target
from thiduaqt.domain.target_edits import (
    Wanted,
    add_target,
    change_target,
    copy_target,
    free_code,
    move_target,
    read_wanted,
    remove_target,
    set_parent,
    set_wanted,
    set_year,
)
from thiduaqt.domain.target_values import BadFigure, wanted_words
from thiduaqt.domain.targets import tree


def one(code: str, parent: str = "") -> Target:
    return Target(code=code, statement=code, parent=parent)


def plan(*targets: Target) -> MovementPlan:
    return MovementPlan(code="x", title="x", short_name="x", targets=targets)


def order(rules: MovementPlan) -> list[str]:
    return [f"{place.number}:{place.target.code}" for place in tree(rules.targets)]


@pytest.mark.parametrize(
    ("text", "operator", "value", "unit", "striving"),
    [
        ("≥ 0,75", ">=", "0.75", "", False),
        (">= 0.75", ">=", "0.75", "", False),
        ("> 90%", ">", "90", "%", False),
        ("Trên 90 %", ">", "90", "%", False),
        ("80 % trở lên", ">=", "80", "%", False),
        ("Tối thiểu 70%", ">=", "70", "%", False),
        ("100%", ">=", "100", "%", False),
        ("= 100%", "=", "100", "%", False),
        ("tối đa 2%", "<=", "2", "%", False),
        ("dưới 5 vụ", "<", "5", "vụ", False),
        ("không quá 3", "<=", "3", "", False),
        ("phấn đấu > 40%", ">", "40", "%", True),
        ("Phấn đấu đạt 12 buổi", ">=", "12", "buổi", True),
        ("1.250 hộ trở lên", ">=", "1250", "hộ", False),
        ("0.750", ">=", "0.75", "", False),
        ("", "text", None, "", False),
    ],
)
def test_what_is_asked_for_is_read_as_plans_say_it(
    text: str, operator: str, value: str | None, unit: str, striving: bool
) -> None:
    assert read_wanted(text) == Wanted(
        operator=operator,  # type: ignore[arg-type]
        value=value,
        unit=unit,
        striving=striving,
    )


def test_a_text_without_a_number_is_refused() -> None:
    for text in ("nhiều", "≥ %", "1,2,3 %"):
        with pytest.raises(BadFigure):
            read_wanted(text)


@given(
    st.sampled_from([">=", ">", "=", "<=", "<"]),
    st.decimals(0, 99999, places=2),
    st.sampled_from(["", "%", "hộ", "buổi"]),
    st.booleans(),
)
def test_what_is_shown_reads_back(operator: str, value: object, unit: str, striving: bool) -> None:
    target = Target(
        code="t",
        statement="t",
        operator=operator,  # type: ignore[arg-type]
        value=str(value),
        unit=unit,
        striving=striving,
    )
    shown = wanted_words(target, 2026)
    rules = set_wanted(plan(target), "t", shown)
    assert wanted_words(rules.targets[0], 2026) == shown
    assert rules.targets[0].operator == operator


def test_the_year_has_its_own_value() -> None:
    rules = set_wanted(plan(one("t")), "t", "≥ 90%")
    rules = set_year(rules, "t", 2027, "80%")
    rules = set_year(rules, "t", 2026, "70")
    assert [wanted_words(rules.targets[0], year) for year in (2026, 2027, 2025)] == [
        "≥ 70%", "≥ 80%", "≥ 90%",
    ]  # fmt: skip
    rules = set_year(rules, "t", 2026, "")
    assert [item.year for item in rules.targets[0].by_year] == [2027]
    fresh = set_year(plan(one("t")), "t", 2026, "≥ 12 buổi")
    assert wanted_words(fresh.targets[0], 2026) == "≥ 12 buổi"


def test_targets_are_added_in_their_place() -> None:
    rules = plan(one("a"), one("t2"))
    rules, code = add_target(rules, "  Mới ", after="a")
    assert code == "t3"
    rules, part = add_target(rules, "Trong đó", parent=code)
    assert order(rules) == ["1:a", "2:t3", "2.1:t3.1", "3:t2"]
    assert (part, rules.target("t3")) == ("t3.1", Target(code="t3", statement="Mới"))


def test_a_new_target_never_takes_the_code_of_figures() -> None:
    rules = plan(one("III.1"), one("III.9"))
    assert free_code(rules) == "III.10"
    assert free_code(rules, used={"III.10", "III.11", "IV.40"}) == "III.12"
    assert add_target(rules, "Mới", used={"III.10"})[1] == "III.11"
    assert free_code(plan()) == "t1"
    assert free_code(plan(one("chỉ tiêu"))) == "t1"
    copied, code = copy_target(rules, "III.1", used={"III.10"})
    assert (order(copied), code) == (["1:III.1", "2:III.11", "3:III.9"], "III.11")
    assert copy_target(rules, "x") == (rules, "")


@pytest.mark.parametrize("typed", ["8O%", "1/2", "90 =", "5 6"])
def test_slips_are_no_units(typed: str) -> None:
    with pytest.raises(BadFigure):
        read_wanted(typed)


@pytest.mark.parametrize(
    ("typed", "sign"),
    [("không dưới 80%", ">="), ("thấp hơn 5%", "<"), ("không hơn 5%", "<="), ("hơn 5%", ">")],
)
def test_words_that_hold_others(typed: str, sign: str) -> None:
    assert read_wanted(typed).operator == sign


def test_parts_go_with_their_target() -> None:
    rules = plan(one("a"), one("a1", "a"), one("a11", "a1"), one("b"))
    assert order(remove_target(rules, "a")) == ["1:b"]
    assert order(remove_target(rules, "a1")) == ["1:a", "2:b"]
    late = plan(one("a11", "a1"), one("a1", "a"), one("a"))
    assert order(remove_target(late, "a")) == []


def test_a_target_moves_among_its_siblings_only() -> None:
    rules = plan(one("a"), one("a1", "a"), one("a2", "a"), one("b"))
    assert order(move_target(rules, "a2", -1)) == ["1:a", "1.1:a2", "1.2:a1", "2:b"]
    assert order(move_target(rules, "b", -1)) == ["1:b", "2:a", "2.1:a1", "2.2:a2"]
    assert move_target(rules, "a", -1) == rules
    assert move_target(rules, "a2", 1) == rules


def test_a_target_never_stands_under_itself() -> None:
    rules = plan(one("a"), one("a1", "a"), one("b"))
    assert set_parent(rules, "a", "a1") == rules
    assert set_parent(rules, "a", "a") == rules
    assert set_parent(rules, "a", "gone") == rules
    assert order(set_parent(rules, "b", "a1")) == ["1:a", "1.1:a1", "1.1.1:b"]
    assert order(set_parent(rules, "a1", "")) == ["1:a", "2:a1", "3:b"]


def test_the_code_of_a_target_stays() -> None:
    changed = change_target(plan(one("a")), "a", statement="Khác", code="b")
    assert changed.targets == (Target(code="a", statement="Khác"),)
