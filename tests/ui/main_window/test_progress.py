"""Longer work: nothing at first, then a bar below, then a card; Dừng stops it."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from thiduaqt.ui import tokens
from thiduaqt.ui.hub import Hub
from thiduaqt.ui.main_window.status import ProgressWatch, StatusBar
from thiduaqt.ui.tasks import Job, Tasks


def test_progress_comes_in_steps_and_can_be_stopped(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tokens, "BUSY_CURSOR_AFTER", 0)
    monkeypatch.setattr(tokens, "BUSY_BAR_AFTER", 60)
    monkeypatch.setattr(tokens, "BUSY_CARD_AFTER", 120)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 300)
    tasks = Tasks(object, Hub())  # type: ignore[arg-type]
    status = StatusBar(window)
    watch = ProgressWatch(tasks, status, window)
    window.show()
    failed: list[Exception] = []

    def work(_session: object, job: Job) -> None:
        for number in range(100_000):
            job.report(number, 3000, "Đang kiểm tra")
            threading.Event().wait(0.002)

    tasks.run_long(work, label="Kiểm tra", failed=lambda error: failed.append(error) or True)
    assert not status.progress.isVisible()
    qtbot.waitUntil(status.progress.isVisible)
    qtbot.waitUntil(watch._card.isVisible)
    words = status.progress._text.text()
    assert words.startswith("Đang kiểm tra ")
    assert words.endswith("/3.000…")
    stop = status.progress.findChild(QPushButton)
    stop.click()
    qtbot.waitUntil(lambda: bool(failed), timeout=1000)
    assert not status.progress.isVisible()
    assert not watch._card.isVisible()
    assert QApplication.overrideCursor() is None
    tasks.stop()


def test_work_that_waited_its_turn_shows_its_progress_too(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tokens, "BUSY_BAR_AFTER", 60)
    window = QWidget()
    qtbot.addWidget(window)
    tasks = Tasks(object, Hub())  # type: ignore[arg-type]
    status = StatusBar(window)
    ProgressWatch(tasks, status, window)
    window.show()
    go = threading.Event()

    def work(_session: object, job: Job) -> None:
        while not go.wait(0.002):
            job.report(1, 3000, "Đang nhập")

    tasks.run(lambda _session: None, label="Sửa hồ sơ")
    tasks.run_long(work, label="Nhập")
    qtbot.waitUntil(status.progress.isVisible)
    assert status.progress._text.text().startswith("Đang nhập ")
    go.set()
    qtbot.waitUntil(lambda: not status.progress.isVisible())
    tasks.stop()
