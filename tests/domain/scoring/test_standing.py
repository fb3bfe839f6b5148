"""Places within a league: by points, then rule by rule; what no rule decides stays a tie."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain.plan import TieBreaker
from thiduaqt.domain.scoring.standing import Entrant, Stand, rank, rule_words, standing_words

D = Decimal
RULES = (
    TieBreaker(kind="criterion", code="a"),
    TieBreaker(kind="size", order="less", wording="Thôn ít hộ hơn xếp trên"),
    TieBreaker(kind="vote"),
)


def _entrant(name: str, points: int, **fields: object) -> Entrant:
    made = Entrant(id=name, league="thon", points=D(points), base=D(100))
    return replace(made, **fields)  # type: ignore[arg-type]


def _by_id(stands: tuple[Stand, ...]) -> dict[str, Stand]:
    return {stand.id: stand for stand in stands}


def test_equal_points_are_told_apart_rule_by_rule_and_the_rule_is_kept() -> None:
    first = _entrant("1", 90, values={("criterion", "a"): D(30)})
    second = _entrant("2", 90, values={("criterion", "a"): D(20), ("size", ""): D(80)})
    third = _entrant("3", 90, values={("criterion", "a"): D(20), ("size", ""): D(120)})
    found = _by_id(rank([third, second, first, _entrant("4", 95)], RULES, {"a": "Dịch vụ công"}))
    assert [found[name].place for name in "4123"] == [1, 2, 3, 4]
    assert found["4"].decided_by == ""
    assert found["1"].decided_by == "điểm tiêu chí “Dịch vụ công” cao hơn"
    assert found["2"].decided_by == "Thôn ít hộ hơn xếp trên"
    assert standing_words(found["2"], D(90)) == (
        "Hạng 3 (90 điểm; bằng điểm, xét Thôn ít hộ hơn xếp trên)"
    )


def test_what_no_rule_decides_stays_a_tie_until_the_vote() -> None:
    tied = [_entrant("1", 90), _entrant("2", 90), _entrant("3", 80)]
    found = _by_id(rank(tied, RULES[2:]))
    assert (found["1"].place, found["2"].place, found["3"].place) == (1, 1, 3)
    assert found["1"].tied_with == ("2",)
    assert found["1"].words == "Đồng hạng 1"
    voted = [
        replace(one, values={("vote", ""): D(share)})
        for one, share in zip(tied, (5, 7, 9), strict=True)
    ]
    settled = _by_id(rank(voted, RULES[2:]))
    assert (settled["2"].place, settled["1"].place, settled["3"].place) == (1, 2, 3)
    assert settled["2"].decided_by == "Hội đồng biểu quyết"


def test_a_rule_without_a_figure_is_passed_over_for_all_and_named() -> None:
    one = _entrant("1", 90, values={("criterion", "a"): D(30), ("size", ""): D(9)})
    other = _entrant("2", 90, values={("size", ""): D(8)})
    found = _by_id(rank([one, other], RULES))
    assert (found["2"].place, found["1"].place) == (1, 2)
    assert found["1"].skipped == (rule_words(RULES[0], {}),)


def test_leagues_are_never_held_against_each_other() -> None:
    low = [_entrant("x", 10, league="truong"), _entrant("y", 5, league="truong")]
    found = _by_id(rank([_entrant("1", 90), *low], RULES))
    assert (found["1"].place, found["x"].place, found["y"].place) == (1, 1, 2)


def test_what_does_not_apply_costs_no_place() -> None:
    whole, part = _entrant("1", 80), _entrant("2", 45, base=D(50))
    assert [stand.id for stand in rank([whole, part], ())] == ["2", "1"]


def test_thirds_are_compared_exactly() -> None:
    third = _entrant("1", 1, base=D(3))
    nearly = Entrant(id="2", league="thon", points=D("33.33333333333333"), base=D(100))
    assert [stand.id for stand in rank([nearly, third], ())] == ["1", "2"]


def test_who_is_not_scored_to_the_end_has_no_place() -> None:
    found = rank([_entrant("1", 99, complete=False), _entrant("2", 10)], RULES)
    assert [(stand.id, stand.place) for stand in found] == [("2", 1), ("1", None)]
    assert found[1].words == "Chưa xếp"


@st.composite
def _entrants(draw: st.DrawFn) -> list[Entrant]:
    values = st.one_of(st.none(), st.integers(0, 2).map(D))
    return [
        Entrant(
            id=str(n),
            league=draw(st.sampled_from(("A", "B"))),
            points=draw(st.one_of(st.none(), st.integers(0, 4).map(D))),
            base=draw(st.sampled_from((D(4), D(8)))),
            complete=draw(st.booleans()),
            values={
                ("criterion", "a"): draw(values),
                ("size", ""): draw(values),
                ("vote", ""): draw(values),
            },
        )
        for n in range(draw(st.integers(0, 12)))
    ]


@given(_entrants(), st.randoms(use_true_random=False))
def test_the_order_given_does_not_change_a_place(entrants: list[Entrant], chance: object) -> None:
    shuffled = list(entrants)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = _by_id(rank(entrants, RULES)), _by_id(rank(shuffled, RULES))
    assert {k: v.place for k, v in one.items()} == {k: v.place for k, v in other.items()}
    assert {k: v.decided_by for k, v in one.items()} == {k: v.decided_by for k, v in other.items()}
    assert {k: set(v.tied_with) for k, v in one.items()} == {
        k: set(v.tied_with) for k, v in other.items()
    }


@given(_entrants())
def test_places_are_a_total_preorder_that_follows_the_points(entrants: list[Entrant]) -> None:
    by_id = {one.id: one for one in entrants}
    stands = rank(entrants, RULES)
    assert sorted(stand.id for stand in stands) == sorted(by_id)
    for league in ("A", "B"):
        ranked = [s for s in stands if s.league == league and s.place is not None]
        places = [stand.place for stand in ranked]
        assert places == sorted(places, key=lambda place: place or 0)
        for n, stand in enumerate(ranked):
            # One more than there are before: 1, 2, 2, 4.
            assert stand.place == 1 + sum((o.place or 0) < (stand.place or 0) for o in ranked)
            assert len(stand.tied_with) == sum(o.place == stand.place for o in ranked) - 1
            for later in ranked[n + 1 :]:
                assert by_id[stand.id].key >= by_id[later.id].key


@given(_entrants())
def test_equals_keep_the_order_given(entrants: list[Entrant]) -> None:
    for stand in rank(entrants, RULES):
        same = [int(one) for one in (stand.id, *stand.tied_with)]
        assert list(stand.tied_with) == [str(n) for n in sorted(same) if str(n) != stand.id]
