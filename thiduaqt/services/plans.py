"""The plan of a movement as a document: issued, guided by later papers, replaced by another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import PlanDocument
from thiduaqt.domain.plan_edits import with_office
from thiduaqt.domain.planning import EarlierRules
from thiduaqt.domain.records import Movement, Plan
from thiduaqt.domain.text import clean
from thiduaqt.services.editing import BadValue, fit
from thiduaqt.services.session import Session
from thiduaqt.storage.transaction import Transaction

NOT_YET = "9999-12-31"
"""Until when the rules of a replaced plan hold while the new one has no date."""


def document_of(session: Session, movement: Movement) -> PlanDocument | None:
    """Return the plan a movement stands in, or None where it has none."""
    plan = session.store.find(Plan, movement.plan_id)
    return plan.document if plan is not None else None


def change_guidance(
    session: Session, plan_id: str, label: str, change: Callable[[Plan], Plan]
) -> Changes:
    """Change the list of documents that came after a plan; ``change`` gets and returns it."""
    with session.store.transaction(label, actor=session.actor) as writing:
        plan = writing.get(Plan, plan_id)
        writing.put(replace(plan, guidance=change(plan).guidance))
    return session.store.last_changes()


def take_our_letterhead(session: Session, plan_id: str) -> Changes:
    """Give a plan that was another office's our letterhead, place and signer, no number or date."""
    office = session.office()
    with session.store.transaction(
        "Lấy phần đầu văn bản theo đơn vị", actor=session.actor
    ) as writing:
        plan = writing.get(Plan, plan_id)
        _refuse_replaced(plan)
        writing.put(replace(plan, document=with_office(plan.document, office)))
    return session.store.last_changes()


def issue_plan(session: Session, plan_id: str, *, number: str, date: str) -> Changes:
    """Note that a plan was signed: its number and its day, from which a replaced one ends.

    Raises BadValue without a number or an exact day, or with one that is not after the plan it
    replaces, and NotAllowed for a replaced plan.
    """
    kept = clean(number)
    if not kept:
        raise BadValue("number", "Chưa có số văn bản.", todo="Gõ số do văn thư cấp.")
    day = _exact_day(date)
    with session.store.transaction(f"Ban hành kế hoạch số {kept}", actor=session.actor) as writing:
        plan = writing.get(Plan, plan_id)
        _refuse_replaced(plan)
        document = replace(plan.document, number=kept, date=day)
        writing.put(replace(plan, document=document, state="issued"))
        if plan.supersedes_id is not None:
            _end_earlier(session, writing, plan, day)
    return session.store.last_changes()


def _exact_day(typed: str) -> str:
    value = str(fit("date", typed))
    if PartialDate.from_value(value).day is None:
        raise BadValue("date", "Chưa có đủ ngày, tháng, năm ký.", todo="Gõ ngày ký kế hoạch.")
    return value


def _refuse_replaced(plan: Plan) -> None:
    if plan.state == "replaced":
        raise NotAllowed(
            "Kế hoạch này đã được thay bằng kế hoạch khác.", todo="Mở kế hoạch mới để làm tiếp."
        )


def _end_earlier(session: Session, writing: Transaction, plan: Plan, day: str) -> None:
    """Let the rules of the plan before hold for what was signed before ``day``.

    Its movements may have moved on already, to a plan that is to replace this one.
    """
    old = writing.get(Plan, plan.supersedes_id)
    _refuse_earlier(old, day)
    for movement in session.store.all(Movement):
        if all(item.plan_id != plan.supersedes_id for item in movement.earlier):
            continue
        earlier = tuple(
            replace(item, until=day) if item.plan_id == plan.supersedes_id else item
            for item in movement.earlier
        )
        writing.put(replace(movement, earlier=earlier))
    writing.put(replace(old, state="replaced"))


def _refuse_earlier(old: Plan, day: str) -> None:
    if day <= old.document.date:
        raise BadValue(
            "date",
            "Ngày kế hoạch mới không sau ngày kế hoạch cũ.",
            todo="Gõ lại ngày, hoặc để trống cho đến khi ký.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """The plan that takes the place of another."""

    plan_id: str
    changes: Changes


def replace_plan(session: Session, plan_id: str, *, date: str = "") -> Replaced:
    """Begin a plan that replaces ``plan_id``, with its movements and all their contents.

    The rules of before stay for what is signed earlier than the new plan's ``date``; without a
    date until the new plan is issued. Raises NotAllowed for a plan that is a draft or has been
    replaced already, BadValue for a date that is not exact or not after the old one.
    """
    old = session.store.get(Plan, plan_id)
    _refuse_replaced(old)
    if old.state == "draft":
        raise NotAllowed(
            "Kế hoạch này chưa ban hành nên chưa cần kế hoạch thay thế.",
            todo="Sửa thẳng vào kế hoạch, hoặc ghi số và ngày ban hành trước.",
        )
    if any(plan.supersedes_id == plan_id for plan in session.store.all(Plan)):
        raise NotAllowed(
            "Đang có dự thảo kế hoạch thay thế kế hoạch này.", todo="Làm tiếp trên dự thảo đó."
        )
    day = _exact_day(date) if clean(date) else ""
    if day:
        _refuse_earlier(old, day)
    new_id = session.new_id()
    label = f"Thay kế hoạch số {old.document.number}"
    with session.store.transaction(label, actor=session.actor) as writing:
        document = replace(old.document, number="", date=day)
        writing.put(
            Plan(id=new_id, pack_code=old.pack_code, document=document, supersedes_id=old.id)
        )
        for movement in session.store.all(Movement, plan_id=plan_id):
            writing.put(_moved(movement, new_id, day or NOT_YET))
        if day:
            writing.put(replace(writing.get(Plan, plan_id), state="replaced"))
    return Replaced(plan_id=new_id, changes=session.store.last_changes())


def _moved(movement: Movement, plan_id: str, until: str) -> Movement:
    """Return a movement under its new plan, with the rules of before kept beside."""
    if movement.definition is None:
        return replace(movement, plan_id=plan_id)
    kept = EarlierRules(
        plan_id=movement.plan_id or "",
        until=until,
        rev=movement.definition_rev,
        definition=movement.definition,
    )
    return replace(movement, plan_id=plan_id, earlier=(*movement.earlier, kept))
