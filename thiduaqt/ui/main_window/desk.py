"""The session as the window sees it: which movement and round, names, badges, undo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from thiduaqt.domain.errors import UserError
from thiduaqt.domain.records import Office
from thiduaqt.domain.wording import short_date
from thiduaqt.services import rounds, safety, setup
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.memory import Memory

if TYPE_CHECKING:
    from thiduaqt.services.session import Session
    from thiduaqt.ui.screen import ScreenSpec

_OLD_DAYS = 7


class Desk:
    """Answers the window's small questions from the reading session."""

    def __init__(self, session: Session, memory: Memory) -> None:
        self._session = session
        self._memory = memory
        self.movement_id = ""
        self.round_id = ""

    def office(self) -> Office | None:
        """Return our office, None before it is set up."""
        try:
            return self._session.office()
        except UserError:
            return None

    def movements(self) -> list[tuple[str, str]]:
        """Return the movements as (id, short name)."""
        return [(one.id, one.short_name or one.title) for one in setup.movements(self._session)]

    def rounds(self) -> list[tuple[str, str]]:
        """Return the rounds of the movement chosen, newest first."""
        if not self.movement_id:
            return []
        found = setup.rounds(self._session, self.movement_id)
        return [(one.id, one.name) for one in sorted(found, key=lambda one: -one.year)]

    def settle(self) -> None:
        """Choose movement and round: as last time, else those the work is on."""
        movement_ids = [one for one, _text in self.movements()]
        if self.movement_id not in movement_ids:
            kept = self._memory.get("context/movement", "")
            self.movement_id = (
                kept if kept in movement_ids else self._current_movement(movement_ids)
            )
        round_ids = [one for one, _text in self.rounds()]
        if self.round_id not in round_ids:
            kept = self._memory.get("context/round", "")
            self.round_id = kept if kept in round_ids else self._current_round(round_ids)

    def choose_movement(self, movement_id: str) -> None:
        """Work on another movement."""
        self.movement_id, self.round_id = movement_id, ""
        self._memory.put("context/movement", movement_id)
        self.settle()

    def choose_round(self, round_id: str) -> None:
        """Work on another round."""
        self.round_id = round_id
        self._memory.put("context/round", round_id)

    def _current_movement(self, known: Sequence[str]) -> str:
        try:
            found = rounds.current(self._session).movement_id
        except UserError:
            found = ""
        return found if found in known else (known[0] if known else "")

    def _current_round(self, known: Sequence[str]) -> str:
        try:
            found = rounds.current(self._session).id
        except UserError:
            found = ""
        return found if found in known else (known[0] if known else "")

    def backup_words(self) -> tuple[str, bool]:
        """Return when the last backup was made, and whether that is too long ago."""
        try:
            made = next(iter(safety.list_backups(self._session)), None)
        except UserError:
            made = None
        if made is None:
            return translate("StatusBar", "Chưa có bản sao lưu"), False
        days = max(0, (self._session.today() - made.at.date()).days)
        if days > _OLD_DAYS:
            words = translate("StatusBar", "⚠ {count} ngày chưa sao lưu")
            return words.format(count=days), True
        day = translate("StatusBar", "hôm nay") if days == 0 else short_date(made.at.date())
        words = translate("StatusBar", "Sao lưu gần nhất: {day} {time}")
        return words.format(day=day, time=f"{made.at:%H:%M}"), False


def badges(session: Session, specs: Sequence[ScreenSpec], round_id: str) -> dict[str, int]:
    """Return how many things are to be mended on each screen."""
    found: dict[str, int] = {}
    for spec in specs:
        if spec.badge is not None:
            try:
                found[spec.key] = spec.badge(session, round_id)
            except UserError:
                continue
    return found
