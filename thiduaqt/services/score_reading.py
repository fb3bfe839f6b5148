"""Reads the score sheets of a movement and works out what counts, each under its own edition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from thiduaqt.domain.issues import Issue
from thiduaqt.domain.plan import MovementPlan, SubjectGroup
from thiduaqt.domain.records import (
    Check,
    CheckState,
    CriteriaEdition,
    Movement,
    Nomination,
    ScoreEntry,
    ScoreSheet,
)
from thiduaqt.domain.scoring.scorers import (
    Counted,
    Difference,
    counted,
    counting_sheet,
    differences,
    scorer_name,
)
from thiduaqt.domain.scoring.structure import has_points, is_scored
from thiduaqt.domain.scoring.thresholds import Verdict, verdicts
from thiduaqt.domain.scoring.tree import TreeResult, work_out
from thiduaqt.services.session import Session

_MET: dict[CheckState, bool | None] = {"met": True, "unmet": False, "open": None, "na": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetResult:
    """One scorer's sheet and the edition it was scored under; worked out when it is looked at."""

    sheet: ScoreSheet
    group: SubjectGroup
    ticks: tuple[Check, ...] = ()

    @property
    def scorer(self) -> str:
        """The scorer as people call it."""
        return scorer_name(self.sheet)

    @property
    def result(self) -> TreeResult:
        """The sheet worked out under its own edition."""
        return work_out(self.group, with_checks(self.group, self.sheet.entries, self.ticks))


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Everything about the scores of one nominee or unit.

    ``group`` is the edition the counting sheet was scored under (the present one while nobody
    scored), ``current`` the version of now. ``counts`` says whose sheet counts and with what.
    """

    group: SubjectGroup
    current: int
    sheets: tuple[SheetResult, ...]
    counts: Counted
    result: TreeResult
    issues: tuple[Issue, ...]

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Whether each threshold of the group is reached, and why."""
        return verdicts(self.result)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The items on which scorers do not agree."""
        return differences(self.group, [item.sheet for item in self.sheets])

    @property
    def scored(self) -> bool:
        """Tell whether any scorer has entered something."""
        return any(item.sheet.entries for item in self.sheets)

    @property
    def counting(self) -> str:
        """The scorer whose sheet counts, or an empty text."""
        return scorer_name(self.counts.sheet) if self.counts.sheet else ""

    def of_sheet(self, sheet_id: str) -> SheetResult | None:
        """Return the result of one sheet, or None."""
        return next((item for item in self.sheets if item.sheet.id == sheet_id), None)


class Scores:
    """The sheets and editions of one movement, read once."""

    def __init__(self, session: Session, movement: Movement) -> None:
        self._session = session
        self._movement = movement

    @property
    def _plan(self) -> MovementPlan | None:
        return self._movement.definition

    @cached_property
    def _sheets(self) -> Mapping[str, list[ScoreSheet]]:
        """Sheets by the nomination or unit they are for."""
        found: dict[str, list[ScoreSheet]] = defaultdict(list)
        for sheet in self._session.store.all(ScoreSheet, movement_id=self._movement.id):
            found[sheet.nomination_id or sheet.unit_id or ""].append(sheet)
        return found

    @cached_property
    def _editions(self) -> Mapping[tuple[str, int], SubjectGroup]:
        kept = self._session.store.all(CriteriaEdition, movement_id=self._movement.id)
        return {
            (item.subject_group, item.version): item.content
            for item in kept
            if item.content is not None
        }

    def edition(self, code: str, version: int) -> SubjectGroup | None:
        """Return a group as it was in one edition, or None where that edition is not kept."""
        current = self._plan.group(code) if self._plan else None
        if current is not None and current.version == version:
            return current
        return self._editions.get((code, version))

    def of(
        self, nominee_id: str, group: SubjectGroup, checks: Iterable[Check] = ()
    ) -> Score | None:
        """Return the scores of a nomination or unit in ``group``, the present edition.

        ``checks`` are the ticks of its checklist: they answer the conditions of the tree. None
        where the group has neither points, thresholds nor conditions of several items.
        """
        sheets = [s for s in self._sheets.get(nominee_id, ()) if s.subject_group == group.code]
        scored = [s for s in self._sheets.get(nominee_id, ()) if s.entries]
        if not (has_points(group) or group.thresholds or group.sections or sheets):
            return None
        ticks = tuple(checks)
        known = [
            SheetResult(sheet=sheet, group=edition, ticks=ticks)
            for sheet in sheets
            if (edition := self.edition(sheet.subject_group, sheet.version)) is not None
        ]
        own = [item.sheet for item in known]
        chosen = counting_sheet(group, own)
        used = self.edition(group.code, chosen.version) if chosen else group
        edition = used or group
        counts = counted(edition, own)
        result = work_out(edition, with_checks(edition, counts.entries, ticks))
        return Score(
            group=edition,
            current=group.version,
            sheets=tuple(known),
            counts=counts,
            result=result,
            issues=(
                *counts.issues,
                *result.issues,
                *_edition_issues(edition, group, own, sheets),
                *_other_group(scored, group),
            ),
        )

    def of_nomination(self, nomination: Nomination) -> Score | None:
        """Return the scores of a nomination, or None where its group is not scored."""
        group = self._plan.group(nomination.subject_group) if self._plan else None
        return self.of(nomination.id, group, nomination.checks) if group is not None else None


def _edition_issues(
    used: SubjectGroup,
    current: SubjectGroup,
    known: Sequence[ScoreSheet],
    sheets: Sequence[ScoreSheet],
) -> Iterable[Issue]:
    if used.version != current.version:
        yield _review(
            "OLD_EDITION",
            f"Điểm chấm theo bộ tiêu chí lần {used.version}; bộ tiêu chí đã sửa, nay là lần "
            f"{current.version}.",
        )
    if len(known) < len(sheets):
        yield _review("NO_EDITION", "Có phiếu chấm theo bộ tiêu chí không còn lưu; không tính.")


def _other_group(scored: Sequence[ScoreSheet], group: SubjectGroup) -> Iterable[Issue]:
    if any(sheet.subject_group != group.code for sheet in scored):
        yield _review(
            "OTHER_GROUP",
            "Đã có phiếu chấm theo nhóm đối tượng khác; phiếu đó không tính cho nhóm này.",
        )


def _review(code: str, words: str) -> Issue:
    return Issue(code=code, severity="review", message=words, field="score")


def with_checks(
    group: SubjectGroup, entries: Iterable[ScoreEntry], checks: Iterable[Check]
) -> tuple[ScoreEntry, ...]:
    """Return a sheet's entries together with what the checklist says.

    Of a condition the checklist has the word, of an item that gives points the sheet.
    """
    said = {entry.code: entry for entry in entries}
    ticks = {item.code: item.state for item in checks if item.state != "open"}
    for item in group.criteria:
        yes_no = item.kind in ("gate", "check", "sample")
        if yes_no and item.code in ticks and not (is_scored(item) and item.code in said):
            state = ticks[item.code]
            said[item.code] = ScoreEntry(code=item.code, na=state == "na", met=_MET[state])
    return tuple(said.values())


def states_of(score: Score) -> tuple[Check, ...]:
    """Return what the counting entries and the checklist say of each item, as checks."""
    found: list[Check] = []
    for item in score.group.criteria:
        node = score.result.node(item.code)
        if node is None or node.item is None or not node.item.known:
            continue
        state: CheckState = "na" if node.na else "met" if node.met else "unmet"
        found.append(Check(code=item.code, state=state))
    return tuple(found)
