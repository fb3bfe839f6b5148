"""Targets as a list where they are few or say their figure themselves, else as a table."""

from __future__ import annotations

from collections.abc import Sequence

from thiduaqt.domain.plan import MovementPlan, SubjectGroup, Target
from thiduaqt.domain.plan_text.blocks import (
    Node,
    PlanTable,
    TableColumn,
    TableRow,
    closed,
    dash,
    point,
    table_node,
    upper_first,
)
from thiduaqt.domain.plan_text.words import deadline_words, figure, says

MOST_LISTED = 8
_SIGNS = {">=": "≥ {}", ">": "trên {}", "=": "{}", "<=": "không quá {}", "<": "dưới {}"}


def target_nodes(key: str, targets: Sequence[Target], *, titled: bool) -> tuple[Node, ...]:
    """Return the targets; in a part without a title each is a numbered paragraph of its own."""
    if not targets:
        return ()
    if _tabular(targets):
        return (table_node(f"{key}/table", target_table(targets)),)
    tops = [target for target in targets if not _parent(target, targets)]
    return tuple(_listed(key, target, targets, titled=titled) for target in tops)


def group_targets(key: str, group: SubjectGroup, movement: MovementPlan) -> tuple[Node, ...]:
    """Return the targets that belong to one subject group, under an opening of their own."""
    own = [target for target in movement.targets if target.group == group.code]
    if not own:
        return ()
    if _tabular(own):
        opening = point(f"{key}/opening", "Đạt các chỉ tiêu sau:")
        return (opening, table_node(f"{key}/table", target_table(own)))
    children = tuple(
        dash(f"{key}/{target.code}", target_words(target), source=target.source) for target in own
    )
    return (point(f"{key}/opening", "Đạt các chỉ tiêu sau", children),)


def _parent(target: Target, targets: Sequence[Target]) -> bool:
    return any(other.code == target.parent for other in targets)


def _tabular(targets: Sequence[Target]) -> bool:
    if any(target.by_year for target in targets):
        return True
    bare = [t for t in targets if t.value is not None and not _told(t)]
    return len(bare) > MOST_LISTED


def _listed(key: str, target: Target, targets: Sequence[Target], *, titled: bool) -> Node:
    place = f"{key}/{target.code}"
    inner = tuple(
        dash(f"{key}/{part.code}", target_words(part), source=part.source)
        for part in targets
        if part.parent == target.code
    )
    node = point(place, target_words(target), inner, source=target.source)
    if titled:
        return node
    return Node(key=node.key, kind="numbered", text=node.text, children=inner, source=target.source)


def target_words(target: Target) -> str:
    """Return a target as one sentence: its statement, its level where that does not say it."""
    text = target.statement.rstrip(" .;")
    if target.value is not None and not _told(target):
        text = f"{text}: {level_words(target)}"
    years = "; ".join(f"năm {item.year}: {_level(target, item.value)}" for item in target.by_year)
    notes = [years, _due(target), _origin(target)]
    said = "; ".join(note for note in notes if note)
    return closed(f"{upper_first(text)} ({said})" if said else upper_first(text))


def level_words(target: Target) -> str:
    """Return the figure with its operator: "trên 90%", "≥ 0,75", "phấn đấu đạt 100%"."""
    return "" if target.value is None else _level(target, target.value)


def _level(target: Target, value: str) -> str:
    unit = "%" if target.unit == "%" else f" {target.unit}" if target.unit else ""
    words = _SIGNS.get(target.operator, "{}").format(f"{figure(value)}{unit}")
    return f"phấn đấu đạt {words}" if target.striving else words


def _told(target: Target) -> bool:
    """Tell whether the statement names its figure itself."""
    if target.value is None:
        return True
    unit = "%" if target.unit == "%" else ""
    plain = target.value + unit
    return says(target.statement, figure(target.value) + unit) or says(target.statement, plain)


def _due(target: Target) -> str:
    words = deadline_words(target.due)
    return "" if says(target.statement, words) else words


def _origin(target: Target) -> str:
    return "chỉ tiêu cấp trên giao" if target.inherited else ""


def target_table(targets: Sequence[Target]) -> PlanTable:
    """Return the targets in columns: number, statement, unit, level or one level for each year."""
    years = sorted({item.year for target in targets for item in target.by_year})
    columns = [
        TableColumn(title="TT", width=12, align="center"),
        TableColumn(title="Chỉ tiêu", width=52 if years else 80),
        TableColumn(title="Đơn vị tính", width=18, align="center"),
    ]
    whole = not years or any(target.value is not None for target in targets)
    if whole:
        columns.append(TableColumn(title="Mức phấn đấu", width=23, align="center"))
    columns += [TableColumn(title=f"Năm {year}", width=18, align="center") for year in years]
    notes = any(_due(target) or _origin(target) for target in targets)
    if notes:
        columns.append(TableColumn(title="Ghi chú", width=34))
    rows = []
    for mark, target in _marked(targets):
        cells = [mark, upper_first(target.statement.rstrip(" .;")), target.unit or "-"]
        if whole:
            cells.append(upper_first(_cell(target, target.value)))
        by_year = {item.year: item.value for item in target.by_year}
        cells += [upper_first(_cell(target, by_year.get(year))) for year in years]
        if notes:
            said = [_due(target), _origin(target)]
            cells.append(upper_first("; ".join(note for note in said if note)))
        rows.append(TableRow(cells=tuple(cells)))
    return PlanTable(columns=tuple(columns), rows=tuple(rows))


def _cell(target: Target, value: str | None) -> str:
    """Return a level without its unit, which has a column of its own; per cent keeps its sign."""
    if value is None:
        return ""
    unit = "%" if target.unit == "%" else ""
    return _SIGNS.get(target.operator, "{}").format(figure(value) + unit)


def _marked(targets: Sequence[Target]) -> list[tuple[str, Target]]:
    """Return the targets with 1, 2, 3 before them, their parts with 2.1, 2.2 after them."""
    marked = []
    tops = [target for target in targets if not _parent(target, targets)]
    for place, top in enumerate(tops, start=1):
        marked.append((str(place), top))
        parts = [part for part in targets if part.parent == top.code]
        marked += [(f"{place}.{number}", part) for number, part in enumerate(parts, start=1)]
    return marked
