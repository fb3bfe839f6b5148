"""One nomination in full: criteria, papers, files, findings with their cure."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.errors import NotFound, UserError
from thiduaqt.domain.issues import Issue, Severity
from thiduaqt.domain.plan import Criterion, Paper, Source
from thiduaqt.domain.records import (
    Award,
    Check,
    CheckState,
    Evidence,
    Nomination,
    StandingFlag,
)
from thiduaqt.domain.scoring.structure import is_scored
from thiduaqt.services import evidence, nominations, register
from thiduaqt.services.checking import Checker
from thiduaqt.services.editing import Edit
from thiduaqt.services.nominations import NominationRow, open_nomination
from thiduaqt.services.score_reading import Score
from thiduaqt.services.session import Session
from thiduaqt.storage.transaction import Transaction

Cure = Literal["", "field", "compare", "history", "flag"]
_FIELD_OF = {
    "MISSING_NAME": "name",
    "MISSING_GROUP": "subject_group",
    "MISSING_ACHIEVEMENT": "achievement",
    "KIND_NOT_ALLOWED": "award",
    "PERIOD_BEFORE_END": "period_from",
}
_SCORE_CODES = frozenset({"MISSING_SCORE", "SCORE_OPEN"})
_RIVAL_CODES = frozenset({"TWICE_IN_ROUND", "POSSIBLE_DUPLICATE"})
_AWARD_CODES = frozenset({"SAME_ACHIEVEMENT", "EARLIER_AWARD"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """One line of the checklist: a criterion of the group or a dossier paper.

    ``reason`` says in a few words what is wrong, with its ``severity``; empty where all is well.
    """

    code: str
    title: str
    paper: bool
    state: CheckState
    gate: bool = False
    wants_file: bool = False
    note: str = ""
    reason: str = ""
    severity: Severity | None = None
    detail: str = ""
    source: Source = Source()  # noqa: RUF009 - frozen, so it may be shared
    files: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A finding that is not about one line of the checklist, and what cures it.

    ``cure`` "field" means that ``issue.field`` is to be filled, "compare" that ``other_id`` may be
    the same recipient, "flag" that ``other_id`` is a matter under way against the recipient.
    """

    issue: Issue
    cure: Cure = ""
    other_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastAward:
    """An award the recipient has had."""

    award_name: str
    decision_number: str
    decision_date: str
    achievement: str
    state_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A nomination as the detail panel shows it."""

    row: NominationRow
    nomination: Nomination
    id_number: str
    groups: tuple[tuple[str, str], ...]
    ticks: tuple[Tick, ...]
    findings: tuple[Finding, ...]
    past: tuple[PastAward, ...]
    score: Score | None = None
    files: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)

    @property
    def met(self) -> int:
        """How many lines of the checklist are fulfilled."""
        return sum(tick.state == "met" for tick in self.ticks)

    @property
    def counted(self) -> int:
        """How many lines count: those that do not apply are left out."""
        return sum(tick.state != "na" for tick in self.ticks)


def view(session: Session, checker: Checker, nomination_id: str) -> Dossier:
    """Return one nomination in full; ``checker`` is that of its round. Raises NotFound."""
    nomination = next((item for item in checker.nominations if item.id == nomination_id), None)
    if nomination is None:
        raise NotFound("Không thấy hồ sơ này trong đợt.", todo="Tải lại danh sách.")
    row = nominations.row_of(checker, nomination)
    person = checker.recipients.person(nomination)
    groups = checker.plan.groups if checker.plan else ()
    return Dossier(
        row=row,
        nomination=nomination,
        id_number=person.id_number if person else "",
        groups=tuple((item.code, item.name) for item in groups if row.kind in item.kinds),
        ticks=_ticks(session, checker, nomination, row.findings),
        findings=_findings(session, checker, nomination, row.findings),
        past=_past(session, nomination),
        score=checker.score(nomination),
        files=_files(session, nomination),
    )


def ticks_of(checker: Checker, rows: Sequence[NominationRow]) -> tuple[tuple[str, str], ...]:
    """Return the criteria and papers of several nominations as (code, words), each once."""
    found: dict[str, str] = {}
    for code in dict.fromkeys(row.subject_group for row in rows):
        group = checker.plan.group(code) if checker.plan else None
        criteria = group.criteria if group else ()
        found |= {item.code: item.title for item in criteria if not is_scored(item)}
    for award, kind, code in dict.fromkeys(
        (row.award, row.kind, row.subject_group) for row in rows
    ):
        papers = checker.papers(award, code)
        found |= {paper.code: paper.name for paper in papers if kind in paper.kinds}
    return tuple(found.items())


def _ticks(
    session: Session, checker: Checker, nomination: Nomination, findings: Sequence[Issue]
) -> tuple[Tick, ...]:
    files = _files(session, nomination)
    about = {issue.field: issue for issue in findings if issue.field}
    checks = {item.code: item for item in nomination.checks}
    states = checker.states(nomination)
    group = checker.group_of(nomination)
    lines: list[Tick] = []
    for criterion in group.criteria if group else ():
        if is_scored(criterion):
            continue
        kept = checks.get(criterion.code, Check(code=criterion.code))
        kept = replace(kept, state=states.get(criterion.code, kept.state))
        tick = _of_criterion(criterion, kept)
        lines.append(_with(tick, about.get(criterion.code), files.get(criterion.code)))
    for paper in _papers(checker, nomination):
        if nomination.kind in paper.kinds:
            own = files.get(paper.code)
            tick = _of_paper(paper, held=bool(own) or paper.code in nomination.papers)
            lines.append(_with(tick, about.get(paper.code), own))
    return tuple(lines)


def _files(session: Session, nomination: Nomination) -> dict[str, tuple[Evidence, ...]]:
    """Return the files of a nomination by the criterion or paper they prove."""
    found: dict[str, tuple[Evidence, ...]] = {}
    for item in evidence.of_nomination(session, nomination.id):
        found[item.for_code] = (*found.get(item.for_code, ()), item)
    return found


def _of_criterion(criterion: Criterion, kept: Check) -> Tick:
    return Tick(
        code=criterion.code,
        title=criterion.title,
        paper=False,
        state=kept.state,
        gate=criterion.kind == "gate",
        wants_file=criterion.evidence,
        note=kept.note,
        detail=criterion.detail,
        source=criterion.source,
    )


def _of_paper(paper: Paper, *, held: bool) -> Tick:
    return Tick(
        code=paper.code,
        title=paper.name,
        paper=True,
        state="met" if held else "open",
        wants_file=True,
        source=paper.source,
    )


def _with(tick: Tick, issue: Issue | None, files: Sequence[Evidence] | None) -> Tick:
    """Add the files of a line and, without repeating its title, what is wrong with it."""
    reason = issue.message.partition(":")[0] if issue else ""
    severity = issue.severity if issue else None
    return replace(tick, files=tuple(files or ()), reason=reason, severity=severity)


def _findings(
    session: Session, checker: Checker, nomination: Nomination, issues: Sequence[Issue]
) -> tuple[Finding, ...]:
    group = checker.group_of(nomination)
    criteria = group.criteria if group else ()
    listed = {item.code for item in criteria if not is_scored(item)}
    scored = {item.code for item in criteria} - listed
    listed |= {paper.code for paper in _papers(checker, nomination)}
    flags = _open_flags(session, nomination)
    found: list[Finding] = []
    for issue in issues:
        if issue.field in listed or (issue.code == "NO_EVIDENCE" and issue.field in scored):
            continue
        if issue.code in _FIELD_OF:
            told = replace(issue, field=_FIELD_OF[issue.code])
            found.append(Finding(issue=told, cure="field"))
        elif issue.code in _SCORE_CODES:
            found.append(Finding(issue=issue, cure="field"))
        elif issue.code in _RIVAL_CODES:
            other = _rival_of(checker, nomination, issue)
            found.append(Finding(issue=issue, cure="compare" if other else "", other_id=other))
        elif issue.code in _AWARD_CODES:
            found.append(Finding(issue=issue, cure="history"))
        elif issue.code == "STANDING_FLAG" and flags:
            found.append(Finding(issue=issue, cure="flag", other_id=flags.pop(0).id))
        else:
            found.append(Finding(issue=issue))
    return tuple(found)


def _open_flags(session: Session, nomination: Nomination) -> list[StandingFlag]:
    """Return the matters under way in the order in which the check tells them."""
    who = nomination.person_id or nomination.unit_id
    flags = session.store.all(StandingFlag) if who else ()
    return [flag for flag in flags if who in (flag.person_id, flag.unit_id) and not flag.closed]


def _rival_of(checker: Checker, nomination: Nomination, issue: Issue) -> str:
    rivals = checker.rivals(nomination)
    return next((one.nomination_id for one in rivals if f" {one.ordinal}: " in issue.message), "")


def _past(session: Session, nomination: Nomination) -> tuple[PastAward, ...]:
    links = ("person_id", "unit_id", "team_id", "household_id")
    link = next((name for name in links if getattr(nomination, name)), "")
    if not link:
        return ()
    own = session.store.all(Award, **{link: getattr(nomination, link)})
    ids = {award.id for award in own if award.nomination_id != nomination.id}
    rows = [row for row in register.listing(session) if row.id in ids] if ids else []
    return tuple(
        PastAward(
            award_name=row.award_name,
            decision_number=row.decision_number,
            decision_date=PartialDate.from_value(row.decision_date).display(),
            achievement=row.achievement,
            state_words=row.state_words,
        )
        for row in reversed(rows)
    )


def compare(checker: Checker, first_id: str, second_id: str) -> tuple[tuple[str, str, str], ...]:
    """Return two nominations side by side: name of the line, the first, the second."""
    by_id = {item.id: item for item in checker.nominations}
    first, second = (_facts(checker, by_id[one]) for one in (first_id, second_id))
    return tuple((name, first[name], second[name]) for name in first)


def _facts(checker: Checker, nomination: Nomination) -> dict[str, str]:
    row = nominations.row_of(checker, nomination)
    birth = PartialDate.from_value(row.birth).display() if row.birth else ""
    return {
        "Họ và tên": row.display,
        "Ngày sinh": birth,
        "Số CCCD": row.id_number,
        "Chức vụ": row.post,
        "Đơn vị": row.unit_name,
        "Nơi đề nghị": row.proposer_name,
        "Thành tích": row.achievement,
    }


def mark(session: Session, ids: Sequence[str], code: str, state: CheckState) -> Changes:
    """Set one criterion, or a dossier paper, on several nominations as one step.

    A nomination whose group has no such criterion or paper is left as it is. Raises NotAllowed.
    """
    words = f"Đánh dấu {len(ids)} hồ sơ" if len(ids) > 1 else "Đánh dấu tiêu chí, giấy tờ"
    with session.store.transaction(words, actor=session.actor) as writing:
        _mark_all(session, writing, ids, code, state)
    return session.store.last_changes()


def edit_many(
    session: Session, edits: Sequence[Edit], ids: Sequence[str], code: str, *, label: str
) -> Changes:
    """Change fields and fulfil one criterion or paper (where ``code`` names one) as one step.

    Raises BadValue, NotAllowed; then nothing is kept.
    """
    with session.store.transaction(label, actor=session.actor) as writing:
        nominations.apply_edits(session, writing, edits)
        if code:
            _mark_all(session, writing, ids, code, "met")
    return session.store.last_changes()


def _mark_all(
    session: Session, writing: Transaction, ids: Sequence[str], code: str, state: CheckState
) -> None:
    chosen = [open_nomination(writing, nomination_id) for nomination_id in ids]
    checkers = {one.round_id: Checker(session, one.round_id) for one in chosen}
    for nomination in chosen:
        checker = checkers[nomination.round_id]
        group = checker.group_of(nomination)
        if group and any(item.code == code for item in group.criteria):
            writing.put(replace(nomination, checks=_checked(nomination, code, state)))
        elif any(paper.code == code for paper in _papers(checker, nomination)):
            others = set(nomination.papers) - {code}
            held = {*others, code} if state == "met" else others
            writing.put(replace(nomination, papers=tuple(sorted(held))))


def _papers(checker: Checker, nomination: Nomination) -> tuple[Paper, ...]:
    return checker.papers(nomination.award, nomination.subject_group)


def _checked(nomination: Nomination, code: str, state: CheckState) -> tuple[Check, ...]:
    old = next((item for item in nomination.checks if item.code == code), Check(code=code))
    others = tuple(item for item in nomination.checks if item.code != code)
    return (*others, replace(old, state=state))


def save_copy(session: Session, item: Evidence, target: Path) -> Path:
    """Copy an attached file to ``target``. Raises UserError where it cannot be written."""
    try:
        shutil.copyfile(evidence.content_path(session, item), target)
    except OSError as fault:
        raise UserError(
            f"Không lưu được {item.name}.",
            todo="Chọn thư mục khác rồi thử lại.",
            code="COPY_FAILED",
        ) from fault
    return target
