"""From the list of nominations to the council: the gate, with a session opened where none is."""

from __future__ import annotations

from collections.abc import Sequence

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.eligibility import MAY_PROCEED
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.records import CouncilSession
from thiduaqt.services import council, nominations
from thiduaqt.services.council import Gate, GateItem
from thiduaqt.services.nominations import NominationRow
from thiduaqt.services.session import Session


def open_sitting(session: Session, round_id: str) -> CouncilSession | None:
    """Return the session of the council under way in a round, or None."""
    return next((one for one in council.sessions(session, round_id) if one.state == "draft"), None)


def waiting(rows: Sequence[NominationRow]) -> tuple[NominationRow, ...]:
    """Return the nominations that have not been before the council, or failed there."""
    return tuple(row for row in rows if row.state in ("draft", "failed"))


def look(session: Session, round_id: str, ids: Sequence[str]) -> Gate:
    """Return what sending nominations to the council would bring. Writes nothing."""
    wanted = set(ids)
    rows = [row for row in nominations.listing(session, round_id) if row.id in wanted]
    ready = [row for row in rows if _may_go(row)]
    return Gate(
        changes=Changes(),
        sent=(),
        ready=tuple(row.id for row in ready),
        review=sum(row.check == "review" for row in ready),
        refused=tuple(_refused(row) for row in rows if not _may_go(row)),
    )


def send(session: Session, round_id: str, ids: Sequence[str], *, only_ready: bool = False) -> Gate:
    """Put nominations before the council; a session is opened only if something can be sent.

    All go or none, unless ``only_ready``. Raises NotAllowed.
    """
    seen = look(session, round_id, ids)
    if not seen.ready or (seen.refused and not only_ready):
        return seen
    sitting = open_sitting(session, round_id) or council.open_session(session, round_id).session
    return council.send_to_session(session, sitting.id, ids, only_ready=only_ready)


def _may_go(row: NominationRow) -> bool:
    return row.state in ("draft", "failed") and row.check in MAY_PROCEED


def _refused(row: NominationRow) -> GateItem:
    findings = tuple(finding for finding in row.findings if finding.severity == "error")
    if row.state not in ("draft", "failed"):
        findings = (Issue(code="STATE", severity="error", message=f"{row.state_words}."),)
    return GateItem(
        nomination_id=row.id,
        ordinal=row.ordinal,
        name=row.display,
        unit=row.unit_name,
        findings=findings,
    )
