"""Chấm điểm in the panel of nominations: empty, scored, refused, two scorers, new criteria."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from PySide6.QtWidgets import QLineEdit

from tests.scored import nominee, score_movement, sheet
from tests.shots import seasons
from tests.shots.camera import Stage, settle
from tests.shots.studio import Studio, scene
from thiduaqt.domain.scoring import edits
from thiduaqt.services import movements, scoring
from thiduaqt.services.session import Session
from thiduaqt.ui.screens.nominations.screen import NominationsScreen


def _fill(session: Session) -> list[str]:
    movement_id = score_movement(session)
    assert movement_id
    rows = [nominee(session, f"Tổ CNSCĐ thôn {n}", unit=f"Thôn {n}") for n in (1, 3, 5)]
    scoring.enter(session, rows[1].id, sheet(II_1=(85, 100), II_2=5, II_3=36, III_1=25, V_2=1))
    scoring.enter(session, rows[1].id, sheet(II_2=5, II_3=40), "self")
    scoring.enter(session, rows[2].id, sheet(II_1="na", II_2=2, II_3=9, III_1=10))
    return [row.id for row in rows]


def _screen(on: Stage, row_id: str) -> NominationsScreen:
    screen = cast("NominationsScreen", on.go("nominations"))
    settle()
    screen.grid.select_row(row_id, "name")
    settle()
    screen.panel.area.ensureWidgetVisible(screen.panel.scores, 0, 0)
    bar = screen.panel.area.verticalScrollBar()
    bar.setValue(screen.panel.scores.y())
    settle()
    return screen


@scene
def nominations_scores(studio: Studio) -> None:
    """One nominee nobody scored, one above, one below the threshold, a slip, new criteria."""
    with studio.open(seasons.empty) as on:
        ids: list[str] = []
        on.tasks.run(lambda s: ids.extend(_fill(s)))
        settle()
        _screen(on, ids[0])
        on.take("nominations-scores-none")
        screen = _screen(on, ids[1])
        on.take("nominations-scores")
        bar = screen.panel.area.verticalScrollBar()
        bar.setValue(bar.maximum())
        settle()
        on.take("nominations-scores-below")
        screen = _screen(on, ids[2])
        row = screen.panel.scores.rows["II.3"]
        editor = cast("QLineEdit", row.fields["value"].widget)
        editor.setFocus()
        editor.setText("45")
        editor.clearFocus()
        settle()
        on.take("nominations-scores-wrong")
        movement_id = on.window.context.movement_id
        on.tasks.run(
            lambda s: movements.change_rules(
                s, movement_id, "Sửa",
                lambda plan: edits.change_group(
                    plan, "TO", lambda g: edits.change_node(g, "II.3", points=Decimal(50))
                ),
            )
        )  # fmt: skip
        settle()
        screen = _screen(on, ids[1])
        bar.setValue(bar.maximum())
        settle()
        on.take("nominations-scores-edition")
