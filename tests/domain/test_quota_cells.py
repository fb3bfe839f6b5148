"""The matrix of quotas: what a cell shows, and every edit of it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain.plan import (
    RECIPIENT_KINDS,
    Deadline,
    MovementPlan,
    PlannedRound,
    Quota,
    RecipientKind,
)
from thiduaqt.domain.quota_cells import (
    add_award,
    add_occasion,
    matrix,
    remove_line,
    set_cell,
    set_number,
    set_typed,
    short_words,
)
from thiduaqt.domain.quota_table import QuotaLine

GK, BK = "certificate_of_merit", "diploma_of_merit"
YEARLY = QuotaLine(award=GK, round_kind="yearly", year=None, maxima={})


def quota(kind: RecipientKind = "individual", **values: object) -> Quota:
    whole: dict[str, object] = {"award": GK, "round_kind": "yearly", "maximum": None}
    return Quota(recipient_kind=kind, **{**whole, **values})  # type: ignore[arg-type]


def plan(*quotas: Quota) -> MovementPlan:
    return MovementPlan(
        code="thu",
        title="Thử",
        short_name="Thử",
        quotas=quotas,
        rounds=(
            PlannedRound(kind="yearly", name="Hằng năm"),
            PlannedRound(kind="final", name="Tổng kết", when=Deadline(value="2030")),
        ),
    )


def shown(rules: MovementPlan) -> dict[str, list[str]]:
    return {
        f"{group.award} {row.line.occasion}": [row.cells[kind].text for kind in RECIPIENT_KINDS]
        for group in matrix(rules, {BK: ("collective", "individual")})
        for row in group.rows
    }


def test_the_four_marks_are_told_apart() -> None:
    rules = plan(
        quota("collective", maximum=0),
        quota(maximum=5),
        quota(award=BK, maximum=20, decided_by="province"),
    )
    assert shown(rules) == {
        f"{GK} Khen thưởng hằng năm": ["0", "không nêu", "5"],
        f"{GK} Khen thưởng tổng kết 2030": ["không nêu"] * 3,
        f"{BK} Khen thưởng hằng năm": ["—", "—", "20, tỉnh quyết định"],
    }
    (ours, upper) = matrix(rules, {BK: ("collective", "individual")})
    marks = [ours.rows[0].cells[kind].mark for kind in RECIPIENT_KINDS]
    assert marks == ["zero", "none", "number"]
    assert upper.decided_by == "province"
    assert not upper.rows[0].cells["household"].editable


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"maximum": 5}, "5"),
        ({}, "không nêu"),
        ({"form": "range", "minimum": 2, "maximum": 5}, "2–5"),
        ({"form": "percent", "percent": Decimal("12.50"), "base": "nominated"},
         "12,5% số đề nghị"),
        ({"form": "percent", "percent": Decimal(10), "base": "typed", "base_count": 40,
          "maximum": 3}, "10% của 40, không quá 3"),
        ({"form": "shared", "maximum": 5, "shared_kinds": ("individual", "collective")},
         "5 (chung với tập thể)"),
        ({"maximum": 2, "per": "block"}, "2 mỗi khối, cụm"),
        ({"maximum": 2, "block": "Khối trường học"}, "Khối trường học: 2"),
        ({"maximum": 2, "on_top": True}, "+2"),
        ({"form": "unlimited"}, "không giới hạn"),
        ({"form": "own"}, "đơn vị quy định"),
    ],
)  # fmt: skip
def test_every_form_has_its_words(values: dict[str, object], words: str) -> None:
    assert short_words(quota("individual", **values)) == words


def test_a_shared_number_shows_where_it_is_used() -> None:
    held = quota("collective", form="shared", maximum=5, shared_kinds=("collective", "individual"))
    row = matrix(plan(held))[0].rows[0]
    assert row.cells["collective"].text == "5 (chung với cá nhân)"
    assert (row.cells["individual"].mark, row.cells["individual"].text) == (
        "shared",
        "chung với tập thể",
    )
    assert row.cells["household"].mark == "none"


@given(
    st.sampled_from(RECIPIENT_KINDS), st.none() | st.integers(0, 30), st.none() | st.integers(0, 30)
)
def test_a_number_set_is_the_number_shown(
    kind: RecipientKind, first: int | None, second: int | None
) -> None:
    rules = plan(quota("collective", maximum=2), quota(maximum=5))
    once = set_number(rules, YEARLY, kind, first)
    twice = set_number(once, YEARLY, kind, second)
    for made, number in ((once, first), (twice, second)):
        cell = matrix(made)[0].rows[0].cells[kind]
        assert cell.text == ("không nêu" if number is None else str(number))
    assert twice == set_number(rules, YEARLY, kind, second) or first is None
    untouched = [item for item in rules.quotas if item.recipient_kind != kind]
    assert [item for item in twice.quotas if item.recipient_kind != kind] == untouched


def test_the_sentence_of_the_plan_goes_with_its_number() -> None:
    rules = plan(quota(maximum=5, wording="tối đa 5 cá nhân"))
    assert set_number(rules, YEARLY, "individual", 5) == rules
    assert set_number(rules, YEARLY, "individual", 6).quotas[0].wording == ""


def test_a_cell_may_hold_several_numbers_in_their_place() -> None:
    rules = plan(quota("collective", maximum=2), quota(maximum=5), quota("household", maximum=1))
    made = set_cell(
        rules, YEARLY, "individual", (quota(maximum=5), quota(maximum=2, block="truong"))
    )
    assert [item.recipient_kind for item in made.quotas] == [
        "collective", "individual", "individual", "household",
    ]  # fmt: skip
    assert matrix(made)[0].rows[0].cells["individual"].text == "5; truong: 2"


def test_rows_are_added_once_and_removed() -> None:
    rules = add_award(plan(), BK, decided_by="province")
    assert [key for key in shown(rules) if key.startswith(BK)] == [
        f"{BK} Khen thưởng hằng năm",
        f"{BK} Khen thưởng tổng kết 2030",
    ]
    assert add_award(rules, BK, decided_by="province") == rules
    more = add_occasion(rules, GK, "ad_hoc")
    (line,) = [
        row.line for group in matrix(more) for row in group.rows if row.line.round_kind == "ad_hoc"
    ]
    assert remove_line(more, line) == rules


def test_what_held_a_row_open_goes_once_a_cell_says_something() -> None:
    rules = plan()
    line = QuotaLine(award=BK, round_kind="ad_hoc", year=None, maxima={})
    opened = add_occasion(rules, BK, "ad_hoc", decided_by="province")
    assert len(opened.quotas) == len(rules.quotas) + 1
    filled = set_number(opened, line, "individual", 6)
    assert [item.maximum for item in filled.quotas[len(rules.quotas) :]] == [6]
    assert filled.quotas[: len(rules.quotas)] == rules.quotas


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("5", "5"),
        ("10%", "10% số đề nghị"),
        ("12,5 %", "12,5% số đề nghị"),
        ("3-5", "3–5"),
        ("từ 3 đến 5", "3–5"),
        ("Không giới hạn", "không giới hạn"),
        ("", "không nêu"),
        ("không nêu", "không nêu"),
    ],
)
def test_what_is_typed_into_a_cell_is_understood_as_plans_write_it(typed: str, shown: str) -> None:
    made = set_typed(plan(quota(maximum=7)), YEARLY, "individual", typed)
    assert made is not None
    row = matrix(made)[0].rows[0]
    assert row.cells["individual"].text == shown


@pytest.mark.parametrize("typed", ["năm", "0%", "101%", "5-3", "-2", "12345", "1.5", "٣"])
def test_what_cannot_be_a_number_of_awards_is_refused(typed: str) -> None:
    assert set_typed(plan(quota(maximum=7)), YEARLY, "individual", typed) is None


@pytest.mark.parametrize("form", ["number", "range", "percent", "shared", "unlimited", "own"])
def test_what_belongs_to_another_form_does_not_stay_behind(form: str) -> None:
    full = quota(
        form=form,
        maximum=5,
        minimum=2,
        percent=Decimal(10),
        base="typed",
        base_count=40,
        at_least_one=True,
        shared_kinds=("individual", "collective"),
        per_kinds=("village",),
    )
    made = set_cell(plan(), YEARLY, "individual", (full,)).quotas[0]
    assert (made.minimum is not None) == (form == "range")
    assert (made.percent is not None) == (form == "percent")
    assert bool(made.base) == made.at_least_one == (form == "percent")
    assert (made.base_count is not None) == (form == "percent")
    assert bool(made.shared_kinds) == (form == "shared")
    assert (made.maximum is None) == (form in ("unlimited", "own"))
    assert made.per_kinds == ()
