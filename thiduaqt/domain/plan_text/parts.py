"""One part of a chapter: its own lines, then what its kind prints of the movements.

Where a plan carries several movements, what they have in common is printed once, and what is
different under the name of each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from thiduaqt.domain.plan import MovementPlan, Numbering, Part, PartKind, PlanDocument
from thiduaqt.domain.plan_text import moments
from thiduaqt.domain.plan_text.blocks import Node, NodeKind, closed, dash, heading, point
from thiduaqt.domain.plan_text.criteria import (
    common_criteria,
    common_nodes,
    criteria_nodes,
    league_nodes,
)
from thiduaqt.domain.plan_text.quota_words import quota_nodes
from thiduaqt.domain.plan_text.targets import target_nodes
from thiduaqt.domain.plan_text.words import PlanWords, named, says

Item = TypeVar("Item")
Draw = Callable[[str, Sequence[Item], MovementPlan], tuple[Node, ...]]

_MARKS: dict[Numbering, NodeKind] = {
    "none": "text",
    "dash": "dash",
    "letter": "point",
    "number": "numbered",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The plan a part belongs to: its document, its movements, the words of the office."""

    document: PlanDocument
    movements: tuple[MovementPlan, ...]
    words: PlanWords

    def chosen(self, part: Part) -> tuple[MovementPlan, ...]:
        """Return the movement a part names, or all of them."""
        if not part.movement:
            return self.movements
        return tuple(item for item in self.movements if item.code == part.movement)


def part_nodes(key: str, part: Part, whole: Whole) -> tuple[Node, ...]:
    """Return what stands in a part, without its title."""
    lines = tuple(
        Node(
            key=f"{key}/{number}",
            kind=_MARKS[part.numbering],
            text=closed(line),
            source=part.source,
        )
        for number, line in enumerate(part.lines)
        if line.strip()
    )
    made = _PRINTERS[part.kind](key, part, whole)
    own = " ".join(part.lines)
    fresh = tuple(node for node in made if node.kind != "text" or not says(own, node.text))
    cited = [basis for basis in whole.document.legal_bases if basis.cited_in == part.code]
    return (*lines, *fresh, *(moments.cited_nodes(key, cited) if lines or fresh else ()))


def shared(
    key: str,
    movements: Sequence[MovementPlan],
    items: Callable[[MovementPlan], Sequence[Item]],
    draw: Draw[Item],
) -> tuple[Node, ...]:
    """Return what ``draw`` makes of the items all movements share, then of each one's own."""
    if not movements:
        return ()
    first = movements[0]
    if len(movements) == 1:
        return draw(f"{key}/{first.code}", items(first), first)
    common = [item for item in items(first) if all(item in items(m) for m in movements[1:])]
    nodes = list(draw(f"{key}/{first.code}", common, first)) if common else []
    for movement in movements:
        own = [item for item in items(movement) if item not in common]
        if own:
            place = f"{key}/{movement.code}"
            nodes.append(heading(f"{place}/only", named(movement), draw(place, own, movement)))
    return tuple(nodes)


def _texts(_key: str, _part: Part, _whole: Whole) -> tuple[Node, ...]:
    return ()


def _alike(
    key: str,
    movements: Sequence[MovementPlan],
    draw: Callable[[str, MovementPlan], tuple[Node, ...]],
) -> tuple[Node, ...]:
    """Return what each movement says, once where all say the same."""
    drawn = [(movement, draw(f"{key}/{movement.code}", movement)) for movement in movements]
    told = [(movement, nodes) for movement, nodes in drawn if nodes]
    if not told:
        return ()
    texts = {tuple((node.text, node.children) for node in _unkeyed(nodes)) for _, nodes in told}
    if len(texts) == 1:
        return told[0][1]
    return tuple(
        heading(f"{key}/{movement.code}/only", named(movement), nodes) for movement, nodes in told
    )


def _unkeyed(nodes: Sequence[Node]) -> tuple[Node, ...]:
    return tuple(
        Node(key="", kind=node.kind, text=node.text, children=_unkeyed(node.children))
        for node in nodes
    )


def _subjects(key: str, part: Part, whole: Whole) -> tuple[Node, ...]:
    return _alike(key, whole.chosen(part), moments.subject_nodes)


def _period(key: str, part: Part, whole: Whole) -> tuple[Node, ...]:
    return _alike(key, whole.chosen(part), moments.period_nodes)


