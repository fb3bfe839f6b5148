"""The plan as a paper: its paragraphs, those worded anew by hand, the Word file and its state."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from thiduaqt.documents import make as documents
from thiduaqt.documents.files import file_hash, file_name, write_document
from thiduaqt.domain.changes import Changes
from thiduaqt.domain.errors import NotAllowed, NotFound
from thiduaqt.domain.lint.text import Paragraph, PlanText
from thiduaqt.domain.papers import SAMPLE_MARK
from thiduaqt.domain.plan import DOCUMENT_WORDS, ParagraphEdit
from thiduaqt.domain.plan_text import (
    Block,
    ComposedPlan,
    added_key,
    anchor_of,
    lines_of,
)
from thiduaqt.domain.records import MadeDocument, Plan
from thiduaqt.domain.text import clean
from thiduaqt.services.plan_reading import composed, named, words_for
from thiduaqt.services.session import Session

__all__ = [
    "PlanMade",
    "PlanStatus",
    "add_paragraph",
    "composed",
    "edit_paragraph",
    "file_title",
    "keep_edit",
    "lint_input",
    "make",
    "named",
    "outdated_words",
    "paragraphs",
    "restore_paragraph",
    "status",
    "words_for",
]

KIND = "plan"
_SUFFIX = ".docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMade:
    """A plan that was written to ``path``. ``kept`` are files that somebody edited in Word since.

    Those stayed as they were; ``words`` tells the officer which file is whose.
    """

    path: Path
    kept: tuple[Path, ...] = ()

    @property
    def words(self) -> str:
        """What was done, in one or two sentences."""
        made = f"Đã tạo “{self.path.name}” từ dữ liệu."
        if not self.kept:
            return made
        names = ", ".join(f"“{path.name}”" for path in self.kept)
        return f"{made} Tệp {names} đã sửa tay trong Word nên được giữ nguyên."


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStatus:
    """How the paper of a plan stands.

    ``path`` is the file made last, None where none was made or it is gone. ``hand_edited``: it
    was changed in Word since; ``data_changed``: what the data says now reads otherwise.
    ``edited`` are all files of this plan that somebody changed in Word and that are still there.
    ``outdated`` are paragraphs worded anew whose data has changed since, ``lost`` those whose
    place is gone, ``to_check`` paragraphs that are only suggested. ``empty`` names parts that
    print nothing, ``unprinted`` data that no part prints.
    """

    path: Path | None = None
    made_at: str = ""
    hand_edited: bool = False
    edited: tuple[Path, ...] = ()
    data_changed: bool = False
    outdated: tuple[Block, ...] = ()
    lost: tuple[ParagraphEdit, ...] = ()
    to_check: tuple[Block, ...] = ()
    empty: tuple[str, ...] = ()
    unprinted: tuple[str, ...] = ()


# --- Reading -----------------------------------------------------------------------------------


def paragraphs(session: Session, plan_id: str) -> tuple[Block, ...]:
    """Return the paragraphs in reading order, those left out among them, each with its state."""
    return composed(session, plan_id).blocks


def lint_input(session: Session, plan_id: str) -> PlanText:
    """Return the plan as the checks of a document read it."""
    found = lines_of(composed(session, plan_id))
    return PlanText.of(Paragraph(text=line.text, part=line.part) for line in found)


# --- Wording by hand ---------------------------------------------------------------------------


def edit_paragraph(session: Session, plan_id: str, key: str, text: str) -> Changes:
    """Word a paragraph anew; an empty text leaves it out, with all that stands under a heading.

    What the data gives is kept beside it, so that it is seen when the data changes. A text equal
    to that of the data drops the edit. Raises NotFound for an unknown key, NotAllowed for a text
    in place of a table.
    """
    block = _block(session, plan_id, key)
    fresh = clean(text)
    if fresh and block.table is not None:
        raise NotAllowed(
            "Bảng được lập từ dữ liệu nên không sửa thành đoạn văn ở đây.",
            todo="Sửa tiêu chí, chỉ tiêu ở thẻ của phong trào, hoặc bỏ bảng này.",
        )
    if fresh and fresh == block.generated and block.state != "added":
        return _change(session, plan_id, "Trở lại đoạn văn theo dữ liệu", block, None)
    if not fresh and block.state == "added":
        return _change(session, plan_id, "Bỏ đoạn văn đã thêm", block, None)
    edit = ParagraphEdit(key=block.edit or key, text=fresh, was=_was(block))
    label = "Sửa đoạn văn của kế hoạch" if fresh else "Bỏ đoạn văn của kế hoạch"
    return _change(session, plan_id, label, block, edit)


def add_paragraph(session: Session, plan_id: str, after: str, text: str) -> Changes:
    """Add a paragraph after the one called ``after``; it gets a mark of the same kind.

    After a heading it is the first of what stands under it. Raises NotFound, and NotAllowed for
    an empty text.
    """
    block = _block(session, plan_id, after)
    fresh = clean(text)
    if not fresh:
        raise NotAllowed("Đoạn thêm chưa có chữ nào.", todo="Gõ nội dung rồi thêm lại.")
    anchor = anchor_of(block.edit) or block.key
    edits = session.store.get(Plan, plan_id).edits
    taken = {edit.key for edit in edits}
    number = next(n for n in range(1, len(taken) + 2) if added_key(anchor, n) not in taken)
    was = "" if block.state == "added" else block.hash
    edit = ParagraphEdit(key=added_key(anchor, number), text=fresh, was=was)
    # Paragraphs added at one place stand in the order of their edits.
    place = next((n for n, item in enumerate(edits, start=1) if item.key == block.edit), 0)
    place = place if block.state == "added" else 0
    changed = (*edits[:place], edit, *edits[place:])
    return _write(session, plan_id, "Thêm đoạn văn vào kế hoạch", changed)


def restore_paragraph(session: Session, plan_id: str, key: str) -> Changes:
    """Drop what was worded by hand: the paragraph reads as the data says, an added one goes.

    ``key`` may also be that of a lost edit. Raises NotFound where nothing was edited.
    """
    plan = session.store.get(Plan, plan_id)
    block = composed(session, plan_id).block(key)
    name = block.edit if block is not None else key
    if not any(edit.key == name for edit in plan.edits):
        raise NotFound("Đoạn này chưa sửa tay nên không có gì để bỏ.", todo="Tải lại văn bản.")
    kept = tuple(edit for edit in plan.edits if edit.key != name)
    return _write(session, plan_id, "Bỏ đoạn sửa tay", kept)


def keep_edit(session: Session, plan_id: str, key: str) -> Changes:
    """Let the officer's wording stand although the data has changed; the flag goes."""
    block = _block(session, plan_id, key)
    if block.state != "outdated":
        raise NotAllowed("Đoạn này không có thay đổi nào chờ xem.", todo="Tải lại văn bản.")
    edit = ParagraphEdit(key=block.edit, text=block.text, was=block.hash)
    return _change(session, plan_id, "Giữ đoạn sửa tay", block, edit)


