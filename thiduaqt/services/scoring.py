"""Scores of nominees and units: sheets opened, filled and read, and who stands where in a round.

A sheet belongs to the edition of the criteria it was opened under; editing the criteria later
leaves it as it is. Each call that writes is one transaction and one step of undo.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.errors import NotAllowed, NotFound
from thiduaqt.domain.plan import ScorerRole, SubjectGroup
from thiduaqt.domain.records import (
    CriteriaEdition,
    Movement,
    Nomination,
    Round,
    ScoreEntry,
    ScoreSheet,
    Unit,
)
from thiduaqt.domain.scoring.formulas import score
from thiduaqt.domain.text import clean, clean_block
from thiduaqt.services.editing import BadValue
from thiduaqt.services.nominations import open_nomination
from thiduaqt.services.score_reading import Score, Scores, SheetResult
from thiduaqt.services.score_standing import RankRow, leagues, ranking, standing
from thiduaqt.services.session import Session
from thiduaqt.storage.transaction import Transaction

__all__ = [
    "Edition",
    "Opened",
    "RankRow",
    "Score",
    "SheetResult",
    "clear",
    "editions",
    "enter",
    "leagues",
    "open_sheet",
    "open_unit_sheet",
    "ranking",
    "remove_sheets",
    "result_of",
    "set_entries",
    "sheets_of",
    "standing",
    "take_edition",
    "unit_result",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A sheet that is ready to be filled; nothing was written where it was there already."""

    changes: Changes
    sheet_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition of a group's criteria and how many sheets were scored under it.

    ``retired_on`` is an ISO day, empty for the edition in force.
    """

    version: int
    group: SubjectGroup
    retired_on: str
    sheets: int

    @property
    def current(self) -> bool:
        """Tell whether this is the edition in force."""
        return not self.retired_on


# --- Sheets ------------------------------------------------------------------------------------


def open_sheet(
    session: Session, nomination_id: str, scorer: ScorerRole = "officer", *, name: str = ""
) -> Opened:
    """Return the sheet of one scorer for a nomination, made where there is none yet.

    Raises NotAllowed where the nomination has no group with criteria, or is beyond scoring.
    """
    with session.store.transaction("Mở phiếu chấm điểm", actor=session.actor) as writing:
        found, made = _sheet_of(session, writing, nomination_id, scorer, name)
        if made:
            writing.put(found)
    changes = session.store.last_changes() if made else Changes()
    return Opened(changes=changes, sheet_id=found.id)


def enter(
    session: Session,
    nomination_id: str,
    entries: Iterable[ScoreEntry],
    scorer: ScorerRole = "officer",
    *,
    name: str = "",
) -> Changes:
    """Enter what one scorer says of some items of a nomination; the sheet is made if need be.

    Raises as :func:`set_entries` does.
    """
    given = tuple(entries)
    with session.store.transaction(_label(given), actor=session.actor) as writing:
        found, _ = _sheet_of(session, writing, nomination_id, scorer, name)
        _fill(session, writing, found, given)
    return session.store.last_changes()


def _sheet_of(
    session: Session, writing: Transaction, nomination_id: str, scorer: ScorerRole, name: str
) -> tuple[ScoreSheet, bool]:
    """Return the sheet of a scorer and whether it is new."""
    nomination = _scorable(writing, nomination_id, scorer)
    around = writing.get(Round, nomination.round_id)
    movement = writing.get(Movement, around.movement_id)
    rules = movement.definition
    group = rules.group(nomination.subject_group) if rules is not None else None
    if group is None:
        raise NotAllowed(
            "Hồ sơ chưa có nhóm đối tượng nên chưa có tiêu chí để chấm.",
            todo="Chọn nhóm đối tượng trước.",
        )
    known = [
        sheet
        for sheet in session.store.all(ScoreSheet, nomination_id=nomination_id)
        if (sheet.scorer, sheet.scorer_name) == (scorer, clean(name))
        and sheet.subject_group == group.code
    ]
    if known:
        return max(known, key=lambda sheet: sheet.version), False
    return (
        ScoreSheet(
            id=session.new_id(),
            movement_id=movement.id,
            round_id=around.id,
            nomination_id=nomination.id,
            subject_group=group.code,
            version=group.version,
            scorer=scorer,
            scorer_name=clean(name),
            scored_on=session.today().isoformat(),
        ),
        True,
    )


def _scorable(writing: Transaction, nomination_id: str, scorer: ScorerRole) -> Nomination:
    """Return a nomination that may be scored: the Council scores what lies before it too."""
    nomination = writing.get(Nomination, nomination_id)
    if scorer == "council" and nomination.state == "in_session":
        return nomination
    return open_nomination(writing, nomination_id)


def open_unit_sheet(
    session: Session,
    movement_id: str,
    unit_id: str,
    subject_group: str,
    scorer: ScorerRole = "officer",
    *,
    name: str = "",
    round_id: str | None = None,
) -> Opened:
    """Return the sheet of one scorer for a unit, made where there is none yet.

    ``round_id`` None: for the movement as a whole. Raises NotAllowed for an unknown group.
    """
    with session.store.transaction("Mở phiếu chấm điểm đơn vị", actor=session.actor) as writing:
        movement = writing.get(Movement, movement_id)
        writing.get(Unit, unit_id)
        group = movement.definition.group(subject_group) if movement.definition else None
        if group is None:
            raise NotAllowed("Không thấy nhóm đối tượng này.", todo="Chọn nhóm khác.")
        known = [
            sheet
            for sheet in session.store.all(ScoreSheet, movement_id=movement_id, unit_id=unit_id)
            if (sheet.scorer, sheet.scorer_name, sheet.round_id, sheet.subject_group)
            == (scorer, clean(name), round_id, subject_group)
        ]
        found = known[-1] if known else None
        if found is None:
            found = writing.put(
                ScoreSheet(
                    id=session.new_id(),
                    movement_id=movement_id,
                    round_id=round_id,
                    unit_id=unit_id,
                    subject_group=subject_group,
                    version=group.version,
                    scorer=scorer,
                    scorer_name=clean(name),
                    scored_on=session.today().isoformat(),
                )
            )
    changes = Changes() if known else session.store.last_changes()
    return Opened(changes=changes, sheet_id=found.id)


def set_entries(session: Session, sheet_id: str, entries: Iterable[ScoreEntry]) -> Changes:
    """Enter what a sheet says of some items; an entry that says nothing takes the item back.

    The items not named stay. Raises BadValue for an entry that cannot be right (its ``field`` is
    the item), NotAllowed for an item the sheet's edition does not have, and for a nomination that
    is beyond scoring; then nothing is kept.
    """
    given = tuple(entries)
    with session.store.transaction(_label(given), actor=session.actor) as writing:
        sheet = writing.get(ScoreSheet, sheet_id)
        if sheet.nomination_id:
            _scorable(writing, sheet.nomination_id, sheet.scorer)
        _fill(session, writing, sheet, given)
    return session.store.last_changes()


def clear(session: Session, sheet_id: str, codes: Iterable[str]) -> Changes:
    """Take back what a sheet says of some items."""
    return set_entries(session, sheet_id, [ScoreEntry(code=code) for code in codes])


def _label(entries: Sequence[ScoreEntry]) -> str:
    return f"Chấm điểm {len(entries)} mục" if len(entries) > 1 else "Chấm điểm"


def _fill(
    session: Session, writing: Transaction, sheet: ScoreSheet, given: Sequence[ScoreEntry]
) -> None:
    group = _edition(session, writing, sheet)
    order = {item.code: n for n, item in enumerate(group.criteria)}
    said = {entry.code: entry for entry in sheet.entries}
    for entry in given:
        said[entry.code] = _fit(group, entry)
    kept = [entry for entry in said.values() if _says(entry)]
    kept.sort(key=lambda entry: order.get(entry.code, len(order)))
    changed = replace(sheet, entries=tuple(kept))
    if changed != sheet:
        writing.put(replace(changed, scored_on=session.today().isoformat()))


def _says(entry: ScoreEntry) -> bool:
    return replace(entry, note="", document="") != ScoreEntry(code=entry.code) or bool(
        entry.note or entry.document
    )


def _fit(group: SubjectGroup, entry: ScoreEntry) -> ScoreEntry:
    """Return an entry fit to keep. Raises BadValue, NotAllowed."""
    criterion = next((item for item in group.criteria if item.code == entry.code), None)
    if criterion is None:
        raise NotAllowed(
            "Mục này không có trong bộ tiêu chí của phiếu chấm.", todo="Tải lại hồ sơ rồi chấm."
        )
    made = replace(
        entry,
        letter=clean(entry.letter),
        document=clean(entry.document),
        note=clean_block(entry.note),
    )
    wrong = [issue for issue in score(criterion, made).issues if issue.severity == "error"]
    if wrong:
        raise BadValue(entry.code, wrong[0].message, todo="Gõ lại.")
    return made


def _edition(session: Session, writing: Transaction, sheet: ScoreSheet) -> SubjectGroup:
    movement = writing.get(Movement, sheet.movement_id)
    group = Scores(session, movement).edition(sheet.subject_group, sheet.version)
    if group is None:
        raise NotAllowed(
            f"Bộ tiêu chí lần {sheet.version} của phiếu chấm này không còn lưu.",
            todo="Xóa phiếu rồi chấm lại theo bộ tiêu chí hiện nay.",
        )
    return group


def remove_sheets(session: Session, ids: Sequence[str]) -> Changes:
    """Put sheets into the recycle bin as one step."""
    with session.store.transaction(f"Xóa {len(ids)} phiếu chấm điểm", actor=session.actor) as tx:
        for sheet_id in ids:
            sheet = tx.get(ScoreSheet, sheet_id)
            if sheet.nomination_id:
                _scorable(tx, sheet.nomination_id, sheet.scorer)
            tx.remove(sheet)
    return session.store.last_changes()


def take_edition(session: Session, sheet_id: str) -> Changes:
    """Carry a sheet over to the criteria in force; only items that read the same keep entries.

    Raises NotAllowed where it is under them already, or the group is gone.
    """
    with session.store.transaction("Chấm theo bộ tiêu chí mới", actor=session.actor) as writing:
        sheet = writing.get(ScoreSheet, sheet_id)
        if sheet.nomination_id:
            _scorable(writing, sheet.nomination_id, sheet.scorer)
        rules = writing.get(Movement, sheet.movement_id).definition
        group = rules.group(sheet.subject_group) if rules else None
        if group is None or group.version == sheet.version:
            raise NotAllowed("Phiếu chấm này đã theo bộ tiêu chí hiện nay.", todo="Chấm tiếp.")
        old = Scores(session, writing.get(Movement, sheet.movement_id)).edition(
            sheet.subject_group, sheet.version
        )
        before = {item.code: item for item in old.criteria} if old else {}
        same = {item.code for item in group.criteria if before.get(item.code) == item}
        kept = tuple(entry for entry in sheet.entries if entry.code in same)
        writing.put(replace(sheet, version=group.version, entries=kept))
    return session.store.last_changes()


# --- Reading -----------------------------------------------------------------------------------


def result_of(session: Session, nomination_id: str) -> Score | None:
    """Return the scores of a nomination, each sheet under its own edition.

    None where its group has nothing but a flat checklist. Raises NotFound.
    """
    nomination = session.store.get(Nomination, nomination_id)
    around = session.store.get(Round, nomination.round_id)
    movement = session.store.get(Movement, around.movement_id)
    return Scores(session, movement).of_nomination(nomination)


def unit_result(
    session: Session, movement_id: str, unit_id: str, subject_group: str
) -> Score | None:
    """Return the scores of a unit in a group of a movement. Raises NotFound."""
    movement = session.store.get(Movement, movement_id)
    group = movement.definition.group(subject_group) if movement.definition else None
    if group is None:
        raise NotFound("Không thấy nhóm đối tượng này.", todo="Chọn nhóm khác.")
    return Scores(session, movement).of(unit_id, group)


def sheets_of(session: Session, nomination_id: str) -> tuple[SheetResult, ...]:
    """Return the sheets of a nomination, each worked out under its own edition."""
    found = result_of(session, nomination_id)
    return found.sheets if found is not None else ()


def editions(session: Session, movement_id: str, group: str) -> tuple[Edition, ...]:
    """Return the editions of a group's criteria, the one in force first."""
    movement = session.store.get(Movement, movement_id)
    current = movement.definition.group(group) if movement.definition else None
    used: dict[int, int] = {}
    for sheet in session.store.all(ScoreSheet, movement_id=movement_id, subject_group=group):
        used[sheet.version] = used.get(sheet.version, 0) + 1
    found = [
        Edition(
            version=item.version,
            group=item.content,
            retired_on=item.retired_on,
            sheets=used.get(item.version, 0),
        )
        for item in session.store.all(CriteriaEdition, movement_id=movement_id, subject_group=group)
        if item.content is not None
    ]
    if current is not None:
        count = used.get(current.version, 0)
        found.append(Edition(version=current.version, group=current, retired_on="", sheets=count))
    return tuple(sorted(found, key=lambda item: item.version, reverse=True))
