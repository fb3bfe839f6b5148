"""Who goes first: by rate, by the rule for equals, else by the Council."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain.ranking import Cap, Contender, choose, choose_under, rank


def people(*rates: tuple[str, int, bool | None]) -> list[Contender]:
    return [
        Contender(id=name, rate=Fraction(rate, 9), preferred=woman) for name, rate, woman in rates
    ]


def test_equals_share_a_place() -> None:
    ranked = rank(people(("a", 7, None), ("b", 8, None), ("c", 7, None), ("d", 6, None)))
    assert [(entry.place, entry.contender.id) for entry in ranked] == [
        (1, "b"),
        (2, "a"),
        (2, "c"),
        (4, "d"),
    ]


def test_the_woman_goes_first_on_a_tie() -> None:
    choice = choose(
        people(("a", 8, False), ("ân", 6, False), ("yến", 6, True), ("d", 5, True)),
        2,
        prefer_women=True,
    )
    assert dict(choice.chosen) == {"a": "rate", "yến": "women"}
    assert choice.tie is not None
    assert (choice.tie.position, choice.tie.ids) == (2, ("ân", "yến"))
    assert (choice.tie.decider, choice.tie.chosen) == ("women", ("yến",))
    assert choice.settled


def test_without_the_rule_the_council_chooses() -> None:
    choice = choose(people(("a", 6, False), ("b", 6, True)), 1)
    assert not choice.settled
    assert dict(choice.chosen) == {}


def test_two_women_for_one_place_are_left_to_the_council() -> None:
    choice = choose(people(("a", 6, True), ("b", 6, True), ("c", 6, False)), 1, prefer_women=True)
    assert choice.tie is not None
    assert choice.tie.ids == ("a", "b")
    assert not choice.settled


def test_a_woman_takes_one_of_two_places_and_the_men_are_left() -> None:
    choice = choose(people(("a", 6, False), ("b", 6, True), ("c", 6, False)), 2, prefer_women=True)
    assert dict(choice.chosen) == {"b": "women"}
    assert choice.tie is not None
    assert (choice.tie.position, choice.tie.seats, choice.tie.ids) == (2, 1, ("a", "c"))


def test_nobody_is_guessed_to_be_a_man() -> None:
    choice = choose(people(("a", 6, None), ("b", 6, True)), 1, prefer_women=True)
    assert not choice.settled
    assert choice.tie is not None
    assert choice.tie.unknown == ("a",)


CONTENDERS = st.lists(
    st.tuples(st.integers(0, 6), st.sampled_from([True, False, None])), max_size=12
).map(
    lambda rows: [
        Contender(id=f"n{number}", rate=Fraction(rate, 6), preferred=woman)
        for number, (rate, woman) in enumerate(rows)
    ]
)


@given(CONTENDERS, st.none() | st.integers(0, 12), st.booleans(), st.integers())
def test_choices_are_fair(
    contenders: list[Contender], limit: int | None, prefer: bool, seed: int
) -> None:
    choice = choose(contenders, limit, prefer_women=prefer)
    wanted = len(contenders) if limit is None else min(limit, len(contenders))
    assert len(choice.chosen) <= wanted
    assert (len(choice.chosen) == wanted) == choice.settled
    if choice.tie is not None and not choice.settled:
        assert len(choice.chosen) + choice.tie.seats == wanted
        assert choice.tie.seats < len(choice.tie.ids)
    inside = [contender for contender in contenders if contender.id in choice.chosen]
    outside = [contender for contender in contenders if contender.id not in choice.chosen]
    for winner in inside:
        for loser in outside:
            assert winner.rate >= loser.rate, "nobody passes over a higher rate"
            if winner.rate == loser.rate:
                assert winner.preferred is True
                assert loser.preferred is False
    shuffled = contenders[:]
    Random(seed).shuffle(shuffled)
    again = choose(shuffled, limit, prefer_women=prefer)
    assert dict(again.chosen) == dict(choice.chosen), "the order of the list decides nothing"


# -- several numbers at once ----------------------------------------------------------------------


def _people(**rates: int) -> list[Contender]:
    return [
        Contender(id=name, rate=Fraction(rate, 100), preferred=False)
        for name, rate in rates.items()
    ]


def test_one_number_for_all_chooses_as_ever() -> None:
    crowd = _people(a=90, b=80, c=80, d=70)
    cap = Cap(ids=frozenset("abcd"), seats=2)
    assert choose_under(crowd, [cap]) == choose(crowd, 2)
    assert choose_under(crowd, []) == choose(crowd, None)


def test_a_full_block_lets_the_next_of_another_block_go_first() -> None:
    crowd = _people(a=90, b=85, c=80, x=60, y=50)
    caps = [Cap(ids=frozenset("abc"), seats=1), Cap(ids=frozenset("xy"), seats=2)]
    choice = choose_under(crowd, caps)
    assert choice.chosen == {"a": "rate", "x": "passed", "y": "passed"}
    assert choice.tie is None


def test_each_block_may_have_a_tie_of_its_own() -> None:
    crowd = _people(a=90, b=90, x=60, y=60, z=40)
    caps = [Cap(ids=frozenset("ab"), seats=1), Cap(ids=frozenset("xyz"), seats=1)]
    choice = choose_under(crowd, caps)
    assert choice.chosen == {}
    assert [(tie.ids, tie.seats) for tie in choice.ties] == [(("a", "b"), 1), (("x", "y"), 1)]
    assert choice.tie == choice.ties[0]
    assert not choice.settled


@given(
    st.lists(st.tuples(st.integers(50, 56), st.sampled_from("xyz")), max_size=14),
    st.fixed_dictionaries({key: st.integers(-1, 4) for key in "xyz"}),
    st.integers(0, 9),
)
def test_no_number_is_ever_exceeded(
    crowd: list[tuple[int, str]], seats: dict[str, int], overall: int
) -> None:
    blocks = {str(place): block for place, (_rate, block) in enumerate(crowd)}
    contenders = [
        Contender(id=str(place), rate=Fraction(rate, 100), preferred=False)
        for place, (rate, _block) in enumerate(crowd)
    ]
    caps = [
        Cap(ids=frozenset(key for key, own in blocks.items() if own == block), seats=count)
        for block, count in seats.items()
    ]
    caps.append(Cap(ids=frozenset(blocks), seats=overall))
    choice = choose_under(contenders, caps)
    for cap in caps:
        taken = len(cap.ids & set(choice.chosen))
        reserved = sum(tie.seats for tie in choice.ties if set(tie.ids) <= cap.ids)
        assert taken + reserved <= max(cap.seats, 0)
    rates = {contender.id: contender.rate for contender in contenders}
    for name, block in blocks.items():
        better = [
            other
            for other in choice.chosen
            if blocks[other] == block and rates[other] < rates[name]
        ]
        tied = any(name in tie.ids for tie in choice.ties)
        assert name in choice.chosen or tied or not better


# -- places by points ------------------------------------------------------------------------------


def _scored(*who: tuple[str, int, str, int | None, bool | None]) -> list[Contender]:
    return [
        Contender(
            id=name,
            rate=Fraction(rate, 9),
            preferred=woman,
            standing=None if place is None else (league, place),
        )
        for name, rate, league, place, woman in who
    ]


def test_points_decide_between_equals_before_any_other_rule() -> None:
    everybody = _scored(("a", 7, "to", 3, True), ("b", 7, "to", 1, False), ("c", 7, "to", 2, True))
    choice = choose(everybody, 2, prefer_women=True)
    assert dict(choice.chosen) == {"b": "standing", "c": "standing"}
    assert choice.tie is not None
    assert (choice.tie.decider, set(choice.tie.chosen)) == ("standing", {"b", "c"})
    assert choice.settled


def test_a_better_rate_goes_before_a_better_place() -> None:
    everybody = _scored(("a", 8, "to", 9, None), ("b", 7, "to", 1, None))
    assert dict(choose(everybody, 1).chosen) == {"a": "rate"}


def test_those_level_by_points_too_are_left_to_the_next_rule() -> None:
    everybody = _scored(("a", 7, "to", 1, False), ("b", 7, "to", 2, False), ("c", 7, "to", 2, True))
    choice = choose(everybody, 2, prefer_women=True)
    assert dict(choice.chosen) == {"a": "standing", "c": "women"}
    undecided = choose(everybody, 2)
    assert dict(undecided.chosen) == {"a": "standing"}
    assert undecided.tie is not None
    assert (undecided.tie.position, undecided.tie.seats, undecided.tie.ids) == (2, 1, ("b", "c"))


def test_places_of_different_leagues_and_missing_ones_say_nothing() -> None:
    for other in (("b", 7, "thon", 2, False), ("b", 7, "to", None, False)):
        choice = choose(_scored(("a", 7, "to", 1, False), other), 1)
        assert dict(choice.chosen) == {}
        assert not choice.settled
