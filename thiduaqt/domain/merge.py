"""What happens to each record of a bundle: exactly one of eight outcomes, and never by a clock.

A version is (epoch, rev), two counters kept by the owner. Taking the owner's newest version is
commutative, associative and idempotent: any order of bundles, with repeats, gives the same data.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from thiduaqt.domain.travel import GONE, Claim, Key

Outcome = Literal["new", "updated", "same", "older", "conflict", "denied", "invalid", "waiting"]
OUTCOMES: tuple[Outcome, ...] = (
    "new",
    "updated",
    "same",
    "older",
    "conflict",
    "denied",
    "invalid",
    "waiting",
)
OUTCOME_WORDS: dict[Outcome, str] = {
    "new": "Mới",
    "updated": "Cập nhật",
    "same": "Không đổi",
    "older": "Bản cũ hơn",
    "conflict": "Hai bản khác nhau",
    "denied": "Không thuộc quyền",
    "invalid": "Sai dạng",
    "waiting": "Chờ",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Existing:
    """What is already held of a record. ``stored`` False: only its withdrawal is remembered."""

    owner: str
    epoch: int
    rev: int
    h: str
    stored: bool = True

    @property
    def version(self) -> tuple[int, int]:
        """The owner's counters."""
        return self.epoch, self.rev

    @property
    def gone(self) -> bool:
        """Tell whether the record is deleted."""
        return self.h == GONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What is done with one claim.

    ``write``: it becomes the stored version. ``keep``: it is kept aside (waiting, or the branch
    of a fork that is not shown). ``held`` marks a claim of an earlier bundle that had waited.
    ``buried`` is set where an older version comes after the withdrawal: it is stored as deleted
    under the withdrawal's version, so that what hangs on it finds it whichever came first.
    """

    claim: Claim
    outcome: Outcome
    reason: str = ""
    write: bool = False
    keep: bool = False
    held: bool = False
    buried: tuple[int, int] | None = None


Lookup = Callable[[Key], Existing | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Who sends, who we are, and whether the officer has agreed to deletions."""

    sender: str
    ours: str
    accept_deletions: bool = False


def plan(
    claims: Sequence[Claim],
    *,
    lookup: Lookup,
    rules: Rules,
    held: Iterable[Claim] = (),
    stopped: Collection[Key] = (),
) -> list[Step]:
    """Return one step per claim, in their order; steps of ``held`` claims come first.

    ``lookup`` tells what is held of a record; ``held`` are claims that earlier bundles left
    waiting; ``stopped`` names records that must not be written now. A claim whose parents are
    missing waits, and so does what depends on it.
    """
    waiting = sorted(held, key=lambda claim: (claim.key, claim.epoch, claim.rev, claim.h))
    candidates = [(claim, True) for claim in waiting] + [(claim, False) for claim in claims]
    blocked = {
        place for place, (claim, _) in enumerate(candidates) if claim.key in frozenset(stopped)
    }
    while True:
        steps = _run(candidates, blocked, lookup, rules)
        more = _without_parents(steps, lookup)
        if not more:
            return steps
        blocked |= more


def count(steps: Iterable[Step]) -> dict[str, int]:
    """Return the eight counts of a bundle's own records."""
    found = Counter(step.outcome for step in steps if not step.held)
    return {outcome: found[outcome] for outcome in OUTCOMES}


def decide(existing: Existing | None, claim: Claim, rules: Rules) -> tuple[Outcome, str]:
    """Return the outcome of one claim and the reason in words, its parents left aside."""
    if claim.problem:
        return "invalid", claim.problem
    if existing is None:
        return _unknown_yet(claim, rules)
    if existing.owner != claim.owner:
        return "denied", "Mục này thuộc đơn vị khác."
    stated = (claim.epoch, claim.rev)
    if stated < existing.version:
        return "older", "Máy đã có bản mới hơn."
    if stated == existing.version and claim.h == existing.h:
        return "same", ""
    return _newer(existing, claim, rules)


def _newer(existing: Existing, claim: Claim, rules: Rules) -> tuple[Outcome, str]:
    if _foreign(claim, rules):
        return "denied", _DENIED
    if claim.gone and not existing.gone and not rules.accept_deletions:
        return "waiting", "Đơn vị gửi xin rút; chờ cán bộ đồng ý."
    if (claim.epoch, claim.rev) == existing.version:
        return "conflict", "Đơn vị gửi có hai bản khác nhau của cùng một lần sửa."
    return ("updated" if existing.stored else "new"), ""


