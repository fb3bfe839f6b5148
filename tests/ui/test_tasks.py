"""Work away from the window: order, threads, progress, stopping, errors, gone screens."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.errors import Cancelled, NotAllowed
from thiduaqt.ui.hub import Hub
from thiduaqt.ui.tasks import InlineTasks, Job, Tasks

CHANGED = Changes(families=frozenset({"unit"}), label="Thêm đơn vị")


class FakeSession:
    """Knows the thread it was made on and whether it was closed."""

    def __init__(self) -> None:
        self.thread = threading.get_ident()
        self.closed_on = 0

    def close(self) -> None:
        self.closed_on = threading.get_ident()


@pytest.fixture
def made() -> list[FakeSession]:
    return []


@pytest.fixture(params=["threaded", "inline"])
def tasks(request: pytest.FixtureRequest, made: list[FakeSession]) -> Iterator[Tasks]:
    def factory() -> FakeSession:
        made.append(FakeSession())
        return made[-1]

    kind = Tasks if request.param == "threaded" else InlineTasks
    runner = kind(factory, Hub())  # type: ignore[arg-type]
    yield runner
    runner.stop()


def test_results_come_back_on_the_main_thread(tasks: Tasks, qtbot: QtBot) -> None:
    found: list[tuple[object, bool]] = []
    main = QThread.currentThread()
    tasks.run(
        lambda session: session.thread,  # type: ignore[attr-defined]
        done=lambda result: found.append((result, QThread.currentThread() is main)),
    )
    qtbot.waitUntil(lambda: bool(found))
    assert found[0][1]
    assert (found[0][0] == threading.get_ident()) == isinstance(tasks, InlineTasks)


def test_work_is_done_in_turn_with_one_session(
    tasks: Tasks, made: list[FakeSession], qtbot: QtBot
) -> None:
    order: list[int] = []
    for number in range(20):
        tasks.run(lambda _session, n=number: order.append(n))  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(order) == 20 and not tasks.busy)
    assert order == list(range(20))
    assert len(made) == 1


def test_changes_reach_the_hub_before_done(tasks: Tasks, qtbot: QtBot) -> None:
    heard: list[str] = []
    tasks._hub.changed.connect(lambda changes: heard.append(changes.label))
    tasks.run(lambda _session: CHANGED, done=lambda _result: heard.append("done"))
    qtbot.waitUntil(lambda: "done" in heard)
    assert heard == ["Thêm đơn vị", "done"]


def test_nothing_written_is_not_published(tasks: Tasks, qtbot: QtBot) -> None:
    heard: list[object] = []
    done: list[object] = []
    tasks._hub.changed.connect(heard.append)
    tasks.run(lambda _session: Changes(), done=done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert heard == []


def test_errors_are_shown_unless_dealt_with(tasks: Tasks, qtbot: QtBot) -> None:
    shown: list[Exception] = []
    dealt: list[Exception] = []
    tasks.failed_with.connect(shown.append)

    def refuse(_session: object) -> None:
        raise NotAllowed("Không được.")

    def deal(error: Exception) -> bool:
        dealt.append(error)
        return True

    tasks.run(refuse, failed=deal)
    tasks.run(refuse, failed=dealt.append)  # type: ignore[arg-type]
    tasks.run(refuse)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert len(dealt) == 2
    assert len(shown) == 2


def test_a_session_that_cannot_be_opened_is_told(qtbot: QtBot) -> None:
    def factory() -> object:
        raise NotAllowed("Tệp đang bị khóa.")

    tasks = Tasks(factory, Hub())  # type: ignore[arg-type]
    shown: list[Exception] = []
    tasks.failed_with.connect(shown.append)
    tasks.run(lambda _session: 1)
    qtbot.waitUntil(lambda: bool(shown))
    assert isinstance(shown[0], NotAllowed)
    tasks.stop()


def test_a_screen_that_has_gone_is_not_called(tasks: Tasks, qtbot: QtBot) -> None:
    owner = QObject()
    called: list[object] = []
    ready = threading.Event()
    if isinstance(tasks, InlineTasks):
        ready.set()
        import shiboken6  # noqa: PLC0415

        shiboken6.delete(owner)
        tasks.run(lambda _session: 1, done=called.append, owner=owner)
    else:
        import shiboken6  # noqa: PLC0415

        tasks.run(lambda _session: ready.wait(5), done=called.append, owner=owner)
        shiboken6.delete(owner)
        ready.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert called == []


def test_progress_is_told_and_stopping_stops(qtbot: QtBot) -> None:
    tasks = Tasks(FakeSession, Hub())  # type: ignore[arg-type]
    seen: list[tuple[int, int, str]] = []
    tasks.progressed.connect(lambda job: seen.append((job.value, job.total, job.text)))
    failed: list[Exception] = []
    going = threading.Event()

    def count(_session: object, job: Job) -> int:
        for number in range(1, 10_000):
            job.report(number, 10_000, "Đang đếm")
            going.set()
            threading.Event().wait(0.001)
        return 0

    job = tasks.run_long(count, failed=lambda error: failed.append(error) or True, label="Đếm")
    assert going.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: bool(failed), timeout=1000)
    assert isinstance(failed[0], Cancelled)
    assert seen
    assert seen[0][1:] == (10_000, "Đang đếm")
    tasks.stop()


def test_the_main_thread_stays_free(qtbot: QtBot) -> None:
    """U08: the event loop turns while work is under way."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415

    tasks = Tasks(FakeSession, Hub())  # type: ignore[arg-type]
    beats: list[int] = []
    release = threading.Event()
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(1))
    timer.start(5)
    tasks.run(lambda _session: release.wait(10))
    qtbot.waitUntil(lambda: len(beats) > 5)
    release.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    tasks.stop()


def test_stopping_closes_the_session_on_its_own_thread(qtbot: QtBot) -> None:
    made: list[FakeSession] = []

    def factory() -> FakeSession:
        made.append(FakeSession())
        return made[0]

    tasks = Tasks(factory, Hub())  # type: ignore[arg-type]
    done: list[object] = []
    tasks.run(lambda _session: 1, done=done.append)
    qtbot.waitUntil(lambda: bool(done))
    tasks.stop()
    assert made[0].closed_on == made[0].thread != threading.get_ident()
