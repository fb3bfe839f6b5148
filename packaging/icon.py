"""Draw the program's icon for Windows: the award of the rail on the rail's colour.

Run by packaging/dev.py build with the environment's Python: ``icon.py FILE.ico``.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from thiduaqt import paths
from thiduaqt.ui import tokens

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)  # what Windows asks for at 100 % to 250 %


def png(size: int) -> bytes:
    """Return the icon of ``size`` pixels as a PNG."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.RAIL))
    painter.drawRoundedRect(QRectF(0, 0, size, size), size / 6, size / 6)
    award = (paths.resources() / "icons" / "award.svg").read_text(encoding="utf-8")
    award = award.replace("currentColor", tokens.RAIL_BAR)
    edge = size / 8
    inside = QRectF(edge, edge, size - 2 * edge, size - 2 * edge)
    QSvgRenderer(QByteArray(award.encode())).render(painter, inside)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return an icon file that holds the pictures (size in pixels → PNG)."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    for size, picture in pictures.items():
        side = size % 256  # 0 stands for 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return head + b"".join(pictures.values())


if __name__ == "__main__":
    application = QGuiApplication(sys.argv[:1])
    Path(sys.argv[1]).write_bytes(ico({size: png(size) for size in SIZES}))
