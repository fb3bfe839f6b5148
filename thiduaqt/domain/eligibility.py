"""Whether a nominee may be proposed: every finding as a sentence with its source.

The software proposes, the officer decides: an exception asks for a reason and is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from thiduaqt.domain.issues import Issue, Severity
from thiduaqt.domain.kinds import EligibilityRule
from thiduaqt.domain.plan import Criterion, Paper, Source, SubjectGroup
from thiduaqt.domain.records import Award, Check, CheckState, Nomination, StandingFlag
from thiduaqt.domain.scoring.findings import alternatives, score_findings, section_findings
from thiduaqt.domain.scoring.tree import TreeResult
from thiduaqt.domain.source_words import source_words

CheckResult = Literal["eligible", "missing", "blocked", "review", "unchecked", "override"]

CHECK_WORDS: dict[CheckResult, str] = {
    "eligible": "Đủ điều kiện",
    "missing": "Thiếu",
    "blocked": "Không đủ điều kiện",
    "review": "Cần xem lại",
    "unchecked": "Chưa kiểm tra",
    "override": "Chấp nhận ngoại lệ",
}
_YES_NO = frozenset({"gate", "check", "sample"})
RULES = (
    "same_achievement_twice",
    "duplicate_in_round",
    "standing_discipline",
    "standing_inspection",
    "standing_complaint",
    "achievement_before_discipline_end",
    "kind_not_allowed",
)
# What is known to lack something stays out; what nobody has looked at yet is for the Council, and
# no paper may then say that it was appraised.
MAY_PROCEED: frozenset[CheckResult] = frozenset({"eligible", "review", "override", "unchecked"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """Another nomination of the same round that might be the same recipient."""

    nomination_id: str
    ordinal: int
    name: str
    unit: str
    birth: str
    same_recipient: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything the check looks at for one nominee.

    ``states`` tells of the criteria that are scored what their entries say of them; ``score`` is
    the result of the criteria that counts (None: nothing but a flat list of checks), ``scored``
    whether somebody entered a score. ``also`` are findings about scores and registration.
    """

    nomination: Nomination
    name: str
    group: SubjectGroup | None
    papers: tuple[Paper, ...] = ()
    proven: frozenset[str] = frozenset()
    flags: tuple[StandingFlag, ...] = ()
    earlier: tuple[Award, ...] = ()
    rivals: tuple[Rival, ...] = ()
    kind_allowed: bool = True
    states: tuple[Check, ...] = ()
    score: TreeResult | None = None
    scored: bool = False
    also: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Eligibility:
    """The outcome: its state, and the findings that explain it."""

    state: CheckResult
    findings: tuple[Issue, ...] = ()

    @property
    def missing(self) -> int:
        """How many things are still missing."""
        return sum(1 for finding in self.findings if finding.code.startswith("MISSING_"))

    @property
    def words(self) -> str:
        """The state in words: "Thiếu 2 mục"."""
        if self.state == "missing":
            return f"Thiếu {self.missing} mục"
        return CHECK_WORDS[self.state]

    @property
    def may_proceed(self) -> bool:
        """Tell whether the nominee may go into a council session."""
        return self.state in MAY_PROCEED


def check(dossier: Dossier, rules: Mapping[str, EligibilityRule]) -> Eligibility:
    """Check one dossier.

    ``rules`` are the principles of :data:`RULES`, by code, from the rule packs.
    """
    findings = (
        *_identity(dossier),
        *_kind(dossier, rules),
        *_standing(dossier, rules),
        *_earlier_awards(dossier, rules),
        *_rivals(dossier, rules),
        *_criteria(dossier),
        *_score(dossier),
        *dossier.also,
        *_papers(dossier),
    )
    return Eligibility(state=_state(dossier, findings), findings=findings)


def _state(dossier: Dossier, findings: tuple[Issue, ...]) -> CheckResult:
    codes = {finding.severity for finding in findings}
    blocked = any(
        finding.severity == "error" and not finding.code.startswith("MISSING_")
        for finding in findings
    )
    if dossier.nomination.override_reason and (blocked or "error" in codes):
        return "override"
    if blocked:
        return "blocked"
    if "error" in codes:
        return "unchecked" if _untouched(dossier) else "missing"
    return "review" if "review" in codes else "eligible"


