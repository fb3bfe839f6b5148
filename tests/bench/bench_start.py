"""Start-up: from the start of the process to the first paint, against an empty window.

Both start in turn, several times; medians and their ratio are printed. Goal: at most 1.5. With a
frozen program in dist/ that one is started too, against the unfrozen one; goal: at most 1.1.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 9
OFFICE = ("docx", "openpyxl", "python_calamine", "lxml", "sqlite_utils", "msgspec", "zipfile")

EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        sys.stdout.write("painted\\n"); sys.stdout.flush()
app = QApplication(sys.argv[:1])
window = Window(); window.resize(1093, 550); window.show()
while True:
    app.processEvents()
"""
FIRST = """
import sys
from thiduaqt.ui import start
paint = start.Curtain.paintEvent
def painted(self, event):
    paint(self, event)
    loaded = [name for name in sys.argv[2].split(",") if name in sys.modules]
    sys.stdout.write("painted " + ",".join(loaded) + "\\n"); sys.stdout.flush()
start.Curtain.paintEvent = painted
start.run([sys.argv[1]])
"""
OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from thiduaqt.ui import app as start
from thiduaqt.ui.memory import Memory
memory = Memory(Path(sys.argv[1]).with_suffix(".ini"))
app = start.prepare(memory=memory)
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWidgetType() and watched.isWindow():
            loaded = [name for name in sys.argv[2].split(",") if name in sys.modules]
            sys.stdout.write("painted " + ",".join(loaded) + "\\n"); sys.stdout.flush()
        return False
watch = Watch(); app.installEventFilter(watch)
program = start.Application(memory)
program.open(Path(sys.argv[1]))
while True:
    app.processEvents()
"""


def seconds_to_paint(command: list[str], environment: dict[str, str]) -> tuple[float, str]:
    """Return the seconds until the process says that it has painted, and what it said."""
    begin = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline().strip()
        taken = time.perf_counter() - begin
        process.kill()
    if not said.startswith("painted"):
        raise SystemExit(f"nothing was painted by: {' '.join(command[:3])}")
    return taken, said


def main() -> None:
    """Print the medians and the ratio."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
            "THIDUAQT_DATA": folder,
        }
        data = Path(folder) / "out" / "minh-hoa.tdqdb"
        subprocess.run(
            [sys.executable, "-m", "thiduaqt", "demo", "--out", str(data.parent)],
            check=True,
            env=environment,
            stdout=subprocess.DEVNULL,
        )
        empty: list[float] = []
        first: list[float] = []
        ours: list[float] = []
        said = ""
        for _ in range(ROUNDS + 1):
            empty.append(seconds_to_paint([sys.executable, "-c", EMPTY], environment)[0])
            ending = [str(data), ",".join(OFFICE)]
            first.append(seconds_to_paint([sys.executable, "-c", FIRST, *ending], environment)[0])
            taken, said = seconds_to_paint([sys.executable, "-c", OURS, *ending], environment)
            ours.append(taken)
        print(f"empty window            {statistics.median(empty[1:]) * 1000:7.0f} ms")
        for name, times in (("first window (frame)", first), ("window with its list", ours)):
            ratio = statistics.median(o / e for o, e in zip(times[1:], empty[1:], strict=True))
            print(f"{name}    {statistics.median(times[1:]) * 1000:7.0f} ms   ratio {ratio:.2f}")
        loaded = said.removeprefix("painted").strip()
        print(f"office libraries loaded before the first paint: {loaded or 'none'}")
        _frozen(environment)


def _frozen(environment: dict[str, str]) -> None:
    """Compare the frozen program with the unfrozen one, where it has been built."""
    name = "thiduaqt-cli.exe" if os.name == "nt" else "thiduaqt-cli"
    programs = [path for path in (ROOT / "dist").glob(f"*/{name}") if path.is_file()]
    if not programs:
        print("frozen program: not built (dev.py build)")
        return
    pairs: list[float] = []
    for _ in range(ROUNDS + 1):
        times: list[float] = []
        for command in ([str(programs[0])], [sys.executable, "-m", "thiduaqt"]):
            begin = time.perf_counter()
            subprocess.run(
                [*command, "packs"], check=True, env=environment, stdout=subprocess.DEVNULL
            )
            times.append(time.perf_counter() - begin)
        pairs.append(times[0] / times[1])
    print(f"frozen / unfrozen, whole process of `packs`: ratio {statistics.median(pairs[1:]):.2f}")


if __name__ == "__main__":
    main()
