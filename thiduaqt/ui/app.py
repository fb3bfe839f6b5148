"""Starts the window: fonts, words, look, the data file, one window per file."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from thiduaqt import paths
from thiduaqt.domain.errors import UserError
from thiduaqt.services import safety
from thiduaqt.services.session import open_session
from thiduaqt.ui import dialogs, i18n, icons, theme, tokens
from thiduaqt.ui.hub import Hub
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.main_window import FileCommands, MainWindow
from thiduaqt.ui.main_window.leaving import Leaving, may_leave
from thiduaqt.ui.main_window.renewing import Renewing
from thiduaqt.ui.memory import Memory
from thiduaqt.ui.screen import Screen
from thiduaqt.ui.screens import SCREENS, make_wizard
from thiduaqt.ui.single import OneWindow
from thiduaqt.ui.tasks import Tasks

if TYPE_CHECKING:
    from thiduaqt.services.session import Session

_LOG = logging.getLogger(__name__)
_DATA = ".tdqdb"
_BUNDLE = ".tdq"
FILTERS = (("ThiDuaQt", f"*{_DATA}"),)


@dataclass(slots=True, kw_only=True)
class Opened:
    """A data file with all that hangs on it."""

    one: OneWindow
    session: Session
    hub: Hub
    tasks: Tasks
    window: MainWindow

    def close(self) -> None:
        """Finish the work, make the backup of the day, close the file."""
        self.window.close()
        self.tasks.stop()
        # Now, not later: what the window still has in the event loop would meet a closed file.
        shiboken6.delete(self.window)
        try:
            safety.backup_at_exit(self.session)
        except UserError:
            _LOG.exception("no backup at exit")
        self.session.close()
        self.one.release()


class Application:
    """One data file open in one window; opening another file replaces both."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._opened: Opened | None = None
        self._refused = False

    @property
    def window(self) -> MainWindow | None:
        """The window shown now."""
        return self._opened.window if self._opened else None

    def start(self, path: Path | None, bundle: Path | None = None) -> bool:
        """Open ``path``, the file of last time, or the first-run wizard. False: nothing to do."""
        wanted = path or self._last_file()
        if wanted is None or not self.open(wanted):
            if wanted is not None and (path is not None or not self._refused):
                return False
            # Nothing to open, or the file of last time cannot be opened any more.
            wanted = self._first_run()
            if wanted is None or not self.open(wanted):
                return False
        if bundle is not None and self.window is not None:
            self.window.navigate("data", bundle=bundle)
        return True

    def open(self, path: Path) -> bool:
        """Open a data file in a window; False if it is open elsewhere or cannot be opened."""
        self._refused = False
        current = self._opened
        if current is not None and not may_leave(current.window, current.tasks):
            return False
        one = OneWindow(path)
        if not one.acquire():
            one.call_other()
            return False
        try:
            session = self._open_both(path)
        except UserError as fault:
            one.release()
            self._refused = True
            dialogs.show_error(self.window, fault)
            return False
        before, self._opened = self._opened, self._show(path, one, session)
        self._memory.put("file/last", str(path))
        if before is not None:
            # A command of the old window has brought us here; it must end first.
            QTimer.singleShot(0, self._opened.window, before.close)
        QTimer.singleShot(0, self._opened.window, lambda: one.listen(self.come_forward))
        return True

    def _show(self, path: Path, one: OneWindow, session: Session) -> Opened:
        hub = Hub()
        tasks = Tasks(lambda: open_session(path), hub)
        window = self._make_window(session, hub, tasks)
        window.show_first_screen()
        return Opened(one=one, session=session, hub=hub, tasks=tasks, window=window)

    def _make_window(self, session: Session, hub: Hub, tasks: Tasks) -> MainWindow:
        files = FileCommands(
            new_file=self.new_file, open_file=self.pick_file, open_sample=self.open_sample
        )
        window = MainWindow(session, tasks, hub, memory=self._memory, specs=SCREENS, files=files)
        Leaving(window, tasks)
        Renewing(window, tasks, self._renew)
        window.show()
        return window

    def _renew(self) -> None:
        """Put a window in letters of the size chosen in the place of the one shown."""
        opened = self._opened
        if opened is None:
            return
        before = opened.window
        if any(screen.unfinished() for screen in before.findChildren(Screen)):
            before.show_toast(
                translate("App", "Nhập xong danh sách, mở lại phần mềm: cỡ chữ sẽ đổi hết.")
            )
            return
        here, focus = before.current_screen(), QApplication.focusWidget()
        place = here.place() if here is not None else {}
        name = focus.objectName() if focus is not None else ""
        self._memory.put_bytes("window/geometry", before.saveGeometry())
        opened.window = after = self._make_window(opened.session, opened.hub, opened.tasks)
        before.close()
        before.deleteLater()
        after.navigate(self._memory.get("window/screen", "home"), **place)
        for again in after.findChildren(QWidget, name) if name else ():
            if again.isVisible():
                again.setFocus()

    def _open_both(self, path: Path) -> Session:
        """Open for writing once, so that an older file is upgraded, then for reading."""
        open_session(path).close()
        return open_session(path, read_only=True)

    def close(self) -> None:
        """Close the file and its window."""
        opened, self._opened = self._opened, None
        if opened is not None:
            opened.close()

    def come_forward(self) -> None:
        """Bring the window to the front."""
        window = self.window
        if window is not None:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.show()
            window.raise_()
            window.activateWindow()

    def pick_file(self) -> None:
        """Let the user choose another data file."""
        path = dialogs.pick_file(self.window, translate("App", "Mở tệp dữ liệu"), FILTERS)
        if path is not None:
            self.open(path)

    def new_file(self) -> None:
        """Set up a new data file with the wizard."""
        path = self._first_run()
        if path is not None:
            self.open(path)

    def open_sample(self) -> None:
        """Make the sample season anew and open it."""
        from thiduaqt.services import sample  # noqa: PLC0415 - reads and writes office files

        folder = paths.data() / "mau"
        path = folder / f"minh-hoa{_DATA}"
        if self._opened is not None and self._opened.session.path == path:
            return
        _empty(folder)
        try:
            season = sample.start(path)
            sample.enter_registers(season)
            sample.take_in(season, sample.write_lists(season, folder / "danh-sach"))
            sample.fill_dossiers(season)
            season.session.close()
        except UserError as fault:
            dialogs.show_error(self.window, fault)
            return
        self.open(path)

    def _last_file(self) -> Path | None:
        kept = self._memory.get("file/last", "")
        path = Path(str(kept)) if kept else None
        return path if path is not None and path.is_file() else None

    def _first_run(self) -> Path | None:
        return make_wizard(self.window, paths.data())


