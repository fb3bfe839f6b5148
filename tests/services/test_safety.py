"""Backups that are proven, a restore that takes nothing away, damage that is seen."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.builders import NOW
from tests.bundles import a_season, an_office, put, send, state, take_in
from thiduaqt import paths
from thiduaqt.domain.errors import NotAllowed, StoreError
from thiduaqt.domain.records import Evidence, Nomination, Person
from thiduaqt.services import history, recycle, safety
from thiduaqt.services.session import Session, open_session
from thiduaqt.storage import attachments
from thiduaqt.storage import backup as copies
from thiduaqt.storage.backup import Backup, to_delete


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = an_office(tmp_path, "xa")
    a_season(made)
    return made


def test_a_backup_is_a_whole_data_file(session: Session) -> None:
    made = safety.backup(session)
    assert made.name == "xa-20261120-143200-tay.tdqdb"
    assert (made.reason, made.at) == ("tay", NOW.replace(tzinfo=None))
    copy = open_session(made.path, read_only=True)
    assert state(copy) == state(session)
    assert safety.verify(copy).ok
    copy.close()
    assert [item.name for item in safety.list_backups(session)] == [made.name]
    assert not list(made.path.parent.glob("*dang-chep*"))


def test_two_backups_in_one_second_do_not_meet(session: Session) -> None:
    names = {safety.backup(session).name for _ in range(3)}
    assert len(names) == len(safety.list_backups(session)) == 3


def test_at_exit_only_what_changed_is_backed_up(session: Session) -> None:
    assert safety.backup_at_exit(session) is not None
    assert safety.backup_at_exit(session) is None
    put(session, Person(id="moi", full_name="Trần Văn Mới"))
    made = safety.backup_at_exit(session)
    assert made is not None
    assert safety.reason_words(made) == "Tự sao lưu khi thoát"


def test_a_backup_is_made_before_a_bundle_comes_in(session: Session, tmp_path: Path) -> None:
    send(session, tmp_path / "1.tdq")
    province = an_office(tmp_path, "tinh")
    take_in(province, tmp_path / "1.tdq")
    assert [made.reason for made in safety.list_backups(province)] == ["truoc-nhap"]


def test_restore_brings_back_and_keeps_what_was_there(session: Session) -> None:
    made = safety.backup(session)
    before, epoch_id = state(session), session.store.meta("epoch_id")
    person = session.store.all(Person)[0]
    put(session, replace(person, full_name="Sửa sau khi sao lưu"))
    other = open_session(session.path)
    restored = safety.restore(session, made.path)
    assert state(session) == before == state(other)
    assert other.store.get(Person, person.id).full_name == person.full_name
    other.close()
    kept = open_session(restored.kept, read_only=True)
    assert kept.store.get(Person, person.id).full_name == "Sửa sau khi sao lưu"
    kept.close()
    assert "truoc-khoi-phuc" in restored.kept.name
    assert session.store.meta("epoch") == "2"
    assert session.store.meta("epoch_id") != epoch_id
    assert restored.changes.touches("person", "nomination")
    assert history.undo_text(session) is None
    assert safety.verify(session).ok
    assert put(session, replace(person, post="Trưởng thôn"))[0].epoch == 2


def test_each_restore_has_an_epoch_of_its_own(session: Session) -> None:
    made = safety.backup(session)
    epochs = []
    for _ in range(3):
        safety.restore(session, made.path)
        epochs.append(int(session.store.meta("epoch")))
    assert epochs == [2, 3, 4]


def test_after_a_restore_the_upper_level_sees_newer_records_not_older(
    session: Session, tmp_path: Path
) -> None:
    province = an_office(tmp_path, "tinh")
    made = safety.backup(session)
    nomination = session.store.all(Nomination)[0]
    for number in range(3):
        current = session.store.get(Nomination, nomination.id)
        put(session, replace(current, achievement=f"Lần {number}"))
    send(session, tmp_path / "1.tdq")
    take_in(province, tmp_path / "1.tdq")
    safety.restore(session, made.path)
    put(session, replace(nomination, achievement="Sau khi khôi phục"))
    send(session, tmp_path / "2.tdq")
    counts = take_in(province, tmp_path / "2.tdq")
    assert counts["updated"] == 1
    assert counts["conflict"] == 0
    assert province.store.get(Nomination, nomination.id).achievement == "Sau khi khôi phục"


def _damage(path: Path, old: bytes, new: bytes) -> None:
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new, 1))


def test_a_damaged_backup_is_refused_and_nothing_changes(session: Session) -> None:
    made = safety.backup(session)
    _damage(made.path, "Lường Văn Păn".encode(), "Lường Văn Xyzt".encode())
    before, head = state(session), session.store.meta("epoch")
    with pytest.raises(StoreError, match="có chỗ hỏng nên không dùng được"):
        safety.restore(session, made.path)
    assert (state(session), session.store.meta("epoch")) == (before, head)


def test_what_is_no_backup_is_refused(session: Session, tmp_path: Path) -> None:
    text = tmp_path / "thu.tdqdb"
    text.write_text("không phải bản sao lưu", encoding="utf-8")
    for path in (text, tmp_path / "khong-co.tdqdb"):
        with pytest.raises(StoreError):
            safety.restore(session, path)


def test_the_backup_of_another_office_is_refused(session: Session, tmp_path: Path) -> None:
    other = safety.backup(an_office(tmp_path, "khac"))
    with pytest.raises(NotAllowed, match="của đơn vị khác"):
        safety.restore(session, other.path)


def test_damaged_data_can_still_be_restored_and_is_kept_byte_for_byte(session: Session) -> None:
    made = safety.backup(session)
    before = state(session)
    session.close()
    _damage(session.path, "Lường Văn Păn".encode(), "Lường Văn Xyzt".encode())
    broken = session.path.read_bytes()
    again = open_session(session.path)
    report = safety.verify(again)
    assert not report.ok
    assert [finding.title for finding in report.findings if not finding.ok] == ["Nội dung từng mục"]
    with pytest.raises(StoreError, match="không đọc lại được"):
        copies.verified_copy(again.store.connection, session.path.with_name("x"), every=1)
    restored = safety.restore(again, made.path)
    assert restored.kept.read_bytes() == broken
    assert "-hong" in restored.kept.name
    assert state(again) == before
    assert safety.verify(again).ok


def test_a_file_that_no_longer_opens_gives_place_to_a_backup(session: Session) -> None:
    made = safety.backup(session)
    before = state(session)
    session.close()
    session.path.write_bytes(b"\0" * 8192)
    with pytest.raises(StoreError):
        open_session(session.path)
    kept = safety.restore_unopened(session.path, made.path, actor="can-bo", clock=lambda: NOW)
    assert kept.read_bytes() == b"\0" * 8192
    again = open_session(session.path)
    assert state(again) == before
    assert int(again.store.meta("epoch")) > 100
    assert safety.verify(again).ok


def test_a_sound_file_is_found_sound_in_words(session: Session) -> None:
    seen: list[tuple[int, int]] = []
    report = safety.verify(session, lambda value, total: seen.append((value, total)))
    assert report.ok
    assert report.sentence == "Dữ liệu nguyên vẹn. Không cần làm gì."
    assert [finding.title for finding in report.findings] == [
        "Cấu trúc tệp",
        "Nội dung từng mục",
        "Liên kết giữa các mục",
        "Nhật ký",
        "Tệp minh chứng",
    ]


def _execute(session: Session, statement: str) -> None:
    connection = sqlite3.connect(session.path)
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("statement", "title"),
    [
        ("UPDATE person SET full_name = 'Kẻ khác' WHERE rowid = 1", "Nội dung từng mục"),
        ("DELETE FROM unit WHERE name LIKE 'Thôn%'", "Liên kết giữa các mục"),
        ("UPDATE journal SET label = 'khác' WHERE n = 2", "Nhật ký"),
        ("DELETE FROM journal WHERE n = 2", "Nhật ký"),
        ("UPDATE journal SET n = n + 100 WHERE n = 3", "Nhật ký"),
        ("DELETE FROM journal WHERE n = (SELECT max(n) FROM journal)", "Nhật ký"),
        ("DELETE FROM journal", "Nhật ký"),
        ("DELETE FROM nomination WHERE rowid = 1", "Nhật ký"),
        ("DROP TABLE nomination", "Nhật ký"),
    ],
)
def test_changes_behind_the_programs_back_are_seen(
    session: Session, statement: str, title: str
) -> None:
    _execute(session, statement)
    report = safety.verify(session)
    assert title in [finding.title for finding in report.findings if not finding.ok]
    assert "Khôi phục bản sao lưu" in report.sentence or "khôi phục bản sao lưu" in report.sentence


def test_damage_is_named_in_the_words_of_the_office(session: Session) -> None:
    _execute(session, "UPDATE person SET full_name = 'Kẻ khác'")
    _execute(session, "UPDATE office SET place = 'Nơi khác'")
    finding = next(one for one in safety.verify(session).findings if one.details)
    assert finding.details[0].startswith("Đơn vị của tôi ")
    assert {one.rsplit(" ", 1)[0] for one in finding.details} == {"Đơn vị của tôi", "Cá nhân"}


def test_a_missing_or_changed_evidence_file_is_seen(session: Session, tmp_path: Path) -> None:
    source = tmp_path / "anh.pdf"
    source.write_bytes(b"%PDF-1.7 minh chung")
    kept = attachments.keep(session.path, source)
    nomination = session.store.all(Nomination)[0]
    put(
        session,
        Evidence(id="e1", nomination_id=nomination.id, name="anh.pdf", sha256=kept.sha256),
    )
    assert safety.verify(session).ok
    path = attachments.path_of(session.path, kept.sha256)
    path.chmod(0o644)
    path.write_bytes(b"khac")
    assert not safety.verify(session).ok
    path.unlink()
    finding = safety.verify(session).findings[-1]
    assert (finding.ok, finding.details) == (False, ("anh.pdf",))


def test_half_of_the_damage_sqlite_cannot_see_is_seen_by_row_hashes(
    session: Session, tmp_path: Path
) -> None:
    """A page emptied or a few bits turned (T-D1): a damaged file never passes as sound."""
    import random  # noqa: PLC0415

    session.close()
    whole = session.path.read_bytes()
    sound = open_session(session.path)
    expected = state(sound)
    sound.close()
    unseen = 0
    for seed in range(60):
        chance = random.Random(seed)
        data = bytearray(whole)
        page = chance.randrange(1, len(data) // 4096) * 4096
        if seed % 2:
            data[page : page + 4096] = bytes(4096)
        else:
            for _ in range(4):
                data[page + chance.randrange(4096)] ^= 1 << chance.randrange(8)
        path = tmp_path / f"hong-{seed}.tdqdb"
        path.write_bytes(data)
        try:
            broken = open_session(path, read_only=True)
        except StoreError:
            continue
        try:
            if safety.verify(broken).ok and state(broken) != expected:
                unseen += 1
        finally:
            broken.close()
    assert unseen == 0


# -- thinning out ------------------------------------------------------------------------------


def _copy(day: datetime, reason: str = "thoat") -> Backup:
    return Backup(path=Path(f"/x/{day:%Y%m%d-%H%M%S}-{reason}"), at=day, reason=reason, size=1)


def test_two_years_of_backups_thin_out_as_promised() -> None:
    day = datetime(2026, 1, 1, 8)  # noqa: DTZ001 - local time, as in the names
    kept: list[Backup] = []
    for number in range(730 * 2):
        made = _copy(day + timedelta(hours=12 * number))
        kept.append(made)
        going = to_delete(kept, proven=made)
        assert made not in going
        kept = [item for item in kept if item not in going]
        assert len(kept) >= min(5, number + 1)
    newest = max(item.at for item in kept)
    ages = sorted((newest - item.at).days for item in kept)
    assert ages[:10] == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]
    assert len([age for age in ages if age <= 12]) >= 12
    assert any(60 <= age <= 75 for age in ages)
    assert any(230 <= age <= 275 for age in ages)
    assert len(kept) <= 10 + 12 + 10 + 9


def test_what_cannot_be_made_again_is_never_thinned_out() -> None:
    day = datetime(2026, 1, 1, 8)  # noqa: DTZ001
    special = [
        _copy(day + timedelta(hours=number), reason)
        for number, reason in enumerate(("truoc-khoi-phuc", "truoc-nang-cap", "hong"))
    ]
    plain = [_copy(day + timedelta(days=number)) for number in range(1, 400)]
    going = to_delete([*special, *plain], proven=plain[-1])
    assert not set(special) & set(going)
    assert going


def test_a_clock_that_went_back_costs_no_backup() -> None:
    day = datetime(2026, 6, 1, 8)  # noqa: DTZ001
    old = [_copy(day + timedelta(days=number)) for number in range(60)]
    wrong = _copy(datetime(2010, 1, 1))  # noqa: DTZ001
    assert to_delete([*old, wrong], proven=wrong) == []


def test_a_full_place_for_backups_is_said(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copies, "verified_copy", full)
    with pytest.raises(StoreError, match="Chưa sao lưu được"):
        safety.backup(session)


def test_days_without_backup_are_counted(session: Session) -> None:
    assert safety.days_without_backup(session) is None
    made = safety.backup(session)
    old = made.path.with_name("xa-20261111-080000-tay.tdqdb")
    made.path.rename(old)
    assert safety.days_without_backup(session) == 9


def test_backups_lie_beside_the_data_file(session: Session) -> None:
    assert safety.backup(session).path.parent == paths.backups(session.path)


# -- recycle bin -------------------------------------------------------------------------------


def test_what_was_deleted_comes_back_with_what_it_needs(session: Session) -> None:
    nomination = session.store.all(Nomination)[0]
    person = session.store.get(Person, nomination.person_id)
    put(session, replace(nomination, deleted=True))
    put(session, replace(person, deleted=True))
    found = recycle.deleted(session)
    assert {(item.word, item.label) for item in found} == {
        ("Hồ sơ đề nghị", "Nguyễn Thị Thử 0"),
        ("Cá nhân", "Nguyễn Thị Thử 0"),
    }
    assert all(item.actor == "can-bo" and item.at.startswith("2026-11-20") for item in found)
    chosen = [item for item in found if item.word == "Hồ sơ đề nghị"]
    changes = recycle.bring_back(session, chosen)
    assert changes.label == "Khôi phục Nguyễn Thị Thử 0"
    assert not session.store.get(Nomination, nomination.id).deleted
    assert not session.store.get(Person, person.id).deleted
    assert recycle.deleted(session) == ()
    history.undo(session)
    assert len(recycle.deleted(session)) == 2


def test_deleted_records_of_others_are_not_ours_to_bring_back(
    session: Session, tmp_path: Path
) -> None:
    province = an_office(tmp_path, "tinh")
    send(session, tmp_path / "1.tdq")
    take_in(province, tmp_path / "1.tdq")
    put(session, replace(session.store.all(Nomination)[0], deleted=True))
    send(session, tmp_path / "2.tdq")
    take_in(province, tmp_path / "2.tdq", deletions=True)
    assert recycle.deleted(province) == ()
