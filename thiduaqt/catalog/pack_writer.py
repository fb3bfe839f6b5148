"""Writes a plan with its movements as a movement pack: one file, or a folder for several.

What is written reads back as the same plan. The order is that of the classes, so that the same plan
always gives the same bytes. Criteria that open every group are written once, as ``[[common]]``; a
movement with the same groups as the first says ``same_as``.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from thiduaqt.catalog.pack_files import MOVEMENT_FILES, PLAN_FILE, SHARED
from thiduaqt.catalog.toml_text import table_lines, text, value_lines, whole_table
from thiduaqt.domain.plan import MovementPlan, SubjectGroup

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thiduaqt.catalog.packs import PackHead
    from thiduaqt.domain.plan import Criterion, PlanPack

COMMENT = "# Gói phong trào thi đua. Mẫu và tên các khóa: resources/catalog/schema."


def as_file(head: PackHead, pack: PlanPack) -> str:
    """Return a plan with one movement as the text of one TOML file. Raises ValueError for more."""
    [plan] = pack.movements
    common = _common(plan.groups)
    lines = [
        *_movement_head(plan),
        *whole_table(head, "pack"),
        *whole_table(pack.document, "plan"),
        *_common_lines(common),
        *table_lines(_without(plan, common), ""),
    ]
    return _joined(lines)


def as_folder(head: PackHead, pack: PlanPack) -> dict[str, str]:
    """Return a plan as the texts of a folder's files by their names."""
    common = _common([group for plan in pack.movements for group in plan.groups])
    plan_lines = [
        *whole_table(head, "pack"),
        *whole_table(pack.document, "plan"),
        *_common_lines(common),
    ]
    files = {PLAN_FILE: _joined(plan_lines)}
    for number, plan in enumerate(pack.movements, start=1):
        own, taken = _shared(pack.movements[0], _without(plan, common), number, common)
        lines = [*_movement_head(plan), f"order = {number}", *taken, *table_lines(own, "")]
        files[f"{MOVEMENT_FILES}{number:02d}.toml"] = _joined(lines)
    return files


def _movement_head(plan: MovementPlan) -> Iterator[str]:
    yield ""
    yield from value_lines(plan)


def _joined(lines: Sequence[str]) -> str:
    return "\n".join([COMMENT, *lines]) + "\n"


def _common(groups: Sequence[SubjectGroup]) -> tuple[Criterion, ...]:
    """Return the criteria that open each of several groups, none for a single one."""
    if len(groups) < 2:
        return ()
    columns = zip(*(group.criteria for group in groups), strict=False)
    same = takewhile(lambda column: all(item == column[0] for item in column), columns)
    return tuple(column[0] for column in same)


def _common_lines(common: Sequence[Criterion]) -> Iterator[str]:
    for item in common:
        yield from whole_table(item, "common", listed=True)


def _without(plan: MovementPlan, common: Sequence[Criterion]) -> MovementPlan:
    groups = tuple(replace(group, criteria=group.criteria[len(common) :]) for group in plan.groups)
    return replace(plan, groups=groups)


def _shared(
    first: MovementPlan, plan: MovementPlan, number: int, common: Sequence[Criterion]
) -> tuple[MovementPlan, list[str]]:
    """Return what a movement writes itself, and the lines that say what it takes from the first."""
    whole = _without(first, common)
    if number == 1 or not plan.groups or plan.groups != whole.groups:
        return plan, []
    own = plan
    taken = [f"same_as = {text(first.code)}"]
    for family in SHARED:
        if getattr(plan, family) == getattr(whole, family):
            own = replace(own, **{family: ()})  # type: ignore[arg-type]  # families are tuples
        elif not getattr(plan, family):
            taken.append(f"{family} = []")
    return own, taken
