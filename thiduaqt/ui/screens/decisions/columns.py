"""Columns of the lines of a decision, and of the register."""

from __future__ import annotations

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.decisions import Line
from thiduaqt.domain.plan import RECIPIENT_WORDS
from thiduaqt.domain.wording import money
from thiduaqt.services.register import RegisterRow
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.tables.columns import Column

_STATES = {"awarded": "plain", "corrected": "edit", "revoked": "revoked"}


def to_check(line: Line) -> bool:
    """Tell whether the money of a line has to be looked at: a lapsed rule, two readings."""
    return line.money_to_check or bool(line.money_other)


def money_words(line: Line) -> str:
    """Return the arithmetic of a line, its source, and what to look at."""
    parts = [line.money_note]
    if line.money_source:
        parts.append(
            translate("DecisionColumns", "Quy định: {where}").format(where=line.money_source)
        )
    if line.money_other:
        other = translate(
            "DecisionColumns", "⚠ Cần kiểm tra: hiểu cách làm tròn khác thì là {money} đồng."
        )
        parts.append(other.format(money=money(line.money_other)))
    if line.money_to_check:
        parts.append(
            translate(
                "DecisionColumns", "⚠ Cần kiểm tra: có quy định đã hết hạn hoặc chưa đối chiếu."
            )
        )
    return "\n".join(part for part in parts if part)


def line_columns() -> list[Column[Line]]:
    """Return the columns of the recipients of a decision."""
    return [
        Column(
            key="ordinal",
            title=translate("DecisionColumns", "TT"),
            text=lambda line: str(line.ordinal),
            width=44,
            align="right",
            frozen=True,
            filterable=False,
            muted=lambda _line: True,
            sort_key=lambda line: line.ordinal,
        ),
        Column(
            key="name",
            title=translate("DecisionColumns", "Họ và tên / Tập thể"),
            text=lambda line: line.name,
            width=200,
            frozen=True,
            filterable=False,
            sort_key=lambda line: line.ordinal,
        ),
        Column(
            key="detail",
            title=translate("DecisionColumns", "Chức vụ, đơn vị"),
            text=lambda line: line.detail,
            width=150,
            stretch=True,
            filterable=False,
            tooltip=lambda line: line.achievement,
        ),
        Column(
            key="award",
            title=translate("DecisionColumns", "Hình thức"),
            text=lambda line: line.award_name,
            width=104,
            filterable=False,
        ),
        Column(
            key="money",
            title=translate("DecisionColumns", "Tiền thưởng (đ)"),
            text=lambda line: money(line.money),
            width=134,
            align="right",
            filterable=False,
            sort_key=lambda line: line.money,
            tooltip=money_words,
            state=lambda line: "warn" if to_check(line) else "",
            mark=lambda line: "error" if not line.money else None,
        ),
    ]


def _day(value: str) -> str:
    return PartialDate.from_value(value).display() if value else ""


def kind_words(row: RegisterRow) -> str:
    """Return the kind of a recipient as a facet names it: "Cá nhân"."""
    return RECIPIENT_WORDS[row.kind].capitalize()


def register_columns() -> list[Column[RegisterRow]]:
    """Return the columns of the register; those of facets only are hidden."""
    return [
        Column(
            key="ordinal",
            title=translate("RegisterColumns", "Số vào sổ"),
            text=lambda row: row.ordinal,
            width=84,
            align="right",
            frozen=True,
            filterable=False,
            sort_key=lambda row: (row.decision_date, row.decision_number, row.place),
        ),
        Column(
            key="name",
            title=translate("RegisterColumns", "Họ và tên / Tập thể"),
            text=lambda row: row.name,
            width=176,
            frozen=True,
            filterable=False,
            struck=lambda row: row.state == "revoked",
            tooltip=lambda row: row.detail,
        ),
        Column(
            key="state",
            title=translate("RegisterColumns", "Tình trạng"),
            text=lambda row: row.state_words,
            width=132,
            state=lambda row: _STATES[row.state],
            tooltip=lambda row: row.correction,
        ),
        Column(
            key="achievement",
            title=translate("RegisterColumns", "Thành tích"),
            text=lambda row: row.achievement,
            width=150,
            stretch=True,
            filterable=False,
            muted=lambda _row: True,
        ),
        Column(
            key="award",
            title=translate("RegisterColumns", "Hình thức"),
            text=lambda row: row.award_name,
            width=96,
        ),
        Column(
            key="decision",
            title=translate("RegisterColumns", "Quyết định"),
            text=lambda row: row.decision_number,
            width=104,
        ),
        Column(
            key="date",
            title=translate("RegisterColumns", "Ngày"),
            text=lambda row: _day(row.decision_date),
            width=92,
            filterable=False,
            sort_key=lambda row: row.decision_date,
        ),
        Column(
            key="handed",
            title=translate("RegisterColumns", "Ngày trao"),
            text=lambda row: _day(row.handed_over),
            width=92,
            filterable=False,
            tooltip=lambda row: row.handed_to,
            sort_key=lambda row: row.handed_over,
        ),
        Column(
            key="year",
            title=translate("RegisterColumns", "Năm"),
            text=lambda row: row.year,
            width=60,
            hidden=True,
        ),
        Column(
            key="kind",
            title=translate("RegisterColumns", "Loại đối tượng"),
            text=kind_words,
            width=120,
            hidden=True,
        ),
        Column(
            key="movement",
            title=translate("RegisterColumns", "Phong trào"),
            text=lambda row: row.movement,
            width=200,
            hidden=True,
        ),
    ]
