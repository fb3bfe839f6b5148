"""The result locked, or refused with everything in the way; opened again with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.records import CouncilSession, Decision, Nomination, Vote
from thiduaqt.domain.text import clean_block
from thiduaqt.services.council_reading import own_items_of, own_seat, results
from thiduaqt.services.council_results import GroupResult, ResultRow, Results
from thiduaqt.services.council_sittings import open_sitting
from thiduaqt.services.session import Session
from thiduaqt.storage.transaction import Transaction

_SHOWN = 3


class NotReady(NotAllowed):
    """A result that cannot be locked yet; ``issues`` name everything in the way."""

    code = "NOT_READY"

    def __init__(self, issues: Sequence[Issue]) -> None:
        self.issues = tuple(issues)
        more = len(self.issues) - _SHOWN
        words = [issue.message for issue in self.issues[:_SHOWN]]
        if more > 0:
            words.append(f"Còn {more} mục khác.")
        super().__init__(
            f"Chưa chốt được kết quả. {' '.join(words)}",
            todo="Sửa các mục này rồi chốt lại.",
            data="Số phiếu đã nhập được giữ nguyên.",
        )


def problems(state: Results, *, over_quota_reason: str = "") -> tuple[Issue, ...]:
    """Return what stands in the way of locking (error) and what to look at first (review)."""
    reason = over_quota_reason or state.session.over_quota_reason
    found = [*_session_problems(state), *state.ballots]
    found += [row.tally.issue for row in state.rows if row.tally.issue is not None]
    told: set[str] = set()
    for group in state.groups:
        if not reason:
            found += [
                _error("OVER_QUOTA", words, field=group.key)
                for words in group.over_sentences
                if words not in told
            ]
            told.update(group.over_sentences)
        if group.tie is not None and group.decided:
            found.append(_error("TIE", tie_sentence(group), field=group.key))
        found += _passed_over(group)
        found += [
            Issue(code="BELOW_RANGE", severity="review", message=words, field=group.key)
            for words in _too_few(group)
        ]
    if state.threshold is not None and not state.session.rule_source:
        words = "Chưa ghi căn cứ của ngưỡng đạt."
        found.append(Issue(code="NO_SOURCE", severity="review", message=words, field="rule"))
    found += [
        Issue(
            code="UNCONFIRMED",
            severity="review",
            field=part,
            message=f"Cần kiểm tra: {source.text}.",
            source=source.text,
        )
        for part, source in state.doubts
    ]
    return tuple(found)


def _session_problems(state: Results) -> list[Issue]:
    found: list[Issue] = []
    if not state.rows:
        found.append(_error("NOBODY", "Phiên họp chưa có hồ sơ nào để xét."))
    if len(state.session.held_on) != len("2026-12-04"):
        found.append(_error("NO_DATE", "Chưa có ngày họp (đủ ngày, tháng, năm).", field="held_on"))
    if not state.seats:
        found.append(_error("NO_MEMBERS", "Chưa có thành viên Hội đồng.", field="members"))
    elif not any(seat.marked for seat in state.seats):
        found.append(_error("NO_ATTENDANCE", "Chưa điểm danh thành viên.", field="attendance"))
    elif state.quorum.sentence:
        found.append(_error("QUORUM", state.quorum.sentence, field="attendance"))
    if state.threshold is None:
        found.append(_error("NO_RULE", "Chưa chọn ngưỡng đạt nên chưa có kết quả.", field="rule"))
    return found


def tie_sentence(group: GroupResult) -> str:
    """Return who is tied for what, and what the Council has to do."""
    tie = group.tie or group.proposal.tie
    if tie is None:
        return ""
    names = [row.name for row in group.rows if row.id in tie.ids]
    missing = [row.name for row in group.rows if row.id in tie.unknown]
    fact = "tỷ lệ nữ" if group.kind == "collective" else "giới tính"
    why = f" Chưa ghi {fact} của {', '.join(missing)}." if missing else ""
    return (
        f"{', '.join(names)} bằng tỷ lệ ở vị trí thứ {tie.position}.{why} "
        f"Hội đồng chọn {tie.seats}."
    )


def _passed_over(group: GroupResult) -> list[Issue]:
    chosen = group.chosen
    if not chosen:
        return []
    lowest = min(row.rate for row in chosen)
    higher = [row.name for row in group.passed if not row.chosen and row.rate > lowest]
    if not higher:
        return []
    words = f"{', '.join(higher)} có tỷ lệ cao hơn người được chọn nhưng không được chọn."
    return [Issue(code="PASSED_OVER", severity="review", message=words, field=group.key)]


def _too_few(group: GroupResult) -> list[str]:
    """Return what is missing to the least number of a range."""
    return [state.short_sentence for state in group.quotas if state.short_sentence]


def _error(code: str, message: str, *, field: str = "") -> Issue:
    return Issue(code=code, severity="error", message=message, field=field)


def lock(session: Session, session_id: str, *, over_quota_reason: str = "") -> Changes:
    """Lock the result: verdicts go to the nominations, the chosen keep the rule that decided.

    Raises NotReady with everything in the way: rows that do not add up, no quorum, no threshold,
    an undecided tie, more chosen than the plan allows without ``over_quota_reason``.
    """
    with session.store.transaction("Chốt kết quả phiên họp", actor=session.actor) as writing:
        sitting = open_sitting(writing, session_id)
        state = results(session, session_id)
        reason = clean_block(over_quota_reason) or sitting.over_quota_reason
        blocking = [
            issue
            for issue in problems(state, over_quota_reason=reason)
            if issue.severity == "error"
        ]
        if blocking:
            raise NotReady(blocking)
        over = any(group.over for group in state.groups)
        for group in state.groups:
            for row in group.rows:
                _settle(session, writing, state, group, row)
        writing.put(replace(sitting, state="locked", over_quota_reason=reason if over else ""))
    return session.store.last_changes()


def _settle(
    session: Session, writing: Transaction, state: Results, group: GroupResult, row: ResultRow
) -> None:
    nomination = writing.get(Nomination, row.nomination_id)
    writing.put(replace(nomination, state="passed" if row.passed else "failed"))
    decider: str = row.decider or ""
    if row.chosen and decider == "passed":
        decider = group.proposal.chosen.get(row.id, "over_quota")
    own = own_seat(state.seats, nomination)
    own_items = own_items_of(state.session, row.vote, own)
    writing.put(replace(row.vote, chosen=row.chosen, chosen_by=decider, own_items=own_items))


def reopen(session: Session, session_id: str, reason: str) -> Changes:
    """Open a locked result again; the reason is kept. Raises NotAllowed.

    Not once a decision rests on it: that has to be opened first.
    """
    text = clean_block(reason)
    if not text:
        raise NotAllowed("Chưa ghi lý do mở lại kết quả.", todo="Ghi lý do.")
    issued = session.store.all(Decision, session_id=session_id, state="issued")
    if issued:
        raise NotAllowed(
            f"Quyết định {issued[0].number} đã ban hành theo kết quả này.",
            todo="Mở lại quyết định trước.",
        )
    with session.store.transaction("Mở lại kết quả phiên họp", actor=session.actor) as writing:
        sitting = writing.get(CouncilSession, session_id)
        if sitting.state == "draft":
            raise NotAllowed("Kết quả phiên họp này chưa chốt.", todo="Sửa trực tiếp.")
        for vote in session.store.all(Vote, session_id=session_id):
            nomination = writing.get(Nomination, vote.nomination_id)
            writing.put(replace(nomination, state="in_session"))
        writing.put(replace(sitting, state="draft", reopened_reason=text))
    return session.store.last_changes()
