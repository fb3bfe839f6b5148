"""All bundle formats this program reads, by major version. The newest is the one it writes.

Minor versions of a major one only add members, so a reader of 1.0 reads every 1.x.
"""

from __future__ import annotations

from types import ModuleType

from thiduaqt.exchange.formats import v1

FORMATS: dict[int, ModuleType] = {1: v1}
NEWEST = v1
