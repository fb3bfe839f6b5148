"""Several scorers of one nominee: whose word counts, and where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from thiduaqt.domain.issues import Issue
from thiduaqt.domain.plan import ScorerRole, SubjectGroup
from thiduaqt.domain.planning import ScoreEntry, ScoreSheet
from thiduaqt.domain.scoring.formulas import score
from thiduaqt.domain.scoring.structure import is_scored
from thiduaqt.domain.scoring.words import SCORER_WORDS, plain, points_words

# Where a plan does not say whose score counts: the nearer to the decision, the later in line.
_USUAL: tuple[ScorerRole, ...] = ("council", "officer", "outside", "cluster", "self")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one scorer gave one item. ``points`` None: said nothing fit."""

    role: ScorerRole
    name: str
    points: Decimal | None
    na: bool = False

    @property
    def words(self) -> str:
        """Scorer and points: "Tự chấm 18"."""
        value = "không áp dụng" if self.na else points_words(self.points)
        return f"{self.name} {value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One item on which scorers do not agree."""

    code: str
    title: str
    said: tuple[Said, ...]

    @property
    def words(self) -> str:
        """The difference in one line."""
        told = ", ".join(one.words for one in self.said)
        values = [one.points for one in self.said if one.points is not None]
        apart = max(values) - min(values) if len(values) > 1 else Decimal(0)
        return f"{self.title}: {told}" + (f" (lệch {plain(apart)})" if apart else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The sheet that counts, what of other sheets counts with it, and what to look at."""

    sheet: ScoreSheet | None
    entries: tuple[ScoreEntry, ...] = ()
    issues: tuple[Issue, ...] = ()


def scorer_name(sheet: ScoreSheet) -> str:
    """Return a scorer as people call it."""
    return sheet.scorer_name or SCORER_WORDS[sheet.scorer]


def counting_role(group: SubjectGroup) -> ScorerRole | None:
    """Return whose score the plan counts, or None where it does not say."""
    named = [scorer.role for scorer in group.scorers if scorer.counts]
    if named:
        return named[0]
    return group.scorers[0].role if len(group.scorers) == 1 else None


def _latest(sheets: Sequence[ScoreSheet]) -> ScoreSheet:
    return max(sheets, key=lambda sheet: (sheet.scored_on, sheet.id))


def counting_sheet(group: SubjectGroup, sheets: Sequence[ScoreSheet]) -> ScoreSheet | None:
    """Return the sheet that counts: of the plan's scorer and nobody else, where it names one.

    Where the plan is silent the sheet nearest to the decision counts; among several of one scorer
    the one the plan names, else the latest.
    """
    filled = [sheet for sheet in sheets if sheet.entries]
    role = counting_role(group)
    roles = _USUAL if role is None else (role,)
    for one in roles:
        own = [sheet for sheet in filled if sheet.scorer == one]
        names = {scorer.name for scorer in group.scorers if scorer.role == one and scorer.counts}
        named = [sheet for sheet in own if sheet.scorer_name in names]
        if own:
            return _latest(named or own)
    return None


def counted(group: SubjectGroup, sheets: Sequence[ScoreSheet]) -> Counted:
    """Return what counts of several sheets of one nominee under one edition.

    An item for which the plan names its own scorer is taken from that scorer's sheet. Sheets of
    another edition are left out with a word, since their items may mean something else.
    """
    sheet = counting_sheet(group, sheets)
    version = sheet.version if sheet else group.version
    current = [one for one in sheets if one.version == version]
    entries: list[ScoreEntry] = []
    own = {entry.code: entry for entry in sheet.entries} if sheet else {}
    for criterion in group.criteria:
        role = criterion.scorer
        if role is None or (sheet is not None and role == sheet.scorer):
            found = own.get(criterion.code)
        else:
            found = _of_role(current, role, criterion.code)
        if found is not None:
            entries.append(found)
    # What the edition does not know stays, so that working it out tells of it.
    known = {criterion.code for criterion in group.criteria}
    entries += [entry for code, entry in own.items() if code not in known]
    return Counted(sheet=sheet, entries=tuple(entries), issues=_left_out(sheets, version))


def _of_role(sheets: Sequence[ScoreSheet], role: ScorerRole, code: str) -> ScoreEntry | None:
    said = [
        sheet
        for sheet in sheets
        if sheet.scorer == role and any(entry.code == code for entry in sheet.entries)
    ]
    if not said:
        return None
    return next(entry for entry in _latest(said).entries if entry.code == code)


def _left_out(sheets: Sequence[ScoreSheet], version: int) -> tuple[Issue, ...]:
    others = [sheet for sheet in sheets if sheet.version != version and sheet.entries]
    return tuple(
        Issue(
            code="OTHER_EDITION",
            severity="review",
            message=f"{scorer_name(sheet)}: chấm theo bộ tiêu chí lần {sheet.version}, "
            f"kết quả đang tính theo lần {version}.",
        )
        for sheet in others
    )


def differences(group: SubjectGroup, sheets: Sequence[ScoreSheet]) -> tuple[Difference, ...]:
    """Return the items on which scorers differ: in points, or in whether it applies.

    Only sheets of the group's edition are compared; one who said nothing does not differ.
    """
    current = sorted(
        (sheet for sheet in sheets if sheet.version == group.version and sheet.entries),
        key=lambda sheet: (-_USUAL.index(sheet.scorer), sheet.id),
    )
    by_sheet = [({entry.code: entry for entry in sheet.entries}, sheet) for sheet in current]
    found: list[Difference] = []
    for criterion in group.criteria:
        said: list[Said] = []
        answers: set[tuple[bool, Decimal | None, bool | None]] = set()
        for entries, sheet in by_sheet:
            result = score(criterion, entries.get(criterion.code))
            if result.known:
                said.append(
                    Said(
                        role=sheet.scorer,
                        name=scorer_name(sheet),
                        points=result.points,
                        na=result.na,
                    )
                )
                answers.add((result.na, result.points, result.met))
        if len(answers) > 1 and is_scored(criterion):
            found.append(Difference(code=criterion.code, title=criterion.title, said=tuple(said)))
    return tuple(found)
