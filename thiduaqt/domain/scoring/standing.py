"""Who stands where within one league, and which rule told equals apart.

Places follow the points in percent of what applies, so that an item that does not apply costs
nothing. The plan's tie-breakers are tried in their order; what they leave equal shares a place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from thiduaqt.domain.plan import TieBreaker
from thiduaqt.domain.scoring.words import plain

POINTS_RULE = "Điểm cao hơn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrant:
    """One who is ranked. ``base`` is the maximum that applies, ``values`` what rules compare.

    ``values`` are by (kind, code); what is missing there is not known. ``complete`` False keeps
    somebody out of the places until everything is scored.
    """

    id: str
    league: str
    points: Decimal | None
    base: Decimal
    complete: bool = True
    values: Mapping[tuple[str, str], Decimal | Fraction | None] = field(default_factory=dict)

    @property
    def key(self) -> Fraction:
        """What places follow: the share of what applies, or the bare points without a maximum."""
        points = Fraction(self.points or 0)
        return points / Fraction(self.base) if self.base > 0 else points


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """An entrant's place. None: not ranked yet. Equals share a place (1, 2, 2, 4).

    ``decided_by`` is the rule that told this one from those with the same points, empty where no
    rule was needed; ``tied_with`` are those nobody could tell apart; ``skipped`` names rules that
    could not be asked because a figure is missing.
    """

    id: str
    league: str
    place: int | None
    decided_by: str = ""
    tied_with: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The place in words: "2", "Đồng hạng 2", "Chưa xếp"."""
        if self.place is None:
            return "Chưa xếp"
        return f"Đồng hạng {self.place}" if self.tied_with else str(self.place)


_KIND_WORDS = {
    "criterion": "điểm tiêu chí",
    "section": "điểm nhóm tiêu chí",
    "measure": "số đo",
    "earlier_awards": "số lần được khen trước đây",
    "size": "quy mô",
    "vote": "Hội đồng biểu quyết",
}


def rule_words(rule: TieBreaker, names: Mapping[str, str]) -> str:
    """Return a tie-breaker in words: the plan's own, else what it compares and who wins."""
    if rule.wording:
        return rule.wording
    if rule.kind == "vote":
        return _KIND_WORDS["vote"]
    named = f" “{names.get(rule.code, rule.code)}”" if rule.code else ""
    order = "cao hơn" if rule.order == "more" else "thấp hơn"
    return f"{_KIND_WORDS[rule.kind]}{named} {order}"


def rank(
    entrants: Iterable[Entrant], rules: Sequence[TieBreaker], names: Mapping[str, str] | None = None
) -> tuple[Stand, ...]:
    """Return everybody's place, league by league, best first; the incomplete come last.

    Nobody is ever held against another league. Those who share a place keep the order given.
    """
    words = [rule_words(rule, names or {}) for rule in rules]
    leagues: dict[str, list[Entrant]] = {}
    for entrant in entrants:
        leagues.setdefault(entrant.league, []).append(entrant)
    found: list[Stand] = []
    for league in leagues.values():
        found += _ranked(league, list(zip(rules, words, strict=True)))
    return tuple(found)


Rules = Sequence[tuple[TieBreaker, str]]


@dataclass(frozen=True, slots=True)
class _Block:
    """Those who are equal by everything asked so far, and by what they got here."""

    members: list[Entrant]
    decided_by: str
    skipped: tuple[str, ...]


def _ranked(league: Sequence[Entrant], rules: Rules) -> list[Stand]:
    ready = [one for one in league if one.complete and one.points is not None]
    waiting = [one for one in league if not (one.complete and one.points is not None)]
    blocks: list[_Block] = []
    for key in sorted({one.key for one in ready}, reverse=True):
        equals = [one for one in ready if one.key == key]
        blocks += _told_apart(_Block(equals, "", ()), rules)
    found: list[Stand] = []
    for block in blocks:
        place = len(found) + 1
        ids = [one.id for one in block.members]
        found += [
            Stand(
                id=one.id,
                league=one.league,
                place=place,
                decided_by=block.decided_by,
                tied_with=tuple(other for other in ids if other != one.id),
                skipped=block.skipped,
            )
            for one in block.members
        ]
    return [*found, *(Stand(id=one.id, league=one.league, place=None) for one in waiting)]


def _told_apart(block: _Block, rules: Rules) -> list[_Block]:
    """Split equals by the first rule that tells them apart, and each part by the rules after it.

    A rule for which somebody's figure is missing is passed over for all of them alike.
    """
    if len(block.members) < 2 or not rules:
        return [block]
    (rule, words), rest = rules[0], rules[1:]
    values = {one.id: one.values.get((rule.kind, rule.code)) for one in block.members}
    known = {value for value in values.values() if value is not None}
    if None in values.values():
        return _told_apart(_Block(block.members, block.decided_by, (*block.skipped, words)), rest)
    if len(known) == 1:
        return _told_apart(block, rest)
    parts: list[_Block] = []
    for value in sorted(known, reverse=rule.order == "more"):
        members = [one for one in block.members if values[one.id] == value]
        parts += _told_apart(_Block(members, words, block.skipped), rest)
    return parts


def standing_words(stand: Stand, points: Decimal | None) -> str:
    """Return place and reason in one line: "Hạng 2 (92 điểm; bằng điểm, xét …)"."""
    shown = "" if points is None else f"{plain(points)} điểm"
    if stand.place is None:
        return "; ".join(part for part in ("Chưa xếp hạng", shown) if part)
    parts = [shown]
    if stand.decided_by:
        parts.append(f"bằng điểm, xét {stand.decided_by}")
    if stand.tied_with:
        parts.append("còn bằng nhau, chờ Hội đồng quyết định")
    reason = "; ".join(part for part in parts if part)
    return f"Hạng {stand.place} ({reason})" if reason else f"Hạng {stand.place}"
