"""Communes told apart and found: words, marks, tones."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain.places import (
    Commune,
    Entry,
    bare_name,
    fit,
    query_words,
    same_place,
    words_of,
)

CAO_MINH = Commune(
    code="01879",
    kind="xã",
    name="Cao Minh",
    province_code="19",
    province_kind="tỉnh",
    province="Thái Nguyên",
)


def _letters(query: str, commune: Commune = CAO_MINH) -> str | None:
    """Return the display text with the matched letters in capitals, the rest as dots."""
    found = fit(Entry(commune), query_words(query))
    if found is None:
        return None
    lit = set(found.match().in_display)
    return "".join(
        sign.upper() if place in lit else "." for place, sign in enumerate(commune.display)
    )


def test_a_commune_is_named_in_full() -> None:
    assert CAO_MINH.full_name == "Xã Cao Minh"
    assert CAO_MINH.display == "Xã Cao Minh — tỉnh Thái Nguyên"


@pytest.mark.parametrize(
    ("query", "lit"),
    [
        ("cao m", "...CAO.M......................"),
        ("minh cao", "...CAO.MINH..................."),
        ("ca minh thai", "...CA..MINH........THÁI......."),
        ("nguyen", "........................NGUYÊN"),
        ("xa cao minh", "XÃ.CAO.MINH..................."),
        ("x cao", "XÃ.CAO........................"),
        ("caomin", "...CAO.MIN...................."),
        ("01879", "." * 30),
    ],
)
def test_matched_letters(query: str, lit: str) -> None:
    assert _letters(query) == lit


@pytest.mark.parametrize("query", ["cao cao", "inh", "minhs", "cao bang", "99999"])
def test_what_does_not_fit(query: str) -> None:
    assert _letters(query) is None


def test_apostrophes_and_dashes_do_not_matter() -> None:
    assert [word.key for word in words_of("Ea M’Droh – B'Lao")] == ["ea", "mdroh", "blao"]


def test_tone_placement_does_not_make_another_name() -> None:
    assert same_place("Minh Hoá", "Minh Hóa")
    assert same_place("minh hóa", unicodedata.normalize("NFD", "Minh Hóa"))
    assert not same_place("Minh Hóa", "Minh Hòa")
    assert not same_place("Dông Phú", "Đông Phú")
    assert not same_place("Mỹ Tho", "Mỹ Thơ")


def test_the_kind_may_stand_before_the_name() -> None:
    kinds = ("xã", "phường", "đặc khu")
    assert bare_name("xã Cao Minh", kinds) == ("xã", "Cao Minh")
    assert bare_name("Dac khu Phú Quốc", kinds) == ("đặc khu", "Phú Quốc")
    assert bare_name("Xã", kinds) == ("", "Xã")


@given(st.text(max_size=30))
def test_any_text_may_be_typed(query: str) -> None:
    found = fit(Entry(CAO_MINH), query_words(query)) if query_words(query) else None
    if found is not None:
        match = found.match()
        assert all(0 <= place < len(CAO_MINH.display) for place in match.in_display)
