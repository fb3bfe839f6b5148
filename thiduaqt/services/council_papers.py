"""The facts of a session's papers: ballots, minutes of the tally, minutes of the session.

Nothing is gathered from a result that is not locked without the words "DỰ THẢO" on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from thiduaqt.domain.decisions import ceremony_key, counted, period_words
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.papers import (
    DRAFT_MARK,
    SAMPLE_MARK,
    Attendee,
    BallotPaper,
    Candidate,
    DocumentNumber,
    Letterhead,
    MinutesPaper,
    Recipient,
    TallyPaper,
    TallyResult,
    TallyRow,
)
from thiduaqt.domain.records import CouncilSession, Movement, Nomination, Office, Round
from thiduaqt.domain.voting import in_percent
from thiduaqt.domain.wording import counts
from thiduaqt.services.checking import Checker
from thiduaqt.services.council_reading import held_day, results
from thiduaqt.services.council_results import GroupResult, ResultRow, Results, SeatRow
from thiduaqt.services.papers import as_movement
from thiduaqt.services.session import Session

MINUTES_SYMBOL = "BB-HĐTĐKT"
FORM_WORDS = {"secret": "bỏ phiếu kín", "hands": "biểu quyết"}
# What is left for the pen where nobody is named yet.
OPEN_NAME = "…………………………"
_TEAM_ROLES = ("Tổ trưởng", "Thư ký")


class _Facts:
    """What the papers of one session share, read once."""

    def __init__(self, session: Session, council_session_id: str) -> None:
        self.session = session
        self.sitting = session.store.get(CouncilSession, council_session_id)
        self.results = results(session, council_session_id)
        self.office = session.office()
        self.around = session.store.get(Round, self.sitting.round_id)
        self.movement = session.store.get(Movement, self.around.movement_id)
        self.checker = Checker(session, self.sitting.round_id)

    @property
    def day(self) -> date:
        """The day of the session. Raises NotAllowed where it is not fixed."""
        day = held_day(self.sitting)
        if day is None:
            raise NotAllowed(
                "Chưa có ngày họp.", todo="Ghi ngày họp (đủ ngày, tháng, năm) ở bước Thành phần."
            )
        return day

    def at(self, clock: str) -> datetime | None:
        """Return a moment of the session's day, or None where the hour is not written down."""
        return datetime.combine(self.day, time.fromisoformat(clock)) if clock else None

    @property
    def started(self) -> datetime:
        """When the session began. Raises NotAllowed where that is not written down."""
        moment = self.at(self.sitting.starts)
        if moment is None:
            raise NotAllowed("Chưa có giờ bắt đầu họp.", todo="Ghi giờ họp ở bước Thành phần.")
        return moment

    @property
    def award_in_full(self) -> str:
        """The awards in full: "Giấy khen của Chủ tịch Ủy ban nhân dân xã Minh Họa"."""
        rules = self.session.rulebook(held_day(self.sitting))
        province = f"{self.office.province_kind} {self.office.province}"
        codes = dict.fromkeys(group.award for group in self.results.groups)
        return ", ".join(rules.award(code).named(self.office.commune, province) for code in codes)

    @property
    def letterhead(self) -> Letterhead:
        """The letterhead of the council."""
        return Letterhead(
            superior_line=f"ỦY BAN NHÂN DÂN {self.office.commune.upper()}",
            issuer_lines=("HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG"),
            place=self.office.place,
        )

    @property
    def occasion(self) -> str:
        """What the session is about: the movement, and the year of the round."""
        return f"{as_movement(self.movement)} năm {self.around.year}"

    @property
    def mark(self) -> str:
        """What is printed over a paper of a result that is not locked, or of sample data."""
        if self.office.sample:
            return SAMPLE_MARK
        return "" if self.results.locked else DRAFT_MARK


# --- Ballots -----------------------------------------------------------------------------------


def ballot_paper(session: Session, council_session_id: str) -> BallotPaper:
    """Return the facts of the ballots: one for each who votes, or for each member.

    Raises NotAllowed where there is nobody to vote on or no day.
    """
    facts = _Facts(session, council_session_id)
    rows = facts.results.rows
    if not rows:
        raise NotAllowed(
            "Phiên họp chưa có hồ sơ nào để in phiếu.", todo="Đưa hồ sơ vào danh sách xét trước."
        )
    return BallotPaper(
        letterhead=facts.letterhead,
        subject=f"Xét tặng {facts.award_in_full} trong {facts.occasion}",
        session_date=facts.day,
        candidates=tuple(_candidate(row) for row in rows),
        copies=max(facts.results.body.voters or facts.results.body.members, 1),
        secret=facts.sitting.form == "secret",
        mark=SAMPLE_MARK if facts.office.sample else "",
    )


