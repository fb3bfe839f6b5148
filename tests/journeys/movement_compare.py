"""Holds a plan that was typed in the window against the invented one, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace

from tests.plans_invented import MOVEMENT
from thiduaqt.domain.plan import (
    RECIPIENT_KINDS,
    Criterion,
    MovementPlan,
    PlanDocument,
    Section,
    SubjectGroup,
)
from thiduaqt.domain.scoring.structure import Shape

DIFFERENT = frozenset(
    {
        # "hằng tháng" begins with the first month of the movement's year, not in March.
        "milestones[2].when.value",
        # Points of bands and grades are those of the best one: nobody types them twice.
        "groups[0].criteria[4].points",
        "groups[0].criteria[7].points",
        # What is to be shown is asked for by the tick that opens its field.
        "groups[0].criteria[2].evidence",
        # The number of workers is added up from the units.
        "quotas[9].base_count",
        # A basis is printed as typed; the window asks for no subject, nor where it is cited.
        "legal_bases[0].subject",
        "legal_bases[1].subject",
        "legal_bases[2].subject",
        "legal_bases[2].cited_in",
    }
)
"""What the window has no field for, or understands otherwise; all else has to be the same."""
_NOT_COMPARED = ("source", "version")


def differences(rules: MovementPlan, document: PlanDocument, wanted: PlanDocument) -> list[str]:
    """Return what differs from the invented rules and from ``wanted``, as "path: a / b"."""
    found = [
        *_walk("", _by_name(rules), _by_name(MOVEMENT)),
        *_walk("", _bare(document), _bare(wanted)),
    ]
    missed = DIFFERENT - {path for path, _mine, _wanted in found}
    return [
        *(f"{path} is the same after all" for path in sorted(missed)),
        *(f"{path}: {a!r} / {b!r}" for path, a, b in found if path not in DIFFERENT),
    ]


def _walk(path: str, mine: object, wanted: object) -> Iterator[tuple[str, object, object]]:
    if is_dataclass(mine) and type(mine) is type(wanted):
        for field in fields(mine):
            # The words of a date are kept beside what they mean.
            typed = field.name == "wording" and path.endswith((".when", ".deadline", ".due"))
            if field.name not in _NOT_COMPARED and not typed:
                below = f"{path}.{field.name}" if path else field.name
                yield from _walk(below, getattr(mine, field.name), getattr(wanted, field.name))
    elif isinstance(mine, tuple) and isinstance(wanted, tuple) and len(mine) == len(wanted):
        for place, (a, b) in enumerate(zip(mine, wanted, strict=True)):
            yield from _walk(f"{path}[{place}]", a, b)
    elif mine != wanted:
        yield path, mine, wanted


def _by_name(rules: MovementPlan) -> MovementPlan:
    """Return rules in which names stand for the codes that the program gives."""
    leagues = {one.code: one.name for one in rules.leagues}
    groups = {one.code: one.name for one in rules.groups}
    targets = {one.code: one.statement for one in rules.targets}
    quotas = [
        replace(
            one, league=leagues.get(one.league, one.league), group=groups.get(one.group, one.group)
        )
        for one in rules.quotas
    ]
    # Their order is that of the matrix.
    quotas.sort(key=lambda one: (one.award, one.round_kind, one.recipient_kind))
    return replace(
        rules,
        code="",
        leagues=tuple(
            replace(one, code="", blocks=tuple(_block(name) for name in one.blocks))
            for one in rules.leagues
        ),
        groups=tuple(_group(one, leagues) for one in rules.groups),
        targets=tuple(
            replace(one, code="", parent=targets.get(one.parent, "")) for one in rules.targets
        ),
        quotas=tuple(quotas),
        **{
            part: tuple(replace(one, code="") for one in getattr(rules, part))
            for part in ("phases", "milestones", "routes", "papers")
        },
    )


def _block(name: str) -> str:
    return {"Cụm Đông": "cum-dong", "Cụm Tây": "cum-tay"}.get(name, name)


def _group(group: SubjectGroup, leagues: Mapping[str, str]) -> SubjectGroup:
    nodes = [place.node for place in Shape(group).places()]
    titles = {node.code: node.title for node in nodes}

    def named(codes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(titles.get(code, code) for code in codes)

    return replace(
        group,
        code="",
        kinds=tuple(kind for kind in RECIPIENT_KINDS if kind in group.kinds),
        league=leagues.get(group.league, group.league),
        criteria=tuple(
            replace(node, code="", section=titles.get(node.section, ""))
            for node in nodes
            if isinstance(node, Criterion)
        ),
        sections=tuple(
            replace(node, code="", parent=titles.get(node.parent, ""))
            for node in nodes
            if isinstance(node, Section)
        ),
        thresholds=tuple(
            replace(one, all_of=named(one.all_of), any_of=named(one.any_of))
            for one in group.thresholds
        ),
        tie_breakers=tuple(
            replace(one, code=titles.get(one.code, "")) for one in group.tie_breakers
        ),
    )


def _bare(document: PlanDocument) -> PlanDocument:
    chapters = tuple(
        replace(one, code="", parts=tuple(replace(part, code="") for part in one.parts))
        for one in document.chapters
    )
    return replace(document, chapters=chapters)
