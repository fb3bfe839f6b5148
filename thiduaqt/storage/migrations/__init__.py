"""The ordered list of migrations, written by hand: a frozen program cannot scan its folders.

A released migration is never edited; it speaks literal SQL and never imports the records.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from thiduaqt.storage.migrations import m0001_base, m0002_season, m0003_plans

SET_NAME = "thiduaqt"
MIGRATIONS: tuple[tuple[str, Callable[[Any], None]], ...] = (
    ("m0001_base", m0001_base.apply),
    ("m0002_season", m0002_season.apply),
    ("m0003_plans", m0003_plans.apply),
)
