"""Bundles between two offices: what travels, the eight outcomes, once is enough, one undo."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from tests.bundles import (
    RECIPIENT,
    a_season,
    an_office,
    movement_and_round,
    put,
    send,
    some_results,
    state,
    take_in,
)
from thiduaqt.domain.errors import BadFile, NotAllowed, StoreError
from thiduaqt.domain.records import Award, BundleLog, HeldRecord, Nomination, Person
from thiduaqt.domain.travel import FAMILIES, body_of
from thiduaqt.services import history, sharing
from thiduaqt.services.session import Session


@pytest.fixture
def commune(tmp_path: Path) -> Session:
    return an_office(tmp_path, "xa")


@pytest.fixture
def province(tmp_path: Path) -> Session:
    return an_office(tmp_path, "tinh")


def _payload(path: Path) -> str:
    with zipfile.ZipFile(path) as outer, zipfile.ZipFile(BytesIO(outer.read("payload.zip"))) as z:
        return z.read("records.jsonl").decode()


def test_everything_arrives_as_it_was_sent(
    commune: Session, province: Session, tmp_path: Path
) -> None:
    nominations = a_season(commune)
    some_results(commune, nominations)
    for purpose in ("nominations", "results"):
        send(commune, tmp_path / f"{purpose}.tdq", purpose=purpose)  # type: ignore[arg-type]
        take_in(province, tmp_path / f"{purpose}.tdq")
    there = state(province, origin=commune.store.owner)
    for family, records in state(commune).items():
        for record_id, record in there[family].items():
            assert body_of(family, record) == body_of(family, records[record_id])
            assert (record.epoch, record.rev) == (records[record_id].epoch, records[record_id].rev)
    assert len(there["nomination"]) == 5
    assert len(there["award"]) == 5
    assert len(there["person"]) == 3
    assert len(there["decision"]) == 1


def test_what_is_private_stays_at_home(commune: Session, tmp_path: Path) -> None:
    some_results(commune, a_season(commune))
    for purpose in ("nominations", "results"):
        path = tmp_path / "goi.tdq"
        send(commune, path, purpose=purpose)  # type: ignore[arg-type]
        text = _payload(path)
        for secret in ("999185000001", "0912345678", "chỉ để trong máy", "thon3.xlsx", "người nhà"):
            assert secret not in text
        assert "Nguyễn Thị Thử 1" in text
        assert "Nguyễn Thị Thử 1".encode() not in zipfile.ZipFile(path).read("manifest.json")


def test_the_eight_counts_add_up_and_twice_is_once(
    commune: Session, province: Session, tmp_path: Path
) -> None:
    a_season(commune)
    made = send(commune, tmp_path / "1.tdq")
    first = take_in(province, tmp_path / "1.tdq")
    assert sum(first.values()) == sum(made.counts.values())
    assert first["new"] == sum(made.counts.values())
    before = state(province)
    again = sharing.preview_bundle(province, tmp_path / "1.tdq")
    changes = sharing.apply_bundle(province, again)
    assert changes.nothing
    assert changes.label == "Tệp này đã nhập ngày 20/11/2026 lúc 14:32. Không có gì thay đổi."
    send(commune, tmp_path / "2.tdq")
    second = take_in(province, tmp_path / "2.tdq")
    assert second["same"] == sum(made.counts.values()) == sum(second.values())
    assert state(province) == before


def test_a_change_is_shown_field_by_field_before_it_is_written(
    commune: Session, province: Session, tmp_path: Path
) -> None:
    a_season(commune)
    send(commune, tmp_path / "1.tdq")
    take_in(province, tmp_path / "1.tdq")
    person = commune.store.all(Person)[0]
    put(commune, replace(person, full_name="Nguyễn Thị Thử Mới", post="Bí thư chi bộ"))
    send(commune, tmp_path / "2.tdq")
    shown = sharing.preview_bundle(province, tmp_path / "2.tdq")
    updated = [item for item in shown.items if item.outcome == "updated"]
    assert [(change.field, change.old, change.new) for change in updated[0].changes] == [
        ("Họ và tên", "Nguyễn Thị Thử 0", "Nguyễn Thị Thử Mới"),
        ("Chức vụ", "(trống)", "Bí thư chi bộ"),
    ]
    assert len(updated) == shown.counts["updated"] == 1
    assert province.store.get(Person, person.id).full_name == "Nguyễn Thị Thử 0"
    sharing.apply_bundle(province, shown)
    assert province.store.get(Person, person.id).full_name == "Nguyễn Thị Thử Mới"


def test_an_older_bundle_does_not_overwrite(
    commune: Session, province: Session, tmp_path: Path
) -> None:
    nominations = a_season(commune)
    send(commune, tmp_path / "1.tdq")
    put(commune, replace(nominations[0], achievement="Đã sửa"))
    send(commune, tmp_path / "2.tdq")
    take_in(province, tmp_path / "2.tdq")
    shown = sharing.preview_bundle(province, tmp_path / "1.tdq")
    assert shown.counts["older"] == 1
    assert any("là bản cũ hơn" in remark for remark in shown.remarks)
    sharing.apply_bundle(province, shown)
    assert province.store.get(Nomination, nominations[0].id).achievement == "Đã sửa"


def test_a_missing_number_is_said(commune: Session, province: Session, tmp_path: Path) -> None:
    a_season(commune)
    for number in (1, 2, 3):
        send(commune, tmp_path / f"{number}.tdq")
    take_in(province, tmp_path / "1.tdq")
    shown = sharing.preview_bundle(province, tmp_path / "3.tdq")
    assert any("Chưa thấy gói số 2" in remark for remark in shown.remarks)


def test_import_is_one_step_of_undo_and_leaves_rows_as_they_were(
    commune: Session, province: Session, tmp_path: Path
) -> None:
    nominations = a_season(commune)
    send(commune, tmp_path / "1.tdq")
    take_in(province, tmp_path / "1.tdq")
    put(commune, replace(nominations[0], achievement="Đã sửa"))
    send(commune, tmp_path / "2.tdq")
    before, logs = state(province), province.store.all(BundleLog)
    take_in(province, tmp_path / "2.tdq")
    assert history.undo_text(province) == "Nhập gói số 2 của Ủy ban nhân dân xã Minh Họa"
    history.undo(province)
    assert state(province) == before
    assert province.store.all(BundleLog) == logs
    assert not sharing.preview_bundle(province, tmp_path / "2.tdq").already
    assert take_in(province, tmp_path / "2.tdq")["updated"] == 1


def test_a_withdrawal_needs_the_officers_word(
    commune: Session, province: Session, tmp_path: Path
) -> None:
    nominations = a_season(commune)
    send(commune, tmp_path / "1.tdq")
    take_in(province, tmp_path / "1.tdq")
    put(commune, replace(nominations[0], deleted=True), replace(nominations[1], state="failed"))
    made = send(commune, tmp_path / "2.tdq")
    assert made.counts["tombstone"] == 2
    shown = sharing.preview_bundle(province, tmp_path / "2.tdq")
    assert shown.counts["waiting"] == len(shown.deletions) == 2
    sharing.apply_bundle(province, shown)
    assert not province.store.get(Nomination, nominations[0].id).deleted
    # The word can still be given later: what waits is offered again with the next bundle.
    send(commune, tmp_path / "3.tdq")
    agreed = sharing.agree_to_deletions(
        province, sharing.preview_bundle(province, tmp_path / "3.tdq"), accept=True
    )
    sharing.apply_bundle(province, agreed)
    assert province.store.get(Nomination, nominations[0].id).deleted
    assert province.store.get(Nomination, nominations[1].id).deleted
    assert not sharing.kept_aside(province)
    assert "failed" not in _payload(tmp_path / "3.tdq")


def test_a_withdrawal_that_comes_first_still_counts(
    commune: Session, province: Session, tmp_path: Path
) -> None:
    nominations = a_season(commune)
    send(commune, tmp_path / "1.tdq")
    put(commune, replace(nominations[0], deleted=True))
    send(commune, tmp_path / "2.tdq")
    take_in(province, tmp_path / "2.tdq")
    counts = take_in(province, tmp_path / "1.tdq")
    assert counts["older"] == 1
    assert province.store.get(Nomination, nominations[0].id).deleted
    # And when the commune brings it back, it comes back here too.
    deleted = commune.store.get(Nomination, nominations[0].id)
    put(commune, replace(deleted, deleted=False))
    send(commune, tmp_path / "3.tdq")
    take_in(province, tmp_path / "3.tdq")
    assert not province.store.get(Nomination, nominations[0].id).deleted
    assert not province.store.all(HeldRecord)


def test_our_own_bundle_coming_back_changes_nothing(commune: Session, tmp_path: Path) -> None:
    nominations = a_season(commune)
    send(commune, tmp_path / "1.tdq")
    before = state(commune)
    assert {k for k, v in take_in(commune, tmp_path / "1.tdq").items() if v} == {"same"}
    put(commune, replace(nominations[0], achievement="Đã sửa"))
    before = state(commune)
    send(commune, tmp_path / "2.tdq")
    (tmp_path / "1.tdq").replace(tmp_path / "cu.tdq")
    shown = sharing.preview_bundle(commune, tmp_path / "cu.tdq")
    assert shown.counts["older"] == 1
    assert state(commune) == before


def test_what_another_office_sent_cannot_be_edited_here(
    commune: Session, province: Session, tmp_path: Path
) -> None:
    nominations = a_season(commune)
    send(commune, tmp_path / "1.tdq")
    take_in(province, tmp_path / "1.tdq")
    theirs = province.store.get(Nomination, nominations[0].id)
    with pytest.raises(NotAllowed, match="do đơn vị khác gửi"):
        put(province, replace(theirs, achievement="Sửa hộ"))


def test_awards_may_change_places(commune: Session, province: Session, tmp_path: Path) -> None:
    _, awards = some_results(commune, a_season(commune))
    send(commune, tmp_path / "1.tdq", purpose="results")
    take_in(province, tmp_path / "1.tdq")
    first, second = awards[:2]
    put(commune, replace(first, ordinal=99))
    put(commune, replace(second, ordinal=1))
    put(commune, replace(first, ordinal=2))
    send(commune, tmp_path / "2.tdq", purpose="results")
    assert take_in(province, tmp_path / "2.tdq")["updated"] == 2
    assert province.store.get(Award, first.id).ordinal == 2
    assert province.store.get(Award, second.id).ordinal == 1


def test_export_is_a_step_that_cannot_be_undone(commune: Session, tmp_path: Path) -> None:
    a_season(commune)
    made = send(commune, tmp_path / "1.tdq")
    assert history.undo_text(commune) is None
    assert commune.store.meta("last_sent_entry") == str(made.changes.entry)
    log = sharing.sent(commune)[0]
    assert (log.direction, log.seq, log.manifest_sha256) == ("out", 1, made.manifest_sha256)
    assert (log.recipient_name, log.outcomes) == (RECIPIENT, made.counts)


def test_bundles_of_a_row_are_chained(commune: Session, tmp_path: Path) -> None:
    a_season(commune)
    first = send(commune, tmp_path / "1.tdq")
    send(commune, tmp_path / "2.tdq")
    send(commune, tmp_path / "khac.tdq", to="Sở Khoa học và Công nghệ")
    infos = [sharing.inspect_bundle(tmp_path / f"{name}.tdq") for name in ("1", "2", "khac")]
    assert [info.seq for info in infos] == [1, 2, 1]
    assert infos[1].prev_sha256 == first.manifest_sha256 == infos[0].manifest_sha256
    assert infos[0].stream == infos[1].stream != infos[2].stream
    assert all(info.signature == "none" for info in infos)


def test_the_file_gets_a_name_any_mail_program_can_carry(commune: Session, tmp_path: Path) -> None:
    a_season(commune)
    made = send(commune, tmp_path)
    assert made.path.name == "XaMinhHoa_CaoMinh2026_DeNghi_001.tdq"
    assert made.path.name.isascii()
    assert len(made.path.name) <= 80
    assert sorted(path.name for path in tmp_path.glob("*.tdq*")) == [
        made.path.name,
        "xa.tdqdb",
    ]


def test_nothing_to_send_is_said(commune: Session, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed, match="chưa có hồ sơ nào"):
        send(commune, tmp_path / "1.tdq")
    with pytest.raises(NotAllowed, match="chưa có quyết định"):
        send(commune, tmp_path / "1.tdq", purpose="results")
    a_season(commune)
    with pytest.raises(NotAllowed, match="Chưa ghi tên đơn vị nhận"):
        send(commune, tmp_path / "1.tdq", to="  ")
    assert not (tmp_path / "1.tdq").exists()
    assert not sharing.sent(commune)


def test_a_place_that_cannot_be_written_leaves_no_trace(commune: Session, tmp_path: Path) -> None:
    a_season(commune)
    with pytest.raises(StoreError):
        send(commune, tmp_path / "khong-co" / "1.tdq")
    assert not sharing.sent(commune)
    assert history.undo_text(commune) is not None


def test_a_bundle_for_somebody_else_or_of_another_kind_is_refused(
    commune: Session, province: Session, tmp_path: Path
) -> None:
    a_season(commune)
    send(commune, tmp_path / "1.tdq")
    bundle = sharing.preview_bundle(province, tmp_path / "1.tdq").bundle
    for change, code in (
        ({"recipient_id": "mot-don-vi-khac"}, "E_NOT_FOR_ME"),
        ({"purpose": "roster"}, "E_PURPOSE"),
    ):
        other = replace(bundle, info=replace(bundle.info, **change))  # type: ignore[arg-type]
        shown = replace(sharing.preview_bundle(province, tmp_path / "1.tdq"), bundle=other)
        with pytest.raises(BadFile) as refused:
            sharing.agree_to_deletions(province, shown, accept=False)
        assert refused.value.code == code


def test_data_changed_since_the_preview_is_noticed(
    commune: Session, province: Session, tmp_path: Path
) -> None:
    a_season(commune)
    send(commune, tmp_path / "1.tdq")
    send(commune, tmp_path / "2.tdq")
    shown = sharing.preview_bundle(province, tmp_path / "1.tdq")
    take_in(province, tmp_path / "2.tdq")
    before = state(province)
    with pytest.raises(NotAllowed, match="đã thay đổi sau khi xem trước"):
        sharing.apply_bundle(province, shown)
    assert state(province) == before


def test_every_travelling_field_has_a_word() -> None:
    from thiduaqt.services.travel_words import _FIELDS  # noqa: PLC0415

    fields = {name for shape in FAMILIES.values() for name in shape.fields}
    assert fields - set(_FIELDS) == set()


def test_movement_and_round_travel_once(commune: Session, tmp_path: Path) -> None:
    a_season(commune)
    send(commune, tmp_path / "1.tdq")
    lines = [json.loads(line) for line in _payload(tmp_path / "1.tdq").splitlines()]
    movement, round_ = movement_and_round(commune)
    assert [line["id"] for line in lines if line["t"] == "movement"] == [movement.id]
    assert [line["id"] for line in lines if line["t"] == "round"] == [round_.id]
