"""Edits of a group's criteria: each takes a group and returns a new one, references kept valid.

Thresholds and tie-breakers name criteria and sections by code. Giving a node another code carries
them along; taking a node away takes their mention of it away too, and :func:`dangling` says
beforehand which that would be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import (
    Criterion,
    MovementPlan,
    Section,
    SubjectGroup,
    Threshold,
    TieBreaker,
)
from thiduaqt.domain.scoring.standing import rule_words
from thiduaqt.domain.scoring.structure import Shape, titles
from thiduaqt.domain.scoring.words import threshold_words


class _Coded(Protocol):
    @property
    def code(self) -> str: ...


T = TypeVar("T", bound=_Coded)
_STEM = re.compile(r"^(?P<stem>.*?)(?P<number>\d*)$")


def fresh_code(taken: Collection[str], like: str = "") -> str:
    """Return a code nobody has, counting on from ``like``: after "II.3" comes "II.4".

    It is higher than every number in use, so that a code that was taken away does not come back
    and carry old ticks or scores with it.
    """
    match = _STEM.match(like)
    stem = match["stem"] if match else ""
    stem = stem or "M"
    numbers = [
        int(code[len(stem) :])
        for code in taken
        if code.startswith(stem) and code[len(stem) :].isdigit()
    ]
    return f"{stem}{max(numbers, default=0) + 1}"


def codes_of(group: SubjectGroup) -> set[str]:
    """Return the codes of all criteria and sections of a group."""
    return set(titles(group))


# --- Adding and changing ------------------------------------------------------------------------


def add_criterion(group: SubjectGroup, criterion: Criterion, *, after: str = "") -> SubjectGroup:
    """Add an item, at the end of its section or right after the item ``after``.

    One whose code is empty or taken gets a fresh one.
    """
    made = replace(criterion, code=_free(group, criterion.code, criterion.section))
    return replace(group, criteria=_put(group.criteria, made, after))


def add_section(group: SubjectGroup, section: Section, *, after: str = "") -> SubjectGroup:
    """Add a section, at the end or right after the section ``after``."""
    made = replace(section, code=_free(group, section.code, section.parent))
    return replace(group, sections=_put(group.sections, made, after))


def _free(group: SubjectGroup, wished: str, section: str) -> str:
    taken = codes_of(group)
    if wished and wished not in taken:
        return wished
    return fresh_code(taken, wished or (f"{section}." if section else ""))


def _put(items: tuple[T, ...], made: T, after: str) -> tuple[T, ...]:
    at = next((n for n, item in enumerate(items, start=1) if item.code == after), len(items))
    return (*items[:at], made, *items[at:])


def change_node(group: SubjectGroup, code: str, /, **fields: Any) -> SubjectGroup:  # noqa: ANN401 - fields of either kind of node
    """Change fields of a criterion or section; another code is carried to all that name it.

    Raises NotAllowed for an unknown node, a code that is taken and a section moved into itself.
    """
    shape = Shape(group)
    node = _known(shape, code)
    wished = str(fields.get("code", code))
    if wished != code and (not wished or wished in codes_of(group)):
        raise NotAllowed(f"Mã “{wished}” đã có trong nhóm này.", todo="Chọn mã khác.")
    parent = fields.get("parent" if isinstance(node, Section) else "section")
    if parent is not None:
        _may_hold(shape, code, str(parent))
    if isinstance(node, Section):
        group = replace(group, sections=_swapped(group.sections, code, replace(node, **fields)))
    else:
        group = replace(group, criteria=_swapped(group.criteria, code, replace(node, **fields)))
    return group if wished == code else _renamed(group, code, wished)


def rename(group: SubjectGroup, code: str, title: str) -> SubjectGroup:
    """Give a criterion or section another title."""
    return change_node(group, code, title=title)


def _known(shape: Shape, code: str) -> Criterion | Section:
    node = shape.node(code)
    if node is None:
        raise NotAllowed(f"Không thấy tiêu chí “{code}” trong nhóm này.", todo="Tải lại bảng.")
    return node


def _swapped(items: tuple[T, ...], code: str, new: T) -> tuple[T, ...]:
    return tuple(new if item.code == code else item for item in items)


def _renamed(group: SubjectGroup, old: str, new: str) -> SubjectGroup:
    """Carry another code to everything that names the old one."""

    def swap(code: str) -> str:
        return new if code == old else code

    return replace(
        group,
        criteria=tuple(replace(item, section=swap(item.section)) for item in group.criteria),
        sections=tuple(replace(item, parent=swap(item.parent)) for item in group.sections),
        thresholds=tuple(_with_codes(item, swap) for item in group.thresholds),
        tie_breakers=tuple(replace(item, code=swap(item.code)) for item in group.tie_breakers),
    )


def _with_codes(threshold: Threshold, swap: Callable[[str], str]) -> Threshold:
    return replace(
        threshold,
        all_of=tuple(swap(code) for code in threshold.all_of),
        any_of=tuple(swap(code) for code in threshold.any_of),
    )


# --- Taking away --------------------------------------------------------------------------------


def branch(group: SubjectGroup, code: str) -> tuple[str, ...]:
    """Return the code of a node and of everything in it."""
    shape = Shape(group)
    return (code, *(node.code for node in shape.inside(code)))


def dangling(group: SubjectGroup, code: str) -> tuple[str, ...]:
    """Return in words what names a node, or anything in it, and would lose it."""
    gone = set(branch(group, code))
    names = dict(titles(group))
    found = [
        f"Ngưỡng khen: {threshold_words(threshold, names)}"
        for threshold in group.thresholds
        if gone & {*threshold.all_of, *threshold.any_of}
    ]
    found += [
        f"Xét khi bằng điểm: {rule_words(rule, names)}"
        for rule in group.tie_breakers
        if rule.code in gone
    ]
    return tuple(found)


def remove(group: SubjectGroup, code: str) -> SubjectGroup:
    """Take a node away with everything in it, and every mention of it.

    A threshold loses the condition, a tie-breaker that compares it goes. Raises NotAllowed for a
    node that is not there.
    """
    _known(Shape(group), code)
    gone = set(branch(group, code))
    return replace(
        group,
        criteria=tuple(item for item in group.criteria if item.code not in gone),
        sections=tuple(item for item in group.sections if item.code not in gone),
        thresholds=tuple(_without(item, gone) for item in group.thresholds),
        tie_breakers=tuple(rule for rule in group.tie_breakers if rule.code not in gone),
    )


def _without(threshold: Threshold, gone: Collection[str]) -> Threshold:
    return replace(
        threshold,
        all_of=tuple(code for code in threshold.all_of if code not in gone),
        any_of=tuple(code for code in threshold.any_of if code not in gone),
    )


# --- Moving -------------------------------------------------------------------------------------


def _may_hold(shape: Shape, code: str, section: str) -> None:
    if section and not isinstance(shape.node(section), Section):
        raise NotAllowed(f"Không thấy nhóm tiêu chí “{section}”.", todo="Chọn nhóm khác.")
    if section == code or code in shape.above(section):
        raise NotAllowed(
            "Không đặt được một nhóm tiêu chí vào chính nó.", todo="Chọn nhóm tiêu chí khác."
        )


def move(group: SubjectGroup, code: str, section: str, *, before: str = "") -> SubjectGroup:
    """Put a node into another section (empty: the top), before ``before`` or at the end.

    Items stand before sections in one section, so ``before`` counts among its own kind. Raises
    NotAllowed for a section that would stand inside itself.
    """
    shape = Shape(group)
    node = _known(shape, code)
    _may_hold(shape, code, section)
    if isinstance(node, Section):
        moved = replace(node, parent=section)
        return replace(group, sections=_placed(group.sections, moved, before))
    return replace(group, criteria=_placed(group.criteria, replace(node, section=section), before))


def _placed(items: tuple[T, ...], made: T, before: str) -> tuple[T, ...]:
    others = tuple(item for item in items if item.code != made.code)
    at = next((n for n, item in enumerate(others) if item.code == before), len(others))
    return (*others[:at], made, *others[at:])


def reorder(group: SubjectGroup, code: str, step: int) -> SubjectGroup:
    """Move a node up (negative) or down among its siblings of the same kind, as far as it goes."""
    shape = Shape(group)
    node = _known(shape, code)
    parent = shape.parent(node)
    siblings = [item.code for item in shape.children(parent) if type(item) is type(node)]
    at = siblings.index(code)
    to = min(max(at + step, 0), len(siblings) - 1)
    if to == at:
        return group
    beyond = to + 1 if to > at else to
    return move(group, code, parent, before=siblings[beyond] if beyond < len(siblings) else "")


def nest(group: SubjectGroup, code: str, step: int) -> SubjectGroup:
    """Put a node into the section before it among its siblings (1), or out behind its own (-1).

    Items stand before sections, so an item goes into the first section beside it. Where there is
    no such section nothing changes.
    """
    shape = Shape(group)
    node = _known(shape, code)
    parent = shape.parent(node)
    if step < 0:
        if not parent:
            return group
        around = shape.parent(_known(shape, parent))
        after = [item.code for item in shape.children(around) if isinstance(item, Section)]
        behind = after[after.index(parent) + 1 :] if isinstance(node, Section) else []
        return move(group, code, around, before=behind[0] if behind else "")
    beside = [item.code for item in shape.children(parent) if isinstance(item, Section)]
    at = beside.index(code) - 1 if isinstance(node, Section) else 0
    return move(group, code, beside[at]) if 0 <= at < len(beside) else group


# --- Copying ------------------------------------------------------------------------------------


def copy_within(group: SubjectGroup, code: str) -> SubjectGroup:
    """Add a copy of a node, with everything in it, under fresh codes right after it."""
    return _pasted(group, group, code, section=None, after=code)


def copy_to(
    plan: MovementPlan, source: str, code: str, target: str, *, section: str = ""
) -> MovementPlan:
    """Copy a node of the group ``source`` with everything in it to the group ``target``.

    The copies get codes of their own there; thresholds and tie-breakers stay behind. Raises
    NotAllowed for a group, node or section that is not there.
    """
    groups = {group.code: group for group in plan.groups}
    missing = next((name for name in (source, target) if name not in groups), None)
    if missing is not None:
        raise NotAllowed(f"Không thấy nhóm đối tượng “{missing}”.", todo="Tải lại bảng.")
    if section:
        _may_hold(Shape(groups[target]), "", section)
    made = _pasted(groups[source], groups[target], code, section=section, after="")
    return with_group(plan, made)


def _pasted(
    source: SubjectGroup, target: SubjectGroup, code: str, *, section: str | None, after: str
) -> SubjectGroup:
    node = _known(Shape(source), code)
    taken = codes_of(target)
    fresh: dict[str, str] = {}
    for old in branch(source, code):
        fresh[old] = old if old not in taken else fresh_code(taken, old)
        taken.add(fresh[old])
    criteria = [
        replace(item, code=fresh[item.code], section=fresh.get(item.section, item.section))
        for item in source.criteria
        if item.code in fresh
    ]
    sections = [
        replace(item, code=fresh[item.code], parent=fresh.get(item.parent, item.parent))
        for item in source.sections
        if item.code in fresh
    ]
    if section is not None and isinstance(node, Section):
        sections = [replace(sections[0], parent=section), *sections[1:]]
    elif section is not None:
        criteria = [replace(criteria[0], section=section)]
    return replace(
        target,
        criteria=_spliced(target.criteria, criteria, after),
        sections=_spliced(target.sections, sections, after),
    )


def _spliced(items: tuple[T, ...], made: Iterable[T], after: str) -> tuple[T, ...]:
    at = next((n for n, item in enumerate(items, start=1) if item.code == after), len(items))
    return (*items[:at], *made, *items[at:])


# --- Groups and rules ---------------------------------------------------------------------------


def with_group(plan: MovementPlan, group: SubjectGroup) -> MovementPlan:
    """Return the plan with ``group`` in the place of the one with its code, or added."""
    if plan.group(group.code) is None:
        return replace(plan, groups=(*plan.groups, group))
    swapped = tuple(group if item.code == group.code else item for item in plan.groups)
    return replace(plan, groups=swapped)


def change_group(
    plan: MovementPlan, code: str, change: Callable[[SubjectGroup], SubjectGroup]
) -> MovementPlan:
    """Change one group of a plan. Raises NotAllowed where there is no such group."""
    group = plan.group(code)
    if group is None:
        raise NotAllowed(f"Không thấy nhóm đối tượng “{code}”.", todo="Tải lại bảng.")
    return with_group(plan, change(group))


def set_threshold(group: SubjectGroup, threshold: Threshold) -> SubjectGroup:
    """Set what opens an award: in the place of its first threshold, or added."""
    for n, item in enumerate(group.thresholds):
        if item.award == threshold.award:
            others = (*group.thresholds[:n], threshold, *group.thresholds[n + 1 :])
            return replace(group, thresholds=others)
    return replace(group, thresholds=(*group.thresholds, threshold))


def set_tie_breakers(group: SubjectGroup, rules: Iterable[TieBreaker]) -> SubjectGroup:
    """Set the rules for equal points in their order."""
    return replace(group, tie_breakers=tuple(rules))
