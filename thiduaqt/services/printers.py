"""What is known about each printer: how far it misses, measured on a test sheet."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from thiduaqt.domain.calibration import Fault, check
from thiduaqt.domain.changes import Changes
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.records import Calibration
from thiduaqt.services.session import Session


def fault_of(session: Session, printer: str, tray: str, blank: str) -> Fault | None:
    """Return the measured fault of a printer with a tray and a blank; None: never calibrated."""
    found = _calibration(session, printer, tray, blank)
    if found is None:
        return None
    return Fault(
        right_mm=float(found.dx),
        down_mm=float(found.dy),
        scale_percent=float(found.scale),
        turn_degrees=float(found.rotation),
    )


def save_fault(session: Session, printer: str, tray: str, blank: str, fault: Fault) -> Changes:
    """Keep the measured fault of a printer. Raises NotAllowed for an implausible one."""
    issues = check(fault)
    if issues:
        raise NotAllowed(issues[0].message, data="Căn chỉnh cũ được giữ nguyên.")
    known = _calibration(session, printer, tray, blank)
    record = known or Calibration(id=session.new_id(), printer=printer, tray=tray, blank=blank)
    with session.store.transaction(f"Căn chỉnh máy in {printer}", actor=session.actor) as writing:
        writing.put(
            replace(
                record,
                dx=_text(fault.right_mm),
                dy=_text(fault.down_mm),
                scale=_text(fault.scale_percent),
                rotation=_text(fault.turn_degrees),
            )
        )
    return session.store.last_changes()


def _calibration(session: Session, printer: str, tray: str, blank: str) -> Calibration | None:
    found = session.store.all(Calibration, printer=printer, tray=tray, blank=blank)
    return found[-1] if found else None


def _text(value: float) -> str:
    return format(Decimal(str(round(value, 4))).normalize(), "f")
