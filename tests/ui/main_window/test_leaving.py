"""Closing while something long runs asks first; short writes are simply finished."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_session
from thiduaqt.services.session import Session, open_session
from thiduaqt.ui import dialogs
from thiduaqt.ui.hub import Hub
from thiduaqt.ui.main_window.leaving import Leaving
from thiduaqt.ui.tasks import Job, Tasks


class Long:
    """Work that tells its progress and goes on until it is let go or stopped."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.stopped = False

    def __call__(self, _session: Session, job: Job) -> None:
        try:
            while not self.go.wait(0.005):
                job.report(1, 10, "Đang nhập")
        finally:
            self.stopped = job.cancelled.is_set()


@pytest.fixture
def tasks(tmp_path: Path, qapp: object) -> Iterator[Tasks]:
    session = a_session(tmp_path)
    session.close()
    made = Tasks(lambda: open_session(session.path), Hub())
    yield made
    made.stop()


@pytest.fixture
def window(qtbot: QtBot, tasks: Tasks) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    Leaving(made, tasks)
    made.show()
    return made


def _start(qtbot: QtBot, tasks: Tasks) -> Long:
    work = Long()
    tasks.run_long(work, label="Nhập danh sách", failed=lambda _error: True)
    qtbot.waitUntil(lambda: tasks.long_job() is not None, timeout=5000)
    return work


@pytest.mark.parametrize("agreed", [False, True])
def test_long_work_is_asked_about(
    qtbot: QtBot, tasks: Tasks, window: QWidget, monkeypatch: pytest.MonkeyPatch, agreed: bool
) -> None:
    asked: list[str] = []

    def confirm(_parent: object, *words: str, danger: bool = False) -> bool:
        asked.append(" ".join(words))
        return agreed

    monkeypatch.setattr(dialogs, "confirm", confirm)
    work = _start(qtbot, tasks)
    assert window.close() is agreed
    assert "Nhập danh sách" in asked[0]
    assert window.isVisible() is not agreed
    work.go.set()
    qtbot.waitUntil(lambda: not tasks.busy, timeout=5000)
    assert work.stopped is agreed


def test_nothing_is_asked_when_nothing_runs(window: QWidget) -> None:
    assert window.close()
