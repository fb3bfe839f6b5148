"""The plan of a movement as a document: which one it is, and what it says of itself."""

from __future__ import annotations

from thiduaqt.domain.plan import PlanDocument
from thiduaqt.domain.records import Movement, Plan
from thiduaqt.services.session import Session


def document_of(session: Session, movement: Movement) -> PlanDocument | None:
    """Return the plan a movement stands in, or None where it has none."""
    plan = session.store.find(Plan, movement.plan_id)
    return plan.document if plan is not None else None
