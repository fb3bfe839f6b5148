"""What one item is worth by what was entered for it.

Nothing entered gives None, never 0. What does not apply has no points and no maximum. What cannot
be right (more than the maximum, a negative number, a denominator of 0, an unknown grade) gives no
points and an :class:`Issue`; nothing is cut to fit in silence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from thiduaqt.domain.issues import Issue, Severity
from thiduaqt.domain.plan import Criterion, Step
from thiduaqt.domain.planning import ScoreEntry
from thiduaqt.domain.scoring.structure import ZERO, is_scored, most_of, rounded
from thiduaqt.domain.scoring.words import (
    is_share,
    percent_words,
    plain,
    step_unit,
    step_words,
)
from thiduaqt.domain.text import fold

_HUNDRED = Decimal(100)
# Nothing an office counts comes near this; beyond it stands a slip of the keyboard.
_LARGEST = Decimal(10) ** 15


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemResult:
    """One item worked out. ``points`` is None while nothing fit is entered.

    ``met`` answers whether it is fulfilled, ``measured`` is the value held against bands or
    targets (percent for a share), ``most`` what it can give, ``how`` how the points came about.
    """

    code: str
    points: Decimal | None = None
    met: bool | None = None
    na: bool = False
    fatal: bool = False
    measured: Decimal | None = None
    most: Decimal = ZERO
    how: str = ""
    issues: tuple[Issue, ...] = ()

    @property
    def known(self) -> bool:
        """Tell whether something fit was entered."""
        return self.na or self.points is not None or self.met is not None


class _Wrong(Exception):
    """An entry that cannot be right; carries its finding."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """What a formula made of an entry; None of all where nothing was entered."""

    points: Decimal | None = None
    met: bool | None = None
    measured: Decimal | None = None
    how: str = ""
    doubt: tuple[str, str] | None = None


_NOTHING = _Made()


def score(criterion: Criterion, entry: ScoreEntry | None) -> ItemResult:
    """Return the result of one item from one scorer's entry (None: nothing said)."""
    bare = ItemResult(code=criterion.code, most=most_of(criterion))
    if entry is None:
        return bare
    try:
        return _scored(criterion, entry, bare)
    except _Wrong as fault:
        issue = _issue(criterion, fault.code, "error", str(fault))
        return ItemResult(code=bare.code, most=bare.most, issues=(issue,))


def _scored(criterion: Criterion, entry: ScoreEntry, bare: ItemResult) -> ItemResult:
    if entry.na:
        if not may_be_left_out(criterion):
            raise _Wrong("NA_NOT_ALLOWED", "Mục này không có lựa chọn “Không áp dụng”.")
        return ItemResult(code=bare.code, na=True, most=bare.most, how="Không áp dụng")
    made = _FORMULAS[criterion.kind](criterion, entry)
    points = made.points
    fatal = (
        points is not None and criterion.fatal_below is not None and points < criterion.fatal_below
    )
    met = made.met
    if met is None and points is not None:
        met = not fatal and (points > 0 or criterion.kind in ("bonus", "penalty"))
    issues = (_issue(criterion, made.doubt[0], "review", made.doubt[1]),) if made.doubt else ()
    return ItemResult(
        code=bare.code,
        points=points,
        met=met if not fatal else False,
        fatal=fatal,
        measured=made.measured,
        most=bare.most,
        how=made.how,
        issues=issues,
    )


def may_be_left_out(criterion: Criterion) -> bool:
    """Tell whether "Không áp dụng" may be said: where the plan says so, and of conditions."""
    return criterion.not_applicable or criterion.kind == "sample" or not is_scored(criterion)


def _issue(criterion: Criterion, code: str, severity: Severity, message: str) -> Issue:
    return Issue(
        code=code,
        severity=severity,
        message=f"{criterion.title}: {message}",
        field=criterion.code,
        source=criterion.source.text,
    )


# --- Values ------------------------------------------------------------------------------------


def _number(value: Decimal | None, what: str) -> Decimal | None:
    """Return a number that may stand. Raises _Wrong for a negative or senseless one."""
    if value is None:
        return None
    if not value.is_finite() or abs(value) > _LARGEST:
        raise _Wrong("NOT_A_NUMBER", f"{what} không phải một số dùng được.")
    if value < 0:
        raise _Wrong("NEGATIVE", f"{what} là số âm ({plain(value)}); gõ số từ 0 trở lên.")
    return value


def _most(criterion: Criterion) -> Decimal:
    if criterion.points is None:
        raise _Wrong("NO_MAXIMUM", "Tiêu chí chưa ghi điểm tối đa.")
    return criterion.points


