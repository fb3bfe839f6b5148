"""Settings, help, the window's own parts: palette, menus, dialogs, toast, progress."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QDialog, QPlainTextEdit, QWidget

from tests.shots import seasons
from tests.shots.camera import Stage, settle, wait
from tests.shots.component_sheet import make_sheet
from tests.shots.studio import Studio, scene
from thiduaqt.domain.errors import StoreError
from thiduaqt.services import doubts
from thiduaqt.services import nominations as lists
from thiduaqt.ui import dialogs
from thiduaqt.ui.dialogs import AnswerRow
from thiduaqt.ui.screens.help.screen import HelpScreen
from thiduaqt.ui.screens.nominations.screen import NominationsScreen
from thiduaqt.ui.screens.settings.screen import SettingsScreen
from thiduaqt.ui.tasks import Job

PARTS = ("office", "signers", "money", "doubts", "look")


@scene
def sheet(studio: Studio) -> None:
    """All parts on one sheet, beside the drawn one."""
    made = make_sheet()
    made.resize(1366, 1180)
    made.show()
    settle()
    made.grab().save(str(studio.camera.out / "components.png"))
    made.close()
    made.deleteLater()


@scene
def settings(studio: Studio) -> None:
    """Every part of the settings, and a name that is missing."""
    with studio.open(seasons.checked) as on:
        screen = cast("SettingsScreen", on.go("settings"))
        for part in PARTS:
            screen.show_part(part)
            settle()
            on.take(f"settings-{part}")
        assert doubts.listing(on.window.context.session)
        screen.show_part("office")
        screen.list.setFocus()
        settle()
        on.take("settings-focus")


@scene
def help_pages(studio: Studio) -> None:
    """The manual, a search in it, the page about the program and a licence."""
    with studio.open(seasons.checked) as on:
        screen = cast("HelpScreen", on.go("help"))
        on.take("help-manual")
        on.go("help", section="Xét duyệt")
        on.take("help-section")
        screen.finder.setFocus()
        screen.finder.setText("giay khen")
        wait()
        on.take("help-found")
        screen.finder.setText("khong co chu nay")
        wait()
        on.take("help-nothing-found")
        screen.finder.clear()
        wait()
        on.go("help", page="about")
        on.take("help-about")


@scene
def window(studio: Studio) -> None:
    """Palette, shortcut sheet, menus, filter of a heading, small windows."""
    with studio.open(seasons.checked) as on:
        on.go("home")
        on.window.context_bar.find_wanted.emit("van dung")
        settle()
        on.take("palette")
        on.window.context_bar.find_wanted.emit("khong thay gi")
        settle()
        on.take("palette-nothing-found")
        on.window.findChild(QWidget, "palette").close()
        settle()
        on.take_dialog("shortcuts", on.window.show_shortcuts)
        actions = {
            action.text().replace("&", ""): action for action in on.window.menus.all_actions()
        }
        for name, words in (("about", "Giới thiệu"), ("telex", "Thử gõ tiếng Việt")):
            action = next(one for text, one in actions.items() if text.startswith(words))
            on.take_dialog(name, action.trigger)
        _menus(on)
        _on_the_list(on)


def _menus(on: Stage) -> None:
    on.go("nominations")
    for number, action in enumerate(on.window.menuBar().actions()):
        menu = action.menu()
        assert isinstance(menu, QWidget)
        corner = on.window.menuBar().actionGeometry(action).bottomLeft()
        menu.popup(on.window.menuBar().mapToGlobal(corner))  # type: ignore[attr-defined]
        settle()
        on.take(f"menu-{number}")
        menu.close()


def _on_the_list(on: Stage) -> None:
    screen = cast("NominationsScreen", on.go("nominations"))
    screen.grid.view.heading.menu_wanted.emit(screen.grid.model.column_number("unit"))
    settle()
    on.take("nominations-filter-menu")
    for one in on.window.findChildren(QWidget):
        if one.isWindow() and one.isVisible() and one is not on.window:
            one.close()
    settle()


@scene
def messages(studio: Studio) -> None:
    """Toast, progress, and the dialogs of the program."""
    with studio.open(seasons.checked) as on:
        screen = cast("NominationsScreen", on.go("nominations"))
        row = screen.grid.rows()[0]
        on.tasks.run(lambda s: lists.remove(s, [row.id]))
        on.window.show_toast("Đã xóa 1 hồ sơ.", undo=True)
        settle()
        on.take("toast")
        on.window.toast.hide()
        _progress(on)
        _dialogs(on)


def _progress(on: Stage) -> None:
    """Show what a long check looks like after one second and after three."""
    taken = []

    def work(_session: object, job: Job) -> None:
        for step in (1240, 2480):
            job.report(step, 3000, "Đang kiểm tra dữ liệu")
            wait(1.3 if step == 1240 else 2.0)
            taken.append(step)
            on.take("progress-bar" if step == 1240 else "progress-card")

    on.tasks.run_long(work, label="Kiểm tra dữ liệu")
    assert taken == [1240, 2480]


def _dialogs(on: Stage) -> None:
    fault = StoreError(
        "Không ghi được vào D:\\ vì ổ đầy.",
        todo="Xóa bớt tệp hoặc chọn ổ khác, rồi thử lại.",
        data="Các thay đổi đã lưu trước đó vẫn còn; thay đổi vừa rồi chưa được ghi.",
    )
    on.take_dialog(
        "dialog-error", partial(dialogs.show_error, on.window, fault, ["Thử lại", "Lưu nơi khác…"])
    )
    on.take_dialog(
        "dialog-error-details",
        partial(dialogs.show_exception, on.window, ValueError("mã lệnh không biết: 42")),
        _unfold,
    )
    on.take_dialog(
        "dialog-confirm",
        partial(
            dialogs.confirm,
            on.window,
            "Khôi phục",
            "Khôi phục bản sao lưu",
            "Khôi phục bản sao lưu 08:05 hôm nay?\n"
            "Dữ liệu hiện tại được cất thành bản sao lưu trước khi thay.",
            danger=True,
        ),
    )
    on.take_dialog(
        "dialog-reason",
        partial(
            dialogs.ask_reason,
            on.window,
            "&Mở lại",
            "Mở lại kết quả đã chốt",
            "Ghi lý do; lý do được giữ trong nhật ký.",
        ),
        lambda box: box.findChild(QPlainTextEdit).setPlainText("Đếm lại phiếu của Ông Đỗ Văn Dũng"),
    )
    on.take_dialog(
        "dialog-tell", partial(dialogs.tell, on.window, "Đã in xong", "7 tờ đã in.", kind="ok")
    )
    rows = [
        AnswerRow(label="Số, ngày", value="131/QĐ-UBND · 10/12/2026", key="number"),
        AnswerRow(label="Lý do", value="Vượt số lượng vì năm đầu của phong trào. " * 4),
    ]
    on.take_dialog(
        "dialog-check",
        partial(
            dialogs.check_answers,
            on.window,
            "Ban hành quyết định",
            "Kiểm tra lại trước khi ban hành",
            rows,
            consequence="Sau khi ban hành, danh sách khóa lại.",
            action="&Ban hành và vào sổ",
        ),
    )


def _unfold(box: QDialog) -> None:
    for one in box.findChildren(QAbstractButton):
        if one.isCheckable():
            one.setChecked(True)
    QTimer.singleShot(0, box, box.adjustSize)