def _candidate(row: ResultRow) -> Candidate:
    return Candidate(
        ordinal=row.ordinal,
        name=row.name,
        kind=row.kind,
        post=row.post,
        unit=row.unit,
        achievement=row.achievement,
        award=row.award_name,
    )


# --- The tally ---------------------------------------------------------------------------------


def tally_paper(session: Session, council_session_id: str) -> TallyPaper:
    """Return the facts of the minutes of the tally. Raises NotAllowed while rows are open."""
    facts = _Facts(session, council_session_id)
    return TallyPaper(
        letterhead=facts.letterhead,
        subject=f"xét tặng {facts.award_in_full} trong {facts.occasion}",
        started=facts.started,
        ended=facts.at(facts.sitting.ends),
        place=facts.sitting.place,
        team=_team(facts.sitting.tellers),
        result=_tally(facts),
        mark=facts.mark,
    )


def _team(tellers: Sequence[str]) -> tuple[Attendee, ...]:
    named = tuple(tellers) or (OPEN_NAME,) * 3
    roles = (*_TEAM_ROLES, *("Tổ viên",) * len(named))
    return tuple(Attendee(name=name, role=role) for name, role in zip(named, roles, strict=False))


def _tally(facts: _Facts) -> TallyResult:
    state = facts.results
    if state.threshold is None:
        raise NotAllowed(
            "Chưa chọn ngưỡng đạt nên chưa có kết quả để lập biên bản.",
            todo="Chọn ngưỡng ở bước Kết quả phiếu.",
        )
    unfinished = [*state.ballots, *(row.tally.issue for row in state.rows if row.tally.issue)]
    if unfinished or not state.rows:
        first = unfinished[0].message if unfinished else "Phiên họp chưa có hồ sơ nào để xét."
        raise NotAllowed(f"Chưa lập được biên bản. {first}", todo="Nhập đủ kết quả phiếu trước.")
    body = state.body
    return TallyResult(
        members=body.members,
        present=body.present,
        issued=body.issued or 0,
        returned=body.returned or 0,
        valid=body.valid or 0,
        invalid=body.invalid or 0,
        base=_base(state),
        threshold=state.threshold.words,
        rows=tuple(_row(state, row) for row in state.rows),
        remarks=_remarks(facts),
    )


def _base(state: Results) -> str:
    words = state.base_words
    if state.session.denominator == "present" and state.body.written:
        return f"{words} và gửi ý kiến bằng văn bản"
    return words


def _row(state: Results, row: ResultRow) -> TallyRow:
    usual = {"total": state.body.members, "present": state.body.voters}
    base = row.tally.base
    other_base = base != usual.get(state.session.denominator, state.body.valid)
    return TallyRow(
        candidate=_candidate(row),
        agree=row.vote.agree or 0,
        disagree=row.vote.disagree or 0,
        other=row.vote.other or 0,
        rate=in_percent(row.rate),
        passed=row.passed,
        selected=row.chosen,
        note=f"Tính trên {base}" if other_base else "",
    )


def _remarks(facts: _Facts) -> tuple[str, ...]:
    state = facts.results
    remarks: list[str] = []
    if state.body.written:
        remarks.append(
            f"{state.body.written:02d} thành viên vắng mặt gửi ý kiến bằng văn bản, đã tính vào "
            "số phiếu"
        )
    if state.session.own_item_excluded:
        remarks += [
            f"{row.name} là thành viên Hội đồng, không bỏ phiếu cho bản thân"
            for row in state.rows
            if row.own_member
        ]
    remarks += [_tie_remark(facts, group) for group in state.groups if group.proposal.tie]
    return tuple(remark for remark in remarks if remark)


def _tie_remark(facts: _Facts, group: GroupResult) -> str:
    """Return who was tied and by which rule who was chosen; nothing where all of them were."""
    tie = group.proposal.tie
    if tie is None:
        return ""
    tied = [row for row in group.rows if row.id in tie.ids]
    winners = [row for row in tied if row.chosen]
    if not winners or len(winners) == len(tied):
        return ""
    names = ", ".join(row.name for row in tied)
    chosen = ", ".join(row.name for row in winners)
    rule = facts.results.tie_rule
    if all(row.decider == "standing" for row in winners):
        rules = dict.fromkeys(row.rank_rule for row in winners if row.rank_rule)
        because = f" ({'; '.join(rules)})" if rules else ""
        how = f"xét thứ hạng theo điểm{because}, chọn {chosen}"
    elif rule is not None and all(row.decider == "women" for row in winners):
        favoured = f"tập thể có từ {rule.female_percent}% nữ trở lên"
        first = favoured if group.kind == "collective" else "nữ"
        how = f"ưu tiên {first} theo {rule.source.text}, chọn {chosen}"
    else:
        how = f"Hội đồng chọn {chosen}"
    return f"{names} bằng tỷ lệ ở vị trí thứ {tie.position}: {how}"


