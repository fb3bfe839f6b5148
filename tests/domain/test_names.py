from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain.names import (
    capitalise,
    capitalise_unit,
    household_head,
    is_person_name,
    is_post,
    joint_members,
    kind_of,
    split_honorific,
    split_remark,
    strip_bullet,
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("NGUYỄN THỊ THU HÀ", "Nguyễn Thị Thu Hà"),
        ("nguyễn văn đức", "Nguyễn Văn Đức"),
        ("K'RÉ", "K'Ré"),
        ("H’BÔNG NIÊ", "H’Bông Niê"),
        ("LÊ A-B", "Lê A-B"),
        ("Niê Kdăm", "Niê Kdăm"),
        ("NGUYỄN Văn An", "NGUYỄN Văn An"),
        ("Nguyễn Văn A", "Nguyễn Văn A"),
        ("", ""),
    ],
)
def test_people_are_capitalised_only_from_one_case(name: str, expected: str) -> None:
    assert capitalise(name) == expected


@given(st.text(alphabet="aăâbcdđêgh ưỨẾKR'-", max_size=20))
def test_capitalising_changes_only_case_and_settles(name: str) -> None:
    once = capitalise(name)
    assert once.lower() == name.lower()
    assert capitalise(once) == once


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("TRƯỜNG TIỂU HỌC CAO MINH", "Trường Tiểu học Cao Minh"),
        (
            "tổ công nghệ số cộng đồng thôn bình minh",
            "Tổ Công nghệ số cộng đồng thôn Bình Minh",
        ),
        ("CHI HỘI PHỤ NỮ THÔN 3", "Chi hội Phụ nữ thôn 3"),
        ("UBND XÃ CAO MINH", "UBND xã Cao Minh"),
        ("CÔNG TY TNHH TM HOÀNG GIA", "Công ty TNHH TM Hoàng Gia"),
        ("TỔ CNSCĐ THÔN 3", "Tổ CNSCĐ thôn 3"),
        ("THÔN 3", "Thôn 3"),
        ("UỶ BAN NHÂN DÂN XÃ CAO MINH", "Uỷ ban nhân dân xã Cao Minh"),
        ("HTX Nông nghiệp sạch", "HTX Nông nghiệp sạch"),
    ],
)
def test_units_are_capitalised_as_documents_write_them(name: str, expected: str) -> None:
    assert capitalise_unit(name) == expected


@pytest.mark.parametrize(
    ("written", "name", "honorific", "rank", "unsure"),
    [
        ("Ông Nguyễn Văn A", "Nguyễn Văn A", "Ông", "", False),
        ("BÀ NGUYỄN THỊ B", "NGUYỄN THỊ B", "Bà", "", False),
        ("Bà Tám", "Tám", "Bà", "", False),
        ("ong Nguyen Van B", "Nguyen Van B", "Ông", "", False),
        ("Đ/c Thiếu tá Nguyễn Văn A", "Nguyễn Văn A", "Đồng chí", "Thiếu tá", False),
        ("đồng chí: Lò A B", "Lò A B", "Đồng chí", "", False),
        ("BS. Lê Thị B", "Lê Thị B", "", "Bác sĩ", False),
        ("Bác sĩ Hồ Văn C", "Hồ Văn C", "", "Bác sĩ", False),
        ("GS.TS Trần C D", "Trần C D", "", "Giáo sư Tiến sĩ", False),
        ("Thiếu uý Vi Văn E", "Vi Văn E", "", "Thiếu úy", False),
        ("Ông Ích Khiêm", "Ích Khiêm", "Ông", "", True),
        ("Anh Thư", "Anh Thư", "", "", False),
        ("Chu Văn An", "Chu Văn An", "", "", False),
        ("Bá Văn Thái", "Bá Văn Thái", "", "", False),
        ("Cù Huy C", "Cù Huy C", "", "", False),
        ("TỪ VĂN A", "TỪ VĂN A", "", "", False),
        ("Ông", "Ông", "", "", False),
    ],
)
def test_honorifics_and_ranks_are_split_off(
    written: str, name: str, honorific: str, rank: str, unsure: bool
) -> None:
    found = split_honorific(written)
    assert (found.name, found.honorific, found.rank, found.unsure) == (
        name,
        honorific,
        rank,
        unsure,
    )


