"""Lists in: read, compared with what is there, shown, mended, and only then written in one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.drafts import Draft, Provenance, Reading
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.records import (
    ImportLog,
    Nomination,
    Record,
    WaitingRow,
)
from thiduaqt.domain.repair import REPAIR, Choice
from thiduaqt.domain.text import clean, fold
from thiduaqt.services.editing import BadValue, fit
from thiduaqt.services.session import Session
from thiduaqt.services.taking_in import (
    Known,
    Outcome,
    PreviewRow,
    Taking,
    waiting_cells,
    waiting_reason,
)
from thiduaqt.storage import attachments, journal

OUTCOME_WORDS: dict[Outcome, str] = {
    "new": "Mới",
    "changed": "Thay đổi",
    "same": "Đã có, không đổi",
    "error": "Chưa nhập được",
    "skipped": "Bỏ qua",
}
_COMPARED = ("post", "birth", "sex", "honorific", "achievement")


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A list read and compared; nothing is written yet.

    ``waiting`` holds the ids of the waiting rows where these are shown instead of a file,
    ``entry`` the number of the newest journal entry when it was compared. ``letters`` and
    ``asked`` tell how the file was read, to read it so again.
    """

    path: Path
    round_id: str
    reading: Reading
    rows: tuple[PreviewRow, ...]
    waiting: tuple[str, ...] = ()
    entry: int = 0
    letters: Choice = REPAIR
    asked: Mapping[str, Any] = field(default_factory=dict)

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many rows would have each outcome, all named."""
        found = Counter(row.outcome for row in self.rows)
        return {outcome: found[outcome] for outcome in OUTCOME_WORDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Committed:
    """What an import wrote."""

    changes: Changes
    counts: dict[Outcome, int]
    import_id: str


def preview(
    session: Session,
    path: Path,
    round_id: str,
    *,
    mapping: Mapping[str, str] | None = None,
    header_row: int | None = None,
    sheets: Sequence[str] | None = None,
    letters: Choice = REPAIR,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Preview:
    """Read a list and compare it with the round. Writes nothing; raises BadFile in words.

    ``mapping`` (column letters to fields) overrides what was recognised; without it the mapping
    kept for the same layout is used. ``header_row`` (0: there is none) and ``sheets`` override
    what was found; ``letters`` tells what becomes of text in old fonts.
    """
    from thiduaqt.intake.reading import read_list  # noqa: PLC0415 - loads the workbook readers

    asked: dict[str, Any] = {"header_row": header_row, "sheets": sheets}
    options: dict[str, Any] = {
        "today": session.today(),
        "progress": progress,
        "cancelled": cancelled,
        "letters": letters,
        **asked,
    }
    reading = read_list(path, mapping=mapping, **options)
    kept = None if mapping is not None else remembered(session, reading.layout)
    if kept and reading.mapping != kept:
        reading = read_list(path, mapping=kept, **options)
    found = compare(session, path, round_id, reading)
    return replace(found, letters=letters, asked={**asked, "mapping": reading.mapping})


def remembered(session: Session, layout: str) -> dict[str, str] | None:
    """Return the mapping used last time for lists of the same layout, or None."""
    logs = session.store.all(ImportLog, layout=layout) if layout else ()
    return dict(logs[-1].mapping) if logs and logs[-1].mapping else None


def compare(session: Session, path: Path, round_id: str, reading: Reading) -> Preview:
    """Compare a reading with the round: what is new, changed, the same, or cannot be taken in."""
    known = Known(session, round_id)
    first: dict[tuple[str, str, str], int] = {}
    twice = [_first_row(draft, first) for draft in reading.drafts]
    wanted = [
        index
        for index, draft in enumerate(reading.drafts)
        if draft.status != "error" and not twice[index]
    ]
    matches = known.find_all([reading.drafts[index] for index in wanted])
    found = dict(zip(wanted, matches, strict=True))
    rows = tuple(
        _compared(known, draft, twice[index], found.get(index))
        for index, draft in enumerate(reading.drafts)
    )
    entry = journal.head(session.store.connection)[0]
    return Preview(path=path, round_id=round_id, reading=reading, rows=rows, entry=entry)


def anew(session: Session, shown: Preview, drafts: Sequence[Draft]) -> Preview:
    """Compare a preview with other drafts in it."""
    reading = replace(shown.reading, drafts=tuple(drafts))
    fresh = compare(session, shown.path, shown.round_id, reading)
    return replace(fresh, waiting=shown.waiting, letters=shown.letters, asked=shown.asked)


def _first_row(draft: Draft, seen: dict[tuple[str, str, str], int]) -> int:
    """Return the row that says the same before this one, 0 where there is none."""
    if draft.status == "error":
        return 0
    key = (fold(draft.full_name), draft.birth.value, fold(draft.unit))
    first = seen.setdefault(key, draft.provenance.row)
    return first if first != draft.provenance.row else 0


def _compared(known: Known, draft: Draft, first: int, nomination: Nomination | None) -> PreviewRow:
    if draft.status == "error":
        return PreviewRow(draft=draft, outcome="error", issues=draft.issues)
    unit_known = not draft.unit or fold(draft.unit) in known.units
    if first:
        twice = Issue(
            code="TWICE_IN_LIST",
            severity="review",
            field="full_name",
            message=f"Trùng với dòng {first} của danh sách này nên bỏ qua.",
        )
        return PreviewRow(
            draft=draft, outcome="skipped", unit_known=unit_known, issues=(*draft.issues, twice)
        )
    if nomination is None:
        return PreviewRow(draft=draft, outcome="new", unit_known=unit_known, issues=draft.issues)
    differs = _differences(known, nomination, draft)
    return PreviewRow(
        draft=draft,
        outcome="changed" if differs else "same",
        nomination_id=nomination.id,
        differs=differs,
        unit_known=unit_known,
        issues=draft.issues,
    )


def _differences(
    known: Known, nomination: Nomination, draft: Draft
) -> tuple[tuple[str, str, str], ...]:
    """Return what the list says otherwise. An empty cell of a list never empties ours."""
    person = known.recipients.person(nomination)
    found = []
    for name in _COMPARED:
        new = draft.birth.value if name == "birth" else str(getattr(draft, name))
        holder: Record | None = nomination if name == "achievement" else person
        old = str(getattr(holder, name)) if holder is not None else new
        coarser = name == "birth" and old.startswith(new)
        if new and new != old and not coarser:
            found.append((name, old, new))
    return tuple(found)


def revise(session: Session, shown: Preview, index: int, typed: Mapping[str, str]) -> Preview:
    """Mend one row in the preview (values as typed) and compare anew. Raises BadValue."""
    return revise_many(session, shown, {index: typed})


def revise_many(
    session: Session, shown: Preview, typed: Mapping[int, Mapping[str, str]]
) -> Preview:
    """Mend several rows, by index, and compare anew. Raises BadValue; then nothing is mended."""
    drafts = list(shown.reading.drafts)
    for index, values in typed.items():
        drafts[index] = _mended(session, drafts[index], values)
    return anew(session, shown, drafts)


def _mended(session: Session, draft: Draft, typed: Mapping[str, str]) -> Draft:
    from thiduaqt.intake.build import amend  # noqa: PLC0415 - loads the list rules

    for name, text in typed.items():
        if name == "birth":
            fit("birth", text)
        if name == "full_name" and not clean(text):
            raise BadValue("full_name", "Thiếu họ tên.", todo="Gõ họ tên, hoặc bỏ dòng này.")
        draft = amend(draft, name, text, today=session.today())
    return draft


def accept(session: Session, shown: Preview, indices: Sequence[int], code: str) -> Preview:
    """Take doubtful values as they are: the findings ``code`` of these rows go."""
    drafts = list(shown.reading.drafts)
    for index in indices:
        left = tuple(
            issue
            for issue in drafts[index].issues
            if issue.code != code or issue.severity == "error"
        )
        drafts[index] = replace(drafts[index], issues=left)
    return anew(session, shown, drafts)


def source_lines(path: Path) -> dict[tuple[str, int], tuple[str, ...]]:
    """Return the rows of a file as they stand there, by sheet and row. Raises BadFile."""
    from thiduaqt.intake.cells import plain_text  # noqa: PLC0415 - loads the readers
    from thiduaqt.intake.guard import examine  # noqa: PLC0415
    from thiduaqt.intake.workbook import read_workbook  # noqa: PLC0415

    book = read_workbook(examine(path))
    return {
        (sheet.name, number): tuple("" if cell is None else plain_text(cell) for cell in row)
        for sheet in book.sheets
        for number, row in zip(sheet.numbers, sheet.rows, strict=True)
    }


def commit(
    session: Session,
    shown: Preview,
    *,
    leave_out: frozenset[int] = frozenset(),
    add_new: frozenset[int] = frozenset(),
    progress: Callable[[int, int], None] | None = None,
) -> Committed:
    """Write a previewed list as one step and keep the file; rows in error wait, none is lost.

    ``leave_out`` holds indices of rows the officer does not want, ``add_new`` those that are to
    become nominations of their own although they are there already. ``progress`` gets rows done
    and rows in all, and may raise Cancelled: then nothing is written. Raises NotAllowed where
    nothing can be taken in.
    """
    rows = [_chosen(row, index, leave_out, add_new) for index, row in enumerate(shown.rows)]
    counts = replace(shown, rows=tuple(rows)).counts
    if not rows:
        raise NotAllowed("Danh sách không có dòng nào để nhập.", todo="Kiểm tra lại tệp.")
    if shown.waiting:
        return _commit_waiting(session, shown, rows, counts, progress)
    kept = attachments.keep(session.path, shown.path)
    words = f"Nhập {counts['new'] + counts['changed']} hồ sơ từ {shown.path.name}"
    log = ImportLog(
        id=session.new_id(),
        file_name=shown.path.name,
        sha256=kept.sha256,
        at=session.now(),
        round_id=shown.round_id,
        layout=shown.reading.layout,
        mapping=shown.reading.mapping,
        counts={str(outcome): number for outcome, number in counts.items()},
    )
    rows = _not_waiting_yet(session, rows)
    if not any(row.outcome in ("new", "changed", "error") for row in rows):
        return Committed(changes=Changes(), counts=counts, import_id="")
    with session.store.transaction(words, actor=session.actor) as writing:
        _require_as_shown(session, shown)
        writing.put(log)
        Taking(session, writing, shown.round_id, shown.reading, log.id).write(rows, progress)
    return Committed(changes=session.store.last_changes(), counts=counts, import_id=log.id)


def _require_as_shown(session: Session, shown: Preview) -> None:
    """Raise NotAllowed where somebody wrote meanwhile and rows would now fare otherwise."""
    if journal.head(session.store.connection)[0] == shown.entry:
        return
    now = compare(session, shown.path, shown.round_id, shown.reading)
    if [(row.outcome, row.nomination_id) for row in now.rows] != [
        (row.outcome, row.nomination_id) for row in shown.rows
    ]:
        raise NotAllowed(
            "Dữ liệu trong máy đã thay đổi sau khi xem trước danh sách này.",
            todo="Xem trước lại rồi nhập.",
        )


def _not_waiting_yet(session: Session, rows: Sequence[PreviewRow]) -> list[PreviewRow]:
    """Leave out faulty rows that wait already, or did: a list that comes twice is no more work."""

    def key(cells: Mapping[str, str], reason: str) -> tuple[object, ...]:
        return (*sorted(cells.items()), reason)

    known = {key(row.cells or {}, row.reason) for row in session.store.all(WaitingRow)}
    return [
        row
        for row in rows
        if row.outcome != "error" or key(waiting_cells(row.draft), waiting_reason(row)) not in known
    ]


def _chosen(
    row: PreviewRow, index: int, leave_out: frozenset[int], add_new: frozenset[int]
) -> PreviewRow:
    if index in leave_out:
        return replace(row, outcome="skipped")
    if index in add_new and row.outcome != "error":
        return replace(row, outcome="new")
    return row


def waiting(session: Session) -> tuple[WaitingRow, ...]:
    """Return the rows of earlier lists that could not be taken in yet."""
    return session.store.all(WaitingRow, done=0)


def waiting_preview(session: Session, round_id: str) -> Preview:
    """Return the waiting rows as a list to be mended and taken in. Writes nothing."""
    from thiduaqt.intake.build import Setting, build  # noqa: PLC0415 - loads the list rules

    files = {log.id: log.file_name for log in session.store.all(ImportLog)}
    rows = waiting(session)
    drafts = []
    for row in rows:
        place = Provenance(file=files.get(row.import_id, ""), sheet=row.sheet, row=row.row)
        draft = build(dict(row.cells or {}), place, Setting(today=session.today()))
        # Only a date is lost on the way: every other fault is found again in the cells.
        told = Issue(
            code="WAITING", severity="review", message=f"Lần trước: {row.reason}", field="birth"
        )
        drafts.append(replace(draft, issues=(*draft.issues, told)) if row.reason else draft)
    reading = Reading(
        file="",
        sha256="",
        encoding="",
        tables=(),
        drafts=tuple(drafts),
        skipped=(),
        layout="",
    )
    shown = compare(session, Path(), round_id, reading)
    return replace(shown, waiting=tuple(row.id for row in rows))


def _commit_waiting(
    session: Session,
    shown: Preview,
    rows: Sequence[PreviewRow],
    counts: dict[Outcome, int],
    progress: Callable[[int, int], None] | None,
) -> Committed:
    """Write the mended ones; those mended or no longer wanted wait no more."""
    words = f"Nhập {counts['new'] + counts['changed']} dòng chờ sửa"
    with session.store.transaction(words, actor=session.actor) as writing:
        _require_as_shown(session, shown)
        taken = [row for row in rows if row.outcome != "error"]
        Taking(session, writing, shown.round_id, shown.reading, None).write(taken, progress)
        for row, waiting_id in zip(rows, shown.waiting, strict=True):
            if row.outcome != "error":
                writing.put(replace(writing.get(WaitingRow, waiting_id), done=True))
    return Committed(changes=session.store.last_changes(), counts=counts, import_id="")


def as_document(reading: Reading) -> dict[str, Any]:
    """Return a reading as the one JSON document scripts get."""
    from thiduaqt.intake.reading import reading_to_json  # noqa: PLC0415 - loads the readers

    return reading_to_json(reading)
