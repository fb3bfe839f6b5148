"""Renames that last: patient with whoever holds a file for a moment, and written to the disk."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

WAITS_MS = (50, 100, 200, 400, 800, 1000)
WINDOWS_BUSY = (5, 32, 33)
"""What Windows says while the virus scanner or the indexer still holds the file."""


def put_in_place(
    source: Path, target: Path, *, sleep: Callable[[float], None] | None = None
) -> None:
    """Rename ``source`` over ``target`` for good. Raises OSError; ``source`` then stays.

    On Windows it waits up to 2.5 seconds for whoever holds one of the two.
    """
    sync(source)
    for wait in WAITS_MS:
        try:
            source.replace(target)
        except OSError as fault:
            if getattr(fault, "winerror", None) not in WINDOWS_BUSY:
                raise
            (sleep or time.sleep)(wait / 1000)
        else:
            sync(target.parent)
            return
    source.replace(target)
    sync(target.parent)


def sync(path: Path) -> None:
    """Make the content of a file, or the names in a folder, durable; Windows syncs no folders."""
    if path.is_dir() and sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
