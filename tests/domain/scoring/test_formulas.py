"""Points of one item, at the edges and beside them; nothing said, nothing allowed, nonsense."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.scoring.trees import LETTERS, STEPS, criteria, entry_for
from thiduaqt.domain.plan import Criterion, Step
from thiduaqt.domain.planning import ScoreEntry
from thiduaqt.domain.scoring.formulas import holds, score
from thiduaqt.domain.scoring.structure import most_of

D = Decimal


def _item(kind: str, **fields: object) -> Criterion:
    made = Criterion(code="c", title="Tiêu chí", kind=kind)  # type: ignore[arg-type]
    return replace(made, **fields)  # type: ignore[arg-type]


def _say(**fields: object) -> ScoreEntry:
    return replace(ScoreEntry(code="c"), **fields)  # type: ignore[arg-type]


def _points(item: Criterion, **fields: object) -> Decimal | None:
    result = score(item, _say(**fields))
    assert not result.issues, result.issues
    return result.points


def _fault(item: Criterion, **fields: object) -> str:
    result = score(item, _say(**fields))
    assert result.points is None
    assert not result.known
    assert result.issues[0].severity == "error"
    assert result.issues[0].field == "c"
    assert result.issues[0].message.startswith("Tiêu chí: ")
    return result.issues[0].code


SHARE = {"numerator": "hộ đã hướng dẫn", "denominator": "hộ trong thôn"}
BANDS = _item("steps", points=D(20), steps=STEPS, **SHARE)


@given(criteria("c"))
def test_nothing_said_is_never_zero(item: Criterion) -> None:
    for entry in (None, ScoreEntry(code="c")):
        result = score(item, entry)
        assert (result.points, result.met, result.known, result.na) == (None, None, False, False)


@given(criteria("c"))
def test_not_applicable_is_no_points_and_no_fault(item: Criterion) -> None:
    result = score(item, _say(na=True))
    assert (result.points, result.na, result.issues) == (None, True, ())


@given(criteria("c").flatmap(lambda item: st.tuples(st.just(item), entry_for(item))))
def test_no_item_gives_more_than_its_maximum(case: tuple[Criterion, ScoreEntry]) -> None:
    item, entry = case
    points = score(item, entry).points
    if points is not None:
        assert abs(points) <= most_of(item)
        assert (points <= 0) if item.kind == "penalty" else (points >= 0)


def test_a_gate_answers_without_points() -> None:
    result = score(_item("gate"), _say(met=True))
    assert (result.points, result.met) == (None, True)
    assert score(_item("gate"), _say(met=False)).met is False


def test_a_check_with_points_gives_all_or_none() -> None:
    item = _item("check", points=D(5))
    assert _points(item, met=True) == D(5)
    assert _points(item, met=False) == D(0)


def test_points_from_zero_to_the_maximum_and_no_further() -> None:
    item = _item("points", points=D(30))
    assert _points(item, value=D(0)) == 0
    assert _points(item, value=D(30)) == 30
    assert _fault(item, value=D("30.01")) == "OVER_MAXIMUM"
    assert _fault(item, value=D(-1)) == "NEGATIVE"
    assert "30,01" in score(item, _say(value=D("30.01"))).issues[0].message


@pytest.mark.parametrize("odd", ["NaN", "Infinity", "1E+40"])
def test_numbers_nobody_means(odd: str) -> None:
    assert _fault(_item("points", points=D(30)), value=D(odd)) == "NOT_A_NUMBER"


def test_an_item_without_maximum_cannot_be_scored() -> None:
    assert _fault(_item("points"), value=D(3)) == "NO_MAXIMUM"


def test_penalty_takes_away_and_bonus_adds() -> None:
    assert _points(_item("penalty", points=D(10)), value=D(4)) == -4
    assert _points(_item("bonus", points=D(5)), value=D(5)) == 5
    assert _fault(_item("penalty", points=D(10)), value=D(11)) == "OVER_MAXIMUM"
    assert _fault(_item("penalty", points=D(10)), value=D(-4)) == "NEGATIVE"


def test_penalty_and_bonus_by_each_are_capped_by_the_item() -> None:
    late = _item("penalty", points=D(3), per_item=D(1), unit="báo cáo chậm")
    assert _points(late, value=D(2)) == -2
    assert _points(late, value=D(5)) == -3
    assert "tối đa 3" in score(late, _say(value=D(5))).how


def test_count_times_points_capped_with_the_cap_said() -> None:
    item = _item("count", points=D(10), per_item=D(2), unit="buổi")
    assert [_points(item, value=D(n)) for n in (0, 4, 5, 6)] == [0, 8, 10, 10]
    assert score(item, _say(value=D(6))).how == "6 buổi × 2 = 12, tối đa 10"
    assert _fault(item, value=D("1.5")) == "NOT_WHOLE"
    assert _fault(replace(item, per_item=None), value=D(1)) == "NO_RATE"


@pytest.mark.parametrize(
    ("above", "points"),
    [(899, 15), (900, 20), (901, 20), (700, 15), (699, 8), (500, 8), (499, 0), (0, 0), (1000, 20)],
)
def test_bands_exactly_at_the_edge_and_just_below(above: int, points: int) -> None:
    assert _points(BANDS, numerator=D(above), denominator=D(1000)) == points


def test_an_open_lower_edge_and_a_closed_upper_one() -> None:
    steps = (
        Step(points=D(5), low=D(50), high=D(70), low_inclusive=False, high_inclusive=True),
        Step(points=D(9), low=D(70), low_inclusive=False),
    )
    item = replace(BANDS, steps=steps)
    got = [_points(item, value=D(v)) for v in ("50", "50.01", "70", "70.01")]
    assert got == [0, 5, 5, 9]


def test_a_third_does_not_round_over_an_edge() -> None:
    steps = (Step(points=D(5), low=D("33.34")), Step(points=D(2), low=D("33.33"), high=D("33.34")))
    item = replace(BANDS, steps=steps)
    assert _points(item, numerator=D(1), denominator=D(3)) == 2


@given(st.decimals(0, 100, places=3))
def test_each_value_lies_in_exactly_one_band_or_below_all(value: Decimal) -> None:
    holding = [step for step in STEPS if holds(step, value)]
    assert len(holding) == (0 if value < 50 else 1)
    assert _points(BANDS, value=value) == (holding[0].points if holding else 0)


def test_a_value_no_band_takes_is_told() -> None:
    closed = replace(
        BANDS,
        steps=(
            Step(points=D(5), low=D(50), high=D(60)),
            Step(points=D(9), low=D(70), high=D(80)),
        ),
    )
    assert _fault(closed, value=D(65)) == "NO_STEP"
    assert _fault(closed, value=D(85)) == "NO_STEP"
    assert _points(closed, value=D(49)) == 0


def test_bands_of_what_should_be_few() -> None:
    item = _item(
        "steps",
        unit="vụ",
        steps=(Step(points=D(10), high=D(2)), Step(points=D(5), low=D(2), high=D(5))),
    )
    assert [_points(item, value=D(v)) for v in (0, 1, 2, 4, 5, 9)] == [10, 10, 5, 5, 0, 0]


def test_overlapping_bands_give_the_better_one_and_say_so() -> None:
    steps = (Step(points=D(5), low=D(50), high=D(70), high_inclusive=True), STEPS[1])
    result = score(replace(BANDS, steps=steps), _say(value=D(70)))
    assert result.points == 15
    assert [issue.code for issue in result.issues] == ["STEPS_OVERLAP"]


def test_a_denominator_of_zero_and_a_missing_one() -> None:
    assert _fault(BANDS, numerator=D(3), denominator=D(0)) == "ZERO_DENOMINATOR"
    assert (
        "hộ trong thôn bằng 0"
        in score(BANDS, _say(numerator=D(0), denominator=D(0))).issues[0].message
    )
    assert score(BANDS, _say(numerator=D(3))).points is None


def test_ratio_of_the_maximum_and_of_a_target() -> None:
    item = _item("ratio", points=D(20), **SHARE)
    assert _points(item, numerator=D(1), denominator=D(3)) == D("6.67")
    assert _points(item, numerator=D(3), denominator=D(3)) == 20
    eased = replace(item, target=D(80))
    assert _points(eased, numerator=D(79), denominator=D(100)) == D("19.75")
    assert _points(eased, numerator=D(80), denominator=D(100)) == 20


def test_more_than_the_whole_gives_the_maximum_and_a_doubt() -> None:
    result = score(_item("ratio", points=D(20), **SHARE), _say(numerator=D(12), denominator=D(10)))
    assert (result.points, result.issues[0].code) == (20, "OVER_100")


@given(st.integers(0, 300), st.integers(1, 300), st.integers(1, 40))
def test_ratio_never_falls_when_more_is_done(above: int, below: int, most: int) -> None:
    item = _item("ratio", points=D(most), **SHARE)
    less = score(item, _say(numerator=D(above), denominator=D(below))).points
    more = score(item, _say(numerator=D(above + 1), denominator=D(below))).points
    assert less is not None
    assert more is not None
    assert less <= more <= most


def test_the_fewer_the_more() -> None:
    off = _item("inverse", points=D(10), target=D(1), per_item=D(3), unit="vụ")
    assert [_points(off, value=D(v)) for v in (0, 1, 2, 4, 5)] == [10, 10, 7, 1, 0]
    shrinking = _item("inverse", points=D(10), target=D(2), unit="ngày")
    assert [_points(shrinking, value=D(v)) for v in (1, 2, 3, 4)] == [10, 10, D("6.67"), 5]


@given(st.integers(0, 100), st.integers(0, 5), st.one_of(st.none(), st.integers(0, 3)))
def test_inverse_never_rises_with_more(value: int, target: int, each: int | None) -> None:
    item = _item(
        "inverse", points=D(10), target=D(target), per_item=None if each is None else D(each)
    )
    less, more = (score(item, _say(value=D(v))).points for v in (value, value + 1))
    assert less is not None
    assert more is not None
    assert 0 <= more <= less <= 10


def test_letters_are_found_without_marks_and_unknown_ones_told() -> None:
    item = _item("letter", letters=LETTERS)
    assert _points(item, letter="Tốt") == 10
    assert _points(item, letter=" khá ") == 7
    assert _fault(item, letter="Giỏi") == "UNKNOWN_LETTER"


def test_a_survey_answers_three_ways() -> None:
    item = _item("sample", points=D(4))
    assert _points(item, met=True) == 4
    assert _points(item, met=False) == 0
    assert score(item, _say(na=True)).na


def test_an_index_of_others_wants_its_document() -> None:
    item = _item("index", points=D(10))
    result = score(item, _say(value=D(8)))
    assert (result.points, result.issues[0].code) == (8, "NO_DOCUMENT")
    paper = {"document": "Quyết định số 12/QĐ-UBND ngày 15/01/2026"}
    assert _points(item, value=D(8), **paper) == 8
    assert _points(replace(item, target=D(80)), value=D(60), **paper) == D("7.5")
    assert _points(replace(item, steps=STEPS), value=D(90), **paper) == 20
    assert _fault(item, value=D(11), **paper) == "OVER_MAXIMUM"


def test_not_applicable_only_where_the_plan_allows_it() -> None:
    assert _fault(_item("points", points=D(5)), na=True) == "NA_NOT_ALLOWED"
    assert score(_item("gate"), _say(na=True)).na


def test_below_the_fatal_mark_an_item_fails_outright() -> None:
    item = _item("points", points=D(20), fatal_below=D(10))
    below, at = (score(item, _say(value=D(v))) for v in ("9.99", "10"))
    assert (below.fatal, below.met, at.fatal, at.met) == (True, False, False, True)
