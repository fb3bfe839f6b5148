"""The records of the data file. Each is a frozen value; a change is a new value with a new rev."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from thiduaqt.domain.plan import RecipientKind
from thiduaqt.domain.planning import (
    Block,
    BlockYear,
    Commitment,
    CriteriaEdition,
    EarlierRules,
    Measurement,
    Movement,
    Plan,
    PlanState,
    Registration,
    Round,
    ScoreEntry,
    ScoreSheet,
    SeenFinding,
)
from thiduaqt.domain.record import Record, Signer
from thiduaqt.domain.rulings import (
    Attendance,
    Award,
    AwardState,
    CouncilMember,
    CouncilRole,
    CouncilSession,
    Decision,
    DecisionState,
    Denominator,
    SessionState,
    Vote,
)
from thiduaqt.domain.traces import (
    BundleLog,
    Calibration,
    HeldReason,
    HeldRecord,
    ImportLog,
    MadeDocument,
    PrintLog,
    WaitingRow,
)

__all__ = [
    "RECORDS",
    "Attendance",
    "Award",
    "AwardState",
    "Block",
    "BlockYear",
    "BundleLog",
    "Calibration",
    "Check",
    "CheckState",
    "Commitment",
    "CouncilMember",
    "CouncilRole",
    "CouncilSession",
    "CriteriaEdition",
    "Decision",
    "DecisionState",
    "Denominator",
    "EarlierRules",
    "Evidence",
    "FlagKind",
    "FormerName",
    "HeldReason",
    "HeldRecord",
    "Household",
    "ImportLog",
    "MadeDocument",
    "Measurement",
    "Movement",
    "Nomination",
    "NominationState",
    "Office",
    "Person",
    "Plan",
    "PlanState",
    "PrintLog",
    "Record",
    "Registration",
    "Round",
    "ScoreEntry",
    "ScoreSheet",
    "SeenFinding",
    "SessionState",
    "Signer",
    "StandingFlag",
    "Team",
    "TeamMember",
    "Unit",
    "UnitKind",
    "Vote",
    "WaitingRow",
]

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
FlagKind = Literal["discipline", "inspection", "complaint"]


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


RECORDS: tuple[type[Record], ...] = (
    Office,
    Unit,
    Person,
    Household,
    Team,
    TeamMember,
    Plan,
    Movement,
    Round,
    CriteriaEdition,
    Block,
    Measurement,
    StandingFlag,
    Nomination,
    Evidence,
    ScoreSheet,
    Registration,
    SeenFinding,
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
