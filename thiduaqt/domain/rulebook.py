"""The rules for one province, asked about one date: national pack with the province's on top."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from thiduaqt.domain.errors import NotFound
from thiduaqt.domain.kinds import (
    DENOMINATOR_WORDS,
    LEVEL_WORDS,
    TO_CHECK,
    AwardClass,
    AwardKind,
    AwardType,
    AwardTypeRule,
    BaseSalary,
    BasisWarning,
    Dated,
    DeadlineRule,
    Denominator,
    Doubt,
    EligibilityRule,
    FormNumber,
    LegalBasisRule,
    Level,
    Milestone,
    OutdatedRate,
    PrizeRate,
    Rounding,
    RoundingMode,
    StandardRule,
    TargetRisk,
    TieRule,
    VoteForm,
    VoteOperator,
    VoteRule,
    Weight,
    rule_key,
)
from thiduaqt.domain.plan import RecipientKind, Source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

__all__ = [
    "DENOMINATOR_WORDS",
    "LEVEL_WORDS",
    "TO_CHECK",
    "AwardClass",
    "AwardKind",
    "AwardType",
    "AwardTypeRule",
    "BaseSalary",
    "BasisWarning",
    "Dated",
    "DeadlineRule",
    "Denominator",
    "Doubt",
    "EligibilityRule",
    "FormNumber",
    "LegalBasisRule",
    "Level",
    "Milestone",
    "OutdatedRate",
    "PrizeRate",
    "Rounding",
    "RoundingMode",
    "Rulebook",
    "StandardRule",
    "TargetRisk",
    "TieRule",
    "VoteForm",
    "VoteOperator",
    "VoteRule",
    "Weight",
    "rule_key",
]

_Rule = TypeVar("_Rule", bound=Dated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """All rules for one province, asked about one date (``on``), national with province on top.

    Lists hold every span of time, so that a decision of another day finds its own rules. Where
    nothing holds on a day but something held before, the last one is given and reported by
    :meth:`needs_check`: an office has to go on working on the day a decree ends.
    """

    on: dt.date
    province: str
    has_province_pack: bool = False
    awards: tuple[AwardKind, ...] = ()
    award_types: tuple[AwardTypeRule, ...] = ()
    rates: tuple[PrizeRate, ...] = ()
    outdated_rates: tuple[OutdatedRate, ...] = ()
    base_salaries: tuple[BaseSalary, ...] = ()
    roundings: tuple[Rounding, ...] = ()
    bases: tuple[LegalBasisRule, ...] = ()
    votes: tuple[VoteRule, ...] = ()
    forms: tuple[FormNumber, ...] = ()
    ties: tuple[TieRule, ...] = ()
    eligibility: tuple[EligibilityRule, ...] = ()
    standards: tuple[StandardRule, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    deadlines: tuple[DeadlineRule, ...] = ()
    target_risks: tuple[TargetRisk, ...] = ()

    def award(self, code: str) -> AwardKind:
        """Return the award kind ``code``; raise NotFound where the packs do not know it."""
        found = _in_force([kind for kind in self.awards if kind.code == code], self.on)
        if found is None:
            raise NotFound(
                f"Không thấy hình thức khen “{code}” trong gói quy định.",
                todo="Chọn một hình thức khen trong danh sách.",
            )
        return found

    def award_kinds(self, *, level: Level | None = None) -> tuple[AwardKind, ...]:
        """Return all award kinds in force, the highest first; optionally of one level."""
        codes = dict.fromkeys(kind.code for kind in self.awards)
        kinds = [_in_force([k for k in self.awards if k.code == code], self.on) for code in codes]
        chosen = [kind for kind in kinds if kind and level in (None, kind.level)]
        return tuple(sorted(chosen, key=lambda kind: kind.rank))

    def types_for(self, award: AwardKind) -> tuple[AwardTypeRule, ...]:
        """Return the types of commendation an award may be given for on the day."""
        return tuple(
            rule
            for code in award.commendation_types
            for rule in self.award_types
            if rule.code == code and rule.holds_on(self.on)
        )

    def rate(self, award: str, kind: RecipientKind, on: dt.date | None = None) -> PrizeRate | None:
        """Return the rate of an award for one kind of recipient, or None where none is set."""
        fitting = [r for r in self.rates if (r.award, r.recipient_kind) == (award, kind)]
        return _in_force(fitting, on or self.on)

    def base_salary(self, on: dt.date | None = None) -> BaseSalary | None:
        """Return the base salary of a day, or None before the first one that is known."""
        return _in_force(self.base_salaries, on or self.on)

    def rounding(self, on: dt.date | None = None) -> Rounding | None:
        """Return how prize money is rounded on a day."""
        return _in_force(self.roundings, on or self.on)

    def bases_for(self, award: str, on: dt.date | None = None) -> tuple[LegalBasisRule, ...]:
        """Return the legal bases to print in a decision on ``award``, in their order.

        Only those in force on that day; the plan, the minutes and the proposer's line are added
        by whoever writes the document.
        """
        day = on or self.on
        chosen = [
            rule
            for rule in self.bases
            if rule.printed and rule.holds_on(day) and (not rule.awards or award in rule.awards)
        ]
        return tuple(sorted(chosen, key=lambda rule: rule.order))

    def expired_basis(self, text: str, on: dt.date | None = None) -> BasisWarning | None:
        """Return a warning where a typed basis no longer holds, or does not hold yet, on a day."""
        day = on or self.on
        named = self._named(text)
        if any(rule.holds_on(day) and not rule.expired for rule in named):
            return None
        return next((_basis_warning(rule, day) for rule in named), None)

    def missing_bases(
        self, lines: Iterable[str], award: str, on: dt.date | None = None
    ) -> tuple[LegalBasisRule, ...]:
        """Return the bases a decision on ``award`` should name and none of ``lines`` does."""
        typed = {rule.code for line in lines for rule in self._named(line)}
        return tuple(rule for rule in self.bases_for(award, on) if rule.code not in typed)

    def _named(self, line: str) -> tuple[LegalBasisRule, ...]:
        """Return the documents a line names; a title that quotes another does not name that."""
        sure = {rule.code: rule.named_in(line) for rule in self.bases}
        best = max(sure.values(), default=0)
        return tuple(rule for rule in self.bases if best and sure[rule.code] == best)

    def vote_rule(self, level: Level = "commune") -> VoteRule | None:
        """Return how a council of that level votes, or None where the packs say nothing."""
        return _in_force([rule for rule in self.votes if rule.level == level], self.on)

    def tie_rule(self) -> TieRule | None:
        """Return the rule that decides between equals."""
        return _in_force(self.ties, self.on)

    def form(self, code: str) -> FormNumber | None:
        """Return the official number and name of a form."""
        return _in_force([form for form in self.forms if form.code == code], self.on)

    def eligibility_rule(self, code: str) -> EligibilityRule:
        """Return the checked principle ``code``; raise NotFound where the packs lack it."""
        found = _in_force([rule for rule in self.eligibility if rule.code == code], self.on)
        if found is None:
            raise NotFound(f"Không thấy quy tắc “{code}” trong gói quy định.")
        return found

    def sentence(self, code: str) -> str:
        """Return the sentence that explains the principle ``code``."""
        return self.eligibility_rule(code).sentence

    def standards_for(self, award: str, kind: RecipientKind) -> tuple[StandardRule, ...]:
        """Return what an award asks of one kind of recipient; province rules replace national."""
        fitting = [
            rule
            for rule in self.standards
            if (rule.award, rule.recipient_kind) == (award, kind) and rule.holds_on(self.on)
        ]
        own = [rule for rule in fitting if rule.pack != "national"]
        return tuple(own or fitting)

    def season_steps(self) -> tuple[Milestone, ...]:
        """Return the suggested steps of a round in the order of their days."""
        steps = [step for step in self.milestones if step.holds_on(self.on)]
        return tuple(sorted(steps, key=lambda step: step.days))

    def time_limits(self) -> tuple[DeadlineRule, ...]:
        """Return the time limits in force."""
        return tuple(rule for rule in self.deadlines if rule.holds_on(self.on))

    def target_risk(self) -> TargetRisk | None:
        """Return from which share a missed target counts as at risk; a suggestion, never law."""
        return _in_force(self.target_risks, self.on)

    def outdated_multiple(
        self, award: str, kind: RecipientKind, multiple: Decimal
    ) -> OutdatedRate | None:
        """Return the old rate somebody seems to have used, or None."""
        return next(
            (
                rate
                for rate in self.outdated_rates
                if (rate.award, rate.recipient_kind, rate.multiple) == (award, kind, multiple)
            ),
            None,
        )

    def needs_check(self) -> tuple[Doubt, ...]:
        """Return every rule that is unconfirmed or has lapsed by ``on``: "cần kiểm tra"."""
        doubts: list[Doubt] = []
        for kind, rules in self._families():
            doubts.extend(_doubts_of(kind, rules, self.on))
        doubts.extend(
            _unconfirmed("paper", f"{kind.code}/{paper.code}", paper.source)
            for kind in self.award_kinds()
            for paper in kind.papers
            if paper.source.confidence in ("L", "R")
        )
        votes = [self.vote_rule(level) for level in dict.fromkeys(v.level for v in self.votes)]
        doubts.extend(
            _unconfirmed("vote", f"{vote.level}/{part}", source)
            for vote in votes
            if vote is not None
            for part, source in vote.unsure_parts
        )
        if not self.has_province_pack:
            doubts.append(_no_province_pack(self.province))
        return tuple(doubts)

    def _families(self) -> tuple[tuple[str, tuple[Dated, ...]], ...]:
        return (
            ("award", self.awards),
            ("award_type", self.award_types),
            ("rate", self.rates),
            ("base_salary", self.base_salaries),
            ("rounding", self.roundings),
            ("basis", tuple(rule for rule in self.bases if rule.printed)),
            ("vote", self.votes),
            ("form", self.forms),
            ("tie", self.ties),
            ("eligibility", self.eligibility),
            ("standard", self.standards),
            ("milestone", self.milestones),
            ("deadline", self.deadlines),
            ("target_risk", self.target_risks),
        )


def _in_force(rules: Iterable[_Rule], day: dt.date) -> _Rule | None:
    """Return the rule of that day, the province's before the national; else the last lapsed."""
    found = list(rules)
    current = [rule for rule in found if rule.holds_on(day)]
    if current:
        return max(current, key=lambda rule: (rule.pack != "national", rule.valid_from))
    lapsed = [rule for rule in found if rule.lapsed_on(day)]
    return max(lapsed, key=lambda rule: rule.valid_to, default=None)


