"""The virtual environment in ``.venv``: made once, filled from hash-pinned files, then reused."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import debian

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "thiduaqt-installed.txt"
REQUIREMENTS = {
    "runtime": ROOT / "packaging" / "requirements.txt",
    "dev": ROOT / "packaging" / "requirements-dev.txt",
}
OLDEST, NEWEST = (3, 11), (3, 13)


class CannotGoOn(Exception):
    """A cause the reader can mend; the text says what to do."""


def python() -> Path:
    """Return the interpreter of the virtual environment."""
    inside = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
    return VENV / inside


def site_packages() -> Path:
    """Return the folder in which the virtual environment keeps its packages."""
    if sys.platform == "win32":
        return VENV / "Lib" / "site-packages"
    return next((VENV / "lib").glob("python3*")) / "site-packages"


def ensure(level: str) -> None:
    """Make the environment hold all of ``runtime`` or ``dev``; costs nothing when it does.

    Raises CannotGoOn with what to do when Python or the network is not as needed.
    """
    if level in _stamped():
        return
    if not _usable():
        _create()
    _install(level)
    _stamp(level)


def run(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> int:
    """Run the environment's Python with these arguments and return its exit code."""
    return subprocess.run(
        [str(python()), *map(str, arguments)], cwd=cwd, env=variables(**environment), check=False
    ).returncode


def variables(**more: str) -> dict[str, str]:
    """Return the variables for a child process: it finds our package and speaks UTF-8."""
    path = os.pathsep.join(p for p in (str(ROOT), os.environ.get("PYTHONPATH", "")) if p)
    return {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", **more}


def _stamped() -> set[str]:
    """Return the levels whose present requirements file is installed."""
    if not python().exists() or not STAMP.exists():
        return set()
    lines = set(STAMP.read_text(encoding="utf-8").splitlines())
    return {level for level in REQUIREMENTS if f"{level} {_fingerprint(level)}" in lines}


def _stamp(level: str) -> None:
    # The dev file holds every line of the runtime file, so one installation answers both.
    levels = REQUIREMENTS if level == "dev" else ("runtime",)
    STAMP.write_text("".join(f"{x} {_fingerprint(x)}\n" for x in levels), encoding="utf-8")


def _fingerprint(level: str) -> str:
    # Newlines are not part of it: git may change them on Windows.
    text = REQUIREMENTS[level].read_text(encoding="utf-8")
    return hashlib.sha256(text.encode()).hexdigest()


def _usable() -> bool:
    """Return whether there is an environment of a fitting Python that still starts."""
    if not python().exists():
        return False
    question = f"import sys, pip; sys.exit(not {OLDEST} <= sys.version_info[:2] <= {NEWEST})"
    return subprocess.run([str(python()), "-c", question], check=False).returncode == 0


def _create() -> None:
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        here = ".".join(map(str, sys.version_info[:3]))
        raise CannotGoOn(
            f"Cần Python 3.11, 3.12 hoặc 3.13; đang dùng {here}.\n"
            f"Python 3.11, 3.12 or 3.13 is needed; this is {here}.\n"
            "    Debian:  apt-get install python3\n"
            "    Windows: py -3.12 packaging\\dev.py run"
        )
    if importlib.util.find_spec("ensurepip") is None:
        debian.ensure(debian.VENV)
    if VENV.exists():
        shutil.rmtree(VENV)
    print("Tạo môi trường Python / making .venv …", flush=True)
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False)
    if made.returncode != 0:
        shutil.rmtree(VENV, ignore_errors=True)
        raise CannotGoOn(
            "Không tạo được môi trường Python trong .venv.\n"
            "Python could not make .venv; its message is above.\n"
            "    Debian:  apt-get install python3-venv\n"
            "    Windows: cài lại Python với pip / install Python again, with pip"
        )


def _install(level: str) -> None:
    print("Cài thư viện / installing packages …", flush=True)
    code = run(
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        "--only-binary=:all:",
        "--require-hashes",
        "-r",
        REQUIREMENTS[level],
    )
    if code != 0:
        raise CannotGoOn(
            "Không cài được thư viện. Kiểm tra kết nối mạng rồi chạy lại lệnh này.\n"
            "Packages could not be installed. Check the network, then run the same command again."
        )


def tool(name: str, *arguments: str | Path) -> int:
    """Run one of Qt's own tools (``lupdate``, ``lrelease``) and return its exit code."""
    suffix = ".exe" if sys.platform == "win32" else ""
    program = site_packages() / "PySide6" / f"{name}{suffix}"
    return subprocess.run(
        [str(program), *map(str, arguments)], cwd=ROOT, env=variables(), check=False
    ).returncode
