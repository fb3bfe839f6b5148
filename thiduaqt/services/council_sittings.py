"""Sessions of the council: opened with the rules as defaults, who was there, who is voted on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.records import Attendance, CouncilSession, Round, Vote
from thiduaqt.domain.text import clean
from thiduaqt.domain.voting import read_share, read_threshold, share_text
from thiduaqt.services.council_members import add_into, edit_into, members
from thiduaqt.services.council_reading import body_of, default_source, seats
from thiduaqt.services.editing import BadValue, Edit, changed
from thiduaqt.services.session import Session
from thiduaqt.storage.transaction import Transaction

Presence = Literal["present", "absent", "written"]
# When an office's morning begins; shown in the form and printed only as it stands there.
USUAL_START = "08:00"
_CLOCK = re.compile(r"(\d{1,2})\s*(?:[:.h]|giờ|g)\s*(?:(\d{1,2})\s*(?:phút)?)?", re.IGNORECASE)
_PLAIN_FIELDS = frozenset({"held_on", "place", "discussion", "form"})
# What the minutes tell besides the result may be finished after the result was locked.
_AFTERWARDS = frozenset({"ends", "discussion", "tellers"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A session that was opened."""

    changes: Changes
    session: CouncilSession


def sessions(session: Session, round_id: str) -> tuple[CouncilSession, ...]:
    """Return the sessions of a round: the one under way first, then the latest."""
    found = session.store.all(CouncilSession, round_id=round_id)
    return tuple(
        sorted(found, key=lambda sitting: (sitting.state == "draft", sitting.held_on), reverse=True)
    )


def open_session(
    session: Session,
    round_id: str,
    *,
    held_on: str = "",
    place: str = "",
    starts: str = USUAL_START,
) -> Opened:
    """Open a session of the council over a round, with quorum and threshold of the rule pack.

    What the rule pack does not know for sure is marked "cần kiểm tra" in its source; without a
    rule the threshold stays empty and no verdict is given. Raises NotAllowed while another
    session of the round is not locked yet.
    """
    session.store.get(Round, round_id)
    if session.store.all(CouncilSession, round_id=round_id, state="draft"):
        raise NotAllowed("Đợt này đang có một phiên họp chưa chốt.", todo="Làm tiếp phiên họp đó.")
    rule = session.rulebook().vote_rule()
    sitting = CouncilSession(id=session.new_id(), round_id=round_id)
    if rule is not None:
        sitting = replace(
            sitting,
            form=rule.form,
            quorum=rule.quorum,
            pass_fraction=rule.pass_fraction,
            pass_operator=rule.pass_operator,
            denominator=rule.denominator,
            own_item_excluded=rule.own_item_excluded,
            rule_source=default_source(rule.pass_source),
        )
    typed = {
        "held_on": held_on or session.today().isoformat(),
        "place": place or f"Trụ sở {session.office().committee}",
        "starts": starts,
    }
    with session.store.transaction("Mở phiên họp Hội đồng", actor=session.actor) as writing:
        sitting = writing.put(_typed_into(sitting, typed))
    return Opened(changes=session.store.last_changes(), session=sitting)


def open_sitting(writing: Transaction, session_id: str) -> CouncilSession:
    """Return a session that may still be changed. Raises NotAllowed."""
    sitting = writing.get(CouncilSession, session_id)
    if sitting.state != "draft":
        raise NotAllowed(
            "Kết quả phiên họp đã chốt nên đã khóa lại.",
            todo="Mở lại phiên họp và ghi lý do nếu cần sửa.",
        )
    return sitting


def edit_session(session: Session, session_id: str, typed: Mapping[str, Any]) -> Changes:
    """Change day, hours, place, form, tellers or discussion. Raises BadValue, NotAllowed.

    Once the result is locked only the end, the tellers and the discussion can still be written.
    """
    with session.store.transaction("Sửa phiên họp", actor=session.actor) as writing:
        if set(typed) <= _AFTERWARDS:
            writing.put(_typed_into(writing.get(CouncilSession, session_id), typed))
        else:
            sitting = _typed_into(open_sitting(writing, session_id), typed)
            writing.put(_by_hands(session, sitting))
    return session.store.last_changes()


def _typed_into(sitting: CouncilSession, typed: Mapping[str, Any]) -> CouncilSession:
    values = {name: value for name, value in typed.items() if name in _PLAIN_FIELDS}
    for name in ("starts", "ends"):
        if name in typed:
            values[name] = read_clock(name, str(typed[name]))
    if "tellers" in typed:
        named = typed["tellers"]
        parts = named.replace(";", "\n").split("\n") if isinstance(named, str) else named
        values["tellers"] = tuple(clean(part) for part in parts if clean(part))
    made = changed(sitting, values)
    _check_hours(made, "ends" if "ends" in typed else "starts")
    return made


def _check_hours(sitting: CouncilSession, typed: str) -> None:
    """Refuse a session that ends before it begins. Raises BadValue for the field ``typed``."""
    if sitting.starts and sitting.ends and sitting.ends < sitting.starts:
        raise BadValue(
            typed,
            f"Giờ kết thúc {sitting.ends} sớm hơn giờ bắt đầu {sitting.starts}.",
            todo="Gõ lại giờ; đổi cả hai thì sửa giờ kết thúc trước.",
        )