def _doubts_of(kind: str, rules: tuple[Dated, ...], day: dt.date) -> list[Doubt]:
    doubts: list[Doubt] = []
    for key in dict.fromkeys(rule_key(rule) for rule in rules):
        rule = _in_force([rule for rule in rules if rule_key(rule) == key], day)
        if rule is None:
            continue
        ended = rule.ended_from
        code = "/".join(key)
        if rule.lapsed_on(day) and ended is not None:
            text = f"Quy định này hết hiệu lực từ {ended:%d/%m/%Y}, chưa có quy định thay thế."
            doubts.append(
                Doubt(kind=kind, code=code, text=text, reason="lapsed", source=rule.source)
            )
        elif rule.unsure:
            doubts.append(_unconfirmed(kind, code, rule.source))
    return doubts


def _unconfirmed(kind: str, code: str, source: Source) -> Doubt:
    return Doubt(kind=kind, code=code, text=source.text, reason="unconfirmed", source=source)


def _no_province_pack(province: str) -> Doubt:
    return Doubt(
        kind="pack",
        code="province",
        text=(
            f"Chưa có gói quy định riêng của {province}: tiêu chuẩn, hồ sơ và căn cứ của tỉnh "
            "do cơ quan tự bổ sung."
        ),
        reason="missing",
        source=Source(tag="suggestion", text="NĐ 152/2025, khoản 2 Điều 6", confidence="H"),
    )


def _basis_warning(rule: LegalBasisRule, day: dt.date) -> BasisWarning:
    instead = f" Thay bằng: {rule.replaced_by}." if rule.replaced_by else ""
    ended = rule.ended_from
    if rule.valid_from > day.isoformat():
        start = dt.date.fromisoformat(rule.valid_from)
        sentence = f"Căn cứ này có hiệu lực từ {start:%d/%m/%Y} — kiểm tra lại."
    elif ended is None:
        sentence = f"Căn cứ này đã hết hiệu lực — kiểm tra lại.{instead}"
    else:
        sentence = f"Căn cứ này hết hiệu lực từ {ended:%d/%m/%Y} — kiểm tra lại.{instead}"
    return BasisWarning(rule=rule, sentence=sentence)
