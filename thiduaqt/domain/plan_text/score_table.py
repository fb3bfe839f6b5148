"""The table of a scored group: sections as rows that head their items, points, rule in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from thiduaqt.domain.plan import Criterion, Section, SubjectGroup
from thiduaqt.domain.plan_text.blocks import PlanTable, TableColumn, TableRow, upper_first
from thiduaqt.domain.plan_text.score_words import rule_words, section_words
from thiduaqt.domain.plan_text.words import figure
from thiduaqt.domain.wording import roman

COLUMNS = (
    TableColumn(title="TT", width=13, align="center"),
    TableColumn(title="Tiêu chí", width=70),
    TableColumn(title="Điểm tối đa", width=18, align="center"),
    TableColumn(title="Cách chấm điểm", width=64),
)


def score_table(group: SubjectGroup, items: Sequence[Criterion]) -> PlanTable:
    """Return the table of ``items`` under the sections of their group, with its total."""
    rows = list(_rows(group, items, "", ()))
    total = group.total if group.total is not None else _whole(group, items)
    if total is not None:
        rows.append(TableRow(cells=("", "Tổng điểm", figure(total), ""), kind="sum"))
    return PlanTable(columns=COLUMNS, rows=tuple(rows))


def _rows(
    group: SubjectGroup, items: Sequence[Criterion], parent: str, numbers: tuple[int, ...]
) -> Iterator[TableRow]:
    """Yield the items that stand right under ``parent``, then its sections with theirs."""
    place = 0
    for item in items:
        if item.section == parent:
            place += 1
            yield _item_row(item, ".".join(str(part) for part in (*numbers, place)))
    for number, section in enumerate(_inside(group, parent), start=1):
        # Sections at the top are I, II, III; within them everything counts 1, 1.1, 1.1.1.
        top = not parent
        mark = roman(number) if top else ".".join(str(n) for n in (*numbers, place + number))
        yield _section_row(section, mark, _full(group, section, items))
        inner = () if top else (*numbers, place + number)
        yield from _rows(group, items, section.code, inner)


def _inside(group: SubjectGroup, parent: str) -> list[Section]:
    return [section for section in group.sections if section.parent == parent]


def _item_row(item: Criterion, mark: str) -> TableRow:
    title = f"{item.title.rstrip('.')}. {item.detail}" if item.detail else item.title
    return TableRow(cells=(mark, title, _points(item), upper_first(rule_words(item))))


def _points(item: Criterion) -> str:
    if item.points is None:
        return ""
    return f"-{figure(item.points)}" if item.kind == "penalty" else figure(item.points)


def _section_row(section: Section, mark: str, full: Decimal | None) -> TableRow:
    points = figure(full) if full is not None else ""
    rule = upper_first(section_words(section))
    return TableRow(cells=(mark, section.title, points, rule), kind="group")


def _full(group: SubjectGroup, section: Section, items: Sequence[Criterion]) -> Decimal | None:
    """Return the most a section can give; None where its rule is not one of points."""
    if section.most is not None:
        return section.most
    if section.combine in ("all", "any", "at_least"):
        return None
    parts = [
        *_won(items, section.code),
        *(_full(group, sub, items) for sub in _inside(group, section.code)),
    ]
    known = [part for part in parts if part is not None]
    if not known:
        return None
    if section.combine == "sum":
        return sum(known, Decimal(0))
    return max(known)


def _won(items: Sequence[Criterion], parent: str) -> list[Decimal]:
    """Return the points of the items under ``parent`` that can be won."""
    return [
        item.points
        for item in items
        if item.section == parent and item.points is not None and item.kind != "penalty"
    ]


def _whole(group: SubjectGroup, items: Sequence[Criterion]) -> Decimal | None:
    parts = [*_won(items, ""), *(_full(group, section, items) for section in _inside(group, ""))]
    known = [part for part in parts if part is not None]
    return sum(known, Decimal(0)) if known else None
