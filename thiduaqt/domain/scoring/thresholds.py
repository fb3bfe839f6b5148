"""Which awards a score opens, and why or why not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from thiduaqt.domain.plan import Threshold
from thiduaqt.domain.scoring.structure import titles
from thiduaqt.domain.scoring.tree import NodeResult, TreeResult
from thiduaqt.domain.scoring.words import percent_words, plain, threshold_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One condition of a threshold. ``met`` None: cannot be told while items are open."""

    code: str
    met: bool | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether one threshold is reached. None: not yet to be told."""

    threshold: Threshold
    words: str
    reasons: tuple[Reason, ...]

    @property
    def award(self) -> str:
        """The award it opens."""
        return self.threshold.award

    @property
    def opened(self) -> bool | None:
        """Tell whether the award is open by it."""
        return _all(reason.met for reason in self.reasons)

    @property
    def unmet(self) -> tuple[Reason, ...]:
        """The conditions that fail."""
        return tuple(reason for reason in self.reasons if reason.met is False)


def _all(answers: Iterable[bool | None]) -> bool | None:
    found = set(answers)
    if False in found:
        return False
    return None if None in found else True


def verdicts(result: TreeResult) -> tuple[Verdict, ...]:
    """Return the verdict of every threshold of the group, in the plan's order."""
    names = dict(titles(result.group))
    return tuple(
        Verdict(
            threshold=threshold,
            words=threshold_words(threshold, names),
            reasons=_reasons(threshold, result, names),
        )
        for threshold in result.group.thresholds
    )


def opened(found: Sequence[Verdict], award: str) -> bool | None:
    """Tell whether ``award`` is open: by one of its thresholds; True where the plan sets none."""
    answers = {verdict.opened for verdict in found if verdict.award == award}
    if not answers or True in answers:
        return True
    return None if None in answers else False


def open_awards(found: Sequence[Verdict]) -> tuple[str, ...]:
    """Return the awards that are open for certain."""
    named = dict.fromkeys(verdict.award for verdict in found)
    return tuple(award for award in named if opened(found, award))


def _reasons(threshold: Threshold, result: TreeResult, names: dict[str, str]) -> tuple[Reason, ...]:
    reasons = [_gates(result)]
    if threshold.points is not None:
        reasons.append(_points(threshold, threshold.points, result))
    if threshold.no_fatal:
        reasons.append(_no_fatal(result))
    reasons += [_named(code, result, names) for code in threshold.all_of]
    if threshold.any_of:
        reasons.append(_any_of(threshold, result, names))
    return tuple(reason for reason in reasons if reason is not None)


def _gates(result: TreeResult) -> Reason | None:
    """Conditions that every nominee has to meet hold for every award."""
    for met, words in ((False, "Không đạt"), (None, "Chưa xác nhận")):
        found = [node for node in result.gates(met=met) if met is False or node.code in result.open]
        if found:
            named = ", ".join(node.title for node in found)
            return Reason(code="gate", met=met, words=f"{words} điều kiện bắt buộc: {named}.")
    return None


def _points(threshold: Threshold, wanted: Decimal, result: TreeResult) -> Reason:
    unit = "%" if threshold.percent else " điểm"
    word = "từ" if threshold.inclusive else "trên"
    asked = f"cần {word} {plain(wanted)}{unit}"
    has = result.percent if threshold.percent else result.total
    best = result.in_percent(result.reach) if threshold.percent else result.reach
    told = "chưa có điểm" if has is None else f"được {_shown(has, percent=threshold.percent)}"
    if not result.points_complete:
        reachable = best is not None and _enough(threshold, wanted, best)
        left = f"còn {max(len(result.open_points), 1)} mục chưa chấm xong"
        if reachable or best is None:
            return Reason(code="points", met=None, words=f"Điểm: {told}, {left}, {asked}.")
        most = f"chấm hết cũng chỉ tới {_shown(best, percent=threshold.percent)}"
        return Reason(code="points", met=False, words=f"Điểm: {told}, {most}, {asked}.")
    met = has is not None and _enough(threshold, wanted, has)
    return Reason(code="points", met=met, words=f"Điểm: {told}, {asked}.")


def _shown(value: Decimal, *, percent: bool) -> str:
    return percent_words(value) if percent else f"{plain(value)} điểm"


def _enough(threshold: Threshold, wanted: Decimal, value: Decimal) -> bool:
    return value >= wanted if threshold.inclusive else value > wanted


def _no_fatal(result: TreeResult) -> Reason:
    failed = result.fatal
    if failed:
        named = ", ".join(node.title for node in failed)
        return Reason(code="fatal", met=False, words=f"Có tiêu chí liệt: {named}.")
    may_fail = {item.code for item in result.group.criteria if item.fatal_below is not None}
    waiting = may_fail & set(result.open)
    if waiting:
        words = f"Còn {len(waiting)} tiêu chí có mức liệt chưa chấm."
        return Reason(code="fatal", met=None, words=words)
    return Reason(code="fatal", met=True, words="Không có tiêu chí liệt.")


def _named(code: str, result: TreeResult, names: dict[str, str]) -> Reason:
    title = names.get(code, code)
    met = _met(result.node(code))
    word = {True: "đạt", False: "không đạt", None: "chưa xác nhận"}[met]
    return Reason(code=code, met=met, words=f"{title}: {word}.")


def _any_of(threshold: Threshold, result: TreeResult, names: dict[str, str]) -> Reason:
    answers = [_met(result.node(code)) for code in threshold.any_of]
    named = ", ".join(names.get(code, code) for code in threshold.any_of)
    if True in answers:
        return Reason(code="any_of", met=True, words=f"Đạt một trong: {named}.")
    met = None if None in answers else False
    word = "Chưa xác nhận mục nào trong" if met is None else "Không đạt mục nào trong"
    return Reason(code="any_of", met=met, words=f"{word}: {named}.")


def _met(node: NodeResult | None) -> bool | None:
    """What does not apply stands in nobody's way; what the tree does not have cannot be met."""
    if node is None:
        return None
    return True if node.na else node.met
