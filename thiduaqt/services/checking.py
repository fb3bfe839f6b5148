"""The eligibility check over a whole round: read everything once, then judge each dossier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from thiduaqt.domain.eligibility import RULES, Dossier, Eligibility, Rival, check
from thiduaqt.domain.errors import NotFound
from thiduaqt.domain.kinds import EligibilityRule
from thiduaqt.domain.plan import MovementPlan, Paper, SubjectGroup
from thiduaqt.domain.records import (
    Award,
    Evidence,
    Household,
    Movement,
    Nomination,
    Person,
    Round,
    StandingFlag,
    Team,
    TeamMember,
    Unit,
)
from thiduaqt.domain.rulebook import Rulebook
from thiduaqt.domain.text import fold
from thiduaqt.services.session import Session


@dataclass(frozen=True, slots=True)
class Recipients:
    """Everybody who can be a recipient, by id, and what to call them."""

    people: Mapping[str, Person]
    units: Mapping[str, Unit]
    teams: Mapping[str, Team]
    households: Mapping[str, Household]
    team_sizes: Mapping[str, int]

    @classmethod
    def of(cls, session: Session) -> Recipients:
        """Read the registers, those in the recycle bin too (old papers still name them)."""
        store = session.store
        sizes: dict[str, int] = defaultdict(int)
        for member in store.all(TeamMember):
            if not member.until:
                sizes[member.team_id] += 1
        return cls(
            people={
                item.id: item for kept in (0, 1) for item in store.all(Person, deleted=bool(kept))
            },
            units={
                item.id: item for kept in (0, 1) for item in store.all(Unit, deleted=bool(kept))
            },
            teams={
                item.id: item for kept in (0, 1) for item in store.all(Team, deleted=bool(kept))
            },
            households={
                item.id: item
                for kept in (0, 1)
                for item in store.all(Household, deleted=bool(kept))
            },
            team_sizes=sizes,
        )

    def person(self, nomination: Nomination | Award) -> Person | None:
        """Return the person who is proposed, or None for a collective or household."""
        return self.people.get(nomination.person_id or "")

    def name(self, nomination: Nomination) -> str:
        """Return the bare name, without honorific."""
        person = self.person(nomination)
        if person is not None:
            return person.full_name
        unit = self.units.get(nomination.unit_id or "")
        team = self.teams.get(nomination.team_id or "")
        household = self.households.get(nomination.household_id or "")
        found = unit or team or household
        return found.name if found else ""

    def display(self, nomination: Nomination) -> str:
        """Return the name as it is printed: name to print, else honorific and name."""
        if nomination.print_name:
            return nomination.print_name
        person = self.person(nomination)
        name = self.name(nomination)
        return f"{person.honorific} {name}".strip() if person else name

    def home(self, nomination: Nomination) -> str | None:
        """Return the id of the unit the recipient belongs to (for a unit: the one above it)."""
        for found in (
            self.person(nomination),
            self.teams.get(nomination.team_id or ""),
            self.households.get(nomination.household_id or ""),
        ):
            if found is not None:
                return found.unit_id
        unit = self.units.get(nomination.unit_id or "")
        return unit.parent_id if unit else None

    def unit_name(self, unit_id: str | None) -> str:
        """Return the name of a unit, or an empty text."""
        unit = self.units.get(unit_id or "")
        return unit.name if unit else ""

    def post(self, nomination: Nomination) -> str:
        """Return the post of a person; a collective has none."""
        person = self.person(nomination)
        return person.post if person else ""


class Checker:
    """Judges the nominations of one round; made anew for each listing, so never out of date."""

    def __init__(self, session: Session, round_id: str) -> None:
        self._session = session
        store = session.store
        self.around = store.get(Round, round_id)
        self.recipients = Recipients.of(session)
        self.nominations = store.all(Nomination, round_id=round_id)
        self._proven: dict[str, set[str]] = defaultdict(set)
        for item in store.all(Evidence):
            self._proven[item.nomination_id].add(item.for_code)
        self._flags: dict[str, list[StandingFlag]] = defaultdict(list)
        for flag in store.all(StandingFlag):
            self._flags[flag.person_id or flag.unit_id or ""].append(flag)
        self._awards: dict[str, list[Award]] = defaultdict(list)
        for award in store.all(Award, movement_id=self.around.movement_id):
            self._awards[_recipient_id(award)].append(award)

    def complete(self) -> None:
        """Look up what is otherwise looked up when first needed: another thread may go on."""
        _ = self.plan, self._rules

    @cached_property
    def plan(self) -> MovementPlan | None:
        """What the movement's plan says."""
        return self._session.store.get(Movement, self.around.movement_id).definition

    @cached_property
    def _rulebook(self) -> Rulebook:
        """The rules in force, looked up once: each look reads the office."""
        return self._session.rulebook()

    def group_of(self, nomination: Nomination) -> SubjectGroup | None:
        """Return the subject group chosen for a nomination."""
        return self.plan.group(nomination.subject_group) if self.plan else None

    def award_name(self, code: str) -> str:
        """Return the short name of an award kind ("Giấy khen")."""
        try:
            return self._rulebook.award(code).name
        except NotFound:
            return code

    def check(self, nomination: Nomination) -> Eligibility:
        """Judge one nomination."""
        recipient = _recipient_id(nomination)
        dossier = Dossier(
            nomination=nomination,
            name=self.recipients.name(nomination),
            group=self.group_of(nomination),
            papers=self.papers(nomination.award),
            proven=frozenset(self._proven.get(nomination.id, ())),
            flags=tuple(self._flags.get(recipient, ())),
            earlier=tuple(self._awards.get(recipient, ())),
            rivals=self.rivals(nomination),
            kind_allowed=self._kind_allowed(nomination),
        )
        return check(dossier, self._rules)

    def _kind_allowed(self, nomination: Nomination) -> bool:
        try:
            award = self._rulebook.award(nomination.award)
        except NotFound:
            return True
        return nomination.kind in award.recipient_kinds

    @cached_property
    def _rules(self) -> dict[str, EligibilityRule]:
        rulebook = self._rulebook
        return {code: rulebook.eligibility_rule(code) for code in RULES}

    def papers(self, award: str) -> tuple[Paper, ...]:
        """Return the dossier papers an award asks for: those of the plan, else of the law."""
        if self.plan is not None and self.plan.papers:
            return self.plan.papers
        try:
            return self._rulebook.award(award).papers
        except NotFound:
            return ()

    @cached_property
    def _by_name(self) -> dict[str, list[tuple[int, Nomination]]]:
        found: dict[str, list[tuple[int, Nomination]]] = defaultdict(list)
        for ordinal, nomination in enumerate(self.nominations, start=1):
            if nomination.state != "withdrawn":
                found[fold(self.recipients.name(nomination))].append((ordinal, nomination))
        return found

    def rivals(self, nomination: Nomination) -> tuple[Rival, ...]:
        """Return the other nominations of the round under the same name that may be the same one.

        The same recipient under the same award is certain; the same name is doubtful unless the
        birth years, or without them the units, differ.
        """
        rivals: list[Rival] = []
        for ordinal, other in self._by_name.get(fold(self.recipients.name(nomination)), []):
            if other.id == nomination.id:
                continue
            same = _recipient_id(other) == _recipient_id(nomination)
            if same and other.award != nomination.award:
                continue
            if not same and self._told_apart(nomination, other):
                continue
            person = self.recipients.person(other)
            rivals.append(
                Rival(
                    nomination_id=other.id,
                    ordinal=ordinal,
                    name=self.recipients.name(other),
                    unit=self.recipients.unit_name(self.recipients.home(other)),
                    birth=person.birth if person else "",
                    same_recipient=same,
                )
            )
        return tuple(rivals)

    def _told_apart(self, one: Nomination, other: Nomination) -> bool:
        first, second = self.recipients.person(one), self.recipients.person(other)
        if first and second and first.birth and second.birth:
            return first.birth[:4] != second.birth[:4]
        return self.recipients.home(one) != self.recipients.home(other)


def _recipient_id(item: Nomination | Award) -> str:
    return item.person_id or item.unit_id or item.team_id or item.household_id or ""
