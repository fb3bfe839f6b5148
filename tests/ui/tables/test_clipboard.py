"""Blocks of cells: what spreadsheets write is read, and what we write is read back."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.ui.tables import clipboard

CELL = st.text(
    st.characters(blacklist_categories=("Cs",), blacklist_characters="\r\x00"), max_size=12
)


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("Bà Hà", [["Bà Hà"]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\tb\nc\n", [["a", "b"], ["c"]]),
        ("a\t\r\nb\t\r\n", [["a", ""], ["b", ""]]),
        ('"dòng 1\ndòng 2"\tx\r\n', [["dòng 1\ndòng 2", "x"]]),
        ('"Tổ ""Số"""\tx', [['Tổ "Số"', "x"]]),
        ('Tổ "Số"\tx', [['Tổ "Số"', "x"]]),
        ('"chưa đóng\tx', [['"chưa đóng', "x"]]),
        ('"a"b\tx', [['"a"b', "x"]]),
        ("\t\t\r\n", [["", "", ""]]),
        ("a\r\n\r\nb", [["a"], [""], ["b"]]),
    ],
)
def test_text_is_read_as_spreadsheets_write_it(text: str, block: list[list[str]]) -> None:
    assert clipboard.parse_tsv(text) == block


def test_a_table_of_a_web_page_or_spreadsheet_is_read() -> None:
    page = """<html><body><!--StartFragment--><table border=0><colgroup><col width=64></colgroup>
     <tr height=20><td class=xl65>Nguyễn&nbsp;Thị
       Hà</td><td>1988</td></tr>
     <tr><td colspan=2>gộp</td></tr>
     <tr><td>dòng 1<br>dòng 2</td><td></td></tr></table><table><tr><td>khác</td></tr></table>"""
    assert clipboard.parse_html(page) == [
        ["Nguyễn Thị Hà", "1988"],
        ["gộp", ""],
        ["dòng 1\ndòng 2", ""],
    ]


def test_a_table_inside_a_cell_is_not_taken_apart() -> None:
    page = "<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>"
    assert [row[-1] for row in clipboard.parse_html(page)] == ["c"]


def test_the_table_is_preferred_only_where_the_text_lost_the_columns() -> None:
    table = "<table><tr><td>a</td><td>b</td></tr></table>"
    assert clipboard.parse("a b", table) == [["a", "b"]]
    assert clipboard.parse("x\ty", table) == [["x", "y"]]
    assert clipboard.parse("x\ty", "<p>no table</p>") == [["x", "y"]]
    assert clipboard.parse("", "") == []


def test_digits_stay_text_in_a_spreadsheet() -> None:
    page = clipboard.to_html([["0912345678", "999088001234", "12"]])
    assert page.count("mso-number-format") == 2


@given(st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=5))
def test_what_is_copied_is_pasted_unchanged(block: list[list[str]]) -> None:
    square = clipboard.squared(block)
    assert clipboard.parse_tsv(clipboard.to_tsv(square)) == square


@given(st.lists(st.lists(CELL, min_size=2, max_size=3), min_size=1, max_size=4))
def test_another_reader_agrees(block: list[list[str]]) -> None:
    """Python's csv module reads the same cells, whatever stands in them."""
    square = clipboard.squared(block)
    text = clipboard.to_tsv(square)
    rows = list(csv.reader(io.StringIO(text, newline=""), dialect="excel-tab"))
    assert rows == square
