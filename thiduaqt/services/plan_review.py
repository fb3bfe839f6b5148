"""Rà soát văn bản for our own plans: what is found, where it stands, what was looked at already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.lint.facts import Owner
from thiduaqt.domain.lint.text import Finding
from thiduaqt.domain.plan_text import lines_of
from thiduaqt.domain.records import Plan, SeenFinding
from thiduaqt.services import linting, plan_paper
from thiduaqt.services.linting import SEVERITY_WORDS
from thiduaqt.services.session import Session

_ORDER = {"error": 0, "review": 1, "note": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """One finding; ``block`` is the paragraph of our plan it stands in, empty for a file.

    ``seen`` tells that the officer has looked at it and lets it stand.
    """

    id: str
    finding: Finding
    block: str = ""
    seen: bool = False

    @property
    def severity_words(self) -> str:
        """How grave it is, in words."""
        return SEVERITY_WORDS[self.finding.severity]

    @property
    def open(self) -> bool:
        """Tell whether it still wants a look."""
        return not self.seen


def of_plan(session: Session, plan_id: str) -> tuple[Reviewed, ...]:
    """Return what the checks find in a plan of ours, the gravest first, seen ones last."""
    text = plan_paper.lint_input(session, plan_id)
    owner = _owner(session, plan_id)
    report = linting.lint_text(text, owner=owner, today=session.today())
    seen = {one.fingerprint for one in session.store.all(SeenFinding, plan_id=plan_id)}
    lines = lines_of(plan_paper.composed(session, plan_id))
    # Paragraphs are numbered from 1 in the order of the lines; a very long one counts twice.
    keys = {number: line.key for number, line in enumerate(lines, start=1)}
    return _sorted(
        Reviewed(
            id=finding.fingerprint,
            finding=finding,
            block=keys.get(finding.place.paragraph, ""),
            seen=finding.fingerprint in seen,
        )
        for finding in report.findings
    )


def _owner(session: Session, plan_id: str) -> Owner | None:
    """Return our office for a plan of ours: names of others are then left over from a model."""
    if session.store.get(Plan, plan_id).origin not in ("", session.store.owner):
        return None
    office = session.office()
    return Owner(
        level="commune",
        name=office.commune_name,
        kind=office.kind,
        province=office.province,
        province_kind=office.province_kind,
    )


def of_file(session: Session, path: Path) -> tuple[Reviewed, ...]:
    """Return what the checks find in a .docx or .txt of somebody. Raises BadFile.

    Whose document it is, is read off its letterhead.
    """
    report = linting.lint_file(path, today=session.today())
    return _sorted(Reviewed(id=finding.fingerprint, finding=finding) for finding in report.findings)


def _sorted(found: Iterable[Reviewed]) -> tuple[Reviewed, ...]:
    return tuple(
        sorted(
            found,
            key=lambda one: (
                one.seen,
                _ORDER[one.finding.severity],
                one.finding.place.paragraph,
            ),
        )
    )


def mark_seen(
    session: Session, plan_id: str, found: Iterable[Reviewed], *, note: str = ""
) -> Changes:
    """Remember that findings were looked at and stand as they are, one step for all."""
    known = {one.fingerprint for one in session.store.all(SeenFinding, plan_id=plan_id)}
    with session.store.transaction("Đánh dấu đã xem", actor=session.actor) as writing:
        for one in found:
            if one.id not in known:
                writing.put(
                    SeenFinding(
                        id=session.new_id(),
                        plan_id=plan_id,
                        fingerprint=one.id,
                        finding=one.finding.message,
                        note=note,
                        seen_on=session.today().isoformat(),
                    )
                )
    return session.store.last_changes()


def mark_unseen(session: Session, plan_id: str, found: Iterable[Reviewed]) -> Changes:
    """Put findings back among those to look at."""
    wanted = {one.id for one in found}
    with session.store.transaction("Bỏ đánh dấu đã xem", actor=session.actor) as writing:
        for one in session.store.all(SeenFinding, plan_id=plan_id):
            if one.fingerprint in wanted:
                writing.remove(one)
    return session.store.last_changes()
