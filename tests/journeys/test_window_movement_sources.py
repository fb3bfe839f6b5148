"""Movements that come from elsewhere, plans that are replaced, criteria changed after scoring."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.before_council import enter_units, first_run
from tests.journeys.movement_steps import PlanHands
from thiduaqt.domain.records import CriteriaEdition, Movement, Plan
from thiduaqt.ui.app import Application
from thiduaqt.ui.memory import Memory

TEAMS = "III.3"
DOCUMENT = "movements.general.document.form"


@pytest.fixture
def hands(dressed: QApplication, qtbot: QtBot, own_data_folder: Path) -> Iterator[PlanHands]:
    program = Application(Memory(own_data_folder / "giao-dien.ini"))
    made = PlanHands(qtbot, program)
    first_run(made)
    made.press("Ctrl+2")
    made.settle()
    yield made
    program.close()
    dressed.processEvents()


def new_movement(hands: PlanHands, kind: str) -> None:
    hands.click("movements.to_list")
    hands.settle()
    hands.click("movements.add")
    hands.settle()
    hands.part("movements.new", kind)


def choose_in(hands: PlanHands, name: str, words: str) -> None:
    """Go through a list with the arrows until a name that holds ``words`` is current."""
    view = hands.find(name, QListWidget)
    hands.click(view.viewport())
    hands.press("Home")
    for _row in range(view.count()):
        if words in view.currentItem().text():
            return
        hands.press("Down")
    raise AssertionError(f"{name} does not hold {words}")


def titles(hands: PlanHands) -> list[str]:
    return [row.title for row in hands.grid("movements.grid").rows()]


def test_movements_come_from_a_pack_a_file_and_one_of_our_own(
    hands: PlanHands, tmp_path: Path
) -> None:
    ours, _plan = hands.stored()
    pack = tmp_path / "cao-minh.toml"
    hands.click("movements.to_list")
    hands.settle()
    hands.click_cell(hands.grid("movements.grid"), 0, "title")
    with hands.dialog(hands.choose_file(pack)):
        hands.click("movements.pack")
    hands.settle()
    assert pack.read_text(encoding="utf-8").count("[[groups]]") == len(ours.groups)

    hands.click("movements.add")
    hands.settle()
    choose_in(hands, "movements.new.packs", "Đông Phú")
    hands.write("movements.new.year", "2026")
    hands.click("movements.new.create")
    hands.settle()
    rules, plan = hands.stored()
    assert rules.title != ours.title
    assert (plan.document.commune, plan.document.number) == ("xã Cao Minh", ""), "our letterhead"
    hands.click("movements.review")
    hands.settle()
    found = hands.grid("movements.text.review.grid").rows()
    assert any("xã Đông Phú" in one.finding.message for one in found), "names to be put right"

    new_movement(hands, "own")
    choose_in(hands, "movements.new.owned", ours.short_name)
    hands.write("movements.new.copy.title", "Cả xã học số năm sau")
    hands.write("movements.new.copy.years", "2")
    hands.click("movements.new.create")
    hands.settle()
    rules, plan = hands.stored("Cả xã học số năm sau")
    assert int(rules.period_start[:4]) == int(ours.period_start[:4]) + 2
    assert [one.name for one in rules.groups] == [one.name for one in ours.groups]
    assert (plan.document.number, plan.state) == ("", "draft")

    new_movement(hands, "pack")

    def as_a_copy(_shown: QWidget) -> None:
        hands.click_words("Nhập thành bản sao")

    with hands.dialog(hands.choose_file(pack), as_a_copy):
        hands.click("movements.new.file")
    hands.settle()
    assert hands.stored()[0].groups == ours.groups
    hands.click("movements.to_list")
    hands.settle()
    assert len(titles(hands)) == 4
    for left in (3, 2, 1):
        while len(titles(hands)) > left:
            hands.press("Ctrl+Z")
            hands.settle()
    assert titles(hands) == [ours.title]


def issue(hands: PlanHands, number: str, date: str) -> None:
    hands.fill(DOCUMENT, {"number": number, "date": date})
    hands.click(hands.reach("movements.plan.issue"))
    hands.settle()


def test_a_plan_is_replaced_and_the_old_one_holds_until_then(hands: PlanHands) -> None:
    opened = hands.program._opened
    assert opened is not None
    store = opened.session.store
    before, _plan = hands.stored()
    hands.unfold("document")
    issue(hands, "45", "12/3/2026")
    first = hands.stored()[1]
    assert (first.state, first.document.number, first.document.date) == (
        "issued", "45", "2026-03-12",
    )  # fmt: skip
    hands.click(hands.reach("movements.plan.replace"))
    hands.settle()
    assert not hands.sees("movements.plan.replace"), "one draft is enough"
    hands.fill("movements.general.movement.form", {"slogan": "Học số suốt đời"})
    movement = store.all(Movement)[0]
    assert movement.rules_on("2027-01-01") == before, "the draft does not hold yet"
    issue(hands, "7", "05/01/2027")
    movement = store.all(Movement)[0]
    assert movement.rules_on("2027-01-04") == before
    after = movement.rules_on("2027-01-05")
    assert after is not None
    assert after.slogan == "Học số suốt đời"
    assert store.get(Plan, first.id).state == "replaced"
    for _step in range(5):  # two for the number and the day, one each for the rest
        hands.press("Ctrl+Z")
        hands.settle()
    assert store.get(Plan, first.id).state == "issued"
    assert hands.stored()[0] == before


def test_criteria_changed_after_scoring_keep_the_old_edition(hands: PlanHands) -> None:
    opened = hands.program._opened
    assert opened is not None
    store = opened.session.store
    hands.tab("Tiêu chí")
    group = next(one for one in hands.stored()[0].groups if one.code == TEAMS)
    hands.choose_group(group.name)
    hands.node(group.criteria[-1].title)
    hands.new_node("add", "Mức độ lan tỏa")
    hands.fill("movements.criteria.words", {"kind": "Chấm từ 0 đến điểm tối đa"})
    hands.fill("movements.criteria.criterion", {"points": "40"})
    enter_units(hands)
    hands.press("Ctrl+4")
    hands.settle()
    hands.press("Ctrl+N")
    hands.type("Tổ CNSCĐ Thôn 3")
    hands.press("Return")
    hands.settle()
    hands.click_cell(hands.grid("nominations.grid"), 0, "name")
    hands.settle()
    found = next(one for one in hands.stored()[0].groups if one.code == TEAMS)
    code = found.criteria[-1].code
    value = hands.reach(f"nominations.score.{code}.value")
    hands.write(value, "30")
    hands.press("Tab")
    hands.settle()
    assert hands.find("nominations.scores.total").accessibleName().startswith("30/40 điểm")

    hands.press("Ctrl+2")
    hands.settle()
    hands.node("Mức độ lan tỏa")
    hands.fill("movements.criteria.criterion", {"points": "50"})
    (edition,) = store.all(CriteriaEdition)
    assert edition.content is not None
    assert edition.content.criteria[-1].points == Decimal(40)
    group = next(one for one in hands.stored()[0].groups if one.code == TEAMS)
    assert group.version == edition.version + 1

    hands.press("Ctrl+4")
    hands.settle()
    hands.click_cell(hands.grid("nominations.grid"), 0, "name")
    hands.settle()
    told = " ".join(one.text() for one in hands.find("nominations.scores").findChildren(QLabel))
    assert "30/40" in hands.find("nominations.scores.total").accessibleName(), told
    hands.click(hands.reach("nominations.scores.edition"))
    hands.settle()
    assert hands.find("nominations.scores.total").accessibleName() == "Chưa chấm", "it reads anew"
    hands.write(hands.reach(f"nominations.score.{code}.value"), "45")
    hands.press("Tab")
    hands.settle()
    assert hands.find("nominations.scores.total").accessibleName().startswith("45/50 điểm")
