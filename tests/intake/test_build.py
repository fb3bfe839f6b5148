from __future__ import annotations

from typing import Any

import pytest

from thiduaqt.domain.drafts import Draft, Provenance
from thiduaqt.intake.build import Setting, amend, build

PLACE = Provenance(file="a.xlsx", sheet="Sheet1", row=7)


def draft(setting: Setting | None = None, **values: Any) -> Draft:  # noqa: ANN401 - any cells
    return build(values, PLACE, setting or Setting(kind="person"))


def codes(found: Draft) -> list[str]:
    return [issue.code for issue in found.issues]


def test_a_usual_row_is_ready() -> None:
    found = draft(full_name="Nguyễn Văn A", birth="1980", unit="Thôn 3", sex="Nam")
    assert found.status == "ready"
    assert (found.full_name, found.birth.value, found.unit, found.sex) == (
        "Nguyễn Văn A",
        "1980",
        "Thôn 3",
        "male",
    )
    assert found.provenance is PLACE
    assert found.issues == ()


def test_capitals_are_mended_with_a_note_that_tells_before_and_after() -> None:
    found = draft(full_name="NGUYỄN THỊ THU HÀ")
    assert found.full_name == "Nguyễn Thị Thu Hà"
    assert found.status == "ready"
    assert found.issues[0].message == (
        "Đã sửa viết hoa: “NGUYỄN THỊ THU HÀ” thành “Nguyễn Thị Thu Hà”."
    )


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "NAME_MISSING"),
        ("-", "NAME_MISSING"),
        ("Hải", "NAME_SHORT"),
        ("Nguyễn Văn A1", "NAME_ODD"),
        ("Nguyễn Văn A (Ba)", "NAME_REMARK"),
        ("Ông Ích Khiêm", "HONORIFIC_UNSURE"),
        ("Nguyễn " + "Văn " * 40, "NAME_LONG"),
    ],
)
def test_doubtful_names_are_told(name: str, code: str) -> None:
    assert code in codes(draft(full_name=name))


def test_a_name_in_two_columns() -> None:
    found = draft(family_name="Nguyễn Thị", given_name="Hà")
    assert found.full_name == "Nguyễn Thị Hà"
    assert draft(family_name="Nguyễn Thị Hà").full_name == "Nguyễn Thị Hà"


def test_what_stands_behind_a_name_is_parted() -> None:
    found = draft(full_name="Ông Nguyễn Văn A, Trưởng thôn 3")
    assert (found.full_name, found.honorific, found.post, found.unit) == (
        "Nguyễn Văn A",
        "Ông",
        "Trưởng thôn",
        "Thôn 3",
    )
    assert "NAME_SEPARATED" in codes(found)


def test_a_rank_stands_before_an_honorific() -> None:
    assert draft(full_name="Đ/c Thiếu tá Nguyễn Văn A").honorific == "Thiếu tá"


@pytest.mark.parametrize(
    ("values", "sex", "conflict"),
    [
        ({"sex": "Nữ"}, "female", False),
        ({"sex_male": "x"}, "male", False),
        ({"sex_female": "x"}, "female", False),
        ({"sex_male": "x", "sex_female": "x"}, "", False),
        ({"birth_female": "1985"}, "female", False),
        ({"birth_male": "1985", "birth_female": "1986"}, "", True),
        ({"honorific": "Bà"}, "female", False),
        ({"honorific": "Bà", "sex": "Nam"}, "male", True),
        ({"full_name": "Bà Nguyễn Thị B", "sex": "Nam"}, "male", True),
    ],
)
def test_where_the_sex_comes_from(values: dict[str, str], sex: str, conflict: bool) -> None:
    found = draft(**{"full_name": "Nguyễn Văn A", **values})
    assert found.sex == sex
    assert ("SEX_CONFLICT" in codes(found)) == conflict


