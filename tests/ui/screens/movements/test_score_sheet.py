"""In phiếu chấm điểm: the sheet of the shown group is written where the officer says."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import the_movement
from tests.ui.conftest import Calls
from thiduaqt.services.session import Session
from thiduaqt.ui.dialogs import Answers
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.movements.criteria.tab import CriteriaTab


@pytest.fixture
def tab(context: ScreenContext, writer: Session, qtbot: QtBot) -> CriteriaTab:
    made = CriteriaTab(context)
    qtbot.addWidget(made)
    made.movement = the_movement(writer)
    made.show_movement(made.movement)
    made.show()
    QApplication.processEvents()
    return made


def test_the_sheet_of_the_shown_group(
    tab: CriteriaTab, answers: Answers, calls: Calls, tmp_path: Path
) -> None:
    assert tab.rules is not None
    second = tab.rules.groups[1]
    tab.groups.choose(second.code)
    QApplication.processEvents()
    path = tmp_path / "phieu.docx"
    answers.give(path)
    tab.sheet.trigger()
    texts = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
    assert f"Nhóm đối tượng: {second.name}" in texts
    assert "phieu.docx" in calls.toasts[-1]
    assert tab.sheet in tab.actions_for_menu()


def test_no_name_no_file(tab: CriteriaTab, answers: Answers, calls: Calls) -> None:
    answers.give(None)
    tab.sheet.trigger()
    assert calls.toasts == []
