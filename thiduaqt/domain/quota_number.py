"""Which numbers of a plan hold in a round, and what a share of a base comes to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from thiduaqt.domain.plan import Quota, QuotaPer, RecipientKind, Rounding, RoundKind

_MODES = {"down": ROUND_FLOOR, "nearest": ROUND_HALF_UP, "up": ROUND_CEILING}
ROUNDING_WORDS: dict[Rounding, str] = {
    "down": "làm tròn xuống",
    "nearest": "làm tròn gần nhất",
    "up": "làm tròn lên",
}

Scope = tuple[str, str, str, str, QuotaPer, tuple[str, ...]]
Rank = tuple[bool, bool, bool, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A quota that holds, and what later guidance put on top of it."""

    quota: Quota
    extra: int = 0


def share(
    percent: Decimal, base: int, rounding: Rounding = "down", *, at_least_one: bool = False
) -> int:
    """Return ``percent`` of ``base`` as a whole number, reckoned exactly.

    A half is rounded up under "nearest". ``at_least_one`` gives one where there is a base at all.
    """
    exact = percent * base / Decimal(100)
    whole = int(exact.to_integral_value(rounding=_MODES[rounding]))
    return max(whole, 1) if at_least_one and base > 0 and percent > 0 else whole


def holding(
    quotas: Iterable[Quota], round_kind: RoundKind, year: int, on: str
) -> tuple[Holding, ...]:
    """Return the quotas that hold in a round of ``year`` on the ISO day ``on``.

    Of several for the same recipients the one that names the year goes before the general one,
    one for this kind of round before one for any, later guidance before the plan itself. Numbers
    of different width (all, a group, each block) hold side by side.
    """
    fitting = [
        quota
        for quota in quotas
        if quota.round_kind in (round_kind, "any")
        and quota.year in (None, year)
        and quota.valid_from <= on
    ]
    bases = [quota for quota in fitting if not quota.on_top]
    extras = [quota for quota in fitting if quota.on_top]
    best: dict[tuple[Scope, RecipientKind], Rank] = {}
    for quota in bases:
        for kind in quota.kinds:
            place = (scope_of(quota), kind)
            best[place] = max(best.get(place, _rank(quota)), _rank(quota))
    kept: dict[tuple[Scope, tuple[RecipientKind, ...]], Quota] = {}
    for quota in bases:
        if any(_rank(quota) == best[scope_of(quota), kind] for kind in quota.kinds):
            kept.setdefault((scope_of(quota), quota.kinds), quota)
    for quota in extras:
        if (scope_of(quota), quota.kinds) not in kept:
            kept[scope_of(quota), quota.kinds] = quota
    return tuple(
        Holding(quota=quota, extra=_on_top_of(quota, place, extras))
        for place, quota in kept.items()
    )


def _on_top_of(
    quota: Quota, place: tuple[Scope, tuple[RecipientKind, ...]], extras: Iterable[Quota]
) -> int:
    return sum(
        extra.maximum or 0
        for extra in extras
        if extra is not quota and (scope_of(extra), extra.kinds) == place
    )


def scope_of(quota: Quota) -> Scope:
    """Return whom a quota is for, kinds of recipients left aside."""
    return quota.award, quota.group, quota.league, quota.block, quota.per, quota.per_kinds


def _rank(quota: Quota) -> Rank:
    later = bool(quota.added_by)
    return (
        quota.year is not None,
        quota.round_kind != "any",
        later,
        quota.valid_from if later else "",
    )