def test_an_identity_number_is_compared_softly() -> None:
    fits = draft(full_name="Nguyễn Văn A", sex="Nam", birth="1985", id_number="999085000012")
    assert codes(fits) == []
    other = draft(full_name="Nguyễn Văn A", sex="Nam", birth="1986", id_number="999185000012")
    assert codes(other) == ["ID_SEX", "ID_YEAR"]
    assert other.status == "review"
    young = draft(full_name="Nguyễn Thị B", sex="Nữ", birth="2003", id_number="999303000012")
    assert codes(young) == []


@pytest.mark.parametrize(
    ("setting", "name", "kind", "conflict"),
    [
        (Setting(kind="person"), "Trường Tiểu học A", "unit", False),
        (Setting(kind="unit"), "Tổ CNSCĐ thôn 3", "team", False),
        (Setting(kind="unit"), "Sao Mai", "unit", False),
        (Setting(kind="unit"), "Nguyễn Văn A", "unit", True),
        (Setting(group_kind="person"), "Trường Tiểu học A", "unit", True),
        (Setting(group_kind="unit", kind="person"), "Sao Mai", "unit", False),
        (Setting(group_kind="household", kind="person"), "Ông Nguyễn Văn A", "household", False),
        (Setting(kind="person"), "Ông A và bà B", "joint", False),
        (Setting(), "Nguyễn Văn A", "person", False),
    ],
)
def test_the_kind_of_a_nominee(setting: Setting, name: str, kind: str, conflict: bool) -> None:
    found = draft(setting, full_name=name)
    assert found.kind == kind
    assert ("KIND_CONFLICT" in codes(found)) == conflict


def test_an_unclear_kind_is_asked() -> None:
    found = draft(Setting(), full_name="Sao Mai")
    assert (found.kind, found.status) == ("person", "review")
    assert "KIND_UNSURE" in codes(found)


def test_members_of_households_and_couples() -> None:
    household = draft(full_name="HỘ ÔNG NGUYỄN VĂN A")
    assert (household.full_name, household.members) == (
        "Hộ ông Nguyễn Văn A",
        ("Ông Nguyễn Văn A",),
    )
    couple = draft(full_name="ông lê văn a và bà trần thị b")
    assert (couple.full_name, couple.members) == (
        "Ông Lê Văn A và bà Trần Thị B",
        ("Ông Lê Văn A", "Bà Trần Thị B"),
    )


def test_the_unit_of_a_group_row_holds_below_it() -> None:
    found = draft(Setting(kind="person", unit="Thôn 3"), full_name="Nguyễn Văn A")
    assert found.unit == "Thôn 3"
    assert codes(found) == ["UNIT_FROM_GROUP"]
    own = draft(Setting(kind="person", unit="Thôn 3"), full_name="Nguyễn Văn A", unit="Thôn 5")
    assert own.unit == "Thôn 5"


def test_a_column_of_village_numbers_is_completed() -> None:
    found = draft(Setting(kind="person", unit_word="Thôn"), full_name="Nguyễn Văn A", unit=3.0)
    assert found.unit == "Thôn 3"


def test_mending_one_field_leaves_the_issues_of_the_others() -> None:
    bad = draft(full_name="NGUYỄN VĂN A", birth="31/2/1985", id_number="99085000012")
    assert bad.status == "error"
    mended = amend(bad, "birth", "1985")
    assert mended.birth.value == "1985"
    assert codes(mended) == ["NAME_CASE", "ID_ZEROS_LOST"]
    assert mended.status == "review"
    assert amend(mended, "id_number", "099085000012").status == "ready"
    assert amend(mended, "birth", "31/2").status == "error"


def test_mending_the_kind_keeps_everything_else() -> None:
    found = draft(full_name="Sao Mai", unit="Thôn 3", achievement="Tốt", phone="0912345678")
    changed = amend(found, "kind", "tập thể")
    assert changed.kind == "unit"
    assert (changed.full_name, changed.unit, changed.achievement, changed.phone) == (
        "Sao Mai",
        "Thôn 3",
        "Tốt",
        "0912345678",
    )
