"""The windows behind :mod:`thiduaqt.ui.dialogs`; nobody else opens them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.press import PressButton

_GLYPHS = {
    "info": ("info-circle", tokens.INFO),
    "ok": ("circle-check", tokens.OK),
    "warn": ("alert-triangle", tokens.WARN),
    "error": ("circle-x", tokens.ERROR),
    "ask": ("help-circle", tokens.INFO),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """One line of a check-your-answers window; ``key`` given: the line can be mended."""

    label: str
    value: str
    key: str = ""
    link: str = "Sửa"


def _button(text: str, kind: str = "") -> QPushButton:
    button = PressButton(text)
    if kind:
        button.setProperty("kind", kind)
    button.setAutoDefault(kind == "primary")
    return button


class _Window(QDialog):
    """A dialog with the house margins and its buttons at the right, action first."""

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
        self.page = QVBoxLayout(self)
        self.page.setContentsMargins(20, 16, 20, 16)
        self.page.setSpacing(12)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the wrapped texts need at this width, no higher."""
        super().showEvent(event)
        width = max(self.minimumWidth(), self.sizeHint().width())
        if self.page.hasHeightForWidth():
            self.resize(width, self.page.totalHeightForWidth(width))

    def heading(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setFont(theme.text_font(tokens.TITLE_PT, strong=True))
        return label


class MessageWindow(_Window):
    """Title, text, one button per choice; :attr:`chosen` is the pressed one, -1 for Esc."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        buttons: Sequence[str],
        *,
        kind: str = "ask",
        danger: bool = False,
        details: str = "",
    ) -> None:
        super().__init__(parent, title)
        self.setObjectName("dialog.message")
        self.chosen = -1
        self._build(title, text, kind)
        if details:
            self._add_details(details)
        self._add_buttons(buttons, danger=danger)
        self.setMinimumWidth(theme.em(420))

    def _build(self, title: str, text: str, kind: str) -> None:
        glyph, colour = _GLYPHS[kind]
        head = QHBoxLayout()
        head.setSpacing(12)
        picture = QLabel()
        picture.setPixmap(icons.icon(glyph, colour).pixmap(28, 28))
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self.heading(title))
        for line in text.split("\n"):
            label = QLabel(line)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.addWidget(label)
        head.addLayout(words, 1)
        self.page.addLayout(head)

    def _add_details(self, details: str) -> None:
        unfold = _button(self.tr("Chi tiết kỹ thuật"), "flat")
        unfold.setCheckable(True)
        unfold.setIcon(icons.icon("chevron-right"))
        copy = _button(self.tr("Sao chép"), "link")
        text = QPlainTextEdit(details)
        text.setReadOnly(True)
        text.setMinimumHeight(140)
        text.setAccessibleName(self.tr("Chi tiết kỹ thuật"))
        row = QHBoxLayout()
        row.addWidget(unfold)
        row.addWidget(copy)
        row.addStretch()
        self.page.addLayout(row)
        self.page.addWidget(text)
        text.hide()
        copy.hide()

        unfold.setMinimumWidth(unfold.sizeHint().width() + 12)  # its text grows strong when open

        def fold(*, on: bool) -> None:
            text.setVisible(on)
            copy.setVisible(on)
            unfold.setIcon(icons.icon("chevron-down" if on else "chevron-right"))
            self.adjustSize()

        unfold.toggled.connect(lambda on: fold(on=on))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))

    def _add_buttons(self, buttons: Sequence[str], *, danger: bool) -> None:
        row = QHBoxLayout()
        row.addStretch()
        made: list[QPushButton] = []
        for number, text in enumerate(buttons):
            kind = "" if number else "danger" if danger else "primary"
            button = _button(text, kind if len(buttons) > 1 or not danger else "")
            button.clicked.connect(lambda _=False, n=number: self._choose(n))
            row.addWidget(button)
            made.append(button)
        self.page.addLayout(row)
        first = made[-1] if danger else made[0]  # with danger Enter and Space go to Hủy
        first.setDefault(True)
        first.setFocus()

    def _choose(self, number: int) -> None:
        self.chosen = number
        self.accept()


class TextWindow(_Window):
    """Asks for a text that must not be empty."""

    def __init__(
        self, parent: QWidget | None, title: str, text: str, action: str, *, value: str, long: bool
    ) -> None:
        super().__init__(parent, title)
        self.setObjectName("dialog.text")
        label = QLabel(text)
        label.setWordWrap(True)
        self._field: QPlainTextEdit | QLineEdit = (
            QPlainTextEdit(value) if long else QLineEdit(value)
        )
        self._field.setAccessibleName(text)
        label.setBuddy(self._field)
        self._go = _button(action, "primary")
        self._go.setDefault(True)
        stop = _button(self.tr("&Hủy"))
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._go)
        row.addWidget(stop)
        self.page.addWidget(self.heading(title))
        self.page.addWidget(label)
        self.page.addWidget(self._field)
        self.page.addLayout(row)
        self._field.textChanged.connect(self._look)
        self._go.clicked.connect(self.accept)
        stop.clicked.connect(self.reject)
        self.setMinimumWidth(theme.em(440))
        if isinstance(self._field, QPlainTextEdit):
            self._field.setTabChangesFocus(True)
            self._field.setFixedHeight(theme.em(84))
        self._look()
        self._field.setFocus()

    def text(self) -> str:
        """Return what was typed, trimmed."""
        field = self._field
        raw = field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
        return raw.strip()

    def _look(self) -> None:
        self._go.setEnabled(bool(self.text()))


class ReviewWindow(_Window):
    """What is about to happen, line by line, before it cannot be taken back."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        heading: str,
        rows: Sequence[AnswerRow],
        *,
        consequence: str,
        action: str,
    ) -> None:
        super().__init__(parent, title)
        self.setObjectName("dialog.review")
        self.to_edit = ""
        self.page.addWidget(self.heading(heading))
        self.page.addLayout(self._lines(rows))
        if consequence:
            self.page.addWidget(_consequence(consequence))
        go = _button(action, "primary")
        stop = _button(self.tr("&Hủy"))
        line = QHBoxLayout()
        line.addStretch()
        line.addWidget(go)
        line.addWidget(stop)
        self.page.addSpacing(4)
        self.page.addLayout(line)
        go.clicked.connect(self.accept)
        stop.clicked.connect(self.reject)
        go.setDefault(True)
        go.setFocus()
        self.setFixedWidth(theme.em(560))

    def _lines(self, rows: Sequence[AnswerRow]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for number, row in enumerate(rows):
            label = QLabel(row.label)
            label.setProperty("role", "second")
            value = QLabel(row.value)
            value.setWordWrap(True)
            grid.addWidget(label, number * 2, 0)
            grid.addWidget(value, number * 2, 1)
            if row.key:
                link = _button(row.link, "link")
                link.setAccessibleName(f"{row.link}: {row.label}")
                link.clicked.connect(lambda _=False, key=row.key: self._mend(key))
                grid.addWidget(link, number * 2, 2)
            rule = QFrame()
            rule.setProperty("kind", "rule")
            grid.addWidget(rule, number * 2 + 1, 0, 1, 3)
        return grid

    def _mend(self, key: str) -> None:
        self.to_edit = key
        self.reject()


def _consequence(text: str) -> QFrame:
    strip = QFrame()
    strip.setProperty("kind", "strip-info")
    row = QHBoxLayout(strip)
    row.setContentsMargins(12, 8, 12, 8)
    picture = QLabel()
    picture.setPixmap(icons.icon("lock", tokens.INFO).pixmap(16, 16))
    label = QLabel(text)
    label.setWordWrap(True)
    row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label, 1)
    return strip
