"""What is typed into the lists of a subject group: points and shares, criteria by their titles."""

from __future__ import annotations

from decimal import Decimal

import pytest

from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import Threshold
from thiduaqt.ui.screens.movements.criteria.group_lists import (
    codes_in,
    labels_of,
    reached_text,
    read_reached,
)

TITLES = {
    "M1": "Hồ sơ trực tuyến",
    "M2": "Sáng kiến; cách làm",
    "M3": "Nêu gương",
    "M4": "Nêu gương",
    "M5": "Xếp loại Tốt, Khá",
}


@pytest.mark.parametrize(
    ("typed", "points", "percent", "inclusive", "shown"),
    [
        ("85", "85", False, True, "85"),
        ("từ 85 điểm", "85", False, True, "85"),
        ("Trên 7,5", "7.5", False, False, "trên 7,5"),
        ("> 95 %", "95", True, False, "trên 95%"),
        (">= 80%", "80", True, True, "80%"),
    ],
)
def test_points_of_a_threshold(
    typed: str, points: str, percent: bool, inclusive: bool, shown: str
) -> None:
    fields = read_reached(typed)
    assert fields == {"points": Decimal(points), "percent": percent, "inclusive": inclusive}
    made = Threshold(award="a", **fields)
    assert reached_text(made) == shown
    assert read_reached(reached_text(made)) == fields


def test_no_points_and_no_number() -> None:
    assert read_reached(" ") == {"points": None, "percent": False, "inclusive": True}
    for typed in ("cao", "dưới 50", "%", "trên"):
        with pytest.raises(NotAllowed):
            read_reached(typed)


def test_criteria_are_named_by_title_or_code() -> None:
    assert codes_in("hồ sơ trực tuyến; M3", TITLES) == ("M1", "M3")
    assert codes_in("M1, m2", TITLES) == ("M1", "M2")
    assert codes_in("", TITLES) == ()
    with pytest.raises(NotAllowed, match="Khác"):
        codes_in("M1; Khác", TITLES)


def test_a_title_may_hold_the_signs_that_part_titles() -> None:
    assert codes_in("Sáng kiến; cách làm", TITLES) == ("M2",)
    assert codes_in("Xếp loại Tốt, Khá; M1", TITLES) == ("M5", "M1")


def test_a_title_met_twice_is_offered_with_its_code() -> None:
    labels = labels_of(TITLES)
    assert (labels["M1"], labels["M4"]) == ("Hồ sơ trực tuyến", "Nêu gương (M4)")
    assert codes_in("; ".join((labels["M4"], labels["M3"])), TITLES) == ("M4", "M3")
