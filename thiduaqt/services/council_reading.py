"""Reads a session from the data and works out its result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from thiduaqt.domain import dates
from thiduaqt.domain.plan import Source
from thiduaqt.domain.quota import QuotaState
from thiduaqt.domain.quota_count import first_states
from thiduaqt.domain.ranking import Cap, Choice, Contender, Decider, Tie, choose_under
from thiduaqt.domain.records import (
    CouncilMember,
    CouncilSession,
    Nomination,
    Vote,
)
from thiduaqt.domain.voting import Body, Count, ballot_issues, quorum, read_threshold, tally_row
from thiduaqt.services.checking import Checker
from thiduaqt.services.council_members import ROLE_WORDS, member_name, members
from thiduaqt.services.council_results import GroupResult, ResultRow, Results, SeatRow
from thiduaqt.services.quotas import Count as QuotaCount
from thiduaqt.services.quotas import Line, chosen_in, order
from thiduaqt.services.score_standing import standing
from thiduaqt.services.session import Session


def held_day(sitting: CouncilSession) -> date | None:
    """Return the day of a session, or None while it is not fixed to the day."""
    return dates.PartialDate.from_value(sitting.held_on).day if sitting.held_on else None


def seats(session: Session, sitting: CouncilSession) -> tuple[SeatRow, ...]:
    """Return the members of a session: once locked, those it was held with."""
    marks = {mark.member_id: mark for mark in sitting.attendance}
    if sitting.state == "locked":
        found = [session.store.get(CouncilMember, member_id) for member_id in marks]
    else:
        found = list(members(session, sitting.held_on))
    return tuple(
        SeatRow(
            id=member.id,
            member=member,
            name=member_name(member),
            role_words=ROLE_WORDS[member.role],
            post=member.post,
            marked=bool(marks),
            present=member.id in marks and marks[member.id].present,
            written=member.id in marks
            and marks[member.id].written
            and not marks[member.id].present,
        )
        for member in found
    )


def body_of(sitting: CouncilSession, seated: Sequence[SeatRow]) -> Body:
    """Return the council as it voted."""
    return Body(
        members=len(seated),
        present=sum(seat.present for seat in seated),
        written=sum(seat.written for seat in seated),
        issued=sitting.issued,
        returned=sitting.returned,
        valid=sitting.valid,
        invalid=sitting.invalid,
    )


def count_of(sitting: CouncilSession, vote: Vote, own: SeatRow | None) -> Count:
    """Return the votes of one row; who is the nominee leaves it only where the session says so."""
    own_items = own_items_of(sitting, vote, own) if sitting.own_item_excluded else 0
    voted = own is None or own.present or own.written
    return Count(
        agree=vote.agree,
        disagree=vote.disagree,
        other=vote.other,
        own_items=own_items,
        own_ballots=own_items if voted else 0,
    )


def own_items_of(sitting: CouncilSession, vote: Vote, own: SeatRow | None) -> int:
    """Return how many members are the nominee: as the members stand, or as it was locked."""
    return (
        vote.own_items if sitting.state == "locked" else max(vote.own_items, int(own is not None))
    )


def own_seat(seated: Sequence[SeatRow], nomination: Nomination) -> SeatRow | None:
    """Return the member who is the nominee, or None."""
    if not nomination.person_id:
        return None
    return next((s for s in seated if s.member.person_id == nomination.person_id), None)


def results(session: Session, session_id: str) -> Results:
    """Return the result of a session as things stand. Raises NotFound."""
    return _Reader(session, session.store.get(CouncilSession, session_id)).results()


class _Reader:
    """Reads one session once and works out everything about it."""

    def __init__(self, session: Session, sitting: CouncilSession) -> None:
        self.session = session
        self.sitting = sitting
        self.seats = seats(session, sitting)
        self.body = body_of(sitting, self.seats)
        self.threshold = (
            read_threshold(sitting.pass_fraction, sitting.pass_operator)
            if sitting.pass_fraction
            else None
        )
        rules = session.rulebook(held_day(sitting))
        self.tie_rule = rules.tie_rule()
        self.rules = rules
        self.checker = Checker(session, sitting.round_id)
        self.elsewhere = chosen_in(session, sitting.round_id, but=sitting.id)
        self.standing = {row.nomination_id: row for row in standing(session, self.checker)}

    def results(self) -> Results:
        """Work out the whole."""
        votes = self.session.store.all(Vote, session_id=self.sitting.id)
        rows = [self._row(vote) for vote in sorted(votes, key=lambda vote: vote.ordinal)]
        rows.sort(key=lambda row: (order(Line(row.award, row.kind)), row.ordinal))
        groups = self._groups(rows)
        return Results(
            session=self.sitting,
            seats=self.seats,
            body=self.body,
            quorum=quorum(self.sitting.quorum, self.body),
            threshold=self.threshold,
            groups=tuple(groups),
            ballots=ballot_issues(self.body),
            tie_rule=self.tie_rule,
            doubts=self._doubts(),
        )

    def _row(self, vote: Vote) -> ResultRow:
        nomination = self.session.store.get(Nomination, vote.nomination_id)
        people = self.checker.recipients
        own = own_seat(self.seats, nomination)
        name = people.display(nomination)
        rank = self.standing.get(nomination.id)
        return ResultRow(
            id=vote.id,
            vote=vote,
            nomination_id=nomination.id,
            ordinal=vote.ordinal,
            award=nomination.award,
            award_name=self.checker.award_name(nomination.award),
            kind=nomination.kind,
            name=name,
            post=people.post(nomination),
            unit=people.unit_name(people.home(nomination)),
            achievement=nomination.achievement,
            preferred=self._preferred(nomination),
            tally=tally_row(
                count_of(self.sitting, vote, own),
                self.body,
                name=name,
                denominator=self.sitting.denominator,
                threshold=self.threshold,
            ),
            decider=vote.chosen_by or None,  # type: ignore[arg-type]  # we wrote it
            own_member=own is not None,
            note=self._note(vote, own),
            points=rank.points if rank else None,
            place=rank.place if rank else None,
            league=rank.league if rank else "",
            rank_rule=rank.decided_by if rank else "",
            rank_words=rank.words if rank else "",
        )

    def _note(self, vote: Vote, own: SeatRow | None) -> str:
        if own is None:
            return vote.note
        silent = ", không bỏ phiếu cho mình" if self.sitting.own_item_excluded else ""
        return _joined(vote.note, f"Thành viên HĐ{silent}")

    def _preferred(self, nomination: Nomination) -> bool | None:
        """Tell whether the rule for equals favours a nominee; None where it is not recorded."""
        if nomination.kind == "collective":
            return nomination.mostly_women
        person = self.checker.recipients.person(nomination)
        if person is None:
            return False
        return person.sex == "female" if person.sex else None

    def _groups(self, rows: list[ResultRow]) -> list[GroupResult]:
        """Part the rows by award and kind; what one kind takes of a shared number another lacks.

        A number that several kinds share goes to those decided already, then as the ballot goes.
        """
        parted = [list(found) for _, found in groupby(rows, key=lambda r: (r.award, r.kind))]
        settled = {}
        for found in parted:
            decided = any(row.vote.chosen_by for row in found)
            for row in found:
                settled[row.id] = self._chosen(row, decided=decided, locked_out=row.decider)
        chosen = {row.nomination_id for row in settled.values() if row.chosen}
        day, round_id = self._rules_day(), self.sitting.round_id
        count = QuotaCount(self.session, round_id, on=day, checker=self.checker)
        states = count.states(chosen=chosen | self.elsewhere)
        groups = []
        for place, found in enumerate(parted):
            first = {
                row.nomination_id
                for spot, other in enumerate(parted)
                if spot != place and (spot < place or any(row.vote.chosen_by for row in other))
                for row in other
                if settled[row.id].chosen
            }
            mine = [settled[row.id] for row in found]
            groups.append(self._group(mine, states, taken=self.elsewhere | first))
        return groups

    def _rules_day(self) -> str:
        day = held_day(self.sitting)
        return day.isoformat() if day else ""

    def _group(
        self, rows: list[ResultRow], states: Sequence[QuotaState], *, taken: frozenset[str]
    ) -> GroupResult:
        award, kind = rows[0].award, rows[0].kind
        mine = first_states(states, award, kind)
        caps = tuple(
            Cap(
                ids=frozenset(row.id for row in rows if row.nomination_id in leaf.members),
                seats=leaf.limit - len(leaf.members & taken),
            )
            for state in mine
            for leaf in state.leaves
            if leaf.limit is not None
        )
        contenders = [
            Contender(id=row.id, rate=row.rate, preferred=row.preferred, standing=row.standing)
            for row in rows
            if row.passed
        ]
        women = self.tie_rule is not None and self.tie_rule.prefer_women
        decided = any(row.vote.chosen_by for row in rows)
        proposal = choose_under(contenders, caps, prefer_women=women)
        open_tie = _open_tie(proposal, rows, decided=decided)
        if open_tie is not None:
            proposal = replace(proposal, tie=open_tie)
        for tie in proposal.ties:
            rows = _with_ties(rows, tie)
        before = {
            item.id
            for item in self.checker.nominations
            if (item.award, item.kind) == (award, kind) and item.id in self.elsewhere
        }
        return GroupResult(
            award=award,
            award_name=rows[0].award_name,
            kind=kind,
            rows=tuple(rows),
            quota=replace(mine[0], proposed=len(rows), eligible=len(rows)),
            room=_room(caps, contenders, proposal),
            decided=decided,
            proposal=proposal,
            tie=open_tie,
            quotas=tuple(mine),
            caps=caps,
            before=len(before),
        )

    def _chosen(self, row: ResultRow, *, decided: bool, locked_out: Decider | None) -> ResultRow:
        if not row.passed:
            return replace(row, chosen=False, decider=None)
        if decided:
            return replace(row, chosen=row.vote.chosen, decider=locked_out)
        return replace(row, chosen=True, decider="passed")

    def _doubts(self) -> tuple[tuple[str, Source], ...]:
        """Return the parts of the voting rule that are still a default nobody confirmed."""
        rule = self.rules.vote_rule()
        if rule is None or self.sitting.rule_source != default_source(rule.pass_source):
            return ()
        kept = {
            "quorum": self.sitting.quorum == rule.quorum,
            "pass_fraction": (self.sitting.pass_fraction, self.sitting.pass_operator)
            == (rule.pass_fraction, rule.pass_operator),
            "denominator": self.sitting.denominator == rule.denominator,
            "form": self.sitting.form == rule.form,
        }
        return tuple(part for part in rule.unsure_parts if kept.get(part[0]))


def default_source(source: Source) -> str:
    """Return the source of a threshold as a session keeps it, marked where it is unconfirmed."""
    doubt = " (cần kiểm tra)" if source.confidence in ("L", "R") else ""
    return f"{source.text}{doubt}"


def _room(caps: Sequence[Cap], contenders: Sequence[Contender], proposal: Choice) -> int | None:
    """Return how many may be chosen in all; None where no number of the plan holds them."""
    everybody = {contender.id for contender in contenders}
    overall = [max(cap.seats, 0) for cap in caps if cap.ids >= everybody]
    if all(cap.ids >= everybody for cap in caps):
        return min(overall, default=None)
    if all(len(cap.ids & everybody) <= cap.seats for cap in caps):
        return min(overall, default=None)
    open_seats = sum(tie.seats for tie in proposal.ties if not tie.chosen)
    return len(proposal.chosen) + open_seats


def _open_tie(proposal: Choice, rows: list[ResultRow], *, decided: bool) -> Tie | None:
    """Return the tie the Council has yet to decide: equals about whom nothing is written down."""
    for tie in proposal.ties:
        undecided = {row.id for row in rows if row.id in tie.ids and not row.vote.chosen_by}
        if not tie.chosen and (not decided or undecided):
            return tie
    return None


def _with_ties(rows: list[ResultRow], tie: Tie | None) -> list[ResultRow]:
    """Note at each of those tied at the edge with whom the rate is shared."""
    if tie is None:
        return rows
    places = {row.id: str(row.ordinal) for row in rows if row.id in tie.ids}
    return [
        replace(row, note=_joined(row.note, _tie_note(row, places))) if row.id in places else row
        for row in rows
    ]


def _tie_note(row: ResultRow, places: dict[str, str]) -> str:
    others = [place for row_id, place in places.items() if row_id != row.id]
    return f"Bằng tỷ lệ TT {', '.join(others)}"


def _joined(*notes: str) -> str:
    return "; ".join(note for note in notes if note)