def outdated_words(block: Block) -> str:
    """Return what to tell about a paragraph that was worded anew before its data changed."""
    return f"Đoạn này đã sửa tay; dữ liệu đã đổi: bản mới là “{block.generated}”"


def _was(block: Block) -> str:
    return "" if block.state == "added" else block.hash


def _block(session: Session, plan_id: str, key: str) -> Block:
    block = composed(session, plan_id).block(key)
    if block is None:
        raise NotFound("Không thấy đoạn này trong kế hoạch.", todo="Tải lại văn bản.")
    return block


def _change(
    session: Session, plan_id: str, label: str, block: Block, edit: ParagraphEdit | None
) -> Changes:
    """Put ``edit`` in the place of the one that made ``block``, or take that one away."""
    edits = session.store.get(Plan, plan_id).edits
    old = block.edit
    if edit is not None and old:
        changed = tuple(edit if item.key == old else item for item in edits)
    else:
        changed = tuple(item for item in edits if item.key != old)
        changed = (*changed, edit) if edit is not None else changed
    return _write(session, plan_id, label, changed)


def _write(session: Session, plan_id: str, label: str, edits: tuple[ParagraphEdit, ...]) -> Changes:
    with session.store.transaction(label, actor=session.actor) as writing:
        plan = writing.get(Plan, plan_id)
        if edits != plan.edits:
            writing.put(replace(plan, edits=edits))
    return session.store.last_changes()


# --- The file ----------------------------------------------------------------------------------


def file_title(plan: Plan) -> str:
    """Return a file name for the plan: its kind and what it is about."""
    document = plan.document
    return file_name(f"{DOCUMENT_WORDS[document.kind]} {document.abstract}", _SUFFIX)


