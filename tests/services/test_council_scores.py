"""Points before the Council: shown at each nominee, and deciding between equal votes first."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.council_season import (
    count_votes,
    make_season,
    row_named,
    start_sitting,
)
from thiduaqt.domain.plan import Criterion, MovementPlan, TieBreaker
from thiduaqt.domain.records import Nomination, Person, ScoreEntry, Vote
from thiduaqt.services import council, council_papers, movements, scoring
from thiduaqt.services.session import Session

INDIVIDUAL = "certificate_of_merit/individual"
# The three with equal votes at the last place; the first two have equal points as well.
POINTS = {"Ông Đỗ Văn Dũng": (70, 9), "Ông Bùi Văn Ân": (69, 10), "Bà Vũ Thị Yến": (70, 0)}


def _with_points(plan: MovementPlan) -> MovementPlan:
    group = plan.groups[0]
    items = (
        Criterion(code="p", title="Kết quả", kind="points", points=Decimal(80)),
        Criterion(code="q", title="Sáng kiến", kind="bonus", points=Decimal(20)),
    )
    rules = (TieBreaker(kind="criterion", code="q", wording="Điểm sáng kiến cao hơn"),)
    made = replace(group, criteria=(*group.criteria, *items), tie_breakers=rules)
    return replace(plan, groups=(made, *plan.groups[1:]))


def _score_all(session: Session) -> None:
    for item in session.store.all(Nomination):
        person = session.store.find(Person, item.person_id)
        points = POINTS.get(f"{person.honorific} {person.full_name}") if person else None
        if points is not None:
            said = [
                ScoreEntry(code=code, value=Decimal(value))
                for code, value in zip("pq", points, strict=True)
            ]
            scoring.enter(session, item.id, said)


@pytest.fixture
def season(tmp_path: Path) -> Session:
    session = make_season(tmp_path)
    movements.change_rules(session, "movement", "Chấm điểm", _with_points)
    _score_all(session)
    return session


def test_points_place_and_rule_stand_at_each_row(season: Session) -> None:
    sitting = start_sitting(season)
    rows = {name: row_named(season, sitting, name) for name in POINTS}
    assert [(row.points, row.place) for row in rows.values()] == [(79, 2), (79, 1), (70, 3)]
    assert rows["Ông Bùi Văn Ân"].rank_rule == "Điểm sáng kiến cao hơn"
    assert rows["Bà Vũ Thị Yến"].rank_words == "Hạng 3 (70 điểm)"
    unscored = row_named(season, sitting, "Bà Lê Thị Hạnh")
    assert (unscored.points, unscored.place) == (None, None)


def test_equal_votes_are_decided_by_points_and_the_rule_is_kept_and_printed(
    season: Session,
) -> None:
    sitting = start_sitting(season)
    count_votes(season, sitting)
    council.choose_highest(season, sitting, INDIVIDUAL)
    council.lock(season, sitting)
    winner = row_named(season, sitting, "Ông Bùi Văn Ân")
    assert (winner.chosen, winner.decider) == (True, "standing")
    assert not row_named(season, sitting, "Bà Vũ Thị Yến").chosen
    assert season.store.get(Vote, winner.id).chosen_by == "standing"
    assert council_papers.tally_paper(season, sitting).result.remarks == (
        (
            "Ông Đỗ Văn Dũng, Ông Bùi Văn Ân, Bà Vũ Thị Yến bằng tỷ lệ ở vị trí thứ 5: xét thứ "
            "hạng theo điểm (Điểm sáng kiến cao hơn), chọn Ông Bùi Văn Ân"
        ),
    )


def test_the_council_may_pass_over_the_points(season: Session) -> None:
    sitting = start_sitting(season)
    count_votes(season, sitting)
    chosen = row_named(season, sitting, "Bà Vũ Thị Yến")
    council.break_tie(season, sitting, INDIVIDUAL, [chosen.id])
    assert row_named(season, sitting, "Bà Vũ Thị Yến").decider == "council"
