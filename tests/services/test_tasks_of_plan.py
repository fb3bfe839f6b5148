"""Milestones of the plan in the task list: what is near, in the plan's own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.council_season import ROUND, make_season
from thiduaqt.domain.plan import Deadline, Milestone, RegistrationRule, Source
from thiduaqt.services import history, movements, rounds, tasklist
from thiduaqt.services.session import Session
from thiduaqt.services.task import Task

REPORT = Milestone(
    code="unit_report",
    name="Báo cáo kết quả thực hiện phong trào",
    kind="report",
    when=Deadline(value="2026-12-15", exclusive=True, recurring=True),
    who="Các đơn vị",
    receiver="Phòng Văn hóa - Xã hội",
    source=Source(tag="plan", text="Kế hoạch, mục V.2"),
)
FAR = Milestone(code="final", name="Tổng kết", when=Deadline(value="2030"))
PAST = Milestone(code="launch", name="Phát động", when=Deadline(value="2026-05"))
BEFORE = Milestone(
    code="rehearsal", name="Duyệt lễ trao", when=Deadline(anchor="award_day", offset=-3)
)
QUARTER = Milestone(
    code="count", name="Cập nhật chỉ tiêu",
    when=Deadline(value="2026", recurring=True, every="quarter"),
)  # fmt: skip


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = make_season(tmp_path)
    movements.change_rules(
        made,
        "movement",
        "Thêm mốc thời gian",
        lambda rules: replace(rules, milestones=(FAR, QUARTER, PAST, BEFORE, REPORT)),
    )
    yield made
    made.close()


def milestones(session: Session) -> dict[str, Task]:
    found = tasklist.overview(session, ROUND).later
    return {task.key: task for task in found if task.key.startswith("milestone/")}


def test_what_the_plan_wants_soon_is_listed_in_its_words(session: Session) -> None:
    found = milestones(session)
    assert set(found) == {"milestone/unit_report", "milestone/count"}
    report = found["milestone/unit_report"]
    assert report.date_words() == "trước 15/12/2026"
    assert report.time_words(session.today()) == "Còn 10 ngày"
    assert report.waits_for == "theo kế hoạch: mục V.2"
    assert report.detail == ("Các đơn vị gửi Phòng Văn hóa - Xã hội · Trước 15/12 hằng năm")
    assert found["milestone/count"].date_words() == "trong Quý IV/2026"


def test_what_is_counted_from_the_award_day_waits_for_that_day(session: Session) -> None:
    assert "milestone/rehearsal" not in milestones(session)
    rounds.set_dates(session, ROUND, deadline="", award_day="20/12/2026")
    assert milestones(session)["milestone/rehearsal"].date_words() == "17/12/2026"
    rounds.set_dates(session, ROUND, deadline="", award_day="12/2026")
    assert "milestone/rehearsal" not in milestones(session)


def test_a_milestone_that_is_undone_is_gone(session: Session) -> None:
    history.undo(session)
    assert milestones(session) == {}


def test_until_when_units_register_is_a_milestone_unless_the_plan_has_one(
    session: Session,
) -> None:
    rule = RegistrationRule(deadline=Deadline(value="2026-01-31", recurring=True))
    movements.change_rules(
        session, "movement", "Đặt đăng ký", lambda rules: replace(rules, registration=rule)
    )
    found = milestones(session)["milestone/registration"]
    assert (found.title, found.date_words()) == ("Hạn đăng ký thi đua", "31/01/2027")
    own = replace(QUARTER, code="own", kind="register")
    movements.change_rules(
        session, "movement", "Thêm mốc", lambda rules: replace(rules, milestones=(own,))
    )
    assert set(milestones(session)) == {"milestone/own"}
