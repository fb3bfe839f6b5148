"""Changes of travelling records in words: which field, from what, to what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.plain import to_plain
from thiduaqt.domain.records import Nomination, Record
from thiduaqt.domain.travel import FAMILIES, Key, label_of

Find = Callable[[Key], Record | None]

_FIELDS = {
    "deleted": "Đã rút",
    "kind": "Loại",
    "name": "Tên",
    "short_name": "Tên ngắn",
    "parent_id": "Đơn vị cấp trên",
    "households": "Số hộ",
    "workforce": "Số lao động",
    "former_names": "Tên cũ",
    "successor_id": "Đơn vị kế tục",
    "active": "Đang hoạt động",
    "full_name": "Họ và tên",
    "honorific": "Danh xưng",
    "sex": "Giới tính",
    "birth": "Ngày sinh",
    "post": "Chức vụ",
    "unit_id": "Đơn vị",
    "leader": "Lãnh đạo, quản lý",
    "head": "Chủ hộ",
    "members": "Thành viên",
    "address": "Địa chỉ",
    "level": "Cấp",
    "founding_number": "Số quyết định thành lập",
    "founding_date": "Ngày thành lập",
    "pack_code": "Mẫu phong trào",
    "title": "Tên đầy đủ",
    "plan_id": "Kế hoạch",
    "document": "Nội dung kế hoạch",
    "guidance": "Văn bản hướng dẫn",
    "edits": "Đoạn sửa tay",
    "definition": "Nội dung phong trào",
    "definition_rev": "Lần sửa phong trào",
    "movement_id": "Phong trào",
    "year": "Năm",
    "occasion": "Dịp",
    "deadline": "Hạn nộp",
    "award_day": "Ngày khen",
    "closed": "Đã khép",
    "round_id": "Đợt",
    "award": "Hình thức khen",
    "person_id": "Cá nhân",
    "team_id": "Tổ",
    "household_id": "Hộ gia đình",
    "print_name": "Tên in",
    "proposer_id": "Đơn vị đề nghị",
    "subject_group": "Nhóm đối tượng",
    "achievement": "Thành tích",
    "period_from": "Từ",
    "period_to": "Đến",
    "checks": "Tiêu chí",
    "papers": "Giấy tờ",
    "mostly_women": "Tập thể nhiều nữ",
    "override_reason": "Lý do ngoại lệ",
    "override_by": "Người quyết định ngoại lệ",
    "state": "Trạng thái",
    "number": "Số",
    "date": "Ngày",
    "abstract": "Trích yếu",
    "signer": "Người ký",
    "over_quota_reason": "Lý do vượt số lượng",
    "decision_id": "Quyết định",
    "nomination_id": "Hồ sơ",
    "ordinal": "Số sổ vàng",
    "unit": "Đơn vị",
    "certificate_name": "Tên in trên giấy khen",
    "decision_number": "Số quyết định",
    "decision_date": "Ngày quyết định",
    "authority": "Thẩm quyền",
    "money": "Tiền thưởng",
    "money_note": "Ghi chú tiền thưởng",
    "correction": "Đính chính",
}
_VALUES = {
    "male": "Nam",
    "female": "Nữ",
    "commune": "cấp xã",
    "village": "cấp thôn",
    "individual": "cá nhân",
    "collective": "tập thể",
    "household": "hộ gia đình",
    "draft": "đang lập",
    "in_session": "đã đưa vào phiên họp",
    "passed": "hội đồng thông qua",
    "awarded": "đã khen",
    "issued": "đã ban hành",
    "revoked": "đã thu hồi",
    "corrected": "đã đính chính",
    "certificate_of_merit": "Giấy khen",
    "diploma_of_merit": "Bằng khen",
    "emulation_flag": "Cờ thi đua",
}
_DATES = frozenset(
    {"birth", "founding_date", "deadline", "award_day", "period_from", "period_to", "date"}
    | {"decision_date"}
)
_LONG = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field that differs: its name in words, the old and the new value in words."""

    field: str
    old: str
    new: str


def differences(
    family: str, before: Record | None, after: Record, find: Find
) -> tuple[FieldChange, ...]:
    """Return what differs in the fields that travel; a new record shows what it brings."""
    shape = FAMILIES[family]
    found = []
    for name in (*shape.fields, "deleted"):
        default = shape.kind.__dataclass_fields__[name].default
        old = default if before is None else getattr(before, name)
        new = getattr(after, name)
        if old == new:
            continue
        parent = shape.parents.get(name)
        found.append(
            FieldChange(
                field=_FIELDS.get(name, name),
                old="" if before is None else _shown(name, old, parent, find),
                new=_shown(name, new, parent, find),
            )
        )
    return tuple(found)


def called(family: str, record: Record, find: Find) -> str:
    """Return how a record is called on screen; a nomination bears its recipient's name."""
    label = label_of(record)
    if label or not isinstance(record, Nomination):
        return label
    for field, parent in FAMILIES[family].parents.items():
        if field in ("person_id", "team_id", "household_id", "unit_id") and getattr(record, field):
            recipient = find((parent, getattr(record, field)))
            return label_of(recipient) if recipient else ""
    return ""


def _shown(name: str, value: object, parent: str | None, find: Find) -> str:
    if name in _DATES and isinstance(value, str) and value:
        try:
            return PartialDate.from_value(value).display()
        except ValueError:
            return value
    return _words(value, parent, find)


def _words(value: object, parent: str | None, find: Find) -> str:
    if value is None or value == "":
        return "(trống)"
    if parent is not None:
        record = find((parent, str(value)))
        return label_of(record) if record else "(mục chưa có)"
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".") if abs(value) >= 10_000 else str(value)
    text = _VALUES.get(value, value) if isinstance(value, str) else _flat(to_plain(value))
    return text if len(text) <= _LONG else text[: _LONG - 1].rstrip() + "…"


def _flat(value: object) -> str:
    """Return nested plain values as one line of their texts."""
    if isinstance(value, dict):
        return " ".join(filter(None, (_flat(item) for item in value.values())))
    if isinstance(value, list):
        return ", ".join(filter(None, (_flat(item) for item in value)))
    return "" if value is None else str(value)
