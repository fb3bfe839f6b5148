"""The tab Chỉ tiêu: cells that edit the plan, figures of units, files, bars, all taken back."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.shots.scenes_targets import real_targets
from tests.ui.telex import WORDS, telex
from thiduaqt.domain.plan import Target, YearValue
from thiduaqt.domain.records import Measurement, Movement
from thiduaqt.services import movements, targets, units
from thiduaqt.services.session import Session
from thiduaqt.services.targets import Entry, TargetRow
from thiduaqt.ui.dialogs import Answers
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.movements.targets.tab import CHART, FIGURES, TARGET, TargetsTab
from thiduaqt.ui.tables.columns import CellEdit

Open = Callable[..., TargetsTab]
ONLINE = Target(
    code="1", statement="Hồ sơ nộp trực tuyến", operator=">=", value="85", unit="%", scope="unit",
    by_year=(YearValue(year=2026, value="70"), YearValue(year=2027, value="80")),
)  # fmt: skip
INDEX = Target(code="2", statement="Chỉ số chuyển đổi số", operator=">", value="0.75")
PART = Target(code="2.1", statement="Trong đó hạ tầng số", operator=">=", value="0.6", parent="2")
TRAIN = Target(
    code="3", statement="Buổi tập huấn", operator=">=", value="10", unit="buổi", scope="unit",
    roll="sum",
)  # fmt: skip
PROSE = Target(code="4", statement="Có kho dữ liệu dùng chung")
ALL = (ONLINE, INDEX, PART, TRAIN, PROSE)


@pytest.fixture
def open_tab(context: ScreenContext, writer: Session, qtbot: QtBot) -> Open:
    def make(found: tuple[Target, ...] = ALL) -> TargetsTab:
        movement = writer.store.all(Movement)[0]
        movements.change_rules(
            writer, movement.id, "Thử", lambda rules: replace(rules, targets=found)
        )
        tab = TargetsTab(context)
        qtbot.addWidget(tab)
        context.hub.changed.connect(lambda _changes: _show(tab))
        tab.resize(1033, 360)
        _show(tab)
        tab.show()
        QApplication.processEvents()
        return tab

    return make


def _show(tab: TargetsTab) -> None:
    movement = tab.context.session.store.all(Movement)[0]
    tab.movement = movement
    tab.show_movement(movement)


def stored(tab: TargetsTab) -> tuple[Target, ...]:
    QApplication.processEvents()
    rules = tab.context.session.store.all(Movement)[0].definition
    assert rules is not None
    return rules.targets


def target(tab: TargetsTab, code: str) -> Target:
    return next(one for one in stored(tab) if one.code == code)


def row(tab: TargetsTab, code: str) -> TargetRow:
    QApplication.processEvents()
    return next(one for one in tab.grid.rows() if one.id == code)


def type_into(tab: TargetsTab, code: str, key: str, text: str) -> None:
    tab.grid.edited.emit([CellEdit(row=row(tab, code), column_key=key, old="", new=text)])
    QApplication.processEvents()


def figures(tab: TargetsTab) -> list[tuple[str, str | None, str]]:
    found = tab.context.session.store.all(Measurement)
    return sorted((one.target, one.unit_id, one.period) for one in found)


# -- targets --------------------------------------------------------------------------------------


def test_sub_targets_stand_under_their_parent(open_tab: Open) -> None:
    tab = open_tab()
    assert [one.number for one in tab.grid.rows()] == ["1", "2", "2.1", "3", "4"]
    texts = [tab.grid.model.text_at(line, 1) for line in range(5)]
    assert texts[2] == "\u2003Trong đó hạ tầng số"
    assert tab.grid.model.edit_text_at(2, 1) == "Trong đó hạ tầng số"


@pytest.mark.parametrize(
    ("key", "typed", "expected"),
    [
        ("wanted", "0,8", {"value": "0.8", "operator": ">"}),
        ("wanted", "0.80", {"value": "0.8", "operator": ">"}),
        ("wanted", "phấn đấu ≥ 80%", {"value": "80", "unit": "%", "striving": True}),
        ("wanted", "1.250 hộ", {"value": "1250", "unit": "hộ"}),
        ("wanted", "", {"value": None, "operator": ">"}),
        ("operator", "≤", {"operator": "<=", "value": "0.75"}),
        ("operator", "phấn đấu", {"operator": ">", "striving": True}),
        ("operator", "không có số", {"operator": "text", "value": None}),
        ("statement", "  Chỉ số  mới ", {"statement": "Chỉ số mới"}),
        ("unit", "điểm", {"unit": "điểm"}),
        ("years", "2026: 0,7; 2027: 0,8", {"by_year": (
            YearValue(year=2026, value="0.7"), YearValue(year=2027, value="0.8"))}),
        ("scope", "Từng đơn vị", {"scope": "unit"}),
    ],
)  # fmt: skip
def test_cells_edit_the_plan_and_are_taken_back(
    open_tab: Open, writer: Session, key: str, typed: str, expected: dict[str, object]
) -> None:
    tab = open_tab()
    before = stored(tab)
    type_into(tab, "2", key, typed)
    found = target(tab, "2")
    assert {name: getattr(found, name) for name in expected} == expected
    writer.store.undo(actor="can-bo")
    assert stored(tab) == before


@pytest.mark.parametrize(
    ("key", "typed"),
    [("wanted", "8O%"), ("operator", "xấp xỉ"), ("statement", "  "), ("years", "26: 5"),
     ("scope", "mọi nơi")],
)  # fmt: skip
def test_a_text_that_cannot_be_kept_is_said(open_tab: Open, key: str, typed: str) -> None:
    tab = open_tab()
    before = stored(tab)
    type_into(tab, "2", key, typed)
    assert "Giá trị cũ được giữ nguyên" in tab.strip.text()
    assert stored(tab) == before
    line = tab.grid.model.line_of("2")
    assert tab.grid.model.text_at(line, tab.grid.model.column_number("wanted")) == "0,75"


def test_the_figure_of_a_year_changes_where_there_is_one(open_tab: Open) -> None:
    tab = open_tab()
    assert row(tab, "1").wanted == Decimal(70)
    type_into(tab, "1", "wanted", "72")
    assert target(tab, "1").by_year[0] == YearValue(year=2026, value="72")
    assert target(tab, "1").value == "85"
    tab.span.choose(2027)
    assert row(tab, "1").wanted == Decimal(80)


def test_typed_with_keys_in_the_last_line(open_tab: Open) -> None:
    tab = open_tab(())
    tab.activateWindow()
    tab.add.trigger()
    words = ("giữ", "quý", "người")
    keys = " ".join(WORDS[word] for word in words)
    telex(QApplication.focusWidget() or tab.grid.view, keys)
    QTest.keyClick(QApplication.focusWidget() or tab.grid.view, Qt.Key.Key_Tab)
    QApplication.processEvents()
    (made,) = stored(tab)
    assert (made.statement, made.code) == ("giữ quý người", "t1")
    assert made.source.tag == "plan"


def test_pasted_rows_are_one_step(open_tab: Open, writer: Session) -> None:
    tab = open_tab()
    before = stored(tab)
    tab.grid.rows_added.emit(
        [
            {"statement": "Hộ dùng VNeID", "operator": ">", "wanted": "85%"},
            {"statement": "Buổi tập huấn", "wanted": "tối thiểu 12 buổi", "scope": "Từng đơn vị"},
            {"wanted": "40"},
        ]
    )
    one, two, three = stored(tab)[-3:]
    assert (one.code, one.operator, one.value, one.unit) == ("5", ">", "85", "%")
    assert (two.operator, two.value, two.unit, two.scope) == (">=", "12", "buổi", "unit")
    assert (three.statement, three.operator, three.value) == ("Chỉ tiêu mới", ">=", "40")
    writer.store.undo(actor="can-bo")
    assert stored(tab) == before


def test_order_copies_and_removal(open_tab: Open, writer: Session) -> None:
    tab = open_tab()
    before = stored(tab)
    tab.grid.select_row("2", "statement")
    tab.up.trigger()
    assert [one.number for one in tab.grid.rows() if one.id in ("2", "2.1")] == ["1", "1.1"]
    assert tab.grid.current_row() == row(tab, "2")
    tab.copy.trigger()
    copied = tab.grid.current_row()
    assert copied is not None
    assert (copied.id, copied.statement) == ("5", INDEX.statement)
    tab.grid.rows_deleted.emit([row(tab, "2"), copied])
    assert [one.code for one in stored(tab)] == ["1", "3", "4"]
    for _ in range(3):
        writer.store.undo(actor="can-bo")
    assert stored(tab) == before


def test_a_new_target_does_not_inherit_figures(open_tab: Open, writer: Session) -> None:
    tab = open_tab()
    type_into(tab, "4", "figure", "đạt")
    tab.grid.rows_deleted.emit([row(tab, "4")])
    tab.grid.rows_added.emit([{"statement": "Chỉ tiêu khác"}])
    new = stored(tab)[-1]
    assert new.code == "5"
    assert row(tab, "5").state == "no_figure"


def test_every_field_is_stored_by_the_editor(open_tab: Open) -> None:
    tab = open_tab()
    tab.grid.select_row("2", "statement")
    form = tab.editor.form
    for key, value in (
        ("statement", "Chỉ số chuyển đổi số cấp xã"), ("operator", "<="), ("wanted", "0,8"),
        ("unit", "điểm"), ("striving", True), ("scope", "unit"), ("roll", "average"),
        ("numerator", "a"), ("denominator", "b"), ("parent", "1"), ("inherited", True),
        ("due", "trước 31/12/2026"), ("source", "Kế hoạch, mục III.2"),
    ):  # fmt: skip
        form.committed.emit(key, value)
    found = target(tab, "2")
    assert (found.statement, found.operator, found.value) == (
        "Chỉ số chuyển đổi số cấp xã", "<=", "0.8",
    )  # fmt: skip
    assert (found.unit, found.striving, found.scope, found.roll) == (
        "điểm", True, "unit", "average",
    )  # fmt: skip
    assert (found.parent, found.inherited, found.numerator) == ("1", True, "a")
    assert (found.due.value, found.due.exclusive) == ("2026-12-31", True)
    assert found.source.text == "Kế hoạch, mục III.2"
    form.committed.emit("parent", "")
    assert target(tab, "2").parent == ""
    form.committed.emit("statement", "")
    assert "phải có nội dung" in tab.editor.strip.text()


def test_fields_belong_to_what_the_target_is(open_tab: Open) -> None:
    tab = open_tab()
    tab.grid.select_row("4", "statement")
    assert tab.editor.form.field("wanted").isHidden()
    assert tab.editor.by_year.isHidden()
    tab.grid.select_row("3", "statement")
    assert tab.editor.form.field("numerator").isHidden()
    assert not tab.editor.form.field("roll").isHidden()
    tab.grid.select_row("2", "statement")
    offered = tab.editor.form.field("parent")
    assert [offered.itemData(n) for n in range(offered.count())] == ["", "1", "3", "4"]  # type: ignore[attr-defined]


def test_years_are_a_list_of_their_own(open_tab: Open) -> None:
    tab = open_tab()
    tab.grid.select_row("1", "statement")
    years = tab.editor.years.grid
    years.rows_added.emit([{"year": "2025"}, {"year": "2028", "value": "85,5%"}])
    assert [(one.year, one.value) for one in target(tab, "1").by_year] == [
        (2025, "85"), (2026, "70"), (2027, "80"), (2028, "85.5"),
    ]  # fmt: skip
    years.edited.emit([CellEdit(row=years.rows()[0], column_key="value", old="85%", new="nhiều")])
    assert "không phải mức" in tab.editor.strip.text()
    years.rows_deleted.emit([years.rows()[0]])
    assert [one.year for one in target(tab, "1").by_year] == [2026, 2027, 2028]


# -- figures --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "typed", "expected"),
    [
        ("2", "0,75", ("at_risk", "0,75")),
        ("2", "0.76", ("met", "0,76")),
        ("2", "12/40", ("not_met", "0,3")),
        ("2", "75%", ("at_risk", "0,75")),
        ("2", "không áp dụng", ("na", "không áp dụng")),
        ("4", "đạt", ("met", "đã xong")),
    ],
)
def test_figures_typed_beside_the_target(
    open_tab: Open, writer: Session, code: str, typed: str, expected: tuple[str, str]
) -> None:
    tab = open_tab()
    tab.span.choose(2026, "2026-Q3")
    type_into(tab, code, "figure", typed)
    assert (row(tab, code).state, row(tab, code).figure_short) == expected
    assert figures(tab) == [(code, None, "2026-Q3")]
    type_into(tab, code, "figure", "")
    assert figures(tab) == []
    writer.store.undo(actor="can-bo")
    _show(tab)
    assert row(tab, code).state == expected[0]


def test_an_unreadable_figure_is_said_and_not_kept(open_tab: Open) -> None:
    tab = open_tab()
    type_into(tab, "2", "figure", "gần đủ")
    assert "không phải một số liệu" in tab.strip.text()
    assert figures(tab) == []


def test_units_are_filled_in_line_by_line(open_tab: Open, writer: Session) -> None:
    tab = open_tab()
    names = _three_units(tab, writer)
    tab.grid.select_row("1", "statement")
    tab.show_page(FIGURES)
    assert "Còn thiếu: " + ", ".join(names) == tab.figures.lacking.text()
    lines = tab.figures.grid.rows()
    tab.figures.grid.edited.emit(
        [
            CellEdit(row=lines[0], column_key="value", old="", new="30/40"),
            CellEdit(row=lines[1], column_key="value", old="", new="20/40"),
        ]
    )
    QApplication.processEvents()
    assert row(tab, "1").figure_words == "62,5% (50/80)"
    assert tab.figures.result.text() == "62,5% (50/80)"
    assert tab.figures.badge.text() == "Chưa đạt"
    assert tab.figures.lacking.text() == f"Còn thiếu: {names[2]}"
    assert tab.figures.reach.text() == "1/2 đơn vị đạt, 1 chưa có số liệu"
    column = tab.grid.model.column("figure")
    assert column is not None
    assert not column.may_edit(row(tab, "1"))
    first = tab.figures.grid.rows()[0]
    tab.figures.grid.edited.emit(
        [
            CellEdit(row=first, column_key="value", old="30/40", new="40/40"),
            CellEdit(row=first, column_key="period", old="2026", new="9/2026"),
            CellEdit(row=first, column_key="source", old="", new="Công văn 12"),
        ]
    )
    kept = next(one for one in writer.store.all(Measurement) if one.id == first.id)
    assert (kept.numerator, kept.period, kept.source) == ("40", "2026-09", "Công văn 12")
    tab.figures.grid.rows_deleted.emit(tab.figures.grid.rows()[:2])
    assert figures(tab) == []
    for _ in range(3):
        writer.store.undo(actor="can-bo")
    assert figures(tab) == []


def _three_units(tab: TargetsTab, writer: Session) -> list[str]:
    if not units.asked(writer):
        units.add(writer, [{"name": name} for name in ("Thôn Một", "Thôn Hai", "Thôn Ba")])
    _show(tab)
    asked = units.asked(writer)
    assert len(asked) == 3
    return [unit.name for unit in asked]


def test_another_period_is_entered_below(open_tab: Open, writer: Session) -> None:
    tab = open_tab()
    names = _three_units(tab, writer)
    tab.grid.select_row("3", "statement")
    tab.show_page(FIGURES)
    part = tab.figures
    part.more.click()
    part.unit.setCurrentIndex(1)
    part.period.setText("quý II/2026")
    part.value.setText("4")
    part.source.setText("Báo cáo tháng 6")
    part.add.click()
    QApplication.processEvents()
    line = part.grid.rows()[0]
    assert (line.unit, line.period_words, line.typed) == (names[1], "Quý II/2026", "4")
    assert line.source == "Báo cáo tháng 6"
    assert part.value.text() == ""
    part.add.click()
    assert "Chưa gõ số liệu" in part.strip.text()
    part.value.setText("5")
    part.period.setText("tháng mười ba")
    part.add.click()
    assert "không phải một kỳ số liệu" in tab.strip.text()
    assert part.value.text() == "5"


def test_quick_filters_count_the_states(open_tab: Open) -> None:
    tab = open_tab()
    type_into(tab, "2", "figure", "0,9")
    type_into(tab, "2.1", "figure", "0,1")
    type_into(tab, "4", "figure", "không áp dụng")
    texts = [tab.grid.bar.quick.button(key).accessibleName() for key in ("met", "not_met", "na")]
    assert texts == ["Đạt  1", "Chưa đạt  1", "Không áp dụng  1"]
    tab.grid.choose_quick("not_met")
    assert [one.id for one in tab.grid.shown_rows()] == ["2.1"]


def test_where_at_risk_begins_is_set_for_the_movement(
    open_tab: Open, answers: Answers, writer: Session
) -> None:
    tab = open_tab()
    type_into(tab, "2", "figure", "0,5")
    assert row(tab, "2").state == "not_met"
    answers.give("60%")
    tab.risk.trigger()
    QApplication.processEvents()
    assert row(tab, "2").state == "at_risk"
    assert tab.risk.text() == "Cảnh báo từ 60%"
    answers.give("quá nửa")
    tab.risk.trigger()
    assert "không phải một tỷ lệ" in tab.strip.text()


# -- files and bars -------------------------------------------------------------------------------


def test_a_form_goes_out_and_comes_back(
    open_tab: Open, answers: Answers, tmp_path: Path, writer: Session
) -> None:
    tab = open_tab((INDEX, PROSE))
    path = tmp_path / "bieu.xlsx"
    tab.span.choose(2026, "2026-09")
    answers.give(path)
    tab.give_out.trigger()
    book = openpyxl.load_workbook(path)
    sheet = book["Chỉ tiêu"]
    sheet["E6"] = "0,8"
    book.save(path)
    answers.give(path)
    tab.take_in.trigger()
    QApplication.processEvents()
    assert row(tab, "2").figure_words == "0,8"
    assert figures(tab) == [("2", None, "2026-09")]
    sheet["E6"] = "tám mươi"
    book.save(path)
    answers.give(path)
    tab.take_in.trigger()
    assert "Ô E6" in tab.strip.text()
    assert row(tab, "2").figure_words == "0,8"
    writer.store.undo(actor="can-bo")
    assert figures(tab) == []


def test_table_and_bars_are_printed(open_tab: Open, answers: Answers, tmp_path: Path) -> None:
    tab = open_tab()
    type_into(tab, "2", "figure", "0,8")
    word, sheet, pdf = (tmp_path / f"bang.{kind}" for kind in ("docx", "xlsx", "pdf"))
    for action, path in ((tab.word, word), (tab.excel, sheet), (tab.pdf, pdf)):
        answers.give(path)
        action.trigger()
    cells = [cell.text for table in Document(str(word)).tables for cell in table._cells]
    assert {"Chỉ số chuyển đổi số", "> 0,75", "0,8", "Đạt"} <= set(cells)
    values = [
        str(cell.value) for line in openpyxl.load_workbook(sheet).worksheets[0] for cell in line
    ]
    assert "Chỉ số chuyển đổi số" in values
    text = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "Chỉ số chuyển đổi số" in text
    assert "> 0,75" in text


def test_bars_take_the_place_of_the_table(open_tab: Open) -> None:
    tab = open_tab()
    type_into(tab, "2", "figure", "0,8")
    tab.view.button("chart").click()
    assert tab.views.currentIndex() == CHART
    assert "Chỉ số chuyển đổi số: 0,8, > 0,75, đạt." in tab.chart.accessibleName()
    assert tab.grid.bar.isHidden()
    assert tab.find_field() is tab.find_line
    assert not tab.grid.bar.isHidden()


# -- places ---------------------------------------------------------------------------------------


def test_gaps_lead_to_their_field(open_tab: Open, writer: Session) -> None:
    tab = open_tab((replace(INDEX, value=None),))
    assert tab.movement is not None
    found = movements.missing(writer, tab.movement.id)
    gap = next(one for one in found if one.tab == "targets")
    tab.show_page(FIGURES)
    tab.go_to(gap.field, gap.item)
    assert tab.pages.currentIndex() == TARGET
    assert tab.editor.form.field("wanted").hasFocus()
    tab.go_to("figures", "2")
    assert tab.pages.currentIndex() == FIGURES


def test_the_real_plan_is_shown_whole(open_tab: Open) -> None:
    tab = open_tab(real_targets()[:20])
    assert len(tab.grid.rows()) == 20
    assert [one.id for one in tab.grid.rows()][-2:] == ["III.19", "I.1"]
    index = row(tab, "III.19")
    assert (index.wanted_words, row(tab, "III.4").wanted_words) == ("≥ 0,75", "> 90%")
    assert row(tab, "I.1").depth == 1


def test_panes_hold_the_table_and_the_editor(open_tab: Open) -> None:
    tab = open_tab()
    assert tab.panes() == (tab.grid, tab.editor)
    tab.show_page(FIGURES)
    assert tab.panes() == (tab.grid, tab.figures)
    assert tab.minimumSizeHint().width() <= 1033
    assert tab.minimumSizeHint().height() <= 370


def test_a_year_of_the_movement_is_shown_first(open_tab: Open, writer: Session) -> None:
    tab = open_tab()
    movement = writer.store.all(Movement)[0]
    targets.record(writer, movement.id, [Entry(target="2", value="0,7", period="2027")])
    _show(tab)
    assert tab.span.year == 2026
    tab.span.choose(2027)
    assert row(tab, "2").figure_words == "0,7"
    assert tab.span.typed == "2027"
