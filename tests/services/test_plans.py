"""A plan through its life: issued, guided, replaced; rules go by the day of signing."""

from pathlib import Path

import pytest

from tests.builders import a_session, the_movement
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import Guidance
from thiduaqt.domain.plan_edits import with_added, with_values
from thiduaqt.domain.records import Movement, Plan
from thiduaqt.services import history, movements, plans
from thiduaqt.services.editing import BadValue
from thiduaqt.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return a_session(tmp_path)


def the_plan(session: Session) -> Plan:
    return session.store.get(Plan, the_movement(session).plan_id)


def change_title(session: Session, title: str) -> None:
    movements.change_rules(
        session, the_movement(session).id, "Sửa", lambda rules: with_values(rules, {"title": title})
    )


def title_on(session: Session, day: str) -> str:
    rules = session.store.get(Movement, the_movement(session).id).rules_on(day)
    assert rules is not None
    return rules.title


def test_a_plan_is_issued_with_number_and_day(session: Session) -> None:
    plans.issue_plan(session, the_plan(session).id, number=" 45 ", date="27/3/2026")
    plan = the_plan(session)
    assert (plan.state, plan.document.number, plan.document.date) == ("issued", "45", "2026-03-27")
    history.undo(session)
    assert (the_plan(session).state, the_plan(session).document.number) == ("draft", "")


@pytest.mark.parametrize(("number", "date"), [("", "27/3/2026"), ("45", "3/2026"), ("45", "")])
def test_issuing_needs_both(session: Session, number: str, date: str) -> None:
    with pytest.raises(BadValue):
        plans.issue_plan(session, the_plan(session).id, number=number, date=date)
    assert the_plan(session).state == "draft"


def test_guidance_is_added_to_the_plan(session: Session) -> None:
    plan = the_plan(session)
    paper = Guidance(number="88/HD-VHXH", date="2026-05-02", settles="thời gian nộp hồ sơ")
    plans.change_guidance(
        session, plan.id, "Thêm hướng dẫn", lambda one: with_added(one, "guidance", [paper])
    )
    assert the_plan(session).guidance == (paper,)
    history.undo(session)
    assert the_plan(session).guidance == ()


def test_the_letterhead_becomes_ours(session: Session) -> None:
    plans.take_our_letterhead(session, the_plan(session).id)
    document = the_plan(session).document
    assert document.issuers == ("Ủy ban nhân dân xã Minh Họa",)
    assert document.signer_name == "Lò Văn Khải"
    assert document.legal_bases


def test_rules_go_by_the_day_of_signing(session: Session) -> None:
    old = the_plan(session)
    plans.issue_plan(session, old.id, number="45", date="27/3/2026")
    before = the_movement(session).title
    made = plans.replace_plan(session, old.id, date="1/6/2027")
    change_title(session, "Phong trào mới")
    assert the_movement(session).plan_id == made.plan_id
    assert session.store.get(Plan, old.id).state == "replaced"
    new = session.store.get(Plan, made.plan_id)
    assert (new.supersedes_id, new.state, new.document.number) == (old.id, "draft", "")
    assert title_on(session, "2027-05-31") == before
    assert title_on(session, "2027-06-01") == "Phong trào mới"
    assert title_on(session, "") == "Phong trào mới"


def test_a_new_plan_without_a_day_waits_for_its_signature(session: Session) -> None:
    old = the_plan(session)
    plans.issue_plan(session, old.id, number="45", date="27/3/2026")
    before = the_movement(session).title
    made = plans.replace_plan(session, old.id)
    change_title(session, "Phong trào mới")
    assert session.store.get(Plan, old.id).state == "issued"
    assert title_on(session, "2029-01-01") == before
    plans.issue_plan(session, made.plan_id, number="9", date="15/7/2027")
    assert session.store.get(Plan, old.id).state == "replaced"
    assert title_on(session, "2027-07-14") == before
    assert title_on(session, "2027-07-15") == "Phong trào mới"


def test_replaced_twice_each_plan_has_its_own_time(session: Session) -> None:
    plans.issue_plan(session, the_plan(session).id, number="1", date="27/3/2026")
    change_title(session, "Một")
    plans.replace_plan(session, the_plan(session).id, date="1/1/2027")
    change_title(session, "Hai")
    plans.issue_plan(session, the_plan(session).id, number="2", date="1/1/2027")
    plans.replace_plan(session, the_plan(session).id, date="1/1/2028")
    change_title(session, "Ba")
    days = ("2026-12-31", "2027-01-01", "2027-12-31", "2028-01-01")
    shown = [title_on(session, day) for day in days]
    assert shown == ["Một", "Hai", "Hai", "Ba"]


def test_what_cannot_be_replaced_is_told(session: Session) -> None:
    old = the_plan(session)
    with pytest.raises(NotAllowed, match="chưa ban hành"):
        plans.replace_plan(session, old.id)
    plans.issue_plan(session, old.id, number="1", date="27/3/2026")
    with pytest.raises(BadValue, match="không sau"):
        plans.replace_plan(session, old.id, date="27/3/2026")
    new = plans.replace_plan(session, old.id)
    with pytest.raises(NotAllowed, match="Đang có dự thảo"):
        plans.replace_plan(session, old.id)
    with pytest.raises(BadValue, match="không sau"):
        plans.issue_plan(session, new.plan_id, number="2", date="27/3/2026")


def test_a_replaced_plan_is_not_issued_again(session: Session) -> None:
    old = the_plan(session)
    plans.issue_plan(session, old.id, number="1", date="27/3/2026")
    plans.replace_plan(session, old.id, date="1/1/2027")
    with pytest.raises(NotAllowed, match="đã được thay"):
        plans.issue_plan(session, old.id, number="2", date="1/2/2027")


def test_a_day_put_right_counts_while_the_next_plan_is_a_draft(session: Session) -> None:
    plans.issue_plan(session, the_plan(session).id, number="1", date="1/3/2026")
    change_title(session, "Một")
    second = plans.replace_plan(session, the_plan(session).id).plan_id
    change_title(session, "Hai")
    plans.issue_plan(session, second, number="2", date="1/5/2026")
    plans.replace_plan(session, second)
    change_title(session, "Ba")
    assert title_on(session, "2026-06-01") == "Hai"
    plans.issue_plan(session, second, number="2", date="1/7/2026")
    assert title_on(session, "2026-06-01") == "Một"
    assert title_on(session, "2026-07-01") == "Hai"
