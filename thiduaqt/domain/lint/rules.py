"""What the checks go by, as data: sources, severities, page layout, words of each kind of unit."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property

from thiduaqt.domain.issues import Severity
from thiduaqt.domain.plan import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRule:
    """One code of the checks: how grave it is and which rule it rests on."""

    code: str
    severity: Severity
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutRule:
    """The page of an administrative document: paper and margins in mm, sizes in points."""

    code: str
    width: int
    height: int
    top: tuple[int, ...]
    bottom: tuple[int, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    font: str
    body_sizes: tuple[int, ...]
    state: str
    motto: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitWordRule:
    """What the parts of a commune are called: ``own`` words, and ``other`` ones of other kinds."""

    kind: str
    own: tuple[str, ...]
    other: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneLevelRule:
    """A level of government or a kind of unit that ended; ``gone_from`` is the first day without.

    ``heads`` are bodies of that level as they are written, ``words`` the kinds of unit that stand
    before a name ("huyện Tân Yên").
    """

    code: str
    heads: tuple[str, ...]
    words: tuple[str, ...]
    gone_from: str
    instead: str
    source: Source

    @property
    def first_day_without(self) -> dt.date:
        """The first day on which there is no such level any more."""
        return dt.date.fromisoformat(self.gone_from)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerProvinceRule:
    """A province that was merged into ``now`` from the day ``gone_from``."""

    name: str
    now: str
    gone_from: str
    source: Source


@dataclass(frozen=True, kw_only=True)
class LintRules:
    """Everything the checks take from data."""

    checks: tuple[CheckRule, ...]
    layouts: tuple[LayoutRule, ...]
    unit_words: tuple[UnitWordRule, ...] = ()
    gone: tuple[GoneLevelRule, ...] = ()
    former_provinces: tuple[FormerProvinceRule, ...] = field(default=())

    @cached_property
    def by_code(self) -> dict[str, CheckRule]:
        """The checks by their code."""
        return {rule.code: rule for rule in self.checks}
