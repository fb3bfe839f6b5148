"""The records of the data file. Each is a frozen value; a change is a new value with a new rev."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from thiduaqt.domain.plan import MovementPlan, RecipientKind, RoundKind

UnitKind = Literal[
    "department",  # phòng, ban chuyên môn
    "public_service",  # đơn vị sự nghiệp
    "association",  # Mặt trận, đoàn thể, hội
    "school",  # trường
    "village",  # thôn, tổ dân phố
    "company",  # doanh nghiệp
    "cooperative",  # hợp tác xã
    "police_military",  # công an, quân sự
    "upper",  # cơ quan cấp trên
    "commune",  # xã, phường, đặc khu (ta và xã khác)
    "other",
]
CheckState = Literal["open", "met", "unmet", "na"]
NominationState = Literal["draft", "in_session", "passed", "failed", "awarded", "withdrawn"]
SessionState = Literal["draft", "locked"]
DecisionState = Literal["draft", "issued", "revoked"]
AwardState = Literal["awarded", "corrected", "revoked"]
FlagKind = Literal["discipline", "inspection", "complaint"]
CouncilRole = Literal["chair", "vice_chair", "secretary", "member"]
HeldReason = Literal["waiting", "fork", "invalid", "tombstone", "extra"]
Denominator = Literal["total", "present", "valid"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record carries: its identity across offices and its version.

    ``origin`` is the unit that owns it; ``epoch`` and ``rev`` are counters of the owner and the
    only thing a merge compares (never a clock). ``deleted`` puts it into the recycle bin.
    """

    id: str
    origin: str = ""
    epoch: int = 1
    rev: int = 0
    deleted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who signs and in which form: lines such as ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")."""

    code: str
    form: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Record):
    """Our own office. Its ``id`` is our unit id, the ``origin`` of what we make."""

    kind: str = "xã"
    commune_code: str = ""
    commune_name: str = ""
    province: str = ""
    province_kind: str = "tỉnh"
    superior: str = ""
    place: str = ""
    village_word: str = "thôn"
    standing_body: str = "Phòng Văn hóa - Xã hội"
    standing_symbol: str = "VHXH"
    signers: tuple[Signer, ...] = ()
    distribution: tuple[str, ...] = ()
    rounding: Literal["nearest", "up"] = "nearest"
    sample: bool = False

    @property
    def commune(self) -> str:
        """The unit as it stands in a sentence: "xã Cao Minh"."""
        return f"{self.kind} {self.commune_name}"

    @property
    def committee(self) -> str:
        """The committee as it stands in a sentence: "Ủy ban nhân dân xã Cao Minh"."""
        return f"Ủy ban nhân dân {self.commune}"

    @property
    def chair(self) -> str:
        """The deciding authority: "Chủ tịch Ủy ban nhân dân xã Cao Minh"."""
        return f"Chủ tịch {self.committee}"

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The letterhead: ("ỦY BAN NHÂN DÂN", "XÃ CAO MINH")."""
        return ("ỦY BAN NHÂN DÂN", self.commune.upper())


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """A name a unit bore until a date (partial dates as text)."""

    name: str
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Record):
    """A unit that nominates, is nominated or employs people."""

    kind: UnitKind = "other"
    name: str = ""
    short_name: str = ""
    parent_id: str | None = None
    head: str = ""
    phone: str = ""
    households: int | None = None
    workforce: int | None = None
    former_names: tuple[FormerName, ...] = ()
    successor_id: str | None = None
    active: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """A person. ``birth`` is a partial date as text; ``id_number`` is optional and masked."""

    full_name: str = ""
    honorific: str = ""
    sex: Literal["", "male", "female"] = ""
    birth: str = ""
    post: str = ""
    unit_id: str | None = None
    leader: bool | None = None
    id_number: str = ""
    phone: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Household(Record):
    """A household, named on the award by its head and, where wished, its members."""

    head: str = ""
    members: tuple[str, ...] = ()
    unit_id: str | None = None
    address: str = ""
    note: str = ""

    @property
    def name(self) -> str:
        """The household as it is called: "Hộ ông Nguyễn Văn A"."""
        joint = len(self.members) > 1
        named = self.head.lower().startswith(("hộ ", "gia đình "))
        return self.head if joint or named else f"Hộ {self.head}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Team(Record):
    """A community digital team (Tổ công nghệ số cộng đồng). A team is not a unit."""

    name: str = ""
    level: Literal["commune", "village"] = "village"
    unit_id: str | None = None
    founding_number: str = ""
    founding_date: str = ""
    head: str = ""
    phone: str = ""
    active: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamMember(Record):
    """A person's role in a team, with its time."""

    team_id: str = ""
    person_id: str = ""
    role: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement(Record):
    """An emulation movement with the definition its plan gives; ``definition_rev`` counts edits."""

    pack_code: str = ""
    title: str = ""
    short_name: str = ""
    definition: MovementPlan | None = None
    definition_rev: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Round(Record):
    """An occasion of awarding within a movement (đợt)."""

    movement_id: str = ""
    kind: RoundKind = "yearly"
    name: str = ""
    year: int = 0
    deadline: str = ""
    award_day: str = ""
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingFlag(Record):
    """Discipline, inspection or complaint under way against a person or a unit.

    ``document`` names the paper it rests on; ``cleared_by`` the paper that ended it.
    """

    person_id: str | None = None
    unit_id: str | None = None
    kind: FlagKind = "complaint"
    document: str = ""
    opened: str = ""
    closed: str = ""
    cleared_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The state of one criterion for one nominee."""

    code: str
    state: CheckState = "open"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nomination(Record):
    """One recipient proposed for one award in one round.

    The recipient is exactly one of person, unit, team, household. ``print_name`` overrides the
    register's name on paper. ``not_duplicates`` holds the nominations the officer has looked at
    and called another person. ``override_reason`` turns a failed eligibility into an exception.
    """

    round_id: str = ""
    award: str = "certificate_of_merit"
    kind: RecipientKind = "individual"
    person_id: str | None = None
    unit_id: str | None = None
    team_id: str | None = None
    household_id: str | None = None
    print_name: str = ""
    proposer_id: str | None = None
    subject_group: str = ""
    achievement: str = ""
    period_from: str = ""
    period_to: str = ""
    checks: tuple[Check, ...] = ()
    papers: tuple[str, ...] = ()
    mostly_women: bool | None = None
    override_reason: str = ""
    override_by: str = ""
    not_duplicates: tuple[str, ...] = ()
    state: NominationState = "draft"
    import_id: str | None = None
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """A file kept for a nomination; its content lies under ``sha256`` beside the data file.

    ``for_code`` is the code of the criterion or dossier paper it proves.
    """

    nomination_id: str = ""
    for_code: str = ""
    name: str = ""
    sha256: str = ""
    size: int = 0
    added_at: str = ""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintLog(Record):
    """One sheet printed for an award, or spoilt."""

    award_id: str = ""
    at: str = ""
    printer: str = ""
    mode: Literal["full", "overlay"] = "full"
    outcome: Literal["printed", "spoilt"] = "printed"
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration(Record):
    """The correction of one printer, tray and blank: offsets in mm, scale in percent, degrees."""

    printer: str = ""
    tray: str = ""
    blank: str = ""
    dx: str = "0"
    dy: str = "0"
    scale: str = "100"
    rotation: str = "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeDocument(Record):
    """A document the program wrote: its kind, file, hash, and the hash of the facts behind it."""

    owner_id: str = ""
    kind: str = ""
    path: str = ""
    sha256: str = ""
    facts_sha256: str = ""
    made_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportLog(Record):
    """A list that was read into the data, with the layout it had."""

    file_name: str = ""
    sha256: str = ""
    at: str = ""
    round_id: str | None = None
    layout: str = ""
    mapping: dict[str, str] | None = None
    counts: dict[str, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow(Record):
    """A row of a list that could not be taken in yet; nothing of a list is ever lost."""

    import_id: str = ""
    sheet: str = ""
    row: int = 0
    cells: dict[str, str] | None = None
    reason: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleLog(Record):
    """A bundle sent or received."""

    direction: Literal["in", "out"] = "out"
    bundle_id: str = ""
    manifest_sha256: str = ""
    purpose: str = ""
    sender_id: str = ""
    sender_name: str = ""
    recipient_name: str = ""
    stream: str = ""
    stream_epoch: int = 1
    seq: int = 0
    at: str = ""
    file_name: str = ""
    outcomes: dict[str, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRecord(Record):
    """A record of a bundle that is kept beside the data, exactly as it came.

    ``waiting`` for its parent or the officer's word; ``fork``: the branch that is not shown;
    ``invalid``; ``tombstone``: withdrawn before it ever came; ``extra``: stored, but with members
    this version does not know.
    """

    bundle_id: str = ""
    family: str = ""
    ref: str = ""
    reason: HeldReason = "waiting"
    body: str = ""


RECORDS: tuple[type[Record], ...] = (
    Office,
    Unit,
    Person,
    Household,
    Team,
    TeamMember,
    Movement,
    Round,
    StandingFlag,
    Nomination,
    Evidence,
    CouncilMember,
    CouncilSession,
    Vote,
    Decision,
    Award,
    PrintLog,
    Calibration,
    MadeDocument,
    ImportLog,
    WaitingRow,
    BundleLog,
    HeldRecord,
)
