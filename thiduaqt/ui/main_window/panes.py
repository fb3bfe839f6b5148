"""F6: from pane to pane, rail, bar, the screen's own panes, and round again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from thiduaqt.ui.main_window.window import MainWindow


class Panes:
    """Knows the order of the panes and where the focus is."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def all(self) -> list[QWidget]:
        """Return the visible panes in reading order."""
        screen = self._window.current_screen()
        inside = list(screen.panes()) if screen is not None else []
        if screen is not None and not inside:
            inside = [screen]
        panes = [self._window.rail.main_part, self._window.context_bar.movements, *inside]
        return [pane for pane in panes if pane.isVisible()]

    def step(self, by: int) -> None:
        """Move the focus to the next (1) or previous (-1) pane."""
        panes = self.all()
        if not panes:
            return
        target = panes[(self._current(panes) + by) % len(panes)]
        reason = Qt.FocusReason.TabFocusReason
        if target.focusPolicy() == Qt.FocusPolicy.NoFocus and target.focusProxy() is None:
            first = _first_inside(target)
            target = first or target
        target.setFocus(reason)

    def _current(self, panes: list[QWidget]) -> int:
        focus = QApplication.focusWidget()
        for number, pane in enumerate(panes):
            if focus is not None and (pane is focus or pane.isAncestorOf(focus)):
                return number
        return -1


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
