"""The status bar: saved, backed up, which file; and the progress of longer work."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from thiduaqt.ui import icons, tokens
from thiduaqt.ui.tasks import Job, Tasks
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.labels import meta


class StatusBar(QFrame):
    """``backup_wanted()`` follows the link that stands where the last backup is too old."""

    backup_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setProperty("kind", "status")
        self.setFixedHeight(max(tokens.STATUS_BAR, self.fontMetrics().height() + 8))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(tokens.GAP)
        self._picture = QLabel()
        self._picture.setPixmap(icons.icon("circle-check", tokens.OK).pixmap(14, 14))
        self.saved = meta(self.tr("Thay đổi được lưu ngay"))
        self.saved.setObjectName("status.saved")
        self.backup = meta("")
        self.backup.setObjectName("status.backup")
        self.backup_link = button(self.tr("Sao lưu ngay"), self.backup_wanted.emit, kind="link")
        self.backup_link.setFixedHeight(self.height())
        self.backup_link.hide()
        self.data = meta("")
        self.data.setObjectName("status.data")
        for part in (self._picture, self.saved, _edge(), self.backup, self.backup_link, _edge()):
            row.addWidget(part)
        row.addWidget(self.data)
        row.addStretch()
        self.progress = ProgressLine()
        row.addWidget(self.progress)

    def show_saved(self, moment: str) -> None:
        """Say when the last change was stored ("14:32")."""
        self.saved.setText(self.tr("Đã lưu lúc {time}").format(time=moment))

    def show_backup(self, text: str, *, old: bool = False) -> None:
        """Say when the last backup was made; ``old`` offers to make one."""
        self.backup.setText(text)
        self.backup.setProperty("role", "warn" if old else "second")
        self.backup.style().polish(self.backup)
        self.backup_link.setVisible(old)

    def show_data(self, text: str, tooltip: str) -> None:
        """Say which data file is open."""
        self.data.setText(text)
        self.data.setToolTip(tooltip)


def _edge() -> QLabel:
    line = QLabel("│")
    line.setStyleSheet(f"color: {tokens.BORDER}")
    line.setAccessibleName(" ")
    return line


class ProgressLine(QWidget):
    """Text, bar and *Dừng* of one job."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        self._text = meta("", "")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(96)
        self._stop = button(self.tr("Dừng"), self._on_stop, kind="link", name="progress.stop")
        self._stop.setFixedHeight(tokens.STATUS_BAR)
        row.addWidget(self._text)
        row.addWidget(self._bar)
        row.addWidget(self._stop)
        self._job: Job | None = None
        self.hide()

    def follow(self, job: Job) -> None:
        """Show how far ``job`` is."""
        self._job = job
        self._bar.setRange(0, job.total)
        self._bar.setValue(job.value)
        counts = f" {job.value:,}/{job.total:,}".replace(",", ".") if job.total else ""
        stopping = job.cancelled.is_set()
        words = self.tr("Đang dừng…") if stopping else f"{job.text}{counts}…"
        self._text.setText(words)
        self._bar.setAccessibleName(words)
        self._stop.setEnabled(not stopping)

    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.follow(self._job)


class ProgressWatch(QWidget):
    """Shows work by how long it lasts: wait cursor, then a bar below, then a card in the corner."""

    def __init__(self, tasks: Tasks, status: StatusBar, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self._status = status
        self._window = window
        self._clock = QElapsedTimer()
        self._jobs: list[Job] = []
        self._job: Job | None = None
        self._waiting_cursor = False
        self._card = QFrame(window)
        self._card.setObjectName("progress.card")
        self._card.setProperty("kind", "card")
        row = QHBoxLayout(self._card)
        row.setContentsMargins(14, 10, 14, 10)
        self._card_line = ProgressLine()
        row.addWidget(self._card_line)
        self._card.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(100)
        self._timer.timeout.connect(self._look)
        tasks.started.connect(self._on_started)
        tasks.progressed.connect(self._on_progress)
        tasks.finished.connect(self._on_finished)

    def _on_started(self, job: Job) -> None:
        self._jobs.append(job)
        if self._job is None:
            self._begin(job)

    def _begin(self, job: Job) -> None:
        self._job = job
        self._clock.start()
        self._timer.start()

    def _on_progress(self, job: Job) -> None:
        if job is not self._job:
            self._job = job
        self._status.progress.follow(job)
        self._card_line.follow(job)

    def _on_finished(self, job: Job) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
        if job is not self._job:
            return
        self._job = None
        self._timer.stop()
        self._status.progress.hide()
        self._card.hide()
        self._card_line.hide()
        self._set_cursor(on=False)
        if self._jobs:  # work that had to wait its turn is as long for whoever waits
            self._begin(self._jobs[0])

    def _look(self) -> None:
        if self._job is None or not self._job.label:
            return  # what has no name nobody waits for
        lasted = self._clock.elapsed()
        self._set_cursor(on=tokens.BUSY_CURSOR_AFTER <= lasted < tokens.BUSY_BAR_AFTER)
        if lasted >= tokens.BUSY_BAR_AFTER:
            self._status.progress.follow(self._job)
            self._status.progress.show()
        if lasted >= tokens.BUSY_CARD_AFTER:
            self._card_line.follow(self._job)
            self._card_line.show()
            self._show_card()

    def _show_card(self) -> None:
        self._card.adjustSize()
        left = self._window.width() - self._card.width() - 16
        self._card.move(left, self._window.height() - self._card.height() - 80)
        self._card.show()
        self._card.raise_()

    def _set_cursor(self, *, on: bool) -> None:
        if on and not self._waiting_cursor:
            QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        elif not on and self._waiting_cursor:
            QApplication.restoreOverrideCursor()
        self._waiting_cursor = on
