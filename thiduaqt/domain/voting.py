"""A council's vote: do the numbers add up, who passes. Exact fractions only.

Rates, thresholds and the rule for equals come in from rule packs and sessions; none is set here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Literal

from thiduaqt.domain.errors import UserError
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.kinds import Denominator, VoteOperator
from thiduaqt.domain.text import clean

Verdict = Literal["passed", "failed", "incomplete", "no_rule"]
Mark = Literal["agree", "disagree", "other"]

VERDICT_WORDS: dict[Verdict, str] = {
    "passed": "Đạt",
    "failed": "Không đạt",
    "incomplete": "Chưa đủ phiếu",
    "no_rule": "Chọn ngưỡng để tính",
}
_OPERATOR_SIGNS: tuple[tuple[str, VoteOperator], ...] = (
    (">=", ">="),
    ("≥", ">="),
    (">", ">"),
    ("trên ", ">"),
    ("từ ", ">="),
)
_SHARE = re.compile(r"(?P<top>\d+(?:[.,]\d+)?)\s*(?:/\s*(?P<bottom>\d+)|(?P<percent>%))?")


class BadShare(UserError):
    """A share that cannot be read, or is not between 0 and 1."""

    code = "SHARE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """The share of agreement that is asked for, and whether it must be exceeded or reached."""

    share: Fraction
    operator: VoteOperator = ">"

    def met(self, rate: Fraction) -> bool:
        """Tell whether ``rate`` is enough."""
        return rate > self.share if self.operator == ">" else rate >= self.share

    @property
    def words(self) -> str:
        """The threshold as minutes word it: "trên 50%", "từ 2/3 trở lên"."""
        share = share_words(self.share)
        return f"trên {share}" if self.operator == ">" else f"từ {share} trở lên"


def read_share(text: str) -> Fraction:
    """Return a share written as "2/3", "0.5", "0,5" or "50%". Raises BadShare."""
    return read_threshold(text).share


def read_threshold(text: str, operator: VoteOperator = ">") -> Threshold:
    """Return a threshold: a share, with its own sign before it (">50%", "≥ 2/3") or ``operator``.

    Raises BadShare where it cannot be read or is not above 0 and at most 1.
    """
    bare = clean(text).lower().removesuffix("trở lên").strip()
    for sign, meaning in _OPERATOR_SIGNS:
        if bare.startswith(sign):
            bare, operator = bare.removeprefix(sign).strip(), meaning
            break
    found = _SHARE.fullmatch(bare)
    share = _share(found) if found else None
    if share is None or not 0 < share <= 1:
        raise BadShare(
            f"Không đọc được tỷ lệ “{clean(text)}”.",
            todo="Ghi như 2/3, 0,5 hoặc 50%, lớn hơn 0 và không quá 100%.",
        )
    return Threshold(share=share, operator=operator)


def _share(found: re.Match[str]) -> Fraction | None:
    top = Fraction(found["top"].replace(",", "."))
    if found["bottom"]:
        bottom = int(found["bottom"])
        return top / bottom if bottom else None
    return top / 100 if found["percent"] else top


def share_words(share: Fraction) -> str:
    """Return a share in words: whole or one-decimal percents, else the fraction ("2/3")."""
    tenths = share * 1000
    if tenths.denominator != 1:
        return f"{share.numerator}/{share.denominator}"
    whole, rest = divmod(int(tenths), 10)
    return f"{whole},{rest}%" if rest else f"{whole}%"


def share_text(share: Fraction) -> str:
    """Return a share as records keep it ("2/3"); :func:`read_share` gives it back exactly."""
    return f"{share.numerator}/{share.denominator}"


def in_percent(rate: Fraction) -> Decimal:
    """Return a rate in percent for printing; never used to decide anything."""
    return Decimal(rate.numerator * 100) / Decimal(rate.denominator)


# --- Who votes ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The council as it voted: how many members, how many were there, which ballots there were.

    ``written`` counts absent members who sent a written opinion; their votes are among the
    ballots. None means: not entered yet.
    """

    members: int
    present: int
    written: int = 0
    issued: int | None = None
    returned: int | None = None
    valid: int | None = None
    invalid: int | None = None

    @property
    def voters(self) -> int:
        """How many could vote: those present and those who wrote."""
        return self.present + self.written


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum:
    """Whether enough members are present. ``need`` None: no quorum was set, so no verdict."""

    need: int | None
    present: int
    members: int

    @property
    def met(self) -> bool | None:
        """Whether the session may be held; None where no quorum was set."""
        return None if self.need is None else self.present >= self.need

    @property
    def sentence(self) -> str:
        """What is wrong and what to do, or an empty text."""
        if self.met is not False:
            return ""
        return (
            f"Có mặt {self.present}/{self.members}, chưa đủ số thành viên để họp "
            f"(cần {self.need}). Ghi thêm người có mặt, hoặc lưu phiên họp để làm tiếp sau."
        )


