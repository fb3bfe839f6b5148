"""Whole trees: sums, best ones, means, conditions, caps, what is open, what does not apply."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.scoring.trees import STEPS, scored
from thiduaqt.domain.plan import Combine, Criterion, Section, SubjectGroup
from thiduaqt.domain.planning import ScoreEntry
from thiduaqt.domain.scoring.edits import remove
from thiduaqt.domain.scoring.structure import Shape
from thiduaqt.domain.scoring.tree import TreeResult, work_out

D = Decimal
Case = tuple[SubjectGroup, tuple[ScoreEntry, ...]]


def _points(code: str, most: int, section: str = "", **fields: object) -> Criterion:
    made = Criterion(code=code, title=f"Mục {code}", kind="points", points=D(most), section=section)
    return replace(made, not_applicable=True, **fields)  # type: ignore[arg-type]


def _say(**values: int | str | bool) -> tuple[ScoreEntry, ...]:
    said = []
    for code, value in values.items():
        if value == "na":
            said.append(ScoreEntry(code=code, na=True))
        elif isinstance(value, bool):
            said.append(ScoreEntry(code=code, met=value))
        else:
            said.append(ScoreEntry(code=code, value=D(value)))
    return tuple(said)


def _group(combine: Combine = "sum", **fields: object) -> SubjectGroup:
    section = replace(Section(code="S", title="Nhóm", combine=combine), **fields)  # type: ignore[arg-type]
    return SubjectGroup(
        code="G",
        name="Nhóm thử",
        kinds=("collective",),
        criteria=(_points("a", 20, "S"), _points("b", 10, "S"), _points("c", 30, "S")),
        sections=(section,),
    )


def _total(group: SubjectGroup, **values: int | str | bool) -> Decimal | None:
    return work_out(group, _say(**values)).total


# --- Properties --------------------------------------------------------------------------------


@given(scored())
def test_the_order_of_entries_does_not_matter(case: Case) -> None:
    group, said = case
    assert work_out(group, said) == work_out(group, tuple(reversed(said)))


@given(scored())
def test_what_does_not_apply_is_as_if_it_were_not_there(case: Case) -> None:
    group, said = case
    bare = group
    for entry in said:
        if entry.na:
            bare = remove(bare, entry.code)
    left = tuple(entry for entry in said if not entry.na)
    with_na, without = work_out(group, said), work_out(bare, left)
    assert with_na.total == without.total
    assert with_na.percent == without.percent
    assert with_na.applicable == without.applicable
    assert with_na.reach == without.reach
    assert with_na.open == without.open


@given(scored())
def test_the_maximum_that_applies_is_that_of_the_shape_without_the_rest(case: Case) -> None:
    group, said = case
    result = work_out(group, said)
    gone = {entry.code for entry in said if entry.na}
    assert result.applicable == Shape(group).ceiling(without=gone)
    assert result.most == Shape(group).ceiling()


@given(scored())
def test_no_total_beyond_the_maximum_or_below_the_deepest_penalty(case: Case) -> None:
    result = work_out(*case)
    if result.total is not None:
        floor = min(result.applicable.least, D(0))
        assert floor <= result.total <= result.applicable.whole
    for node in result.all_nodes():
        if node.points is not None:
            assert node.points <= node.limit.whole


@given(scored())
def test_nothing_said_opens_everything_and_sums_up_nothing(case: Case) -> None:
    group, _ = case
    result = work_out(group, ())
    assert result.total is None
    assert result.percent is None


@given(scored(whole=True))
def test_a_sheet_filled_in_is_complete_and_has_reached_what_it_can(case: Case) -> None:
    result = work_out(*case)
    assert result.complete
    assert result.total is None or result.total <= result.reach


@given(scored(), st.data())
def test_more_points_for_one_item_never_lower_the_total(case: Case, data: st.DataObject) -> None:
    group, said = case
    plain = [e for e in said if e.value is not None and not e.na]
    items = {item.code: item for item in group.criteria}
    rising = [e for e in plain if items[e.code].kind in ("points", "bonus", "count")]
    if not rising:
        return
    entry = data.draw(st.sampled_from(rising))
    most = items[entry.code].points or D(0)
    assert entry.value is not None
    more = entry.value + 1 if items[entry.code].kind == "count" else most
    better = tuple(replace(e, value=more) if e is entry else e for e in said)
    before, after = work_out(group, said).total, work_out(group, better).total
    # A condition that was not met gave 0; once it may still be met it is open, which is no less.
    assert (after or 0) >= (before or 0)


# --- Each way to combine -----------------------------------------------------------------------


def test_sum_with_a_cap() -> None:
    assert _total(_group(), a=15, b=10, c=30) == 55
    assert _total(_group(most=D(50)), a=15, b=10, c=30) == 50
    assert work_out(_group(most=D(50)), ()).most.base == 50


def test_the_best_one_counts_and_the_others_need_not_be_said() -> None:
    result = work_out(_group("highest"), _say(a=12))
    assert (result.total, result.most.base, result.open) == (12, 30, ())
    assert _total(_group("highest"), a=12, b=10, c=11) == 12
    assert work_out(_group("highest"), _say(c="na")).applicable.base == 20


def test_the_mean_is_of_what_applies() -> None:
    assert _total(_group("average"), a=20, b=10, c=30) == 20
    result = work_out(_group("average"), _say(a=20, b=5, c="na"))
    assert (result.total, result.applicable.base) == (D("12.5"), 15)
    assert _total(_group("average"), a=20, b=10, c=0) == 10
    assert _total(_group("average"), a=1, b=1, c=0) == D("0.67")


def test_conditions_give_their_points_once_met() -> None:
    checks = tuple(
        Criterion(code=code, title=code, kind="check", section="S", not_applicable=True)
        for code in "abc"
    )
    for combine, said, expected in (
        ("all", {"a": True, "b": True, "c": True}, 10),
        ("all", {"a": True, "b": False, "c": True}, 0),
        ("all", {"a": True, "b": True}, None),
        ("all", {"a": True, "b": True, "c": "na"}, 10),
        ("any", {"b": True}, 10),
        ("any", {"a": False, "b": False, "c": False}, 0),
        ("any", {"a": False}, None),
        ("at_least", {"a": True, "b": True}, 10),
        ("at_least", {"a": True, "b": False, "c": False}, 0),
        ("at_least", {"a": True, "b": "na", "c": "na"}, 10),
    ):
        group = replace(_group(combine, at_least=2, most=D(10)), criteria=checks)  # type: ignore[arg-type]
        assert _total(group, **said) == expected, (combine, said)
        assert work_out(group, ()).most.base == 10


def test_a_condition_without_points_answers_only_yes_or_no() -> None:
    checks = tuple(Criterion(code=code, title=code, kind="check", section="S") for code in "ab")
    group = replace(_group("any"), criteria=(*checks, _points("c", 30)))
    result = work_out(group, _say(a=True, c=30))
    node = result.node("S")
    assert node is not None
    assert (node.met, node.points, result.total, result.percent) == (True, None, 30, 100)


def _with_extras() -> SubjectGroup:
    bonus = Criterion(code="plus", title="Thưởng", kind="bonus", points=D(9), section="V")
    penalty = Criterion(code="minus", title="Trừ", kind="penalty", points=D(25), section="V")
    group = _group()
    extra = Section(code="V", title="Thưởng, trừ", most=D(5), least=D(-10))
    return replace(
        group, criteria=(*group.criteria, bonus, penalty), sections=(*group.sections, extra)
    )


def test_bonus_and_penalty_are_capped_together_and_may_stay_empty() -> None:
    group = _with_extras()
    base = {"a": 20, "b": 10, "c": 20}
    whole = work_out(group, _say(**base))
    assert (whole.total, whole.complete, whole.most.base, whole.most.bonus) == (50, True, 60, 5)
    assert _total(group, **base, plus=9) == 55
    assert _total(group, **base, minus=25) == 40
    assert _total(group, **base, plus=9, minus=4) == 55
    assert whole.most.least == -10


def test_what_may_still_be_reached() -> None:
    result = work_out(_with_extras(), _say(a=5))
    assert (result.total, result.reach, result.open) == (5, 50, ("b", "c"))


def test_a_wrong_entry_is_open_and_told_not_cut() -> None:
    result = work_out(_group(), _say(a=21, b=1, c=1))
    assert result.total == 2
    assert result.open == ("a",)
    assert [issue.code for issue in result.issues] == ["OVER_MAXIMUM"]
    assert not result.complete


def test_unknown_and_double_entries_are_told() -> None:
    said = (*_say(a=1), *_say(a=2), *_say(z=1))
    result = work_out(_group(), said)
    assert {issue.code for issue in result.issues} == {"TWICE_SCORED", "UNKNOWN_ITEM"}


def test_percent_is_of_what_applies() -> None:
    result = work_out(_group(), _say(a=20, b="na", c=20))
    assert (result.total, result.applicable.base, result.percent) == (40, 50, 80)
    assert result.words == "40/50 điểm áp dụng (80%)"


def test_nothing_applies_is_no_percent() -> None:
    result = work_out(_group(), _say(a="na", b="na", c="na"))
    assert (result.total, result.percent, result.complete) == (None, None, True)


def test_sections_that_hang_on_themselves_are_still_counted() -> None:
    circle = (
        Section(code="S", title="Một", parent="T"),
        Section(code="T", title="Hai", parent="S"),
    )
    assert _total(replace(_group(), sections=circle), a=1, b=2, c=3) == 6
    lost = (Section(code="S", title="Một", parent="mất"),)
    assert _total(replace(_group(), sections=lost), a=1, b=2, c=3) == 6


def test_lines_explain_each_result() -> None:
    group = replace(
        _group(),
        criteria=(
            Criterion(
                code="a",
                title="Tỷ lệ hộ được hướng dẫn",
                kind="steps",
                points=D(20),
                section="S",
                steps=STEPS,
                numerator="hộ đã hướng dẫn",
                denominator="hộ trong thôn",
            ),
            _points("b", 10, "S"),
        ),
    )
    said = (ScoreEntry(code="a", numerator=D(85), denominator=D(100)),)
    lines: TreeResult = work_out(group, said)
    assert lines.explain() == (
        (0, "Nhóm: 15/30 điểm (cộng các mục)"),
        (1, "Tỷ lệ hộ được hướng dẫn: 15/20 điểm (85/100 = 85%, bậc từ 70% đến dưới 90%)"),
        (1, "Mục b: chưa chấm (0 đến 10 điểm)"),
        (0, "Tổng: 15/30 điểm, còn 1 mục chưa chấm"),
    )
