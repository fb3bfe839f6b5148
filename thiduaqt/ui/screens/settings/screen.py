"""Cài đặt: parts at the left, the chosen one at the right; everything is stored when left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QStackedWidget, QWidget

from thiduaqt.domain.errors import UserError
from thiduaqt.services import doubts
from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import Screen, ScreenContext
from thiduaqt.ui.screens.settings.doubts import DoubtsPart
from thiduaqt.ui.screens.settings.look import LookPart
from thiduaqt.ui.screens.settings.money import MoneyPart
from thiduaqt.ui.screens.settings.office import OfficePart
from thiduaqt.ui.screens.settings.part import Part
from thiduaqt.ui.screens.settings.signers import SignersPart

Index = QModelIndex | QPersistentModelIndex
_WIDTH = 188


class PartsModel(QAbstractListModel):
    """Names of the parts with an icon; a number behind the name where there is one."""

    def __init__(self, parts: Sequence[tuple[str, str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = tuple(parts)
        self._counts: dict[str, int] = {}

    def set_count(self, key: str, count: int) -> None:
        """Show ``count`` behind a name; 0 for none."""
        self._counts[key] = count
        self.dataChanged.emit(self.index(0), self.index(len(self._parts) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._parts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        key, icon, text = self._parts[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            count = self._counts.get(key, 0)
            return f"{text}  ({count})" if count else text
        if role == Qt.ItemDataRole.DecorationRole:
            return icons.icon(icon, tokens.TEXT_2)
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(theme.em(_WIDTH) - 20, tokens.RAIL_ITEM)
        return None


class PartsList(QListView):
    """The list of parts; letters are left to Vietnamese typing."""

    def keyboardSearch(self, search: str) -> None:
        """Ignore letters."""


class SettingsScreen(Screen):
    """The parts of the settings."""

    families = frozenset({"office"})

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, translate("SettingsScreen", "Cài đặt"), "settings")
        self.parts: dict[str, Part] = {
            "office": OfficePart(context),
            "signers": SignersPart(context),
            "money": MoneyPart(context),
            "doubts": DoubtsPart(context),
            "look": LookPart(context),
        }
        names = [
            ("office", "building-community", self.tr("Đơn vị của tôi")),
            ("signers", "pencil", self.tr("Người ký")),
            ("money", "scale", self.tr("Tiền thưởng")),
            ("doubts", "alert-triangle", self.tr("Cần kiểm tra")),
            ("look", "eye", self.tr("Giao diện")),
        ]
        self._keys = [key for key, _icon, _text in names]
        self.rows = PartsModel(names, self)
        self.list = PartsList()
        self.list.setObjectName("settings.parts")
        self.list.setAccessibleName(self.tr("Các phần của Cài đặt"))
        self.list.setProperty("kind", "list")
        self.list.setModel(self.rows)
        self.list.setFixedWidth(theme.em(_WIDTH))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.stack = QStackedWidget()
        for part in self.parts.values():
            self.stack.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addWidget(self.stack, 1)
        self.body.addLayout(row, 1)
        self.list.selectionModel().currentChanged.connect(self._on_chosen)
        self.list.setCurrentIndex(self.rows.index(0))

    def current(self) -> Part:
        """Return the part shown."""
        return self.parts[self._keys[self.stack.currentIndex()]]

    def show_part(self, key: str) -> None:
        """Show one part: office, signers, money, doubts, look."""
        self.list.setCurrentIndex(self.rows.index(self._keys.index(key)))

    def open_with(self, **filters: object) -> None:
        """Open at ``part="signers"`` and the like."""
        wanted = filters.get("part")
        if wanted in self._keys:
            self.show_part(str(wanted))

    def place(self) -> dict[str, object]:
        return {"part": self._keys[self.stack.currentIndex()]}

    def reload(self) -> None:
        try:
            self.context.session.office()
        except UserError as fault:
            self.setEnabled(False)
            self.subtitle.setText(fault.what)
            return
        self.setEnabled(True)
        self.rows.set_count("doubts", len(doubts.listing(self.context.session)))
        self.current().reload()

    def panes(self) -> Sequence[QWidget]:
        return (self.list, self.current())

    def commit_open_editor(self) -> None:
        self.current().commit()
        super().commit_open_editor()

    def _on_chosen(self, index: QModelIndex) -> None:
        self.current().commit()
        self.stack.setCurrentIndex(index.row())
        if self.isVisible():
            self.reload()
