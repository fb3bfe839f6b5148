"""Bundle format 1: every member with its type and its largest size. The published schema is
made from these classes; members they do not know are kept, never dropped."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from thiduaqt.domain.plan import (
    Guidance,
    MovementPlan,
    ParagraphEdit,
    PlanDocument,
    RecipientKind,
    RoundKind,
)
from thiduaqt.domain.records import (
    AwardState,
    Check,
    DecisionState,
    FormerName,
    NominationState,
    PlanState,
    Signer,
    UnitKind,
)

VERSION = (1, 0)
PURPOSES = (
    "movement",
    "nominations",
    "review",
    "results",
    "report",
    "receipt",
    "roster",
    "enrolment",
    "withdrawal",
    "handover",
)

Id = Annotated[str, Meta(pattern=r"^[0-9A-Za-z_-]+$(?!\n)", min_length=1, max_length=64)]
OptionalId = Annotated[str, Meta(pattern=r"^[0-9A-Za-z_-]*$(?!\n)", max_length=64)]
Hash = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$(?!\n)", max_length=64)]
OptionalHash = Annotated[str, Meta(pattern=r"^([0-9a-f]{64})?$(?!\n)", max_length=64)]
Counter = Annotated[int, Meta(ge=1, le=1_000_000_000)]
Number = Annotated[int, Meta(ge=0, le=1_000_000_000)]
Size = Annotated[int, Meta(ge=0, le=1_000_000_000_000)]
Money = Annotated[int, Meta(ge=0, le=1_000_000_000_000_000)]
Version = Annotated[tuple[Number, Number], Meta(description="major, minor")]
Code = Annotated[str, Meta(max_length=200)]
Line = Annotated[str, Meta(max_length=2_000)]
Text = Annotated[str, Meta(max_length=60_000)]
Counts = dict[Annotated[str, Meta(max_length=40)], Number]


class App(Struct, kw_only=True, frozen=True):
    """The program that wrote the bundle."""

    name: Code
    version: Code


class Sender(Struct, kw_only=True, frozen=True):
    """The office that sends. ``key_id`` is empty in an unsigned bundle."""

    unit_id: Id
    unit_name: Annotated[str, Meta(min_length=1, max_length=500)]
    admin_code: Code = ""
    level: Code = ""
    key_id: Code = ""
    install_id: OptionalId = ""
    contact: Line = ""


class Recipient(Struct, kw_only=True, frozen=True):
    """The office it is meant for; ``unit_id`` is empty where only its name is known."""

    unit_name: Annotated[str, Meta(min_length=1, max_length=500)]
    unit_id: OptionalId = ""
    key_ids: list[Code] = []


class MovementRef(Struct, kw_only=True, frozen=True):
    """The movement, with the revision of its definition that the nominations were made under."""

    id: Id
    code: Code = ""
    definition_rev: Number = 0
    definition_sha256: OptionalHash = ""


class RoundRef(Struct, kw_only=True, frozen=True):
    """The occasion of awarding."""

    id: Id
    kind: Code = ""
    name: Line = ""


class Stream(Struct, kw_only=True, frozen=True):
    """The row of bundles this one continues; each carries the whole state."""

    id: Annotated[str, Meta(pattern=r"^[0-9a-f]{32}$(?!\n)", max_length=32)]
    epoch: Counter
    epoch_id: OptionalId
    seq: Counter
    prev_sha256: OptionalHash = ""
    covers: Literal["full"] = "full"
    final: bool = False


class Entry(Struct, kw_only=True, frozen=True):
    """One other entry of the container."""

    name: Code
    size: Size
    sha256: Hash


class Encryption(Struct, kw_only=True, frozen=True):
    """How the payload is sealed."""

    scheme: Literal["none", "age-x25519", "age-scrypt"] = "none"
    entry: Code = "payload.zip"
    plain_size: Size = 0


class Volume(Struct, kw_only=True, frozen=True):
    """Which part of a set this is, where attachments were split."""

    index: Counter = 1
    of: Counter = 1
    set_id: OptionalId = ""


class AuditHead(Struct, kw_only=True, frozen=True):
    """Number and hash of the sender's newest journal entry; the receiver becomes its witness."""

    n: Size = 0
    sha256: OptionalHash = ""


class Manifest(Struct, kw_only=True, frozen=True):
    """``manifest.json``: in clear, without personal data."""

    format: Literal["thiduaqt-bundle"]
    format_version: Version
    min_reader: Version
    app: App
    bundle_id: Id
    purpose: Code
    created_at: Annotated[
        str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}T[0-9:.+Z-]+$(?!\n)", max_length=40)
    ]
    sender: Sender
    recipient: Recipient
    movement: MovementRef
    round: RoundRef
    stream: Stream
    counts: Counts
    entries: Annotated[list[Entry], Meta(max_length=20)]
    signature: Literal["none", "ed25519"] = "none"
    encryption: Encryption = Encryption()
    volume: Volume = Volume()
    audit_head: AuditHead = AuditHead()
    personal_data: Literal["none", "basic", "sensitive"] = "basic"
    clock_suspect: bool = False
    level: Code = ""
    ext: dict[str, Any] = {}


class RecordsFile(Struct, kw_only=True, frozen=True):
    """The records: how many lines, and their hash."""

    name: Literal["records.jsonl"]
    lines: Number
    sha256: Hash


class Attachment(Struct, kw_only=True, frozen=True):
    """A scan, named by its content."""

    sha256: Hash
    size: Size
    media: Code = ""
    included: bool = False


