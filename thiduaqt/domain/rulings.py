"""Records of council, decision and register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from thiduaqt.domain.plan import RecipientKind
from thiduaqt.domain.record import Record, Signer

SessionState = Literal["draft", "locked"]
DecisionState = Literal["draft", "issued", "revoked"]
AwardState = Literal["awarded", "corrected", "revoked"]
CouncilRole = Literal["chair", "vice_chair", "secretary", "member"]
Denominator = Literal["total", "present", "valid"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilMember(Record):
    """A member of the Emulation and Commendation Council."""

    full_name: str = ""
    honorific: str = ""
    post: str = ""
    role: CouncilRole = "member"
    person_id: str | None = None
    since: str = ""
    until: str = ""
    ordinal: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Whether a member was present, or sent a written opinion."""

    member_id: str
    present: bool = True
    written: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilSession(Record):
    """A session of the council over one round.

    Fractions are text ("2/3", "0.5"); an empty ``pass_fraction`` means: no threshold chosen, so no
    verdict. ``rule_source`` names where the threshold comes from. ``over_quota_reason`` says why
    more were chosen than the plan allows.
    """

    round_id: str = ""
    held_on: str = ""
    starts: str = ""
    ends: str = ""
    place: str = ""
    form: Literal["secret", "hands"] = "secret"
    attendance: tuple[Attendance, ...] = ()
    issued: int | None = None
    returned: int | None = None
    valid: int | None = None
    invalid: int | None = None
    quorum: str = ""
    pass_fraction: str = ""
    pass_operator: Literal[">", ">="] = ">"
    denominator: Denominator = "total"
    own_item_excluded: bool = False
    rule_source: str = ""
    tellers: tuple[str, ...] = ()
    discussion: str = ""
    over_quota_reason: str = ""
    state: SessionState = "draft"
    reopened_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Record):
    """The counted votes for one nomination in one session. None means: not entered yet.

    ``own_items`` counts members who are this nominee and do not vote on themselves.
    """

    session_id: str = ""
    nomination_id: str = ""
    ordinal: int = 0
    agree: int | None = None
    disagree: int | None = None
    other: int | None = None
    own_items: int = 0
    chosen: bool = False
    chosen_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Record):
    """A commendation decision. Its lines are :class:`Award` once it is issued."""

    round_id: str = ""
    session_id: str | None = None
    award: str = "certificate_of_merit"
    number: str = ""
    date: str = ""
    abstract: str = ""
    signer: Signer | None = None
    over_quota_reason: str = ""
    state: DecisionState = "draft"
    reopened_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Award(Record):
    """One line of the award register: what was given, frozen as printed.

    ``ordinal`` is the số sổ vàng, the place within the decision; ``money`` is in đồng.
    """

    decision_id: str | None = None
    nomination_id: str | None = None
    movement_id: str | None = None
    ordinal: int = 0
    kind: RecipientKind = "individual"
    award: str = "certificate_of_merit"
    level: str = "commune"
    person_id: str | None = None
    unit_id: str | None = None
    team_id: str | None = None
    household_id: str | None = None
    name: str = ""
    post: str = ""
    unit: str = ""
    certificate_name: str = ""
    achievement: str = ""
    period_from: str = ""
    period_to: str = ""
    decision_number: str = ""
    decision_date: str = ""
    authority: str = ""
    money: int = 0
    money_note: str = ""
    handed_over: str = ""
    handed_to: str = ""
    state: AwardState = "awarded"
    correction: str = ""

    @property
    def detail(self) -> str:
        """Post and unit in one line, as lists and certificates print them."""
        return ", ".join(part for part in (self.post, self.unit) if part)
