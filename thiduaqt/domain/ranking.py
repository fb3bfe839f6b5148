"""Who goes first among those who passed, and which rule decided; the rest is the Council's.

Rates are exact fractions; the rule for equals comes in from rule packs, none is set here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import Literal

# Which rule put somebody on the list: within the number, by rate, by points and the plan's rules
# for equal points, women first, the council's own choice, or above the plan's number with a reason.
Decider = Literal["passed", "rate", "standing", "women", "council", "over_quota"]

DECIDER_WORDS: dict[Decider, str] = {
    "passed": "Đạt, trong số lượng của kế hoạch",
    "rate": "Tỷ lệ đồng ý cao hơn",
    "standing": "Bằng tỷ lệ, xếp hạng điểm cao hơn",
    "women": "Bằng tỷ lệ, ưu tiên nữ",
    "council": "Hội đồng chọn",
    "over_quota": "Vượt số lượng của kế hoạch, có ghi lý do",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """One who passed. ``preferred`` tells whether the rule for equals favours them.

    True: a woman, or a collective of mostly women; None: not known. ``standing`` is the league and
    the place in it by points (None: not ranked); places of different leagues say nothing.
    """

    id: str
    rate: Fraction
    preferred: bool | None = None
    standing: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A contender with the place by rate; equals share a place (1, 2, 2, 4)."""

    place: int
    contender: Contender


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Equals at the edge of the number: more of them than seats left.

    ``position`` is the first contested place, ``chosen`` who takes the seats (empty where the
    Council has to choose), ``decider`` which rule chose, ``unknown`` those about whom the fact
    that the rule asks for is not recorded.
    """

    position: int
    seats: int
    ids: tuple[str, ...]
    chosen: tuple[str, ...] = ()
    decider: Decider | None = None
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Who is on the list and by which rule, and the ties at its edges if there are any.

    ``tie`` is the first that is still open, else the first that a rule decided; there are several
    ``ties`` only where several numbers (one for each block) have an edge of their own.
    """

    chosen: Mapping[str, Decider]
    tie: Tie | None = None
    ties: tuple[Tie, ...] = ()

    @property
    def settled(self) -> bool:
        """False where the Council still has to choose between equals."""
        return self.tie is None or bool(self.tie.chosen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """Seats that some contenders share, because one number of the plan is for them."""

    ids: frozenset[str]
    seats: int


def rank(contenders: Iterable[Contender]) -> tuple[Ranked, ...]:
    """Return contenders by falling rate; equals share a place and stay in their given order."""
    ordered = sorted(contenders, key=lambda contender: contender.rate, reverse=True)
    ranked: list[Ranked] = []
    for _, equals in groupby(ordered, key=lambda contender: contender.rate):
        place = len(ranked) + 1
        ranked.extend(Ranked(place=place, contender=contender) for contender in equals)
    return tuple(ranked)


def choose(
    contenders: Sequence[Contender], limit: int | None, *, prefer_women: bool = False
) -> Choice:
    """Return who goes on the list: the highest rates up to ``limit`` (None: no limit).

    Between equals at the edge those with the better place by points go first, then the preferred
    (Decree 152/2025, article 4(6), where ``prefer_women`` says that the rule holds: it is for those
    who are equal in everything asked before). What that does not decide is left to the Council.
    """
    if limit is None or len(contenders) <= limit:
        return Choice(chosen={contender.id: "passed" for contender in contenders})
    chosen: dict[str, Decider] = {}
    ordered = sorted(contenders, key=lambda contender: contender.rate, reverse=True)
    for _, group in groupby(ordered, key=lambda contender: contender.rate):
        equals = list(group)
        seats = limit - len(chosen)
        if seats == 0:
            break
        if len(equals) > seats:
            by_rule, tie = _edge(equals, seats, limit, prefer_women=prefer_women)
            chosen.update(by_rule)
            return Choice(chosen=chosen, tie=tie, ties=(tie,))
        chosen.update({contender.id: "rate" for contender in equals})
    return Choice(chosen=chosen)


def _edge(
    equals: list[Contender], seats: int, limit: int, *, prefer_women: bool
) -> tuple[dict[str, Decider], Tie]:
    """Return who takes a seat by which rule for equals, and the tie as it then stands."""
    better, level = _by_standing(equals, seats)
    by_points: dict[str, Decider] = dict.fromkeys(better, "standing")
    if not level:
        everybody = tuple(contender.id for contender in equals)
        return by_points, Tie(
            position=limit - seats + 1,
            seats=seats,
            ids=everybody,
            chosen=better,
            decider="standing",
        )
    by_rule, tie = _women_first(level, seats - len(better), limit, prefer_women=prefer_women)
    women: dict[str, Decider] = dict.fromkeys(by_rule, "women")
    return by_points | women, tie


def _by_standing(equals: list[Contender], seats: int) -> tuple[tuple[str, ...], list[Contender]]:
    """Return who takes a seat by points alone, and those still level at the edge.

    Points tell nothing where somebody is not ranked or stands in another league.
    """
    ranked = [one.standing for one in equals if one.standing is not None]
    if len(ranked) < len(equals) or len({league for league, _ in ranked}) != 1 or not seats:
        return (), equals
    edge = sorted(place for _, place in ranked)[seats - 1]
    better = [one for one in equals if one.standing and one.standing[1] < edge]
    level = [one for one in equals if one.standing and one.standing[1] == edge]
    if len(better) + len(level) == seats:
        return tuple(one.id for one in (*better, *level)), []
    return tuple(one.id for one in better), level


def _women_first(
    equals: list[Contender], seats: int, limit: int, *, prefer_women: bool
) -> tuple[tuple[str, ...], Tie]:
    """Return who takes a seat by the rule that favours women, and the tie as it then stands."""
    unknown = tuple(contender.id for contender in equals if contender.preferred is None)
    preferred = tuple(contender.id for contender in equals if contender.preferred)
    everybody = tuple(contender.id for contender in equals)
    first = limit - seats + 1
    if not prefer_women or unknown or not preferred:
        open_tie = Tie(
            position=first, seats=seats, ids=everybody, unknown=unknown if prefer_women else ()
        )
        return (), open_tie
    if len(preferred) == seats:
        return preferred, Tie(
            position=first, seats=seats, ids=everybody, chosen=preferred, decider="women"
        )
    if len(preferred) > seats:
        return (), Tie(position=first, seats=seats, ids=preferred)
    others = tuple(contender.id for contender in equals if not contender.preferred)
    taken = len(preferred)
    return preferred, Tie(position=first + taken, seats=seats - taken, ids=others)


# -- several numbers at once ----------------------------------------------------------------------


def choose_under(
    contenders: Sequence[Contender], caps: Sequence[Cap], *, prefer_women: bool = False
) -> Choice:
    """Return who goes on the list where each of ``caps`` has seats for its own contenders.

    With one cap for everybody it is :func:`choose`. Whoever meets a full cap stays out, and the
    next takes a seat that is still free elsewhere; each cap may have a tie at its edge.
    """
    everybody = frozenset(contender.id for contender in contenders)
    tight = [cap for cap in caps if len(cap.ids & everybody) > max(cap.seats, 0)]
    if not tight:
        return choose(contenders, None)
    if len(tight) == 1 and tight[0].ids >= everybody:
        return choose(contenders, max(tight[0].seats, 0), prefer_women=prefer_women)
    return _Seating(tight, prefer_women=prefer_women).seat(contenders)


class _Seating:
    """Gives out the seats of several caps, the highest rates first."""

    def __init__(self, caps: Sequence[Cap], *, prefer_women: bool) -> None:
        self.caps = caps
        self.prefer_women = prefer_women
        self.left = [max(cap.seats, 0) for cap in caps]
        self.chosen: dict[str, Decider] = {}
        self.ties: list[Tie] = []

    def seat(self, contenders: Sequence[Contender]) -> Choice:
        ordered = sorted(contenders, key=lambda contender: contender.rate, reverse=True)
        for _, group in groupby(ordered, key=lambda contender: contender.rate):
            self._equals(list(group))
        first = next((tie for tie in self.ties if not tie.chosen), None)
        settled = self.ties[0] if self.ties else None
        return Choice(chosen=self.chosen, tie=first or settled, ties=tuple(self.ties))

    def _equals(self, equals: list[Contender]) -> None:
        waiting = [one for one in equals if all(self.left[n] for n in self._of({one.id}))]
        while waiting:
            ids = {one.id for one in waiting}
            too_many = [n for n in self._of(ids) if self._asking(n, ids) > self.left[n]]
            full = min(too_many, key=lambda number: self.left[number], default=None)
            if full is None:
                self._take(waiting)
                return
            at_edge = [one for one in waiting if one.id in self.caps[full].ids]
            self._at_edge(full, at_edge)
            waiting = [
                one
                for one in waiting
                if one not in at_edge and all(self.left[n] for n in self._of({one.id}))
            ]

    def _of(self, ids: set[str]) -> list[int]:
        return [number for number, cap in enumerate(self.caps) if cap.ids & ids]

    def _asking(self, number: int, ids: set[str]) -> int:
        return len(self.caps[number].ids & ids)

    def _take(self, seated: list[Contender]) -> None:
        for one in seated:
            limited = self._of({one.id})
            self.chosen[one.id] = "rate" if limited else "passed"
            for number in limited:
                self.left[number] -= 1

    def _at_edge(self, number: int, equals: list[Contender]) -> None:
        cap, seats = self.caps[number], self.left[number]
        by_rule, tie = _edge(equals, seats, max(cap.seats, 0), prefer_women=self.prefer_women)
        self.chosen.update(by_rule)
        self.ties.append(tie)
        self.left[number] = 0
        # The seats at this edge are taken by somebody, whoever it will be.
        ids = {one.id for one in equals}
        for other, around in enumerate(self.caps):
            if other != number and ids <= around.ids:
                self.left[other] = max(self.left[other] - seats, 0)
