"""The rows with a problem as an Excel file, to be sent back to whoever made the list."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from thiduaqt.services import exporting
from thiduaqt.ui import dialogs
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screens.intake.state import IntakeState


def export_problems(state: IntakeState, owner: QWidget) -> None:
    """Ask where to, and write the rows that are wrong or doubtful with what is the matter."""
    rows = [row for row in state.rows if row.part in ("error", "review")]
    words = translate("IntakeScreen", "Xuất các dòng có vấn đề")
    path = dialogs.pick_save(
        owner, words, translate("IntakeScreen", "Dòng cần sửa.xlsx"), [("Excel", "*.xlsx")]
    )
    if path is None:
        return
    fields = {
        "full_name": translate("IntakeScreen", "Họ và tên"),
        "birth": translate("IntakeScreen", "Ngày sinh"),
        "post": translate("IntakeScreen", "Chức vụ"),
        "unit": translate("IntakeScreen", "Đơn vị"),
        "achievement": translate("IntakeScreen", "Thành tích"),
    }
    columns = [
        exporting.SeenColumn(title=translate("IntakeScreen", "Dòng"), width=50, centred=True),
        *(exporting.SeenColumn(title=title, width=160) for title in fields.values()),
        exporting.SeenColumn(title=translate("IntakeScreen", "Vấn đề"), width=320),
    ]
    written = [
        (str(row.number), *(row.values.get(field, "") for field in fields), row.problem)
        for row in rows
    ]
    title, name = translate("IntakeScreen", "CÁC DÒNG CẦN SỬA"), state.name
    said = translate("IntakeScreen", "Đã xuất {count} dòng vào {name}.").format(
        count=len(rows), name=path.name
    )
    state.context.tasks.run(
        lambda session: exporting.write_list(
            session, path, title=title, subtitle=name, columns=columns, rows=written
        ),
        done=lambda _path: state.context.toast(said),
        label=words,
        owner=owner,
    )
