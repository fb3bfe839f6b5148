"""Certificates of a decision as one PDF: the same for the screen and for the command line."""

from __future__ import annotations

from pathlib import Path

from thiduaqt.domain.calibration import Fault
from thiduaqt.domain.page import Mode
from thiduaqt.services import certificates
from thiduaqt.services.session import Session
from thiduaqt.ui.printing.fonts import ensure_application, width_mm
from thiduaqt.ui.printing.pdf import Progress, write_pdf
from thiduaqt.ui.printing.pictures import load_pictures


def export_pdf(
    session: Session,
    decision_id: str,
    path: Path,
    *,
    mode: Mode = "full",
    layout: str = "",
    fault: Fault | None = None,
    progress: Progress | None = None,
) -> tuple[certificates.Sheet, ...]:
    """Write all certificates of an issued decision to ``path``; return them.

    Needs no display. Raises NotAllowed where the decision is not in force or a text is too long,
    StoreError where the file cannot be written; then no file appears.
    """
    ensure_application()
    found = certificates.sheets(session, decision_id, mode=mode, measure=width_mm, layout=layout)
    certificates.require_fitting(found)
    write_pdf(
        [sheet.fitted.page for sheet in found],
        path,
        fault,
        pictures=load_pictures(certificates.emblem_file()),
        title=path.stem,
        progress=progress,
    )
    return found
