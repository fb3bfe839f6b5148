"""What can be set for a criterion, a section and a group: fields, and when each is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from thiduaqt.domain.plan import Combine, Criterion, CriterionKind, Section
from thiduaqt.domain.scoring.words import SCORER_WORDS
from thiduaqt.ui.forms.fields import FieldSpec, Value
from thiduaqt.ui.i18n import translate

_SCORED = ("check", "points", "bonus", "penalty", "ratio", "inverse", "count", "sample", "index")
_SHOWN: dict[str, tuple[str, ...]] = {
    "points": _SCORED,
    "per_item": ("count", "bonus", "penalty"),
    "unit": ("count", "steps", "inverse", "index", "bonus", "penalty"),
    "numerator": ("ratio", "steps", "inverse"),
    "denominator": ("ratio", "steps"),
    "target": ("ratio", "inverse"),
    "issued_by": ("index",),
    "fatal_below": ("points", "ratio", "steps", "inverse", "count", "letter", "sample", "index"),
    "required": ("gate", "check"),
    "not_applicable": (
        "check", "points", "ratio", "steps", "inverse", "count", "letter", "sample", "index",
    ),
}  # fmt: skip


def kind_words() -> list[tuple[str, str]]:
    """Return the ways to score a criterion, as the choice offers them."""
    words: dict[CriterionKind, str] = {
        "gate": translate("Criterion", "Điều kiện: Đạt / Không đạt"),
        "check": translate("Criterion", "Có / Chưa có, kèm minh chứng"),
        "points": translate("Criterion", "Chấm từ 0 đến điểm tối đa"),
        "steps": translate("Criterion", "Theo bậc"),
        "ratio": translate("Criterion", "Tỷ lệ a/b nhân điểm tối đa"),
        "inverse": translate("Criterion", "Càng ít càng nhiều điểm"),
        "count": translate("Criterion", "Theo số lần, số buổi, số sáng kiến"),
        "letter": translate("Criterion", "Xếp loại bằng chữ"),
        "sample": translate("Criterion", "Khảo sát mẫu"),
        "index": translate("Criterion", "Chỉ số do cơ quan khác công bố"),
        "bonus": translate("Criterion", "Điểm thưởng"),
        "penalty": translate("Criterion", "Điểm trừ"),
    }
    return list(words.items())


def combine_words() -> list[tuple[str, str]]:
    """Return how a section may join its parts, as the choice offers them."""
    words: dict[Combine, str] = {
        "sum": translate("SectionEditor", "Cộng các mục"),
        "highest": translate("SectionEditor", "Lấy mục cao nhất"),
        "average": translate("SectionEditor", "Trung bình các mục"),
        "all": translate("SectionEditor", "Phải đạt đủ"),
        "any": translate("SectionEditor", "Đạt ít nhất một mục"),
        "at_least": translate("SectionEditor", "Đạt ít nhất số mục"),
    }
    return list(words.items())


def _number(key: str, label: str, *, beside: bool = False, help: str = "") -> FieldSpec:  # noqa: A002
    return FieldSpec(key=key, label=label, kind="number", width=96, beside=beside, help=help)


def head_specs() -> list[FieldSpec]:
    """Return what every criterion has: its words and how it is scored."""
    return [
        FieldSpec(key="title", label=translate("Criterion", "Nội dung"), kind="long", lines=2),
        FieldSpec(
            key="kind",
            label=translate("Criterion", "Cách chấm"),
            kind="choice",
            choices=kind_words(),
        ),
    ]


def criterion_specs() -> list[FieldSpec]:
    """Return the other fields of a criterion; :func:`asked` tells which belong to its kind."""
    return [
        _number(
            "points",
            translate("Criterion", "Điểm tối đa"),
            help=translate("Criterion", "Tiêu chí có/chưa có không tính điểm thì để trống."),
        ),
        _number("per_item", translate("Criterion", "Điểm mỗi lần")),
        FieldSpec(
            key="unit",
            label=translate("Criterion", "Tính theo"),
            placeholder=translate("Criterion", "buổi, sáng kiến, vụ…"),
        ),
        FieldSpec(key="numerator", label=translate("Criterion", "Số đo (tử số)")),
        FieldSpec(key="denominator", label=translate("Criterion", "Mẫu số")),
        _number(
            "target",
            translate("Criterion", "Mức đủ điểm"),
            help=translate("Criterion", "Đạt mức này thì được điểm tối đa; để trống là 100%."),
        ),
        FieldSpec(key="issued_by", label=translate("Criterion", "Cơ quan công bố")),
        _number(
            "fatal_below",
            translate("Criterion", "Điểm liệt dưới"),
            help=translate("Criterion", "Dưới số điểm này là tiêu chí liệt; để trống là không có."),
        ),
        FieldSpec(
            key="scorer",
            label=translate("Criterion", "Ai chấm"),
            kind="choice",
            choices=list(SCORER_WORDS.items()),
            help=translate("Criterion", "Để trống: theo quy định chung của nhóm."),
        ),
        FieldSpec(key="required", label=translate("Criterion", "Bắt buộc"), kind="check"),
        FieldSpec(
            key="not_applicable",
            label=translate("Criterion", "Cho phép “Không áp dụng”"),
            kind="check",
            help=translate("Criterion", "Không áp dụng thì bỏ khỏi tử số và mẫu số, không tính 0."),
        ),
        FieldSpec(key="evidence", label=translate("Criterion", "Cần minh chứng"), kind="check"),
        FieldSpec(key="evidence_wanted", label=translate("Criterion", "Minh chứng")),
        FieldSpec(key="detail", label=translate("Criterion", "Ghi chú"), kind="long", lines=2),
        FieldSpec(
            key="source",
            label=translate("Criterion", "Nguồn"),
            placeholder=translate("Criterion", "Kế hoạch, mục III.1"),
        ),
    ]  # fmt: skip


def asked(criterion: Criterion) -> dict[str, bool]:
    """Return which fields belong to the kind of a criterion."""
    found = {key: criterion.kind in kinds for key, kinds in _SHOWN.items()}
    found["evidence_wanted"] = criterion.evidence or bool(criterion.evidence_wanted)
    return found


def section_specs() -> list[FieldSpec]:
    """Return the fields of a section."""
    return [
        FieldSpec(
            key="title", label=translate("SectionEditor", "Tên nhóm tiêu chí"), kind="long", lines=2
        ),
        FieldSpec(
            key="combine",
            label=translate("SectionEditor", "Cách gộp"),
            kind="choice",
            choices=combine_words(),
        ),
        _number("at_least", translate("SectionEditor", "Số mục phải đạt")),
        _number(
            "most",
            translate("SectionEditor", "Tối đa"),
            help=translate("SectionEditor", "Điểm cao nhất."),
        ),
        _number(
            "least",
            translate("SectionEditor", "Trừ tối đa"),
            help=translate("SectionEditor", "Điểm trừ trong nhóm này không quá số này."),
        ),
    ]


def values_of(node: Criterion | Section) -> dict[str, Value]:
    """Return what the form shows of a node."""
    values: dict[str, Any] = {name: getattr(node, name) for name in node.__dataclass_fields__}
    values["source"] = node.source.text
    if isinstance(node, Section):
        values["at_least"] = Decimal(node.at_least) if node.at_least is not None else None
        values["least"] = abs(node.least) if node.least is not None else None
    return values


def change_of(node: Criterion | Section, key: str, value: Value) -> Mapping[str, Any]:
    """Return the fields a committed value changes."""
    if key == "source":
        return {"source": _source(node, str(value or ""))}
    if isinstance(node, Section) and key == "at_least":
        return {key: int(value) if isinstance(value, Decimal) else None}
    if isinstance(node, Section) and key == "combine":
        # How many must be met speaks in one way of combining only.
        return {key: value, "at_least": (node.at_least or 1) if value == "at_least" else None}
    if isinstance(node, Section) and key == "least":
        return {key: -abs(value) if isinstance(value, Decimal) else None}
    if key == "scorer":
        return {key: value or None}
    return {key: value}


def _source(node: Criterion | Section, text: str) -> Any:  # noqa: ANN401 - a source
    # Somebody of the office has named the place: it is no longer our suggestion.
    tag = "plan" if node.source.tag == "suggestion" else node.source.tag
    return replace(node.source, text=text, tag=tag, confidence="H")
