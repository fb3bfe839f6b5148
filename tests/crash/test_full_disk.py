"""A full disk: one sentence, nothing changed, and it works again once there is room."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.bundles import a_season, an_office, put, send, state, take_in
from thiduaqt.domain.errors import StoreError
from thiduaqt.domain.records import BundleLog, Person
from thiduaqt.services import safety, sharing
from thiduaqt.services.session import Session


@pytest.fixture
def commune(tmp_path: Path) -> Session:
    made = an_office(tmp_path, "xa")
    a_season(made, people=60)
    return made


@contextmanager
def no_more_pages(session: Session) -> Iterator[None]:
    """Let the data file not grow by a single page, as on a full disk."""
    connection = session.store.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    try:
        yield
    finally:
        connection.execute("PRAGMA max_page_count = 1073741823")


def test_a_full_disk_while_saving(commune: Session) -> None:
    before = state(commune)
    people = [Person(id=f"moi-{number}", full_name="Người mới") for number in range(500)]
    with no_more_pages(commune), pytest.raises(StoreError, match="Ổ đĩa đầy") as refused:
        put(commune, *people)
    assert refused.value.code == "SQLITE_FULL"
    assert state(commune) == before
    assert safety.verify(commune).ok
    put(commune, *people)
    assert commune.store.count(Person) == 560


def test_a_full_disk_while_taking_in_a_bundle(commune: Session, tmp_path: Path) -> None:
    send(commune, tmp_path / "goi.tdq")
    province = an_office(tmp_path, "tinh")
    before = state(province)
    shown = sharing.preview_bundle(province, tmp_path / "goi.tdq")
    with no_more_pages(province), pytest.raises(StoreError, match="Ổ đĩa đầy"):
        sharing.apply_bundle(province, shown)
    assert state(province) == before
    assert not province.store.all(BundleLog)
    assert safety.verify(province).ok
    assert take_in(province, tmp_path / "goi.tdq")["new"] == shown.counts["new"]


if sys.platform != "win32":
    import resource

    @contextmanager
    def no_file_larger_than(size: int) -> Iterator[None]:
        """Let the system refuse to write beyond ``size`` bytes of any file."""
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    @pytest.mark.parametrize("size", [0, 1, 2_000, 8_000])
    def test_a_full_place_while_writing_a_bundle(
        commune: Session, tmp_path: Path, size: int
    ) -> None:
        target = tmp_path / "goi.tdq"
        target.write_bytes(b"ban cu")
        before = commune.store.undo_labels()
        with no_file_larger_than(size), pytest.raises(StoreError) as refused:
            send(commune, target)
        assert refused.value.todo
        assert target.read_bytes() == b"ban cu"
        assert [path.name for path in tmp_path.iterdir() if "dang-ghi" in path.name] == []
        assert not sharing.sent(commune)
        assert commune.store.undo_labels() == before
        send(commune, target)
        assert sharing.inspect_bundle(target).seq == 1

    @pytest.mark.parametrize("size", [0, 4_096, 40_000])
    def test_a_full_place_while_backing_up(commune: Session, size: int) -> None:
        older = safety.backup(commune)
        before = state(commune)
        with no_file_larger_than(size), pytest.raises(StoreError) as refused:
            safety.backup(commune)
        assert refused.value.todo
        assert [made.path for made in safety.list_backups(commune)] == [older.path]
        assert not list(older.path.parent.glob("*dang-chep*"))
        assert state(commune) == before
        assert safety.verify(commune).ok

    @pytest.mark.parametrize("size", [0, 40_000])
    def test_a_full_place_while_restoring(commune: Session, size: int) -> None:
        made = safety.backup(commune)
        put(commune, Person(id="moi", full_name="Sau khi sao lưu"))
        before, epoch = state(commune), commune.store.meta("epoch")
        with no_file_larger_than(size), pytest.raises(StoreError):
            safety.restore(commune, made.path)
        assert (state(commune), commune.store.meta("epoch")) == (before, epoch)
        assert safety.verify(commune).ok
