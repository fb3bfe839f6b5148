"""Bundles: made for another office, read from another office. The parts are in ``sending`` and
``receiving``; screens and commands use these names."""

from __future__ import annotations

from pathlib import Path

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.records import BundleLog, HeldRecord
from thiduaqt.domain.travel import BundleInfo, Purpose
from thiduaqt.services import receiving, sending
from thiduaqt.services.desk import Item
from thiduaqt.services.receiving import BundlePreview
from thiduaqt.services.sending import Contents, Exported
from thiduaqt.services.session import Session
from thiduaqt.services.travel_words import FieldChange

__all__ = ["BundleInfo", "BundlePreview", "Contents", "Exported", "FieldChange", "Item", "Purpose"]

SUFFIX = ".tdq"


def export_bundle(
    session: Session,
    *,
    purpose: Purpose,
    movement_id: str,
    round_id: str,
    recipient_name: str,
    path: Path,
) -> Exported:
    """Write a bundle of one round for one recipient; the file appears only once proven whole.

    ``path`` may be a folder: the file then gets its own name. Raises NotAllowed where there is
    nothing to send or no recipient, and StoreError where the place cannot be written.
    """
    order = sending.Order(
        purpose=purpose, movement_id=movement_id, round_id=round_id, recipient=recipient_name
    )
    if path.is_dir():
        path = path / sending.suggested_name(session, order)
    return sending.export(session, order, path)


def contents(
    session: Session, *, purpose: Purpose, movement_id: str, round_id: str, recipient_name: str
) -> Contents:
    """Tell what a bundle would hold; writes nothing. Raises NotAllowed where there is nothing."""
    order = sending.Order(
        purpose=purpose, movement_id=movement_id, round_id=round_id, recipient=recipient_name
    )
    return sending.contents(session, order)


def suggested_name(
    session: Session, *, purpose: Purpose, movement_id: str, round_id: str, recipient_name: str
) -> str:
    """Return the file name a bundle would get: ASCII, at most 80 characters."""
    order = sending.Order(
        purpose=purpose, movement_id=movement_id, round_id=round_id, recipient=recipient_name
    )
    return sending.suggested_name(session, order)


def inspect_bundle(path: Path) -> BundleInfo:
    """Read and check a bundle without any data file. Raises BadFile with a sentence."""
    return receiving.inspect(path)


def preview_bundle(
    session: Session, path: Path, *, accept_deletions: bool = False
) -> BundlePreview:
    """Tell what taking in a bundle would do to each record; writes nothing. Raises BadFile."""
    return receiving.preview(session, path, accept_deletions=accept_deletions)


def agree_to_deletions(session: Session, shown: BundlePreview, *, accept: bool) -> BundlePreview:
    """Return the preview with the sender's withdrawals agreed to, or not."""
    return receiving.with_deletions(session, shown, accept=accept)


def apply_bundle(session: Session, preview: BundlePreview) -> Changes:
    """Take in a bundle as it was shown, in one transaction and one undo step.

    A file taken in before changes nothing; the label of the result says when it was. Raises
    NotAllowed where the data changed since the preview, StoreError where nothing can be written.
    """
    return receiving.apply(session, preview)


def sent(session: Session) -> tuple[BundleLog, ...]:
    """Return the bundles written so far, newest first."""
    return sending.sent(session)


def received(session: Session) -> tuple[BundleLog, ...]:
    """Return the bundles taken in so far, newest first."""
    return receiving.received(session)


def kept_aside(session: Session) -> tuple[HeldRecord, ...]:
    """Return the records of bundles that wait, are unfit, or of which there are two branches."""
    return receiving.waiting(session)
