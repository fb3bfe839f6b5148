from __future__ import annotations

from datetime import date, datetime

import pytest

from thiduaqt.intake import fields
from thiduaqt.intake.fields import split_post_unit

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tổ trưởng - Thôn 3", ("Tổ trưởng", "Thôn 3")),
        ("Giáo viên, Trường Tiểu học Minh Họa", ("Giáo viên", "Trường Tiểu học Minh Họa")),
        ("Kế toán/Công ty TNHH A", ("Kế toán", "Công ty TNHH A")),
        ("Thôn 3 - Tổ trưởng", ("Tổ trưởng", "Thôn 3")),
        ("Trưởng thôn Bình Minh", ("Trưởng thôn", "Thôn Bình Minh")),
        ("Phó trưởng thôn 3", ("Phó trưởng thôn", "Thôn 3")),
        ("Bí thư chi bộ thôn 3", ("Bí thư chi bộ", "Thôn 3")),
        ("Nông dân thôn Đoàn Kết", ("Nông dân", "Thôn Đoàn Kết")),
        ("Bí thư Chi bộ, Trưởng thôn - Thôn 5", ("Bí thư Chi bộ, Trưởng thôn", "Thôn 5")),
        ("Tổ trưởng Tổ CNSCĐ thôn 3", ("Tổ trưởng", "Tổ CNSCĐ thôn 3")),
        ("Trưởng Công an xã", ("Trưởng Công an xã", "Công an xã")),
        (
            "Công chức Văn hóa - Xã hội, UBND xã",
            ("Công chức Văn hóa - Xã hội", "UBND xã"),
        ),
        ("Thôn 3", ("", "Thôn 3")),
        ("Hiệu trưởng", None),
    ],
)
def test_post_and_unit_are_parted(text: str, expected: tuple[str, str] | None) -> None:
    assert split_post_unit(text) == expected


@pytest.mark.parametrize(
    ("raw", "value", "codes"),
    [
        ("5/3/1990", "1990-03-05", []),
        (1990.0, "1990", []),
        (33004.0, "1990-05-11", ["DATE_SERIAL"]),
        (date(1990, 3, 5), "1990-03-05", []),
        (datetime(1990, 3, 5, 7, 0), "1990-03-05", []),  # noqa: DTZ001 - as a cell gives it
        ("12/5/90", "1990-05-12", ["DATE_CENTURY"]),
        ("12/5/05", "2005-05-12", ["DATE_CENTURY_NEW"]),
        ("31/2/1990", "", ["DATE_IMPOSSIBLE"]),
        ("x", "", ["DATE_UNREADABLE"]),
        ("5/3/2027", "2027-03-05", ["BIRTH_FUTURE"]),
        ("5/3/1890", "1890-03-05", ["BIRTH_ODD"]),
        ("-", "", []),
        ("", "", []),
        (0.5, "", ["DATE_UNREADABLE"]),
    ],
)
def test_dates_of_birth(raw: object, value: str, codes: list[str]) -> None:
    found, issues = fields.read_birth(raw, TODAY)
    assert found.value == value
    assert [issue.code for issue in issues] == codes


def test_an_impossible_date_offers_two_ways_out() -> None:
    _, (issue,) = fields.read_birth("31/2/1990")
    assert issue.severity == "error"
    assert issue.suggestions == ("02/1990", "1990")
    assert issue.message == "Không có ngày 31/2/1990."


@pytest.mark.parametrize(
    ("text", "sex"),
    [("Nam", "male"), ("NỮ", "female"), ("nu", "female"), ("x", ""), ("", ""), ("-", "")],
)
def test_sex(text: str, sex: str) -> None:
    found, issues = fields.read_sex(text)
    assert found == sex
    assert bool(issues) == (text == "x")


@pytest.mark.parametrize(
    ("text", "honorific", "sex"),
    [
        ("Ông", "Ông", "male"),
        ("ba", "Bà", "female"),
        ("Đ/c.", "Đồng chí", ""),
        ("thiếu tá", "Thiếu tá", ""),
    ],
)
def test_honorifics(text: str, honorific: str, sex: str) -> None:
    assert fields.read_honorific(text) == (honorific, sex, ())


def test_an_unknown_honorific_is_told() -> None:
    assert [issue.code for issue in fields.read_honorific("ngài")[2]] == ["HONORIFIC_UNREAD"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Cá nhân", "person"),
        ("Tập thể nhỏ", "unit"),
        ("HỘ", "household"),
        ("Hộ gia đình", "household"),
        ("Tổ công nghệ số", "team"),
        ("", None),
        ("khác", None),
    ],
)
def test_kinds(text: str, kind: str | None) -> None:
    assert fields.read_kind(text)[0] == kind


@pytest.mark.parametrize(
    ("raw", "unit", "codes"),
    [
        ("Thôn 3", "Thôn 3", []),
        ("THÔN BÌNH MINH", "Thôn Bình Minh", ["UNIT_CASE"]),
        ("UBND", "UBND", []),
        ("—", "", []),
        (3.0, "3", []),
    ],
)
def test_units(raw: object, unit: str, codes: list[str]) -> None:
    found, issues = fields.read_unit(raw)
    assert found == unit
    assert [issue.code for issue in issues] == codes


def test_identity_numbers_offer_the_lost_zero() -> None:
    number, (issue,) = fields.read_id(99085000012.0)
    assert number == "99085000012"
    assert issue.code == "ID_ZEROS_LOST"
    assert issue.severity == "review"
    assert issue.suggestions == ("099085000012",)
    assert fields.read_id("999085000012") == ("999085000012", ())
    assert fields.read_id("") == ("", ())


def test_telephone_numbers_get_their_zero_back() -> None:
    number, (issue,) = fields.read_phone_number(912345678.0)
    assert (number, issue.code, issue.severity) == ("0912345678", "PHONE_ZERO", "note")
    assert fields.read_phone_number("0912345678") == ("0912345678", ())
    assert fields.read_phone_number("") == ("", ())
