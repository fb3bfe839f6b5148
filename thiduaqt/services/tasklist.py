"""Việc cần làm: what a round still asks for, worked out from the data and from nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from thiduaqt.domain.due import Due
from thiduaqt.domain.quota import QuotaState
from thiduaqt.domain.wording import short_date
from thiduaqt.services import decisions, quotas, register
from thiduaqt.services.season_facts import Facts, gather
from thiduaqt.services.season_line import SeasonLine, dues, line
from thiduaqt.services.session import Session
from thiduaqt.services.targets import TargetRow, needing_care
from thiduaqt.services.task import Task
from thiduaqt.services.tasks_after import from_decision, what_comes
from thiduaqt.services.tasks_before import before_decision

_SOON_DAYS = 7
_RECENT = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Recent:
    """A decision made lately: ``day`` as the screen shows it, ``awards`` 0 for a draft."""

    decision_id: str
    title: str
    day: str
    awards: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything Việc cần làm shows. ``past`` tells that the round's year is over.

    ``award_names`` has the short names of the awards that ``quotas`` speak of.
    """

    today: date
    line: SeasonLine
    tasks: tuple[Task, ...]
    quotas: tuple[QuotaState, ...]
    quota_source: str
    recent: tuple[Recent, ...]
    targets: tuple[TargetRow, ...]
    round_name: str
    past: bool
    award_names: Mapping[str, str] = field(default_factory=dict)

    @property
    def now(self) -> tuple[Task, ...]:
        """What is to be done now."""
        return tuple(task for task in self.tasks if task.now)

    @property
    def later(self) -> tuple[Task, ...]:
        """What comes later or waits for something."""
        return tuple(task for task in self.tasks if not task.now and task.state != "done")

    @property
    def done(self) -> tuple[Task, ...]:
        """What is done."""
        return tuple(task for task in self.tasks if task.state == "done")


def overview(session: Session, round_id: str) -> Overview:
    """Return the task list of a round. Raises NotFound."""
    facts = gather(session, round_id)
    meters = tuple(
        state
        for state in quotas.of_round(session, round_id, facts.rows)
        if state.limit is not None or state.proposed or state.awarded
    )
    return Overview(
        today=facts.today,
        line=line(facts),
        tasks=tasks(facts),
        quotas=meters,
        quota_source=next((m.quota.source.text for m in meters if m.quota), ""),
        recent=_recent(session),
        targets=needing_care(session, facts.around.movement_id),
        round_name=facts.around.name,
        past=not facts.around.closed and facts.around.year < facts.today.year,
        award_names={kind.code: kind.name for kind in session.rulebook().award_kinds()},
    )


def _recent(session: Session) -> tuple[Recent, ...]:
    return tuple(
        Recent(
            decision_id=decision.id,
            title=f"Quyết định {decision.number}" if issued else "Dự thảo quyết định",
            day=Due(value=decision.date).words if decision.date else "",
            awards=len(register.listing(session, decision.id)) if issued else 0,
        )
        for decision in decisions.listing(session)[:_RECENT]
        for issued in (decision.state != "draft",)
    )


def tasks(facts: Facts) -> tuple[Task, ...]:
    """Return the tasks of a round in the order of the season, those to do now marked."""
    known = dues(facts)
    made: list[Task] = []
    for found in (*before_decision(facts), *from_decision(facts), *what_comes(facts)):
        due = found.due or known.get(_DUE_OF.get(found.key, ""))
        task = replace(found, due=None if found.state == "done" else due)
        made.append(replace(task, now=_is_now(facts, task, made)))
    return tuple(made)


_DUE_OF = {
    "lists": "collect",
    "waiting_rows": "collect",
    "missing": "collect",
    "blocked": "check",
    "review": "check",
    "council": "council",
    "decision": "decide",
    "papers": "decide",
    "print": "print",
    "hand_over": "award",
    "send": "report",
}


def _is_now(facts: Facts, task: Task, before: Iterable[Task]) -> bool:
    """Tell whether a task is urgent: due within a week, or nothing earlier is in its way.

    What the season asks for at the same time (lists, papers, checks) never waits for each other.
    """
    if not task.open:
        return False
    left = task.due.days_left(facts.today) if task.due else None
    if left is not None and left <= _SOON_DAYS:
        return True
    if task.key in ("hand_over", "send"):
        return left is None
    return task.key != "council" or facts.sitting is not None or not any(t.now for t in before)


def day_words(today: date) -> str:
    """Return a day as the head of the screen names it: "Thứ Sáu, 20/11/2026"."""
    names = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy")
    weekday = today.weekday()
    name = "Chủ Nhật" if weekday == 6 else f"Thứ {names[weekday]}"
    return f"{name}, {short_date(today)}"