class Content(Struct, kw_only=True, frozen=True):
    """``content.json``: binds the inside to the outside."""

    bundle_id: Id
    sender_unit_id: Id
    recipient_unit_id: OptionalId
    nonce: Annotated[str, Meta(pattern=r"^[0-9A-Za-z+/=]{44}$(?!\n)", max_length=44)]
    counts: Counts
    records: RecordsFile
    record_root: Hash
    attachments: list[Attachment] = []
    ext: dict[str, Any] = {}


class Record(Struct, kw_only=True, frozen=True, omit_defaults=True):
    """One line of ``records.jsonl``. ``b`` is the body, ``h`` the hash of its canonical form."""

    t: Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*$(?!\n)", min_length=1, max_length=40)]
    id: Id
    owner: Id
    epoch: Counter
    rev: Counter
    b: dict[str, Any]
    h: Hash
    sec: Code = "core"
    mv: OptionalId = ""
    def_rev: Number = 0
    round: OptionalId = ""
    x: dict[str, Any] = {}


class _Body(Struct, kw_only=True, omit_defaults=True):
    deleted: bool = False


class UnitBody(_Body):
    """A unit."""

    kind: UnitKind = "other"
    name: Line = ""
    short_name: Line = ""
    parent_id: Id | None = None
    households: Number | None = None
    workforce: Number | None = None
    former_names: tuple[FormerName, ...] = ()
    successor_id: Id | None = None
    active: bool = True


class PersonBody(_Body):
    """A person, without personal number and phone."""

    full_name: Line = ""
    honorific: Line = ""
    sex: Literal["", "male", "female"] = ""
    birth: Code = ""
    post: Line = ""
    unit_id: Id | None = None
    leader: bool | None = None


class HouseholdBody(_Body):
    """A household."""

    head: Line = ""
    members: tuple[Line, ...] = ()
    unit_id: Id | None = None
    address: Line = ""


class TeamBody(_Body):
    """A community digital team."""

    name: Line = ""
    level: Literal["commune", "village"] = "village"
    unit_id: Id | None = None
    founding_number: Code = ""
    founding_date: Code = ""
    active: bool = True


class PlanBody(_Body):
    """A plan as a document, with what was worded anew and what came later."""

    pack_code: Code = ""
    document: PlanDocument = PlanDocument()
    state: PlanState = "draft"
    guidance: tuple[Guidance, ...] = ()
    edits: tuple[ParagraphEdit, ...] = ()


class MovementBody(_Body):
    """A movement of the sender, with the definition its nominations were checked against."""

    pack_code: Code = ""
    title: Line = ""
    short_name: Line = ""
    plan_id: Id | None = None
    definition: MovementPlan | None = None
    definition_rev: Number = 1


class RoundBody(_Body):
    """An occasion of awarding."""

    movement_id: Id
    kind: RoundKind = "yearly"
    name: Line = ""
    year: Number = 0
    occasion: Line = ""
    deadline: Code = ""
    award_day: Code = ""
    closed: bool = False


class NominationBody(_Body):
    """A nomination. Exactly one of the four recipients is named."""

    round_id: Id
    award: Code = "certificate_of_merit"
    kind: RecipientKind = "individual"
    person_id: Id | None = None
    unit_id: Id | None = None
    team_id: Id | None = None
    household_id: Id | None = None
    print_name: Line = ""
    proposer_id: Id | None = None
    subject_group: Code = ""
    achievement: Text = ""
    period_from: Code = ""
    period_to: Code = ""
    checks: tuple[Check, ...] = ()
    papers: tuple[Code, ...] = ()
    mostly_women: bool | None = None
    override_reason: Text = ""
    override_by: Line = ""
    state: NominationState = "draft"


class DecisionBody(_Body):
    """A commendation decision."""

    round_id: Id
    award: Code = "certificate_of_merit"
    number: Code = ""
    date: Code = ""
    abstract: Text = ""
    signer: Signer | None = None
    over_quota_reason: Text = ""
    state: DecisionState = "draft"


class AwardBody(_Body):
    """One line of the award register."""

    decision_id: Id | None = None
    nomination_id: Id | None = None
    movement_id: Id | None = None
    ordinal: Number = 0
    kind: RecipientKind = "individual"
    award: Code = "certificate_of_merit"
    level: Code = "commune"
    person_id: Id | None = None
    unit_id: Id | None = None
    team_id: Id | None = None
    household_id: Id | None = None
    name: Line = ""
    post: Line = ""
    unit: Line = ""
    certificate_name: Line = ""
    achievement: Text = ""
    period_from: Code = ""
    period_to: Code = ""
    decision_number: Code = ""
    decision_date: Code = ""
    authority: Line = ""
    money: Money = 0
    money_note: Line = ""
    state: AwardState = "awarded"
    correction: Text = ""


class TombstoneBody(Struct, kw_only=True, frozen=True, omit_defaults=True):
    """A record withdrawn by its owner; ``erase`` asks that its content be removed as well."""

    target: Id
    family: Code
    reason: Literal["withdrawn", "duplicate", "privacy_erase", "mistake"] = "withdrawn"
    erase: bool = False


BODIES: dict[str, type[Struct]] = {
    "unit": UnitBody,
    "person": PersonBody,
    "household": HouseholdBody,
    "team": TeamBody,
    "plan": PlanBody,
    "movement": MovementBody,
    "round": RoundBody,
    "nomination": NominationBody,
    "decision": DecisionBody,
    "award": AwardBody,
    "tombstone": TombstoneBody,
}
