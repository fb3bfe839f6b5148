"""Packs taken in and given away: the same movement comes out, one step, nothing on refusal."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import a_session, an_empty_session, the_movement
from thiduaqt import paths
from thiduaqt.catalog import packs as catalog_packs
from thiduaqt.catalog.faults import BadPack
from thiduaqt.domain.errors import BadFile, NotAllowed, NotFound, StoreError
from thiduaqt.domain.plan import Quota
from thiduaqt.domain.records import Movement, Plan, Round
from thiduaqt.services import history, movements, packs, setup
from thiduaqt.services.editing import BadValue
from thiduaqt.services.session import Session

SHIPPED = paths.resources() / "packs"
CAO_MINH = SHIPPED / "cao_minh_2026.toml"


def dump(session: Session) -> list[str]:
    return list(session.store.connection.iterdump())


def plan_of(session: Session, movement: Movement) -> Plan:
    return session.store.get(Plan, movement.plan_id)


@pytest.mark.parametrize("code", [info.code for info in catalog_packs.list_packs()])
def test_every_shipped_pack_goes_in_and_comes_out_the_same(tmp_path: Path, code: str) -> None:
    session = an_empty_session(tmp_path)
    source = catalog_packs._names()[code]
    made = packs.import_pack(session, source, 2027)
    assert made.changes.touches("plan", "movement", "round")
    assert packs.as_pack(session, made.plan_id) == catalog_packs.load_pack(code)
    out = packs.export(session, tmp_path / "goi", plan_id=made.plan_id)
    assert out.errors == ()
    again = an_empty_session(tmp_path, "khac.tdqdb")
    back = packs.import_pack(again, out.path, 2027)
    assert packs.as_pack(again, back.plan_id) == catalog_packs.load_pack(code)
    rounds = [(one.kind, one.name, one.year) for one in session.store.all(Round)]
    assert rounds == [(one.kind, one.name, one.year) for one in again.store.all(Round)]
    planned = {one.kind for plan in catalog_packs.load_pack(code).movements for one in plan.rounds}
    yearly = ("yearly", "Khen thưởng hằng năm 2027", 2027)
    assert (yearly in rounds) == ("yearly" in planned or not planned)


def test_taking_in_is_one_step_that_can_be_undone(tmp_path: Path) -> None:
    session = an_empty_session(tmp_path)
    packs.import_pack(session, CAO_MINH, 2027)
    assert len(setup.movements(session)) == 1
    history.undo(session)
    assert setup.movements(session) == ()
    assert [session.store.count(kind) for kind in (Plan, Movement, Round)] == [0, 0, 0]
    history.redo(session)
    assert packs.as_pack(session, setup.movements(session)[0].plan_id or "").movements


def test_what_is_here_already_is_refused_or_added_as_a_copy(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    before = dump(session)
    with pytest.raises(NotAllowed, match="Đã có phong trào"):
        packs.import_pack(session, CAO_MINH, 2027)
    assert dump(session) == before
    made = packs.import_pack(session, CAO_MINH, 2027, as_copy=True)
    [copied] = [item for item in setup.movements(session) if item.id in made.movement_ids]
    original = the_movement(session)
    assert copied.definition is not None
    assert original.definition is not None
    assert copied.title == f"{original.title} (bản sao)"
    assert copied.short_name.endswith(" (bản sao)")
    assert len(copied.short_name) <= 40
    same = replace(
        copied.definition,
        code=original.definition.code,
        title=original.title,
        short_name=original.short_name,
    )
    assert same == original.definition
    third = packs.import_pack(session, CAO_MINH, 2027, as_copy=True)
    codes = [item.definition.code for item in setup.movements(session) if item.definition]
    assert codes == ["cao_minh_2026", "cao_minh_2026_2", "cao_minh_2026_3"]
    assert third.changes.entry


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"#" * (10 * 1024 * 1024),
        b"title = " + b"[" * 50_000,
        CAO_MINH.read_text(encoding="utf-8").encode("utf-16"),
        CAO_MINH.read_bytes().replace(b'award = "certificate_of_merit"', b'award = "x"'),
        CAO_MINH.read_bytes() + b'\n[[papers]]\ncode = "z"\nname = "Z"\ngroups = ["khong co"]\n',
        CAO_MINH.read_bytes() + b"\ncolour = 1\n",
    ],
    ids=["empty", "10 MB", "recursion", "utf-16", "award", "dangling", "unknown key"],
)
def test_a_bad_pack_changes_nothing(tmp_path: Path, content: bytes) -> None:
    session = a_session(tmp_path)
    before = dump(session)
    path = tmp_path / "la.toml"
    path.write_bytes(content)
    with pytest.raises(BadPack) as caught:
        packs.import_pack(session, path, 2027)
    assert caught.value.what.startswith("Không nhận gói phong trào: tệp la.toml")
    assert caught.value.todo == "Sửa chỗ đó trong tệp rồi thử lại."
    assert dump(session) == before
    report = packs.validate(path)
    assert not report.ok
    assert report.errors == caught.value.faults


def test_two_hundred_broken_packs_change_nothing(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    before = dump(session)
    path = tmp_path / "la.toml"
    lines = CAO_MINH.read_text(encoding="utf-8").splitlines()
    refused = 0
    for number in range(0, len(lines), max(1, len(lines) // 200)):
        path.write_text("\n".join(lines[:number] + lines[number + 1 :]), encoding="utf-8")
        with pytest.raises((BadPack, NotAllowed)) as caught:
            packs.import_pack(session, path, 2027)
        refused += isinstance(caught.value, BadPack)
        assert caught.value.data == "Dữ liệu không thay đổi."
    assert refused > 20
    assert dump(session) == before


def test_a_pack_of_another_commune_under_our_own_letterhead(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    made = packs.import_pack(session, CAO_MINH, 2027, as_copy=True, own_letterhead=True)
    document = session.store.get(Plan, made.plan_id).document
    assert document.issuers == (session.office().committee,)
    assert (document.place, document.number, document.date) == (session.office().place, "", "")


def test_an_edited_movement_comes_out_as_it_is(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    movement = the_movement(session)
    added = Quota(
        award="certificate_of_merit",
        round_kind="ad_hoc",
        recipient_kind="household",
        maximum=None,
        form="unlimited",
    )
    movements.change_rules(
        session, movement.id, "Thêm", lambda plan: replace(plan, quotas=(*plan.quotas, added))
    )
    out = packs.export(session, tmp_path / "goi.toml", movement_id=movement.id)
    assert out.errors == ()
    assert [note.key for note in out.notes] == ["round_kind", "source"]
    table = tomllib.loads(out.path.read_text(encoding="utf-8"))
    assert table["pack"]["checked"] == "2026-11-20"
    read = packs.validate(out.path).pack
    assert read is not None
    assert read.movements == (the_movement(session).definition,)
    assert read.document == plan_of(session, movement).document


def test_what_another_machine_would_refuse_is_said_when_it_is_written(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    movement = the_movement(session)
    movements.change_rules(session, movement.id, "Sửa", lambda plan: replace(plan, short_name=""))
    out = packs.export(session, tmp_path / "goi.toml", movement_id=movement.id)
    assert [(fault.key, fault.reason) for fault in out.errors] == [
        ("short_name", "không được để trống")
    ]


def test_places_a_pack_is_not_written_to(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    movement = the_movement(session)
    plan_id = movement.plan_id or ""
    full = tmp_path / "day"
    full.mkdir()
    (full / "thu.txt").write_text("x", encoding="utf-8")
    with pytest.raises(BadFile, match="không phải một thư mục trống"):
        packs.export(session, full, plan_id=plan_id)
    assert [path.name for path in full.iterdir()] == ["thu.txt"]
    with pytest.raises(StoreError):
        packs.export(session, full / "thu.txt" / "co.toml", plan_id=plan_id)
    data = session.path.rename(session.path.with_suffix(".toml"))
    with pytest.raises(StoreError, match="tệp dữ liệu"):
        packs.export(session, data, plan_id=plan_id)
    with pytest.raises(NotFound):
        packs.export(session, tmp_path / "a.toml", movement_id="khong-co")


def test_several_movements_go_into_a_folder_only(tmp_path: Path) -> None:
    session = an_empty_session(tmp_path)
    two = catalog_packs.load_pack("trong")
    second = replace(two.movements[0], code="hai", title="Phong trào thứ hai", short_name="Hai")
    pack = replace(two, movements=(two.movements[0], second))
    with session.store.transaction("Thử", actor="can-bo") as writing:
        ids = setup.start_plan(session, writing, pack, 2026)
    plan_id = session.store.get(Movement, ids[0]).plan_id or ""
    with pytest.raises(NotAllowed, match="nhiều phong trào"):
        packs.export(session, tmp_path / "goi.toml", plan_id=plan_id)
    out = packs.export(session, tmp_path / "goi", plan_id=plan_id)
    assert [path.name for path in out.files] == [
        "plan.toml",
        "movement_01.toml",
        "movement_02.toml",
    ]
    assert packs.validate(out.path).pack == pack
    alone = packs.export(session, tmp_path / "hai.toml", movement_id=ids[1])
    report = packs.validate(alone.path)
    assert report.pack is not None
    assert report.pack.movements == (second,)


# --- From a movement of our own ---------------------------------------------------------------


def test_a_movement_of_our_own_as_a_new_start(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    old = the_movement(session)
    made = packs.copy_movement(session, old.id, title="  Phong trào  giai đoạn mới ", years=5)
    new = session.store.get(Movement, made.movement_ids[0])
    assert new.title == "Phong trào giai đoạn mới"
    assert old.definition is not None
    assert new.definition is not None
    assert new.definition.code == "cao_minh_2031"
    assert new.definition.groups == old.definition.groups
    assert new.definition.targets == old.definition.targets
    assert (new.definition.period_start, new.definition.period_end) == ("2031-03-27", "2035-12")
    assert new.definition.period_wording == "từ ngày ban hành Kế hoạch đến hết tháng 12/2035"
    assert [one.when.value for one in new.definition.rounds] == ["", "2032", "2035"]
    years = {quota.year for quota in new.definition.quotas}
    assert years == {None, 2032, 2035}
    assert [one.maximum for one in new.definition.quotas] == [
        one.maximum for one in old.definition.quotas
    ]
    rounds = setup.rounds(session, new.id)
    assert [(one.kind, one.year) for one in rounds] == [
        ("yearly", 2031), ("interim", 2032), ("final", 2035)
    ]  # fmt: skip
    document = plan_of(session, new).document
    assert (document.number, document.date, document.remarks) == ("", "", ())
    assert document.abstract  # what it says of the old title is worded anew by the officer
    assert plan_of(session, new).id != plan_of(session, old).id
    assert the_movement(session) == old
    history.undo(session)
    assert setup.movements(session) == (old,)


def test_a_new_start_without_a_title_or_an_old_one(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    with pytest.raises(BadValue, match="Chưa có tên"):
        packs.copy_movement(session, the_movement(session).id, title=" ", years=1)
    with pytest.raises(NotFound):
        packs.copy_movement(session, "khong-co", title="Mới", years=1)


def test_a_new_start_in_the_same_year(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    old = the_movement(session)
    made = packs.copy_movement(session, old.id, title="Đợt khác", years=0, year=2028)
    new = session.store.get(Movement, made.movement_ids[0])
    assert old.definition is not None
    assert new.definition == replace(
        old.definition, code="cao_minh_2026_2", title="Đợt khác", short_name="Đợt khác"
    )
    assert ("yearly", 2028) in [(one.kind, one.year) for one in setup.rounds(session, new.id)]
