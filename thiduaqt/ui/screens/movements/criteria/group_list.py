"""The subject groups at the left of the tree; nodes can be let go on one to copy them there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from thiduaqt.domain.plan import SubjectGroup
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.screens.movements.criteria.model import MIME, dragged
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.cards import Card

_CODE = int(Qt.ItemDataRole.UserRole)


class _List(QListWidget):
    node_dropped = Signal(str, str, str)
    removal_wanted = Signal()
    moved = Signal(int)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        source = dragged(event.mimeData())[0]
        if item is not None and source and item.data(_CODE) != source:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        source, code = dragged(event.mimeData())
        if item is not None and code and item.data(_CODE) != source:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.node_dropped.emit(source, code, item.data(_CODE))
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if control and event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
            return
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
            return
        super().keyPressEvent(event)


class GroupList(Card):
    """``chosen(code)`` follows the current group; ``node_dropped(source, node, target)`` a copy.

    ``moved(step)`` asks to put the current group elsewhere in the order (Alt+↑, Alt+↓).
    """

    chosen = Signal(str)
    new_wanted = Signal()
    removal_wanted = Signal()
    moved = Signal(int)
    node_dropped = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__(self.tr("Đối tượng"))
        self.setObjectName("movements.criteria.groups")
        self.add = button(
            "",
            self.new_wanted.emit,
            kind="flat",
            icon="plus",
            tooltip=self.tr("Thêm nhóm đối tượng"),
            name="movements.criteria.groups.add",
        )
        self.head.addWidget(self.add)
        self.view = _List()
        self.view.setObjectName("movements.criteria.groups.list")
        self.view.setAccessibleName(self.tr("Nhóm đối tượng"))
        self.view.setProperty("kind", "list")
        self.view.setWordWrap(True)
        self.view.setAcceptDrops(True)
        self.view.setDragDropMode(QListWidget.DragDropMode.DropOnly)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.view, 1)
        self.view.currentRowChanged.connect(lambda _row: self.chosen.emit(self.current()))
        self.view.node_dropped.connect(self.node_dropped)
        self.view.removal_wanted.connect(self.removal_wanted)
        self.view.moved.connect(self.moved)
        self._codes: list[str] = []

    def current(self) -> str:
        """Return the code of the chosen group, empty where there is none."""
        item = self.view.currentItem()
        return str(item.data(_CODE)) if item is not None else ""

    def show_groups(self, groups: Sequence[SubjectGroup]) -> None:
        """Show the groups with how many criteria each has; the choice stays."""
        kept = self.current()
        self.view.blockSignals(True)
        self.view.clear()
        for group in groups:
            count = len(group.criteria)
            item = QListWidgetItem(f"{group.name}  ({count})")
            item.setData(_CODE, group.code)
            item.setToolTip(
                self.tr("{name}: {count} tiêu chí").format(name=group.name, count=count)
            )
            self.view.addItem(item)
        self._codes = [group.code for group in groups]
        self._fit()
        self.view.setCurrentRow(self._codes.index(kept) if kept in self._codes else 0)
        self.view.blockSignals(False)

    def choose(self, code: str) -> None:
        """Choose a group."""
        if code in self._codes:
            self.view.setCurrentRow(self._codes.index(code))

    def _fit(self) -> None:
        """Give each item the height its words need at this width."""
        room = max(self.view.viewport().width() - 2 * tokens.CELL_PAD, theme.em(120))
        metrics = self.view.fontMetrics()
        for row in range(self.view.count()):
            item = self.view.item(row)
            need = metrics.boundingRect(
                0, 0, room, 1000, int(Qt.TextFlag.TextWordWrap), item.text()
            ).height()
            item.setSizeHint(QSize(room, max(need + 12, theme.em(tokens.ROW))))
