"""Backups: make one now, bring one back."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thiduaqt.services import safety
from thiduaqt.services.safety import Backup, Restored
from thiduaqt.ui import dialogs, tokens
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.data.columns import backup_columns
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.labels import text_label
from thiduaqt.ui.widgets.strips import MessageStrip

_OLD_DAYS = 7


class BackupsPage(QWidget):
    """The list of backups with its two buttons."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.setObjectName("data.backups")
        self.context = context
        self._news = ""  # what was done here last; reading anew must not take it away
        self.state = MessageStrip("info")
        self.state.setObjectName("data.backups.state")
        self.now = button(
            self.tr("Sao lưu ngay"),
            self._backup,
            kind="primary",
            icon="device-floppy",
            name="data.backup",
        )
        self.back = button(
            self.tr("Khôi phục bản đã chọn…"),
            self._restore,
            kind="danger",
            icon="history",
            name="data.restore",
        )
        self.other = button(
            self.tr("Khôi phục từ tệp khác…"), self._restore_other, name="data.restore_other"
        )
        self.grid: Grid[Backup] = Grid(
            backup_columns(),
            name="data.backups.grid",
            memory=context.memory,
            row_id=lambda backup: backup.name,
        )
        self._build()
        self.grid.current_changed.connect(lambda row: self.back.setEnabled(row is not None))

    def _build(self) -> None:
        self.grid.set_empty(
            self.tr("Chưa có bản sao lưu nào"),
            self.tr("Phần mềm tự sao lưu khi thoát và trước mỗi lần nhập gói."),
        )
        self.grid.hide_bar()
        self.grid.add_to_foot(self.other, self.back)
        top = QHBoxLayout()
        top.setSpacing(tokens.GAP)
        top.addWidget(
            text_label(
                self.tr("Mỗi bản được đọc lại và kiểm tra xong mới tính. Nên chép thêm ra USB."),
                "second",
            ),
            1,
        )
        top.addWidget(self.now)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, tokens.RING, tokens.RING, 0)
        page.setSpacing(tokens.GAP)
        page.addLayout(top)
        page.addWidget(self.state)
        page.addWidget(self.grid, 1)

    def reload(self) -> None:
        """Show the backups, the newest first."""
        session = self.context.session
        self.grid.set_rows(safety.list_backups(session))
        self.back.setEnabled(self.grid.current_row() is not None)
        days = safety.days_without_backup(session)
        if days is None:
            self.state.say(self.tr("Chưa sao lưu lần nào."), kind="warn")
        elif days > _OLD_DAYS:
            self.state.say(self.tr("{n} ngày chưa sao lưu.").format(n=days), kind="warn")
        else:
            self.state.say(self._news, kind="ok")

    def _backup(self) -> None:
        self.context.tasks.run(safety.backup, done=self._told, label=self.tr("Sao lưu"), owner=self)

    def _told(self, made: Backup) -> None:
        self._news = self.tr("Đã sao lưu và kiểm tra lại: {name}").format(name=made.name)
        self.reload()
        self.grid.select_row(made.name)

    def _restore(self) -> None:
        chosen = self.grid.current_row()
        if chosen is not None:
            self._ask(chosen)

    def _restore_other(self) -> None:
        filters = [(self.tr("Tệp dữ liệu ThiDuaQt"), "*.tdqdb")]
        path = dialogs.pick_file(self, self.tr("Chọn bản sao lưu"), filters)
        if path is not None:
            self._ask(safety.backup_at(path))

    def _ask(self, chosen: Backup) -> None:
        question = self.tr(
            "Khôi phục bản sao lưu {at}?\n"
            "Dữ liệu hiện tại được cất thành bản sao lưu trước khi thay."
        )
        if not dialogs.confirm(
            self,
            self.tr("Khôi phục"),
            self.tr("Khôi phục bản sao lưu"),
            question.format(at=f"{chosen.at:%H:%M ngày %d/%m/%Y}"),
            danger=True,
        ):
            return
        self.context.tasks.run_long(
            lambda session, job: safety.restore(session, chosen.path, job.report),
            done=self._restored,
            label=self.tr("Khôi phục bản sao lưu"),
            owner=self,
        )

    def _restored(self, restored: Restored) -> None:
        words = self.tr("Đã khôi phục. Dữ liệu trước đó được giữ ở {name}")
        self._news = words.format(name=restored.kept.name)
        self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._news = ""  # whoever comes back has read it
