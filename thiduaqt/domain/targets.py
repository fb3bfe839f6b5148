"""Figures held against targets: met, at risk, not met; figures of units made into one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.due import Due
from thiduaqt.domain.plan import Target
from thiduaqt.domain.records import Measurement

TargetState = Literal["met", "at_risk", "not_met", "no_figure", "na", "open"]
STATE_WORDS: dict[TargetState, str] = {
    "met": "Đạt",
    "at_risk": "Có nguy cơ không đạt",
    "not_met": "Chưa đạt",
    "no_figure": "Chưa có số liệu",
    "na": "Không áp dụng",
    "open": "Kế hoạch không nêu mức",
}
# Worst first, as a list of what needs care shows them.
STATE_ORDER: tuple[TargetState, ...] = ("not_met", "at_risk", "no_figure", "open", "met", "na")
PERCENT = "%"
# Targets inside each other that are still read as a tree.
DEEPEST = 60
DONE, NOT_DONE = Decimal(1), Decimal(0)
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What was measured. Nothing measured is not 0, and "does not apply" is neither.

    ``value`` is in the unit of its target (75 for 75 %); the two counts stand behind a ratio.
    ``rough`` means that it is the plain average of units, because their counts are not known.
    ``id`` is the measurement it comes from, empty where it was worked out.
    """

    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    na: bool = False
    period: str = ""
    source: str = ""
    rough: bool = False
    id: str = ""

    @property
    def known(self) -> bool:
        """True where there is a number."""
        return self.value is not None and not self.na


NOTHING = Figure()


def ratio(numerator: Decimal, denominator: Decimal, unit: str) -> Decimal | None:
    """Return a ratio in the unit of a target: 75 under "%", else 0.75; None without a base."""
    if not denominator:
        return None
    scale = _HUNDRED if unit == PERCENT else Decimal(1)
    return numerator * scale / denominator


def figure_of(item: Measurement, target: Target) -> Figure:
    """Return a stored measurement as a figure; a ratio is worked out from its counts."""
    numerator, denominator = _decimal(item.numerator), _decimal(item.denominator)
    value = _decimal(item.value)
    if numerator is not None and denominator is not None:
        value = ratio(numerator, denominator, target.unit)
    return Figure(
        value=None if item.na else value,
        numerator=numerator,
        denominator=denominator,
        na=item.na,
        period=item.period,
        source=item.source,
        id=item.id,
    )


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if text else None


# -- against what is wanted -----------------------------------------------------------------------


def state_of(
    target: Target, figure: Figure, year: int, risk_share: Decimal | None = None
) -> TargetState:
    """Return how a figure stands against what the target asks for in ``year``.

    The plan's operator decides at the edge: 0.75 meets "≥ 0,75" and misses "> 0,75". A figure that
    misses is at risk from ``risk_share`` of what is wanted, else not met. A target in words is met
    where it was marked as done.
    """
    if figure.na:
        return "na"
    if figure.value is None:
        return "no_figure"
    if target.operator == "text":
        return "met" if figure.value >= DONE else "not_met"
    wanted = target.wanted(year)
    if wanted is None:
        return "open"
    if met(target.operator, figure.value, wanted):
        return "met"
    near = risk_share is not None and _is_near(target.operator, figure.value, wanted, risk_share)
    return "at_risk" if near else "not_met"


def met(operator: str, value: Decimal, wanted: Decimal) -> bool:
    """Tell whether ``value`` satisfies the operator of a plan. Raises KeyError for another one."""
    return {
        ">=": value >= wanted,
        ">": value > wanted,
        "=": value == wanted,
        "<=": value <= wanted,
        "<": value < wanted,
    }[operator]


def _is_near(operator: str, value: Decimal, wanted: Decimal, share: Decimal) -> bool:
    if wanted <= 0 or value < 0:
        return False
    if operator in (">=", ">"):
        return value >= share * wanted
    if operator in ("<=", "<"):
        return value * share <= wanted
    return abs(value - wanted) <= (1 - share) * wanted


# -- several figures ------------------------------------------------------------------------------


def within(period: str, span: str) -> bool:
    """Tell whether a period lies within another: a month in its quarter, a day in its year.

    What is longer than ``span`` is not within it. Both are stored dates; no span holds everything.
    """
    if not span:
        return True
    if not period:
        return False
    inner, outer = _days(period), _days(span)
    return outer.first <= inner.first and inner.last <= outer.last


@dataclass(frozen=True, slots=True, kw_only=True)
class _Days:
    """The days of a period; ``exact`` where it is a single one."""

    first: date
    last: date
    exact: bool


@lru_cache(maxsize=1024)
def _days(period: str) -> _Days:
    """Return the days of a stored period; thousands of figures share a few periods."""
    due = Due(value=period)
    exact = PartialDate.from_value(period).day is not None
    return _Days(first=due.first_day, last=due.last_day, exact=exact)