def _untouched(dossier: Dossier) -> bool:
    nomination = dossier.nomination
    return (
        not nomination.papers
        and not dossier.proven
        and not dossier.scored
        and all(item.state == "open" for item in nomination.checks)
    )


def _identity(dossier: Dossier) -> list[Issue]:
    found: list[Issue] = []
    if not dossier.name:
        found.append(_issue("MISSING_NAME", "Chưa có họ tên hoặc tên tập thể.", field="name"))
    if dossier.group is None:
        found.append(
            _issue(
                "MISSING_GROUP",
                "Chưa chọn nhóm đối tượng nên chưa biết tiêu chí nào áp dụng.",
                field="subject_group",
            )
        )
    if not dossier.nomination.achievement:
        found.append(
            _issue(
                "MISSING_ACHIEVEMENT",
                "Chưa ghi tóm tắt thành tích (phần in vào tờ trình và quyết định).",
                field="achievement",
            )
        )
    return found


def _kind(dossier: Dossier, rules: Mapping[str, EligibilityRule]) -> list[Issue]:
    if dossier.kind_allowed:
        return []
    rule = rules["kind_not_allowed"]
    return [_issue("KIND_NOT_ALLOWED", rule.sentence, field="award", source=rule.source)]


def _standing(dossier: Dossier, rules: Mapping[str, EligibilityRule]) -> list[Issue]:
    found: list[Issue] = []
    start = dossier.nomination.period_from
    for flag in dossier.flags:
        paper = f" ({flag.document})" if flag.document else ""
        if not flag.closed:
            rule = rules[f"standing_{flag.kind}"]
            since = f" Ghi nhận từ {_day(flag.opened)}{paper}." if flag.opened else paper
            found.append(_issue("STANDING_FLAG", f"{rule.sentence}{since}", source=rule.source))
        elif flag.kind == "discipline" and start and start < flag.closed[: len(start)]:
            found.append(
                _issue(
                    "PERIOD_BEFORE_END",
                    f"Thành tích tính từ {_day(start)}, trước khi hết kỷ luật {_day(flag.closed)}"
                    f"{paper}; chỉ tính thành tích sau ngày đó.",
                    field="period_from",
                    source=rules["achievement_before_discipline_end"].source,
                )
            )
    return found


def _earlier_awards(dossier: Dossier, rules: Mapping[str, EligibilityRule]) -> list[Issue]:
    found: list[Issue] = []
    rule = rules["same_achievement_twice"]
    for award in dossier.earlier:
        same = _same_achievement(dossier.nomination, award)
        if same is None:
            continue
        told = f"Đã được khen ngày {_day(award.decision_date)} (QĐ {award.decision_number})"
        if same:
            found.append(
                _issue(
                    "SAME_ACHIEVEMENT",
                    f"{told} cho thành tích này. {rule.sentence}",
                    source=rule.source,
                )
            )
        else:
            found.append(
                _issue(
                    "EARLIER_AWARD",
                    f"{told} trong cùng phong trào. Cần Hội đồng xem xét đây là thành tích mới.",
                    severity="review",
                    source=rule.source,
                )
            )
    return found


def _same_achievement(nomination: Nomination, award: Award) -> bool | None:
    """Tell whether an award was for the same achievement; None where it does not matter."""
    if award.state == "revoked" or award.nomination_id == nomination.id:
        return None
    if award.achievement and award.achievement == nomination.achievement:
        return True
    ours = (nomination.period_from, nomination.period_to or nomination.period_from)
    theirs = (award.period_from, award.period_to or award.period_from)
    if all((*ours, *theirs)):
        length = min(len(value) for value in (*ours, *theirs))
        first, last = ours[0][:length], ours[1][:length]
        return first <= theirs[1][:length] and theirs[0][:length] <= last
    return False


