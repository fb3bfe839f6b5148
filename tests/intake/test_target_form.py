"""Forms for figures that somebody has harmed: read as they are, or refused in words."""

from __future__ import annotations

import random
from pathlib import Path

import openpyxl
import pytest

from thiduaqt.documents import target_form as writer
from thiduaqt.domain.errors import BadFile
from thiduaqt.domain.target_form import (
    HIDDEN_SHEET,
    FormColumn,
    FormLine,
    TargetForm,
    key_rows,
    read_key,
)
from thiduaqt.intake.target_form import read_target_form

FORM = TargetForm(
    movement_id="m",
    title="BIỂU NHẬP",
    subtitle="kỳ 2026",
    period="2026",
    columns=(FormColumn(unit_id=None, name="Toàn xã"), FormColumn(unit_id="u1", name="Thôn 1")),
    lines=tuple(
        FormLine(
            code=f"t{number}",
            number=str(number),
            statement=f"Chỉ tiêu {number}",
            wanted="≥ 90%",
            hint="Ghi 75%.",
            values=("", "=1+1" if number == 2 else "12/40"),
            open=(True, True),
        )
        for number in (1, 2, 3)
    ),
)


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "bieu.xlsx"
    path.write_bytes(writer.build(FORM))
    return path


def test_every_cell_comes_back_as_text(form: Path) -> None:
    found = read_target_form(form)
    assert (found.movement_id, found.period) == ("m", "2026")
    told = {(cell.target, cell.unit_id): (cell.text, cell.address) for cell in found.cells}
    assert told["t1", "u1"] == ("12/40", "F6")
    # What looks like a formula was written as text and is read as text.
    assert told["t2", "u1"] == ("=1+1", "F7")
    assert told["t3", None] == ("", "E8")


def test_the_key_reads_back_what_was_written() -> None:
    key = read_key(key_rows(FORM))
    assert key is not None
    assert [code for _row, code, _statement in key.rows] == ["t1", "t2", "t3"]
    assert [(place, unit) for place, unit, _name in key.columns] == [(5, "*"), (6, "u1")]


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["thiduaqt-form", "1"]],
        [["thiduaqt-targets", "2"], ["movement", "m"]],
        [["thiduaqt-targets", "1"], ["movement", "m"], ["row", "9" * 5000, "t", "x"],
         ["column", "5", "*", "y"]],
        [["thiduaqt-targets", "1"], ["movement", ""], ["row", "6", "t", "x"],
         ["column", "5", "*", "y"]],
        [["thiduaqt-targets", "1"], ["movement", "m"], ["row", "0", "t", "x"],
         ["column", "-5", "*", "y"]],
    ],
)  # fmt: skip
def test_a_key_that_says_too_little_is_none(rows: list[list[str]]) -> None:
    assert read_key(rows) is None


def test_a_key_that_points_elsewhere_is_refused(form: Path) -> None:
    book = openpyxl.load_workbook(form)
    hidden = book[HIDDEN_SHEET]
    for row in hidden.iter_rows():
        if row[0].value == "row" and row[2].value == "t2":
            row[1].value = "6"
    book.save(form)
    with pytest.raises(BadFile, match="không còn là chỉ tiêu “Chỉ tiêu 2”"):
        read_target_form(form)


def test_mutated_files_are_read_or_refused(form: Path, tmp_path: Path) -> None:
    whole = form.read_bytes()
    chance = random.Random(20261120)
    path = tmp_path / "hong.xlsx"
    refused = 0
    for _ in range(150):
        harmed = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            harmed[chance.randrange(len(harmed))] = chance.randrange(256)
        if chance.random() < 0.2:
            del harmed[chance.randrange(len(harmed)) :]
        path.write_bytes(bytes(harmed))
        try:
            read_target_form(path)
        except BadFile:
            refused += 1
    assert refused > 20
