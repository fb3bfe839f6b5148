"""The commands of the list, the same in buttons, menus and the palette."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from thiduaqt.ui import icons

Do = Callable[[], object]


class RowActions(QObject):
    """Makes the actions once; their shortcuts hold inside ``screen`` only."""

    def __init__(
        self,
        screen: QWidget,
        *,
        add: Do,
        take_in: Do,
        export: Do,
        send: Do,
        edit: Do,
        override: Do,
        flag: Do,
        next_problem: Do,
        go_to: Do,
        remove: Do,
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        make = self._make
        self.add = make("add", self.tr("Thêm hồ sơ"), add, keys="Ctrl+N", icon="plus")
        self.take_in = make("import", self.tr("&Nhập từ Excel…"), take_in, icon="file-import")
        self.export = make(
            "export", self.tr("&Xuất danh sách ra Excel…"), export, icon="file-export"
        )
        self.send = make("send", self.tr("Đưa &vào phiên họp…"), send, icon="scale")
        self.edit = make("edit", self.tr("Sửa trong &bảng chi tiết"), edit, keys="Ctrl+E")
        self.override = make("override", self.tr("Chấp nhận n&goại lệ…"), override, icon="pencil")
        self.flag = make("flag", self.tr("Ghi &kỷ luật, khiếu nại…"), flag, icon="flag-3")
        self.next_problem = make(
            "next", self.tr("Hồ sơ còn &thiếu tiếp theo"), next_problem, keys="F8"
        )
        self.go_to = make("goto", self.tr("Đến &số thứ tự…"), go_to, keys="Ctrl+G")
        self.remove = make("remove", self.tr("Xó&a hồ sơ"), remove, icon="trash")

    def _make(self, name: str, text: str, do: Do, *, keys: str = "", icon: str = "") -> QAction:
        action = QAction(text, self._screen)
        action.setObjectName(f"nominations.{name}")
        if keys:
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if icon:
            action.setIcon(icons.icon(icon))
        action.triggered.connect(lambda _checked=False: do())
        self._screen.addAction(action)
        return action

    def in_menu(self) -> Sequence[QAction]:
        """Return the actions for the menu *Hồ sơ*."""
        return (
            self.add,
            self.take_in,
            self.export,
            self.edit,
            self.override,
            self.flag,
            self.next_problem,
            self.go_to,
            self.send,
            self.remove,
        )
