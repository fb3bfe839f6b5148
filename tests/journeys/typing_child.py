"""A window in a process of its own that stores block after block until it is killed.

Run by ``test_window_safety.py``: ``python -m tests.journeys.typing_child FILE``. Each block is
pasted into the list of units as a person pastes it; its number goes to standard output once the
window shows the rows as stored.
"""

from __future__ import annotations

import itertools
import os
import sys
import time
from pathlib import Path

BLOCK = 40


def main(path: Path) -> None:
    """Paste blocks of rows for ever."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - after the platform was chosen
    from PySide6.QtTest import QTest  # noqa: PLC0415

    from thiduaqt.ui.app import Application, prepare  # noqa: PLC0415
    from thiduaqt.ui.memory import Memory  # noqa: PLC0415
    from thiduaqt.ui.tables.grid import Grid  # noqa: PLC0415

    app = prepare()
    program = Application(Memory())
    assert program.open(path)
    window = program.window
    assert window is not None
    window.navigate("units")
    grid = window.findChild(Grid, "units.grid")
    assert grid is not None
    there = len(grid.rows())
    for number in itertools.count(1):
        name = f"{os.getpid()}-{number}"
        rows = [f"Thôn {name}-{line}\t\tLò Thị Ánh {line}" for line in range(BLOCK)]
        QGuiApplication.clipboard().setText("\n".join(rows))
        last = len(grid.model.entries) - 1
        grid.view.setFocus()
        grid.view.go_to(grid.model.index(last, grid.model.column_number("name")))
        grid.keys.paste()
        wanted = there + number * BLOCK
        begun = time.monotonic()
        while len(grid.rows()) < wanted:
            assert time.monotonic() - begun < 20, "the block was never shown as stored"
            app.processEvents()
            QTest.qWait(1)
        sys.stdout.write(f"{name}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
