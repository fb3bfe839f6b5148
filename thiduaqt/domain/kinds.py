"""The shapes of rule-pack entries: awards, rates, legal bases, votes, sentences.

The rules themselves are data with dates and a source (``resources/catalog``); this module holds
none of its own. :mod:`thiduaqt.domain.rulebook` answers questions about them.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from thiduaqt.domain import text as texts
from thiduaqt.domain.plan import Paper, RecipientKind, Source

Level = Literal["commune", "province", "state"]
AwardClass = Literal["form", "title"]
AwardType = Literal["movement_thematic", "thematic", "irregular", "merit"]
RoundingMode = Literal["nearest", "up"]
VoteOperator = Literal[">", ">="]
Denominator = Literal["total", "present", "valid"]
VoteForm = Literal["secret", "hands"]
Weight = Literal["block", "review", "note"]

DENOMINATOR_WORDS: dict[Denominator, str] = {
    "total": "tổng số thành viên Hội đồng",
    "present": "số thành viên có mặt",
    "valid": "số phiếu hợp lệ",
}
LEVEL_WORDS: dict[Level, str] = {"commune": "cấp xã", "province": "cấp tỉnh", "state": "Nhà nước"}
TO_CHECK = "cần kiểm tra"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A rule with the days on which it holds.

    ``valid_from`` and ``valid_to`` are ISO dates, both the first and the last day included;
    ``valid_to`` empty means without a known end. ``pack`` names the rule pack it was read from.
    """

    valid_from: str
    valid_to: str = ""
    source: Source
    pack: str = "national"

    def holds_on(self, day: dt.date) -> bool:
        """Tell whether the rule is in force on ``day``."""
        iso = day.isoformat()
        return self.valid_from <= iso and (not self.valid_to or iso <= self.valid_to)

    def lapsed_on(self, day: dt.date) -> bool:
        """Tell whether the rule had already ended before ``day``."""
        return bool(self.valid_to) and self.valid_to < day.isoformat()

    @property
    def unsure(self) -> bool:
        """True where the officer has to confirm the rule: it rests on no text that was read."""
        return self.source.confidence in ("L", "R")

    @property
    def ended_from(self) -> dt.date | None:
        """The first day on which the rule no longer holds, or None where it has no end."""
        if not self.valid_to:
            return None
        return dt.date.fromisoformat(self.valid_to) + dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardKind(Dated):
    """A title or a form of commendation.

    ``full_name`` and ``decided_by`` are patterns with ``{commune}`` ("xã Cao Minh") and
    ``{province}`` ("tỉnh Thái Nguyên"), filled by :meth:`named` and :meth:`authority`.
    ``rank`` orders awards from the highest (small) to the lowest, as they are handed over.
    """

    code: str
    name: str
    full_name: str
    level: Level
    decided_by: str
    award_class: AwardClass = "form"
    recipient_kinds: tuple[RecipientKind, ...]
    commendation_types: tuple[AwardType, ...]
    rank: int
    certificate_layout: str = ""
    papers: tuple[Paper, ...] = ()

    def named(self, commune: str, province: str) -> str:
        """Return the full name: "Giấy khen của Chủ tịch Ủy ban nhân dân xã Cao Minh"."""
        return self.full_name.replace("{commune}", commune).replace("{province}", province)

    def authority(self, commune: str, province: str) -> str:
        """Return the post that decides: "Chủ tịch Ủy ban nhân dân xã Cao Minh"."""
        return self.decided_by.replace("{commune}", commune).replace("{province}", province)

    def papers_for(self, kind: RecipientKind) -> tuple[Paper, ...]:
        """Return the dossier papers asked of one kind of recipient."""
        return tuple(paper for paper in self.papers if kind in paper.kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardTypeRule(Dated):
    """A type of commendation (loại hình khen thưởng).

    ``backs_merit`` tells whether awards of this type may support a later merit award.
    """

    code: AwardType
    name: str
    backs_merit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PrizeRate(Dated):
    """How many times the base salary one award brings to one kind of recipient."""

    award: str
    recipient_kind: RecipientKind
    multiple: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class OutdatedRate(Dated):
    """A multiple of an earlier rule, still met in old tables: to be pointed out, never used."""

    award: str
    recipient_kind: RecipientKind
    multiple: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseSalary(Dated):
    """The base salary (mức lương cơ sở) of a span of time; ``amount`` in đồng a month."""

    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounding(Dated):
    """How prize money is rounded; ``unit`` in đồng."""

    mode: RoundingMode
    unit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasisRule(Dated):
    """A legal document: to be printed among the bases, or known as one that no longer holds.

    ``text`` stands after "Căn cứ", without punctuation at the end. ``marks`` recognise the
    document in a typed line: each mark is a group of folded words which must all occur; a word
    with ``^`` must open the line (after "Căn cứ"). ``awards`` limits printing to some awards
    (empty: all). ``expired`` is set where the document ended on a day that is not known.
    ``amended_by`` names the document that amended it from the day ``amended_from`` (ISO).
    """

    code: str
    text: str
    marks: tuple[tuple[str, ...], ...]
    printed: bool = True
    order: int = 0
    awards: tuple[str, ...] = ()
    expired: bool = False
    replaced_by: str = ""
    amended_by: str = ""
    amended_from: str = ""

    @property
    def line(self) -> str:
        """The line as a document prints it, without punctuation at its end."""
        return f"Căn cứ {self.text}"

    def named_in(self, line: str) -> int:
        """Return how surely a typed line names this document: words matched, 0 for not at all."""
        key = texts.fold(line).removeprefix("can cu ")
        return max((len(mark) for mark in self.marks if _all_stand_in(mark, key)), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisWarning:
    """A typed basis that does not hold on the day of the document."""

    rule: LegalBasisRule
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteRule(Dated):
    """How the council votes; the same words as a session keeps.

    ``quorum`` (of all members) and ``pass_fraction`` (of ``denominator``) are fractions as text
    ("2/3"); the share of agreement must exceed (``>``) or reach (``>=``) the latter. Each part has
    its own source: where no text sets it, it is a suggestion the officer may change.
    """

    code: str
    level: Level
    quorum: str
    quorum_source: Source
    pass_fraction: str
    pass_operator: VoteOperator
    pass_source: Source
    denominator: Denominator
    denominator_source: Source
    form: VoteForm = "secret"
    form_source: Source
    written_opinions: bool = True
    own_item_excluded: bool = False

    @property
    def parts(self) -> tuple[tuple[str, Source], ...]:
        """Each part with its source: quorum, pass_fraction, denominator, form."""
        return (
            ("quorum", self.quorum_source),
            ("pass_fraction", self.pass_source),
            ("denominator", self.denominator_source),
            ("form", self.form_source),
        )

    @property
    def unsure_parts(self) -> tuple[tuple[str, Source], ...]:
        """The parts that rest on no text that was read: to be shown as "cần kiểm tra"."""
        return tuple(part for part in self.parts if part[1].confidence in ("L", "R"))


@dataclass(frozen=True, slots=True, kw_only=True)
class FormNumber(Dated):
    """The number a form bears in a decree, as officers look it up ("Mẫu 08")."""

    code: str
    number: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TieRule(Dated):
    """Who goes first when all else is equal: the woman, or the collective of mostly women.

    ``female_percent`` is the least share of women in such a collective.
    """

    code: str
    sentence: str
    prefer_women: bool
    female_percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EligibilityRule(Dated):
    """One principle that the program checks, with the sentence that explains it."""

    code: str
    weight: Weight
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardRule(Dated):
    """One condition an award asks of one kind of recipient (all conditions, or one of a set).

    Rules with the same non-empty ``one_of`` are alternatives: one of them is enough.
    """

    code: str
    award: str
    recipient_kind: RecipientKind
    text: str
    one_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Dated):
    """A step of a round, ``days`` from the award day (negative: before it)."""

    code: str
    name: str
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRule(Dated):
    """A time limit: a day of the year (``month_day`` "12-10"), or ``days`` before an event."""

    code: str
    name: str
    month_day: str = ""
    exclusive: bool = False
    days_before: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRisk(Dated):
    """From which share of what is wanted a target that is missed counts as at risk.

    ``share`` is a part of one ("0.9"); below it the target is simply not met.
    """

    code: str
    name: str
    share: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A rule the officer should check, and why; shown as "cần kiểm tra"."""

    kind: str
    code: str
    text: str
    reason: Literal["unconfirmed", "lapsed", "missing"]
    source: Source


def rule_key(rule: Dated) -> tuple[str, ...]:
    """Return what makes one rule the successor of another: same key, another span of time."""
    if isinstance(rule, (PrizeRate, OutdatedRate)):
        return rule.award, rule.recipient_kind
    return (str(getattr(rule, "code", type(rule).__name__)),)


def _all_stand_in(mark: tuple[str, ...], key: str) -> bool:
    return all(_stands_in(word, key) for word in mark)


def _stands_in(word: str, key: str) -> bool:
    """Tell whether a folded word occurs in a folded line, not inside a longer number."""
    if word.startswith("^"):
        return key.startswith(word[1:])
    return re.search(rf"(?<!\d){re.escape(word)}(?!\d)", key) is not None
