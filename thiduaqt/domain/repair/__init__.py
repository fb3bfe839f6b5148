"""Text in old fonts and spoiled text, read as it was meant."""

from __future__ import annotations

from thiduaqt.domain.repair.choice import REPAIR, Choice, Letters
from thiduaqt.domain.repair.decide import (
    ENCODINGS,
    KIND_WORDS,
    TRUE_UNICODE,
    Confidence,
    Kind,
    Repaired,
    font_kind,
    is_suspect,
    measure,
    repair,
    tidied,
)

__all__ = [
    "ENCODINGS",
    "KIND_WORDS",
    "REPAIR",
    "TRUE_UNICODE",
    "Choice",
    "Confidence",
    "Kind",
    "Letters",
    "Repaired",
    "font_kind",
    "is_suspect",
    "measure",
    "repair",
    "tidied",
]
