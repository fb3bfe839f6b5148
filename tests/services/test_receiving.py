"""Odd bundles: forks, missing parents, unfit and foreign records, members of later versions."""

from __future__ import annotations

import itertools
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import NOW
from tests.bundles import a_season, an_office, put, send, some_results, state, take_in
from tests.exchange.forge import OWNER, forged, sound
from tests.exchange.test_hostile import JUNK, _places, _set
from thiduaqt.domain.errors import UserError
from thiduaqt.domain.merge import OUTCOMES
from thiduaqt.domain.records import Award, BundleLog, HeldRecord, Nomination, Person, Unit
from thiduaqt.services import history, safety, sharing
from thiduaqt.services.session import Session, open_session

SOUND = sound()


@pytest.fixture
def commune(tmp_path: Path) -> Session:
    return an_office(tmp_path, "xa")


@pytest.fixture
def province(tmp_path: Path) -> Session:
    return an_office(tmp_path, "tinh")


def _file(tmp_path: Path, data: bytes, name: str = "goi.tdq") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def _only(*families: str) -> Callable[[list[dict[str, Any]]], None]:
    def change(lines: list[dict[str, Any]]) -> None:
        lines[:] = [line for line in lines if line["t"] in families]

    return change


def test_children_wait_and_come_by_themselves(province: Session, tmp_path: Path) -> None:
    first = forged(SOUND, lines=_only("nomination", "award"))
    counts = take_in(province, _file(tmp_path, first))
    assert counts["waiting"] == 2
    assert len(sharing.kept_aside(province)) == 2
    shown = sharing.preview_bundle(province, _file(tmp_path, SOUND))
    assert shown.counts["new"] == 10
    sharing.apply_bundle(province, shown)
    assert province.store.get(Nomination, "n1").person_id == "p1"
    assert province.store.get(Award, "a1").decision_id == "d1"
    assert not sharing.kept_aside(province)


def test_what_waited_is_released_by_a_bundle_that_holds_only_the_parents(
    province: Session, tmp_path: Path
) -> None:
    take_in(province, _file(tmp_path, forged(SOUND, lines=_only("nomination"))))
    parents = forged(SOUND, lines=_only("unit", "person", "movement", "round"))
    shown = sharing.preview_bundle(province, _file(tmp_path, parents))
    assert sum(shown.counts.values()) == shown.info.total == 4
    assert [item.id for item in shown.items if item.held] == ["n1"]
    sharing.apply_bundle(province, shown)
    assert province.store.get(Nomination, "n1").round_id == "r1"
    assert not sharing.kept_aside(province)


def test_one_unfit_record_is_put_aside_and_the_rest_comes_in(
    province: Session, tmp_path: Path
) -> None:
    def change(lines: list[dict[str, Any]]) -> None:
        next(line for line in lines if line["t"] == "household")["b"]["head"] = 5

    data = forged(SOUND, lines=change)
    for _ in range(2):
        counts = take_in(province, _file(tmp_path, data))
        history_of_import = province.store.all(BundleLog, direction="in")
        assert counts["invalid"] == 1
    assert len(history_of_import) == 1
    assert {held.reason for held in province.store.all(HeldRecord)} == {"invalid", "tombstone"}
    assert len(province.store.all(HeldRecord)) == 2
    assert province.store.get(Person, "p1").full_name == "Nguyễn Thị Thử"


def test_writing_into_anothers_data_is_counted_and_left_out(
    commune: Session, province: Session, tmp_path: Path
) -> None:
    nominations = a_season(commune)
    send(commune, tmp_path / "1.tdq")
    take_in(province, tmp_path / "1.tdq")
    ours = Unit(id="cua-ta", name="Phòng của ta")
    put(province, ours)
    victim = nominations[0].id

    def change(lines: list[dict[str, Any]]) -> None:
        unit = next(line for line in lines if line["t"] == "unit")
        nomination = next(line for line in lines if line["t"] == "nomination")
        unit.update(id="cua-ta", rev=9)  # a record of ours, claimed
        nomination.update(id=victim, rev=9)  # a record of another sender, claimed
        lines.append({**lines[1], "id": "p-la", "owner": "xa-khac"})  # in another's name

    shown = sharing.preview_bundle(province, _file(tmp_path, forged(SOUND, lines=change)))
    denied = {item.id for item in shown.items if item.outcome == "denied"}
    assert denied == {"cua-ta", victim, "p-la"}
    assert any("3 mục không thuộc quyền" in remark for remark in shown.remarks)
    before = state(province, origin=commune.store.owner)
    sharing.apply_bundle(province, shown)
    assert state(province, origin=commune.store.owner) == before
    assert province.store.get(Unit, "cua-ta").name == "Phòng của ta"


def _clone(session: Session, name: str) -> Session:
    """Return the same office on a second computer, as a hand copy makes it."""
    path = session.path.with_name(f"{name}.tdqdb")
    shutil.copyfile(session.path, path)
    numbers = itertools.count(1)
    return open_session(
        path, actor="may-hai", clock=lambda: NOW, ids=lambda: f"{name}-{next(numbers):06d}"
    )


