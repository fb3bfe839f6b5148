"""Invented criteria trees and sheets, drawn at random for property tests."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from thiduaqt.domain.plan import Criterion, Letter, Section, Step, SubjectGroup
from thiduaqt.domain.planning import ScoreEntry

D = Decimal
numbers = st.integers(0, 400).map(lambda n: D(n) / 4)
small = st.integers(0, 30).map(D)
STEPS = (
    Step(points=D(20), low=D(90)),
    Step(points=D(15), low=D(70), high=D(90)),
    Step(points=D(8), low=D(50), high=D(70)),
)
LETTERS = (
    Letter(name="Tốt", points=D(10)),
    Letter(name="Khá", points=D(7)),
    Letter(name="Đạt", points=D(5)),
)
KINDS = (
    "gate", "check", "points", "bonus", "penalty", "ratio", "steps", "inverse", "count", "letter",
    "sample", "index",
)  # fmt: skip


@st.composite
def criteria(draw: st.DrawFn, code: str, sections: tuple[str, ...] = ()) -> Criterion:
    """Draw one item that can be scored; all may be left out as not applicable."""
    kind = draw(st.sampled_from(KINDS))
    made = Criterion(
        code=code,
        title=f"Tiêu chí {code}",
        kind=kind,
        section=draw(st.sampled_from(("", *sections))),
        points=draw(small),
        not_applicable=True,
        unit="buổi",
    )
    if kind in ("gate", "check"):
        return replace(made, points=draw(st.sampled_from((None, D(5)))))
    if kind in ("ratio", "steps"):
        counts = {"numerator": "hộ đã hướng dẫn", "denominator": "hộ trong thôn"}
        return replace(made, **counts, steps=STEPS if kind == "steps" else ())
    if kind == "letter":
        return replace(made, letters=LETTERS)
    if kind == "count":
        return replace(made, per_item=draw(small))
    if kind == "inverse":
        return replace(made, target=D(2))
    return made


@st.composite
def groups(draw: st.DrawFn) -> SubjectGroup:
    """Draw a group with sections nested at random and up to nine items."""
    sections: list[Section] = []
    for n in range(draw(st.integers(0, 4))):
        sections.append(
            Section(
                code=f"S{n}",
                title=f"Nhóm {n}",
                parent=draw(st.sampled_from(("", *(s.code for s in sections)))),
                combine=draw(
                    st.sampled_from(("sum", "highest", "average", "all", "any", "at_least"))
                ),
                at_least=draw(st.integers(1, 3)),
                most=draw(st.sampled_from((None, D(12), D(30)))),
                least=draw(st.sampled_from((None, D(-4)))),
            )
        )
    codes = tuple(section.code for section in sections)
    count = draw(st.integers(1, 9))
    return SubjectGroup(
        code="G",
        name="Nhóm thử",
        kinds=("collective",),
        criteria=tuple(draw(criteria(f"c{n}", codes)) for n in range(count)),
        sections=tuple(sections),
    )


@st.composite
def entry_for(draw: st.DrawFn, criterion: Criterion) -> ScoreEntry:
    """Draw something fit to say of an item."""
    bare = ScoreEntry(code=criterion.code)
    if draw(st.integers(0, 5)) == 0:
        return replace(bare, na=True)
    kind = criterion.kind
    if kind in ("gate", "check", "sample"):
        return replace(bare, met=draw(st.booleans()))
    if kind in ("ratio", "steps"):
        below = draw(st.integers(1, 200))
        return replace(bare, numerator=D(draw(st.integers(0, below))), denominator=D(below))
    if kind == "letter":
        return replace(bare, letter=draw(st.sampled_from([one.name for one in LETTERS])))
    if kind in ("points", "bonus", "penalty", "index"):
        most = int(criterion.points or 0) * 4
        return replace(bare, value=D(draw(st.integers(0, most))) / 4, document="TB 12, 01/03/2026")
    return replace(bare, value=D(draw(st.integers(0, 20))))


@st.composite
def scored(draw: st.DrawFn, *, whole: bool = False) -> tuple[SubjectGroup, tuple[ScoreEntry, ...]]:
    """Draw a group and a sheet of it, some items left open unless ``whole``."""
    group = draw(groups())
    said = [
        draw(entry_for(criterion))
        for criterion in group.criteria
        if whole or draw(st.integers(0, 4))
    ]
    return group, tuple(said)
