"""What can be set for a target: its fields, and what leaving one of them changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from thiduaqt.domain import moment_words
from thiduaqt.domain.plan import Roll, Target, YearValue
from thiduaqt.domain.plan_lists import BadCell
from thiduaqt.domain.target_cells import (
    NO_FIGURE,
    in_order,
    read_operator,
    read_value,
    read_year,
    wanted_typed,
)
from thiduaqt.domain.target_values import value_words
from thiduaqt.domain.targets import PERCENT
from thiduaqt.ui.forms.fields import FieldSpec, Value
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screens.movements.list_editor import Cell, ListSpec
from thiduaqt.ui.screens.movements.targets.columns import scope_words

CHOICES = ("operator", "parent", "group", "scope", "roll")
_EXACT = 18
_TEXTS = ("statement", "unit", "numerator", "denominator")


def _operators() -> list[tuple[str, str]]:
    return [
        (">=", translate("TargetEditor", "≥ từ mức này trở lên")),
        (">", translate("TargetEditor", "> trên mức này")),
        ("=", translate("TargetEditor", "= đúng mức này")),
        ("<=", translate("TargetEditor", "≤ không quá mức này")),
        ("<", translate("TargetEditor", "< dưới mức này")),
        ("text", translate("TargetEditor", "Không có số, chỉ có lời văn")),
    ]


def roll_words() -> dict[Roll, str]:
    """Return how figures of units become one."""
    return {
        "ratio": translate("TargetEditor", "Cộng tử số, cộng mẫu số rồi chia"),
        "sum": translate("TargetEditor", "Cộng số của các đơn vị"),
        "average": translate("TargetEditor", "Bình quân các đơn vị"),
        "latest": translate("TargetEditor", "Lấy số mới nhất"),
    }


def specs() -> list[FieldSpec]:
    """Return the fields of a target."""
    return [*_wanted_specs(), *_measured_specs(), *_placed_specs()]


def _wanted_specs() -> list[FieldSpec]:
    return [
        FieldSpec(
            key="statement", label=translate("TargetEditor", "Nội dung"), kind="long", lines=3
        ),
        FieldSpec(
            key="operator",
            label=translate("TargetEditor", "So sánh"),
            kind="choice",
            choices=_operators(),
        ),
        FieldSpec(
            key="wanted",
            label=translate("TargetEditor", "Mức phải đạt"),
            width=84,
            placeholder=translate("TargetEditor", "0,75"),
            help=translate("TargetEditor", "Gõ 0,75 hoặc 80% hoặc 1.250 hộ."),
        ),
        FieldSpec(
            key="unit",
            label=translate("TargetEditor", "tính bằng"),
            beside=True,
            help=translate("TargetEditor", "%, hộ, người, buổi…; chỉ số thì để trống."),
        ),
        FieldSpec(
            key="striving",
            label=translate("TargetEditor", "Kế hoạch ghi “phấn đấu”"),
            kind="check",
        ),
    ]


def _measured_specs() -> list[FieldSpec]:
    return [
        FieldSpec(
            key="scope",
            label=translate("TargetEditor", "Số liệu của"),
            kind="choice",
            choices=list(scope_words().items()),
        ),
        FieldSpec(
            key="roll",
            label=translate("TargetEditor", "Gộp số liệu các đơn vị"),
            kind="choice",
            choices=list(roll_words().items()),
        ),
        FieldSpec(key="numerator", label=translate("TargetEditor", "Tử số")),
        FieldSpec(key="denominator", label=translate("TargetEditor", "Mẫu số")),
    ]


def _placed_specs() -> list[FieldSpec]:
    return [
        FieldSpec(key="parent", label=translate("TargetEditor", "Thuộc chỉ tiêu"), kind="choice"),
        FieldSpec(key="group", label=translate("TargetEditor", "Nhóm đối tượng"), kind="choice"),
        FieldSpec(
            key="due",
            label=translate("TargetEditor", "Thời hạn, như kế hoạch ghi"),
            placeholder=translate("TargetEditor", "năm 2026, trước 31/12/2026"),
        ),
        FieldSpec(key="inherited", label=translate("TargetEditor", "Cấp trên giao"), kind="check"),
        FieldSpec(
            key="source",
            label=translate("TargetEditor", "Nguồn"),
            placeholder=translate("TargetEditor", "Kế hoạch, mục III.1"),
        ),
    ]


def asked(target: Target) -> dict[str, bool]:
    """Return which fields belong to a target."""
    figured = target.operator != "text"
    share = figured and target.unit in ("", PERCENT)
    return {
        "wanted": figured,
        "unit": figured,
        "roll": target.scope == "unit",
        "numerator": share,
        "denominator": share,
    }


def values_of(target: Target) -> dict[str, Value]:
    """Return what the form shows of a target."""
    values: dict[str, Any] = {name: getattr(target, name) for name in _TEXTS}
    values |= {name: getattr(target, name) or None for name in CHOICES}
    wanted = Decimal(target.value) if target.value is not None else None
    return values | {
        "wanted": value_words(wanted, target.unit, places=_EXACT),
        "striving": target.striving,
        "inherited": target.inherited,
        "due": moment_words.show(target.due),
        "source": target.source.text,
    }


def change_of(target: Target, key: str, value: Value, *, year: int) -> Mapping[str, Any]:
    """Return the fields a committed value changes. Raises BadCell."""
    if key == "wanted":
        return wanted_typed(str(value or ""), target)
    if key == "operator" and value == "text":
        return read_operator(NO_FIGURE)
    if key == "due":
        return {"due": moment_words.read(str(value or ""), year=year)}
    if key == "source":
        # Somebody of the office has named the place: it is no longer our suggestion.
        tag = "plan" if target.source.tag == "suggestion" else target.source.tag
        return {"source": replace(target.source, text=str(value or ""), tag=tag, confidence="H")}
    if key == "statement" and not value:
        raise BadCell(
            translate("TargetEditor", "Chỉ tiêu phải có nội dung."),
            translate("TargetEditor", "Gõ nội dung như kế hoạch ghi."),
        )
    return {key: (value or "") if key in ("parent", "group") else value}


def years_spec(shown: Callable[[], Target | None]) -> ListSpec:
    """Return the list of figures by year of the target ``shown``."""

    def unit() -> str:
        target = shown()
        return target.unit if target is not None else ""

    def usual() -> str | None:
        target = shown()
        return target.value if target is not None else None

    return ListSpec(
        part="by_year",
        one=translate("TargetEditor", "mức của năm"),
        prompt=translate("TargetEditor", "Gõ năm"),
        cells=(
            Cell(
                key="year",
                title=translate("TargetEditor", "Năm"),
                show=lambda item: str(item.year),
                read=lambda text: {"year": read_year(text)},
                width=76,
            ),
            Cell(
                key="value",
                title=translate("TargetEditor", "Mức"),
                show=lambda item: value_words(Decimal(item.value), unit(), places=_EXACT),
                read=lambda text: {"value": read_value(text, unit())},
                stretch=True,
            ),
        ),
        fresh=lambda items, values: _fresh_year(items, values, usual()),
    )


def _fresh_year(
    items: Sequence[YearValue], values: Mapping[str, Any], usual: str | None
) -> YearValue:
    """Return a year that asks for what held before it, until another figure is typed."""
    year = int(values.get("year", 0))
    before = [item for item in in_order(items) if item.year < year]
    value = values.get("value") or (before[-1].value if before else usual)
    if value is None:
        raise BadCell(
            translate("TargetEditor", "Chưa biết mức của năm này."),
            translate("TargetEditor", "Gõ mức phải đạt trước, rồi thêm từng năm."),
        )
    return YearValue(year=year, value=str(value))
