"""A movement as its plan sets it: who competes for what, under which criteria, until when."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from thiduaqt.domain.plan.criteria import League, SubjectGroup
from thiduaqt.domain.plan.document import PlanDocument
from thiduaqt.domain.plan.moments import Deadline, Milestone, Phase, PlannedRound
from thiduaqt.domain.plan.quotas import Quota
from thiduaqt.domain.plan.targets import Target
from thiduaqt.domain.plan.words import RECIPIENT_KINDS, RecipientKind, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Who proposes whom, through whom, to which receiver. One nominee may come by several."""

    code: str
    proposer: str
    nominates: str
    receiver: str
    through: str = ""
    kinds: tuple[RecipientKind, ...] = RECIPIENT_KINDS
    awards: tuple[str, ...] = ()
    source: Source = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A dossier paper that an award asks for; empty ``awards`` and ``groups`` mean all."""

    code: str
    name: str
    kinds: tuple[RecipientKind, ...] = RECIPIENT_KINDS
    required: bool = True
    awards: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    source: Source = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationRule:
    """Whether and how units or people register and commit themselves.

    ``required`` makes a registration in time a condition of being awarded; ``both_sign`` asks for
    both signatures (giao ước). ``for_units`` means that the unit registers for its people.
    """

    required: bool = False
    for_units: bool = True
    kinds: tuple[RecipientKind, ...] = RECIPIENT_KINDS
    both_sign: bool = False
    every_year: bool = True
    content: str = ""
    deadline: Deadline = Deadline()
    source: Source = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementPlan:
    """What the plan says about one movement.

    ``period_start``/``period_end`` keep the precision of the plan; the start may lie before the
    document's date, the end may be an event (``period_event``). ``parent`` names the movement of
    the upper level, ``hosts`` those who run it together. ``risk_share`` is from which part of what
    is wanted (0.9) a missed target counts as at risk here; None: as the rule pack suggests.
    """

    code: str
    title: str
    short_name: str
    slogan: str = ""
    parent: str = ""
    level: str = "commune"
    scope: str = ""
    theme: str = ""
    hosts: tuple[str, ...] = ()
    period_start: str = ""
    period_end: str = ""
    period_event: str = ""
    period_wording: str = ""
    subjects: str = ""
    leagues: tuple[League, ...] = ()
    groups: tuple[SubjectGroup, ...] = ()
    targets: tuple[Target, ...] = ()
    phases: tuple[Phase, ...] = ()
    rounds: tuple[PlannedRound, ...] = ()
    quotas: tuple[Quota, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    routes: tuple[Route, ...] = ()
    papers: tuple[Paper, ...] = ()
    registration: RegistrationRule | None = None
    risk_share: Decimal | None = None

    def group(self, code: str) -> SubjectGroup | None:
        """Return the subject group with ``code``, or None."""
        return next((group for group in self.groups if group.code == code), None)

    def target(self, code: str) -> Target | None:
        """Return the target with ``code``, or None."""
        return next((target for target in self.targets if target.code == code), None)

    def quota(
        self, award: str, round_kind: str, recipient_kind: str, year: int
    ) -> tuple[bool, int | None, Quota | None]:
        """Return (named by the plan, maximum, the quota) for one award, round and kind.

        Where several quotas fit, the one that names the year goes before the general one.
        """
        fitting = [
            quota
            for quota in self.quotas
            if (quota.award, quota.recipient_kind) == (award, recipient_kind)
            and quota.round_kind in (round_kind, "any")
            and quota.year in (None, year)
        ]
        if not fitting:
            return False, None, None
        chosen = max(fitting, key=lambda quota: quota.year is not None)
        return True, chosen.maximum, chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPack:
    """A plan with its movements, as one pack or one bundle carries it."""

    document: PlanDocument
    movements: tuple[MovementPlan, ...]
