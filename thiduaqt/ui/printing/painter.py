"""Paint a page in millimetres: the same code for screen, PDF and printer."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QTransform,
)

from thiduaqt.domain.calibration import Affine
from thiduaqt.domain.page import MM_PER_PT, Band, Font, Item, Line, Page, Picture, Rect, Text
from thiduaqt.ui.printing.fonts import qt_font, width_mm

_PLACEHOLDER_EDGE = "#C8A24A"
_PLACEHOLDER_GROUND = "#FFFCF2"
_PLACEHOLDER_WORDS = "#8A6D1F"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a page is put onto a device.

    ``px_per_mm`` is the scale of the device, ``origin`` the corner of the sheet in device pixels;
    ``correction`` makes up for a printer; ``pictures`` holds the office's pictures by name.
    """

    px_per_mm: float
    origin: tuple[float, float] = (0.0, 0.0)
    opacity: float = 1.0
    correction: Affine = field(default_factory=Affine)
    pictures: Mapping[str, QImage] = field(default_factory=dict)


def paint(painter: QPainter, page: Page, look: Look) -> None:
    """Paint ``page`` onto the device of ``painter``; the painter's state is left as it was."""
    painter.save()
    painter.setOpacity(painter.opacity() * look.opacity)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing, True)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
    scale, (left, top) = look.px_per_mm, look.origin
    painter.setTransform(
        _qt(look.correction) * QTransform(scale, 0, 0, scale, left, top), combine=True
    )
    for item in page.items:
        _paint_item(painter, item, look)
    painter.restore()


def _qt(affine: Affine) -> QTransform:
    return QTransform(affine.a, affine.b, affine.c, affine.d, affine.e, affine.f)


def _paint_item(painter: QPainter, item: Item, look: Look) -> None:
    match item:
        case Text():
            paint_text(painter, item)
        case Line():
            painter.setPen(_pen(item.colour, item.weight_mm))
            painter.drawLine(QLineF(item.x1_mm, item.y1_mm, item.x2_mm, item.y2_mm))
        case Rect():
            painter.setPen(_pen(item.colour, item.weight_mm))
            painter.setBrush(QColor(item.fill) if item.fill else Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(item.x_mm, item.y_mm, item.width_mm, item.height_mm))
        case Band():
            _paint_band(painter, item)
        case Picture():
            _paint_picture(painter, item, look)


def _pen(colour: str, weight_mm: float) -> QPen:
    pen = QPen(QColor(colour), weight_mm)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def text_left_mm(item: Text) -> float:
    """Return where the first letter of ``item`` starts, in millimetres."""
    slack = item.width_mm - text_width_mm(item)
    return item.x_mm + {"left": 0.0, "center": slack / 2, "right": slack}[item.align]


def text_width_mm(item: Text) -> float:
    """Return the advance width of ``item`` with its tracking, in millimetres."""
    return width_mm(item.text, item.font) + item.tracking_mm * max(len(item.text) - 1, 0)


def paint_text(painter: QPainter, item: Text) -> None:
    """Paint one line on its baseline, in the painter's millimetres.

    Letters are set at a large whole size and scaled down: their widths are then the measured ones
    on every device.
    """
    font = qt_font(item.font.family, item.font.bold, item.font.italic)
    scale = item.font.size_pt * MM_PER_PT / font.pixelSize()
    painter.save()
    painter.translate(text_left_mm(item), item.baseline_mm)
    painter.scale(scale, scale)
    painter.setFont(font)
    painter.setPen(QColor(item.colour))
    words = unicodedata.normalize("NFC", item.text)
    if item.tracking_mm:
        _draw_spaced(painter, words, item, scale)
    else:
        painter.drawText(QPointF(0.0, 0.0), words)
    painter.restore()


def _draw_spaced(painter: QPainter, words: str, item: Text, scale: float) -> None:
    """Draw letter by letter: Qt's own letter spacing grows with the dots per inch of a device."""
    for number, letter in enumerate(words):
        if letter != " ":
            at_mm = width_mm(words[:number], item.font) + number * item.tracking_mm
            painter.drawText(QPointF(at_mm / scale, 0.0), letter)


