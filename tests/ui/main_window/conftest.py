"""A window over the invented commune, with two small screens of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import NOW
from thiduaqt.services import registers
from thiduaqt.services.session import Session, open_session
from thiduaqt.ui.hub import Hub
from thiduaqt.ui.main_window import FileCommands, MainWindow
from thiduaqt.ui.memory import Memory
from thiduaqt.ui.screen import Screen, ScreenContext, ScreenSpec
from thiduaqt.ui.tasks import InlineTasks


class UnitScreen(Screen):
    """Lists unit names and counts its reloads."""

    families = frozenset({"unit"})

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, "Đơn vị", "try")
        self.reloads = 0
        self.opened: dict[str, object] = {}
        self.search = QLineEdit()
        self.panel = QWidget()
        self.body.addWidget(self.search)
        self.body.addWidget(self.panel)
        self._action = QAction("Xóa đơn vị", self)

    def reload(self) -> None:
        self.reloads += 1
        self.names = [row.name for row in registers.unit_rows(self.context.session)]

    def open_with(self, **filters: object) -> None:
        self.opened = filters

    def actions_for_menu(self) -> list[QAction]:
        return [self._action]

    def find_field(self) -> QLineEdit:
        return self.search

    def panes(self) -> list[QWidget]:
        return [self.search]

    def detail_panel(self) -> QWidget:
        return self.panel


@dataclass(slots=True)
class Files:
    """Which commands of the application were asked for."""

    asked: list[str] = field(default_factory=list)


SPECS = (
    ScreenSpec(key="one", title="Một", icon="list-check", factory=UnitScreen),
    ScreenSpec(
        key="two", title="Hai", icon="printer", factory=UnitScreen, badge=lambda _s, _round: 3
    ),
    ScreenSpec(key="low", title="Cài đặt", icon="settings", factory=UnitScreen, low=True),
)


@pytest.fixture
def files() -> Files:
    return Files()


@pytest.fixture
def window(writer: Session, files: Files, qtbot: QtBot) -> Iterator[MainWindow]:
    hub = Hub()
    reader = open_session(writer.path, read_only=True, clock=lambda: NOW)
    made = MainWindow(
        reader,
        InlineTasks(lambda: writer, hub),
        hub,
        memory=Memory(),
        specs=SPECS,
        files=FileCommands(
            new_file=lambda: files.asked.append("new"),
            open_file=lambda: files.asked.append("open"),
            open_sample=lambda: files.asked.append("sample"),
        ),
    )
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.navigate("one")
    yield made
    reader.close()


def add_unit(window: MainWindow, name: str) -> None:
    """Write a unit through the window's writer."""
    window.context.tasks.run(lambda s: registers.add(s, "unit", [{"name": name}]))
