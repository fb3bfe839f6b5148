"""What tests of the window share: the dress, named answers, a context on a real data file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.builders import NOW, a_session
from thiduaqt.services import setup
from thiduaqt.services.session import Session, open_session
from thiduaqt.ui import dialogs, theme
from thiduaqt.ui.dialogs import Answers
from thiduaqt.ui.hub import Hub
from thiduaqt.ui.memory import Memory
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.tasks import InlineTasks


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """Dress the one application as the program does, with the bundled font."""
    theme.apply(qapp, bundled_font=True)
    yield qapp
    # What lies on the clipboard at the very end would be freed after Qt is gone.
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def answers() -> Iterator[Answers]:
    """Forbid dialogs unless the test names the answer; every named answer must be used."""
    given = Answers()
    dialogs.use_answers(given)
    yield given
    dialogs.use_answers(None)
    assert not given.waiting, f"answers nobody asked for: {list(given.waiting)}"


@dataclass(slots=True)
class Calls:
    """What a screen asked the window to do."""

    navigated: list[tuple[str, dict[str, object]]] = field(default_factory=list)
    toasts: list[str] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)


@pytest.fixture
def calls() -> Calls:
    """Return the record of what screens asked the window to do."""
    return Calls()


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Session]:
    """Return a writing session on the invented commune Minh Họa, 20/11/2026."""
    session = a_session(tmp_path)
    yield session
    session.close()


def context_on(writer: Session, calls: Calls) -> ScreenContext:
    """Return a context whose tasks run at once; task errors go to ``calls.errors``."""
    hub = Hub()
    tasks = InlineTasks(lambda: writer, hub)
    tasks.failed_with.connect(calls.errors.append)
    reader = open_session(writer.path, read_only=True, clock=lambda: NOW)
    found = setup.movements(reader)
    movement_id = found[0].id if found else ""
    rounds = setup.rounds(reader, movement_id) if movement_id else ()
    yearly = [one for one in rounds if one.kind == "yearly"]
    return ScreenContext(
        session=reader,
        tasks=tasks,
        hub=hub,
        memory=Memory(),
        navigate=lambda key, **filters: calls.navigated.append((key, filters)),
        toast=lambda text, **_more: calls.toasts.append(text),
        refresh_badges=lambda: None,
        movement_id=movement_id,
        round_id=yearly[0].id if yearly else "",
    )


@pytest.fixture
def context(writer: Session, calls: Calls) -> Iterator[ScreenContext]:
    """Return what a screen gets from the window, over ``writer``."""
    made = context_on(writer, calls)
    yield made
    made.session.close()
    assert not calls.errors, f"tasks failed: {calls.errors}"
