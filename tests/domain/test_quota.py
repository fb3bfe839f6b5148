"""How many may be awarded, and how a round says how far it has come."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain.plan import MovementPlan, Quota, RecipientKind
from thiduaqt.domain.quota import QuotaState, quota_state

PLAN = MovementPlan(
    code="test",
    title="Phong trào thử",
    short_name="Thử",
    quotas=(
        Quota(
            award="certificate_of_merit",
            round_kind="yearly",
            recipient_kind="individual",
            maximum=5,
        ),
        Quota(
            award="certificate_of_merit",
            round_kind="interim",
            recipient_kind="individual",
            maximum=10,
        ),
        Quota(
            award="diploma_of_merit",
            round_kind="yearly",
            recipient_kind="individual",
            maximum=20,
            decided_by="province",
        ),
    ),
)


def state(
    kind: RecipientKind = "individual", award: str = "certificate_of_merit", **counts: int
) -> QuotaState:
    return quota_state(PLAN, award=award, kind=kind, round_kind="yearly", year=2026, **counts)


def test_the_sentence_of_an_overflow() -> None:
    assert state(chosen=6).over_sentence == (
        "Đã chọn 6 cá nhân, kế hoạch cho tối đa 5. Bỏ bớt 1, hoặc ghi lý do vượt."
    )
    assert state(chosen=5).over_sentence == ""


def test_more_proposals_than_places_are_normal() -> None:
    early = state(proposed=9, eligible=5)
    assert early.meter_words == "9 đề nghị · 5 đủ điều kiện · tối đa 5"
    assert early.over() == 0
    assert early.over("proposed") == 4


def test_the_meter_names_the_stage() -> None:
    assert state(proposed=9, eligible=8, chosen=4).meter_words == "4 được chọn · tối đa 5"
    later = state(proposed=9, eligible=8, chosen=5, awarded=5)
    assert later.meter_words == "5 được chọn · 5 đã khen · tối đa 5"
    assert later.reached == "awarded"
    assert later.spoken == "Cá nhân: 5 được chọn, 5 đã khen, tối đa 5."


def test_a_plan_that_says_nothing_limits_nothing() -> None:
    household = state("household", proposed=12)
    assert household.meter_words == "12 đề nghị · 0 đủ điều kiện · không giới hạn theo kế hoạch"
    assert household.with_chosen(99).over() == 0
    assert household.left() is None
    without = quota_state(
        None, award="certificate_of_merit", kind="individual", round_kind="yearly", year=2026
    )
    assert without.limit is None
    assert not without.named


def test_the_number_of_an_upper_level_binds_nobody_here() -> None:
    upper = state(award="diploma_of_merit", chosen=30)
    assert upper.maximum == 20
    assert upper.over() == 0
    assert upper.limit_words == "cấp trên quyết định"


@given(st.integers(0, 50), st.none() | st.integers(0, 50))
def test_room_and_overflow_exclude_each_other(chosen: int, maximum: int | None) -> None:
    some = QuotaState(award="x", kind="individual", maximum=maximum, chosen=chosen)
    if maximum is None:
        assert (some.over(), some.left()) == (0, None)
        return
    assert some.over() == 0 or some.left() == 0
    assert chosen - some.over() + (some.left() or 0) >= min(chosen, maximum)
    assert chosen + (some.left() or 0) - some.over() == maximum
    assert bool(some.over_sentence) == (chosen > maximum)
