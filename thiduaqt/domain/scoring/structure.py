"""The shape of a subject group's criteria: order, depth, what each part can give at most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import reduce

from thiduaqt.domain.plan import Criterion, Section, SubjectGroup

Node = Criterion | Section
ZERO = Decimal(0)
# Points that come out of a division are kept to hundredths, halves up, so that what is printed
# adds up by hand.
POINTS_STEP = Decimal("0.01")
# Sections inside each other that are still read as a tree; packs may have 8.
DEEPEST = 60
_TOP, _OPEN = -1, -2
# Yes/no items: without points of their own they are conditions and stand in the checklist.
_YES_NO = frozenset({"gate", "check"})
# What nobody has to enter: nothing said means that there was none.
OPTIONAL_KINDS = frozenset({"bonus", "penalty"})
_NUMBERED = re.compile(r"^(?P<head>.*?)(?P<number>\d+)$")


def rounded(value: Decimal) -> Decimal:
    """Return points to hundredths, halves up."""
    return value.quantize(POINTS_STEP, rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """What a part can give at most: ``base`` points, ``bonus`` on top, ``least`` by penalties."""

    base: Decimal = ZERO
    bonus: Decimal = ZERO
    least: Decimal = ZERO

    @property
    def whole(self) -> Decimal:
        """Base and bonus together."""
        return self.base + self.bonus

    @property
    def extra(self) -> bool:
        """Tell whether it only adds or takes away: it comes on top of a mean or a best one."""
        return self.base == 0 and (self.bonus != 0 or self.least != 0)

    @property
    def weighs(self) -> bool:
        """Tell whether it has points of its own that a mean is made of."""
        return self.base != 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A node as a tree view shows it: how deep it stands and its number among its siblings."""

    node: Node
    depth: int
    ordinal: int
    parent: str


class Shape:
    """A group's tree read once. A section that hangs on itself or on nothing stands at the top.

    So does one deeper than any plan goes. A section without a code is no section: what names it
    stands at the top. Of two with one code the last one counts.
    """

    def __init__(self, group: SubjectGroup) -> None:
        self.group = group
        self._sections = {section.code: section for section in group.sections if section.code}
        self._circling, self._lost = self._read()
        self._children: dict[str, list[Node]] = {"": []}
        for criterion in group.criteria:
            parent = criterion.section if criterion.section in self._sections else ""
            self._children.setdefault(parent, []).append(criterion)
        for section in self._sections.values():
            self._children.setdefault(self.parent(section), []).append(section)

    def parent(self, node: Node) -> str:
        """Return the code of the section around ``node``, empty at the top."""
        named = node.parent if isinstance(node, Section) else node.section
        lost = isinstance(node, Section) and node.code in self._lost
        return named if named in self._sections and not lost else ""

    def _read(self) -> tuple[tuple[str, ...], frozenset[str]]:
        """Return the sections that stand inside themselves, and all that go to the top.

        Each section is looked at once, from the ones around it.
        """
        depths: dict[str, int] = {}
        circling: set[str] = set()
        deep: set[str] = set()
        for code in self._sections:
            path: list[str] = []
            at = code
            while at in self._sections and at not in depths:
                depths[at] = _OPEN
                path.append(at)
                at = self._sections[at].parent
            if depths.get(at) == _OPEN:
                circling.update(path[path.index(at) :])
            for inner in reversed(path):
                around = depths.get(self._sections[inner].parent, _TOP)
                depth = 0 if inner in circling else around + 1
                if depth >= DEEPEST:
                    deep.add(inner)
                    depth = 0
                depths[inner] = depth
        in_order = tuple(code for code in self._sections if code in circling)
        return in_order, frozenset(circling | deep)

    @property
    def circling(self) -> tuple[str, ...]:
        """Codes of the sections that stand inside themselves."""
        return self._circling

    def node(self, code: str) -> Node | None:
        """Return the criterion or section with ``code``, or None."""
        found = next((item for item in self.group.criteria if item.code == code), None)
        return found or self._sections.get(code)

    def children(self, code: str = "") -> tuple[Node, ...]:
        """Return what stands directly in a section (empty: at the top): items, then sections."""
        return tuple(self._children.get(code, ()))

    def inside(self, code: str) -> tuple[Node, ...]:
        """Return everything below a section, in the order it reads."""
        return tuple(place.node for place in self._walk(code, 0))

    def places(self) -> tuple[Place, ...]:
        """Return all nodes in the order they read."""
        return tuple(self._walk("", 0))

    def _walk(self, code: str, depth: int) -> Iterator[Place]:
        for ordinal, node in enumerate(self.children(code), start=1):
            yield Place(node=node, depth=depth, ordinal=ordinal, parent=code)
            if isinstance(node, Section):
                yield from self._walk(node.code, depth + 1)

    def above(self, code: str) -> tuple[str, ...]:
        """Return the codes of the sections around a node, the nearest first."""
        found: list[str] = []
        node = self.node(code)
        while node is not None and (parent := self.parent(node)):
            found.append(parent)
            node = self._sections[parent]
        return tuple(found)

    def depth(self, code: str) -> int:
        """Return how many sections stand around a node."""
        return len(self.above(code))

    def ceiling(self, code: str = "", *, without: Collection[str] = ()) -> Ceiling:
        """Return what a section (empty: the whole) can give, items ``without`` left out."""
        section = self._sections.get(code)
        parts = [
            self.ceiling(node.code, without=without)
            if isinstance(node, Section)
            else ceiling_of(node)
            for node in self.children(code)
            if not self.absent(node, without)
        ]
        return combined(section, parts)

    def absent(self, node: Node, without: Collection[str]) -> bool:
        """Tell whether a node is left out: named so, or a section without any part left."""
        if isinstance(node, Criterion):
            return node.code in without
        return all(self.absent(child, without) for child in self.children(node.code))


