"""Scores in the data: sheets, editions that leave old scores alone, findings, places, undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import a_session, the_round
from tests.scored import AWARD, TEAMS, VILLAGES, nominee, score_movement, sheet
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import Criterion, MovementPlan, Section, SubjectGroup, Threshold
from thiduaqt.domain.records import CriteriaEdition, Nomination, ScoreSheet, Unit
from thiduaqt.domain.scoring import edits
from thiduaqt.services import (
    dossier_log,
    dossiers,
    history,
    movements,
    nominations,
    scoring,
)
from thiduaqt.services.checking import Checker
from thiduaqt.services.editing import BadValue, Edit
from thiduaqt.services.session import Session

D = Decimal
FULL = {"I_1": True, "II_1": (85, 100), "II_2": 5, "II_3": 36, "III_1": 25}


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = a_session(tmp_path)
    score_movement(made)
    return made


def _change(session: Session, change: Callable[[SubjectGroup], SubjectGroup]) -> None:
    movement = session.store.get(Nomination, _any(session)).round_id
    movement_id = the_round(session).movement_id
    assert movement == the_round(session).id
    movements.change_rules(
        session, movement_id, "Sửa tiêu chí", lambda plan: edits.change_group(plan, "TO", change)
    )


def _any(session: Session) -> str:
    return session.store.all(Nomination)[0].id


def _codes(session: Session, nomination_id: str) -> dict[str, str]:
    return {
        finding.code: finding.severity
        for finding in nominations.eligibility(session, nomination_id).findings
    }


# --- Sheets ------------------------------------------------------------------------------------


def test_a_sheet_is_opened_once_and_filled_step_by_step(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    opened = scoring.open_sheet(session, row.id)
    again = scoring.open_sheet(session, row.id)
    assert again.sheet_id == opened.sheet_id
    assert again.changes.nothing
    scoring.set_entries(session, opened.sheet_id, sheet(II_1=(85, 100)))
    scoring.set_entries(session, opened.sheet_id, sheet(II_2=5))
    result = scoring.result_of(session, row.id)
    assert result is not None
    assert result.result.total == 25
    assert result.result.open_points == ("II.3", "III.1", "III.2")
    scoring.clear(session, opened.sheet_id, ["II.2"])
    kept = session.store.get(ScoreSheet, opened.sheet_id)
    assert [entry.code for entry in kept.entries] == ["II.1"]
    assert kept.scored_on == "2026-11-20"


def test_entering_is_one_step_of_undo(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    scoring.enter(session, row.id, sheet(**FULL))
    assert scoring.sheets_of(session, row.id)[0].result.total == 86
    history.undo(session)
    assert scoring.sheets_of(session, row.id) == ()
    history.redo(session)
    assert scoring.sheets_of(session, row.id)[0].result.total == 86


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"II_3": 41}, "II.3", "tối đa là 40"),
        ({"II_3": -1}, "II.3", "số âm"),
        ({"II_1": (5, 0)}, "II.1", "hộ trong thôn bằng 0"),
        ({"III_1": "na"}, "III.1", "Không áp dụng"),
    ],
)
def test_what_cannot_be_right_is_refused_and_nothing_of_it_kept(
    session: Session, wrong: dict[str, object], field: str, words: str
) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    with pytest.raises(BadValue) as fault:
        scoring.enter(session, row.id, sheet(II_2=3, **wrong))
    assert fault.value.field == field
    assert words in fault.value.what
    assert scoring.sheets_of(session, row.id) == ()
    with pytest.raises(NotAllowed):
        scoring.enter(session, row.id, sheet(lạ=3))


def test_ticks_of_the_checklist_answer_the_conditions_of_the_tree(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    scoring.enter(session, row.id, sheet(**{k: v for k, v in FULL.items() if k != "I_1"}))
    before = scoring.result_of(session, row.id)
    nominations.set_check(session, row.id, "I.1", "met")
    after = scoring.result_of(session, row.id)
    assert before is not None
    assert after is not None
    assert (before.result.complete, after.result.complete) == (False, True)


def test_a_nomination_before_the_council_is_scored_by_the_council_alone(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    with session.store.transaction("đưa vào", actor="x") as writing:
        kept = writing.get(Nomination, row.id)
        writing.put(replace(kept, state="in_session"))
    with pytest.raises(NotAllowed):
        scoring.enter(session, row.id, sheet(II_2=3))
    scoring.enter(session, row.id, sheet(II_2=3), "council")
    assert len(scoring.sheets_of(session, row.id)) == 1


def test_whose_score_counts_and_where_scorers_differ(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    scoring.enter(session, row.id, sheet(**{**FULL, "II_3": 40}), "self", name="Tổ tự chấm")
    alone = scoring.result_of(session, row.id)
    assert alone is not None
    assert (alone.counting, alone.result.total) == ("", None)
    scoring.enter(session, row.id, sheet(**FULL))
    both = scoring.result_of(session, row.id)
    assert both is not None
    assert (both.counting, both.result.total) == ("Cán bộ xã chấm", 86)
    assert [one.words for one in both.differences] == [
        "Nền nếp, báo cáo đúng hạn: Tổ tự chấm 40, Cán bộ xã chấm 36 (lệch 4)"
    ]


def test_a_unit_is_scored_without_a_nomination(session: Session) -> None:
    nominee(session, "Tổ CNSCĐ thôn 9", unit="Thôn 9")
    unit = next(item for item in session.store.all(Unit) if item.name == "Thôn 9")
    movement_id = the_round(session).movement_id
    opened = scoring.open_unit_sheet(session, movement_id, unit.id, "THON")
    scoring.set_entries(session, opened.sheet_id, sheet(a=50, b=30))
    found = scoring.unit_result(session, movement_id, unit.id, "THON")
    assert found is not None
    assert found.result.total == 80


def test_the_log_of_a_dossier_tells_who_scored_what(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    scoring.enter(session, row.id, sheet(II_1=(85, 100), II_2=5))
    scoring.enter(session, row.id, sheet(II_1="na"))
    scoring.remove_sheets(session, [scoring.sheets_of(session, row.id)[0].sheet.id])
    removed, changed, entered = dossier_log.log(session, row.id)[:3]
    share = "Tỷ lệ hộ được hướng dẫn dịch vụ công trực tuyến (Cán bộ xã chấm)"
    first = entered.changes[0]
    assert (first.field, first.old, first.new) == (share, "chưa chấm", "85/100")
    assert [(one.field, one.old, one.new) for one in changed.changes] == [
        (share, "85/100", "không áp dụng")
    ]
    assert [one.new for one in removed.changes] == ["chưa chấm", "chưa chấm"]
    assert entered.words == "Chấm điểm 2 mục"


# --- Editions ----------------------------------------------------------------------------------


def test_editing_criteria_leaves_old_scores_alone_and_undo_brings_all_back(
    session: Session,
) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    scoring.enter(session, row.id, sheet(**FULL))
    movement_id = the_round(session).movement_id
    _change(session, lambda group: edits.change_node(group, "II.3", points=D(20)))
    score = scoring.result_of(session, row.id)
    assert score is not None
    assert (score.result.total, score.result.most.base) == (86, 100)
    assert (score.group.version, score.current) == (1, 2)
    assert "OLD_EDITION" in _codes(session, row.id)
    found = scoring.editions(session, movement_id, "TO")
    assert [(item.version, item.current, item.sheets) for item in found] == [
        (2, True, 0),
        (1, False, 1),
    ]
    history.undo(session)
    assert [item.version for item in scoring.editions(session, movement_id, "TO")] == [1]
    assert session.store.count(CriteriaEdition) == 0
    again = scoring.result_of(session, row.id)
    assert again is not None
    assert (again.result.total, again.current) == (86, 1)
    assert "OLD_EDITION" not in _codes(session, row.id)


def test_a_sheet_goes_over_to_the_new_edition_with_what_reads_the_same(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    scoring.enter(session, row.id, sheet(**FULL))
    opened = scoring.open_sheet(session, row.id)
    with pytest.raises(NotAllowed):
        scoring.take_edition(session, opened.sheet_id)
    _change(session, lambda group: edits.change_node(group, "II.3", points=D(20)))
    assert scoring.open_sheet(session, row.id).sheet_id == opened.sheet_id
    scoring.take_edition(session, opened.sheet_id)
    score = scoring.result_of(session, row.id)
    assert score is not None
    assert score.group.version == 2
    assert score.result.open == ("II.3",)


def test_criteria_nobody_was_scored_under_keep_their_number(session: Session) -> None:
    nominee(session, "Tổ CNSCĐ thôn 3")
    _change(session, lambda group: edits.rename(group, "II.3", "Nền nếp"))
    editions = scoring.editions(session, the_round(session).movement_id, "TO")
    assert [item.version for item in editions] == [1]


def test_a_group_taken_away_and_brought_back_never_reuses_a_number(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    scoring.enter(session, row.id, sheet(**FULL))
    movement_id = the_round(session).movement_id

    def without(plan: MovementPlan) -> MovementPlan:
        return replace(plan, groups=(VILLAGES,))

    def other(plan: MovementPlan) -> MovementPlan:
        return edits.with_group(plan, edits.change_node(TEAMS, "II.3", points=D(20)))

    movements.change_rules(session, movement_id, "Bỏ nhóm", without)
    assert [item.version for item in scoring.editions(session, movement_id, "TO")] == [1]
    movements.change_rules(session, movement_id, "Thêm lại nhóm", other)
    score = scoring.result_of(session, row.id)
    assert score is not None
    assert (score.group.version, score.current, score.result.total) == (1, 2, 86)


def test_the_number_of_an_edition_is_not_for_an_edit_to_set(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    scoring.enter(session, row.id, sheet(**FULL))
    _change(session, lambda group: replace(group, version=7, name="Tổ"))
    score = scoring.result_of(session, row.id)
    assert score is not None
    assert (score.current, score.result.total) == (1, 86)


CHANGES: tuple[Callable[[SubjectGroup], SubjectGroup], ...] = (
    lambda group: edits.change_node(group, "II.2", per_item=D(1)),
    lambda group: edits.remove(group, "III"),
    lambda group: edits.change_node(group, "II", most=D(10)),
    lambda group: edits.change_node(group, "II", code="B", combine="average"),
    lambda group: edits.add_criterion(
        group, Criterion(code="", title="Mới", kind="points", points=D(9), section="I")
    ),
    lambda group: edits.move(group, "II.1", "V"),
    lambda group: replace(group, thresholds=(Threshold(award=AWARD, points=D(99)),)),
    lambda group: edits.add_section(group, Section(code="Z", title="Trống")),
    lambda group: replace(group, scorers=()),
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(range(len(CHANGES))), max_size=5, unique=True))
def test_no_run_of_edits_changes_what_was_scored(
    tmp_path_factory: pytest.TempPathFactory, order: list[int]
) -> None:
    session = a_session(tmp_path_factory.mktemp("lan"))
    score_movement(session)
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    scoring.enter(session, row.id, sheet(**FULL))
    before = scoring.result_of(session, row.id)
    assert before is not None
    done = 0
    for number in order:
        try:
            _change(session, CHANGES[number])
            done += 1
        except NotAllowed:
            continue
        now = scoring.result_of(session, row.id)
        assert now is not None
        assert now.result == before.result
        assert now.verdicts == before.verdicts
    for _ in range(done):
        history.undo(session)
    assert scoring.result_of(session, row.id) == before
    assert session.store.count(CriteriaEdition) == 0
    session.close()


# --- Findings ----------------------------------------------------------------------------------


def _papers(session: Session, nomination_id: str) -> None:
    for code in ("report", "table"):
        nominations.set_paper(session, nomination_id, code, held=True)


def test_a_score_above_the_threshold_opens_the_award(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    nominations.set_check(session, row.id, "I.1", "met")
    _papers(session, row.id)
    assert _codes(session, row.id) == {"MISSING_SCORE": "error"}
    scoring.enter(session, row.id, sheet(**FULL))
    assert _codes(session, row.id) == {"NO_EVIDENCE": "note"}
    assert nominations.eligibility(session, row.id).state == "eligible"


def test_a_score_below_the_threshold_blocks_with_reason(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    _papers(session, row.id)
    scoring.enter(session, row.id, sheet(**{**FULL, "II_3": 9, "II_1": (49, 100)}))
    check = nominations.eligibility(session, row.id)
    assert check.state == "blocked"
    below = next(issue for issue in check.findings if issue.code == "SCORE_BELOW")
    assert below.message == (
        "Chưa đạt ngưỡng khen: từ 80 điểm và không có tiêu chí liệt. Điểm: được 44 điểm, "
        "cần từ 80 điểm. Có tiêu chí liệt: Nền nếp, báo cáo đúng hạn."
    )
    nominations.override(session, row.id, "Hội đồng cho phép xét")
    assert nominations.eligibility(session, row.id).state == "override"


def test_a_threshold_that_is_a_suggestion_only_asks_to_look(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    _papers(session, row.id)
    unsure = replace(TEAMS.thresholds[0].source, tag="suggestion", text="mức thường dùng")
    _change(
        session,
        lambda group: edits.set_threshold(group, replace(group.thresholds[0], source=unsure)),
    )
    scoring.enter(session, row.id, sheet(**{**FULL, "II_3": 11}))
    check = nominations.eligibility(session, row.id)
    assert check.state == "review"
    below = next(issue for issue in check.findings if issue.code == "SCORE_BELOW")
    assert (below.severity, below.source) == ("review", "Gợi ý: mức thường dùng")


def test_nobody_looked_at_it_yet_is_not_refused(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    assert nominations.eligibility(session, row.id).state == "unchecked"
    scoring.enter(session, row.id, sheet(II_2=1))
    assert nominations.eligibility(session, row.id).state == "missing"


def test_papers_are_asked_of_their_groups_and_awards_only(session: Session) -> None:
    team, village = nominee(session, "Tổ CNSCĐ thôn 3"), nominee(session, "Thôn 3", "THON")
    checker = Checker(session, the_round(session).id)
    names = {
        row.id: {tick.code for tick in dossiers.view(session, checker, row.id).ticks if tick.paper}
        for row in (team, village)
    }
    assert names == {team.id: {"report", "table"}, village.id: {"report"}}
    nominations.edit(session, [Edit(id=village.id, field="award", value="emulation_flag")])
    checker = Checker(session, the_round(session).id)
    ticks = dossiers.view(session, checker, village.id).ticks
    assert {tick.code for tick in ticks if tick.paper} == {"report", "flag"}


def test_items_with_points_are_not_in_the_checklist(session: Session) -> None:
    row = nominee(session, "Tổ CNSCĐ thôn 3")
    checker = Checker(session, the_round(session).id)
    dossier = dossiers.view(session, checker, row.id)
    assert [tick.code for tick in dossier.ticks if not tick.paper] == ["I.1"]
    assert (dossier.row.met, dossier.row.total) == (0, 1)
    assert dossier.score is not None
    found = {finding.issue.code: finding.cure for finding in dossier.findings}
    assert found["MISSING_SCORE"] == "field"


# --- Places ------------------------------------------------------------------------------------


def test_places_within_each_league_with_the_rule_that_decided(session: Session) -> None:
    rows = {name: nominee(session, name) for name in ("Tổ A", "Tổ B", "Tổ C", "Tổ D")}
    said = {
        "Tổ A": {**FULL, "II_1": (95, 100), "II_3": 31},
        "Tổ B": FULL,
        "Tổ C": {**FULL, "III_1": 30},
        "Tổ D": {"II_2": 1},
    }
    for name, values in said.items():
        scoring.enter(session, rows[name].id, sheet(**values))
    village = nominee(session, "Thôn 7", "THON", unit="Thôn 7")
    scoring.enter(session, village.id, sheet(a=1, b=1))
    found = scoring.ranking(session, the_round(session).id)
    assert [(row.name, row.league, row.place) for row in found] == [
        ("Tổ C", "to", 1),
        ("Tổ A", "to", 2),
        ("Tổ B", "to", 3),
        ("Tổ D", "to", None),
        ("Thôn 7", "thon", 1),
    ]
    second = found[1]
    assert second.points == found[2].points == 86
    assert second.decided_by.startswith("điểm tiêu chí “Tỷ lệ hộ được hướng dẫn")
    assert (second.award_open, found[3].award_open) == (True, None)
    only = scoring.ranking(session, the_round(session).id, "thon")
    assert [row.name for row in only] == ["Thôn 7"]
    assert scoring.leagues(Checker(session, the_round(session).id)) == (
        ("to", "Tổ công nghệ số cộng đồng"),
        ("thon", "Thôn"),
    )


def test_one_outside_the_league_has_no_place_in_it(session: Session) -> None:
    school = nominee(session, "Trường THCS Minh Họa", "THON", unit="")
    village = nominee(session, "Thôn 7", "THON", unit="Thôn 7")
    for row in (school, village):
        scoring.enter(session, row.id, sheet(a=10, b=10))
    found = scoring.ranking(session, the_round(session).id)
    assert [(row.name, row.place) for row in found] == [
        ("Thôn 7", 1),
        ("Trường THCS Minh Họa", None),
    ]
    assert "không thuộc “Thôn”" in found[1].words


def test_a_tie_waits_for_the_vote_and_is_shown_as_one(session: Session) -> None:
    rows = [nominee(session, name) for name in ("Tổ A", "Tổ B")]
    for row in rows:
        scoring.enter(session, row.id, sheet(**FULL))
    found = scoring.ranking(session, the_round(session).id)
    assert [row.place for row in found] == [1, 1]
    assert "chờ Hội đồng quyết định" in found[0].words
