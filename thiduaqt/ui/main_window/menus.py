"""The menu bar and the commands that hold for every screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from thiduaqt.ui import icons
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import ScreenSpec

Do = Callable[[], object]


@dataclass(slots=True, kw_only=True)
class Commands:
    """What the menus call. Each is a method of the window or of the application."""

    new_file: Do
    open_file: Do
    open_sample: Do
    quit: Do
    undo: Do
    redo: Do
    commit: Do
    find_in_list: Do
    find_everything: Do
    toggle_detail: Do
    next_pane: Do
    previous_pane: Do
    recheck: Do
    shortcuts: Do
    about: Do
    telex_page: Do
    go: Callable[[str], object]


class Menus(QObject):
    """Makes the actions once; ``nominations`` is the menu *Hồ sơ*, filled by the screens."""

    def __init__(
        self, window: QMainWindow, commands: Commands, specs: Sequence[ScreenSpec]
    ) -> None:
        super().__init__(window)
        self._window = window
        bar = window.menuBar()
        bar.setNativeMenuBar(False)
        self.file = _menu(bar, self.tr("&Tệp"))
        self.edit = _menu(bar, self.tr("&Sửa"))
        self.view = _menu(bar, self.tr("&Xem"))
        self.rows = _menu(bar, self.tr("&Hồ sơ"))
        self.tools = _menu(bar, self.tr("&Công cụ"))
        self.help = _menu(bar, self.tr("Trợ &giúp"))
        self._fill_file(commands)
        self._fill_edit(commands)
        self._fill_view(commands, specs)
        self._fill_tools(commands)
        self._fill_help(commands)
        self.show_row_actions(())

    def all_actions(self) -> list[QAction]:
        """Return every command of every menu."""
        menus = (self.file, self.edit, self.view, self.rows, self.tools, self.help)
        found = [action for menu in menus for action in menu.actions() if action.text()]
        return list(dict.fromkeys(found))

    def by_menu(self) -> dict[str, list[QAction]]:
        """Return the commands by the title of their menu."""
        menus = (self.file, self.edit, self.view, self.rows, self.tools, self.help)
        return {menu.title().replace("&", ""): list(menu.actions()) for menu in menus}

    def show_row_actions(self, actions: Sequence[QAction]) -> None:
        """Put the actions of the screen shown into the menu *Hồ sơ*."""
        self.rows.clear()
        self.rows.addActions(list(actions))
        self.rows.menuAction().setEnabled(bool(actions))

    def show_undo(self, undo: str | None, redo: str | None) -> None:
        """Name what Ctrl+Z and Ctrl+Y would do."""
        self.undo.setText(_named(self.tr("&Hoàn tác"), undo))
        self.undo.setEnabled(undo is not None)
        self.redo.setText(_named(self.tr("&Làm lại"), redo))
        self.redo.setEnabled(redo is not None)

    def _add(
        self, menu: QMenu, name: str, text: str, do: Do, *, keys: str = "", icon: str = ""
    ) -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(name)
        if keys:
            action.setShortcuts([QKeySequence(one) for one in keys.split("|")])
        if icon:
            action.setIcon(icons.icon(icon))
        action.triggered.connect(lambda _checked=False: do())
        menu.addAction(action)
        return action

    def _fill_file(self, commands: Commands) -> None:
        menu = self.file
        self._add(
            menu, "file.new", self.tr("Tạo tệp dữ liệu &mới…"), commands.new_file, icon="file-plus"
        )
        self._add(
            menu,
            "file.open",
            self.tr("Mở &tệp dữ liệu…"),
            commands.open_file,
            keys="Ctrl+O",
            icon="folder-open",
        )
        menu.addSeparator()
        self._add(
            menu,
            "file.commit",
            self.tr("&Lưu ô đang gõ"),
            commands.commit,
            keys="Ctrl+S",
            icon="device-floppy",
        )
        menu.addSeparator()
        self._add(menu, "file.quit", self.tr("T&hoát"), commands.quit, keys="Ctrl+Q")

    def _fill_edit(self, commands: Commands) -> None:
        menu = self.edit
        self.undo = self._add(
            menu,
            "edit.undo",
            self.tr("&Hoàn tác"),
            commands.undo,
            keys="Ctrl+Z",
            icon="arrow-back-up",
        )
        self.redo = self._add(
            menu,
            "edit.redo",
            self.tr("&Làm lại"),
            commands.redo,
            keys="Ctrl+Y",
            icon="arrow-forward-up",
        )
        menu.addSeparator()
        self._add(
            menu,
            "edit.find",
            self.tr("&Tìm trong danh sách"),
            commands.find_in_list,
            keys="Ctrl+F",
            icon="search",
        )
        self._add(
            menu,
            "edit.everything",
            self.tr("Tìm &mọi thứ…"),
            commands.find_everything,
            keys="Ctrl+K",
            icon="search",
        )

    def _fill_view(self, commands: Commands, specs: Sequence[ScreenSpec]) -> None:
        menu = self.view
        number = 0
        for spec in specs:
            if spec.under:
                continue
            keys = spec.shortcut
            if not keys and not spec.low:
                number += 1
                keys = f"Ctrl+{number}" if number <= 9 else ""
            title = translate("screens", spec.title).replace("&", "&&")
            self._add(
                menu,
                f"view.{spec.key}",
                title,
                lambda key=spec.key: commands.go(key),  # type: ignore[misc]
                keys=keys,
                icon=spec.icon,
            )
        menu.addSeparator()
        self._add(menu, "view.detail", self.tr("&Bảng chi tiết"), commands.toggle_detail, keys="F4")
        self._add(menu, "view.next", self.tr("Sang &khung kế"), commands.next_pane, keys="F6")
        self._add(
            menu,
            "view.previous",
            self.tr("Về khung t&rước"),
            commands.previous_pane,
            keys="Shift+F6",
        )

    def _fill_tools(self, commands: Commands) -> None:
        self._add(
            self.tools,
            "tools.recheck",
            self.tr("&Kiểm tra lại"),
            commands.recheck,
            keys="F5",
            icon="refresh",
        )
        self._add(
            self.tools,
            "tools.telex",
            self.tr("Thử gõ tiếng &Việt…"),
            commands.telex_page,
            icon="keyboard",
        )

    def _fill_help(self, commands: Commands) -> None:
        manual = self._window.findChild(QAction, "view.help")
        if manual is not None:
            self.help.addAction(manual)
        self._add(
            self.help,
            "help.keys",
            self.tr("&Phím tắt"),
            commands.shortcuts,
            keys="Ctrl+/",
            icon="keyboard",
        )
        self._add(self.help, "help.sample", self.tr("Mở &dữ liệu mẫu"), commands.open_sample)
        self.help.addSeparator()
        self._add(
            self.help, "help.about", self.tr("&Giới thiệu"), commands.about, icon="info-circle"
        )


def _menu(bar: QWidget, title: str) -> QMenu:
    menu = QMenu(title, bar)
    bar.addMenu(menu)  # type: ignore[attr-defined]
    return menu


def _named(verb: str, what: str | None) -> str:
    return f"{verb}: {what.replace('&', '&&')}" if what else verb
