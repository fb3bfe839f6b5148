"""Thông tin chung: fields stored when left, lists typed, the plan issued and replaced."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import the_movement
from tests.ui.conftest import Calls
from tests.ui.telex import WORDS, telex
from thiduaqt.domain.plan import MovementPlan, PlanDocument
from thiduaqt.domain.records import Plan, Unit
from thiduaqt.services import history
from thiduaqt.services.session import Session
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.movements.general.tab import GeneralTab
from thiduaqt.ui.screens.movements.screen import MovementsScreen
from thiduaqt.ui.tables.columns import CellEdit


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def screen(context: ScreenContext, qtbot: QtBot) -> MovementsScreen:
    made = MovementsScreen(context)
    qtbot.addWidget(made)
    made.resize(893, 440)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    settle()
    return made


@pytest.fixture
def tab(screen: MovementsScreen) -> GeneralTab:
    found = screen.tabs["general"]
    assert isinstance(found, GeneralTab)
    return found


def rules(writer: Session) -> MovementPlan:
    found = the_movement(writer).definition
    assert found is not None
    return found


def plan(writer: Session) -> Plan:
    return writer.store.get(Plan, the_movement(writer).plan_id)


def document(writer: Session) -> PlanDocument:
    return plan(writer).document


def leave(field: QWidget) -> None:
    QTest.keyClick(field, Qt.Key.Key_Tab)
    settle()


def test_a_field_is_stored_when_left_and_undone(
    screen: MovementsScreen, tab: GeneralTab, writer: Session
) -> None:
    field = tab.forms["movement"].field("slogan")
    field.setFocus()
    telex(field, WORDS["Ước"] + " " + WORDS["Bắc"])
    leave(field)
    assert rules(writer).slogan == "Ước Bắc"
    changes = history.undo(writer)
    assert changes.label == "Sửa thông tin phong trào"
    screen.context.hub.publish(changes)
    settle()
    assert rules(writer).slogan == ""
    assert field.text() == ""  # type: ignore[attr-defined]


def test_periods_keep_their_precision(tab: GeneralTab, writer: Session) -> None:
    form = tab.forms["movement"]
    field = form.field("period_end")
    field.setFocus()
    field.setText("quý II/2031")  # type: ignore[attr-defined]
    leave(field)
    assert rules(writer).period_end == "2031-Q2"
    field.setFocus()
    field.setText("31/2/2031")  # type: ignore[attr-defined]
    leave(field)
    assert "Không có ngày" in form.message("period_end")
    assert rules(writer).period_end == "2031-Q2"


@pytest.mark.parametrize(
    ("place", "value", "kept"),
    [
        (("document", "issuers"), "UBND xã\n- Ủy ban MTTQ xã", ("UBND xã", "Ủy ban MTTQ xã")),
        (
            ("document", "signer_form"),
            "TM. ỦY BAN NHÂN DÂN – CHỦ TỊCH",
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ),
        (("document", "distribution"), "- Như trên;\n- Lưu: VT.", ("Như trên", "Lưu: VT.")),
        (("document", "kind"), "QĐ", "QĐ"),
        (("movement", "level"), "province", "province"),
        (("movement", "hosts"), "Đoàn Thanh niên", ("Đoàn Thanh niên",)),
    ],
)
def test_fields_of_several_lines_and_choices(
    tab: GeneralTab, writer: Session, place: tuple[str, str], value: str, kept: object
) -> None:
    form, key = place
    tab.forms[form].committed.emit(key, value)
    holder = document(writer) if form == "document" else rules(writer)
    assert getattr(holder, key) == kept


def test_registration_is_asked_for_piece_by_piece(tab: GeneralTab, writer: Session) -> None:
    form = tab.forms["registration"]
    tab.open_section("registration")
    settle()
    assert not form.field("deadline").isVisible()
    form.committed.emit("asked", True)
    settle()
    assert form.field("deadline").isVisible()
    form.committed.emit("required", True)
    form.committed.emit("kind_household", False)
    form.committed.emit("deadline", "trước ngày 15/02 hằng năm")
    rule = rules(writer).registration
    assert rule is not None
    assert (rule.required, rule.kinds) == (True, ("collective", "individual"))
    assert (rule.deadline.value, rule.deadline.exclusive) == ("2026-02-15", True)
    form.committed.emit("asked", False)
    assert rules(writer).registration is None


def edit(tab: GeneralTab, key: str, row: int, column: str, text: str) -> None:
    grid = tab.lists[key].grid
    line = grid.rows()[row]
    grid.edited.emit([CellEdit(row=line, column_key=column, old="", new=text)])
    settle()


def test_lists_are_typed_changed_ordered_and_shortened(tab: GeneralTab, writer: Session) -> None:
    editor = tab.lists["bases"]
    count = len(document(writer).legal_bases)
    editor.grid.rows_added.emit([{"text": "Luật Thi đua, khen thưởng ngày 15/6/2022"}])
    settle()
    assert len(document(writer).legal_bases) == count + 1
    assert document(writer).legal_bases[-1].text.startswith("Luật Thi đua")
    assert document(writer).legal_bases[-1].source.text == "Kế hoạch"
    edit(tab, "bases", count, "opening", "Thực hiện")
    assert document(writer).legal_bases[-1].opening == "Thực hiện"
    editor.grid.select_row(count)
    assert not editor.down.isEnabled()
    editor.up.click()
    settle()
    assert document(writer).legal_bases[-2].opening == "Thực hiện"
    row = editor.grid.current_row()
    assert row is not None
    assert row.id == count - 1
    editor.remove.click()
    settle()
    assert len(document(writer).legal_bases) == count
    assert tab.sections["bases"].toggle.text() == f"Căn cứ ({count})"


def test_a_cell_that_cannot_be_read_is_told(tab: GeneralTab, writer: Session) -> None:
    before = rules(writer).papers
    edit(tab, "papers", 0, "kinds", "thôn")
    assert "không phải đối tượng khen" in tab.strip.text()
    assert rules(writer).papers == before
    edit(tab, "papers", 0, "kinds", "cá nhân")
    assert rules(writer).papers[0].kinds == ("individual",)
    assert tab.strip.text() == ""
    edit(tab, "papers", 0, "groups", rules(writer).groups[1].name)
    assert rules(writer).papers[0].groups == (rules(writer).groups[1].code,)
    edit(tab, "papers", 0, "groups", "tất cả")
    assert rules(writer).papers[0].groups == ()


@pytest.mark.parametrize(
    ("key", "typed", "part"),
    [
        ("routes", {"proposer": "Thôn", "receiver": "Phòng VH-XH"}, "routes"),
        ("leagues", {"name": "Khối trường học"}, "leagues"),
    ],
)
def test_new_items_have_readable_codes(
    tab: GeneralTab, writer: Session, key: str, typed: dict[str, str], part: str
) -> None:
    tab.lists[key].grid.rows_added.emit([typed, typed])
    items = getattr(rules(writer), part)
    assert len({item.code for item in items}) == len(items) >= 2
    assert all(item.code.replace("_", "").isascii() for item in items)


def test_guidance_is_kept_with_the_plan(tab: GeneralTab, writer: Session) -> None:
    tab.lists["guidance"].grid.rows_added.emit([{"number": "88/HD-VHXH", "date": "2/5/2026"}])
    (paper,) = plan(writer).guidance
    assert (paper.number, paper.date) == ("88/HD-VHXH", "2026-05-02")


def test_the_plan_takes_our_letterhead_is_issued_and_replaced(
    tab: GeneralTab, writer: Session, calls: Calls
) -> None:
    strip = tab.plan_strip
    tab.open_section("document")
    settle()
    assert not strip.issue.isEnabled()
    assert "ghi số, ngày" in strip.words.text()
    strip.letterhead.click()
    settle()
    assert document(writer).issuers == ("Ủy ban nhân dân xã Minh Họa",)
    tab.forms["document"].committed.emit("number", "45")
    tab.commit_document("Ngày", lambda one: replace(one, date="2026-03-27"))
    settle()
    assert strip.issue.isEnabled()
    strip.issue.click()
    settle()
    assert plan(writer).state == "issued"
    assert strip.badge.text() == "Đã ban hành"
    assert "thay thế" in strip.words.text()
    tab.commit_document("Ngày", lambda one: replace(one, date="2099-03-27"))
    settle()
    assert "chưa đến" in strip.words.text()
    tab.commit_document("Ngày", lambda one: replace(one, date="2026-03-27"))
    settle()
    assert strip.letterhead.isHidden()
    strip.replace.click()
    settle()
    assert plan(writer).supersedes_id is not None
    assert plan(writer).state == "draft"
    assert strip.badge.text() == "Dự thảo"
    assert strip.words.text().startswith("Thay kế hoạch số 45 ngày 27/03/2026;")
    assert "quy định cũ còn áp dụng" in strip.words.text()
    assert len(calls.toasts) == 3


def test_gaps_lead_to_their_fields(screen: MovementsScreen, tab: GeneralTab) -> None:
    tab.go_to("issuers", "")
    settle()
    assert tab.forms["document"].field("issuers").hasFocus()
    tab.go_to("registration_deadline", "")
    assert tab.sections["registration"].toggle.isChecked()
    tab.go_to("bases", "2")
    row = tab.lists["bases"].grid.current_row()
    assert row is not None
    assert row.id == 2


def test_reopened_typing_is_not_lost(tab: GeneralTab, writer: Session, qtbot: QtBot) -> None:
    field = tab.forms["movement"].field("scope")
    field.setFocus()
    QTest.keyClicks(field, "toan xa")
    tab.commit_open()
    settle()
    assert rules(writer).scope == "toan xa"


def test_blocks_are_made_up_for_a_year_with_their_head(tab: GeneralTab, writer: Session) -> None:
    with writer.store.transaction("Đơn vị", actor="can-bo") as writing:
        for name in ("Thôn 1", "Thôn 2", "Thôn 3"):
            writing.put(Unit(id=name, kind="village", name=name))
    editor = tab.blocks
    editor.grid.rows_added.emit([{"name": "Cụm 1"}])
    editor.show_year(tab.context.session)
    row = editor.grid.rows()[0]

    def typed(key: str, text: str) -> None:
        editor.grid.edited.emit([CellEdit(row=row, column_key=key, old="", new=text)])
        settle()

    typed("units", "Thôn 1; thon 2")
    typed("head", "Thôn 2")
    typed("kind", "Khối thi đua")
    shown = editor.grid.rows()[0]
    assert shown.unit_names == ("Thôn 1", "Thôn 2")
    assert (shown.head, shown.kind, shown.year) == ("Thôn 2", "block", 2026)
    assert "Thôn 3" in editor.left_over.text()
    typed("units", "Thôn 9")
    assert "Không có đơn vị “Thôn 9”" in tab.strip.text()
    typed("head", "Thôn 3")
    assert "phải là một đơn vị trong khối" in tab.strip.text()
    assert tab.sections["blocks"].toggle.text() == "Khối, cụm thi đua (1)"
    editor.grid.rows_deleted.emit([shown])
    settle()
    assert editor.grid.rows() == ()


def test_what_is_unfolded_comes_into_sight(tab: GeneralTab) -> None:
    tab.area.verticalScrollBar().setValue(0)
    section = tab.sections["duties"]
    section.toggle.click()
    settle()
    inner = tab.area.widget()
    assert inner is not None
    seen = tab.area.verticalScrollBar().value()
    top = section.mapTo(inner, section.rect().topLeft()).y()
    assert seen <= top
    lowest = seen + tab.area.viewport().height()
    assert top + section.height() <= lowest or seen == top
