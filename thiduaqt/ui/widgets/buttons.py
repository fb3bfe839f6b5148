"""Buttons: plain, filled, flat, links, and rows of joined ones with counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QWidget

from thiduaqt.ui import icons, tokens
from thiduaqt.ui.press import PressButton

# How joined buttons are dressed: in full, without pictures, or picture and number only.
_WHOLE, _WORDS, _NUMBERS = range(3)
_ICON_COLOURS = {"primary": tokens.SURFACE, "danger": tokens.ERROR, "link": tokens.PRIMARY}


def button(
    text: str,
    clicked: Callable[[], object] | None = None,
    *,
    kind: str = "",
    icon: str = "",
    name: str = "",
    tooltip: str = "",
) -> QPushButton:
    """Return a push button; ``kind``: "" (outlined), primary, flat, link or danger.

    A button with an icon only must give ``tooltip``, which becomes its accessible name.
    """
    made = PressButton(text)
    made.setObjectName(name)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    if icon:
        made.setIcon(icons.icon(icon, _ICON_COLOURS.get(kind, tokens.TEXT_2)))
        made.setIconSize(QSize(tokens.ICON, tokens.ICON))
    if tooltip:
        made.setToolTip(tooltip)
    if not text:
        made.setAccessibleName(tooltip)
    if not text and icon:
        made.setFixedSize(tokens.CONTROL_SMALL, tokens.CONTROL_SMALL)
    if kind == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    if clicked is not None:
        made.clicked.connect(lambda _checked=False: clicked())
    return made


def action_button(action: QAction, *, kind: str = "", name: str = "") -> QPushButton:
    """Return a button that is one with ``action``: same text, icon, state and shortcut hint."""
    made = button(action.text(), action.trigger, kind=kind, name=name)

    def follow() -> None:
        made.setText(action.text())
        made.setEnabled(action.isEnabled())
        if made.parentWidget() is not None or not action.isVisible():
            made.setVisible(action.isVisible())  # alone it would open as a window of its own
        made.setIcon(action.icon())
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        made.setToolTip(f"{action.toolTip()} ({keys})" if keys else "")

    action.changed.connect(follow)
    follow()
    return made


def menu_button(text: str, menu: QMenu, *, icon: str = "", name: str = "") -> QPushButton:
    """Return a flat button that opens ``menu``."""
    made = button(text, kind="flat", icon=icon, name=name)
    made.setMenu(menu)
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One of a row of joined buttons; ``count`` is shown behind the text unless negative."""

    key: str
    text: str
    icon: str = ""
    colour: str = tokens.TEXT_2
    count: int = -1


class JoinedButtons(QWidget):
    """A row of joined buttons of which exactly one is chosen. ``chosen(key)`` follows a click."""

    chosen = Signal(str)

    def __init__(self, segments: Sequence[Segment] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._squeeze = 0
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QPushButton] = {}
        self._segments: tuple[Segment, ...] = ()
        self._group.buttonClicked.connect(self._clicked)
        self.set_segments(segments)

    def set_segments(self, segments: Sequence[Segment]) -> None:
        """Show ``segments``; the choice stays if its key is still there, else the first."""
        current = self.current()
        if [segment.key for segment in segments] == list(self._buttons):
            self._segments = tuple(segments)
            for segment in segments:
                _dress(self._buttons[segment.key], segment, squeeze=self._squeeze)
            self.updateGeometry()
            return
        self._clear()
        self._segments = tuple(segments)
        for number, segment in enumerate(segments):
            self._add(segment, first=number == 0, last=number == len(segments) - 1)
        self._row.addStretch(1)
        if segments:
            self.choose(current if current in self._buttons else segments[0].key)

    def minimumSizeHint(self) -> QSize:
        return QSize(sum(self._widths(_NUMBERS)), self.sizeHint().height())

    def sizeHint(self) -> QSize:
        heights = [one.sizeHint().height() for one in self._buttons.values()]
        return QSize(sum(self._widths(_WHOLE)), max(heights, default=tokens.CONTROL))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is short do without the pictures, then leave the words to the tooltips."""
        super().resizeEvent(event)
        fitting = (one for one in (_WHOLE, _WORDS) if sum(self._widths(one)) <= self.width())
        squeeze = next(fitting, _NUMBERS)
        if squeeze != self._squeeze:
            self._squeeze = squeeze
            for segment in self._segments:
                _dress(self._buttons[segment.key], segment, squeeze=squeeze)

    def _widths(self, squeeze: int) -> list[int]:
        probe = QPushButton()
        probe.setProperty("kind", "joined")
        probe.setIconSize(QSize(tokens.ICON, tokens.ICON))
        found: list[int] = []
        for segment in self._segments:
            _dress(probe, segment, squeeze=squeeze)
            found.append(probe.sizeHint().width())
        return found

    def current(self) -> str:
        """Return the key of the chosen button, "" where there is none."""
        checked = self._group.checkedButton()
        return next((key for key, one in self._buttons.items() if one is checked), "")

    def choose(self, key: str) -> None:
        """Choose ``key`` without sending ``chosen``."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def button(self, key: str) -> QPushButton:
        """Return the button of ``key``."""
        return self._buttons[key]

    def _clear(self) -> None:
        for one in self._buttons.values():
            self._group.removeButton(one)
            self._row.removeWidget(one)
            one.hide()  # it goes only later, and would stand there until then
            one.deleteLater()
        while self._row.count():
            self._row.takeAt(0)
        self._buttons = {}

    def _add(self, segment: Segment, *, first: bool, last: bool) -> None:
        kind = "joined-first" if first else "joined-last" if last else "joined"
        made = button(segment.text, kind=kind, name=f"segment.{segment.key}")
        made.setCheckable(True)
        made.setIconSize(QSize(tokens.ICON, tokens.ICON))
        _dress(made, segment, squeeze=self._squeeze)
        self._group.addButton(made)
        self._row.addWidget(made)
        self._buttons[segment.key] = made

    def _clicked(self, pressed: QPushButton) -> None:
        for key, one in self._buttons.items():
            if one is pressed:
                self.chosen.emit(key)


def _dress(made: QPushButton, segment: Segment, *, squeeze: int = _WHOLE) -> None:
    count = "" if segment.count < 0 else str(segment.count)
    whole = f"{segment.text}  {count}".strip()
    short = count if squeeze == _NUMBERS and segment.icon and count else whole
    made.setText(short)
    made.setAccessibleName(whole)
    made.setToolTip(segment.text if short != whole else "")
    pictured = segment.icon and squeeze != _WORDS
    made.setIcon(icons.icon(segment.icon, segment.colour) if pictured else QIcon())