def read_clock(field: str, typed: str) -> str:
    """Return a time of day as records keep it ("08:00"). Raises BadValue."""
    text = clean(typed)
    if not text:
        return ""
    found = _CLOCK.fullmatch(text)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
    if hour > 23 or minute > 59:
        raise BadValue(field, f"“{text}” không phải giờ.", todo="Gõ lại, ví dụ 08:00 hoặc 8 giờ.")
    return f"{hour:02d}:{minute:02d}"


def set_rule(
    session: Session,
    session_id: str,
    *,
    threshold: str | None = None,
    denominator: str | None = None,
    quorum: str | None = None,
    own_item_excluded: bool | None = None,
    source: str | None = None,
) -> Changes:
    """Change how the session counts: threshold (">50%", "từ 2/3 trở lên"), base, quorum, source.

    An empty threshold or quorum takes it away. Another threshold or base than that of the source
    needs a new ``source``: the old one is dropped, and so are choices made. Raises BadShare.
    """
    with session.store.transaction("Sửa ngưỡng đạt của phiên họp", actor=session.actor) as writing:
        before = sitting = open_sitting(writing, session_id)
        if threshold is not None:
            sitting = _with_threshold(sitting, threshold)
        if quorum is not None:
            sitting = replace(sitting, quorum=share_text(read_share(quorum)) if quorum else "")
        if denominator is not None:
            sitting = changed(sitting, {"denominator": denominator})
        if own_item_excluded is not None:
            sitting = replace(sitting, own_item_excluded=own_item_excluded)
        if source is not None:
            sitting = replace(sitting, rule_source=clean(source))
        elif _rule_of(sitting) != _rule_of(before):
            sitting = replace(sitting, rule_source="")
        writing.put(sitting)
        drop_choices(session, writing, session_id)
    return session.store.last_changes()


def _rule_of(sitting: CouncilSession) -> tuple[str, str, str]:
    return sitting.pass_fraction, sitting.pass_operator, sitting.denominator


def _with_threshold(sitting: CouncilSession, typed: str) -> CouncilSession:
    if not clean(typed):
        return replace(sitting, pass_fraction="")
    threshold = read_threshold(typed, sitting.pass_operator)
    return replace(
        sitting, pass_fraction=share_text(threshold.share), pass_operator=threshold.operator
    )


def drop_choices(session: Session, writing: Transaction, session_id: str) -> None:
    """Forget who was chosen: the numbers behind the choice have changed."""
    for vote in session.store.all(Vote, session_id=session_id):
        writing.put(replace(vote, chosen=False, chosen_by=""))


# --- Who was there -----------------------------------------------------------------------------


def set_attendance(session: Session, session_id: str, marks: Mapping[str, Presence]) -> Changes:
    """Mark members present, absent, or absent with a written opinion.

    Members not named keep their mark; one without a mark is absent.
    """
    with session.store.transaction("Điểm danh phiên họp", actor=session.actor) as writing:
        _attend(session, writing, session_id, marks)
    return session.store.last_changes()


def _attend(
    session: Session, writing: Transaction, session_id: str, marks: Mapping[str, Presence]
) -> None:
    sitting = open_sitting(writing, session_id)
    earlier: dict[str, Presence] = {
        mark.member_id: "present" if mark.present else "written" if mark.written else "absent"
        for mark in sitting.attendance
    }
    known = [member.id for member in members(session, sitting.held_on)]
    states = {member: marks.get(member, earlier.get(member, "absent")) for member in known}
    attendance = tuple(
        Attendance(member_id=member, present=state == "present", written=state == "written")
        for member, state in states.items()
    )
    writing.put(_by_hands(session, replace(sitting, attendance=attendance)))


def change_seats(
    session: Session,
    session_id: str,
    *,
    edits: Sequence[Edit] = (),
    added: Sequence[Mapping[str, Any]] = (),
    marks: Mapping[str, Presence] | None = None,
) -> Changes:
    """Edit members, add some and take attendance as one step, as a paste into the list does.

    A row of ``added`` may hold "presence" ("present", "absent", "written"). Raises BadValue.
    """
    with session.store.transaction("Sửa thành phần phiên họp", actor=session.actor) as writing:
        open_sitting(writing, session_id)
        edit_into(writing, edits)
        named = [row for row in added if clean(str(row.get("name") or ""))]
        fresh = add_into(session, writing, named)
        there = {
            member.id: row["presence"]
            for member, row in zip(fresh, named, strict=True)
            if row.get("presence")
        }
        if marks or there:
            _attend(session, writing, session_id, {**(marks or {}), **there})
    return session.store.last_changes()


def all_present(session: Session, session_id: str) -> Changes:
    """Mark every member present."""
    sitting = session.store.get(CouncilSession, session_id)
    found = members(session, sitting.held_on)
    return set_attendance(session, session_id, {member.id: "present" for member in found})


def _by_hands(session: Session, sitting: CouncilSession) -> CouncilSession:
    """Where hands are raised there are no ballots: everybody who votes is counted once."""
    if sitting.form != "hands" or not sitting.attendance:
        return sitting
    voters = body_of(sitting, seats(session, sitting)).voters
    return replace(sitting, issued=voters, returned=voters, valid=voters, invalid=0)
