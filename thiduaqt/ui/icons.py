"""Outline icons by name and colour, painted sharp for every screen scale."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from thiduaqt import paths
from thiduaqt.ui import tokens

_FRAME = re.compile(r'<path stroke="none"[^>]*/>')


@cache
def _source(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    # The empty square of each drawing, meant to stay invisible, gets a frame in a PDF.
    drawing = _FRAME.sub("", _source(name)).replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawing.encode()))


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """Return icon ``name`` in ``colour``, ``size`` logical pixels wide, for one device ratio."""
    side = round(size * ratio)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _renderer(name, colour).render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def paint(painter: QPainter, rect: QRect, name: str, colour: str) -> None:
    """Paint icon ``name`` into ``rect`` (taken as a square) of a widget or delegate."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    painter.drawPixmap(rect.topLeft(), pixmap(name, colour, rect.width(), ratio))


def draw(painter: QPainter, area: QRectF, name: str, colour: str) -> None:
    """Draw icon ``name`` as strokes, sharp on paper and in a PDF; slower than :func:`paint`."""
    _renderer(name, colour).render(painter, area)


class _Engine(QIconEngine):
    """Paints one icon in the colours of a control's states."""

    def __init__(self, name: str, colour: str, colour_on: str) -> None:
        super().__init__()
        self._name, self._colour, self._colour_on = name, colour, colour_on

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        corner = rect.center() - QPoint((side - 1) // 2, (side - 1) // 2)
        square = QRect(corner, QSize(side, side))
        paint(painter, square, self._name, self._pick(mode, state))

    def _pick(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return tokens.FROZEN_EDGE
        return self._colour_on if state == QIcon.State.On else self._colour

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return pixmap(self._name, self._pick(mode, state), min(size.width(), size.height()), 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        side = round(min(size.width(), size.height()) / scale)
        return pixmap(self._name, self._pick(mode, state), side, scale)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour, self._colour_on)


def icon(name: str, colour: str = tokens.TEXT_2, *, on: str | None = None) -> QIcon:
    """Return icon ``name`` (file name in resources/icons) in ``colour``; ``on`` when checked.

    Raises FileNotFoundError for an icon that does not ship.
    """
    _source(name)
    return QIcon(_Engine(name, colour, on or colour))
