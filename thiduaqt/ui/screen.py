"""What every screen is: its place in the rail, what it is given, and its common frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.domain.changes import Changes
from thiduaqt.ui import tokens
from thiduaqt.ui.hub import Hub
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.memory import Memory
from thiduaqt.ui.tasks import Job, Tasks
from thiduaqt.ui.widgets.labels import meta, title

if TYPE_CHECKING:
    from thiduaqt.services.session import Session

T = TypeVar("T")


@dataclass(slots=True, kw_only=True)
class ScreenContext:
    """What the window gives to every screen.

    ``session`` only reads (the data file refuses writes through it) and lives on the main
    thread; everything that writes goes through ``tasks``. ``movement_id`` and ``round_id`` follow
    the context bar; the hub says when they change.
    """

    session: Session
    tasks: Tasks
    hub: Hub
    memory: Memory
    navigate: Callable[..., None]
    """``navigate("nominations", state="error")`` opens a screen and hands it the filter."""
    toast: Callable[..., None]
    """``toast("Đã nhập 40 hồ sơ.", undo=True)`` shows a short message."""
    refresh_badges: Callable[[], None]
    movement_id: str = ""
    round_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenSpec:
    """One line of the rail. ``title`` is a Vietnamese source string of context "screens".

    ``badge(session, round_id)`` counts the things to be mended there. ``low`` puts the line at the
    lower end of the rail. ``shortcut`` defaults to Ctrl+its number. A screen ``under`` another has
    no line of its own: it is opened from there, and the line of that screen stays marked.
    """

    key: str
    title: str
    icon: str
    factory: Callable[[ScreenContext], Screen]
    shortcut: str = ""
    low: bool = False
    under: str = ""
    badge: Callable[[Session, str], int] | None = None


class Screen(QWidget):
    """A screen: header with title and buttons, ``body``, and a foot strip if wanted.

    Override :meth:`reload` (read through ``self.context.session`` and show) and name in
    :attr:`families` the record families after whose change it has to run again. It runs when the
    screen is first shown, after such changes and after another choice in the context bar; for a
    hidden screen it waits until it is shown.
    """

    families: frozenset[str] = frozenset()

    def __init__(self, context: ScreenContext, heading: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.context = context
        self._stale = True
        self._due = False
        self._reading = self._reading_shown = 0
        self._veil: QWidget | None = None
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(tokens.PAGE_SIDE, 0, tokens.PAGE_SIDE, tokens.GAP)
        self._page.setSpacing(0)
        self._build_header(heading)
        self.body = QVBoxLayout()
        self.body.setSpacing(tokens.GAP)
        self._page.addLayout(self.body, 1)
        context.hub.changed.connect(self._on_changed)
        context.hub.context_changed.connect(self.reload_soon)

    def _build_header(self, heading: str) -> None:
        self.header = QHBoxLayout()
        self.header.setSpacing(tokens.GAP)
        self.title = title(heading)
        self.subtitle = meta("")
        self.header.addWidget(self.title)
        self.header.addWidget(self.subtitle)
        self.header.addStretch()
        holder = QWidget()
        holder.setMinimumHeight(tokens.SCREEN_HEADER)
        self.header.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(self.header)
        self._page.addWidget(holder)

    def reload(self) -> None:
        """Read anew and show. Called on the main thread, must be quick (one or two listings).

        What takes longer goes through :meth:`read_aside`.
        """

    def open_with(self, **_filters: object) -> None:
        """Follow a jump from another screen; the filters are those given to ``navigate``."""

    def place(self) -> dict[str, object]:
        """Return the filters for :meth:`open_with` that lead back to what is shown."""
        return {}

    def unfinished(self) -> bool:
        """Tell whether something is under way here that a screen made anew would not know."""
        return False

    def actions_for_menu(self) -> Sequence[QAction]:
        """Return the row actions for the menu *Hồ sơ* and the palette."""
        return ()

    def find_field(self) -> QLineEdit | None:
        """Return the field that Ctrl+F goes to."""
        return None

    def panes(self) -> Sequence[QWidget]:
        """Return what F6 goes through inside this screen, in reading order."""
        return ()

    def entrance(self) -> QWidget | None:
        """Return what gets the keyboard on the first visit; None: the list, else the first pane."""
        return None

    def detail_panel(self) -> QWidget | None:
        """Return the panel that F4 shows and hides."""
        return None

    def toggle_detail(self) -> None:
        """Show or hide the panel (F4)."""
        panel = self.detail_panel()
        if panel is not None:
            panel.setVisible(panel.isHidden())

    def commit_open_editor(self) -> None:
        """Store what is being typed (Ctrl+S, and before the window closes)."""
        focus = self.focusWidget()
        if focus is None or not focus.hasFocus():
            return
        around = focus.parentWidget()
        focus.clearFocus()
        if focus.isVisible():
            focus.setFocus()
        elif around is not None:  # the editor of a cell has closed; its table goes on
            view = around.parentWidget()
            (view or around).setFocus()

    def add_to_header(self, *parts: QWidget) -> None:
        """Add fields and buttons at the right of the header; the filled button comes last."""
        for part in parts:
            self.header.addWidget(part)

    def header_buttons(self) -> list[QPushButton]:
        """Return the buttons in the header."""
        found = [self.header.itemAt(place) for place in range(self.header.count())]
        widgets = [item.widget() for item in found if item is not None]
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    def reload_soon(self) -> None:
        """Reload once control is back in the event loop, or when next shown."""
        self._stale = True
        if self.isVisible() and not self._due:
            self._due = True
            QTimer.singleShot(0, self, self._reload_now)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale and not self._due:
            self._reload_now()

    def _reload_now(self) -> None:
        self._due = False
        self._stale = False
        self._keeping_focus(self.reload)

    def read_aside(self, read: Callable[[Session], T], show: Callable[[T], None]) -> None:
        """Read on the writer's thread, then show on the main thread, for :meth:`reload`.

        The result must not read any more. A later reading wins: an earlier one that has not begun
        is left out, and one that comes late is not shown. While long work keeps the writer busy
        the reading is done here and now, so that no screen stays empty until an import ends.
        """
        self._reading += 1
        turn = self._reading
        if self.context.tasks.long_job() is not None:
            self._show_read(turn, read(self.context.session), show)
            return

        def look(session: Session, job: Job) -> list[T]:
            return [] if turn != self._reading or job.cancelled.is_set() else [read(session)]

        def done(found: list[T]) -> None:
            if found:
                self._keeping_focus(lambda: self._show_read(turn, found[0], show))

        def failed(_error: Exception) -> bool:
            self._unveil()
            return False

        label = translate("Screen", "Đọc danh sách")
        if not self._reading_shown:
            self._cover()
        self.context.tasks.run_long(look, done=done, failed=failed, label=label, owner=self)

    def _cover(self) -> None:
        """Hide what would say that there is nothing, until it is known what there is."""
        if self._veil is None:
            self._veil = QWidget(self)
            self._veil.setAutoFillBackground(True)
            self._veil.setGeometry(self.rect())
            self._veil.show()

    def _unveil(self) -> None:
        if self._veil is not None:
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._veil is not None:
            self._veil.setGeometry(self.rect())

    def _show_read(self, turn: int, result: T, show: Callable[[T], None]) -> None:
        self._unveil()
        if turn > self._reading_shown:
            self._reading_shown = turn
            show(result)

    def _keeping_focus(self, show: Callable[[], None]) -> None:
        focus = self.focusWidget()
        held = focus if focus is not None and focus.hasFocus() else None
        name = held.objectName() if held is not None else ""
        show()
        if held is not None and name:
            QTimer.singleShot(0, self, lambda: self._keep_focus(held, name))

    def _keep_focus(self, before: QWidget, name: str) -> None:
        """Give the focus to what took the place of a widget that was made anew.

        Qt hands the focus of a widget that goes to whoever comes next, outside the screen too.
        """
        if not self.isVisible() or (shiboken6.isValid(before) and before.isVisible()):
            return
        again = [one for one in self.findChildren(QWidget, name) if one.isVisible()]
        focus = QApplication.focusWidget()
        if again and again[0].isEnabled():
            again[0].setFocus()
        elif focus is None or not self.isAncestorOf(focus):
            around = [pane for pane in self.panes() if pane.isVisible()]
            (around[0] if around else self).setFocus()
            self.focusNextChild()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*self.families):
            self.reload_soon()
