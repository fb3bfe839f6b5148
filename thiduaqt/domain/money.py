"""Prize money: a multiple of the base salary of the decision's day, rounded as the rules say."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from thiduaqt.domain.kinds import AwardKind, BaseSalary, PrizeRate, RoundingMode
from thiduaqt.domain.plan import RecipientKind, Source
from thiduaqt.domain.rulebook import Rulebook
from thiduaqt.domain.wording import money, number

_HOW = {"nearest": ROUND_HALF_UP, "up": ROUND_CEILING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Prize:
    """The money that goes with one award; all amounts in đồng.

    ``raw`` is multiple times base, ``amount`` the same rounded by ``mode``; ``other_amount`` is
    what the other way of rounding would give, as the wording of the decree allows both.
    ``to_check`` is set where a rule behind it has lapsed or is not confirmed.
    """

    amount: int
    multiple: Decimal
    base: int
    raw: Decimal
    mode: RoundingMode
    other_amount: int
    explanation: str
    source: Source
    base_source: Source
    to_check: bool = False

    @property
    def differs(self) -> bool:
        """True where rounding to the nearest and rounding up give different amounts."""
        return self.amount != self.other_amount

    @property
    def source_text(self) -> str:
        """Both sources on one line: of the multiple and of the base salary."""
        return f"{self.source.text}; {self.base_source.text}"


def prize(
    award: AwardKind,
    recipient_kind: RecipientKind,
    on: dt.date,
    rulebook: Rulebook,
    *,
    mode: RoundingMode | None = None,
) -> Prize | None:
    """Return the prize of one recipient for a decision of the day ``on``.

    None where the rules set no rate for that award and recipient, or no base salary for that
    day. ``mode`` is the office's own choice of rounding, else the rule pack's.
    Source: Nghị định 152/2025/NĐ-CP, articles 49, 50, 54.
    """
    rate = rulebook.rate(award.code, recipient_kind, on)
    salary = rulebook.base_salary(on)
    rounding = rulebook.rounding(on)
    if rate is None or salary is None or rounding is None:
        return None
    chosen = mode or rounding.mode
    raw = rate.multiple * salary.amount
    amount = round_money(raw, chosen, rounding.unit)
    return Prize(
        amount=amount,
        multiple=rate.multiple,
        base=salary.amount,
        raw=raw,
        mode=chosen,
        other_amount=round_money(raw, "up" if chosen == "nearest" else "nearest", rounding.unit),
        explanation=_explained(rate, salary, raw, amount),
        source=rate.source,
        base_source=salary.source,
        to_check=any(rule.unsure or rule.lapsed_on(on) for rule in (rate, salary, rounding)),
    )


def round_money(raw: Decimal, mode: RoundingMode, unit: int) -> int:
    """Return ``raw`` rounded to whole ``unit`` đồng: to the nearest (halves up), or always up."""
    return int((raw / unit).quantize(Decimal(1), rounding=_HOW[mode])) * unit


def _explained(rate: PrizeRate, salary: BaseSalary, raw: Decimal, amount: int) -> str:
    """Return the arithmetic in words: "0,6 × 2.530.000 = 1.518.000, làm tròn 1.520.000 đồng"."""
    sum_line = f"{_plain(rate.multiple)} × {money(salary.amount)} = {_plain(raw)}"
    if raw == amount:
        return f"{sum_line} đồng"
    return f"{sum_line}, làm tròn {money(amount)} đồng"


def _plain(value: Decimal) -> str:
    whole = value.to_integral_value()
    return number(int(whole)) if value == whole else number(value.normalize())
