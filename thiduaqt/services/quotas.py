"""How far a round has come against what its plan allows, for every meter in the program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from thiduaqt.domain.eligibility import MAY_PROCEED
from thiduaqt.domain.plan import RECIPIENT_KINDS, MovementPlan, RecipientKind
from thiduaqt.domain.quota import QuotaState, quota_state
from thiduaqt.domain.records import (
    Award,
    CouncilSession,
    Decision,
    Movement,
    Nomination,
    Round,
    Vote,
)
from thiduaqt.services import nominations
from thiduaqt.services.nominations import NominationRow
from thiduaqt.services.session import Session


class Line(NamedTuple):
    """What a quota counts: one award for one kind of recipient."""

    award: str
    kind: RecipientKind


def of_round(
    session: Session, round_id: str, rows: Sequence[NominationRow] | None = None
) -> tuple[QuotaState, ...]:
    """Return the quotas of a round: those the plan names for us, and all that are proposed.

    ``rows`` is the listing of the round where the caller has it already.
    """
    around = session.store.get(Round, round_id)
    plan = session.store.get(Movement, around.movement_id).definition
    listed = nominations.listing(session, round_id) if rows is None else rows
    alive = [row for row in listed if row.state != "withdrawn"]
    proposed = Counter(Line(row.award, row.kind) for row in alive)
    eligible = Counter(
        Line(row.award, row.kind)
        for row in alive
        if row.state not in ("draft",) or row.check in MAY_PROCEED - {"unchecked"}
    )
    chosen = chosen_in(session, round_id)
    awarded = _awarded(session, round_id)
    lines = {*_named(plan, around), *proposed, *chosen, *awarded}
    return tuple(
        quota_state(
            plan,
            award=line.award,
            kind=line.kind,
            round_kind=around.kind,
            year=around.year,
            proposed=proposed[line],
            eligible=eligible[line],
            chosen=chosen[line],
            awarded=awarded[line],
        )
        for line in sorted(lines, key=order)
    )


def order(line: Line) -> tuple[bool, str, int]:
    """Return the key that puts lines in order: our own award first, then as the ceremony goes."""
    return line.award != "certificate_of_merit", line.award, RECIPIENT_KINDS.index(line.kind)


def _named(plan: MovementPlan | None, around: Round) -> set[Line]:
    if plan is None:
        return set()
    return {
        Line(quota.award, quota.recipient_kind)
        for quota in plan.quotas
        if quota.decided_by == "commune"
        and quota.round_kind in (around.kind, "any")
        and quota.year in (None, around.year)
    }


def chosen_in(session: Session, round_id: str, *, but: str = "") -> Counter[Line]:
    """Return how many the locked sessions of a round chose; ``but`` leaves one session out."""
    counts: Counter[Line] = Counter()
    seen: set[str] = set()
    for sitting in session.store.all(CouncilSession, round_id=round_id, state="locked"):
        if sitting.id == but:
            continue
        for vote in session.store.all(Vote, session_id=sitting.id, chosen=1):
            if vote.nomination_id not in seen:
                seen.add(vote.nomination_id)
                nomination = session.store.get(Nomination, vote.nomination_id)
                counts[Line(nomination.award, nomination.kind)] += 1
    return counts


def _awarded(session: Session, round_id: str) -> Counter[Line]:
    counts: Counter[Line] = Counter()
    for decision in session.store.all(Decision, round_id=round_id, state="issued"):
        for award in session.store.all(Award, decision_id=decision.id):
            if award.state != "revoked":
                counts[Line(award.award, award.kind)] += 1
    return counts
