"""The editors of forms and grids. None of them changes its text while somebody types.

Vietnamese typing aids send plain letters, backspaces and replacements; any widget that rewrites
its text in between breaks the word. So: no inline completion, no input masks, no handlers of
``textEdited`` that set text. Values are read and put in order when the field is left.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QTextCharFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.domain.dates import PartialDate, parse
from thiduaqt.domain.text import fold
from thiduaqt.ui import tokens
from thiduaqt.ui.widgets.popups import open_popup

Choices = Sequence[str] | Sequence[tuple[str, str]]
_LIST_SIDES = 16  # frame of a drop list and a little air
_LONG_EDGE = 3  # frame and padding of a long field, as the style sheet has them
_FOLDED = Qt.ItemDataRole.UserRole + 1
_LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class LineEdit(QLineEdit):
    """One line of text."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class NumberEdit(LineEdit):
    """A number with decimal comma, at the right; read by ``forms.reading``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)


class DateEdit(LineEdit):
    """A date as people write it, to the day, month, quarter or year; Alt+↓ opens a calendar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("dd/mm/yyyy"))
        self._calendar: CalendarPopup | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() == Qt.Key.Key_Down:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def open_calendar(self) -> CalendarPopup:
        """Open the calendar at the date in the field."""
        popup = CalendarPopup(self)
        popup.picked.connect(self._take)
        try:
            popup.show_at(parse(self.text()), self.mapToGlobal(QPoint(0, self.height())))
        except ValueError:
            popup.show_at(PartialDate(), self.mapToGlobal(QPoint(0, self.height())))
        self._calendar = popup
        return popup

    def _take(self, text: str) -> None:
        self.setText(text)
        self.setFocus()


class CalendarPopup(QWidget):
    """A month to pick a day from; ``picked("05/03/2026")``."""

    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(QLocale(QLocale.Language.Vietnamese))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        weekday = QTextCharFormat()
        self.calendar.setWeekdayTextFormat(Qt.DayOfWeek.Saturday, weekday)
        today = QPushButton(self.tr("Hôm nay"))
        page = QVBoxLayout(self)
        page.setContentsMargins(4, 4, 4, 4)
        page.addWidget(self.calendar)
        page.addWidget(today)
        self.calendar.activated.connect(self._pick)
        self.calendar.clicked.connect(self._pick)
        today.clicked.connect(lambda: self._pick(QDate.currentDate()))

    def show_at(self, date: PartialDate, place: QPoint) -> None:
        """Show the popup with ``date`` chosen if it is exact."""
        if date.precision == "day":
            self.calendar.setSelectedDate(QDate.fromString(date.value, "yyyy-MM-dd"))
        open_popup(self, place)
        self.calendar.setFocus()

    def _pick(self, day: QDate) -> None:
        self.picked.emit(day.toString("dd/MM/yyyy"))
        self.close()


