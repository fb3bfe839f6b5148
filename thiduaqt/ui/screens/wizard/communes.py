"""The list of communes that fit what was typed, with the letters that fit marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from thiduaqt.domain.places import Commune, Match
from thiduaqt.ui import icons, strokes, theme, tokens

Index = QModelIndex | QPersistentModelIndex
_LEFT = 42
_CODE = 64
_ROW = 38


class CommuneModel(QAbstractListModel):
    """Matches in the order of the search."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.matches: tuple[Match, ...] = ()

    def show(self, matches: Sequence[Match]) -> None:
        """Show ``matches``."""
        self.beginResetModel()
        self.matches = tuple(matches)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.matches)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        commune = self.matches[index.row()].commune
        if role == Qt.ItemDataRole.DisplayRole:
            return commune.display
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{commune.display}, {commune.code}"
        return None


class CommuneDelegate(QStyledItemDelegate):
    """Paints pin, name, province and code in columns."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        view = self.parent()
        assert isinstance(model, CommuneModel)
        assert isinstance(view, QListView)
        match = model.matches[index.row()]
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, QColor(tokens.SELECTION if chosen else tokens.SURFACE))
        icons.paint(
            painter,
            QRect(rect.left() + 12, rect.center().y() - 8, 18, 18),
            "map-pin",
            tokens.TEXT_2,
        )
        middle = rect.left() + _LEFT + (rect.width() - _LEFT - _CODE) // 2
        name = QRect(
            rect.left() + _LEFT, rect.top(), middle - rect.left() - _LEFT - 8, rect.height()
        )
        province = QRect(middle, rect.top(), rect.right() - _CODE - middle, rect.height())
        self._paint_marked(painter, name, match.commune.full_name, match.in_name, tokens.TEXT)
        self._paint_marked(
            painter, province, match.commune.province_name, match.in_province, tokens.TEXT_2
        )
        painter.setFont(theme.text_font(tokens.BODY_PT))
        painter.setPen(QColor(tokens.TEXT_2))
        code = rect.adjusted(0, 0, -12, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(code, int(flags), match.commune.code)
        if chosen:
            strokes.frame(painter, rect, tokens.FOCUS, 2, None)
        else:
            painter.setPen(QColor(tokens.GRIDLINE))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _paint_marked(
        self, painter: QPainter, area: QRect, text: str, marked: Sequence[int], colour: str
    ) -> None:
        """Paint ``text`` with the letters at ``marked`` strong, blue and underlined."""
        spots = frozenset(marked)
        left, start = area.left(), 0
        painter.setClipRect(area)
        while start < len(text):
            end = start
            while end < len(text) and (end in spots) == (start in spots):
                end += 1
            strong = start in spots
            font = theme.text_font(tokens.BODY_PT, strong=strong)
            font.setUnderline(strong)
            painter.setFont(font)
            painter.setPen(QColor(tokens.PRIMARY if strong else colour))
            part = text[start:end]
            width = QFontMetrics(font).horizontalAdvance(part)
            box = QRect(left, area.top(), width + 4, area.height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), part)
            left += width
            start = end
        painter.setClipping(False)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, max(_ROW, option.fontMetrics.height() + 14))


class CommuneList(QListView):
    """An always open list; ``chosen(Commune)`` follows the current line, ``taken()`` a click."""

    chosen = Signal(object)
    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wizard.communes")
        self.rows = CommuneModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(CommuneDelegate(self))
        self.setProperty("kind", "list")
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the search field drives it
        self.setAccessibleName(self.tr("Đơn vị khớp với chữ đã gõ"))
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(lambda _index: self.taken.emit())

    def show_matches(self, matches: Sequence[Match], current: Commune | None) -> None:
        """Show ``matches`` with ``current`` or the first one marked."""
        self.rows.show(matches)
        communes = [match.commune for match in matches]
        if communes:
            row = communes.index(current) if current in communes else 0
            self.setCurrentIndex(self.rows.index(row))

    def step(self, by: int) -> None:
        """Move the mark up or down, not beyond the ends."""
        count = self.rows.rowCount()
        if count:
            row = min(max(0, self.currentIndex().row() + by), count - 1)
            self.setCurrentIndex(self.rows.index(row))

    def current(self) -> Commune | None:
        """Return the marked commune."""
        index = self.currentIndex()
        return self.rows.matches[index.row()].commune if index.isValid() else None

    def keyboardSearch(self, search: str) -> None:
        """Ignore letters; they belong to the search field."""

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.scrollTo(index)
            self.chosen.emit(self.rows.matches[index.row()].commune)
