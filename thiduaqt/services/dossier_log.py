"""The steps that changed one nomination or its recipient, in words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.records import CheckState, Nomination, Person, Record, ScoreSheet
from thiduaqt.domain.travel import FAMILIES, Key
from thiduaqt.services import history
from thiduaqt.services.checking import Checker
from thiduaqt.services.score_log import entry_changes
from thiduaqt.services.session import Session
from thiduaqt.services.travel_words import FieldChange, differences
from thiduaqt.storage.codec import Row, codec

TICK_WORDS: dict[CheckState, str] = {
    "open": "Chưa xác nhận",
    "met": "Đạt",
    "unmet": "Chưa đạt",
    "na": "Không áp dụng",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One step that touched the nomination or its recipient. ``at`` is "20/11/2026 14:32"."""

    at: str
    actor: str
    words: str
    changes: tuple[FieldChange, ...] = ()


def log(session: Session, nomination_id: str) -> tuple[LogLine, ...]:
    """Return the steps that touched a nomination or its recipient, newest first, in words."""
    nomination = session.store.get(Nomination, nomination_id)
    watched = {nomination_id}
    if nomination.person_id:
        watched.add(nomination.person_id)
    watched |= {
        sheet.id
        for deleted in (False, True)
        for sheet in session.store.all(ScoreSheet, deleted=deleted, nomination_id=nomination_id)
    }
    entries = {
        entry.n: entry for record_id in watched for entry in history.of_record(session, record_id)
    }
    titles = _titles(session, nomination)
    lines: list[LogLine] = []
    for n in sorted(entries, reverse=True):
        entry = entries[n]
        told: list[FieldChange] = []
        for change in entry.changes:
            if change.id in watched and change.table == "score_sheet":
                told += _scored(change.before, change.after, titles)
            elif change.id in watched and change.before is not None and change.after is not None:
                told += _told(session, change.table, (change.before, change.after), titles)
        words = f"Hoàn tác: {entry.label}" if entry.kind == "undo" else entry.label
        lines.append(
            LogLine(at=_moment(entry.at), actor=entry.actor, words=words, changes=tuple(told))
        )
    return tuple(lines)


_LOGGED: dict[str, type[Record]] = {"nomination": Nomination, "person": Person}


def _titles(session: Session, nomination: Nomination) -> dict[str, str]:
    """Return the words of every criterion and paper by its code."""
    checker = Checker(session, nomination.round_id)
    titles = {
        paper.code: paper.name
        for paper in checker.papers(nomination.award, nomination.subject_group)
    }
    for group in checker.plan.groups if checker.plan else ():
        titles |= {criterion.code: criterion.title for criterion in group.criteria}
    return titles


def _told(
    session: Session, table: str, rows: tuple[Row, Row], titles: dict[str, str]
) -> tuple[FieldChange, ...]:
    kind = _LOGGED.get(table)
    if kind is None:
        return ()

    def find(key: Key) -> Record | None:
        return session.store.find(FAMILIES[key[0]].kind, key[1])

    try:
        old, new = (codec(kind).record(row) for row in rows)
    except KeyError:  # written by an older version, which had other columns
        return ()
    ticked: tuple[FieldChange, ...] = ()
    if isinstance(old, Nomination) and isinstance(new, Nomination):
        ticked = _ticked(old, new, titles)
        old = replace(old, checks=new.checks, papers=new.papers)
    return (*ticked, *differences(table, old, new, find))


def _scored(
    before: Row | None, after: Row | None, titles: dict[str, str]
) -> tuple[FieldChange, ...]:
    kept = codec(ScoreSheet)
    try:
        old, new = (None if row is None else kept.record(row) for row in (before, after))
    except KeyError:  # written by an older version, which had other columns
        return ()
    return entry_changes(_as_sheet(old), _as_sheet(new), titles)


def _as_sheet(record: Record | None) -> ScoreSheet | None:
    return record if isinstance(record, ScoreSheet) else None


def _ticked(old: Nomination, new: Nomination, titles: dict[str, str]) -> tuple[FieldChange, ...]:
    before, after = _states(old), _states(new)
    return tuple(
        FieldChange(
            field=titles.get(code, code),
            old=TICK_WORDS[before.get(code, "open")],
            new=TICK_WORDS[after.get(code, "open")],
        )
        for code in {**before, **after}
        if before.get(code, "open") != after.get(code, "open")
    )


def _states(nomination: Nomination) -> dict[str, CheckState]:
    states: dict[str, CheckState] = {check.code: check.state for check in nomination.checks}
    return states | dict.fromkeys(nomination.papers, "met")


def _moment(at: str) -> str:
    """Return "2026-11-20T14:32:05+07:00" as "20/11/2026 14:32"."""
    return f"{PartialDate.from_value(at[:10]).display()} {at[11:16]}"
