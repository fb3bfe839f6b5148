"""A page painted in true proportion from the pieces of :mod:`thiduaqt.services.letterhead`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from thiduaqt.services.letterhead import PAGE_MM, Piece
from thiduaqt.ui import tokens

_MM_PER_POINT = 25.4 / 72
_DESK = 16
_SHARE_ABOVE = 0.4


def paint_piece(painter: QPainter, piece: Piece) -> None:
    """Paint one piece; the painter's unit is the millimetre."""
    area = QRectF(piece.left, piece.top, piece.width, piece.height)
    if not piece.text:
        if not piece.size:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.DESK))
            painter.drawRoundedRect(area, 0.8, 0.8)
        return
    font = QFont(tokens.SERIF)
    font.setPixelSize(100)  # scaled down below: whole pixels would not do for millimetres
    font.setBold(piece.bold)
    font.setItalic(piece.italic)
    ratio = piece.size * _MM_PER_POINT / 100
    painter.save()
    painter.translate(area.left(), area.top())
    painter.scale(ratio, ratio)
    painter.setFont(font)
    painter.setPen(QColor("black"))
    scaled = QRectF(0, 0, area.width() / ratio, area.height() / ratio)
    side = Qt.AlignmentFlag.AlignHCenter if piece.centred else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    painter.drawText(scaled, int(flags), piece.text)
    painter.restore()
    if piece.rule:
        painter.setPen(QPen(QColor("black"), 0.25))
        middle, below = area.center().x(), area.bottom() + 0.7
        painter.drawLine(
            QPointF(middle - piece.rule / 2, below), QPointF(middle + piece.rule / 2, below)
        )


class LetterheadView(QWidget):
    """The page on a grey desk, its top part first; the answer being edited is outlined.

    ``crop`` (top, bottom in mm) shows only that band of the page, without the desk.
    """

    def __init__(
        self, parent: QWidget | None = None, *, crop: tuple[float, float] | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("letterhead.preview")
        self._pieces: tuple[Piece, ...] = ()
        self._field = ""
        self._crop = crop
        policy = QSizePolicy.Policy.Fixed if crop else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, policy)
        if crop:
            share = (crop[1] - crop[0]) / (PAGE_MM[0] - 30)
            self.setFixedHeight(round(share * 330))

    def show_pieces(self, pieces: Sequence[Piece], field: str = "") -> None:
        """Show ``pieces`` and outline those of ``field``."""
        self._pieces, self._field = tuple(pieces), field
        texts = [piece.text for piece in pieces if piece.text]
        self.setAccessibleName(self.tr("Xem trước trang văn bản"))
        self.setAccessibleDescription(". ".join(texts))
        self.update()

    def texts(self) -> list[str]:
        """Return the texts on the page from top to bottom."""
        return [piece.text for piece in self._pieces if piece.text]

    def outlined(self) -> list[str]:
        """Return the texts that are outlined."""
        return [piece.text for piece in self._pieces if self._field and piece.field == self._field]

    def sizeHint(self) -> QSize:
        return QSize(560, 500)

    def minimumSizeHint(self) -> QSize:
        return QSize(232, self.minimumHeight() or 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._crop:
            self._paint_band(painter, *self._crop)
            return
        painter.setPen(QPen(QColor(tokens.BORDER), 1))
        painter.setBrush(QColor(tokens.DESK))
        around = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(around, tokens.RADIUS_CARD, tokens.RADIUS_CARD)
        painter.setClipRect(around.adjusted(1, 1, -1, -1))
        scale = (self.width() - 2 * _DESK) / PAGE_MM[0]
        painter.translate(_DESK, _DESK - self._scrolled(scale))
        sheet = QRectF(0, 0, PAGE_MM[0] * scale, PAGE_MM[1] * scale)
        painter.setPen(QPen(QColor(tokens.BORDER_INPUT), 1))
        painter.setBrush(QColor("white"))
        painter.drawRect(sheet)
        self._paint_pieces(painter, scale)

    def _paint_band(self, painter: QPainter, top: float, bottom: float) -> None:
        painter.setPen(QPen(QColor(tokens.BORDER), 1))
        painter.setBrush(QColor("white"))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setClipRect(self.rect().adjusted(1, 1, -1, -1))
        # The margins of the page tell nothing here.
        scale = min(self.width() / (PAGE_MM[0] - 30), self.height() / (bottom - top))
        painter.translate((self.width() - PAGE_MM[0] * scale) / 2 - 7 * scale, -top * scale)
        self._paint_pieces(painter, scale)

    def _scrolled(self, scale: float) -> float:
        """Return how far the page is moved up so that the outlined piece can be seen."""
        shown = [piece for piece in self._pieces if self._field and piece.field == self._field]
        if not shown:
            return 0.0
        lowest = max(piece.top + piece.height for piece in shown) * scale + 2 * _DESK
        if lowest <= self.height():
            return 0.0
        return min(
            lowest - self.height() * (1 - _SHARE_ABOVE) + 40,
            PAGE_MM[1] * scale + 2 * _DESK - self.height(),
        )

    def _paint_pieces(self, painter: QPainter, scale: float) -> None:
        painter.save()
        painter.scale(scale, scale)
        for piece in self._pieces:
            paint_piece(painter, piece)
        shown = [piece for piece in self._pieces if self._field and piece.field == self._field]
        for piece in shown:
            self._outline(painter, piece, scale)
        painter.restore()

    def _outline(self, painter: QPainter, piece: Piece, scale: float) -> None:
        """Draw a dashed frame around a piece, as wide as its text."""
        font = QFont(tokens.SERIF)
        font.setPixelSize(100)
        font.setBold(piece.bold)
        painter.setFont(font)
        ratio = piece.size * _MM_PER_POINT / 100
        width = painter.fontMetrics().horizontalAdvance(piece.text or " " * 12) * ratio
        left = piece.left + (piece.width - width) / 2 if piece.centred else piece.left
        box = QRectF(left - 1.5, piece.top - 0.3, width + 3, piece.height + 0.6)
        painter.setPen(QPen(QColor(tokens.FOCUS), 1.2 / scale, Qt.PenStyle.DashLine))
        ground = QColor(tokens.FOCUS)
        ground.setAlphaF(0.10)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 0.6, 0.6)
