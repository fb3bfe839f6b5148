"""In giấy khen, as an officer uses it."""

from collections.abc import Callable
from dataclasses import replace

import pypdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.screens.certificates.conftest import LONG, NAMES, PRINTER, Desk, Room
from thiduaqt.domain.calibration import Fault
from thiduaqt.domain.records import Award, Decision, PrintLog
from thiduaqt.services import printers
from thiduaqt.services.session import Session
from thiduaqt.ui.dialogs import Answers
from thiduaqt.ui.printing.printer import Machine

Open = Callable[[Session], Desk]


def texts_of(path: object) -> str:
    """Return the words of a PDF."""
    pages = pypdf.PdfReader(str(path)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def logs(session: Session) -> list[tuple[str, str, str]]:
    """Return (award, outcome, reason) of every sheet noted."""
    return [(log.award_id, log.outcome, log.reason) for log in session.store.all(PrintLog)]


def state(desk: Desk) -> list[tuple[str, bool]]:
    """Return state and tick of every line of the queue."""
    QApplication.processEvents()  # the reload after a write
    queue = desk.screen.queue.list.queue
    chosen = {sheet.ordinal for sheet in queue.chosen()}
    return [(sheet.state, sheet.ordinal in chosen) for sheet in queue.sheets]


def test_without_a_decision_there_is_a_way_to_one(session: Session, open_screen: Open) -> None:
    desk = open_screen(session)
    assert not desk.screen.foot.isVisible()
    desk.screen.findChild(QPushButton, "certificates.to_decisions").click()
    assert desk.jumps == ["decisions"]


def test_the_queue_shows_the_register_and_the_first_sheet(
    decided: Session, open_screen: Open
) -> None:
    screen = open_screen(decided).screen
    assert [sheet.name for sheet in screen.queue.list.queue.sheets] == list(NAMES)
    assert screen.foot.go.text().replace("&", "") == "In 4 tờ"
    assert screen.preview.area.canvas.accessibleDescription().count(NAMES[0]) == 1
    assert screen.preview._where.text() == "Tờ 1/4"


def test_ticks_follow_mouse_space_and_buttons(
    decided: Session, open_screen: Open, qtbot: QtBot
) -> None:
    screen = open_screen(decided).screen
    view = screen.queue.list
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert screen.foot.go.text().replace("&", "") == "In 3 tờ"
    spot = view.visualRect(view.queue.index(1)).topLeft() + QPoint(16, 14)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert [sheet.ordinal for sheet in view.queue.chosen()] == [3, 4]
    screen.findChild(QPushButton, "certificates.none").click()
    assert not screen.foot.go.isEnabled()
    screen.findChild(QPushButton, "certificates.all").click()
    assert len(view.queue.chosen()) == 4


def test_printing_sends_the_ticked_sheets_and_notes_them(
    decided: Session, open_screen: Open, room: Room, qtbot: QtBot
) -> None:
    desk = open_screen(decided)
    qtbot.keyClick(desk.screen.queue.list, Qt.Key.Key_Space)
    with qtbot.waitSignal(desk.screen.press.ended):
        desk.screen.foot.go.click()
    (job,) = room.jobs
    said = texts_of(job)
    assert NAMES[0] not in said
    assert all(name in said for name in NAMES[1:])
    assert logs(decided) == [(f"award-{n}", "printed", "") for n in (2, 3, 4)]
    assert state(desk) == [("waiting", False)] + [("printed", False)] * 3
    assert "Đã gửi 3 tờ" in desk.said()


def test_on_blanks_an_uncalibrated_printer_is_asked_about(
    decided: Session, open_screen: Open, room: Room, answers: Answers, qtbot: QtBot
) -> None:
    desk = open_screen(decided)
    qtbot.mouseClick(desk.screen.head.modes.button("overlay"), Qt.MouseButton.LeftButton)
    answers.give(False)
    desk.screen.foot.go.click()
    assert "chưa căn chỉnh" in answers.seen[0]
    assert room.jobs == []
    answers.give(True)
    with qtbot.waitSignal(desk.screen.press.ended):
        desk.screen.foot.go.click()
    said = texts_of(room.jobs[0])
    assert NAMES[1] in said
    assert "GIẤY KHEN" not in said
    assert "CỘNG HÒA" not in said


def test_a_saved_fault_moves_the_print_and_silences_the_question(
    decided: Session, open_screen: Open, room: Room, qtbot: QtBot
) -> None:
    desk = open_screen(decided)
    qtbot.mouseClick(desk.screen.head.modes.button("overlay"), Qt.MouseButton.LeftButton)
    panel = desk.screen.side.calibration
    panel.across.setText("2,0")
    panel.sideways.choose("right")
    desk.screen.findChild(QPushButton, "calibration.save").click()
    assert printers.fault_of(decided, PRINTER, "", "a4_ngang/overlay") == Fault(right_mm=2.0)
    assert desk.toasts == ["Đã lưu căn chỉnh máy in."]
    QApplication.processEvents()  # the reload after a write
    with qtbot.waitSignal(desk.screen.press.ended):
        desk.screen.foot.go.click()
    assert len(room.jobs) == 1


def test_a_fault_not_saved_yet_survives_a_reload_and_is_used(
    decided: Session, open_screen: Open, room: Room, qtbot: QtBot
) -> None:
    desk = open_screen(decided)
    panel = desk.screen.side.calibration
    panel.across.setText("3,0")
    panel.across.left.emit()
    with qtbot.waitSignal(desk.screen.press.ended):
        desk.screen.foot.go.click()
    assert state(desk)[0] == ("printed", False)
    assert panel.across.text() == "3,0"
    assert panel.fault() == Fault(right_mm=3.0)
    assert len(room.jobs) == 1


def test_the_wrong_paper_in_the_driver_is_told(
    decided: Session, open_screen: Open, room: Room, answers: Answers
) -> None:
    room.machine = Machine(name=PRINTER, band_mm=4.2, paper="Letter", paper_mm=(215.9, 279.4))
    desk = open_screen(decided)
    answers.give(False)
    desk.screen.foot.go.click()
    assert "Máy in đang đặt giấy Letter, mẫu là A4" in answers.seen[0]
    assert room.jobs == []


def test_pausing_after_each_sheet_and_stopping_tells_the_truth(
    decided: Session, open_screen: Open, room: Room, qtbot: QtBot
) -> None:
    desk = open_screen(decided)
    desk.screen.foot.pause.setChecked(True)
    with qtbot.waitSignal(desk.screen.press.waiting):
        desk.screen.foot.go.click()
    assert "Nạp phôi" in desk.said()
    with qtbot.waitSignal(desk.screen.press.waiting):
        desk.screen.press.go_on()
    desk.screen.press.stop()
    assert desk.said() == "Đã dừng sau tờ 2. Tờ 3, 4 chưa in."
    assert [entry[0] for entry in logs(decided)] == ["award-1", "award-2"]
    assert state(desk) == [("printed", False)] * 2 + [("waiting", True)] * 2
    assert len(room.jobs) == 2


@pytest.mark.no_qt_log  # Qt says so too, which is the point
def test_a_silent_printer_keeps_the_sheets_in_the_queue(
    decided: Session, open_screen: Open, room: Room, qtbot: QtBot
) -> None:
    room.broken = True
    desk = open_screen(decided)
    with qtbot.waitSignal(desk.screen.press.failed):
        desk.screen.foot.go.click()
    assert "không trả lời" in desk.said()
    assert "4 tờ vẫn nằm trong hàng chờ" in desk.said()
    assert logs(decided) == []
    assert desk.screen.foot.go.isEnabled()


def test_a_spoilt_sheet_waits_again_and_a_reprint_needs_a_reason(
    decided: Session, open_screen: Open, room: Room, answers: Answers, qtbot: QtBot
) -> None:
    desk = open_screen(decided)
    with qtbot.waitSignal(desk.screen.press.ended):
        desk.screen.foot.go.click()
    desk.screen.queue.list.go_to(1)
    answers.give("kẹt giấy")
    desk.screen.findChild(QPushButton, "certificates.spoilt").click()
    assert state(desk)[1] == ("spoilt", True)
    assert logs(decided)[-1] == ("award-2", "spoilt", "kẹt giấy")
    answers.give("in lại tờ hỏng")
    with qtbot.waitSignal(desk.screen.press.ended):
        desk.screen.foot.go.click()
    assert logs(decided)[-1] == ("award-2", "printed", "in lại tờ hỏng")
    assert state(desk)[1] == ("printed", False)


def test_a_long_name_cannot_be_ticked_until_it_is_shortened(
    decided: Session, open_screen: Open
) -> None:
    with decided.store.transaction("Tên dài", actor="x") as writing:
        writing.put(replace(writing.get(Award, "award-3"), name=LONG.strip()))
    desk = open_screen(decided)
    assert desk.said() == "1 tên quá dài. Rút gọn tên in, không đổi tên trong sổ."
    assert state(desk)[2] == ("too_long", False)
    desk.screen.queue.list.go_to(2)
    field = desk.screen.side.field.name
    field.setText("Tập thể cán bộ xã")
    field.returnPressed.emit()
    assert state(desk)[2] == ("waiting", True)
    assert decided.store.get(Award, "award-3").name == LONG.strip()
    assert desk.screen.queue.list.current().name == "Tập thể cán bộ xã"  # type: ignore[union-attr]


def test_a_draft_can_only_be_tried(decided: Session, open_screen: Open, room: Room) -> None:
    with decided.store.transaction("Mở lại", actor="x") as writing:
        for award in decided.store.all(Award):
            writing.put(replace(award, state="revoked"))
        writing.put(replace(writing.get(Decision, "decision"), state="draft"))
    desk = open_screen(decided)
    assert not desk.screen.foot.go.isVisible()  # nobody is on the draft's list


def test_pdf_takes_the_ticked_sheets(
    decided: Session, open_screen: Open, answers: Answers, room: Room, qtbot: QtBot
) -> None:
    desk = open_screen(decided)
    qtbot.keyClick(desk.screen.queue.list, Qt.Key.Key_Space)
    path = room.folder / "giay-khen.pdf"
    answers.give(str(path))
    desk.screen.foot.pdf.click()
    assert desk.toasts == ["Đã xuất 3 tờ vào giay-khen.pdf."]
    assert len(pypdf.PdfReader(path).pages) == 3
    assert NAMES[0] not in texts_of(path)
    answers.give(None)
    desk.screen.foot.pdf.click()
    assert len(desk.toasts) == 1


def test_trial_and_ruler_sheet_are_not_noted(
    decided: Session, open_screen: Open, room: Room
) -> None:
    desk = open_screen(decided)
    desk.screen.foot.trial.click()
    desk.screen.findChild(QPushButton, "calibration.sheet").click()
    first, second = (texts_of(job) for job in room.jobs)
    assert NAMES[0] in first
    assert "Đo từ mép trái giấy đến vạch A" in second
    assert logs(decided) == []


def test_the_screen_fits_the_smallest_window(decided: Session, open_screen: Open) -> None:
    screen = open_screen(decided).screen
    hint = screen.minimumSizeHint()
    assert hint.width() <= 1093 - 176
    assert hint.height() <= 550 - 24 - 40 - 24


def test_everything_that_takes_the_focus_has_a_name(decided: Session, open_screen: Open) -> None:
    screen = open_screen(decided).screen
    for part in screen.findChildren(QPushButton):
        assert part.text() or part.accessibleName(), part.objectName()
    for part in (screen.queue.list, screen.preview.area.canvas, screen.side.field.name):
        assert part.accessibleName()
    for box in (screen.head._pick_decision, screen.head._pick_layout, screen.head._pick_printer):
        assert box.accessibleName()
