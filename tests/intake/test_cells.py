from __future__ import annotations

import unicodedata
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain.text import is_clean
from thiduaqt.intake.cells import _ODD, plain_text, read_text


@pytest.mark.parametrize(
    ("raw", "text", "codes"),
    [
        ("Nguyễn Văn Đức", "Nguyễn Văn Đức", []),
        ("H'Bông Niê, K’Brêu", "H'Bông Niê, K’Brêu", []),
        ("  Lê   Văn A ", "Lê Văn A", []),
        (unicodedata.normalize("NFD", "Nguyễn Thị Hạnh"), "Nguyễn Thị Hạnh", ["TEXT_LOOSE"]),
        ("Lê\u200b Văn\ufeff A", "Lê Văn A", ["TEXT_INVISIBLE"]),
        ("Lê\u202fVăn A", "Lê Văn A", ["TEXT_INVISIBLE"]),
        ("Lê\u00a0Văn A", "Lê Văn A", []),
        ("Ðỗ Văn Ðức", "Đỗ Văn Đức", ["TEXT_LOOKALIKE"]),
        ("Nguуễn Vаn A", "Nguyễn Van A", ["TEXT_LOOKALIKE"]),
        ("Иванов", "Иванов", []),
        ("０９１２", "0912", ["TEXT_WIDE"]),
        ("NguyÔn V¨n §øc", "NguyÔn V¨n §øc", []),
        ("Müller", "Müller", []),
        ("=cmd|'/C calc'!A0", "=cmd|'/C calc'!A0", ["TEXT_FORMULA_LIKE"]),
        ("@SUM(A1)", "@SUM(A1)", ["TEXT_FORMULA_LIKE"]),
        ("-2+3", "-2+3", ["TEXT_FORMULA_LIKE"]),
        ("\t=1+1", "=1+1", ["TEXT_FORMULA_LIKE"]),
        ("Dạy 20 người\n- Giúp 3 hộ\n+ Trồng cây", "Dạy 20 người; Giúp 3 hộ; Trồng cây", []),
        ("Nguyễn\nVăn A", "Nguyễn Văn A", []),
        ("", "", []),
    ],
)
def test_a_text_is_repaired_and_told(raw: str, text: str, codes: list[str]) -> None:
    found, issues = read_text(raw, "full_name")
    assert found == text
    assert [issue.code for issue in issues] == codes
    assert all(issue.field == "full_name" for issue in issues)


def test_a_plus_in_a_telephone_number_is_no_formula() -> None:
    assert read_text("+84 912 345 678", "phone") == ("+84 912 345 678", ())


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (None, ""),
        (3.0, "3"),
        (1.5, "1,5"),
        (38085012345.0, "38085012345"),
        (True, "x"),
        (False, ""),
        (date(1990, 3, 5), "05/03/1990"),
        (datetime(1990, 3, 5, 8, 30), "05/03/1990"),  # noqa: DTZ001 - as a cell gives it
        (time(8, 30), "08:30:00"),
    ],
)
def test_other_values_become_the_text_people_type(raw: object, text: str) -> None:
    assert plain_text(raw) == text


@given(st.text(max_size=40))
def test_every_text_comes_out_clean_and_settles(raw: str) -> None:
    text, _ = read_text(raw)
    assert is_clean(text)
    assert unicodedata.is_normalized("NFC", text)
    if not _ODD.search(raw):
        assert text == raw


def test_a_fast_look_lets_only_clean_text_pass() -> None:
    for text in ("Nguyễn Văn A", "Thôn 3", "120 hộ (VNeID), 20%"):
        assert not _ODD.search(text)
    for text in (" a", "a ", "a  b", "a\u00a0b", "=a", "@a", "V¨n", "e\u0302"):
        assert _ODD.search(text)
