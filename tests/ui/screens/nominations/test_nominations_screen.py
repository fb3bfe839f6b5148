"""The screen of nominations: list, panel, gate, files, without a mouse where that matters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import the_movement, the_round
from tests.ui.conftest import Calls
from tests.ui.telex import WORDS, telex
from thiduaqt.domain.records import Nomination, Person
from thiduaqt.services import dossiers, history, nominating, nominations, registers
from thiduaqt.services.checking import Checker
from thiduaqt.services.session import Session
from thiduaqt.ui.dialogs import Answers
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.nominations.screen import NominationsScreen

Show = Callable[..., NominationsScreen]


@pytest.fixture
def show(qtbot: QtBot, context: ScreenContext) -> Show:
    """Return what shows the screen at a size, filled with rows given by their values."""

    def shown(*, width: int = 1166, height: int = 608) -> NominationsScreen:
        screen = NominationsScreen(context)
        qtbot.addWidget(screen)
        screen.resize(width, height)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        return screen

    return shown


def add(writer: Session, *rows: dict[str, object]) -> list[str]:
    before = {row.id for row in rows_of(writer)}
    nominating.add(writer, the_round(writer).id, rows)
    return [row.id for row in rows_of(writer) if row.id not in before]


def settle() -> None:
    """Let the screen reload, which it does once control is back in the event loop."""
    for _ in range(3):
        QApplication.processEvents()


def words(text: str) -> str:
    """Return what a typing aid sends for a text."""
    return " ".join(WORDS[word] for word in text.split())


def rows_of(writer: Session) -> tuple[nominations.NominationRow, ...]:
    return nominations.listing(writer, the_round(writer).id)


def complete(writer: Session, nomination_id: str) -> None:
    checker = Checker(writer, the_round(writer).id)
    for tick in dossiers.view(writer, checker, nomination_id).ticks:
        dossiers.mark(writer, [nomination_id], tick.code, "met")


DUNG = {
    "name": "Ông Đỗ Văn Dũng",
    "birth": "1988",
    "post": "Công chức",
    "unit": "Thôn 3",
    "achievement": "Hướng dẫn 120 hộ",
}
HA = {"name": "Bà Nguyễn Thị Thu Hà", "unit": "Thôn 3", "achievement": "Mở 6 lớp"}


def button(screen: NominationsScreen, name: str) -> QPushButton:
    found = screen.findChild(QPushButton, name)
    assert found is not None, name
    return found


def type_into(qtbot: QtBot, screen: NominationsScreen, row_id: str, column: str, text: str) -> None:
    screen.grid.select_row(row_id, column)
    screen.grid.view.edit(screen.grid.view.currentIndex())
    editor = screen.grid.view.findChild(QWidget, f"cell.{column}")
    line = editor if isinstance(editor, QLineEdit) else editor.lineEdit()  # type: ignore[union-attr]
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    settle()


# --- empty ---------------------------------------------------------------------------------------


def test_an_empty_round_offers_the_ways_forward(show: Show, calls: Calls) -> None:
    screen = show()
    empty = button(screen, "nominations.empty.import")
    assert empty.isVisible()
    assert not screen.add_button.isVisible()
    assert not screen.panel.isVisible()
    filled = [
        one
        for one in screen.findChildren(QPushButton)
        if one.isVisible() and one.property("kind") == "primary"
    ]
    assert filled == [empty]
    empty.click()
    assert calls.navigated == [("intake", {})]


def test_the_first_line_that_lacks_something_comes_into_sight(show: Show, writer: Session) -> None:
    plan = the_movement(writer).definition
    assert plan is not None
    people = [one for one in plan.groups if "individual" in one.kinds]
    few, *_, many = sorted(people, key=lambda one: len(one.criteria))
    lacking, whole = add(
        writer, {**DUNG, "subject_group": many.code}, {**HA, "subject_group": few.code}
    )
    checker = Checker(writer, the_round(writer).id)
    needed = [one for one in dossiers.view(writer, checker, lacking).ticks if one.severity]
    wanted = [one for one in needed if one.severity == "error"][-1]
    complete(writer, whole)
    complete(writer, lacking)
    dossiers.mark(writer, [lacking], wanted.code, "unmet")
    screen = show(width=917, height=462)
    screen.grid.select_row(whole, "name")
    settle()
    screen.grid.select_row(lacking, "name")
    settle()
    row = screen.panel.checklist.rows[wanted.code]
    assert row.tick.severity == "error"
    assert not row.visibleRegion().isEmpty()
    assert row.visibleRegion().boundingRect().height() == row.height()


def test_a_name_typed_in_the_last_line_becomes_a_nomination(
    show: Show, qtbot: QtBot, writer: Session
) -> None:
    screen = show()
    screen.does.add.trigger()
    editor = screen.grid.view.cell_editor(screen.grid.view.currentIndex())
    assert editor is not None
    telex(editor, words("Bà Nguyễn Thị Ánh"))
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    settle()
    row = rows_of(writer)[0]
    assert (row.honorific, row.name) == ("Bà", "Nguyễn Thị Ánh")
    assert screen.panel.isVisible()
    assert screen.add_button.isVisible()


# --- list ----------------------------------------------------------------------------------------


def test_a_cell_is_stored_and_taken_back(show: Show, qtbot: QtBot, writer: Session) -> None:
    (one,) = add(writer, DUNG)
    screen = show()
    type_into(qtbot, screen, one, "post", "Truong thon")
    assert nominations.row(writer, one).post == "Truong thon"
    assert history.undo_text(writer) == "Sửa hồ sơ"
    screen.context.tasks.run(history.undo)
    settle()
    assert screen.grid.rows()[0].post == "Công chức"


def test_the_name_cell_takes_honorific_and_name(show: Show, qtbot: QtBot, writer: Session) -> None:
    (one,) = add(writer, DUNG)
    screen = show()
    type_into(qtbot, screen, one, "name", "Ba Le Thi Hanh")
    row = nominations.row(writer, one)
    assert (row.honorific, row.name) == ("Bà", "Le Thi Hanh")


def test_a_bad_value_is_told_above_the_list_and_nothing_changes(
    show: Show, qtbot: QtBot, writer: Session, calls: Calls
) -> None:
    (one,) = add(writer, DUNG)
    screen = show()
    screen.grid.bar.column_toggled.emit("birth", True)
    type_into(qtbot, screen, one, "birth", "31/2/1990")
    assert "31/2/1990" in screen.strip.text()
    assert nominations.row(writer, one).birth == "1988"
    index = screen.grid.model.index(0, screen.grid.model.column_number("birth"))
    assert index.data() == "1988"
    assert calls.errors == []


def test_an_award_nobody_gives_is_left_out_and_told(
    show: Show, qtbot: QtBot, writer: Session
) -> None:
    (one,) = add(writer, DUNG)
    screen = show()
    screen.grid.select_row(one, "award")
    screen.grid.keys.paste_block([["Huy chương vàng"]])
    assert nominations.row(writer, one).award == "certificate_of_merit"
    assert "Huy chương vàng" in screen.strip.text()


def test_a_block_of_changes_and_new_rows_is_one_step(
    show: Show, qtbot: QtBot, writer: Session
) -> None:
    one, other = add(writer, DUNG, HA)
    screen = show()
    screen.grid.select_row(other, "name")
    QGuiApplication.clipboard().setText(
        "Bà Nguyễn Thị Thu Hà\tx\tTổ trưởng\tThôn 5\nÔng Lò Văn Tám\t\tTrưởng thôn\tThôn 5\n"
    )
    screen.grid.view.setFocus()
    qtbot.keyClick(screen.grid.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    rows = rows_of(writer)
    assert [(row.display, row.post, row.unit_name) for row in rows[1:]] == [
        ("Bà Nguyễn Thị Thu Hà", "Tổ trưởng", "Thôn 5"),
        ("Ông Lò Văn Tám", "Trưởng thôn", "Thôn 5"),
    ]
    history.undo(writer)
    assert [row.id for row in rows_of(writer)] == [one, other]
    assert rows_of(writer)[1].post == ""


def test_deleted_rows_go_together_and_come_back(
    show: Show, qtbot: QtBot, writer: Session, calls: Calls
) -> None:
    add(writer, DUNG, HA)
    screen = show()
    screen.grid.view.selectAll()
    qtbot.keyClick(screen.grid.view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert rows_of(writer) == ()
    assert calls.toasts == ["Đã xóa 2 hồ sơ."]
    history.undo(writer)
    assert len(rows_of(writer)) == 2


def test_quick_filters_count_states_and_views_filter(show: Show, writer: Session) -> None:
    one, _other, school = add(writer, DUNG, HA, {"name": "Trường THCS Minh Họa"})
    complete(writer, one)
    screen = show()
    quick = screen.grid.bar.quick
    assert [quick.button(key).text() for key in ("all", "eligible")] == [
        "Tất cả  3",
        "Đủ điều kiện  1",
    ]
    screen.view_box.setCurrentIndex(screen.view_box.findData("collective"))
    assert [row.id for row in screen.grid.shown_rows()] == [school]
    screen.view_box.setCurrentIndex(screen.view_box.findData("by_unit"))
    assert len(screen.grid.shown_rows()) == 3
    screen.view_box.setCurrentIndex(screen.view_box.findData("eligible"))
    assert [row.id for row in screen.grid.shown_rows()] == [one]


def test_the_state_never_scrolls_away(show: Show, writer: Session) -> None:
    add(writer, DUNG)
    screen = show(width=917, height=430)
    keys = [screen.grid.model.columns[number].key for number in range(3)]
    assert keys == ["ordinal", "name", "check"]
    assert screen.grid.view.frozen == 3


def test_a_jump_opens_at_the_row(show: Show, writer: Session) -> None:
    one, other = add(writer, DUNG, HA)
    screen = show()
    screen.open_with(row_id=other)
    screen.reload()
    assert screen.grid.current_row().id == other
    screen.open_with(nomination=one, field="achievement")
    screen.reload()
    assert screen.grid.current_row().id == one
    screen.open_with(state="missing")
    screen.reload()
    assert screen.grid.bar.quick.current() in ("missing", "all")


# --- panel ---------------------------------------------------------------------------------------


def test_space_ticks_a_criterion_and_the_focus_stays(
    show: Show, qtbot: QtBot, writer: Session
) -> None:
    (one,) = add(writer, DUNG)
    screen = show()
    row = next(iter(screen.panel.checklist.rows.values()))
    row.box.setFocus()
    qtbot.keyClick(row.box, Qt.Key.Key_Space)
    settle()
    checks = writer.store.get(Nomination, one).checks
    assert [(check.code, check.state) for check in checks] == [(row.tick.code, "met")]
    assert next(iter(screen.panel.checklist.rows.values())) is row
    assert row.box.hasFocus()
    qtbot.keyClick(row.box, Qt.Key.Key_Space)
    settle()
    assert writer.store.get(Nomination, one).checks[0].state == "unmet"
    assert row.property("kind") == "row-error"
    qtbot.keyClick(row.box, Qt.Key.Key_Down)
    assert list(screen.panel.checklist.rows.values())[1].box.hasFocus()


def test_a_criterion_that_does_not_apply_leaves_the_count(show: Show, writer: Session) -> None:
    add(writer, DUNG)
    screen = show()
    row = next(one for one in screen.panel.checklist.rows.values() if not one.tick.paper)
    before = screen.panel.count.text()
    menu = row.menu()
    next(action for action in menu.actions() if action.text() == "Không áp dụng").trigger()
    settle()
    assert row.box.checkState() == Qt.CheckState.PartiallyChecked
    assert screen.panel.count.text() != before


def test_a_paper_is_held_by_a_file_dropped_on_it(
    show: Show, writer: Session, tmp_path: Path, answers: Answers
) -> None:
    (one,) = add(writer, DUNG)
    screen = show()
    row = next(line for line in screen.panel.checklist.rows.values() if line.tick.paper)
    assert row.cure.text() == "Gắn tệp…"
    file = tmp_path / "bao-cao.docx"
    file.write_bytes(b"x")
    drop(row, file)
    settle()
    held = dossiers.view(writer, Checker(writer, the_round(writer).id), one)
    assert next(tick for tick in held.ticks if tick.code == row.tick.code).state == "met"
    copy = tmp_path / "sao.docx"
    answers.give(copy)
    row._desk.save_copy(row.tick.files[0])
    assert copy.read_bytes() == b"x"
    row._desk.detach(row.tick.files[0])
    settle()
    assert row.tick.state == "open"


def test_a_field_is_stored_when_it_is_left(show: Show, qtbot: QtBot, writer: Session) -> None:
    (one,) = add(writer, DUNG)
    screen = show()
    birth = screen.panel.info.main.field("birth")
    birth.setFocus()
    birth.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(birth, "5/3/1990")
    screen.grid.view.setFocus()
    assert nominations.row(writer, one).birth == "1990-03-05"
    note = screen.panel.info.note.field("note")
    note.setFocus()
    telex(note, words("người giữ quý"))
    screen.commit_open_editor()
    assert nominations.row(writer, one).note == "người giữ quý"


def test_several_rows_are_edited_as_one_step(show: Show, writer: Session) -> None:
    both = add(writer, DUNG, HA)
    screen = show()
    screen.grid.view.selectAll()
    assert screen.panel.title.text() == "Sửa 2 hồ sơ"
    form = screen.panel.batch.form
    form.field("note").setText("Đợt 2")  # type: ignore[attr-defined]
    code, words = next(iter(dossiers.ticks_of(screen.detail.checker, screen.grid.rows())))
    form.field("tick").set_value(code)  # type: ignore[attr-defined]
    assert words
    screen.panel.batch.apply.click()
    assert [nominations.row(writer, one).note for one in both] == ["Đợt 2", "Đợt 2"]
    assert nominations.row(writer, both[0]).post == "Công chức"
    assert history.undo_text(writer) == "Sửa 2 hồ sơ"
    history.undo(writer)
    assert [nominations.row(writer, one).note for one in both] == ["", ""]


def test_an_exception_needs_a_reason_and_can_be_taken_back(
    show: Show, writer: Session, answers: Answers
) -> None:
    (one,) = add(writer, DUNG)
    screen = show()
    answers.give("Chủ tịch đồng ý")
    screen.does.override.trigger()
    settle()
    assert nominations.row(writer, one).check == "override"
    assert screen.panel.badge.text() == "Chấp nhận ngoại lệ"
    button(screen, "nominations.exception.back").click()
    settle()
    assert nominations.row(writer, one).check != "override"


def cures(screen: NominationsScreen) -> dict[str, QPushButton]:
    settle()
    found = screen.panel.findings.findChildren(QPushButton)
    return {one.text(): one for one in found if one.isVisible()}


def test_a_possible_double_is_compared_and_told_apart(show: Show, writer: Session) -> None:
    one, other = add(writer, DUNG, DUNG | {"birth": ""})
    for each in (one, other):
        complete(writer, each)
    screen = show()
    screen.grid.select_row(one, "name")
    cures(screen)["So sánh"].click()
    button(screen, "nominations.comparison.go").click()
    assert screen.grid.current_row().id == other
    screen.grid.select_row(one, "name")
    cures(screen)["Không trùng"].click()
    assert nominations.row(writer, one).check == "eligible"


def test_a_complaint_blocks_until_it_is_settled(
    show: Show, writer: Session, answers: Answers
) -> None:
    (one,) = add(writer, DUNG)
    complete(writer, one)
    screen = show()
    answers.give("Khiếu nại, tố cáo", "Đơn ngày 03/11/2026")
    screen.does.flag.trigger()
    settle()
    assert nominations.row(writer, one).check == "blocked"
    answers.give("Kết luận 12/KL-UBND", "10/11/2026")
    button(screen, "nominations.finding.STANDING_FLAG.cure").click()
    settle()
    assert nominations.row(writer, one).check == "eligible"


def test_the_log_is_read_when_it_is_opened(show: Show, qtbot: QtBot, writer: Session) -> None:
    (one,) = add(writer, DUNG)
    screen = show()
    type_into(qtbot, screen, one, "post", "Truong thon")
    assert screen.panel.log.body.count() == 0
    screen.panel.log.toggle.setChecked(True)
    texts = [
        screen.panel.log.body.itemAt(place).widget().text()
        for place in range(screen.panel.log.body.count())
    ]
    assert "Chức vụ: Công chức → Truong thon" in texts


def test_in_a_low_window_the_fields_fold_into_one_line(show: Show, writer: Session) -> None:
    add(writer, DUNG)
    screen = show(width=917, height=430)
    assert screen.panel.fold.toggle.isVisible()
    assert not screen.panel.info.main.isVisible()
    assert "1988" in screen.panel.fold.toggle.text()
    screen.panel.go_to_field("subject_group")
    assert screen.panel.info.main.isVisible()


def test_a_closed_panel_stays_closed(show: Show, writer: Session) -> None:
    add(writer, DUNG)
    screen = show()
    button(screen, "nominations.panel.close").click()
    add(writer, HA)
    screen.reload()
    assert not screen.panel.isVisible()
    screen.does.edit.trigger()
    assert screen.panel.isVisible()


# --- gate ----------------------------------------------------------------------------------------


def test_the_gate_names_what_is_missing_and_leads_there(
    show: Show, writer: Session, answers: Answers, calls: Calls
) -> None:
    one, other = add(writer, DUNG, HA)
    complete(writer, one)
    criterion = next(
        tick.code
        for tick in dossiers.view(writer, Checker(writer, the_round(writer).id), other).ticks
        if not tick.paper
    )
    dossiers.mark(writer, [other], criterion, "met")
    screen = show()
    screen.does.send.trigger()
    settle()
    assert screen.summary.isVisible()
    assert screen.summary.accessibleName() == "Chưa đưa được vào phiên họp: 1 hồ sơ còn thiếu"
    assert screen.summary.hasFocus()
    assert not screen.panel.isVisible()
    check = screen.grid.model.column("check")
    assert check is not None
    assert check.mark is not None
    assert [check.mark(row) for row in screen.grid.rows()] == [None, "error"]
    screen.summary.links[0].click()
    assert screen.grid.current_row().id == other
    assert screen.panel.isVisible()
    focus = screen.focusWidget()
    assert focus is not None
    assert focus.objectName().endswith(".box")
    screen.gate.back()
    answers.give(True)
    button(screen, "nominations.gate.only_ready").click()
    settle()
    assert [row.state for row in rows_of(writer)] == ["in_session", "draft"]
    assert calls.toasts == ["Đã đưa 1 hồ sơ vào phiên họp."]
    assert not screen.summary.isVisible()
    assert check.mark(screen.grid.rows()[1]) is None


def test_escape_closes_the_summary(show: Show, qtbot: QtBot, writer: Session) -> None:
    one, _two = add(writer, DUNG, HA)
    paper = next(
        tick.code
        for tick in dossiers.view(writer, Checker(writer, the_round(writer).id), one).ticks
    )
    dossiers.mark(writer, [one], paper, "met")
    screen = show()
    screen.does.send.trigger()
    settle()
    qtbot.keyClick(screen.summary, Qt.Key.Key_Escape)
    assert not screen.summary.isVisible()
    assert screen.panel.isVisible()


def test_what_is_before_the_council_is_locked(
    show: Show, qtbot: QtBot, writer: Session, answers: Answers
) -> None:
    (one,) = add(writer, DUNG)
    complete(writer, one)
    screen = show()
    answers.give(True)
    screen.does.send.trigger()
    settle()
    assert nominations.row(writer, one).state == "in_session"
    assert not screen.panel.info.main.isEnabled()
    assert screen.panel.stage.text() == "Đã đưa vào phiên họp"
    screen.grid.select_row(one, "post")
    assert not screen.grid.model.may_edit(0, screen.grid.model.column_number("post"))
    assert not screen.does.send.isEnabled()


# --- quotas and files ----------------------------------------------------------------------------


def test_every_meter_names_its_stage_and_limit(show: Show, writer: Session) -> None:
    one, _other = add(writer, DUNG, HA)
    complete(writer, one)
    screen = show()
    spoken = [meter.accessibleName() for meter in screen.quota_strip.meters]
    assert "Cá nhân: 2 đề nghị, 1 đủ điều kiện, tối đa 5." in spoken
    assert any(text.startswith("Tập thể: 0 đề nghị") and "tối đa 2" in text for text in spoken)


def test_meters_are_whole_or_counted_as_left_out(show: Show, writer: Session) -> None:
    add(writer, DUNG, HA)
    strip = show().quota_strip
    every = [meter.sizeHint().width() for meter in strip.meters]
    assert len(every) > 1
    needed = sum(every) + (len(every) - 1) * 12

    def shown(width: int) -> tuple[int, str]:
        strip.setFixedWidth(width)
        settle()
        names = [one.text() for one in strip.findChildren(QLabel) if not one.isHidden()]
        return len(strip.meters), " ".join(names)

    assert shown(needed) == (len(every), "")
    assert shown(needed - 1)[0] < len(every)
    assert shown(every[0] + 120) == (1, f"+{len(every) - 1} loại khác")
    assert shown(every[0] + 40) == (1, f"+{len(every) - 1}")


def test_the_list_is_exported_as_seen(
    show: Show, writer: Session, tmp_path: Path, answers: Answers
) -> None:
    one, _other = add(writer, DUNG, HA)
    complete(writer, one)
    screen = show()
    screen.grid.choose_quick("eligible")
    path = tmp_path / "ds.xlsx"
    answers.give(path)
    screen.does.export.trigger()
    sheet = openpyxl.load_workbook(path).active
    texts = [str(cell.value) for line in sheet.iter_rows() for cell in line if cell.value]
    assert "Ông Đỗ Văn Dũng" in texts
    assert not any("Thu Hà" in text for text in texts)
    assert "Kiểm tra" in texts
    assert "Năm sinh" not in texts


def drop(target: object, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), Qt.DropAction.CopyAction, data, buttons, none)
    target.dragEnterEvent(enter)  # type: ignore[attr-defined]
    assert enter.isAccepted()
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, none)
    target.dropEvent(event)  # type: ignore[attr-defined]


def test_a_list_dropped_on_the_screen_is_taken_in(show: Show, tmp_path: Path, calls: Calls) -> None:
    screen = show()
    drop(screen, tmp_path / "thon3.xlsx", tmp_path / "anh.png")
    assert calls.navigated == [("intake", {"files": [tmp_path / "thon3.xlsx"]})]


def test_units_of_the_register_are_offered(show: Show, writer: Session) -> None:
    registers.add(writer, "unit", [{"name": "Thôn Nà Sọc"}])
    add(writer, DUNG)
    screen = show()
    column = screen.grid.model.column("unit")
    assert column is not None
    assert "Thôn Nà Sọc" in column.entries(None)
    assert writer.store.count(Person) == 1
