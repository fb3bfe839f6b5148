"""The blank score sheet of a subject group, for those who score by hand."""

from __future__ import annotations

from pathlib import Path

from thiduaqt.domain.errors import NotFound
from thiduaqt.domain.papers import SAMPLE_MARK
from thiduaqt.domain.plan import RECIPIENT_WORDS
from thiduaqt.domain.records import Movement
from thiduaqt.domain.score_papers import (
    ScoreSheetPaper,
    columns_of,
    conditions_of,
    lines_of,
    signers_of,
    total_of,
)
from thiduaqt.domain.scoring.structure import has_points
from thiduaqt.services.papers import as_movement, letterhead
from thiduaqt.services.session import Session
from thiduaqt.services.target_files import written


def sheet_paper(session: Session, movement_id: str, group_code: str) -> ScoreSheetPaper:
    """Return the facts of the blank sheet of a group. Raises NotFound for a group that is gone."""
    movement = session.store.get(Movement, movement_id)
    group = movement.definition.group(group_code) if movement.definition else None
    if group is None:
        raise NotFound("Nhóm đối tượng này không còn trong phong trào.")
    office = session.office()
    scored = has_points(group)
    kinds = ", ".join(RECIPIENT_WORDS[kind] for kind in group.kinds)
    awards = {kind.code: kind.name for kind in session.rulebook().award_kinds()}
    return ScoreSheetPaper(
        letterhead=letterhead(office),
        title="PHIẾU CHẤM ĐIỂM" if scored else "PHIẾU ĐÁNH GIÁ TIÊU CHÍ",
        about=as_movement(movement),
        group=group.name,
        subject=f"Tên {kinds} được chấm" if scored else f"Tên {kinds} được đánh giá",
        columns=columns_of(group),
        signers=signers_of(group),
        lines=lines_of(group),
        total=total_of(group),
        scored=scored,
        notes=conditions_of(group, awards),
        mark=SAMPLE_MARK if office.sample else "",
    )


def write_sheet(session: Session, path: Path, movement_id: str, group_code: str) -> Path:
    """Write the sheet as ``.docx``. Raises NotFound, WriteFailed, StoreError."""
    from thiduaqt.documents import make  # noqa: PLC0415 - as every file: only when one is made

    return written(path, make.make_score_sheet(sheet_paper(session, movement_id, group_code)))
