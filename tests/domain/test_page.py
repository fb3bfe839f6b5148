"""Pages in millimetres: layers, extents and the way to JSON and back."""

import json

from thiduaqt.domain.page import (
    Band,
    Font,
    Line,
    Page,
    Picture,
    Rect,
    Text,
    extent,
    from_plain,
    to_plain,
)

PAGE = Page(
    width_mm=297,
    height_mm=210,
    title="Bà Nguyễn Thị Thu Hà",
    items=(
        Band(x_mm=8, y_mm=8, width_mm=281, height_mm=194, depth_mm=8, role="band", layer="blank"),
        Rect(x_mm=20, y_mm=20, width_mm=10, height_mm=10, weight_mm=1, role="frame", layer="blank"),
        Picture(
            x_mm=137,
            y_mm=20,
            width_mm=23,
            height_mm=23,
            source="emblem",
            role="emblem",
            layer="blank",
        ),
        Text(
            text="Bà Nguyễn Thị Thu Hà",
            x_mm=40,
            width_mm=217,
            baseline_mm=108,
            font=Font(size_pt=28, bold=True),
            align="center",
            role="recipient",
            tracking_mm=0.5,
        ),
        Line(x1_mm=40, y1_mm=60, x2_mm=90, y2_mm=60, weight_mm=0.4, role="rule"),
    ),
)


def test_a_page_survives_json_in_every_kind_of_item() -> None:
    assert from_plain(json.loads(json.dumps(to_plain(PAGE)))) == PAGE


def test_layers_split_the_page_without_losing_an_item() -> None:
    blank, text = PAGE.layer("blank"), PAGE.layer("text")
    assert [item.role for item in blank.items] == ["band", "frame", "emblem"]
    assert [item.role for item in text.items] == ["recipient", "rule"]
    assert set(blank.items) | set(text.items) == set(PAGE.items)


def test_items_in_the_unprintable_band_are_named_once() -> None:
    assert PAGE.crossing(5.0) == ()
    assert PAGE.crossing(8.5) == ("band",)


def test_the_extent_of_a_frame_counts_half_its_weight() -> None:
    frame = PAGE.items[1]
    assert extent(frame) == (19.5, 19.5, 30.5, 30.5)
