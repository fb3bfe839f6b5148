"""Who stands where in a round: leagues, points, and what the plan's tie-breakers compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from thiduaqt.domain.plan import League, SubjectGroup, TieBreaker
from thiduaqt.domain.records import Block, Nomination, Unit, Vote
from thiduaqt.domain.scoring.standing import Entrant, Stand, rank, standing_words
from thiduaqt.domain.scoring.structure import has_points, titles
from thiduaqt.domain.scoring.thresholds import opened
from thiduaqt.services.checking import Checker
from thiduaqt.services.score_reading import Score
from thiduaqt.services.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class RankRow:
    """One nominee's standing. ``place`` None: not ranked (not scored to the end, or outside).

    ``award_open`` tells whether the score opens the award proposed (None: not yet told),
    ``decided_by`` the rule that told this one from equals, ``words`` all of it in one line.
    """

    nomination_id: str
    name: str
    unit: str
    group: str
    league: str
    league_name: str
    points: Decimal | None
    base: Decimal
    percent: Decimal | None
    complete: bool
    place: int | None
    tied_with: tuple[str, ...]
    decided_by: str
    skipped: tuple[str, ...]
    award_open: bool | None
    words: str


def leagues(checker: Checker) -> tuple[tuple[str, str], ...]:
    """Return those that compete apart in a round, as (code, name), those that are scored.

    A group without a league is one of its own.
    """
    plan = checker.plan
    if plan is None:
        return ()
    named = {league.code: league.name for league in plan.leagues}
    scored = [group for group in plan.groups if has_points(group)]
    return tuple(
        dict.fromkeys(
            (key, named.get(key, group.name)) for group in scored for key in (_key(group),)
        )
    )


def _key(group: SubjectGroup) -> str:
    return group.league or group.code


def ranking(session: Session, round_id: str, league: str = "") -> tuple[RankRow, ...]:
    """Return the standing of a round, league by league, best first; ``league`` narrows it to one.

    Only groups that give points are ranked. Raises NotFound for an unknown round.
    """
    return standing(session, Checker(session, round_id), league)


def standing(session: Session, checker: Checker, league: str = "") -> tuple[RankRow, ...]:
    """Return the standing of a round that was read already."""
    return _Standing(session, checker).rows(league)


class _Standing:
    """Works out one round's places."""

    def __init__(self, session: Session, checker: Checker) -> None:
        self._session = session
        self._checker = checker
        self._names = dict(leagues(checker))

    def rows(self, only: str) -> tuple[RankRow, ...]:
        scored: dict[str, list[tuple[Nomination, SubjectGroup, Score]]] = {}
        for nomination in self._checker.nominations:
            group = self._checker.group_of(nomination)
            if nomination.state == "withdrawn" or group is None or not has_points(group):
                continue
            score = self._checker.score(nomination)
            if score is not None and only in ("", _key(group)):
                scored.setdefault(_key(group), []).append((nomination, group, score))
        return tuple(
            row for key in self._names if key in scored for row in self._league(key, scored[key])
        )

    def _league(
        self, key: str, found: Sequence[tuple[Nomination, SubjectGroup, Score]]
    ) -> list[RankRow]:
        rules = next((group.tie_breakers for _, group, _ in found if group.tie_breakers), ())
        names = {code: title for _, group, _ in found for code, title in titles(group).items()}
        league = next(
            (item for item in (self._checker.plan.leagues if self._checker.plan else ())
             if item.code == key),
            None,
        )  # fmt: skip
        inside = {item.id: self._inside(item, league) for item, _, _ in found}
        stands = rank(
            [
                Entrant(
                    id=nomination.id,
                    league=key,
                    points=score.result.total,
                    base=score.result.applicable.base,
                    complete=score.result.points_complete and inside[nomination.id],
                    values=self._values(nomination, score, rules),
                )
                for nomination, _, score in found
            ],
            rules,
            names,
        )
        by_id = {item.id: (item, group, score) for item, group, score in found}
        return [self._row(stand, *by_id[stand.id], inside=inside[stand.id]) for stand in stands]

    def _row(
        self,
        stand: Stand,
        nomination: Nomination,
        group: SubjectGroup,
        score: Score,
        *,
        inside: bool,
    ) -> RankRow:
        people = self._checker.recipients
        result = score.result
        name = self._names[stand.league]
        words = standing_words(stand, result.total)
        if not inside:
            words = f"Đơn vị không thuộc “{name}” nên không xếp hạng"
        return RankRow(
            nomination_id=nomination.id,
            name=people.display(nomination),
            unit=people.unit_name(people.home(nomination)),
            group=group.name,
            league=stand.league,
            league_name=name,
            points=result.total,
            base=result.applicable.base,
            percent=result.percent,
            complete=result.points_complete,
            place=stand.place,
            tied_with=stand.tied_with,
            decided_by=stand.decided_by,
            skipped=stand.skipped,
            award_open=opened(score.verdicts, nomination.award),
            words=words,
        )

    def _inside(self, nomination: Nomination, league: League | None) -> bool:
        """Tell whether a nominee's unit is one the league is for."""
        if league is None or not (league.unit_kinds or league.blocks):
            return True
        people = self._checker.recipients
        unit = people.units.get(nomination.unit_id or people.home(nomination) or "")
        if unit is None:
            return False
        if league.unit_kinds and unit.kind not in league.unit_kinds:
            return False
        return not league.blocks or unit.id in self._block_units(league)

    def _block_units(self, league: League) -> frozenset[str]:
        found: set[str] = set()
        for block in self._session.store.all(Block):
            now = block.in_year(self._checker.around.year)
            if now is not None and (block.code or block.id) in league.blocks:
                found.update(now.unit_ids)
        return frozenset(found)

    # -- what tie-breakers compare --------------------------------------------------------------

    def _values(
        self, nomination: Nomination, score: Score, rules: Sequence[TieBreaker]
    ) -> dict[tuple[str, str], Decimal | Fraction | None]:
        return {(rule.kind, rule.code): self._value(nomination, score, rule) for rule in rules}

    def _value(
        self, nomination: Nomination, score: Score, rule: TieBreaker
    ) -> Decimal | Fraction | None:
        if rule.kind in ("criterion", "section", "measure"):
            node = score.result.node(rule.code)
            if node is None:
                return None
            if rule.kind == "measure":
                return node.item.measured if node.item else None
            return node.points
        if rule.kind == "earlier_awards":
            return Decimal(self._checker.earlier_awards(nomination))
        if rule.kind == "size":
            return self._size(nomination)
        return self._vote(nomination)

    def _size(self, nomination: Nomination) -> Decimal | None:
        """How big a collective is: households of a village, workforce, members of a team."""
        if nomination.team_id:
            count = self._checker.recipients.team_sizes.get(nomination.team_id)
            return Decimal(count) if count else None
        unit: Unit | None = self._checker.recipients.units.get(nomination.unit_id or "")
        if unit is None:
            return None
        count = unit.households if unit.kind == "village" else unit.workforce
        return Decimal(count) if count is not None else None

    def _vote(self, nomination: Nomination) -> Fraction | None:
        """The Council's agreement, once it is entered."""
        votes = self._session.store.all(Vote, nomination_id=nomination.id)
        counted = [vote for vote in votes if vote.agree is not None]
        if not counted:
            return None
        vote = counted[-1]
        whole = (vote.agree or 0) + (vote.disagree or 0) + (vote.other or 0)
        return Fraction(vote.agree or 0, whole) if whole else None
