"""Quotas of every form where they count: the meters of a round, the council, the decision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.council_season import (
    COLLECTIVE,
    INDIVIDUAL,
    ROUND,
    all_nominations,
    count_votes,
    make_season,
    start_sitting,
)
from thiduaqt.domain.plan import Quota, RecipientKind
from thiduaqt.domain.quota import QuotaState
from thiduaqt.domain.records import (
    Block,
    BlockYear,
    CouncilSession,
    Registration,
    Unit,
)
from thiduaqt.services import council, decisions, history, movements, quotas
from thiduaqt.services.council_lock import NotReady
from thiduaqt.services.session import Session

GK = "certificate_of_merit"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = make_season(tmp_path)
    yield made
    made.close()


def put_quotas(session: Session, *held: Quota) -> None:
    movements.change_rules(
        session, "movement", "Sửa số lượng khen", lambda rules: replace(rules, quotas=held)
    )


def quota(kind: RecipientKind = "individual", **values: object) -> Quota:
    whole: dict[str, object] = {"award": GK, "round_kind": "yearly", "maximum": None}
    return Quota(recipient_kind=kind, **{**whole, **values})  # type: ignore[arg-type]


def make_block(session: Session, code: str, name: str, *units: str) -> None:
    with session.store.transaction("Thêm khối", actor="tester") as writing:
        year = BlockYear(year=2026, unit_ids=units)
        writing.put(Block(id=f"block-{code}", code=code, name=name, years=(year,)))


def by_label(states: tuple[QuotaState, ...]) -> dict[str, QuotaState]:
    return {state.label: state for state in states}


def test_the_base_of_a_share_comes_from_the_records(session: Session) -> None:
    with session.store.transaction("Ghi số", actor="tester") as writing:
        for name, households in (("Thôn 1", 120), ("Thôn 3", 80)):
            writing.put(replace(writing.get(Unit, name), households=households))
        for name in ("Thôn 5", "Thôn 6", "UBND xã", "Đoàn Thanh niên xã"):
            writing.put(replace(writing.get(Unit, name), kind="department", workforce=10))
        writing.put(Registration(id="r1", movement_id="movement", year=2026, unit_id="Thôn 1"))
        writing.put(Registration(id="r2", movement_id="movement", year=2025, unit_id="Thôn 3"))
    put_quotas(
        session,
        quota(form="percent", percent=Decimal(50), base="nominated", rounding="down"),
        quota("household", form="percent", percent=Decimal(3), base="households"),
        quota("collective", form="percent", percent=Decimal(100), base="registered"),
    )
    found = by_label(quotas.of_round(session, ROUND))
    assert found["Cá nhân"].reckoned == "50% của 8 hồ sơ đề nghị, làm tròn xuống: 4."
    assert found["Hộ gia đình"].limit == 6
    assert found["Tập thể"].limit == 1


def test_a_block_gets_its_number_from_the_units_of_the_year(session: Session) -> None:
    put_quotas(session, quota(maximum=2, per="block"))
    assert "Chưa xếp khối" in by_label(quotas.of_round(session, ROUND))["Cá nhân"].unknown
    make_block(session, "a", "Cụm thôn", "Thôn 1", "Thôn 3", "Thôn 5", "Thôn 6")
    make_block(session, "b", "Khối cơ quan", "UBND xã", "Đoàn Thanh niên xã")
    state = by_label(quotas.of_round(session, ROUND))["Cá nhân"]
    assert [(part.scope, part.proposed, part.eligible) for part in state.parts] == [
        ("Cụm thôn", 5, 5),
        ("Khối cơ quan", 2, 2),
        ("chưa xếp khối, cụm", 1, 1),
    ]
    assert (state.limit, state.proposed) == (4, 8)


def test_the_rounds_of_a_movement_and_who_may_get_what(session: Session) -> None:
    ((around, states),) = quotas.of_movement(session, "movement")
    assert (around.id, by_label(states)["Cá nhân"].limit) == (ROUND, 5)
    recipients = quotas.award_recipients(session)
    assert recipients[GK] == ("collective", "household", "individual")
    assert "individual" not in recipients["advanced_collective"]


def test_what_is_undone_no_longer_counts(session: Session) -> None:
    assert by_label(quotas.of_round(session, ROUND))["Cá nhân"].limit == 5
    put_quotas(session, quota(maximum=1))
    assert by_label(quotas.of_round(session, ROUND))["Cá nhân"].limit == 1
    history.undo(session)
    assert by_label(quotas.of_round(session, ROUND))["Cá nhân"].limit == 5
    history.redo(session)
    assert by_label(quotas.of_round(session, ROUND))["Cá nhân"].limit == 1


def test_the_council_may_not_go_over_a_shared_number_without_a_reason(session: Session) -> None:
    put_quotas(
        session,
        quota("collective", form="shared", maximum=4, shared_kinds=("collective", "individual")),
    )
    sitting = start_sitting(session)
    count_votes(session, sitting)
    state = council.results(session, sitting)
    passed = sum(len(group.passed) for group in state.groups)
    assert passed > 4
    told = [issue.message for issue in council.problems(state) if issue.code == "OVER_QUOTA"]
    wanted = f"Đã chọn {passed} tập thể, cá nhân, kế hoạch cho tối đa 4 dùng chung. "
    assert told == [wanted + f"Bỏ bớt {passed - 4}, hoặc ghi lý do vượt."]
    with pytest.raises(NotReady):
        council.lock(session, sitting)
    council.choose_highest(session, sitting, COLLECTIVE)
    collectives = len(council.results(session, sitting).group(COLLECTIVE).chosen)
    assert council.results(session, sitting).group(INDIVIDUAL).room == 4 - collectives
    council.choose_highest(session, sitting, INDIVIDUAL)
    state = council.results(session, sitting)
    tie = state.group(INDIVIDUAL).tie
    if tie is not None:
        council.break_tie(session, sitting, INDIVIDUAL, tie.ids[: tie.seats])
    assert len(council.results(session, sitting).chosen) == 4
    council.lock(session, sitting)
    assert by_label(quotas.of_round(session, ROUND))["Tập thể, cá nhân"].chosen == 4


def test_each_block_sends_its_highest(session: Session) -> None:
    make_block(session, "a", "Cụm thôn", "Thôn 1", "Thôn 3", "Thôn 5", "Thôn 6")
    make_block(session, "b", "Khối cơ quan", "UBND xã", "Đoàn Thanh niên xã")
    put_quotas(session, quota(maximum=1, per="block"))
    sitting = start_sitting(session)
    count_votes(session, sitting)
    council.choose_highest(session, sitting, INDIVIDUAL)
    for _ in range(3):
        group = council.results(session, sitting).group(INDIVIDUAL)
        if group.tie is None:
            break
        council.break_tie(session, sitting, INDIVIDUAL, group.tie.ids[: group.tie.seats])
    group = council.results(session, sitting).group(INDIVIDUAL)
    assert group.tie is None
    assert group.over == 0
    units = [row.unit for row in group.chosen]
    villages = [unit for unit in units if unit.startswith("Thôn")]
    assert len(villages) == 1
    best = max(row.rate for row in group.passed if row.unit.startswith("Thôn"))
    assert [row.rate for row in group.chosen if row.unit in villages] == [best]
    council.choose_own(session, sitting, INDIVIDUAL, [row.id for row in group.passed])
    told = [
        issue.message
        for issue in council.problems(council.results(session, sitting))
        if issue.code == "OVER_QUOTA"
    ]
    assert len(told) == 1
    assert told[0].startswith("Cụm thôn: đã chọn ")


def test_a_decision_over_a_block_needs_a_reason(session: Session) -> None:
    make_block(session, "a", "Cụm thôn", "Thôn 1", "Thôn 3", "Thôn 5", "Thôn 6")
    sitting = start_sitting(session)
    count_votes(session, sitting)
    for group in (COLLECTIVE, INDIVIDUAL):
        rows = council.results(session, sitting).group(group)
        council.choose_own(session, sitting, group, [row.id for row in rows.passed[:2]])
    council.lock(session, sitting)
    decisions.draft(session, sitting)
    (decision,) = decisions.listing(session)
    decisions.edit(session, decision.id, number="9", day="10/12/2026")
    assert not [item for item in decisions.gate(session, decision.id) if item.code == "OVER_QUOTA"]
    put_quotas(session, quota(maximum=1, per="block"), quota("collective", maximum=1))
    told = {
        item.message
        for item in decisions.gate(session, decision.id)
        if item.code == "OVER_QUOTA" and item.severity == "error"
    }
    assert told == {
        "Đã chọn 2 tập thể, kế hoạch cho tối đa 1. Bỏ bớt 1, hoặc ghi lý do vượt.",
        "Cụm thôn: đã chọn 2 cá nhân, kế hoạch cho tối đa 1. Bỏ bớt 1, hoặc ghi lý do vượt.",
    }
    decisions.edit(session, decision.id, over_quota_reason="Chủ tịch cho phép")
    assert not [item for item in decisions.gate(session, decision.id) if item.code == "OVER_QUOTA"]


def test_rules_of_the_day_of_the_session_hold(session: Session) -> None:
    put_quotas(
        session,
        quota(maximum=5),
        quota(maximum=3, added_by="Hướng dẫn 7/HD", valid_from="2026-12-05"),
    )
    sitting = start_sitting(session)
    assert council.results(session, sitting).group(INDIVIDUAL).quota.limit == 5
    with session.store.transaction("Dời ngày họp", actor="tester") as writing:
        writing.put(replace(writing.get(CouncilSession, sitting), held_on="2026-12-06"))
    assert council.results(session, sitting).group(INDIVIDUAL).quota.limit == 3
    assert len(all_nominations(session)) == 11
