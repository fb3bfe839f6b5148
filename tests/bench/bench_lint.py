"""Checking a plan against one search for each of the 3,321 names of communes, the plain way."""

from __future__ import annotations

import datetime as dt
import re
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from thiduaqt.catalog import communes
from thiduaqt.services.linting import lint_file, place_names

PLANS = Path(__file__).resolve().parents[1] / "data" / "plans"
TODAY = dt.date(2026, 11, 20)
ROUNDS = 7


def median_ms(work: Callable[[], object]) -> float:
    """Return the median time of a piece of work in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def main() -> None:
    """Print both for each plan, and what the names cost once."""
    started = time.perf_counter()
    place_names()
    print(f"names read and indexed once: {(time.perf_counter() - started) * 1000:.0f} ms")
    patterns = [re.compile(rf"(?<!\w){re.escape(c.name)}(?!\w)") for c in communes.communes()]
    for path in sorted(PLANS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        plain = median_ms(lambda text=text: [pattern.search(text) for pattern in patterns])
        ours = median_ms(lambda path=path: lint_file(path, today=TODAY))
        print(
            f"{path.stem:22} all checks {ours:6.1f} ms, one search per name {plain:6.1f} ms "
            f"({ours / plain:.2f} x)"
        )


if __name__ == "__main__":
    main()
