"""Try the installer under Wine: install, install over it, remove; the officer's files must stay.

Exit codes say little there (a 32-bit installer once returned 0 and had installed nothing), so the
files and registry keys themselves are looked at.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from environment import CannotGoOn

PROGRAM_FILES = ("ThiDuaQt.exe", "thiduaqt-cli.exe", "_internal/Tệp đi kèm.txt", "uninstall.exe")
OFFICERS_FILES = ("data/Đơn vị.tdqdb", "portable.txt", "Ghi chú.txt")
KEYS = (
    r"HKCU\Software\Classes\.tdqdb",
    r"HKCU\Software\Classes\.tdq",
    r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\ThiDuaQt",
)


def available() -> bool:
    """Return whether Wine is there."""
    return shutil.which("wine") is not None


def run(setup: Path, folder: Path) -> None:
    """Try ``setup`` in a Windows of its own inside ``folder``.

    Raises CannotGoOn naming the first thing that is not as it should be.
    """
    wine = _Wine(folder / "prefix")
    try:
        place = wine.prefix / "drive_c" / "Thử"
        # Wine passes for Windows 7 unless told otherwise, which the installer refuses: seen first.
        wine(str(setup), "/S", "/D=C:\\Thử")
        _expect(place, PROGRAM_FILES, there=False, when="trên Windows 7 / on Windows 7")
        wine("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f")
        wine(str(setup), "/S", "/D=C:\\Thử")
        _expect(place, PROGRAM_FILES, there=True, when="sau khi cài / after installing")
        wine.expect_keys(there=True)
        for name in OFFICERS_FILES:
            (place / name).parent.mkdir(exist_ok=True)
            (place / name).write_text("của đơn vị", encoding="utf-8")
        (place / "_internal" / "cũ.txt").write_text("bản trước", encoding="utf-8")
        wine(str(setup), "/S", "/D=C:\\Thử")
        _expect(place, PROGRAM_FILES, there=True, when="sau khi cài đè / after installing over")
        _expect(place, ("_internal/cũ.txt",), there=False, when="sau khi cài đè / after that")
        # _? keeps the remover in place, so that its end is the end of the removal.
        wine(str(place / "uninstall.exe"), "/S", "_?=C:\\Thử")
        _expect(place, PROGRAM_FILES[:3], there=False, when="sau khi gỡ / after removing")
        _expect(place, OFFICERS_FILES, there=True, when="sau khi gỡ / after removing")
        wine.expect_keys(there=False)
    finally:
        wine.stop()


class _Wine:
    """One Wine prefix; calling it runs a Windows program and waits for its end."""

    def __init__(self, prefix: Path) -> None:
        self.prefix = prefix
        self._variables = {
            **{k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")},
            "WINEPREFIX": str(prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
        }

    def __call__(self, *words: str) -> int:
        return subprocess.run(
            ["wine", *words],
            env=self._variables,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=300,
            check=False,
        ).returncode

    def expect_keys(self, *, there: bool) -> None:
        for key in KEYS:
            if (self("reg", "query", key) == 0) != there:
                raise CannotGoOn(f"Khoá đăng ký sai / registry key {key}, expected: {there}")

    def stop(self) -> None:
        subprocess.run(["wineserver", "-k"], env=self._variables, check=False)


def _expect(place: Path, names: tuple[str, ...], *, there: bool, when: str) -> None:
    for name in names:
        if (place / name).exists() != there:
            state = "thiếu / missing" if there else "còn sót / left over"
            raise CannotGoOn(f"{when}: {name} {state}")