@pytest.mark.parametrize("turned", [False, True])
def test_two_branches_are_both_kept_and_every_office_shows_the_same(
    commune: Session, province: Session, tmp_path: Path, *, turned: bool
) -> None:
    nominations = a_season(commune)
    second = _clone(commune, "may-hai")
    put(commune, replace(nominations[0], achievement="Bản máy một"))
    put(second, replace(nominations[0], achievement="Bản máy hai"))
    send(commune, tmp_path / "mot.tdq")
    send(second, tmp_path / "hai.tdq")
    order = ("hai.tdq", "mot.tdq") if turned else ("mot.tdq", "hai.tdq")
    take_in(province, tmp_path / order[0])
    shown = sharing.preview_bundle(province, tmp_path / order[1])
    assert shown.counts["conflict"] == 1
    assert any("có vẻ làm trên hai máy" in remark for remark in shown.remarks)
    sharing.apply_bundle(province, shown)
    held = sharing.kept_aside(province)
    both = {province.store.get(Nomination, nominations[0].id).achievement, held[0].body}
    assert len(held) == 1
    assert any("Bản máy một" in text for text in both)
    assert any("Bản máy hai" in text for text in both)
    # The smaller hash is shown wherever and in whatever order the two came.
    assert province.store.get(Nomination, nominations[0].id).achievement == "Bản máy một"
    # A cleaned bundle with a higher rev ends it.
    put(commune, replace(nominations[0], achievement="Bản thống nhất"))
    send(commune, tmp_path / "sach.tdq")
    take_in(province, tmp_path / "sach.tdq")
    assert not sharing.kept_aside(province)
    assert province.store.get(Nomination, nominations[0].id).achievement == "Bản thống nhất"


def test_members_of_a_later_version_are_kept_and_make_no_fork(
    province: Session, tmp_path: Path
) -> None:
    def later(lines: list[dict[str, Any]]) -> None:
        lines[1]["b"]["motto"] = "x"

    newer = forged(SOUND, lines=later)
    take_in(province, _file(tmp_path, newer))
    kept = [held for held in province.store.all(HeldRecord) if held.reason == "extra"]
    assert '"motto":"x"' in kept[0].body.replace(" ", "")
    again = forged(newer, manifest=lambda stated: stated.update(level="lan-hai"))
    counts = take_in(province, _file(tmp_path, again))
    assert counts["same"] == sum(counts.values())


def test_a_place_in_the_register_is_never_given_twice(province: Session, tmp_path: Path) -> None:
    take_in(province, _file(tmp_path, SOUND))

    def another(lines: list[dict[str, Any]]) -> None:
        award = next(line for line in lines if line["t"] == "award")
        lines.append({**award, "id": "a2"})

    counts = take_in(province, _file(tmp_path, forged(SOUND, lines=another)))
    assert counts["waiting"] == 1
    assert [award.id for award in province.store.all(Award, decision_id="d1")] == ["a1"]


def test_a_kind_of_record_from_a_later_version_waits(province: Session, tmp_path: Path) -> None:
    def another(lines: list[dict[str, Any]]) -> None:
        lines.append({**lines[1], "t": "medal", "id": "x1", "b": {"metal": "gold"}})

    data = forged(SOUND, lines=another)
    assert take_in(province, _file(tmp_path, data))["waiting"] == 1
    assert [held.family for held in sharing.kept_aside(province)] == ["medal"]


@pytest.mark.parametrize("seed", range(12))
def test_any_order_gives_the_same_data_file(tmp_path: Path, seed: int) -> None:
    """The pure merge is tested with thousands of histories; this is the whole road."""
    chance = random.Random(seed)
    commune = an_office(tmp_path, "xa")
    nominations = a_season(commune, people=2)
    awards = some_results(commune, nominations)[1]
    names = []
    for number in range(5):
        one = chance.choice(nominations)
        current = commune.store.get(Nomination, one.id)
        put(commune, replace(current, achievement=f"Lần {number}", deleted=chance.random() < 0.3))
        award = commune.store.get(Award, chance.choice(awards).id)
        put(commune, replace(award, money=award.money + 1))
        purpose = chance.choice(("nominations", "results"))
        send(commune, tmp_path / f"{number}.tdq", purpose=purpose)  # type: ignore[arg-type]
        names.append(f"{number}.tdq")
    found = []
    for office in ("a", "b"):
        place = tmp_path / office
        place.mkdir()
        province = an_office(place, "tinh")
        order = list(names)
        if office == "b":
            order += chance.choices(names, k=2)
            chance.shuffle(order)
        for name in order:
            counts = take_in(province, tmp_path / name, deletions=True)
            assert set(counts) == set(OUTCOMES)
        live = {
            family: {key: item for key, item in records.items() if not item.deleted}
            for family, records in state(province, origin=commune.store.owner).items()
        }
        found.append(live)
        assert safety.verify(province).ok
    assert found[0] == found[1]


@pytest.fixture(scope="module")
def receiver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    session = an_office(tmp_path_factory.mktemp("tinh"), "tinh")
    yield session
    session.close()


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_a_bundle_says_taking_it_in_is_whole_or_nothing(
    receiver: Session, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    def change(lines: Any) -> None:  # noqa: ANN401
        for _ in range(data.draw(st.integers(1, 3))):
            _set(lines, data.draw(st.sampled_from(_places(lines))), data.draw(JUNK))

    path = tmp_path_factory.getbasetemp() / "la.tdq"
    path.write_bytes(forged(SOUND, lines=change))
    before = state(receiver)
    try:
        shown = sharing.preview_bundle(receiver, path)
        sharing.apply_bundle(receiver, shown)
    except UserError:
        assert state(receiver) == before
        return
    assert sum(shown.counts.values()) == shown.info.total
    assert safety.verify(receiver).ok
    history.undo(receiver)
    assert state(receiver) == before


def test_the_owner_in_the_forge_is_not_ours(province: Session) -> None:
    assert province.store.owner != OWNER
