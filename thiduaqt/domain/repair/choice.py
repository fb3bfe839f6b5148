"""What the officer wants done with the letters of a file in old fonts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Letters = Literal["repair", "repair_all", "keep"]


@dataclass(frozen=True, slots=True)
class Choice:
    """``letters``: ``repair`` what is sure and ask about the rest, ``repair_all``, or ``keep``.

    ``kept`` are rows, as sheet and number, whose letters stay as the file has them all the same.
    """

    letters: Letters = "repair"
    kept: frozenset[tuple[str, int]] = frozenset()

    def keeps(self, sheet: str, row: int) -> bool:
        """Tell whether the letters of a row stay as they are in the file."""
        return self.letters == "keep" or (sheet, row) in self.kept


REPAIR = Choice()
