"""Ctrl+K: one field that finds people, units, decisions, screens and commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QAction, QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.main_window.finding import Hit, ranked

Index = QModelIndex | QPersistentModelIndex
_WIDTH, _ROWS = 560, 10


class _Hits(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []

    def show(self, hits: list[Hit]) -> None:
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (hit.title, hit.detail, hit.group) if part)
        return hit if role == Qt.ItemDataRole.UserRole else None


class _HitDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, max(tokens.ROW, option.fontMetrics.height() + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: Hit = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.SELECTION))
        spot = QRect(rect.left() + 10, rect.center().y() - 7, tokens.ICON, tokens.ICON)
        icons.paint(painter, spot, hit.icon, tokens.PRIMARY)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.text_font(tokens.META_PT))
        painter.setPen(QColor(tokens.TEXT_2))
        painter.drawText(
            rect.adjusted(0, 0, -10, 0), middle | Qt.AlignmentFlag.AlignRight, hit.group
        )
        room = painter.fontMetrics().horizontalAdvance(hit.group) + 20
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.TEXT))
        area = rect.adjusted(36, 0, -room, 0)
        used = painter.boundingRect(area, middle, hit.title)
        painter.drawText(area, middle, hit.title)
        painter.setFont(theme.text_font(tokens.META_PT))
        painter.setPen(QColor(tokens.TEXT_2))
        area.setLeft(used.right() + 10)
        shown = painter.fontMetrics().elidedText(
            hit.detail, Qt.TextElideMode.ElideRight, max(0, area.width())
        )
        painter.drawText(area, middle, shown)


class _Typing(QLineEdit):
    """The field of the palette; ↑ ↓ move in the list below it."""

    def __init__(self, hits: QListView) -> None:
        super().__init__()
        self._list = hits

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            model = self._list.model()
            count = model.rowCount() if model is not None else 0
            if model is not None and count:
                row = (self._list.currentIndex().row() + step) % count
                self._list.setCurrentIndex(model.index(row, 0))
            return
        super().keyPressEvent(event)


class Palette(QFrame):
    """A popup in the upper middle of the window; Enter goes, Esc closes."""

    def __init__(self, window: QWidget, collect: Callable[[], Sequence[Hit]]) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self.setProperty("kind", "card")
        self._collect = collect
        self._hits: Sequence[Hit] = ()
        self._rows = _Hits(self)
        self._list = QListView()
        self._list.setModel(self._rows)
        self._list.setItemDelegate(_HitDelegate(self._list))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.clicked.connect(lambda _index: self._go())
        self.typing = _Typing(self._list)
        self.typing.setObjectName("palette.text")
        self.typing.setAccessibleName(self.tr("Tìm mọi thứ"))
        self.typing.setPlaceholderText(self.tr("Tên người, đơn vị, số quyết định, màn hình, lệnh"))
        self.typing.addAction(
            QAction(icons.icon("search"), "", self), QLineEdit.ActionPosition.LeadingPosition
        )
        self._nothing = QLabel()
        self._nothing.setProperty("role", "second")
        self._nothing.setContentsMargins(10, 6, 10, 6)
        page = QVBoxLayout(self)
        page.setContentsMargins(8, 8, 8, 8)
        page.addWidget(self.typing)
        page.addWidget(self._nothing)
        page.addWidget(self._list)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(tokens.DEBOUNCE)
        self._timer.timeout.connect(self.search)
        self.typing.textChanged.connect(self._timer.start)
        self.typing.returnPressed.connect(self._go)

    def open_with(self, text: str = "") -> None:
        """Open over the window with ``text`` typed already."""
        self._hits = self._collect()
        self.typing.setText(text)
        self.search()
        window = self.parentWidget()
        if window is not None:
            width = min(theme.em(_WIDTH), window.width() - 40)
            self.setFixedWidth(width)
            corner = window.mapToGlobal(window.rect().topLeft())
            self.move(corner.x() + (window.width() - width) // 2, corner.y() + 64)
        self.show()
        self.typing.setFocus()

    def search(self) -> None:
        """Show what fits the text."""
        self._timer.stop()
        typed = self.typing.text()
        found = ranked(self._hits, typed)
        self._rows.show(found)
        words = self.tr("Không thấy “{text}”. Thử bỏ bớt từ hoặc gõ không dấu.")
        self._nothing.setText(words.format(text=typed.strip()))
        self._nothing.setVisible(not found)
        self._list.setVisible(bool(found))
        height = self._list.sizeHintForRow(0) if found else 0
        self._list.setFixedHeight(min(len(found), _ROWS) * height + 2)
        if found:
            self._list.setCurrentIndex(self._rows.index(0))
        self.adjustSize()

    def found(self) -> list[Hit]:
        """Return the lines shown."""
        return self._rows.hits

    def _go(self) -> None:
        if self._timer.isActive():
            self.search()
        row = self._list.currentIndex().row()
        if 0 <= row < len(self._rows.hits):
            hit = self._rows.hits[row]
            self.close()
            hit.go()
