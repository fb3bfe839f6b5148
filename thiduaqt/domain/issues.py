"""What is wrong or doubtful with a value: one code, one sentence, for every door into the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "review", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "review", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One finding about one field.

    ``severity``: ``error`` cannot be stored as it is, ``review`` is stored but somebody has to
    look, ``note`` tells what was repaired. ``source`` names the rule (document, article).
    """

    code: str
    severity: Severity
    message: str
    field: str = ""
    source: str = ""
    suggestions: tuple[str, ...] = ()


def worst(issues: tuple[Issue, ...] | list[Issue]) -> Severity | None:
    """Return the gravest severity among ``issues``, or None where there is none."""
    found = {issue.severity for issue in issues}
    return next((severity for severity in SEVERITIES if severity in found), None)
