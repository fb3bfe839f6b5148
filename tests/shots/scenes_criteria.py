"""Tiêu chí: a checklist, a scored tree with bands, the whole group, an empty one, in trouble."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from tests.plans_invented import scored_plan
from tests.shots import seasons
from tests.shots.camera import Stage, settle
from tests.shots.studio import Studio, scene
from thiduaqt.domain.scoring import edits
from thiduaqt.services import movements
from thiduaqt.ui.screens.movements.criteria.tab import GROUP, CriteriaTab
from thiduaqt.ui.screens.movements.screen import MovementsScreen


def _tab(on: Stage) -> CriteriaTab:
    screen = cast("MovementsScreen", on.go("movements", tab="criteria"))
    settle()
    return cast("CriteriaTab", screen.tabs["criteria"])


def _with_scored_plan(on: Stage) -> None:
    """Give the movement of the season the invented plan with 115 points."""
    movement_id = on.window.context.movement_id
    rules = scored_plan().movements[0]
    on.tasks.run(
        lambda s: movements.change_rules(
            s, movement_id, "Thay tiêu chí",
            lambda now: replace(now, groups=rules.groups, leagues=rules.leagues),
        )
    )  # fmt: skip
    settle()


@scene
def movements_criteria_checklist(studio: Studio) -> None:
    """The checklist of a real plan, and a group that is still empty."""
    with studio.open(seasons.empty) as on:
        tab = _tab(on)
        on.take("movements-criteria-checklist")
        tab.show_page(GROUP)
        settle()
        on.take("movements-criteria-checklist-group")
        tab.groups.new_wanted.emit()
        settle()
        on.take("movements-criteria-new-group")


@scene
def movements_criteria_scored(studio: Studio) -> None:
    """A tree with points: an item with bands, its section, the group, a wrong total, a new item."""
    with studio.open(seasons.empty) as on:
        _with_scored_plan(on)
        tab = _tab(on)
        group = tab.group
        assert group is not None
        banded = next(item for item in group.criteria if item.steps)
        tab.tree.choose(banded.code)
        settle()
        on.take("movements-criteria-scored")
        tab.tree.choose(group.sections[0].code)
        settle()
        on.take("movements-criteria-section")
        tab.show_page(GROUP)
        settle()
        on.take("movements-criteria-group")
        tab.commit(
            "Sửa",
            lambda rules: edits.with_group(rules, replace(group, total=group.total - 5)),  # type: ignore[operator]  # this plan states a total
        )
        settle()
        on.take("movements-criteria-wrong-total")
        tab.tree.choose(banded.code)
        tab.add_criterion.trigger()
        settle()
        on.take("movements-criteria-new")
