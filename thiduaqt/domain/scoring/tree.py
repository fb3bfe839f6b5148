"""The result of a whole tree: items, sections, caps, what is open, what may still be reached."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from thiduaqt.domain.issues import Issue
from thiduaqt.domain.plan import Criterion, Section, SubjectGroup
from thiduaqt.domain.planning import ScoreEntry
from thiduaqt.domain.scoring.formulas import ItemResult, score
from thiduaqt.domain.scoring.structure import (
    OPTIONAL_KINDS,
    ZERO,
    Ceiling,
    Shape,
    ceiling_of,
    combined,
    is_scored,
    rounded,
)
from thiduaqt.domain.scoring.words import (
    combine_words,
    how_words,
    percent_words,
    plain,
    points_words,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeResult:
    """One item or section worked out, its parts with it.

    ``points`` is None where nothing is known yet. ``limit`` is what it can give with what does not
    apply left out, ``reach`` the most it may still come to once all open items are scored.
    ``open`` names the items that are still to be scored.
    """

    code: str
    title: str
    depth: int
    section: bool
    points: Decimal | None
    met: bool | None
    na: bool
    fatal: bool
    limit: Ceiling
    reach: Decimal
    open: tuple[str, ...]
    how: str
    parts: tuple[NodeResult, ...] = ()
    item: ItemResult | None = None

    @property
    def line(self) -> str:
        """The result in one line for a tooltip or for print: "II. Kết quả: 35/50 điểm (…)"."""
        if self.na:
            return f"{self.title}: không áp dụng"
        told = f" ({self.how})" if self.how else ""
        if self.limit.whole == 0 and self.limit.least == 0:
            word = {True: "đạt", False: "không đạt", None: "chưa xác nhận"}[self.met]
            return f"{self.title}: {word}{told if self.section else ''}"
        if self.points is None:
            return f"{self.title}: chưa chấm{told}"
        of = f"/{plain(self.limit.base)}" if self.limit.base else ""
        return f"{self.title}: {points_words(self.points)}{of} điểm{told}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeResult:
    """A sheet worked out under one edition of a group's criteria.

    ``total`` is None while nothing gives points yet. ``most`` is what the whole tree can give,
    ``applicable`` the same with what does not apply left out. ``reach`` is the most the total may
    still come to.
    """

    group: SubjectGroup
    nodes: tuple[NodeResult, ...]
    total: Decimal | None
    most: Ceiling
    applicable: Ceiling
    reach: Decimal
    open: tuple[str, ...]
    issues: tuple[Issue, ...]

    @property
    def complete(self) -> bool:
        """Tell whether everything that applies is scored and fit."""
        return not self.open and not any(issue.severity == "error" for issue in self.issues)

    @property
    def open_points(self) -> tuple[str, ...]:
        """Items still to be scored that give points; the others are conditions to confirm."""
        scored = {item.code for item in self.group.criteria if is_scored(item)}
        return tuple(code for code in self.open if code in scored)

    @property
    def points_complete(self) -> bool:
        """Tell whether the points are final, whatever conditions are still to be confirmed."""
        return not self.open_points and not any(i.severity == "error" for i in self.issues)

    @property
    def percent(self) -> Decimal | None:
        """The total in percent of what applies; None where nothing is known or applies."""
        return self.in_percent(self.total)

    def in_percent(self, points: Decimal | None) -> Decimal | None:
        """Return points in percent of what applies, or None."""
        if points is None or self.applicable.base <= 0:
            return None
        return points * 100 / self.applicable.base

    def all_nodes(self) -> tuple[NodeResult, ...]:
        """Return all nodes in the order they read."""
        return tuple(_flat(self.nodes))

    def node(self, code: str) -> NodeResult | None:
        """Return the result of one item or section, or None."""
        return next((node for node in _flat(self.nodes) if node.code == code), None)

    @property
    def fatal(self) -> tuple[NodeResult, ...]:
        """Items that failed outright (tiêu chí liệt)."""
        return tuple(node for node in _flat(self.nodes) if node.fatal and not node.section)

    def gates(self, *, met: bool | None) -> tuple[NodeResult, ...]:
        """Return the conditions every nominee has to meet whose answer is ``met``."""
        gates = {item.code for item in self.group.criteria if item.kind == "gate"}
        found = (node for node in _flat(self.nodes) if node.code in gates)
        return tuple(node for node in found if not node.na and node.met is met)

    @property
    def words(self) -> str:
        """The total as the screen shows it: "86,5/100 điểm", with what is still open."""
        if self.total is None:
            return "Chưa chấm"
        words = f"{plain(self.total)}/{plain(self.applicable.base)} điểm"
        if self.applicable.base != self.most.base and self.percent is not None:
            words += f" áp dụng ({percent_words(self.percent)})"
        left = len(self.open_points)
        return f"{words}, còn {left} mục chưa chấm" if left else words

    def explain(self) -> tuple[tuple[int, str], ...]:
        """Return (depth, line) of every node and the total last, for a tooltip or for print."""
        lines = [(node.depth, node.line) for node in _flat(self.nodes)]
        return (*lines, (0, f"Tổng: {self.words}"))


def _flat(nodes: Iterable[NodeResult]) -> Iterable[NodeResult]:
    for node in nodes:
        yield node
        yield from _flat(node.parts)


def work_out(group: SubjectGroup, entries: Iterable[ScoreEntry]) -> TreeResult:
    """Return the result of one sheet. The order of ``entries`` does not matter.

    An entry for an item the group does not have, and a second one for the same item, is told as
    an issue and counts for nothing.
    """
    known = {item.code for item in group.criteria}
    said: dict[str, ScoreEntry] = {}
    issues: list[Issue] = []
    for entry in entries:
        if entry.code not in known:
            issues.append(
                _entry_issue("UNKNOWN_ITEM", entry.code, "không có trong bộ tiêu chí này")
            )
        elif entry.code in said and said[entry.code] != entry:
            issues.append(_entry_issue("TWICE_SCORED", entry.code, "được chấm hai lần khác nhau"))
        else:
            said[entry.code] = entry
    shape = Shape(group)
    worker = _Worker(shape, said)
    nodes = tuple(worker.node(node, 0) for node in shape.children())
    issues += [issue for node in _flat(nodes) if node.item for issue in node.item.issues]
    counted = [node for node in nodes if not node.na]
    return TreeResult(
        group=group,
        nodes=nodes,
        total=_sum(counted),
        most=shape.ceiling(),
        applicable=combined(None, [node.limit for node in counted]),
        reach=sum((node.reach for node in counted), ZERO),
        open=tuple(code for node in counted for code in node.open),
        issues=tuple(issues),
    )


def _entry_issue(code: str, item: str, what: str) -> Issue:
    return Issue(code=code, severity="review", message=f"Mục “{item}” {what}.", field=item)


class _Worker:
    """Works out nodes from what was said of the items."""

    def __init__(self, shape: Shape, said: dict[str, ScoreEntry]) -> None:
        self._shape = shape
        self._said = said

    def node(self, node: Criterion | Section, depth: int) -> NodeResult:
        if isinstance(node, Criterion):
            return self._item(node, depth)
        parts = tuple(self.node(child, depth + 1) for child in self._shape.children(node.code))
        return self._section(node, parts, depth)

    def _item(self, criterion: Criterion, depth: int) -> NodeResult:
        result = score(criterion, self._said.get(criterion.code))
        limit = Ceiling() if result.na else ceiling_of(criterion)
        awaited = (
            not result.known
            and criterion.kind not in OPTIONAL_KINDS
            and (is_scored(criterion) or criterion.kind == "gate" or criterion.required)
        )
        reach = limit.whole
        if result.na or result.points is not None:
            reach = result.points or ZERO
        return NodeResult(
            code=criterion.code,
            title=criterion.title,
            depth=depth,
            section=False,
            points=result.points,
            met=result.met,
            na=result.na,
            fatal=result.fatal,
            limit=limit,
            reach=reach,
            open=(criterion.code,) if awaited else (),
            how=result.how or how_words(criterion),
            item=result,
        )

    def _section(self, section: Section, parts: Sequence[NodeResult], depth: int) -> NodeResult:
        counted = [part for part in parts if not part.na]
        # A section of which nothing applies, an empty one too, does not apply itself.
        na = not counted
        limit = Ceiling() if na else combined(section, [part.limit for part in counted])
        met = None if na else _MET[section.combine](section, counted)
        points, reach = _points(section, counted, met=met, limit=limit)
        awaited = tuple(code for part in counted for code in part.open)
        return NodeResult(
            code=section.code,
            title=section.title,
            depth=depth,
            section=True,
            points=None if na else points,
            met=met,
            na=na,
            fatal=any(part.fatal for part in counted),
            limit=limit,
            reach=ZERO if na else reach,
            open=() if _settled(section, counted, met) else awaited,
            how=_section_words(section, self._shape, counted),
            parts=tuple(parts),
        )


def _settled(section: Section, parts: Sequence[NodeResult], met: bool | None) -> bool:
    """Tell whether what is open below cannot or need not be entered any more.

    Of items of which one counts, the one that was achieved is entered and the others stay empty.
    """
    if section.combine in ("any", "at_least"):
        return met is True
    if section.combine == "highest":
        return any(part.points is not None and not part.open for part in parts)
    return False


def _section_words(section: Section, shape: Shape, parts: Sequence[NodeResult]) -> str:
    words = combine_words(section, shape)
    if section.combine in ("all", "at_least"):
        return f"{words}, đã đạt {sum(part.met is True for part in parts)}"
    return words


# --- Points ------------------------------------------------------------------------------------


def _sum(parts: Iterable[NodeResult]) -> Decimal | None:
    known = [part.points for part in parts if part.points is not None]
    return sum(known, ZERO) if known else None


def _points(
    section: Section, parts: Sequence[NodeResult], *, met: bool | None, limit: Ceiling
) -> tuple[Decimal | None, Decimal]:
    """Return the points of a section as far as known and what it may still come to."""
    conditional = section.combine in ("all", "any", "at_least")
    if conditional:
        return _conditional(section, parts, met=met, limit=limit)
    if not parts:
        return None, ZERO
    extra = [part for part in parts if part.limit.extra]
    raw, reach = _base_points(section, [part for part in parts if not part.limit.extra])
    more = _sum(extra)
    if more is not None:
        raw = (raw or ZERO) + more
    reach += sum((part.reach for part in extra), ZERO)
    return (None if raw is None else _capped(section, raw)), _capped(section, reach)


def _base_points(section: Section, parts: Sequence[NodeResult]) -> tuple[Decimal | None, Decimal]:
    """Return points and reach of a section before bonus, penalties and caps."""
    if section.combine == "highest":
        known = [part.points for part in parts if part.points is not None]
        return max(known, default=None), max((part.reach for part in parts), default=ZERO)
    if section.combine == "average":
        weighing = [part for part in parts if part.limit.weighs]
        if not weighing:
            return _sum(parts), ZERO
        # A mean of some of the items is no part of the mean of all; it waits for the last one.
        known = [part.points for part in weighing if part.points is not None and not part.open]
        whole = len(known) == len(weighing)
        mean = rounded(sum(known, ZERO) / len(known)) if whole else None
        return mean, rounded(sum((part.reach for part in weighing), ZERO) / len(weighing))
    return _sum(parts), sum((part.reach for part in parts), ZERO)


def _conditional(
    section: Section, parts: Sequence[NodeResult], *, met: bool | None, limit: Ceiling
) -> tuple[Decimal | None, Decimal]:
    """Points of a condition: given once it is met, none where it is not."""
    if limit.whole == 0 and limit.least == 0:
        return None, ZERO
    if met is False:
        return ZERO, ZERO
    whole = section.most
    if whole is None:
        known = [part.points for part in parts if part.points is not None]
        pick: Callable[[Iterable[Decimal]], Decimal] = (
            max if section.combine == "any" else lambda values: sum(values, ZERO)
        )
        reach = _capped(section, pick([part.reach for part in parts]))
        return (_capped(section, pick(known)) if met and known else None), reach
    return (whole if met else None), whole


def _capped(section: Section, value: Decimal) -> Decimal:
    if section.most is not None:
        value = min(value, section.most)
    if section.least is not None:
        value = max(value, section.least)
    return value


# --- Met or not --------------------------------------------------------------------------------


def _all_met(_section: Section, parts: Collection[NodeResult]) -> bool | None:
    if any(part.met is False for part in parts):
        return False
    return True if parts and all(part.met for part in parts) else None


def _enough_met(section: Section, parts: Collection[NodeResult]) -> bool | None:
    # What does not apply cannot be asked for: of three items of which one is left, one is enough.
    wanted = 1 if section.combine == "any" else max(section.at_least or 1, 1)
    wanted = min(wanted, len(parts))
    met = sum(part.met is True for part in parts)
    if met >= wanted:
        return True if parts else None
    return False if met + sum(part.met is None for part in parts) < wanted else None


def _scored_met(_section: Section, parts: Collection[NodeResult]) -> bool | None:
    """A section that adds up is met once it gave points and nothing in it failed outright."""
    gates = any(part.met is False and part.limit.whole == 0 for part in parts)
    if gates or any(part.fatal for part in parts):
        return False
    if any(part.open for part in parts) or not parts:
        return None
    known = [part.points for part in parts if part.points is not None]
    if not known:
        return _all_met(_section, parts)
    return any(value > 0 for value in known) or all(part.limit.whole == 0 for part in parts)


_MET: dict[str, Callable[[Section, Collection[NodeResult]], bool | None]] = {
    "all": _all_met,
    "any": _enough_met,
    "at_least": _enough_met,
    "sum": _scored_met,
    "highest": _scored_met,
    "average": _scored_met,
}
