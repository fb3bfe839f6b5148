"""The rows of a list put into the records: recipients found or entered, then proposed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from thiduaqt.domain.drafts import Draft, Reading
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.records import (
    Household,
    Nomination,
    Person,
    Record,
    Round,
    Team,
    Unit,
    WaitingRow,
)
from thiduaqt.domain.text import clean, fold
from thiduaqt.services.checking import Recipients
from thiduaqt.services.nominating import RECIPIENT_OF, group_for
from thiduaqt.services.registers import guess_kind
from thiduaqt.services.session import Session
from thiduaqt.storage.transaction import Transaction

_TOLD_EVERY = 100
Outcome = Literal["new", "changed", "same", "error", "skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One row of a list with what would become of it.

    ``differs`` holds field, old and new text of a row that is there already; ``nomination_id``
    is that nomination. ``unit_known`` is False where the unit would be added to the register.
    """

    draft: Draft
    outcome: Outcome
    nomination_id: str | None = None
    differs: tuple[tuple[str, str, str], ...] = ()
    unit_known: bool = True
    issues: tuple[Issue, ...] = ()


class Known:
    """What is there already: nominations of the round by name, units by name."""

    def __init__(self, session: Session, round_id: str) -> None:
        self.recipients = Recipients.of(session)
        self.units: dict[str, Unit] = {}
        for unit in session.store.all(Unit):
            names = (unit.name, unit.short_name, *(item.name for item in unit.former_names))
            for name in names:
                if name:
                    self.units.setdefault(fold(name), unit)
        self.by_name: dict[str, list[Nomination]] = {}
        for nomination in session.store.all(Nomination, round_id=round_id):
            self.by_name.setdefault(fold(self.recipients.name(nomination)), []).append(nomination)

    def find_all(self, drafts: Sequence[Draft]) -> list[Nomination | None]:
        """Return for each draft the nomination it is about, none of them twice.

        Same name, no other birth, no other unit; where several bear the name, those that agree
        in birth and unit find each other first.
        """
        found: list[Nomination | None] = [None] * len(drafts)
        taken: set[str] = set()
        for wanted in (2, 1, 0) if self.by_name else ():
            for index, draft in enumerate(drafts):
                if found[index] is not None:
                    continue
                for nomination in self.by_name.get(fold(draft.full_name), []):
                    if nomination.id not in taken and self._likeness(nomination, draft) >= wanted:
                        found[index] = nomination
                        taken.add(nomination.id)
                        break
        return found

    def _likeness(self, nomination: Nomination, draft: Draft) -> int:
        """Return how many of birth and unit agree, -1 where it is somebody else."""
        person = self.recipients.person(nomination)
        if (person is None) == (draft.kind == "person"):
            return -1
        birth = person.birth if person else ""
        if birth and draft.birth and not _same_birth(birth, draft.birth.value):
            return -1
        if draft.kind == "unit":  # the unit above it, which lists name or not
            return 2
        home = self.recipients.unit_name(self.recipients.home(nomination))
        if draft.unit and home and fold(home) != fold(draft.unit):
            return -1
        return (birth == draft.birth.value) + (fold(home) == fold(draft.unit))


def _same_birth(one: str, other: str) -> bool:
    length = min(len(one), len(other))
    return one[:length] == other[:length]