def _paint_band(painter: QPainter, band: Band) -> None:
    """Paint the lattice: lozenges side by side around the sheet, a dot in each and between them."""
    outer = QRectF(band.x_mm, band.y_mm, band.width_mm, band.height_mm)
    depth = band.depth_mm
    inner = outer.adjusted(depth, depth, -depth, -depth)
    ring = QPainterPath()
    ring.addRect(outer)
    ring.addRect(inner)
    painter.fillPath(ring, QColor(band.ground))
    lattice, dots, seeds = QPainterPath(), QPainterPath(), QPainterPath()
    for x, y, half_x, half_y in lozenges(band):
        _add_lozenge(lattice, x, y, half_x, half_y)
        _add_lozenge(seeds, x, y, half_x * 0.56, half_y * 0.56)
        _add_lozenge(dots, x, y, half_x * 0.26, half_y * 0.26)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(band.colour, 0.2))
    painter.drawPath(lattice)
    painter.fillPath(seeds, QColor(band.colour))
    painter.fillPath(dots, QColor(band.dot))


def lozenges(band: Band) -> list[tuple[float, float, float, float]]:
    """Return centre and half sizes (mm) of every lozenge of a band, two rows around the sheet."""
    found: list[tuple[float, float, float, float]] = []
    rows = 2
    half_depth = band.depth_mm / rows / 2
    across = max(1, round(band.width_mm / band.tile_mm))
    half_across = band.width_mm / across / 2
    tall = band.height_mm - 2 * band.depth_mm
    down = max(1, round(tall / band.tile_mm))
    half_down = tall / down / 2
    for row in range(rows):
        offset = half_depth * (2 * row + 1)
        for step in range(across):
            x = band.x_mm + half_across * (2 * step + 1)
            found.append((x, band.y_mm + offset, half_across, half_depth))
            found.append((x, band.y_mm + band.height_mm - offset, half_across, half_depth))
        for step in range(down):
            y = band.y_mm + band.depth_mm + half_down * (2 * step + 1)
            found.append((band.x_mm + offset, y, half_depth, half_down))
            found.append((band.x_mm + band.width_mm - offset, y, half_depth, half_down))
    return found


def _add_lozenge(path: QPainterPath, x: float, y: float, half_x: float, half_y: float) -> None:
    path.moveTo(x - half_x, y)
    path.lineTo(x, y - half_y)
    path.lineTo(x + half_x, y)
    path.lineTo(x, y + half_y)
    path.closeSubpath()


def _paint_picture(painter: QPainter, item: Picture, look: Look) -> None:
    box = QRectF(item.x_mm, item.y_mm, item.width_mm, item.height_mm)
    image = look.pictures.get(item.source)
    if image is None or image.isNull():
        _paint_placeholder(painter, item, box)
        return
    scale = min(box.width() / image.width(), box.height() / image.height())
    width, height = image.width() * scale, image.height() * scale
    target = QRectF(box.center().x() - width / 2, box.center().y() - height / 2, width, height)
    painter.drawImage(target, image)


def _paint_placeholder(painter: QPainter, item: Picture, box: QRectF) -> None:
    """Paint a plain circle with words where the office's own picture will stand."""
    pen = _pen(_PLACEHOLDER_EDGE, 0.35)
    pen.setDashPattern([3.0, 2.5])
    painter.setPen(pen)
    painter.setBrush(QColor(_PLACEHOLDER_GROUND))
    painter.drawEllipse(box.adjusted(0.2, 0.2, -0.2, -0.2))
    words = item.caption.split()
    font = Font(family="Liberation Sans", size_pt=box.height() * 0.42)
    pitch = font.size_pt * MM_PER_PT * 1.2
    first = box.center().y() + font.size_pt * MM_PER_PT * 0.35 - pitch * (len(words) - 1) / 2
    for number, word in enumerate(words):
        paint_text(
            painter,
            Text(
                text=word,
                x_mm=box.left(),
                width_mm=box.width(),
                baseline_mm=first + number * pitch,
                font=font,
                align="center",
                colour=_PLACEHOLDER_WORDS,
            ),
        )
