"""The queue: one line per certificate with its tick, and a second line where there is news."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QWidget,
)

from thiduaqt.services.certificates import Sheet
from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.i18n import translate

Index = QModelIndex | QPersistentModelIndex
_LINE = 30
_NEWS = 18
_TICK = 16
_LEFT = 10
_CHECK = Qt.ItemDataRole.CheckStateRole


def news(sheet: Sheet, today: datetime | None = None) -> tuple[str, str, str]:
    """Return (words, icon, colour) of the second line of ``sheet``; words are "" for none."""
    if sheet.state == "too_long":
        label = next(
            box.label
            for box in sheet.fitted.boxes
            if box.role == next(i.field for i in sheet.fitted.issues if i.severity == "error")
        )
        words = translate("queue", "{label} quá dài").format(label=label)
        return words, "circle-x", tokens.ERROR
    if sheet.state == "spoilt":
        words = translate("queue", "Hỏng {n} tờ, in lại").format(n=sheet.spoilt)
        return words, "reload", tokens.ERROR
    if sheet.state == "printed" and sheet.printed_at is not None:
        at = sheet.printed_at
        same_day = today is not None and at.date() == today.date()
        words = translate("queue", "Đã in {when}").format(
            when=f"{at:%H:%M}" if same_day else f"{at:%d/%m/%Y}"
        )
        return words, "circle-check", tokens.OK
    if sheet.fitted.notes:
        return sheet.fitted.notes[0], "alert-triangle", tokens.WARN
    return "", "", ""


def may_print(sheet: Sheet) -> bool:
    """Tell whether a sheet can be ticked: one whose text is too long must be mended first."""
    return sheet.state != "too_long"


class QueueModel(QAbstractListModel):
    """The sheets of a decision and which of them are ticked."""

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheets: tuple[Sheet, ...] = ()
        self.today: datetime | None = None
        self._ticks: dict[int, bool] = {}

    def set_sheets(self, sheets: Iterable[Sheet], *, fresh: bool) -> None:
        """Show ``sheets``; ticks are kept unless ``fresh``, except where a state has changed."""
        before = {sheet.ordinal: sheet.state for sheet in self.sheets}
        self.beginResetModel()
        self.sheets = tuple(sheets)
        if fresh:
            self._ticks = {}
        for sheet in self.sheets:
            if before.get(sheet.ordinal) != sheet.state or sheet.ordinal not in self._ticks:
                self._ticks[sheet.ordinal] = sheet.state in ("waiting", "spoilt")
        self.endResetModel()
        self.ticked.emit()

    def chosen(self) -> tuple[Sheet, ...]:
        """Return the ticked sheets."""
        return tuple(
            sheet for sheet in self.sheets if self._ticks[sheet.ordinal] and may_print(sheet)
        )

    def tick_all(self, on: bool) -> None:
        """Tick every sheet that may be printed, or none."""
        for sheet in self.sheets:
            self._ticks[sheet.ordinal] = on and may_print(sheet)
        if self.sheets:
            self.dataChanged.emit(self.index(0), self.index(len(self.sheets) - 1), [_CHECK])
        self.ticked.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.sheets)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and may_print(self.sheets[index.row()]):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        sheet = self.sheets[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{sheet.ordinal}. {sheet.name}"
        if role == _CHECK:
            on = self._ticks[sheet.ordinal] and may_print(sheet)
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        words, _, _ = news(sheet, self.today)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            on = self.data(index, _CHECK) == Qt.CheckState.Checked
            tick = translate("queue", "sẽ in") if on else translate("queue", "không in")
            return ", ".join(
                part for part in (f"{sheet.ordinal}. {sheet.name}", tick, words) if part
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((sheet.name, *sheet.fitted.problems, *sheet.fitted.notes))
        return None

    def setData(self, index: Index, value: object, role: int = _CHECK) -> bool:
        if role != _CHECK or not index.isValid():
            return False
        self._ticks[self.sheets[index.row()].ordinal] = (
            Qt.CheckState(value) == Qt.CheckState.Checked
        )
        self.dataChanged.emit(index, index, [_CHECK])
        self.ticked.emit()
        return True

    def flip(self, index: Index) -> None:
        """Change the tick of a sheet that may be printed."""
        if self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            on = self.data(index, _CHECK) == Qt.CheckState.Checked
            self.setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)


class _QueueDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        assert isinstance(model, QueueModel)
        words, _, _ = news(model.sheets[index.row()], model.today)
        return QSize(120, _LINE + (_NEWS if words else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, QueueModel)
        sheet = model.sheets[index.row()]
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(area, QColor(tokens.SELECTION))
        painter.setPen(QPen(QColor(tokens.GRIDLINE), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        self._paint_tick(painter, option, index)
        text = area.adjusted(_LEFT + _TICK + 9, 0, -8, 0)
        painter.setPen(QColor(tokens.SELECTION_TEXT if selected else tokens.TEXT))
        painter.setFont(theme.text_font(tokens.BODY_PT))
        name = f"{sheet.ordinal}. {sheet.name}"
        first = QRect(text.left(), text.top(), text.width(), _LINE)
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, first.width())
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, shown)
        words, icon, colour = news(sheet, model.today)
        if words:
            top = text.top() + _LINE - 5
            icons.paint(painter, QRect(text.left(), top + 2, 13, 13), icon, colour)
            painter.setPen(QColor(colour))
            painter.setFont(theme.text_font(tokens.META_PT))
            second = QRect(text.left() + 17, top, text.width() - 17, _NEWS)
            shown = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, second.width()
            )
            painter.drawText(second, Qt.AlignmentFlag.AlignVCenter, shown)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.FOCUS), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_tick(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        widget: QWidget = option.widget
        area: QRect = option.rect
        box = QStyleOptionButton()
        box.rect = QRect(area.left() + _LEFT, area.top() + 7, _TICK, _TICK)
        on = index.data(_CHECK) == Qt.CheckState.Checked
        flags = QStyle.StateFlag.State_On if on else QStyle.StateFlag.State_Off
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            flags |= QStyle.StateFlag.State_Enabled
        box.state = flags
        widget.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter, widget
        )

    def editorEvent(
        self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            area: QRect = option.rect
            hit = QRect(area.left(), area.top(), _LEFT + _TICK + 8, _LINE)
            if hit.contains(event.position().toPoint()) and isinstance(model, QueueModel):
                model.flip(index)
                return True
        return False


class QueueList(QListView):
    """The list of sheets. Space ticks; ``sheet_chosen(row)`` follows the current line."""

    sheet_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("certificates.queue")
        self.setAccessibleName(self.tr("Hàng chờ in"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.queue = QueueModel(self)
        self.setModel(self.queue)
        self.setItemDelegate(_QueueDelegate(self))
        self.selectionModel().currentChanged.connect(
            lambda current, _before: self.sheet_chosen.emit(current.row())
        )

    def set_sheets(self, sheets: Iterable[Sheet], *, fresh: bool) -> None:
        """Show ``sheets``; the current line stays unless ``fresh``."""
        row = 0 if fresh else max(0, self.currentIndex().row())
        self.queue.set_sheets(sheets, fresh=fresh)
        self.go_to(min(row, self.queue.rowCount() - 1))

    def go_to(self, row: int) -> None:
        """Make ``row`` the current line."""
        if 0 <= row < self.queue.rowCount():
            self.setCurrentIndex(self.queue.index(row))

    def current(self) -> Sheet | None:
        """Return the sheet of the current line."""
        row = self.currentIndex().row()
        return self.queue.sheets[row] if 0 <= row < len(self.queue.sheets) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.queue.flip(self.currentIndex())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: jumping by typed letters fails with Vietnamese typing aids."""
