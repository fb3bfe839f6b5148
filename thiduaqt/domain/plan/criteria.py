"""Criteria of one subject group: a tree of sections and items, and how they are scored."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from thiduaqt.domain.plan.words import RecipientKind, Source

CriterionKind = Literal[
    "gate",  # điều kiện bắt buộc: đạt / không đạt
    "check",  # có / chưa có, kèm minh chứng
    "points",  # chấm từ 0 đến điểm tối đa
    "bonus",  # điểm thưởng
    "penalty",  # điểm trừ
    "ratio",  # điểm theo tỷ lệ a/b nhân điểm tối đa
    "steps",  # điểm theo bậc của một số đo hoặc tỷ lệ
    "inverse",  # càng ít càng nhiều điểm
    "count",  # mỗi lần (buổi, sáng kiến) được một số điểm
    "letter",  # xếp loại bằng chữ
    "sample",  # khảo sát mẫu: đạt / không đạt / không áp dụng
    "index",  # chỉ số do cơ quan khác công bố
]
Combine = Literal[
    "sum",  # cộng các mục
    "highest",  # lấy mục cao nhất
    "average",  # trung bình các mục áp dụng
    "all",  # phải đạt đủ
    "any",  # đạt ít nhất một
    "at_least",  # đạt ít nhất n mục
]
ScorerRole = Literal["self", "cluster", "officer", "council", "outside"]
TieKind = Literal["criterion", "section", "measure", "earlier_awards", "size", "vote"]
Order = Literal["more", "less"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One band of a measured value: from ``low`` to ``high``, each edge inclusive or not.

    None leaves the side open. The value is what is measured: a percentage for a ratio.
    """

    points: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    low_inclusive: bool = True
    high_inclusive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter or word grade ("Tốt", "B") and its points."""

    name: str
    points: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One item. A ``gate`` must be met by every nominee; a ``check`` wants evidence.

    ``section`` is the code of the section it stands in, empty for the top. ``points`` is the most
    it can give (for a penalty: the most it can take, as a positive number). ``numerator`` and
    ``denominator`` name the two counts of a ratio or of steps over a percentage, ``unit`` what a
    count or measure is counted in, ``per_item`` the points of each. ``target`` is what a ratio or
    an inverse measure is held against: full points at it. ``not_applicable`` lets it leave
    numerator and denominator alike. Below ``fatal_below`` points the item is failed outright
    (tiêu chí liệt). ``scorer`` names who scores it where the set's rule does not.
    """

    code: str
    title: str
    kind: CriterionKind = "check"
    required: bool = False
    evidence: bool = False
    detail: str = ""
    section: str = ""
    points: Decimal | None = None
    numerator: str = ""
    denominator: str = ""
    unit: str = ""
    per_item: Decimal | None = None
    target: Decimal | None = None
    steps: tuple[Step, ...] = ()
    letters: tuple[Letter, ...] = ()
    not_applicable: bool = False
    fatal_below: Decimal | None = None
    evidence_wanted: str = ""
    issued_by: str = ""
    scorer: ScorerRole | None = None
    source: Source = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A group of items within the tree; ``parent`` is the code of the section around it.

    ``combine`` tells how its children make one result; ``at_least`` belongs to the rule of that
    name. ``most`` caps what it gives, ``least`` how far penalties take it (a negative number).
    """

    code: str
    title: str
    parent: str = ""
    combine: Combine = "sum"
    at_least: int | None = None
    most: Decimal | None = None
    least: Decimal | None = None
    source: Source = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorer:
    """One who scores; the result of the one that ``counts`` is the score."""

    role: ScorerRole
    name: str = ""
    counts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """What opens an award: enough points, nothing failed outright, conditions met.

    ``percent`` holds the points against those that apply (N/A left out) instead of the full total.
    ``all_of`` and ``any_of`` name criteria or sections that must be met.
    """

    award: str
    points: Decimal | None = None
    percent: bool = False
    inclusive: bool = True
    no_fatal: bool = False
    all_of: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    wording: str = ""
    source: Source = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class TieBreaker:
    """One rule for equal points, tried in the order given; the last one may be a vote.

    ``code`` names the criterion or section compared; ``order`` tells whether more or less wins.
    """

    kind: TieKind
    code: str = ""
    order: Order = "more"
    wording: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectGroup:
    """Those who compete under the same criteria, and how many of the checks they must meet.

    ``unit_kinds`` are the kinds of units whose people or selves usually belong here: a suggestion
    when a nominee is entered, never a rule. ``league`` names those it is ranked among; ``version``
    counts the editions of its criteria; ``total`` is the total the plan states, to check against.
    """

    code: str
    name: str
    kinds: tuple[RecipientKind, ...]
    criteria: tuple[Criterion, ...] = ()
    required_checks: int | None = None
    unit_kinds: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    league: str = ""
    version: int = 1
    valid_from: str = ""
    total: Decimal | None = None
    scorers: tuple[Scorer, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    tie_breakers: tuple[TieBreaker, ...] = ()
    source: Source = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class League:
    """Subject groups or units that compete among themselves and are never ranked with others.

    ``unit_kinds`` and ``blocks`` narrow it to units of a kind or of a block (khối, cụm).
    """

    code: str
    name: str
    unit_kinds: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    source: Source = Source()
