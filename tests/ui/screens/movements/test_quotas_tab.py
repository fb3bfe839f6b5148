"""The tab Số lượng khen: numbers typed into cells, every form chosen in the editor, taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.plans_invented import scored_plan
from thiduaqt.domain.plan import Quota
from thiduaqt.domain.quota_cells import NOT_NAMED, UNFIT
from thiduaqt.domain.records import Movement
from thiduaqt.services import movements
from thiduaqt.services.session import Session
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.movements.quotas.columns import QuotaRow
from thiduaqt.ui.screens.movements.quotas.tab import QuotasTab
from thiduaqt.ui.tables.columns import CellEdit

Open = Callable[[], QuotasTab]


@pytest.fixture
def open_tab(context: ScreenContext, qtbot: QtBot) -> Open:
    def make() -> QuotasTab:
        tab = QuotasTab(context)
        qtbot.addWidget(tab)
        context.hub.changed.connect(lambda _changes: _show(tab))
        tab.resize(1150, 560)
        _show(tab)
        tab.show()
        QApplication.processEvents()
        return tab

    return make


def _show(tab: QuotasTab) -> None:
    movement = tab.context.session.store.all(Movement)[0]
    tab.movement = movement
    tab.show_movement(movement)


def quotas(tab: QuotasTab) -> tuple[Quota, ...]:
    QApplication.processEvents()
    rules = tab.context.session.store.all(Movement)[0].definition
    assert rules is not None
    return rules.quotas


def row(tab: QuotasTab, award: str, occasion: str) -> QuotaRow:
    return next(
        one for one in tab.grid.rows() if one.award == award and occasion in one.line.occasion
    )


def choose(tab: QuotasTab, found: QuotaRow, kind: str) -> None:
    assert tab.grid.select_row(found.id, kind)
    QApplication.processEvents()


def test_four_ways_of_no_number_are_four_marks(open_tab: Open) -> None:
    tab = open_tab()
    own = row(tab, "certificate_of_merit", "hằng năm")
    assert (own.cells["individual"].text, own.cells["household"].text) == ("5", NOT_NAMED)
    flag = row(tab, "emulation_flag", "tổng kết")
    assert (flag.cells["collective"].text, flag.cells["individual"].text) == ("2", UNFIT)
    assert flag.decided_by == "province"
    assert own.place == "IV.4a"


def test_a_number_typed_into_a_cell(open_tab: Open, writer: Session) -> None:
    tab = open_tab()
    before = quotas(tab)
    own = row(tab, "certificate_of_merit", "hằng năm")
    tab.grid.edited.emit([CellEdit(row=own, column_key="household", old="", new="3")])
    assert row(tab, "certificate_of_merit", "hằng năm").cells["household"].text == "3"
    tab.grid.edited.emit([CellEdit(row=own, column_key="individual", old="5", new="năm")])
    assert "Không hiểu số lượng “năm”" in tab.strip.text()
    assert row(tab, "certificate_of_merit", "hằng năm").cells["individual"].text == "5"
    writer.store.undo(actor="can-bo")
    assert quotas(tab) == before


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("10%", "10% số đề nghị"), ("2 - 4", "2–4"), ("không giới hạn", "không giới hạn")],
)
def test_other_forms_are_typed_as_plans_write_them(open_tab: Open, typed: str, shown: str) -> None:
    tab = open_tab()
    own = row(tab, "certificate_of_merit", "hằng năm")
    tab.grid.edited.emit([CellEdit(row=own, column_key="individual", old="5", new=typed)])
    QApplication.processEvents()
    assert row(tab, "certificate_of_merit", "hằng năm").cells["individual"].text == shown
    assert tab.strip.isHidden()


def test_zero_is_not_nothing(open_tab: Open) -> None:
    tab = open_tab()
    own = row(tab, "certificate_of_merit", "hằng năm")
    tab.grid.edited.emit([CellEdit(row=own, column_key="household", old="", new="0")])
    assert row(tab, "certificate_of_merit", "hằng năm").cells["household"].mark == "zero"
    own = row(tab, "certificate_of_merit", "hằng năm")
    tab.grid.edited.emit([CellEdit(row=own, column_key="household", old="0", new="")])
    assert row(tab, "certificate_of_merit", "hằng năm").cells["household"].mark == "none"


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("percent", "10% số đề nghị"),
        ("range", "1–5"),
        ("unlimited", "không giới hạn"),
        ("own", "đơn vị quy định"),
        ("shared", "5 (chung với tập thể)"),
        ("none", NOT_NAMED),
        ("zero", "0"),
    ],
)
def test_every_form_is_chosen_in_the_editor(open_tab: Open, form: str, shown: str) -> None:
    tab = open_tab()
    choose(tab, row(tab, "certificate_of_merit", "hằng năm"), "individual")
    tab.editor.form.committed.emit("form", form)
    QApplication.processEvents()
    assert row(tab, "certificate_of_merit", "hằng năm").cells["individual"].text == shown


def test_a_share_with_rounding_and_a_number_for_each_block(open_tab: Open) -> None:
    tab = open_tab()
    choose(tab, row(tab, "certificate_of_merit", "hằng năm"), "individual")
    form = tab.editor.form
    form.committed.emit("form", "percent")
    form.committed.emit("percent", Decimal("12.5"))
    form.committed.emit("rounding", "up")
    form.committed.emit("at_least_one", True)
    form.committed.emit("per", "block")
    form.committed.emit("source", "Kế hoạch, mục V.2")
    quota = next(one for one in quotas(tab) if one.form == "percent")
    assert (quota.percent, quota.rounding, quota.at_least_one, quota.per) == (
        Decimal("12.5"), "up", True, "block",
    )  # fmt: skip
    assert quota.source.text == "Kế hoạch, mục V.2"
    form.committed.emit("base_count", Decimal("2.5"))
    assert "số nguyên" in tab.editor.strip.text()


def test_two_numbers_in_one_cell(open_tab: Open) -> None:
    tab = open_tab()
    choose(tab, row(tab, "certificate_of_merit", "hằng năm"), "individual")
    tab.editor.more.click()
    tab.editor.form.committed.emit("added_by", "12/HD-UBND")
    tab.editor.form.committed.emit("maximum", Decimal(2))
    held = [
        one for one in quotas(tab) if one.round_kind == "yearly" and one.award.startswith("cert")
    ]
    mine = [one for one in held if one.recipient_kind == "individual"]
    assert [(one.maximum, one.added_by) for one in mine] == [(5, ""), (2, "12/HD-UBND")]
    tab.editor.less.click()
    mine = [
        one for one in quotas(tab)
        if (one.round_kind, one.recipient_kind) == ("yearly", "individual")
        and one.award == "certificate_of_merit"
    ]  # fmt: skip
    assert [one.maximum for one in mine] == [5]


def test_an_award_and_an_occasion_are_added_and_removed(open_tab: Open) -> None:
    tab = open_tab()
    before = quotas(tab)
    held = {one.award for one in tab.grid.rows()}
    code = next(code for code in tab.names if code not in held)
    tab._add_award(code)
    assert code in {one.award for one in tab.grid.rows()}
    added = [one for one in tab.grid.rows() if one.award == code]
    tab.grid.rows_deleted.emit(added)
    assert quotas(tab) == before


def test_names_stand_in_cells_not_codes(open_tab: Open, writer: Session) -> None:
    movement = writer.store.all(Movement)[0]
    rules = scored_plan().movements[0]
    movements.change_rules(
        writer, movement.id, "Thử",
        lambda now: replace(
            now, quotas=rules.quotas, groups=rules.groups, leagues=rules.leagues
        ),
    )  # fmt: skip
    tab = open_tab()
    codes = {one.group for one in rules.quotas if one.group}
    shown = " ".join(cell.text for one in tab.grid.rows() for cell in one.cells.values())
    assert codes
    assert not any(code in shown.split() or f"{code}:" in shown for code in codes)


def test_a_number_for_each_unit_of_a_kind(open_tab: Open) -> None:
    tab = open_tab()
    choose(tab, row(tab, "certificate_of_merit", "hằng năm"), "individual")
    tab.editor.form.committed.emit("per", "unit")
    QApplication.processEvents()
    assert tab.editor.form.field("per_kinds").isVisible()
    tab.editor.form.committed.emit("per_kinds", "trường học; Doanh nghiệp")
    found = row(tab, "certificate_of_merit", "hằng năm").cells["individual"].quotas[0]
    assert found.per_kinds == ("school", "company")
    tab.editor.form.committed.emit("per_kinds", "nhà trẻ")
    assert "Không có loại đơn vị “nhà trẻ”" in tab.editor.strip.text()
    found = row(tab, "certificate_of_merit", "hằng năm").cells["individual"].quotas[0]
    assert found.per_kinds == ("school", "company")


def test_figures_that_cannot_stand_together_are_refused_in_words(open_tab: Open) -> None:
    tab = open_tab()
    choose(tab, row(tab, "certificate_of_merit", "hằng năm"), "individual")
    tab.editor.form.committed.emit("form", "percent")
    QApplication.processEvents()
    tab.editor.form.committed.emit("percent", Decimal(120))
    assert "không quá 100%" in tab.editor.strip.text()
    tab.editor.form.committed.emit("form", "range")
    QApplication.processEvents()
    tab.editor.form.committed.emit("minimum", Decimal(90))
    assert "lớn hơn số tối đa" in tab.editor.strip.text()
    kept = row(tab, "certificate_of_merit", "hằng năm").cells["individual"].quotas[0]
    assert (kept.form, kept.percent) == ("range", None)
    assert kept.minimum is not None
    assert kept.minimum < 90
