"""The quotas of a plan as a table: one line per occasion, one column per kind of recipient."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from thiduaqt.domain.plan import (
    RECIPIENT_KINDS,
    RECIPIENT_WORDS,
    ROUND_WORDS,
    MovementPlan,
    Quota,
    QuotaRound,
    RecipientKind,
)
from thiduaqt.domain.quota_words import short_words

OWN_AWARD = "certificate_of_merit"
_ANY = "Mọi dịp khen"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotaLine:
    """The numbers of one award on one occasion; a kind that is missing has no number.

    ``year`` None means every year. ``named`` holds the kinds the plan speaks of, ``wordings`` its
    sentences and ``sources`` the places they stand in. ``told`` has the words of what is more than
    one number: a share, a range, a number shared or given to each block.
    """

    award: str
    round_kind: QuotaRound
    year: int | None
    maxima: dict[RecipientKind, int]
    named: frozenset[RecipientKind] = frozenset()
    wordings: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    told: dict[RecipientKind, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """What tells lines apart."""
        return f"{self.award}/{self.round_kind}/{self.year or ''}"

    @property
    def occasion(self) -> str:
        """The occasion in words: "Khen thưởng sơ kết 2027"."""
        words = _ANY if self.round_kind == "any" else ROUND_WORDS[self.round_kind]
        return f"{words} {self.year}" if self.year else words

    def key(self, kind: RecipientKind) -> str:
        """Return what names one cell."""
        return f"{self.id}/{kind}"

    def shown(self, kind: RecipientKind) -> str:
        """Return the number as a cell shows it; nothing where the plan gives none."""
        if kind in self.told:
            return self.told[kind]
        return str(self.maxima[kind]) if kind in self.maxima else ""


def lines_of(plan: MovementPlan, quotas: Sequence[Quota] | None = None) -> tuple[QuotaLine, ...]:
    """Return the lines for what the commune itself decides; every planned round has one.

    ``quotas`` replaces those of the plan.
    """
    ours = [item for item in (plan.quotas if quotas is None else quotas) if _ours(item)]
    occasions = dict.fromkeys((item.award, item.round_kind, item.year) for item in ours)
    held = {kind for _award, kind, _year in occasions}
    for planned in plan.rounds:
        if planned.kind not in held and "any" not in held:
            year = planned.when.value[:4]
            given = int(year) if planned.kind != "yearly" and year.isdigit() else None
            occasions[OWN_AWARD, planned.kind, given] = None
    return tuple(_line(ours, *occasion) for occasion in occasions)


def _ours(quota: Quota) -> bool:
    return quota.decided_by == "commune"


def _line(
    quotas: Iterable[Quota], award: str, round_kind: QuotaRound, year: int | None
) -> QuotaLine:
    own = [
        item
        for item in quotas
        if (item.award, item.round_kind, item.year) == (award, round_kind, year)
    ]
    return QuotaLine(
        award=award,
        round_kind=round_kind,
        year=year,
        maxima={
            item.recipient_kind: item.maximum
            for item in own
            if item.maximum is not None and item.form != "percent"
        },
        named=frozenset(item.recipient_kind for item in own),
        wordings=tuple(item.wording for item in own if item.wording),
        sources=tuple(dict.fromkeys(item.source.text for item in own if item.source.text)),
        told=_told(own),
    )


def _told(own: Sequence[Quota]) -> dict[RecipientKind, str]:
    """Return the words of cells that hold more than one plain number."""
    found: dict[RecipientKind, str] = {}
    for kind in RECIPIENT_KINDS:
        mine = [item for item in own if item.recipient_kind == kind]
        if len(mine) > 1 or any(not _is_plain(item) for item in mine):
            found[kind] = "; ".join(map(short_words, mine))
    return found


def _is_plain(quota: Quota) -> bool:
    narrowed = quota.per or quota.block or quota.group or quota.league or quota.on_top
    return quota.form == "number" and not narrowed


def with_maximum(
    quotas: Sequence[Quota], line: QuotaLine, kind: RecipientKind, maximum: int | None
) -> tuple[Quota, ...]:
    """Return ``quotas`` with one number changed; None: the plan gives no number.

    The plan's own wording goes with its number: it no longer says what is kept now. A share or
    another form becomes a plain number; a cell with several numbers keeps the others.
    """
    wanted = (line.award, line.round_kind, line.year, kind)
    place = next((spot for spot, item in enumerate(quotas) if _address(item) == wanted), None)
    changed = list(quotas)
    if place is not None:
        old = changed[place]
        if not _is_plain(old):
            changed[place] = _plain(old, maximum)
        elif old.maximum != maximum:
            changed[place] = replace(old, maximum=maximum, wording="")
    elif maximum is not None:
        changed.append(
            Quota(
                award=line.award,
                round_kind=line.round_kind,
                recipient_kind=kind,
                maximum=maximum,
                year=line.year,
            )
        )
    return tuple(changed)


def _plain(old: Quota, maximum: int | None) -> Quota:
    return Quota(
        award=old.award,
        round_kind=old.round_kind,
        recipient_kind=old.recipient_kind,
        maximum=maximum,
        year=old.year,
        decided_by=old.decided_by,
        added_by=old.added_by,
        valid_from=old.valid_from,
        source=old.source,
    )


def _address(quota: Quota) -> tuple[str, QuotaRound, int | None, RecipientKind]:
    return quota.award, quota.round_kind, quota.year, quota.recipient_kind


def in_words(lines: Iterable[QuotaLine]) -> str:
    """Return the numbers as one sentence: "Khen thưởng hằng năm: 2 tập thể, 5 cá nhân"."""
    parts = []
    for line in lines:
        given = [
            f"{line.shown(kind)} {RECIPIENT_WORDS[kind]}"
            for kind in RECIPIENT_KINDS
            if line.shown(kind)
        ]
        parts.append(f"{line.occasion}: {', '.join(given) if given else 'không đặt số lượng'}")
    return "; ".join(parts)
