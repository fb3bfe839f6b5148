"""A decision as its screen shows it: facts, lines, papers, what is in the way; and all in a row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from thiduaqt.domain.decisions import Line
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.quota import QuotaState
from thiduaqt.domain.records import (
    Award,
    CouncilSession,
    Decision,
    MadeDocument,
    Nomination,
    Round,
    Signer,
)
from thiduaqt.services import decisions, history, output
from thiduaqt.services.checking import Recipients
from thiduaqt.services.decision_lines import chosen_votes
from thiduaqt.services.output import PaperState
from thiduaqt.services.papers import STANDING_SIGNER
from thiduaqt.services.session import Session

_FIELD_WORDS = {
    "number": "số",
    "date": "ngày",
    "signer": "người ký",
    "abstract": "trích yếu",
    "over_quota_reason": "lý do vượt số lượng",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """One line of the list of decisions; ``year`` is that of its date, of its round for a draft."""

    id: str
    number: str
    date: str
    state: str
    around: str
    year: int
    count: int

    @property
    def draft(self) -> bool:
        """Tell whether it can still be changed."""
        return self.state == "draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Undrafted:
    """A locked council session whose decision has not been drafted: ``count`` were chosen."""

    session_id: str
    round_id: str
    around: str
    held_on: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything about one decision, read at once."""

    decision: Decision
    around: Round
    lines: tuple[Line, ...]
    quotas: tuple[QuotaState, ...]
    issues: tuple[Issue, ...]
    papers: tuple[PaperState, ...]
    sitting: CouncilSession | None
    signers: tuple[Signer, ...]
    changed: str = ""
    """What has changed since the papers were made, where some are outdated."""

    @property
    def draft(self) -> bool:
        """Tell whether it can still be changed."""
        return self.decision.state == "draft"

    @property
    def money(self) -> int:
        """The prize money of all lines, in đồng."""
        return sum(line.money for line in self.lines)

    @property
    def over(self) -> tuple[QuotaState, ...]:
        """The kinds of which more are awarded than the plan allows."""
        return tuple(state for state in self.quotas if state.over())

    @property
    def blocking(self) -> tuple[Issue, ...]:
        """What keeps it from being issued."""
        return tuple(issue for issue in self.issues if issue.severity == "error")

    @property
    def outdated(self) -> tuple[PaperState, ...]:
        """The papers that say something else than the records."""
        return tuple(paper for paper in self.papers if paper.state == "outdated")


def overview(session: Session) -> tuple[DecisionRow, ...]:
    """Return all decisions by year, the newest first, drafts at the head of their year."""
    rounds = {item.id: item for item in session.store.all(Round)}
    rows = [_row(session, item, rounds) for item in decisions.listing(session)]
    return tuple(sorted(rows, key=lambda row: (-row.year, not row.draft)))


def _row(session: Session, decision: Decision, rounds: Mapping[str, Round]) -> DecisionRow:
    around = rounds.get(decision.round_id)
    if decision.state == "draft":
        count = len(chosen_votes(session, decision.session_id))
        year = around.year if around else session.today().year
    else:
        count = session.store.count(Award, decision_id=decision.id)
        year = int(decision.date[:4])
    return DecisionRow(
        id=decision.id,
        number=decision.number,
        date=decision.date,
        state=decision.state,
        around=around.name if around else "",
        year=year,
        count=count,
    )


def undrafted(session: Session) -> tuple[Undrafted, ...]:
    """Return the locked council sessions that still have no decision, the latest first."""
    drafted = {item.session_id for item in session.store.all(Decision)}
    rounds = {item.id: item for item in session.store.all(Round)}
    found = []
    for sitting in session.store.all(CouncilSession, state="locked"):
        chosen = chosen_votes(session, sitting.id)
        if sitting.id not in drafted and chosen:
            around = rounds.get(sitting.round_id)
            found.append(
                Undrafted(
                    session_id=sitting.id,
                    round_id=sitting.round_id,
                    around=around.name if around else "",
                    held_on=sitting.held_on,
                    count=len(chosen),
                )
            )
    return tuple(sorted(found, key=lambda item: item.held_on, reverse=True))