def quorum(share: str, body: Body) -> Quorum:
    """Return the quorum of a session; ``share`` of all members, empty where none was set.

    Only those present count: a written opinion is a vote, not a presence.
    """
    need = ceil(read_share(share) * body.members) if share else None
    return Quorum(need=need, present=body.present, members=body.members)


def ballot_issues(body: Body) -> tuple[Issue, ...]:
    """Return what does not fit among the numbers of ballots."""
    issued, returned, valid, invalid = body.issued, body.returned, body.valid, body.invalid
    if issued is None or returned is None or valid is None or invalid is None:
        missing = [
            word
            for word, value in (
                ("phát ra", issued),
                ("thu về", returned),
                ("hợp lệ", valid),
                ("không hợp lệ", invalid),
            )
            if value is None
        ]
        return (_ballot_issue("missing", f"Chưa ghi số phiếu {', '.join(missing)}."),)
    issues = []
    if issued > body.voters:
        issues.append(
            _ballot_issue("issued", f"Phát ra {issued} phiếu, chỉ có {body.voters} người bỏ phiếu.")
        )
    if returned > issued:
        issues.append(
            _ballot_issue("returned", f"Thu về {returned} phiếu, nhiều hơn {issued} phiếu phát ra.")
        )
    if valid + invalid != returned:
        issues.append(
            _ballot_issue(
                "valid",
                f"Hợp lệ {valid} và không hợp lệ {invalid} cộng được {valid + invalid} phiếu, "
                f"đã thu về {returned}.",
            )
        )
    return tuple(issues)


def _ballot_issue(field: str, message: str) -> Issue:
    return Issue(code=f"BALLOTS_{field.upper()}", severity="error", message=message, field=field)


