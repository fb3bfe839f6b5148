"""Words every part of a plan uses: recipients, occasions, and where a rule stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SourceTag = Literal["law", "plan", "suggestion"]
RecipientKind = Literal["collective", "household", "individual"]
RoundKind = Literal["yearly", "interim", "final", "ad_hoc"]
QuotaRound = Literal["yearly", "interim", "final", "ad_hoc", "any"]

RECIPIENT_KINDS: tuple[RecipientKind, ...] = ("collective", "household", "individual")
RECIPIENT_WORDS: dict[RecipientKind, str] = {
    "collective": "tập thể",
    "household": "hộ gia đình",
    "individual": "cá nhân",
}
ROUND_WORDS: dict[RoundKind, str] = {
    "yearly": "Khen thưởng hằng năm",
    "interim": "Khen thưởng sơ kết",
    "final": "Khen thưởng tổng kết",
    "ad_hoc": "Khen thưởng đột xuất",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a rule comes from. ``confidence`` R means: to be confirmed by the officer."""

    tag: SourceTag = "plan"
    text: str = ""
    confidence: Literal["H", "M", "L", "R"] = "H"
