"""Where things lie: the only module that knows checkout, wheel, frozen and portable copy."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder of read-only data that ships with the program."""
    return _shipped("resources", "_resources")


def translations() -> Path:
    """Return the folder of compiled translations (``.qm``)."""
    return resources() / "i18n"


def data() -> Path:
    """Return the folder for the officer's own files, created if missing.

    A file named ``portable.txt`` beside the program keeps everything beside it;
    ``THIDUAQT_DATA`` names another folder (tests, offices with a fixed place).
    """
    chosen = os.environ.get("THIDUAQT_DATA")
    if chosen:
        folder = Path(chosen)
    elif (_program_folder() / "portable.txt").exists():
        folder = _program_folder() / "data"
    else:
        import platformdirs  # noqa: PLC0415 - only needed once a data folder is asked for

        folder = Path(platformdirs.user_data_dir("ThiDuaQt", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def logs() -> Path:
    """Return the folder of log files, created if missing."""
    return _made(data() / "logs")


def backups(data_file: Path) -> Path:
    """Return the folder of backups of one data file, created if missing."""
    return _made(data_file.parent / f"{data_file.stem}-sao-luu")


def evidence(data_file: Path) -> Path:
    """Return the content-addressed folder of attachments of one data file, made if missing."""
    return _made(data_file.parent / f"{data_file.stem}-minh-chung")


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _program_folder() -> Path:
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    return _PACKAGE.parent


def _shipped(in_checkout: str, in_wheel: str) -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / in_checkout
    inside = _PACKAGE / in_wheel
    return inside if inside.is_dir() else _PACKAGE.parent / in_checkout
