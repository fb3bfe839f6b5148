"""How many awards a plan allows: one number, a range, a share, per block, shared, or none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from thiduaqt.domain.plan.words import QuotaRound, RecipientKind, Source

QuotaForm = Literal[
    "number",  # tối đa n; không có n: kế hoạch không nêu số lượng
    "range",  # từ m đến n
    "percent",  # tối đa p % của một số gốc
    "shared",  # một số dùng chung cho nhiều loại đối tượng
    "unlimited",  # kế hoạch ghi rõ không giới hạn
    "own",  # do đơn vị quy định
]
QuotaPer = Literal["", "block", "unit", "source"]
QuotaBase = Literal[
    "",
    "typed",  # số cán bộ gõ
    "nominated",  # số được đề nghị
    "registered",  # số đã đăng ký thi đua
    "units",  # số đơn vị (theo loại)
    "workforce",  # số lao động, cán bộ, công chức
    "households",  # số hộ
]
Rounding = Literal["down", "nearest", "up"]


FORM_OF_FIELD: Mapping[str, QuotaForm] = {
    "minimum": "range",
    "percent": "percent",
    "base": "percent",
    "base_count": "percent",
    "at_least_one": "percent",
    "shared_kinds": "shared",
}
"""Fields that speak in one form only; set in another they would be passed over in silence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """How many recipients of one kind may get one award in one kind of round.

    ``maximum`` None means that the plan sets no limit; ``year`` None means every such round;
    ``round_kind`` "any" means that the plan names no occasion. ``decided_by`` is ``commune``,
    ``province`` or ``state``.

    ``form`` tells which of the other fields speak: ``minimum`` for a range; ``percent`` of
    ``base`` with ``rounding`` (``base_count`` where the base is typed, ``at_least_one`` where a
    share below one still gives one); ``shared_kinds`` for one number that several kinds use up
    together (the quota then stands once, under the first of them). ``per`` gives the number to
    each block, each unit of ``per_kinds`` or ``block``, or each source of nominations. ``group``
    and ``league`` narrow it; ``added_by`` names the guidance document that brought it later, in
    force from ``valid_from`` (an ISO day): in place of the plan's number, or ``on_top`` of it.
    With a percentage ``maximum`` is what the share may not exceed.
    """

    award: str
    round_kind: QuotaRound
    recipient_kind: RecipientKind
    maximum: int | None
    year: int | None = None
    decided_by: str = "commune"
    wording: str = ""
    form: QuotaForm = "number"
    minimum: int | None = None
    percent: Decimal | None = None
    base: QuotaBase = ""
    base_count: int | None = None
    rounding: Rounding = "down"
    at_least_one: bool = False
    shared_kinds: tuple[RecipientKind, ...] = ()
    per: QuotaPer = ""
    per_kinds: tuple[str, ...] = ()
    block: str = ""
    group: str = ""
    league: str = ""
    added_by: str = ""
    valid_from: str = ""
    on_top: bool = False
    source: Source = Source()

    @property
    def kinds(self) -> tuple[RecipientKind, ...]:
        """The kinds of recipients that use this number up."""
        return self.shared_kinds if self.form == "shared" else (self.recipient_kind,)
