"""Runs first in the frozen program: tells Qt where its plugins lie, without loading Qt.

The hook that comes with PyInstaller loads QtCore to ask whether Qt knows by itself (the wheels we
pin do), which would cost every command line call some 35 ms.
"""

import os
import sys
from pathlib import Path

_QT = Path(sys._MEIPASS) / "PySide6"  # type: ignore[attr-defined] # noqa: SLF001 - when frozen
if sys.platform != "win32":
    _QT /= "Qt"
os.environ["QT_PLUGIN_PATH"] = str(_QT / "plugins")
