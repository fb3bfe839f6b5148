"""Xét duyệt: the four steps, a row that does not add up, a tie, a lock refused, a lock."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.council_season import INDIVIDUAL
from tests.shots import seasons
from tests.shots.camera import Stage, answering, settle
from tests.shots.studio import Studio, scene
from thiduaqt.services import council as sittings
from thiduaqt.services import dossiers
from thiduaqt.ui.screens.council.screen import LIST, MEMBERS, MINUTES, VOTES, CouncilScreen

_WHY = "Năm đầu của phong trào, nhiều gương tiêu biểu"


def _screen(on: Stage, step: int | None = None) -> CouncilScreen:
    screen = cast("CouncilScreen", on.go("council"))
    if step is not None:
        screen.go_to_step(step)
        settle()
    return screen


def press(on: Stage, name: str) -> None:
    """Press the button of that name."""
    found = on.window.findChild(QPushButton, name)
    assert found is not None, name
    found.click()
    settle()


@scene
def council(studio: Studio) -> None:
    """Before, at the beginning, and through the four steps."""
    with studio.open(seasons.waiting_for_council, seasons.MEETING) as on:
        _screen(on)
        on.take("council-no-session")
        screen = _screen(on)
        screen.open_session()
        settle()
        on.take("council-1-no-members")
    with studio.open(seasons.meeting, seasons.MEETING) as on:
        _screen(on, MEMBERS)
        on.take("council-1-members")
        _screen(on, LIST)
        on.take("council-2-list")
        screen = _screen(on, VOTES)
        on.take("council-3-not-counted")
        press(on, "council.by_paper")
        for _ in range(5):
            on.key(Qt.Key.Key_1)
        on.key(Qt.Key.Key_2)
        on.take("council-3-by-paper")
        screen.votes.pad.given_up.emit()
        _screen(on, MINUTES)
        on.take("council-4-not-locked")


@scene
def council_gate(studio: Studio) -> None:
    """Step 2 with dossiers that may not go."""
    with studio.open(seasons.checked, seasons.MEETING) as on:
        screen = _screen(on)
        screen.open_session()
        screen.go_to_step(LIST)
        settle()
        on.take("council-2-waiting")
        screen.list.send_these([row.id for row in screen.list.grid.rows()])
        settle()
        on.take("council-2-gate")
        screen.list.send_ready()
        settle()
        on.take("council-2-sent")
    with studio.open(seasons.waiting_for_council, seasons.MEETING) as on:
        on.tasks.run(lambda s: dossiers.mark(s, ["n4", "n6"], "law", "unmet"))
        screen = _screen(on)
        screen.open_session()
        screen.go_to_step(LIST)
        screen.list.send_these([row.id for row in screen.list.grid.rows()])
        settle()
        on.take("council-2-gate-short")


@scene
def council_votes(studio: Studio) -> None:
    """Step 3: the drawn picture, the lock refused, checked once more, locked."""
    with studio.open(seasons.counted, seasons.MEETING) as on:
        screen = _screen(on, VOTES)
        screen.votes.go_to(screen.desk.state.rows[-1].id)  # type: ignore[union-attr]
        settle()
        on.take("council-3-faults")
        screen.locking.lock()
        settle()
        on.take("council-3-lock-refused")
        sitting = screen.desk.sitting_id
        row = next(one for one in screen.desk.state.rows if "Dũng" in one.name)  # type: ignore[union-attr]
        on.tasks.run(lambda s: sittings.enter_many(s, sitting, {row.id: (6, 2, 0)}))
        settle()
        screen = _screen(on, VOTES)
        on.key(Qt.Key.Key_Escape)
        screen.votes.begin_typing()
        settle()
        on.take("council-3-over-quota")
        if not screen.votes.panel.isVisible():
            screen.votes.toggle_panel()
            settle()
        on.take("council-3-panel")
        on.take_dialog("council-reason", screen.votes.panel.ask_reason)
        press(on, "council.own")
        on.take("council-3-own-choice")
        on.tasks.run(lambda s: sittings.choose_highest(s, sitting, INDIVIDUAL))
        settle()
        on.take("council-3-ready")
        on.take_dialog("council-lock-card", screen.locking.lock)
        with answering(True):
            screen.locking.lock()
        settle()
        on.take("council-4-locked")
        on.window.toast.hide()
        _screen(on, VOTES)
        on.take("council-3-locked")
        _screen(on, MEMBERS)
        on.take("council-1-locked")
        folder = studio.archive.folder("bien-ban")
        _screen(on, MINUTES)
        with answering(str(folder)):
            press(on, "council.make_minutes")
        on.take("council-4-made")
