"""The rail: the screens in season order, with the number of things to mend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.ui import icons, strokes, theme, tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import ScreenSpec

Index = QModelIndex | QPersistentModelIndex
_ICON = 18
_TEXT_LEFT = 38
_BADGE_SIDES = 7  # what a badge keeps free at its sides
_FRAME = 2  # what the list keeps for itself


class RailModel(QAbstractListModel):
    """Titles and badges of some screens."""

    def __init__(self, specs: Sequence[ScreenSpec], parent: QWidget) -> None:
        super().__init__(parent)
        self.specs = tuple(specs)
        self.badges: Mapping[str, int] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.specs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        spec = self.specs[index.row()]
        title = translate("screens", spec.title)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            badge = self.badges.get(spec.key, 0)
            if not badge:
                return title
            words = translate("Rail", "{title}, {count} việc cần sửa")
            return words.format(title=title, count=badge)
        return self.badges.get(spec.key, 0) if role == Qt.ItemDataRole.UserRole else None

    def set_badges(self, badges: Mapping[str, int]) -> None:
        """Show other numbers."""
        self.badges = badges
        if self.specs:
            self.dataChanged.emit(self.index(0), self.index(len(self.specs) - 1))


class RailDelegate(QStyledItemDelegate):
    """Paints bar, icon, text and badge."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        view = self.parent()
        assert isinstance(model, RailModel)
        assert isinstance(view, QListView)
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = tokens.RAIL_SELECTED if chosen else tokens.RAIL_HOVER if over else tokens.RAIL
        painter.fillRect(rect, QColor(ground))
        if chosen:
            painter.fillRect(
                QRect(rect.left(), rect.top(), 3, rect.height()), QColor(tokens.RAIL_BAR)
            )
        colour = tokens.SURFACE if chosen else tokens.RAIL_TEXT
        spot = QRect(rect.left() + 12, rect.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        icons.paint(painter, spot, model.specs[index.row()].icon, colour)
        badge = model.badges.get(model.specs[index.row()].key, 0)
        room = self._paint_badge(painter, rect, badge, chosen=chosen) if badge else 6
        if rect.width() > tokens.RAIL_COLLAPSED:
            painter.setFont(theme.text_font(tokens.BODY_PT, strong=chosen))
            painter.setPen(QColor(colour))
            words = rect.adjusted(_TEXT_LEFT, 0, -room, 0)
            text = painter.fontMetrics().elidedText(
                str(index.data()), Qt.TextElideMode.ElideRight, words.width()
            )
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        if view.hasFocus() and view.currentIndex() == index:
            strokes.frame(painter, rect.adjusted(1, 1, -1, -1), tokens.RAIL_BAR, 2, None)

    def _paint_badge(self, painter: QPainter, rect: QRect, badge: int, *, chosen: bool) -> int:
        """Paint the number; return the room it takes at the right."""
        font = theme.text_font(tokens.META_PT, strong=True)
        text = str(badge) if badge < 100 else "99+"
        width = max(18, QFontMetrics(font).horizontalAdvance(text) + 10)
        narrow = rect.width() <= tokens.RAIL_COLLAPSED
        height = 15 if narrow else 18
        top = rect.top() + 2 if narrow else rect.center().y() - height // 2
        pill = QRectF(rect.right() - width - (0 if narrow else 5), top, width, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.RAIL_BAR if chosen else tokens.SURFACE))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(QColor(tokens.RAIL))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()
        return width + _BADGE_SIDES

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(10, max(tokens.RAIL_ITEM, option.fontMetrics.height() + 14))