class Taking:
    """Puts the rows of one list into an open transaction."""

    def __init__(
        self,
        session: Session,
        writing: Transaction,
        round_id: str,
        reading: Reading,
        import_id: str | None,
    ) -> None:
        self.session = session
        self.writing = writing
        self.import_id = import_id
        self.around = session.store.get(Round, round_id)
        self.known = Known(session, round_id)
        self.groups = group_for(session, self.around)
        self.sender = self._unit(reading.unit_hint) if reading.unit_hint else None
        self.awards = {
            fold(kind.name): kind.code for kind in reversed(session.rulebook().award_kinds())
        }
        self.people = {
            (fold(person.full_name), person.birth, person.unit_id): person
            for person in session.store.all(Person)
            if person.birth
        }
        self.teams: dict[str, list[Team]] = {}
        for team in session.store.all(Team):
            self.teams.setdefault(fold(team.name), []).append(team)
        self.households = {
            (fold(item.head), item.unit_id): item for item in session.store.all(Household)
        }

    def write(
        self, rows: Sequence[PreviewRow], progress: Callable[[int, int], None] | None = None
    ) -> None:
        """Write all rows: new ones in bulk, changed ones singly; faulty ones wait.

        ``progress`` gets rows done and rows in all now and then; it may raise Cancelled.
        """
        people: list[Person] = []
        nominations: list[Nomination] = []
        for done, row in enumerate(rows):
            if progress and done % _TOLD_EVERY == 0:
                progress(done, len(rows))
            if row.outcome == "new":
                nominations.append(self._nomination(row.draft, people))
            elif row.outcome == "changed":
                self._update(row)
        self.writing.put_new(people)
        self.writing.put_new(nominations)
        self.writing.put_new([self._waiting(row) for row in rows if row.outcome == "error"])

    def _unit(self, name: str) -> Unit:
        key = fold(name)
        if key not in self.known.units:
            unit = Unit(id=self.session.new_id(), name=clean(name), kind=guess_kind(name))
            self.known.units[key] = self.writing.put(unit)
        return self.known.units[key]

    def _nomination(self, draft: Draft, people: list[Person]) -> Nomination:
        unit = self._unit(draft.unit) if draft.unit else None
        proposer = unit or self.sender
        recipient, link = self._recipient(draft, unit, people)
        kind = RECIPIENT_OF.get(draft.kind, "collective")
        home = recipient if isinstance(recipient, Unit) else (unit or proposer)
        year = str(self.around.year)
        linked: dict[str, Any] = {link: recipient.id}
        return Nomination(
            id=self.session.new_id(),
            round_id=self.around.id,
            kind=kind,
            award=self.awards.get(fold(draft.award), "certificate_of_merit"),
            proposer_id=proposer.id if proposer else None,
            subject_group=self.groups(kind, home.kind if home else ""),
            achievement=draft.achievement,
            period_from=year,
            period_to=year,
            note=draft.note,
            import_id=self.import_id,
            source=f"{draft.provenance.sheet}!{draft.provenance.row}",
            **linked,
        )

    def _recipient(
        self, draft: Draft, unit: Unit | None, people: list[Person]
    ) -> tuple[Record, str]:
        home = unit.id if unit else (self.sender.id if self.sender else None)
        if draft.kind == "person":
            return self._person(draft, home, people), "person_id"
        if draft.kind == "team":
            return self._team(draft, unit, home), "team_id"
        if draft.kind in ("household", "joint"):
            return self._household(draft, home), "household_id"
        return self._unit(draft.full_name), "unit_id"

    def _person(self, draft: Draft, home: str | None, people: list[Person]) -> Person:
        key = (fold(draft.full_name), draft.birth.value, home)
        if key in self.people:
            return self.people[key]
        person = Person(
            id=self.session.new_id(),
            full_name=draft.full_name,
            honorific=draft.honorific,
            sex=draft.sex,
            birth=draft.birth.value,
            post=draft.post,
            unit_id=home,
            id_number=draft.id_number,
            phone=draft.phone,
        )
        people.append(person)
        if person.birth:
            self.people[key] = person
        return person

    def _team(self, draft: Draft, unit: Unit | None, home: str | None) -> Team:
        """Return the team of a name; every village may have one of the same name."""
        named = self.teams.setdefault(fold(draft.full_name), [])
        for team in named:
            if unit is None or team.unit_id in (None, unit.id):
                return team
        team = Team(id=self.session.new_id(), name=draft.full_name, unit_id=home)
        named.append(self.writing.put(team))
        return named[-1]

    def _household(self, draft: Draft, home: str | None) -> Household:
        key = (fold(draft.full_name), home)
        if key not in self.households:
            household = Household(
                id=self.session.new_id(), head=draft.full_name, members=draft.members, unit_id=home
            )
            self.households[key] = self.writing.put(household)
        return self.households[key]

    def _update(self, row: PreviewRow) -> None:
        nomination = self.writing.get(Nomination, row.nomination_id)
        new = {field: value for field, _old, value in row.differs}
        if "achievement" in new and nomination.state in ("draft", "withdrawn"):
            self.writing.put(replace(nomination, achievement=new.pop("achievement")))
        new.pop("achievement", None)
        if new and nomination.person_id:
            person = self.writing.get(Person, nomination.person_id)
            self.writing.put(replace(person, **new))  # type: ignore[arg-type]  # text fields all

    def _waiting(self, row: PreviewRow) -> WaitingRow:
        draft = row.draft
        return WaitingRow(
            id=self.session.new_id(),
            import_id=self.import_id or "",
            sheet=draft.provenance.sheet,
            row=draft.provenance.row,
            cells=waiting_cells(draft),
            reason=waiting_reason(row),
        )


def waiting_cells(draft: Draft) -> dict[str, str]:
    """Return what is kept of a row that waits to be mended."""
    return {
        "full_name": draft.full_name,
        "honorific": draft.honorific,
        "birth": draft.birth.display(),
        "post": draft.post,
        "unit": draft.unit,
        "id_number": draft.id_number,
        "phone": draft.phone,
        "achievement": draft.achievement,
        "award": draft.award,
        "note": draft.note,
    }


def waiting_reason(row: PreviewRow) -> str:
    """Return why a row waits."""
    return " ".join(issue.message for issue in row.issues if issue.severity == "error")
