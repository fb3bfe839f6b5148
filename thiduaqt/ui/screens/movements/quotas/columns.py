"""The matrix of quotas: awards as bands, occasions as rows, kinds of recipients across."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from thiduaqt.domain.plan import RECIPIENT_KINDS, RECIPIENT_WORDS, MovementPlan, RecipientKind
from thiduaqt.domain.quota import QuotaState
from thiduaqt.domain.quota_cells import AwardRows, Cell, short_words
from thiduaqt.domain.quota_table import QuotaLine
from thiduaqt.domain.records import Round
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.tables.columns import Column, Group

_POINT = re.compile(r",? điểm (\w)\b")
Used = Sequence[tuple[Round, Sequence[QuotaState]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotaRow:
    """One occasion of one award; ``used`` tells how far the rounds opened for it have come."""

    id: str
    line: QuotaLine
    award: str
    award_name: str
    decided_by: str
    cells: Mapping[RecipientKind, Cell]
    place: str = ""
    used: str = ""
    used_long: str = ""


def part_names(rules: MovementPlan | None, blocks: Mapping[str, str]) -> dict[str, str]:
    """Return the names of groups, leagues and blocks by code, to be shown in their place."""
    if rules is None:
        return {}
    leagues = {one.code: one.name for one in rules.leagues}
    return {**blocks, **leagues} | {one.code: one.name for one in rules.groups}


def rows_of(
    groups: Sequence[AwardRows], names: Mapping[str, str], used: Used, parts: Mapping[str, str]
) -> list[QuotaRow]:
    """Return the rows; ``names`` are the awards by code, ``parts`` the groups and leagues."""
    return [
        QuotaRow(
            id=f"{group.decided_by}/{row.line.id}",
            line=row.line,
            award=group.award,
            award_name=names.get(group.award, group.award),
            decided_by=group.decided_by,
            cells={kind: _told(cell, parts) for kind, cell in row.cells.items()},
            place=_place(row.cells),
            used=_used(row.line, used, long=False),
            used_long=_used(row.line, used, long=True),
        )
        for group in groups
        for row in group.rows
    ]


def _place(cells: Mapping[RecipientKind, Cell]) -> str:
    """Return where in the plan the numbers of a row stand, once for all its cells."""
    texts = [quota.source.text for cell in cells.values() for quota in cell.quotas]
    short = (_POINT.sub(r"\1", text.removeprefix("Kế hoạch, ")) for text in texts if text)
    return "; ".join(dict.fromkeys(text.removeprefix("mục ") for text in short))


def _told(cell: Cell, parts: Mapping[str, str]) -> Cell:
    """Return a cell with names instead of codes; who decides stands in the band above."""
    if not cell.quotas:
        return cell
    named = [
        replace(
            one,
            group=parts.get(one.group, one.group),
            league=parts.get(one.league, one.league),
            block=parts.get(one.block, one.block),
        )
        for one in cell.quotas
    ]
    return replace(cell, text="; ".join(short_words(one) for one in named))


def _used(line: QuotaLine, used: Used, *, long: bool) -> str:
    parts: list[str] = []
    for around, states in used:
        fits = line.round_kind in (around.kind, "any") and line.year in (None, around.year)
        own = [one for one in states if one.award == line.award] if fits else []
        told = ", ".join(_state_words(one) for one in own if one.named or one.proposed)
        if told:
            parts.append(f"{around.year}: {told}" if long or line.year is None else told)
    return "\n".join(parts) if long else "; ".join(parts)


def _state_words(state: QuotaState) -> str:
    limit = f"/{state.limit}" if state.limit is not None else ""
    name = state.scope or RECIPIENT_WORDS[state.kind]
    return f"{state.count(state.reached)}{limit} {name}"


def decided_words(decided_by: str) -> str:
    """Return who decides, beside the name of an award."""
    return {
        "commune": translate("QuotaMatrix", "xã quyết định"),
        "province": translate("QuotaMatrix", "tỉnh quyết định, số chung toàn tỉnh"),
        "state": translate("QuotaMatrix", "cấp Nhà nước quyết định"),
    }.get(decided_by, decided_by)


def group_of(row: QuotaRow) -> Group:
    """Return the band above the rows of one award."""
    return Group(title=row.award_name, detail=decided_words(row.decided_by))


def columns() -> list[Column[QuotaRow]]:
    """Return the columns: the occasion, one per kind of recipient, the place, what is used."""
    return [
        Column(
            key="occasion",
            title=translate("QuotaMatrix", "Hình thức và dịp khen"),
            text=lambda row: occasion(row.line),
            width=210,
            filterable=False,
            tooltip=lambda row: "\n".join(_sentences(row)),
        ),
        *(_kind_column(kind) for kind in RECIPIENT_KINDS),
        Column(
            key="place",
            title=translate("QuotaMatrix", "Mục"),
            text=lambda row: row.place,
            width=74,
            filterable=False,
            tooltip=lambda row: row.place,
            muted=lambda _row: True,
        ),
        Column(
            key="used",
            title=translate("QuotaMatrix", "Đã dùng"),
            text=lambda row: row.used,
            width=130,
            stretch=True,
            filterable=False,
            tooltip=lambda row: row.used_long,
            muted=lambda _row: True,
        ),
    ]


def occasion(line: QuotaLine) -> str:
    """Return an occasion as the first column shows it: "Hằng năm", "Sơ kết năm 2027"."""
    words = line.occasion.removeprefix("Khen thưởng ")
    if line.year:
        words = words.removesuffix(str(line.year)) + f"năm {line.year}"
    return words[:1].upper() + words[1:]


def _sentences(row: QuotaRow) -> list[str]:
    found = [quota.wording for cell in row.cells.values() for quota in cell.quotas if quota.wording]
    return list(dict.fromkeys(found))


def _kind_column(kind: RecipientKind) -> Column[QuotaRow]:
    return Column(
        key=kind,
        title=RECIPIENT_WORDS[kind].capitalize(),
        text=lambda row: row.cells[kind].text,
        edit_text=lambda row: _typed(row.cells[kind]),
        caption=translate("QuotaMatrix", "Số lượng tối đa"),
        width=112,
        align="right",
        editor="number",
        read_only=lambda row: not row.cells[kind].editable,
        filterable=False,
        strong=lambda row: row.cells[kind].mark in ("number", "zero"),
        muted=lambda row: row.cells[kind].mark not in ("number", "zero"),
        tooltip=lambda row: row.cells[kind].text,
    )


def _typed(cell: Cell) -> str:
    """Return what the editor starts with: the number where the cell is just that."""
    one = cell.quotas[0] if len(cell.quotas) == 1 else None
    plain = one is not None and one.form == "number" and not one.per and one.maximum is not None
    return str(one.maximum) if plain and one is not None else ""