# --- Minutes -----------------------------------------------------------------------------------


def minutes_paper(session: Session, council_session_id: str) -> MinutesPaper:
    """Return the facts of the minutes. Raises NotAllowed while rows are open."""
    facts = _Facts(session, council_session_id)
    tally = _tally(facts)
    seats = facts.results.seats
    return MinutesPaper(
        letterhead=facts.letterhead,
        number=DocumentNumber(symbol=MINUTES_SYMBOL, dated=facts.day),
        subject=(
            f"Họp Hội đồng Thi đua - Khen thưởng {facts.office.commune} xét, đề nghị khen thưởng "
            f"năm {facts.around.year}"
        ),
        started=facts.started,
        ended=facts.at(facts.sitting.ends),
        place=facts.sitting.place,
        members=tuple(_attendee(seat) for seat in seats),
        chair=_chair(seats),
        secretary=_secretary(seats),
        course=_course(facts),
        vote_form=FORM_WORDS[facts.sitting.form],
        result=tally,
        award=facts.award_in_full,
        achievement=f"đã có thành tích xuất sắc trong {as_movement(facts.movement)}",
        period=_period(facts),
        proposed=_proposed(facts),
        over_quota_reason=facts.sitting.over_quota_reason,
        distribution=_distribution(facts.office),
        mark=facts.mark,
    )


def _attendee(seat: SeatRow) -> Attendee:
    return Attendee(
        name=seat.name,
        role=seat.role_words,
        post=seat.post,
        present=seat.present,
        reason="gửi ý kiến bằng văn bản" if seat.written else "",
    )


def _chair(seats: Sequence[SeatRow]) -> Attendee:
    """Return who presided: the chair, or the first deputy present."""
    for role in ("chair", "vice_chair"):
        for seat in seats:
            if seat.member.role == role and seat.present:
                return _attendee(seat)
    raise NotAllowed(
        "Chủ tịch và Phó Chủ tịch Hội đồng đều chưa được ghi có mặt.",
        todo="Điểm danh người chủ trì ở bước Thành phần.",
    )


def _secretary(seats: Sequence[SeatRow]) -> Attendee:
    for seat in seats:
        if seat.member.role == "secretary" and seat.present:
            return _attendee(seat)
    return Attendee(name=OPEN_NAME, role="Thư ký")


def _course(facts: _Facts) -> tuple[str, ...]:
    """Return what was looked at, then what the officer wrote down of the discussion."""
    groups = facts.results.groups
    kinds = [row.kind for row in facts.results.rows]
    looked = f"Hội đồng xem xét hồ sơ đề nghị khen thưởng của {counts(counted(kinds))}."
    limits = [
        f"{group.title.lower()} {group.limit_words}"
        for group in groups
        if any(state.limit is not None for state in group.quotas)
    ]
    planned = [f"Số lượng theo Kế hoạch: {', '.join(limits)}."] if limits else []
    written = [line for line in facts.sitting.discussion.split("\n") if line.strip()]
    return (looked, *planned, *written)


def _proposed(facts: _Facts) -> tuple[Recipient, ...]:
    """Return those proposed in the order of the decision: kind, then name."""
    names = facts.checker.recipients
    found = [
        (facts.session.store.get(Nomination, row.nomination_id), row)
        for row in facts.results.chosen
    ]
    found.sort(key=lambda pair: ceremony_key(pair[0].kind, names.name(pair[0])))
    return tuple(
        Recipient(
            ordinal=ordinal,
            name=row.name,
            kind=row.kind,
            post=row.post,
            unit=row.unit,
            achievement=row.achievement,
            award=row.award_name,
        )
        for ordinal, (_, row) in enumerate(found, start=1)
    )


def _period(facts: _Facts) -> str:
    chosen = [
        facts.session.store.get(Nomination, row.nomination_id) for row in facts.results.chosen
    ]
    dated = [item for item in chosen if item.period_from]
    if not dated:
        return f"năm {facts.around.year}"
    return period_words(
        min(item.period_from for item in dated),
        max(item.period_to or item.period_from for item in dated),
    )


def _distribution(office: Office) -> tuple[str, ...]:
    return ("Các thành viên Hội đồng", f"Lưu: VT, {office.standing_symbol}")