class RailList(QListView):
    """One part of the rail. ``chosen(key)`` follows a click, an arrow key or Enter."""

    chosen = Signal(str)

    def __init__(self, specs: Sequence[ScreenSpec], parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = RailModel(specs, self)
        self._shown = ""
        self.setModel(self.rows)
        self.setItemDelegate(RailDelegate(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        ground = self.palette()
        ground.setColor(ground.ColorRole.Base, QColor(tokens.RAIL))
        self.setPalette(ground)
        self.clicked.connect(self._send)
        self.activated.connect(self._send)

    def natural_height(self) -> int:
        """Return the height that shows every line."""
        return sum(self.sizeHintForRow(row) for row in range(len(self.rows.specs)))

    def choose(self, key: str) -> bool:
        """Mark ``key`` without sending ``chosen``; an unknown key clears the mark."""
        self._shown = key
        keys = [spec.key for spec in self.rows.specs]
        if key not in keys:
            self.clearSelection()
            return False
        index = self.rows.index(keys.index(key))
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        return True

    def keyboardSearch(self, search: str) -> None:
        """Ignore letters; they belong to whoever types Vietnamese."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Mark the screen shown again where arrow keys only looked at another line."""
        super().focusOutEvent(event)
        self.choose(self._shown)

    def _send(self, index: QModelIndex) -> None:
        self.chosen.emit(self.rows.specs[index.row()].key)


class _Head(QWidget):
    """Program and office at the top of the rail."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = ""
        line = self.fontMetrics().height() + 2
        self.setFixedHeight(max(tokens.RAIL_HEAD, 2 * line + 4))

    def set_office(self, office: str) -> None:
        """Show the office's name."""
        self._office = office
        self.setAccessibleName(f"ThiDuaQt, {office}")
        self.setToolTip(office)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.paint(painter, QRect(14, 9, 20, 22), "award", tokens.RAIL_BAR)
        if self.width() <= tokens.RAIL_COLLAPSED:
            return
        painter.setFont(theme.text_font(tokens.BODY_PT, strong=True))
        painter.setPen(QColor(tokens.SURFACE))
        line = self.fontMetrics().height() + 2
        area = QRect(43, 2, self.width() - 48, line + 1)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, "ThiDuaQt")
        painter.setFont(theme.text_font(tokens.META_PT))
        painter.setPen(QColor(tokens.RAIL_TEXT))
        area.translate(0, line - 1)
        shown = painter.fontMetrics().elidedText(
            self._office, Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)


class Rail(QWidget):
    """Head, screens, and the two screens at the lower end. ``chosen(key)``."""

    chosen = Signal(str)

    def __init__(self, specs: Sequence[ScreenSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAutoFillBackground(True)
        ground = self.palette()
        ground.setColor(ground.ColorRole.Window, QColor(tokens.RAIL))
        self.setPalette(ground)
        self._head = _Head(self)
        lines = [spec for spec in specs if not spec.under]
        self.main_part = RailList([spec for spec in lines if not spec.low], self)
        self.main_part.setObjectName("rail.upper")
        self.main_part.setAccessibleName(self.tr("Các màn hình"))
        self.low_part = RailList([spec for spec in lines if spec.low], self)
        self.low_part.setObjectName("rail.lower")
        self.low_part.setAccessibleName(self.tr("Cài đặt và trợ giúp"))
        line = QWidget()
        line.setFixedHeight(1)
        line.setAutoFillBackground(True)
        tint = line.palette()
        tint.setColor(tint.ColorRole.Window, QColor(tokens.RAIL_RULE))
        line.setPalette(tint)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 4)
        page.setSpacing(0)
        page.addWidget(self._head)
        page.addWidget(self.main_part, 1)
        page.addWidget(line)
        page.addSpacing(4)
        page.addWidget(self.low_part)
        self.low_part.setFixedHeight(self.low_part.natural_height())
        self.main_part.chosen.connect(self.chosen)
        self.low_part.chosen.connect(self.chosen)
        self.collapse(on=False)

    def set_office(self, office: str) -> None:
        """Show the office's name."""
        self._head.set_office(office)

    def collapse(self, *, on: bool) -> None:
        """Show icons only; else be as wide as the longest title needs in the font chosen."""
        self.setFixedWidth(tokens.RAIL_COLLAPSED if on else self._natural_width())

    def gain(self) -> int:
        """Return how much wider the rail is with its titles than with its pictures alone."""
        return self._natural_width() - tokens.RAIL_COLLAPSED

    def _natural_width(self) -> int:
        metrics = QFontMetrics(theme.text_font(tokens.BODY_PT, strong=True))
        specs = (*self.main_part.rows.specs, *self.low_part.rows.specs)
        widths = [
            metrics.horizontalAdvance(translate("screens", spec.title))
            + (max(18, metrics.horizontalAdvance("9") + 10) + _BADGE_SIDES if spec.badge else 8)
            for spec in specs
        ]
        return max(tokens.RAIL_WIDTH, max(widths, default=0) + _TEXT_LEFT + _FRAME)

    def choose(self, key: str) -> None:
        """Mark screen ``key``."""
        self.main_part.choose(key)
        self.low_part.choose(key)

    def set_badges(self, badges: Mapping[str, int]) -> None:
        """Show how many things are to be mended on each screen."""
        self.main_part.rows.set_badges(badges)
        self.low_part.rows.set_badges(badges)
