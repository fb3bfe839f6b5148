"""Points and places before the Council: on the list and beside the votes, gone without scores."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from tests.council_season import ROUND, make_season, start_sitting
from tests.ui.conftest import Calls, context_on
from thiduaqt.domain.plan import Criterion
from thiduaqt.domain.records import ScoreEntry
from thiduaqt.domain.scoring import edits
from thiduaqt.services import movements, scoring
from thiduaqt.services.session import Session
from thiduaqt.ui.screens.council.columns import note_text
from thiduaqt.ui.screens.council.screen import LIST, CouncilScreen


@pytest.fixture
def season(tmp_path: Path) -> Iterator[Session]:
    session = make_season(tmp_path)
    yield session
    session.close()


def _score(season: Session) -> None:
    item = Criterion(code="p", title="Kết quả", kind="points", points=Decimal(100))
    movements.change_rules(
        season,
        "movement",
        "Chấm điểm",
        lambda plan: edits.change_group(plan, "all", lambda g: edits.add_criterion(g, item)),
    )
    for nomination_id, points in (("n1", 80), ("n2", 95)):
        scoring.enter(season, nomination_id, [ScoreEntry(code="p", value=Decimal(points))])


def _screen(season: Session, calls: Calls) -> CouncilScreen:
    start_sitting(season)
    context = context_on(season, calls)
    context.round_id = ROUND
    screen = CouncilScreen(context)
    screen.show()
    screen.go_to_step(LIST)
    return screen


def test_the_list_shows_points_and_place_of_those_scored(season: Session, calls: Calls) -> None:
    _score(season)
    screen = _screen(season, calls)
    grid = screen.list.grid
    column = grid.model.column_number("points")
    assert not grid.view.heading.isSectionHidden(column)
    shown = {row.id: grid.model.columns[column].text(row) for row in grid.rows()}
    assert (shown["n1"], shown["n2"], shown["n4"]) == ("80 · hạng 2", "95 · hạng 1", "")
    notes = {row.nomination_id: note_text(row) for row in screen.votes.grid.rows()}
    assert notes["n2"] == "Hạng 1 (95 điểm)"
    screen.close()


def test_without_scores_there_is_no_column_for_them(season: Session, calls: Calls) -> None:
    screen = _screen(season, calls)
    grid = screen.list.grid
    assert grid.view.heading.isSectionHidden(grid.model.column_number("points"))
    screen.close()
