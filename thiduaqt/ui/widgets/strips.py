"""Messages inside the page: strips, toast, error summary, empty state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.labels import section, text_label, title
from thiduaqt.ui.widgets.states import look_of

_LOW = 170  # an empty state lower than this does without its picture
Action = tuple[str, Callable[[], object]]


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say ``text``."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class MessageStrip(QFrame):
    """One line of news above what it is about: ``kind`` is info, ok, warn or error."""

    def __init__(self, kind: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 3, 4, 3)
        self._row.setSpacing(10)
        self._row.addWidget(self._picture)
        self._row.addWidget(self._text, 1)
        self._buttons: list[QPushButton] = []
        self.setMinimumHeight(36)
        self.hide()
        self._kind = kind

    def say(self, text: str, *actions: Action, kind: str = "") -> None:
        """Show ``text`` with its actions ``(text, function)``; an empty text hides the strip."""
        self._kind = kind or self._kind
        self.setProperty("kind", f"strip-{self._kind}")
        self.style().polish(self)
        look = look_of(self._kind)
        self._picture.setPixmap(icons.icon(look.icon, look.colour).pixmap(18, 18))
        self._text.setText(text)
        self.setAccessibleName(text)
        for old in self._buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = [button(words, do) for words, do in actions]
        for made in self._buttons:
            made.setMinimumHeight(tokens.CONTROL_SMALL)
            self._row.addWidget(made)
        self.setVisible(bool(text))
        if text:
            announce(self, text)

    def text(self) -> str:
        """Return what the strip says."""
        return self._text.text()


class Toast(QFrame):
    """A short message at the lower right that goes by itself and never takes the focus."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toast")
        self.setObjectName("toast")
        self._picture = QLabel()
        self._picture.setPixmap(icons.icon("circle-check", "#7FD1A0").pixmap(18, 18))
        self._text = QLabel()
        self._undo = button(
            self.tr("Hoàn tác"), self._on_undo, kind="toast-link", name="toast.undo"
        )
        self._undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 10, 5)
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addWidget(self._text)
        row.addWidget(self._undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def show_text(self, text: str, *, undo: bool = False) -> None:
        """Show ``text`` for ten seconds, with *Hoàn tác* if it can be taken back."""
        self._text.setText(text)
        self._undo.setVisible(undo)
        self.setMinimumHeight(40)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start(tokens.TOAST_TIME)
        announce(self, text)

    def text(self) -> str:
        """Return the text shown last."""
        return self._text.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        around = self.parentWidget()
        if around is not None:
            left = around.width() - self.width() - 16
            below = tokens.STATUS_BAR + tokens.FOOT + 16  # the buttons at the foot stay free
            self.move(max(8, left), around.height() - self.height() - below)

    def _on_undo(self) -> None:
        self.hide()
        self.undo_wanted.emit()


class EmptyState(QWidget):
    """What an empty list says: title, one sentence, one or two ways forward."""

    def __init__(
        self,
        heading: str,
        sentence: str,
        buttons: Sequence[QPushButton] = (),
        *,
        icon: str = "file-text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("empty")
        self._low = False
        self._heading = title(heading)
        self._sentence = text_label(sentence, "second")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._picture = QLabel()
        self._picture.setPixmap(icons.icon(icon, tokens.BORDER_INPUT).pixmap(44, 44))
        page = QVBoxLayout(self)
        page.setContentsMargins(36, 24, 36, 24)
        page.setSpacing(12)
        page.addStretch()
        page.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        page.addWidget(self._heading, 0, Qt.AlignmentFlag.AlignHCenter)
        page.addWidget(self._sentence)
        self._sentence.setVisible(bool(sentence))  # before it has its place it would be a window
        row = QHBoxLayout()
        row.addStretch()
        for one in buttons:
            row.addWidget(one)
        row.addStretch()
        page.addLayout(row)
        self._extra = QHBoxLayout()
        self._extra.setSpacing(24)
        page.addLayout(self._extra)
        page.addStretch()

    def heading(self) -> str:
        """Return the title."""
        return self._heading.text()

    def set_texts(self, heading: str, sentence: str) -> None:
        """Say something else."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little height, leave it to the words and the ways on."""
        super().resizeEvent(event)
        low = self.height() < _LOW
        page = self.layout()
        if page is not None and low != self._low:
            self._low = low
            self._picture.setVisible(not low)
            page.setContentsMargins(36, 6 if low else 24, 36, 6 if low else 24)
            page.setSpacing(6 if low else 12)

    def add_hint(self, icon: str, heading: str, sentence: str, link: Action | None = None) -> None:
        """Add one of the columns of further ways below the buttons."""
        if not self._extra.count():
            self._extra.setContentsMargins(0, 12, 0, 0)
        picture = QLabel()
        picture.setPixmap(icons.icon(icon, tokens.PRIMARY).pixmap(20, 20))
        words = QLabel(heading)
        words.setFont(theme.text_font(tokens.BODY_PT, strong=True))
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(words)
        column.addWidget(text_label(sentence, "second"))
        if link is not None:
            column.addWidget(button(link[0], link[1], kind="link"), 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        beside = QHBoxLayout()
        beside.setSpacing(10)
        beside.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        beside.addLayout(column, 1)
        self._extra.addLayout(beside, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(tokens.FROZEN_EDGE), 2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.setBrush(QColor(tokens.SURFACE_ALT))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def sizeHint(self) -> QSize:
        return QSize(800, 388)


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryLine:
    """One line of an error summary: where, who (the link), what is missing."""

    where: str
    who: str
    what: str
    jump: Callable[[], object]


class ErrorSummary(QFrame):
    """What keeps a step from being taken, above the grid; Esc or ✕ closes it (``closed``)."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("error.summary")
        self.setProperty("kind", "card-focus")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(0)
        self._body: list[QWidget] = []
        self.links: list[QPushButton] = []
        self.hide()

    def show_problems(
        self,
        heading: str,
        rest: str,
        lines: Sequence[SummaryLine],
        actions: Sequence[QPushButton] = (),
        onward: QPushButton | None = None,
    ) -> None:
        """Show the summary and take the focus; ``onward`` stands apart at the right."""
        for old in self._body:
            self._page.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.links = []
        self._body = [self._head(heading), self._lines(rest, lines), _foot(actions, onward)]
        for part in self._body:
            self._page.addWidget(part)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(rest)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, heading)

    def _head(self, heading: str) -> QFrame:
        head = QFrame()
        head.setProperty("kind", "error-head")
        head.setFixedHeight(40)
        row = QHBoxLayout(head)
        row.setContentsMargins(10, 0, 8, 0)
        row.setSpacing(10)
        picture = QLabel()
        picture.setPixmap(icons.icon("circle-x", tokens.ERROR).pixmap(20, 20))
        row.addWidget(picture)
        row.addWidget(section(heading), 1)
        row.addWidget(
            button("", self.close_summary, kind="flat", icon="x", tooltip=self.tr("Đóng"))
        )
        return head

    def _lines(self, rest: str, lines: Sequence[SummaryLine]) -> QWidget:
        inner = QWidget()
        inner.setProperty("bare", True)
        page = QVBoxLayout(inner)
        page.setContentsMargins(18, 6, 12, 2)
        page.setSpacing(0)
        page.addWidget(text_label(rest, "second"))
        for line in lines:
            page.addLayout(self._line(line))
        if len(lines) <= 6:
            return inner
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFixedHeight(6 * 28 + 34)
        return area

    def _line(self, line: SummaryLine) -> QHBoxLayout:
        row = QHBoxLayout()
        where = text_label(line.where, "second", wrap=False)
        where.setFixedWidth(theme.em(56))
        link = button(line.who, line.jump, kind="link")
        link.setAccessibleDescription(line.what)
        self.links.append(link)
        holder = QHBoxLayout()
        holder.addWidget(link)
        holder.addStretch()
        box = QWidget()
        box.setMinimumWidth(theme.em(210))
        box.setLayout(holder)
        holder.setContentsMargins(0, 0, 0, 0)
        row.addWidget(where)
        row.addWidget(box)
        row.addWidget(text_label(line.what), 1)
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_summary()
        else:
            super().keyPressEvent(event)

    def close_summary(self) -> None:
        """Take the summary away."""
        self.hide()
        self.closed.emit()


def _foot(actions: Sequence[QPushButton], onward: QPushButton | None) -> QWidget:
    foot = QWidget()
    row = QHBoxLayout(foot)
    row.setContentsMargins(18, 6, 14, 10)
    for one in actions:
        row.addWidget(one)
    row.addStretch()
    if onward is not None:
        row.addWidget(onward)
    return foot
