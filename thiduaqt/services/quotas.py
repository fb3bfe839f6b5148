"""How far a round has come against what its plan allows, for every meter and every gate."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from thiduaqt.domain.eligibility import MAY_PROCEED
from thiduaqt.domain.plan import RECIPIENT_KINDS, League, RecipientKind
from thiduaqt.domain.quota import QuotaState, Stage
from thiduaqt.domain.quota_count import (
    BlockOf,
    Ground,
    Member,
    Nominee,
    Registered,
    states,
)
from thiduaqt.domain.records import (
    Award,
    Block,
    CouncilSession,
    Decision,
    Movement,
    Nomination,
    Registration,
    Round,
    Unit,
    Vote,
)
from thiduaqt.services import nominations
from thiduaqt.services.checking import Checker, Recipients
from thiduaqt.services.nominations import NominationRow
from thiduaqt.services.session import Session

# Our own committee and those above us are no base of a share and get no number of their own.
_NO_MEMBERS = ("commune", "upper")


class Line(NamedTuple):
    """What the ballot lists together: one award for one kind of recipient."""

    award: str
    kind: RecipientKind


def order(line: Line) -> tuple[bool, str, int]:
    """Return the key that puts lines in order: our own award first, then as the ceremony goes."""
    return line.award != "certificate_of_merit", line.award, RECIPIENT_KINDS.index(line.kind)


def of_round(
    session: Session, round_id: str, rows: Sequence[NominationRow] | None = None
) -> tuple[QuotaState, ...]:
    """Return the quotas of a round: those the plan names for us, and all that are proposed.

    One state for each number of the plan: for a kind, several kinds together, a group, a league;
    what is given to each block, unit or source has its ``parts``. ``rows`` is the listing of the
    round where the caller has it already.
    """
    listed = nominations.listing(session, round_id) if rows is None else rows
    alive = [row for row in listed if row.state != "withdrawn"]
    eligible = {
        row.id for row in alive if row.state != "draft" or row.check in MAY_PROCEED - {"unchecked"}
    }
    return Count(session, round_id, rows=listed).states(
        proposed={row.id for row in alive},
        eligible=eligible,
        chosen=chosen_in(session, round_id),
        awarded=_awarded(session, round_id),
    )


def of_movement(
    session: Session, movement_id: str
) -> tuple[tuple[Round, tuple[QuotaState, ...]], ...]:
    """Return the quotas of each round of a movement, by year: what is used and what is left."""
    rounds = sorted(
        session.store.all(Round, movement_id=movement_id), key=lambda item: (item.year, item.kind)
    )
    return tuple((item, of_round(session, item.id)) for item in rounds)


def award_recipients(session: Session) -> dict[str, tuple[RecipientKind, ...]]:
    """Return for whom each award of the rule packs is, by its code."""
    return {kind.code: kind.recipient_kinds for kind in session.rulebook().award_kinds()}


def chosen_in(session: Session, round_id: str, *, but: str = "") -> frozenset[str]:
    """Return the nominations the locked sessions of a round chose; ``but`` leaves one out."""
    return frozenset(
        vote.nomination_id
        for sitting in session.store.all(CouncilSession, round_id=round_id, state="locked")
        if sitting.id != but
        for vote in session.store.all(Vote, session_id=sitting.id, chosen=1)
    )


def _awarded(session: Session, round_id: str) -> tuple[Award, ...]:
    return tuple(
        award
        for decision in session.store.all(Decision, round_id=round_id, state="issued")
        for award in session.store.all(Award, decision_id=decision.id)
        if award.state != "revoked"
    )


class Count:
    """Counts the nominations of one round against the numbers of its plan; reads once.

    ``on`` is the ISO day whose rules are asked for (the day of a session or decision): a plan that
    was replaced, and guidance that came later, hold from their own day. Empty: today. ``rows`` is
    the listing of the round where the caller has it, ``checker`` the round itself: nothing of it
    is read again.
    """

    def __init__(
        self,
        session: Session,
        round_id: str,
        *,
        on: str = "",
        rows: Sequence[NominationRow] | None = None,
        checker: Checker | None = None,
    ) -> None:
        store = session.store
        self._checker = checker
        around = store.get(Round, round_id)
        movement = store.get(Movement, around.movement_id)
        self._session = session
        self._units = {unit.id: unit for unit in store.all(Unit)}
        self.plan = movement.rules_on(on)
        registered = [
            item
            for item in store.all(Registration, movement_id=movement.id)
            if item.round_id in (None, round_id) and item.year in (0, around.year)
        ]
        self.ground = Ground(
            plan=self.plan,
            round_kind=around.kind,
            year=around.year,
            on=on or session.today().isoformat(),
            units=_members(self._units.values(), store.owner),
            blocks=blocks_in(store.all(Block), around.year),
            registered=tuple(map(self._registered, registered)),
        )
        if rows is not None:
            self._nominees = {row.id: self._of_row(row) for row in rows}
            self._withdrawn = {row.id for row in rows if row.state == "withdrawn"}
            return
        read = checker.nominations if checker else store.all(Nomination, round_id=round_id)
        self._nominees = {item.id: self._of_nomination(item) for item in read}
        self._withdrawn = {item.id for item in read if item.state == "withdrawn"}

    @cached_property
    def people(self) -> Recipients:
        """The registers; a listing that was read already does without them."""
        return self._checker.recipients if self._checker else Recipients.of(self._session)

    def states(
        self,
        *,
        proposed: Collection[str] | None = None,
        eligible: Collection[str] = (),
        chosen: Collection[str] = (),
        awarded: Iterable[Award] = (),
    ) -> tuple[QuotaState, ...]:
        """Return every number with its counts; the arguments name who has come how far.

        ``proposed`` None: all that are not withdrawn. An award whose nomination is gone counts by
        what the register keeps of it.
        """
        alive = set(self._nominees) - self._withdrawn if proposed is None else set(proposed)
        lines = {award.nomination_id or award.id: award for award in awarded}
        stages: tuple[tuple[Stage, Collection[str]], ...] = (
            ("proposed", alive), ("eligible", set(eligible)), ("chosen", set(chosen)),
            ("awarded", lines),
        )  # fmt: skip
        counted = []
        for key in dict.fromkeys([*self._nominees, *lines]):
            reached: frozenset[Stage] = frozenset(stage for stage, ids in stages if key in ids)
            if reached:
                nominee = self._nominees.get(key) or self._of_award(lines[key])
                counted.append(replace(nominee, stages=reached))
        return states(self.ground, counted)

    def _of_nomination(self, item: Nomination) -> Nominee:
        home = item.unit_id or self.people.home(item)
        return self._nominee(item, home, item.proposer_id)

    def _of_row(self, row: NominationRow) -> Nominee:
        return self._nominee(row, row.own_unit_id or row.unit_id, row.proposer_id)

    def _nominee(
        self, item: Nomination | NominationRow, home: str | None, proposer: str | None
    ) -> Nominee:
        units = self._chain(home or proposer)
        return Nominee(
            id=item.id,
            award=item.award,
            kind=item.kind,
            unit_ids=units,
            source_id=proposer or home or "",
            group=item.subject_group,
            league=self._league(item.subject_group, units),
        )

    def _of_award(self, award: Award) -> Nominee:
        person = self.people.person(award)
        team = self.people.teams.get(award.team_id or "")
        household = self.people.households.get(award.household_id or "")
        homes = (item.unit_id for item in (person, team, household) if item is not None)
        units = self._chain(award.unit_id or next(homes, None))
        return Nominee(
            id=award.id,
            award=award.award,
            kind=award.kind,
            unit_ids=units,
            league=self._league("", units),
        )

    def _registered(self, item: Registration) -> Registered:
        kind: RecipientKind = (
            "individual" if item.person_id else "household" if item.household_id else "collective"
        )
        person = self.people.people.get(item.person_id or "")
        team = self.people.teams.get(item.team_id or "")
        household = self.people.households.get(item.household_id or "")
        homes = (found.unit_id for found in (person, team, household) if found is not None)
        return Registered(kind=kind, unit_ids=self._chain(item.unit_id or next(homes, None)))

    def _chain(self, unit_id: str | None) -> tuple[str, ...]:
        """Return a unit and those above it; a unit that was merged stands for its successor."""
        found: list[str] = []
        while unit_id and unit_id not in found:
            found.append(unit_id)
            unit = self._units.get(unit_id)
            unit_id = (unit.successor_id or unit.parent_id) if unit is not None else None
        return tuple(found)

    def _league(self, group: str, units: Sequence[str]) -> str:
        found = self.plan.group(group) if self.plan is not None else None
        if found is not None and found.league:
            return found.league
        leagues = self.plan.leagues if self.plan is not None else ()
        return next((item.code for item in leagues if self._competes_in(item, units)), "")

    def _competes_in(self, league: League, units: Sequence[str]) -> bool:
        if not league.unit_kinds and not league.blocks:
            return False
        unit = self._units.get(units[0]) if units else None
        if unit is None or (league.unit_kinds and unit.kind not in league.unit_kinds):
            return False
        blocks = [self.ground.block(code) for code in league.blocks]
        inside = frozenset().union(*(block.unit_ids for block in blocks if block is not None))
        return not league.blocks or bool(inside & set(units))


def _members(units: Iterable[Unit], owner: str) -> tuple[Member, ...]:
    return tuple(
        Member(
            id=unit.id,
            name=unit.name,
            kind=unit.kind,
            workforce=unit.workforce,
            households=unit.households,
        )
        for unit in units
        if unit.active and unit.id != owner and unit.kind not in _NO_MEMBERS
    )


def blocks_in(blocks: Iterable[Block], year: int) -> tuple[BlockOf, ...]:
    """Return the blocks and clusters that have units in a year, as quotas count them."""
    found = []
    for block in blocks:
        now = block.in_year(year)
        if now is not None and now.unit_ids:
            found.append(
                BlockOf(
                    code=block.code or block.id,
                    name=block.name,
                    unit_ids=frozenset(now.unit_ids),
                )
            )
    return tuple(found)
