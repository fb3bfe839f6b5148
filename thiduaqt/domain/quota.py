"""How many may be awarded, and how far a round has come: never one bare number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from thiduaqt.domain.plan import RECIPIENT_WORDS, MovementPlan, Quota, RecipientKind, RoundKind

Stage = Literal["proposed", "eligible", "chosen", "awarded"]
STAGES: tuple[Stage, ...] = ("proposed", "eligible", "chosen", "awarded")
STAGE_WORDS: dict[Stage, str] = {
    "proposed": "đề nghị",
    "eligible": "đủ điều kiện",
    "chosen": "được chọn",
    "awarded": "đã khen",
}
NO_LIMIT = "không giới hạn theo kế hoạch"
UPPER_DECIDES = "cấp trên quyết định"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotaState:
    """One award for one kind of recipient in one round: the plan's number and four counts.

    ``maximum`` None means that the plan sets no number; ``named`` tells whether it speaks of this
    award and kind at all. ``ours`` is False where an upper level decides: its number is shared
    with other communes and limits nobody here.
    """

    award: str
    kind: RecipientKind
    maximum: int | None = None
    named: bool = False
    ours: bool = True
    quota: Quota | None = None
    proposed: int = 0
    eligible: int = 0
    chosen: int = 0
    awarded: int = 0

    @property
    def limit(self) -> int | None:
        """The number that binds us, or None."""
        return self.maximum if self.ours else None

    def count(self, stage: Stage) -> int:
        """Return how many have reached ``stage``."""
        counts = {
            "proposed": self.proposed,
            "eligible": self.eligible,
            "chosen": self.chosen,
            "awarded": self.awarded,
        }
        return counts[stage]

    @property
    def reached(self) -> Stage:
        """The latest stage anybody has reached."""
        return next((stage for stage in reversed(STAGES) if self.count(stage)), "proposed")

    def over(self, stage: Stage = "chosen") -> int:
        """Return by how many ``stage`` is above the number; 0 where there is room or no limit."""
        return 0 if self.limit is None else max(self.count(stage) - self.limit, 0)

    def left(self, stage: Stage = "chosen") -> int | None:
        """Return how many more fit, or None where there is no limit."""
        return None if self.limit is None else max(self.limit - self.count(stage), 0)

    @property
    def limit_words(self) -> str:
        """The number in words: "tối đa 5", or that there is none."""
        if not self.ours:
            return UPPER_DECIDES
        return NO_LIMIT if self.maximum is None else f"tối đa {self.maximum}"

    @property
    def kind_words(self) -> str:
        """The kind of recipient as it opens a line: "Cá nhân"."""
        return RECIPIENT_WORDS[self.kind].capitalize()

    @property
    def meter_words(self) -> str:
        """The line beside the meter: "9 đề nghị · 5 đủ điều kiện · tối đa 5".

        The first two stages while proposals come in, the last two once somebody is chosen.
        """
        late = self.chosen or self.awarded
        stages: tuple[Stage, ...] = ("chosen", "awarded") if late else ("proposed", "eligible")
        shown = [f"{self.count(stage)} {STAGE_WORDS[stage]}" for stage in stages]
        if late and not self.awarded:
            shown = shown[:1]
        return " · ".join([*shown, self.limit_words])

    @property
    def spoken(self) -> str:
        """The meter as one sentence, for those who listen to the screen."""
        return f"{self.kind_words}: {self.meter_words.replace(' · ', ', ')}."

    @property
    def over_sentence(self) -> str:
        """What is wrong and what to do once more are chosen than the plan allows, or nothing."""
        over = self.over()
        if not over:
            return ""
        return (
            f"Đã chọn {self.chosen} {RECIPIENT_WORDS[self.kind]}, kế hoạch cho tối đa "
            f"{self.limit}. Bỏ bớt {over}, hoặc ghi lý do vượt."
        )

    def with_chosen(self, chosen: int) -> QuotaState:
        """Return the same state with another number of chosen."""
        return replace(self, chosen=chosen)


def quota_state(
    plan: MovementPlan | None,
    *,
    award: str,
    kind: RecipientKind,
    round_kind: RoundKind,
    year: int,
    proposed: int = 0,
    eligible: int = 0,
    chosen: int = 0,
    awarded: int = 0,
) -> QuotaState:
    """Return the state of one award and kind in a round; without a plan there is no limit."""
    named, maximum, quota = (
        plan.quota(award, round_kind, kind, year) if plan is not None else (False, None, None)
    )
    return QuotaState(
        award=award,
        kind=kind,
        maximum=maximum,
        named=named,
        ours=quota is None or quota.decided_by == "commune",
        quota=quota,
        proposed=proposed,
        eligible=eligible,
        chosen=chosen,
        awarded=awarded,
    )
