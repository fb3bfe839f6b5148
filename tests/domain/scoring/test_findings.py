"""Conditions of several items in the check: all of them, one of them, at least so many."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.test_eligibility import GOOD, REPORT, RULES_BY_CODE
from thiduaqt.domain.eligibility import Dossier, Eligibility, check
from thiduaqt.domain.plan import Combine, Criterion, Section, Source, SubjectGroup, Threshold
from thiduaqt.domain.records import Check, CheckState
from thiduaqt.domain.scoring.findings import alternatives, conditions
from thiduaqt.domain.scoring.tree import work_out
from thiduaqt.services.score_reading import with_checks

PLAN = Source(tag="plan", text="mục III.2")


def _group(combine: Combine, *, kind: str = "check", at_least: int | None = None) -> SubjectGroup:
    return SubjectGroup(
        code="III.2",
        name="Doanh nghiệp",
        kinds=("collective",),
        sections=(
            Section(
                code="S", title="Chuyển đổi số", combine=combine, at_least=at_least, source=PLAN
            ),
        ),
        criteria=tuple(
            Criterion(code=code, title=f"Mục {code}", kind=kind, section="S")  # type: ignore[arg-type]
            for code in "abc"
        ),
    )


def _checked(group: SubjectGroup, **states: CheckState) -> Eligibility:
    checks = tuple(Check(code=code, state=state) for code, state in states.items())
    dossier = Dossier(
        nomination=replace(GOOD, checks=checks, subject_group=group.code),
        name="Công ty Minh Họa",
        group=group,
        papers=(REPORT,),
        score=work_out(group, with_checks(group, (), checks)),
    )
    return check(dossier, RULES_BY_CODE)


@pytest.mark.parametrize(
    ("combine", "at_least", "states", "code"),
    [
        ("any", None, {}, "MISSING_SECTION"),
        ("any", None, {"a": "unmet", "b": "unmet"}, "MISSING_SECTION"),
        ("any", None, {"b": "met"}, ""),
        ("any", None, {"a": "unmet", "b": "unmet", "c": "unmet"}, "SECTION_UNMET"),
        ("any", None, {"a": "unmet", "b": "na", "c": "na"}, "SECTION_UNMET"),
        ("any", None, {"a": "na", "b": "na", "c": "na"}, ""),
        ("all", None, {"a": "met", "b": "met"}, "MISSING_SECTION"),
        ("all", None, {"a": "met", "b": "met", "c": "na"}, ""),
        ("all", None, {"a": "met", "b": "unmet"}, "SECTION_UNMET"),
        ("at_least", 2, {"a": "met"}, "MISSING_SECTION"),
        ("at_least", 2, {"a": "met", "c": "met"}, ""),
        ("at_least", 2, {"a": "met", "b": "unmet", "c": "unmet"}, "SECTION_UNMET"),
    ],
)
def test_conditions_of_several_checks(
    combine: Combine, at_least: int | None, states: dict[str, CheckState], code: str
) -> None:
    found = _checked(_group(combine, at_least=at_least), **states)
    assert [issue.code for issue in found.findings] == ([code] if code else [])
    assert found.state == {"": "eligible", "SECTION_UNMET": "blocked"}.get(code, "missing")
    if code:
        assert found.findings[0].source == "Kế hoạch của xã: mục III.2"
        assert "“Chuyển đổi số”" in found.findings[0].message


def test_of_alternatives_none_is_required_by_itself() -> None:
    found = _checked(_group("any", kind="gate"), a="unmet", b="met")
    assert found.state == "eligible"
    assert alternatives(_group("any", kind="gate")) == {"a", "b", "c"}


def test_gates_that_must_all_hold_say_so_themselves_once() -> None:
    found = _checked(_group("all", kind="gate"), a="met", b="met")
    assert [issue.code for issue in found.findings] == ["MISSING_CRITERION"]


def test_a_condition_within_alternatives_is_answered_by_them() -> None:
    inner = Section(code="T", title="Cả hai", parent="S", combine="all")
    group = _group("any")
    group = replace(
        group,
        sections=(*group.sections, inner),
        criteria=(*group.criteria, Criterion(code="d", title="Mục d", section="T")),
    )
    assert [section.code for section in conditions(group)] == ["S"]
    assert _checked(group, a="met").state == "eligible"
    assert _checked(group, a="unmet", b="unmet", c="unmet", d="met").state == "eligible"


def test_a_flat_list_has_no_conditions_of_several() -> None:
    flat = replace(_group("any"), sections=())
    assert _checked(flat).findings == ()


def test_a_threshold_of_conditions_alone() -> None:
    group = replace(
        _group("sum"),
        thresholds=(Threshold(award="certificate_of_merit", any_of=("a", "b"), source=PLAN),),
    )
    assert [issue.code for issue in _checked(group, a="met").findings] == []
    assert [issue.code for issue in _checked(group, a="unmet").findings] == ["MISSING_SCORE"]
    below = _checked(group, a="unmet", b="unmet")
    assert [issue.code for issue in below.findings] == ["SCORE_BELOW"]
    assert below.state == "blocked"
