"""Pin every package with its hashes, for all platforms and Python versions at once."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

from environment import REQUIREMENTS, ROOT, CannotGoOn

# The tool that pins sees only the system it runs on; these are what Windows needs besides.
# tests/packaging/test_requirements.py fails when a package asks for one that is not here.
WINDOWS_ONLY = {
    "runtime": ["colorama"],
    "dev": ["colorama", "pefile>=2022.5.30,!=2024.8.26", "pywin32-ctypes>=0.2.1"],
}
MARKER = ' ; sys_platform == "win32"'
HEADER = "# Made by packaging/dev.py lock from pyproject.toml; change that file, not this one.\n"
OPTIONS = [
    "--quiet",
    "--allow-unsafe",
    "--generate-hashes",
    "--no-annotate",
    "--no-header",
    "--no-emit-find-links",
    "--no-emit-index-url",
    "--no-emit-options",
    "--no-emit-trusted-host",
    "--strip-extras",
]


def lock(*, upgrade: bool) -> int:
    """Write both requirements files; ``upgrade`` takes the newest versions allowed."""
    with tempfile.TemporaryDirectory() as folder:
        compiler = _compiler(Path(folder))
        for level, target in REQUIREMENTS.items():
            wanted = Path(folder) / f"{level}.in"
            wanted.write_text("\n".join(_wishes(level)), encoding="utf-8")
            pinned = _pin(compiler, wanted, target, upgrade)
            wanted.write_text("\n".join(WINDOWS_ONLY[level]), encoding="utf-8")
            other = _pin(compiler, wanted, Path(folder) / f"windows-{level}.txt", upgrade)
            text = HEADER + _merge(pinned, _mark(other))
            _refuse_traces(text)
            target.write_text(text, encoding="utf-8", newline="\n")
            count = len(re.findall(r"^[^\s#]", text, flags=re.MULTILINE))
            print(f"    {target.relative_to(ROOT)}: {count} packages")
    return 0


def _wishes(level: str) -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wishes: list[str] = list(project["dependencies"])
    if level == "dev":
        # The dev file may hold no other version of what the runtime file pins.
        wishes += [*project["optional-dependencies"]["dev"], f"-c {REQUIREMENTS['runtime']}"]
    return wishes


def _compiler(folder: Path) -> Path:
    venv.create(folder / "venv", with_pip=True)
    inside = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
    interpreter = folder / "venv" / inside
    _call([str(interpreter), "-m", "pip", "install", "-q", "pip-tools"])
    return interpreter


def _pin(compiler: Path, source: Path, target: Path, upgrade: bool) -> str:
    if target.exists():  # its pins are kept unless asked otherwise; our own lines are in the way
        old = target.read_text(encoding="utf-8").replace(MARKER, "")
        target.write_text(old, encoding="utf-8", newline="\n")
    words = [*OPTIONS, *(["--upgrade"] if upgrade else []), "-o", str(target), str(source)]
    _call([str(compiler), "-m", "piptools", "compile", *words])
    return target.read_text(encoding="utf-8")


def _call(words: list[str]) -> None:
    # The machine's own pip settings (mirrors, extra folders) must not colour the result.
    kept = {k: v for k, v in os.environ.items() if k != "PIP_FIND_LINKS"}
    environment = {**kept, "PIP_CONFIG_FILE": os.devnull}
    if subprocess.run(words, cwd=ROOT, env=environment, check=False).returncode != 0:
        raise CannotGoOn("Không ghim được phiên bản thư viện.\nPinning failed; see above.")


def _mark(text: str) -> str:
    return re.sub(r"^(\S+==[^\s\\]+)", rf"\1{MARKER}", text, flags=re.MULTILINE)


def _merge(*texts: str) -> str:
    """Return all pins of the texts in alphabetical order."""
    blocks: dict[str, str] = {}
    for text in texts:
        for block in re.findall(r"^[^\s#-].*(?:\n[ \t]+--hash.*)*", text, flags=re.MULTILINE):
            blocks[block.split("==")[0].lower()] = block
    return "\n".join(blocks[name] for name in sorted(blocks)) + "\n"


def _refuse_traces(text: str) -> None:
    found = re.search(r"https?:|file:|--(?:extra-)?index|--find-links|(?<!\w)/\w+/", text)
    if found:
        raise CannotGoOn(f"Tệp ghim có dấu vết của máy này / traces of this machine: {found[0]}")
