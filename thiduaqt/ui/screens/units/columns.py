"""Columns and quick filters of the list of units and teams."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thiduaqt.domain.wording import number
from thiduaqt.services.teams import MemberLine
from thiduaqt.services.units import UnitLine
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.tables.columns import Column, QuickFilter


class Kinds:
    """The words for kinds of lines; filled when the screen reads."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}

    def entries(self, row: UnitLine | None) -> Sequence[str]:
        """Return the kinds a line may have; a team stays a team, a unit a unit."""
        if row is None:
            return tuple(self.words.values())
        return tuple(text for key, text in self.words.items() if key != "team")


def columns(kinds: Kinds) -> list[Column[UnitLine]]:
    """Return the columns."""
    return [
        Column(
            key="name",
            title=translate("units", "Tên đơn vị, tổ"),
            text=lambda row: row.name,
            width=206,
            frozen=True,
            editor="text",
        ),
        Column(
            key="kind",
            title=translate("units", "Loại"),
            text=lambda row: row.kind_words,
            width=150,
            editor="choice",
            choices=kinds.entries,
            read_only=lambda row: row.family == "team",
        ),
        Column(
            key="head",
            title=translate("units", "Người đứng đầu"),
            text=lambda row: row.head,
            width=136,
            editor="text",
        ),
        Column(
            key="phone",
            title=translate("units", "Điện thoại"),
            text=lambda row: row.phone,
            width=104,
            editor="text",
        ),
        Column(
            key="households",
            title=translate("units", "Số hộ"),
            text=lambda row: number(row.households) if row.households is not None else "",
            width=72,
            align="right",
            editor="number",
            read_only=lambda row: row.family == "team",
            sort_key=lambda row: row.households or -1,
            filterable=False,
        ),
        Column(
            key="nominations",
            title=translate("units", "Hồ sơ gửi"),
            text=lambda row: str(row.nominations) if row.nominations else "",
            width=84,
            align="right",
            sort_key=lambda row: row.nominations,
            filterable=False,
        ),
        Column(
            key="members",
            title=translate("units", "Thành viên"),
            text=lambda row: str(row.members) if row.members else "",
            width=90,
            align="right",
            sort_key=lambda row: row.members,
            filterable=False,
        ),
        Column(
            key="unit",
            title=translate("units", "Thuộc"),
            text=lambda row: row.unit_name,
            width=130,
        ),
        Column(
            key="note",
            title=translate("units", "Ghi chú"),
            text=lambda row: row.note,
            width=120,
            stretch=True,
            editor="text",
        ),
    ]


def quick_filters(words: Mapping[str, str]) -> list[QuickFilter[UnitLine]]:
    """Return the buttons above the list; the smallest parts are called as the commune does."""
    return [
        QuickFilter(
            key="village",
            text=words.get("village", "Thôn"),
            test=lambda row: row.kind == "village",
        ),
        QuickFilter(
            key="team",
            text=translate("units", "Tổ CNSCĐ"),
            test=lambda row: row.kind == "team",
        ),
        QuickFilter(
            key="office",
            text=translate("units", "Cơ quan, đoàn thể"),
            test=lambda row: (
                row.kind in ("department", "public_service", "association", "police_military")
            ),
        ),
        QuickFilter(
            key="other",
            text=translate("units", "Khác"),
            test=lambda row: (
                row.kind in ("school", "company", "cooperative", "other", "upper", "commune")
            ),
        ),
        QuickFilter(
            key="silent",
            text=translate("units", "Chưa có hồ sơ"),
            test=lambda row: row.silent,
            state="warn",
        ),
    ]


def member_columns() -> list[Column[MemberLine]]:
    """Return the columns of the members of a team."""
    return [
        Column(
            key="name",
            title=translate("units", "Họ và tên"),
            text=lambda row: row.name,
            width=104,
            editor="text",
            stretch=True,
            filterable=False,
        ),
        Column(
            key="role",
            title=translate("units", "Vai trò"),
            text=lambda row: row.role,
            width=84,
            editor="choice",
            choices=(
                translate("units", "Tổ trưởng"),
                translate("units", "Tổ phó"),
                translate("units", "Thành viên"),
            ),
            free=True,
            filterable=False,
        ),
    ]
