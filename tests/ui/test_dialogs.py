"""Dialogs: tests name the answers; the windows themselves put the action first and fold details."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.telex import telex
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.ui import dialogs
from thiduaqt.ui.dialogs import AnswerRow, Answers, UnexpectedDialog
from thiduaqt.ui.dialogs.windows import MessageWindow, ReviewWindow, TextWindow


def texts(window: object) -> list[str]:
    return [one.text().replace("&", "") for one in window.findChildren(QPushButton)]  # type: ignore[attr-defined]


def test_a_question_nobody_expected_fails() -> None:
    with pytest.raises(UnexpectedDialog):
        dialogs.tell(None, "Xong", "Đã xong.")


def test_answers_are_given_in_order(answers: Answers, tmp_path: Path) -> None:
    answers.give("Bỏ qua", True, None, "lý do", tmp_path / "a.xlsx", None, [tmp_path / "b"])
    assert dialogs.ask(None, "Trùng", "Làm gì?", ["Cập nhật", "Bỏ qua"]) == "Bỏ qua"
    assert dialogs.confirm(None, "Xóa", "Xóa", "Xóa hết?") is True
    assert dialogs.ask_reason(None, "Mở lại", "Mở lại", "Vì sao?") is None
    assert dialogs.ask_reason(None, "Mở lại", "Mở lại", "Vì sao?") == "lý do"
    assert dialogs.pick_file(None, "Chọn") == tmp_path / "a.xlsx"
    assert dialogs.pick_save(None, "Lưu", "x.docx") is None
    assert dialogs.pick_files(None, "Chọn") == [tmp_path / "b"]
    assert answers.seen[0] == "Trùng: Làm gì?"


def test_an_answer_that_is_no_button_fails(answers: Answers) -> None:
    answers.give("Khác")
    with pytest.raises(UnexpectedDialog):
        dialogs.ask(None, "Trùng", "Làm gì?", ["Cập nhật"])


def test_the_action_comes_first_and_is_the_default(qtbot: QtBot) -> None:
    window = MessageWindow(None, "Ban hành", "Ban hành?", ["Ban hành", "&Hủy"])
    qtbot.addWidget(window)
    window.show()
    assert texts(window) == ["Ban hành", "Hủy"]
    first = window.findChildren(QPushButton)[0]
    assert first.isDefault()
    qtbot.keyClick(window, Qt.Key.Key_Return)
    assert window.chosen == 0


def test_the_focus_is_on_the_action_and_on_the_way_out_where_it_is_grave(qtbot: QtBot) -> None:
    told = MessageWindow(None, "Lỗi", "Chưa ghi.", ["Thử lại", "Đóng"], details="dòng 1")
    grave = MessageWindow(None, "Xóa", "Xóa hết?", ["Xóa", "Hủy"], danger=True)
    for window, wanted in ((told, "Thử lại"), (grave, "Hủy")):
        qtbot.addWidget(window)
        window.show()
        focus = window.focusWidget()
        assert isinstance(focus, QPushButton)
        assert focus.text() == wanted
        assert focus.isDefault()


@pytest.mark.parametrize("danger", [False, True])
@pytest.mark.parametrize("number", [0, 1])
def test_enter_presses_the_button_that_has_the_focus(
    qtbot: QtBot, number: int, danger: bool
) -> None:
    window = MessageWindow(None, "Xóa", "Xóa hết?", ["Xóa", "&Hủy"], danger=danger)
    qtbot.addWidget(window)
    window.show()
    window.findChildren(QPushButton)[number].setFocus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window.chosen == number


def test_enter_on_the_way_out_of_a_review_does_nothing_else(qtbot: QtBot) -> None:
    window = ReviewWindow(
        None, "Ban hành", "Kiểm tra lại", [], consequence="Khóa lại.", action="Ban hành"
    )
    qtbot.addWidget(window)
    window.show()
    stop = next(one for one in window.findChildren(QPushButton) if one.text() == "&Hủy")
    stop.setFocus()
    with qtbot.waitSignal(window.rejected):
        qtbot.keyClick(stop, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)


def test_a_window_is_as_high_as_its_words(qtbot: QtBot) -> None:
    window = MessageWindow(None, "Khôi phục", "Một câu ngắn.\nCâu thứ hai.", ["Khôi phục", "Hủy"])
    qtbot.addWidget(window)
    window.show()
    labels = [one for one in window.findChildren(QLabel) if one.text().endswith(".")]
    assert [one.height() for one in labels] == [one.heightForWidth(one.width()) for one in labels]


def test_escape_chooses_nothing(qtbot: QtBot) -> None:
    window = MessageWindow(None, "Xóa", "Xóa?", ["Xóa", "&Hủy"], danger=True)
    qtbot.addWidget(window)
    window.show()
    buttons = window.findChildren(QPushButton)
    assert [one.isDefault() for one in buttons] == [False, True], "Enter must not delete"
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.chosen == -1


def test_details_are_folded(qtbot: QtBot) -> None:
    window = MessageWindow(None, "Sai", "Một\nHai", ["Đóng"], kind="error", details="Traceback")
    qtbot.addWidget(window)
    window.show()
    details = window.findChild(QPlainTextEdit)
    assert not details.isVisible()
    unfold = next(one for one in window.findChildren(QPushButton) if one.isCheckable())
    unfold.click()
    assert details.isVisible()
    assert details.toPlainText() == "Traceback"


def test_a_known_fault_is_told_in_three_parts(answers: Answers) -> None:
    answers.give(None)
    error = NotAllowed("Chưa ban hành được.", todo="Ghi số quyết định.", code="NO_NUMBER")
    dialogs.show_exception(None, error)
    told = answers.seen[0]
    assert told.index("Chưa ban hành được.") < told.index("Ghi số") < told.index("Dữ liệu")
    assert "NO_NUMBER" not in told, "codes belong to the details"


def test_an_empty_reason_cannot_be_sent(qtbot: QtBot) -> None:
    window = TextWindow(None, "Mở lại", "Vì sao?", "Mở lại", value="", long=True)
    qtbot.addWidget(window)
    window.show()
    go = window.findChildren(QPushButton)[0]
    assert not go.isEnabled()
    telex(window._field, "  ")
    assert not go.isEnabled()
    telex(window._field, "nha<â<ầm")
    assert go.isEnabled()
    assert window.text() == "nhầm"


def test_check_answers_leads_back_to_a_field(qtbot: QtBot, answers: Answers) -> None:
    rows = [
        AnswerRow(label="Số, ngày", value="131/QĐ-UBND", key="number"),
        AnswerRow(label="Vào sổ", value="01"),
    ]
    window = ReviewWindow(
        None, "Ban hành", "Kiểm tra lại", rows, consequence="Khóa lại.", action="Ban hành và vào sổ"
    )
    qtbot.addWidget(window)
    window.show()
    assert texts(window) == ["Sửa", "Ban hành và vào sổ", "Hủy"]
    window.findChildren(QPushButton)[0].click()
    assert window.to_edit == "number"
    answers.give("number", True, False)
    call = {"consequence": "", "action": "Ban hành"}
    assert dialogs.check_answers(None, "B", "K", rows, **call) == "number"
    assert dialogs.check_answers(None, "B", "K", rows, **call) is True
    assert dialogs.check_answers(None, "B", "K", rows, **call) is False
