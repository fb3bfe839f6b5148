"""Văn bản: a plan as it reads, worded by hand, its outline, what the review finds, a file."""

from __future__ import annotations

from typing import cast

from tests.shots import seasons
from tests.shots.camera import Stage, settle
from tests.shots.studio import Studio, scene
from thiduaqt.services import movements, plan_paper, plan_review
from thiduaqt.ui.screens.movements.screen import MovementsScreen
from thiduaqt.ui.screens.movements.text.tab import OUTLINE, REVIEW, TEXT, TextTab


def _tab(on: Stage) -> TextTab:
    screen = cast("MovementsScreen", on.go("movements", tab="text"))
    settle()
    return cast("TextTab", screen.tabs["text"])


@scene
def movements_text(studio: Studio) -> None:
    """A plan from a model of another commune: read, edited, its outline, the review."""
    with studio.open(seasons.empty) as on:
        tab = _tab(on)
        on.take("movements-text")
        assert tab.plan is not None
        plan_id = tab.plan.id
        point = next(block for block in tab.page.rows.blocks if block.kind == "point")
        on.tasks.run(
            lambda s: plan_paper.edit_paragraph(s, plan_id, point.key, "Lời văn do cán bộ viết lại")
        )
        settle()
        tab.page.choose(point.key)
        settle()
        on.take("movements-text-edited")
        tab.show_page(OUTLINE)
        settle()
        on.take("movements-text-outline")
        tab.show_page(REVIEW)
        settle()
        on.take("movements-text-review")
        on.tasks.run(lambda s: plan_review.mark_seen(s, plan_id, tab.found))
        settle()
        on.take("movements-text-review-seen")
        tab.show_page(TEXT)
    with studio.open(seasons.empty) as on:
        first = on.window.context.movement_id
        on.tasks.run(lambda s: movements.remove(s, first))
        on.tasks.run(
            lambda s: movements.create_empty(s, title="Thi đua vì môi trường xanh", year=2027)
        )
        settle()
        tab = _tab(on)
        on.take("movements-text-blank")
