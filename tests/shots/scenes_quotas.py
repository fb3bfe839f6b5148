"""Số lượng khen: the numbers of a real plan, every form of an invented one, none at all."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from tests.plans_invented import scored_plan
from tests.shots import seasons
from tests.shots.camera import Stage, settle
from tests.shots.studio import Studio, scene
from thiduaqt.services import movements
from thiduaqt.ui.screens.movements.quotas.tab import QuotasTab
from thiduaqt.ui.screens.movements.screen import MovementsScreen


def _tab(on: Stage) -> QuotasTab:
    screen = cast("MovementsScreen", on.go("movements", tab="quotas"))
    settle()
    return cast("QuotasTab", screen.tabs["quotas"])


@scene
def movements_quotas(studio: Studio) -> None:
    """A real plan with its season, forms of every sort, a text that is no number, nothing."""
    with studio.open(seasons.checked) as on:
        tab = _tab(on)
        on.take("movements-quotas")
        tab.grid.edited.emit([])
        settle()
    with studio.open(seasons.empty) as on:
        movement_id = on.window.context.movement_id
        rules = scored_plan().movements[0]
        on.tasks.run(
            lambda s: movements.change_rules(
                s, movement_id, "Thay",
                lambda now: replace(now, quotas=rules.quotas, groups=rules.groups,
                                    leagues=rules.leagues),
            )
        )  # fmt: skip
        settle()
        tab = _tab(on)
        on.take("movements-quotas-forms")
        for form in ("percent", "shared"):
            for row in tab.grid.rows():
                kind = next(
                    (k for k, c in row.cells.items() if c.quotas and c.quotas[0].form == form), ""
                )
                if kind:
                    tab.grid.select_row(row.id, kind)
                    settle()
                    on.take(f"movements-quotas-{form}")
                    break
        on.tasks.run(
            lambda s: movements.change_rules(
                s, movement_id, "Thay", lambda now: replace(now, quotas=(), rounds=())
            )
        )
        settle()
        on.take("movements-quotas-none")
