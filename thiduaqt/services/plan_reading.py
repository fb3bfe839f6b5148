"""A plan as text: its document, its movements and the words of our office brought together."""

from __future__ import annotations

from thiduaqt.domain.errors import NotAllowed, NotFound
from thiduaqt.domain.plan import MovementPlan
from thiduaqt.domain.plan_text import ComposedPlan, PlanWords, compose
from thiduaqt.domain.records import Movement, Plan, Signer
from thiduaqt.domain.text import fold
from thiduaqt.services import blocks
from thiduaqt.services.session import Session

_ANY_COMMUNE = "cấp xã"


def composed(session: Session, plan_id: str) -> ComposedPlan:
    """Return the plan as numbered text, with the officer's own wording in it."""
    plan = session.store.get(Plan, plan_id)
    old = session.store.find(Plan, plan.supersedes_id)
    return compose(
        plan.document,
        _rules(session, plan),
        words_for(session, plan),
        plan.edits,
        replaces=old.document if old is not None else None,
    )


def _rules(session: Session, plan: Plan) -> list[MovementPlan]:
    """Return what the plan says of its movements, also where another plan has replaced it."""
    rules = [
        movement.definition
        for movement in session.store.all(Movement, plan_id=plan.id)
        if movement.definition is not None
    ]
    if rules:
        return rules
    earlier = (item for movement in session.store.all(Movement) for item in movement.earlier)
    return [item.definition for item in earlier if item.plan_id == plan.id]


def words_for(session: Session, plan: Plan) -> PlanWords:
    """Return the words of our office; awards are named by the place the plan was made for."""
    office = session.office()
    document = plan.document
    commune = document.commune or (_ANY_COMMUNE if document.province else office.commune)
    province = document.province or f"{office.province_kind} {office.province}"
    kinds = session.rulebook().award_kinds()
    signer = next(iter(office.signers), Signer(code="", form=("CHỦ TỊCH",), name=""))
    return PlanWords(
        awards={kind.code: kind.named(commune, province) for kind in kinds},
        blocks=blocks.names(session),
        village=office.village_word,
        committee=office.committee,
        place=office.place,
        signer_form=signer.form,
        signer_name=signer.name,
    )


def named(session: Session, *, movement: str = "", plan: str = "") -> Plan:
    """Return the plan a few words mean: of its movement, or its own number or abstract.

    Without words it is the only one there is. Raises NotFound, and NotAllowed where several fit.
    """
    plans = session.store.all(Plan)
    found = [item for item in plans if item.state != "replaced" or plan]
    if movement:
        key = fold(movement)
        owners = {
            item.plan_id
            for item in session.store.all(Movement)
            if key in fold(f"{item.title} {item.short_name}")
        }
        found = [item for item in found if item.id in owners]
    if plan:
        found = [item for item in found if fold(plan) in fold(_names(item))]
    if not found:
        raise NotFound(
            "Không thấy kế hoạch nào như vậy trong dữ liệu.",
            todo="Xem tên phong trào, số kế hoạch trong phần mềm rồi gõ lại.",
        )
    if len(found) > 1:
        names = "; ".join(item.document.abstract or "chưa có trích yếu" for item in found)
        raise NotAllowed(
            f"Có {len(found)} kế hoạch: {names}.",
            todo="Nêu phong trào hoặc kế hoạch nào.",
        )
    return found[0]


def _names(plan: Plan) -> str:
    document = plan.document
    return f"{document.number} {document.symbol} {document.abstract}"
