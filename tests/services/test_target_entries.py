"""Figures of one target line by line: those still wanted, corrections as one step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.council_season import make_season
from thiduaqt.domain.plan import Target
from thiduaqt.domain.records import Measurement
from thiduaqt.services import history, movements, target_entries, targets, units
from thiduaqt.services.editing import BadValue
from thiduaqt.services.session import Session
from thiduaqt.services.target_entries import Correction, FigureLine
from thiduaqt.services.targets import Entry

ONLINE = Target(
    code="online", statement="Hồ sơ trực tuyến", operator=">=", value="80", unit="%", scope="unit"
)
INDEX = Target(code="index", statement="Chỉ số", operator=">=", value="0.75")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = make_season(tmp_path)
    movements.change_rules(
        made, "movement", "Thử", lambda rules: replace(rules, targets=(ONLINE, INDEX))
    )
    yield made
    made.close()


def lines(session: Session, target: Target = ONLINE, period: str = "") -> tuple[FigureLine, ...]:
    return target_entries.lines(session, "movement", target, year=2026, period=period)


def put(session: Session, value: str, period: str, unit_id: str | None = None) -> None:
    code = "online" if unit_id else "index"
    entry = Entry(target=code, value=value, period=period, unit_id=unit_id, source="Công văn 1")
    targets.record(session, "movement", [entry])


def test_units_without_a_figure_stand_behind(session: Session) -> None:
    asked = [unit.id for unit in units.asked(session)]
    assert [one.unit_id for one in lines(session)] == asked
    assert not any(one.measured for one in lines(session))
    put(session, "18/20", "9/2026", asked[1])
    put(session, "12/20", "Q2/2026", asked[1])
    put(session, "1/20", "2025", asked[0])
    found = lines(session)
    assert [(one.typed, one.period_words, one.state) for one in found[:2]] == [
        ("12/20", "Quý II/2026", "not_met"),
        ("18/20", "09/2026", "met"),
    ]
    assert [one.unit_id for one in found[2:]] == [asked[0], *asked[2:]]
    assert [one.typed for one in lines(session, period="2026-Q2") if one.measured] == ["12/20"]


def test_a_target_of_the_whole_has_one_line(session: Session) -> None:
    (line,) = lines(session, INDEX, "2026-09")
    assert (line.unit, line.period, line.measured) == ("Toàn xã", "2026-09", False)
    put(session, "0,7", "9/2026")
    (line,) = lines(session, INDEX)
    assert (line.words, line.source, line.measured) == ("0,7", "Công văn 1", True)


def test_a_correction_is_one_step(session: Session) -> None:
    put(session, "0,7", "9/2026")
    put(session, "0,6", "8/2026")
    august, september = lines(session, INDEX)
    before = session.store.all(Measurement)
    target_entries.correct(
        session,
        "movement",
        [
            Correction(id=september.id, value="0,76", period="Quý III/2026"),
            Correction(id=august.id, source=""),
        ],
        [Entry(target="index", value="0,5", period="1/2026")],
    )
    found = [(one.period, one.typed, one.source) for one in lines(session, INDEX)]
    assert sorted(found) == [
        ("2026-01", "0,5", ""),
        ("2026-08", "0,6", ""),
        ("2026-Q3", "0,76", "Công văn 1"),
    ]
    assert {august.id, september.id} <= {one.id for one in lines(session, INDEX)}
    history.undo(session)
    assert session.store.all(Measurement) == before
    target_entries.correct(session, "movement", [Correction(id=august.id, value="")])
    assert [one.period for one in lines(session, INDEX)] == ["2026-09"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"period": "8/2026"}, "đã có số liệu"),
        ({"period": "tháng mười ba"}, "không phải một kỳ"),
        ({"value": "nhiều"}, "không phải một số liệu"),
    ],
)
def test_what_cannot_be_kept_changes_nothing(
    session: Session, change: dict[str, str], words: str
) -> None:
    put(session, "0,7", "9/2026")
    put(session, "0,6", "8/2026")
    before = session.store.all(Measurement)
    august, september = lines(session, INDEX)
    with pytest.raises(BadValue, match=words):
        target_entries.correct(
            session,
            "movement",
            [Correction(id=august.id, source="Khác"), Correction(id=september.id, **change)],
        )
    assert session.store.all(Measurement) == before


def test_codes_of_figures_outlive_their_target(session: Session) -> None:
    put(session, "0,7", "9/2026")
    movements.change_rules(
        session, "movement", "Bỏ", lambda rules: replace(rules, targets=(ONLINE,))
    )
    assert target_entries.codes_used(session, "movement") == {"index"}
