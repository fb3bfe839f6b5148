"""Phong trào, tiêu chí: no movement, the list, a new one, and every tab of one."""

from __future__ import annotations

from typing import cast

from tests.shots import seasons
from tests.shots.camera import Stage, settle
from tests.shots.studio import Studio, scene
from thiduaqt.services import movements, rounds
from thiduaqt.ui.screens.movements.dates.tab import DatesTab
from thiduaqt.ui.screens.movements.general.tab import GeneralTab
from thiduaqt.ui.screens.movements.screen import MovementsScreen


def _screen(on: Stage, **filters: object) -> MovementsScreen:
    return cast("MovementsScreen", on.go("movements", **filters))


@scene
def movements_list(studio: Studio) -> None:
    """No movement at all, a list of three, a new one from a pack and an empty one."""
    with studio.open(seasons.empty) as on:
        first = on.window.context.movement_id
        on.tasks.run(lambda s: movements.remove(s, first))
        settle()
        screen = _screen(on)
        on.take("movements-none")
        screen.begin_new("pack")
        settle()
        on.take("movements-new-pack")
        screen.begin_new("blank")
        settle()
        on.take("movements-new-blank")
    with studio.open(seasons.empty) as on:
        on.tasks.run(
            lambda s: movements.create_empty(s, title="Thi đua vì môi trường xanh", year=2027)
        )
        settle()
        screen = _screen(on)
        screen.show_list()
        settle()
        on.take("movements-list")


@scene
def movements_general(studio: Studio) -> None:
    """What a movement is: whole, with gaps, its lists, and a cell that cannot be read."""
    with studio.open(seasons.empty) as on:
        screen = _screen(on, tab="general")
        on.take("movements-general")
        for section in ("document", "bases", "routes", "registration", "blocks"):
            tab = screen.tabs["general"]
            tab.go_to({"document": "number", "registration": "asked"}.get(section, section), "")
            settle()
            on.take(f"movements-general-{section}")


@scene
def movements_dates(studio: Studio) -> None:
    """The line of time: as the plan has it, with all suggestions, and each of its lists."""
    with studio.open(seasons.empty) as on:
        screen = _screen(on, tab="dates")
        on.take("movements-dates")
        context = on.window.context
        on.tasks.run(
            lambda s: rounds.change_round(s, context.round_id, {"award_day": "18/12/2026"})
        )
        settle()
        tab = cast("DatesTab", screen.tabs["dates"])
        tab.show_back(on=True)
        settle()
        on.take("movements-dates-back")
        tab.back.take_all.click()
        settle()
        on.window.toast.hide()
        tab.zoom.button("year").click()
        settle()
        on.take("movements-dates-taken")
        tab.show_back(on=False)
        for part in ("rounds", "phases", "open"):
            tab.show_part(part)
            settle()
            on.take(f"movements-dates-{part}")


@scene
def movements_gaps(studio: Studio) -> None:
    """What a new movement still lacks, and what could not be kept."""
    with studio.open(seasons.empty) as on:
        made = on.window.context
        on.tasks.run(
            lambda s: movements.create_empty(s, title="Thi đua vì môi trường xanh", year=2027)
        )
        settle()
        newest = movements.listing(made.session)[0]
        screen = _screen(on, movement_id=newest.id, tab="general")
        screen.gaps_button.button.click()
        settle()
        on.take("movements-gaps")
        tab = cast("GeneralTab", screen.tabs["general"])
        screen.gaps.hide()
        tab.lists["papers"].grid.rows_added.emit([{"name": "Báo cáo", "kinds": "thôn"}])
        settle()
        on.take("movements-refused")