def make(session: Session, plan_id: str, out: Path | None = None) -> PlanMade:
    """Write the plan as ``.docx`` and remember what was written.

    ``out`` is a file or a folder; without it the file made last is renewed, else one beside the
    data file is made. A file edited in Word since is left alone: the new one gets another name.
    Raises NotAllowed for another ending than ``.docx``, WriteFailed where the disk refuses.
    """
    plan = session.store.get(Plan, plan_id)
    facts = composed(session, plan_id)
    mark = SAMPLE_MARK if session.office().sample else ""
    content = documents.make_plan(facts, mark)
    made = session.store.all(MadeDocument, owner_id=plan_id, kind=KIND)
    path, kept = _target(_wanted(session, plan, made, out), made)
    known = _known(path, made)
    written = write_document(path, content, known.sha256 if known else None)
    if written.kept_old:
        kept = (*kept, path)
    record = _known(written.path, made) or MadeDocument(
        id=session.new_id(), owner_id=plan_id, kind=KIND
    )
    record = replace(
        record,
        path=str(written.path),
        sha256=written.sha256,
        facts_sha256=_facts_hash(facts, mark),
        made_at=session.now(),
    )
    label = f"Tạo văn bản {DOCUMENT_WORDS[plan.document.kind].lower()}"
    with session.store.transaction(label, actor=session.actor, undoable=False) as writing:
        writing.put(record)
    return PlanMade(path=written.path, kept=tuple(dict.fromkeys(kept)))


def _wanted(session: Session, plan: Plan, made: Sequence[MadeDocument], out: Path | None) -> Path:
    if out is None:
        last = _last(made)
        return Path(last.path) if last else session.path.parent / file_title(plan)
    if out.is_dir():
        return out / file_title(plan)
    if out.suffix.lower() != _SUFFIX:
        raise NotAllowed(
            f"Văn bản kế hoạch là tệp Word, không ghi vào “{out.name}” được.",
            todo=f"Đặt tên tệp kết thúc bằng {_SUFFIX}, hoặc chọn một thư mục đã có.",
        )
    return out


def _target(wanted: Path, made: Sequence[MadeDocument]) -> tuple[Path, tuple[Path, ...]]:
    """Return where to write: an untouched file of ours with this name or one derived from it.

    Second value: files of ours there that somebody has edited since.
    """
    edited: list[Path] = []
    for path in (wanted, *_beside(wanted, made)):
        known = _known(path, made)
        found = _hash(path)
        if found is None or (known is not None and found == known.sha256):
            return path, tuple(edited)
        if known is not None:
            edited.append(path)
    return wanted, tuple(edited)


def _beside(wanted: Path, made: Sequence[MadeDocument]) -> list[Path]:
    """Return the files "… (2)", "… (3)" we made beside a file that was edited, oldest first."""
    ours = (Path(item.path) for item in made)
    return [
        path
        for path in ours
        if path.parent == wanted.parent and path.stem.startswith(f"{wanted.stem} (")
    ]


def _known(path: Path, made: Sequence[MadeDocument]) -> MadeDocument | None:
    return next((item for item in made if item.path == str(path)), None)


def _last(made: Sequence[MadeDocument]) -> MadeDocument | None:
    """Return the file made last; of several made in one second the newest record."""
    return max(reversed(made), key=lambda item: item.made_at, default=None)


def _hash(path: Path) -> str | None:
    """Return the hash of a file, None where there is none or it cannot be read."""
    try:
        return file_hash(path)
    except OSError:
        return None


def _facts_hash(facts: ComposedPlan, mark: str) -> str:
    """Return a hash of what the paper says, to see later whether the data has moved on."""
    lines = "\n".join(line.text for line in lines_of(facts))
    return hashlib.sha256(f"{mark}\n{lines}".encode()).hexdigest()


def status(session: Session, plan_id: str) -> PlanStatus:
    """Return how the file made last and the officer's own paragraphs stand against the data."""
    facts = composed(session, plan_id)
    mark = SAMPLE_MARK if session.office().sample else ""
    made = session.store.all(MadeDocument, owner_id=plan_id, kind=KIND)
    found = {item.id: _hash(Path(item.path)) for item in made}
    edited = [item for item in made if found[item.id] not in (None, item.sha256)]
    last = _last([item for item in made if found[item.id] is not None])
    return PlanStatus(
        path=Path(last.path) if last else None,
        made_at=last.made_at if last else "",
        hand_edited=last in edited,
        edited=tuple(Path(item.path) for item in edited),
        data_changed=last is not None and _facts_hash(facts, mark) != last.facts_sha256,
        outdated=tuple(block for block in facts.blocks if block.state == "outdated"),
        lost=facts.lost,
        to_check=tuple(block for block in facts.printed if block.to_check),
        empty=facts.empty,
        unprinted=facts.unprinted,
    )
