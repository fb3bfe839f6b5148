"""Figures against targets: the operator at its edge, N/A that is no 0, units made into one."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain.plan import Operator, Roll, Target, YearValue
from thiduaqt.domain.records import Measurement
from thiduaqt.domain.target_values import (
    BadFigure,
    cell_words,
    figure_words,
    read_figure,
    value_words,
    wanted_words,
)
from thiduaqt.domain.targets import (
    Figure,
    TargetState,
    figure_of,
    latest,
    reach,
    rolled_up,
    state_of,
    tree,
    within,
)

SHARE = Decimal("0.9")
NUMBERS = st.decimals(min_value=0, max_value=1000, places=2)


def target(operator: Operator = ">=", value: str | None = "0.75", **more: object) -> Target:
    return Target(code="t", statement="Chỉ tiêu", operator=operator, value=value, **more)  # type: ignore[arg-type]


def state(operator: Operator, value: str, wanted: str = "0.75") -> TargetState:
    return state_of(target(operator, wanted), Figure(value=Decimal(value)), 2026, SHARE)


@pytest.mark.parametrize(
    ("operator", "below", "at", "above"),
    [
        (">=", "at_risk", "met", "met"),
        (">", "at_risk", "at_risk", "met"),
        ("=", "at_risk", "met", "at_risk"),
        ("<=", "met", "met", "at_risk"),
        ("<", "met", "at_risk", "at_risk"),
    ],
)
def test_the_edge_belongs_to_the_operator(
    operator: Operator, below: str, at: str, above: str
) -> None:
    found = [state(operator, value) for value in ("0.7499999999", "0.75", "0.7500000001")]
    assert found == [below, at, above]


@given(st.sampled_from([">=", ">", "=", "<=", "<"]), NUMBERS, NUMBERS, NUMBERS)
def test_states_follow_the_operator(
    operator: Operator, value: Decimal, wanted: Decimal, share: Decimal
) -> None:
    share = share / 1000
    exact, goal = Fraction(value), Fraction(wanted)
    satisfied = {
        ">=": exact >= goal, ">": exact > goal, "=": exact == goal,
        "<=": exact <= goal, "<": exact < goal,
    }[operator]  # fmt: skip
    found = state_of(target(operator, str(wanted)), Figure(value=value), 2026, share)
    assert (found == "met") is satisfied
    assert found in ("met", "at_risk", "not_met")
    without = state_of(target(operator, str(wanted)), Figure(value=value), 2026, None)
    assert without == ("met" if satisfied else "not_met")


def test_where_the_risk_begins() -> None:
    assert [state(">=", value, "90") for value in ("80.99", "81", "89.9")] == [
        "not_met", "at_risk", "at_risk",
    ]  # fmt: skip
    assert [state("<=", value, "9") for value in ("9", "10", "10.01")] == [
        "met", "at_risk", "not_met",
    ]  # fmt: skip
    assert state(">=", "0", "0") == "met"
    assert state(">=", "0", "5") == "not_met"


def test_nothing_na_and_zero_are_three_things() -> None:
    wanted = target(">=", "5")
    assert state_of(wanted, Figure(), 2026, SHARE) == "no_figure"
    assert state_of(wanted, Figure(na=True), 2026, SHARE) == "na"
    assert state_of(wanted, Figure(value=Decimal(0)), 2026, SHARE) == "not_met"
    assert state_of(target(">=", None), Figure(value=Decimal(3)), 2026, SHARE) == "open"
    words = target("text", None)
    assert state_of(words, Figure(value=Decimal(1)), 2026) == "met"
    assert state_of(words, Figure(value=Decimal(0)), 2026) == "not_met"


def test_the_year_has_its_own_figure() -> None:
    own = target(
        value="100",
        unit="%",
        by_year=(YearValue(year=2026, value="60"), YearValue(year=2028, value="80")),
    )
    assert [wanted_words(own, year) for year in (2025, 2026, 2027, 2028)] == [
        "≥ 100%", "≥ 60%", "≥ 60%", "≥ 80%",
    ]  # fmt: skip
    assert state_of(own, Figure(value=Decimal(70)), 2026) == "met"
    assert state_of(own, Figure(value=Decimal(70)), 2028) == "not_met"


# -- units made into one --------------------------------------------------------------------------

COUNTS = st.lists(
    st.tuples(st.integers(0, 300), st.integers(1, 300), st.booleans()), min_size=1, max_size=10
)


@given(COUNTS)
def test_a_ratio_adds_counts_and_leaves_out_what_does_not_apply(
    units: list[tuple[int, int, bool]],
) -> None:
    goal = target(unit="%", scope="unit")
    figures = [
        Figure(na=True)
        if na
        else Figure(
            value=Decimal(100 * first) / second,
            numerator=Decimal(first),
            denominator=Decimal(second),
        )
        for first, second, na in units
    ]
    found = rolled_up(goal, figures)
    counted = [(first, second) for first, second, na in units if not na]
    if not counted:
        assert found.na
        assert found.value is None
        return
    above, below = (sum(pair[side] for pair in counted) for side in (0, 1))
    assert found.numerator == Decimal(above)
    assert found.denominator == Decimal(below)
    assert found.value is not None
    assert abs(Fraction(found.value) - Fraction(100 * above, below)) < Fraction(1, 10**20)


@given(st.lists(st.none() | NUMBERS, max_size=8), st.sampled_from(["sum", "average"]))
def test_sums_and_averages_take_only_what_is_there(
    values: list[Decimal | None], roll: Roll
) -> None:
    found = rolled_up(target(roll=roll), [Figure(value=value) for value in values])
    known = [Fraction(value) for value in values if value is not None]
    if not known:
        assert found == Figure()
        return
    wanted = sum(known, Fraction(0)) / (len(known) if roll == "average" else 1)
    assert found.value is not None
    assert abs(Fraction(found.value) - wanted) < Fraction(1, 10**15)


def test_percentages_without_counts_are_a_rough_average() -> None:
    figures = [Figure(value=Decimal(50)), Figure(value=Decimal(100))]
    found = rolled_up(target(unit="%"), figures)
    assert (found.value, found.rough) == (Decimal(75), True)
    assert figure_words(found, target(unit="%")) == "75% (bình quân các đơn vị)"
    assert rolled_up(target(roll="latest"), [
        Figure(value=Decimal(1), period="2026-09"), Figure(value=Decimal(2), period="2026-06"),
    ]).value == 1  # fmt: skip


def test_how_many_units_meet_it() -> None:
    found = reach(["met", "met", "at_risk", "not_met", "no_figure", "na"])
    assert (found.met, found.judged, found.silent, found.na) == (2, 4, 1, 1)
    assert found.share == 50
    assert reach(["na", "no_figure"]).share is None


# -- periods --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "span", "inside"),
    [
        ("2026-09-30", "2026-Q3", True), ("2026-09", "2026-Q3", True), ("2026-Q3", "2026", True),
        ("2026-Q3", "2026-09", False), ("2026-10", "2026-Q3", False), ("2025", "2026", False),
        ("2026", "2026", True), ("", "2026", False), ("", "", True),
        ("2024-02-29", "2024-02", True),
    ],
)  # fmt: skip
def test_periods_lie_within_each_other(period: str, span: str, inside: bool) -> None:
    assert within(period, span) is inside


def test_the_newest_figure_counts() -> None:
    def one(key: str, period: str, entered: str = "2026-10-01") -> Measurement:
        return Measurement(id=key, target="t", period=period, value="1", entered_on=entered)

    found = [
        one("a", "2026-Q3"), one("b", "2026-06"), one("c", "2026-10-05"), one("d", "2025-12-31"),
    ]  # fmt: skip
    assert latest(found, "2026")["t", None].id == "c"
    assert latest(found, "2026-Q3")["t", None].id == "a"
    assert latest(found, "2027") == {}
    again = [one("x", "2026-09", "2026-10-02"), one("y", "2026-09", "2026-10-01")]
    assert latest(again, "2026")["t", None].id == "x"


def test_sub_targets_stand_under_their_own() -> None:
    def one(code: str, parent: str = "") -> Target:
        return Target(code=code, statement=code, parent=parent)

    found = tree([one("a"), one("b"), one("a2", "a1"), one("a1", "a"), one("c", "gone"),
                  one("x", "y"), one("y", "x")])  # fmt: skip
    assert [(place.number, place.target.code) for place in found] == [
        ("1", "a"), ("1.1", "a1"), ("1.1.1", "a2"), ("2", "b"), ("3", "c"), ("4", "x"),
        ("4.1", "y"),
    ]  # fmt: skip


# -- typed figures --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("0,75", "", "0.75"), ("0.75", "", "0.75"), ("75%", "", "0.75"), ("75%", "%", "75"),
        ("75", "%", "75"), ("99,5 %", "%", "99.5"), ("12/40", "%", "30"), ("12/40", "", "0.3"),
        ("1.250", "hộ", "1250"), ("1 250", "hộ", "1250"), ("1.250", "", "1.250"),
        ("0.750", "hộ", "0.750"), ("1.200/2.400", "%", "50"), ("0", "%", "0"), ("1", "%", "1"),
        (" 30 trên 40 ", "%", "75"), ("-2,5", "", "-2.5"),
    ],
)  # fmt: skip
def test_what_people_type_is_understood(text: str, unit: str, value: str) -> None:
    assert read_figure(text, target(value="90", unit=unit)).figure.value == Decimal(value)


def test_na_and_done_are_understood() -> None:
    assert read_figure("Không áp dụng", target()).figure.na
    assert read_figure("  ", target()).empty
    words = target("text", None)
    assert read_figure("Đã xong", words).figure.value == 1
    assert read_figure("chưa", words).figure.value == 0


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("0,75", "%"), ("12/0", "%"), ("khoảng 80", "%"), ("75%", "hộ"), ("12/40", "hộ"),
        ("1,2,3", ""), ("∞", ""), ("NaN", ""), ("1e5", ""), ("٣", ""), ("12/40/2", "%"),
        ("-1/4", "%"), ("9" * 30, "hộ"), ("=1+1", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_told_is_refused(text: str, unit: str) -> None:
    with pytest.raises(BadFigure) as fault:
        read_figure(text, target(value="90", unit=unit))
    assert fault.value.what
    assert fault.value.todo


def test_a_small_percentage_is_allowed_where_the_plan_wants_one() -> None:
    assert read_figure("0,75", target("<=", "0.8", unit="%")).figure.value == Decimal("0.75")


@given(
    st.one_of(
        st.builds(lambda v: Figure(value=v), st.decimals(-999, 9999, places=3)),
        st.builds(
            lambda a, b: Figure(value=Decimal(a) / b, numerator=Decimal(a), denominator=Decimal(b)),
            st.integers(0, 99999),
            st.integers(1, 99999),
        ),
        st.just(Figure(na=True)),
    ),
    st.sampled_from(["", "%", "hộ"]),
)
def test_what_a_cell_shows_reads_back(figure: Figure, unit: str) -> None:
    goal = target(value="90", unit=unit)
    if unit == "hộ" and figure.numerator is not None:
        return
    back = read_figure(cell_words(figure, goal), goal).figure
    assert back.na == figure.na
    assert (back.numerator, back.denominator) == (figure.numerator, figure.denominator)
    if figure.numerator is None:
        assert back.value == figure.value


def test_a_figure_never_reads_like_what_is_wanted_when_it_is_not() -> None:
    goal = target(value="90", unit="%")
    assert figure_words(Figure(value=Decimal("89.9999")), goal, 2026) == "89,9999%"
    assert figure_words(Figure(value=Decimal("89.1299")), goal, 2026) == "89,13%"
    assert value_words(Decimal(1234567), "hộ") == "1.234.567 hộ"


def test_counts_stand_for_their_ratio() -> None:
    stored = Measurement(id="a", target="t", period="2026", numerator="35", denominator="40")
    figure = figure_of(stored, target(value="87.5", unit="%"))
    assert figure_words(figure, target(unit="%")) == "87,5% (35/40)"
    assert state_of(target(value="87.5", unit="%"), figure, 2026) == "met"


def test_odd_trees_of_targets_end() -> None:
    chain = [
        Target(code=f"t{n}", statement="T", parent=f"t{n - 1}" if n else "") for n in range(1_500)
    ]
    assert len(tree(chain)) == 1_500
    nameless = [Target(code="", statement="A"), Target(code="", statement="B"), chain[0]]
    assert [place.number for place in tree(nameless)] == ["1", "2", "3"]
    circle = [
        Target(code="a", statement="A", parent="b"),
        Target(code="b", statement="B", parent="a"),
    ]
    assert {place.target.code for place in tree(circle)} == {"a", "b"}
