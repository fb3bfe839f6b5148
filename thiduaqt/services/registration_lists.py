"""The list of registrations as it is seen: who has registered, who came late, who is awaited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from thiduaqt.domain import commitment_words
from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.due import Due
from thiduaqt.domain.plan import RECIPIENT_WORDS, MovementPlan, RecipientKind, RegistrationRule
from thiduaqt.domain.records import (
    Commitment,
    Household,
    Movement,
    Nomination,
    Person,
    Registration,
    Round,
    Team,
    Unit,
    UnitKind,
)
from thiduaqt.domain.registering import Registrant, fits, holds_for, late
from thiduaqt.domain.text import fold
from thiduaqt.services import registers
from thiduaqt.services.checking import Recipients
from thiduaqt.services.editing import BadValue
from thiduaqt.services.registrations import due_of
from thiduaqt.services.session import Session

Family = Literal["unit", "team", "person", "household"]
FAMILIES: tuple[Family, ...] = ("unit", "team", "person", "household")
FAMILY_WORDS: dict[Family, str] = {
    "unit": "Đơn vị",
    "team": "Tổ CNSCĐ",
    "person": "Cá nhân",
    "household": "Hộ gia đình",
}
State = Literal["registered", "late", "missing"]
STATE_WORDS: dict[State, str] = {
    "registered": "Đã đăng ký",
    "late": "Trễ hạn",
    "missing": "Chưa đăng ký",
}
WHOLE = "mọi năm"
SIGNED, UNSIGNED = "đã ký", "chưa"
_AWAITED = "awaited"
# Those are no registrants of a commune's movement unless somebody enters them by name.
_NOT_AWAITED: frozenset[UnitKind] = frozenset({"upper", "commune"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """A possible registrant: which register it stands in and its id there."""

    family: Family
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationLine:
    """One line of the list. Without a ``record`` nothing is there yet: the one named is awaited.

    ``unsigned`` tells that the plan asks for both signatures and one is lacking, ``overdue`` that
    the day has passed without a registration.
    """

    id: str
    who: Who
    name: str
    kind_words: str
    unit_name: str
    state: State
    record: Registration | None = None
    unsigned: bool = False
    overdue: bool = False

    @property
    def year(self) -> str:
        """The year it holds for; "mọi năm" for all of them."""
        if self.record is None:
            return ""
        return str(self.record.year) if self.record.year else WHOLE

    @property
    def registered_on(self) -> str:
        """The day as it is shown."""
        value = self.record.registered_on if self.record else ""
        return PartialDate.from_value(value).display() if value else ""

    @property
    def content(self) -> str:
        """What is registered for, in words."""
        return self.record.content if self.record else ""

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """What is promised."""
        return self.record.commitments if self.record else ()

    @property
    def commitments_text(self) -> str:
        """What is promised, in one line."""
        return commitment_words.show(self.commitments)

    @property
    def state_words(self) -> str:
        """The state as it is called."""
        return STATE_WORDS[self.state]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationList:
    """All lines of one year (0: of all years), the rule of the plan and until when it is asked."""

    lines: tuple[RegistrationLine, ...]
    rule: RegistrationRule | None
    due: Due | None


def who_of(item: Registration) -> Who:
    """Return whom a registration is of."""
    for family in FAMILIES:
        found = getattr(item, f"{family}_id")
        if found:
            return Who(family=family, id=found)
    return Who(family="unit", id="")


def awaited_id(who: Who) -> str:
    """Return the id of the line of one who has not registered."""
    return f"{_AWAITED}:{who.family}:{who.id}"


def awaited_of(line_id: str) -> Who | None:
    """Return who stands in a line without registration; None for the id of a registration."""
    head, _, rest = line_id.partition(":")
    family, _, who_id = rest.partition(":")
    known = next((one for one in FAMILIES if one == family), None)
    return Who(family=known, id=who_id) if head == _AWAITED and known else None


def years(session: Session, movement_id: str) -> tuple[int, ...]:
    """Return the years to choose from, the latest first: of the plan, of what is there, today's."""
    movement = session.store.get(Movement, movement_id)
    found = {item.year for item in session.store.all(Registration, movement_id=movement_id)}
    found |= {item.year for item in session.store.all(Round, movement_id=movement_id)}
    found.add(session.today().year)
    rules = movement.definition
    for value in (rules.period_start, rules.period_end) if rules else ():
        first = PartialDate.from_value(value).first_day if value else None
        if first is not None:
            found.add(first.year)
    known = sorted(one for one in found if one)
    return tuple(range(known[-1], known[0] - 1, -1))


