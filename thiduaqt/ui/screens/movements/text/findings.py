"""What the review finds: how grave, where, why, and what to do about it."""

from __future__ import annotations

from thiduaqt.services.plan_review import Reviewed
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.tables.columns import Column, QuickFilter

_STATES = {"error": "error", "review": "warn", "note": "info"}


def columns() -> list[Column[Reviewed]]:
    """Return the columns of the findings."""
    return [
        Column(
            key="severity",
            title=translate("PlanReview", "Mức"),
            text=lambda one: translate("PlanReview", "Đã xem") if one.seen else one.severity_words,
            width=104,
            state=lambda one: "ok" if one.seen else _STATES[one.finding.severity],
        ),
        Column(
            key="message",
            title=translate("PlanReview", "Điều cần xem"),
            text=lambda one: one.finding.message,
            width=330,
            stretch=True,
            filterable=False,
            muted=lambda one: one.seen,
            tooltip=lambda one: one.finding.message,
        ),
        Column(
            key="text",
            title=translate("PlanReview", "Trong đoạn"),
            text=lambda one: one.finding.place.text,
            width=220,
            filterable=False,
            muted=lambda _one: True,
            tooltip=lambda one: "\n".join(
                part for part in (one.finding.place.chapter, one.finding.place.text) if part
            ),
        ),
    ]


def quick_filters() -> list[QuickFilter[Reviewed]]:
    """Return the joined buttons above the findings."""
    return [
        QuickFilter(
            key="open", text=translate("PlanReview", "Chưa xem"), test=lambda one: one.open
        ),
        QuickFilter(key="seen", text=translate("PlanReview", "Đã xem"), test=lambda one: one.seen),
    ]
