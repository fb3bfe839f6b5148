"""Groups and criteria of a movement: what needs more than the rules themselves to be changed."""

from __future__ import annotations

from dataclasses import replace

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import MovementPlan
from thiduaqt.domain.records import Nomination, Round
from thiduaqt.services import movements
from thiduaqt.services.session import Session


def remove_group(session: Session, movement_id: str, code: str) -> Changes:
    """Take a subject group away. Raises NotAllowed while nominations are in it."""
    held = sum(
        session.store.count(Nomination, round_id=around.id, subject_group=code)
        for around in session.store.all(Round, movement_id=movement_id)
    )
    if held:
        raise NotAllowed(
            f"Nhóm này đang có {held} hồ sơ đề nghị.",
            todo="Chuyển các hồ sơ sang nhóm khác rồi xóa nhóm.",
        )

    def change(rules: MovementPlan) -> MovementPlan:
        kept = tuple(group for group in rules.groups if group.code != code)
        return replace(rules, groups=kept)

    return movements.change_rules(session, movement_id, "Xóa nhóm đối tượng", change)
