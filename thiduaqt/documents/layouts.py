"""Certificate layouts: where each field stands on the sheet, read from ``layout.toml``.

The keys are explained in ``resources/certificates/README.md``.
"""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from thiduaqt.domain.errors import BadFile, NotFound
from thiduaqt.domain.fitting import Step
from thiduaqt.domain.page import BLACK, Align
from thiduaqt.domain.plain import PlainError, from_plain
from thiduaqt.domain.text import nfc

FILE_NAME = "layout.toml"

PLACEHOLDERS = frozenset(
    {
        "recipient",
        "detail",
        "achievement",
        "short_achievement",
        "movement",
        "award_title",
        "given",
        "authority",
        "decision_number",
        "decision_date",
        "register_ordinal",
        "place",
        "signing",
        "signer_name",
    }
)
"""Every word a field of a layout may ask for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BandBox:
    """A decorative band: its outer rectangle in mm and its colours."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    depth_mm: float
    tile_mm: float
    colour: str
    dot: str
    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameBox:
    """A plain frame in mm."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    weight_mm: float
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EmblemBox:
    """The box of the emblem in mm; ``caption`` stands there until the office has a picture."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A line or paragraph of text: its place in mm, its look, its fit rule.

    Either ``baseline_mm`` or ``top_mm`` with ``height_mm`` is given.
    """

    role: str
    label: str
    text: str
    x_mm: float
    width_mm: float
    fit: tuple[Step, ...]
    baseline_mm: float | None = None
    top_mm: float | None = None
    height_mm: float | None = None
    on_blank: bool = False
    align: Align = "center"
    bold: bool = False
    italic: bool = False
    colour: str = BLACK
    tracking_mm: float = 0.0
    rule_below_mm: float | None = None
    too_long: str = "Chữ quá dài so với ô. Rút gọn trước khi in."


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """The face of all fields."""

    family: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutSource:
    """Where the arrangement comes from; confidence R is shown as "cần kiểm tra"."""

    text: str
    confidence: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A sheet of one size with everything that can stand on it, in millimetres."""

    code: str
    title: str
    award: str
    width_mm: float
    height_mm: float
    source: LayoutSource
    font: Face
    leading: float = 1.2
    bands: tuple[BandBox, ...] = ()
    frames: tuple[FrameBox, ...] = ()
    emblem: EmblemBox | None = None
    fields: tuple[Field, ...] = ()


# Tables of a TOML array are written one by one, so the file says "[[field]]".
_PLURALS = {"band": "bands", "frame": "frames", "field": "fields"}
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def load(folder: Path) -> Layout:
    """Return the layout in ``folder``; the folder's name is its code.

    Raises BadFile naming file, key and what was expected.
    """
    path = folder / FILE_NAME
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise _unreadable(path, str(fault)) from fault
    named = {_PLURALS.get(key, key): item for key, item in values.items()}
    try:
        layout = from_plain(Layout, {**_as_lengths(named), "code": folder.name})
    except PlainError as fault:
        raise _unreadable(path, str(fault)) from fault
    fault_words = _fault(layout)
    if fault_words:
        raise _unreadable(path, fault_words)
    return layout


def available(roots: Sequence[Path]) -> tuple[Layout, ...]:
    """Return every layout below ``roots``; the first root that has a code decides.

    Raises BadFile for a layout that cannot be read.
    """
    found: dict[str, Layout] = {}
    for root in roots:
        if not root.is_dir():
            continue
        for path in sorted(root.glob(f"*/{FILE_NAME}")):
            if path.parent.name not in found:
                found[path.parent.name] = load(path.parent)
    return tuple(found.values())


def find(code: str, roots: Sequence[Path]) -> Layout:
    """Return the layout ``code`` of the first root that has it. Raises NotFound, BadFile."""
    for root in roots:
        if (root / code / FILE_NAME).is_file():
            return load(root / code)
    raise NotFound(
        f"Không có mẫu giấy khen “{code}”.",
        todo="Chọn mẫu khác trong danh sách, hoặc đặt lại thư mục mẫu vào chỗ cũ.",
    )


def placeholders(text: str) -> tuple[str, ...]:
    """Return the names in braces of a field's text. Raises ValueError for unbalanced braces."""
    return tuple(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def _as_lengths(value: Any, key: str = "") -> Any:  # noqa: ANN401 - any TOML value
    """Return TOML values with whole numbers as decimals where a length or size is meant."""
    if isinstance(value, dict):
        return {name: _as_lengths(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return [_as_lengths(item, key) for item in value]
    if isinstance(value, str):
        return nfc(value)
    if isinstance(value, int) and not isinstance(value, bool) and key != "lines":
        return float(value)
    return value


def _unreadable(path: Path, reason: str) -> BadFile:
    return BadFile(
        f"Không đọc được mẫu giấy khen {path.parent.name}/{path.name}: {reason}.",
        todo="Sửa chỗ nêu trên trong tệp mẫu, hoặc xóa tệp đó để dùng lại mẫu gốc.",
        code="BAD_LAYOUT",
    )


def _fault(layout: Layout) -> str:
    roles = [field.role for field in layout.fields]
    doubled = next((role for role in roles if roles.count(role) > 1), None)
    if doubled:
        return f"field.role “{doubled}” có hai lần"
    for field in layout.fields:
        words = _field_fault(field, layout)
        if words:
            return f"field “{field.role}”: {words}"
    return ""


def _field_fault(field: Field, layout: Layout) -> str:
    try:
        unknown = set(placeholders(field.text)) - PLACEHOLDERS
    except ValueError:
        return "text có dấu ngoặc nhọn không khớp"
    if unknown:
        return f"text có tên không dùng được {{{sorted(unknown)[0]}}}"
    boxed = field.top_mm is not None and field.height_mm is not None
    if boxed == (field.baseline_mm is not None):
        return "cần baseline_mm, hoặc top_mm cùng height_mm"
    if not _COLOUR.fullmatch(field.colour):
        return "colour phải có dạng #RRGGBB"
    if not field.fit or any(_stage_is_wrong(stage) for stage in field.fit):
        return "fit cần lines ≥ 1 và from_pt ≥ to_pt > 0"
    if field.x_mm < 0 or field.width_mm <= 0 or field.x_mm + field.width_mm > layout.width_mm:
        return "x_mm, width_mm nằm ngoài tờ giấy"
    lowest = field.baseline_mm or (field.top_mm or 0.0) + (field.height_mm or 0.0)
    return "" if 0 < lowest <= layout.height_mm else "nằm ngoài tờ giấy theo chiều dọc"


def _stage_is_wrong(stage: Step) -> bool:
    return stage.lines < 1 or stage.to_pt <= 0 or stage.from_pt < stage.to_pt
