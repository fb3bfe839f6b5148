"""Movements and plans: every edit of what they say goes through here, one step each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import MovementPlan, PlanDocument, SubjectGroup
from thiduaqt.domain.records import CriteriaEdition, Movement, Plan, ScoreSheet
from thiduaqt.services.session import Session
from thiduaqt.storage.transaction import Transaction

RulesChange = Callable[[MovementPlan], MovementPlan]
DocumentChange = Callable[[PlanDocument], PlanDocument]


def listing(session: Session) -> tuple[Movement, ...]:
    """Return the movements of the office, newest first."""
    return tuple(reversed(session.store.all(Movement)))


def change_rules(session: Session, movement_id: str, label: str, change: RulesChange) -> Changes:
    """Change what a movement's plan says; ``change`` gets the rules and returns new ones.

    A group whose criteria somebody was scored under keeps its old edition beside the
    new one, so that old scores keep their meaning. Nothing is written where nothing changed.
    Raises NotAllowed for a movement without rules, and whatever ``change`` raises.
    """
    with session.store.transaction(label, actor=session.actor) as writing:
        movement = writing.get(Movement, movement_id)
        if movement.definition is None:
            raise NotAllowed(
                "Phong trào này không kèm nội dung kế hoạch.",
                todo="Tạo phong trào từ mẫu hoặc từ phong trào đã có.",
            )
        rules = change(movement.definition)
        if rules != movement.definition:
            kept = _with_editions(session, writing, movement, rules)
            writing.put(
                replace(
                    movement,
                    title=kept.title,
                    short_name=kept.short_name,
                    definition=kept,
                    definition_rev=movement.definition_rev + 1,
                )
            )
    return session.store.last_changes()


def _with_editions(
    session: Session, writing: Transaction, movement: Movement, rules: MovementPlan
) -> MovementPlan:
    """Keep the old edition of each group that was used and now reads otherwise."""
    old_groups = movement.definition.groups if movement.definition else ()
    before = {group.code: group for group in old_groups}
    groups = []
    for group in rules.groups:
        old = before.get(group.code)
        if old is None or not _scores_differ(old, group) or not _used(session, movement.id, old):
            groups.append(group)
            continue
        writing.put(
            CriteriaEdition(
                id=session.new_id(),
                movement_id=movement.id,
                subject_group=old.code,
                version=old.version,
                retired_on=session.today().isoformat(),
                content=old,
            )
        )
        groups.append(replace(group, version=old.version + 1))
    return replace(rules, groups=tuple(groups))


def _scores_differ(old: SubjectGroup, new: SubjectGroup) -> bool:
    """Tell whether a change touches what a score means: not names of the group or its units."""

    def scored(group: SubjectGroup) -> tuple[object, ...]:
        return (
            group.criteria, group.sections, group.required_checks, group.scorers,
            group.thresholds, group.tie_breakers,
        )  # fmt: skip

    return scored(old) != scored(new)


def _used(session: Session, movement_id: str, group: SubjectGroup) -> bool:
    """Tell whether somebody was scored under this edition of the group's criteria."""
    return bool(
        session.store.count(
            ScoreSheet,
            movement_id=movement_id,
            subject_group=group.code,
            version=group.version,
        )
    )


def change_document(session: Session, plan_id: str, label: str, change: DocumentChange) -> Changes:
    """Change what a plan says of itself as a document."""
    with session.store.transaction(label, actor=session.actor) as writing:
        plan = writing.get(Plan, plan_id)
        document = change(plan.document)
        if document != plan.document:
            writing.put(replace(plan, document=document))
    return session.store.last_changes()
