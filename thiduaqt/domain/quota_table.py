"""The quotas of a plan as a table: one line per occasion, one column per kind of recipient."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from thiduaqt.domain.plan import (
    RECIPIENT_KINDS,
    ROUND_WORDS,
    MovementPlan,
    Quota,
    QuotaRound,
    RecipientKind,
)

OWN_AWARD = "certificate_of_merit"
_ANY = "Mọi dịp khen"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotaLine:
    """The numbers of one award on one occasion; a kind that is missing has no number.

    ``year`` None means every year. ``named`` holds the kinds the plan speaks of, ``wordings`` its
    sentences and ``sources`` the places they stand in.
    """

    award: str
    round_kind: QuotaRound
    year: int | None
    maxima: dict[RecipientKind, int]
    named: frozenset[RecipientKind] = frozenset()
    wordings: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

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
        maxima={item.recipient_kind: item.maximum for item in own if item.maximum is not None},
        named=frozenset(item.recipient_kind for item in own),
        wordings=tuple(item.wording for item in own if item.wording),
        sources=tuple(dict.fromkeys(item.source.text for item in own if item.source.text)),
    )


def with_maximum(
    quotas: Sequence[Quota], line: QuotaLine, kind: RecipientKind, maximum: int | None
) -> tuple[Quota, ...]:
    """Return ``quotas`` with one number changed; None: the plan gives no number.

    The plan's own wording goes with its number: it no longer says what is kept now.
    """
    wanted = (line.award, line.round_kind, line.year, kind)
    place = next((spot for spot, item in enumerate(quotas) if _address(item) == wanted), None)
    changed = list(quotas)
    if place is not None:
        if changed[place].maximum != maximum:
            changed[place] = replace(changed[place], maximum=maximum, wording="")
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


def _address(quota: Quota) -> tuple[str, QuotaRound, int | None, RecipientKind]:
    return quota.award, quota.round_kind, quota.year, quota.recipient_kind


def in_words(lines: Iterable[QuotaLine]) -> str:
    """Return the numbers as one sentence: "Khen thưởng hằng năm: 2 tập thể, 5 cá nhân"."""
    words = {"collective": "tập thể", "household": "hộ gia đình", "individual": "cá nhân"}
    parts = []
    for line in lines:
        given = [
            f"{line.maxima[kind]} {words[kind]}" for kind in RECIPIENT_KINDS if kind in line.maxima
        ]
        parts.append(f"{line.occasion}: {', '.join(given) if given else 'không đặt số lượng'}")
    return "; ".join(parts)
