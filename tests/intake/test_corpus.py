"""The lists villages send, against their answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.data.lists import make_lists
from thiduaqt.intake.reading import read_list, reading_to_json


@pytest.mark.parametrize("name", sorted(make_lists.LAYOUTS))
def test_a_list_is_read_as_its_answers_say(name: str, tmp_path: Path) -> None:
    data, answers = make_lists.make(name)
    path = tmp_path / f"{name}.xlsx"
    path.write_bytes(data)

    found = reading_to_json(read_list(path))

    table = found["tables"][0]
    header_rows = [row for each in found["tables"] for row in each["header_rows"]]
    assert header_rows == answers.header_rows
    assert table["columns"] == answers.columns
    rows: dict[int, dict[str, Any]] = {row["row"]: row for row in found["rows"]}
    read = {
        number: {key: rows[number][key] for key in expected} if number in rows else None
        for number, expected in answers.rows.items()
    }
    assert read == answers.rows
    assert sorted(rows) == sorted(answers.rows)
    assert {each["row"]: each["reason"] for each in found["skipped"]} == answers.skipped


def test_the_corpus_is_the_same_every_time() -> None:
    assert len(make_lists.LAYOUTS) >= 12
    for name in make_lists.LAYOUTS:
        assert make_lists.make(name)[0] == make_lists.make(name)[0]
