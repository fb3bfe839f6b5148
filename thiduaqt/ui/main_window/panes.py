"""F6: from pane to pane, rail, bar, the screen's own panes, and round again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

if TYPE_CHECKING:
    from thiduaqt.ui.main_window.window import MainWindow


class Panes:
    """Knows the order of the panes and where the focus is."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def all(self) -> list[QWidget]:
        """Return the visible panes in reading order."""
        panes = [self._window.rail.main_part, self._window.context_bar.movements, *self._inside()]
        return [pane for pane in panes if pane.isVisible()]

    def _inside(self) -> list[QWidget]:
        """Return the visible panes of the screen, the screen itself where it names none."""
        screen = self._window.current_screen()
        if screen is None:
            return []
        return [pane for pane in screen.panes() if pane.isVisible()] or [screen]

    def go_in(self, key: str, **filters: object) -> None:
        """Show screen ``key`` and lead the keyboard into it: to where it was last, to its list."""
        self._window.rail.main_part.setFocus()  # else the pile of screens would choose a button
        screen = self._window.navigate(key, **filters)
        wanted = screen.focusWidget() or screen.entrance()
        if wanted is None or not wanted.isVisible() or not wanted.isEnabled():
            inside = self._inside()
            lists = [pane for pane in inside if _is_list(pane)]
            filled = [one for one in self._window.primary_buttons() if screen.isAncestorOf(one)]
            wanted = [*lists, *filled, *inside][0]
        _lead(wanted)

    def step(self, by: int) -> None:
        """Move the focus to the next (1) or previous (-1) pane."""
        panes = self.all()
        if not panes:
            return
        focus = QApplication.focusWidget()
        here = _pane_of(focus, panes)
        if here is None:
            # A button between two panes: on to the pane behind it, back to the one before.
            behind = self._behind(focus, panes)
            here = behind - 1 if by > 0 else behind
        _lead(panes[(here + by) % len(panes)])

    def _behind(self, focus: QWidget | None, panes: list[QWidget]) -> int:
        """Return the pane Tab reaches first from ``focus`` on, else the first of all."""
        screen = self._window.current_screen()
        if focus is None or screen is None or not screen.isAncestorOf(focus):
            return 0
        widget = focus.nextInFocusChain()
        while widget is not None and widget is not focus:
            found = _pane_of(widget, panes)
            if found is not None and widget.isVisible():
                return found
            widget = widget.nextInFocusChain()
        return 0


def _pane_of(widget: QWidget | None, panes: list[QWidget]) -> int | None:
    """Return which pane ``widget`` is in, None between panes."""
    for number, pane in enumerate(panes):
        if widget is not None and (pane is widget or pane.isAncestorOf(widget)):
            return number
    return None


def _is_list(pane: QWidget) -> bool:
    return isinstance(pane.focusProxy() or pane, QAbstractItemView)


def _lead(target: QWidget) -> None:
    """Give the keyboard to ``target``, or to the first widget inside it that takes it."""
    if target.focusPolicy() == Qt.FocusPolicy.NoFocus and target.focusProxy() is None:
        target = _first_inside(target) or target
    target.setFocus(Qt.FocusReason.TabFocusReason)


def _first_inside(pane: QWidget) -> QWidget | None:
    """Return the first widget inside ``pane`` that takes the focus with Tab."""
    widget = pane.nextInFocusChain()
    seen = 0
    while widget is not None and widget is not pane and seen < 2000:
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if pane.isAncestorOf(widget) and takes and widget.isVisible() and widget.isEnabled():
            return widget
        widget = widget.nextInFocusChain()
        seen += 1
    return None
