"""The list of tasks: one frame per task with icon, words, time and its one button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.services.task import Task
from thiduaqt.services.tasklist import Overview
from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.cards import Foldable
from thiduaqt.ui.widgets.labels import CutLabel, meta, rule, strong, text_label
from thiduaqt.ui.widgets.states import look_of

Go = Callable[[Task], object]
_ICON = 20
_GLYPH_WIDTH = 30
_BUTTON_WIDTH = 136
_DUE_WIDTH = 140
_NOW_HEIGHT, _LATER_HEIGHT, _HEAD_HEIGHT = 54, 40, 30


def _cut(text: str, *, points: int = tokens.BODY_PT, bold: bool = False, role: str = "") -> QLabel:
    label = CutLabel(text)
    label.setFont(theme.text_font(points, strong=bold))
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    if role:
        label.setProperty("role", role)
    return label


class _EnterClicks(QObject):
    """Lets Enter press a button, as Space does."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(watched, QPushButton)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            watched.click()
            return True
        return super().eventFilter(watched, event)


class TaskRow(QFrame):
    """One task. ``action`` is its button, None where there is nothing to do yet."""

    def __init__(self, task: Task, today: date, go: Go, *, filled: bool = False) -> None:
        super().__init__()
        self.setObjectName(f"home.task.{task.key}")
        self.task = task
        self.action: QPushButton | None = None
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 0, 12, 0)
        line.setSpacing(tokens.GAP)
        line.addWidget(_glyph(task, today))
        line.addLayout(self._words(), 1)
        line.addWidget(self._time(today))
        if task.button:
            kind = "primary" if filled else ""
            self.action = button(task.button, lambda: go(task), kind=kind)
            self.action.setObjectName(f"{self.objectName()}.go")
            self.action.setFixedWidth(max(theme.em(_BUTTON_WIDTH), self.action.sizeHint().width()))
            self.action.setAccessibleDescription(self.sentence(today))
            enter = _EnterClicks(self.action)
            self.action.installEventFilter(enter)
            line.addWidget(self.action)
        else:
            line.addSpacing(theme.em(_BUTTON_WIDTH) + tokens.GAP)
        self.setFixedHeight(self._height())

    def sentence(self, today: date) -> str:
        """Return the whole row in words, for those who listen to the screen."""
        task = self.task
        parts = (task.title, task.detail, task.waits_for, task.time_words(today), task.date_words())
        return ", ".join(part for part in parts if part)

    def _height(self) -> int:
        lines = 2 if self._two_lines() else 1
        needed = lines * self.fontMetrics().height() + 16
        return max(needed, _NOW_HEIGHT if lines == 2 else _LATER_HEIGHT)

    def _two_lines(self) -> bool:
        return self.task.now or (bool(self.task.button) and bool(self.task.detail))

    def _words(self) -> QVBoxLayout | QHBoxLayout:
        task = self.task
        if self._two_lines():
            column = QVBoxLayout()
            column.setSpacing(1)
            column.addStretch()
            column.addWidget(_cut(task.title, bold=task.now))
            if task.detail or task.waits_for:
                below = _cut(task.detail or task.waits_for, points=tokens.META_PT, role="second")
                column.addWidget(below)
            column.addStretch()
            return column
        line = QHBoxLayout()
        line.setSpacing(10)
        title = _cut(task.title)
        title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        line.addWidget(title, 3)
        why = _cut(task.waits_for or task.detail, points=tokens.META_PT, role="muted")
        line.addWidget(why, 1)
        return line

    def _time(self, today: date) -> QWidget:
        task = self.task
        holder = QWidget()
        holder.setFixedWidth(theme.em(_DUE_WIDTH))
        words, when = task.time_words(today), task.date_words()
        if task.due is not None:
            holder.setToolTip(task.due.source.text)
        if not self._two_lines():
            page = QVBoxLayout(holder)
            page.setContentsMargins(0, 0, 0, 0)
            late = task.due is not None and task.due.passed(today)
            shown = words if late or not when else when
            role = "error" if late and task.state != "done" else "second"
            page.addWidget(_cut(shown, points=tokens.META_PT, role=role))
            return holder
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(1)
        grid.setRowStretch(0, 1)
        head = strong(words)
        head.setProperty("role", _urgency(task, today))
        grid.addWidget(head, 1, 0)
        if when:
            grid.addWidget(_cut(when, points=tokens.META_PT, role="second"), 2, 0)
        grid.setRowStretch(3, 1)
        return holder


