"""The lists of the tab *Mốc thời gian*: milestones, occasions of the plan, phases; open rounds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from thiduaqt.domain import moment_words, moments, plan_lists
from thiduaqt.domain.plan import (
    ROUND_WORDS,
    Deadline,
    Milestone,
    MilestoneKind,
    Phase,
    PhaseKind,
    PlannedRound,
    RoundKind,
)
from thiduaqt.domain.plan_edits import fresh_code
from thiduaqt.domain.plan_lists import OWN_SOURCE, BadCell
from thiduaqt.domain.records import Round
from thiduaqt.domain.text import clean, fold
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screens.movements.list_editor import Cell, ListSpec, source_cell, text_cell
from thiduaqt.ui.tables.columns import Column

Key = TypeVar("Key", bound=str)


def milestone_words() -> dict[MilestoneKind, str]:
    """Return what kinds of milestones are called."""
    return {
        "report": translate("movements", "Báo cáo"),
        "nominate": translate("movements", "Gửi hồ sơ"),
        "register": translate("movements", "Đăng ký"),
        "check": translate("movements", "Kiểm tra"),
        "review": translate("movements", "Sơ kết, tổng kết"),
        "measure": translate("movements", "Cập nhật chỉ tiêu"),
        "award": translate("movements", "Trao thưởng"),
        "other": translate("movements", "Việc khác"),
    }


def phase_words() -> dict[PhaseKind, str]:
    """Return what kinds of phases are called."""
    return {
        "phase": translate("movements", "Giai đoạn"),
        "sprint": translate("movements", "Đợt cao điểm"),
    }


def _choice_cell(field: str, title: str, words: Mapping[Key, str], width: int) -> Cell:
    by_text = {fold(text): code for code, text in words.items()}

    def read(text: str) -> dict[str, Any]:
        code = by_text.get(fold(text))
        if code is None:
            raise BadCell(
                translate("movements", "Không có “{text}” trong danh sách.").format(
                    text=clean(text)
                ),
                translate("movements", "Chọn một dòng trong danh sách."),
            )
        return {field: code}

    return Cell(
        key=field,
        title=title,
        show=lambda item: words[getattr(item, field)],
        read=read,
        width=width,
        editor="choice",
        choices=tuple(words.values()),
        free=False,
    )


def _when_cell(year: Callable[[], int]) -> Cell:
    return Cell(
        key="when",
        title=translate("movements", "Thời hạn, như kế hoạch ghi"),
        show=lambda item: moment_words.show(item.when),
        read=lambda text: {"when": moment_words.read(text, year=year())},
        width=160,
    )


def _meant_cell(understood: Callable[[Deadline], str]) -> Cell:
    return Cell(
        key="meant",
        title=translate("movements", "Hiểu là"),
        show=lambda item: understood(item.when),
        width=124,
    )


def milestones(year: Callable[[], int], understood: Callable[[Deadline], str]) -> ListSpec:
    """Return what the plan wants done by a date."""
    return ListSpec(
        part="milestones",
        one=translate("movements", "mốc thời gian"),
        prompt=translate("movements", "Gõ việc phải làm, ví dụ Báo cáo kết quả năm"),
        cells=(
            text_cell("name", translate("movements", "Việc"), width=180, stretch=True),
            _when_cell(year),
            _meant_cell(understood),
            _choice_cell("kind", translate("movements", "Loại"), milestone_words(), 104),
            text_cell("who", translate("movements", "Ai làm"), width=96),
            text_cell("receiver", translate("movements", "Gửi tới"), width=96),
            source_cell(),
        ),
        fresh=lambda items, values: Milestone(
            code=_code(items, values, "moc"), name="", source=OWN_SOURCE
        ),
    )


def planned_rounds(year: Callable[[], int], understood: Callable[[Deadline], str]) -> ListSpec:
    """Return the occasions on which the plan foresees awards."""
    return ListSpec(
        part="rounds",
        one=translate("movements", "dịp khen"),
        prompt=translate("movements", "Gõ tên dịp khen, ví dụ Khen thưởng sơ kết năm 2027"),
        cells=(
            text_cell("name", translate("movements", "Dịp khen"), width=180, stretch=True),
            _choice_cell("kind", translate("movements", "Loại"), ROUND_WORDS, 150),
            _when_cell(year),
            _meant_cell(understood),
            text_cell("occasion", translate("movements", "Nhân dịp"), width=104),
            source_cell(),
        ),
        fresh=lambda _items, _values: PlannedRound(kind="yearly", name="", source=OWN_SOURCE),
    )


def phases() -> ListSpec:
    """Return the phases and sprints."""
    return ListSpec(
        part="phases",
        one=translate("movements", "giai đoạn"),
        prompt=translate("movements", "Gõ tên giai đoạn hoặc đợt cao điểm"),
        cells=(
            text_cell("name", translate("movements", "Giai đoạn, đợt cao điểm"), width=170),
            _choice_cell("kind", translate("movements", "Loại"), phase_words(), 110),
            _period_cell("start", translate("movements", "Từ")),
            _period_cell("end", translate("movements", "Đến")),
            text_cell("content", translate("movements", "Nội dung"), stretch=True),
            source_cell(),
        ),
        fresh=lambda items, values: Phase(
            code=_code(items, values, "giai_doan"), name="", source=OWN_SOURCE
        ),
    )


def _period_cell(field: str, title: str) -> Cell:
    return Cell(
        key=field,
        title=title,
        show=lambda item: plan_lists.period_text(getattr(item, field)),
        read=lambda text: {field: plan_lists.read_period(text)},
        width=96,
    )


def _code(items: Sequence[Any], values: Mapping[str, Any], prefix: str) -> str:
    taken = (item.code for item in items)
    return fresh_code(str(values.get("name", "")), taken, prefix=prefix)


def understood_words(when: Deadline, today: date, anchors: Mapping[str, str]) -> str:
    """Return the date a deadline comes to as far as it is known, or that it is words only."""
    due = moments.next_due(when, today, anchors)
    if due is not None:
        again = translate("movements", "lần tới: {day}")
        return again.format(day=due.words) if when.recurring else due.words
    if moment_words.is_understood(when):
        return moments.in_words(replace(when, wording=""))
    known = when.wording or when.event
    return translate("movements", "chỉ có lời văn") if known else moments.NOT_SET


def round_columns() -> list[Column[Round]]:
    """Return the columns of the rounds that are open for nominations."""
    kinds: dict[RoundKind, str] = ROUND_WORDS
    return [
        Column(
            key="name",
            title=translate("movements", "Đợt khen"),
            text=lambda row: row.name,
            width=220,
            stretch=True,
            editor="text",
            filterable=False,
        ),
        Column(
            key="kind",
            title=translate("movements", "Loại"),
            text=lambda row: kinds[row.kind],
            width=160,
            filterable=False,
        ),
        _day_column("deadline", translate("movements", "Hạn nhận hồ sơ")),
        _day_column("award_day", translate("movements", "Ngày trao")),
        Column(
            key="closed",
            title=translate("movements", "Đã kết thúc"),
            text=lambda row: plan_lists.yes_text(row.closed),
            width=96,
            editor="choice",
            choices=("Không", "Có"),
            filterable=False,
        ),
    ]


def _day_column(key: str, title: str) -> Column[Round]:
    return Column(
        key=key,
        title=title,
        text=lambda row: plan_lists.period_text(getattr(row, key)),
        sort_key=lambda row: getattr(row, key),
        width=116,
        editor="date",
        filterable=False,
    )
