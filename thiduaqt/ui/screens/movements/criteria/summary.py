"""What the foot and the strip of the tab say of a group, and what a new group starts with."""

from __future__ import annotations

from thiduaqt.domain import plan_edits
from thiduaqt.domain.plan import Criterion, MovementPlan, RecipientKind, SubjectGroup
from thiduaqt.domain.scoring import words
from thiduaqt.domain.scoring.structure import Shape, has_points, numbering_gaps, titles
from thiduaqt.ui.i18n import translate


def total_text(group: SubjectGroup | None, shape: Shape | None) -> str:
    """Return how many criteria a group has, what they give and what opens an award."""
    if group is None or shape is None:
        return translate("CriteriaTab", "Chưa có nhóm đối tượng nào.")
    count = translate("CriteriaTab", "{count} tiêu chí").format(count=len(group.criteria))
    parts = [count]
    if has_points(group):
        ceiling = shape.ceiling()
        given = words.plain(ceiling.base)
        parts.append(translate("CriteriaTab", "tổng {points} điểm").format(points=given))
        if ceiling.bonus:
            bonus = words.plain(ceiling.bonus)
            parts.append(translate("CriteriaTab", "thưởng đến {points}").format(points=bonus))
        if ceiling.least:
            taken = words.plain(abs(ceiling.least))
            parts.append(translate("CriteriaTab", "trừ đến {points}").format(points=taken))
    names = dict(titles(group))
    parts += [words.threshold_words(item, names) for item in group.thresholds[:1]]
    return f"{group.name}: " + "  |  ".join(part for part in parts if part)


def doubt_text(rules: MovementPlan | None, group: SubjectGroup | None, shape: Shape | None) -> str:
    """Return what the plan numbers or adds up otherwise than its tree does; empty for nothing."""
    lines: list[str] = []
    if rules is not None:
        for before, lacking in numbering_gaps(one.code for one in rules.groups).items():
            numbers = ", ".join(str(number) for number in lacking)
            line = translate("CriteriaTab", "Nhóm đối tượng đánh số {before} thiếu số {numbers}.")
            lines.append(line.format(before=before.rstrip("."), numbers=numbers))
    if group is not None and shape is not None and group.total is not None:
        ceiling = shape.ceiling()
        given = ceiling.base
        # Some plans count the bonus into their total, some do not.
        if group.total not in (ceiling.base, ceiling.whole):
            line = translate(
                "CriteriaTab", "Kế hoạch ghi tổng {said} điểm, cây tiêu chí cộng được {given}."
            )
            lines.append(line.format(said=words.plain(group.total), given=words.plain(given)))
    return " ".join(lines)


def new_group(rules: MovementPlan, name: str) -> SubjectGroup:
    """Return a new group: it starts with the legal gates that every other has."""
    code = plan_edits.fresh_code(name, [one.code for one in rules.groups], prefix="nhom")
    kinds: tuple[RecipientKind, ...] = ("collective", "individual")
    return SubjectGroup(code=code, name=name, kinds=kinds, criteria=_common_gates(rules))


def _common_gates(rules: MovementPlan) -> tuple[Criterion, ...]:
    if not rules.groups:
        return ()
    return tuple(
        item
        for item in rules.groups[0].criteria
        if item.kind == "gate"
        and item.source.tag == "law"
        and all(item in group.criteria for group in rules.groups)
    )
