"""Every form of quota: what limits whom, and what is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain.plan import (
    RECIPIENT_KINDS,
    League,
    MovementPlan,
    Quota,
    RecipientKind,
    Rounding,
    SubjectGroup,
)
from thiduaqt.domain.quota import QuotaState, Stage
from thiduaqt.domain.quota_base import BlockOf, Member, Registered
from thiduaqt.domain.quota_count import Ground, Nominee, first_states, states
from thiduaqt.domain.quota_number import holding, share

GK = "certificate_of_merit"
UNITS = (
    Member(id="t1", name="Thôn 1", kind="village", households=100),
    Member(id="t2", name="Thôn 2", kind="village", households=60),
    Member(id="mn", name="Trường Mầm non", kind="school", workforce=20),
    Member(id="th", name="Trường Tiểu học", kind="school", workforce=31),
)
BLOCKS = (
    BlockOf(code="thon", name="Cụm thôn", unit_ids=frozenset({"t1", "t2"})),
    BlockOf(code="truong", name="Khối trường học", unit_ids=frozenset({"mn", "th"})),
)
CHOSEN: frozenset[Stage] = frozenset({"proposed", "eligible", "chosen"})


def quota(**values: object) -> Quota:
    whole: dict[str, object] = {
        "award": GK,
        "round_kind": "yearly",
        "recipient_kind": "individual",
        "maximum": None,
    }
    return Quota(**{**whole, **values})  # type: ignore[arg-type]


def ground(*quotas: Quota, on: str = "2026-12-01", **values: object) -> Ground:
    plan = MovementPlan(
        code="thu",
        title="Thử",
        short_name="Thử",
        quotas=quotas,
        groups=(SubjectGroup(code="cb", name="Cán bộ", kinds=("individual",), league="l1"),),
        leagues=(League(code="l1", name="Bảng cơ quan"), League(code="l2", name="Bảng thôn")),
    )
    whole: dict[str, object] = {"units": UNITS, "blocks": BLOCKS}
    return Ground(plan=plan, round_kind="yearly", year=2026, on=on, **{**whole, **values})  # type: ignore[arg-type]


def people(
    *units: str, kind: RecipientKind = "individual", stages: frozenset[Stage] = CHOSEN, **more: str
) -> list[Nominee]:
    return [
        Nominee(
            id=f"{kind}-{unit}-{number}-{'-'.join(more.values())}",
            award=GK,
            kind=kind,
            unit_ids=(unit,),
            source_id=unit,
            stages=stages,
            **more,
        )
        for number, unit in enumerate(units)
    ]


def only(found: Sequence[QuotaState]) -> QuotaState:
    assert len(found) == 1
    return found[0]


# -- shares ---------------------------------------------------------------------------------------


@given(
    st.decimals(min_value=0, max_value=100, places=3),
    st.integers(0, 5000),
    st.sampled_from(["down", "nearest", "up"]),
)
def test_a_share_is_rounded_exactly(percent: Decimal, base: int, rounding: Rounding) -> None:
    exact = Fraction(percent) * base / 100
    wanted = {"down": floor(exact), "up": ceil(exact), "nearest": floor(exact + Fraction(1, 2))}
    assert share(percent, base, rounding) == wanted[rounding]
    assert share(percent, base, "down") <= share(percent, base, rounding)
    assert share(percent, base, rounding) <= share(percent, base, "up")
    assert share(percent, base + 1, rounding) >= share(percent, base, rounding)


def test_the_edges_of_a_share() -> None:
    assert share(Decimal("12.5"), 20, "nearest") == 3
    assert share(Decimal("12.5"), 20, "down") == 2
    assert share(Decimal("0.1"), 9, "down") == 0
    assert share(Decimal("0.1"), 9, "down", at_least_one=True) == 1
    assert share(Decimal("10"), 0, "up", at_least_one=True) == 0
    # 0.1 is no binary fraction: 0.1 % of 3000 is 3, never 2.999…
    assert share(Decimal("0.1"), 3000, "down") == 3


@pytest.mark.parametrize(
    ("base", "more", "number", "told"),
    [
        ("nominated", {}, 1, "20% của 5 hồ sơ đề nghị, làm tròn xuống: 1."),
        ("typed", {"base_count": 40}, 8, "20% của 40, làm tròn xuống: 8."),
        ("typed", {"base_count": 40, "maximum": 6}, 6,
         "20% của 40, làm tròn xuống: 8, không quá 6."),
        ("registered", {}, 1, "20% của 7 trường hợp đã đăng ký thi đua, làm tròn xuống: 1."),
        ("units", {"per_kinds": ("school",), "rounding": "up"}, 1,
         "20% của 2 đơn vị, làm tròn lên: 1."),
        ("households", {}, 32, "20% của 160 hộ, làm tròn xuống: 32."),
        ("workforce", {}, 10, "20% của 51 lao động, làm tròn xuống: 10."),
    ],
)  # fmt: skip
def test_what_a_share_is_taken_of(
    base: str, more: dict[str, object], number: int, told: str
) -> None:
    held = quota(form="percent", percent=Decimal("20.0"), base=base, **more)
    here = ground(held, registered=tuple(Registered(kind="individual") for _ in range(7)))
    state = only(states(here, people("t1", "t1", "t2", "mn", "th")))
    assert (state.limit, state.reckoned) == (number, told)


def test_a_base_that_is_not_known_is_no_zero() -> None:
    units = (*UNITS, Member(id="t3", name="Thôn 3", kind="village"))
    held = quota(form="percent", percent=Decimal(5), base="households")
    state = only(states(ground(held, units=units), people("t1", "t2")))
    assert (state.limit, state.over(), state.left()) == (None, 0, None)
    assert state.unknown == "Chưa có số hộ của Thôn 3."
    assert state.limit_words == "chưa tính được số lượng"


# -- one number -----------------------------------------------------------------------------------

FORMS = st.sampled_from(["number", "range", "unlimited", "own"])


@given(FORMS, st.none() | st.integers(0, 9), st.integers(0, 12))
def test_used_and_left_make_the_number(form: str, maximum: int | None, used: int) -> None:
    state = only(states(ground(quota(form=form, maximum=maximum)), people(*["t1"] * used)))
    assert state.chosen == used
    if maximum is None or form in ("unlimited", "own"):
        assert (state.limit, state.left(), state.over()) == (None, None, 0)
    else:
        left = state.left()
        assert left is not None
        assert state.chosen + left - state.over() == maximum
        assert left == 0 or state.over() == 0


def test_nothing_is_not_none() -> None:
    zero = only(states(ground(quota(maximum=0)), people("t1")))
    none = only(states(ground(quota(maximum=None)), people("t1")))
    free = only(states(ground(quota(maximum=7, form="unlimited")), people("t1")))
    own = only(states(ground(quota(form="own")), people("t1")))
    assert (zero.limit, zero.over(), zero.limit_words) == (0, 1, "tối đa 0")
    assert (none.limit, none.over(), none.limit_words) == (None, 0, "không giới hạn theo kế hoạch")
    assert (free.limit, free.limit_words) == (None, "không giới hạn theo kế hoạch")
    assert (own.limit, own.limit_words) == (None, "do đơn vị quy định")


def test_a_range_says_what_is_missing() -> None:
    held = quota(form="range", minimum=2, maximum=4)
    one = only(states(ground(held), people("t1")))
    assert one.limit_words == "từ 2 đến 4"
    assert one.short_sentence == "Mới chọn 1 cá nhân, kế hoạch cho từ 2 đến 4: còn thiếu 1."
    assert only(states(ground(held), people("t1", "t2"))).short_sentence == ""
    assert only(states(ground(held), people(*["t1"] * 5))).over() == 1


def test_a_number_of_the_province_limits_nobody_here() -> None:
    here = ground(quota(maximum=1, decided_by="province"))
    assert states(here, []) == ()
    state = only(states(here, people("t1", "t2")))
    assert (state.limit, state.over(), state.limit_words) == (None, 0, "cấp trên quyết định")


# -- shared, narrowed -----------------------------------------------------------------------------


@given(st.integers(0, 8), st.lists(st.sampled_from(RECIPIENT_KINDS), max_size=12))
def test_kinds_use_one_number_up_together(maximum: int, kinds: list[RecipientKind]) -> None:
    shared = ("collective", "individual")
    held = quota(form="shared", maximum=maximum, shared_kinds=shared)
    crowd = [
        Nominee(id=str(place), award=GK, kind=kind, stages=CHOSEN)
        for place, kind in enumerate(kinds)
    ]
    count = Counter(kinds)
    found = states(ground(held), crowd)
    state = next(item for item in found if item.quota)
    assert state.chosen == count["collective"] + count["individual"]
    assert state.over() == max(state.chosen - maximum, 0)
    assert first_states(found, GK, "individual")[0] is first_states(found, GK, "collective")[0]
    assert any(item.kind == "household" and item.limit is None for item in found) is (
        count["household"] > 0
    )


def test_the_words_of_a_shared_number() -> None:
    held = quota(form="shared", maximum=1, shared_kinds=("collective", "individual"))
    crowd = people("t1") + people("t2", kind="collective")
    state = only(states(ground(held), crowd))
    assert state.label == "Tập thể, cá nhân"
    assert state.limit_words == "dùng chung tối đa 1"
    assert state.over_sentence == (
        "Đã chọn 2 tập thể, cá nhân, kế hoạch cho tối đa 1 dùng chung. "
        "Bỏ bớt 1, hoặc ghi lý do vượt."
    )


def test_a_group_and_a_league_count_only_their_own() -> None:
    here = ground(quota(maximum=9), quota(maximum=1, group="cb"), quota(maximum=2, league="l2"))
    crowd = people("mn", "th", group="cb", league="l1") + people("t1", league="l2") + people("t2")
    found = {state.scope: state for state in states(here, crowd)}
    assert {scope: state.chosen for scope, state in found.items()} == {
        "": 4, "Cán bộ": 2, "Bảng thôn": 1,
    }  # fmt: skip
    assert found["Cán bộ"].over_sentence.startswith("Cán bộ: đã chọn 2 cá nhân, kế hoạch cho tối")
    assert found[""].over() == 0


# -- a number to each -----------------------------------------------------------------------------


@given(st.lists(st.sampled_from(["t1", "t2", "mn", "th"]), max_size=14), st.integers(0, 4))
def test_each_block_has_its_own_number(units: list[str], maximum: int) -> None:
    state = only(states(ground(quota(maximum=maximum, per="block")), people(*units)))
    assert [part.scope for part in state.parts] == ["Cụm thôn", "Khối trường học"]
    assert state.limit == 2 * maximum
    assert state.chosen == sum(part.chosen for part in state.parts) == len(units)
    assert state.over() == sum(max(part.chosen - maximum, 0) for part in state.parts)
    for part in state.parts:
        left = part.left()
        assert left is not None
        assert part.chosen + left - part.over() == maximum
    left = state.left()
    assert left is not None
    assert state.chosen + left - state.over() == state.limit


def test_room_in_one_block_is_no_room_in_another() -> None:
    state = only(states(ground(quota(maximum=2, per="block")), people("t1", "t2", "t1")))
    assert (state.chosen, state.limit, state.over(), state.left()) == (3, 4, 1, 2)
    assert state.limit_words == "tối đa 2 mỗi khối, cụm"
    assert state.over_sentence == (
        "Cụm thôn: đã chọn 3 cá nhân, kế hoạch cho tối đa 2. Bỏ bớt 1, hoặc ghi lý do vượt."
    )


def test_one_block_only_and_each_unit_of_it() -> None:
    block = quota(maximum=1, block="Khối trường học")
    state = states(ground(block), people("mn", "th", "t1"))
    assert {item.scope: (item.chosen, item.over()) for item in state} == {
        "Khối trường học": (2, 1), "": (3, 0),
    }  # fmt: skip
    each = quota(maximum=1, per="unit", per_kinds=("school",))
    inside = only(states(ground(each), people("mn", "mn", "th", "t1")))
    assert [(part.scope, part.chosen, part.over()) for part in inside.parts] == [
        ("Trường Mầm non", 2, 1),
        ("Trường Tiểu học", 1, 0),
        ("ngoài các đơn vị được phân bổ", 1, 0),
    ]
    assert (inside.limit, inside.over()) == (2, 1)


def test_a_share_of_each_unit_and_each_source() -> None:
    held = quota(
        form="percent", percent=Decimal(10), base="workforce", per="unit", per_kinds=("school",)
    )
    state = only(states(ground(held), []))
    assert [part.limit for part in state.parts] == [2, 3]
    assert (state.limit, state.limit_words) == (5, "tối đa 5, chia theo đơn vị")
    source = only(states(ground(quota(maximum=1, per="source")), people("t1", "t1", "mn")))
    assert [(part.scope, part.over()) for part in source.parts] == [
        ("Thôn 1", 1),
        ("Trường Mầm non", 0),
    ]
    assert (source.limit, source.over()) == (None, 1)


def test_blocks_nobody_made_leave_the_number_open() -> None:
    state = only(states(ground(quota(maximum=2, per="block"), blocks=()), people("t1")))
    assert (state.limit, state.over()) == (None, 0)
    assert "Chưa xếp khối, cụm thi đua cho năm 2026" in state.unknown


def test_a_part_of_a_unit_counts_for_the_unit_above_it() -> None:
    nominee = Nominee(id="a", award=GK, kind="individual", unit_ids=("to-1", "mn"), stages=CHOSEN)
    state = only(states(ground(quota(maximum=2, per="block")), [nominee]))
    assert {part.scope: part.chosen for part in state.parts} == {
        "Cụm thôn": 0, "Khối trường học": 1,
    }  # fmt: skip


# -- which number holds ---------------------------------------------------------------------------


def test_the_year_beats_the_general_and_the_occasion_beats_any() -> None:
    general = quota(maximum=5)
    year = quota(maximum=3, year=2026)
    anytime = quota(maximum=9, round_kind="any")
    for order in ((general, year, anytime), (anytime, year, general)):
        assert [item.quota for item in holding(order, "yearly", 2026, "2026-12-01")] == [year]
        assert [item.quota for item in holding(order, "yearly", 2027, "2027-12-01")] == [general]
        assert [item.quota for item in holding(order, "final", 2030, "2030-12-01")] == [anytime]


def test_guidance_holds_from_its_day() -> None:
    plan = quota(maximum=5)
    instead = quota(maximum=8, added_by="Hướng dẫn 3751/HD-BNV", valid_from="2026-06-16")
    more = quota(maximum=2, added_by="Công văn 12", valid_from="2026-09-01", on_top=True)
    fresh = quota(recipient_kind="household", maximum=4, added_by="HD 1", valid_from="2026-06-16")

    def limits(on: str) -> dict[str, int | None]:
        crowd = people("t1", kind="household") + people("t1")
        found = states(ground(plan, instead, more, fresh, on=on), crowd)
        return {state.kind: state.limit for state in found}

    assert limits("2026-06-15") == {"individual": 5, "household": None}
    assert limits("2026-06-16") == {"individual": 8, "household": 4}
    assert limits("2026-09-01") == {"individual": 10, "household": 4}


def test_what_no_number_covers_is_counted_all_the_same() -> None:
    state = only(states(ground(), people("t1", "t2", stages=frozenset({"proposed"}))))
    assert (state.named, state.limit, state.proposed, state.chosen) == (False, None, 2, 0)
