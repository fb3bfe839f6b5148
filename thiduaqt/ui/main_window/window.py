"""The one window: menu, context bar, rail, screens, status."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
)

from thiduaqt.domain.changes import Changes
from thiduaqt.services import history, safety
from thiduaqt.ui import dialogs, tokens
from thiduaqt.ui.hub import Hub
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.main_window import finding
from thiduaqt.ui.main_window.about import AboutWindow, TelexPage
from thiduaqt.ui.main_window.context_bar import ContextBar
from thiduaqt.ui.main_window.desk import Desk, badges
from thiduaqt.ui.main_window.menus import Commands, Menus
from thiduaqt.ui.main_window.palette import Palette
from thiduaqt.ui.main_window.panes import Panes
from thiduaqt.ui.main_window.rail import Rail
from thiduaqt.ui.main_window.shortcuts import ShortcutSheet, grid_keys, keys_of
from thiduaqt.ui.main_window.stack import ScreenStack, Whole
from thiduaqt.ui.main_window.status import ProgressWatch, StatusBar
from thiduaqt.ui.memory import Memory
from thiduaqt.ui.screen import Screen, ScreenContext, ScreenSpec
from thiduaqt.ui.tasks import Tasks
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.strips import Toast

if TYPE_CHECKING:
    from thiduaqt.services.session import Session


@dataclass(slots=True, kw_only=True)
class FileCommands:
    """What only the application can do: other files, the sample, leaving."""

    new_file: Callable[[], object]
    open_file: Callable[[], object]
    open_sample: Callable[[], object]


class MainWindow(QMainWindow):
    """Shows the screens of one data file. Screens are made when first shown."""

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        hub: Hub,
        *,
        memory: Memory,
        specs: Sequence[ScreenSpec],
        files: FileCommands,
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self._session, self._tasks, self._hub = session, tasks, hub
        self._memory = memory
        self._specs = {spec.key: spec for spec in specs}
        self._screens: dict[str, Screen] = {}
        self.desk = Desk(session, memory)
        self.desk.settle()
        self.context = ScreenContext(
            session=session,
            tasks=tasks,
            hub=hub,
            memory=memory,
            navigate=self.go,
            toast=self.show_toast,
            refresh_badges=self.refresh_badges,
            movement_id=self.desk.movement_id,
            round_id=self.desk.round_id,
        )
        self._build()
        self.menus = Menus(self, self._commands(files), specs)
        self._connect()
        self._restore()
        self._show_facts()

    # -- building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self.rail = Rail(list(self._specs.values()))
        self.context_bar = ContextBar()
        self.stack = ScreenStack()
        self.status = StatusBar()
        self._sample = self._sample_strip()
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.context_bar)
        middle.addWidget(self.stack, 1)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(middle, 1)
        whole = Whole(self.rail, middle)
        page = QVBoxLayout(whole)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._sample)
        page.addLayout(across, 1)
        page.addWidget(self.status)
        self.setCentralWidget(whole)
        self.toast = Toast(whole)
        self._palette = Palette(self, self._findable)
        self._progress = ProgressWatch(self._tasks, self.status, whole)
        self.panes = Panes(self)
        self._badges_due = QTimer(self)
        self._badges_due.setSingleShot(True)
        self._badges_due.setInterval(tokens.DEBOUNCE)
        self._badges_due.timeout.connect(self._count_badges)

    def _sample_strip(self) -> QFrame:
        strip = QFrame()
        strip.setObjectName("sample")
        strip.setProperty("kind", "sample")
        row = QHBoxLayout(strip)
        row.setContentsMargins(12, 0, 12, 0)
        strip.setFixedHeight(max(26, strip.fontMetrics().height() + 8))
        row.addWidget(QLabel(self.tr("ĐANG DÙNG DỮ LIỆU MẪU — không in, không gửi đi.")))
        row.addStretch()
        self.leave_sample = button(self.tr("Thoát dữ liệu mẫu"), kind="link", name="sample.leave")
        self.leave_sample.setFixedHeight(strip.height() - 2)
        row.addWidget(self.leave_sample)
        strip.hide()
        return strip

    def _commands(self, files: FileCommands) -> Commands:
        self.leave_sample.clicked.connect(lambda _=False: files.open_file())
        return Commands(
            new_file=files.new_file,
            open_file=files.open_file,
            open_sample=files.open_sample,
            quit=self.close,
            undo=self.undo,
            redo=self.redo,
            commit=self.commit,
            find_in_list=self.find_in_list,
            find_everything=self._palette.open_with,
            toggle_detail=self.toggle_detail,
            next_pane=lambda: self.panes.step(1),
            previous_pane=lambda: self.panes.step(-1),
            recheck=self.recheck,
            shortcuts=self.show_shortcuts,
            about=lambda: AboutWindow(self).exec(),
            telex_page=lambda: TelexPage(self).exec(),
            go=self.go,
        )

    def _connect(self) -> None:
        self.rail.chosen.connect(self.panes.go_in)
        self.context_bar.movement_chosen.connect(self._on_movement)
        self.context_bar.round_chosen.connect(self._on_round)
        self.context_bar.find_wanted.connect(self._palette.open_with)
        self._hub.changed.connect(self._on_changed)
        self._hub.movement_wanted.connect(self._on_movement)
        self._hub.round_wanted.connect(self._on_round)
        self._tasks.failed_with.connect(self._on_failure)
        self.toast.undo_wanted.connect(self.undo)
        self.status.backup_wanted.connect(self.back_up)

    # -- screens ------------------------------------------------------------------------------

    def navigate(self, key: str, **filters: object) -> Screen:
        """Show screen ``key``, made now if need be, and hand it ``filters``."""
        self._commit_open_editor()
        screen = self._screens.get(key)
        if screen is None:
            screen = self._specs[key].factory(self.context)
            self._screens[key] = screen
            self.stack.addWidget(screen)
        self.stack.setCurrentWidget(screen)
        line = self._specs[key].under or key
        self.rail.choose(line)
        self._memory.put("window/screen", line)
        self.menus.show_row_actions(screen.actions_for_menu())
        self._show_title(key)
        if filters:
            screen.open_with(**filters)
        return screen

    def go(self, key: str, **filters: object) -> None:
        """Show screen ``key``, the help at the section of the screen it is called from."""
        shown = self._specs.get(self._memory.get("window/screen", ""))
        if key == "help" and not filters and shown is not None:
            filters = {"section": shown.title}
        self.panes.go_in(key, **filters)

    def current_screen(self) -> Screen | None:
        """Return the screen shown."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, Screen) else None

    def show_first_screen(self) -> None:
        """Show the screen of last time, else the first, once the window is painted."""
        kept = self._memory.get("window/screen", "")
        first = next(iter(self._specs))
        self.rail.main_part.setFocus()

        def show() -> None:
            if self.current_screen() is None:  # nobody has asked for another one meanwhile
                self.navigate(kept if kept in self._specs else first)

        QTimer.singleShot(0, self, show)

    # -- commands -----------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back the last step of whoever worked here."""
        self._commit_open_editor()
        self._tasks.run(history.undo, done=self._tell_undone, label=self.tr("Hoàn tác"), owner=self)

    def redo(self) -> None:
        """Do the step again that was taken back."""
        self._tasks.run(history.redo, done=self._tell_redone, label=self.tr("Làm lại"), owner=self)

    def _tell_undone(self, changes: Changes) -> None:
        if not changes.nothing:
            self.show_toast(self.tr("Đã hoàn tác: {what}").format(what=changes.label))

    def _tell_redone(self, changes: Changes) -> None:
        if not changes.nothing:
            self.show_toast(self.tr("Đã làm lại: {what}").format(what=changes.label))

    def commit(self) -> None:
        """Store what is being typed and say so."""
        self._commit_open_editor()
        self._show_saved()

    def find_in_list(self) -> None:
        """Go to the find field of the screen."""
        screen = self.current_screen()
        field = screen.find_field() if screen is not None else None
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()

    def toggle_detail(self) -> None:
        """Show or hide the detail panel of the screen."""
        screen = self.current_screen()
        if screen is not None:
            screen.toggle_detail()

    def recheck(self) -> None:
        """Read the screen anew."""
        screen = self.current_screen()
        if screen is not None:
            screen.reload_soon()
        self.refresh_badges()

    def show_shortcuts(self) -> None:
        """Open the sheet of shortcuts."""
        groups = {name: keys_of(actions) for name, actions in self.menus.by_menu().items()}
        groups = {name: keys for name, keys in groups.items() if keys}
        groups[self.tr("Trong danh sách")] = grid_keys()
        ShortcutSheet(self, groups).exec()

    def show_toast(self, text: str, *, undo: bool = False) -> None:
        """Show a short message."""
        self.toast.show_text(text, undo=undo)

    def _findable(self) -> list[finding.Hit]:
        return [
            *finding.of_data(self.context),
            *finding.of_screens(list(self._specs.values()), self.go),
            *finding.of_actions(self.menus.all_actions()),
        ]

    def _commit_open_editor(self) -> None:
        screen = self.current_screen()
        if screen is not None:
            screen.commit_open_editor()

    # -- facts --------------------------------------------------------------------------------

    def _show_facts(self) -> None:
        office = self.desk.office()
        self.rail.set_office(f"UBND {office.commune}" if office else "")
        self._sample.setVisible(bool(office and office.sample))
        self._show_context()
        path = self._session.path
        self.status.show_data(self.tr("Dữ liệu: {path}").format(path=path.name), str(path))
        self._show_undo()
        self.show_backup()
        self.refresh_badges()

    def show_backup(self) -> None:
        """Say when the last backup was made."""
        words, old = self.desk.backup_words()
        self.status.show_backup(words, old=old)

    def back_up(self) -> None:
        """Make a backup now."""
        self._tasks.run(safety.backup, done=self._tell_backup, label=self.tr("Sao lưu"), owner=self)

    def _tell_backup(self, made: safety.Backup) -> None:
        self.show_backup()
        self.show_toast(self.tr("Đã sao lưu vào {name}.").format(name=made.name))

    def _show_context(self) -> None:
        self.desk.settle()
        self.context.movement_id = self.desk.movement_id
        self.context.round_id = self.desk.round_id
        self.context_bar.show_movements(self.desk.movements(), self.desk.movement_id)
        self.context_bar.show_rounds(self.desk.rounds(), self.desk.round_id)

    def _show_title(self, key: str) -> None:
        office = self.desk.office()
        parts = [
            translate("screens", self._specs[key].title),
            self.context_bar.rounds.currentText(),
            f"UBND {office.commune}" if office else "",
            "ThiDuaQt",
        ]
        self.setWindowTitle(" — ".join(part for part in parts if part))

    def _show_undo(self) -> None:
        session = self._session
        self.menus.show_undo(history.undo_text(session), history.redo_text(session))

    def _show_saved(self) -> None:
        # The session's clock, so that pictures and tests show the day they play on.
        moment = self._session.now()
        self.status.show_saved(moment[11:16])

    def refresh_badges(self) -> None:
        """Count anew what is to be mended on each screen, once the writing has come to rest."""
        self._badges_due.start()

    def _count_badges(self) -> None:
        # On the writer's thread: it checks every nomination of the round.
        specs, around = list(self._specs.values()), self.desk.round_id
        self._tasks.run(
            lambda session: badges(session, specs, around), done=self.rail.set_badges, owner=self
        )

    def _on_changed(self, changes: Changes) -> None:
        self._show_saved()
        self._show_undo()
        if changes.touches("office", "movement", "round"):
            self._show_facts()
            self._hub.context_changed.emit()
        else:
            self.refresh_badges()

    def _on_movement(self, movement_id: str) -> None:
        self.desk.choose_movement(movement_id)
        self._follow_context()

    def _on_round(self, round_id: str) -> None:
        self.desk.choose_round(round_id)
        self._follow_context()

    def _follow_context(self) -> None:
        self._commit_open_editor()
        self._show_context()
        screen = self.current_screen()
        key = next((key for key, made in self._screens.items() if made is screen), "")
        if key:
            self._show_title(key)
        self.refresh_badges()
        self._hub.context_changed.emit()

    def _on_failure(self, error: Exception) -> None:
        dialogs.show_exception(self, error)

    # -- window -------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return QSize(800, 500)

    def _restore(self) -> None:
        self.resize(1093, 550)
        kept = self._memory.get_bytes("window/geometry")
        if kept is not None:
            self.restoreGeometry(kept)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._commit_open_editor()
        self._memory.put_bytes("window/geometry", self.saveGeometry())
        super().closeEvent(event)

    def primary_buttons(self) -> list[QPushButton]:
        """Return the filled buttons that are visible (there should be one at most)."""
        found = self.findChildren(QPushButton)
        return [one for one in found if one.property("kind") == "primary" and one.isVisible()]
