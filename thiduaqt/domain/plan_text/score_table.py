"""The table of a scored group: sections as rows that head their items, points, rule in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from thiduaqt.domain.plan import Criterion, Section, SubjectGroup
from thiduaqt.domain.plan_text.blocks import PlanTable, TableColumn, TableRow, upper_first
from thiduaqt.domain.plan_text.score_words import rule_words, section_words
from thiduaqt.domain.plan_text.words import figure
from thiduaqt.domain.scoring.structure import Shape, most_of
from thiduaqt.domain.wording import roman

COLUMNS = (
    TableColumn(title="TT", width=13, align="center"),
    TableColumn(title="Tiêu chí", width=70),
    TableColumn(title="Điểm tối đa", width=18, align="center"),
    TableColumn(title="Cách chấm điểm", width=64),
)


def score_table(group: SubjectGroup, items: Sequence[Criterion]) -> PlanTable:
    """Return the table of ``items`` under the sections of their group, with its total."""
    shape = Shape(replace(group, criteria=tuple(items)))
    rows = list(_rows(shape, "", ()))
    total = group.total if group.total is not None else shape.ceiling().whole
    if total:
        rows.append(TableRow(cells=("", "Tổng điểm", figure(total), ""), kind="sum"))
    return PlanTable(columns=COLUMNS, rows=tuple(rows))


def _rows(shape: Shape, parent: str, numbers: tuple[int, ...]) -> Iterator[TableRow]:
    """Yield the items that stand right under ``parent``, then its sections with theirs.

    Sections at the top are I, II, III; within them everything counts 1, 1.1, 1.1.1.
    """
    tops = 0
    place = 0
    for node in shape.children(parent):
        if isinstance(node, Section) and not parent:
            tops += 1
            yield _section_row(shape, node, roman(tops))
            yield from _rows(shape, node.code, ())
            continue
        place += 1
        mark = ".".join(str(number) for number in (*numbers, place))
        if isinstance(node, Section):
            yield _section_row(shape, node, mark)
            yield from _rows(shape, node.code, (*numbers, place))
        else:
            yield _item_row(node, mark)


def _item_row(item: Criterion, mark: str) -> TableRow:
    title = f"{item.title.rstrip('.')}. {item.detail}" if item.detail else item.title
    return TableRow(cells=(mark, title, _points(item), upper_first(rule_words(item))))


def _points(item: Criterion) -> str:
    points = item.points if item.points is not None else most_of(item)
    if item.points is None and not points:
        return ""
    return f"-{figure(points)}" if item.kind == "penalty" else figure(points)


def _section_row(shape: Shape, section: Section, mark: str) -> TableRow:
    full = shape.ceiling(section.code).whole
    cells = (mark, section.title, figure(full) if full else "", upper_first(section_words(section)))
    return TableRow(cells=cells, kind="group")
