"""Cells of the lists of a plan."""

import pytest

from thiduaqt.domain import plan_lists
from thiduaqt.domain.plan_lists import BadCell


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("", ("collective", "household", "individual")),
        ("Mọi đối tượng", ("collective", "household", "individual")),
        ("cá nhân, tập thể", ("collective", "individual")),
        ("Hộ gia đình và cá nhân", ("household", "individual")),
        ("hộ; cá nhân", ("household", "individual")),
    ],
)
def test_kinds_are_read_in_any_order(typed: str, kinds: tuple[str, ...]) -> None:
    assert plan_lists.read_kinds(typed) == kinds
    assert plan_lists.read_kinds(plan_lists.kinds_text(kinds)) == kinds  # type: ignore[arg-type]


def test_an_unknown_kind_is_refused_in_words() -> None:
    with pytest.raises(BadCell, match="“thôn” không phải đối tượng khen") as refused:
        plan_lists.read_kinds("thôn")
    assert refused.value.data == "Giá trị cũ được giữ nguyên."


def test_yes_and_no() -> None:
    assert [plan_lists.read_yes(text) for text in ("Có", "x", "Không", "")] == [
        True,
        True,
        False,
        False,
    ]
    with pytest.raises(BadCell):
        plan_lists.read_yes("có lẽ")


def test_periods_keep_their_precision() -> None:
    typed = ("27/3/2026", "5/2026", "quý II/2027", "2030", "")
    read = [plan_lists.read_period(text) for text in typed]
    assert read == ["2026-03-27", "2026-05", "2027-Q2", "2030", ""]
    assert [plan_lists.period_text(value) for value in read][:3] == [
        "27/03/2026",
        "05/2026",
        "Quý II/2027",
    ]
    assert plan_lists.period_text("mùa xuân") == "mùa xuân"
    with pytest.raises(BadCell, match="31/2/2026"):
        plan_lists.read_period("31/2/2026")


def test_lines_lose_their_bullets() -> None:
    typed = "- Như trên;\n\n• Hội đồng TĐKT tỉnh ;\nLưu: VT."
    assert plan_lists.read_lines(typed) == ("Như trên", "Hội đồng TĐKT tỉnh", "Lưu: VT.")


def test_names_become_codes() -> None:
    names = {"gk": "Giấy khen", "bk": "Bằng khen"}
    assert plan_lists.read_names("giay khen; Bằng khen ;", names, "hình thức khen") == ("gk", "bk")
    assert plan_lists.names_text(("bk", "la"), names) == "Bằng khen; la"
    assert plan_lists.read_names("", names, "hình thức khen") == ()
    with pytest.raises(BadCell, match="Không có hình thức khen “Huân chương”"):
        plan_lists.read_names("Huân chương", names, "hình thức khen")
