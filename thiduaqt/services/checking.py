"""The eligibility check over a whole round: read everything once, then judge each dossier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from thiduaqt.domain.eligibility import RULES, Dossier, Eligibility, Rival, check
from thiduaqt.domain.errors import NotFound
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.kinds import EligibilityRule
from thiduaqt.domain.plan import MovementPlan, Paper, SubjectGroup
from thiduaqt.domain.records import (
    Award,
    CheckState,
    Evidence,
    Household,
    Movement,
    Nomination,
    Person,
    Plan,
    Registration,
    Round,
    StandingFlag,
    Team,
    TeamMember,
    Unit,
)
from thiduaqt.domain.registering import Registrant, due_for, findings, fits
from thiduaqt.domain.rulebook import Rulebook
from thiduaqt.domain.text import fold
from thiduaqt.services.score_reading import Score, Scores, states_of
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
        self._scored: dict[Nomination, Score | None] = {}
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
        return self._movement.definition

    @cached_property
    def _rulebook(self) -> Rulebook:
        """The rules in force, looked up once: each look reads the office."""
        return self._session.rulebook()

    @cached_property
    def _movement(self) -> Movement:
        return self._session.store.get(Movement, self.around.movement_id)

    @cached_property
    def _scores(self) -> Scores:
        return Scores(self._session, self._movement)

    def score(self, nomination: Nomination) -> Score | None:
        """Return the scores of a nomination, or None where its group has only a checklist."""
        if nomination not in self._scored:
            self._scored[nomination] = self._scores.of_nomination(nomination)
        return self._scored[nomination]

    def earlier_awards(self, nomination: Nomination) -> int:
        """Return how many awards of this movement the recipient has had before."""
        own = self._awards.get(_recipient_id(nomination), ())
        return sum(
            award.state != "revoked" and award.nomination_id != nomination.id for award in own
        )

    def states(self, nomination: Nomination) -> dict[str, CheckState]:
        """Return the state of each criterion: as ticked, or as the counting score sheet says."""
        score = self.score(nomination)
        said = states_of(score) if score else ()
        return {item.code: item.state for item in (*nomination.checks, *said)}

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
        score = self.score(nomination)
        dossier = Dossier(
            nomination=nomination,
            name=self.recipients.name(nomination),
            group=self.group_of(nomination),
            papers=self.papers(nomination.award, nomination.subject_group),
            proven=frozenset(self._proven.get(nomination.id, ())),
            flags=tuple(self._flags.get(recipient, ())),
            earlier=tuple(self._awards.get(recipient, ())),
            rivals=self.rivals(nomination),
            kind_allowed=self._kind_allowed(nomination),
            states=states_of(score) if score else (),
            score=score.result if score else None,
            scored=bool(score and score.scored),
            also=(*_to_look_at(score), *self._registration(nomination)),
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

    def _registration(self, nomination: Nomination) -> tuple[Issue, ...]:
        """Return what is wrong with the registration of a nominee."""
        rule = self.plan.registration if self.plan else None
        if rule is None or not rule.required:
            return ()
        home = self.recipients.home(nomination)
        return findings(
            rule,
            self._registered,
            Registrant(
                kind=nomination.kind,
                recipient_id=_recipient_id(nomination),
                unit_ids=self._units_around(home, nomination.unit_id, nomination.proposer_id),
            ),
            due_for(rule, self.around.year, self._anchors),
        )

    @cached_property
    def _registered(self) -> tuple[Registration, ...]:
        found = self._session.store.all(Registration, movement_id=self.around.movement_id)
        year = self.around.year
        return tuple(item for item in found if fits(item, round_id=self.around.id, year=year))

    @cached_property
    def _anchors(self) -> dict[str, str]:
        return anchors_of(self._session, self._movement, self.around)

    def _units_around(self, *unit_ids: str | None) -> frozenset[str]:
        """Return units with those above them; a unit that was merged stands for its successor."""
        found: set[str] = set()
        waiting = list(unit_ids)
        while waiting:
            unit = self.recipients.units.get(waiting.pop() or "")
            if unit is not None and unit.id not in found:
                found.add(unit.id)
                waiting += [unit.parent_id, unit.successor_id]
        return frozenset(found)

    def papers(self, award: str, group: str = "") -> tuple[Paper, ...]:
        """Return the dossier papers an award asks for: those of the plan, else of the law.

        A paper the plan wants only of some awards or groups is asked of these; one that is for
        some groups is not asked before the ``group`` is known.
        """
        if self.plan is not None and self.plan.papers:
            return tuple(
                paper
                for paper in self.plan.papers
                if award in (paper.awards or (award,)) and group in (paper.groups or (group,))
            )
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


def _to_look_at(score: Score | None) -> Iterator[Issue]:
    """Yield what is odd about the scores; what is wrong with an entry leaves its item open."""
    for issue in score.issues if score else ():
        yield replace(issue, severity="review") if issue.severity == "error" else issue


def anchors_of(session: Session, movement: Movement, around: Round | None) -> dict[str, str]:
    """Return the days of a movement that deadlines are counted from, those that are known."""
    plan = session.store.find(Plan, movement.plan_id)
    rules = movement.definition
    known = {
        "issue": plan.document.date if plan else "",
        "start": rules.period_start if rules else "",
        "end": rules.period_end if rules else "",
        "award_day": around.award_day if around else "",
    }
    return {name: value for name, value in known.items() if value}


def _recipient_id(item: Nomination | Award) -> str:
    return item.person_id or item.unit_id or item.team_id or item.household_id or ""
