"""Closing the window while something long is under way: nothing is dropped without a word."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from thiduaqt.ui import dialogs
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.tasks import Tasks


def may_leave(parent: QWidget | None, tasks: Tasks) -> bool:
    """Ask before long work is stopped; short writes are simply finished. Stops it when agreed."""
    job = tasks.long_job()
    if job is None:
        return True
    agreed = dialogs.confirm(
        parent,
        translate("Leaving", "Dừng và đóng"),
        translate("Leaving", "Việc đang làm chưa xong"),
        translate(
            "Leaving",
            "“{work}” đang chạy. Đóng bây giờ thì việc này dừng lại và không ghi gì vào dữ liệu.",
        ).format(work=job.label or job.text),
        danger=True,
    )
    if agreed:
        job.cancel()
    return agreed


class Leaving(QObject):
    """Stands before the close button of one window."""

    def __init__(self, window: QWidget, tasks: Tasks) -> None:
        super().__init__(window)
        self._window, self._tasks = window, tasks
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the window open where the officer wants the work to finish."""
        if (
            watched is self._window
            and event.type() == QEvent.Type.Close
            and not may_leave(self._window, self._tasks)
        ):
            event.ignore()
            return True
        return False
