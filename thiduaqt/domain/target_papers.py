"""The table of targets as a paper, and the bars of its chart: facts only, nothing painted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from thiduaqt.domain.papers import Letterhead, SigningBlock
from thiduaqt.domain.plan import Target
from thiduaqt.domain.targets import PERCENT, Figure, TargetState

_HUNDRED = Decimal(100)
# Room beyond the longest bar of a target that is not in percent, and of an upper bound.
_HEADROOM = Decimal("1.15")
_ABOVE_BOUND = Decimal("1.6")


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetLine:
    """One line of the printed table, all of it in words."""

    number: str
    depth: int
    statement: str
    wanted: str
    figure: str
    state: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetPaper:
    """The table of targets for print. ``when`` names the year or period, ``unit`` the one shown."""

    letterhead: Letterhead
    title: str
    subtitle: str
    lines: tuple[TargetLine, ...]
    summary: str
    footer: tuple[str, ...] = ()
    signing: tuple[SigningBlock, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: lengths as parts of the axis (0 to 1), None where there is nothing to draw.

    ``at_most`` tells that the tick is an upper bound: the bar is to stay left of it.
    """

    label: str
    value: Decimal | None
    wanted: Decimal | None
    value_words: str
    wanted_words: str
    state: TargetState
    state_words: str
    at_most: bool = False

    @property
    def spoken(self) -> str:
        """The bar as one sentence."""
        parts = (self.value_words, self.wanted_words, self.state_words.lower())
        return f"{self.label}: {', '.join(part for part in parts if part)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """Targets as horizontal bars, each on an axis of its own from 0."""

    title: str
    bars: tuple[Bar, ...]
    note: str = ""

    @property
    def spoken(self) -> str:
        """The chart in words, for those who listen to the screen."""
        return " ".join((f"{self.title}.", *(bar.spoken for bar in self.bars)))


def bar_of(
    target: Target,
    figure: Figure,
    wanted: Decimal | None,
    *,
    label: str,
    value_words: str,
    wanted_words: str,
    state: TargetState,
    state_words: str,
) -> Bar:
    """Return the bar of one target: percentages on 0 to 100, everything else on its own axis.

    An upper bound has an axis of its own too: "≤ 2%" would be no more than a line on 0 to 100.
    """
    value = figure.value if figure.known and target.operator != "text" else None
    most = max((item for item in (value, wanted) if item is not None), default=Decimal(0))
    bound = target.operator in ("<=", "<")
    if bound:
        axis = most * _ABOVE_BOUND
    else:
        axis = max(_HUNDRED, most) if target.unit == PERCENT else most * _HEADROOM
    return Bar(
        label=label,
        value=_part(value, axis),
        wanted=_part(wanted, axis),
        value_words=value_words,
        wanted_words=wanted_words,
        state=state,
        state_words=state_words,
        at_most=bound,
    )


def _part(value: Decimal | None, axis: Decimal) -> Decimal | None:
    if value is None:
        return None
    return min(max(value / axis, Decimal(0)), Decimal(1)) if axis > 0 else Decimal(0)


def summary_of(states: Iterable[tuple[str, int]]) -> str:
    """Return how many targets stand where: "Đạt 12, chưa đạt 3"; states without any left out."""
    told = [f"{words.lower()} {count}" for words, count in states if count]
    text = ", ".join(told)
    return f"{text[:1].upper()}{text[1:]}." if text else "Chưa có chỉ tiêu nào."