def _empty(folder: Path) -> None:
    import shutil  # noqa: PLC0415 - only for the sample

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)


def prepare(language: str = "vi", *, memory: Memory | None = None) -> QApplication:
    """Return the application, dressed and speaking; made if there is none."""
    known = QApplication.instance()
    app = known if isinstance(known, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("ThiDuaQt")
    app.setOrganizationName("ThiDuaQt")
    i18n.install(app, language)
    points = int((memory or Memory()).get("look/points", 10))
    theme.apply(app, points=points)
    app.setWindowIcon(icons.icon("award", tokens.PRIMARY))
    return app


def run(arguments: Sequence[str] = ()) -> int:
    """Open the window with ``[file] [--lang en]`` and return the exit code."""
    asked = list(arguments)
    language = "vi"
    if "--lang" in asked:
        place = asked.index("--lang")
        language = asked[place + 1] if place + 1 < len(asked) else "vi"
        del asked[place : place + 2]
    memory = Memory(paths.data() / "giao-dien.ini")
    app = prepare(language, memory=memory)
    sys.excepthook = _report
    given = Path(asked[0]) if asked else None
    is_bundle = given is not None and given.suffix.lower() == _BUNDLE
    program = Application(memory)
    app.lastWindowClosed.connect(app.quit)
    if not program.start(None if is_bundle else given, given if is_bundle else None):
        return 0
    # What the program itself is made of stays: no search for garbage goes through it again. With
    # a long list in memory such a search is what the window is silent for.
    gc.freeze()
    code = app.exec()
    program.close()
    return code


def _report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Show a fault nobody caught; Ctrl+C in a console ends the program."""
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    _LOG.error("unhandled", exc_info=(kind, error, trace))
    dialogs.show_exception(QApplication.activeWindow(), error)


def open_and_close(path: Path) -> None:
    """Open ``path`` in a window, show every screen once, close. For the self-check."""
    if not isinstance(QApplication.instance(), QApplication):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = prepare()
    program = Application(Memory())
    if not program.open(path):
        raise RuntimeError("the window did not open")
    window = program.window
    assert window is not None
    app.processEvents()
    for spec in SCREENS:
        window.navigate(spec.key)
        app.processEvents()
    program.close()
    app.processEvents()
