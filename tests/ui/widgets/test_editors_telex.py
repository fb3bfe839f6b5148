"""U01 to U03: Vietnamese words arrive whole in every editor; nothing rewrites them meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.tables.gridcase import a_grid
from tests.ui.telex import WORDS, buffer_after, send, telex
from thiduaqt.ui.dialogs.windows import TextWindow
from thiduaqt.ui.forms.fields import FieldSpec
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.main_window.palette import Palette
from thiduaqt.ui.tables.filter_menu import FilterMenu
from thiduaqt.ui.widgets.editors import ChoiceBox, DateEdit, LineEdit, LongEdit, NumberEdit

# Entries that begin like what is typed: an inline completion would break the words.
TEMPTING = ["Ban Chỉ huy Quân sự", "Bình Minh", "Nguyên", "Nguyễn Thị", "Đặng", "Dang", "Thôn 3"]


def _form(kind: str, **more: object) -> Callable[[], tuple[QWidget, QWidget]]:
    def make() -> tuple[QWidget, QWidget]:
        form = Form([FieldSpec(key="x", label="Ô", kind=kind, choices=TEMPTING, **more)])  # type: ignore[arg-type]
        return form, form.field("x")

    return make


def _alone(factory: Callable[[], QWidget]) -> Callable[[], tuple[QWidget, QWidget]]:
    def make() -> tuple[QWidget, QWidget]:
        widget = factory()
        return widget, widget

    return make


def _cell(column: int) -> Callable[[], tuple[QWidget, QWidget]]:
    def make() -> tuple[QWidget, QWidget]:
        grid = a_grid()
        index = grid.model.index(0, column)
        grid.view.go_to(index)
        grid.view.edit(index)
        editor = grid.view.cell_editor(index)
        assert editor is not None
        inner = editor.lineEdit() if isinstance(editor, QComboBox) else editor
        assert isinstance(inner, QLineEdit)
        inner.clear()
        return grid, editor

    return make


def _find() -> tuple[QWidget, QWidget]:
    grid = a_grid()
    field = grid.make_find_field()
    field.setParent(grid)
    field.show()
    return grid, field


def _palette() -> tuple[QWidget, QWidget]:
    window = QWidget()
    _KEPT.append(window)
    palette = Palette(window, list)
    return palette, palette.typing


def _filter() -> tuple[QWidget, QWidget]:
    from collections import Counter  # noqa: PLC0415

    menu = FilterMenu(Counter(TEMPTING), errors=0, chosen=None)
    return menu, menu.search


def _reason() -> tuple[QWidget, QWidget]:
    window = TextWindow(None, "Lý do", "Ghi lý do", "Ghi", value="", long=True)
    return window, window._field


def _line() -> tuple[QWidget, QWidget]:
    window = TextWindow(None, "Tên", "Ghi tên", "Ghi", value="", long=False)
    return window, window._field


EDITORS: dict[str, Callable[[], tuple[QWidget, QWidget]]] = {
    "line": _alone(LineEdit),
    "long": _alone(LongEdit),
    "choice": _alone(lambda: ChoiceBox(TEMPTING)),
    "free choice": _alone(lambda: ChoiceBox(TEMPTING, free=True)),
    "date": _alone(DateEdit),
    "number": _alone(NumberEdit),
    "form text": _form("text"),
    "form long": _form("long"),
    "form choice": _form("choice"),
    "form free choice": _form("choice", free=True),
    "grid text": _cell(1),
    "grid choice": _cell(4),
    "find in list": _find,
    "palette": _palette,
    "filter values": _filter,
    "reason": _reason,
    "one line": _line,
}


_KEPT: list[QWidget] = []


def text_of(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    assert isinstance(widget, QLineEdit)
    return widget.text()


@pytest.fixture(params=sorted(EDITORS))
def editor(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[QWidget]:
    window, widget = EDITORS[request.param]()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    widget.setFocus()
    QApplication.processEvents()
    yield widget
    _KEPT.clear()
    assert window is not None, "kept alive until the end of the test"


def test_thirty_words_arrive_whole(editor: QWidget) -> None:
    words = list(WORDS)
    for word in words:
        telex(editor, WORDS[word] + " ")
    assert text_of(editor) == " ".join(words) + " "


def test_nothing_is_rewritten_between_keys(editor: QWidget) -> None:
    keys = "nguye<ê<ễn va<ăn  d<đức"
    for count in range(1, len(keys) + 1):
        send(editor, keys[count - 1])
        QApplication.processEvents()
        assert text_of(editor) == buffer_after(keys[:count])


def test_completers_only_open_a_list(editor: QWidget) -> None:
    window = editor.window()
    completers = window.findChildren(QCompleter)
    for box in window.findChildren(QComboBox):
        if box.isEditable():
            assert box.insertPolicy() == QComboBox.InsertPolicy.NoInsert
            found = box.completer()
            assert found is not None
            completers.append(found)
    for completer in completers:
        assert completer.completionMode() != QCompleter.CompletionMode.InlineCompletion
    for line in window.findChildren(QLineEdit):
        assert line.inputMask() == ""


def test_the_simulation_finds_an_inline_completion(qtbot: QtBot) -> None:
    """The helper must be able to fail: Qt's own combo box breaks the word."""
    box = QComboBox()
    box.setEditable(True)
    box.addItems(["Ban Chỉ huy Quân sự"])
    qtbot.addWidget(box)
    box.show()
    box.setFocus()
    telex(box, "Ba<à")
    assert box.currentText() != "Bà"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("thon 3", "t3"),
        ("Thôn 3", "t3"),
        ("bm", None),
        ("binh", "bm"),
        ("thon", None),
        ("", None),
        ("khác", None),
    ],
)
def test_a_choice_reads_a_part_without_marks(typed: str, value: str | None, qtbot: QtBot) -> None:
    box = ChoiceBox([("t3", "Thôn 3"), ("t30", "Thôn 30"), ("bm", "Thôn Bình Minh")])
    qtbot.addWidget(box)
    box.setEditText(typed)
    assert box.value() == value
    box.settle()
    assert box.currentText() == ({"t3": "Thôn 3", "bm": "Thôn Bình Minh"}.get(value or "") or typed)


