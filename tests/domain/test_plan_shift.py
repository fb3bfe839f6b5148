"""An earlier plan moved on by years: dates, wordings and figures by year, nothing else."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.plan import (
    Chapter,
    Deadline,
    Milestone,
    MovementPlan,
    Part,
    Phase,
    PlanDocument,
    PlanPack,
    RegistrationRule,
    SubjectGroup,
    Target,
    YearValue,
)
from thiduaqt.domain.plan_shift import (
    alone,
    as_copy,
    free_code,
    moved,
    moved_date,
    moved_words,
    not_issued,
)


@pytest.mark.parametrize(
    ("value", "years", "wanted"),
    [
        ("", 5, ""),
        ("2026", 1, "2027"),
        ("2026-05", 4, "2030-05"),
        ("2027-Q2", -1, "2026-Q2"),
        ("2026-11-15", 1, "2027-11-15"),
        ("2028-02-29", 1, "2029-02-28"),
        ("2028-02-29", 4, "2032-02-29"),
        ("hôm nào", 1, "hôm nào"),
    ],
)
def test_dates(value: str, years: int, wanted: str) -> None:
    assert moved_date(value, years) == wanted


@given(st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2100, 1, 1)), st.integers(-40, 40))
def test_a_moved_day_is_a_day(day: dt.date, years: int) -> None:
    PartialDate.from_value(moved_date(str(day), years))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("trước ngày 15/11/2026", "trước ngày 15/11/2027"),
        ("giai đoạn 2026 - 2030", "giai đoạn 2027 - 2031"),
        ("Quyết định 20265/QĐ", "Quyết định 20265/QĐ"),
        ("hằng năm", "hằng năm"),
        ("tối đa 2000000 đồng", "tối đa 2000000 đồng"),
    ],
)
def test_wordings(text: str, wanted: str) -> None:
    assert moved_words(text, 1) == wanted


def test_all_that_is_dated_moves_and_nothing_else() -> None:
    due = Deadline(value="2026-11-15", wording="trước ngày 15/11/2026", exclusive=True)
    later = Deadline(value="2028-11-15", wording="trước ngày 15/11/2028", exclusive=True)
    target = Target(
        code="t",
        statement="Năm 2026 đạt 75 %",
        operator=">=",
        value="75",
        by_year=(YearValue(year=2026, value="75"),),
        due=due,
    )
    group = SubjectGroup(
        code="g",
        name="Nhóm",
        kinds=("individual",),
        version=3,
        valid_from="2026-01-01",
        total=Decimal(100),
    )
    plan = MovementPlan(
        code="a",
        title="Phong trào 2026",
        short_name="PT 2026",
        phases=(Phase(code="p", name="Giai đoạn 2026", start="2026", end="2026-12"),),
        milestones=(Milestone(code="m", name="Báo cáo năm 2026", when=due),),
        targets=(target,),
        groups=(group,),
        registration=RegistrationRule(deadline=due),
    )
    new = moved(plan, 2)
    assert new.title == "Phong trào 2026"
    assert new.phases[0] == Phase(code="p", name="Giai đoạn 2028", start="2028", end="2028-12")
    assert new.milestones[0] == Milestone(code="m", name="Báo cáo năm 2028", when=later)
    assert new.targets[0].statement == target.statement
    assert new.targets[0].by_year == (YearValue(year=2028, value="75"),)
    assert new.targets[0].due == later
    assert new.registration == RegistrationRule(deadline=later)
    assert (new.groups[0].version, new.groups[0].valid_from) == (1, "")
    assert new.groups[0].total == Decimal(100)
    assert moved(moved(plan, 2), -2) == moved(plan, 0)


def test_the_document_of_one_movement() -> None:
    parts = (Part(code="1", movement="a"), Part(code="2", movement="b"), Part(code="3"))
    document = PlanDocument(
        number="12",
        date="2026-05",
        remarks=("x",),
        abstract="A",
        chapters=(
            Chapter(code="c", title="C", parts=parts),
            Chapter(code="d", title="D", parts=parts[1:2]),
            Chapter(code="e", title="E"),
        ),
    )
    own = alone(document, "a")
    assert [(one.code, [part.code for part in one.parts]) for one in own.chapters] == [
        ("c", ["1", "3"]), ("e", [])
    ]  # fmt: skip
    assert not_issued(own) == PlanDocument(abstract="A", chapters=own.chapters)


def test_a_copy_beside_the_first() -> None:
    plans = tuple(
        MovementPlan(code=code, title=f"Phong trào {code}", short_name="x" * 40) for code in "ab"
    )
    parts = (Part(code="1", movement="a"), Part(code="2"))
    document = PlanDocument(chapters=(Chapter(code="c", title="C", parts=parts),))
    copied = as_copy(PlanPack(document=document, movements=plans), {"a", "a_2"})
    assert [plan.code for plan in copied.movements] == ["a_3", "b"]
    assert [part.movement for part in copied.document.chapters[0].parts] == ["a_3", ""]
    assert all(plan.title.endswith(" (bản sao)") for plan in copied.movements)
    assert all(len(plan.short_name) == 40 for plan in copied.movements)
    assert free_code("a", {"b"}) == "a"
