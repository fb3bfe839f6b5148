"""The result of a session as one object: the screen, the minutes and the command line share it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from thiduaqt.domain.issues import Issue
from thiduaqt.domain.kinds import DENOMINATOR_WORDS, TieRule
from thiduaqt.domain.plan import RECIPIENT_WORDS, RecipientKind, Source
from thiduaqt.domain.quota import QuotaState
from thiduaqt.domain.ranking import Cap, Choice, Decider, Tie
from thiduaqt.domain.records import (
    CouncilMember,
    CouncilSession,
    Vote,
)
from thiduaqt.domain.voting import Body, Quorum, RowTally, Threshold


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow:
    """A member in this session. ``marked`` tells whether attendance was taken at all."""

    id: str
    member: CouncilMember
    name: str
    role_words: str
    post: str
    marked: bool = False
    present: bool = False
    written: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRow:
    """One nominee: the votes, what they say, whether chosen and by which rule.

    ``points`` and ``place`` are of those who are scored: the place in the league by points and the
    plan's rules for equal points, ``rank_rule`` the rule that told equals apart, ``rank_words`` all
    of it in one line.
    """

    id: str
    vote: Vote
    nomination_id: str
    ordinal: int
    award: str
    award_name: str
    kind: RecipientKind
    name: str
    post: str
    unit: str
    achievement: str
    preferred: bool | None
    tally: RowTally
    chosen: bool = False
    decider: Decider | None = None
    own_member: bool = False
    note: str = ""
    points: Decimal | None = None
    place: int | None = None
    league: str = ""
    rank_rule: str = ""
    rank_words: str = ""

    @property
    def standing(self) -> tuple[str, int] | None:
        """League and place by points, or None for one who is not ranked."""
        return (self.league, self.place) if self.place is not None else None

    @property
    def passed(self) -> bool:
        """Whether the Council's vote carried this nominee."""
        return self.tally.verdict == "passed"

    @property
    def rate(self) -> Fraction:
        """The rate of agreement; zero where the row does not add up."""
        return self.tally.rate or Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupResult:
    """Nominees of one kind for one award, who passed, who is chosen, what the plan allows.

    ``quotas`` are all numbers of the plan that count for them, ``quota`` the one to show first;
    ``before`` were chosen by earlier sessions. ``room`` is what the plan leaves for this session
    (None: no limit), ``caps`` the seats by number of the plan, rows by their id. ``decided`` tells
    whether somebody has chosen among more than fit; ``proposal`` is what the rules say, ``tie``
    what is still to be chosen between equals.
    """

    award: str
    award_name: str
    kind: RecipientKind
    rows: tuple[ResultRow, ...]
    quota: QuotaState
    room: int | None
    decided: bool
    proposal: Choice
    tie: Tie | None
    quotas: tuple[QuotaState, ...] = ()
    caps: tuple[Cap, ...] = ()
    before: int = 0

    @property
    def key(self) -> str:
        """A name for the group, stable while the session lasts."""
        return f"{self.award}/{self.kind}"

    @property
    def title(self) -> str:
        """The kind as a heading: "Cá nhân"."""
        return RECIPIENT_WORDS[self.kind].capitalize()

    @property
    def limit_words(self) -> str:
        """Every number of the plan that holds for them: "tối đa 5; Cán bộ: tối đa 1"."""
        told = [self.quota.limit_words]
        told += [
            f"{state.scope}: {state.limit_words}" if state.scope else state.limit_words
            for state in self.quotas[1:]
            if state.limit is not None or state.parts
        ]
        return "; ".join(dict.fromkeys(told))

    @property
    def passed(self) -> tuple[ResultRow, ...]:
        """Those the vote carried."""
        return tuple(row for row in self.rows if row.passed)

    @property
    def chosen(self) -> tuple[ResultRow, ...]:
        """Those who are on the list as things stand."""
        return tuple(row for row in self.rows if row.chosen)

    @property
    def over(self) -> int:
        """By how many the list is above what the plan allows, under the number it breaks most."""
        return max((state.over() for state in self.quotas or (self.quota,)), default=0)

    @property
    def over_sentences(self) -> tuple[str, ...]:
        """What is wrong under each number of the plan that is exceeded."""
        return tuple(state.over_sentence for state in self.quotas or (self.quota,) if state.over())


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Everything about one session that anybody shows or prints."""

    session: CouncilSession
    seats: tuple[SeatRow, ...]
    body: Body
    quorum: Quorum
    threshold: Threshold | None
    groups: tuple[GroupResult, ...]
    ballots: tuple[Issue, ...]
    tie_rule: TieRule | None
    doubts: tuple[tuple[str, Source], ...]

    @property
    def rows(self) -> tuple[ResultRow, ...]:
        """All nominees in the order of the ballot."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def chosen(self) -> tuple[ResultRow, ...]:
        """All who are on the list."""
        return tuple(row for row in self.rows if row.chosen)

    @property
    def locked(self) -> bool:
        """Whether the result is final."""
        return self.session.state == "locked"

    @property
    def entered(self) -> int:
        """How many rows have votes."""
        return sum(row.vote.agree is not None for row in self.rows)

    @property
    def wrong_rows(self) -> tuple[ResultRow, ...]:
        """Rows whose numbers do not add up (not those that are simply empty)."""
        return tuple(
            row for row in self.rows if row.tally.issue and row.tally.issue.code == "VOTE_SUM"
        )

    @property
    def base_words(self) -> str:
        """What rates are taken of, in words."""
        return DENOMINATOR_WORDS[self.session.denominator]

    def row(self, row_id: str) -> ResultRow:
        """Return one row by the id of its vote."""
        return next(row for row in self.rows if row.id == row_id)

    def group(self, key: str) -> GroupResult:
        """Return one group by its key."""
        return next(group for group in self.groups if group.key == key)