def combined(section: Section | None, parts: Sequence[Ceiling]) -> Ceiling:
    """Return what a section gives at most whose parts give at most ``parts``."""
    if section is None or not parts:
        return _added(parts)
    if section.combine in ("all", "any", "at_least") and section.most is not None:
        return Ceiling(base=section.most)
    made = _RULES.get(section.combine, _added)(parts)
    base, bonus, least = made.base, made.bonus, made.least
    if section.most is not None:
        base = min(base, section.most)
        bonus = min(bonus, section.most - base)
    if section.least is not None:
        least = max(least, section.least)
    return Ceiling(base=base, bonus=max(bonus, ZERO), least=least)


def _added(parts: Iterable[Ceiling]) -> Ceiling:
    return reduce(
        lambda a, b: Ceiling(
            base=a.base + b.base, bonus=a.bonus + b.bonus, least=a.least + b.least
        ),
        parts,
        Ceiling(),
    )


def _greatest(parts: Sequence[Ceiling]) -> Ceiling:
    weighing = [part for part in parts if not part.extra]
    best = Ceiling(
        base=max((part.base for part in weighing), default=ZERO),
        bonus=max((part.bonus for part in weighing), default=ZERO),
        least=min((part.least for part in weighing), default=ZERO),
    )
    return _added([best, *(part for part in parts if part.extra)])


def _mean(parts: Sequence[Ceiling]) -> Ceiling:
    weighing = [part for part in parts if part.weighs]
    whole = _added(weighing)
    count = max(len(weighing), 1)
    base, bonus, least = (
        rounded(value / count) for value in (whole.base, whole.bonus, whole.least)
    )
    mean = Ceiling(base=base, bonus=bonus, least=least)
    return _added([mean, *(part for part in parts if part.extra)])


_RULES = {"highest": _greatest, "any": _greatest, "average": _mean}


def ceiling_of(criterion: Criterion) -> Ceiling:
    """Return what one item can give; bands and grades say so themselves."""
    most = most_of(criterion)
    if criterion.kind == "penalty":
        return Ceiling(least=-most)
    if criterion.kind == "bonus":
        return Ceiling(bonus=most)
    return Ceiling(base=most)


def most_of(criterion: Criterion) -> Decimal:
    """Return the most points of one item (for a penalty: the most it takes), 0 where unsaid."""
    if criterion.kind in ("steps", "index") and criterion.steps:
        return max(*(step.points for step in criterion.steps), ZERO)
    if criterion.kind == "letter" and criterion.letters:
        return max(*(letter.points for letter in criterion.letters), ZERO)
    return criterion.points if criterion.points is not None else ZERO


def is_scored(criterion: Criterion) -> bool:
    """Tell whether an item gives points; the others are conditions of the checklist."""
    return criterion.kind not in _YES_NO or criterion.points is not None


def has_points(group: SubjectGroup | None) -> bool:
    """Tell whether a group is scored at all."""
    return group is not None and any(is_scored(item) for item in group.criteria)


def numbering_gaps(codes: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return the numbers missing in codes such as "III.1", "III.2", "III.4": {"III.": (3,)}.

    Codes are taken together where everything before their last number is the same.
    """
    found: dict[str, set[int]] = {}
    for code in codes:
        match = _NUMBERED.match(code)
        if match:
            found.setdefault(match["head"], set()).add(int(match["number"]))
    gaps = {
        head: tuple(number for number in range(1, max(numbers)) if number not in numbers)
        for head, numbers in found.items()
        if max(numbers) <= 999
    }
    return {head: missing for head, missing in gaps.items() if missing}


def doubled(codes: Iterable[str]) -> tuple[str, ...]:
    """Return the codes that occur more than once."""
    return tuple(code for code, times in Counter(codes).items() if times > 1)


def titles(group: SubjectGroup) -> Mapping[str, str]:
    """Return the title of every criterion and section by its code."""
    named = {section.code: section.title for section in group.sections}
    return named | {criterion.code: criterion.title for criterion in group.criteria}
