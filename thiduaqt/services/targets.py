"""Chỉ tiêu: figures by unit and period, held against what the plan asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal

from thiduaqt.domain import dates
from thiduaqt.domain.changes import Changes
from thiduaqt.domain.errors import NotFound
from thiduaqt.domain.plan import MovementPlan, Target
from thiduaqt.domain.records import Measurement, Movement, Unit
from thiduaqt.domain.target_values import (
    BadFigure,
    cell_words,
    figure_words,
    plain_text,
    read_figure,
    short_words,
    wanted_words,
)
from thiduaqt.domain.targets import (
    NOTHING,
    STATE_ORDER,
    STATE_WORDS,
    Figure,
    Place,
    Reach,
    TargetState,
    figure_of,
    latest,
    reach,
    rolled_up,
    state_of,
    tree,
)
from thiduaqt.domain.text import clean
from thiduaqt.services import units
from thiduaqt.services.editing import BadValue
from thiduaqt.services.movements import change_rules
from thiduaqt.services.session import Session
from thiduaqt.storage.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFigure:
    """The newest figure of one unit for one target, and how it stands."""

    unit_id: str
    name: str
    figure: Figure
    words: str
    typed: str
    state: TargetState
    state_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRow:
    """One line of the table of targets.

    ``number`` and ``depth`` place it in the plan's tree; ``wanted`` is None where the plan gives
    no figure for the year. ``figure`` is that of the whole: measured, or worked out of the units'
    (``from_units``). ``figure_short`` leaves the counts out; ``typed`` is it as an editor shows
    it. ``reach`` tells how many units meet it.
    """

    id: str
    target: Target
    number: str
    depth: int
    statement: str
    wanted: Decimal | None
    wanted_words: str
    figure: Figure
    figure_words: str
    figure_short: str
    typed: str
    state: TargetState
    state_words: str
    period: str
    source: str
    from_units: bool
    units: tuple[UnitFigure, ...]
    reach: Reach

    @property
    def reach_words(self) -> str:
        """How many units meet it: "8/12 đơn vị đạt, 3 chưa có số liệu"; nothing for the whole."""
        if self.target.scope != "unit":
            return ""
        if self.target.roll == "sum":
            known = sum(part.figure.known for part in self.units)
            return f"{known}/{len(self.units) - self.reach.na} đơn vị có số liệu"
        told = f"{self.reach.met}/{self.reach.judged} đơn vị đạt"
        return f"{told}, {self.reach.silent} chưa có số liệu" if self.reach.silent else told


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The targets of a movement in one year or a period of it, with where "at risk" begins."""

    movement: Movement
    year: int
    period: str
    rows: tuple[TargetRow, ...]
    risk_share: Decimal | None
    risk_source: str
    years: tuple[int, ...]

    def count(self, state: TargetState) -> int:
        """Return how many targets stand so; those that are only a heading of others count too."""
        return sum(row.state == state for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One figure as typed: for the whole (``unit_id`` None) or one unit, in a period.

    An empty ``value`` takes the figure of that period away. ``period`` may be typed ("9/2026",
    "Quý III/2026", "2026").
    """

    target: str
    value: str
    period: str
    unit_id: str | None = None
    source: str = ""


def overview(
    session: Session,
    movement_id: str,
    *,
    year: int | None = None,
    period: str = "",
    unit_id: str | None = None,
) -> Overview:
    """Return the targets of a movement with their newest figures within a year or ``period``.

    ``period`` is a stored date within the year ("2026-Q3", "2026-09"); ``unit_id`` shows one unit
    as if it were the whole. Raises NotFound.
    """
    movement = session.store.get(Movement, movement_id)
    rules = movement.definition
    chosen = year or (int(period[:4]) if period else session.today().year)
    share, told = risk_of(session, rules)
    stored = session.store.all(Measurement, movement_id=movement_id)
    newest = latest(stored, period or str(chosen))
    names = {unit.id: unit.name for unit in session.store.all(Unit)}
    reader = _Reader(newest, names, chosen, share, [unit.id for unit in units.asked(session)])
    places = tree(rules.targets) if rules is not None else ()
    return Overview(
        movement=movement,
        year=chosen,
        period=period,
        rows=tuple(reader.row(place, unit_id) for place in places),
        risk_share=share,
        risk_source=told,
        years=_years(stored, rules, session.today().year),
    )


def needing_care(
    session: Session, movement_id: str, *, year: int | None = None, most: int = 5
) -> tuple[TargetRow, ...]:
    """Return the targets that are missed or at risk, the worst first, at most so many."""
    rows = overview(session, movement_id, year=year).rows
    missed = [row for row in rows if row.state in ("not_met", "at_risk")]
    return tuple(sorted(missed, key=lambda row: STATE_ORDER.index(row.state))[:most])


def whole_words(session: Session) -> str:
    """Return what the whole is called: "Toàn xã", "Toàn phường"."""
    return f"Toàn {session.office().kind}"


def risk_of(session: Session, rules: MovementPlan | None) -> tuple[Decimal | None, str]:
    """Return from which share a missed target is at risk, and where that stands.

    The movement's own share goes before the rule pack's, which is only a suggestion.
    """
    if rules is not None and rules.risk_share is not None:
        return rules.risk_share, "Đơn vị đặt cho phong trào này"
    rule = session.rulebook().target_risk()
    return (rule.share, rule.source.text) if rule is not None else (None, "")


def set_risk_share(session: Session, movement_id: str, share: Decimal | None) -> Changes:
    """Set from which share a missed target is at risk; None: as the rule pack suggests.

    Raises BadValue outside 0 to 1.
    """
    if share is not None and not 0 < share <= 1:
        raise BadValue("risk_share", "Mức cảnh báo phải lớn hơn 0% và không quá 100%.")
    label = "Đặt mức cảnh báo chỉ tiêu"
    return change_rules(session, movement_id, label, lambda old: replace(old, risk_share=share))


def _years(stored: Iterable[Measurement], rules: MovementPlan | None, now: int) -> tuple[int, ...]:
    """Return the years to choose from: those measured, those the plan names, this one."""
    found = {now, *(int(item.period[:4]) for item in stored if item.period)}
    if rules is not None:
        found |= {item.year for target in rules.targets for item in target.by_year}
        first, last = rules.period_start[:4], rules.period_end[:4]
        if first.isdigit() and last.isdigit() and 0 <= int(last) - int(first) <= _LONGEST:
            found |= set(range(int(first), int(last) + 1))
    return tuple(sorted(found))


_LONGEST = 20


class _Reader:
    """Works the rows out of the newest measurements of a year."""

    def __init__(
        self,
        newest: dict[tuple[str, str | None], Measurement],
        names: dict[str, str],
        year: int,
        share: Decimal | None,
        asked: Sequence[str],
    ) -> None:
        self.newest = newest
        self.names = names
        self.year = year
        self.share = share
        self.asked = asked

    def row(self, place: Place, unit_id: str | None) -> TargetRow:
        target = place.target
        parts = self._units(target)
        from_units = False
        if unit_id is not None:
            figure = next((part.figure for part in parts if part.unit_id == unit_id), NOTHING)
            parts = ()
        else:
            figure = self._figure(target, None)
            counted = [part.figure for part in parts if part.figure.known or part.figure.na]
            if counted and (target.scope == "unit" or not (figure.known or figure.na)):
                figure, from_units = rolled_up(target, counted), True
        state = state_of(target, figure, self.year, self.share)
        return TargetRow(
            id=target.code,
            target=target,
            number=place.number,
            depth=place.depth,
            statement=target.statement,
            wanted=target.wanted(self.year) if target.operator != "text" else None,
            wanted_words=wanted_words(target, self.year),
            figure=figure,
            figure_words=figure_words(figure, target, self.year),
            figure_short=short_words(figure, target, self.year),
            typed="" if from_units else cell_words(figure, target),
            state=state,
            state_words=STATE_WORDS[state],
            period=dates.PartialDate.from_value(figure.period).display(),
            source=figure.source,
            from_units=from_units,
            units=parts,
            reach=reach(part.state for part in parts),
        )

    def _units(self, target: Target) -> tuple[UnitFigure, ...]:
        """Return the figures of units: of all that are asked where each is to be measured."""
        wanted = list(self.asked) if target.scope == "unit" else []
        wanted += [
            unit
            for code, unit in self.newest
            if code == target.code and unit and unit not in wanted
        ]
        return tuple(self._unit(target, unit_id) for unit_id in wanted)

    def _unit(self, target: Target, unit_id: str) -> UnitFigure:
        figure = self._figure(target, unit_id)
        state = state_of(target, figure, self.year, self.share)
        if target.roll == "sum" and figure.known:
            state = "open"  # what is wanted is wanted of all together, not of each
        return UnitFigure(
            unit_id=unit_id,
            name=self.names.get(unit_id, unit_id),
            figure=figure,
            words=figure_words(figure, target, self.year),
            typed=cell_words(figure, target),
            state=state,
            state_words=STATE_WORDS[state],
        )

    def _figure(self, target: Target, unit_id: str | None) -> Figure:
        item = self.newest.get((target.code, unit_id))
        return figure_of(item, target) if item is not None else NOTHING


# -- entering -------------------------------------------------------------------------------------


def measurements(
    session: Session, movement_id: str, target: str, unit_id: str | None = None
) -> tuple[Measurement, ...]:
    """Return all figures kept for one target of the whole or one unit, the newest period last."""
    found = session.store.all(Measurement, movement_id=movement_id, target=target)
    mine = [item for item in found if item.unit_id == unit_id]
    return tuple(sorted(mine, key=lambda item: dates.PartialDate.from_value(item.period).sort_key))


def record(
    session: Session, movement_id: str, entries: Sequence[Entry], *, label: str = ""
) -> Changes:
    """Keep figures as one step; one for the same target, unit and period takes the old one's place.

    Raises BadValue for a figure or period that cannot be read, NotFound for a target or unit that
    is not there; then nothing is kept.
    """
    words = label or ("Nhập số liệu" if len(entries) == 1 else f"Nhập {len(entries)} số liệu")
    with session.store.transaction(words, actor=session.actor) as writing:
        rules = writing.get(Movement, movement_id).definition
        for entry in entries:
            keep(session, writing, movement_id, rules, entry)
    return session.store.last_changes()


def keep(
    session: Session,
    writing: Transaction,
    movement_id: str,
    rules: MovementPlan | None,
    entry: Entry,
) -> None:
    """Put one figure into a transaction; raises as :func:`record` does."""
    target = rules.target(entry.target) if rules is not None else None
    if target is None:
        raise NotFound(
            f"Phong trào không có chỉ tiêu “{entry.target}”.", todo="Xem lại mã chỉ tiêu."
        )
    if entry.unit_id is not None:
        writing.get(Unit, entry.unit_id)
    period = period_of(entry.period)
    try:
        typed = read_figure(entry.value, target)
    except BadFigure as fault:
        raise BadValue(target.code, fault.what, todo=fault.todo) from fault
    beside = session.store.all(
        Measurement, movement_id=movement_id, target=target.code, period=period
    )
    known = next((item for item in beside if item.unit_id == entry.unit_id), None)
    if typed.empty:
        if known is not None:
            writing.remove(known)
        return
    old = known or Measurement(
        id=session.new_id(),
        movement_id=movement_id,
        target=target.code,
        unit_id=entry.unit_id,
        period=period,
    )
    figure = typed.figure
    counts = figure.numerator is not None
    new = replace(
        old,
        value="" if counts else plain_text(figure.value),
        numerator=plain_text(figure.numerator),
        denominator=plain_text(figure.denominator),
        na=figure.na,
        source=clean(entry.source) or old.source,
    )
    if new != old or known is None:
        writing.put(replace(new, entered_on=session.today().isoformat()))


def period_of(typed: str) -> str:
    """Return a period as records keep it. Raises BadValue for none or a text that is no date."""
    with suppress(ValueError):
        if typed:
            return dates.PartialDate.from_value(typed).value
    try:
        found = dates.parse(typed)
    except dates.BadDate as fault:
        raise BadValue(
            "period",
            f"“{typed}” không phải một kỳ số liệu.",
            todo="Gõ năm, quý, tháng hoặc ngày, ví dụ 2026, Quý III/2026, 9/2026.",
        ) from fault
    if not found:
        raise BadValue("period", "Chưa chọn kỳ số liệu.", todo="Gõ năm, quý, tháng hoặc ngày.")
    return found.value


def remove(session: Session, ids: Sequence[str]) -> Changes:
    """Take figures away as one step; they can be brought back by undo."""
    with session.store.transaction(f"Xóa {len(ids)} số liệu", actor=session.actor) as writing:
        for measurement_id in ids:
            writing.remove(writing.get(Measurement, measurement_id))
    return session.store.last_changes()
