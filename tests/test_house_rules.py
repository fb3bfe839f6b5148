"""The rules of the house that no other tool checks. Each message says what to do instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from thiduaqt import __version__

ROOT = Path(__file__).resolve().parent.parent
TOP_LEVEL = {"thiduaqt", "resources", "i18n", "packaging", "tests"}
TOP_FILES = {"pyproject.toml", "README.md", "LICENSE"}
MADE_ON_THE_WAY = {"build", "dist", "out", "shots"}  # git-ignored
TEXT_SUFFIXES = {
    ".cfg", ".csv", ".css", ".in", ".ini", ".json", ".md", ".nsi", ".py", ".qss", ".spec", ".svg",
    ".toml", ".ts", ".tsv", ".txt", ".yaml", ".yml", "",
}  # fmt: skip
CODE = sorted((ROOT / "thiduaqt").rglob("*.py"))
HERE = Path(__file__)


def texts() -> Iterator[tuple[Path, str]]:
    """Yield every text file of the tree but this one, which names what it forbids."""
    folders = [ROOT / name for name in (*TOP_LEVEL, ".ci", ".github")]
    files = [p for folder in folders for p in folder.rglob("*")]
    files += [p for p in ROOT.iterdir() if p.is_file()]
    for file in sorted(files):
        if file.is_file() and file.suffix in TEXT_SUFFIXES and file != HERE:
            yield file, file.read_text(encoding="utf-8")


def hits(pattern: str, files: list[Path], *, allowed: tuple[str, ...] = ()) -> list[str]:
    """Return ``file:line: text`` of each match outside the allowed places."""
    found = []
    for file in files:
        name = file.relative_to(ROOT).as_posix()
        if name.startswith(allowed):
            continue
        lines = file.read_text(encoding="utf-8").splitlines()
        found += [
            f"{name}:{n}: {x.strip()}" for n, x in enumerate(lines, 1) if re.search(pattern, x)
        ]
    return found


@pytest.mark.parametrize("file", CODE, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_files_are_short_enough_to_read(file: Path) -> None:
    lines = len(file.read_text(encoding="utf-8").splitlines())
    assert lines <= 400, "split it by what it does; 400 lines is the most"


def test_the_top_level_holds_only_what_was_agreed() -> None:
    names = {p.name for p in ROOT.iterdir() if not p.name.startswith(".")} - MADE_ON_THE_WAY
    assert names <= TOP_LEVEL | TOP_FILES, names - TOP_LEVEL - TOP_FILES


def test_our_packaging_folder_does_not_hide_the_library_of_that_name() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()
    import packaging.version  # noqa: PLC0415 - the import is the test

    assert ROOT not in Path(packaging.version.__file__).parents or ".venv" in str(
        packaging.version.__file__
    )


def test_the_version_stands_in_one_place() -> None:
    assert re.fullmatch(r"\d\d\.\d+\.\d+", __version__)
    suffixes = {".py", ".toml", ".spec", ".nsi", ".yml"}
    files = [f for f, _ in texts() if f.suffix in suffixes and ROOT / "tests" not in f.parents]
    again = hits(rf"(?<![\d.]){re.escape(__version__)}(?![\d.])", files)
    assert [hit.split(":")[0] for hit in again] == ["thiduaqt/__init__.py"], again


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("a package host", r"\b(?:pypi|pythonhosted|npmjs|crates|debian)\.(?:org|io)\b"),
        ("a folder of one machine", r"(?<![\w.}*])/(?:root|home|work|mnt)/|[A-Z]:\\Users\\"),
        ("unfinished work", r"\b(?:TODO|FIXME|XXX)\b|raise NotImplementedError"),
        ("a test that is not run", r"\bpytest\.(?:skip|xfail|importorskip)\b|mark\.(?:skip|xfail)"),
    ],
)
def test_no_file_holds(what: str, pattern: str) -> None:
    found = [
        f"{file.relative_to(ROOT)}: {match[0]}"
        for file, text in texts()
        for match in re.finditer(pattern, text)
    ]
    assert not found, f"{what}: {found[:10]}"


def test_the_parts_of_qt_with_another_licence_are_not_used() -> None:
    files = [f for f in CODE if f != HERE]
    assert not hits(r"\bQt(?:Charts|DataVisualization|Graphs|VirtualKeyboard)\b", files)


def test_every_migration_is_listed() -> None:
    from thiduaqt.storage import migrations  # noqa: PLC0415 - the other rules hold without it

    folder = ROOT / "thiduaqt" / "storage" / "migrations"
    files = sorted(p.stem for p in folder.glob("m*.py"))
    listed = [name for name, _ in migrations.MIGRATIONS]
    assert listed == files, "add it to the list in storage/migrations/__init__.py, in order"
    assert [int(name[1:5]) for name in listed] == list(range(1, len(listed) + 1))
    assert all(apply.__module__.endswith(name) for name, apply in migrations.MIGRATIONS)


def test_migrations_stay_true_to_their_day() -> None:
    files = sorted((ROOT / "thiduaqt" / "storage" / "migrations").glob("m*.py"))
    found = hits(r"^\s*(?:from|import) thiduaqt", files)
    assert not found, f"a migration is never edited, what it imports may be: {found}"


def test_message_boxes_and_file_dialogs_come_from_one_place() -> None:
    found = hits(
        r"\bQ(?:MessageBox|FileDialog|InputDialog)\b", CODE, allowed=("thiduaqt/ui/dialogs",)
    )
    assert not found, f"call ui.dialogs instead: {found}"


def test_editors_leave_telex_alone() -> None:
    found = hits(r"\bsetInputMask\(|\bInlineCompletion\b", CODE)
    assert not found, (
        f"input methods compose letters in place; masks and inline completion break them: {found}"
    )


def test_translatable_words_are_found_by_lupdate() -> None:
    found = hits(r"(?<!\bself)(?<!\bQCoreApplication)(?<!\bcls)\.tr\(", CODE)
    assert not found, f"lupdate takes the context from the receiver's name: {found}"


def test_the_clock_is_read_in_one_place() -> None:
    pattern = r"\b(?:datetime|date)\.(?:now|today|utcnow)\(|\btime\.(?:time|localtime)\("
    clocks = ("thiduaqt/storage/store.py", "thiduaqt/services/session.py")
    # No session is known to typing help (the key for today, the century of a short year) nor to
    # the first run, which has no data file yet.
    helpers = (
        "thiduaqt/ui/forms/fields.py",
        "thiduaqt/ui/screens/wizard/screen.py",
        "thiduaqt/ui/tables/grid.py",
    )
    found = hits(pattern, CODE, allowed=clocks + helpers)
    assert not found, f"ask session.clock: {found}"