def test_honorifics_tell_the_sex() -> None:
    assert split_honorific("Ông Nguyễn Văn A").sex == "male"
    assert split_honorific("Chị Nguyễn Thị A").sex == "female"
    assert split_honorific("Đồng chí Nguyễn Văn A").sex == ""
    assert split_honorific("Nguyễn Thị A").sex == ""


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Nguyễn Văn A", "person"),
        ("1. Nguyễn Văn A", "person"),
        ("Đoàn Văn Hậu", "person"),
        ("Bàn Văn A", "person"),
        ("Hồ Bá Ôn", "person"),
        ("Tống Văn A", "person"),
        ("Tô Văn B", "person"),
        ("To Van B", "person"),
        ("Truong Van A", "person"),
        ("Ho Van A", "person"),
        ("K'Brêu Niê", "person"),
        ("Bà Tám", "person"),
        ("Ông Nguyễn Văn A, Trưởng thôn", "person"),
        ("Nguyễn Thị A, Trưởng thôn", None),
        ("Thôn 3", "unit"),
        ("THÔN BÌNH MINH", "unit"),
        ("Tổ dân phố số 5", "unit"),
        ("to dan pho 5", "unit"),
        ("Trường Tiểu học Cao Minh", "unit"),
        ("truong tieu hoc Cao Minh", "unit"),
        ("Đoàn Thanh niên xã", "unit"),
        ("Chi hội PN thôn 3", "unit"),
        ("Hội Phụ nữ và Hội Nông dân xã", "unit"),
        ("Ban công tác Mặt trận thôn 3", "unit"),
        ("Công ty TNHH Hoàng Gia", "unit"),
        ("Hộ kinh doanh Lê Văn C", "unit"),
        ("Nhân dân và cán bộ thôn Bình Minh", "unit"),
        ("Phòng Văn hóa - Xã hội", "unit"),
        ("UBND xã", "unit"),
        ("Tổ CNSCĐ thôn 3", "team"),
        ("TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG THÔN 3", "team"),
        ("to cong nghe so thon 3", "team"),
        ("Hộ ông Hồ Bá Ôn", "household"),
        ("Gia đình bà Lê Thị B", "household"),
        ("Hộ gia đình Lê Văn C", "household"),
        ("ho ong Le Van C", "household"),
        ("Ông Nguyễn Văn A và bà Trần Thị B", "joint"),
        ("Vợ chồng ông Lê A - bà Trần B", "joint"),
        ("Nguyễn Văn A và Trần Thị B", "joint"),
        ("Tổ trưởng Tổ CNSCĐ", None),
        ("Chi hội trưởng phụ nữ", None),
        ("abc", None),
        ("", None),
    ],
)
def test_what_a_name_names(name: str, kind: str | None) -> None:
    assert kind_of(name) == kind


def test_members_of_a_joint_award() -> None:
    members = joint_members("Ông Nguyễn Văn A và vợ là bà Trần Thị B")
    assert [(each.honorific, each.name) for each in members] == [
        ("Ông", "Nguyễn Văn A"),
        ("Bà", "Trần Thị B"),
    ]
    assert joint_members("Nguyễn Văn A") == ()


@pytest.mark.parametrize(
    ("name", "honorific", "head"),
    [
        ("Hộ ông Nguyễn Văn A", "Ông", "Nguyễn Văn A"),
        ("Hộ gia đình: bà Lê Thị B", "Bà", "Lê Thị B"),
        ("Gia đình Lê Văn C", "", "Lê Văn C"),
    ],
)
def test_head_of_a_household(name: str, honorific: str, head: str) -> None:
    found = household_head(name)
    assert (found.honorific, found.name) == (honorific, head)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Nguyễn Văn A", "Nguyễn Văn A"),
        ("12/ Nguyễn Văn A", "Nguyễn Văn A"),
        ("- Nguyễn Văn A", "Nguyễn Văn A"),
        ("(3) Nguyễn Văn A", "Nguyễn Văn A"),
        ("Nguyễn Văn A", "Nguyễn Văn A"),
        ("-", "-"),
    ],
)
def test_bullets_are_taken_off(text: str, expected: str) -> None:
    assert strip_bullet(text) == expected


def test_remarks_in_brackets() -> None:
    assert split_remark("Nguyễn Văn A (Trưởng thôn)") == ("Nguyễn Văn A", "Trưởng thôn")
    assert split_remark("Nguyễn Văn A") == ("Nguyễn Văn A", "")
    assert split_remark("(Ký tên)") == ("(Ký tên)", "")


def test_posts_are_not_people() -> None:
    assert is_post("Trưởng thôn Bình Minh")
    assert is_post("to truong to dan pho")
    assert not is_post("Trương Văn A")
    assert not is_person_name("Trưởng thôn Bình Minh")
    assert not is_person_name("Công an viên")
    assert is_person_name("Công Văn A")
