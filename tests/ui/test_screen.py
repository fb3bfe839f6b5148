"""The common frame of screens: stores what is being typed, reloads when it should."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.tables.gridcase import Heard, Person, a_grid
from tests.ui.telex import telex
from thiduaqt.domain.changes import Changes
from thiduaqt.ui.forms.fields import FieldSpec
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.screen import Screen, ScreenContext
from thiduaqt.ui.tables.grid import Grid
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
