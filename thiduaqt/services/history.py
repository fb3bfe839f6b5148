"""Undo and redo, named in words."""

from __future__ import annotations

from thiduaqt.domain.changes import Changes
from thiduaqt.services.session import Session
from thiduaqt.storage import journal


def undo(session: Session) -> Changes:
    """Take the last step back. Raises NotAllowed where there is none."""
    return session.store.undo(actor=session.actor)


def redo(session: Session) -> Changes:
    """Do the last undone step again. Raises NotAllowed where there is none."""
    return session.store.redo(actor=session.actor)


def undo_text(session: Session) -> str | None:
    """Return the words of the step that undo would take back."""
    return session.store.undo_labels()[0]


def redo_text(session: Session) -> str | None:
    """Return the words of the step that redo would do again."""
    return session.store.undo_labels()[1]


def of_record(session: Session, record_id: str) -> list[journal.Entry]:
    """Return the newest steps that touched one record, newest first."""
    return journal.history(session.store.connection, record_id)
