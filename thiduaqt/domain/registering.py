"""Registration as a condition: whether somebody registered, in time and with both signatures."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.due import Due
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.moments import NO_ANCHORS, Anchors, next_due, occurrences
from thiduaqt.domain.plan import RecipientKind, RegistrationRule
from thiduaqt.domain.planning import Registration
from thiduaqt.domain.source_words import source_words

REGISTRATION_FIELD = "registration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Registrant:
    """A nominee as registrations know it: who it is, and the units it belongs to.

    ``recipient_id`` is the person, team, household or unit itself, ``unit_ids`` the units around.
    """

    kind: RecipientKind
    recipient_id: str
    unit_ids: Collection[str] = ()


def fits(item: Registration, *, round_id: str, year: int) -> bool:
    """Tell whether a registration holds for a round: its own, of its year, or of all years."""
    if item.round_id is not None:
        return item.round_id == round_id
    return item.year in (0, year)


def holds_for(item: Registration, who: Registrant, rule: RegistrationRule) -> bool:
    """Tell whether a registration is that of a nominee, or of its unit where units register."""
    own = (item.person_id, item.team_id, item.household_id, item.unit_id)
    if who.recipient_id and who.recipient_id in own:
        return True
    only_unit = not (item.person_id or item.team_id or item.household_id)
    return rule.for_units and only_unit and (item.unit_id or "") in who.unit_ids


def due_for(rule: RegistrationRule, year: int, anchors: Anchors = NO_ANCHORS) -> Due | None:
    """Return until when one registers for ``year``, or None where no date is known."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    if rule.deadline.recurring:
        times = occurrences(rule.deadline, first, last, anchors, source=rule.source)
        return times[0] if times else None
    return next_due(rule.deadline, first, anchors, source=rule.source)


def findings(
    rule: RegistrationRule | None,
    held: Sequence[Registration],
    who: Registrant,
    due: Due | None = None,
) -> tuple[Issue, ...]:
    """Return what is wrong with the registration of a nominee.

    ``held`` are the registrations that fit the round. Nothing is asked where the plan does not
    make registering a condition, or not of this kind of recipient.
    """
    if rule is None or not rule.required or who.kind not in rule.kinds:
        return ()
    own = [item for item in held if holds_for(item, who, rule)]
    if not own:
        subject = "đơn vị hoặc đối tượng" if rule.for_units else "đối tượng"
        words = f"Chưa có đăng ký thi đua của {subject} này."
        return (_issue("MISSING_REGISTRATION", words, rule),)
    in_time = [item for item in own if not late(item, due)]
    if not in_time:
        days = ", ".join(PartialDate.from_value(item.registered_on).display() for item in own)
        until = due.words if due is not None else ""
        words = f"Đăng ký thi đua muộn: ngày {days}, hạn là {until}."
        return (_issue("REGISTERED_LATE", words, rule),)
    if rule.both_sign and not any(_signed(item) for item in in_time):
        lacking = _unsigned(in_time[0])
        words = f"Bản đăng ký giao ước chưa có chữ ký của {lacking}."
        return (_issue("MISSING_SIGNATURE", words, rule),)
    return ()


def late(item: Registration, due: Due | None) -> bool:
    """Tell whether a registration certainly came after the day; an unknown day is not late."""
    first = PartialDate.from_value(item.registered_on).first_day
    return due is not None and first is not None and first > due.last_day


def _signed(item: Registration) -> bool:
    return item.signed_by_registrant and item.signed_by_office


def _unsigned(item: Registration) -> str:
    lacking = []
    if not item.signed_by_registrant:
        lacking.append("bên đăng ký")
    if not item.signed_by_office:
        lacking.append("xã")
    return " và ".join(lacking)


def _issue(code: str, words: str, rule: RegistrationRule) -> Issue:
    return Issue(
        code=code,
        severity="error",
        message=words,
        field=REGISTRATION_FIELD,
        source=source_words(rule.source) if rule.source.text else "",
    )
