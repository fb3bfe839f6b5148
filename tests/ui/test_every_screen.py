"""What the whole window must keep on every screen: typing, words, keys, names, sizes (ux.md §7).

Looks into what other tests pass by: menus, table headings, lists of choices, tooltips, open cells,
and types Vietnamese into every field there is.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    Qt,
    QTranslator,
)
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QCompleter,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

from tests.builders import NOW, a_session
from tests.ui.telex import buffer_after, send
from thiduaqt.services import sample
from thiduaqt.services.session import open_session
from thiduaqt.ui import tokens
from thiduaqt.ui.hub import Hub
from thiduaqt.ui.main_window import FileCommands, MainWindow
from thiduaqt.ui.memory import Memory
from thiduaqt.ui.screen import Screen
from thiduaqt.ui.screens import SCREENS
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.tasks import InlineTasks

KEYS = [spec.key for spec in SCREENS]
STATES = ("empty", "checked", "decided")
SMALLEST = (1093, 550)
LEAST_TARGET = 24
TYPED = "Nguye<ê<ễn U<Ưo<ơ<<Ướ<ớc D<Đu<ưc<<ức"
I18N = Path(__file__).resolve().parents[2] / "i18n"
# English of user interfaces. Left out: what is also a Vietnamese syllable (in, no, to, can, may,
# do, an, me, the, so, song, long), names of keys, and Word, Excel, PDF.
ENGLISH = frozenset(re.findall(r"\w+", """
abort about accept action actions add all and apply are arrow ascending attach auto back backup
bad bold bottom browse button by cancel cell change check checkbox checked choose clear click
close code color column columns combo confirm contents context copy count create current cut
dashboard data database date dates debug default delete descending description deselect detail
details dialog disabled discard document done down draft drop edit editor empty enabled error
errors event exit export failed false field file files filter filters find finish first folder
font for format forward from full general go group header help hidden hide history icon ignore
import index info input insert invalid is item items key keys kind label language last left
level line list load loading lock locked login logout main manage member menu message missing
mode model month more move name new next none not number of off ok on open option options order
other overview page paste path pending person pick placeholder preview previous print printer
progress properties quit read ready record records redo refresh reload remove rename replace
report reset restore result results retry right role round row rows run sample save search
section select selected selection send session settings show size skip sort source start state
status step steps stop submit success switch tab table task tasks template test text time title
today toggle total true type undo unit units unknown unlock update upload user value values
version view warning width window with year yes your zoom
"""))  # fmt: skip
CHORD = re.compile(r"\b(?:Ctrl|Alt|Shift)\+\S+|\bF\d{1,2}\b|\b(?:Enter|Tab|Esc|Delete|Insert)\b")
# File names, formats and paths, and what an example in quotes or angle brackets shows.
NAMES = re.compile(r"https?://\S+|[\w./\\-]*[/\\][\w./\\-]*|\b[\w-]+\.\w{2,5}\b|\{[^}]*\}|<[^>]+>")


@dataclass
class Shown:
    """A screen in its window, at the smallest size."""

    window: MainWindow
    screen: Screen

    def all(self, kind: type[QWidget] = QWidget) -> list[QWidget]:
        """Return every visible widget of the window, the frame around the screen included."""
        return [one for one in self.window.findChildren(kind) if one.isVisible()]


def described(widget: object) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel | QLineEdit) else ""
    name = widget.objectName() if isinstance(widget, QWidget | QAction) else ""
    parent = widget.parent() if isinstance(widget, QWidget) else None
    return f"{type(widget).__name__} {name!r} {text!r} in {type(parent).__name__} {parent}"


@pytest.fixture(scope="module")
def vietnamese(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let Qt's own words be Vietnamese, as in the program."""
    made = tmp_path_factory.mktemp("qm") / "qtbase_vi.qm"
    suffix = ".exe" if sys.platform == "win32" else ""
    tool = Path(PySide6.__file__).parent / f"lrelease{suffix}"
    subprocess.run([tool, "-silent", I18N / "qtbase_vi.ts", "-qm", made], check=True)
    translator = QTranslator()
    assert translator.load(str(made))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def _data_file(folder: Path, state: str) -> Path:
    if state == "empty":
        session = a_session(folder)
        session.close()
        return session.path
    season = sample.start(folder / "mua.tdqdb")
    sample.enter_registers(season)
    sample.take_in(season, sample.write_lists(season, folder / "danh-sach"))
    sample.fill_dossiers(season)
    if state == "decided":
        sample.hold_council(season)
        sample.decide(season)
    season.session.close()
    return season.session.path


