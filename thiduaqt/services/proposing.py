"""From the list of nominations to the council: a session is opened where none is under way."""

from __future__ import annotations

from collections.abc import Sequence

from thiduaqt.domain.records import CouncilSession
from thiduaqt.services import council
from thiduaqt.services.council import Gate
from thiduaqt.services.council_gate import look
from thiduaqt.services.nominations import NominationRow
from thiduaqt.services.session import Session

__all__ = ["look", "open_sitting", "send", "waiting"]


def open_sitting(session: Session, round_id: str) -> CouncilSession | None:
    """Return the session of the council under way in a round, or None."""
    return next((one for one in council.sessions(session, round_id) if one.state == "draft"), None)


def waiting(rows: Sequence[NominationRow]) -> tuple[NominationRow, ...]:
    """Return the nominations that have not been before the council, or failed there."""
    return tuple(row for row in rows if row.state in ("draft", "failed"))


def send(session: Session, round_id: str, ids: Sequence[str], *, only_ready: bool = False) -> Gate:
    """Put nominations before the council; a session is opened only if something can be sent.

    All go or none, unless ``only_ready``. Raises NotAllowed.
    """
    seen = look(session, round_id, ids)
    if not seen.ready or (seen.refused and not only_ready):
        return seen
    sitting = open_sitting(session, round_id) or council.open_session(session, round_id).session
    return council.send_to_session(session, sitting.id, ids, only_ready=only_ready)
