"""What a share is taken of: typed, nominated, registered, units, workforce or households."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thiduaqt.domain.plan import Quota, RecipientKind

_NAMED = 3
# Where a plan names no kinds: villages have households and no staff, the others the reverse.
VILLAGES = ("village",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A unit as a base counts it; None where its number is not known."""

    id: str
    name: str
    kind: str
    workforce: int | None = None
    households: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockOf:
    """A block or cluster as it stands in the year of the round."""

    code: str
    name: str
    unit_ids: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """One registration for the movement: who, and of which unit."""

    kind: RecipientKind
    unit_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """A number to take a share of and its words ("34 hồ sơ đề nghị"), or why it is not known."""

    count: int | None
    words: str = ""
    unknown: str = ""


def within(
    units: Iterable[Member], *, kinds: Sequence[str], blocks: Sequence[BlockOf], narrowed: bool
) -> tuple[Member, ...]:
    """Return the units of these kinds and blocks; ``narrowed`` tells whether blocks are named."""
    members = frozenset().union(*(block.unit_ids for block in blocks))
    return tuple(
        unit
        for unit in units
        if (not kinds or unit.kind in kinds) and (not narrowed or unit.id in members)
    )


def base_of(
    quota: Quota, *, nominated: int, registered: Iterable[Registered], units: Sequence[Member]
) -> Base:
    """Return what the percentage of ``quota`` is taken of.

    ``units`` are those within its scope; a number that one of them lacks leaves the base unknown
    rather than too small.
    """
    if quota.base == "nominated":
        return Base(count=nominated, words=f"{nominated} hồ sơ đề nghị")
    if quota.base == "registered":
        inside = {unit.id for unit in units}
        counted = [
            item
            for item in registered
            if item.kind in quota.kinds and _stands_in(item, inside, quota)
        ]
        return Base(count=len(counted), words=f"{len(counted)} trường hợp đã đăng ký thi đua")
    if quota.base == "units":
        chosen = [unit for unit in units if not quota.per_kinds or unit.kind in quota.per_kinds]
        return Base(count=len(chosen), words=f"{len(chosen)} đơn vị")
    if quota.base in ("workforce", "households"):
        return _summed(quota, units)
    if quota.base_count is None:
        return Base(count=None, unknown="Chưa gõ số gốc để tính tỷ lệ.")
    return Base(count=quota.base_count, words=str(quota.base_count))


def _stands_in(item: Registered, inside: set[str], quota: Quota) -> bool:
    if not item.unit_ids:
        return not (quota.per or quota.block or quota.league)
    return bool(inside & set(item.unit_ids))


def _summed(quota: Quota, units: Sequence[Member]) -> Base:
    people = quota.base == "workforce"
    counted = [unit for unit in units if _counts(quota, unit, people=people)]
    numbers = [(unit.name, unit.workforce if people else unit.households) for unit in counted]
    missing = [name for name, number in numbers if number is None]
    what = "số lao động" if people else "số hộ"
    if missing:
        named = ", ".join(missing[:_NAMED])
        more = f" và {len(missing) - _NAMED} đơn vị khác" if len(missing) > _NAMED else ""
        return Base(count=None, unknown=f"Chưa có {what} của {named}{more}.")
    if not counted:
        return Base(count=None, unknown=f"Chưa có đơn vị nào để tính {what}.")
    total = sum(number or 0 for _name, number in numbers)
    return Base(count=total, words=f"{total} lao động" if people else f"{total} hộ")


def _counts(quota: Quota, unit: Member, *, people: bool) -> bool:
    if quota.per_kinds:
        return unit.kind in quota.per_kinds
    return (unit.kind in VILLAGES) is not people
