"""The facts of lists: the award register, the nominations of a round."""

from __future__ import annotations

from datetime import date

from thiduaqt.domain import dates
from thiduaqt.domain.decisions import period_words
from thiduaqt.domain.papers import (
    SAMPLE_MARK,
    ListColumn,
    RegisterEntry,
    RegisterPaper,
    SheetPaper,
)
from thiduaqt.domain.records import Award, Decision, Movement, Round, Signer
from thiduaqt.services import nominations, register
from thiduaqt.services.papers import as_movement, day_of, letterhead
from thiduaqt.services.session import Session


def register_paper(session: Session, decision_id: str | None = None) -> RegisterPaper:
    """Return the facts of the award register; of one decision where it is named."""
    rows = register.listing(session, decision_id)
    signers = {item.id: item.signer for item in session.store.all(Decision)}
    awards = {item.id: item for item in session.store.all(Award)}
    office = session.office()
    return RegisterPaper(
        letterhead=letterhead(office),
        title="SỔ THEO DÕI KHEN THƯỞNG",
        entries=tuple(_entry(row, awards[row.id], signers) for row in rows),
        mark=SAMPLE_MARK if office.sample else "",
    )


def _entry(
    row: register.RegisterRow, award: Award, signers: dict[str, Signer | None]
) -> RegisterEntry:
    signer = signers.get(award.decision_id or "")
    return RegisterEntry(
        ordinal=row.ordinal,
        name=row.name,
        kind=row.kind,
        unit=row.detail,
        award=row.award_name,
        movement=row.movement,
        achievement=row.achievement,
        period=period_words(award.period_from, award.period_to),
        decision_number=row.decision_number,
        decision_date=date.fromisoformat(row.decision_date),
        signer=signer.name if signer else "",
        money=row.money,
        handed_over=day_of(award.handed_over),
        receiver=award.handed_to,
        revocation=award.correction if award.state == "revoked" else "",
    )


_LIST_COLUMNS = (
    ListColumn(title="TT", kind="center", width=6),
    ListColumn(title="Họ và tên / Tên tập thể", width=30),
    ListColumn(title="Năm sinh", kind="center", width=12),
    ListColumn(title="Chức vụ", width=24),
    ListColumn(title="Đơn vị", width=26),
    ListColumn(title="Tóm tắt thành tích", width=44),
    ListColumn(title="Hình thức đề nghị", width=16),
    ListColumn(title="Kiểm tra điều kiện", width=20),
    ListColumn(title="Trạng thái", width=20),
)


def nominations_paper(session: Session, round_id: str) -> SheetPaper:
    """Return the list of nominations as it is seen; ID numbers are never in it."""
    around = session.store.get(Round, round_id)
    movement = session.store.get(Movement, around.movement_id)
    office = session.office()
    rows = tuple(
        (
            str(row.ordinal),
            row.display,
            dates.PartialDate.from_value(row.birth).display() if row.birth else "",
            row.post,
            row.unit_name,
            row.achievement,
            row.award_name,
            row.check_words,
            row.state_words,
        )
        for row in nominations.listing(session, round_id)
    )
    return SheetPaper(
        letterhead=letterhead(office),
        title="DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG",
        subtitle=f"{around.name}, {as_movement(movement)}",
        columns=_LIST_COLUMNS,
        rows=rows,
        mark=SAMPLE_MARK if office.sample else "",
    )
