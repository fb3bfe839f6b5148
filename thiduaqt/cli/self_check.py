"""Proves that an installed program is whole by making and reading one of everything."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import click


def self_check() -> int:
    """Try every part that needs files of the program; return 0 where all work, else 1."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        here = Path(folder)
        steps: tuple[tuple[str, Callable[[Path], None]], ...] = (
            ("rules and packs", _rules),
            ("words, fonts and look of the window", _look),
            ("season: data file, lists, documents, certificates, bundle", _season),
            ("window", _window),
        )
        failed = 0
        for name, step in steps:
            try:
                step(here)
            except Exception as fault:
                failed += 1
                click.echo(f"FAILED {name}: {type(fault).__name__}: {fault}")
            else:
                click.echo(f"ok {name}")
    return 1 if failed else 0


def _rules(_folder: Path) -> None:
    from thiduaqt.services import setup

    for info in setup.available_packs():
        setup.pack(info.code)
    if not setup.find_communes("cao minh"):
        raise RuntimeError("the table of communes is empty")


def _look(_folder: Path) -> None:
    # Before the season: printing would make a smaller application, and there can only be one.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from thiduaqt.ui.app import prepare

    prepare()


def _season(folder: Path) -> None:
    from thiduaqt.cli.demo import make_season

    make_season(folder / "season")


def _window(folder: Path) -> None:
    from thiduaqt.ui.app import open_and_close

    open_and_close(folder / "season" / "minh-hoa.tdqdb")
