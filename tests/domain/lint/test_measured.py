"""How well the checks find planted slips: 40 plans from a seed, half of them Word files."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest

from tests.lint_plans import SLIPS, WORD_SLIPS, Made, Score, clean, planted
from tests.lint_word import word_file
from thiduaqt.catalog.lint_rules import lint_rules
from thiduaqt.domain.lint.text import Finding
from thiduaqt.services.linting import lint_file

TODAY = dt.date(2026, 11, 20)
PLANS = 40
# Codes no made plan can carry: they tell of what cannot be checked or of a file's head.
NOT_PLANTED = {"OWNER_UNKNOWN", "LAYOUT_PLACE"}


def findings(made: Made, folder: Path, *, word: bool) -> tuple[Finding, ...]:
    path = folder / ("ke hoach.docx" if word else "ke hoach.txt")
    path.write_bytes(word_file(made) if word else "\n".join(made.texts).encode("utf-8"))
    return lint_file(path, today=TODAY).findings


def test_planted_slips_are_found_and_little_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    score = Score()
    for seed in range(PLANS):
        word = seed % 2 == 1
        made = planted(seed, word=word)
        score.add(made, findings(made, tmp_path, word=word))
    with capsys.disabled():
        print(f"\n{score.table()}")
    assert score.precision >= 0.95, score.notes
    assert score.recall >= 0.95, score.notes


def test_every_slip_is_planted_somewhere() -> None:
    used = {name for seed in range(PLANS) for name in planted(seed, word=seed % 2 == 1).used}
    assert {slip.__name__ for slip, _ in (*SLIPS, *WORD_SLIPS)} <= used


def test_every_code_is_planted_somewhere() -> None:
    codes = {
        slip.code for seed in range(PLANS) for slip in planted(seed, word=seed % 2 == 1).planted
    }
    assert set(lint_rules().by_code) - NOT_PLANTED == codes


@pytest.mark.parametrize("word", [False, True])
def test_clean_plans_raise_nothing(tmp_path: Path, word: bool) -> None:
    for seed in range(500, 530):
        found = findings(clean(seed), tmp_path, word=word)
        assert not found, (seed, [(f.code, f.message) for f in found])


def test_a_plan_takes_well_under_a_second(tmp_path: Path) -> None:
    path = Path(__file__).resolve().parents[2] / "data" / "plans" / "nghia_trung_2026.txt"
    lint_file(path, today=TODAY)  # the names of 3,321 communes are read once
    started = time.perf_counter()
    for _ in range(5):
        lint_file(path, today=TODAY)
    assert (time.perf_counter() - started) / 5 < 0.5
