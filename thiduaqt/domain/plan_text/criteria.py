"""Criteria by group: checklists as points, scored trees as a table with its rules under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thiduaqt.domain.plan import Criterion, League, MovementPlan, Section, SubjectGroup
from thiduaqt.domain.plan_text.blocks import (
    Node,
    dash,
    heading,
    point,
    table_node,
    text_node,
    upper_first,
)
from thiduaqt.domain.plan_text.ranking_words import league_words, threshold_words, tie_words
from thiduaqt.domain.plan_text.score_table import score_table
from thiduaqt.domain.plan_text.score_words import rule_words, scored, scorers_words, section_words
from thiduaqt.domain.plan_text.targets import group_targets
from thiduaqt.domain.plan_text.words import PlanWords, figure, how_many, law_in_words
from thiduaqt.domain.scoring.structure import Shape

COMMON = "common"
_COMMON_TITLE = "Điều kiện chung"
_COMMON_ONLY = "Đạt các điều kiện chung quy định tại Kế hoạch này"
_LEAGUES_TITLE = "Bảng thi đua"


def criteria_nodes(
    key: str,
    groups: Sequence[SubjectGroup],
    movement: MovementPlan,
    words: PlanWords,
    common: Sequence[Criterion] = (),
) -> tuple[Node, ...]:
    """Return one heading for each group; ``common`` criteria are printed elsewhere, once."""
    return tuple(_group(f"{key}/{group.code}", group, common, movement, words) for group in groups)


def common_nodes(key: str, common: Sequence[Criterion]) -> tuple[Node, ...]:
    """Return what everybody has to meet, as points under a heading, or nothing."""
    if not common:
        return ()
    points = tuple(_checked(f"{key}/{COMMON}", item) for item in common)
    return (heading(f"{key}/{COMMON}", _COMMON_TITLE, points),)


def league_nodes(
    key: str, leagues: Sequence[League], movement: MovementPlan, words: PlanWords
) -> tuple[Node, ...]:
    """Return the leagues as points under a heading, or nothing."""
    if not leagues:
        return ()
    opening = (
        f"Các đối tượng thi đua được chia thành {how_many(len(leagues), 'bảng')}, "
        "xếp hạng riêng trong từng bảng"
    )
    points = tuple(
        point(f"{key}/league/{league.code}", league_words(league, movement, words))
        for league in leagues
    )
    children = (text_node(f"{key}/leagues/opening", opening + ":"), *points)
    return (heading(f"{key}/leagues", _LEAGUES_TITLE, children),)


def common_criteria(movements: Sequence[MovementPlan]) -> tuple[Criterion, ...]:
    """Return the criteria that stand in every group alike; with one group there are none."""
    groups = [group for movement in movements for group in movement.groups]
    if len(groups) < 2:
        return ()
    first, *others = groups
    return tuple(
        item
        for item in first.criteria
        if not item.section and all(item in group.criteria for group in others)
    )


def _group(
    key: str,
    group: SubjectGroup,
    common: Sequence[Criterion],
    movement: MovementPlan,
    words: PlanWords,
) -> Node:
    own = tuple(item for item in group.criteria if item not in common)
    if any(scored(item) for item in own):
        children = _scored_group(key, group, own)
    else:
        children = _checklist(key, group, own)
    targets = group_targets(f"{key}/targets", group, movement)
    rules = _group_rules(key, group, words)
    if common and not (own or targets or rules):
        children = (text_node(f"{key}/{COMMON}", _COMMON_ONLY),)
    return heading(key, group.name, (*children, *targets, *rules), source=group.source)


# --- Checklists --------------------------------------------------------------------------------


def _checklist(key: str, group: SubjectGroup, items: Sequence[Criterion]) -> tuple[Node, ...]:
    shape = Shape(replace(group, criteria=tuple(items)))
    nodes = _checked_inside(key, shape, "")
    needed: tuple[Node, ...] = ()
    if group.required_checks is not None:
        count = sum(item.kind == "check" for item in items)
        words = (
            f"Phải đạt ít nhất {group.required_checks:02d} trong số {count:02d} tiêu chí nêu trên"
        )
        needed = (text_node(f"{key}/required_checks", words),)
    return (*nodes, *needed)


def _checked_inside(key: str, shape: Shape, parent: str) -> tuple[Node, ...]:
    """Return the items right under a section and the sections in it, in their order."""
    return tuple(
        _checked_section(key, shape, node) if isinstance(node, Section) else _checked(key, node)
        for node in shape.children(parent)
    )


def _checked_section(key: str, shape: Shape, section: Section) -> Node:
    rule = section_words(section)
    text = f"{section.title} ({rule})" if rule else section.title
    children = tuple(_as_dash(node) for node in _checked_inside(key, shape, section.code))
    return point(f"{key}/{section.code}", text, children, source=section.source)


def _as_dash(node: Node) -> Node:
    return Node(
        key=node.key, kind="dash", text=node.text, children=node.children, source=node.source
    )


def _checked(key: str, item: Criterion) -> Node:
    """Return one item of a checklist: what is asked for, details, proof, the law behind it."""
    notes = []
    if item.evidence_wanted:
        notes.append(f"minh chứng: {item.evidence_wanted}")
    if item.issued_by:
        notes.append(f"do {item.issued_by} xác nhận")
    if item.source.tag == "law":
        notes.append(f"theo {law_in_words(item.source)}")
    text = item.title + (f" ({'; '.join(notes)})" if notes else "")
    if item.detail:
        text = f"{text.rstrip('.')}. {item.detail}"
    return point(f"{key}/{item.code}", text, source=item.source)


# --- Scored trees ------------------------------------------------------------------------------


def _scored_group(key: str, group: SubjectGroup, items: Sequence[Criterion]) -> tuple[Node, ...]:
    gates = [
        item for item in items if item.kind == "gate" and not scored(item) and not item.section
    ]
    listed = [item for item in items if item not in gates]
    nodes: list[Node] = []
    if gates:
        children = tuple(
            dash(f"{key}/{item.code}", _gate(item), source=item.source) for item in gates
        )
        nodes.append(point(f"{key}/gates", "Điều kiện bắt buộc", children))
    title = "Bảng chấm điểm"
    if group.total is not None:
        title += f", tổng điểm {figure(group.total)} điểm"
    nodes.append(point(f"{key}/table_title", title + ":"))
    nodes.append(table_node(f"{key}/table", score_table(group, listed), source=group.source))
    return tuple(nodes)


def _gate(item: Criterion) -> str:
    node = _checked("", item)
    rule = rule_words(item) if item.scorer else ""
    return f"{node.text.rstrip('.')} ({rule})" if rule else node.text


def _group_rules(key: str, group: SubjectGroup, words: PlanWords) -> tuple[Node, ...]:
    """Return who scores, what opens each award, and who goes first on equal points."""
    nodes: list[Node] = []
    if group.scorers:
        text = f"Trình tự chấm điểm: {scorers_words(group.scorers)}"
        nodes.append(point(f"{key}/scorers", text))
    for number, threshold in enumerate(group.thresholds):
        text = threshold_words(threshold, group, words)
        nodes.append(
            point(f"{key}/threshold/{threshold.award}/{number}", text, source=threshold.source)
        )
    if group.tie_breakers:
        ties = tuple(
            dash(f"{key}/tie/{number}", upper_first(tie_words(tie, group, number)))
            for number, tie in enumerate(group.tie_breakers, start=1)
        )
        opening = "Trường hợp bằng điểm nhau, xếp thứ hạng lần lượt theo thứ tự ưu tiên sau"
        nodes.append(point(f"{key}/ties", opening, ties))
    return tuple(nodes)
