"""The bundled faces, and how wide text is in them."""

from __future__ import annotations

import threading
import unicodedata
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QRawFont

from thiduaqt import paths
from thiduaqt.domain.page import MM_PER_PT, Font

# Text is measured once, very large: a face scales evenly as long as hinting is off.
_EM_PX = 2000

# The application is kept here when a command line has none: Qt needs one for its fonts.
_kept: list[QGuiApplication] = []
_loaded: list[int] = []


def ensure_application() -> None:
    """Make a windowless application where none runs yet (command line, no display needed)."""
    if QGuiApplication.instance() is None:
        _kept.append(QGuiApplication(["thiduaqt", "-platform", "offscreen"]))
    ensure_fonts()


def ensure_fonts() -> None:
    """Give Qt the bundled faces, once; they then win over older ones of the same name.

    Qt lists the system's faces when it is first asked for one, and the last listed wins. So it is
    asked before ours are added: a computer with Liberation 1, which lacks many Vietnamese letters,
    would otherwise mix two faces within one word.
    """
    if _loaded:
        return
    QFontDatabase.families()
    for path in sorted((paths.resources() / "fonts").glob("Liberation*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number >= 0:
            _loaded.append(number)
    _qt_font.cache_clear()
    _width_px.cache_clear()


def qt_font(family: str, bold: bool, italic: bool) -> QFont:
    """Return the face without hinting, so that it keeps its widths on every device.

    Each thread has fonts of its own: a PDF may be written while the window is painted.
    """
    return _qt_font(family, bold, italic, threading.get_ident())


@lru_cache(maxsize=256)
def _qt_font(family: str, bold: bool, italic: bool, _thread: int) -> QFont:
    font = QFont(family)
    font.setBold(bold)
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferOutline)
    font.setPixelSize(_EM_PX)
    return font


def width_mm(text: str, font: Font) -> float:
    """Return the advance width of ``text`` in millimetres (the ``Measure`` of layouts)."""
    em = _width_px(text, font.family, font.bold, font.italic) / _EM_PX
    return em * font.size_pt * MM_PER_PT


@lru_cache(maxsize=20_000)
def _width_px(text: str, family: str, bold: bool, italic: bool) -> float:
    return QFontMetricsF(qt_font(family, bold, italic)).horizontalAdvance(text)


def missing_letters(text: str, font: Font) -> tuple[str, ...]:
    """Return the letters of ``text`` that the face lacks; another face would stand in for them."""
    raw = QRawFont.fromFont(qt_font(font.family, font.bold, font.italic))
    letters = dict.fromkeys(unicodedata.normalize("NFC", text))
    return tuple(sign for sign in letters if sign != "\n" and not raw.supportsCharacter(ord(sign)))


def is_installed(family: str) -> bool:
    """Tell whether this computer (or the program) has the face ``family``."""
    return family in QFontDatabase.families()
