"""Votes entered, winners chosen, the result locked: refused while anything does not add up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.ranking import Choice, Contender, Decider, choose, choose_under
from thiduaqt.domain.records import CouncilSession, Nomination, Vote
from thiduaqt.domain.text import clean_block
from thiduaqt.domain.voting import Ballot, Count, add_up, expected_votes, remainder
from thiduaqt.services.council_reading import body_of, count_of, own_seat, results, seats
from thiduaqt.services.council_results import GroupResult, Results
from thiduaqt.services.council_sittings import drop_choices, open_sitting
from thiduaqt.services.editing import BadValue
from thiduaqt.services.session import Session
from thiduaqt.storage.transaction import Transaction

Typed = tuple[int | None, int | None, int | None]


# --- Numbers -----------------------------------------------------------------------------------


def set_ballots(
    session: Session,
    session_id: str,
    *,
    issued: int | None = None,
    returned: int | None = None,
    valid: int | None = None,
    invalid: int | None = None,
) -> Changes:
    """Enter how many ballots there were; a number not given stays.

    Once two of returned, valid and invalid are known the third is worked out where it is still
    open. Rows that wait for the number of valid ballots are completed. Raises BadValue.
    """
    given = {"issued": issued, "returned": returned, "valid": valid, "invalid": invalid}
    typed = {name: value for name, value in given.items() if value is not None}
    for name, value in typed.items():
        _whole(name, value)
    with session.store.transaction("Nhập số phiếu", actor=session.actor) as writing:
        sitting = replace(open_sitting(writing, session_id), **typed)  # type: ignore[arg-type]  # fields of one type
        sitting = writing.put(_third(sitting))
        for vote in session.store.all(Vote, session_id=session_id):
            if vote.agree is not None and vote.disagree is None:
                _enter(session, writing, sitting, vote, (vote.agree, None, vote.other))
        drop_choices(session, writing, session_id)
    return session.store.last_changes()


def _third(sitting: CouncilSession) -> CouncilSession:
    returned, valid, invalid = sitting.returned, sitting.valid, sitting.invalid
    if returned is None:
        return sitting
    if valid is None and invalid is not None:
        return replace(sitting, valid=max(returned - invalid, 0))
    if invalid is None and valid is not None:
        return replace(sitting, invalid=max(returned - valid, 0))
    return sitting


def _whole(field: str, value: int | None) -> None:
    if value is not None and not 0 <= value <= 9999:
        raise BadValue(field, f"“{value}” không phải số phiếu.", todo="Gõ số nguyên từ 0 trở lên.")


def enter_votes(
    session: Session,
    vote_id: str,
    agree: int | None,
    disagree: int | None = None,
    other: int | None = None,
) -> Changes:
    """Enter the votes of one row; what is left of the valid ballots goes to those against.

    Without ``agree`` nothing is worked out. Raises BadValue, NotAllowed once it is locked.
    """
    vote = session.store.get(Vote, vote_id)
    return enter_many(session, vote.session_id, {vote_id: (agree, disagree, other)})


def enter_many(session: Session, session_id: str, typed: Mapping[str, Typed]) -> Changes:
    """Enter the votes of several rows as one step, as :func:`enter_votes` does."""
    for numbers in typed.values():
        for field, value in zip(("agree", "disagree", "other"), numbers, strict=True):
            _whole(field, value)
    words = f"Nhập phiếu {len(typed)} dòng" if len(typed) > 1 else "Nhập phiếu"
    with session.store.transaction(words, actor=session.actor) as writing:
        sitting = open_sitting(writing, session_id)
        for vote_id, numbers in typed.items():
            _enter(session, writing, sitting, writing.get(Vote, vote_id), numbers)
        drop_choices(session, writing, session_id)
    return session.store.last_changes()


def _enter(
    session: Session, writing: Transaction, sitting: CouncilSession, vote: Vote, numbers: Typed
) -> None:
    agree, disagree, other = numbers
    if agree is None:
        writing.put(replace(vote, agree=None, disagree=disagree, other=other))
        return
    if disagree is None:
        count = _count(session, sitting, vote)
        expected = expected_votes(count, body_of(sitting, seats(session, sitting)))
        disagree = remainder(expected, agree, other or 0)
    writing.put(replace(vote, agree=agree, disagree=disagree, other=other or 0))


def _count(session: Session, sitting: CouncilSession, vote: Vote) -> Count:
    nomination = session.store.get(Nomination, vote.nomination_id)
    return count_of(sitting, vote, own_seat(seats(session, sitting), nomination))


def enter_ballots(session: Session, session_id: str, ballots: Sequence[Ballot]) -> Changes:
    """Enter all papers one by one: rows and numbers of ballots are worked out from them.

    ``marks`` of a ballot are by the id of the vote.
    """
    with session.store.transaction(f"Nhập {len(ballots)} phiếu", actor=session.actor) as writing:
        sitting = open_sitting(writing, session_id)
        valid = sum(ballot.valid for ballot in ballots)
        sitting = writing.put(
            replace(
                sitting,
                returned=len(ballots),
                valid=valid,
                invalid=len(ballots) - valid,
                issued=max(sitting.issued or 0, len(ballots)),
            )
        )
        votes = {vote.id: vote for vote in session.store.all(Vote, session_id=session_id)}
        counts = {vote.id: _count(session, sitting, vote) for vote in votes.values()}
        for vote_id, count in add_up(ballots, counts).items():
            writing.put(
                replace(
                    votes[vote_id], agree=count.agree, disagree=count.disagree, other=count.other
                )
            )
        drop_choices(session, writing, session_id)
    return session.store.last_changes()


# --- Who is chosen -----------------------------------------------------------------------------


def choose_highest(
    session: Session, session_id: str, group: str, *, count: int | None = None
) -> Changes:
    """Choose the highest rates of a group up to the plan's number, or ``count`` of them.

    Between equals the rule decides; what it leaves open has to be settled by :func:`break_tie`.
    Those above the plan's number are marked as such.
    """
    with session.store.transaction("Chọn theo tỷ lệ cao nhất", actor=session.actor) as writing:
        open_sitting(writing, session_id)
        state = results(session, session_id)
        _choose_highest(writing, state, state.group(group), count)
    return session.store.last_changes()


def _choose_highest(
    writing: Transaction,
    state: Results,
    group: GroupResult,
    count: int | None,
    *,
    kept: frozenset[str] = frozenset(),
) -> None:
    women = state.tie_rule is not None and state.tie_rule.prefer_women
    contenders = [
        Contender(id=row.id, rate=row.rate, preferred=row.preferred, standing=row.standing)
        for row in group.passed
    ]
    if count is None:
        choice = choose_under(contenders, group.caps, prefer_women=women)
    else:
        choice = choose(contenders, count, prefer_women=women)
    for row in group.passed:
        if row.id not in kept:
            writing.put(
                replace(
                    row.vote,
                    chosen=row.id in choice.chosen,
                    chosen_by=_decider(row.id, choice, group.proposal),
                )
            )


def _decider(row_id: str, choice: Choice, planned: Choice) -> str:
    """Return the rule that put somebody on the list or left somebody out of it."""
    if row_id in choice.chosen:
        return planned.chosen.get(row_id, "over_quota")
    tie = next((tie for tie in choice.ties if row_id in tie.ids), None)
    return tie.decider or "" if tie is not None else "rate"


def break_tie(session: Session, session_id: str, group: str, vote_ids: Sequence[str]) -> Changes:
    """Name who of those tied at the edge takes the seats; the Council may pass over the rule.

    Raises NotAllowed where there is no tie, or the number named is not the number of seats.
    """
    with session.store.transaction("Chọn giữa người bằng tỷ lệ", actor=session.actor) as writing:
        open_sitting(writing, session_id)
        state = results(session, session_id)
        found = state.group(group)
        named = set(vote_ids)
        ties = found.proposal.ties
        tie = next((tie for tie in ties if named and named <= set(tie.ids)), found.proposal.tie)
        if tie is None or not named <= set(tie.ids) or len(named) != tie.seats:
            seats_left = tie.seats if tie else 0
            raise NotAllowed(
                f"Cần chọn đúng {seats_left} trong số người bằng tỷ lệ.",
                todo="Chọn lại trong danh sách bằng tỷ lệ.",
            )
        elsewhere = {row_id for other in ties if other != tie for row_id in other.ids}
        kept = frozenset(row.id for row in found.rows if row.id in elsewhere and row.vote.chosen_by)
        _choose_highest(writing, state, found, None, kept=kept)
        by_rule = named == set(tie.chosen)
        decider: Decider = tie.decider if by_rule and tie.decider else "council"
        for row_id in tie.ids:
            vote = writing.get(Vote, row_id)
            writing.put(replace(vote, chosen=row_id in named, chosen_by=decider))
    return session.store.last_changes()


def choose_own(session: Session, session_id: str, group: str, vote_ids: Sequence[str]) -> Changes:
    """Choose exactly these of a group, as the Council's own choice. Raises NotAllowed."""
    with session.store.transaction("Tự chọn người được khen", actor=session.actor) as writing:
        open_sitting(writing, session_id)
        found = results(session, session_id).group(group)
        named = set(vote_ids)
        failing = [row.name for row in found.rows if row.id in named and not row.passed]
        if failing:
            raise NotAllowed(
                f"{failing[0]} không đạt tỷ lệ phiếu nên không chọn được.",
                todo="Chọn trong số người đạt.",
            )
        for row in found.passed:
            writing.put(replace(row.vote, chosen=row.id in named, chosen_by="council"))
    return session.store.last_changes()


def set_over_quota_reason(session: Session, session_id: str, reason: str) -> Changes:
    """Keep why more are chosen than the plan allows; an empty reason takes it back."""
    with session.store.transaction("Ghi lý do vượt số lượng", actor=session.actor) as writing:
        sitting = open_sitting(writing, session_id)
        writing.put(replace(sitting, over_quota_reason=clean_block(reason)))
    return session.store.last_changes()
