"""Blocks and clusters: made, filled year by year, led, taken away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.council_season import make_season
from thiduaqt.domain.errors import NotFound
from thiduaqt.services import blocks, history
from thiduaqt.services.blocks import BlockLine
from thiduaqt.services.editing import BadValue
from thiduaqt.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = make_season(tmp_path)
    blocks.add(made, "Cụm thôn số 1")
    blocks.add(made, "Khối trường học", kind="block", code="truong")
    yield made
    made.close()


def lines(session: Session, year: int = 2026) -> dict[str, BlockLine]:
    return {line.code: line for line in blocks.listing(session, year)}


def fill(session: Session, code: str, *unit_ids: str, year: int = 2026, **more: str) -> None:
    blocks.set_year(session, lines(session)[code].id, year, unit_ids=unit_ids, **more)  # type: ignore[arg-type]


def test_a_block_is_made_and_filled(session: Session) -> None:
    fill(session, "cum-thon-so-1", "Thôn 1", "Thôn 3", "Thôn 1", head_id="Thôn 3")
    line = lines(session)["cum-thon-so-1"]
    assert (line.kind_words, line.unit_names, line.head) == (
        "Cụm thi đua",
        ("Thôn 1", "Thôn 3"),
        "Thôn 3",
    )
    assert lines(session)["truong"].since == 0
    assert {unit.id for unit in blocks.unplaced(session, 2026)} == {
        "Thôn 5", "Thôn 6", "UBND xã", "Đoàn Thanh niên xã", "Trường THCS Minh Họa", "ccb",
    }  # fmt: skip


def test_a_year_keeps_what_held_before_until_it_is_changed(session: Session) -> None:
    fill(session, "cum-thon-so-1", "Thôn 1", "Thôn 3", head_id="Thôn 1", deputy_id="Thôn 3")
    fill(session, "cum-thon-so-1", "Thôn 3", "Thôn 5", year=2028)
    before, later = lines(session, 2027)["cum-thon-so-1"], lines(session, 2028)["cum-thon-so-1"]
    assert (before.since, before.unit_names, before.head) == (2026, ("Thôn 1", "Thôn 3"), "Thôn 1")
    assert (later.since, later.unit_names) == (2028, ("Thôn 3", "Thôn 5"))
    assert (later.head, later.deputy) == ("", "Thôn 3")
    assert lines(session, 2025)["cum-thon-so-1"].unit_names == ()
    assert blocks.years(session) == (2026, 2028)


def test_a_unit_competes_in_one_block_only(session: Session) -> None:
    fill(session, "cum-thon-so-1", "Thôn 1", "Thôn 3", head_id="Thôn 3")
    fill(session, "truong", "Trường THCS Minh Họa", "Thôn 3")
    first, second = lines(session)["cum-thon-so-1"], lines(session)["truong"]
    assert (first.unit_names, first.head) == (("Thôn 1",), "")
    assert second.unit_names == ("Trường THCS Minh Họa", "Thôn 3")
    assert first.twice == second.twice == ()
    history.undo(session)
    assert lines(session)["cum-thon-so-1"].head == "Thôn 3"
    assert lines(session)["truong"].unit_names == ()


def test_what_cannot_be_is_refused(session: Session) -> None:
    fill(session, "truong", "Trường THCS Minh Họa")
    block = lines(session)["truong"].id
    for fault, call in (
        (BadValue, lambda: blocks.add(session, "  ")),
        (BadValue, lambda: blocks.add(session, "khối TRƯỜNG học")),
        (BadValue, lambda: blocks.add(session, "Khối khác", code="Truong")),
        (BadValue, lambda: blocks.rename(session, block, name="Cụm thôn số 1")),
        (BadValue, lambda: blocks.rename(session, block, code=" ")),
        (BadValue, lambda: blocks.set_year(session, block, 26)),
        (BadValue, lambda: blocks.set_year(session, block, 2026, head_id="Thôn 1")),
        (NotFound, lambda: blocks.set_year(session, block, 2026, unit_ids=["không có"])),
    ):
        with pytest.raises(fault):
            call()
    line = lines(session)["truong"]
    assert (line.name, line.unit_ids, line.head_id) == (
        "Khối trường học",
        ("Trường THCS Minh Họa",),
        "",
    )


def test_head_and_deputy_are_two(session: Session) -> None:
    fill(session, "truong", "Trường THCS Minh Họa", head_id="Trường THCS Minh Họa")
    block = lines(session)["truong"].id
    with pytest.raises(BadValue):
        blocks.set_year(session, block, 2026, deputy_id="Trường THCS Minh Họa")


def test_blocks_are_renamed_and_removed_with_undo(session: Session) -> None:
    block = lines(session)["truong"].id
    blocks.rename(session, block, name="Khối giáo dục", kind="cluster")
    assert lines(session)["truong"].name == "Khối giáo dục"
    blocks.remove(session, [block])
    assert "truong" not in lines(session)
    history.undo(session)
    assert lines(session)["truong"].kind == "cluster"
    blocks.add(session, "Cụm thôn số 1 (mới)", code="")
    assert len({line.code for line in blocks.listing(session, 2026)}) == 3


def test_names_by_the_code_that_leagues_know(session: Session) -> None:
    assert blocks.names(session) == {
        "cum-thon-so-1": "Cụm thôn số 1",
        "truong": "Khối trường học",
    }
