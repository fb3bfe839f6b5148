"""The award register: every award with its ordinal; corrected or revoked, never overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.decisions import register_number
from thiduaqt.domain.errors import NotAllowed, NotFound
from thiduaqt.domain.plan import RecipientKind
from thiduaqt.domain.records import Award, AwardState, Movement
from thiduaqt.domain.text import clean, clean_block
from thiduaqt.domain.wording import short_date
from thiduaqt.services.editing import fit
from thiduaqt.services.session import Session

STATE_WORDS = {"awarded": "Còn hiệu lực", "corrected": "Đã đính chính", "revoked": "Đã thu hồi"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One line of the register as it is shown. ``ordinal`` is the số sổ vàng as printed ("02")."""

    id: str
    decision_id: str
    ordinal: str
    place: int
    name: str
    kind: RecipientKind
    detail: str
    award_name: str
    movement: str
    achievement: str
    decision_number: str
    decision_date: str
    year: str
    money: int
    handed_over: str
    handed_to: str
    state: str
    state_words: str
    correction: str


def listing(session: Session, decision_id: str | None = None) -> tuple[RegisterRow, ...]:
    """Return the register by date of decision and ordinal; of one decision where it is named."""
    titles = {item.id: item.short_name or item.title for item in session.store.all(Movement)}
    rules = session.rulebook()
    found = [
        award for award in session.store.all(Award) if decision_id in (None, award.decision_id)
    ]
    found.sort(key=lambda award: (award.decision_date, award.decision_number, award.ordinal))
    rows = []
    for award in found:
        try:
            name = rules.award(award.award).name
        except NotFound:
            name = award.award
        rows.append(
            RegisterRow(
                id=award.id,
                decision_id=award.decision_id or "",
                ordinal=register_number(award.ordinal),
                place=award.ordinal,
                name=award.name,
                kind=award.kind,
                detail=award.detail,
                award_name=name,
                movement=titles.get(award.movement_id or "", ""),
                achievement=award.achievement,
                decision_number=award.decision_number,
                decision_date=award.decision_date,
                year=award.decision_date[:4],
                money=award.money,
                handed_over=award.handed_over,
                handed_to=award.handed_to,
                state=award.state,
                state_words=STATE_WORDS[award.state],
                correction=award.correction,
            )
        )
    return tuple(rows)


def hand_over(session: Session, award_id: str, *, day: str, receiver: str) -> Changes:
    """Note that an award was handed over, on which day and to whom."""
    return hand_over_many(session, [award_id], day=day, receiver=receiver)


def hand_over_many(
    session: Session,
    award_ids: Sequence[str],
    *,
    day: str | None = None,
    receiver: str | None = None,
) -> Changes:
    """Note for several awards, as one step, when and to whom they went; None leaves as it is.

    Raises BadValue for a text that is no date.
    """
    with session.store.transaction("Ghi việc trao thưởng", actor=session.actor) as writing:
        for award_id in award_ids:
            award = writing.get(Award, award_id)
            if day is not None:
                award = replace(award, handed_over=fit("handed_over", day))
            if receiver is not None:
                award = replace(award, handed_to=clean(receiver))
            writing.put(award)
    return session.store.last_changes()


def correct(session: Session, award_id: str, *, correction: str) -> Changes:
    """Note a correction (đính chính) below earlier ones; what was printed stays as it is.

    Raises NotAllowed without words, and for an award that was revoked.
    """
    return _mark(session, award_id, "corrected", correction)


def revoke(session: Session, award_id: str, *, reason: str) -> Changes:
    """Revoke an award (Decree 152/2025, article 58): the line stays, its ordinal is not reused.

    Raises NotAllowed without a reason, and for an award that was revoked already.
    """
    return _mark(session, award_id, "revoked", reason)


_NOTES: dict[AwardState, str] = {"corrected": "Đính chính", "revoked": "Thu hồi"}


def _mark(session: Session, award_id: str, state: AwardState, text: str) -> Changes:
    words = clean_block(text)
    if not words:
        raise NotAllowed("Chưa ghi nội dung hoặc lý do.", todo="Ghi rõ văn bản và lý do.")
    note = f"{_NOTES[state]} {short_date(session.today())}: {words}"
    with session.store.transaction(f"{_NOTES[state]} khen thưởng", actor=session.actor) as writing:
        award = writing.get(Award, award_id)
        if award.state == "revoked":
            raise NotAllowed(
                f"Khen thưởng của {award.name} đã thu hồi nên không ghi thêm được.",
                todo="Nếu thu hồi nhầm, dùng Hoàn tác trong menu Sửa.",
            )
        notes = "\n".join(part for part in (award.correction, note) if part)
        writing.put(replace(award, state=state, correction=notes))
    return session.store.last_changes()


def gaps(session: Session, decision_id: str) -> tuple[int, ...]:
    """Return the ordinals missing from one decision (none, if all is well)."""
    held = {award.ordinal for award in session.store.all(Award, decision_id=decision_id)}
    return tuple(number for number in range(1, max(held, default=0) + 1) if number not in held)
