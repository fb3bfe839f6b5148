"""The fields of one cell of the matrix, and which of them belong to which form of a number."""

from __future__ import annotations

from typing import Any

from thiduaqt.domain.plan import RECIPIENT_KINDS, RECIPIENT_WORDS, Quota
from thiduaqt.ui.forms.fields import FieldSpec
from thiduaqt.ui.i18n import translate

NONE, ZERO = "none", "zero"
WHOLE = ("maximum", "minimum", "base_count")
CHOICES = ("per", "block", "group", "league", "base", "rounding")


def forms() -> list[tuple[str, str]]:
    """Return the forms of a number as the choice offers them."""
    return [
        ("number", translate("QuotaCell", "Tối đa một số")),
        ("range", translate("QuotaCell", "Từ … đến …")),
        ("percent", translate("QuotaCell", "Theo tỷ lệ %")),
        ("shared", translate("QuotaCell", "Dùng chung nhiều loại đối tượng")),
        (ZERO, translate("QuotaCell", "Không khen ở mục này (ghi 0)")),
        ("unlimited", translate("QuotaCell", "Kế hoạch ghi không giới hạn")),
        ("own", translate("QuotaCell", "Do đơn vị quy định")),
        (NONE, translate("QuotaCell", "Kế hoạch không nêu số lượng")),
    ]


def _bases() -> list[tuple[str, str]]:
    return [
        ("nominated", translate("QuotaCell", "số được đề nghị")),
        ("registered", translate("QuotaCell", "số đã đăng ký thi đua")),
        ("units", translate("QuotaCell", "số đơn vị")),
        ("workforce", translate("QuotaCell", "số lao động, cán bộ, công chức")),
        ("households", translate("QuotaCell", "số hộ")),
        ("typed", translate("QuotaCell", "số tự ghi")),
    ]


def _roundings() -> list[tuple[str, str]]:
    return [
        ("down", translate("QuotaCell", "làm tròn xuống")),
        ("nearest", translate("QuotaCell", "làm tròn gần nhất")),
        ("up", translate("QuotaCell", "làm tròn lên")),
    ]


def _pers() -> list[tuple[str, str]]:
    return [
        ("block", translate("QuotaCell", "mỗi khối, cụm")),
        ("unit", translate("QuotaCell", "mỗi đơn vị")),
        ("source", translate("QuotaCell", "mỗi nơi giới thiệu")),
    ]


def _number(key: str, label: str, **more: Any) -> FieldSpec:  # noqa: ANN401 - fields of a spec
    return FieldSpec(key=key, label=label, kind="number", width=84, **more)


def specs() -> list[FieldSpec]:
    """Return all fields; :func:`asked` tells which belong to a form."""
    shared = [
        FieldSpec(key=f"with_{kind}", label=RECIPIENT_WORDS[kind].capitalize(), kind="check")
        for kind in RECIPIENT_KINDS
    ]
    return [
        FieldSpec(
            key="form",
            label=translate("QuotaCell", "Kế hoạch nêu"),
            kind="choice",
            choices=forms(),
        ),
        _number("percent", translate("QuotaCell", "Tỷ lệ %")),
        _number("minimum", translate("QuotaCell", "Từ")),
        _number("maximum", translate("QuotaCell", "Tối đa")),
        FieldSpec(
            key="base", label=translate("QuotaCell", "Tính trên"), kind="choice", choices=_bases()
        ),
        _number("base_count", translate("QuotaCell", "Số gốc")),
        FieldSpec(
            key="rounding",
            label=translate("QuotaCell", "Phần lẻ"),
            kind="choice",
            choices=_roundings(),
        ),
        FieldSpec(
            key="at_least_one", label=translate("QuotaCell", "Ít nhất cũng được 1"), kind="check"
        ),
        *shared,
        FieldSpec(
            key="per",
            label=translate("QuotaCell", "Áp dụng cho"),
            kind="choice",
            choices=_pers(),
            help=translate("QuotaCell", "Để trống: chung cho cả đợt."),
        ),
        FieldSpec(
            key="per_kinds",
            label=translate("QuotaCell", "Loại đơn vị"),
            kind="choice",
            free=True,
            help=translate("QuotaCell", "Nhiều loại cách nhau bằng dấu ;. Để trống: mọi đơn vị."),
        ),
        FieldSpec(key="block", label=translate("QuotaCell", "Riêng khối, cụm"), kind="choice"),
        FieldSpec(key="group", label=translate("QuotaCell", "Riêng nhóm đối tượng"), kind="choice"),
        FieldSpec(key="league", label=translate("QuotaCell", "Riêng bảng thi đua"), kind="choice"),
        FieldSpec(
            key="wording", label=translate("QuotaCell", "Câu trong kế hoạch"), kind="long", lines=3
        ),
        FieldSpec(
            key="source",
            label=translate("QuotaCell", "Mục"),
            placeholder=translate("QuotaCell", "Kế hoạch, mục IV.4"),
        ),
        FieldSpec(
            key="added_by",
            label=translate("QuotaCell", "Văn bản bổ sung"),
            help=translate("QuotaCell", "Số của văn bản hướng dẫn nêu con số này sau kế hoạch."),
        ),
        FieldSpec(
            key="valid_from",
            label=translate("QuotaCell", "Áp dụng từ ngày"),
            kind="date",
            width=120,
        ),
        FieldSpec(
            key="on_top",
            label=translate("QuotaCell", "Cộng thêm vào số của kế hoạch"),
            kind="check",
        ),
    ]


def form_of(quota: Quota | None) -> str:
    """Return which entry of the choice a quota is."""
    if quota is None or (quota.form == "number" and quota.maximum is None):
        return NONE
    return ZERO if quota.form == "number" and quota.maximum == 0 else quota.form


def asked(form: str, quota: Quota | None) -> dict[str, bool]:
    """Return which fields belong to a form."""
    counted = form in ("number", "range", "percent", "shared")
    percent = form == "percent"
    later = bool(quota and (quota.added_by or quota.valid_from))
    found = {
        "minimum": form == "range",
        "maximum": counted,
        "percent": percent,
        "base": percent,
        "base_count": percent and quota is not None and quota.base == "typed",
        "rounding": percent,
        "at_least_one": percent,
        "valid_from": later,
        "on_top": later,
    }
    found["per_kinds"] = counted and quota is not None and quota.per == "unit"
    found |= {f"with_{kind}": form == "shared" for kind in RECIPIENT_KINDS}
    found |= dict.fromkeys(("per", "block", "group", "league"), counted)
    found |= dict.fromkeys(("wording", "source", "added_by"), form != NONE)
    return found
