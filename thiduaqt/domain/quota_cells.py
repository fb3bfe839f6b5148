"""The matrix of quotas: rounds and awards down, kinds of recipients across, and its edits.

Every edit takes the rules of a movement and returns new ones; nothing is stored here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Any, Literal

from thiduaqt.domain.plan import (
    FORM_OF_FIELD,
    RECIPIENT_KINDS,
    RECIPIENT_WORDS,
    MovementPlan,
    Quota,
    QuotaRound,
    RecipientKind,
)
from thiduaqt.domain.quota_table import OWN_AWARD, QuotaLine, lines_of
from thiduaqt.domain.quota_words import NOT_NAMED, short_words
from thiduaqt.domain.text import fold

Mark = Literal[
    "number",  # có con số hoặc công thức
    "none",  # không nêu: để trống, không giới hạn theo kế hoạch
    "zero",  # ghi rõ là 0
    "unfit",  # hình thức này không dành cho loại đối tượng đó
    "upper",  # cấp trên quyết định
    "free",  # kế hoạch ghi rõ không giới hạn, hoặc do đơn vị quy định
    "shared",  # dùng chung con số đứng ở cột khác
]
UNFIT = "—"
_DEFAULTS = {field.name: field.default for field in fields(Quota)}
_WHOLE = re.compile(r"[0-9]{1,4}")
_RANGE = re.compile(r"(?:tu )?([0-9]{1,4}) ?(?:-|–|den) ?([0-9]{1,4})")
_SHARE = re.compile(r"([0-9]{1,3}(?:[.,][0-9]{1,2})?) ?%")
_BY = {"province": "tỉnh quyết định", "state": "Nhà nước quyết định"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell. ``text`` is what it shows, ``quotas`` what stands behind it, in their order."""

    mark: Mark
    text: str
    quotas: tuple[Quota, ...] = ()

    @property
    def editable(self) -> bool:
        """False where the award is not for such recipients, or the number stands elsewhere."""
        return self.mark not in ("unfit", "shared")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One occasion of one award with a cell for each kind of recipient."""

    line: QuotaLine
    cells: Mapping[RecipientKind, Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardRows:
    """The rows of one award. ``decided_by`` is commune, province or state."""

    award: str
    decided_by: str
    rows: tuple[Row, ...]


def matrix(
    plan: MovementPlan, recipients: Mapping[str, Sequence[RecipientKind]] | None = None
) -> tuple[AwardRows, ...]:
    """Return the rows grouped by award: ours first, then those an upper level decides.

    ``recipients`` tells by award code for whom an award is; one it does not know is for all.
    """
    found: dict[tuple[str, str], list[QuotaLine]] = {}
    for line in lines_of(plan):
        found.setdefault((line.award, "commune"), []).append(line)
    for quota in plan.quotas:
        if quota.decided_by != "commune":
            line = QuotaLine(
                award=quota.award, round_kind=quota.round_kind, year=quota.year, maxima={}
            )
            lines = found.setdefault((quota.award, quota.decided_by), [])
            if line.id not in [item.id for item in lines]:
                lines.append(line)
    known = recipients or {}
    return tuple(
        AwardRows(
            award=award,
            decided_by=decided_by,
            rows=tuple(
                _row(plan.quotas, line, decided_by, known.get(award, RECIPIENT_KINDS))
                for line in lines
            ),
        )
        for (award, decided_by), lines in found.items()
    )


def _row(
    quotas: Sequence[Quota], line: QuotaLine, decided_by: str, fit: Sequence[RecipientKind]
) -> Row:
    own = [item for item in quotas if _on(item, line) and item.decided_by == decided_by]
    return Row(
        line=line, cells={kind: _cell(own, kind, decided_by, fit) for kind in RECIPIENT_KINDS}
    )


def _on(quota: Quota, line: QuotaLine) -> bool:
    return (quota.award, quota.round_kind, quota.year) == (line.award, line.round_kind, line.year)


def _cell(
    own: Sequence[Quota], kind: RecipientKind, decided_by: str, fit: Sequence[RecipientKind]
) -> Cell:
    mine = tuple(item for item in own if item.recipient_kind == kind)
    if not mine and kind not in fit:
        return Cell(mark="unfit", text=UNFIT)
    shared = next((item for item in own if kind in item.kinds and item not in mine), None)
    if not mine and shared is not None:
        with_kind = RECIPIENT_WORDS[shared.recipient_kind]
        return Cell(mark="shared", text=f"chung với {with_kind}")
    text = "; ".join(part for part in map(short_words, mine) if part)
    if decided_by != "commune":
        by = _BY.get(decided_by, decided_by)
        told = f"{text}, {by}" if text and text != NOT_NAMED else by
        return Cell(mark="upper", text=told if mine else UNFIT, quotas=mine)
    if not mine or text == NOT_NAMED:
        return Cell(mark="none", text=NOT_NAMED, quotas=mine)
    if all(item.form in ("unlimited", "own") for item in mine):
        return Cell(mark="free", text=text, quotas=mine)
    zero = all(item.form == "number" and item.maximum == 0 for item in mine)
    return Cell(mark="zero" if zero else "number", text=text, quotas=mine)


# -- edits ----------------------------------------------------------------------------------------


def set_cell(
    plan: MovementPlan, line: QuotaLine, kind: RecipientKind, quotas: Iterable[Quota]
) -> MovementPlan:
    """Return the rules with other quotas in one cell; none at all means: not named.

    What the quotas say of award, occasion and kind is put right. A number whose figures changed
    loses the plan's own sentence, which would say something else now. What only held the row
    open goes once a cell of the row says something.
    """
    old = [item for item in plan.quotas if _on(item, line) and item.recipient_kind == kind]
    new = [_placed(item, line, kind, old) for item in quotas]
    place = plan.quotas.index(old[0]) if old else len(plan.quotas)
    spoken = any(item != _blank(line, item) for item in new)
    kept = [
        item
        for item in plan.quotas
        if item not in old and not (spoken and item == _blank(line, item))
    ]
    before = sum(item in kept for item in plan.quotas[:place])
    return replace(plan, quotas=(*kept[:before], *new, *kept[before:]))


def _placed(quota: Quota, line: QuotaLine, kind: RecipientKind, old: Sequence[Quota]) -> Quota:
    shared = quota.shared_kinds
    if quota.form == "shared":
        shared = (kind, *(item for item in quota.shared_kinds if item != kind))
    made = replace(
        quota,
        award=line.award,
        round_kind=line.round_kind,
        year=line.year,
        recipient_kind=kind,
        shared_kinds=shared,
    )
    made = _in_its_form(made)
    same = any(replace(item, source=made.source) == made for item in old)
    said = any(item.wording == made.wording for item in old if made.wording)
    return replace(made, wording="") if said and not same else made


def _in_its_form(quota: Quota) -> Quota:
    """Return a quota without what was said in another form, which nobody would see any more."""
    idle: dict[str, Any] = {
        key: _DEFAULTS[key] for key, form in FORM_OF_FIELD.items() if form != quota.form
    }
    if quota.form in ("unlimited", "own"):
        idle["maximum"] = None
    if quota.per != "unit":
        idle["per_kinds"] = ()
    return replace(quota, **idle)


def set_number(
    plan: MovementPlan, line: QuotaLine, kind: RecipientKind, maximum: int | None
) -> MovementPlan:
    """Return the rules with a plain number in a cell; None: the plan gives no number."""
    if maximum is None:
        return set_cell(plan, line, kind, ())
    decided = next((item.decided_by for item in plan.quotas if item.award == line.award), "commune")
    plain = Quota(
        award=line.award,
        round_kind=line.round_kind,
        recipient_kind=kind,
        maximum=maximum,
        year=line.year,
        decided_by=decided,
    )
    old = next((i for i in plan.quotas if _on(i, line) and i.recipient_kind == kind), None)
    if old is not None and old.form == "number" and not old.per:
        plain = replace(old, maximum=maximum)
    return set_cell(plan, line, kind, (plain,))


def set_typed(
    plan: MovementPlan, line: QuotaLine, kind: RecipientKind, text: str
) -> MovementPlan | None:
    """Return the rules with what was typed into a cell, None where it says nothing usable.

    Understood are a number, "3-5", "10%" (of those nominated, as the editor proposes), and the
    words cells are shown with; nothing typed means that the plan gives no number.
    """
    words = fold(text).strip()
    if not words or words == fold(NOT_NAMED):
        return set_number(plan, line, kind, None)
    if _WHOLE.fullmatch(words):
        return set_number(plan, line, kind, int(words))
    parts = _typed_form(words)
    if parts is None:
        return None
    with_one = set_number(plan, line, kind, 1)
    made = next(i for i in with_one.quotas if _on(i, line) and i.recipient_kind == kind)
    return set_cell(plan, line, kind, (replace(made, **parts),))


def _typed_form(words: str) -> dict[str, Any] | None:
    share, both = _SHARE.fullmatch(words), _RANGE.fullmatch(words)
    if share:
        percent = Decimal(share[1].replace(",", "."))
        usable = 0 < percent <= 100
        parts = {"form": "percent", "percent": percent, "maximum": None, "base": "nominated"}
        return parts if usable else None
    if both and int(both[1]) <= int(both[2]):
        return {"form": "range", "minimum": int(both[1]), "maximum": int(both[2])}
    if words == fold("không giới hạn"):
        return {"form": "unlimited", "maximum": None}
    return None


def add_occasion(
    plan: MovementPlan,
    award: str,
    round_kind: QuotaRound,
    year: int | None = None,
    *,
    decided_by: str = "commune",
) -> MovementPlan:
    """Return the rules with a row for an award on an occasion; one that is there stays as it is.

    The row has no numbers yet: the plan names the award and sets no limit.
    """
    line = QuotaLine(award=award, round_kind=round_kind, year=year, maxima={})
    if any(_on(item, line) for item in plan.quotas):
        return plan
    blank = Quota(
        award=award,
        round_kind=round_kind,
        recipient_kind="collective",
        maximum=None,
        year=year,
        decided_by=decided_by,
    )
    return replace(plan, quotas=(*plan.quotas, blank))


def _blank(line: QuotaLine, quota: Quota) -> Quota:
    """Return what only holds the row of ``quota`` open: an award named without any number."""
    return Quota(
        award=line.award,
        round_kind=line.round_kind,
        recipient_kind="collective",
        maximum=None,
        year=line.year,
        decided_by=quota.decided_by,
    )


def add_award(plan: MovementPlan, award: str, *, decided_by: str = "commune") -> MovementPlan:
    """Return the rules with a row for an award on every occasion the plan foresees.

    Without planned rounds there is one row for any occasion.
    """
    occasions: list[tuple[QuotaRound, int | None]] = []
    for planned in plan.rounds:
        year = planned.when.value[:4]
        named = int(year) if planned.kind != "yearly" and year.isdigit() else None
        occasions.append((planned.kind, named))
    if not occasions:
        occasions.append(("any", None))
    for round_kind, year_named in dict.fromkeys(occasions):
        plan = add_occasion(plan, award, round_kind, year_named, decided_by=decided_by)
    return plan


def remove_line(plan: MovementPlan, line: QuotaLine) -> MovementPlan:
    """Return the rules without the numbers of one row."""
    return replace(plan, quotas=tuple(item for item in plan.quotas if not _on(item, line)))


__all__ = [
    "NOT_NAMED",
    "OWN_AWARD",
    "UNFIT",
    "AwardRows",
    "Cell",
    "Mark",
    "Row",
    "add_award",
    "add_occasion",
    "matrix",
    "remove_line",
    "set_cell",
    "set_number",
    "set_typed",
    "short_words",
]
