"""Takes pictures of every screen, empty and full, at the two sizes that must work.

python tests/shots/make_shots.py --out shots [--only nominations] [--lang en] [--wide]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SIZES = ((1093, 550), (1366, 696))
LARGER = ((1280, 984), (1366, 768))


def main() -> int:
    """Write the pictures and print their names."""
    wanted = _arguments()
    out: Path = wanted.out
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["THIDUAQT_DATA"] = folder
        from thiduaqt.ui import app, theme  # noqa: PLC0415 - after the platform is chosen

        application = app.prepare(wanted.lang)
        theme.apply(application, bundled_font=True)
        _sheet(out)
        sizes = (*SIZES, *LARGER) if wanted.wide else SIZES
        for state, path in _data_files(Path(folder)).items():
            _screens(path, out, state, sizes, wanted.only)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", default="", help="key of one screen")
    parser.add_argument("--lang", default="vi")
    parser.add_argument("--wide", action="store_true", help="two more sizes")
    return parser.parse_args()


def _sheet(out: Path) -> None:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from tests.shots.component_sheet import make_sheet  # noqa: PLC0415

    sheet = make_sheet()
    sheet.resize(1366, 1180)
    sheet.show()
    for _ in range(4):
        QApplication.processEvents()
    sheet.grab().save(str(out / "components.png"))
    sheet.deleteLater()


def _data_files(folder: Path) -> dict[str, Path]:
    """Make a new office, the sample in the middle of its season, and the sample decided."""
    from tests.builders import a_session  # noqa: PLC0415
    from thiduaqt.services import sample  # noqa: PLC0415

    made: dict[str, Path] = {}
    session = a_session(folder)
    made["empty"] = session.path
    session.close()
    for state in ("full", "decided"):
        season = sample.start(folder / f"{state}.tdqdb")
        sample.enter_registers(season)
        sample.take_in(season, sample.write_lists(season, folder / f"{state}-lists"))
        sample.fill_dossiers(season)
        if state == "decided":
            sample.hold_council(season)
            sample.decide(season)
        made[state] = season.session.path
        season.session.close()
    return made


def _screens(
    path: Path, out: Path, state: str, sizes: tuple[tuple[int, int], ...], only: str
) -> None:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from thiduaqt.ui.app import Application  # noqa: PLC0415
    from thiduaqt.ui.memory import Memory  # noqa: PLC0415
    from thiduaqt.ui.screens import SCREENS  # noqa: PLC0415

    program = Application(Memory())
    program.open(path)
    window = program.window
    assert window is not None
    for width, height in sizes:
        window.resize(width, height)
        for spec in SCREENS:
            if only and spec.key != only:
                continue
            try:
                window.navigate(spec.key)
            except ModuleNotFoundError as missing:
                sys.stderr.write(f"{spec.key}: {missing}\n")
                continue
            for _ in range(6):
                QApplication.processEvents()
            picture = out / f"{spec.key}-{state}-{width}x{height}.png"
            window.grab().save(str(picture))
            sys.stdout.write(f"{picture}\n")
    program.close()


if __name__ == "__main__":
    sys.exit(main())
