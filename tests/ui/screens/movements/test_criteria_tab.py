"""The tab Tiêu chí, as an officer uses it: typing, keys, dragging, copying, taking back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.plans_invented import scored_plan
from tests.ui.telex import WORDS, telex
from thiduaqt.domain.plan import MovementPlan, Section
from thiduaqt.domain.records import Movement, Nomination, Round
from thiduaqt.domain.scoring.structure import Shape
from thiduaqt.services import movements
from thiduaqt.services.session import Session
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.movements.criteria import fields
from thiduaqt.ui.screens.movements.criteria.model import HOW, POINTS, TITLE
from thiduaqt.ui.screens.movements.criteria.tab import GROUP, CriteriaTab

Open = Callable[[], CriteriaTab]


@pytest.fixture
def scored(writer: Session) -> Session:
    movement = writer.store.all(Movement)[0]
    rules = scored_plan().movements[0]
    movements.change_rules(
        writer,
        movement.id,
        "Thử",
        lambda now: replace(now, groups=rules.groups, leagues=rules.leagues),
    )
    return writer


@pytest.fixture
def open_tab(context: ScreenContext, qtbot: QtBot) -> Open:
    def make() -> CriteriaTab:
        tab = CriteriaTab(context)
        qtbot.addWidget(tab)
        context.hub.changed.connect(lambda _changes: _show(tab))
        tab.resize(1150, 560)
        _show(tab)
        with qtbot.waitActive(tab):
            tab.show()
            tab.activateWindow()
        QApplication.processEvents()
        return tab

    return make


def _show(tab: CriteriaTab) -> None:
    movement = tab.context.session.store.all(Movement)[0]
    tab.movement = movement
    tab.show_movement(movement)


def rules_of(tab: CriteriaTab) -> MovementPlan:
    QApplication.processEvents()
    rules = tab.context.session.store.all(Movement)[0].definition
    assert rules is not None
    return rules


def titles(tab: CriteriaTab, group: str) -> list[str]:
    found = rules_of(tab).group(group)
    assert found is not None
    return [place.node.title for place in Shape(found).places()]


def first_group(tab: CriteriaTab) -> str:
    return tab.groups.current()


def cell(tab: CriteriaTab, code: str, column: int) -> str:
    return str(tab.model.index_of(code, column).data())


def editor_in(tab: CriteriaTab) -> QLineEdit:
    editor = tab.tree.viewport().findChild(QLineEdit)
    assert editor is not None
    return editor


@pytest.mark.usefixtures("scored")
def test_the_tree_shows_points_and_how_they_come(open_tab: Open) -> None:
    tab = open_tab()
    group = tab.group
    assert group is not None
    banded = next(item for item in group.criteria if item.steps)
    assert cell(tab, banded.code, HOW) == f"Theo bậc, {len(banded.steps)} bậc"
    assert cell(tab, banded.code, POINTS) == str(max(step.points for step in banded.steps))
    assert "tổng 100 điểm" in tab.total.text()
    assert not tab.doubts.isVisible()


@pytest.mark.usefixtures("scored")
def test_a_title_typed_with_telex_in_the_tree(open_tab: Open, qtbot: QtBot) -> None:
    tab = open_tab()
    group = tab.group
    assert group is not None
    code = group.criteria[0].code
    tab.tree.choose(code)
    tab.tree.setFocus()
    qtbot.keyClick(tab.tree, Qt.Key.Key_F2)
    editor = editor_in(tab)
    editor.clear()
    telex(editor, f"{WORDS['Hoàng']} {WORDS['giữ']} {WORDS['Ẩn']}")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert titles(tab, group.code)[0] == "Hoàng giữ Ẩn"


@pytest.mark.usefixtures("scored")
def test_points_typed_beside_an_item_change_the_total(open_tab: Open) -> None:
    tab = open_tab()
    group = tab.group
    assert group is not None
    item = next(one for one in group.criteria if one.kind == "points")
    tab.model.setData(tab.model.index_of(item.code, POINTS), "12,5")
    found = next(one for one in rules_of(tab).groups[0].criteria if one.code == item.code)
    assert found.points == Decimal("12.5")
    assert "tổng 102,5 điểm" in tab.total.text()
    assert "cộng được 102,5" in tab.doubts.text()
    tab.model.setData(tab.model.index_of(item.code, POINTS), "mười")
    assert "không phải là số điểm" in tab.strip.text()
    assert rules_of(tab).groups[0] == tab.group


@pytest.mark.usefixtures("scored")
def test_a_new_item_stands_behind_the_chosen_one_and_waits_for_its_name(open_tab: Open) -> None:
    tab = open_tab()
    group = tab.group
    assert group is not None
    code = group.criteria[1].code
    tab.tree.choose(code)
    tab.add_criterion.trigger()
    QApplication.processEvents()
    shown = titles(tab, group.code)
    assert shown[shown.index(group.criteria[1].title) + 1] == "Tiêu chí mới"
    assert editor_in(tab).text() == "Tiêu chí mới"


@pytest.mark.usefixtures("scored")
def test_moving_by_keys_and_by_dragging(open_tab: Open, qtbot: QtBot) -> None:
    tab = open_tab()
    group = tab.group
    assert group is not None
    first, second = group.criteria[0], group.criteria[1]
    tab.tree.choose(first.code)
    tab.tree.setFocus()
    qtbot.keyClick(tab.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    order = [item.code for item in rules_of(tab).groups[0].criteria]
    assert order.index(second.code) < order.index(first.code)
    assert tab.tree.current_code() == first.code
    goal = group.sections[-1].code
    data = tab.model.mimeData([tab.model.index_of(first.code)])
    parent = tab.model.index_of(goal)
    tab.model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, parent)
    moved = next(item for item in rules_of(tab).groups[0].criteria if item.code == first.code)
    assert moved.section == goal


def test_how_many_must_be_met_goes_with_its_way_of_combining() -> None:
    section = Section(code="m", title="Mục", combine="at_least", at_least=3)
    assert fields.change_of(section, "combine", "sum")["at_least"] is None
    kept = fields.change_of(section, "combine", "at_least")
    assert (kept["combine"], kept["at_least"]) == ("at_least", 3)
    new = replace(section, combine="sum", at_least=None)
    assert fields.change_of(new, "combine", "at_least")["at_least"] == 1


@pytest.mark.usefixtures("scored")
def test_a_section_is_not_dropped_into_itself(open_tab: Open) -> None:
    tab = open_tab()
    group = tab.group
    assert group is not None
    outer = next(one for one in group.sections if any(s.parent == one.code for s in group.sections))
    inner = next(one for one in group.sections if one.parent == outer.code)
    data = tab.model.mimeData([tab.model.index_of(outer.code)])
    tab.model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, tab.model.index_of(inner.code))
    assert rules_of(tab).groups[0] == group


@pytest.mark.usefixtures("scored")
def test_copying_to_another_group_and_taking_it_back(open_tab: Open, writer: Session) -> None:
    tab = open_tab()
    source, target = (group.code for group in rules_of(tab).groups[:2])
    group = rules_of(tab).groups[0]
    before = titles(tab, target)
    tab.groups.node_dropped.emit(source, group.sections[0].code, target)
    assert len(titles(tab, target)) > len(before)
    assert group.sections[0].title in titles(tab, target)
    writer.store.undo(actor="can-bo")
    assert titles(tab, target) == before


@pytest.mark.usefixtures("scored")
def test_bands_are_typed_in_words_and_put_in_order(open_tab: Open) -> None:
    tab = open_tab()
    group = tab.group
    assert group is not None
    banded = next(item for item in group.criteria if item.steps)
    tab.tree.choose(banded.code)
    editor = tab.node_editor.steps
    editor.grid.rows_added.emit([{"band": "dưới 10", "points": "1,5"}])
    stored = next(i for i in rules_of(tab).groups[0].criteria if i.code == banded.code)
    assert stored.steps[-1].points == Decimal("1.5")
    assert stored.steps[-1].high == Decimal(10)
    editor.grid.rows_added.emit([{"band": "khá nhiều", "points": "3"}])
    assert "Không hiểu bậc" in tab.node_editor.strip.text()
    assert len(
        next(i for i in rules_of(tab).groups[0].criteria if i.code == banded.code).steps
    ) == (len(banded.steps) + 1)


@pytest.mark.usefixtures("scored")
def test_the_way_of_scoring_decides_which_fields_are_asked(open_tab: Open) -> None:
    tab = open_tab()
    group = tab.group
    assert group is not None
    item = next(one for one in group.criteria if one.kind == "points")
    tab.tree.choose(item.code)
    form = tab.node_editor.criterion
    assert form.field("points").isVisibleTo(form)
    assert not form.field("numerator").isVisibleTo(form)
    tab.node_editor.words.committed.emit("kind", "ratio")
    QApplication.processEvents()
    assert form.field("numerator").isVisibleTo(form)
    assert tab.node_editor.steps.isHidden()


@pytest.mark.usefixtures("scored")
def test_removing_names_what_goes_with_it_and_can_be_undone(
    open_tab: Open, writer: Session
) -> None:
    tab = open_tab()
    before = rules_of(tab)
    group = before.groups[0]
    named = next(rule.code for rule in group.tie_breakers if rule.code)
    tab.tree.choose(named)
    tab.remove.trigger()
    after = rules_of(tab).groups[0]
    assert all(rule.code != named for rule in after.tie_breakers)
    assert named not in {item.code for item in (*after.criteria, *after.sections)}
    writer.store.undo(actor="can-bo")
    assert rules_of(tab) == before


@pytest.mark.usefixtures("scored")
def test_the_group_s_thresholds_scorers_and_tie_breakers(open_tab: Open) -> None:
    tab = open_tab()
    tab.go_to("thresholds", "")
    assert tab.pages.currentIndex() == GROUP
    editor = tab.group_editor
    editor.thresholds.grid.rows_added.emit([{"award": "Cờ thi đua", "points": "97"}])
    assert "Không có “Cờ thi đua”" in editor.strip.text() or (
        rules_of(tab).groups[0].thresholds[-1].points == Decimal(97)
    )
    editor.ties.grid.rows_added.emit([{"kind": "Hội đồng bỏ phiếu"}])
    assert rules_of(tab).groups[0].tie_breakers[-1].kind == "vote"
    editor.thresholds.grid.rows_added.emit(
        [{"award": next(iter(editor.awards.values())), "all_of": "không có mã này"}]
    )
    assert "không có mã này" in editor.strip.text()


def test_a_group_in_use_stays(open_tab: Open, writer: Session) -> None:
    tab = open_tab()
    movement = writer.store.all(Movement)[0]
    around = writer.store.all(Round, movement_id=movement.id)[0]
    code = first_group(tab)
    with writer.store.transaction("Thử", actor="a") as writing:
        writing.put(
            Nomination(
                id=writer.new_id(), round_id=around.id, subject_group=code, kind="collective"
            )
        )
    before = len(rules_of(tab).groups)
    tab.remove_group.trigger()
    assert len(rules_of(tab).groups) == before


def test_a_new_group_starts_with_the_gates_of_the_law(open_tab: Open) -> None:
    tab = open_tab()
    tab.groups.new_wanted.emit()
    group = rules_of(tab).groups[-1]
    assert group.name == "Nhóm đối tượng mới"
    assert group.criteria
    assert all(item.kind == "gate" and item.source.tag == "law" for item in group.criteria)
    assert tab.groups.current() == group.code


def test_old_indexes_do_no_harm_after_a_reset(open_tab: Open) -> None:
    tab = open_tab()
    index = tab.model.index(0, TITLE, QModelIndex())
    tab.model.show_group(None)
    assert tab.model.data(index) is None
    assert tab.model.rowCount() == 0


@pytest.mark.usefixtures("scored")
def test_a_group_moves_among_the_groups_by_keys(open_tab: Open, qtbot: QtBot) -> None:
    tab = open_tab()
    before = [one.code for one in rules_of(tab).groups]
    view = tab.groups.view
    view.setCurrentRow(2)
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one.code for one in rules_of(tab).groups] == [before[0], before[2], before[1]]
    assert tab.groups.current() == before[2], "the moved one stays chosen"
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [one.code for one in rules_of(tab).groups] == before


@pytest.mark.usefixtures("scored")
def test_a_section_is_nested_by_keys(open_tab: Open, qtbot: QtBot) -> None:
    tab = open_tab()
    group = tab.group
    assert group is not None
    tops = [one.code for one in group.sections if not one.parent]
    tab.tree.choose(tops[-1])
    qtbot.keyClick(tab.tree, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    parents = {one.code: one.parent for one in rules_of(tab).groups[0].sections}
    assert parents[tops[-1]] == tops[-2]
    qtbot.keyClick(tab.tree, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert rules_of(tab).groups[0].sections == group.sections
