"""Lists taken in on the screen: good and bad files, rows mended, written, taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import the_round
from tests.ui.conftest import Calls
from tests.ui.telex import WORDS, telex
from thiduaqt.domain.records import Nomination
from thiduaqt.services import history, intake, nominating, nominations
from thiduaqt.services.session import Session
from thiduaqt.ui import tokens
from thiduaqt.ui.dialogs import Answers
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.intake import problem_cell
from thiduaqt.ui.screens.intake.rows import ListRow
from thiduaqt.ui.screens.intake.screen import COLUMNS, FILE, RESULT, ROWS, IntakeScreen

Show = Callable[..., IntakeScreen]
HEAD = ("TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị", "Thành tích")
GOOD = (
    ("1", "Bà Nguyễn Thị Thu Hà", "1985", "Tổ trưởng", "Thôn 3", "Hướng dẫn 120 hộ"),
    ("2", "Ông Lò Văn Tám", "12/05/1990", "Trưởng thôn", "Thôn 3", "Vận động 95% hộ"),
)
MESSY = (
    *GOOD,
    ("3", "Ông Đỗ Văn Dũng", "31/02/1988", "Bí thư", "Thôn 3", "Lập nhóm thông tin"),
    ("4", "", "1985", "Tổ viên", "Thôn 3", "Dạy 30 người"),
    ("5", "Bà Ma Thị Ánh", "1987", "Giáo viên", "Thon 3", "Kho học liệu"),
    ("6", "Bà Vi Thị Tới", "1991", "Giáo viên", "Thon 3", "Lớp học tối"),
)


def a_book(path: Path, rows: Sequence[Sequence[object]], head: Sequence[str] = HEAD) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"])
    sheet.append([])
    sheet.append(list(head))
    for row in rows:
        sheet.append(list(row))
    sheet.append(["", f"Cộng: {len(rows)} người"])
    book.save(path)
    return path


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def show(qtbot: QtBot, context: ScreenContext) -> Show:
    def shown(*files: Path) -> IntakeScreen:
        screen = IntakeScreen(context)
        qtbot.addWidget(screen)
        screen.resize(1166, 608)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        if files:
            screen.open_with(files=list(files))
        settle()
        return screen

    return shown


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    return a_book(tmp_path / "thon3.xlsx", MESSY)


def rows_of(writer: Session) -> tuple[nominations.NominationRow, ...]:
    return nominations.listing(writer, the_round(writer).id)


def row(screen: IntakeScreen, number: int) -> ListRow:
    """Return the row whose line in the list is ``number`` (1 is the first nominee)."""
    return next(one for one in screen.state.rows if one.number == number + 3)


def answer(screen: IntakeScreen, number: int, text: str) -> None:
    found = {one.text: one for one in row(screen, number).answers}
    screen.state.answer(found[text])
    settle()


def button(screen: QWidget, name: str) -> QPushButton:
    found = screen.findChild(QPushButton, name)
    assert found is not None, name
    return found


# --- files ---------------------------------------------------------------------------------------


def test_it_begins_with_one_thing_to_do(show: Show) -> None:
    screen = show()
    assert screen.step == FILE
    filled = [
        one
        for one in screen.findChildren(QPushButton)
        if one.isVisible() and one.property("kind") == "primary"
    ]
    assert filled == [screen.file_page.pick]


def test_a_chosen_file_is_read_and_its_columns_are_shown(
    show: Show, tmp_path: Path, answers: Answers, writer: Session
) -> None:
    screen = show()
    before = writer.path.read_bytes()
    answers.give([a_book(tmp_path / "thon3.xlsx", GOOD)])
    screen.file_page.pick.click()
    settle()
    assert screen.step == COLUMNS
    columns = {one.match.header: one.match.field for one in screen.mapping_page.grid.rows()}
    assert columns["Họ và tên"] == "full_name"
    assert columns["Thành tích"] == "achievement"
    assert [one.values["full_name"] for one in screen.mapping_page.first.rows()] == [
        "Bà Nguyễn Thị Thu Hà",
        "Ông Lò Văn Tám",
    ]
    assert screen.told.text() == "Chưa ghi gì vào dữ liệu cho đến bước 4."
    assert writer.path.read_bytes() == before


@pytest.mark.parametrize(
    "bad",
    [
        ("rong.xlsx", b"", "rỗng"),
        ("cat.xlsx", b"PK\x03\x04 cut off", "Dữ liệu không thay đổi."),
        ("anh.xlsx", b"\x89PNG\r\n\x1a\n", "ảnh PNG"),
    ],
)
def test_a_bad_file_ends_in_a_sentence_with_a_way_out(
    show: Show, tmp_path: Path, answers: Answers, bad: tuple[str, bytes, str]
) -> None:
    name, content, words = bad
    file = tmp_path / name
    file.write_bytes(content)
    screen = show(file)
    assert screen.step == FILE
    assert words in screen.strip.text()
    answers.give([a_book(tmp_path / "thon3.xlsx", GOOD)])
    way = next(one for one in screen.strip.findChildren(QPushButton) if "khác" in one.text())
    way.click()
    settle()
    assert screen.step == COLUMNS
    assert not screen.strip.isVisible()


def test_a_missing_file_is_read_once_it_is_there(show: Show, tmp_path: Path) -> None:
    path = tmp_path / "thon3.xlsx"
    screen = show(path)
    assert "Không thấy tệp" in screen.strip.text()
    a_book(path, GOOD)
    again = next(one for one in screen.strip.findChildren(QPushButton) if "lại" in one.text())
    again.click()
    settle()
    assert screen.step == COLUMNS


def test_files_are_dropped_and_taken_one_after_the_other(
    show: Show, tmp_path: Path, writer: Session
) -> None:
    screen = show()
    data = QMimeData()
    files = [
        a_book(tmp_path / "1.xlsx", GOOD[:1]),
        a_book(tmp_path / "2.xlsx", GOOD[1:], ("TT", "Họ tên", "Năm sinh", "Chức vụ", "Đơn vị")),
    ]
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, *keys)
    screen.dragEnterEvent(enter)
    assert enter.isAccepted()
    screen.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, *keys))
    settle()
    for _step in range(2):
        screen.onward.click()
        settle()
    assert screen.step == RESULT
    onward = screen.result_page.to_next
    assert "2.xlsx" in onward.text()
    assert "Còn 1 tệp đã chọn chưa nhập." in screen.result_page.detail.text()
    assert onward.hasFocus()
    assert (onward.property("kind"), screen.result_page.to_list.property("kind")) == ("primary", "")
    onward.click()
    settle()
    assert screen.state.name == "2.xlsx"
    while screen.step != RESULT:
        screen.onward.click()
        settle()
    assert [one.name for one in rows_of(writer)] == ["Nguyễn Thị Thu Hà", "Lò Văn Tám"]


# --- columns -------------------------------------------------------------------------------------


def test_another_meaning_of_a_column_is_read_anew(show: Show, tmp_path: Path) -> None:
    head = ("TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị", "Ghi chép")
    screen = show(a_book(tmp_path / "thon3.xlsx", GOOD, head))
    grid = screen.mapping_page.grid
    target = next(one for one in grid.rows() if one.match.header == "Ghi chép")
    grid.select_row(target.id, "field")
    grid.keys.paste_block([["Tóm tắt thành tích"]])
    settle()
    assert screen.state.rows[0].values["achievement"] == "Hướng dẫn 120 hộ"
    grid.select_row(target.id, "field")
    grid.keys.paste_block([["Bỏ qua cột này"]])
    settle()
    assert screen.state.rows[0].values["achievement"] == ""


def test_two_columns_for_one_field_are_refused_in_words(show: Show, tmp_path: Path) -> None:
    screen = show(a_book(tmp_path / "thon3.xlsx", GOOD))
    grid = screen.mapping_page.grid
    target = next(one for one in grid.rows() if one.match.header == "Thành tích")
    grid.select_row(target.id, "field")
    grid.keys.paste_block([["Chức vụ"]])
    settle()
    assert screen.strip.isVisible()
    assert screen.step == COLUMNS
    assert screen.state.rows[0].values["achievement"] == "Hướng dẫn 120 hộ"


def test_the_heading_row_can_be_pointed_at(show: Show, tmp_path: Path) -> None:
    screen = show(a_book(tmp_path / "thon3.xlsx", GOOD))
    box = screen.mapping_page.headings
    assert box.currentText() == "3"
    screen.mapping_page.heading_chosen.emit(4)
    settle()
    assert screen.strip.isVisible() or len(screen.state.rows) < 2


def test_a_known_layout_goes_straight_to_the_rows(show: Show, tmp_path: Path) -> None:
    screen = show(a_book(tmp_path / "1.xlsx", GOOD[:1]))
    for _step in range(2):
        screen.onward.click()
        settle()
    screen.result_page.to_next.click()
    screen.open_with(files=[a_book(tmp_path / "2.xlsx", GOOD)])
    settle()
    assert screen.step == ROWS
    assert screen.strip.text() == "Dùng cách ghép cột của lần trước."
    button(screen.strip, "").click()
    assert screen.step == COLUMNS


def test_a_known_layout_is_not_asked_about_after_another_list_either(
    show: Show, tmp_path: Path
) -> None:
    screen = show(a_book(tmp_path / "1.xlsx", GOOD[:1]))
    for _step in range(2):
        screen.onward.click()
        settle()
    assert screen.step == RESULT
    screen.open_with(files=[a_book(tmp_path / "2.xlsx", GOOD)])
    settle()
    assert screen.step == ROWS


# --- rows ----------------------------------------------------------------------------------------


@pytest.fixture
def at_rows(show: Show, messy: Path) -> IntakeScreen:
    screen = show(messy)
    screen.onward.click()
    settle()
    return screen


def test_rows_with_a_problem_come_first_with_counts(at_rows: IntakeScreen) -> None:
    quick = at_rows.rows_page.grid.bar.quick
    assert quick.current() == "problems"
    texts = {key: quick.button(key).text() for key in ("all", "ready", "review", "error")}
    assert texts == {
        "all": "Tất cả  6",
        "ready": "Sẵn sàng  2",
        "review": "Cần xem  2",
        "error": "Chưa nhập được  2",
    }
    shown = at_rows.rows_page.grid.shown_rows()
    assert [one.part for one in shown] == ["error", "error", "review", "review"]
    assert at_rows.onward.text().replace("&", "") == "Nhập 4 dòng"
    assert "2 dòng chưa nhập được" in at_rows.told.text()


def test_what_cannot_be_taken_in_stands_above_what_is_doubtful(show: Show, tmp_path: Path) -> None:
    doubtful, faulty = MESSY[4], MESSY[3]
    screen = show(a_book(tmp_path / "a.xlsx", (*GOOD, doubtful, faulty)))
    screen.onward.click()
    settle()
    shown = screen.rows_page.grid.shown_rows()
    assert [one.part for one in shown] == ["error", "review"]


def test_the_current_cell_is_the_one_that_is_wrong(at_rows: IntakeScreen) -> None:
    grid = at_rows.rows_page.grid
    assert grid.current_row() == row(at_rows, 3)
    assert grid.view.currentIndex().column() == grid.model.column_number("birth")
    assert grid.view.currentIndex().data() == "31/02/1988"
    assert "31/02/1988" in at_rows.rows_page.source_text.text()
    at_rows.rows_page.next_problem.trigger()
    assert grid.current_row() == row(at_rows, 4)


def test_a_row_is_mended_in_its_cell(at_rows: IntakeScreen, qtbot: QtBot, writer: Session) -> None:
    grid = at_rows.rows_page.grid
    grid.select_row(row(at_rows, 4).id, "full_name")
    grid.view.edit(grid.view.currentIndex())
    editor = grid.view.findChild(QWidget, "cell.full_name")
    assert editor is not None
    telex(editor, " ".join(WORDS[word] for word in ("Bà", "Hoàng", "Thị", "Yến")))
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    settle()
    assert row(at_rows, 4).values["full_name"] == "Bà Hoàng Thị Yến"
    assert row(at_rows, 4).part == "ready"
    assert at_rows.onward.text().replace("&", "") == "Nhập 5 dòng"
    assert writer.store.count(Nomination) == 0


def test_a_date_that_does_not_exist_is_refused_in_words(
    at_rows: IntakeScreen, qtbot: QtBot
) -> None:
    grid = at_rows.rows_page.grid
    grid.select_row(row(at_rows, 3).id, "birth")
    grid.keys.paste_block([["30/02/1988"]])
    settle()
    assert "30/02/1988" in at_rows.strip.text()
    assert row(at_rows, 3).part == "error"
    grid.keys.paste_block([["28/02/1988"]])
    settle()
    assert row(at_rows, 3).part == "ready"


def test_one_answer_mends_all_rows_alike(at_rows: IntakeScreen) -> None:
    answer(at_rows, 5, "Dùng Thôn 3 cho 2 dòng")
    assert [row(at_rows, number).values["unit"] for number in (5, 6)] == ["Thôn 3", "Thôn 3"]
    assert [row(at_rows, number).part for number in (5, 6)] == ["ready", "ready"]


def test_a_doubt_may_stay_as_it_is(at_rows: IntakeScreen) -> None:
    answer(at_rows, 5, "Để nguyên cả 2 dòng")
    assert row(at_rows, 6).part == "ready"
    assert row(at_rows, 6).values["unit"] == "Thon 3"


def test_a_row_left_out_lowers_the_count_and_comes_back(at_rows: IntakeScreen) -> None:
    answer(at_rows, 4, "Bỏ dòng này")
    assert row(at_rows, 4).left_out
    assert "1 dòng chưa nhập được" in at_rows.told.text()
    answer(at_rows, 4, "Bỏ dòng này")
    assert not row(at_rows, 4).left_out


def test_the_buttons_in_a_cell_take_the_mouse(at_rows: IntakeScreen, qtbot: QtBot) -> None:
    grid = at_rows.rows_page.grid
    line = grid.model.line_of(row(at_rows, 3).id)
    index = grid.model.index(line, grid.model.column_number("problem"))
    rect = grid.view.visualRect(index)
    area = rect.adjusted(tokens.CELL_PAD, 0, -tokens.CELL_PAD, -1)
    spot = next(
        spot
        for spot, one in problem_cell.spots(area, row(at_rows, 3))
        if one.text == "Chỉ giữ năm 1988"
    )
    qtbot.mouseClick(grid.view.viewport(), Qt.MouseButton.LeftButton, pos=spot.center())
    settle()
    assert row(at_rows, 3).values["birth"] == "1988"
    assert row(at_rows, 3).part == "ready"


def test_the_answers_are_reached_by_the_keyboard(at_rows: IntakeScreen) -> None:
    grid = at_rows.rows_page.grid
    grid.select_row(row(at_rows, 3).id, "problem")
    menu = at_rows.rows_page.answers_menu()
    assert menu is not None
    texts = [action.text() for action in menu.actions()]
    assert "Bỏ dòng này" in texts
    next(action for action in menu.actions() if "1988" in action.text()).trigger()
    settle()
    assert row(at_rows, 3).part == "ready"


def test_who_is_there_already_is_updated_skipped_or_added(
    show: Show, tmp_path: Path, writer: Session
) -> None:
    around = the_round(writer).id
    values = {"name": "Bà Nguyễn Thị Thu Hà", "birth": "1985", "unit": "Thôn 3", "post": "Tổ viên"}
    nominating.add(writer, around, [values])
    screen = show(a_book(tmp_path / "thon3.xlsx", GOOD))
    screen.onward.click()
    settle()
    assert "TT 1" in row(screen, 1).problem
    assert [one.text for one in row(screen, 1).answers if one.chosen] == ["Cập nhật"]
    answer(screen, 1, "Bỏ qua")
    assert screen.state.to_write == 1
    answer(screen, 1, "Thêm mới")
    assert screen.state.to_write == 2
    screen.onward.click()
    settle()
    assert [one.name for one in rows_of(writer)].count("Nguyễn Thị Thu Hà") == 2


def test_the_same_row_twice_is_taken_once(show: Show, tmp_path: Path, writer: Session) -> None:
    screen = show(a_book(tmp_path / "thon3.xlsx", (*GOOD, GOOD[0])))
    screen.onward.click()
    settle()
    assert [one.text for one in row(screen, 3).answers if one.chosen] == ["Bỏ qua"]
    assert screen.state.to_write == 2


def test_problem_rows_go_out_as_excel(
    at_rows: IntakeScreen, tmp_path: Path, answers: Answers
) -> None:
    path = tmp_path / "sua.xlsx"
    answers.give(path)
    at_rows.export.click()
    sheet = openpyxl.load_workbook(path).active
    texts = [str(cell.value) for line in sheet.iter_rows() for cell in line if cell.value]
    assert "Thiếu họ tên." in texts
    assert "31/02/1988" in texts


# --- writing -------------------------------------------------------------------------------------


def test_it_is_written_as_one_step_and_taken_back(
    at_rows: IntakeScreen, writer: Session, calls: Calls
) -> None:
    at_rows.onward.click()
    settle()
    assert at_rows.step == RESULT
    assert calls.toasts == ["Đã nhập 4 hồ sơ: 4 mới, 0 cập nhật."]
    assert at_rows.result_page.heading.text() == calls.toasts[0]
    assert "2 dòng để lại" in at_rows.result_page.detail.text()
    assert len(rows_of(writer)) == 4
    assert len(intake.waiting(writer)) == 2
    history.undo(writer)
    assert rows_of(writer) == ()
    assert intake.waiting(writer) == ()


def test_the_same_list_again_is_nothing_new(
    at_rows: IntakeScreen, messy: Path, writer: Session
) -> None:
    at_rows.onward.click()
    settle()
    at_rows.open_with(files=[messy])
    settle()
    at_rows._go(ROWS)
    assert at_rows.state.to_write == 0
    assert [one.part for one in at_rows.state.rows].count("same") == 2
    assert len(rows_of(writer)) == 4


def test_waiting_rows_are_mended_later(at_rows: IntakeScreen, writer: Session) -> None:
    at_rows.onward.click()
    settle()
    at_rows.result_page.to_waiting.click()
    settle()
    assert at_rows.step == ROWS
    assert at_rows.state.name == "Dòng chờ sửa"
    dung = next(one for one in at_rows.state.rows if one.values["full_name"])
    assert "31/02/1988" in dung.problem
    at_rows.state.revise({dung.id: {"birth": "28/02/1988"}})
    at_rows.onward.click()
    settle()
    assert "Đỗ Văn Dũng" in [one.name for one in rows_of(writer)]
    assert len(intake.waiting(writer)) == 1
    at_rows.result_page.to_next.click()
    at_rows.reload()
    assert at_rows.file_page.waiting.text().startswith("1 dòng")


def test_giving_up_changes_nothing(at_rows: IntakeScreen, writer: Session, calls: Calls) -> None:
    before = writer.path.read_bytes()
    at_rows.cancel.click()
    assert calls.toasts == ["Đã hủy nhập. Dữ liệu không thay đổi."]
    assert calls.navigated == [("nominations", {})]
    assert at_rows.step == FILE
    assert writer.path.read_bytes() == before


def test_stopping_while_it_is_written_leaves_nothing(
    at_rows: IntakeScreen, writer: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("thiduaqt.services.taking_in._TOLD_EVERY", 1)
    at_rows.context.tasks.started.connect(lambda job: job.cancel())
    at_rows.onward.click()
    settle()
    assert at_rows.step == ROWS
    assert "Chưa ghi gì vào dữ liệu." in at_rows.strip.text()
    assert rows_of(writer) == ()


# --- old fonts -----------------------------------------------------------------------------------

OLD = (
    ("1", "NguyÔn V¨n §øc", "1985", "Tæ tr\u00adëng", "Thôn 3", "H\u00adíng dÉn 120 hé"),
    ("2", "TrÇn ThÞ Hµ", "1990", "Tr\u00adëng th«n", "Thôn 3", "VËn ®éng 95% hé"),
    ("3", "Lò Văn Tám", "1990", "Trưởng thôn", "Thôn 3", "Dạy 30 người"),
)


def strip_buttons(screen: IntakeScreen) -> dict[str, QPushButton]:
    found = screen.strip.findChildren(QPushButton)
    return {one.text(): one for one in found if one.isVisible()}


def test_a_list_in_an_old_font_is_read_and_told(show: Show, tmp_path: Path) -> None:
    screen = show(a_book(tmp_path / "thon3.xlsx", OLD))
    assert screen.step == COLUMNS
    assert "6 ô phông TCVN3" in screen.strip.text()
    assert list(strip_buttons(screen)) == ["Giữ nguyên chữ trong tệp"]
    effects = {one.match.field: one.effect for one in screen.mapping_page.grid.rows()}
    assert effects["full_name"] == "2 ô đọc từ phông cũ"
    screen.onward.click()
    first = row(screen, 1)
    assert first.values["full_name"] == "Nguyễn Văn Đức"
    assert first.values["achievement"] == "Hướng dẫn 120 hộ"
    assert "“NguyÔn V¨n §øc” (phông TCVN3" in first.problem
    assert first.part == "ready"
    assert row(screen, 3).problem == ""


def test_one_row_gets_its_letters_back_and_is_read_again(
    show: Show, tmp_path: Path, writer: Session
) -> None:
    screen = show(a_book(tmp_path / "thon3.xlsx", OLD))
    screen.onward.click()
    screen.state.revise({0: {"post": "Bí thư"}, 1: {"post": "Phó thôn"}})
    settle()
    answer(screen, 1, "Giữ nguyên chữ trong tệp")
    assert row(screen, 1).values["full_name"] == "NguyÔn V¨n §øc"
    assert "giữ nguyên chữ trong tệp" in row(screen, 1).problem
    # What was typed elsewhere stays.
    assert row(screen, 2).values["full_name"] == "Trần Thị Hà"
    assert row(screen, 2).values["post"] == "Phó thôn"
    answer(screen, 1, "Đọc theo Unicode")
    assert row(screen, 1).values["full_name"] == "Nguyễn Văn Đức"
    screen.rows_page.grid.select_row(row(screen, 2).id, "full_name")
    screen.rows_page._keep_letters()
    settle()
    assert row(screen, 2).values["full_name"] == "TrÇn ThÞ Hµ"
    screen.onward.click()
    settle()
    assert {one.name for one in rows_of(writer)} == {"Nguyễn Văn Đức", "TrÇn ThÞ Hµ", "Lò Văn Tám"}


def test_the_whole_file_keeps_its_letters_when_asked(show: Show, tmp_path: Path) -> None:
    screen = show(a_book(tmp_path / "thon3.xlsx", OLD))
    strip_buttons(screen)["Giữ nguyên chữ trong tệp"].click()
    settle()
    assert screen.step == COLUMNS
    assert [one.values["full_name"] for one in screen.state.rows] == [
        "NguyÔn V¨n §øc",
        "TrÇn ThÞ Hµ",
        "Lò Văn Tám",
    ]
    strip_buttons(screen)["Đọc theo Unicode"].click()
    settle()
    assert screen.state.rows[0].values["full_name"] == "Nguyễn Văn Đức"


def test_what_is_unsure_is_asked_once(show: Show, tmp_path: Path) -> None:
    lines = (*GOOD, ("3", "Ông Lò Văn Ướt", "1970", "Loïc", "Thôn 3", "Dạy 30 người"))
    path = a_book(tmp_path / "thon3.xlsx", lines)
    screen = show(path)
    assert "chưa đổi" in screen.strip.text()
    assert row(screen, 3).values["post"] == "Loïc"
    assert row(screen, 3).part == "review"
    strip_buttons(screen)["Đổi cả các ô này"].click()
    settle()
    assert row(screen, 3).values["post"] == "Lọc"
    other = show(path)
    strip_buttons(other)["Để nguyên các ô này"].click()
    settle()
    assert row(other, 3).values["post"] == "Loïc"
    assert row(other, 3).part == "ready"
    assert not other.strip.isVisible()
