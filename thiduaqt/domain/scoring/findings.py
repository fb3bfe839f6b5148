"""What scores and conditions say about proposing a nominee, as findings with their source."""

from __future__ import annotations

from collections.abc import Iterator

from thiduaqt.domain.issues import Issue, Severity
from thiduaqt.domain.plan import Section, Source, SubjectGroup
from thiduaqt.domain.scoring.structure import Shape, has_points, is_scored
from thiduaqt.domain.scoring.thresholds import Verdict, opened, verdicts
from thiduaqt.domain.scoring.tree import TreeResult
from thiduaqt.domain.source_words import source_words

# Where findings about the score as a whole are mended.
SCORE_FIELD = "score"
_CONDITIONS = frozenset({"all", "any", "at_least"})
_ALTERNATIVES = frozenset({"any", "at_least"})


def conditions(group: SubjectGroup) -> tuple[Section, ...]:
    """Return the sections that every nominee has to meet: conditions that give no points.

    A condition within alternatives is answered by the section around it.
    """
    shape = Shape(group)
    sections = {section.code: section for section in group.sections}
    found = []
    for section in group.sections:
        above = [sections[code].combine for code in shape.above(section.code)]
        inside = shape.inside(section.code)
        points = any(not isinstance(node, Section) and is_scored(node) for node in inside)
        free = _ALTERNATIVES.isdisjoint(above) and "highest" not in above
        if section.combine in _CONDITIONS and inside and not points and section.most is None:
            found.append((section, free))
    return tuple(section for section, free in found if free)


def alternatives(group: SubjectGroup) -> frozenset[str]:
    """Return the criteria of which only some must be met; none of them is required by itself."""
    shape = Shape(group)
    sections = {section.code: section for section in group.sections}
    return frozenset(
        item.code
        for item in group.criteria
        if any(sections[code].combine in _ALTERNATIVES for code in shape.above(item.code))
    )


def section_findings(result: TreeResult) -> list[Issue]:
    """Return a finding for every condition of several items that is not met, or not yet."""
    alone = {item.code for item in result.group.criteria if item.kind == "gate" or item.required}
    either = alternatives(result.group)
    found: list[Issue] = []
    for section in conditions(result.group):
        node = result.node(section.code)
        if node is None or node.na or node.met:
            continue
        failing = {part.code for part in node.parts if not part.na and part.met is not True}
        if section.combine == "all" and failing <= alone - either:
            # Each of them says so itself.
            continue
        blocked = node.met is False
        word = "Không đạt" if blocked else "Chưa xác nhận đủ"
        found.append(
            Issue(
                code="SECTION_UNMET" if blocked else "MISSING_SECTION",
                severity="error",
                message=f"{word} nhóm điều kiện “{section.title}” ({node.how}).",
                field=_first(failing, result),
                source=_source(section.source),
            )
        )
    return found


def _first(codes: set[str], result: TreeResult) -> str:
    return next((node.code for node in result.all_nodes() if node.code in codes), "checks")


def score_findings(result: TreeResult, award: str) -> list[Issue]:
    """Return what the score says about ``award``: not reached, not yet told, or nothing.

    A threshold that is only a suggestion, or that nobody confirmed, never blocks.
    """
    found = verdicts(result)
    own = [verdict for verdict in found if verdict.award == award]
    answer = opened(found, award)
    issues = list(_not_open(own, result, answer))
    waiting = has_points(result.group) and not result.points_complete
    if waiting and answer is not None:
        issues.append(_open_items(result, "review" if answer else "note"))
    return issues


def _not_open(own: list[Verdict], result: TreeResult, answer: bool | None) -> Iterator[Issue]:
    if answer is True or not own:
        return
    # Of several ways to the award the first one is told, the others are in the tooltip of it.
    verdict = next((one for one in own if one.opened is answer), own[0])
    source = verdict.threshold.source
    told = [reason for reason in verdict.reasons if reason.met is answer and reason.code != "gate"]
    if not told:
        # A condition every nominee has to meet says so itself.
        return
    words = " ".join(reason.words for reason in told)
    if answer is None:
        yield Issue(
            code="MISSING_SCORE",
            severity=_weight(source),
            message=f"Chưa đủ căn cứ đề nghị khen ({verdict.words}). {words}".strip(),
            field=_where(result),
            source=_source(source),
        )
        return
    yield Issue(
        code="SCORE_BELOW",
        severity=_weight(source),
        message=f"Chưa đạt ngưỡng khen: {verdict.words}. {words}",
        field=SCORE_FIELD,
        source=_source(source),
    )


def _weight(source: Source) -> Severity:
    unsure = source.tag == "suggestion" or source.confidence == "R"
    return "review" if unsure else "error"


def _open_items(result: TreeResult, severity: Severity) -> Issue:
    count = max(len(result.open_points), 1)
    words = "Chưa chấm điểm." if result.total is None else f"Còn {count} mục chưa chấm điểm."
    return Issue(code="SCORE_OPEN", severity=severity, message=words, field=_where(result))


def _where(result: TreeResult) -> str:
    """Return the first item still to be scored."""
    return result.open_points[0] if result.open_points else SCORE_FIELD


def _source(source: Source) -> str:
    return source_words(source) if source.text else ""