@pytest.fixture(scope="module", params=STATES)
def window(
    request: pytest.FixtureRequest,
    vietnamese: None,
    dressed: QApplication,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[MainWindow]:
    """Return the window with all screens over a new office, a checked list, a decided season."""
    folder = tmp_path_factory.mktemp(request.param)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("THIDUAQT_DATA", str(folder / "du-lieu"))
        path = _data_file(folder, request.param)
        hub = Hub()
        writer = open_session(path, clock=lambda: NOW)
        reader = open_session(path, read_only=True, clock=lambda: NOW)
        made = MainWindow(
            reader,
            InlineTasks(lambda: writer, hub),
            hub,
            memory=Memory(),
            specs=SCREENS,
            files=FileCommands(new_file=_nothing, open_file=_nothing, open_sample=_nothing),
        )
        made.resize(*SMALLEST)
        made.show()
        made.activateWindow()
        yield made
        made.close()
        made.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        reader.close()
        writer.close()


def _nothing() -> None:
    """Stand in for what only the application can do."""


@pytest.fixture(params=KEYS)
def shown(request: pytest.FixtureRequest, window: MainWindow) -> Shown:
    screen = window.navigate(request.param)
    window.resize(*SMALLEST)
    for _ in range(4):
        QApplication.processEvents()
    return Shown(window, screen)


# -- sizes ---------------------------------------------------------------------------------------


def test_the_window_can_be_as_small_as_the_smallest_screen(shown: Shown) -> None:
    """U09: measured on the content, since the window itself promises 800 by 500."""
    assert (shown.window.width(), shown.window.height()) == SMALLEST
    inner = shown.window.centralWidget().minimumSizeHint()
    menu = shown.window.menuBar().height()
    assert inner.width() <= SMALLEST[0]
    assert inner.height() + menu <= SMALLEST[1]
    hint = shown.screen.minimumSizeHint()
    assert hint.width() <= shown.window.stack.width()
    assert hint.height() <= shown.window.stack.height()


def test_only_tables_scroll_sideways(shown: Shown) -> None:
    """U09."""
    for area in shown.all(QScrollArea):
        assert isinstance(area, QAbstractScrollArea)
        bar = area.horizontalScrollBar()
        # The sheet preview is a picture that may be enlarged beyond its pane.
        if area.objectName().startswith(("certificates", "preview", "letterhead")):
            continue
        assert not (bar.isVisible() and bar.maximum() > 0), described(area)


def test_buttons_are_whole_and_large_enough(shown: Shown) -> None:
    """U39, and U09 for every button rather than the filled one."""
    for one in shown.all(QAbstractButton):
        if isinstance(one.parent(), QLineEdit | QTabBar | QTableView):
            continue  # a sign inside a field, the arrows of a tab bar, the corner of a table
        target = one
        if isinstance(one, QCheckBox) and not one.text():
            target = one.parentWidget()  # the words beside the box tick it as well
        assert min(target.width(), target.height()) >= LEAST_TARGET, (
            f"{described(one)}: {target.size()}"
        )
        if isinstance(one, QPushButton) and one.text():
            words = one.fontMetrics().horizontalAdvance(one.text().replace("&", ""))
            icon = 0 if one.icon().isNull() else one.iconSize().width() + 6
            assert one.width() >= words + icon, f"cut: {described(one)}"
    for field in chain(shown.all(QLineEdit), shown.all(QComboBox)):
        if not isinstance(field.parent(), QComboBox):
            assert field.height() >= LEAST_TARGET, described(field)


# -- names ---------------------------------------------------------------------------------------


def test_whoever_takes_the_focus_has_a_name(shown: Shown) -> None:
    """U34: rail, bars and status as well as the screen."""
    for one in shown.all():
        takes = one.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not takes or not one.isEnabled() or isinstance(one.parent(), QComboBox):
            continue
        interface = QAccessible.queryAccessibleInterface(one)
        assert interface is not None, described(one)
        assert interface.text(QAccessible.Text.Name).strip(), described(one)


def test_every_cell_says_something(shown: Shown) -> None:
    """U34: a cell shows text or tells it to those who listen."""
    display, spoken = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
    for view in shown.all(QAbstractItemView):
        model = view.model()  # type: ignore[attr-defined]
        if model is None or isinstance(view.window(), QMenu):
            continue
        for row in range(min(model.rowCount(), 5)):
            for column in range(columns_of(model)):
                index = model.index(row, column)
                if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
                    continue
                told = index.data(spoken)
                text = index.data(display) if told is None else told
                title = model.headerData(column, Qt.Orientation.Horizontal) or ""
                where = f"{described(view)}: {row}, {column} {title}"
                assert text is not None or index.data(Qt.ItemDataRole.CheckStateRole) is not None, (
                    where
                )


def columns_of(model: QAbstractItemModel) -> int:
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount()


# -- words ---------------------------------------------------------------------------------------


def words_of(shown: Shown) -> Iterator[tuple[str, str]]:
    """Yield every text the officer can meet, with where it stands."""
    for one in shown.window.findChildren(QWidget):
        where = described(one)
        for text in (one.toolTip(), one.accessibleName(), one.accessibleDescription()):
            yield where, text
        if isinstance(one, QAbstractButton | QLabel):
            yield where, one.text()
        elif isinstance(one, QLineEdit | QPlainTextEdit | QTextEdit):
            yield where, one.placeholderText()
        elif isinstance(one, QGroupBox | QMenu):
            yield where, one.title()
        elif isinstance(one, QComboBox):
            yield from ((where, one.itemText(number)) for number in range(one.count()))
        elif isinstance(one, QTabBar):
            yield from ((where, one.tabText(number)) for number in range(one.count()))
        elif isinstance(one, QTableView) and one.model() is not None:
            yield from ((where, title) for title in headings(one))
    for action in shown.window.findChildren(QAction):
        yield described(action), action.text()
        yield described(action), action.toolTip()
    yield "window", shown.window.windowTitle()


def headings(view: QTableView) -> Iterator[str]:
    model = view.model()
    for column in range(model.columnCount()):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")


def test_no_english_word_stands_anywhere(shown: Shown) -> None:
    """U33."""
    for where, text in words_of(shown):
        plain = NAMES.sub(" ", CHORD.sub(" ", text.replace("&", "")))
        found = ENGLISH & set(re.findall(r"[^\W\d_]+", plain.lower()))
        assert not found, f"{found} in {text!r} at {where}"


def test_years_have_four_digits_and_text_is_composed(shown: Shown) -> None:
    """U26, U27."""
    for where, text in words_of(shown):
        assert not re.search(r"(?<![\d/])\d{1,2}/\d{1,2}/\d{2}(?!\d)", text), (where, text)
        assert not re.search("[\u0300-\u036f\u200b\ufeff]", text), (where, text)


def keys_in(text: str) -> list[str]:
    return re.findall(r"(?<!&)&(?!&)(.?)", text.replace("&&", ""))


def test_keys_after_alt_can_be_typed_and_are_unique(shown: Shown) -> None:
    """U36: menu bar, buttons and labels share the window; each menu stands for itself."""
    taken: dict[str, str] = {}
    texts = [(menu.title(), "menu bar") for menu in _bar_menus(shown.window)]
    for one in shown.all():
        if isinstance(one, QAbstractButton) or (isinstance(one, QLabel) and one.buddy()):
            texts.append((one.text(), described(one)))
        elif isinstance(one, QTabBar):
            texts += [(one.tabText(number), described(one)) for number in range(one.count())]
    for text, where in texts:
        _take(text, where, taken)
    for menu in shown.window.findChildren(QMenu):
        own: dict[str, str] = {}
        for action in menu.actions():
            _take(action.text(), f"menu {menu.title()!r}", own)


def _bar_menus(window: MainWindow) -> list[QMenu]:
    found = [action.menu() for action in window.menuBar().actions()]
    return [menu for menu in found if isinstance(menu, QMenu)]


def _take(text: str, where: str, taken: dict[str, str]) -> None:
    for letter in keys_in(text):
        assert letter.isascii() and letter.isalnum(), f"{text!r} at {where}"  # noqa: PT018
        assert letter.lower() != "z", f"Alt+Z belongs to typing aids: {text!r} at {where}"
        assert letter.lower() not in taken, f"{text!r} at {where} and {taken[letter.lower()]!r}"
        taken[letter.lower()] = text


# -- typing --------------------------------------------------------------------------------------


def test_no_completion_writes_into_the_text(shown: Shown) -> None:
    """U02: popups only, and nothing typed becomes a new entry by itself."""
    for completer in shown.window.findChildren(QCompleter):
        assert completer.completionMode() != QCompleter.CompletionMode.InlineCompletion
    for box in shown.window.findChildren(QComboBox):
        if box.isEditable():
            assert box.insertPolicy() == QComboBox.InsertPolicy.NoInsert, described(box)
            mode = box.completer().completionMode()
            assert mode == QCompleter.CompletionMode.PopupCompletion, described(box)


def _editors(shown: Shown) -> list[QWidget]:
    """Return the fields of the screen somebody can type into now."""
    found = []
    for one in shown.screen.findChildren(QWidget):
        if not (one.isVisible() and one.isEnabled()):
            continue
        if isinstance(one, QLineEdit | QPlainTextEdit | QTextEdit) and not one.isReadOnly():
            found.append(one)
    return found


def _text(editor: QWidget) -> str:
    if isinstance(editor, QPlainTextEdit | QTextEdit):
        return editor.toPlainText()
    assert isinstance(editor, QLineEdit)
    return editor.text()


def _put(editor: QWidget, text: str) -> None:
    if isinstance(editor, QPlainTextEdit | QTextEdit):
        editor.setPlainText(text)
    else:
        assert isinstance(editor, QLineEdit)
        editor.setText(text)


def _type_and_compare(editor: QWidget, where: str) -> None:
    """Type as an aid does; after each key the field holds what a plain field would hold."""
    sent = ""
    for sign in TYPED:
        send(editor, sign)
        QApplication.processEvents()
        sent += sign
        assert _text(editor) == buffer_after(sent), f"after {sent!r} in {where}"


def test_vietnamese_arrives_whole_in_every_field(shown: Shown) -> None:
    """U01, U03."""
    for editor in _editors(shown):
        before = _text(editor)
        editor.setFocus()
        _put(editor, "")
        _type_and_compare(editor, described(editor))
        _put(editor, before)
        QApplication.processEvents()
    shown.window.rail.main_part.setFocus()
    QTest.qWait(tokens.DEBOUNCE + 50)  # what was typed to find or filter settles again


def test_vietnamese_arrives_whole_in_every_kind_of_cell(shown: Shown) -> None:
    """U01, U03: the first cell of each column that can be edited."""
    for grid in shown.all(Grid):
        assert isinstance(grid, Grid)
        model = grid.model
        for column in range(model.columnCount() if model.rowCount() else 0):
            rows = range(min(model.rowCount(), 8))
            indexes = [model.index(row, column) for row in rows]
            open_ones = [i for i in indexes if i.flags() & Qt.ItemFlag.ItemIsEditable]
            if not open_ones or grid.view.isColumnHidden(column):
                continue
            grid.view.go_to(open_ones[0])
            grid.view.edit(open_ones[0])
            editor = grid.view.cell_editor(open_ones[0])
            if editor is None:
                continue  # a column that opens something else than a text
            inner = editor.lineEdit() if isinstance(editor, QComboBox) else editor
            if isinstance(inner, QLineEdit | QPlainTextEdit):
                _put(inner, "")
                _type_and_compare(inner, f"{described(grid)} column {column}")
            QTest.keyClick(inner or editor, Qt.Key.Key_Escape)
            QApplication.processEvents()


def test_letters_never_jump_in_lists(shown: Shown) -> None:
    """A list that searches by letters eats what typing aids send (ux.md §4.8)."""
    for view in shown.all(QAbstractItemView):
        assert isinstance(view, QAbstractItemView)
        if view.focusPolicy() == Qt.FocusPolicy.NoFocus or view.model() is None:
            continue
        if view.model().rowCount() < 2:
            continue
        before = view.currentIndex()
        last = view.model().index(view.model().rowCount() - 1, 0).data()
        view.keyboardSearch(str(last or "")[:1])
        assert view.currentIndex() == before, described(view)


def test_nothing_of_other_licences_was_loaded_on_the_way(shown: Shown) -> None:
    """U59."""
    parts = ("Charts", "DataVisualization", "Graphs", "WebEngine", "Pdf", "Quick", "Qml")
    loaded = [name for name in sys.modules if name.startswith("PySide6.Qt")]
    assert not [name for name in loaded if any(part in name for part in parts)]
