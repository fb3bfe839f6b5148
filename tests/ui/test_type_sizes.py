"""Every screen in every *Cỡ chữ*: it fits the screen it is meant for and no word is cut (U41)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QTableView,
    QWidget,
)

from tests.builders import NOW
from thiduaqt.services import sample
from thiduaqt.services.session import open_session
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.hub import Hub
from thiduaqt.ui.main_window import FileCommands, MainWindow
from thiduaqt.ui.memory import Memory
from thiduaqt.ui.screen import Screen
from thiduaqt.ui.screens import SCREENS
from thiduaqt.ui.screens.decisions.tiles import Elided
from thiduaqt.ui.screens.settings.look import POINTS
from thiduaqt.ui.tasks import InlineTasks
from thiduaqt.ui.widgets.labels import CutLabel

LARGE = 14
ROOM = dict.fromkeys(POINTS, (1093, 550)) | {LARGE: (1366, 768)}


@pytest.fixture(scope="module")
def data_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data file of a season whose decision is still a draft."""
    folder = tmp_path_factory.mktemp("mua")
    season = sample.start(folder / "mua.tdqdb")
    sample.enter_registers(season)
    sample.take_in(season, sample.write_lists(season, folder / "danh-sach"))
    sample.fill_dossiers(season)
    sample.hold_council(season)
    season.session.close()
    return season.session.path


@pytest.fixture(scope="module", params=POINTS)
def window(
    request: pytest.FixtureRequest, dressed: QApplication, data_file: Path
) -> Iterator[MainWindow]:
    """Return the window in one size of letters, in the smallest room meant for it."""
    usual = dressed.font()
    dressed.setFont(theme.ui_font(request.param, bundled=True))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("THIDUAQT_DATA", str(data_file.parent / "du-lieu"))
        hub = Hub()
        writer = open_session(data_file, clock=lambda: NOW)
        reader = open_session(data_file, read_only=True, clock=lambda: NOW)
        made = MainWindow(
            reader,
            InlineTasks(lambda: writer, hub),
            hub,
            memory=Memory(),
            specs=SCREENS,
            files=FileCommands(new_file=_nothing, open_file=_nothing, open_sample=_nothing),
        )
        made.resize(*ROOM[request.param])
        made.show()
        yield made
        made.close()
        made.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        reader.close()
        writer.close()
    dressed.setFont(usual)


def _nothing() -> None:
    """Stand in for what only the application can do."""


@pytest.fixture(params=[spec.key for spec in SCREENS])
def screen(request: pytest.FixtureRequest, window: MainWindow) -> Screen:
    shown = window.navigate(request.param)
    room = ROOM[QApplication.font().pointSize()]
    window.resize(*room)
    for _ in range(4):
        QApplication.processEvents()
    assert (window.width(), window.height()) == room
    return shown


def visible(window: MainWindow, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in window.findChildren(kind) if one.isVisible()]


def test_a_screen_fits_beside_the_rail(screen: Screen, window: MainWindow) -> None:
    hint = screen.minimumSizeHint()
    assert hint.width() <= window.stack.width()
    assert hint.height() <= window.stack.height()


def test_no_button_is_cut(screen: Screen, window: MainWindow) -> None:
    for one in visible(window, QAbstractButton):
        if isinstance(one.parent(), QLineEdit | QTabBar | QTableView):
            continue
        assert isinstance(one, QAbstractButton)
        if isinstance(one, QPushButton) and one.text():
            words = one.fontMetrics().horizontalAdvance(one.text().replace("&", ""))
            icon = 0 if one.icon().isNull() else one.iconSize().width() + 6
            assert one.width() >= words + icon, one.text()
            assert one.height() >= one.fontMetrics().height() + 4, one.text()


def test_no_label_is_cut(screen: Screen, window: MainWindow) -> None:
    for one in visible(window, QLabel):
        assert isinstance(one, QLabel)
        if not one.text() or isinstance(one, CutLabel | Elided) or one.visibleRegion().isEmpty():
            continue  # what is made to end in "…" says the whole in its tooltip
        height = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
        assert one.height() >= height, f"low: {one.text()}"
        if not one.wordWrap():
            assert one.width() >= one.sizeHint().width(), f"narrow: {one.text()}"


def test_marks_above_and_below_letters_have_room(screen: Screen, window: MainWindow) -> None:
    for one in (*visible(window, QLineEdit), *visible(window, QComboBox)):
        if not isinstance(one.parent(), QComboBox):
            assert one.height() >= one.fontMetrics().height() + 4, one.objectName()
    for table in visible(window, QTableView):
        assert isinstance(table, QTableView)
        needed = table.fontMetrics().height() + 4
        rows = table.verticalHeader()
        assert rows.count() == 0 or rows.sectionSize(0) >= needed, table.objectName()


def test_headings_of_columns_in_sight_are_whole(screen: Screen, window: MainWindow) -> None:
    for table in visible(window, QTableView):
        assert isinstance(table, QTableView)
        heading = table.horizontalHeader()
        metrics = QFontMetrics(theme.text_font(tokens.BODY_PT, strong=True))
        for number in range(heading.count()):
            if heading.isSectionHidden(number):
                continue
            text = table.model().headerData(number, Qt.Orientation.Horizontal)
            needed = metrics.horizontalAdvance(str(text or ""))
            assert heading.sectionSize(number) >= needed, text


def test_the_rail_keeps_its_titles_in_the_usual_sizes(screen: Screen, window: MainWindow) -> None:
    if QApplication.font().pointSize() <= tokens.BODY_PT:
        assert window.rail.width() > tokens.RAIL_COLLAPSED
