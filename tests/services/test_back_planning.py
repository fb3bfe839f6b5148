"""Back-planning: suggestions, taken over one by one or all, and rounds with their dates."""

from pathlib import Path

import pytest

from tests.builders import a_session, the_movement, the_round
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import Deadline
from thiduaqt.domain.plan_edits import with_changed
from thiduaqt.domain.records import Nomination, Round
from thiduaqt.services import (
    back_planning,
    history,
    movements,
    rounds,
    season_facts,
    season_line,
    tasks_of_plan,
)
from thiduaqt.services.editing import BadValue
from thiduaqt.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return a_session(tmp_path)


def dated(session: Session) -> str:
    around = the_round(session)
    rounds.set_dates(session, around.id, deadline="", award_day="18/12/2026")
    return around.id


def by_code(session: Session) -> dict[str, back_planning.Suggestion]:
    found = back_planning.suggestions(session, the_movement(session).id, the_round(session).id)
    return {one.code: one for one in found}


def test_without_an_award_day_nothing_is_dated(session: Session) -> None:
    found = by_code(session)
    assert [one.days for one in found.values()] == [-45, -30, -21, -14, -10, -5, 10]
    assert all(one.due is None and not one.taken for one in found.values())


def test_suggestions_count_back_from_the_award_day(session: Session) -> None:
    dated(session)
    found = by_code(session)
    assert {code: one.due.value for code, one in found.items() if one.due} == {
        "call": "2026-11-03",
        "collect": "2026-11-18",
        "check": "2026-11-27",
        "council": "2026-12-04",
        "decide": "2026-12-08",
        "print": "2026-12-13",
        "report": "2026-12-28",
    }
    assert all(one.due is not None and one.due.suggested for one in found.values())


def test_one_is_taken_over_and_moves_with_the_award_day(session: Session) -> None:
    round_id = dated(session)
    back_planning.take_over(session, the_movement(session).id, round_id, ["council"])
    rules = the_movement(session).definition
    assert rules is not None
    (item,) = rules.milestones
    assert item.when == Deadline(anchor="award_day", offset=-14)
    assert item.source.tag == "plan"
    assert by_code(session)["council"].taken
    assert not by_code(session)["check"].taken


def test_all_are_taken_over_once_and_undone_as_one_step(session: Session) -> None:
    round_id = dated(session)
    movement_id = the_movement(session).id
    every = [one.code for one in by_code(session).values()]
    back_planning.take_over(session, movement_id, round_id, every)
    assert session.store.get(Round, round_id).deadline == "2026-11-18"
    back_planning.take_over(session, movement_id, round_id, every)
    rules = the_movement(session).definition
    assert rules is not None
    assert len(rules.milestones) == 6
    history.undo(session)
    rules = the_movement(session).definition
    assert rules is not None
    assert rules.milestones == ()
    assert session.store.get(Round, round_id).deadline == ""


def test_the_last_day_for_nominations_needs_the_award_day(session: Session) -> None:
    with pytest.raises(NotAllowed, match="Chưa có ngày trao"):
        back_planning.take_over(
            session, the_movement(session).id, the_round(session).id, ["collect"]
        )


def test_a_round_is_changed_and_closed(session: Session) -> None:
    round_id = the_round(session).id
    rounds.change_round(session, round_id, {"award_day": "12/2026", "closed": "Có"})
    around = session.store.get(Round, round_id)
    assert (around.award_day, around.closed) == ("2026-12", True)
    rounds.change_round(session, round_id, {"award_day": "18/12/2026", "closed": "Không"})
    with pytest.raises(BadValue, match="sau ngày trao"):
        rounds.change_round(session, round_id, {"deadline": "19/12/2026"})
    with pytest.raises(BadValue, match="không được để trống"):
        rounds.change_round(session, round_id, {"name": " "})
    assert session.store.get(Round, round_id).deadline == ""


def test_a_round_with_nominations_stays(session: Session) -> None:
    around = the_round(session)
    other = next(one for one in session.store.all(Round) if one.id != around.id)
    rounds.remove_rounds(session, [other.id])
    assert other.id not in {one.id for one in session.store.all(Round)}
    with session.store.transaction("Hồ sơ", actor="can-bo") as writing:
        writing.put(Nomination(id=session.new_id(), round_id=around.id))
    with pytest.raises(NotAllowed, match="đã có hồ sơ"):
        rounds.remove_rounds(session, [around.id])


def test_a_step_taken_over_dates_the_season_and_stands_in_it_once(session: Session) -> None:
    round_id = dated(session)
    movement_id = the_movement(session).id
    suggested = season_line.dues(season_facts.gather(session, round_id))["council"]
    assert (suggested.value, suggested.suggested) == ("2026-12-04", True)
    back_planning.take_over(session, movement_id, round_id, ["council"])
    movements.change_rules(
        session,
        movement_id,
        "Sửa mốc",
        lambda rules: with_changed(
            rules, "milestones", {0: {"when": Deadline(anchor="award_day", offset=-20)}}
        ),
    )
    facts = season_facts.gather(session, round_id)
    own = season_line.dues(facts)["council"]
    assert (own.value, own.suggested) == ("2026-11-28", False)
    assert tasks_of_plan.plan_milestones(facts) == []
