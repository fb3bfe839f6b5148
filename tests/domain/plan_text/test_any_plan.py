"""Data of any shape the types allow, sensible or not: it is printed, or left out, never a crash."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from thiduaqt.domain.plan import ParagraphEdit, PlanPack
from thiduaqt.domain.plan_text import PlanWords, compose, lines_of

TEXTS = st.text("aAđỌ .-:/012\n“”", max_size=6)
# A section without a code cannot be told from the top of its tree; packs and forms refuse it.
CODES = st.sampled_from(["a", "b", "c", "c1", "d/e"])
DATES = st.sampled_from(["", "2026", "2026-05", "2026-Q3", "2026-05-09", "khi có hướng dẫn"])
NAMED = {
    "code": CODES,
    "value": DATES | st.sampled_from(["0.75", "90", "không"]),
    "start": DATES,
    "end": DATES,
    "date": DATES,
    "period_start": DATES,
    "period_end": DATES,
}
PLAIN: dict[object, st.SearchStrategy[Any]] = {
    str: TEXTS,
    bool: st.booleans(),
    int: st.integers(-3, 3000),
    Decimal: st.decimals("-5", "500", places=2),
    type(None): st.none(),
}


@cache
def any_of(kind: object) -> st.SearchStrategy[Any]:
    """Return a strategy for a type of the plan."""
    if kind in PLAIN:
        return PLAIN[kind]
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        values = {
            field.name: NAMED[field.name]
            if field.name in NAMED and str in (hints[field.name], *get_args(hints[field.name]))
            else any_of(hints[field.name])
            for field in fields(kind)
        }
        return st.builds(kind, **values)  # type: ignore[arg-type]  # a class
    inner = get_args(kind)
    if get_origin(kind) is Literal:
        return st.sampled_from(inner)
    if get_origin(kind) in (Union, types.UnionType):
        return st.one_of([any_of(part) for part in inner])
    return st.lists(any_of(inner[0]), max_size=3).map(tuple)


# A whole plan shrinks for minutes; the first failing one tells enough.
FAST = (Phase.explicit, Phase.reuse, Phase.generate)


@given(pack=any_of(PlanPack), edits=any_of(tuple[ParagraphEdit, ...]))
@settings(deadline=None, max_examples=80, phases=FAST, suppress_health_check=list(HealthCheck))
def test_whatever_the_data_holds_it_can_be_printed(
    pack: PlanPack, edits: tuple[ParagraphEdit, ...]
) -> None:
    plan = compose(pack.document, pack.movements, PlanWords(), edits)
    keys = [block.key for block in plan.blocks]
    assert len(keys) == len(set(keys))
    assert all("\r" not in line.text for line in lines_of(plan))
    assert compose(pack.document, pack.movements, PlanWords(), edits) == plan
