"""What is checked before the result is locked: the card of answers, and what stands in the way."""

from __future__ import annotations

from collections.abc import Sequence

from thiduaqt.domain.issues import Issue
from thiduaqt.domain.wording import short_date
from thiduaqt.services.council import GroupResult, Results, held_day
from thiduaqt.ui.dialogs import AnswerRow
from thiduaqt.ui.i18n import translate

STEP_OF = {
    "held_on": 0,
    "members": 0,
    "attendance": 0,
}


def step_of(issue: Issue) -> int:
    """Return the step in which an issue can be mended."""
    if issue.code == "NOBODY":
        return 1
    return STEP_OF.get(issue.field, 2)


def answer_rows(state: Results, reviews: Sequence[Issue]) -> list[AnswerRow]:
    """Return the facts to be looked at once more, each with its way back."""
    return [
        AnswerRow(label=_tr("Phiên họp"), value=_held(state), key="0"),
        AnswerRow(label=_tr("Thành phần"), value=_there(state), key="0"),
        AnswerRow(label=_tr("Phiếu"), value=_ballots(state), key="2"),
        AnswerRow(label=_tr("Đạt khi"), value=_rule(state), key="2"),
        *(AnswerRow(label=group.title, value=_group(group), key="2") for group in state.groups),
        *_reason(state),
        *(AnswerRow(label=_tr("Cần xem"), value=issue.message, key="2") for issue in reviews),
    ]


def _tr(text: str) -> str:
    return translate("CouncilReview", text)


def _held(state: Results) -> str:
    day = held_day(state.session)
    return ", ".join(
        part for part in (short_date(day) if day else "", state.session.starts) if part
    )


def _there(state: Results) -> str:
    words = _tr("Có mặt {present}/{members} thành viên").format(
        present=state.body.present, members=state.body.members
    )
    if state.body.written:
        words += _tr(", {count} ý kiến bằng văn bản").format(count=state.body.written)
    if state.quorum.need is not None:
        words += _tr(" (cần {need})").format(need=state.quorum.need)
    return words


def _ballots(state: Results) -> str:
    body = state.body
    if state.session.form == "hands":
        return _tr("Biểu quyết, {count} người").format(count=body.valid)
    return _tr(
        "Phát ra {issued}, thu về {returned}, hợp lệ {valid}, không hợp lệ {invalid}"
    ).format(issued=body.issued, returned=body.returned, valid=body.valid, invalid=body.invalid)


def _rule(state: Results) -> str:
    words = state.threshold.words if state.threshold else ""
    where = state.session.rule_source or _tr("chưa ghi căn cứ")
    return f"{words} {state.base_words}. {where}"


def _group(group: GroupResult) -> str:
    words = _tr("Đạt {passed}, chọn {chosen} / {limit}").format(
        passed=len(group.passed), chosen=len(group.chosen), limit=group.limit_words
    )
    tie = group.proposal.tie
    if tie is not None and group.decided:
        names = [row.name for row in group.rows if row.id in tie.ids and row.chosen]
        words += _tr(". Bằng tỷ lệ ở vị trí {place}: {names}").format(
            place=tie.position, names=", ".join(names) or _tr("không ai")
        )
    return words


def _reason(state: Results) -> list[AnswerRow]:
    if not any(group.over for group in state.groups):
        return []
    reason = state.session.over_quota_reason
    return [AnswerRow(label=_tr("Vượt số lượng"), value=reason, key="reason")]