def test_a_free_choice_takes_any_text(qtbot: QtBot) -> None:
    box = ChoiceBox(["Thôn 3"], free=True)
    qtbot.addWidget(box)
    box.setEditText("Thôn mới")
    assert box.value() == "Thôn mới"
    box.set_choices(["Thôn 3", "Thôn 4"])
    assert box.currentText() == "Thôn mới", "other entries do not take the text away"


def test_the_list_proposes_without_marks(qtbot: QtBot) -> None:
    box = ChoiceBox(["Ban Chỉ huy", "Thôn Bình Minh", "Bình Định"])
    qtbot.addWidget(box)
    completer = box.completer()
    assert completer is not None
    for typed in ("BINH", "bình", "Bình"):
        completer.setCompletionPrefix(typed)
        assert completer.completionCount() == 2


def test_a_wheel_turn_over_an_idle_box_changes_nothing(qtbot: QtBot) -> None:
    from PySide6.QtCore import QPoint, QPointF, Qt  # noqa: PLC0415
    from PySide6.QtGui import QWheelEvent  # noqa: PLC0415

    box = ChoiceBox(["a", "b", "c"])
    box.set_value("b")
    other = LineEdit()
    qtbot.addWidget(box)
    qtbot.addWidget(other)
    box.show()
    other.show()
    other.activateWindow()
    other.setFocus()
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turn)
    assert box.value() == "b"


def test_the_calendar_puts_the_day_into_the_field(qtbot: QtBot) -> None:
    from PySide6.QtCore import QDate  # noqa: PLC0415

    field = DateEdit()
    qtbot.addWidget(field)
    field.setText("05/03/1990")
    field.show()
    popup = field.open_calendar()
    assert popup.calendar.selectedDate() == QDate(1990, 3, 5)
    popup._pick(QDate(2026, 11, 20))
    assert field.text() == "20/11/2026"
