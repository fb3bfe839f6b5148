"""The office's own pictures, rendered once and shared by all sheets."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter

from thiduaqt.domain.errors import BadFile

# 30 mm at 600 dots per inch: finer cannot be told apart, and one copy serves a whole batch.
_SIDE_PX = 720


def load_pictures(emblem: Path | None) -> dict[str, QImage]:
    """Return the pictures that pages ask for by name. Raises BadFile for one that is no picture."""
    if emblem is None:
        return {}
    image = _svg(emblem) if emblem.suffix.lower() == ".svg" else QImage(str(emblem))
    if image.isNull():
        raise BadFile(
            f"Không đọc được hình {emblem.name}.",
            todo="Thay bằng tệp .svg, .png hoặc .jpg mở được bằng phần mềm xem ảnh.",
            code="BAD_PICTURE",
        )
    return {"emblem": image}


def _svg(path: Path) -> QImage:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - few offices use a vector emblem

    renderer = QSvgRenderer(str(path))
    if not renderer.isValid():
        return QImage()
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    size = renderer.defaultSize().scaled(
        QSize(_SIDE_PX, _SIDE_PX), Qt.AspectRatioMode.KeepAspectRatio
    )
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image
