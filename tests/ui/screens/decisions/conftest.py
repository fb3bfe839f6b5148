"""The screen over the sample season, in a window as small as it may be."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tests.ui.conftest import Calls, context_on
from thiduaqt.services import sample
from thiduaqt.services.sample import Season
from thiduaqt.services.session import Session, open_session
from thiduaqt.ui.screens.decisions.screen import DecisionsScreen


def make_season(folder: Path, *, exceed: str = "", council: bool = True) -> Season:
    """Return the sample season with its council held and its decision drafted."""
    made = sample.start(folder / "thu.tdqdb")
    sample.enter_registers(made)
    sample.take_in(made, sample.write_lists(made, folder / "danh-sach"))
    sample.fill_dossiers(made)
    if council:
        sample.hold_council(made, exceed_quota=exceed)
    return made


def settle() -> None:
    """Let the screen read what was written."""
    for _ in range(4):
        QApplication.processEvents()


@dataclass
class Stage:
    """The screen in a window, with what it asked of the window and which files it opened."""

    session: Session
    calls: Calls
    opened: list[Path] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context = context_on(self.session, self.calls)
        self.screen = DecisionsScreen(self.context)
        self.screen.desk.opener = self._open
        self.opens = True
        self.window = QWidget()
        page = QVBoxLayout(self.window)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.screen)
        self.resize(917, 462)
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        self.window.activateWindow()
        settle()

    def _open(self, path: Path) -> bool:
        self.opened.append(path)
        return self.opens

    def resize(self, width: int, height: int) -> None:
        """Give the screen the room of a window."""
        self.window.resize(width, height)
        settle()

    def field(self, key: str) -> QLineEdit:
        """Return a field of the decision."""
        found = self.screen.page.facts.form.field(key)
        assert isinstance(found, QLineEdit)
        return found

    def type(self, key: str, text: str) -> None:
        """Type into a field of the decision and leave it with Tab."""
        self.type_into(self.field(key), text)

    def type_into(self, target: QLineEdit, text: str) -> None:
        """Type into a field over what is there, and leave it."""
        target.setFocus()
        target.selectAll()
        if text:
            QTest.keyClicks(target, text)
        else:
            QTest.keyClick(target, Qt.Key.Key_Delete)
        QTest.keyClick(target, Qt.Key.Key_Tab)
        settle()

    def button(self, name: str) -> QPushButton:
        """Return a button that can be pressed now."""
        found = [one for one in self.screen.findChildren(QPushButton, name) if one.isVisible()]
        assert found, name
        return found[-1]

    def press(self, name: str) -> None:
        """Press a button as a click does."""
        found = self.button(name)
        assert found.isEnabled(), name
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
        settle()

    def message(self, key: str) -> str:
        """Return what is said under a field of the decision."""
        return self.screen.page.facts.form.message(key)

    def filled(self) -> list[str]:
        """Return the filled buttons on show."""
        return [
            one.objectName()
            for one in self.screen.findChildren(QPushButton)
            if one.isVisible() and one.property("kind") == "primary"
        ]


@pytest.fixture(scope="session")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Make the season once: its data file and the id of its draft."""
    made = make_season(tmp_path_factory.mktemp("mua"))
    made.session.close()
    return made.session.path, made.decision_id


@pytest.fixture
def season(drafted: tuple[Path, str], tmp_path: Path) -> Iterator[Season]:
    """Return the season with its decision drafted, on a data file of this test alone."""
    data = tmp_path / "thu.tdqdb"
    shutil.copy(drafted[0], data)
    session = open_session(data, actor="can-bo", clock=sample.ticking_clock())
    yield Season(session=session, facts=sample.facts(), decision_id=drafted[1])
    session.close()


@pytest.fixture
def open_stage(calls: Calls) -> Iterator[Callable[[Session], Stage]]:
    """Return what opens the screen over a session; task errors fail the test unless expected."""
    stages: list[Stage] = []

    def make(session: Session) -> Stage:
        stages.append(Stage(session, calls))
        return stages[-1]

    yield make
    for stage in stages:
        stage.window.close()
        settle()
        stage.context.session.close()
        stage.window.deleteLater()
    assert not calls.errors, f"tasks failed: {calls.errors}"


@pytest.fixture
def stage(season: Season, open_stage: Callable[[Session], Stage]) -> Stage:
    return open_stage(season.session)
