"""What stands in the list while the round has no nominations."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.records import Round
from thiduaqt.services.session import Session
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screens.nominations.actions import RowActions
from thiduaqt.ui.widgets.buttons import action_button, button
from thiduaqt.ui.widgets.strips import EmptyState


def deadline_words(session: Session, around: Round) -> str:
    """Return until when dossiers come in, and how long that is from today."""
    deadline = PartialDate.from_value(around.deadline)
    if not deadline:
        return translate("NominationsScreen", "Đợt này chưa đặt hạn nhận hồ sơ.")
    last = deadline.day
    if last is None:
        return deadline.display()
    days = (last - session.today()).days
    if days < 0:
        words = translate("NominationsScreen", "{date}, đã qua {days} ngày.")
    elif days == 0:
        words = translate("NominationsScreen", "{date}, là hôm nay.")
    else:
        words = translate("NominationsScreen", "{date}, còn {days} ngày.")
    return words.format(date=deadline.display(), days=abs(days))


def empty_page(session: Session, around: Round, does: RowActions, viewport: QWidget) -> EmptyState:
    """Return the page with the ways forward that this season has, in the place of an older one."""
    for old in viewport.findChildren(
        EmptyState, "empty", Qt.FindChildOption.FindDirectChildrenOnly
    ):
        if old.property("round"):
            old.hide()
            old.deleteLater()
    buttons = [
        button(
            does.take_in.text(),
            does.take_in.trigger,
            kind="primary",
            icon="file-import",
            name="nominations.empty.import",
        ),
        action_button(does.add, name="nominations.empty.add"),
    ]
    page = EmptyState(
        translate("NominationsScreen", "Chưa có hồ sơ trong đợt này"),
        translate(
            "NominationsScreen",
            "Kéo tệp Excel của đơn vị vào đây, dán từ Excel (Ctrl+V), hoặc gõ từng hồ sơ.",
        ),
        buttons,
    )
    page.setProperty("round", around.id)
    page.add_hint(
        "file-import",
        translate("NominationsScreen", "Danh sách của đơn vị"),
        translate(
            "NominationsScreen",
            "Tệp .xlsx, .xls, .csv với cột xếp theo thứ tự nào cũng được.",
        ),
    )
    page.add_hint(
        "history",
        translate("NominationsScreen", "Hạn nhận hồ sơ"),
        deadline_words(session, around),
    )
    page.add_hint(
        "copy",
        translate("NominationsScreen", "Dán từ Excel hoặc Word"),
        translate(
            "NominationsScreen",
            "Chép các dòng, bấm vào bảng rồi Ctrl+V. Cả lần dán hoàn tác được một bước.",
        ),
    )
    return page
