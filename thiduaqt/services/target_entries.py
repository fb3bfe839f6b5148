"""Figures of one target line by line: what is known of each unit and period, and corrections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.plan import Target
from thiduaqt.domain.records import Measurement, Movement, Unit
from thiduaqt.domain.target_values import cell_words, figure_words, short_words
from thiduaqt.domain.targets import STATE_WORDS, TargetState, figure_of, state_of, within
from thiduaqt.domain.text import clean
from thiduaqt.services import units
from thiduaqt.services.editing import BadValue
from thiduaqt.services.session import Session
from thiduaqt.services.targets import Entry, keep, period_of, risk_of, whole_words


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """One figure of a target, or the place where one is still wanted (``measured`` False).

    ``unit_id`` None is the whole; ``typed`` is the figure as an editor shows it.
    """

    id: str
    measured: bool
    unit_id: str | None
    unit: str
    period: str
    period_words: str
    words: str
    short: str
    typed: str
    source: str
    state: TargetState
    state_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What of one figure changes; None leaves it. An empty ``value`` takes the figure away."""

    id: str
    value: str | None = None
    period: str | None = None
    source: str | None = None


def lines(
    session: Session, movement_id: str, target: Target, *, year: int, period: str = ""
) -> tuple[FigureLine, ...]:
    """Return the figures of a target within a year or a period of it, unit by unit.

    Behind them, in the order of units, stand those of whom none is known yet.
    """
    span = period or str(year)
    share, _told = risk_of(session, session.store.get(Movement, movement_id).definition)
    stored = session.store.all(Measurement, movement_id=movement_id, target=target.code)
    names: dict[str | None, str] = {None: whole_words(session)}
    names |= {unit.id: unit.name for unit in session.store.all(Unit)}
    by_unit: dict[str | None, list[Measurement]] = {}
    for item in stored:
        if within(item.period, span):
            by_unit.setdefault(item.unit_id, []).append(item)
    wanted: list[str | None] = [None]
    if target.scope == "unit":
        wanted = [unit.id for unit in units.asked(session)]
    order = [*wanted, *(one for one in by_unit if one not in wanted)]
    known: list[FigureLine] = []
    lacking: list[FigureLine] = []
    for unit_id in order:
        name = names.get(unit_id, unit_id or "")
        for item in sorted(
            by_unit.get(unit_id, ()), key=lambda one: PartialDate.from_value(one.period).sort_key
        ):
            figure = figure_of(item, target)
            known.append(
                _line(item, name, target, state_of(target, figure, int(item.period[:4]), share))
            )
        if unit_id in wanted and unit_id not in by_unit:
            lacking.append(_empty(unit_id, name, span))
    return (*known, *lacking)


def _line(item: Measurement, name: str, target: Target, state: TargetState) -> FigureLine:
    figure = figure_of(item, target)
    if target.scope == "unit" and target.roll == "sum" and figure.known:
        state = "open"  # what is wanted is wanted of all together, not of each
    return FigureLine(
        id=item.id,
        measured=True,
        unit_id=item.unit_id,
        unit=name,
        period=item.period,
        period_words=PartialDate.from_value(item.period).display(),
        words=figure_words(figure, target, int(item.period[:4])),
        short=short_words(figure, target, int(item.period[:4])),
        typed=cell_words(figure, target),
        source=item.source,
        state=state,
        state_words=STATE_WORDS[state],
    )


def _empty(unit_id: str | None, name: str, period: str) -> FigureLine:
    return FigureLine(
        id=f"?{unit_id or ''}",
        measured=False,
        unit_id=unit_id,
        unit=name,
        period=period,
        period_words=PartialDate.from_value(period).display(),
        words="",
        short="",
        typed="",
        source="",
        state="no_figure",
        state_words=STATE_WORDS["no_figure"],
    )


def codes_used(session: Session, movement_id: str) -> frozenset[str]:
    """Return the codes under which figures were entered, also those of targets that are gone."""
    return frozenset(
        item.target for item in session.store.all(Measurement, movement_id=movement_id)
    )


def correct(
    session: Session,
    movement_id: str,
    corrections: Sequence[Correction],
    entries: Sequence[Entry] = (),
) -> Changes:
    """Change known figures and keep new ones as one step.

    Raises BadValue for a figure or period that cannot be read or a period that has a figure
    already, NotFound for what is gone; then nothing changes.
    """
    count = len(corrections) + len(entries)
    words = "Sửa số liệu" if corrections else "Nhập số liệu"
    words = words if count == 1 else words.replace(" ", f" {count} ", 1)
    with session.store.transaction(words, actor=session.actor) as writing:
        rules = writing.get(Movement, movement_id).definition
        for change in corrections:
            item = writing.get(Measurement, change.id)
            period = item.period if change.period is None else period_of(change.period)
            if period != item.period and _is_taken(session, item, period):
                shown = PartialDate.from_value(period).display()
                raise BadValue(
                    "period",
                    f"Kỳ {shown} đã có số liệu của đơn vị này.",
                    todo="Sửa số liệu ở dòng của kỳ đó.",
                )
            source = item.source if change.source is None else clean(change.source)
            moved = replace(item, period=period, source=source)
            if moved != item:
                writing.put(replace(moved, entered_on=session.today().isoformat()))
            if change.value is not None:
                entry = Entry(
                    target=item.target, value=change.value, period=period, unit_id=item.unit_id
                )
                keep(session, writing, movement_id, rules, entry)
        for entry in entries:
            keep(session, writing, movement_id, rules, entry)
    return session.store.last_changes()


def _is_taken(session: Session, item: Measurement, period: str) -> bool:
    found = session.store.all(
        Measurement, movement_id=item.movement_id, target=item.target, period=period
    )
    return any(other.unit_id == item.unit_id and other.id != item.id for other in found)
