"""Who uses which number of the plan up: every form of quota counted over one round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from thiduaqt.domain.plan import (
    RECIPIENT_KINDS,
    League,
    MovementPlan,
    Quota,
    RecipientKind,
    RoundKind,
)
from thiduaqt.domain.quota import QuotaState, Stage
from thiduaqt.domain.quota_base import Base, BlockOf, Member, Registered, base_of, within
from thiduaqt.domain.quota_number import ROUNDING_WORDS, Holding, holding, share
from thiduaqt.domain.text import fold

__all__ = ["BlockOf", "Ground", "Member", "Nominee", "Registered", "first_states", "states"]

OWN_AWARD = "certificate_of_merit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominee:
    """One nomination as quotas see it. ``unit_ids`` are its unit and those above that one.

    ``source_id`` is the unit that proposed it, ``stages`` how far it has come.
    """

    id: str
    award: str
    kind: RecipientKind
    unit_ids: tuple[str, ...] = ()
    source_id: str = ""
    group: str = ""
    league: str = ""
    stages: frozenset[Stage] = frozenset({"proposed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What the numbers of a round rest on: the plan, the round, units, blocks, registrations.

    ``on`` is the ISO day on which the rules are asked about.
    """

    plan: MovementPlan | None
    round_kind: RoundKind
    year: int
    on: str = ""
    units: tuple[Member, ...] = ()
    blocks: tuple[BlockOf, ...] = ()
    registered: tuple[Registered, ...] = ()

    def league(self, code: str) -> League | None:
        """Return the league with ``code``, or None."""
        leagues = self.plan.leagues if self.plan is not None else ()
        return next((league for league in leagues if league.code == code), None)

    def block(self, code: str) -> BlockOf | None:
        """Return the block a plan means by code or by name, or None."""
        key = fold(code)
        return next(
            (item for item in self.blocks if key in (fold(item.code), fold(item.name))), None
        )


def states(ground: Ground, nominees: Iterable[Nominee]) -> tuple[QuotaState, ...]:
    """Return every number that holds in the round with its counts, our own award first.

    What is nominated and no number covers has a state without a limit. Where an upper level
    decides, a state is there only once somebody is nominated for it.
    """
    everybody = tuple(nominees)
    held = holding(
        ground.plan.quotas if ground.plan is not None else (),
        ground.round_kind,
        ground.year,
        ground.on,
    )
    found = [_state(ground, item, everybody) for item in held]
    found = [state for state in found if state.ours or state.members]
    covered = {(state.award, kind) for state in found for kind in state.kinds if not state.scope}
    for award, kind in dict.fromkeys((item.award, item.kind) for item in everybody):
        if (award, kind) not in covered:
            mine = [item for item in everybody if (item.award, item.kind) == (award, kind)]
            found.append(_counted(QuotaState(award=award, kind=kind), mine))
    return tuple(sorted(found, key=order))


def first_states(found: Iterable[QuotaState], award: str, kind: RecipientKind) -> list[QuotaState]:
    """Return the states that count an award for a kind, the one to show first at the head.

    That is the one with a number, before it the widest: a number for all before one for a group.
    """
    mine = [state for state in found if state.award == award and kind in state.kinds]
    return sorted(
        mine, key=lambda state: (state.limit is None, bool(state.scope), bool(state.parts))
    )


def order(state: QuotaState) -> tuple[bool, str, int, str]:
    """Return the key that puts states in order: our own award first, then as the ceremony goes."""
    place = RECIPIENT_KINDS.index(state.kind)
    return state.award != OWN_AWARD, state.award, place, state.code


def _state(ground: Ground, held: Holding, everybody: Sequence[Nominee]) -> QuotaState:
    quota = held.quota
    league = ground.league(quota.league)
    mine = [item for item in everybody if _uses(ground, quota, item)]
    whole = QuotaState(
        award=quota.award,
        kind=quota.kinds[0] if quota.kinds else quota.recipient_kind,
        kinds=quota.kinds,
        named=True,
        ours=quota.decided_by == "commune",
        quota=quota,
        scope=_scope_words(ground, quota),
        code=_code(quota),
    )
    units = within(
        ground.units,
        kinds=league.unit_kinds if league else (),
        blocks=[found for found in map(ground.block, _blocks(quota, league)) if found],
        narrowed=bool(_blocks(quota, league)),
    )
    if not quota.per or quota.form in ("unlimited", "own"):
        return _counted(_numbered(ground, held, whole, mine, units), mine)
    return _with_parts(ground, held, whole, mine, units)


def _blocks(quota: Quota, league: League | None) -> tuple[str, ...]:
    return (quota.block,) if quota.block else league.blocks if league else ()


def _uses(ground: Ground, quota: Quota, item: Nominee) -> bool:
    if item.award != quota.award or item.kind not in quota.kinds:
        return False
    if quota.group and item.group != quota.group:
        return False
    if quota.league and item.league != quota.league:
        return False
    if not quota.block:
        return True
    block = ground.block(quota.block)
    return block is not None and bool(block.unit_ids & set(item.unit_ids))


def _code(quota: Quota) -> str:
    parts = (quota.per, quota.block, quota.group, quota.league, "-".join(quota.per_kinds))
    shared = "+".join(quota.kinds) if len(quota.kinds) > 1 else ""
    return ".".join(part for part in (shared, *parts) if part)


def _scope_words(ground: Ground, quota: Quota) -> str:
    plan = ground.plan
    group = plan.group(quota.group) if plan is not None else None
    league = ground.league(quota.league)
    block = ground.block(quota.block) if quota.block else None
    named = (
        (quota.group, group.name if group else quota.group),
        (quota.league, league.name if league else quota.league),
        (quota.block, block.name if block else quota.block),
    )
    return ", ".join(name for code, name in named if code)


