"""Nominations of a round: listed with their check, added, edited, decided on as exceptions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.eligibility import CHECK_WORDS, CheckResult, Eligibility
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.identity import masked
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.plan import RecipientKind
from thiduaqt.domain.records import (
    Check,
    CheckState,
    Household,
    Nomination,
    NominationState,
    Person,
    Record,
    Team,
    Unit,
)
from thiduaqt.domain.scoring.structure import is_scored
from thiduaqt.domain.text import clean, clean_block
from thiduaqt.services.checking import Checker
from thiduaqt.services.editing import BadValue, Edit, changed
from thiduaqt.services.nominating import add_one, typed_person, unit_for
from thiduaqt.services.session import Session
from thiduaqt.storage.transaction import Transaction

_OF_RECIPIENT = frozenset({"name", "honorific", "sex", "birth", "post", "id_number", "phone"})
_NAME_FIELD: dict[type[Record], str] = {
    Person: "full_name",
    Unit: "name",
    Team: "name",
    Household: "head",
}
STATE_WORDS: dict[NominationState, str] = {
    "draft": "Đang lập",
    "in_session": "Đã đưa vào phiên họp",
    "passed": "Hội đồng thông qua",
    "failed": "Hội đồng không thông qua",
    "awarded": "Đã khen",
    "withdrawn": "Đã rút",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationRow:
    """One line of the list of nominations, as the grid shows it.

    ``unit_id`` is the unit the recipient belongs to; ``own_unit_id`` the recipient where that is a
    unit itself.
    """

    id: str
    ordinal: int
    kind: RecipientKind
    honorific: str
    name: str
    display: str
    sex: str
    birth: str
    post: str
    unit_id: str | None
    unit_name: str
    proposer_name: str
    award: str
    award_name: str
    subject_group: str
    group_name: str
    achievement: str
    state: NominationState
    state_words: str
    check: CheckResult
    check_words: str
    findings: tuple[Issue, ...]
    met: int
    total: int
    mostly_women: bool | None
    id_number: str
    phone: str
    note: str
    print_name: str
    editable: bool
    proposer_id: str | None = None
    own_unit_id: str | None = None


def listing(session: Session, round_id: str) -> tuple[NominationRow, ...]:
    """Return the nominations of a round in the order they came, each with its check."""
    return rows_of(Checker(session, round_id))


def rows_of(checker: Checker) -> tuple[NominationRow, ...]:
    """Return the rows of a round that was read already."""
    return tuple(
        _row(checker, ordinal, nomination)
        for ordinal, nomination in enumerate(checker.nominations, start=1)
    )


def row_of(checker: Checker, nomination: Nomination) -> NominationRow:
    """Return the row of one nomination of a round that was read already."""
    return _row(checker, checker.nominations.index(nomination) + 1, nomination)


def row(session: Session, nomination_id: str) -> NominationRow:
    """Return one line of the list. Raises NotFound."""
    nomination = session.store.get(Nomination, nomination_id)
    rows = listing(session, nomination.round_id)
    return next(item for item in rows if item.id == nomination_id)


def eligibility(session: Session, nomination_id: str) -> Eligibility:
    """Return the check of one nomination: its state and the findings behind it."""
    nomination = session.store.get(Nomination, nomination_id)
    return Checker(session, nomination.round_id).check(nomination)


def _row(checker: Checker, ordinal: int, nomination: Nomination) -> NominationRow:
    recipients = checker.recipients
    person = recipients.person(nomination)
    check = checker.check(nomination)
    group = checker.group_of(nomination)
    unit_id = recipients.home(nomination)
    states = checker.states(nomination)
    conditions = [item for item in group.criteria if not is_scored(item)] if group else []
    counted = [item for item in conditions if states.get(item.code) != "na"]
    award = checker.award_name(nomination.award)
    return NominationRow(
        id=nomination.id,
        ordinal=ordinal,
        kind=nomination.kind,
        honorific=person.honorific if person else "",
        name=recipients.name(nomination),
        display=recipients.display(nomination),
        sex=person.sex if person else "",
        birth=person.birth if person else "",
        post=recipients.post(nomination),
        unit_id=unit_id,
        unit_name=recipients.unit_name(unit_id),
        proposer_name=recipients.unit_name(nomination.proposer_id),
        award=nomination.award,
        award_name=award,
        subject_group=nomination.subject_group,
        group_name=group.name if group else "",
        achievement=nomination.achievement,
        state=nomination.state,
        state_words=STATE_WORDS[nomination.state],
        check=check.state,
        check_words=check.words,
        findings=check.findings,
        met=sum(states.get(item.code) == "met" for item in counted),
        total=len(counted),
        mostly_women=nomination.mostly_women,
        id_number=masked(person.id_number) if person and person.id_number else "",
        phone=person.phone if person else "",
        note=nomination.note,
        print_name=nomination.print_name,
        editable=nomination.state in ("draft", "withdrawn"),
        proposer_id=nomination.proposer_id,
        own_unit_id=nomination.unit_id,
    )


def state_counts(rows: Iterable[NominationRow]) -> dict[CheckResult, int]:
    """Return how many rows each check state has, all states named."""
    counts: dict[CheckResult, int] = dict.fromkeys(CHECK_WORDS, 0)
    for item in rows:
        counts[item.check] += 1
    return counts


def edit(session: Session, edits: Sequence[Edit], *, label: str = "") -> Changes:
    """Change cells of the list as one step: of the nomination or of its recipient.

    Raises BadValue for a value that cannot be kept, NotAllowed for a nomination that is already
    before the council.
    """
    words = label or (f"Sửa {len(edits)} ô trong hồ sơ đề nghị" if len(edits) > 1 else "Sửa hồ sơ")
    with session.store.transaction(words, actor=session.actor) as writing:
        apply_edits(session, writing, edits)
    return session.store.last_changes()


def paste(
    session: Session,
    round_id: str,
    edits: Sequence[Edit],
    rows: Sequence[Mapping[str, Any]],
    *,
    label: str = "",
) -> Changes:
    """Change cells and add nominations as one step: what a block pasted from Excel brings.

    ``rows`` are as :func:`thiduaqt.services.nominating.add` takes them. Raises BadValue,
    NotAllowed; then nothing of the block is kept.
    """
    wanted = [item for item in rows if clean(str(item.get("name") or ""))]
    lines = len({item.id for item in edits}) + len(wanted)
    with session.store.transaction(label or f"Dán {lines} dòng", actor=session.actor) as writing:
        apply_edits(session, writing, edits)
        for item in wanted:
            add_one(session, writing, round_id, item)
    return session.store.last_changes()


def apply_edits(session: Session, writing: Transaction, edits: Sequence[Edit]) -> None:
    """Change cells inside an open transaction. Raises as :func:`edit` does."""
    for item in edits:
        nomination = open_nomination(writing, item.id)
        if item.field in _OF_RECIPIENT:
            _edit_recipient(writing, nomination, item)
        elif item.field == "unit":
            _move(session, writing, nomination, item.value)
        else:
            writing.put(changed(nomination, {item.field: item.value}))


def _edit_recipient(writing: Transaction, nomination: Nomination, item: Edit) -> None:
    recipient = recipient_in(writing, nomination)
    field = _NAME_FIELD[type(recipient)] if item.field == "name" else item.field
    if item.field == "name" and not clean(item.value):
        raise BadValue("name", "Tên không được để trống.", todo="Gõ lại tên, hoặc xóa cả dòng.")
    if item.field == "name" and isinstance(recipient, Person):
        writing.put(changed(recipient, typed_person(item.value)))
        return
    if not hasattr(recipient, field):
        raise BadValue(field, "Ô này không dùng cho tập thể, hộ gia đình.", todo="Để trống ô này.")
    writing.put(changed(recipient, {field: item.value}))


def _move(session: Session, writing: Transaction, nomination: Nomination, typed: str) -> None:
    unit = unit_for(session, writing, typed)
    recipient = recipient_in(writing, nomination)
    home = unit.id if unit else None
    if isinstance(recipient, Unit):
        writing.put(replace(nomination, proposer_id=home))
        return
    writing.put(replace(recipient, unit_id=home))  # type: ignore[call-arg]  # all but Unit have it
    if nomination.proposer_id is None:
        writing.put(replace(nomination, proposer_id=home))


def recipient_in(writing: Transaction, nomination: Nomination) -> Record:
    """Return the recipient of a nomination as it stands inside a transaction."""
    for kind, record_id in (
        (Person, nomination.person_id),
        (Unit, nomination.unit_id),
        (Team, nomination.team_id),
        (Household, nomination.household_id),
    ):
        if record_id:
            return writing.get(kind, record_id)
    raise NotAllowed("Hồ sơ này không gắn với cá nhân hay tập thể nào.", todo="Xóa hồ sơ này.")


def open_nomination(writing: Transaction, nomination_id: str) -> Nomination:
    """Return a nomination that may still be changed. Raises NotAllowed."""
    nomination = writing.get(Nomination, nomination_id)
    if nomination.state not in ("draft", "withdrawn"):
        raise NotAllowed(
            f"Hồ sơ này {STATE_WORDS[nomination.state].lower()} nên không sửa được ở đây.",
            todo="Rút khỏi phiên họp hoặc mở lại phiên họp trước khi sửa.",
        )
    return nomination


def set_check(
    session: Session, nomination_id: str, code: str, state: CheckState, *, note: str | None = None
) -> Changes:
    """Set the state of one criterion of a nomination."""
    with session.store.transaction("Đánh dấu tiêu chí", actor=session.actor) as writing:
        nomination = open_nomination(writing, nomination_id)
        old = next((item for item in nomination.checks if item.code == code), Check(code=code))
        new = replace(old, state=state, note=old.note if note is None else clean_block(note))
        others = tuple(item for item in nomination.checks if item.code != code)
        writing.put(replace(nomination, checks=(*others, new)))
    return session.store.last_changes()


def set_paper(session: Session, nomination_id: str, code: str, *, held: bool) -> Changes:
    """Note whether a dossier paper is there."""
    words = "Đánh dấu có giấy tờ" if held else "Bỏ đánh dấu giấy tờ"
    with session.store.transaction(words, actor=session.actor) as writing:
        nomination = open_nomination(writing, nomination_id)
        others = tuple(paper for paper in nomination.papers if paper != code)
        papers = (*others, code) if held else others
        writing.put(replace(nomination, papers=tuple(sorted(papers))))
    return session.store.last_changes()


def override(session: Session, nomination_id: str, reason: str) -> Changes:
    """Accept a nomination as an exception; the reason is kept. An empty reason takes it back."""
    text = clean_block(reason)
    words = "Chấp nhận ngoại lệ" if text else "Bỏ chấp nhận ngoại lệ"
    with session.store.transaction(words, actor=session.actor) as writing:
        nomination = open_nomination(writing, nomination_id)
        by = session.actor if text else ""
        writing.put(replace(nomination, override_reason=text, override_by=by))
    return session.store.last_changes()


def not_a_duplicate(session: Session, nomination_id: str, other_id: str) -> Changes:
    """Keep the verdict that two nominations are different recipients, on both."""
    with session.store.transaction("Đánh dấu không trùng", actor=session.actor) as writing:
        for one, other in ((nomination_id, other_id), (other_id, nomination_id)):
            nomination = writing.get(Nomination, one)
            known = tuple(sorted({*nomination.not_duplicates, other}))
            writing.put(replace(nomination, not_duplicates=known))
    return session.store.last_changes()


def remove(session: Session, ids: Sequence[str]) -> Changes:
    """Put nominations into the recycle bin as one step."""
    with session.store.transaction(f"Xóa {len(ids)} hồ sơ", actor=session.actor) as writing:
        for nomination_id in ids:
            writing.remove(open_nomination(writing, nomination_id))
    return session.store.last_changes()


def restore(session: Session, ids: Sequence[str]) -> Changes:
    """Bring nominations back from the recycle bin."""
    with session.store.transaction(f"Khôi phục {len(ids)} hồ sơ", actor=session.actor) as writing:
        for nomination_id in ids:
            writing.put(replace(writing.get(Nomination, nomination_id), deleted=False))
    return session.store.last_changes()
