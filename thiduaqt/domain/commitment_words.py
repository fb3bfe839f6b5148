"""Commitments as they are read and typed in one cell: "Nội dung: con số; nội dung khác"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from thiduaqt.domain.plan import Target
from thiduaqt.domain.planning import Commitment, Registration
from thiduaqt.domain.target_values import wanted_words
from thiduaqt.domain.text import clean, fold

_BETWEEN = re.compile(r"[;\n]+")


def show(commitments: Iterable[Commitment]) -> str:
    """Return commitments as one line of text, each with its figure behind a colon."""
    return "; ".join(f"{one.text}: {one.value}" if one.value else one.text for one in commitments)


def read(text: str, targets: Sequence[Target] = ()) -> tuple[Commitment, ...]:
    """Return the commitments of a typed line: parted by ";" or line ends, figure after a colon.

    What stands behind the last colon is the figure only where it holds a digit. A text that says
    the same as a target of the plan belongs to that target.
    """
    made = (_read_one(part, targets) for part in _BETWEEN.split(text))
    return tuple(one for one in made if one.text)


def _read_one(part: str, targets: Sequence[Target]) -> Commitment:
    words, colon, figure = part.rpartition(":")
    if not colon or not any(sign.isdigit() for sign in figure):
        words, figure = part, ""
    return worded(words, figure, targets)


def worded(text: str, value: str, targets: Sequence[Target]) -> Commitment:
    """Return one commitment; ``target`` is that whose statement says the same."""
    words = clean(text).strip(" :-–")
    key = fold(words)
    of = next((one.code for one in targets if fold(one.statement) == key), "")
    return Commitment(text=words, target=of, value=clean(value))


def of_targets(targets: Iterable[Target], year: int) -> tuple[Commitment, ...]:
    """Return what a plan's targets ask for in ``year`` as commitments; headings are left out."""
    asked = list(targets)
    above = {one.parent for one in asked if one.parent}
    return tuple(
        Commitment(text=one.statement, target=one.code, value=wanted_words(one, year))
        for one in asked
        if one.operator != "text" or one.code not in above
    )


def with_targets(item: Registration, promised: Sequence[Commitment]) -> Registration:
    """Return a registration that promises these as well; a target it names keeps its figure."""
    there = {one.target for one in item.commitments if one.target}
    fresh = tuple(one for one in promised if one.target not in there)
    return replace(item, commitments=(*item.commitments, *fresh))
