"""The frozen program and its Windows installer."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import environment
import wine_trial
from environment import ROOT, CannotGoOn

PROGRAM = ROOT / "dist" / "ThiDuaQt"
LOG = ROOT / "build" / "freeze.log"
ICON = ROOT / "build" / "thiduaqt.ico"
SCRIPT = ROOT / "packaging" / "thiduaqt.nsi"


def build(rest: list[str]) -> int:
    """Freeze into dist/ThiDuaQt, then let the frozen program check itself without a display."""
    LOG.parent.mkdir(exist_ok=True)
    if environment.run("packaging/icon.py", ICON, QT_QPA_PLATFORM="offscreen") != 0:
        raise CannotGoOn("Không vẽ được biểu tượng.\nThe icon could not be drawn; see above.")
    words = ["--noconfirm", "--log-level", "WARN", "--distpath", "dist", "--workpath", "build"]
    command = [str(environment.python()), "-m", "PyInstaller", *words, *rest]
    print("Đóng gói / freezing …", flush=True)
    with LOG.open("w", encoding="utf-8") as log:
        frozen = subprocess.run(
            [*command, "packaging/thiduaqt.spec"],
            cwd=ROOT,
            env=environment.variables(),
            stdout=log,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if frozen.returncode != 0:
        print("\n".join(LOG.read_text(encoding="utf-8").splitlines()[-40:]))
        raise CannotGoOn(f"Đóng gói không thành.\nFreezing failed; all of it is in {LOG}.")
    size = sum(p.stat().st_size for p in PROGRAM.rglob("*") if p.is_file() and not p.is_symlink())
    print(f"    {PROGRAM.relative_to(ROOT)}: {size / 1e6:.0f} MB")
    return self_check()


def self_check() -> int:
    """Start both frozen programs with --self-check in a data folder of their own."""
    suffix = ".exe" if sys.platform == "win32" else ""
    for name in ("thiduaqt-cli", "ThiDuaQt"):
        with tempfile.TemporaryDirectory() as folder:
            variables = {
                key: value
                for key, value in environment.variables(
                    QT_QPA_PLATFORM="offscreen", THIDUAQT_DATA=folder
                ).items()
                if key != "PYTHONPATH"  # it must stand on its own feet
            }
            ended = subprocess.run(
                [str(PROGRAM / f"{name}{suffix}"), "--self-check"],
                cwd=folder,
                env=variables,
                timeout=300,
                check=False,
            )
        print(f"    {name} --self-check: {ended.returncode}", flush=True)
        if ended.returncode != 0:
            raise CannotGoOn(
                f"{name} không tự kiểm tra được.\n{name} failed its own check; its words are above."
            )
    return 0


def installer(*, check_only: bool) -> int:
    """Compile the installer; ``check_only`` does so on an invented program folder.

    Where Wine is, the check also installs, installs over and removes that invented program.

    Raises CannotGoOn when makensis is missing or there is no Windows program to pack.
    """
    makensis = shutil.which("makensis")
    if makensis is None:
        raise CannotGoOn(
            "Chưa có NSIS (makensis).\nNSIS is missing.\n"
            "    Debian:  apt-get install nsis\n"
            "    Windows: cài NSIS 3 / install NSIS 3, then open a new window"
        )
    if check_only:
        with tempfile.TemporaryDirectory() as folder:
            invented = Path(folder) / "ThiDuaQt"
            (invented / "_internal").mkdir(parents=True)
            for name in ("ThiDuaQt.exe", "thiduaqt-cli.exe", "_internal/Tệp đi kèm.txt"):
                (invented / name).write_text("thử", encoding="utf-8")
            setup = Path(folder) / "thu.exe"
            code = _compile(makensis, invented, setup)
            if code == 0 and wine_trial.available():
                wine_trial.run(setup, Path(folder))
                print("    cài, cài đè và gỡ dưới Wine đều đạt / installed and removed under Wine")
            return code
    if not (PROGRAM / "ThiDuaQt.exe").exists():
        raise CannotGoOn(
            "Chưa có chương trình Windows trong dist/ThiDuaQt.\n"
            "There is no Windows program in dist/ThiDuaQt: run `dev.py build` on Windows first."
        )
    target = ROOT / "dist" / f"ThiDuaQt-{version()}-setup.exe"
    return _compile(makensis, PROGRAM, target)


def version() -> str:
    """Return the program's version, read from the one place that holds it."""
    text = (ROOT / "thiduaqt" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "(.+?)"', text)
    if found is None:
        raise CannotGoOn("thiduaqt/__init__.py không có __version__ / has no __version__.")
    return found[1]


def _compile(makensis: str, source: Path, target: Path) -> int:
    values = {"VERSION": version(), "FILES": str(source / "*"), "TARGET": str(target)}
    if ICON.exists():
        values["ICON"] = str(ICON)
    words = [f"-D{name}={value}" for name, value in values.items()]
    code = subprocess.run(
        [makensis, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, str(SCRIPT)],
        cwd=ROOT,
        check=False,
    ).returncode
    if code == 0:
        print(f"    {target.name}: {target.stat().st_size / 1e6:.1f} MB")
    return code
