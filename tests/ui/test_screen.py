"""The common frame of screens: stores what is being typed, reloads when it should."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.tables.gridcase import Heard, Person, a_grid
from tests.ui.telex import telex
from thiduaqt.domain.changes import Changes
from thiduaqt.services.session import Session, open_session
from thiduaqt.ui.forms.fields import FieldSpec
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.screen import Screen, ScreenContext
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.tasks import Job, Tasks
from thiduaqt.ui.widgets.buttons import button


class Work(Screen):
    """A grid and a form."""

    families = frozenset({"person"})

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, "Việc", "work")
        self.grid: Grid[Person] = a_grid()
        self.form = Form([FieldSpec(key="note", label="Ghi chú")])
        self.body.addWidget(self.grid)
        self.body.addWidget(self.form)
        self.add_to_header(button("Thêm", kind="primary"))
        self.reloads = 0

    def reload(self) -> None:
        self.reloads += 1


@pytest.fixture
def work(context: ScreenContext, qtbot: QtBot) -> Work:
    made = Work(context)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made


def test_an_open_cell_is_stored_and_the_table_keeps_the_focus(work: Work) -> None:
    heard = Heard(work.grid)
    work.grid.view.setFocus()
    work.grid.view.go_to(work.grid.model.index(0, 1))
    telex(work.grid.view, "Bà")
    work.commit_open_editor()
    assert heard.edits[0][0][3] == "Bà"
    assert not work.grid.view.is_editing()
    assert QApplication.focusWidget() is work.grid.view


def test_an_open_field_is_stored_and_keeps_the_focus(work: Work) -> None:
    heard: list[tuple[str, object]] = []
    work.form.committed.connect(lambda key, value: heard.append((key, value)))
    field = work.form.field("note")
    field.setFocus()
    telex(field, "xong")
    work.commit_open_editor()
    assert heard == [("note", "xong")]
    assert QApplication.focusWidget() is field


def test_only_its_own_families_reload_it(work: Work) -> None:
    before = work.reloads
    work.context.hub.publish(Changes(families=frozenset({"unit"})))
    QApplication.processEvents()
    assert work.reloads == before
    work.context.hub.publish(Changes(families=frozenset({"person", "unit"})))
    work.context.hub.context_changed.emit()
    QApplication.processEvents()
    assert work.reloads == before + 1, "two reasons, one reload"


def test_a_button_made_anew_gets_the_focus_of_the_old_one(work: Work) -> None:
    def renew() -> None:
        for old in work.findChildren(QPushButton, "again"):
            old.deleteLater()
        work.body.addWidget(button("Xem", name="again"))

    renew()
    QApplication.processEvents()
    first = work.findChild(QPushButton, "again")
    first.setFocus()
    work.reload = renew  # type: ignore[method-assign]
    work.reload_soon()
    QApplication.processEvents()
    QApplication.processEvents()
    now = QApplication.focusWidget()
    assert now is not None
    assert now is not first
    assert now.objectName() == "again"


def test_the_focus_of_a_button_that_goes_stays_on_the_screen(work: Work, qtbot: QtBot) -> None:
    outside = QLineEdit(work.window())
    qtbot.addWidget(outside)
    made = button("Xem", name="again")
    work.body.addWidget(made)
    QApplication.processEvents()
    made.setFocus()

    def renew() -> None:
        made.hide()
        made.deleteLater()
        outside.setFocus()  # as Qt may choose

    work.reload = renew  # type: ignore[method-assign]
    work.reload_soon()
    QApplication.processEvents()
    QApplication.processEvents()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus is not outside


def test_the_header_knows_its_buttons(work: Work) -> None:
    assert [one.text() for one in work.header_buttons()] == ["Thêm"]
    assert work.find_field() is None
    assert work.detail_panel() is None
    assert list(work.panes()) == []
    assert list(work.actions_for_menu()) == []


class Aside(Screen):
    """Reads on the writer's thread; ``gate`` holds every reading until it is opened."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, "Việc", "aside")
        self.gate = threading.Event()
        self.read: list[tuple[int, str]] = []
        self.seen: list[int] = []
        self.field = QLineEdit()
        self.field.setObjectName("aside.field")
        self.body.addWidget(self.field)

    def ask(self, number: int) -> None:
        def read(_session: object) -> int:
            self.gate.wait(5)
            self.read.append((number, threading.current_thread().name))
            return number

        self.read_aside(read, self.seen.append)


@pytest.fixture
def aside(context: ScreenContext, writer: Session, qtbot: QtBot) -> Iterator[Aside]:
    tasks = Tasks(lambda: open_session(writer.path), context.hub)
    made = Aside(replace(context, tasks=tasks))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.gate.set()
    tasks.stop()


def test_a_reading_is_done_beside_the_window(aside: Aside, qtbot: QtBot) -> None:
    def covered() -> bool:
        above = aside.childAt(aside.field.geometry().center())
        return above is not aside.field

    assert not covered()
    aside.ask(1)
    assert aside.seen == []
    assert covered(), "an empty list would say that there is nothing"
    aside.resize(900, 600)
    assert covered()
    aside.gate.set()
    qtbot.waitUntil(lambda: aside.seen == [1])
    assert not covered()
    assert aside.read == [(1, "writer")]


def test_of_readings_that_wait_only_the_last_is_done(aside: Aside, qtbot: QtBot) -> None:
    for number in (1, 2, 3):
        aside.ask(number)
    aside.gate.set()
    qtbot.waitUntil(lambda: not aside.context.tasks.busy)
    assert aside.seen[-1] == 3
    assert 2 not in aside.seen, "it had not begun when the third was asked for"


def test_an_early_reading_that_comes_late_is_not_shown(aside: Aside, qtbot: QtBot) -> None:
    aside.ask(1)
    tasks = aside.context.tasks
    going = threading.Event()

    def long(_session: object, _job: Job) -> None:
        going.wait(5)

    job = tasks.run_long(long)
    job.total = 10  # as work that tells its progress
    aside.read_aside(lambda _session: 2, aside.seen.append)
    assert aside.seen == [2], "long work is under way: read at once"
    aside.gate.set()
    going.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert aside.seen == [2]


def test_what_is_shown_late_keeps_the_focus(aside: Aside, qtbot: QtBot) -> None:
    aside.activateWindow()
    aside.field.setFocus()

    def renew(_result: object) -> None:
        aside.field.hide()
        aside.field.setObjectName("")
        aside.field = QLineEdit()
        aside.field.setObjectName("aside.field")
        aside.body.addWidget(aside.field)

    aside.read_aside(lambda _session: 1, renew)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is aside.field)
