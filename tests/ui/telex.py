"""Types as Vietnamese typing aids do: plain letters, backspaces, replacement letters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

# What the aid sends for each word typed in Telex; "<" is Backspace.
WORDS: dict[str, str] = {
    "Bà": "Ba<à",
    "Nguyễn": "Nguye<ê<ễn",
    "Thị": "Thi<ị",
    "Đặng": "D<Đa<ă<ặng",
    "Đức": "D<Đu<ưc<<ức",
    "Ước": "U<Ưo<ơ<<Ướ<ớc",
    "giữ": "giu<ư<ữ",
    "quý": "quy<ý",
    "người": "nguoi<<<ươi<<ời",
    "Hoàng": "Hoang<<<àng",
    "Thùy": "Thuy<<ùy",
    "Mỹ": "My<ỹ",
    "Ánh": "A<Ánh",
    "Ẩn": "A<Â<Ẩn",
    "Ủy": "U<Ủy",
    "Kỳ": "Ky<ỳ",
    "Lộc": "Lo<ôc<<ộc",
    "Phượng": "Phuong<<<<ương<<<<ượng",
    "Tưởng": "Tuong<<<<ương<<<<ưởng",
    "Ơn": "O<Ơn",
    "Bắc": "Ba<ăc<<ắc",
    "Vũ": "Vu<ũ",
    "Hằng": "Ha<ă<ằng",
    "Sửu": "Suu<<ưu<<ửu",
    "Khuê": "Khue<ê",
    "Hòa": "Hoa<<òa",
    "Xuyến": "Xuye<ên<<ến",
    "Đỗ": "D<Đo<ô<ỗ",
    "Lường": "Luong<<<<ương<<<<ường",
    "Yến": "Ye<ên<<ến",
}


def _send(target: QWidget, key: int, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(QApplication.focusWidget() or target, event)


def send(target: QWidget, sign: str) -> None:
    """Send one sign to whoever has the focus, ``target`` if nobody has."""
    if sign == "<":
        _send(target, Qt.Key.Key_Backspace, "\b")
    elif sign.isascii():
        _send(target, QTest.asciiToKey(sign), sign)
    else:
        _send(target, 0, sign)  # an aid sends it as VK_PACKET, which has no key


def telex(target: QWidget, keys: str) -> None:
    """Send ``keys`` one after the other, letting the event loop turn in between."""
    for sign in keys:
        send(target, sign)
        QApplication.processEvents()


def buffer_after(keys: str) -> str:
    """Return what stands in a plain field after ``keys``."""
    text = ""
    for sign in keys:
        text = text[:-1] if sign == "<" else text + sign
    return text
