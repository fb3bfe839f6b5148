"""Takes pictures of every screen, empty, full and in trouble, at the sizes that must work.

python tests/shots/make_shots.py --out shots [--only nominations] [--sizes 1093x550,1366x768]
    [--points 14] [--lang en]

With QT_SCALE_FACTOR=1.25 in the environment the pictures are taken as on such a display.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SIZES = "1093x550,1366x768"
SCENES = (
    "season",
    "scores",
    "movements",
    "criteria",
    "quotas",
    "registrations",
    "targets",
    "plan_text",
    "intake",
    "council",
    "decisions",
    "certificates",
    "data",
    "around",
    "wizard",
)


def main() -> int:
    """Write the pictures and print their names; 1 if a scene could not be played."""
    wanted = _arguments()
    out: Path = wanted.out
    out.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    # Under the name of the program, since the window shows the folder of the data in places.
    with tempfile.TemporaryDirectory(prefix="ThiDuaQt-") as folder:
        os.environ["THIDUAQT_DATA"] = str(Path(folder) / "du-lieu")
        failed = _play(wanted, Path(folder))
    sys.stdout.write(f"{time.monotonic() - began:.0f} s\n")
    for name in failed:
        sys.stderr.write(f"scene {name} could not be played\n")
    return 1 if failed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", default="", help="scenes whose name begins so, joined by commas")
    parser.add_argument("--sizes", default=SIZES)
    parser.add_argument("--points", type=int, default=10, help="size of the type")
    parser.add_argument("--lang", default="vi")
    return parser.parse_args()


def _play(wanted: argparse.Namespace, folder: Path) -> list[str]:
    # Qt and the scenes are loaded once the platform is chosen.
    import importlib  # noqa: PLC0415

    _widen_screen(folder)
    from PySide6.QtCore import qInstallMessageHandler  # noqa: PLC0415

    from tests.shots.camera import Camera  # noqa: PLC0415
    from tests.shots.seasons import Archive  # noqa: PLC0415
    from tests.shots.studio import SCENES as PLAYS  # noqa: PLC0415
    from tests.shots.studio import Studio  # noqa: PLC0415
    from thiduaqt.ui import app, theme  # noqa: PLC0415

    qInstallMessageHandler(_say)
    application = app.prepare(wanted.lang)
    theme.apply(application, points=wanted.points, bundled_font=True)
    sizes = tuple(_size(text) for text in wanted.sizes.split(","))
    studio = Studio(Camera(wanted.out, sizes), Archive(folder))
    for name in SCENES:
        importlib.import_module(f"tests.shots.scenes_{name}")
    failed = []
    for name, play in PLAYS.items():
        if wanted.only and not name.startswith(tuple(wanted.only.split(","))):
            continue
        try:
            play(studio)
        except Exception:  # the other scenes are worth having
            traceback.print_exc()
            failed.append(name)
    for words in studio.camera.forced:
        sys.stderr.write(f"{words}\n")
    return failed


def _widen_screen(folder: Path) -> None:
    """Give the pictures a screen of the size offices have; left alone it has 800 by 800."""
    if os.environ["QT_QPA_PLATFORM"] == "offscreen":
        screen = {"name": "screen", "x": 0, "y": 0, "width": 1920, "height": 1080}
        config = folder / "screens.json"
        config.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={config}"


def _say(_kind: object, _context: object, text: str) -> None:
    """Pass on what Qt says, but not that a picture has no window manager."""
    if "This plugin does not support" not in text:
        sys.stderr.write(f"{text}\n")


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


if __name__ == "__main__":
    sys.exit(main())
