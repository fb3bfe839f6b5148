"""What a score opens: enough points, nothing failed outright, general conditions and one of."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain.plan import Criterion, Section, SubjectGroup, Threshold
from thiduaqt.domain.planning import ScoreEntry
from thiduaqt.domain.scoring.thresholds import open_awards, opened, verdicts
from thiduaqt.domain.scoring.tree import work_out
from thiduaqt.domain.scoring.words import threshold_words

D = Decimal
AWARD = "certificate_of_merit"
GROUP = SubjectGroup(
    code="G",
    name="Tổ công nghệ số cộng đồng",
    kinds=("collective",),
    criteria=(
        Criterion(code="law", title="Chấp hành pháp luật", kind="gate"),
        Criterion(
            code="a", title="Kết quả", kind="points", points=D(80), fatal_below=D(40),
            not_applicable=True,
        ),
        Criterion(code="b", title="Nền nếp", kind="points", points=D(20), not_applicable=True),
        Criterion(code="m1", title="Mô hình cấp xã", kind="check", section="model"),
        Criterion(code="m2", title="Sáng kiến cấp xã", kind="check", section="model"),
    ),
    sections=(Section(code="model", title="Mô hình, sáng kiến", combine="any"),),
)  # fmt: skip
FROM_90 = Threshold(award=AWARD, points=D(90), no_fatal=True)


def _said(a: str | None, b: str | None = "20", **met: bool) -> tuple[ScoreEntry, ...]:
    said = [ScoreEntry(code=code, met=value) for code, value in {"law": True, **met}.items()]
    for code, value in (("a", a), ("b", b)):
        if value == "na":
            said.append(ScoreEntry(code=code, na=True))
        elif value is not None:
            said.append(ScoreEntry(code=code, value=D(value)))
    return tuple(said)


def _opened(threshold: Threshold, said: tuple[ScoreEntry, ...]) -> bool | None:
    group = replace(GROUP, thresholds=(threshold,))
    return opened(verdicts(work_out(group, said)), AWARD)


@pytest.mark.parametrize(
    ("a", "inclusive", "expected"),
    [("70", True, True), ("69.99", True, False), ("70", False, False), ("70.01", False, True)],
)
def test_exactly_at_the_threshold_and_just_below(a: str, inclusive: bool, expected: bool) -> None:
    assert _opened(replace(FROM_90, inclusive=inclusive), _said(a)) is expected


def test_an_item_that_failed_outright_closes_it() -> None:
    group = replace(GROUP, thresholds=(Threshold(award=AWARD, points=D(50), no_fatal=True),))
    found = verdicts(work_out(group, _said("39.99")))
    assert opened(found, AWARD) is False
    assert [reason.words for reason in found[0].unmet] == ["Có tiêu chí liệt: Kết quả."]
    assert opened(verdicts(work_out(group, _said("40"))), AWARD) is True


def test_a_gate_that_fails_closes_every_award() -> None:
    assert _opened(FROM_90, _said("80", law=False)) is False


def test_while_items_are_open_nothing_is_promised_and_nothing_refused_that_may_come() -> None:
    assert _opened(FROM_90, _said("75", None)) is None
    assert _opened(FROM_90, _said("69.99", None)) is False
    assert _opened(Threshold(award=AWARD, points=D(10)), _said("75", None)) is None


def test_percent_leaves_out_what_does_not_apply() -> None:
    whole = Threshold(award=AWARD, points=D(90))
    share = replace(whole, percent=True)
    assert _opened(whole, _said("72", "na")) is False
    assert _opened(share, _said("72", "na")) is True
    assert _opened(share, _said("71.99", "na")) is False


def test_all_general_conditions_and_one_of_the_others() -> None:
    rule = Threshold(award=AWARD, all_of=("law", "a"), any_of=("m1", "m2"))
    assert _opened(rule, _said("70", m2=True)) is True
    assert _opened(rule, _said("70", m1=False, m2=False)) is False
    assert _opened(rule, _said("70", m1=False)) is None
    assert _opened(replace(rule, any_of=("model",)), _said("70", m1=True)) is True


def test_a_condition_that_is_not_in_the_tree_is_never_met() -> None:
    assert _opened(Threshold(award=AWARD, all_of=("mất",)), _said("80")) is None


def test_one_of_several_thresholds_is_enough_and_other_awards_are_apart() -> None:
    group = replace(
        GROUP,
        thresholds=(
            Threshold(award=AWARD, points=D(95)),
            Threshold(award=AWARD, all_of=("m1",)),
            Threshold(award="emulation_flag", points=D(99)),
        ),
    )
    found = verdicts(work_out(group, _said("70", m1=True)))
    assert open_awards(found) == (AWARD,)
    assert opened(found, "emulation_flag") is False
    assert opened(found, "advanced_laborer") is True


def test_words_of_a_threshold() -> None:
    assert threshold_words(FROM_90, {}) == "từ 90 điểm và không có tiêu chí liệt"
    rule = Threshold(award=AWARD, all_of=("law",), any_of=("m1", "m2"))
    names = {"law": "Điều kiện chung", "m1": "Mô hình", "m2": "Sáng kiến"}
    assert threshold_words(rule, names) == (
        "đạt “Điều kiện chung” và đạt một trong “Mô hình”, “Sáng kiến”"
    )
    assert threshold_words(replace(rule, wording="Theo kế hoạch"), names) == "Theo kế hoạch"


@given(st.integers(0, 80), st.integers(0, 20), st.integers(0, 100))
def test_more_points_never_close_what_was_open(a: int, b: int, wanted: int) -> None:
    rule = Threshold(award=AWARD, points=D(wanted))
    before, after = (_opened(rule, _said(str(value), str(b))) for value in (a, min(a + 1, 80)))
    assert before is False or after is True
