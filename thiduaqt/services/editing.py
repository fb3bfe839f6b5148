"""Values typed into a cell or field, made fit for a record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from thiduaqt.domain import dates
from thiduaqt.domain.errors import UserError
from thiduaqt.domain.identity import read_id_number, read_phone
from thiduaqt.domain.records import Record
from thiduaqt.domain.text import clean, clean_block, fold

R = TypeVar("R", bound=Record)

_DATE_FIELDS = frozenset(
    {"birth", "since", "until", "founding_date", "opened", "closed", "period_from", "period_to"}
    | {"held_on", "date", "deadline", "award_day", "handed_over", "registered_on"}
)
_NUMBER_FIELDS = frozenset({"households", "workforce", "ordinal", "year"})
_BLOCK_FIELDS = frozenset({"note", "achievement", "discussion", "correction"})
_YES_NO_FIELDS = frozenset({"mostly_women"})
_YES_NO: dict[str, bool | None] = {"": None, "co": True, "khong": False}
_SEXES = {"": "", "nam": "male", "male": "male", "nu": "female", "female": "female"}


class BadValue(UserError):
    """A typed value that cannot be kept as it is. ``field`` names where it was typed."""

    code = "BAD_VALUE"

    def __init__(self, field: str, what: str, *, todo: str = "") -> None:
        self.field = field
        super().__init__(what, todo=todo, data="Giá trị cũ được giữ nguyên.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One cell changed: which record, which field, the text as typed."""

    id: str
    field: str
    value: str


def changed(record: R, typed: Mapping[str, Any]) -> R:
    """Return ``record`` with typed values taken over, each made clean. Raises BadValue."""
    return replace(record, **{name: fit(name, value) for name, value in typed.items()})


def fit(field: str, value: Any) -> Any:  # noqa: ANN401 - whatever an editor hands over
    """Return one typed value as the record keeps it. Raises BadValue with a sentence."""
    if not isinstance(value, str):
        return value
    if field in _DATE_FIELDS:
        return _date(field, value)
    if field in _NUMBER_FIELDS:
        return _number(field, value)
    if field in _YES_NO_FIELDS:
        return _yes_no(field, value)
    if field in _BLOCK_FIELDS:
        return clean_block(value)
    text = clean(value)
    if field == "sex":
        return _sex(field, text)
    if field in ("id_number", "phone"):
        return (read_id_number if field == "id_number" else read_phone)(text).number
    return text


def _date(field: str, value: str) -> str:
    text = clean(value)
    if not text:
        return ""
    try:
        return dates.parse(text, birth=field == "birth").value
    except dates.BadDate as fault:
        hints = ", ".join(option.display() for option in fault.suggestions)
        raise BadValue(
            field,
            f"“{text}” không phải một ngày có thật.",
            todo=f"Gõ lại, ví dụ {hints}." if hints else "Gõ lại, ví dụ 05/03/1990 hoặc 1990.",
        ) from fault


def _number(field: str, value: str) -> int | None:
    digits = clean(value).replace(".", "").replace(" ", "")
    if not digits:
        return None
    if not digits.isascii() or not digits.isdigit() or len(digits) > 12:
        raise BadValue(field, f"“{value}” không phải một số nguyên.", todo="Gõ lại số, ví dụ 120.")
    return int(digits)


def _yes_no(field: str, value: str) -> bool | None:
    try:
        return _YES_NO[fold(value)]
    except KeyError as fault:
        raise BadValue(field, f"“{value}” không phải Có hay Không.", todo="Gõ lại.") from fault


def _sex(field: str, text: str) -> str:
    try:
        return _SEXES[fold(text)]
    except KeyError as fault:
        raise BadValue(field, f"“{text}” không phải giới tính.", todo="Gõ Nam hoặc Nữ.") from fault
