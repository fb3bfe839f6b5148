"""Starting costs only what is shown first: heavy libraries come when they are needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OFFICE = {"docx", "lxml", "msgspec", "openpyxl", "python_calamine", "defusedxml"}


def imported_by(statement: str) -> set[str]:
    """Return the top-level modules that a fresh interpreter holds after ``statement``."""
    code = f"import sys; {statement}; print(' '.join({{m.split('.')[0] for m in sys.modules}}))"
    words = [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {code}"]
    return set(subprocess.run(words, capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.parametrize(
    ("statement", "kept_out"),
    [
        ("import thiduaqt.ui.app", OFFICE | {"click", "sqlite_utils"}),
        ("import thiduaqt.__main__", OFFICE | {"click", "sqlite_utils", "sqlite3", "PySide6"}),
        ("import thiduaqt.cli.main", {"PySide6", "docx", "lxml", "openpyxl", "msgspec"}),
    ],
    ids=["window", "door", "command line"],
)
def test_what_a_start_does_not_load(statement: str, kept_out: set[str]) -> None:
    loaded = imported_by(statement)
    assert "thiduaqt" in loaded
    found = loaded & kept_out
    assert not found, f"import these where they are used, inside the function: {sorted(found)}"