# --- One row -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """The votes on one nominee.

    ``own_items`` counts members who are this nominee and leave the denominator; ``own_ballots``
    those of them whose ballot is among the valid ones, without a mark in this row.
    """

    agree: int | None = None
    disagree: int | None = None
    other: int | None = None
    own_items: int = 0
    own_ballots: int = 0

    @property
    def total(self) -> int | None:
        """The sum of the votes, or None where a number is missing."""
        if self.agree is None or self.disagree is None or self.other is None:
            return None
        return self.agree + self.disagree + self.other


@dataclass(frozen=True, slots=True, kw_only=True)
class RowTally:
    """What one row says: ``agree`` of ``base`` is the rate; ``expected`` is what it must add to.

    ``rate`` and ``base`` are None as long as the row does not add up; ``threshold`` is the share
    the rate was held against.
    """

    verdict: Verdict
    expected: int | None
    total: int | None
    agree: int | None = None
    base: int | None = None
    rate: Fraction | None = None
    threshold: Fraction | None = None
    issue: Issue | None = None


def expected_votes(count: Count, body: Body) -> int | None:
    """Return what a row must add up to: the valid ballots less those of the nominee."""
    return None if body.valid is None else max(body.valid - count.own_ballots, 0)


def remainder(expected: int | None, agree: int, other: int) -> int | None:
    """Return the votes against once the others are known: never below zero."""
    return None if expected is None else max(expected - agree - other, 0)


def base_of(count: Count, body: Body, denominator: Denominator) -> int | None:
    """Return what the rate is taken of; those who wrote count as voters with those present."""
    if denominator == "total":
        return body.members - count.own_items
    if denominator == "present":
        return body.voters - count.own_ballots
    return expected_votes(count, body)


def tally_row(
    count: Count,
    body: Body,
    *,
    name: str,
    denominator: Denominator,
    threshold: Threshold | None,
) -> RowTally:
    """Return the rate and the verdict of one row; no verdict where it does not add up."""
    expected = expected_votes(count, body)
    base = base_of(count, body, denominator)
    issue = _row_issue(count, body, expected, base, name)
    if issue is not None or count.agree is None or not base:
        return RowTally(verdict="incomplete", expected=expected, total=count.total, issue=issue)
    rate = Fraction(count.agree, base)
    verdict: Verdict = "no_rule"
    if threshold is not None:
        verdict = "passed" if threshold.met(rate) else "failed"
    return RowTally(
        verdict=verdict,
        expected=expected,
        total=count.total,
        agree=count.agree,
        base=base,
        rate=rate,
        threshold=threshold.share if threshold is not None else None,
    )


def _row_issue(
    count: Count, body: Body, expected: int | None, base: int | None, name: str
) -> Issue | None:
    total = count.total
    if count.agree is None:
        return _issue("VOTE_OPEN", f"Chưa nhập phiếu của {name}.")
    if expected is None:
        return _issue("VOTE_NO_BALLOTS", "Ghi số phiếu hợp lệ để tính kết quả.")
    if total is None:
        return _issue("VOTE_PARTLY", f"Chưa nhập đủ phiếu của {name}.")
    if total != expected:
        return _issue("VOTE_SUM", _sum_words(total, expected, count, body, name))
    if not base or count.agree > base:
        return _issue("VOTE_BASE", f"Chưa điểm danh đủ người bỏ phiếu để tính tỷ lệ của {name}.")
    return None


def _sum_words(total: int, expected: int, count: Count, body: Body, name: str) -> str:
    again = f"Kiểm tra lại số phiếu của {name}."
    if count.own_ballots:
        return (
            f"Cộng được {total} phiếu, đúng ra là {expected} ({body.valid} phiếu hợp lệ, trừ "
            f"{count.own_ballots} thành viên không bỏ phiếu cho mình). {again}"
        )
    if body.invalid:
        return f"Cộng được {total} phiếu, có {expected} phiếu hợp lệ. {again}"
    return f"Cộng được {total} phiếu, đã thu {expected}. {again}"


def _issue(code: str, message: str) -> Issue:
    return Issue(code=code, severity="error", message=message, field="agree")


# --- Ballot by ballot --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """One paper: the marks on it by row. A row without a mark counts as another opinion."""

    marks: Mapping[str, Mark]
    valid: bool = True


def add_up(ballots: Iterable[Ballot], counts: Mapping[str, Count]) -> dict[str, Count]:
    """Return the counts of all rows from the single papers; ``counts`` names the rows.

    Where a nominee does not vote on himself, as many empty marks as there are such ballots are
    no votes at all; every other empty mark on a valid paper is another opinion.
    """
    valid = [ballot for ballot in ballots if ballot.valid]
    result: dict[str, Count] = {}
    for row, count in counts.items():
        marks = [ballot.marks.get(row) for ballot in valid]
        empty = max(marks.count(None) - count.own_ballots, 0)
        result[row] = Count(
            agree=marks.count("agree"),
            disagree=marks.count("disagree"),
            other=marks.count("other") + empty,
            own_items=count.own_items,
            own_ballots=count.own_ballots,
        )
    return result
