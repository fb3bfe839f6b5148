"""What both tabs keep: names, mnemonics, targets, panes, and the smallest window."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.ui.screens.decisions.conftest import Stage, settle
from thiduaqt.services import register, sample
from thiduaqt.services.sample import Season
from thiduaqt.services.session import Session


@pytest.fixture(params=["decisions", "register"])
def tab(
    request: pytest.FixtureRequest, season: Season, open_stage: Callable[[Session], Stage]
) -> Stage:
    sample.decide(season)
    stage = open_stage(season.session)
    stage.screen.show_tab(request.param)
    if request.param == "register":
        stage.screen.register.go_to(register.listing(season.session)[1].id)
    settle()
    return stage


def visible(stage: Stage) -> list[QWidget]:
    return [one for one in stage.screen.findChildren(QWidget) if one.isVisible()]


def test_everything_that_takes_the_focus_has_a_name(tab: Stage) -> None:
    for one in visible(tab):
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled():
            interface = QAccessible.queryAccessibleInterface(one)
            named = interface.text(QAccessible.Text.Name) if interface is not None else ""
            assert named, (type(one).__name__, one.objectName())


def test_mnemonics_are_unique_and_leave_the_menus_theirs(tab: Stage) -> None:
    letters = [
        letter.lower()
        for one in visible(tab)
        if isinstance(one, QPushButton)
        for letter in re.findall(r"(?<!&)&([^&])", one.text())
    ]
    assert letters
    assert len(letters) == len(set(letters))
    assert not set(letters) & set("tsxhcgz")


def test_the_smallest_window_holds_it(tab: Stage) -> None:
    assert tab.window.size().toTuple() == (917, 462)
    hint = tab.screen.minimumSizeHint()
    assert hint.width() <= 917
    assert hint.height() <= 418  # 550 less menu, bars and the strip of sample data
    for one in tab.screen.header_buttons():
        if one.isVisible():
            assert one.width() >= one.sizeHint().width(), one.text()


def test_every_pane_is_reached(tab: Stage) -> None:
    panes = tab.screen.panes()
    assert len(panes) >= 4
    assert all(pane.isVisible() for pane in panes)


def test_tab_goes_round_without_a_trap(tab: Stage) -> None:
    tab.screen.tabs.button("decisions").setFocus()
    seen: list[QWidget] = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in seen:
            break
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    names = {one.objectName() for one in seen}
    wanted = {
        "decisions": {"decisions.list", "decisions.form.number", "decisions.grid.table"},
        "register": {"register.find", "register.facets", "register.grid.table"},
    }
    assert names >= wanted[tab.screen.tab()], names
