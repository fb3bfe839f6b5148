"""The small parts: what they say aloud, how they answer to keys, what they show."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from thiduaqt.ui import tokens
from thiduaqt.ui.widgets.buttons import JoinedButtons, Segment, action_button, button
from thiduaqt.ui.widgets.cards import Card, Foldable
from thiduaqt.ui.widgets.editors import ChoiceBox, pick_box
from thiduaqt.ui.widgets.labels import Badge, Chip, SourceTag
from thiduaqt.ui.widgets.meters import Quota, QuotaMeter, RatioBar
from thiduaqt.ui.widgets.popups import open_popup
from thiduaqt.ui.widgets.states import LOOKS, look_of
from thiduaqt.ui.widgets.steps import StepsHeader
from thiduaqt.ui.widgets.strips import EmptyState, ErrorSummary, MessageStrip, SummaryLine, Toast
from thiduaqt.ui.widgets.timeline import Node, Timeline

SEGMENTS = (
    Segment(key="all", text="Tất cả", count=14),
    Segment(key="error", text="Thiếu giấy tờ", icon="circle-x", colour=tokens.ERROR, count=4),
    Segment(key="warn", text="Cần xem lại", icon="alert-triangle", colour=tokens.WARN, count=1),
)
NODES = (
    Node(key="start", title="Phát động", when="tháng 5/2026", stage="done"),
    Node(key="due", title="Hạn nhận", when="25/11/2026", stage="current", tooltip="Kế hoạch IV"),
    Node(key="report", title="Báo cáo", when="trước 31/12/2026", stage="later"),
)


def test_a_button_with_an_icon_only_has_a_name(qtbot: QtBot) -> None:
    made = button("", icon="x", tooltip="Đóng")
    qtbot.addWidget(made)
    assert made.accessibleName() == "Đóng"
    assert min(made.width(), made.height()) >= 28


@pytest.mark.parametrize("make", [ChoiceBox, pick_box])
def test_a_drop_list_shows_its_entries_in_full(
    qtbot: QtBot, make: Callable[[list[str]], QComboBox]
) -> None:
    long = "Không đang bị xem xét kỷ luật, điều tra, thanh tra, kiểm tra"
    box = make([long, *(f"Tiêu chí {number}" for number in range(30))])
    qtbot.addWidget(box)
    box.setFixedWidth(120)
    box.show()
    box.showPopup()
    assert box.view().viewport().width() >= box.view().fontMetrics().horizontalAdvance(long)
    box.hidePopup()


def test_an_action_and_its_button_are_one(qtbot: QtBot) -> None:
    action = QAction("Thêm hồ sơ")
    action.setShortcut("Ctrl+N")
    done: list[int] = []
    action.triggered.connect(lambda: done.append(1))
    made = action_button(action, kind="primary")
    qtbot.addWidget(made)
    made.show()
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    assert done == [1]
    assert "Ctrl+N" in made.toolTip()
    action.setEnabled(False)
    action.setText("Đã khóa")
    assert not made.isEnabled()
    assert made.text() == "Đã khóa"


def test_joined_buttons_choose_one(qtbot: QtBot) -> None:
    row = JoinedButtons(SEGMENTS)
    qtbot.addWidget(row)
    row.show()
    heard: list[str] = []
    row.chosen.connect(heard.append)
    assert row.current() == "all"
    qtbot.mouseClick(row.button("warn"), Qt.MouseButton.LeftButton)
    assert heard == ["warn"]
    row.choose("error")
    assert row.current() == "error"
    assert heard == ["warn"], "choosing by code is silent"
    row.set_segments(SEGMENTS[:2])
    assert row.current() == "error"
    row.set_segments([SEGMENTS[0], SEGMENTS[2]])
    assert row.current() == "all"


def test_joined_buttons_leave_words_out_where_there_is_no_room(qtbot: QtBot) -> None:
    row = JoinedButtons(SEGMENTS)
    qtbot.addWidget(row)
    row.resize(row.sizeHint())
    row.show()
    assert row.button("error").text() == "Thiếu giấy tờ  4"
    row.resize(row.sizeHint().width() - 30, 30)
    QApplication.processEvents()
    assert row.button("error").text() == "Thiếu giấy tờ  4", "the pictures go first"
    assert row.button("error").icon().isNull()
    row.resize(row.minimumSizeHint().width(), 30)
    QApplication.processEvents()
    assert row.button("error").text() == "4"
    assert not row.button("error").icon().isNull()
    assert row.button("error").accessibleName() == "Thiếu giấy tờ  4"
    assert row.button("error").toolTip() == "Thiếu giấy tờ"
    assert row.button("all").text() == "Tất cả  14", "without an icon the words stay"
    assert row.minimumSizeHint().width() < row.sizeHint().width()


@pytest.mark.parametrize("state", sorted(LOOKS))
def test_every_state_has_a_shape_of_its_own(state: str, qtbot: QtBot) -> None:
    badge = Badge("Thiếu 2 mục", state)
    qtbot.addWidget(badge)
    assert badge.accessibleName() == "Thiếu 2 mục"
    assert (
        badge.grab().toImage().pixelColor(3, badge.height() // 2).name()
        == look_of(state).ground.lower()
    )
    same_icon = [one for one, look in LOOKS.items() if look.icon == look_of(state).icon]
    assert len({LOOKS[one].colour for one in same_icon}) == len(same_icon)


def test_the_three_sources_differ_in_word_and_line(qtbot: QtBot) -> None:
    tags = [SourceTag("law", "Điều 54"), SourceTag("plan", "IV.4a"), SourceTag("hint")]
    for tag in tags:
        qtbot.addWidget(tag)
    assert [tag.text() for tag in tags] == ["Quy định: Điều 54", "Kế hoạch của xã: IV.4a", "Gợi ý"]
    pictures = [tag.grab().toImage() for tag in tags]
    dashed = pictures[2]
    top = {dashed.pixelColor(x, 0).name() for x in range(6, dashed.width() - 6)}
    solid = {pictures[1].pixelColor(x, 0).name() for x in range(6, pictures[1].width() - 6)}
    assert len(top) > 1
    assert len(solid) == 1


def test_a_chip_says_what_its_cross_does(qtbot: QtBot) -> None:
    chip = Chip("Đơn vị: Thôn 3")
    qtbot.addWidget(chip)
    chip.show()
    away = chip.findChild(QPushButton)
    assert "Thôn 3" in away.accessibleName()
    with qtbot.waitSignal(chip.removed):
        qtbot.mouseClick(away, Qt.MouseButton.LeftButton)


def test_a_strip_is_silent_without_text(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    strip = MessageStrip(parent=page)
    page.show()
    done: list[int] = []
    strip.say("Danh sách đã đổi.", ("Tạo lại", lambda: done.append(1)), kind="warn")
    assert strip.isVisible()
    qtbot.mouseClick(strip.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert done == [1]
    strip.say("")
    assert not strip.isVisible()


def test_a_toast_goes_by_itself(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(600, 300)
    page.show()
    toast = Toast(page)
    monkeypatch.setattr(tokens, "TOAST_TIME", 30)
    toast.show_text("Đã nhập 40 hồ sơ.", undo=False)
    assert toast.isVisible()
    assert not toast.findChild(QPushButton).isVisible()
    page.resize(500, 200)
    QApplication.processEvents()
    assert page.rect().contains(toast.geometry())
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_the_error_summary_takes_the_focus_and_leads_to_cells(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    summary = ErrorSummary(page)
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    jumps: list[str] = []
    lines = [
        SummaryLine(
            where=f"TT {n}", who=f"Người {n}", what="Thiếu", jump=lambda n=n: jumps.append(str(n))
        )
        for n in range(8)
    ]
    summary.show_problems("Chưa đưa được: 8 hồ sơ", "Chưa có gì thay đổi.", lines)
    assert QApplication.focusWidget() is summary
    assert summary.accessibleName() == "Chưa đưa được: 8 hồ sơ"
    summary.links[3].click()
    assert jumps == ["3"]
    summary.setFocus()
    with qtbot.waitSignal(summary.closed):
        qtbot.keyClick(summary, Qt.Key.Key_Escape)
    assert not summary.isVisible()
    summary.show_problems("Chưa đưa được: 1 hồ sơ", "", lines[:1])
    assert len(summary.links) == 1


def test_an_empty_state_has_title_sentence_and_a_way_on(qtbot: QtBot) -> None:
    done: list[int] = []
    page = EmptyState("Chưa có gì", "Kéo tệp vào đây.", [button("Nhập…", lambda: done.append(1))])
    page.add_hint("history", "Năm trước", "Lấy lại", ("Lấy từ đợt 2025", lambda: done.append(2)))
    qtbot.addWidget(page)
    page.show()
    words = [label.text() for label in page.findChildren(QLabel)]
    assert "Chưa có gì" in words
    assert "Kéo tệp vào đây." in words
    for one in page.findChildren(QPushButton):
        one.click()
    assert done == [1, 2]


def test_a_low_empty_state_keeps_its_words_and_buttons_whole(qtbot: QtBot) -> None:
    way = button("Xóa lọc")
    state = EmptyState("Không có dòng nào khớp bộ lọc", "Đang lọc: Thôn 3.", [way])
    qtbot.addWidget(state)
    state.resize(600, 120)
    state.show()
    QApplication.processEvents()
    assert way.height() >= way.sizeHint().height()
    for label in state.findChildren(QLabel):
        if label.isVisible():
            assert label.height() >= label.sizeHint().height(), label.text()


def test_a_popup_stays_on_the_screen(qtbot: QtBot) -> None:
    room = QApplication.primaryScreen().availableGeometry()
    popup = QLabel("giá trị", None, Qt.WindowType.FramelessWindowHint)
    qtbot.addWidget(popup)
    popup.setMinimumSize(200, 300)
    open_popup(popup, room.bottomRight())
    assert room.contains(QRect(popup.pos(), popup.size()))
    open_popup(popup, QPoint(40, 50))
    assert popup.pos() == QPoint(40, 50)


def test_a_quota_without_room_keeps_its_numbers() -> None:
    quota = Quota(label="Cá nhân", limit=5, proposed=22, eligible=20)
    assert quota.counts_short() == "22 đề nghị · 20 đủ"


def test_steps_say_where_one_is_and_lead_back(qtbot: QtBot) -> None:
    steps = StepsHeader(["Chọn tệp", "Ghép cột", "Sửa dòng", "Nhập"])
    qtbot.addWidget(steps)
    steps.show()
    steps.set_current(2)
    assert steps.accessibleName() == "Bước 3/4: Sửa dòng"
    heard: list[int] = []
    steps.wanted.connect(heard.append)
    steps.setFocus()
    qtbot.keyClick(steps, Qt.Key.Key_Left)
    qtbot.keyClick(steps, Qt.Key.Key_Return)
    qtbot.mouseClick(steps, Qt.MouseButton.LeftButton, pos=steps._spots()[0].center())
    qtbot.mouseClick(steps, Qt.MouseButton.LeftButton, pos=steps._spots()[3].center())
    assert heard == [1, 0], "a step not yet reached cannot be opened"


def test_the_timeline_goes_by_keys_and_clicks(qtbot: QtBot) -> None:
    line = Timeline()
    qtbot.addWidget(line)
    line.resize(600, 100)
    line.set_nodes(NODES, today="Hôm nay 20/11", place=0.9)
    line.show()
    heard: list[str] = []
    line.opened.connect(heard.append)
    assert line.accessibleName() == "Mốc 2/3: Hạn nhận, 25/11/2026"
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Right)
    assert line.accessibleName().startswith("Mốc 3/3: Báo cáo")
    qtbot.keyClick(line, Qt.Key.Key_Right)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(50, 30))
    assert heard == ["report", "start"]
    assert line._number_at(300) == 1
    event = QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(300, 30), line.mapToGlobal(QPoint(300, 30)))
    QApplication.sendEvent(line, event)


def test_a_timeline_without_nodes_is_blank(qtbot: QtBot) -> None:
    line = Timeline()
    qtbot.addWidget(line)
    line.show()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    line.grab()


def test_meters_say_a_sentence(qtbot: QtBot) -> None:
    meter = QuotaMeter(Quota(label="Cá nhân", limit=5, proposed=9, eligible=5))
    qtbot.addWidget(meter)
    assert meter.accessibleName() == "Cá nhân, 9 đề nghị · 5 đủ điều kiện, tối đa 5"
    meter.set_quota(Quota(label="Cá nhân", limit=5, chosen=6))
    assert "Vượt 1" in meter.accessibleName()
    assert meter.focusPolicy() == Qt.FocusPolicy.TabFocus
    ratio = RatioBar()
    qtbot.addWidget(ratio)
    ratio.set_ratio(0.5, None, "50%, kế hoạch không nêu chỉ tiêu")
    assert ratio.accessibleName().startswith("50%")


def test_a_group_folds(qtbot: QtBot) -> None:
    fold = Foldable("Lịch sử khen (2)")
    inside = QLabel("QĐ 118")
    fold.body.addWidget(inside)
    qtbot.addWidget(fold)
    fold.show()
    assert not inside.isVisible()
    fold.toggle.click()
    assert inside.isVisible()


def test_a_card_has_a_head_and_a_body(qtbot: QtBot) -> None:
    card = Card("Số lượng khen")
    qtbot.addWidget(card)
    assert card.heading.text() == "Số lượng khen"
    assert card.body.count() == 0