def usual_year(session: Session, movement_id: str) -> int:
    """Return the year a new registration is for: today's where one registers every year, else 0."""
    rules = session.store.get(Movement, movement_id).definition
    rule = rules.registration if rules is not None else None
    return session.today().year if rule is None or rule.every_year else 0


def listing(session: Session, movement_id: str, *, year: int = 0) -> RegistrationList:
    """Return the registrations of a year and those awaited: units of the plan, nominees."""
    return _Listing(session, movement_id, year).made()


class _Listing:
    """One reading of the list."""

    def __init__(self, session: Session, movement_id: str, year: int) -> None:
        self.session = session
        self.year = year
        self.movement = session.store.get(Movement, movement_id)
        self.people = Recipients.of(session)
        self.rounds = {item.id: item for item in session.store.all(Round, movement_id=movement_id)}
        self.rule = self.plan.registration if self.plan else None
        self._dues: dict[tuple[int, str], Due | None] = {}

    @property
    def plan(self) -> MovementPlan | None:
        return self.movement.definition

    @cached_property
    def held(self) -> tuple[Registration, ...]:
        found = self.session.store.all(Registration, movement_id=self.movement.id)
        return tuple(
            item for item in found if not self.year or self.year_of(item) in (0, self.year)
        )

    def year_of(self, item: Registration) -> int:
        around = self.rounds.get(item.round_id or "")
        return around.year if around else item.year

    def due(self, year: int, around: Round | None = None) -> Due | None:
        key = (year, around.id if around else "")
        if key not in self._dues:
            when = year or self.session.today().year
            self._dues[key] = due_of(self.session, self.movement, when, around)
        return self._dues[key]

    def made(self) -> RegistrationList:
        due = self.due(self.year)
        lines = [self._registered(item) for item in self.held]
        overdue = due is not None and self.session.today() > due.last_day
        lines += [replace(self._awaited(who), overdue=overdue) for who in self._awaiting()]
        return RegistrationList(lines=tuple(lines), rule=self.rule, due=due)

    def _registered(self, item: Registration) -> RegistrationLine:
        around = self.rounds.get(item.round_id or "")
        due = self.due(self.year_of(item) or self.year, around)
        both = item.signed_by_registrant and item.signed_by_office
        came_late = bool(item.registered_on) and late(item, due)
        return self._line(
            item.id,
            who_of(item),
            state="late" if came_late else "registered",
            record=item,
            unsigned=self.rule is not None and self.rule.both_sign and not both,
        )

    def _awaited(self, who: Who) -> RegistrationLine:
        return self._line(awaited_id(who), who, state="missing")

    def _line(
        self,
        line_id: str,
        who: Who,
        *,
        state: State,
        record: Registration | None = None,
        unsigned: bool = False,
    ) -> RegistrationLine:
        name, unit_id = _called(self.people, who)
        return RegistrationLine(
            id=line_id,
            who=who,
            name=name,
            kind_words=FAMILY_WORDS[who.family],
            unit_name=self.people.unit_name(unit_id),
            state=state,
            record=record,
            unsigned=unsigned,
        )

    def _awaiting(self) -> list[Who]:
        if self.rule is None:
            return []
        there = {who_of(item) for item in self.held}
        wanted = [*self._units(self.rule), *self._nominees(self.rule)]
        return [who for who in dict.fromkeys(wanted) if who not in there]

    def _units(self, rule: RegistrationRule) -> Iterator[Who]:
        """Units whose kind a group of the plan names; where none is named, all of the commune.

        The office itself keeps the list and is not awaited.
        """
        if "collective" not in rule.kinds and not rule.for_units:
            return
        groups = self.plan.groups if self.plan else ()
        named = {kind for group in groups for kind in group.unit_kinds}
        for unit in self.session.store.all(Unit):
            fitting = unit.kind in named if named else unit.kind not in _NOT_AWAITED
            if unit.active and fitting and unit.id != self.session.store.owner:
                yield Who(family="unit", id=unit.id)

    def _nominees(self, rule: RegistrationRule) -> Iterator[Who]:
        for around in self.rounds.values():
            if self.year and around.year != self.year:
                continue
            fitting = [one for one in self.held if fits(one, round_id=around.id, year=around.year)]
            for item in self.session.store.all(Nomination, round_id=around.id):
                who = _nominee(item)
                if item.kind not in rule.kinds or not who.id:
                    continue
                home = self.people.home(item)
                asked = Registrant(
                    kind=item.kind,
                    recipient_id=who.id,
                    unit_ids=tuple(one for one in (home, item.proposer_id) if one),
                )
                if not any(holds_for(one, asked, rule) for one in fitting):
                    yield who