def _share(criterion: Criterion, entry: ScoreEntry) -> tuple[Decimal, str] | None:
    """Return a share in percent and in words, or None where a count is still open."""
    above = _number(entry.numerator, criterion.numerator or "Tử số")
    below = _number(entry.denominator, criterion.denominator or "Mẫu số")
    if above is None and below is None and entry.value is not None:
        value = _number(entry.value, "Tỷ lệ %")
        return None if value is None else (value, percent_words(value))
    if above is None or below is None:
        return None
    if below == 0:
        raise _Wrong(
            "ZERO_DENOMINATOR",
            f"{criterion.denominator or 'Mẫu số'} bằng 0 nên không tính được tỷ lệ.",
        )
    percent = above * _HUNDRED / below
    return percent, f"{plain(above)}/{plain(below)} = {percent_words(percent)}"


def _over_share(percent: Decimal) -> tuple[str, str] | None:
    if percent <= _HUNDRED:
        return None
    return "OVER_100", f"tỷ lệ {percent_words(percent)} lớn hơn 100%; xem lại hai số."


def _measure(criterion: Criterion, entry: ScoreEntry) -> tuple[Decimal, str] | None:
    if is_share(criterion):
        return _share(criterion, entry)
    value = _number(entry.value, "Số đo")
    return None if value is None else (value, f"{plain(value)} {criterion.unit}".strip())


# --- Formulas ----------------------------------------------------------------------------------


def _yes_no(criterion: Criterion, entry: ScoreEntry) -> _Made:
    if entry.met is None:
        return _NOTHING
    words = "Đạt" if entry.met else "Không đạt"
    if criterion.points is None:
        return _Made(met=entry.met, how=words)
    return _Made(points=criterion.points if entry.met else ZERO, met=entry.met, how=words)


def _points(criterion: Criterion, entry: ScoreEntry) -> _Made:
    value = _number(entry.value, "Điểm")
    if value is None:
        return _NOTHING
    most = _most(criterion)
    if value > most:
        raise _Wrong("OVER_MAXIMUM", f"chấm {plain(value)} điểm, tối đa là {plain(most)}.")
    return _Made(points=value, measured=value, how=f"chấm {plain(value)}/{plain(most)}")


def _extra(criterion: Criterion, entry: ScoreEntry) -> _Made:
    """Bonus and penalty: points as typed, or so many for each; a penalty is typed positive."""
    sign = -1 if criterion.kind == "penalty" else 1
    if criterion.per_item is not None:
        made = _each(criterion, entry)
        return _Made(
            points=None if made.points is None else sign * made.points,
            measured=made.measured,
            how=made.how,
        )
    made = _points(criterion, entry)
    if made.points is None:
        return _NOTHING
    word = "trừ" if sign < 0 else "cộng"
    how = f"{word} {plain(made.points)}"
    return _Made(points=sign * made.points, measured=made.points, how=how)


def _each(criterion: Criterion, entry: ScoreEntry) -> _Made:
    """So many points for each, up to the maximum where there is one."""
    count = _number(entry.value, "Số lần")
    if count is None:
        return _NOTHING
    if criterion.per_item is None:
        raise _Wrong("NO_RATE", "Tiêu chí chưa ghi số điểm của mỗi lần.")
    if count != count.to_integral_value():
        raise _Wrong("NOT_WHOLE", f"“{plain(count)}” không phải số nguyên; đây là số lần đếm được.")
    raw = count * criterion.per_item
    unit = criterion.unit or "lần"
    how = f"{plain(count)} {unit} × {plain(criterion.per_item)} = {plain(raw)}"
    if criterion.points is not None and raw > criterion.points:
        return _Made(
            points=criterion.points, measured=count, how=f"{how}, tối đa {plain(criterion.points)}"
        )
    return _Made(points=raw, measured=count, how=how)


def _ratio(criterion: Criterion, entry: ScoreEntry) -> _Made:
    """A share of the maximum: all of it at the target (100% where none is set)."""
    share = _share(criterion, entry)
    if share is None:
        return _NOTHING
    percent, how = share
    most = _most(criterion)
    target = criterion.target if criterion.target is not None else _HUNDRED
    if target <= 0:
        raise _Wrong("NO_TARGET", "Mức phải đạt của tiêu chí bằng 0 nên không tính được.")
    goal = f"/{plain(target)}%" if criterion.target is not None else ""
    above, below = entry.numerator, entry.denominator
    if above is None or below is None:
        above, below = percent, _HUNDRED
    # Multiplied before it is divided, so that a half is a half.
    above, below = above * _HUNDRED, below * target
    points = most if above >= below else rounded(most * above / below)
    return _Made(
        points=points,
        measured=percent,
        how=f"{how}{goal} × {plain(most)}",
        doubt=_over_share(percent),
    )


def _steps(criterion: Criterion, entry: ScoreEntry) -> _Made:
    measured = _measure(criterion, entry)
    if measured is None:
        return _NOTHING
    return banded(criterion, *measured)


def holds(step: Step, value: Decimal) -> bool:
    """Tell whether a value lies in a band; an edge belongs to it only where it says so."""
    above = step.low is None or value > step.low or (step.low_inclusive and value == step.low)
    below = step.high is None or value < step.high or (step.high_inclusive and value == step.high)
    return above and below


