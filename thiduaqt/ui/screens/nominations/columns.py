"""The columns of the list of nominations, and what typed cells mean for the records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.eligibility import CheckResult
from thiduaqt.domain.plan import RECIPIENT_WORDS, SubjectGroup
from thiduaqt.domain.text import fold, name_key
from thiduaqt.services.editing import Edit
from thiduaqt.services.nominations import NominationRow
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.tables.columns import CellEdit, Column, Mark, QuickFilter

STATES: dict[CheckResult, str] = {
    "eligible": "ok",
    "missing": "error",
    "blocked": "revoked",
    "review": "warn",
    "unchecked": "open",
    "override": "edit",
}
_ORDER: tuple[CheckResult, ...] = (
    "blocked",
    "missing",
    "unchecked",
    "review",
    "override",
    "eligible",
)


@dataclass(slots=True)
class Choices:
    """What lists offer: awards by code, groups of the plan, names of units.

    ``refused`` holds the nominations that could not go before the council; their state is marked.
    """

    awards: dict[str, str] = field(default_factory=dict)
    groups: tuple[SubjectGroup, ...] = ()
    units: tuple[str, ...] = ()
    refused: set[str] = field(default_factory=set)

    def group_names(self, row: NominationRow | None) -> Sequence[str]:
        """Return the groups that fit the kind of recipient."""
        fitting = (one for one in self.groups if row is None or row.kind in one.kinds)
        return tuple(one.name for one in fitting)

    def award_code(self, typed: str) -> str | None:
        """Return the award called ``typed``, None where there is none."""
        return next((code for code, name in self.awards.items() if fold(name) == fold(typed)), None)

    def group_code(self, typed: str) -> str | None:
        """Return the group called ``typed``; "" for an empty text, None where there is none."""
        if not typed.strip():
            return ""
        return next((one.code for one in self.groups if fold(one.name) == fold(typed)), None)


def kind_words(row: NominationRow) -> str:
    """Return the kind of recipient as it opens a line."""
    return RECIPIENT_WORDS[row.kind].capitalize()


def birth_words(row: NominationRow) -> str:
    """Return the date of birth as exactly as it is known."""
    return PartialDate.from_value(row.birth).display() if row.birth else ""


def typed_name(row: NominationRow) -> str:
    """Return the name as it is typed: honorific and name, whatever is printed."""
    return f"{row.honorific} {row.name}".strip()


def columns(choices: Choices) -> list[Column[NominationRow]]:
    """Return the columns; ``choices`` is read anew whenever a list opens."""

    def locked(row: NominationRow) -> bool:
        return not row.editable

    def no_person(row: NominationRow) -> bool:
        return not row.editable or row.kind != "individual"

    def mark(row: NominationRow) -> Mark | None:
        return "error" if row.id in choices.refused else None

    return [
        Column(
            key="ordinal",
            title=translate("NominationsScreen", "TT"),
            width=40,
            align="right",
            frozen=True,
            filterable=False,
            text=lambda row: str(row.ordinal),
            sort_key=lambda row: row.ordinal,
            muted=lambda _row: True,
        ),
        Column(
            key="name",
            title=translate("NominationsScreen", "Họ và tên / Tập thể"),
            width=182,
            frozen=True,
            editor="text",
            text=lambda row: row.display,
            edit_text=typed_name,
            sort_key=lambda row: name_key(row.name),
            read_only=locked,
            tooltip=lambda row: row.state_words if locked(row) else "",
        ),
        Column(
            key="check",
            title=translate("NominationsScreen", "Kiểm tra"),
            width=162,
            frozen=True,
            text=lambda row: row.check_words,
            sort_key=lambda row: _ORDER.index(row.check),
            state=lambda row: STATES[row.check],
            mark=mark,
            tooltip=lambda row: "\n".join(one.message for one in row.findings),
        ),
        Column(
            key="post",
            title=translate("NominationsScreen", "Chức vụ"),
            width=152,
            editor="text",
            text=lambda row: row.post if row.kind == "individual" else kind_words(row),
            edit_text=lambda row: row.post,
            read_only=no_person,
            muted=lambda row: row.kind != "individual",
        ),
        Column(
            key="unit",
            title=translate("NominationsScreen", "Đơn vị"),
            width=140,
            stretch=True,
            editor="choice",
            choices=lambda _row: choices.units,
            free=True,
            text=lambda row: row.unit_name,
            read_only=locked,
        ),
        Column(
            key="award",
            title=translate("NominationsScreen", "Hình thức"),
            width=98,
            editor="choice",
            choices=lambda _row: tuple(choices.awards.values()),
            text=lambda row: row.award_name,
            read_only=locked,
        ),
        Column(
            key="birth",
            title=translate("NominationsScreen", "Năm sinh"),
            width=92,
            hidden=True,
            editor="date",
            text=birth_words,
            sort_key=lambda row: row.birth,
            read_only=no_person,
        ),
        Column(
            key="achievement",
            title=translate("NominationsScreen", "Thành tích"),
            width=260,
            hidden=True,
            editor="text",
            text=lambda row: row.achievement,
            read_only=locked,
            tooltip=lambda row: row.achievement,
        ),
        Column(
            key="subject_group",
            title=translate("NominationsScreen", "Nhóm"),
            width=200,
            hidden=True,
            editor="choice",
            choices=choices.group_names,
            text=lambda row: row.group_name,
            read_only=locked,
        ),
        Column(
            key="proposer",
            title=translate("NominationsScreen", "Nơi đề nghị"),
            width=160,
            hidden=True,
            text=lambda row: row.proposer_name,
        ),
        Column(
            key="kind",
            title=translate("NominationsScreen", "Đối tượng"),
            width=100,
            hidden=True,
            text=kind_words,
        ),
        Column(
            key="state",
            title=translate("NominationsScreen", "Giai đoạn"),
            width=150,
            hidden=True,
            text=lambda row: row.state_words,
        ),
        Column(
            key="note",
            title=translate("NominationsScreen", "Ghi chú"),
            width=180,
            hidden=True,
            editor="text",
            text=lambda row: row.note,
            read_only=locked,
        ),
    ]


def quick_filters(
    rows: Sequence[NominationRow], chosen: str = ""
) -> list[QuickFilter[NominationRow]]:
    """Return the joined buttons: the two everybody asks for, and those that have rows.

    ``chosen`` stays, so that the last of a kind does not take its button away.
    """

    def one(key: CheckResult, text: str) -> QuickFilter[NominationRow]:
        return QuickFilter(key=key, text=text, test=lambda row: row.check == key, state=STATES[key])

    there = {row.check for row in rows} | {"eligible", "missing", chosen}
    offered = [
        one("eligible", translate("NominationsScreen", "Đủ điều kiện")),
        one("missing", translate("NominationsScreen", "Thiếu")),
        one("blocked", translate("NominationsScreen", "Không đủ")),
        one("review", translate("NominationsScreen", "Cần xem lại")),
        one("unchecked", translate("NominationsScreen", "Chưa kiểm tra")),
        one("override", translate("NominationsScreen", "Ngoại lệ")),
    ]
    return [filter_ for filter_ in offered if filter_.key in there]


@dataclass(slots=True)
class Typed:
    """Typed cells as the services take them, and the texts that no list holds."""

    edits: list[Edit] = field(default_factory=list)
    rows: list[dict[str, str]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    @property
    def nothing(self) -> bool:
        """Tell whether there is nothing to store."""
        return not (self.edits or self.rows)


def read_typed(
    cells: Sequence[CellEdit], added: Sequence[Mapping[str, str]], choices: Choices
) -> Typed:
    """Turn cells as typed into edits and new rows; a choice nobody offers is left out and told."""
    typed = Typed()
    for cell in cells:
        value = _stored(cell.column_key, cell.new, choices)
        if value is None:
            typed.unknown.append(cell.new)
        else:
            typed.edits.append(Edit(id=cell.row.id, field=cell.column_key, value=value))
    for row in added:
        values: dict[str, str] = {}
        for key, text in row.items():
            stored = _stored(key, text, choices)
            if stored is None:
                typed.unknown.append(text)
            elif stored:
                values[key] = stored
        typed.rows.append(values)
    return typed


def _stored(key: str, text: str, choices: Choices) -> str | None:
    if key == "award":
        return choices.award_code(text)
    if key == "subject_group":
        return choices.group_code(text)
    return text


def step_words(cells: int, rows: int) -> str:
    """Return how a step is called that changes cells and adds rows; "" for a mixed paste."""
    if cells and rows:
        return ""
    if rows:
        return translate("NominationsScreen", "Thêm {count} hồ sơ đề nghị").format(count=rows)
    if cells == 1:
        return translate("NominationsScreen", "Sửa hồ sơ")
    return translate("NominationsScreen", "Sửa {count} ô trong hồ sơ đề nghị").format(count=cells)
