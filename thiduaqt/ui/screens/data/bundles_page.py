"""Bundles sent and received, and the two ways on: make one, take one in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thiduaqt.domain.records import BundleLog
from thiduaqt.services import sharing
from thiduaqt.ui import tokens
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.data.columns import log_columns
from thiduaqt.ui.tables.columns import QuickFilter
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.labels import text_label
from thiduaqt.ui.widgets.strips import MessageStrip


class BundlesPage(QWidget):
    """The list of bundles. ``make_wanted`` and ``take_wanted`` follow the two buttons."""

    make_wanted = Signal()
    take_wanted = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.setObjectName("data.bundles")
        self.context = context
        self.news = MessageStrip("ok")
        self.news.setObjectName("data.bundles.news")
        self.waiting = MessageStrip("warn")
        self.waiting.setObjectName("data.bundles.waiting")
        self.make = button(
            self.tr("Xuất gói cho cấp trên…"),
            self.make_wanted.emit,
            kind="primary",
            icon="file-export",
            name="data.make",
        )
        self.take = button(
            self.tr("Nhận gói…"), self.take_wanted.emit, icon="file-import", name="data.take"
        )
        self.grid: Grid[BundleLog] = Grid(
            log_columns(), name="data.bundles.grid", memory=context.memory
        )
        self._build()

    def _build(self) -> None:
        self.grid.set_empty(
            self.tr("Chưa xuất hoặc nhận gói dữ liệu nào"),
            self.tr(
                "Gói dữ liệu (.tdq) mang hồ sơ đề nghị hoặc kết quả khen của một đợt sang đơn vị "
                "khác, qua USB, thư hoặc hệ thống văn bản."
            ),
        )
        self.grid.set_quick_filters(
            [
                QuickFilter(
                    key="out", text=self.tr("Đã xuất"), test=lambda log: log.direction == "out"
                ),
                QuickFilter(
                    key="in", text=self.tr("Đã nhận"), test=lambda log: log.direction == "in"
                ),
            ]
        )
        top = QHBoxLayout()
        top.setSpacing(tokens.GAP)
        top.addWidget(
            text_label(
                self.tr("Gói chưa ký: phần mềm chưa xác nhận được ai gửi, hãy hỏi lại khi nhận."),
                "second",
            ),
            1,
        )
        top.addWidget(self.take)
        top.addWidget(self.make)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, tokens.RING, tokens.RING, 0)
        page.setSpacing(tokens.GAP)
        page.addLayout(top)
        page.addWidget(self.news)
        page.addWidget(self.waiting)
        page.addWidget(self.grid, 1)

    def reload(self) -> None:
        """Show all bundles, the newest first."""
        session = self.context.session
        logs = [*sharing.sent(session), *sharing.received(session)]
        self.grid.set_rows(sorted(logs, key=lambda log: (log.at, log.id), reverse=True))
        self._tell_waiting()

    def _tell_waiting(self) -> None:
        kept = sharing.kept_aside(self.context.session)
        waiting = sum(item.reason == "waiting" for item in kept)
        forks = sum(item.reason == "fork" for item in kept)
        unfit = sum(item.reason == "invalid" for item in kept)
        parts = []
        if waiting:
            parts.append(self.tr("{n} mục chờ gói khác hoặc chờ đồng ý rút").format(n=waiting))
        if forks:
            parts.append(self.tr("{n} mục có hai bản khác nhau, giữ cả hai").format(n=forks))
        if unfit:
            parts.append(self.tr("{n} mục sai dạng, chưa nhận").format(n=unfit))
        self.waiting.say(". ".join(parts) + "." if parts else "")
