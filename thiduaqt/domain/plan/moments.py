"""When something is due, begins or ends, as a plan words it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from thiduaqt.domain.plan.words import RoundKind, Source

Every = Literal["year", "half", "quarter", "month"]
Anchor = Literal["", "award_day", "issue", "start", "end", "council", "event"]
PhaseKind = Literal["phase", "sprint"]
MilestoneKind = Literal[
    "report",  # báo cáo
    "nominate",  # gửi hồ sơ đề nghị
    "register",  # đăng ký thi đua
    "check",  # kiểm tra, đôn đốc
    "review",  # sơ kết, tổng kết
    "measure",  # cập nhật số liệu chỉ tiêu
    "award",  # trao thưởng
    "other",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A date as a plan words it.

    ``value`` is ``2026-03-27``, ``2026-03``, ``2027-Q2``, ``2027`` or empty; for what recurs it is
    the first time. ``exclusive`` means "trước ngày" (the day itself does not count). ``recurring``
    means again and again, ``every`` how often. ``tentative`` means "dự kiến".

    A relative date has an ``anchor`` and ``offset`` in days (negative: before it), counted in
    working days where ``working_days`` says so; ``event`` names what the anchor "event" means
    ("Đại hội Đảng bộ tỉnh") and may also end a period whose day nobody knows yet.
    """

    value: str = ""
    wording: str = ""
    exclusive: bool = False
    recurring: bool = False
    every: Every = "year"
    tentative: bool = False
    anchor: Anchor = ""
    offset: int = 0
    working_days: bool = False
    event: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A phase or a short sprint (đợt cao điểm); dates with the precision the plan gives."""

    code: str
    name: str
    kind: PhaseKind = "phase"
    start: str = ""
    end: str = ""
    content: str = ""
    source: Source = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRound:
    """An occasion on which the plan foresees awards; ``occasion`` names the day it is tied to."""

    kind: RoundKind
    name: str
    when: Deadline = Deadline()
    occasion: str = ""
    source: Source = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """Something the plan wants done by a date: a report, a registration, an inspection.

    ``who`` has to do it, ``receiver`` gets it.
    """

    code: str
    name: str
    kind: MilestoneKind = "other"
    when: Deadline = Deadline()
    who: str = ""
    receiver: str = ""
    source: Source = Source()
