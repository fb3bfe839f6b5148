"""A window on a data file is painted before any movement pack has been read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.builders import a_session

PROBE = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from thiduaqt.catalog import packs
from thiduaqt.ui import app as start
from thiduaqt.ui.memory import Memory
memory = Memory(Path(sys.argv[1]).with_suffix(".ini"))
app = start.prepare(memory=memory)
class Watch(QObject):
    painted = None
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWidgetType() and watched.isWindow():
            Watch.painted = Watch.painted or packs._shipped.cache_info().misses + 1
        return False
watch = Watch(); app.installEventFilter(watch)
program = start.Application(memory)
program.open(Path(sys.argv[1]))
until = time.monotonic() + 60
while Watch.painted is None and time.monotonic() < until:
    app.processEvents()
print("read before:", Watch.painted - 1, flush=True)
import os; os._exit(0)
"""


def test_the_first_paint_reads_no_packs(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    session.close()
    root = Path(__file__).resolve().parents[2]
    words = [sys.executable, "-c", PROBE, str(session.path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=90, cwd=root)
    assert done.stdout.strip().splitlines()[-1:] == ["read before: 0"], done.stderr
