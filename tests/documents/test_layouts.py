"""Layouts: the shipped one is sound, a broken one is refused with file, key and reason."""

from collections.abc import Callable
from pathlib import Path

import pytest

from thiduaqt import paths
from thiduaqt.documents.layouts import available, find, load
from thiduaqt.domain.errors import BadFile, NotFound

SHIPPED = paths.resources() / "certificates"


@pytest.fixture
def edited(tmp_path: Path) -> Callable[[str, str], Path]:
    """Return a maker of a copy of the shipped layout with one passage replaced."""

    def make(old: str, new: str, code: str = "cua_xa") -> Path:
        folder = tmp_path / code
        folder.mkdir()
        text = (SHIPPED / "a4_ngang" / "layout.toml").read_text(encoding="utf-8")
        assert old in text
        (folder / "layout.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return make


def test_the_shipped_layout_is_a4_landscape_with_its_doubtful_source() -> None:
    layout = load(SHIPPED / "a4_ngang")
    assert (layout.code, layout.width_mm, layout.height_mm) == ("a4_ngang", 297, 210)
    assert layout.source.confidence == "R"
    assert "98/2023" in layout.source.text
    assert "ần kiểm tra" in layout.source.note
    assert layout.emblem is not None


def test_colours_and_styles_follow_the_prescribed_lines() -> None:
    fields = {field.role: field for field in load(SHIPPED / "a4_ngang").fields}
    red = fields["award_title"].colour
    assert int(red[1:3], 16) > 150
    assert int(red[3:5], 16) < 40
    assert [role for role, field in fields.items() if field.colour == red] == [
        "authority",
        "award_title",
    ]
    assert all(
        field.colour == "#000000"
        for role, field in fields.items()
        if role not in {"authority", "award_title"}
    )
    slanted = {role for role, field in fields.items() if field.italic}
    assert slanted == {"place_date", "decision", "register_ordinal"}
    assert all(fields[role].bold for role in slanted)
    assert fields["motto"].rule_below_mm is not None


def test_nothing_touches_the_band_that_printers_cannot_reach() -> None:
    layout = load(SHIPPED / "a4_ngang")
    for frame in layout.frames:
        assert frame.x_mm - frame.weight_mm / 2 >= 6
        assert frame.y_mm - frame.weight_mm / 2 >= 6
    for field in layout.fields:
        assert field.x_mm >= 20
        assert field.x_mm + field.width_mm <= 277


def test_the_offices_own_layout_comes_before_the_shipped_one(
    edited: Callable[..., Path],
) -> None:
    own = edited('title = "Giấy khen A4 ngang"', 'title = "Phôi của xã"', "a4_ngang")
    edited('title = "Giấy khen A4 ngang"', 'title = "Phôi khác"', "phoi_khac")
    roots = (own.parent, SHIPPED)
    assert find("a4_ngang", roots).title == "Phôi của xã"
    assert [layout.title for layout in available(roots)] == ["Phôi của xã", "Phôi khác"]
    assert [layout.title for layout in available((own / "khong-co", SHIPPED))] == [
        "Giấy khen A4 ngang"
    ]


def test_an_unknown_layout_is_said_to_be_missing() -> None:
    with pytest.raises(NotFound, match="khong_co"):
        find("khong_co", (SHIPPED,))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("width_mm = 297", 'width_mm = "A4"', "width_mm"),
        ("width_mm = 297", "width_mm = 297\nunknown_key = 1", "unknown_key"),
        ("[source]", "[sauce]", "sauce"),
        ('text = "{recipient}"', 'text = "{ten}"', "{ten}"),
        ('text = "{recipient}"', 'text = "{recipient"', "ngoặc nhọn"),
        ('role = "detail"', 'role = "recipient"', "hai lần"),
        ("top_mm = 95.4\n", "", "baseline_mm"),
        ("from_pt = 28, to_pt = 20", "from_pt = 18, to_pt = 20", "from_pt"),
        ('colour = "#B5121B"\nfit', 'colour = "red"\nfit', "#RRGGBB"),
        ("x_mm = 38.5", "x_mm = 138.5", "ngoài tờ giấy"),
        ("baseline_mm = 150.5", "baseline_mm = 250.5", "chiều dọc"),
        ('align = "left"', 'align = "middle"', "align"),
        ("title =", "title", "layout.toml"),
    ],
)
def test_a_broken_layout_is_refused_with_the_place(
    edited: Callable[[str, str], Path], old: str, new: str, said: str
) -> None:
    with pytest.raises(BadFile) as caught:
        load(edited(old, new))
    assert "cua_xa/layout.toml" in caught.value.what
    assert said in caught.value.what
    assert caught.value.todo


def test_a_layout_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "la").mkdir()
    (tmp_path / "la" / "layout.toml").write_bytes('title = "Giấy"'.encode("utf-16"))
    with pytest.raises(BadFile):
        load(tmp_path / "la")
