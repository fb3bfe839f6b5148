"""Commitments in one cell: text and figure, and which target is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain import commitment_words as words
from thiduaqt.domain.plan import Target
from thiduaqt.domain.planning import Commitment

TARGETS = (
    Target(code="a", statement="Chuyển đổi số", operator="text"),
    Target(code="a1", statement="Hộ có tài khoản số", parent="a", operator=">=", value="80",
           unit="%"),
    Target(code="b", statement="Không để xảy ra tai nạn"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("hộ có tài khoản số: 85%", [("hộ có tài khoản số", "a1", "85%")]),
        (
            "Trồng cây; Dọn vệ sinh: 12 buổi",
            [("Trồng cây", "", ""), ("Dọn vệ sinh", "", "12 buổi")],
        ),
        ("Phương châm: dân biết, dân bàn", [("Phương châm: dân biết, dân bàn", "", "")]),
        ("Một\nHai:\n ; ", [("Một", "", ""), ("Hai", "", "")]),
        ("", []),
    ],
)
def test_read(typed: str, wanted: list[tuple[str, str, str]]) -> None:
    found = words.read(typed, TARGETS)
    assert [(one.text, one.target, one.value) for one in found] == wanted


def test_of_targets_leaves_headings_out() -> None:
    found = words.of_targets(TARGETS, 2026)
    assert [(one.target, one.value) for one in found] == [("a1", "≥ 80%"), ("b", "")]


_PLAIN = st.text(alphabet="abcđêươ ", min_size=1).map(lambda text: " ".join(text.split()))


@given(st.lists(st.tuples(_PLAIN.filter(bool), st.sampled_from(["", "5%", "≥ 12 hộ"])), max_size=4))
def test_what_is_shown_is_read_back(pairs: list[tuple[str, str]]) -> None:
    made = tuple(Commitment(text=text, value=value) for text, value in pairs)
    assert words.read(words.show(made)) == made
