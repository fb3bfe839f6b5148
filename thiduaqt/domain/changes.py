"""What an operation touched, so that screens know whether to reload."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The record families one transaction touched, and its name in words.

    ``families`` holds table names ("nomination", "unit" …); ``entry`` is the number of the
    journal entry (0 where nothing was written).
    """

    families: frozenset[str] = frozenset()
    label: str = ""
    entry: int = 0
    count: int = 0

    def touches(self, *families: str) -> bool:
        """Tell whether one of ``families`` was touched."""
        return not self.families.isdisjoint(families)

    @property
    def nothing(self) -> bool:
        """Tell whether nothing was written."""
        return not self.families
