"""Work that writes or takes long: one thread with its own session, results on the main thread."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.errors import Cancelled
from thiduaqt.ui.hub import Hub

if TYPE_CHECKING:
    from thiduaqt.services.session import Session

T = TypeVar("T")
Failed = Callable[[Exception], bool | None]


class Job:
    """One piece of work under way: its name, its progress and its stop button.

    A long operation gets it as second argument, calls :meth:`report` now and then and either
    passes :attr:`cancelled` down or calls :meth:`check`.
    """

    def __init__(self, label: str, on_progress: Callable[[Job], None] | None = None) -> None:
        self.label = label
        self.cancelled = threading.Event()
        self.value, self.total, self.text = 0, 0, label
        self._on_progress = on_progress

    def report(self, value: int, total: int = 0, text: str = "") -> None:
        """Tell how far the work is (``total`` 0: unknown); raises Cancelled once stopped."""
        self.value, self.total = value, total
        if text:
            self.text = text
        if self._on_progress is not None:
            self._on_progress(self)
        self.check()

    def check(self) -> None:
        """Raise Cancelled if the user has pressed Dừng."""
        if self.cancelled.is_set():
            raise Cancelled

    def cancel(self) -> None:
        """Ask the work to stop at its next :meth:`report` or :meth:`check`."""
        self.cancelled.set()


@dataclass(slots=True, kw_only=True)
class _Work:
    op: Callable[[Any, Job], Any]
    job: Job
    done: Callable[[Any], None] | None
    failed: Failed | None
    owner: QObject | None
    result: Any = None
    error: Exception | None = None


def changes_of(result: object) -> Changes | None:
    """Return the Changes that an operation returned, bare or inside its result."""
    if isinstance(result, Changes):
        return result
    inner = getattr(result, "changes", None)
    return inner if isinstance(inner, Changes) else None


class Tasks(QObject):
    """The writer: runs one operation after the other, away from the window.

    Signals, all on the main thread: ``started(Job)``, ``progressed(Job)`` and ``finished(Job)``
    for the status bar, ``written(Changes)`` after each write, ``failed_with(Exception)`` for
    whoever shows errors.
    """

    started = Signal(object)
    progressed = Signal(object)
    finished = Signal(object)
    written = Signal(object)
    failed_with = Signal(object)
    _report_back = Signal(object)
    _came_back = Signal(object)

    def __init__(
        self, session_factory: Callable[[], Session], hub: Hub, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session_factory = session_factory
        self._hub = hub
        self._waiting: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._running: list[Job] = []
        queued = Qt.ConnectionType.QueuedConnection
        self._report_back.connect(self._on_progress, queued)
        self._came_back.connect(self._deliver, queued)

    def run(
        self,
        op: Callable[[Session], T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        label: str = "",
        owner: QObject | None = None,
    ) -> Job:
        """Run a short write ``op(session)``; see :meth:`run_long` for the rest."""
        return self.run_long(
            lambda session, _job: op(session), done=done, failed=failed, label=label, owner=owner
        )

    def run_long(
        self,
        op: Callable[[Session, Job], T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        label: str = "",
        owner: QObject | None = None,
    ) -> Job:
        """Run ``op(session, job)`` in turn on the writer thread.

        ``done(result)`` and ``failed(error)`` are called on the main thread, and not at all once
        ``owner`` is gone. ``failed`` returns True if it has dealt with the error itself;
        otherwise the error is shown. Changes in the result reach the hub before ``done``.
        """
        job = Job(label, self._report_back.emit)
        self._running.append(job)
        self.started.emit(job)
        self._submit(_Work(op=op, job=job, done=done, failed=failed, owner=owner))
        return job

    @property
    def busy(self) -> bool:
        """Tell whether anything is running or waiting."""
        return bool(self._running)

    def long_job(self) -> Job | None:
        """Return work that tells its progress, is not finished and was not asked to stop."""
        for job in self._running:
            if job.total and not job.cancelled.is_set():
                return job
        return None

    def stop(self) -> None:
        """Cancel what can be cancelled, finish the rest, close the writer's session."""
        for job in self._running:
            job.cancel()
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join()
            self._thread = None

    def _submit(self, work: _Work) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
            self._thread.start()
        self._waiting.put(work)

    def _work(self) -> None:
        session: Any = None
        while (work := self._waiting.get()) is not None:
            try:
                if session is None:
                    session = self._session_factory()
                work.result = work.op(session, work.job)
            except Exception as error:  # shown on the main thread
                work.error = error
            self._came_back.emit(work)
        if session is not None and hasattr(session, "close"):
            session.close()

    @Slot(object)
    def _on_progress(self, job: Job) -> None:
        if job in self._running:
            self.progressed.emit(job)

    @Slot(object)
    def _deliver(self, work: _Work) -> None:
        if work.job in self._running:
            self._running.remove(work.job)
        self.finished.emit(work.job)
        alive = work.owner is None or shiboken6.isValid(work.owner)
        if work.error is not None:
            handled = alive and work.failed is not None and bool(work.failed(work.error))
            if not handled:
                self.failed_with.emit(work.error)
            return
        changes = changes_of(work.result)
        if changes is not None and not changes.nothing:
            self.written.emit(changes)
            self._hub.publish(changes)
        # The screen may have gone while the hub was being told.
        if work.done is not None and (work.owner is None or shiboken6.isValid(work.owner)):
            work.done(work.result)


class InlineTasks(Tasks):
    """Runs everything at once on the calling thread, so that tests need not wait."""

    def _submit(self, work: _Work) -> None:
        try:
            work.result = work.op(self._inline_session(), work.job)
        except Exception as error:  # delivered as by the writer thread
            work.error = error
        self._deliver(work)

    def _inline_session(self) -> Session:
        if not hasattr(self, "_session"):
            self._session = self._session_factory()
        return self._session
