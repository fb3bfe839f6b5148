"""The icon file holds every size Windows asks for, each a picture that is not empty."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]


def test_the_icon_holds_every_size(tmp_path: Path) -> None:
    made = tmp_path / "a.ico"
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "icon.py"), str(made)], env=variables, check=True
    )
    data = made.read_bytes()
    reserved, kind, count = struct.unpack_from("<HHH", data)
    assert (reserved, kind, count) == (0, 1, 9)
    sizes = []
    for number in range(count):
        side, *_, length, place = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        image = QImage.fromData(data[place : place + length], "PNG")
        assert image.width() == image.height() == (side or 256)
        centre = image.pixelColor(image.width() // 2, image.height() // 8 * 7)
        assert centre.alpha() == 255
        assert image.pixelColor(0, 0).alpha() < 128  # rounded corner
        sizes.append(image.width())
    assert sizes == [16, 20, 24, 32, 40, 48, 64, 128, 256]
