"""Printer faults told in words and the transform that undoes them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain.calibration import (
    ACROSS_MM,
    DOWN_MM,
    MARK_MM,
    Fault,
    Reading,
    calibration_sheet,
    check,
    decimal,
    in_words,
    observed,
)
from thiduaqt.domain.page import Line, extent

W, H = 297.0, 210.0
faults = st.builds(
    Fault,
    right_mm=st.floats(-15, 15),
    down_mm=st.floats(-15, 15),
    scale_percent=st.floats(97, 103),
    turn_degrees=st.floats(-1, 1),
)


@given(faults, st.floats(0, W), st.floats(0, H))
def test_a_corrected_page_lands_where_it_should(fault: Fault, x: float, y: float) -> None:
    corrected = fault.correction(W, H).at(x, y)
    assert fault.machine(W, H).at(*corrected) == pytest.approx((x, y), abs=1e-6)


def test_too_far_right_and_up_is_moved_left_and_down() -> None:
    right, down = observed(2.0, "right", 1.5, "up")
    assert (right, down) == (2.0, -1.5)
    fault = Fault(right_mm=right, down_mm=down)
    assert fault.correction(W, H).at(100, 100) == pytest.approx((98.0, 101.5))
    assert in_words(fault) == "lệch sang phải 2,0 mm; lệch lên trên 1,5 mm"
    assert observed(2.0, "left", 1.5, "down") == (-2.0, 1.5)


def test_no_fault_needs_no_correction() -> None:
    assert in_words(Fault()) == "không lệch"
    assert Fault().correction(W, H).at(12.5, 99.5) == (12.5, 99.5)


def measured(fault: Fault) -> Reading:
    """Return what a ruler would read on the sheet that a machine with this fault prints."""
    machine = fault.machine(W, H)
    lines = {
        item.role: item
        for item in calibration_sheet(W, H).items
        if isinstance(item, Line) and item.role not in {"tick", "feed"}
    }

    def ends(role: str) -> tuple[tuple[float, float], tuple[float, float]]:
        line = lines[role]
        return machine.at(line.x1_mm, line.y1_mm), machine.at(line.x2_mm, line.y2_mm)

    def middle(role: str) -> tuple[float, float]:
        (x1, y1), (x2, y2) = ends(role)
        return (x1 + x2) / 2, (y1 + y2) / 2

    return Reading(
        left=middle("top_left_down")[0],
        top_left=middle("top_left_across")[1],
        top_right=middle("top_right_across")[1],
        across=math.dist(*ends("across")),
        down=math.dist(*ends("down")),
    )


@given(faults)
def test_the_five_readings_give_the_fault_back(fault: Fault) -> None:
    found = measured(fault).fault(W, H)
    assert found.right_mm == pytest.approx(fault.right_mm, abs=0.02)
    assert found.down_mm == pytest.approx(fault.down_mm, abs=0.02)
    assert found.scale_percent == pytest.approx(fault.scale_percent, abs=0.01)
    assert found.turn_degrees == pytest.approx(fault.turn_degrees, abs=0.002)


def test_a_true_sheet_reads_true() -> None:
    assert measured(Fault()) == Reading(
        left=MARK_MM, top_left=MARK_MM, top_right=MARK_MM, across=ACROSS_MM, down=DOWN_MM
    )
    assert Reading().fault(W, H) == Fault()


def test_the_sheet_lies_within_the_paper_and_asks_for_five_numbers() -> None:
    sheet = calibration_sheet(W, H)
    for item in sheet.items:
        left, top, right, bottom = extent(item)
        assert left >= 5
        assert top >= 5
        assert right <= W - 5
        assert bottom <= H - 5
    words = [text.text for text in sheet.texts()]
    assert "Đo từ mép trái giấy đến vạch A: ______ mm (đúng là 10,0)" in words
    assert "Mép vào máy" in words
    assert sum("______" in text for text in words) == 5


def test_implausible_faults_are_refused_with_their_likely_cause() -> None:
    assert check(Fault(right_mm=19, scale_percent=102.9, turn_degrees=-1)) == ()
    codes = [issue.code for issue in check(Fault(down_mm=-21, scale_percent=94, turn_degrees=1.5))]
    assert codes == ["CALIBRATION_SHIFT", "CALIBRATION_SCALE", "CALIBRATION_TURN"]


@pytest.mark.parametrize(
    ("value", "words"), [(2, "2,0"), (1.5, "1,5"), (0.25, "0,25"), (100, "100,0"), (99.8, "99,8")]
)
def test_lengths_are_written_with_a_comma(value: float, words: str) -> None:
    assert decimal(value) == words
