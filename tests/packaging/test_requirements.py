"""The pinned packages: complete on every platform and Python, hashed, and without traces."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
RUNTIME = ROOT / "packaging" / "requirements.txt"
DEV = ROOT / "packaging" / "requirements-dev.txt"
PLACES = [
    {"sys_platform": system, "platform_system": name, "os_name": os, "python_version": version,
     "python_full_version": f"{version}.9", "implementation_name": "cpython",
     "platform_python_implementation": "CPython", "platform_machine": machine, "extra": ""}
    for system, name, os, machine in (
        ("win32", "Windows", "nt", "AMD64"), ("linux", "Linux", "posix", "x86_64"),
    )
    for version in ("3.11", "3.12", "3.13")
]  # fmt: skip


def pins(file: Path) -> dict[str, Requirement]:
    text = file.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    found = [Requirement(line.split("--hash")[0].strip()) for line in lines]
    return {canonicalize_name(r.name): r for r in found}


def applies(marker: Marker | None, place: dict[str, str]) -> bool:
    return marker is None or marker.evaluate(dict(place))


def wishes(level: str) -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    more = project["optional-dependencies"]["dev"] if level == "dev" else []
    return [*project["dependencies"], *more]


@pytest.mark.parametrize(
    "place", PLACES, ids=lambda p: f"{p['sys_platform']}-{p['python_version']}"
)
@pytest.mark.parametrize(("level", "file"), [("runtime", RUNTIME), ("dev", DEV)])
def test_every_needed_package_is_pinned(level: str, file: Path, place: dict[str, str]) -> None:
    pinned = pins(file)
    needed = [("pyproject.toml", Requirement(wish)) for wish in wishes(level)]
    for name, pin in pinned.items():
        # Packages for the other system are not installed here; they need nothing themselves.
        if applies(pin.marker, place) and applies(pin.marker, PLACES[-1]):
            needed += [(name, Requirement(text)) for text in metadata.requires(name) or []]
    for asker, requirement in needed:
        if not applies(requirement.marker, place):
            continue
        pin = pinned.get(canonicalize_name(requirement.name))
        assert pin is not None, f"{asker} needs {requirement}, which {file.name} does not pin"
        assert applies(pin.marker, place), f"{asker} needs {requirement} here too"
        [only] = list(pin.specifier)
        assert only.operator == "=="
        assert requirement.specifier.contains(only.version), f"{asker} needs {requirement}"


def test_the_dev_file_holds_the_runtime_file() -> None:
    runtime, dev = pins(RUNTIME), pins(DEV)
    assert {name: str(dev.get(name)) for name in runtime} == {n: str(r) for n, r in runtime.items()}


@pytest.mark.parametrize("file", [RUNTIME, DEV], ids=lambda f: f.name)
def test_every_pin_has_hashes_and_nothing_else(file: Path) -> None:
    hashes: dict[str, int] = {}
    name = ""
    for line in file.read_text(encoding="utf-8").splitlines()[1:]:
        if not line.startswith(" "):
            name = line.split("==")[0]
            assert re.fullmatch(r'\S+==[\w.]+(?: ; sys_platform == "win32")? \\', line), line
            hashes[name] = 0
        else:
            assert re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?", line), line
            hashes[name] += 1
    assert min(hashes.values()) >= 1
    assert len(hashes) > 15


def test_qt_is_the_version_that_works_on_python_3_11() -> None:
    # 6.12.0 loses references to None there; see tests/ui/test_pyside_guard.py.
    for file in (RUNTIME, DEV):
        for name in ("pyside6-essentials", "shiboken6"):
            assert str(pins(file)[name].specifier) == "==6.11.3"
