"""A data file of the version before is opened, kept whole and says the same as before."""

from __future__ import annotations

import json
import lzma
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.builders import counting_ids
from thiduaqt.domain.errors import NotAllowed, StoreError
from thiduaqt.domain.records import Award, Movement, Nomination, Plan, Round
from thiduaqt.storage import damage, journal, schema
from thiduaqt.storage.migrations import MIGRATIONS
from thiduaqt.storage.store import Store

OLD = Path(__file__).parent.parent / "data" / "old"
DOCUMENT = (
    "number", "symbol", "date", "place", "commune", "province", "signer_form", "signer_name",
    "distribution", "remarks", "legal_bases", "responsibilities",
)  # fmt: skip


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    path = tmp_path / "cu.tdqdb"
    path.write_bytes(lzma.decompress((OLD / "season-m0002.tdqdb.xz").read_bytes()))
    return path


def _definition(path: Path) -> dict[str, Any]:
    connection = sqlite3.connect(path)
    found: dict[str, Any] = json.loads(
        connection.execute("SELECT definition FROM movement").fetchone()[0]
    )
    connection.close()
    return found


def test_the_old_file_is_whole_before_and_after(old_file: Path) -> None:
    before = sqlite3.connect(old_file)
    assert damage.check(before).nothing
    rows = before.execute("SELECT count(*) FROM award").fetchone()[0]
    before.close()
    with_new = Store.open(old_file, ids=counting_ids())
    found = damage.check(with_new.connection)
    assert found.nothing, found
    assert rows == len(with_new.all(Award)) > 0
    assert with_new.all(Nomination)
    with_new.close()


def test_the_plan_says_what_the_definition_said(old_file: Path) -> None:
    was = _definition(old_file)
    store = Store.open(old_file)
    (movement,) = store.all(Movement)
    (plan,) = store.all(Plan)
    assert movement.plan_id == plan.id
    rules, document = movement.definition, plan.document
    assert rules is not None
    assert (rules.title, rules.period_wording) == (was["title"], was["period_wording"])
    assert [group.code for group in rules.groups] == [group["code"] for group in was["groups"]]
    assert len(rules.quotas) == len(was["quotas"])
    lines = {part.code: part.lines for chapter in document.chapters for part in chapter.parts}
    for name in ("purposes", "requirements", "contents", "solutions"):
        assert list(lines[name]) == was[name]
    assert document.issuers == (was["issuer"],)
    assert document.signer_form == tuple(was["signer_form"])
    assert [basis.number for basis in document.legal_bases] == [
        basis["number"] for basis in was["legal_bases"]
    ]
    assert len(document.responsibilities) == len(was["responsibilities"])
    assert all(round_.occasion == "" for round_ in store.all(Round))
    store.close()


def test_nothing_is_lost_on_the_way(old_file: Path) -> None:
    """Every member of the old definition has a place in the plan or in the rules."""
    was = _definition(old_file)
    store = Store.open(old_file)
    (movement,), (plan,) = store.all(Movement), store.all(Plan)
    moved = {*DOCUMENT, "issuer", "kind", "purposes", "requirements", "contents", "solutions"}
    for name in was.keys() - moved:
        assert hasattr(movement.definition, name), name
    for name in DOCUMENT:
        assert hasattr(plan.document, name), name
    store.close()


def test_the_upgrade_is_one_step_that_nothing_is_undone_across(old_file: Path) -> None:
    store = Store.open(old_file)
    entry = journal.head(store.connection)[0]
    assert journal.entry(store.connection, entry).label == "Nâng cấp tệp dữ liệu"
    with pytest.raises(NotAllowed):
        store.undo(actor="can-bo")
    assert journal.broken_at(store.connection) is None
    store.close()
    again = Store.open(old_file)
    assert journal.head(again.connection)[0] == entry
    again.close()


def test_a_file_that_cannot_be_upgraded_stays_as_it_was(
    old_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old_file.read_bytes()

    def failing(db: Any) -> None:  # noqa: ANN401 - as migrations get it
        db.execute("DROP TABLE award")
        raise sqlite3.OperationalError("database or disk is full")

    broken = (*MIGRATIONS[:2], ("m0003_plans", failing))
    monkeypatch.setattr(schema, "MIGRATIONS", broken)
    with pytest.raises(sqlite3.OperationalError):
        Store.open(old_file)
    connection = sqlite3.connect(old_file)
    assert schema.applied(connection) == [name for name, _ in MIGRATIONS[:2]]
    assert damage.check(connection).nothing
    connection.close()
    assert len(old_file.read_bytes()) == len(before)


def test_a_read_only_look_at_an_old_file_is_refused_in_words(old_file: Path) -> None:
    before = old_file.read_bytes()
    with pytest.raises(StoreError, match="phiên bản cũ"):
        Store.open(old_file, read_only=True)
    assert old_file.read_bytes() == before