class LongEdit(QPlainTextEdit):
    """A text of several lines; Tab leaves the field."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None, *, lines: int = 3) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        around = 2 * (round(self.document().documentMargin()) + _LONG_EDGE)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + around)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class FoldingCompleter(QCompleter):
    """Proposes list entries that hold what was typed, with or without marks, as a popup only."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box)
        self.setModel(box.model())
        self.setCompletionRole(_FOLDED)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = self.popup()
        if popup is not None:
            popup.setProperty("kind", "popup")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter and Tab mean what they mean in the field while no proposal is marked."""
        popup = self.popup()
        if (
            watched is popup
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _LEAVING
            and not popup.currentIndex().isValid()
        ):
            popup.hide()
            field = self.widget()
            if field is not None:
                QApplication.sendEvent(field.parentWidget() or field, event.clone())
            return True
        return super().eventFilter(watched, event)

    def splitPath(self, path: str) -> list[str]:
        return [fold(path)]

    def pathFromIndex(self, index: object) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))  # type: ignore[attr-defined]


class ChoiceBox(QComboBox):
    """A list to choose from by typing a part of an entry, with or without marks.

    ``free``: the text may also be something that is not in the list.
    """

    left = Signal()

    def __init__(
        self, choices: Choices = (), parent: QWidget | None = None, *, free: bool = False
    ) -> None:
        super().__init__(parent)
        self.free = free
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumHeight(tokens.CONTROL)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setCompleter(FoldingCompleter(self))
        self.set_choices(choices)

    def set_choices(self, choices: Choices) -> None:
        """Offer ``choices``: texts, or pairs (value, text). The value stays if still there."""
        kept = self.value() if self.count() else None
        before = self.blockSignals(True)
        self.clear()
        for row, choice in enumerate(choices):
            value, text = (choice, choice) if isinstance(choice, str) else choice
            self.addItem(text, value)
            self.setItemData(row, fold(text), _FOLDED)
        self.set_value(kept)
        self.blockSignals(before)

    def value(self) -> str | None:
        """Return the value chosen; the typed text if ``free``; None if nothing fits."""
        row = self._row_of_text()
        if row >= 0:
            return str(self.itemData(row, Qt.ItemDataRole.UserRole))
        typed = self.currentText().strip()
        return typed if self.free and typed else None

    def set_value(self, value: str | None) -> None:
        """Choose ``value``, or nothing for None."""
        row = self.findData(value, Qt.ItemDataRole.UserRole) if value is not None else -1
        self.setCurrentIndex(row)
        if row < 0:
            self.setEditText(value if self.free and value else "")

    def settle(self) -> None:
        """Show the entry in full once the field has been left."""
        row = self._row_of_text()
        if row >= 0 and (row != self.currentIndex() or self.currentText() != self.itemText(row)):
            self.setCurrentIndex(row)
            self.setEditText(self.itemText(row))

    def _row_of_text(self) -> int:
        key = fold(self.currentText())
        if not key:
            return -1
        exact = self.findText(self.currentText(), Qt.MatchFlag.MatchExactly)
        if exact >= 0:
            return exact
        keys = [str(self.itemData(row, _FOLDED)) for row in range(self.count())]
        if key in keys:
            return keys.index(key)
        holding = [row for row, one in enumerate(keys) if key in one]
        return holding[0] if len(holding) == 1 and not self.free else -1

    def showPopup(self) -> None:
        widen_list(self)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        line = self.lineEdit()
        if self.hasFocus() or (line is not None and line.hasFocus()):
            super().wheelEvent(event)
        else:
            event.ignore()  # the page scrolls, the value stays

    def focusOutEvent(self, event: QFocusEvent) -> None:
        # The line inside hands its focus to the box, so leaving is seen here.
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()
            self.left.emit()


def pick_box(choices: Choices, name: str = "") -> QComboBox:
    """Return a plain drop list without typing, for the context bar and a few fixed options."""
    box = _PickBox()
    box.setObjectName(name)
    box.setMinimumHeight(tokens.CONTROL)
    fill_box(box, choices)
    return box


def fill_box(box: QComboBox, choices: Choices, current: str | None = None) -> None:
    """Fill ``box`` with texts or (value, text) pairs and choose ``current`` silently."""
    before = box.blockSignals(True)
    box.clear()
    for choice in choices:
        value, text = (choice, choice) if isinstance(choice, str) else choice
        box.addItem(text, value)
    if current is not None:
        box.setCurrentIndex(box.findData(current))
    box.blockSignals(before)


def widen_list(box: QComboBox) -> None:
    """Let the list of ``box`` be as wide as its longest entry: half a condition misleads."""
    view = box.view()
    words = view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width() + _LIST_SIDES
    screen = box.screen().availableGeometry().width()
    view.setMinimumWidth(max(0, min(words, screen - _LIST_SIDES)))


class _PickBox(QComboBox):
    def showPopup(self) -> None:
        widen_list(self)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
