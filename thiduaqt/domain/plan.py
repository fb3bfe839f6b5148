"""What a plan says: criteria, quotas, targets, phases; plain values, as packs and records hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SourceTag = Literal["law", "plan", "suggestion"]
RecipientKind = Literal["collective", "household", "individual"]
RoundKind = Literal["yearly", "interim", "final", "ad_hoc"]
QuotaRound = Literal["yearly", "interim", "final", "ad_hoc", "any"]
CriterionKind = Literal["gate", "check"]
Operator = Literal[">=", ">", "=", "<=", "text"]

RECIPIENT_KINDS: tuple[RecipientKind, ...] = ("collective", "household", "individual")
RECIPIENT_WORDS: dict[RecipientKind, str] = {
    "collective": "tập thể",
    "household": "hộ gia đình",
    "individual": "cá nhân",
}
ROUND_WORDS: dict[RoundKind, str] = {
    "yearly": "Khen thưởng hằng năm",
    "interim": "Khen thưởng sơ kết",
    "final": "Khen thưởng tổng kết",
    "ad_hoc": "Khen thưởng đột xuất",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a rule comes from. ``confidence`` R means: to be confirmed by the officer."""

    tag: SourceTag = "plan"
    text: str = ""
    confidence: Literal["H", "M", "L", "R"] = "H"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A date as a plan words it.

    ``value`` is ``2026-03-27``, ``2026-03``, ``2027-Q2``, ``2027`` or empty; ``exclusive`` means
    "trước ngày" (the day itself does not count); ``recurring`` means every year.
    """

    value: str = ""
    wording: str = ""
    exclusive: bool = False
    recurring: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One checklist item. A ``gate`` must be met by every nominee; a ``check`` wants evidence."""

    code: str
    title: str
    kind: CriterionKind = "check"
    required: bool = False
    evidence: bool = False
    detail: str = ""
    source: Source = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectGroup:
    """Those who compete under the same criteria, and how many of the checks they must meet.

    ``unit_kinds`` are the kinds of units whose people or selves usually belong here: a suggestion
    when a nominee is entered, never a rule.
    """

    code: str
    name: str
    kinds: tuple[RecipientKind, ...]
    criteria: tuple[Criterion, ...] = ()
    required_checks: int | None = None
    unit_kinds: tuple[str, ...] = ()
    source: Source = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """How many recipients of one kind may get one award in one kind of round.

    ``maximum`` None means that the plan sets no limit; ``year`` None means every such round;
    ``round_kind`` "any" means that the plan names no occasion.
    ``decided_by`` is ``commune``, ``province`` or ``state``.
    """

    award: str
    round_kind: QuotaRound
    recipient_kind: RecipientKind
    maximum: int | None
    year: int | None = None
    decided_by: str = "commune"
    wording: str = ""
    source: Source = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A target of the plan: a statement, and where the plan gives one a figure with its operator.

    ``value`` is a decimal number as text ("0.75"), None where the plan gives none.
    """

    code: str
    statement: str
    operator: Operator = "text"
    value: str | None = None
    unit: str = ""
    source: Source = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A phase of the movement; ``start`` and ``end`` with the precision the plan gives."""

    code: str
    name: str
    start: str = ""
    end: str = ""
    content: str = ""
    source: Source = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRound:
    """An occasion on which the plan foresees awards."""

    kind: RoundKind
    name: str
    when: Deadline = Deadline()
    source: Source = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """Who has to do what under the plan."""

    unit: str
    duty: str
    receives_nominations: bool = False
    source: Source = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasis:
    """A document the plan rests on, as it is to be printed."""

    number: str
    issued: str
    issuer: str
    subject: str
    text: str = ""
    source: Source = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A dossier paper that an award asks for."""

    code: str
    name: str
    kinds: tuple[RecipientKind, ...] = RECIPIENT_KINDS
    required: bool = True
    source: Source = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementPlan:
    """Everything a movement pack says about one movement.

    ``period_start``/``period_end`` keep the precision of the plan; ``number`` and ``date`` are
    text and may be empty, as in many real plans; ``symbol`` follows the number ("KH-UBND") and
    ``place`` stands before the date.
    """

    code: str
    title: str
    short_name: str
    slogan: str = ""
    kind: str = "KH"
    number: str = ""
    symbol: str = ""
    date: str = ""
    place: str = ""
    commune: str = ""
    province: str = ""
    issuer: str = ""
    signer_form: tuple[str, ...] = ()
    signer_name: str = ""
    parent: str = ""
    level: str = "commune"
    theme: str = ""
    period_start: str = ""
    period_end: str = ""
    period_wording: str = ""
    purposes: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    subjects: str = ""
    contents: tuple[str, ...] = ()
    solutions: tuple[str, ...] = ()
    groups: tuple[SubjectGroup, ...] = ()
    targets: tuple[Target, ...] = ()
    phases: tuple[Phase, ...] = ()
    rounds: tuple[PlannedRound, ...] = ()
    quotas: tuple[Quota, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    legal_bases: tuple[LegalBasis, ...] = ()
    papers: tuple[Paper, ...] = ()
    distribution: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    def group(self, code: str) -> SubjectGroup | None:
        """Return the subject group with ``code``, or None."""
        return next((group for group in self.groups if group.code == code), None)

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