def _urgency(task: Task, today: date) -> str:
    if task.due is not None and task.due.passed(today):
        return "error"
    if task.due is None or task.due.days_left(today) is None:
        return "info" if task.state == "doing" else "second"
    return task.look if task.look in ("warn", "error") and task.now else "second"


def _glyph(task: Task, today: date) -> QLabel:
    late = task.open and task.due is not None and task.due.passed(today)
    state = "ok" if task.state == "done" else "warn" if late and task.look == "open" else task.look
    look = look_of(state)
    label = QLabel()
    label.setPixmap(icons.icon(look.icon, look.colour).pixmap(_ICON, _ICON))
    label.setFixedWidth(_GLYPH_WIDTH)
    return label


class TaskList(QFrame):
    """The card with the three groups: to do now, later, done."""

    def __init__(self, go: Go) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("home.tasks")
        self._go = go
        self.rows: list[TaskRow] = []
        self._area = QScrollArea()
        self._area.setObjectName("home.tasks.area")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QVBoxLayout(self)
        page.setContentsMargins(1, 1, 1, 1)
        page.addWidget(self._area)
        self._done_open = False
        self._shown: tuple[object, ...] = ()

    def show_overview(self, shown: Overview) -> None:
        """Show the tasks; the row whose button had the focus keeps it."""
        if self._shown == (shown.today, shown.tasks):
            return
        self._shown = (shown.today, shown.tasks)
        kept = next((row.task.key for row in self.rows if row.action and row.action.hasFocus()), "")
        place = self._area.verticalScrollBar().value()
        inner = QWidget()
        inner.setProperty("bare", True)
        page = QVBoxLayout(inner)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        self.rows = []
        count = translate("HomeScreen", "%n việc", None, len(shown.now))
        self._add_group(page, translate("HomeScreen", "Cần làm ngay"), shown.now, shown, count)
        self._add_group(page, translate("HomeScreen", "Sắp tới"), shown.later, shown)
        self._add_done(page, shown)
        page.addStretch()
        self._area.setWidget(inner)
        self._area.verticalScrollBar().setValue(place)
        for row in self.rows:
            if row.action is not None and row.task.key == kept:
                row.action.setFocus()

    def first_button(self) -> QPushButton | None:
        """Return the first button, where Tab starts."""
        return next((row.action for row in self.rows if row.action), None)

    def _add_group(
        self,
        page: QVBoxLayout,
        heading: str,
        tasks: Sequence[Task],
        shown: Overview,
        count: str = "",
    ) -> None:
        page.addWidget(_group_head(heading, count))
        if not tasks:
            page.addWidget(_nothing())
        for number, task in enumerate(tasks):
            filled = bool(count) and number == 0 and bool(task.button)
            self._add_row(page, task, shown.today, filled=filled)

    def _add_row(self, page: QVBoxLayout, task: Task, today: date, *, filled: bool = False) -> None:
        row = TaskRow(task, today, self._go, filled=filled)
        self.rows.append(row)
        page.addWidget(row)
        page.addWidget(rule())

    def _add_done(self, page: QVBoxLayout, shown: Overview) -> None:
        if not shown.done:
            return
        heading = translate("HomeScreen", "Đã xong ({n})").format(n=len(shown.done))
        fold = Foldable(heading, open_=self._done_open)
        fold.toggle.setObjectName("home.done")
        fold.body.setContentsMargins(0, 0, 0, 0)
        fold.body.setSpacing(0)
        fold.folded.connect(self._keep_done)
        for task in shown.done:
            self._add_row(fold.body, task, shown.today)
        page.addWidget(fold)

    def _keep_done(self, folded: bool) -> None:
        self._done_open = not folded


def _group_head(heading: str, count: str) -> QFrame:
    head = QFrame()
    head.setProperty("kind", "card-head")
    head.setMinimumHeight(_HEAD_HEIGHT)
    line = QHBoxLayout(head)
    line.setContentsMargins(12, 0, 12, 0)
    line.addWidget(strong(heading))
    line.addWidget(meta(count))
    line.addStretch()
    return head


def _nothing() -> QWidget:
    label = text_label(translate("HomeScreen", "Không có việc nào."), "second")
    label.setContentsMargins(12, 8, 12, 8)
    return label
