"""A sheet on the desk: painted by the very code that prints, with rulers and the fields' boxes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QWidget

from thiduaqt.domain.fitting import Box, FittedPage
from thiduaqt.ui import tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.printing.painter import Look, paint

RULER = 20
EDGE = 12
BLANK_OPACITY = 0.38
"""How strongly the preview shows what is on the blank already and will not be printed."""
_HANDLE = 7


class SheetCanvas(QWidget):
    """One sheet with its rulers; ``chosen(role)`` when a field was picked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview.canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("preview", "Tờ giấy xem trước"))
        self._fitted: FittedPage | None = None
        self._pictures: Mapping[str, QImage] = {}
        self._zoom = 1.0
        self._layers: tuple[tuple[float, float], QPixmap] | None = None
        self.role = ""
        self.show_backdrop = True
        self.show_boxes = True
        self.show_rulers = True
        self.band_mm = 0.0

    # -- what is shown ------------------------------------------------------------------------

    def set_sheet(self, fitted: FittedPage | None, pictures: Mapping[str, QImage]) -> None:
        """Show another sheet (None: an empty desk)."""
        self._fitted, self._pictures = fitted, pictures
        self._layers = None
        roles = {box.role for box in fitted.boxes} if fitted else set()
        if self.role not in roles:
            self.role = ""
        self._say()
        self.update()

    def box(self) -> Box | None:
        """Return the chosen field."""
        boxes = self._fitted.boxes if self._fitted else ()
        return next((box for box in boxes if box.role == self.role), None)

    def choose(self, role: str) -> None:
        """Choose a field by its role ("" for none)."""
        if role != self.role:
            self.role = role
            self._say()
            self.update()
            self.chosen.emit(role)

    def set_zoom(self, px_per_mm: float) -> None:
        """Show the sheet at so many logical pixels a millimetre."""
        self._zoom = px_per_mm
        self._layers = None
        self.setFixedSize(self.size_for(px_per_mm))
        self.update()

    def refresh(self) -> None:
        """Paint again after one of the ``show_…`` switches has changed."""
        self._layers = None
        self.update()

    def size_for(self, px_per_mm: float) -> QSize:
        """Return the size of the canvas at a zoom."""
        width, height = self._paper()
        extra = 2 * EDGE + RULER
        return QSize(round(width * px_per_mm) + extra, round(height * px_per_mm) + extra)

    def fitting_zoom(self, space: QSize) -> float:
        """Return the zoom at which the whole sheet fits into ``space``."""
        width, height = self._paper()
        extra = 2 * EDGE + RULER
        return max(0.4, min((space.width() - extra) / width, (space.height() - extra) / height))

    def _paper(self) -> tuple[float, float]:
        page = self._fitted.page if self._fitted else None
        return (page.width_mm, page.height_mm) if page else (297.0, 210.0)

    def _say(self) -> None:
        """Tell a screen reader what is on the sheet."""
        if self._fitted is None:
            self.setAccessibleDescription("")
            return
        box = self.box()
        words = " · ".join(text.text for text in self._fitted.page.texts())
        chosen = (
            translate("preview", "Ô đang chọn: {label}. ").format(label=box.label) if box else ""
        )
        self.setAccessibleDescription(chosen + words)

    # -- painting -----------------------------------------------------------------------------

    def _origin(self) -> QPointF:
        return QPointF(EDGE + RULER, EDGE + RULER)

    def _to_px(self, box: Box) -> QRectF:
        origin, zoom = self._origin(), self._zoom
        return QRectF(
            origin.x() + box.x_mm * zoom,
            origin.y() + box.y_mm * zoom,
            box.width_mm * zoom,
            box.height_mm * zoom,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.DESK))
        if self._fitted is None:
            return
        width, height = self._paper()
        sheet = QRectF(self._origin(), self._origin())
        sheet.setSize(QRectF(0, 0, width * self._zoom, height * self._zoom).size())
        painter.drawPixmap(sheet.topLeft(), self._sheet_pixmap(sheet))
        painter.setPen(QPen(QColor(tokens.BORDER_INPUT), 1))
        painter.drawRect(sheet)
        if self.show_boxes:
            self._paint_boxes(painter, sheet)
        if self.band_mm > 0:
            self._paint_band(painter, sheet)
        if self.show_rulers:
            self._paint_rulers(painter, sheet)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.FOCUS), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _sheet_pixmap(self, sheet: QRectF) -> QPixmap:
        """Return the painted sheet, kept until sheet, zoom or screen change."""
        ratio = self.devicePixelRatioF()
        key = (self._zoom, ratio)
        if self._layers is not None and self._layers[0] == key:
            return self._layers[1]
        made = QPixmap((sheet.size() * ratio).toSize())
        made.setDevicePixelRatio(ratio)
        made.fill(QColor(tokens.SURFACE))
        painter = QPainter(made)
        look = Look(px_per_mm=self._zoom, pictures=self._pictures)
        assert self._fitted is not None
        if self._fitted.backdrop is not None and self.show_backdrop:
            paint(painter, self._fitted.backdrop, replace(look, opacity=BLANK_OPACITY))
        page = self._fitted.page
        if self._fitted.backdrop is None and not self.show_backdrop:
            page = page.layer("text")
        paint(painter, page, look)
        painter.end()
        self._layers = (key, made)
        return made

    def _paint_boxes(self, painter: QPainter, sheet: QRectF) -> None:
        """Paint the centre line, thin boxes around the fields and handles on the chosen one."""
        guide = QPen(QColor(tokens.METER_EXTRA), 1, Qt.PenStyle.DashLine)
        painter.setPen(guide)
        middle = sheet.center().x()
        painter.drawLine(QLineF(middle, sheet.top(), middle, sheet.bottom()))
        box = self.box()
        if box is None:
            return
        area = self._to_px(box)
        painter.setPen(QPen(QColor(tokens.FOCUS), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        painter.setBrush(QColor(tokens.SURFACE))
        painter.setPen(QPen(QColor(tokens.FOCUS), 1))
        half = _HANDLE / 2
        for x in (area.left(), area.center().x(), area.right()):
            for y in (area.top(), area.center().y(), area.bottom()):
                if (x, y) != (area.center().x(), area.center().y()):
                    painter.drawRect(QRectF(x - half, y - half, _HANDLE, _HANDLE))

    def _paint_band(self, painter: QPainter, sheet: QRectF) -> None:
        """Paint the edge that the printer cannot reach."""
        reach = self.band_mm * self._zoom
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.AMBER), 1, Qt.PenStyle.DashLine))
        painter.drawRect(sheet.adjusted(reach, reach, -reach, -reach))

    def _paint_rulers(self, painter: QPainter, sheet: QRectF) -> None:
        width, height = self._paper()
        across = QRectF(sheet.left(), sheet.top() - RULER, sheet.width(), RULER)
        down = QRectF(sheet.left() - RULER, sheet.top(), RULER, sheet.height())
        painter.fillRect(across, QColor(tokens.SURFACE_ALT))
        painter.fillRect(down, QColor(tokens.SURFACE_ALT))
        small = QFont(self.font())
        small.setPointSizeF(max(7.0, self.font().pointSizeF() - 2))
        painter.setFont(small)
        step = 5 if self._zoom * 5 >= 5 else 10
        for at in range(0, int(width) + 1, step):
            x = sheet.left() + at * self._zoom
            self._tick(painter, at, QLineF(x, across.bottom() - _reach(at), x, across.bottom()))
        for at in range(0, int(height) + 1, step):
            y = sheet.top() + at * self._zoom
            self._tick(painter, at, QLineF(down.right() - _reach(at), y, down.right(), y))
        self._paint_extent(painter, across, down)

    def _tick(self, painter: QPainter, at: int, line: QLineF) -> None:
        painter.setPen(QPen(QColor(tokens.BORDER_INPUT), 1))
        painter.drawLine(line)
        if at % 50:
            return
        painter.setPen(QColor(tokens.TEXT_2))
        words = "0 mm" if at == 0 else str(at)
        if line.x1() == line.x2():
            painter.drawText(QPointF(line.x1() + 3, line.y2() - 9), words)
        elif at:
            painter.save()
            painter.translate(line.x2() - 9, line.y1() + 3)
            painter.rotate(-90)
            advance = painter.fontMetrics().horizontalAdvance(words)
            painter.drawText(QPointF(-advance - 0.0, 0), words)
            painter.restore()

    def _paint_extent(self, painter: QPainter, across: QRectF, down: QRectF) -> None:
        """Mark the chosen field's extent on both rulers."""
        box = self.box()
        if box is None or not self.show_boxes:
            return
        area = self._to_px(box)
        painter.fillRect(
            QRectF(area.left(), across.bottom() - 3, area.width(), 3), QColor(tokens.FOCUS)
        )
        painter.fillRect(
            QRectF(down.right() - 3, area.top(), 3, area.height()), QColor(tokens.FOCUS)
        )

    # -- choosing -----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        boxes = self._fitted.boxes if self._fitted else ()
        hit = [box for box in boxes if self._to_px(box).contains(event.position())]
        hit.sort(key=lambda box: box.width_mm * box.height_mm)
        self.choose(hit[0].role if hit else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from field to field; the rest belongs to the screen."""
        boxes = self._fitted.boxes if self._fitted else ()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not boxes:
            super().keyPressEvent(event)
            return
        roles = [box.role for box in boxes]
        if self.role in roles:
            self.choose(roles[(roles.index(self.role) + step) % len(roles)])
        else:
            self.choose(roles[0 if step > 0 else -1])


def _reach(at: int) -> float:
    return 9.0 if at % 50 == 0 else 6.0 if at % 10 == 0 else 3.0


class PreviewArea(QScrollArea):
    """The canvas with its zoom: the whole sheet, or a fixed percentage."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setProperty("kind", "desk")
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.canvas = SheetCanvas()
        self.setWidget(self.canvas)
        self._percent = 0

    def set_percent(self, percent: int) -> None:
        """Show the sheet at ``percent`` of its true size on screen; 0 fits the whole sheet."""
        self._percent = percent
        self._apply()

    def set_sheet(self, fitted: FittedPage | None, pictures: Mapping[str, QImage]) -> None:
        """Show another sheet."""
        self.canvas.set_sheet(fitted, pictures)
        self._apply()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._percent == 0:
            self._apply()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(tokens.DESK))

    def _apply(self) -> None:
        if self._percent:
            self.canvas.set_zoom(self.logicalDpiX() / 25.4 * self._percent / 100)
        else:
            self.canvas.set_zoom(self.canvas.fitting_zoom(self.maximumViewportSize()))
