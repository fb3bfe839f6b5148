"""What holds for every test: no display, no traces outside its own folder, our own fonts."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parent.parent
GUI_FOLDERS = (ROOT / "tests" / "ui", ROOT / "tests" / "journeys")

# A busy machine is slow, not wrong: only the test's own timeout ends it.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--onscreen``: watch the windows instead of drawing them nowhere."""
    parser.addoption("--onscreen", action="store_true", help="show the windows while testing")


def pytest_configure(config: pytest.Config) -> None:
    """Choose the platform before anything imports Qt."""
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests of the window by where they lie."""
    for item in items:
        if any(folder in item.path.parents for folder in GUI_FOLDERS):
            item.add_marker(pytest.mark.gui)


@pytest.fixture(scope="session", autouse=True)
def one_application(request: pytest.FixtureRequest) -> None:
    """Start with the application of the window when any test of the window is to follow.

    Printing without a window makes a smaller application of its own if there is none, and a
    process can never have two: whichever test came first would decide for all others.
    """
    if any(item.get_closest_marker("gui") for item in request.session.items):
        request.getfixturevalue("qapp")


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a data folder of its own; the officer's files are never touched."""
    folder = tmp_path / "du-lieu"
    monkeypatch.setenv("THIDUAQT_DATA", str(folder))
    return folder


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """Return pytest-qt's application with the bundled fonts: the same widths on every machine."""
    from PySide6.QtGui import QFont, QFontDatabase  # noqa: PLC0415 - tests without Qt use us too

    QFontDatabase.families()  # the system's faces are listed first, so that ours win
    for file in sorted((ROOT / "resources" / "fonts").glob("*.ttf")):
        assert QFontDatabase.addApplicationFont(str(file)) >= 0, f"{file.name} is not a font"
    qapp.setFont(QFont("Liberation Sans", 10))
    return qapp
