"""Which movement and round the work is on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.records import CouncilSession, Movement, Nomination, Round
from thiduaqt.services.editing import BadValue, fit
from thiduaqt.services.session import Session


def current(session: Session) -> Round:
    """Return the round being worked on: the newest open one that has nominations, else this year's.

    Raises NotAllowed where there is no round yet.
    """
    rounds = [item for item in session.store.all(Round) if not item.closed]
    if not rounds:
        raise NotAllowed(
            "Chưa có đợt khen nào.",
            todo="Tạo phong trào, mở đợt khen trong phần Phong trào, tiêu chí.",
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
    refuse_order(kept_deadline, kept_day)
    with session.store.transaction("Đặt mốc thời gian của đợt", actor=session.actor) as writing:
        around = writing.get(Round, round_id)
        writing.put(replace(around, deadline=kept_deadline, award_day=kept_day))
    return session.store.last_changes()


def refuse_order(deadline: str, award_day: str) -> None:
    """Raise BadValue for a last day of nominations after the award day, both stored dates."""
    last, given = (PartialDate.from_value(value).day for value in (deadline, award_day))
    if last is not None and given is not None and last > given:
        raise BadValue(
            "deadline",
            "Hạn nhận hồ sơ sau ngày trao giấy khen.",
            todo="Gõ lại một trong hai ngày.",
        )


def change_round(session: Session, round_id: str, values: Mapping[str, str]) -> Changes:
    """Change what a round is called, its dates as typed, or whether it is closed ("Có").

    Raises BadValue for an empty name and for dates as :func:`set_dates` does.
    """
    typed = {key: fit(key, text) for key, text in values.items() if key != "closed"}
    if "name" in typed and not typed["name"]:
        raise BadValue("name", "Tên đợt không được để trống.", todo="Gõ lại tên.")
    if "closed" in values:
        typed["closed"] = values["closed"] == "Có"
    with session.store.transaction("Sửa đợt khen", actor=session.actor) as writing:
        around = replace(writing.get(Round, round_id), **typed)
        refuse_order(around.deadline, around.award_day)
        writing.put(around)
    return session.store.last_changes()


def remove_rounds(session: Session, round_ids: Sequence[str]) -> Changes:
    """Put rounds into the recycle bin. Raises NotAllowed for one with nominations or sessions."""
    with session.store.transaction(f"Xóa {len(round_ids)} đợt", actor=session.actor) as writing:
        for round_id in round_ids:
            around = writing.get(Round, round_id)
            used = session.store.count(Nomination, round_id=round_id)
            used += session.store.count(CouncilSession, round_id=round_id)
            if used:
                raise NotAllowed(
                    f"{around.name} đã có hồ sơ đề nghị hoặc phiên họp.",
                    todo="Ghi là đã kết thúc nếu không nhận hồ sơ nữa.",
                )
            writing.remove(around)
    return session.store.last_changes()
