"""Columns and quick filters of the list of registrations, and the columns of commitments."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from thiduaqt.domain import commitment_words
from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.plan import Target
from thiduaqt.domain.records import Commitment
from thiduaqt.domain.target_values import wanted_words
from thiduaqt.domain.text import clean
from thiduaqt.services.registration_lists import SIGNED, UNSIGNED, WHOLE, RegistrationLine
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screens.movements.list_editor import Cell, ListSpec
from thiduaqt.ui.tables.columns import Column, QuickFilter

Labels = Callable[[], Sequence[str]]
Targets = Callable[[], Sequence[Target]]


def state_of(line: RegistrationLine) -> str:
    """Return the state of a line as the list shows it."""
    if line.record is None:
        return "error" if line.overdue else "open"
    if line.state == "late":
        return "warn"
    return "pending" if line.unsigned else "ok"


def state_words(line: RegistrationLine) -> str:
    """Return the state in words; a registration in time may still lack a signature."""
    if line.state == "registered" and line.unsigned:
        return translate("Registrations", "Thiếu chữ ký")
    return line.state_words


def _signature(key: str, title: str, field: str, width: int) -> Column[RegistrationLine]:
    def text(line: RegistrationLine) -> str:
        if line.record is None:
            return ""
        return SIGNED if getattr(line.record, field) else UNSIGNED

    return Column(
        key=key,
        title=title,
        text=text,
        width=width,
        editor="choice",
        choices=(SIGNED, UNSIGNED),
        filterable=False,
        free=True,
        state=lambda line: "plain" if text(line) == SIGNED else "",
    )


def _who(labels: Labels) -> list[Column[RegistrationLine]]:
    def is_there(line: RegistrationLine) -> bool:
        return bool(line.id)

    return [
        Column(
            key="name",
            title=translate("Registrations", "Đơn vị, cá nhân đăng ký"),
            text=lambda line: line.name,
            tooltip=lambda line: ", ".join(part for part in (line.name, line.unit_name) if part),
            width=154,
            stretch=True,
            editor="choice",
            choices=lambda _line: labels(),
            free=True,
            read_only=is_there,
            muted=lambda line: line.record is None,
            filterable=False,
        ),
        Column(
            key="kind",
            title=translate("Registrations", "Loại"),
            text=lambda line: line.kind_words,
            width=92,
            hidden=True,
        ),
        Column(
            key="unit",
            title=translate("Registrations", "Thuộc đơn vị"),
            text=lambda line: line.unit_name,
            width=120,
            editor="text",
            read_only=is_there,
            hidden=True,
        ),
    ]


def registration_columns(labels: Labels) -> list[Column[RegistrationLine]]:
    """Return the columns; ``labels`` gives everybody who can register."""
    return [
        *_who(labels),
        Column(
            key="year",
            title=translate("Registrations", "Năm"),
            text=lambda line: line.year,
            width=74,
            editor="choice",
            choices=(WHOLE,),
            free=True,
        ),
        Column(
            key="registered_on",
            title=translate("Registrations", "Ngày đăng ký"),
            text=lambda line: line.registered_on,
            sort_key=lambda line: line.record.registered_on if line.record else "",
            width=104,
            editor="date",
            filterable=False,
        ),
        Column(
            key="content",
            title=translate("Registrations", "Nội dung đăng ký"),
            text=lambda line: " ".join(line.content.split("\n")),
            edit_text=lambda line: line.content,
            tooltip=lambda line: line.content,
            width=104,
            editor="text",
            filterable=False,
        ),
        Column(
            key="commitments",
            title=translate("Registrations", "Cam kết"),
            text=lambda line: line.commitments_text,
            tooltip=lambda line: "\n".join(line.commitments_text.split("; ")),
            width=120,
            editor="text",
            # A text with ";" in it would be torn apart here; it is changed below the list.
            read_only=lambda line: any(";" in one.text for one in line.commitments),
            filterable=False,
        ),
        _signature(
            "registrant", translate("Registrations", "Đối tượng ký"), "signed_by_registrant", 98
        ),
        _signature("office", translate("Registrations", "Xã ký"), "signed_by_office", 70),
        Column(
            key="state",
            title=translate("Registrations", "Trạng thái"),
            text=state_words,
            state=state_of,
            width=120,
        ),
    ]


def quick_filters() -> list[QuickFilter[RegistrationLine]]:
    """Return the buttons above the list."""
    return [
        QuickFilter(
            key="registered",
            text=translate("Registrations", "Đã đăng ký"),
            test=lambda line: line.record is not None,
            state="ok",
        ),
        QuickFilter(
            key="late",
            text=translate("Registrations", "Trễ hạn"),
            test=lambda line: line.state == "late",
            state="warn",
        ),
        QuickFilter(
            key="unsigned",
            text=translate("Registrations", "Thiếu chữ ký"),
            test=lambda line: line.unsigned,
            state="pending",
        ),
        QuickFilter(
            key="missing",
            text=translate("Registrations", "Chưa đăng ký"),
            test=lambda line: line.record is None,
            state="open",
        ),
    ]


def day_words(value: str) -> str:
    """Return a kept date as it is shown."""
    return PartialDate.from_value(value).display() if value else ""


def commitments_spec(targets: Targets, year: Callable[[], int]) -> ListSpec:
    """Return the list of commitments of one line; ``targets`` are those of the plan."""

    def read_text(text: str) -> Mapping[str, Any]:
        made = commitment_words.worded(text, "", targets())
        return {"text": made.text, "target": made.target}

    def fresh(_items: Sequence[Any], values: Mapping[str, Any]) -> Commitment:
        of = next((one for one in targets() if one.code == values.get("target")), None)
        value = wanted_words(of, year()) if of is not None else ""
        return Commitment(text="", value=value)

    return ListSpec(
        part="commitments",
        one=translate("Registrations", "cam kết"),
        prompt=translate("Registrations", "Gõ cam kết mới hoặc chọn chỉ tiêu của kế hoạch"),
        cells=(
            Cell(
                key="text",
                title=translate("Registrations", "Nội dung cam kết"),
                show=lambda item: item.text,
                read=read_text,
                width=300,
                stretch=True,
                editor="choice",
                choices=lambda: tuple(one.statement for one in targets()),
            ),
            Cell(
                key="value",
                title=translate("Registrations", "Mức cam kết"),
                show=lambda item: item.value,
                read=lambda text: {"value": clean(text)},
                width=120,
            ),
            Cell(
                key="target",
                title=translate("Registrations", "Theo chỉ tiêu"),
                show=lambda item: translate("Registrations", "của kế hoạch") if item.target else "",
                width=104,
                muted=True,
            ),
        ),
        fresh=fresh,
    )
