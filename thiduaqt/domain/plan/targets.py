"""Targets (chỉ tiêu): a statement, a figure with its operator, and how it is followed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from thiduaqt.domain.plan.moments import Deadline
from thiduaqt.domain.plan.words import Source

Operator = Literal[">=", ">", "=", "<=", "<", "text"]
Scope = Literal["whole", "unit"]
Roll = Literal["ratio", "sum", "average", "latest"]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearValue:
    """What a target asks for in one year; ``value`` is a decimal number as text."""

    year: int
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A target of the plan: a statement, and where the plan gives one a figure with its operator.

    ``value`` is a decimal number as text ("0.75"), None where the plan gives none; ``unit`` is
    "%", a counted thing or "" for an index. ``parent`` makes it a part of another target, ``group``
    ties it to a subject group, ``inherited`` tells that an upper level set it. ``striving`` means
    "phấn đấu". ``scope`` tells whether the whole commune or each unit is measured, ``roll`` how
    figures of units make one (a ratio adds numerators and denominators). ``due`` is until when.
    """

    code: str
    statement: str
    operator: Operator = "text"
    value: str | None = None
    unit: str = ""
    parent: str = ""
    group: str = ""
    inherited: bool = False
    striving: bool = False
    by_year: tuple[YearValue, ...] = ()
    due: Deadline = Deadline()
    scope: Scope = "whole"
    roll: Roll = "ratio"
    numerator: str = ""
    denominator: str = ""
    source: Source = Source()

    def wanted(self, year: int) -> Decimal | None:
        """Return the figure for ``year``: its own, else the latest one before it, else the whole.

        A year before the first of ``by_year`` has no figure of its own and gets the whole.
        """
        known = [item for item in self.by_year if item.year <= year]
        if known:
            return Decimal(max(known, key=lambda item: item.year).value)
        return Decimal(self.value) if self.value is not None else None
