"""The list of a round with all that is shown around it, read in one go."""

from __future__ import annotations

from dataclasses import dataclass

from thiduaqt.domain.errors import NotFound
from thiduaqt.domain.quota import QuotaState
from thiduaqt.domain.records import Round
from thiduaqt.services import nominations, quotas
from thiduaqt.services.checking import Checker
from thiduaqt.services.nominations import NominationRow
from thiduaqt.services.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundList:
    """Nominations and quotas of a round. Reads nothing any more: another thread may show it."""

    around: Round
    checker: Checker
    rows: tuple[NominationRow, ...]
    quotas: tuple[QuotaState, ...]


def read(session: Session, round_id: str) -> RoundList | None:
    """Return the list of a round; None for a round that is not there."""
    try:
        checker = Checker(session, round_id)
    except NotFound:
        return None
    checker.complete()
    rows = nominations.rows_of(checker)
    return RoundList(
        around=checker.around,
        checker=checker,
        rows=rows,
        quotas=quotas.of_round(session, round_id, rows),
    )