def _phases(key: str, part: Part, whole: Whole) -> tuple[Node, ...]:
    return shared(key, whole.chosen(part), lambda m: m.phases, moments.phase_nodes)


def _targets(key: str, part: Part, whole: Whole) -> tuple[Node, ...]:
    return shared(
        key,
        whole.chosen(part),
        lambda m: [target for target in m.targets if not in_criteria(target.group, m, whole)],
        lambda place, items, _: target_nodes(place, items, titled=bool(part.title)),
    )


def in_criteria(group: str, movement: MovementPlan, whole: Whole) -> bool:
    """Tell whether targets of a group are printed under its criteria."""
    if not group or movement.group(group) is None:
        return False
    parts = [part for chapter in whole.document.chapters for part in chapter.parts]
    return any(p.kind == "criteria" and p.movement in ("", movement.code) for p in parts)


def _criteria(key: str, part: Part, whole: Whole) -> tuple[Node, ...]:
    words, movements = whole.words, whole.chosen(part)
    if not movements:
        return ()
    leagues = shared(
        key,
        movements,
        lambda m: m.leagues,
        lambda place, items, m: league_nodes(place, items, m, words),
    )
    common = common_criteria(movements)
    groups = shared(
        key,
        movements,
        lambda m: m.groups,
        lambda place, items, m: criteria_nodes(place, items, m, words, common),
    )
    return (*leagues, *groups, *common_nodes(f"{key}/{movements[0].code}", common))


def _awards(key: str, part: Part, whole: Whole) -> tuple[Node, ...]:
    return _alike(
        key, whole.chosen(part), lambda place, m: _award_points(place, m, whole.words, part)
    )


def _award_points(
    key: str, movement: MovementPlan, words: PlanWords, part: Part
) -> tuple[Node, ...]:
    own = " ".join(part.lines)
    named_awards = dict.fromkeys(
        [
            *(quota.award for quota in movement.quotas),
            *(rule.award for group in movement.groups for rule in group.thresholds),
        ]
    )
    awards = tuple(
        dash(f"{key}/award/{code}", words.award(code))
        for code in named_awards
        if not says(own, words.award(code))
    )
    papers = tuple(
        dash(f"{key}/paper/{paper.code}", _paper(paper.name, movement, paper.awards, words),
             source=paper.source)
        for paper in movement.papers
    )  # fmt: skip
    found = (
        ("awards", "Hình thức khen thưởng", awards),
        ("rounds", "Thời điểm xét khen thưởng", moments.round_nodes(key, movement.rounds)),
        ("papers", "Hồ sơ đề nghị khen thưởng gồm", papers),
    )
    return tuple(point(f"{key}/{code}", title, nodes) for code, title, nodes in found if nodes)


def _paper(name: str, movement: MovementPlan, awards: Sequence[str], words: PlanWords) -> str:
    asked = ", ".join(words.award(code) for code in awards)
    return f"{name} (đối với {asked})" if asked else name


def _quotas(key: str, part: Part, whole: Whole) -> tuple[Node, ...]:
    return shared(
        key,
        whole.chosen(part),
        lambda m: m.quotas,
        lambda place, items, m: quota_nodes(place, items, m, whole.words),
    )


def _registration(key: str, part: Part, whole: Whole) -> tuple[Node, ...]:
    return _alike(
        key,
        whole.chosen(part),
        lambda place, m: moments.registration_nodes(place, m.registration),
    )


def _milestones(key: str, part: Part, whole: Whole) -> tuple[Node, ...]:
    return shared(
        key,
        whole.chosen(part),
        lambda m: m.milestones,
        lambda place, items, _: moments.milestone_nodes(place, items),
    )


def _duties(key: str, part: Part, whole: Whole) -> tuple[Node, ...]:
    duties = moments.duty_nodes(key, whole.document.responsibilities)
    routes = shared(
        key,
        whole.chosen(part),
        lambda m: m.routes,
        lambda place, items, _: moments.route_nodes(place, items, whole.words),
    )
    return (*duties, *routes)


_PRINTERS: dict[PartKind, Callable[[str, Part, Whole], tuple[Node, ...]]] = {
    "text": _texts,
    "subjects": _subjects,
    "period": _period,
    "phases": _phases,
    "targets": _targets,
    "criteria": _criteria,
    "awards": _awards,
    "quotas": _quotas,
    "registration": _registration,
    "milestones": _milestones,
    "responsibilities": _duties,
}
