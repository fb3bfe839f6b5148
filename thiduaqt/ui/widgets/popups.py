"""Where a popup opens: at the place it belongs to, but never beyond the edge of the screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def open_popup(popup: QWidget, place: QPoint) -> None:
    """Show ``popup`` with its upper left corner at ``place``, moved back where it would be cut."""
    popup.adjustSize()
    screen = QGuiApplication.screenAt(place) or popup.screen()
    room = screen.availableGeometry()
    left = min(place.x(), room.right() - popup.width())
    top = min(place.y(), room.bottom() - popup.height())
    popup.move(max(room.left(), left), max(room.top(), top))
    popup.show()
