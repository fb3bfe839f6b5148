"""One print run on its way: jobs one after another, pauses for the tray, an honest log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from thiduaqt.domain.errors import UserError
from thiduaqt.domain.page import Mode
from thiduaqt.services import certificates
from thiduaqt.services.certificates import Printed, Sheet
from thiduaqt.ui.printing.printer import SHEETS_PER_JOB, PrintRun
from thiduaqt.ui.tasks import Tasks


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be printed: sheets, on which printer, in which mode; ``reason`` of a reprint."""

    sheets: tuple[Sheet, ...]
    printer: str
    mode: Mode
    pause: bool = False
    reason: str = ""

    @property
    def per_job(self) -> int:
        """How many sheets go out together."""
        return 1 if self.pause else SHEETS_PER_JOB


class Press(QObject):
    """Hands sheets over job by job and notes each in the log.

    Signals: ``moved(done, total)`` after each job, ``waiting(done, total)`` when the tray wants
    the next blank, ``ended(done, total)`` at the end or when stopped, ``failed(UserError)``.
    """

    moved = Signal(int, int)
    waiting = Signal(int, int)
    ended = Signal(int, int)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._run: PrintRun | None = None
        self._order: Order | None = None

    @property
    def busy(self) -> bool:
        """Tell whether sheets are still to go out."""
        return self._run is not None

    def start(self, order: Order, make_run: Callable[[Sequence[Sheet]], PrintRun]) -> None:
        """Begin; the first job goes out once control is back in the event loop."""
        self._order = order
        self._run = make_run(order.sheets)
        QTimer.singleShot(0, self, self.go_on)

    def go_on(self) -> None:
        """Send the next job."""
        run, order = self._run, self._order
        if run is None or order is None:
            return
        try:
            sent = run.next_job()
        except UserError as error:
            self._run = None
            self.failed.emit(error)
            return
        self._log(order, [order.sheets[place] for place in sent])
        self.moved.emit(run.done, run.total)
        if run.finished:
            self._end()
        elif order.pause:
            self.waiting.emit(run.done, run.total)
        else:
            QTimer.singleShot(0, self, self.go_on)

    def stop(self) -> None:
        """Send nothing more; what went out stays noted."""
        self._end()

    def _end(self) -> None:
        run, self._run = self._run, None
        if run is not None:
            self.ended.emit(run.done, run.total)

    def _log(self, order: Order, sheets: Sequence[Sheet]) -> None:
        entries = [
            Printed(
                award_id=sheet.award_id,
                reason=order.reason if sheet.printed_at is not None or sheet.spoilt else "",
            )
            for sheet in sheets
        ]
        self._tasks.run(
            lambda session: certificates.log_prints(
                session, entries, printer=order.printer, mode=order.mode
            ),
            label=self.tr("Ghi sổ in"),
        )
