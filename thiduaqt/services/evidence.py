"""Evidence of a nomination: files attached to a criterion or a dossier paper."""

from __future__ import annotations

from pathlib import Path

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.records import Evidence
from thiduaqt.domain.text import clean
from thiduaqt.services.nominations import open_nomination
from thiduaqt.services.session import Session
from thiduaqt.storage import attachments


def of_nomination(session: Session, nomination_id: str) -> tuple[Evidence, ...]:
    """Return the files attached to a nomination, oldest first."""
    return session.store.all(Evidence, nomination_id=nomination_id)


def attach(session: Session, nomination_id: str, for_code: str, source: Path) -> Changes:
    """Attach a file; its content is copied beside the data file. Raises BadFile."""
    kept = attachments.keep(session.path, source)
    with session.store.transaction(f"Gắn tệp {source.name}", actor=session.actor) as writing:
        open_nomination(writing, nomination_id)
        writing.put(
            Evidence(
                id=session.new_id(),
                nomination_id=nomination_id,
                for_code=for_code,
                name=clean(source.name),
                sha256=kept.sha256,
                size=kept.size,
                added_at=session.now(),
            )
        )
    return session.store.last_changes()


def detach(session: Session, evidence_id: str) -> Changes:
    """Take a file off a nomination; its content stays, so that undo can bring it back."""
    with session.store.transaction("Gỡ tệp minh chứng", actor=session.actor) as writing:
        item = writing.get(Evidence, evidence_id)
        open_nomination(writing, item.nomination_id)
        writing.remove(item)
    return session.store.last_changes()


def content_path(session: Session, item: Evidence) -> Path:
    """Return where the content of an attached file lies."""
    return attachments.path_of(session.path, item.sha256)
