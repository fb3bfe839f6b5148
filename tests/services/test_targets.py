"""Figures kept, corrected and taken away; the table of targets they make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.council_season import make_season
from thiduaqt.domain.errors import NotFound
from thiduaqt.domain.plan import Target, YearValue
from thiduaqt.domain.records import Measurement, Unit
from thiduaqt.services import history, movements, targets
from thiduaqt.services.editing import BadValue
from thiduaqt.services.session import Session
from thiduaqt.services.targets import Entry, TargetRow

ONLINE = Target(
    code="online", statement="Hồ sơ trực tuyến", operator=">=", value="90", unit="%", scope="unit",
    by_year=(YearValue(year=2026, value="80"),),
)  # fmt: skip
INDEX = Target(code="index", statement="Chỉ số", operator=">=", value="0.75")
PART = Target(code="part", statement="Trong đó", operator=">", value="0.5", parent="index")
TRAIN = Target(
    code="train", statement="Buổi tập huấn", operator=">=", value="10", unit="buổi", scope="unit",
    roll="sum",
)  # fmt: skip
PROSE = Target(code="prose", statement="Có kho dữ liệu dùng chung", operator="text")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = make_season(tmp_path)
    movements.change_rules(
        made,
        "movement",
        "Thêm chỉ tiêu",
        lambda rules: replace(rules, targets=(ONLINE, INDEX, PART, TRAIN, PROSE)),
    )
    yield made
    made.close()


def rows(session: Session, **asked: object) -> dict[str, TargetRow]:
    found = targets.overview(session, "movement", **asked)  # type: ignore[arg-type]
    return {row.id: row for row in found.rows}


def entry(target: str, value: str, unit_id: str | None = None, period: str = "9/2026") -> Entry:
    return Entry(target=target, value=value, period=period, unit_id=unit_id)


def test_the_table_before_anything_is_measured(session: Session) -> None:
    found = rows(session)
    assert [(row.number, row.wanted_words, row.state) for row in found.values()] == [
        ("1", "≥ 80%", "no_figure"),
        ("2", "≥ 0,75", "no_figure"),
        ("2.1", "> 0,5", "no_figure"),
        ("3", "≥ 10 buổi", "no_figure"),
        ("4", "", "no_figure"),
    ]
    overview = targets.overview(session, "movement")
    assert (overview.year, overview.risk_share) == (2026, Decimal("0.9"))
    assert "Gợi ý" in overview.risk_source
    assert overview.count("no_figure") == 5


def test_units_make_the_whole(session: Session) -> None:
    targets.record(
        session,
        "movement",
        [
            entry("online", "30/40", "Thôn 1"),
            entry("online", "19/20", "Thôn 3"),
            entry("online", "không áp dụng", "ccb"),
            entry("train", "4", "Thôn 1"),
            entry("train", "7", "Thôn 3"),
            entry("index", "0,74"),
            entry("prose", "xong"),
        ],
    )
    found = rows(session)
    online = found["online"]
    assert (online.figure_words, online.state, online.from_units) == ("81,67% (49/60)", "met", True)
    assert online.period == "09/2026"
    assert online.reach_words == "1/2 đơn vị đạt, 5 chưa có số liệu"
    by_unit = {unit.name: (unit.words, unit.state) for unit in online.units}
    assert by_unit["Thôn 1"] == ("75% (30/40)", "at_risk")
    assert by_unit["Hội Cựu chiến binh xã"] == ("không áp dụng", "na")
    assert (found["train"].figure_words, found["train"].state) == ("11 buổi", "met")
    assert found["train"].reach_words == "2/8 đơn vị có số liệu"
    assert {unit.state for unit in found["train"].units} == {"open", "no_figure"}
    assert (found["index"].figure_words, found["index"].state) == ("0,74", "at_risk")
    assert found["prose"].state == "met"
    one = rows(session, unit_id="Thôn 1")["online"]
    assert (one.figure_words, one.state) == ("75% (30/40)", "at_risk")
    # 81,67% is enough for 2026 and too little for 2030, where nothing is measured yet.
    assert rows(session, year=2030)["online"].state == "no_figure"


def test_a_figure_is_corrected_not_doubled_and_undone_as_one_step(session: Session) -> None:
    targets.record(session, "movement", [entry("index", "0,6"), entry("part", "0,4")])
    targets.record(session, "movement", [entry("index", "0,8", period="2026-09")])
    kept = targets.measurements(session, "movement", "index")
    assert [(item.value, item.period) for item in kept] == [("0.8", "2026-09")]
    targets.record(session, "movement", [entry("index", "0,9", period="Quý IV/2026")])
    assert rows(session)["index"].figure_words == "0,9"
    assert rows(session, period="2026-Q3")["index"].figure_words == "0,8"
    history.undo(session)
    history.undo(session)
    assert rows(session)["index"].figure_words == "0,6"
    history.undo(session)
    assert session.store.all(Measurement) == ()
    history.redo(session)
    assert rows(session)["part"].figure_words == "0,4"


def test_an_empty_cell_takes_the_figure_away(session: Session) -> None:
    targets.record(session, "movement", [entry("index", "0,6")])
    targets.record(session, "movement", [entry("index", "")])
    assert rows(session)["index"].state == "no_figure"
    history.undo(session)
    (kept,) = targets.measurements(session, "movement", "index")
    targets.remove(session, [kept.id])
    assert rows(session)["index"].state == "no_figure"


@pytest.mark.parametrize(
    ("bad", "fault"),
    [
        (entry("online", "0,75"), BadValue),
        (entry("index", "nhiều"), BadValue),
        (entry("index", "0,7", period="32/13/2026"), BadValue),
        (entry("index", "0,7", period=""), BadValue),
        (entry("gone", "1"), NotFound),
        (entry("index", "1", "nobody"), NotFound),
    ],
)
def test_one_bad_figure_keeps_none(session: Session, bad: Entry, fault: type[Exception]) -> None:
    before = len(history.of_record(session, "movement"))
    with pytest.raises(fault):
        targets.record(session, "movement", [entry("index", "0,7"), bad])
    assert session.store.all(Measurement) == ()
    assert len(history.of_record(session, "movement")) == before


def test_the_same_figure_again_changes_nothing(session: Session) -> None:
    targets.record(session, "movement", [entry("index", "0,6")])
    before = targets.measurements(session, "movement", "index")
    targets.record(session, "movement", [entry("index", "0.60")])
    assert targets.measurements(session, "movement", "index") == before
    assert history.undo_text(session) == "Nhập số liệu"
    history.undo(session)
    assert targets.measurements(session, "movement", "index") == ()


def test_the_office_may_set_where_the_risk_begins(session: Session) -> None:
    targets.record(session, "movement", [entry("index", "0,6")])
    assert rows(session)["index"].state == "not_met"
    targets.set_risk_share(session, "movement", Decimal("0.8"))
    assert rows(session)["index"].state == "at_risk"
    assert targets.overview(session, "movement").risk_source == "Đơn vị đặt cho phong trào này"
    targets.set_risk_share(session, "movement", None)
    assert rows(session)["index"].state == "not_met"
    with pytest.raises(BadValue):
        targets.set_risk_share(session, "movement", Decimal("1.1"))


def test_a_unit_that_was_closed_keeps_its_figure(session: Session) -> None:
    targets.record(session, "movement", [entry("online", "8/10", "Thôn 5")])
    with session.store.transaction("Giải thể", actor="tester") as writing:
        writing.put(replace(writing.get(Unit, "Thôn 5"), active=False))
    online = rows(session)["online"]
    assert online.figure_words == "80% (8/10)"
    assert [unit.name for unit in online.units if unit.words] == ["Thôn 5"]


def test_what_needs_care_comes_worst_first(session: Session) -> None:
    targets.record(
        session,
        "movement",
        [entry("index", "0,74"), entry("part", "0,1"), entry("online", "85%", "Thôn 1")],
    )
    found = targets.needing_care(session, "movement")
    assert [(row.id, row.state) for row in found] == [("part", "not_met"), ("index", "at_risk")]
    assert len(targets.needing_care(session, "movement", most=1)) == 1


def test_the_years_to_choose_from(session: Session) -> None:
    movements.change_rules(
        session,
        "movement",
        "Đặt thời gian",
        lambda rules: replace(rules, period_start="2026-03", period_end="2030-12"),
    )
    assert targets.overview(session, "movement").years == (2026, 2027, 2028, 2029, 2030)
