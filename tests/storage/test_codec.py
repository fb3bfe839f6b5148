"""Rows made in bulk are the rows made one by one, to the letter."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.builders import a_session
from thiduaqt.domain.records import Check, Household, Nomination, Person, Record, Unit
from thiduaqt.storage import damage, journal
from thiduaqt.storage.codec import canonical, codec, row_hash

STAMP = {"origin": "xa", "epoch": 3, "rev": 1}
ODD = 'Dấu "nháy", 100 % và %s, \\ gạch chéo,\ndòng hai, \x01, 😀'

BATCHES: dict[str, list[Any]] = {
    "one": [Person(id="a", full_name="Lò Văn Khải")],
    "all alike": [Person(id=name, full_name=ODD, note=ODD) for name in "abc"],
    "none and true": [
        Person(id="a", leader=None), Person(id="b", leader=True), Person(id="c", leader=False),
    ],
    "odd texts": [Person(id="a%s", note=ODD), Person(id='"b"', note=""), Person(id="c")],
    "numbers": [Unit(id="a", households=7), Unit(id="b", households=None), Unit(id="c")],
    "structured": [
        Nomination(id="a", checks=(Check(code="x", state="met", note=ODD),), papers=("p", "q")),
        Nomination(id="b", mostly_women=True),
    ],
    "search key": [Household(id="a", head="Hộ ông A", members=("Đỗ A", "Lò B")), Household(id="b")],
}  # fmt: skip


def _stamps(count: int) -> dict[str, list[Any]]:
    return {name: [value] * count for name, value in STAMP.items()}


@pytest.mark.parametrize("name", BATCHES)
def test_many_rows_are_the_same_as_single_ones(name: str) -> None:
    records: list[Record] = BATCHES[name]
    coder = codec(type(records[0]))
    rows, texts = coder.many(records, _stamps(len(records)))
    made = [dict(zip(coder.row_columns, row, strict=True)) for row in rows]
    singly = [coder.row_and_text(record, stamp=STAMP) for record in records]
    assert made == [row for row, _ in singly]
    assert [list(map(type, row.values())) for row in made] == [
        list(map(type, row.values())) for row, _ in singly
    ]
    assert texts == [text for _, text in singly]


def test_a_text_of_a_row_is_what_its_hash_is_made_of() -> None:
    coder = codec(Person)
    rows, texts = coder.many(BATCHES["odd texts"], _stamps(3))
    for values, text in zip(rows, texts, strict=True):
        row = dict(zip(coder.row_columns, values, strict=True))
        assert row["h"] == row_hash(row)
        assert json.loads(text) == {name: value for name, value in row.items() if name != "h"}


def test_bulk_is_told_in_the_journal_and_can_be_taken_back(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    store = session.store
    people = BATCHES["odd texts"]
    with store.transaction("Nhập", actor="thu") as writing:
        writing.put_new(people)
        writing.put_new([])
        writing.put(Person(id="c", full_name="Sửa ngay"))
    assert store.last_changes().count == 3
    step = journal.entry(store.connection, store.last_changes().entry)
    assert [(change.id, change.before) for change in step.changes] == [
        ("a%s", None), ('"b"', None), ("c", None),
    ]  # fmt: skip
    stored = store.connection.execute("SELECT * FROM person WHERE id = 'c'").fetchone()
    assert step.changes[2].after is not None
    assert step.changes[2].after["full_name"] == "Sửa ngay"
    assert tuple(sorted(map(str, stored))) == tuple(
        sorted(str(value) for value in step.changes[2].after.values())
    )
    assert journal.broken_at(store.connection) is None
    assert damage.check(store.connection).nothing
    store.undo(actor="thu")
    assert store.count(Person) == 0
    session.close()


@pytest.mark.parametrize("length", [0, 1, 32_767, 32_768, 32_769, 100_000])
def test_a_link_is_the_hash_of_the_whole_canonical_text(length: int) -> None:
    told = (ODD * (length // len(ODD) + 1))[:length]
    values = [7, "2026-11-20", "thu", "", ODD, "do", None, 1, told, "0" * 64]
    assert journal.link(values) == hashlib.sha256(canonical(values).encode()).hexdigest()
