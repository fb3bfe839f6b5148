"""Columns of the list of movements."""

from __future__ import annotations

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.planning import PlanState
from thiduaqt.services.movements import MovementRow
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.tables.columns import Column

_STATES = {"draft": "open", "issued": "ok", "replaced": "off"}


def state_words(state: PlanState) -> str:
    """Return what a state of a plan is called."""
    words: dict[PlanState, str] = {
        "draft": translate("movements", "Dự thảo"),
        "issued": translate("movements", "Đã ban hành"),
        "replaced": translate("movements", "Đã thay thế"),
    }
    return words[state]


def period_words(row: MovementRow) -> str:
    """Return from when to when a movement runs, with the precision of its plan."""
    first = PartialDate.from_value(row.period_start).display()
    last = row.period_event or PartialDate.from_value(row.period_end).display()
    if first and last:
        return f"{first} – {last}"
    if first:
        return translate("movements", "từ {day}").format(day=first)
    return translate("movements", "đến {day}").format(day=last) if last else ""


def missing_words(row: MovementRow) -> str:
    """Return how much a movement lacks."""
    if not row.missing:
        return translate("movements", "Đủ")
    return translate("movements", "Thiếu {count} mục").format(count=row.missing)


def _count(key: str, title: str, width: int) -> Column[MovementRow]:
    return Column(
        key=key,
        title=title,
        text=lambda row: str(getattr(row, key)),
        sort_key=lambda row: getattr(row, key),
        width=width,
        align="right",
        filterable=False,
    )


def movement_columns() -> list[Column[MovementRow]]:
    """Return the columns of the list."""
    return [
        Column(
            key="title",
            title=translate("movements", "Phong trào"),
            text=lambda row: row.title,
            tooltip=lambda row: row.title,
            width=260,
            stretch=True,
            filterable=False,
        ),
        Column(
            key="missing",
            title=translate("movements", "Còn thiếu"),
            text=missing_words,
            sort_key=lambda row: row.missing,
            state=lambda row: "warn" if row.missing else "ok",
            width=118,
        ),
        Column(
            key="period",
            title=translate("movements", "Thời gian"),
            text=period_words,
            sort_key=lambda row: row.period_start,
            width=168,
            filterable=False,
        ),
        Column(
            key="state",
            title=translate("movements", "Kế hoạch"),
            text=lambda row: state_words(row.state),
            state=lambda row: _STATES[row.state],
            width=124,
        ),
        _count("groups", translate("movements", "Nhóm"), 62),
        _count("targets", translate("movements", "Chỉ tiêu"), 78),
        _count("rounds", translate("movements", "Đợt"), 52),
    ]