def _rivals(dossier: Dossier, rules: Mapping[str, EligibilityRule]) -> list[Issue]:
    found: list[Issue] = []
    for rival in dossier.rivals:
        where = ", ".join(part for part in (rival.birth[:4], rival.unit) if part)
        named = f"{rival.name}, {where}" if where else rival.name
        if rival.same_recipient:
            found.append(
                _issue(
                    "TWICE_IN_ROUND",
                    f"Đã có ở dòng {rival.ordinal}: {named}. "
                    f"{rules['duplicate_in_round'].sentence}",
                    source=rules["duplicate_in_round"].source,
                )
            )
        elif rival.nomination_id not in dossier.nomination.not_duplicates:
            found.append(
                _issue(
                    "POSSIBLE_DUPLICATE",
                    f"Có thể trùng với dòng {rival.ordinal}: {named}.",
                    severity="review",
                )
            )
    return found


def _criteria(dossier: Dossier) -> list[Issue]:
    if dossier.group is None:
        return []
    states = _states(dossier)
    either = alternatives(dossier.group) if dossier.group.sections else frozenset()
    found: list[Issue] = []
    met = 0
    for criterion in dossier.group.criteria:
        state = states.get(criterion.code, "open")
        met += state == "met" and criterion.kind == "check"
        finding = _criterion(criterion, state, proven=criterion.code in dossier.proven)
        if finding is not None and (criterion.code not in either or finding.code == "NO_EVIDENCE"):
            found.append(finding)
    wanted = dossier.group.required_checks
    if wanted is not None and met < wanted:
        found.append(
            _issue(
                "MISSING_CHECKS",
                f"Mới đạt {met}/{wanted} tiêu chí cần có của nhóm {dossier.group.name}.",
                field="checks",
                source=dossier.group.source,
            )
        )
    return found


def _states(dossier: Dossier) -> dict[str, CheckState]:
    checks = (*dossier.nomination.checks, *dossier.states)
    return {item.code: item.state for item in checks}


def _score(dossier: Dossier) -> list[Issue]:
    if dossier.score is None:
        return []
    return [
        *section_findings(dossier.score),
        *score_findings(dossier.score, dossier.nomination.award),
    ]


def _criterion(criterion: Criterion, state: str, *, proven: bool) -> Issue | None:
    if criterion.kind == "gate" and state == "unmet":
        return _issue(
            "GATE_UNMET",
            f"Không đạt điều kiện bắt buộc: {criterion.title}.",
            field=criterion.code,
            source=criterion.source,
        )
    # Of an item that is measured only that somebody measured it can be required.
    lacking = ("open", "unmet") if criterion.kind in _YES_NO else ("open",)
    if state in lacking and (criterion.kind == "gate" or criterion.required):
        return _issue(
            "MISSING_CRITERION",
            f"Chưa xác nhận: {criterion.title}.",
            field=criterion.code,
            source=criterion.source,
        )
    if state == "met" and criterion.evidence and not proven:
        return _issue(
            "NO_EVIDENCE",
            f"Chưa gắn minh chứng: {criterion.title}.",
            field=criterion.code,
            severity="note",
            source=criterion.source,
        )
    return None


def _papers(dossier: Dossier) -> list[Issue]:
    held = dossier.proven | set(dossier.nomination.papers)
    return [
        _issue(
            "MISSING_PAPER",
            f"Thiếu giấy tờ: {paper.name}.",
            field=paper.code,
            source=paper.source,
        )
        for paper in dossier.papers
        if paper.required and dossier.nomination.kind in paper.kinds and paper.code not in held
    ]


def _issue(
    code: str,
    message: str,
    *,
    field: str = "",
    severity: Severity = "error",
    source: Source | None = None,
) -> Issue:
    return Issue(
        code=code,
        severity=severity,
        message=message,
        field=field,
        source=source_words(source) if source else "",
    )


def _day(value: str) -> str:
    """Return a partial ISO date as people write it: "10/12/2026", "12/2026", "2026"."""
    return "/".join(reversed(value.split("-")))
