"""Đăng ký thi đua: those awaited, many units at once, commitments, nothing at all."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from tests.plans_invented import scored_plan
from tests.scored import REGISTRATION
from tests.shots import seasons
from tests.shots.camera import Stage, settle
from tests.shots.studio import Studio, scene
from thiduaqt.services import movements
from thiduaqt.ui.screens.movements.general.tab import GeneralTab
from thiduaqt.ui.screens.movements.registrations.page import RegistrationsPage
from thiduaqt.ui.screens.movements.screen import MovementsScreen
from thiduaqt.ui.tables.columns import CellEdit


def _page(on: Stage) -> RegistrationsPage:
    screen = cast("MovementsScreen", on.go("movements", tab="general", field="registrations"))
    settle()
    return cast("GeneralTab", screen.tabs["general"]).registrations


@scene
def movements_registrations(studio: Studio) -> None:
    """A season where units are awaited; some register, one promises what the plan asks."""
    with studio.open(seasons.checked) as on:
        page = _page(on)
        on.take("movements-registrations-no-rule")
        targets = scored_plan().movements[0].targets
        movement_id = on.window.context.movement_id
        rule = replace(REGISTRATION, every_year=True)
        on.tasks.run(
            lambda s: movements.change_rules(
                s, movement_id, "Đặt quy định",
                lambda now: replace(now, registration=rule, targets=targets),
            )
        )  # fmt: skip
        settle()
        screen = cast(
            "MovementsScreen", on.go("movements", tab="general", field="registration_asked")
        )
        settle()
        on.take("movements-registrations-button")
        page = _page(on)
        on.take("movements-registrations-awaited")
        screen.setFocus()
        page.add_many.trigger()
        settle()
        for box in list(page.many.kinds.values())[:2]:
            box.setChecked(True)
        settle()
        on.take("movements-registrations-many")
        page.many.day.setText("20/03/2026")
        page.many.with_targets.setChecked(True)
        page.many.go.click()
        settle()
        rows = page.grid.rows()
        page.grid.edited.emit(
            [CellEdit(row=rows[0], column_key="registered_on", old="", new="12/04/2026"),
             CellEdit(row=rows[1], column_key="registrant", old="", new="đã ký"),
             CellEdit(row=rows[1], column_key="office", old="", new="đã ký")]
        )  # fmt: skip
        settle()
        page.grid.select_row(page.grid.rows()[1].id, "commitments")
        settle()
        on.take("movements-registrations")
        page.toggle_promises(on=True)
        settle()
        on.take("movements-registrations-promises")
