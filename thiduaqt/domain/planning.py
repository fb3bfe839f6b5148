"""Records of plans and movements: what is set up once and followed through the years."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from thiduaqt.domain.plan import (
    Guidance,
    MovementPlan,
    ParagraphEdit,
    PlanDocument,
    RoundKind,
    ScorerRole,
    SubjectGroup,
)
from thiduaqt.domain.record import Record

PlanState = Literal["draft", "issued", "replaced"]
BlockKind = Literal["block", "cluster"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Record):
    """A plan as a document; it owns the movements whose ``plan_id`` names it.

    ``supersedes_id`` is the plan it replaced, from its own date on. ``edits`` are paragraphs the
    officer worded anew, ``guidance`` are documents that came later.
    """

    pack_code: str = ""
    document: PlanDocument = PlanDocument()
    state: PlanState = "draft"
    supersedes_id: str | None = None
    guidance: tuple[Guidance, ...] = ()
    edits: tuple[ParagraphEdit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierRules:
    """What held for a movement under an earlier plan, for what was signed before ``until``."""

    plan_id: str
    until: str
    rev: int
    definition: MovementPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement(Record):
    """An emulation movement with the rules its plan gives; ``definition_rev`` counts edits.

    ``parent_id`` is the movement of our own it belongs to (sub-movement); that of an upper level
    is named in the definition.
    """

    pack_code: str = ""
    title: str = ""
    short_name: str = ""
    plan_id: str | None = None
    parent_id: str | None = None
    definition: MovementPlan | None = None
    definition_rev: int = 1
    earlier: tuple[EarlierRules, ...] = ()

    def rules_on(self, signed: str) -> MovementPlan | None:
        """Return the rules for what is signed on ``signed`` (an ISO day; empty: those of now)."""
        if signed:
            older = [item for item in self.earlier if signed < item.until]
            if older:
                return min(older, key=lambda item: item.until).definition
        return self.definition


@dataclass(frozen=True, slots=True, kw_only=True)
class Round(Record):
    """An occasion of awarding within a movement (đợt); ``occasion`` names the day it is tied to."""

    movement_id: str = ""
    kind: RoundKind = "yearly"
    name: str = ""
    year: int = 0
    occasion: str = ""
    deadline: str = ""
    award_day: str = ""
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaEdition(Record):
    """An earlier edition of a group's criteria: what was scored under it keeps its meaning."""

    movement_id: str = ""
    subject_group: str = ""
    version: int = 1
    retired_on: str = ""
    content: SubjectGroup | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreEntry:
    """What one scorer said of one criterion. Nothing said is not 0.

    ``met`` is for yes/no items, ``value`` for points, a measure, a count or an index, the two
    counts for a ratio, ``letter`` for a grade. ``na`` takes the item out altogether.
    """

    code: str
    na: bool = False
    met: bool | None = None
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    letter: str = ""
    document: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreSheet(Record):
    """One scorer's sheet for one nomination or unit, under one edition of the criteria."""

    movement_id: str = ""
    round_id: str | None = None
    nomination_id: str | None = None
    unit_id: str | None = None
    subject_group: str = ""
    version: int = 1
    scorer: ScorerRole = "officer"
    scorer_name: str = ""
    scored_on: str = ""
    entries: tuple[ScoreEntry, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement(Record):
    """A figure for one target, of the whole or one unit, in one period.

    ``period`` is a partial date; the numbers are decimals as text, empty where not known. ``na``
    means that the target does not apply to the unit.
    """

    movement_id: str = ""
    target: str = ""
    unit_id: str | None = None
    period: str = ""
    value: str = ""
    numerator: str = ""
    denominator: str = ""
    na: bool = False
    source: str = ""
    entered_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """What a registration promises: a target with its figure, or a text."""

    text: str
    target: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration(Record):
    """A unit, person, team or household that registered for a movement (đăng ký thi đua).

    ``round_id`` narrows it to one round, ``year`` to one year (0: the whole movement).
    """

    movement_id: str = ""
    round_id: str | None = None
    year: int = 0
    unit_id: str | None = None
    person_id: str | None = None
    team_id: str | None = None
    household_id: str | None = None
    content: str = ""
    commitments: tuple[Commitment, ...] = ()
    registered_on: str = ""
    signed_by_registrant: bool = False
    signed_by_office: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockYear:
    """Who makes up a block in one year and who leads it."""

    year: int
    unit_ids: tuple[str, ...] = ()
    head_id: str = ""
    deputy_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Record):
    """A block or cluster of units that compete together (khối, cụm thi đua), year by year."""

    kind: BlockKind = "cluster"
    code: str = ""
    name: str = ""
    years: tuple[BlockYear, ...] = ()

    def in_year(self, year: int) -> BlockYear | None:
        """Return the latest make-up known for ``year``: its own, else the one before."""
        known = [item for item in self.years if item.year <= year]
        return max(known, key=lambda item: item.year) if known else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenFinding(Record):
    """A finding of the plan review that the officer has looked at and lets stand."""

    plan_id: str = ""
    fingerprint: str = ""
    finding: str = ""
    note: str = ""
    seen_on: str = ""
