"""Edits of the tree: what is named elsewhere goes along or is told before it goes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.scoring.test_structure import TEAM
from tests.domain.scoring.trees import groups
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import (
    Criterion,
    MovementPlan,
    Section,
    SubjectGroup,
    Threshold,
    TieBreaker,
)
from thiduaqt.domain.scoring import edits
from thiduaqt.domain.scoring.faults import faults
from thiduaqt.domain.scoring.structure import Shape, titles

D = Decimal
AWARD = "certificate_of_merit"
GROUP = replace(
    TEAM,
    thresholds=(Threshold(award=AWARD, points=D(80), all_of=("I",), any_of=("III.1", "III.2")),),
    tie_breakers=(TieBreaker(kind="criterion", code="II.1"), TieBreaker(kind="vote")),
)
OTHER = SubjectGroup(
    code="III.5",
    name="Thôn",
    kinds=("collective",),
    criteria=(Criterion(code="II.1", title="Khác", kind="points", points=D(10)),),
)
PLAN = MovementPlan(code="p", title="P", short_name="P", groups=(GROUP, OTHER))


def _children(group: SubjectGroup, section: str) -> list[str]:
    return [node.code for node in Shape(group).children(section)]


def test_fresh_codes_count_on_and_never_come_back() -> None:
    assert edits.fresh_code({"II.1", "II.3"}, "II.1") == "II.4"
    assert edits.fresh_code({"x"}) == "M1"
    assert edits.fresh_code({"a"}, "a") == "a1"


def test_a_new_item_gets_a_code_and_its_place() -> None:
    added = edits.add_criterion(GROUP, Criterion(code="", title="Mới", section="II"), after="II.1")
    assert _children(added, "II") == ["II.1", "II.4", "II.2", "II.3"]
    section = edits.add_section(GROUP, Section(code="", title="Nhóm mới"))
    assert section.sections[-1].title == "Nhóm mới"
    assert section.sections[-1].code not in titles(GROUP)


def test_another_code_is_carried_to_all_that_name_it() -> None:
    changed = edits.change_node(GROUP, "III.1", code="SK", points=D(25))
    assert changed.thresholds[0].any_of == ("SK", "III.2")
    section = edits.change_node(changed, "III", code="S3")
    assert _children(section, "S3") == ["SK", "III.2"]
    assert edits.change_node(GROUP, "II.1", code="x").tie_breakers[0].code == "x"
    with pytest.raises(NotAllowed, match="đã có"):
        edits.change_node(GROUP, "III.1", code="II")
    assert edits.rename(GROUP, "V", "Thưởng").sections[4].title == "Thưởng"


def test_taking_away_says_what_loses_it_and_leaves_nothing_dangling() -> None:
    assert edits.dangling(GROUP, "IV.1") == ()
    told = edits.dangling(GROUP, "III")
    assert len(told) == 1
    assert told[0].startswith("Ngưỡng khen: từ 80 điểm và đạt ")
    assert edits.dangling(GROUP, "II")[0].startswith("Xét khi bằng điểm: ")
    less = edits.remove(edits.remove(GROUP, "III"), "II")
    assert less.thresholds[0].any_of == ()
    assert [rule.kind for rule in less.tie_breakers] == ["vote"]
    assert {issue.code for issue in faults(less)} == {"THRESHOLD_OVER", "TOTAL_DIFFERS"}
    with pytest.raises(NotAllowed):
        edits.remove(GROUP, "mất")


def test_moving_and_its_limits() -> None:
    moved = edits.move(GROUP, "IV.1", "II", before="II.2")
    assert _children(moved, "II") == ["II.1", "IV.1", "II.2", "II.3"]
    nested = edits.move(GROUP, "III", "II")
    assert _children(nested, "II") == ["II.1", "II.2", "II.3", "III"]
    with pytest.raises(NotAllowed, match="chính nó"):
        edits.move(nested, "II", "III")
    with pytest.raises(NotAllowed, match="chính nó"):
        edits.move(GROUP, "II", "II")
    with pytest.raises(NotAllowed):
        edits.move(GROUP, "II.1", "III.1")


def test_up_and_down_among_siblings() -> None:
    assert _children(edits.reorder(GROUP, "II.3", -1), "II") == ["II.1", "II.3", "II.2"]
    assert _children(edits.reorder(GROUP, "II.1", 1), "II") == ["II.2", "II.1", "II.3"]
    assert _children(edits.reorder(GROUP, "II.1", 9), "II") == ["II.2", "II.3", "II.1"]
    assert edits.reorder(GROUP, "II.1", -1) is GROUP
    assert _children(edits.reorder(GROUP, "V", -1), "") == ["I", "II", "III", "V", "IV"]


def test_copying_a_section_to_another_group_with_codes_of_its_own() -> None:
    plan = edits.copy_to(PLAN, "III.4", "II", "III.5")
    target = plan.group("III.5")
    assert target is not None
    assert _children(target, "II") == ["II.2", "II.3", "II.4"]
    assert len(set(titles(target))) == 1 + 4
    assert {issue.code for issue in faults(target)} == set()
    assert Shape(target).ceiling().base == 60
    assert plan.group("III.4") == GROUP
    with pytest.raises(NotAllowed):
        edits.copy_to(PLAN, "III.4", "II", "mất")


def test_copying_beside_itself() -> None:
    twice = edits.copy_within(GROUP, "III.1")
    assert _children(twice, "III") == ["III.1", "III.3", "III.2"]
    whole = edits.copy_within(GROUP, "II")
    assert Shape(whole).ceiling().base == 150


@given(groups(), st.data())
def test_any_edit_leaves_a_tree_that_reads_once_and_names_only_what_is_there(
    group: SubjectGroup, data: st.DataObject
) -> None:
    codes = sorted(titles(group))
    group = replace(
        group,
        thresholds=(Threshold(award=AWARD, all_of=tuple(codes)),),
        tie_breakers=tuple(TieBreaker(kind="measure", code=code) for code in codes),
    )
    code = data.draw(st.sampled_from(codes))
    kind = data.draw(st.sampled_from(("remove", "copy", "code", "move", "reorder")))
    sections = ("", *(section.code for section in group.sections))
    if kind == "remove":
        edited = edits.remove(group, code)
    elif kind == "copy":
        edited = edits.copy_within(group, code)
    elif kind == "code":
        edited = edits.change_node(group, code, code="mới")
    elif kind == "reorder":
        edited = edits.reorder(group, code, data.draw(st.integers(-3, 3)))
    else:
        try:
            edited = edits.move(group, code, data.draw(st.sampled_from(sections)))
        except NotAllowed:
            return
    read = [place.node.code for place in Shape(edited).places()]
    assert len(read) == len(set(read)) == len(edited.criteria) + len(edited.sections)
    named = {*edited.thresholds[0].all_of, *(rule.code for rule in edited.tie_breakers)}
    assert named <= set(read)
    if kind in ("move", "reorder"):
        assert sorted(read) == codes


def test_thresholds_and_rules_are_set_as_wholes() -> None:
    lower = edits.set_threshold(GROUP, Threshold(award=AWARD, points=D(70)))
    assert [item.points for item in lower.thresholds] == [D(70)]
    more = edits.set_threshold(GROUP, Threshold(award="emulation_flag", points=D(95)))
    assert len(more.thresholds) == 2
    assert edits.set_tie_breakers(GROUP, ()).tie_breakers == ()


def test_changing_one_group_of_a_plan() -> None:
    plan = edits.change_group(PLAN, "III.4", lambda group: edits.remove(group, "V"))
    assert [group.code for group in plan.groups] == ["III.4", "III.5"]
    assert len(plan.groups[0].sections) == 4
    with pytest.raises(NotAllowed):
        edits.change_group(PLAN, "mất", lambda group: group)


def _places(group: SubjectGroup) -> list[tuple[str, str]]:
    return [(place.node.code, place.parent) for place in Shape(group).places()]


NESTED = SubjectGroup(
    code="n",
    name="N",
    kinds=("collective",),
    criteria=(Criterion(code="0", title="Không"), Criterion(code="a", title="A", section="A")),
    sections=tuple(Section(code=code, title=code) for code in "ABC"),
)


def test_a_section_goes_into_the_one_before_it_and_out_again() -> None:
    inside = edits.nest(edits.nest(NESTED, "B", 1), "C", 1)
    assert _places(inside) == [("0", ""), ("A", ""), ("a", "A"), ("B", "A"), ("C", "A")]
    deeper = edits.nest(inside, "C", 1)
    assert _places(deeper)[-1] == ("C", "B")
    out = edits.nest(edits.nest(deeper, "C", -1), "B", -1)
    assert _places(out) == [("0", ""), ("A", ""), ("a", "A"), ("C", "A"), ("B", "")]


def test_an_item_goes_into_the_first_section_and_out_again() -> None:
    inside = edits.nest(NESTED, "0", 1)
    assert dict(_places(inside))["0"] == "A"
    assert dict(_places(edits.nest(inside, "0", -1)))["0"] == ""


def test_where_there_is_nothing_to_go_into_nothing_changes() -> None:
    assert edits.nest(NESTED, "A", 1) == NESTED
    assert edits.nest(NESTED, "A", -1) == NESTED
    assert edits.nest(NESTED, "a", 1) == NESTED
