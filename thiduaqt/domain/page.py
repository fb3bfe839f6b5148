"""What is to be printed, in millimetres, whoever paints it: screen, PDF or printer.

The origin is the upper left corner of the sheet; x grows to the right, y downwards. A text item is
always one line: whoever builds a page has already chosen the size and the line breaks, so that the
preview, the PDF and the printed sheet cannot differ.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, Literal

Align = Literal["left", "center", "right"]
Layer = Literal["blank", "text"]
"""``blank``: what a pre-printed blank already carries; ``text``: what differs between sheets."""

Mode = Literal["full", "overlay"]
"""``full``: the whole sheet on plain paper; ``overlay``: only what a pre-printed blank lacks."""

MM_PER_PT = 25.4 / 72
BLACK = "#000000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """A face and a size in points."""

    family: str = "Liberation Serif"
    size_pt: float = 14.0
    bold: bool = False
    italic: bool = False

    def sized(self, size_pt: float) -> Font:
        """Return the same face in another size."""
        return replace(self, size_pt=size_pt)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line of text set on ``baseline_mm`` and aligned within ``x_mm`` … ``x_mm + width_mm``.

    ``role`` names the field of the layout it comes from; ``tracking_mm`` is added after every
    letter but the last.
    """

    text: str
    x_mm: float
    width_mm: float
    baseline_mm: float
    font: Font = Font()
    align: Align = "left"
    colour: str = BLACK
    role: str = ""
    layer: Layer = "text"
    tracking_mm: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight rule; ``weight_mm`` is its thickness."""

    x1_mm: float
    y1_mm: float
    x2_mm: float
    y2_mm: float
    weight_mm: float = 0.25
    colour: str = BLACK
    role: str = ""
    layer: Layer = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rect:
    """A frame of ``weight_mm``, drawn on its edge, filled where ``fill`` names a colour."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    weight_mm: float = 0.25
    colour: str = BLACK
    fill: str = ""
    role: str = ""
    layer: Layer = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A decorative band of ``depth_mm`` just inside its outer rectangle.

    The pattern is a lattice of lozenges with a dot in each; ``tile_mm`` is the wished length of one
    lozenge, adjusted so that each side holds a whole number of them.
    """

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    depth_mm: float
    tile_mm: float = 4.5
    colour: str = "#C9A44C"
    dot: str = "#B3403A"
    ground: str = "#FFFDF5"
    role: str = ""
    layer: Layer = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture that fills its box without being stretched.

    ``source`` is a name the painter is given a picture for ("emblem"); ``caption`` stands in a
    plain circle as long as the office has not supplied that picture.
    """

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    source: str
    caption: str = ""
    role: str = ""
    layer: Layer = "text"


Item = Text | Line | Rect | Band | Picture

_KINDS: dict[str, type[Item]] = {
    "text": Text,
    "line": Line,
    "rect": Rect,
    "band": Band,
    "picture": Picture,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One sheet: its size in millimetres and what stands on it, painted in this order."""

    width_mm: float
    height_mm: float
    items: tuple[Item, ...] = ()
    title: str = ""

    def layer(self, layer: Layer) -> Page:
        """Return the same sheet with only one layer on it."""
        return replace(self, items=tuple(item for item in self.items if item.layer == layer))

    def texts(self) -> tuple[Text, ...]:
        """Return the text items, in painting order."""
        return tuple(item for item in self.items if isinstance(item, Text))

    def crossing(self, margin_mm: float) -> tuple[str, ...]:
        """Return the roles of items that reach into a margin the printer cannot print on."""
        found = [
            item.role
            for item in self.items
            if _reaches(item, margin_mm, self.width_mm, self.height_mm)
        ]
        return tuple(dict.fromkeys(found))


def to_plain(page: Page) -> dict[str, Any]:
    """Return ``page`` as plain values (for JSON), every item with its ``kind``."""
    return {
        "width_mm": page.width_mm,
        "height_mm": page.height_mm,
        "title": page.title,
        "items": [{"kind": _NAMES[type(item)], **_values(item)} for item in page.items],
    }


def from_plain(plain: dict[str, Any]) -> Page:
    """Return the page that :func:`to_plain` wrote down.

    Raises KeyError or TypeError for values that no page has.
    """
    items = []
    for values in plain["items"]:
        given = dict(values)
        kind = _KINDS[given.pop("kind")]
        if "font" in given:
            given["font"] = Font(**given["font"])
        items.append(kind(**given))
    return Page(
        width_mm=plain["width_mm"],
        height_mm=plain["height_mm"],
        title=plain["title"],
        items=tuple(items),
    )


def _values(record: Item | Font) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, Font):
            value = _values(value)
        elif isinstance(value, float):
            value = round(value, 4)
        found[field.name] = value
    return found


def _reaches(item: Item, margin: float, page_width: float, page_height: float) -> bool:
    left, top, right, bottom = extent(item)
    return (
        left < margin
        or top < margin
        or right > page_width - margin
        or bottom > page_height - margin
    )


def extent(item: Item) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of what ``item`` may cover, in millimetres.

    A text is counted with its whole box in width and with ascent and descent of its size in height.
    """
    if isinstance(item, Text):
        size = item.font.size_pt * MM_PER_PT
        left, right = item.x_mm, item.x_mm + item.width_mm
        return left, item.baseline_mm - size * 0.9, right, item.baseline_mm + size * 0.25
    if isinstance(item, Line):
        half = item.weight_mm / 2
        return (
            min(item.x1_mm, item.x2_mm) - half,
            min(item.y1_mm, item.y2_mm) - half,
            max(item.x1_mm, item.x2_mm) + half,
            max(item.y1_mm, item.y2_mm) + half,
        )
    half = item.weight_mm / 2 if isinstance(item, Rect) else 0.0
    return (
        item.x_mm - half,
        item.y_mm - half,
        item.x_mm + item.width_mm + half,
        item.y_mm + item.height_mm + half,
    )
