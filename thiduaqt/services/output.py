"""Files of a decision: made from the records, written whole, never over a hand-edited one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from thiduaqt.documents import make
from thiduaqt.documents.files import file_hash, file_name, write_document
from thiduaqt.domain.errors import NotAllowed, NotFound
from thiduaqt.domain.records import Decision, MadeDocument
from thiduaqt.services import council_papers, list_papers, papers
from thiduaqt.services.session import Session

PaperKind = Literal[
    "ballots", "tally", "minutes", "submission", "decision", "nominations", "payment", "register"
]
TITLES: dict[PaperKind, str] = {
    "ballots": "Phiếu bầu",
    "tally": "Biên bản kiểm phiếu",
    "minutes": "Biên bản họp Hội đồng",
    "submission": "Tờ trình",
    "decision": "Quyết định",
    "nominations": "Danh sách đề nghị",
    "payment": "Danh sách chi tiền thưởng",
    "register": "Sổ khen thưởng",
}
COUNCIL_KINDS: tuple[PaperKind, ...] = ("ballots", "tally", "minutes")
DECISION_KINDS: tuple[PaperKind, ...] = ("submission", "decision", "payment", "register")
ALL_KINDS: tuple[PaperKind, ...] = tuple(TITLES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A file that was written. ``kept_old``: an edited one was there and stayed as it was."""

    kind: PaperKind
    title: str
    path: Path
    kept_old: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperState:
    """A paper of a decision as it stands: never made, up to date, outdated, edited by hand."""

    kind: PaperKind
    title: str
    path: Path | None
    state: Literal["missing", "current", "outdated", "edited"]


def make_papers(
    session: Session,
    decision_id: str,
    folder: Path,
    kinds: tuple[PaperKind, ...] = ALL_KINDS,
    *,
    progress: Callable[[int, int, str], None] | None = None,
) -> tuple[Made, ...]:
    """Make papers of a decision into ``folder`` and remember what was written.

    ``progress`` gets (done, all, title) and may raise Cancelled. Raises UserError where the
    folder cannot be written.
    """
    decision = session.store.get(Decision, decision_id)
    made: list[Made] = []
    for done, kind in enumerate(kinds):
        if progress:
            progress(done, len(kinds), TITLES[kind])
        made.append(_make(session, decision, folder, kind))
    return tuple(made)


def make_council_papers(
    session: Session, council_session_id: str, folder: Path, kinds: tuple[PaperKind, ...]
) -> tuple[Made, ...]:
    """Make papers of a council session before there is a decision (ballots, minutes)."""
    return tuple(
        _write(
            session, council_session_id, folder, kind, _council(session, council_session_id, kind)
        )
        for kind in kinds
    )


def _make(session: Session, decision: Decision, folder: Path, kind: PaperKind) -> Made:
    owner = decision.session_id if kind in COUNCIL_KINDS else decision.id
    return _write(session, owner or decision.id, folder, kind, _content(session, decision, kind))


def _content(session: Session, decision: Decision, kind: PaperKind) -> tuple[Any, bytes]:
    if kind in COUNCIL_KINDS:
        if not decision.session_id:
            raise NotAllowed("Quyết định này không gắn với phiên họp nào.")
        return _council(session, decision.session_id, kind)
    if kind == "submission":
        submission = papers.submission_paper(session, decision.id)
        return submission, make.make_submission(submission)
    if kind == "decision":
        paper = papers.decision_paper(session, decision.id)
        return paper, make.make_decision(paper)
    if kind == "payment":
        payment = papers.payment_paper(session, decision.id)
        return payment, make.make_payment(payment)
    if kind == "register":
        entries = list_papers.register_paper(session, decision.id)
        return entries, make.make_register(entries)
    sheet = list_papers.nominations_paper(session, decision.round_id)
    return sheet, make.make_sheet(sheet)


def _council(session: Session, council_session_id: str, kind: PaperKind) -> tuple[Any, bytes]:
    if kind == "ballots":
        ballots = council_papers.ballot_paper(session, council_session_id)
        return ballots, make.make_ballots(ballots)
    if kind == "tally":
        tally = council_papers.tally_paper(session, council_session_id)
        return tally, make.make_tally(tally)
    minutes = council_papers.minutes_paper(session, council_session_id)
    return minutes, make.make_minutes(minutes)


def _write(
    session: Session, owner_id: str, folder: Path, kind: PaperKind, content: tuple[Any, bytes]
) -> Made:
    facts, file_content = content
    suffix = ".xlsx" if kind in ("nominations", "payment", "register") else ".docx"
    path = folder / file_name(TITLES[kind], suffix)
    known = _last(session, owner_id, kind, path)
    written = write_document(path, file_content, known.sha256 if known else None)
    record = known or MadeDocument(id=session.new_id(), owner_id=owner_id, kind=kind)
    record = replace(
        record,
        path=str(written.path),
        sha256=written.sha256,
        facts_sha256=_facts_hash(facts),
        made_at=session.now(),
    )
    with session.store.transaction(
        f"Tạo {TITLES[kind]}", actor=session.actor, undoable=False
    ) as writing:
        writing.put(record)
    return Made(kind=kind, title=TITLES[kind], path=written.path, kept_old=written.kept_old)


def _last(session: Session, owner_id: str, kind: str, path: Path) -> MadeDocument | None:
    found = session.store.all(MadeDocument, owner_id=owner_id, kind=kind, path=str(path))
    return found[-1] if found else None


def _facts_hash(facts: object) -> str:
    """Return a hash of what a paper says, to see later whether the records have moved on."""
    return hashlib.sha256(repr(facts).encode()).hexdigest()


def states(session: Session, decision_id: str) -> tuple[PaperState, ...]:
    """Return how the papers of a decision stand against the records and the files on disk."""
    decision = session.store.get(Decision, decision_id)
    return tuple(_state(session, decision, kind) for kind in DECISION_KINDS)


def _state(session: Session, decision: Decision, kind: PaperKind) -> PaperState:
    found = session.store.all(MadeDocument, owner_id=decision.id, kind=kind)
    title = TITLES[kind]
    if not found:
        return PaperState(kind=kind, title=title, path=None, state="missing")
    last = max(found, key=lambda item: item.made_at)
    path = Path(last.path)
    on_disk = file_hash(path)
    if on_disk is None:
        return PaperState(kind=kind, title=title, path=None, state="missing")
    if on_disk != last.sha256:
        return PaperState(kind=kind, title=title, path=path, state="edited")
    fresh = _facts_hash(_facts(session, decision, kind)) == last.facts_sha256
    return PaperState(kind=kind, title=title, path=path, state="current" if fresh else "outdated")


def _facts(session: Session, decision: Decision, kind: PaperKind) -> object:
    gather: dict[str, Callable[[Session, str], object]] = {
        "submission": papers.submission_paper,
        "decision": papers.decision_paper,
        "payment": papers.payment_paper,
        "register": list_papers.register_paper,
    }
    if kind not in gather:
        raise NotFound(f"Không có loại văn bản “{kind}”.")
    return gather[kind](session, decision.id)
