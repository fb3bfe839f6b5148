"""Starting: which file opens, one window per file, the sample, faults nobody caught."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_session
from thiduaqt import paths
from thiduaqt.services import safety
from thiduaqt.services.session import open_session
from thiduaqt.ui import app, i18n
from thiduaqt.ui.app import Application
from thiduaqt.ui.dialogs import Answers
from thiduaqt.ui.memory import Memory
from thiduaqt.ui.screen import Screen, ScreenContext, ScreenSpec
from thiduaqt.ui.single import OneWindow


class Blank(Screen):
    """A screen with nothing on it."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, "Trống", "blank")
        self.given: dict[str, object] = {}

    def open_with(self, **filters: object) -> None:
        self.given = filters


@pytest.fixture(autouse=True)
def blank_screens(monkeypatch: pytest.MonkeyPatch) -> None:
    specs = (
        ScreenSpec(key="home", title="Việc", icon="list-check", factory=Blank),
        ScreenSpec(key="data", title="Dữ liệu", icon="database", factory=Blank),
    )
    monkeypatch.setattr(app, "SCREENS", specs)


@pytest.fixture
def data_file(tmp_path: Path) -> Path:
    session = a_session(tmp_path)
    session.close()
    return session.path


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[Application]:
    made = Application(Memory())
    yield made
    made.close()


def test_a_named_file_opens_at_the_first_screen(program: Application, data_file: Path) -> None:
    assert program.start(data_file)
    QApplication.processEvents()
    assert program.window is not None
    assert isinstance(program.window.current_screen(), Blank)
    assert "UBND xã Minh Họa" in program.window.windowTitle()


def test_the_file_of_last_time_opens(qtbot: QtBot, data_file: Path) -> None:
    memory = Memory()
    first = Application(memory)
    first.start(data_file)
    first.close()
    second = Application(memory)
    assert second.start(None)
    assert second.window is not None
    second.close()


def test_a_bundle_goes_to_the_data_screen(
    program: Application, data_file: Path, tmp_path: Path
) -> None:
    bundle = tmp_path / "goi.tdq"
    assert program.start(data_file, bundle)
    assert program.window is not None
    QApplication.processEvents()
    shown = program.window.current_screen()
    assert isinstance(shown, Blank)
    assert shown.given == {"bundle": bundle}


def test_without_a_file_the_first_set_up_runs(
    program: Application, data_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def wizard(_parent: QWidget | None, folder: Path) -> Path | None:
        asked.append(folder)
        return data_file if len(asked) > 1 else None

    monkeypatch.setattr(app, "make_wizard", wizard)
    assert not program.start(None), "the user gave up"
    assert program.start(None)
    assert asked == [paths.data(), paths.data()]


def test_a_missing_file_is_told(program: Application, tmp_path: Path, answers: Answers) -> None:
    answers.give(None)
    assert not program.open(tmp_path / "khong-co.tdqdb")
    assert answers.seen
    again = OneWindow(tmp_path / "khong-co.tdqdb")
    assert again.acquire(), "the lock is not kept"
    again.release()


def test_a_damaged_file_of_last_time_does_not_lock_the_user_out(
    qtbot: QtBot,
    data_file: Path,
    tmp_path: Path,
    answers: Answers,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken = tmp_path / "hong.tdqdb"
    broken.write_bytes(b"not a data file")
    memory = Memory()
    memory.put("file/last", str(broken))
    monkeypatch.setattr(app, "make_wizard", lambda _parent, _folder: data_file)
    answers.give(None)
    program = Application(memory)
    assert program.start(None)
    assert "Dữ liệu" in answers.seen[0] or "dữ liệu" in answers.seen[0]
    assert memory.get("file/last") == str(data_file)
    program.close()


def test_one_window_per_file(program: Application, data_file: Path, qtbot: QtBot) -> None:
    """A second start in another process brings the first window forward and ends."""
    program.start(data_file)
    called: list[int] = []
    assert program._opened is not None
    program._opened.one.release()
    one = OneWindow(data_file)
    assert one.acquire()
    one.listen(lambda: called.append(1))
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from thiduaqt.ui.single import OneWindow\n"
        "app = QCoreApplication([])\n"
        "one = OneWindow(Path(sys.argv[1]))\n"
        "sys.exit(10 * one.acquire() + one.call_other())\n"
    )
    child = subprocess.Popen([sys.executable, "-c", script, str(data_file)])
    qtbot.waitUntil(lambda: child.poll() is not None, timeout=20_000)
    assert child.returncode == 1, "not locked, and the first window answered"
    qtbot.waitUntil(lambda: called == [1])
    one.release()


def test_a_lock_left_by_a_dead_process_is_taken_over(data_file: Path) -> None:
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from thiduaqt.ui.single import OneWindow\n"
        "app = QCoreApplication([])\n"
        "one = OneWindow(Path(sys.argv[1]))\n"
        "assert one.acquire()\n"
        "os._exit(7)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(data_file)], check=False)
    assert done.returncode == 7
    one = OneWindow(data_file)
    assert one.acquire()
    one.release()


def test_the_sample_opens_beside_the_real_data(program: Application, data_file: Path) -> None:
    program.start(data_file)
    real = program._opened
    program.open_sample()
    assert program.window is not None
    QApplication.processEvents()
    assert real is not None
    assert not shiboken6.isValid(real.window), "the old window has gone"
    assert program.window._sample.isVisible()
    assert program.window.desk.office() is not None
    sample = paths.data() / "mau" / "minh-hoa.tdqdb"
    assert sample.is_file()
    before = program.window
    program.open_sample()
    assert program.window is before, "already open"


def test_leaving_makes_a_backup_when_something_changed(data_file: Path, qtbot: QtBot) -> None:
    program = Application(Memory())
    program.start(data_file)
    program.close()
    session = open_session(data_file, read_only=True)
    assert [made.reason for made in safety.list_backups(session)] == ["thoat"]
    session.close()
    again = Application(Memory())
    again.start(data_file)
    again.close()
    session = open_session(data_file, read_only=True)
    assert len(safety.list_backups(session)) == 1, "nothing new, no second copy"
    session.close()


def test_faults_nobody_caught_are_shown(answers: Answers) -> None:
    answers.give(None)
    error = ValueError("boom")
    app._report(ValueError, error, None)
    assert "trục trặc" in answers.seen[0]


def test_the_self_check_shows_every_screen(data_file: Path, qtbot: QtBot) -> None:
    app.open_and_close(data_file)


def test_memory_outlives_the_run(tmp_path: Path) -> None:
    file = tmp_path / "nho.ini"
    Memory(file).put("window/screen", {"a": [1, "ẩ"]})
    assert Memory(file).get("window/screen") == {"a": [1, "ẩ"]}
    file.write_text("[window]\nscreen=not json {\n", encoding="utf-8")
    assert Memory(file).get("window/screen", "x") == "x"


def test_dates_and_numbers_stay_vietnamese(qapp: QApplication) -> None:
    from PySide6.QtCore import QLocale  # noqa: PLC0415

    for translator in i18n.install(qapp, "en"):
        qapp.removeTranslator(translator)
    assert QLocale().toString(1234567.5, "f", 1) == "1.234.567,5"
