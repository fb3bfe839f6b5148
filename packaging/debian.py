"""System packages on Debian and Ubuntu: which are missing, and getting them with apt."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass

APT_GET = ["apt-get", "-o", "DPkg::Lock::Timeout=600"]


@dataclass(frozen=True)
class Need:
    """One thing the system must have: any of the named packages will do, the first is installed.

    Names differ between releases (``libglib2.0-0`` became ``libglib2.0-0t64``), so each need
    lists all of them. A need that is not ``vital`` is only recommended without root rights.
    """

    names: tuple[str, ...]
    vital: bool = True


def _needs(*names: str, vital: bool = True) -> tuple[Need, ...]:
    return tuple(Need(tuple(entry.split("|")), vital) for entry in names)


# Found by starting Qt 6.11 in a minimal Debian 12, library by library.
QT = _needs(
    "libglib2.0-0|libglib2.0-0t64",
    "libgl1",
    "libegl1",
    "libxkbcommon0",
    "libfontconfig1",
    "libdbus-1-3",
    "libgssapi-krb5-2",
    "libcups2|libcups2t64",
)
WINDOW = _needs(
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
)
# fonts-liberation is version 1 on Debian 12 and lacks most Vietnamese letters; fonts-liberation2
# has them all. See installed_fonts() for the releases where the old name holds the new fonts.
FONT = _needs("fonts-liberation2|fonts-croscore|fonts-liberation", vital=False)
OFFICE = _needs(
    "libreoffice-writer|libreoffice-writer-nogui",
    "libreoffice-calc|libreoffice-calc-nogui",
    "poppler-utils",
)
FREEZE = _needs("binutils")
if sys.base_prefix == "/usr":  # Debian's own Python keeps the library that is frozen apart
    FREEZE += _needs(f"libpython3.{sys.version_info[1]}|libpython3.{sys.version_info[1]}t64")
VENV = _needs("python3-venv")


class MissingPackages(Exception):
    """Packages are missing and cannot be installed from here; the text says what to type."""


def is_debian() -> bool:
    """Return whether this system is kept by dpkg and apt."""
    return bool(shutil.which("dpkg-query") and shutil.which("apt-get"))


def installed() -> dict[str, str]:
    """Return the installed packages and their versions."""
    shown = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package}\t${db:Status-Status}\t${Version}\n"],
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    rows = (line.split("\t") for line in shown.splitlines())
    return {row[0]: row[2] for row in rows if len(row) == 3 and row[1] == "installed"}


def missing(needs: tuple[Need, ...], present: dict[str, str]) -> list[Need]:
    """Return the needs that no installed package answers."""
    return [n for n in needs if not any(_answers(name, present) for name in n.names)]


def _answers(name: str, present: dict[str, str]) -> bool:
    version = present.get(name)
    if version is None:
        return False
    if name == "fonts-liberation":
        return not version.split(":")[-1].startswith("1.")
    return True


def ensure(needs: tuple[Need, ...]) -> None:
    """Install what is missing; without root rights say the exact command instead.

    Does nothing on other systems. Raises MissingPackages when something vital stays missing.
    """
    if not is_debian():
        return
    lacking = missing(needs, installed())
    if not lacking:
        return
    if os.geteuid() != 0:  # type: ignore[attr-defined,unused-ignore] # absent on Windows only
        _ask_for(lacking)
        return
    names = _install(lacking)
    still = [n for n in missing(needs, installed()) if n.vital]
    if still:
        raise MissingPackages(_command(names))


def _install(lacking: list[Need]) -> list[str]:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*APT_GET, "update", "-q"], env=environment, check=False)
    names = [_available(n) for n in lacking]
    print("Cài gói hệ thống / installing: " + " ".join(names), flush=True)
    install = [*APT_GET, "install", "-q", "-y", "--no-install-recommends", *names]
    subprocess.run(install, env=environment, check=False)
    return names


def _available(need: Need) -> str:
    """Return the first name of a need that apt can install here."""
    for name in need.names:
        shown = subprocess.run(
            ["apt-cache", "policy", name], capture_output=True, text=True, check=False
        ).stdout
        candidates = [s.strip() for s in shown.splitlines() if s.strip().startswith("Candidate:")]
        if candidates and not candidates[0].endswith("(none)"):
            return name
    return need.names[0]


def _ask_for(lacking: list[Need]) -> None:
    command = _command([_available(n) for n in lacking])
    if any(n.vital for n in lacking):
        raise MissingPackages(command)
    print(f"Nên cài thêm phông chữ / recommended fonts:\n    {command}", flush=True)


def _command(names: list[str]) -> str:
    sudo = "" if os.geteuid() == 0 else "sudo "  # type: ignore[attr-defined,unused-ignore]
    return (
        f"{sudo}apt-get update && "
        f"{sudo}apt-get install -y --no-install-recommends {' '.join(names)}"
    )
