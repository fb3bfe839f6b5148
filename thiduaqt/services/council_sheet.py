"""A whole session from one table: who was there, the votes, the choice, the result locked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import partial

from thiduaqt.domain.ballot_sheet import BadBallots, BallotSheet, SheetMember, SheetRow
from thiduaqt.domain.eligibility import MAY_PROCEED
from thiduaqt.domain.errors import UserError
from thiduaqt.domain.records import CouncilMember, CouncilSession
from thiduaqt.domain.text import clean, fold
from thiduaqt.domain.voting import read_threshold
from thiduaqt.services import nominations
from thiduaqt.services.council_gate import send_to_session
from thiduaqt.services.council_lock import lock
from thiduaqt.services.council_members import add_members, member_name, members, read_role
from thiduaqt.services.council_reading import results
from thiduaqt.services.council_results import Results
from thiduaqt.services.council_sittings import (
    Presence,
    edit_session,
    open_session,
    read_clock,
    sessions,
    set_attendance,
    set_rule,
)
from thiduaqt.services.council_votes import choose_highest, enter_many, set_ballots
from thiduaqt.services.editing import fit
from thiduaqt.services.session import Session

_RULE_FIELDS = ("threshold", "denominator", "quorum", "source")


def count_from_sheet(
    session: Session,
    round_id: str,
    sheet: BallotSheet,
    *,
    over_quota_reason: str = "",
    keep_open: bool = False,
) -> Results:
    """Hold a session as a table tells and lock it; return the result.

    The open session of the round is continued, or a new one opened with the nominations named.
    Where more pass than the plan allows, the highest rates are chosen; with
    ``over_quota_reason`` all who passed. Raises BadBallots before anything is written, NotReady
    where the result cannot be locked (what was entered stays).
    """
    places = _Places(session, round_id, sheet)
    sitting = places.sitting or _opened(session, round_id, sheet)
    _hold(session, sitting.id, sheet)
    if places.fresh:
        send_to_session(session, sitting.id, list(places.nominations))
    votes = {row.nomination_id: row.id for row in results(session, sitting.id).rows}
    enter_many(
        session,
        sitting.id,
        {
            votes[nomination]: (row.agree, row.disagree, row.other)
            for nomination, row in places.nominations.items()
        },
    )
    if not keep_open:
        if not over_quota_reason:
            for group in results(session, sitting.id).groups:
                if group.over:
                    choose_highest(session, sitting.id, group.key)
        lock(session, sitting.id, over_quota_reason=over_quota_reason)
    return results(session, sitting.id)


def _opened(session: Session, round_id: str, sheet: BallotSheet) -> CouncilSession:
    return open_session(session, round_id, held_on=sheet.facts.get("held_on", "")).session


def _hold(session: Session, session_id: str, sheet: BallotSheet) -> None:
    """Write down members, attendance, hours, rule and ballots."""
    facts = dict(sheet.facts)
    rule = {name: facts.pop(name) for name in _RULE_FIELDS if name in facts}
    typed: dict[str, object] = {name: value for name, value in facts.items() if value}
    if sheet.tellers:
        typed["tellers"] = sheet.tellers
    if typed:
        edit_session(session, session_id, typed)
    if rule:
        set_rule(session, session_id, **rule)  # type: ignore[arg-type]  # names of its keywords
    if sheet.members:
        add_members(session, [_as_row(member) for member in sheet.members])
        set_attendance(session, session_id, _presence(session, session_id, sheet.members))
    if sheet.numbers:
        set_ballots(session, session_id, **sheet.numbers)


def _as_row(member: SheetMember) -> dict[str, str]:
    return {"name": member.name, "post": member.post, "role": member.role}


def _presence(
    session: Session, session_id: str, named: tuple[SheetMember, ...]
) -> dict[str, Presence]:
    sitting = session.store.get(CouncilSession, session_id)
    by_name: dict[str, CouncilMember] = {}
    for member in members(session, sitting.held_on):
        by_name[fold(member_name(member))] = member
        by_name[fold(member.full_name)] = member
    return {
        by_name[fold(item.name)].id: item.presence for item in named if fold(item.name) in by_name
    }


class _Places:
    """Which nomination each line of the table means; every doubt is a fault with its line."""

    def __init__(self, session: Session, round_id: str, sheet: BallotSheet) -> None:
        self.faults: list[tuple[int, str]] = []
        self.sitting = next(
            (item for item in sessions(session, round_id) if item.state == "draft"), None
        )
        self.listed = nominations.listing(session, round_id)
        self.rows = results(session, self.sitting.id).rows if self.sitting else ()
        self.fresh = not self.rows
        self._index()
        self.nominations: dict[str, SheetRow] = {}
        for row in sheet.rows:
            self._place(row)
        self._check_complete()
        self._check_facts(sheet)
        if self.faults:
            raise BadBallots(self.faults)

    def _index(self) -> None:
        self.by_name: dict[str, list[str]] = defaultdict(list)
        self.exact: dict[str, list[str]] = defaultdict(list)
        self.by_ordinal: dict[int, str] = {}
        wanted = {row.nomination_id: row.ordinal for row in self.rows}
        for item in self.listed:
            if not self.fresh and item.id not in wanted:
                continue
            self.by_ordinal[wanted.get(item.id, item.ordinal)] = item.id
            for name in {clean(item.display).lower(), clean(item.name).lower()}:
                self.exact[name].append(item.id)
            for name in {fold(item.display), fold(item.name)}:
                self.by_name[name].append(item.id)

    def _named(self, name: str) -> list[str]:
        """Return who bears a name: exactly, or else read without marks."""
        return self.exact.get(clean(name).lower()) or self.by_name.get(fold(name)) or []

    def _place(self, row: SheetRow) -> None:
        found = self._named(row.name)
        by_number = self.by_ordinal.get(row.ordinal) if row.ordinal is not None else None
        if not row.name or (len(found) > 1 and by_number in found):
            found = [by_number] if by_number else []
        if not found:
            where = "trong danh sách đề nghị của đợt" if self.fresh else "trong danh sách xét"
            self.faults.append((row.line, f"không thấy “{row.name or row.ordinal}” {where}."))
        elif len(found) > 1:
            self.faults.append((row.line, f"có {len(found)} hồ sơ tên “{row.name}”, ghi thêm TT."))
        elif found[0] in self.nominations:
            first = self.nominations[found[0]].line
            self.faults.append((row.line, f"“{row.name}” đã có ở dòng {first}."))
        else:
            self.nominations[found[0]] = row
            self._check_may_go(row, found[0])

    def _check_may_go(self, row: SheetRow, nomination_id: str) -> None:
        if not self.fresh:
            return
        item = next(item for item in self.listed if item.id == nomination_id)
        if item.state not in ("draft", "failed"):
            self.faults.append((row.line, f"{item.display}: {item.state_words.lower()}."))
        elif item.check not in MAY_PROCEED:
            why = " ".join(
                finding.message for finding in item.findings if finding.severity == "error"
            )
            self.faults.append((row.line, f"{item.display} chưa đưa được vào phiên họp: {why}"))

    def _check_complete(self) -> None:
        missing = [row.name for row in self.rows if row.nomination_id not in self.nominations]
        if missing and not self.faults:
            self.faults.append((0, f"Thiếu kết quả phiếu của {', '.join(missing)}."))

    def _check_facts(self, sheet: BallotSheet) -> None:
        """Find what no session could keep, before anything is written."""
        for member in sheet.members:
            self._try(member.line, read_role, member.role)
        for name, value in sheet.facts.items():
            line = sheet.lines[name]
            if name in ("starts", "ends"):
                self._try(line, partial(read_clock, name), value)
            elif name == "held_on":
                self._try(line, partial(fit, "held_on"), value)
            elif name in ("threshold", "quorum") and value:
                self._try(line, read_threshold, value)

    def _try(self, line: int, read: Callable[[str], object], value: str) -> None:
        try:
            read(value)
        except UserError as fault:
            self.faults.append((line, f"{fault.what} {fault.todo}"))
