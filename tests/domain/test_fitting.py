"""The fit rule: shrink, then balanced lines, else refuse; and where lines may break."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain.fitting import Step, balanced, fit
from thiduaqt.domain.page import Font

NAME = (Step(lines=1, from_pt=28, to_pt=20), Step(lines=2, from_pt=20, to_pt=18))
FONT = Font(bold=True)


def half_em(text: str, font: Font) -> float:
    """Measure every letter as half a size wide: 28 pt is 4,9 mm."""
    return len(text) * font.size_pt * 25.4 / 72 / 2


def test_a_short_name_keeps_the_first_size() -> None:
    found = fit("Bà Nguyễn Thị Thu Hà", FONT, 220, NAME, half_em)
    assert (found.lines, found.size_pt, found.fits, found.shrunk) == (
        ("Bà Nguyễn Thị Thu Hà",),
        28,
        True,
        False,
    )


def test_a_longer_name_shrinks_in_half_points_and_stays_on_one_line() -> None:
    name = "x" * 50
    found = fit(name, FONT, 220, NAME, half_em)
    assert found.lines == (name,)
    assert found.size_pt == 24.5  # 220 / (50 / 2 × 25,4 / 72) = 24,94 pt
    assert found.shrunk


def test_a_long_name_goes_on_two_balanced_lines() -> None:
    name = "Tập thể cán bộ, công chức và Nhân dân khu dân cư Phố Mới Đông, xã Minh Họa, tỉnh Mẫu"
    found = fit(name, FONT, 220, NAME, half_em)
    assert found.fits
    assert len(found.lines) == 2
    assert 18 <= found.size_pt <= 20
    assert " ".join(found.lines) == name
    first, second = (half_em(line, FONT) for line in found.lines)
    assert abs(first - second) < 0.25 * max(first, second)


def test_what_does_not_fit_is_reported_and_nothing_is_cut_off() -> None:
    name = "Tập thể " + "rất dài " * 30
    found = fit(name, FONT, 220, NAME, half_em)
    assert not found.fits
    assert found.size_pt == 18
    assert " ".join(found.lines).split() == name.split()


def test_one_endless_word_is_reported_too() -> None:
    found = fit("x" * 300, FONT, 220, NAME, half_em)
    assert not found.fits
    assert found.lines == ("x" * 300,)


def test_a_rule_without_stages_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="step"):
        fit("x", FONT, 220, (), half_em)


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Đoàn viên, hội viên Tổ công nghệ số cộng đồng thôn Bình Minh", "công nghệ số cộng đồng"),
        ("Đã có thành tích trong phong trào thi đua giai đoạn 2026 - 2030", "2026 - 2030"),
        ("Công dân gương mẫu và tích cực ở tại thôn Đồng Lạc xã Đông Phú", "xã Đông Phú"),
        ("Đã có thành tích đột xuất trong công tác phòng chống năm 2026", "năm 2026"),
        ("Đại diện các hộ gia đình: ông Nguyễn Phước Bảo Quỳnh Anh", "Nguyễn Phước Bảo Quỳnh Anh"),
        ("Trưởng phòng, phụ trách Văn hóa - Xã hội của xã Minh Họa", "Văn hóa - Xã"),
    ],
)
def test_words_that_belong_together_stay_together(text: str, together: str) -> None:
    for count in (2, 3):
        lines = balanced(text, FONT, count, half_em, 1000)
        assert lines is not None
        assert any(together in line for line in lines), lines


def test_a_name_is_broken_when_nothing_else_helps() -> None:
    lines = balanced("Nguyễn Phước Bảo Quỳnh Anh", FONT, 2, half_em, 1000)
    assert lines is not None
    assert len(lines) == 2


@given(
    st.lists(st.text("abcđêở", min_size=1, max_size=12), min_size=1, max_size=40),
    st.floats(20, 400),
)
def test_no_word_is_lost_and_no_fitting_line_is_too_wide(words: list[str], width: float) -> None:
    text = " ".join(words)
    found = fit(text, FONT, width, NAME, half_em)
    assert " ".join(found.lines) == text
    if found.fits:
        widths = [half_em(line, FONT.sized(found.size_pt)) for line in found.lines]
        assert max(widths) <= width + 1e-6


@given(st.integers(1, 120))
def test_a_longer_text_is_never_set_larger(letters: int) -> None:
    sizes = [
        fit(" ".join("x" * 5 for _ in range(count)), FONT, 220, NAME, half_em).size_pt
        for count in (letters, letters + 1)
    ]
    assert all(a >= b for a, b in pairwise(sizes))
