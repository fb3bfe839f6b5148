"""The fields of the tab *Thông tin chung*: what each shows and what leaving it changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from thiduaqt.domain import moment_words, plan_lists
from thiduaqt.domain.completeness import SHORT_NAME_LENGTH
from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.kinds import LEVEL_WORDS
from thiduaqt.domain.plan import (
    DOCUMENT_WORDS,
    RECIPIENT_KINDS,
    RECIPIENT_WORDS,
    MovementPlan,
    PlanDocument,
    RegistrationRule,
)
from thiduaqt.domain.plan_edits import with_values
from thiduaqt.domain.plan_lists import OWN_SOURCE
from thiduaqt.ui.forms.fields import FieldSpec, Value
from thiduaqt.ui.i18n import translate

_LINES = ("hosts", "issuers", "distribution")
_DATES = ("period_start", "period_end", "date")
_FORM_MARK = " – "


def movement_fields() -> list[FieldSpec]:
    """Return the fields of the movement itself."""
    return [
        FieldSpec(
            key="title",
            label=translate("movements", "Tên phong trào"),
            kind="long",
            lines=2,
            required=True,
        ),
        FieldSpec(
            key="short_name",
            label=translate("movements", "Tên gọn"),
            help=translate("movements", "Không quá 40 chữ, hiện trên thanh chọn phong trào."),
            required=True,
        ),
        FieldSpec(key="slogan", label=translate("movements", "Khẩu hiệu")),
        FieldSpec(
            key="parent",
            label=translate("movements", "Phong trào cấp trên"),
            kind="long",
            lines=2,
            help=translate(
                "movements", "Phong trào của tỉnh, Trung ương mà phong trào này hưởng ứng."
            ),
        ),
        FieldSpec(
            key="level",
            label=translate("movements", "Cấp phát động"),
            kind="choice",
            choices=[(code, words) for code, words in LEVEL_WORDS.items()],
            width=150,
        ),
        FieldSpec(key="theme", label=translate("movements", "Chủ đề"), beside=True),
        FieldSpec(key="scope", label=translate("movements", "Phạm vi")),
        FieldSpec(
            key="hosts",
            label=translate("movements", "Cơ quan phối hợp"),
            kind="long",
            lines=2,
            help=translate("movements", "Mỗi dòng một cơ quan cùng tổ chức phong trào."),
        ),
        FieldSpec(
            key="period_start",
            label=translate("movements", "Từ"),
            kind="date",
            width=170,
            placeholder=translate("movements", "ngày, tháng hoặc năm"),
        ),
        FieldSpec(
            key="period_end",
            label=translate("movements", "đến"),
            kind="date",
            width=170,
            placeholder=translate("movements", "ngày, tháng hoặc năm"),
            beside=True,
        ),
        FieldSpec(
            key="period_event",
            label=translate("movements", "hoặc đến sự kiện"),
            help=translate("movements", "Ví dụ: đến Đại hội Thi đua yêu nước tỉnh."),
            beside=True,
        ),
        FieldSpec(
            key="period_wording",
            label=translate("movements", "Ghi trong kế hoạch"),
            help=translate("movements", "Câu về thời gian in nguyên văn; để trống thì tự ghi."),
        ),
        FieldSpec(
            key="subjects", label=translate("movements", "Đối tượng thi đua"), kind="long", lines=3
        ),
    ]


def document_fields() -> list[FieldSpec]:
    """Return the fields of the plan as a document."""
    return [
        FieldSpec(
            key="kind",
            label=translate("movements", "Loại văn bản"),
            kind="choice",
            choices=[(code, words) for code, words in DOCUMENT_WORDS.items()],
            width=130,
        ),
        FieldSpec(
            key="number",
            label=translate("movements", "Số"),
            width=70,
            help=translate("movements", "Để trống cho đến khi văn thư cấp số."),
            beside=True,
        ),
        FieldSpec(key="symbol", label="/", width=110, beside=True),
        FieldSpec(
            key="date",
            label=translate("movements", "Ngày"),
            kind="date",
            width=110,
            help=translate("movements", "Để trống cho đến khi ký; có thể chỉ ghi tháng, năm."),
            beside=True,
        ),
        FieldSpec(key="abstract", label=translate("movements", "Trích yếu"), kind="long", lines=2),
        FieldSpec(
            key="issuers",
            label=translate("movements", "Cơ quan ban hành"),
            kind="long",
            lines=2,
            help=translate(
                "movements", "Mỗi dòng một cơ quan; kế hoạch liên tịch có nhiều cơ quan."
            ),
        ),
        FieldSpec(key="superior", label=translate("movements", "Cơ quan chủ quản")),
        FieldSpec(key="commune", label=translate("movements", "Xã, phường"), width=190),
        FieldSpec(
            key="province", label=translate("movements", "Tỉnh, thành phố"), width=190, beside=True
        ),
        FieldSpec(key="place", label=translate("movements", "Nơi ban hành"), width=190),
        FieldSpec(
            key="signer_form",
            label=translate("movements", "Thể thức ký"),
            kind="choice",
            free=True,
            help=translate("movements", "Các dòng trên tên người ký, cách nhau bằng dấu –."),
        ),
        FieldSpec(key="signer_name", label=translate("movements", "Họ tên người ký")),
        FieldSpec(
            key="distribution",
            label=translate("movements", "Nơi nhận"),
            kind="long",
            lines=4,
            help=translate("movements", "Mỗi dòng một nơi nhận, không cần dấu gạch đầu dòng."),
        ),
    ]


def registration_fields() -> list[FieldSpec]:
    """Return the fields of the rule for registering."""
    kinds = [
        FieldSpec(
            key=f"kind_{kind}",
            label=RECIPIENT_WORDS[kind].capitalize(),
            kind="check",
            beside=bool(place),
        )
        for place, kind in enumerate(RECIPIENT_KINDS)
    ]
    return [
        FieldSpec(
            key="asked",
            label=translate("movements", "Kế hoạch có quy định đăng ký thi đua"),
            kind="check",
        ),
        FieldSpec(
            key="required",
            label=translate("movements", "Phải đăng ký đúng hạn mới được khen"),
            kind="check",
        ),
        FieldSpec(
            key="both_sign",
            label=translate("movements", "Ký giao ước hai bên"),
            kind="check",
            beside=True,
        ),
        FieldSpec(
            key="every_year",
            label=translate("movements", "Đăng ký hằng năm"),
            kind="check",
        ),
        FieldSpec(
            key="for_units",
            label=translate("movements", "Đơn vị đăng ký cho cả người của mình"),
            kind="check",
            beside=True,
        ),
        *kinds,
        FieldSpec(
            key="deadline",
            label=translate("movements", "Hạn đăng ký"),
            help=translate("movements", "Ví dụ: trước ngày 15/02 hằng năm; 30/04/2026."),
        ),
        FieldSpec(
            key="content", label=translate("movements", "Nội dung đăng ký"), kind="long", lines=2
        ),
    ]


# -- showing -----------------------------------------------------------------------------------


def movement_values(rules: MovementPlan) -> dict[str, Value]:
    """Return what the fields of the movement show."""
    return {spec.key: _shown(rules, spec.key) for spec in movement_fields()}


def document_values(document: PlanDocument) -> dict[str, Value]:
    """Return what the fields of the document show."""
    values = {spec.key: _shown(document, spec.key) for spec in document_fields()}
    return {**values, "signer_form": _FORM_MARK.join(document.signer_form)}


def registration_values(rule: RegistrationRule | None) -> dict[str, Value]:
    """Return what the fields of the registration show."""
    own = rule or RegistrationRule()
    flags = ("required", "both_sign", "every_year", "for_units")
    return {
        "asked": rule is not None,
        **{key: rule is not None and bool(getattr(own, key)) for key in flags},
        **{f"kind_{kind}": rule is not None and kind in own.kinds for kind in RECIPIENT_KINDS},
        "deadline": moment_words.show(own.deadline),
        "content": own.content,
    }


def _shown(holder: object, key: str) -> Value:
    value = getattr(holder, key)
    if key in _LINES:
        return plan_lists.lines_text(value)
    if key in _DATES:
        return _date(value)
    return str(value)


def _date(value: str) -> PartialDate:
    try:
        return PartialDate.from_value(value)
    except ValueError:
        return PartialDate()


# -- writing -----------------------------------------------------------------------------------


def changed_movement(rules: MovementPlan, key: str, value: Value) -> MovementPlan:
    """Return the rules after field ``key`` was left with ``value``."""
    return with_values(rules, {key: _kept(key, value)})


def changed_document(document: PlanDocument, key: str, value: Value) -> PlanDocument:
    """Return the document after field ``key`` was left with ``value``."""
    if key == "signer_form":
        parts = (part.strip() for part in str(value or "").split(_FORM_MARK))
        return with_values(document, {key: tuple(part for part in parts if part)})
    return with_values(document, {key: _kept(key, value)})


def _kept(key: str, value: Value) -> Any:  # noqa: ANN401 - what the field of the record holds
    if isinstance(value, PartialDate):
        return value.value
    if key in _LINES:
        return plan_lists.read_lines(str(value or ""))
    return str(value or "")


def changed_registration(rules: MovementPlan, key: str, value: Value, *, year: int) -> MovementPlan:
    """Return the rules after a field of the registration was left; ``year`` is that of today."""
    rule = rules.registration or RegistrationRule(source=OWN_SOURCE)
    if key == "asked":
        return with_values(rules, {"registration": rule if value else None})
    return with_values(rules, {"registration": _changed_rule(rule, key, value, year)})


def _changed_rule(rule: RegistrationRule, key: str, value: Value, year: int) -> RegistrationRule:
    changes: Mapping[str, Any]
    if key == "deadline":
        changes = {key: moment_words.read(str(value or ""), year=year)}
    elif key.startswith("kind_"):
        kind = key.removeprefix("kind_")
        kept = {one for one in rule.kinds if one != kind} | ({kind} if value else set())
        changes = {"kinds": tuple(one for one in RECIPIENT_KINDS if one in kept)}
    elif key == "content":
        changes = {key: str(value or "")}
    else:
        changes = {key: bool(value)}
    return replace(rule, **changes)


def too_long(value: Value) -> str:
    """Return what is to be said of a short name that does not fit, "" for one that does."""
    count = len(str(value or ""))
    if count <= SHORT_NAME_LENGTH:
        return ""
    words = translate("movements", "Tên gọn dài {count} chữ; thanh chọn chỉ hiện được {most}.")
    return words.format(count=count, most=SHORT_NAME_LENGTH)