def banded(criterion: Criterion, value: Decimal, shown: str) -> _Made:
    """Return the points of the band a value lies in.

    Below the poorest band there are 0 points; between bands and beyond the best one there is none
    to be given, and that is said. Where two bands hold the same value the better one counts.
    """
    if not criterion.steps:
        raise _Wrong("NO_STEPS", "Tiêu chí chưa có bậc điểm nào.")
    unit = step_unit(criterion)
    fitting = [step for step in criterion.steps if holds(step, value)]
    doubt = _over_share(value) if unit == "%" else None
    if not fitting:
        if not _beyond_poorest(criterion.steps, value):
            raise _Wrong("NO_STEP", f"không bậc điểm nào nhận giá trị {shown}.")
        return _Made(points=ZERO, measured=value, how=f"{shown}, chưa tới bậc nào", doubt=doubt)
    best = max(fitting, key=lambda step: step.points)
    if len({step.points for step in fitting}) > 1:
        named = " và ".join(f"“{step_words(step, unit)}”" for step in fitting[:2])
        doubt = ("STEPS_OVERLAP", f"{shown} thuộc cả hai bậc {named}; lấy bậc cao điểm hơn.")
    return _Made(
        points=best.points,
        measured=value,
        how=f"{shown}, bậc {step_words(best, unit)}",
        doubt=doubt,
    )


def _beyond_poorest(steps: tuple[Step, ...], value: Decimal) -> bool:
    """Tell whether a value lies outside all bands on the side where the fewest points are."""
    lowest = min(steps, key=lambda step: (step.low is not None, step.low or ZERO))
    highest = max(steps, key=lambda step: (step.high is None, step.high or ZERO))
    if lowest.points <= highest.points:
        edge, inclusive = lowest.low, lowest.low_inclusive
        return edge is not None and (value < edge or (value == edge and not inclusive))
    edge, inclusive = highest.high, highest.high_inclusive
    return edge is not None and (value > edge or (value == edge and not inclusive))


def _inverse(criterion: Criterion, entry: ScoreEntry) -> _Made:
    """The fewer the more: all points up to the target, then fewer.

    With points for each one above the target these are taken off; without, the points shrink as
    target over value.
    """
    measured = _measure(criterion, entry)
    if measured is None:
        return _NOTHING
    value, how = measured
    most = _most(criterion)
    target = criterion.target if criterion.target is not None else ZERO
    if value <= target:
        return _Made(points=most, measured=value, how=f"{how}, không quá {plain(target)}")
    if criterion.per_item is not None:
        off = (value - target) * criterion.per_item
        how = f"{how}: {plain(most)} − {plain(value - target)} × {plain(criterion.per_item)}"
        return _Made(points=max(most - off, ZERO), measured=value, how=how)
    how = f"{how}: {plain(most)} × {plain(target)}/{plain(value)}"
    return _Made(points=rounded(most * target / value), measured=value, how=how)


def _letter(criterion: Criterion, entry: ScoreEntry) -> _Made:
    if not entry.letter.strip():
        return _NOTHING
    wanted = fold(entry.letter)
    exact = [one for one in criterion.letters if one.name == entry.letter.strip()]
    found = exact or [one for one in criterion.letters if fold(one.name) == wanted]
    if len(found) != 1:
        known = ", ".join(one.name for one in criterion.letters)
        raise _Wrong("UNKNOWN_LETTER", f"không có mức “{entry.letter}”; các mức là {known}.")
    return _Made(points=found[0].points, how=f"xếp loại {found[0].name}")


def _index(criterion: Criterion, entry: ScoreEntry) -> _Made:
    """An index made public elsewhere: by bands, against a target, or as points itself."""
    value = _number(entry.value, "Chỉ số")
    if value is None:
        return _NOTHING
    how = f"chỉ số {plain(value)}"
    if criterion.steps:
        made = banded(criterion, value, how)
    elif criterion.target is not None and criterion.target > 0:
        most = _most(criterion)
        whole = value >= criterion.target
        points = most if whole else rounded(most * value / criterion.target)
        made = _Made(points=points, measured=value, how=f"{how}/{plain(criterion.target)}")
    else:
        made = _points(criterion, entry)
    doubt = made.doubt
    if not entry.document.strip():
        doubt = doubt or ("NO_DOCUMENT", "chưa ghi văn bản công bố chỉ số và ngày của nó.")
    return _Made(points=made.points, measured=value, how=made.how, doubt=doubt)


_FORMULAS: dict[str, Callable[[Criterion, ScoreEntry], _Made]] = {
    "gate": _yes_no,
    "check": _yes_no,
    "sample": _yes_no,
    "points": _points,
    "bonus": _extra,
    "penalty": _extra,
    "ratio": _ratio,
    "steps": _steps,
    "inverse": _inverse,
    "count": _each,
    "letter": _letter,
    "index": _index,
}
