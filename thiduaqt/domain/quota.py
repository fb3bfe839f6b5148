"""How many may be awarded, and how far a round has come: never one bare number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from thiduaqt.domain.plan import (
    RECIPIENT_WORDS,
    MovementPlan,
    Quota,
    QuotaPer,
    RecipientKind,
    RoundKind,
)

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
OWN_RULE = "do đơn vị quy định"
NOT_KNOWN = "chưa tính được số lượng"
PER_WORDS: dict[QuotaPer, str] = {
    "": "",
    "block": "khối, cụm",
    "unit": "đơn vị",
    "source": "nơi giới thiệu",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotaState:
    """One number of the plan in one round, what it covers, and four counts.

    ``maximum`` None means that the plan sets no number; ``named`` tells whether it speaks of this
    award and kind at all. ``ours`` is False where an upper level decides: its number is shared
    with other communes and limits nobody here.

    ``kinds`` use the number up together (``kind`` is the first of them); ``scope`` names what it
    is for where that is less than the round ("Khối trường học"), ``code`` tells the states of one
    award and kind apart. A number given to each block, unit or source has one state in ``parts``
    for each; its own ``maximum`` is then their sum. ``reckoned`` says how a share was worked out,
    ``unknown`` why the number is not known yet. ``members`` are the nominations that count.
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
    kinds: tuple[RecipientKind, ...] = ()
    scope: str = ""
    code: str = ""
    minimum: int | None = None
    parts: tuple[QuotaState, ...] = ()
    reckoned: str = ""
    unknown: str = ""
    members: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if not self.kinds:
            object.__setattr__(self, "kinds", (self.kind,))

    @property
    def key(self) -> str:
        """What tells the states of a round apart."""
        return "/".join(part for part in (self.award, self.kind, self.code) if part)

    @property
    def leaves(self) -> tuple[QuotaState, ...]:
        """The states whose numbers bind: the parts, or this one."""
        return self.parts or (self,)

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
        """Return by how many ``stage`` is above the number; 0 where there is room or no limit.

        Room in one block is no room in another: the parts are added up.
        """
        if self.parts:
            return sum(part.over(stage) for part in self.parts)
        return 0 if self.limit is None else max(self.count(stage) - self.limit, 0)

    def left(self, stage: Stage = "chosen") -> int | None:
        """Return how many more fit, or None where there is no limit."""
        if self.limit is None:
            return None
        if self.parts:
            return sum(part.left(stage) or 0 for part in self.parts)
        return max(self.limit - self.count(stage), 0)

    def short(self, stage: Stage = "chosen") -> int:
        """Return how many are missing to the least number of a range; 0 where there is none."""
        return max((self.minimum or 0) - self.count(stage), 0) if self.ours else 0

    @property
    def limit_words(self) -> str:
        """The number in words: "tối đa 5", "từ 2 đến 5", "dùng chung tối đa 5", or none."""
        if not self.ours:
            return UPPER_DECIDES
        if self.quota is not None and self.quota.form == "own":
            return OWN_RULE
        if self.parts:
            return self._parts_words()
        if self.maximum is None:
            return NOT_KNOWN if self.unknown else NO_LIMIT
        if self.minimum:
            return f"từ {self.minimum} đến {self.maximum}"
        shared = "dùng chung " if len(self.kinds) > 1 else ""
        return f"{shared}tối đa {self.maximum}"

    def _parts_words(self) -> str:
        per = PER_WORDS[self.quota.per] if self.quota is not None else ""
        numbers = {part.maximum for part in self.parts if part.named}
        shared = "dùng chung " if len(self.kinds) > 1 else ""
        if len(numbers) == 1 and None not in numbers:
            return f"{shared}tối đa {numbers.pop()} mỗi {per}"
        if self.maximum is None:
            return f"{NOT_KNOWN} của từng {per}"
        return f"{shared}tối đa {self.maximum}, chia theo {per}"

    @property
    def plain(self) -> bool:
        """True for a bare number or none at all: no range, no share, no parts, nothing shared."""
        form = self.quota.form if self.quota is not None else "number"
        return form == "number" and not self.parts and self.ours

    @property
    def kind_words(self) -> str:
        """The kinds of recipient as they open a line: "Cá nhân", "Tập thể, cá nhân"."""
        return self._kinds.capitalize()

    @property
    def _kinds(self) -> str:
        return ", ".join(RECIPIENT_WORDS[kind] for kind in self.kinds)

    @property
    def label(self) -> str:
        """What the state is about: "Cá nhân", "Cá nhân, Khối trường học"."""
        return f"{self.kind_words}, {self.scope}" if self.scope else self.kind_words

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
        return f"{self.label}: {self.meter_words.replace(' · ', ', ')}."

    @property
    def over_sentence(self) -> str:
        """What is wrong and what to do once more are chosen than the plan allows, or nothing."""
        if self.parts:
            return " ".join(part.over_sentence for part in self.parts if part.over())
        over = self.over()
        if not over:
            return ""
        where = f"{self.scope}: đ" if self.scope else "Đ"
        allowed = f"tối đa {self.limit}"
        if len(self.kinds) > 1:
            allowed = f"{allowed} dùng chung"
        return (
            f"{where}ã chọn {self.chosen} {self._kinds}, kế hoạch cho {allowed}. "
            f"Bỏ bớt {over}, hoặc ghi lý do vượt."
        )

    @property
    def short_sentence(self) -> str:
        """What is missing to the least number of a range once somebody is chosen, or nothing."""
        short = self.short()
        if self.parts:
            return " ".join(part.short_sentence for part in self.parts if part.short_sentence)
        if not short or not self.chosen:
            return ""
        where = f"{self.scope}: m" if self.scope else "M"
        return (
            f"{where}ới chọn {self.chosen} {self._kinds}, kế hoạch cho {self.limit_words}: "
            f"còn thiếu {short}."
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """What a tooltip adds: how the number came about, why it is not known, how parts stand."""
        told = [self.reckoned, self.unknown, self.over_sentence, self.short_sentence]
        told += [
            f"{part.scope}: {part.meter_words}"
            for part in self.parts
            if part.count(part.reached) or len(self.parts) <= _FEW
        ]
        return tuple(part for part in told if part)

    def with_chosen(self, chosen: int) -> QuotaState:
        """Return the same state with another number of chosen."""
        return replace(self, chosen=chosen)


_FEW = 12


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
    """Return the state of one award and kind by plain counts; without a plan there is no limit.

    For plain numbers only: what needs blocks, units or bases is worked out by
    :func:`thiduaqt.domain.quota_count.states`.
    """
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
