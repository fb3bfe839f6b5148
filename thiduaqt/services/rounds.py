"""Which movement and round the work is on."""

from __future__ import annotations

from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.records import Movement, Nomination, Round
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
