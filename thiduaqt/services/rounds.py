"""Which movement and round the work is on."""

from __future__ import annotations

from dataclasses import replace

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.records import Movement, Nomination, Round
from thiduaqt.services.editing import BadValue, fit
from thiduaqt.services.session import Session


def current(session: Session) -> Round:
    """Return the round being worked on: the newest open one that has nominations, else this year's.

    Raises NotAllowed where there is no round yet.
    """
    rounds = [item for item in session.store.all(Round) if not item.closed]
    if not rounds:
        raise NotAllowed(
            "Chưa có đợt khen nào.", todo="Tạo phong trào và đợt khen trong phần Thiết lập."
        )
    busy = [item for item in rounds if session.store.count(Nomination, round_id=item.id)]
    if busy:
        return busy[-1]
    year = session.today().year
    return min(rounds, key=lambda item: (abs(item.year - year), item.kind != "yearly"))


def movement_of(session: Session, round_id: str) -> Movement:
    """Return the movement a round belongs to."""
    return session.store.get(Movement, session.store.get(Round, round_id).movement_id)


def set_dates(session: Session, round_id: str, *, deadline: str, award_day: str) -> Changes:
    """Set until when nominations are taken and when the awards are handed over, as typed.

    Either may be known only to the month, or stay empty. Raises BadValue for a text that is no
    date, and for a deadline after the award day.
    """
    kept_deadline = str(fit("deadline", deadline))
    kept_day = str(fit("award_day", award_day))
    last, given = (PartialDate.from_value(value).day for value in (kept_deadline, kept_day))
    if last is not None and given is not None and last > given:
        raise BadValue(
            "deadline",
            "Hạn nhận hồ sơ sau ngày trao giấy khen.",
            todo="Gõ lại một trong hai ngày.",
        )
    with session.store.transaction("Đặt mốc thời gian của đợt", actor=session.actor) as writing:
        around = writing.get(Round, round_id)
        writing.put(replace(around, deadline=kept_deadline, award_day=kept_day))
    return session.store.last_changes()
