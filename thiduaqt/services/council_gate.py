"""The gate before the council: who may go onto the list of a session, and who may not and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.eligibility import MAY_PROCEED
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.records import CouncilSession, Nomination, Vote
from thiduaqt.services import nominations
from thiduaqt.services.council_sittings import drop_choices, open_sitting
from thiduaqt.services.nominations import NominationRow
from thiduaqt.services.quotas import Line, order
from thiduaqt.services.session import Session
from thiduaqt.storage.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class GateItem:
    """A nomination that cannot go into the session, and why; ``field`` is where to mend it."""

    nomination_id: str
    ordinal: int
    name: str
    unit: str
    findings: tuple[Issue, ...]

    @property
    def sentence(self) -> str:
        """All reasons in words."""
        return " ".join(finding.message for finding in self.findings)

    @property
    def field(self) -> str:
        """The field of the first reason."""
        return self.findings[0].field if self.findings else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What came of sending nominations into a session: all of those that may, or none at all."""

    changes: Changes
    sent: tuple[str, ...]
    ready: tuple[str, ...]
    review: int
    refused: tuple[GateItem, ...]

    @property
    def passed(self) -> bool:
        """Whether something was sent."""
        return bool(self.sent)

    @property
    def title(self) -> str:
        """The heading of the summary of errors."""
        return f"Chưa đưa được vào phiên họp: {len(self.refused)} hồ sơ còn thiếu"

    @property
    def lead(self) -> str:
        """What is fine, and that nothing has changed."""
        if not self.ready:
            return "Tất cả đã lưu, chưa có gì thay đổi. Bấm vào tên để sửa tại ô thiếu."
        look = f", trong đó {self.review} cần Hội đồng xem lại" if self.review else ""
        return (
            f"{len(self.ready)} hồ sơ khác đưa được{look}. Tất cả đã lưu, chưa có gì thay đổi. "
            "Bấm vào tên để sửa tại ô thiếu."
        )


def look(session: Session, round_id: str, nomination_ids: Sequence[str]) -> Gate:
    """Return what sending nominations of a round would bring. Writes nothing."""
    wanted = set(nomination_ids)
    rows = [row for row in nominations.listing(session, round_id) if row.id in wanted]
    ready = [row for row in rows if _may_go(row)]
    return Gate(
        changes=Changes(),
        sent=(),
        ready=tuple(row.id for row in ready),
        review=sum(row.check == "review" for row in ready),
        refused=tuple(_refusal(row) for row in rows if not _may_go(row)),
    )


def send_to_session(
    session: Session,
    council_session_id: str,
    nomination_ids: Sequence[str],
    *,
    only_ready: bool = False,
) -> Gate:
    """Put nominations before the council: all of them, or none and the reasons why.

    Only those found eligible, doubtful ones and exceptions with a reason may go; ``only_ready``
    sends these and leaves the others. Nothing but the session changes.
    """
    sitting = session.store.get(CouncilSession, council_session_id)
    outcome = look(session, sitting.round_id, nomination_ids)
    ready = outcome.ready
    if not ready or (outcome.refused and not only_ready):
        return outcome
    with session.store.transaction(
        f"Đưa {len(ready)} hồ sơ vào phiên họp", actor=session.actor
    ) as writing:
        open_sitting(writing, council_session_id)
        last = max((vote.ordinal for vote in _votes(session, council_session_id)), default=0)
        for ordinal, nomination_id in enumerate(ready, start=last + 1):
            nomination = writing.get(Nomination, nomination_id)
            writing.put(replace(nomination, state="in_session"))
            writing.put(
                Vote(
                    id=session.new_id(),
                    session_id=council_session_id,
                    nomination_id=nomination_id,
                    ordinal=ordinal,
                )
            )
        _renumber(session, writing, council_session_id)
    return replace(outcome, changes=session.store.last_changes(), sent=outcome.ready)


def _may_go(row: NominationRow) -> bool:
    return row.state in ("draft", "failed") and row.check in MAY_PROCEED


def _refusal(row: NominationRow) -> GateItem:
    findings = tuple(finding for finding in row.findings if finding.severity == "error")
    if row.state not in ("draft", "failed"):
        words = f"{row.state_words}."
        findings = (Issue(code="STATE", severity="error", message=words, field="state"),)
    return GateItem(
        nomination_id=row.id,
        ordinal=row.ordinal,
        name=row.display,
        unit=row.unit_name,
        findings=findings,
    )


def take_out(session: Session, vote_ids: Sequence[str]) -> Changes:
    """Take nominations out of an open session; they can be edited again."""
    with session.store.transaction(
        f"Rút {len(vote_ids)} hồ sơ khỏi phiên họp", actor=session.actor
    ) as writing:
        touched: set[str] = set()
        for vote_id in vote_ids:
            vote = writing.get(Vote, vote_id)
            open_sitting(writing, vote.session_id)
            nomination = writing.get(Nomination, vote.nomination_id)
            writing.put(replace(nomination, state="draft"))
            writing.remove(vote)
            touched.add(vote.session_id)
        for session_id in touched:
            _renumber(session, writing, session_id)
            drop_choices(session, writing, session_id)
    return session.store.last_changes()


def _votes(session: Session, session_id: str) -> tuple[Vote, ...]:
    return session.store.all(Vote, session_id=session_id)


def _renumber(session: Session, writing: Transaction, session_id: str) -> None:
    """Number the ballot without gaps: collectives, households, individuals, as they came."""

    def place(vote: Vote) -> tuple[tuple[bool, str, int], int]:
        nomination = writing.get(Nomination, vote.nomination_id)
        return order(Line(nomination.award, nomination.kind)), vote.ordinal

    ordered = sorted(_votes(session, session_id), key=place)
    for ordinal, vote in enumerate(ordered, start=1):
        writing.put(replace(vote, ordinal=ordinal))