_ORPHAN = "Thiếu mục mà nó gắn vào; sẽ tự nhận khi có đủ."
_DENIED = "Mục này không thuộc quyền của đơn vị gửi, đã bỏ qua."


def _foreign(claim: Claim, rules: Rules) -> bool:
    return rules.ours == claim.owner or claim.owner != rules.sender


def _unknown_yet(claim: Claim, rules: Rules) -> tuple[Outcome, str]:
    if _foreign(claim, rules):
        return "denied", _DENIED
    if not claim.known:
        return "waiting", "Loại mục này cần phiên bản ThiDuaQt mới hơn."
    return "new", ""


def _run(
    candidates: Sequence[tuple[Claim, bool]], blocked: set[int], lookup: Lookup, rules: Rules
) -> list[Step]:
    """Go through the candidates once; those in ``blocked`` (by position) lack a parent."""
    now: dict[Key, Existing] = {}
    steps: list[Step] = []
    for place, (claim, held) in enumerate(candidates):
        existing = now.get(claim.key) or lookup(claim.key)
        # A held claim was sent by its owner, or it would have been denied then.
        judged = replace(rules, sender=claim.owner) if held else rules
        step = _step(existing, claim, judged, orphan=place in blocked)
        if step.write:
            now[claim.key] = _afterwards(existing, step)
        steps.append(replace(step, held=held))
    return steps


def _step(existing: Existing | None, claim: Claim, rules: Rules, *, orphan: bool) -> Step:
    outcome, reason = decide(existing, claim, rules)
    if outcome in ("new", "updated", "conflict") and orphan:
        return Step(claim=claim, outcome="waiting", reason=_ORPHAN, keep=True)
    if outcome in ("new", "updated"):
        return Step(claim=claim, outcome=outcome, reason=reason, write=True)
    if outcome == "conflict":
        # The smaller hash is shown, so that every office shows the same branch.
        shown = existing is not None and claim.h < existing.h
        return Step(claim=claim, outcome=outcome, reason=reason, write=shown, keep=not shown)
    if outcome == "older" and existing is not None and not existing.stored and not orphan:
        body = claim.record is not None
        buried = existing.version if body else None
        return Step(claim=claim, outcome=outcome, reason=reason, write=body, buried=buried)
    return Step(claim=claim, outcome=outcome, reason=reason, keep=outcome in ("waiting", "invalid"))


def _afterwards(existing: Existing | None, step: Step) -> Existing:
    claim = step.claim
    epoch, rev = step.buried or (claim.epoch, claim.rev)
    return Existing(
        owner=claim.owner,
        epoch=epoch,
        rev=rev,
        h=GONE if step.buried else claim.h,
        stored=claim.record is not None or bool(existing and existing.stored),
    )


def _without_parents(steps: Sequence[Step], lookup: Lookup) -> set[int]:
    """Return the places of writing steps that lack a parent, however indirectly."""
    writers: Counter[Key] = Counter()
    children: dict[Key, list[int]] = defaultdict(list)
    for place, step in enumerate(steps):
        if step.write and step.claim.record is not None:
            writers[step.claim.key] += 1
            for parent in step.claim.parents():
                children[parent].append(place)
    lost = [key for key in children if not writers[key] and not _stored(key, lookup)]
    blocked: set[int] = set()
    while lost:
        for place in children[lost.pop()]:
            if place in blocked:
                continue
            blocked.add(place)
            key = steps[place].claim.key
            writers[key] -= 1
            if not writers[key] and not _stored(key, lookup):
                lost.append(key)
    return blocked


def _stored(key: Key, lookup: Lookup) -> bool:
    existing = lookup(key)
    return existing is not None and existing.stored


def is_settled(existing: Existing | None, claim: Claim) -> bool:
    """Tell whether a claim kept aside has become pointless: the same or a newer one is stored."""
    if existing is None:
        return False
    version = (claim.epoch, claim.rev)
    return version < existing.version or (version == existing.version and claim.h == existing.h)
