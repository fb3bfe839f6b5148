"""Movements and plans: every edit of what they say goes through here, one step each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from thiduaqt.domain import completeness
from thiduaqt.domain.changes import Changes
from thiduaqt.domain.completeness import Gap
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import MovementPlan, PlanDocument, SubjectGroup
from thiduaqt.domain.plan_edits import with_office
from thiduaqt.domain.planning import PlanState
from thiduaqt.domain.records import (
    CriteriaEdition,
    Movement,
    Nomination,
    Plan,
    Registration,
    Round,
    ScoreSheet,
)
from thiduaqt.domain.text import clean
from thiduaqt.services import setup
from thiduaqt.services.editing import BadValue
from thiduaqt.services.session import Session
from thiduaqt.storage.transaction import Transaction

RulesChange = Callable[[MovementPlan], MovementPlan]
DocumentChange = Callable[[PlanDocument], PlanDocument]


def listing(session: Session) -> tuple[Movement, ...]:
    """Return the movements of the office, newest first."""
    return tuple(reversed(session.store.all(Movement)))


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementRow:
    """One line of the list of movements; ``missing`` counts what it lacks before it can be used."""

    id: str
    title: str
    short_name: str
    period_start: str = ""
    period_end: str = ""
    period_event: str = ""
    groups: int = 0
    targets: int = 0
    rounds: int = 0
    state: PlanState = "draft"
    number: str = ""
    missing: int = 0


def rows(session: Session) -> tuple[MovementRow, ...]:
    """Return the movements as a list shows them, newest first."""
    return tuple(_row(session, movement) for movement in listing(session))


def _row(session: Session, movement: Movement) -> MovementRow:
    rules = movement.definition or MovementPlan(code="", title="", short_name="")
    plan = session.store.find(Plan, movement.plan_id)
    return MovementRow(
        id=movement.id,
        title=movement.title,
        short_name=movement.short_name,
        period_start=rules.period_start,
        period_end=rules.period_end,
        period_event=rules.period_event,
        groups=len(rules.groups),
        targets=len(rules.targets),
        rounds=session.store.count(Round, movement_id=movement.id),
        state=plan.state if plan else "draft",
        number=plan.document.number if plan else "",
        missing=len(missing(session, movement.id)),
    )


def missing(session: Session, movement_id: str) -> tuple[Gap, ...]:
    """Return what a movement still lacks before it can be used, each with where to mend it."""
    movement = session.store.find(Movement, movement_id)
    if movement is None:
        return ()
    plan = session.store.find(Plan, movement.plan_id)
    return completeness.missing(
        movement.definition,
        plan.document if plan else None,
        rounds_open=bool(session.store.count(Round, movement_id=movement.id)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Created:
    """A movement that was made, the first of those its pack holds."""

    movement_id: str
    changes: Changes


def create_empty(session: Session, *, title: str, short_name: str = "", year: int) -> Created:
    """Start a movement without contents but for the conditions the law sets, and a yearly round.

    Letterhead and signer are those of our office. Raises BadValue for an empty title.
    """
    name = clean(title)
    if not name:
        raise BadValue("title", "Chưa có tên phong trào.", todo="Gõ tên phong trào.")
    blank = setup.pack(setup.EMPTY_PACK)
    document = with_office(replace(blank.document, abstract=name), session.office())
    rules = replace(blank.movements[0], title=name, short_name=clean(short_name))
    made = replace(blank, document=document, movements=(rules,))
    with session.store.transaction(f"Thêm phong trào {name}", actor=session.actor) as writing:
        ids = setup.start_plan(session, writing, made, year, pack_code=setup.EMPTY_PACK)
    return Created(movement_id=ids[0], changes=session.store.last_changes())


def create_from_pack(session: Session, pack_code: str, year: int) -> Created:
    """Start the movements of a pack, with a round of ``year`` and those the plan foresees."""
    known = {movement.id for movement in session.store.all(Movement)}
    changes = setup.start_movement(session, pack_code, year)
    fresh = [one.id for one in session.store.all(Movement) if one.id not in known]
    return Created(movement_id=fresh[0], changes=changes)


def remove(session: Session, movement_id: str) -> Changes:
    """Put a movement into the recycle bin, with its rounds and a plan nothing else stands in.

    Raises NotAllowed while nominations, registrations or movements below it hang on it.
    """
    movement = session.store.get(Movement, movement_id)
    _refuse_used(session, movement)
    name = movement.short_name or movement.title
    with session.store.transaction(f"Xóa phong trào {name}", actor=session.actor) as writing:
        for around in session.store.all(Round, movement_id=movement_id):
            writing.remove(around)
        writing.remove(writing.get(Movement, movement_id))
        plan = session.store.find(Plan, movement.plan_id)
        if plan is not None and not _beside(session, movement):
            writing.remove(plan)
    return session.store.last_changes()


def _refuse_used(session: Session, movement: Movement) -> None:
    rounds = session.store.all(Round, movement_id=movement.id)
    nominated = sum(session.store.count(Nomination, round_id=around.id) for around in rounds)
    registered = session.store.count(Registration, movement_id=movement.id)
    below = session.store.count(Movement, parent_id=movement.id)
    counted = (
        (nominated, f"{nominated} hồ sơ đề nghị"),
        (registered, f"{registered} bản đăng ký thi đua"),
        (below, f"{below} phong trào thuộc phong trào này"),
    )
    held = ", ".join(words for count, words in counted if count)
    if held:
        raise NotAllowed(
            f"Chưa xóa được phong trào vì còn {held}.",
            todo="Xóa hoặc chuyển các mục đó trước, hoặc giữ phong trào này lại.",
        )


def _beside(session: Session, movement: Movement) -> bool:
    """Tell whether the plan of a movement holds other movements too."""
    return session.store.count(Movement, plan_id=movement.plan_id) > 1


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
    """Keep the old edition of each group that was used and now reads otherwise, or is gone.

    The number of an edition is ours, whatever the new rules say: a group that comes back under
    its old code goes on counting, so that no two editions of a group share a number.
    """
    old_groups = movement.definition.groups if movement.definition else ()
    before = {group.code: group for group in old_groups}
    after = {group.code for group in rules.groups}
    for old in old_groups:
        if old.code not in after and _used(session, movement.id, old):
            writing.put(_retired(session, movement, old))
    groups = []
    for group in rules.groups:
        last = before.get(group.code)
        if last is None:
            groups.append(replace(group, version=_next_version(session, movement.id, group)))
        elif _scores_differ(last, group) and _used(session, movement.id, last):
            writing.put(_retired(session, movement, last))
            groups.append(replace(group, version=last.version + 1))
        else:
            groups.append(replace(group, version=last.version))
    return replace(rules, groups=tuple(groups))


def _retired(session: Session, movement: Movement, group: SubjectGroup) -> CriteriaEdition:
    return CriteriaEdition(
        id=session.new_id(),
        movement_id=movement.id,
        subject_group=group.code,
        version=group.version,
        retired_on=session.today().isoformat(),
        content=group,
    )


def _next_version(session: Session, movement_id: str, group: SubjectGroup) -> int:
    """Return the number of a group that was not there: its own, or after its last edition."""
    kept = session.store.all(CriteriaEdition, movement_id=movement_id, subject_group=group.code)
    return max([group.version, *(item.version + 1 for item in kept)])


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
