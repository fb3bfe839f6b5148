"""A session of the council from its members to the locked result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from tests.council_season import (
    COLLECTIVE,
    INDIVIDUAL,
    ROUND,
    VOTES,
    all_nominations,
    count_votes,
    household,
    make_season,
    row_named,
    start_sitting,
)
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.records import CouncilMember, CouncilSession, Decision, Nomination, Person
from thiduaqt.domain.voting import Ballot
from thiduaqt.services import council, history, quotas
from thiduaqt.services.editing import BadValue, Edit
from thiduaqt.services.session import Session


@pytest.fixture
def season(tmp_path: Path) -> Iterator[Session]:
    session = make_season(tmp_path)
    yield session
    session.close()


@pytest.fixture
def sitting(season: Session) -> str:
    return start_sitting(season)


# --- Members -----------------------------------------------------------------------------------


def test_members_are_read_with_honorific_and_role(season: Session, sitting: str) -> None:
    rows = council.member_rows(season)
    assert [row.role for row in rows[:3]] == ["chair", "vice_chair", "secretary"]
    assert rows[0].name == "Ông Nguyễn Văn Bình"
    assert rows[0].full_name == "Nguyễn Văn Bình"
    assert len(rows) == 9


def test_a_member_is_linked_to_the_person_of_same_name_and_post(
    season: Session, sitting: str
) -> None:
    linked = {row.full_name: row.person_id for row in council.member_rows(season) if row.person_id}
    assert linked == {"Ma Thị Ánh": "p7"}


def test_the_same_list_twice_adds_nobody(season: Session) -> None:
    row = {"name": "Ông Lý Văn Dần", "post": "Trưởng phòng", "role": "Thư ký"}
    council.add_members(season, [row, {"name": " "}])
    assert council.add_members(season, [row]).nothing
    assert len(council.member_rows(season)) == 1


def test_members_are_edited_and_removed(season: Session) -> None:
    council.add_members(season, [{"name": "Ông Lý Văn Dần", "role": "Ủy viên"}])
    member = council.member_rows(season)[0]
    council.edit_members(
        season,
        [
            Edit(id=member.id, field="name", value="Bà  Lý Thị Dần"),
            Edit(id=member.id, field="role", value="Phó Chủ tịch"),
        ],
    )
    changed = council.member_rows(season)[0]
    assert (changed.name, changed.role) == ("Bà Lý Thị Dần", "vice_chair")
    with pytest.raises(BadValue):
        council.edit_members(season, [Edit(id=member.id, field="role", value="giám đốc")])
    council.remove_members(season, [member.id])
    assert council.member_rows(season) == ()


def test_a_member_present_in_an_open_session_stays(season: Session, sitting: str) -> None:
    with pytest.raises(NotAllowed):
        council.remove_members(season, [council.members(season)[0].id])
    council.remove_members(season, [council.members(season)[8].id])


def test_a_session_does_not_end_before_it_begins(season: Session, sitting: str) -> None:
    council.edit_session(season, sitting, {"starts": "14:00", "ends": "16 giờ 30"})
    kept = season.store.get(CouncilSession, sitting)
    assert (kept.starts, kept.ends) == ("14:00", "16:30")
    for typed, field in (({"ends": "13:59"}, "ends"), ({"starts": "17:00"}, "starts")):
        with pytest.raises(BadValue, match="sớm hơn giờ bắt đầu") as caught:
            council.edit_session(season, sitting, typed)
        assert caught.value.field == field
    assert season.store.get(CouncilSession, sitting) == kept
    council.edit_session(season, sitting, {"ends": ""})
    council.edit_session(season, sitting, {"starts": "17:00"})


# --- Opening and the gate ----------------------------------------------------------------------


def test_the_rule_pack_gives_the_defaults(season: Session, sitting: str) -> None:
    record = season.store.get(CouncilSession, sitting)
    assert (record.quorum, record.pass_fraction, record.pass_operator) == ("2/3", "1/2", ">")
    assert record.starts == "08:00"
    doubts = dict(council.results(season, sitting).doubts)
    assert set(doubts) == {"quorum", "denominator", "form"}, "the majority itself is the province's"


def test_without_a_province_pack_the_threshold_is_to_be_checked(tmp_path: Path) -> None:
    session = make_season(tmp_path, province="Thái Nguyên")
    sitting = council.open_session(session, ROUND).session
    assert sitting.rule_source.endswith("(cần kiểm tra)")
    doubts = dict(council.results(session, sitting.id).doubts)
    assert "pass_fraction" in doubts
    council.set_rule(session, sitting.id, threshold="từ 70% trở lên", source="Quy chế Hội đồng")
    assert council.results(session, sitting.id).doubts == ()
    session.close()


def test_one_session_at_a_time(season: Session, sitting: str) -> None:
    with pytest.raises(NotAllowed):
        council.open_session(season, ROUND)


def test_the_gate_sends_all_or_nothing(season: Session) -> None:
    broken = season.store.get(Nomination, "n6")
    with season.store.transaction("Bỏ giấy tờ", actor="tester") as writing:
        writing.put(replace(broken, papers=()))
    opened = council.open_session(season, ROUND).session
    gate = council.send_to_session(season, opened.id, all_nominations(season))
    assert not gate.passed
    assert gate.changes.nothing
    assert [(item.ordinal, item.name) for item in gate.refused] == [(6, "Ông Đỗ Văn Dũng")]
    assert "Báo cáo thành tích" in gate.refused[0].sentence
    assert gate.title == "Chưa đưa được vào phiên họp: 1 hồ sơ còn thiếu"
    assert gate.lead.startswith("10 hồ sơ khác đưa được.")
    assert council.results(season, opened.id).rows == ()

    sent = council.send_to_session(season, opened.id, all_nominations(season), only_ready=True)
    assert len(sent.sent) == 10
    assert season.store.get(Nomination, "n6").state == "draft"
    assert season.store.get(Nomination, "n4").state == "in_session"


def test_doubtful_ones_may_go_and_are_counted(season: Session) -> None:
    with season.store.transaction("Trùng tên", actor="tester") as writing:
        person = season.store.get(Person, "p9")
        writing.put(replace(season.store.get(Person, "p4"), full_name=person.full_name))
        writing.put(
            replace(season.store.get(Person, "p4"), full_name=person.full_name, unit_id="Thôn 3")
        )
    opened = council.open_session(season, ROUND).session
    gate = council.send_to_session(season, opened.id, all_nominations(season))
    assert gate.passed
    assert gate.review == 2


def test_nobody_goes_twice(season: Session, sitting: str) -> None:
    gate = council.send_to_session(season, sitting, ["n4"])
    assert gate.refused[0].sentence == "Đã đưa vào phiên họp."


def test_what_is_taken_out_can_be_edited_again(season: Session, sitting: str) -> None:
    row = row_named(season, sitting, "Ông Hoàng Văn Ơn")
    council.take_out(season, [row.id])
    assert season.store.get(Nomination, "n5").state == "draft"
    rows = council.results(season, sitting).rows
    assert [row.ordinal for row in rows] == list(range(1, 11))


def test_ballots_list_collectives_households_individuals(season: Session) -> None:
    household(season, "n0", "ông Trần Văn Thức")
    sitting = start_sitting(season)
    groups = council.results(season, sitting).groups
    assert [group.kind for group in groups] == ["collective", "household", "individual"]
    assert groups[1].rows[0].name == "Hộ ông Trần Văn Thức"
    assert groups[1].rows[0].ordinal == 4
    assert groups[1].quota.limit_words == "không giới hạn theo kế hoạch"


# --- Votes -------------------------------------------------------------------------------------


def test_one_number_per_person_is_enough(season: Session, sitting: str) -> None:
    council.set_ballots(season, sitting, issued=8, returned=8, invalid=0)
    assert council.results(season, sitting).body.valid == 8
    row = row_named(season, sitting, "Ông Hoàng Văn Ơn")
    council.enter_votes(season, row.id, 7)
    after = row_named(season, sitting, "Ông Hoàng Văn Ơn")
    assert (after.vote.agree, after.vote.disagree, after.vote.other) == (7, 1, 0)
    assert after.tally.rate == Fraction(7, 9)
    council.enter_votes(season, row.id, None)
    assert row_named(season, sitting, "Ông Hoàng Văn Ơn").vote.disagree is None


def test_rows_wait_for_the_number_of_ballots(season: Session, sitting: str) -> None:
    row = row_named(season, sitting, "Ông Hoàng Văn Ơn")
    council.enter_votes(season, row.id, 7)
    assert row_named(season, sitting, "Ông Hoàng Văn Ơn").tally.verdict == "incomplete"
    council.set_ballots(season, sitting, issued=8, returned=8, valid=8)
    assert row_named(season, sitting, "Ông Hoàng Văn Ơn").tally.verdict == "passed"


def test_a_row_that_does_not_add_up_has_no_verdict(season: Session, sitting: str) -> None:
    count_votes(season, sitting)
    row = row_named(season, sitting, "Ông Đỗ Văn Dũng")
    council.enter_votes(season, row.id, 5, 2)
    state = council.results(season, sitting)
    assert [item.name for item in state.wrong_rows] == ["Ông Đỗ Văn Dũng"]
    with pytest.raises(council.NotReady) as refused:
        council.lock(season, sitting)
    assert (
        "Cộng được 7 phiếu, đã thu 8. Kiểm tra lại số phiếu của Ông Đỗ Văn Dũng."
        in refused.value.what
    )
    assert season.store.get(CouncilSession, sitting).state == "draft"


def test_negative_votes_are_refused(season: Session, sitting: str) -> None:
    row = row_named(season, sitting, "Ông Hoàng Văn Ơn")
    with pytest.raises(BadValue):
        council.enter_votes(season, row.id, -1)


def test_a_member_may_be_kept_from_his_own_row(season: Session, sitting: str) -> None:
    count_votes(season, sitting)
    council.set_rule(season, sitting, own_item_excluded=True)
    row = row_named(season, sitting, "Bà Ma Thị Ánh")
    assert row.tally.expected == 7
    assert row.tally.verdict == "incomplete", "seven and one are eight"
    council.enter_votes(season, row.id, 6)
    after = row_named(season, sitting, "Bà Ma Thị Ánh")
    assert (after.vote.disagree, after.tally.agree, after.tally.base) == (1, 6, 8)
    assert "không bỏ phiếu cho mình" in after.note


def test_papers_one_by_one_give_the_same_rows(season: Session, sitting: str) -> None:
    rows = council.results(season, sitting).rows
    ballots = [
        Ballot(
            marks={row.id: "agree" if n < VOTES[i] else "disagree" for i, row in enumerate(rows)}
        )
        for n in range(8)
    ]
    council.enter_ballots(season, sitting, ballots)
    state = council.results(season, sitting)
    assert [row.vote.agree for row in state.rows] == list(VOTES)
    assert (state.body.issued, state.body.returned, state.body.valid) == (8, 8, 8)
    assert state.wrong_rows == ()


def test_raised_hands_need_no_ballots(season: Session, sitting: str) -> None:
    council.edit_session(season, sitting, {"form": "hands"})
    body = council.results(season, sitting).body
    assert (body.issued, body.valid, body.invalid) == (8, 8, 0)


def test_without_a_threshold_there_is_no_verdict(season: Session, sitting: str) -> None:
    count_votes(season, sitting)
    council.set_rule(season, sitting, threshold="")
    state = council.results(season, sitting)
    assert {row.tally.verdict for row in state.rows} == {"no_rule"}
    with pytest.raises(council.NotReady, match="ngưỡng"):
        council.lock(season, sitting)


def test_another_threshold_needs_its_own_source(season: Session, sitting: str) -> None:
    count_votes(season, sitting)
    council.set_rule(season, sitting, threshold="từ 2/3 trở lên")
    state = council.results(season, sitting)
    assert state.session.rule_source == ""
    assert "NO_SOURCE" in {issue.code for issue in council.problems(state)}
    council.set_rule(season, sitting, source="Quy chế Hội đồng")
    assert "NO_SOURCE" not in {
        issue.code for issue in council.problems(council.results(season, sitting))
    }


def test_threshold_and_base_are_followed(season: Session, sitting: str) -> None:
    count_votes(season, sitting)
    council.set_rule(season, sitting, threshold="≥ 80%", denominator="present")
    passed = [row.name for row in council.results(season, sitting).rows if row.passed]
    assert passed == [
        "Tổ CNSCĐ thôn Bình Minh",
        "Trường THCS Minh Họa",
        "Bà Nguyễn Thị Thu Hà",
        "Ông Hoàng Văn Ơn",
        "Bà Ma Thị Ánh",
        "Bà Lê Thị Hạnh",
    ]


# --- Choosing ----------------------------------------------------------------------------------


def test_an_overflow_is_refused_in_words(season: Session, sitting: str) -> None:
    count_votes(season, sitting)
    with pytest.raises(council.NotReady) as refused:
        council.lock(season, sitting)
    assert (
        "Đã chọn 8 cá nhân, kế hoạch cho tối đa 5. Bỏ bớt 3, hoặc ghi lý do vượt."
        in refused.value.what
    )


def test_the_rule_decides_the_tie_at_the_edge(season: Session, sitting: str) -> None:
    # Dũng (male), Ân (male) and Yến (female) share six votes; four people are above them.
    count_votes(season, sitting)
    council.choose_highest(season, sitting, INDIVIDUAL)
    group = council.results(season, sitting).group(INDIVIDUAL)
    assert [(row.name, row.decider) for row in group.chosen] == [
        ("Bà Nguyễn Thị Thu Hà", "rate"),
        ("Ông Hoàng Văn Ơn", "rate"),
        ("Bà Ma Thị Ánh", "rate"),
        ("Bà Lê Thị Hạnh", "rate"),
        ("Bà Vũ Thị Yến", "women"),
    ]
    assert row_named(season, sitting, "Ông Bùi Văn Ân").note == "Bằng tỷ lệ TT 6, 10"
    council.lock(season, sitting)
    kept = row_named(season, sitting, "Bà Vũ Thị Yến").vote
    assert (kept.chosen, kept.chosen_by) == (True, "women")
    assert season.store.get(Nomination, "n9").state == "passed"
    assert season.store.get(Nomination, "n3").state == "failed"


def test_the_council_may_choose_otherwise_by_name(season: Session, sitting: str) -> None:
    count_votes(season, sitting)
    an = row_named(season, sitting, "Ông Bùi Văn Ân")
    council.break_tie(season, sitting, INDIVIDUAL, [an.id])
    council.lock(season, sitting)
    assert row_named(season, sitting, "Ông Bùi Văn Ân").decider == "council"
    assert not row_named(season, sitting, "Bà Vũ Thị Yến").chosen


def test_a_tie_the_rule_leaves_open_blocks_until_somebody_is_named(
    season: Session, sitting: str
) -> None:
    # One seat, two men: nobody goes first by rule.
    votes = (8, 7, 4, 8, 7, 6, 7, 7, 6, 5, 5)
    count_votes(season, sitting, votes)
    council.choose_highest(season, sitting, INDIVIDUAL)
    with pytest.raises(council.NotReady) as refused:
        council.lock(season, sitting)
    assert (
        "Ông Đỗ Văn Dũng, Ông Bùi Văn Ân bằng tỷ lệ ở vị trí thứ 5. Hội đồng chọn 1."
        in refused.value.what
    )
    with pytest.raises(NotAllowed):
        council.break_tie(season, sitting, INDIVIDUAL, [])
    council.break_tie(
        season, sitting, INDIVIDUAL, [row_named(season, sitting, "Ông Đỗ Văn Dũng").id]
    )
    council.lock(season, sitting)
    assert len(council.results(season, sitting).group(INDIVIDUAL).chosen) == 5


def test_an_unknown_sex_is_asked_for(season: Session, sitting: str) -> None:
    with season.store.transaction("Bỏ giới tính", actor="tester") as writing:
        writing.put(replace(season.store.get(Person, "p9"), sex=""))
    count_votes(season, sitting)
    council.choose_highest(season, sitting, INDIVIDUAL)
    sentence = council.tie_sentence(council.results(season, sitting).group(INDIVIDUAL))
    assert "Chưa ghi giới tính của Ông Bùi Văn Ân." in sentence


def test_one_more_than_planned_needs_a_reason_and_is_marked(season: Session, sitting: str) -> None:
    count_votes(season, sitting, (8, 7, 4, 8, 7, 6, 7, 7, 5, 6, 4))
    council.choose_highest(season, sitting, INDIVIDUAL, count=6)
    with pytest.raises(council.NotReady) as refused:
        council.lock(season, sitting)
    assert "Đã chọn 6 cá nhân, kế hoạch cho tối đa 5. Bỏ bớt 1" in refused.value.what
    council.lock(season, sitting, over_quota_reason="Thành tích đặc biệt")
    deciders = {row.name: row.decider for row in council.results(season, sitting).chosen}
    assert deciders["Bà Vũ Thị Yến"] == "women"
    assert deciders["Ông Đỗ Văn Dũng"] == "over_quota"
    assert season.store.get(CouncilSession, sitting).over_quota_reason == "Thành tích đặc biệt"


def test_own_choice_says_who_was_passed_over(season: Session, sitting: str) -> None:
    count_votes(season, sitting)
    names = ("Bà Vũ Thị Yến", "Ông Bùi Văn Ân")
    council.choose_own(
        season, sitting, INDIVIDUAL, [row_named(season, sitting, name).id for name in names]
    )
    found = list(council.problems(council.results(season, sitting)))
    assert [issue.severity for issue in found if issue.code == "PASSED_OVER"] == ["review"]
    with pytest.raises(NotAllowed):
        council.choose_own(
            season, sitting, COLLECTIVE, [row_named(season, sitting, "Hội Cựu chiến binh xã").id]
        )
    council.lock(season, sitting)
    assert len(council.results(season, sitting).group(INDIVIDUAL).chosen) == 2


def test_new_numbers_drop_the_choice(season: Session, sitting: str) -> None:
    count_votes(season, sitting)
    council.choose_highest(season, sitting, INDIVIDUAL)
    council.enter_votes(season, row_named(season, sitting, "Ông Bùi Văn Ân").id, 8)
    assert not council.results(season, sitting).group(INDIVIDUAL).decided


# --- Locking and after -------------------------------------------------------------------------


def test_a_quorum_that_is_not_met_blocks(season: Session, sitting: str) -> None:
    count_votes(season, sitting)
    some = council.members(season)
    council.set_attendance(season, sitting, {member.id: "absent" for member in some[5:]})
    with pytest.raises(council.NotReady, match="Có mặt 5/9, chưa đủ số thành viên để họp"):
        council.lock(season, sitting)


def test_a_locked_result_is_closed(season: Session, sitting: str) -> None:
    count_votes(season, sitting)
    council.choose_highest(season, sitting, INDIVIDUAL)
    council.lock(season, sitting)
    row = row_named(season, sitting, "Ông Bùi Văn Ân")
    for attempt in (
        lambda: council.enter_votes(season, row.id, 1),
        lambda: council.set_ballots(season, sitting, issued=1),
        lambda: council.choose_highest(season, sitting, INDIVIDUAL),
        lambda: council.set_attendance(season, sitting, {}),
        lambda: council.take_out(season, [row.id]),
        lambda: council.lock(season, sitting),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_new_members_do_not_change_an_old_result(season: Session, sitting: str) -> None:
    count_votes(season, sitting)
    council.choose_highest(season, sitting, INDIVIDUAL)
    council.lock(season, sitting)
    council.add_members(season, [{"name": "Ông Mới Vào Sau"}])
    assert council.results(season, sitting).body.members == 9
    first = season.store.all(CouncilMember)[0]
    council.remove_members(season, [first.id])
    state = council.results(season, sitting)
    assert (state.body.members, state.body.present) == (9, 8)


def test_it_is_opened_again_only_with_a_reason(season: Session, sitting: str) -> None:
    count_votes(season, sitting)
    council.choose_highest(season, sitting, INDIVIDUAL)
    council.lock(season, sitting)
    with pytest.raises(NotAllowed):
        council.reopen(season, sitting, "  ")
    with season.store.transaction("QĐ", actor="tester") as writing:
        writing.put(
            Decision(id="d", round_id=ROUND, session_id=sitting, number="131", state="issued")
        )
    with pytest.raises(NotAllowed, match="131"):
        council.reopen(season, sitting, "Đếm lại phiếu")
    with season.store.transaction("QĐ", actor="tester") as writing:
        writing.put(replace(season.store.get(Decision, "d"), state="draft"))
    council.reopen(season, sitting, "Đếm lại phiếu")
    assert season.store.get(CouncilSession, sitting).reopened_reason == "Đếm lại phiếu"
    assert season.store.get(Nomination, "n4").state == "in_session"


def test_locking_is_one_step_back(season: Session, sitting: str) -> None:
    count_votes(season, sitting)
    council.choose_highest(season, sitting, INDIVIDUAL)
    council.lock(season, sitting)
    history.undo(season)
    assert season.store.get(CouncilSession, sitting).state == "draft"
    assert season.store.get(Nomination, "n4").state == "in_session"


def test_a_second_session_has_only_the_room_that_is_left(season: Session, sitting: str) -> None:
    late = row_named(season, sitting, "Ông Phạm Minh Đức")
    council.take_out(season, [late.id])
    count_votes(season, sitting, VOTES[:-1])
    council.choose_highest(season, sitting, INDIVIDUAL)
    council.lock(season, sitting)
    second = council.open_session(season, ROUND, held_on="2026-12-06").session
    council.send_to_session(season, second.id, ["n11"])
    council.all_present(season, second.id)
    council.set_ballots(season, second.id, issued=9, returned=9, valid=9)
    row = council.results(season, second.id).rows[0]
    council.enter_votes(season, row.id, 9)
    group = council.results(season, second.id).groups[0]
    assert (group.room, group.over, group.quota.chosen) == (0, 1, 6)
    with pytest.raises(council.NotReady, match="Đã chọn 6 cá nhân"):
        council.lock(season, second.id)


def test_quotas_of_the_round_follow(season: Session, sitting: str) -> None:
    before = {state.kind: state for state in quotas.of_round(season, ROUND)}
    assert before["individual"].meter_words == "8 đề nghị · 8 đủ điều kiện · tối đa 5"
    count_votes(season, sitting)
    council.choose_highest(season, sitting, INDIVIDUAL)
    council.lock(season, sitting)
    after = {state.kind: state for state in quotas.of_round(season, ROUND)}
    assert after["individual"].meter_words == "5 được chọn · tối đa 5"
    assert after["collective"].chosen == 2