def _nominee(item: Nomination) -> Who:
    for family in FAMILIES:
        found = getattr(item, f"{family}_id")
        if found:
            return Who(family=family, id=found)
    return Who(family="unit", id="")


def _called(people: Recipients, who: Who) -> tuple[str, str | None]:
    """Return the name of a registrant and the id of the unit shown beside it."""
    if who.family == "person":
        person = people.people.get(who.id)
        if person is None:
            return "", None
        return f"{person.honorific} {person.full_name}".strip(), person.unit_id
    if who.family == "unit":
        unit = people.units.get(who.id)
        return (unit.name, unit.parent_id) if unit else ("", None)
    holder = people.teams.get(who.id) or people.households.get(who.id)
    return (holder.name, holder.unit_id) if holder else ("", None)


def kinds_words(rule: RegistrationRule) -> str:
    """Return who registers under a rule: "tập thể, hộ gia đình, cá nhân"."""
    kinds: Sequence[RecipientKind] = rule.kinds
    return ", ".join(RECIPIENT_WORDS[kind] for kind in kinds)


# -- finding registrants by name ------------------------------------------------------------------


class Directory:
    """Everybody who can register, by the words they are chosen and typed with."""

    def __init__(self, session: Session) -> None:
        units = registers.unit_names(session)
        self._by_label: dict[str, Who] = {}
        self._by_key: dict[str, list[Who]] = {}
        self.labels: list[str] = []
        for unit in session.store.all(Unit):
            self._add(Who(family="unit", id=unit.id), unit.name, "", unit.short_name)
            for former in unit.former_names:
                self._key(former.name, Who(family="unit", id=unit.id))
        for team in session.store.all(Team):
            who = Who(family="team", id=team.id)
            self._add(who, team.name, units.get(team.unit_id or "", ""))
        for home in session.store.all(Household):
            who = Who(family="household", id=home.id)
            self._add(who, home.name, units.get(home.unit_id or "", ""), home.head)
        for person in session.store.all(Person):
            who = Who(family="person", id=person.id)
            shown = f"{person.honorific} {person.full_name}".strip()
            self._add(who, shown, units.get(person.unit_id or "", ""), person.full_name)

    def _add(self, who: Who, name: str, unit: str, *others: str) -> None:
        label = f"{name} ({unit})" if unit and who.family != "unit" else name
        if not name:
            return
        self.labels.append(label)
        self._by_label.setdefault(fold(label), who)
        for one in (name, *others):
            self._key(one, who)

    def _key(self, name: str, who: Who) -> None:
        found = self._by_key.setdefault(fold(name), [])
        if name and who not in found:
            found.append(who)

    def find(self, text: str, unit: str = "") -> Who:
        """Return who is meant by a typed name, told apart by the unit where it is given.

        Raises BadValue where nobody is called so, or several are.
        """
        key = fold(text)
        exact = self._by_label.get(fold(f"{text} ({unit})")) if unit else None
        known = self._by_key.get(key, [])
        whole = self._by_label.get(key) if len(known) < 2 else None
        found = exact or whole or (known[0] if len(known) == 1 else None)
        if found is not None:
            return found
        if known:
            raise BadValue(
                "name",
                f"Có {len(known)} đối tượng tên “{text}”.",
                todo="Chọn trong danh sách, dòng có ghi rõ đơn vị.",
            )
        raise BadValue(
            "name",
            f"Không thấy “{text}” trong danh sách đơn vị, tổ, hộ, cá nhân.",
            todo="Sửa lại tên, hoặc thêm ở màn hình Đơn vị, Tổ CNSCĐ trước.",
        )


def unit_counts(session: Session, movement_id: str, *, year: int) -> Mapping[UnitKind, int]:
    """Return how many units of each kind could still register for a year."""
    there = {line.who for line in listing(session, movement_id, year=year).lines if line.record}
    counts: dict[UnitKind, int] = {}
    for unit in session.store.all(Unit):
        own = unit.id == session.store.owner
        if unit.active and not own and Who(family="unit", id=unit.id) not in there:
            counts[unit.kind] = counts.get(unit.kind, 0) + 1
    return counts
