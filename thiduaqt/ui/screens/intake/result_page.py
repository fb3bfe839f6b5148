"""Step 4: the list is written, or was."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.tasks import Job
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.labels import text_label, title


class ResultPage(QWidget):
    """``list_wanted()``, ``waiting_wanted()``, ``next_wanted()`` follow the buttons."""

    list_wanted = Signal()
    waiting_wanted = Signal()
    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("intake.result")
        self._job: Job | None = None
        self.picture = QLabel()
        self.heading = title("")
        self.heading.setObjectName("intake.result.title")
        self.heading.setWordWrap(True)
        self.detail = text_label("", "second")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Tiến độ"))
        self.stop = button(self.tr("&Dừng"), self._stop, icon="player-stop", name="intake.stop")
        self.to_list = button(
            self.tr("X&em hồ sơ"), self.list_wanted.emit, kind="primary", name="intake.to_list"
        )
        self.to_waiting = button(
            self.tr("Sử&a dòng chờ"), self.waiting_wanted.emit, name="intake.to_waiting"
        )
        self.to_next = button(
            self.tr("Nhập tệ&p khác"), self.next_wanted.emit, name="intake.to_next"
        )
        card = Card()
        card.body.setContentsMargins(28, 24, 28, 22)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.addWidget(self.heading)
        words.addWidget(self.detail)
        words.addWidget(self.bar)
        head.addLayout(words, 1)
        card.body.addLayout(head)
        row = QHBoxLayout()
        row.addStretch()
        for part in (self.stop, self.to_next, self.to_waiting, self.to_list):
            row.addWidget(part)
        card.body.addLayout(row)
        card.setMaximumWidth(theme.em(720))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 24, 0, 0)
        across.addStretch(1)
        across.addWidget(card, 6, Qt.AlignmentFlag.AlignTop)
        across.addStretch(1)

    def show_running(self, job: Job | None, name: str) -> None:
        """Show that the list is being written."""
        self._job = job
        self.picture.setPixmap(icons.icon("download", tokens.PRIMARY).pixmap(28, 28))
        self.heading.setText(self.tr("Đang nhập {name}").format(name=name))
        self.detail.setText(
            self.tr("Cả danh sách được ghi cùng một lúc; dừng thì không dòng nào được ghi.")
        )
        self.bar.setRange(0, 0)
        self.bar.show()
        self.stop.setVisible(job is not None)
        for part in (self.to_list, self.to_waiting, self.to_next):
            part.hide()

    def show_progress(self, job: Job) -> None:
        """Show how far the writing is."""
        if job is self._job:
            self.bar.setRange(0, job.total)
            self.bar.setValue(job.value)

    def show_done(self, words: str, detail: str, *, waiting: bool, next_name: str) -> None:
        """Say what was written, what waits, and what comes next."""
        self._job = None
        self.picture.setPixmap(icons.icon("circle-check", tokens.OK).pixmap(28, 28))
        self.heading.setText(words)
        self.detail.setText(detail)
        self.bar.hide()
        self.stop.hide()
        self.to_list.show()
        self.to_waiting.setVisible(waiting)
        self.to_next.setText(
            self.tr("Tệ&p tiếp theo: {name}").format(name=next_name.replace("&", "&&"))
            if next_name
            else self.tr("Nhập tệ&p khác")
        )
        self.to_next.show()
        # Files that wait would be forgotten by whoever goes to the list first.
        onward, other = (self.to_next, self.to_list) if next_name else (self.to_list, self.to_next)
        theme.mark(onward, "kind", "primary")
        theme.mark(other, "kind", "")
        onward.setFocus()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
