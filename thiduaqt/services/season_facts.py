"""How far a round has come: every count the task list and the timeline are worked out from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.kinds import DeadlineRule, Milestone
from thiduaqt.domain.plan import PlanDocument
from thiduaqt.domain.records import (
    Award,
    BundleLog,
    CouncilSession,
    Decision,
    ImportLog,
    Movement,
    PrintLog,
    Round,
    Vote,
    WaitingRow,
)
from thiduaqt.domain.text import fold
from thiduaqt.domain.travel import stream_id
from thiduaqt.services import council, history, nominations, output, plans, safety, units
from thiduaqt.services.checking import Checker
from thiduaqt.services.nominations import NominationRow
from thiduaqt.services.output import PaperState
from thiduaqt.services.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """Which units have sent nominations: names of all that may, and of those not heard of."""

    units: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    waiting_rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """The council session of the round: the one under way, else the latest locked one.

    ``rows`` nominees are before it, ``counted`` of them have their votes entered.
    """

    id: str
    held_on: str
    locked: bool
    rows: int
    counted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFacts:
    """One decision of the round with its awards: how many are printed and handed over."""

    decision: Decision
    papers: tuple[PaperState, ...]
    awards: int = 0
    printed: int = 0
    handed_over: int = 0

    @property
    def issued(self) -> bool:
        """Tell whether the decision is in force."""
        return self.decision.state == "issued"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything a round has come to by ``today``.

    ``undrafted`` counts the chosen of locked sessions that no decision holds yet; ``sent`` tells
    whether a bundle of results was written after the latest decision; ``backup_days`` is None
    where there is no backup.
    """

    today: date
    movement: Movement
    plan: PlanDocument | None
    around: Round
    steps: tuple[Milestone, ...]
    limits: tuple[DeadlineRule, ...]
    later_rounds: tuple[Round, ...]
    rows: tuple[NominationRow, ...]
    paper_names: dict[str, str]
    lists: Lists
    members: int
    sitting: Sitting | None
    undrafted: int
    decisions: tuple[DecisionFacts, ...]
    sent: bool
    backup_days: int | None

    @property
    def award_day(self) -> date | None:
        """The award day where it is fixed to the day: all suggestions count from it."""
        value = self.around.award_day
        return PartialDate.from_value(value).day if value else None

    def open_rows(self, *checks: str) -> tuple[NominationRow, ...]:
        """Return the nominations not yet before the council whose check came to ``checks``."""
        return tuple(row for row in self.rows if row.state == "draft" and row.check in checks)

    @property
    def issued(self) -> tuple[DecisionFacts, ...]:
        """The decisions in force."""
        return tuple(item for item in self.decisions if item.issued)

    @property
    def drafts(self) -> tuple[DecisionFacts, ...]:
        """The decisions still being prepared."""
        return tuple(item for item in self.decisions if item.decision.state == "draft")

    @property
    def awards(self) -> int:
        """How many awards of the round are in force."""
        return sum(item.awards for item in self.issued)

    @property
    def printed(self) -> int:
        """How many of them have a good print."""
        return sum(item.printed for item in self.issued)

    @property
    def handed_over(self) -> int:
        """How many of them were handed over."""
        return sum(item.handed_over for item in self.issued)


def gather(session: Session, round_id: str) -> Facts:
    """Return how far a round has come. Raises NotFound."""
    store = session.store
    around = store.get(Round, round_id)
    checker = Checker(session, round_id)
    rules = session.rulebook()
    movement = store.get(Movement, around.movement_id)
    rows = tuple(row for row in nominations.rows_of(checker) if row.state != "withdrawn")
    return Facts(
        today=session.today(),
        movement=movement,
        plan=plans.document_of(session, movement),
        around=around,
        steps=rules.season_steps(),
        limits=rules.time_limits(),
        later_rounds=_later_rounds(session, around),
        rows=rows,
        paper_names={
            paper.code: paper.name
            for award, group in sorted({(row.award, row.subject_group) for row in rows})
            for paper in checker.papers(award, group)
        },
        lists=_lists(session, round_id),
        members=len(council.members(session)),
        sitting=_sitting(session, round_id),
        undrafted=_undrafted(session, round_id),
        decisions=_decisions(session, round_id),
        sent=_sent(session, around),
        backup_days=safety.days_without_backup(session),
    )


def _later_rounds(session: Session, around: Round) -> tuple[Round, ...]:
    found = session.store.all(Round, movement_id=around.movement_id, closed=0)
    later = [item for item in found if item.id != around.id and item.year >= around.year]
    return tuple(sorted(later, key=lambda item: (item.year, item.kind)))


def _lists(session: Session, round_id: str) -> Lists:
    store = session.store
    imports = {log.id for log in store.all(ImportLog, round_id=round_id)}
    return Lists(
        units=tuple(unit.name for unit in units.asked(session)),
        silent=tuple(unit.name for unit in units.silent(session, round_id)),
        waiting_rows=sum(row.import_id in imports for row in store.all(WaitingRow, done=0)),
    )


def _sitting(session: Session, round_id: str) -> Sitting | None:
    found = council.sessions(session, round_id)
    if not found:
        return None
    votes = session.store.all(Vote, session_id=found[0].id)
    return Sitting(
        id=found[0].id,
        held_on=found[0].held_on,
        locked=found[0].state == "locked",
        rows=len(votes),
        counted=sum(vote.agree is not None for vote in votes),
    )


def _undrafted(session: Session, round_id: str) -> int:
    store = session.store
    return sum(
        store.count(Vote, session_id=sitting.id, chosen=1)
        for sitting in store.all(CouncilSession, round_id=round_id, state="locked")
        if not store.count(Decision, session_id=sitting.id)
    )


def _decisions(session: Session, round_id: str) -> tuple[DecisionFacts, ...]:
    store = session.store
    good: Counter[str] = Counter()
    for log in sorted(store.all(PrintLog), key=lambda log: log.at):
        good[log.award_id] = int(log.outcome == "printed")
    found = []
    for decision in store.all(Decision, round_id=round_id):
        if decision.state == "revoked":
            continue
        awards = [
            award for award in store.all(Award, decision_id=decision.id) if award.state != "revoked"
        ]
        found.append(
            DecisionFacts(
                decision=decision,
                papers=output.states(session, decision.id),
                awards=len(awards),
                printed=sum(good[award.id] for award in awards),
                handed_over=sum(bool(award.handed_over) for award in awards),
            )
        )
    return tuple(found)


def _sent(session: Session, around: Round) -> bool:
    """Tell whether the newest bundle of results is younger than every issued decision."""
    owner = session.store.owner
    written = [
        _entry(session, log.id)
        for log in session.store.all(BundleLog, direction="out", purpose="results")
        if log.stream
        == stream_id(owner, fold(log.recipient_name), around.movement_id, around.id, "results")
    ]
    issued = session.store.all(Decision, round_id=around.id, state="issued")
    return bool(written) and max(written) > max(
        (_entry(session, item.id) for item in issued), default=0
    )


def _entry(session: Session, record_id: str) -> int:
    """Return the number of the newest step that wrote a record."""
    return max(
        (
            entry.n
            for entry in history.of_record(session, record_id)
            if any(change.id == record_id for change in entry.changes)
        ),
        default=0,
    )