def sheet(session: Session, decision_id: str) -> Sheet:
    """Return everything about one decision. Raises NotFound."""
    decision = session.store.get(Decision, decision_id)
    listed = decisions.lines(session, decision_id)
    papers = _papers(session, decision)
    old = [paper.kind for paper in papers if paper.state == "outdated"]
    draft = decision.state == "draft"
    return Sheet(
        decision=decision,
        around=session.store.get(Round, decision.round_id),
        lines=listed,
        quotas=decisions.quotas(session, decision_id, listed),
        issues=decisions.gate(session, decision_id) if draft else (),
        papers=papers,
        sitting=session.store.find(CouncilSession, decision.session_id),
        signers=_signers(session, decision),
        changed=changed_since(session, decision, old) if old else "",
    )


def _papers(session: Session, decision: Decision) -> tuple[PaperState, ...]:
    """Return the papers of a decision; a draft has nothing in the register yet."""
    states = output.states(session, decision.id)
    issued = decision.state != "draft"
    return tuple(paper for paper in states if issued or paper.kind != "register")


def _signers(session: Session, decision: Decision) -> tuple[Signer, ...]:
    """Return who may sign a decision, whoever signs this one among them."""
    found = [item for item in session.office().signers if item.code != STANDING_SIGNER]
    mine = decision.signer
    if mine is not None and all(item.code != mine.code for item in found):
        found.append(mine)
    return tuple(found)


# -- what has changed -----------------------------------------------------------------------------


def changed_since(session: Session, decision: Decision, kinds: Iterable[str]) -> str:
    """Return in words what has changed since papers of a decision were made.

    "Thay Ông Bùi Văn Ân bằng Bà Vũ Thị Yến" and the like; a plain sentence where the records only
    tell that something has changed (a name, the letterhead).
    """
    since = _made_in(session, decision, kinds)
    parts = [_list_words(session, decision, since), _field_words(session, decision, since)]
    told = "; ".join(part for part in parts if part)
    return told[:1].upper() + told[1:] if told else "Dữ liệu đã đổi"


def _made_in(session: Session, decision: Decision, kinds: Iterable[str]) -> int:
    """Return the number of the journal entry in which the oldest of these papers was made."""
    numbers: list[int] = []
    for kind in kinds:
        made = session.store.all(MadeDocument, owner_id=decision.id, kind=kind)
        if made:
            last = max(made, key=lambda item: item.made_at)
            numbers += [entry.n for entry in history.of_record(session, last.id)[:1]]
    return min(numbers, default=0)


def _list_words(session: Session, decision: Decision, since: int) -> str:
    if not decision.session_id:
        return ""
    before: dict[str, bool] = {}
    after: dict[str, bool] = {}
    for entry in reversed(history.of_record(session, decision.session_id)):
        for change in entry.changes if entry.n > since else ():
            if change.table == "vote" and change.after is not None:
                nomination = str(change.after["nomination_id"])
                before.setdefault(nomination, _was_chosen(change.before))
                after[nomination] = _was_chosen(change.after)
    added = [item for item, chosen in after.items() if chosen and not before[item]]
    gone = [item for item, chosen in after.items() if before[item] and not chosen]
    if not added and not gone:
        return ""
    names = _names(session, [*added, *gone])
    if len(added) == len(gone) == 1:
        return f"thay {names[gone[0]]} bằng {names[added[0]]}"
    parts = []
    if added:
        parts.append("thêm " + ", ".join(names[item] for item in added))
    if gone:
        parts.append("bỏ " + ", ".join(names[item] for item in gone))
    return ", ".join(parts)


def _was_chosen(row: Mapping[str, Any] | None) -> bool:
    return row is not None and bool(row["chosen"]) and not row["deleted"]


def _names(session: Session, nomination_ids: Sequence[str]) -> dict[str, str]:
    recipients = Recipients.of(session)
    return {one: recipients.display(session.store.get(Nomination, one)) for one in nomination_ids}


def _field_words(session: Session, decision: Decision, since: int) -> str:
    first: Mapping[str, Any] | None = None
    last: Mapping[str, Any] | None = None
    for entry in history.of_record(session, decision.id):
        for change in entry.changes if entry.n > since else ():
            if change.id == decision.id and change.before is not None:
                first = change.before
                last = last or change.after
    if first is None or last is None:
        return ""
    words = [name for field, name in _FIELD_WORDS.items() if _told(first, field, last)]
    if first["state"] != last["state"]:
        return "quyết định đã ban hành" if decision.state == "issued" else "quyết định đã mở lại"
    return f"sửa {', '.join(words)}" if words else ""


def _told(first: Mapping[str, Any], field: str, last: Mapping[str, Any]) -> bool:
    return json.dumps(first[field], default=str) != json.dumps(last[field], default=str)
