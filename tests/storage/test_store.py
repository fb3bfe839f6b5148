"""The store: one transaction, one entry; undo and redo; what it refuses to open."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import NOW, counting_ids
from thiduaqt.domain.errors import NotAllowed, StoreError
from thiduaqt.domain.plain import field_types
from thiduaqt.domain.records import RECORDS, Award, FormerName, Movement, Person, Record, Unit
from thiduaqt.storage import journal
from thiduaqt.storage.codec import codec, row_hash, table_of
from thiduaqt.storage.migrations import MIGRATIONS
from thiduaqt.storage.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "thu.tdqdb", clock=lambda: NOW, ids=counting_ids())


def _dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    return {
        table_of(kind): store.connection.execute(
            f"SELECT * FROM {table_of(kind)} ORDER BY id"
        ).fetchall()
        for kind in RECORDS
    }


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_tables_have_the_fields_of_their_records(store: Store, kind: type[Record]) -> None:
    columns = store.connection.execute(f"PRAGMA table_info({table_of(kind)})").fetchall()
    # A later migration adds its columns behind the hash.
    assert sorted(column[1] for column in columns) == sorted([*field_types(kind), "key", "h"])


def test_settings_of_the_file(store: Store) -> None:
    asked = {
        name: store.connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
    }
    assert asked == {
        "journal_mode": "delete",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
    }
    strict = store.connection.execute("PRAGMA table_list").fetchall()
    ours = {table_of(kind) for kind in RECORDS} | {"journal", "meta"}
    assert all(row[5] == 1 for row in strict if row[1] in ours)


def test_a_record_comes_back_as_it_was_put(store: Store) -> None:
    unit = Unit(
        id="u1", kind="village", name="Thôn Bình Minh", former_names=(FormerName(name="Xóm 3"),)
    )
    with store.transaction("Thêm", actor="a") as writing:
        put = writing.put(unit)
    assert put.rev == 1
    assert store.get(Unit, "u1") == put
    assert replace(put, origin="", rev=0) == unit


def test_saving_the_same_twice_writes_nothing(store: Store) -> None:
    with store.transaction("Thêm", actor="a") as writing:
        writing.put(Unit(id="u1", name="Thôn 1"))
    with store.transaction("Sửa", actor="a") as writing:
        again = writing.put(Unit(id="u1", name="Thôn 1"))
    assert again.rev == 1
    assert store.last_changes().nothing
    assert journal.head(store.connection)[0] == 1


def test_a_failed_transaction_leaves_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.transaction("Thêm", actor="a") as writing:
        writing.put(Unit(id="u1", name="Thôn 1"))
        raise ZeroDivisionError
    assert store.all(Unit) == ()
    assert journal.head(store.connection)[0] == 0


def test_a_dangling_reference_is_refused(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError), store.transaction("Thêm", actor="a") as writing:
        writing.put(Person(id="p1", full_name="Vi Văn Tới", unit_id="nowhere"))
    assert store.all(Person) == ()


def test_undo_and_redo_name_the_step(store: Store) -> None:
    with store.transaction("Thêm Thôn 1", actor="a") as writing:
        writing.put(Unit(id="u1", name="Thôn 1"))
    with store.transaction("Đổi tên", actor="a") as writing:
        writing.put(replace(store.get(Unit, "u1"), name="Thôn Một"))
    assert store.undo_labels() == ("Đổi tên", None)
    store.undo(actor="a")
    assert store.get(Unit, "u1").name == "Thôn 1"
    assert store.undo_labels() == ("Thêm Thôn 1", "Đổi tên")
    store.redo(actor="a")
    assert store.get(Unit, "u1").name == "Thôn Một"
    assert journal.broken_at(store.connection) is None


def test_a_new_step_empties_redo_and_a_final_one_undo(store: Store) -> None:
    with store.transaction("Một", actor="a") as writing:
        writing.put(Unit(id="u1", name="Thôn 1"))
    store.undo(actor="a")
    with store.transaction("Hai", actor="a") as writing:
        writing.put(Unit(id="u2", name="Thôn 2"))
    assert store.undo_labels() == ("Hai", None)
    with store.transaction("Ban hành", actor="a", undoable=False) as writing:
        writing.put(Unit(id="u3", name="Thôn 3"))
    assert store.undo_labels() == (None, None)
    with pytest.raises(NotAllowed):
        store.undo(actor="a")


def test_two_hundred_steps_back_and_forth(store: Store) -> None:
    with store.transaction("Thêm", actor="a") as writing:
        writing.put(Unit(id="u1", name="0"))
    empty = _dump(store)
    for step in range(1, 211):
        with store.transaction(f"Bước {step}", actor="a") as writing:
            writing.put(replace(store.get(Unit, "u1"), name=str(step)))
    full = _dump(store)
    for _ in range(210):
        store.undo(actor="a")
    assert _dump(store) == empty
    for _ in range(210):
        store.redo(actor="a")
    assert _dump(store) == full


def test_undo_after_sending_keeps_counting(store: Store) -> None:
    with store.transaction("Thêm", actor="a") as writing:
        writing.put(Unit(id="u1", name="Thôn 1"))
    store.set_meta("last_sent_entry", "1")
    store.undo(actor="a")
    sent = store.get(Unit, "u1")
    assert (sent.deleted, sent.rev) == (True, 2)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    steps=st.lists(
        st.lists(
            st.tuples(st.integers(0, 4), st.text("aăâđ ", max_size=4), st.booleans()),
            min_size=1,
            max_size=4,
        ),
        max_size=8,
    )
)
def test_any_steps_undone_give_the_file_as_before(
    tmp_path_factory: pytest.TempPathFactory, steps: list[list[tuple[int, str, bool]]]
) -> None:
    store = Store.create(tmp_path_factory.mktemp("undo") / "thu.tdqdb")
    seen = [_dump(store)]
    written = 0
    for step in steps:
        with store.transaction("Bước", actor="a") as writing:
            for number, name, deleted in step:
                writing.put(Unit(id=f"u{number}", name=name, deleted=deleted))
        if not store.last_changes().nothing:
            written += 1
            seen.append(_dump(store))
    for expected in reversed(seen[:-1]):
        store.undo(actor="a")
        assert _dump(store) == expected
    for expected in seen[1:]:
        store.redo(actor="a")
        assert _dump(store) == expected
    assert journal.broken_at(store.connection) is None
    store.close()


def test_the_journal_notices_every_change_to_it(store: Store) -> None:
    for number in range(3):
        with store.transaction(f"Bước {number}", actor="a") as writing:
            writing.put(Unit(id=f"u{number}", name=str(number)))
    store.connection.execute("UPDATE journal SET label = 'khác' WHERE n = 2")
    assert journal.broken_at(store.connection) == 2


def test_a_row_hash_finds_a_changed_letter(store: Store) -> None:
    with store.transaction("Thêm", actor="a") as writing:
        writing.put(Person(id="p1", full_name="Đỗ Văn Dũng"))
    row = store.rows("SELECT * FROM person")[0]
    assert row_hash(row) == row["h"]
    row["full_name"] = "Đỗ Văn Dung"
    assert row_hash(row) != row["h"]


@pytest.mark.parametrize(
    "damage",
    ["definition = '{hong'", "definition = '{\"la\":1}'", "title = CAST(x'c3c3c3' AS TEXT)"],
)
def test_a_row_that_cannot_be_read_is_told(store: Store, damage: str) -> None:
    with store.transaction("Thêm", actor="a") as writing:
        writing.put(Movement(id="m1", title="Phong trào"))
    store.connection.execute(f"UPDATE movement SET {damage}")
    for read in (lambda: store.get(Movement, "m1"), lambda: store.all(Movement)):
        with pytest.raises(StoreError, match="Tệp dữ liệu có chỗ hỏng"):
            read()


def test_records_of_others_cannot_be_edited(store: Store) -> None:
    store.set_meta("unit_id", "us")
    with store.transaction("Nhận gói", actor="a") as writing:
        writing.put_foreign(Unit(id="u1", origin="them", rev=7, name="Thôn 1"))
    with pytest.raises(NotAllowed), store.transaction("Sửa", actor="a") as writing:
        writing.put(replace(store.get(Unit, "u1"), name="Thôn Một"))
    assert store.get(Unit, "u1").rev == 7


def test_a_read_only_store_cannot_write(store: Store, tmp_path: Path) -> None:
    reader = Store.open(tmp_path / "thu.tdqdb", read_only=True)
    with pytest.raises(StoreError), reader.transaction("Thêm", actor="a") as writing:
        writing.put(Unit(id="u1", name="Thôn 1"))


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "EMPTY"), (b"PK\x03\x04 not ours", "SQLITE_NOTADB"), (b"x" * 5000, "SQLITE_NOTADB")],
)
def test_foreign_files_are_refused_and_left_alone(
    tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "la.tdqdb"
    path.write_bytes(content)
    with pytest.raises(StoreError) as fault:
        Store.open(path)
    assert fault.value.code == code
    assert path.read_bytes() == content


def test_somebody_elses_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "la.tdqdb"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE t (x)")
    other.close()
    with pytest.raises(StoreError, match="không phải tệp dữ liệu"):
        Store.open(path)


def test_a_missing_file_and_a_taken_name(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Không thấy"):
        Store.open(tmp_path / "khong-co.tdqdb")
    with pytest.raises(StoreError, match="Đã có tệp"):
        Store.create(store.path)


def test_a_newer_file_is_refused(store: Store) -> None:
    store.connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
        "VALUES ('thiduaqt', 'm9999_tuong_lai', '2030')"
    )
    store.close()
    before = store.path.read_bytes()
    with pytest.raises(StoreError) as fault:
        Store.open(store.path)
    assert fault.value.code == "TOO_NEW"
    assert store.path.read_bytes() == before


def test_an_older_file_is_upgraded_after_a_backup(store: Store) -> None:
    last = MIGRATIONS[-1][0]
    store.connection.execute("PRAGMA foreign_keys = OFF")
    for index in ("movement_plan",):
        store.connection.execute(f"DROP INDEX {index}")
    for table in ("plan", "criteria_edition", "score_sheet", "measurement", "registration",
                  "block", "seen_finding"):  # fmt: skip
        store.connection.execute(f"DROP TABLE {table}")
    for table, column in (("movement", "plan_id"), ("movement", "parent_id"),
                          ("movement", "earlier"), ("round", "occasion")):  # fmt: skip
        store.connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    store.connection.execute("DELETE FROM _sqlite_migrations WHERE name = ?", [last])
    store.close()
    opened = Store.open(store.path)
    assert opened.all(Award) == ()
    copies = list((store.path.parent / "thu-sao-luu").glob("*truoc-nang-cap*"))
    assert len(copies) == 1
    assert not opened.connection.execute("PRAGMA foreign_key_check").fetchall()


def test_a_locked_file_is_told_in_words(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    store.connection.execute("PRAGMA busy_timeout = 50")
    with pytest.raises(StoreError, match="đang được mở"), store.transaction("x", actor="a"):
        pass
    other.execute("ROLLBACK")


def test_every_codec_round_trips_defaults() -> None:
    for kind in RECORDS:
        record = kind(id="x")
        assert codec(kind).record(codec(kind).row(record)) == record


def test_an_unknown_column_is_a_bug(store: Store) -> None:
    with pytest.raises(ValueError, match="no such column"):
        store.all(Movement, colour="red")
