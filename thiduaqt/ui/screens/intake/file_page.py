"""Step 1: the file is dropped or chosen; nothing else is asked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.strips import EmptyState, MessageStrip


class FilePage(QWidget):
    """``pick_wanted()`` asks for files, ``waiting_wanted()`` for the rows left behind."""

    pick_wanted = Signal()
    waiting_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("intake.file")
        self.waiting = MessageStrip("warn")
        self.waiting.setObjectName("intake.waiting")
        self.pick = button(
            self.tr("Chọ&n tệp…"),
            self.pick_wanted.emit,
            kind="primary",
            icon="folder-open",
            name="intake.pick",
        )
        self.place = EmptyState(
            self.tr("Kéo danh sách của đơn vị vào đây"),
            self.tr(
                "Nhận tệp .xlsx, .xls, .csv. Có thể kéo nhiều tệp một lúc; "
                "từng tệp được xem và nhập riêng."
            ),
            [self.pick],
            icon="file-spreadsheet",
        )
        self.place.add_hint(
            "columns",
            self.tr("Cột nào cũng được"),
            self.tr("Phần mềm tự tìm dòng tiêu đề và nhận ra các cột, có dấu hay không dấu."),
        )
        self.place.add_hint(
            "eye",
            self.tr("Xem trước khi ghi"),
            self.tr("Dòng có vấn đề được nêu bằng lời, sửa ngay tại chỗ."),
        )
        self.place.add_hint(
            "arrow-back-up",
            self.tr("Hoàn tác một bước"),
            self.tr("Cả danh sách vào cùng lúc, và rút lại cùng lúc."),
        )
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.waiting)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self.place, 8)
        across.addStretch(1)
        page.addStretch(1)
        page.addLayout(across, 8)
        page.addStretch(2)

    def show_waiting(self, count: int) -> None:
        """Say that rows of earlier lists still wait."""
        words = self.tr("{count} dòng của các lần nhập trước đang chờ sửa.").format(count=count)
        if count:
            self.waiting.say(words, (self.tr("Sửa các dòng này"), self.waiting_wanted.emit))
        else:
            self.waiting.say("")