def latest(
    measurements: Iterable[Measurement], span: str = ""
) -> dict[tuple[str, str | None], Measurement]:
    """Return the newest measurement within ``span`` by (target, unit).

    The one whose period ends last counts; of two for the same period the one entered later.
    """
    found: dict[tuple[str, str | None], Measurement] = {}
    for item in sorted(measurements, key=_age):
        if within(item.period, span):
            found[item.target, item.unit_id] = item
    return found


def _age(item: Measurement) -> tuple[date, bool, date, str, str]:
    if not item.period:
        return date.min, False, date.min, item.entered_on, item.id
    days = _days(item.period)
    return days.last, days.exact, days.first, item.entered_on, item.id


def rolled_up(target: Target, figures: Sequence[Figure]) -> Figure:
    """Return the figures of units as one for the whole, as the target says.

    A ratio adds numerators and denominators. Units to which it does not apply leave both; where
    it applies to none the whole does not apply either. Where a unit gave a percentage without its
    counts, the result is their plain average and says so.
    """
    counted = [item for item in figures if not item.na]
    known = [item for item in counted if item.value is not None]
    if not known:
        return Figure(na=bool(figures) and not counted)
    period = max((item.period for item in known), key=_period_key)
    if target.roll == "latest":
        newest = max(known, key=lambda item: _period_key(item.period))
        return Figure(
            value=newest.value,
            numerator=newest.numerator,
            denominator=newest.denominator,
            period=newest.period,
        )
    if target.roll == "ratio":
        return _ratio_of(target, known, period)
    total = sum((item.value or Decimal(0) for item in known), Decimal(0))
    value = total if target.roll == "sum" else total / len(known)
    return Figure(value=value, period=period)


def _ratio_of(target: Target, known: Sequence[Figure], period: str) -> Figure:
    if all(item.numerator is not None and item.denominator is not None for item in known):
        numerator = sum((item.numerator or Decimal(0) for item in known), Decimal(0))
        denominator = sum((item.denominator or Decimal(0) for item in known), Decimal(0))
        return Figure(
            value=ratio(numerator, denominator, target.unit),
            numerator=numerator,
            denominator=denominator,
            period=period,
        )
    total = sum((item.value or Decimal(0) for item in known), Decimal(0))
    return Figure(value=total / len(known), period=period, rough=len(known) > 1)


def _period_key(period: str) -> tuple[date, date]:
    if not period:
        return date.min, date.min
    days = _days(period)
    return days.last, days.first


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How many units meet a target, of how many it applies to; ``silent`` gave no figure."""

    met: int = 0
    judged: int = 0
    silent: int = 0
    na: int = 0

    @property
    def share(self) -> Decimal | None:
        """The percentage of units that meet it, among those with a figure; None without any."""
        return Decimal(self.met) * _HUNDRED / self.judged if self.judged else None


def reach(states: Iterable[TargetState]) -> Reach:
    """Return how many units meet a target; what does not apply counts nowhere."""
    listed = list(states)
    return Reach(
        met=listed.count("met"),
        judged=sum(state in ("met", "at_risk", "not_met") for state in listed),
        silent=listed.count("no_figure"),
        na=listed.count("na"),
    )


# -- the order of a plan --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A target in the tree of its plan: its number ("2.1") and how deep it stands."""

    target: Target
    number: str
    depth: int
    parts: int


def tree(targets: Sequence[Target]) -> tuple[Place, ...]:
    """Return targets with their sub-targets under them, numbered as they stand.

    One whose parent is missing, that stands under itself or deeper than any plan goes, stands at
    the top.
    """
    codes = {target.code for target in targets} - {""}
    above = {target.code: target.parent for target in targets if target.parent in codes}
    for code in list(above):
        if _turns_back(code, above):
            del above[code]
    below: dict[str, list[Target]] = {}
    for target in targets:
        below.setdefault(above.get(target.code, ""), []).append(target)
    found: list[Place] = []
    _place(below, "", "", 0, found)
    return tuple(found)


def _turns_back(code: str, above: Mapping[str, str]) -> bool:
    seen = {code}
    while code in above:
        code = above[code]
        if code in seen or len(seen) == DEEPEST:
            return True
        seen.add(code)
    return False


def _place(
    below: Mapping[str, list[Target]], parent: str, head: str, depth: int, found: list[Place]
) -> None:
    for ordinal, target in enumerate(below.get(parent, []), start=1):
        number = f"{head}{ordinal}"
        parts = len(below.get(target.code, [])) if target.code else 0
        found.append(Place(target=target, number=number, depth=depth, parts=parts))
        if target.code:
            _place(below, target.code, f"{number}.", depth + 1, found)