# -- one number -----------------------------------------------------------------------------------


def _numbered(
    ground: Ground,
    held: Holding,
    state: QuotaState,
    mine: Sequence[Nominee],
    units: Sequence[Member],
) -> QuotaState:
    """Return a state with the number of its quota among these nominees and units."""
    quota = held.quota
    if quota.form in ("unlimited", "own"):
        return state
    if quota.form != "percent":
        maximum = None if quota.maximum is None else quota.maximum + held.extra
        minimum = quota.minimum if quota.form == "range" else None
        return replace(state, maximum=maximum, minimum=minimum)
    base = base_of(
        quota,
        nominated=sum("proposed" in item.stages for item in mine),
        registered=ground.registered,
        units=units,
    )
    return _as_share(held, state, base)


def _as_share(held: Holding, state: QuotaState, base: Base) -> QuotaState:
    quota = held.quota
    if quota.percent is None:
        return replace(state, unknown="Kế hoạch chưa nêu tỷ lệ phần trăm.")
    if base.count is None:
        return replace(state, unknown=base.unknown)
    whole = share(quota.percent, base.count, quota.rounding, at_least_one=quota.at_least_one)
    capped = whole if quota.maximum is None else min(whole, quota.maximum)
    shown = f"{quota.percent.normalize():f}".replace(".", ",")
    told = f"{shown}% của {base.words}, {ROUNDING_WORDS[quota.rounding]}: {whole}"
    if capped != whole:
        told = f"{told}, không quá {capped}"
    return replace(state, maximum=capped + held.extra, reckoned=f"{told}.")


def _counted(state: QuotaState, mine: Iterable[Nominee]) -> QuotaState:
    listed = list(mine)
    return replace(
        state,
        proposed=sum("proposed" in item.stages for item in listed),
        eligible=sum("eligible" in item.stages for item in listed),
        chosen=sum("chosen" in item.stages for item in listed),
        awarded=sum("awarded" in item.stages for item in listed),
        members=frozenset(item.id for item in listed),
    )


# -- a number to each -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Part:
    code: str
    name: str
    unit_ids: frozenset[str]


def _with_parts(
    ground: Ground,
    held: Holding,
    whole: QuotaState,
    mine: Sequence[Nominee],
    units: Sequence[Member],
) -> QuotaState:
    wanted = _wanted(ground, held.quota, mine, units)
    parts: list[QuotaState] = []
    placed: set[str] = set()
    for part in wanted:
        own = [
            item
            for item in mine
            if item.id not in placed and _belongs(held.quota, part, item, wanted)
        ]
        placed |= {item.id for item in own}
        blank = replace(whole, scope=part.name, code=f"{whole.code}:{part.code}", parts=())
        inside = [unit for unit in units if unit.id in part.unit_ids]
        parts.append(_counted(_numbered(ground, held, blank, own, inside), own))
    rest = [item for item in mine if item.id not in placed]
    if rest:
        outside = replace(
            whole, named=False, scope=_OUTSIDE[held.quota.per], code=f"{whole.code}:-"
        )
        parts.append(_counted(outside, rest))
    state = _counted(replace(whole, parts=tuple(parts)), mine)
    if not wanted:
        return replace(state, unknown=_nothing_to_share(ground, held.quota))
    numbers = [part.maximum for part in parts if part.named]
    # How many sources there will be nobody knows: each has its number, together there is none.
    open_end = held.quota.per == "source" or None in numbers
    return replace(
        state,
        maximum=None if open_end else sum(number or 0 for number in numbers),
        unknown=next((part.unknown for part in parts if part.unknown), ""),
    )


_OUTSIDE = {
    "block": "chưa xếp khối, cụm",
    "unit": "ngoài các đơn vị được phân bổ",
    "source": "không rõ nơi giới thiệu",
}


def _nothing_to_share(ground: Ground, quota: Quota) -> str:
    if quota.per == "block":
        return f"Chưa xếp khối, cụm thi đua cho năm {ground.year} nên chưa tính được số lượng."
    if quota.per == "unit":
        return "Chưa có đơn vị nào thuộc loại được phân bổ nên chưa tính được số lượng."
    return ""


def _wanted(
    ground: Ground, quota: Quota, mine: Sequence[Nominee], units: Sequence[Member]
) -> tuple[_Part, ...]:
    if quota.per == "block":
        named = ground.block(quota.block) if quota.block else None
        blocks = ([named] if named else []) if quota.block else list(ground.blocks)
        return tuple(_Part(item.code, item.name, item.unit_ids) for item in blocks)
    if quota.per == "unit":
        chosen = [unit for unit in units if not quota.per_kinds or unit.kind in quota.per_kinds]
        return tuple(_Part(unit.id, unit.name, frozenset({unit.id})) for unit in chosen)
    names = {unit.id: unit.name for unit in ground.units}
    sources = dict.fromkeys(item.source_id for item in mine if item.source_id)
    return tuple(
        _Part(source, names.get(source, source), frozenset({source})) for source in sources
    )


def _belongs(quota: Quota, part: _Part, item: Nominee, parts: Sequence[_Part]) -> bool:
    """Tell whether a nominee uses the number of ``part``: that of its nearest unit."""
    if quota.per == "source":
        return item.source_id == part.code
    near = next(
        (unit for unit in item.unit_ids if any(unit in other.unit_ids for other in parts)), ""
    )
    return near in part.unit_ids
