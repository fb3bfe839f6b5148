"""The council's arithmetic: what adds up, who passes, who goes first."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.domain.voting import (
    BadShare,
    Ballot,
    Body,
    Count,
    RowTally,
    Threshold,
    add_up,
    ballot_issues,
    quorum,
    read_share,
    read_threshold,
    remainder,
    share_text,
    share_words,
    tally_row,
)

HALF = Threshold(share=Fraction(1, 2), operator=">")
# The session of the pictures: nine members, eight present, eight valid ballots.
BODY = Body(members=9, present=8, issued=8, returned=8, valid=8, invalid=0)


def row(
    agree: int | None,
    disagree: int | None = 0,
    other: int | None = 0,
    *,
    own: int = 0,
    body: Body = BODY,
    denominator: str = "total",
    threshold: Threshold | None = HALF,
) -> RowTally:
    return tally_row(
        Count(agree=agree, disagree=disagree, other=other, own_items=own, own_ballots=own),
        body,
        name="Ông Đỗ Văn Dũng",
        denominator=denominator,  # type: ignore[arg-type]
        threshold=threshold,
    )


# --- Shares ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "share", "operator"),
    [
        ("2/3", Fraction(2, 3), ">"),
        ("0.5", Fraction(1, 2), ">"),
        ("0,5", Fraction(1, 2), ">"),
        (">50%", Fraction(1, 2), ">"),
        ("≥ 70%", Fraction(7, 10), ">="),
        ("trên 50%", Fraction(1, 2), ">"),
        ("từ 80% trở lên", Fraction(4, 5), ">="),
        ("66,7 %", Fraction(667, 1000), ">"),
        ("1", Fraction(1), ">"),
    ],
)
def test_thresholds_are_read_exactly(text: str, share: Fraction, operator: str) -> None:
    assert read_threshold(text) == Threshold(share=share, operator=operator)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "đa số", "0", "101%", "2/0", "3/2", "-1/2", "1/2/3", "50"])
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(BadShare):
        read_threshold(text)


@given(st.fractions(min_value=0, max_value=1, max_denominator=500).filter(lambda value: value > 0))
def test_shares_survive_their_written_form(share: Fraction) -> None:
    assert read_share(share_text(share)) == share
    assert read_share(share_words(share)) == share


def test_thresholds_are_worded_as_minutes_do() -> None:
    assert read_threshold("0.5").words == "trên 50%"
    assert read_threshold("2/3", ">=").words == "từ 2/3 trở lên"
    assert read_threshold("12,5%", ">=").words == "từ 12,5% trở lên"


# --- Rows --------------------------------------------------------------------------------------


def test_the_row_of_the_picture_that_does_not_add_up() -> None:
    result = row(5, 2)
    assert result.verdict == "incomplete"
    assert result.rate is None
    assert result.issue is not None
    assert result.issue.message == (
        "Cộng được 7 phiếu, đã thu 8. Kiểm tra lại số phiếu của Ông Đỗ Văn Dũng."
    )


def test_rate_is_of_all_members_by_default() -> None:
    result = row(8)
    assert (result.agree, result.base, result.verdict) == (8, 9, "passed")


def test_denominators() -> None:
    body = Body(members=9, present=8, issued=8, returned=8, valid=7, invalid=1)
    assert [
        row(4, 3, body=body, denominator=base).rate for base in ("total", "present", "valid")
    ] == [Fraction(4, 9), Fraction(4, 8), Fraction(4, 7)]
    assert [
        row(4, 3, body=body, denominator=base).verdict for base in ("total", "present", "valid")
    ] == ["failed", "failed", "passed"]


def test_those_who_wrote_vote_too() -> None:
    body = Body(members=9, present=7, written=2, issued=9, returned=9, valid=9, invalid=0)
    assert row(9, body=body, denominator="present").rate == 1
    assert quorum("1", body).met is False, "a written opinion is not a presence"


def test_nobody_votes_on_himself() -> None:
    result = row(6, 1, own=1)
    assert (result.agree, result.base, result.verdict) == (6, 8, "passed")
    wrong = row(7, 1, own=1)
    assert wrong.issue is not None
    assert "trừ 1 thành viên không bỏ phiếu cho mình" in wrong.issue.message


def test_half_is_not_more_than_half() -> None:
    body = Body(members=8, present=8, issued=8, returned=8, valid=8, invalid=0)
    assert row(4, 4, body=body).verdict == "failed"
    reached = Threshold(share=Fraction(1, 2), operator=">=")
    assert row(4, 4, body=body, threshold=reached).verdict == "passed"


def test_two_thirds_are_exact() -> None:
    body = Body(members=9, present=9, issued=9, returned=9, valid=9, invalid=0)
    assert row(6, 3, body=body, threshold=read_threshold("2/3", ">=")).verdict == "passed"
    assert row(6, 3, body=body, threshold=read_threshold("2/3", ">")).verdict == "failed"


def test_without_threshold_there_is_no_verdict() -> None:
    assert row(8, threshold=None).verdict == "no_rule"


def test_what_is_not_entered_is_not_judged() -> None:
    assert row(None, None, None).verdict == "incomplete"
    assert row(5, None).verdict == "incomplete"
    open_body = Body(members=9, present=8)
    assert row(5, 3, body=open_body).issue is not None


@given(
    agree=st.integers(0, 60),
    disagree=st.integers(0, 60),
    other=st.integers(0, 60),
    members=st.integers(1, 60),
    absent=st.integers(0, 10),
    invalid=st.integers(0, 10),
    denominator=st.sampled_from(["total", "present", "valid"]),
    percent=st.integers(1, 100),
    operator=st.sampled_from([">", ">="]),
)
def test_verdicts_follow_numbers_and_threshold(
    *,
    agree: int,
    disagree: int,
    other: int,
    members: int,
    absent: int,
    invalid: int,
    denominator: str,
    percent: int,
    operator: str,
) -> None:
    present = max(members - absent, 0)
    valid = max(present - invalid, 0)
    body = Body(
        members=members,
        present=present,
        issued=present,
        returned=present,
        valid=valid,
        invalid=present - valid,
    )
    threshold = Threshold(share=Fraction(percent, 100), operator=operator)  # type: ignore[arg-type]
    result = row(agree, disagree, other, body=body, denominator=denominator, threshold=threshold)
    base = {"total": members, "present": present, "valid": valid}[denominator]
    # Where every ballot is invalid nobody agreed: that is a result, unless only valid ones count.
    if agree + disagree + other != valid or base == 0:
        assert result.verdict == "incomplete"
        return
    # The oracle works in whole numbers only: agree / base against percent / 100.
    left, right = agree * 100, percent * base
    expected = left > right if operator == ">" else left >= right
    assert result.verdict == ("passed" if expected else "failed")


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_the_remainder_makes_a_row_add_up(expected: int, agree: int, other: int) -> None:
    rest = remainder(expected, agree, other)
    assert rest is not None
    assert rest >= 0
    if agree + other <= expected:
        assert agree + other + rest == expected


# --- Quorum and ballots ------------------------------------------------------------------------


def test_quorum_of_two_thirds_of_nine_is_six() -> None:
    missing = quorum("2/3", Body(members=9, present=5))
    assert missing.sentence == (
        "Có mặt 5/9, chưa đủ số thành viên để họp (cần 6). Ghi thêm người có mặt, "
        "hoặc lưu phiên họp để làm tiếp sau."
    )
    assert quorum("2/3", Body(members=9, present=6)).met is True
    assert quorum("2/3", Body(members=10, present=6)).met is False
    assert quorum("", Body(members=9, present=1)).met is None


def test_ballots_must_fit_each_other() -> None:
    assert ballot_issues(BODY) == ()
    too_many = Body(members=9, present=8, issued=9, returned=10, valid=7, invalid=1)
    assert [issue.field for issue in ballot_issues(too_many)] == ["issued", "returned", "valid"]
    assert (
        "phát ra, thu về"
        in ballot_issues(Body(members=9, present=8, valid=1, invalid=1))[0].message
    )


def test_single_papers_add_up() -> None:
    ballots = [
        Ballot(marks={"a": "agree", "b": "disagree"}),
        Ballot(marks={"a": "agree"}),
        Ballot(marks={"a": "other", "b": "agree"}, valid=False),
    ]
    sums = add_up(ballots, {"a": Count(), "b": Count()})
    assert (sums["a"].agree, sums["a"].disagree, sums["a"].other) == (2, 0, 0)
    assert (sums["b"].agree, sums["b"].disagree, sums["b"].other) == (0, 1, 1)
    own = add_up(ballots, {"b": Count(own_items=1, own_ballots=1)})
    assert (own["b"].disagree, own["b"].other) == (1, 0)


@given(
    st.lists(
        st.tuples(
            st.dictionaries(
                st.sampled_from("abc"), st.sampled_from(["agree", "disagree", "other"])
            ),
            st.booleans(),
        ),
        max_size=20,
    )
)
def test_single_papers_always_give_rows_that_add_up(
    papers: list[tuple[dict[str, str], bool]],
) -> None:
    ballots = [Ballot(marks=marks, valid=valid) for marks, valid in papers]  # type: ignore[arg-type]
    valid = sum(1 for ballot in ballots if ballot.valid)
    for count in add_up(ballots, {name: Count() for name in "abc"}).values():
        assert count.total == valid
