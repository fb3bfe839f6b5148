"""Columns and quick filters of the targets: what is wanted, what was measured, how it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from thiduaqt.domain.plan import Scope
from thiduaqt.domain.target_cells import operator_choices, operator_words, years_words
from thiduaqt.domain.target_papers import bar_of
from thiduaqt.domain.target_values import value_words
from thiduaqt.domain.targets import STATE_WORDS, TargetState
from thiduaqt.services.targets import TargetRow
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.tables.columns import Column, QuickFilter
from thiduaqt.ui.widgets.charts import STATE_LOOKS
from thiduaqt.ui.widgets.meters import paint_ratio

FIGURE = "figure"
"""Key of the column whose texts are figures; those of the others are rules of the plan."""
_INDENT = "\u2003"
_EXACT = 18
_ORDER: tuple[TargetState, ...] = ("not_met", "at_risk", "no_figure", "met", "na", "open")


def state_words(state: TargetState) -> str:
    """Return a state in as few words as a column has room for."""
    short: dict[TargetState, str] = {
        "at_risk": translate("TargetsTab", "Có nguy cơ"),
        "open": translate("TargetsTab", "Không nêu mức"),
    }
    return short.get(state, STATE_WORDS[state])


def scope_words() -> dict[Scope, str]:
    """Return whose figures a target asks for."""
    return {
        "whole": translate("TargetsTab", "Số chung"),
        "unit": translate("TargetsTab", "Từng đơn vị"),
    }


def quick_filters(rows: Sequence[TargetRow]) -> list[QuickFilter[TargetRow]]:
    """Return a filter for each state; those that are rare only where they are met with."""
    found = {row.state for row in rows}
    shown = [state for state in _ORDER if state in found or state not in ("na", "open")]
    return [
        QuickFilter(
            key=state,
            text=state_words(state),
            test=lambda row, state=state: row.state == state,  # type: ignore[misc]  # bound now
            state=STATE_LOOKS[state],
        )
        for state in shown
    ]


def wanted_text(row: TargetRow) -> str:
    """Return what is wanted this year, in full."""
    return value_words(row.wanted, row.target.unit, places=_EXACT)


def columns() -> list[Column[TargetRow]]:
    """Return the columns; those hidden at first are offered in the menu *Cột*."""
    return [
        Column(
            key="code",
            title=translate("TargetsTab", "Mã"),
            text=lambda row: row.id,
            sort_key=lambda row: [int(part) for part in row.number.split(".")],
            width=52,
            filterable=False,
            muted=lambda _row: True,
            tooltip=lambda row: row.target.source.text,
        ),
        Column(
            key="statement",
            title=translate("TargetsTab", "Chỉ tiêu"),
            text=lambda row: _INDENT * row.depth + row.statement,
            edit_text=lambda row: row.statement,
            width=120,
            stretch=True,
            editor="text",
            filterable=False,
            tooltip=lambda row: row.statement,
        ),
        *_wanted_columns(),
        *_hidden_columns(),
        *_reached_columns(),
    ]


def _wanted_columns() -> list[Column[TargetRow]]:
    return [
        Column(
            key="operator",
            title=translate("TargetsTab", "Dấu"),
            text=lambda row: operator_words(row.target),
            width=58,
            editor="choice",
            choices=operator_choices(),
            free=True,
            filterable=False,
            muted=lambda row: row.target.operator == "text",
            tooltip=lambda row: operator_words(row.target),
        ),
        Column(
            key="wanted",
            title=translate("TargetsTab", "Mức"),
            text=wanted_text,
            sort_key=lambda row: (row.wanted is None, row.wanted or 0),
            width=64,
            align="right",
            editor="text",
            filterable=False,
            strong=lambda _row: True,
            tooltip=lambda row: years_words(row.target) or row.wanted_words,
        ),
    ]


def _hidden_columns() -> list[Column[TargetRow]]:
    return [
        Column(
            key="unit",
            title=translate("TargetsTab", "Đơn vị tính"),
            text=lambda row: row.target.unit,
            width=84,
            hidden=True,
            editor="text",
        ),
        Column(
            key="years",
            title=translate("TargetsTab", "Mức từng năm"),
            text=lambda row: years_words(row.target),
            width=150,
            hidden=True,
            editor="text",
            filterable=False,
            tooltip=lambda row: years_words(row.target),
        ),
        Column(
            key="scope",
            title=translate("TargetsTab", "Số liệu của"),
            text=lambda row: scope_words()[row.target.scope],
            width=100,
            hidden=True,
            editor="choice",
            choices=tuple(scope_words().values()),
        ),
        Column(
            key="period",
            title=translate("TargetsTab", "Kỳ số liệu"),
            text=lambda row: row.period,
            sort_key=lambda row: row.figure.period,
            width=96,
            hidden=True,
            muted=lambda _row: True,
        ),
    ]


def _reached_columns() -> list[Column[TargetRow]]:
    return [
        Column(
            key=FIGURE,
            title=translate("TargetsTab", "Thực hiện"),
            text=lambda row: row.figure_short,
            edit_text=lambda row: row.typed,
            sort_key=lambda row: (not row.figure.known, row.figure.value or 0),
            width=88,
            align="right",
            editor="text",
            read_only=lambda row: row.target.scope == "unit",
            filterable=False,
            tooltip=figure_tip,
        ),
        Column(
            key="bar",
            title=translate("TargetsTab", "Tiến độ"),
            text=lambda row: row.reach_words,
            width=66,
            filterable=False,
            paint=_paint_bar,
            tooltip=figure_tip,
        ),
        Column(
            key="state",
            title=translate("TargetsTab", "Trạng thái"),
            text=lambda row: state_words(row.state),
            sort_key=lambda row: _ORDER.index(row.state),
            width=134,
            state=lambda row: STATE_LOOKS[row.state],
            tooltip=lambda row: row.state_words,
        ),
    ]


def figure_tip(row: TargetRow) -> str:
    """Return a figure with its period and where it comes from, line by line."""
    parts = [row.figure_words, row.reach_words]
    if row.period:
        parts.append(translate("TargetsTab", "Kỳ {period}").format(period=row.period))
    parts.append(row.source)
    if row.from_units:
        parts.append(translate("TargetsTab", "Gộp từ số liệu của các đơn vị."))
    return "\n".join(part for part in parts if part)


def _paint_bar(painter: QPainter, area: QRect, row: TargetRow) -> None:
    bar = bar_of(
        row.target,
        row.figure,
        row.wanted,
        label="",
        value_words="",
        wanted_words="",
        state=row.state,
        state_words="",
    )
    if bar.value is None and bar.wanted is None:
        return
    paint_ratio(
        painter,
        area.adjusted(0, 0, -2, 0),
        float(bar.value or 0),
        float(bar.wanted) if bar.wanted is not None else None,
        passed=row.state in ("met", "open"),
    )
