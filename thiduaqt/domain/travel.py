"""Which records travel between offices, in which form, and what stays at home.

Only what the receiving office needs travels (data protection): no personal number, no phone, no
remarks, nothing of the council's votes. A body leaves out what equals the default, so a later
version with more fields still gives the same hash for the same content.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from thiduaqt.domain.plain import from_plain
from thiduaqt.domain.records import (
    Award,
    Decision,
    Household,
    Movement,
    Nomination,
    Person,
    Plan,
    Record,
    Round,
    Team,
    Unit,
)
from thiduaqt.domain.text import nfc

Purpose = Literal["nominations", "results", "movement"]
Key = tuple[str, str]
"""Family and id: what names a record everywhere."""

PURPOSE_WORDS: dict[str, str] = {
    "nominations": "Đề nghị khen thưởng",
    "results": "Kết quả khen thưởng",
    "movement": "Phong trào và kế hoạch",
}
TOMBSTONE = "tombstone"
GONE = "~"
"""Stands in for the hash of whatever was deleted; sorts behind every real hash."""

_ENVELOPE = frozenset({"id", "origin", "epoch", "rev", "deleted"})
# Signs nobody sees: they have no place in a name and would make equal texts differ.
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One kind of record that travels: what stays at home, and which fields name other records."""

    name: str
    kind: type[Record]
    word: str
    home: frozenset[str] = frozenset()
    parents: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of the body, in the order of the record."""
        return tuple(
            field.name
            for field in dataclasses.fields(self.kind)
            if field.name not in _ENVELOPE | self.home
        )


_SUBJECT = {
    "person_id": "person",
    "unit_id": "unit",
    "team_id": "team",
    "household_id": "household",
}
FAMILIES: dict[str, Family] = {
    family.name: family
    for family in (
        Family(
            name="unit",
            kind=Unit,
            word="Đơn vị",
            home=frozenset({"head", "phone", "note"}),
            parents={"parent_id": "unit", "successor_id": "unit"},
        ),
        Family(
            name="person",
            kind=Person,
            word="Cá nhân",
            home=frozenset({"id_number", "phone", "note"}),
            parents={"unit_id": "unit"},
        ),
        Family(
            name="household",
            kind=Household,
            word="Hộ gia đình",
            home=frozenset({"note"}),
            parents={"unit_id": "unit"},
        ),
        Family(
            name="team",
            kind=Team,
            word="Tổ công nghệ số cộng đồng",
            home=frozenset({"head", "phone", "note"}),
            parents={"unit_id": "unit"},
        ),
        Family(name="plan", kind=Plan, word="Kế hoạch", home=frozenset({"supersedes_id"})),
        Family(
            name="movement",
            kind=Movement,
            word="Phong trào",
            home=frozenset({"parent_id", "earlier"}),
            parents={"plan_id": "plan"},
        ),
        Family(name="round", kind=Round, word="Đợt khen", parents={"movement_id": "movement"}),
        Family(
            name="nomination",
            kind=Nomination,
            word="Hồ sơ đề nghị",
            home=frozenset({"import_id", "source", "note", "not_duplicates"}),
            parents={"round_id": "round", "proposer_id": "unit", **_SUBJECT},
        ),
        Family(
            name="decision",
            kind=Decision,
            word="Quyết định",
            home=frozenset({"session_id", "reopened_reason"}),
            parents={"round_id": "round"},
        ),
        Family(
            name="award",
            kind=Award,
            word="Khen thưởng",
            home=frozenset({"handed_over", "handed_to"}),
            parents={
                "decision_id": "decision",
                "nomination_id": "nomination",
                "movement_id": "movement",
                **_SUBJECT,
            },
        ),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One record as a bundle states it, already read and checked but not yet believed.

    ``family`` and ``id`` name the record concerned (for a withdrawal: its target); ``record`` is
    None for a withdrawal, an unknown family and a record with a ``problem`` (a sentence).
    ``line`` is the record exactly as it stood in the file; ``extra`` tells that it holds members
    this version does not know.
    """

    family: str
    id: str
    owner: str
    epoch: int
    rev: int
    h: str
    line: str
    record: Record | None = None
    gone: bool = False
    problem: str = ""
    extra: bool = False

    @property
    def key(self) -> Key:
        """Family and id."""
        return self.family, self.id

    @property
    def known(self) -> bool:
        """Tell whether this version of the program can hold such records at all."""
        return self.family in FAMILIES

    def parents(self) -> list[Key]:
        """Return the records this one cannot do without."""
        return [] if self.record is None else parents_of(self.family, self.record)


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleInfo:
    """What a bundle says about itself, readable without a data file."""

    bundle_id: str
    manifest_sha256: str
    purpose: str
    created_at: str
    app_version: str
    sender_id: str
    sender_name: str
    recipient_id: str
    recipient_name: str
    movement_id: str
    movement_code: str
    round_id: str
    round_name: str
    stream: str
    stream_epoch: int
    seq: int
    prev_sha256: str
    final: bool
    clock_suspect: bool
    counts: Mapping[str, int]
    file_name: str
    size: int
    signature: Literal["none"] = "none"
    attachments: int = 0

    @property
    def total(self) -> int:
        """How many records the bundle holds."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """A record of ours that the receiver must not use any longer; its content stays here."""

    family: str
    id: str
    owner: str
    epoch: int
    rev: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """Everything a bundle is made of."""

    bundle_id: str
    purpose: Purpose
    created_at: str
    clock_suspect: bool
    app_version: str
    sender_id: str
    sender_name: str
    sender_code: str
    sender_level: str
    install_id: str
    recipient_name: str
    movement: Movement
    round: Round
    stream: str
    stream_epoch: int
    epoch_id: str
    seq: int
    prev_sha256: str
    audit_n: int
    audit_sha256: str
    nonce: bytes
    records: tuple[tuple[str, Record], ...]
    withdrawn: tuple[Withdrawn, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A bundle that passed every check: what it says of itself, and its records."""

    info: BundleInfo
    claims: tuple[Claim, ...]


def parents_of(family: str, record: Record) -> list[Key]:
    """Return the records that ``record`` names, each once."""
    found = [
        (parent, str(getattr(record, field)))
        for field, parent in FAMILIES[family].parents.items()
        if getattr(record, field)
    ]
    return list(dict.fromkeys(found))


def body_of(family: str, record: Record) -> dict[str, Any]:
    """Return the body of a record as it travels: no envelope, nothing local, no defaults."""
    plain = slim(record)
    body = {name: plain[name] for name in FAMILIES[family].fields if name in plain}
    return {**body, "deleted": True} if record.deleted else body


def slim(value: Any) -> Any:  # noqa: ANN401 - any typed value
    """Return ``value`` as plain values with clean text; fields that equal their default go."""
    if isinstance(value, str):
        return travel_text(value)
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, list | tuple):
        return [slim(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): slim(item) for key, item in value.items()}
    kept: dict[str, Any] = {}
    for field in dataclasses.fields(value):
        item = getattr(value, field.name)
        if field.default is dataclasses.MISSING or item != field.default:
            kept[field.name] = slim(item)
    return kept


def travel_text(text: str) -> str:
    """Return ``text`` composed (NFC) and without signs nobody sees; spaces stay as they are."""
    return nfc(text) if text.isascii() and not _HIDDEN.search(text) else nfc(_HIDDEN.sub("", text))


def travels(text: str) -> bool:
    """Tell whether ``text`` is in the form in which text travels."""
    return text == travel_text(text)


def record_of(
    family: str, body: Mapping[str, Any], *, record_id: str, owner: str, epoch: int, rev: int
) -> Record:
    """Return the record of a body. Raises :class:`~thiduaqt.domain.plain.PlainError`."""
    values = {**body, "id": record_id, "origin": owner, "epoch": epoch, "rev": rev}
    return from_plain(FAMILIES[family].kind, values)


def stream_id(sender: str, recipient: str, movement: str, round_id: str, purpose: str) -> str:
    """Return what bundles of one row have in common: 32 hex digits."""
    joined = "|".join((sender, recipient, movement, round_id, purpose))
    return hashlib.sha256(joined.encode()).hexdigest()[:32]


def canonical(value: object) -> str:
    """Return the one JSON text of plain values: sorted keys, no spaces, no floats."""
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def body_hash(body: Mapping[str, Any]) -> str:
    """Return the SHA-256 of the canonical form of a body."""
    return hashlib.sha256(canonical(body).encode()).hexdigest()


def label_of(record: Record) -> str:
    """Return how a record is called on screen, without looking anything up."""
    match record:
        case Unit() | Team() | Household():
            return record.name
        case Person():
            return record.full_name
        case Movement():
            return record.short_name or record.title
        case Round():
            return record.name
        case Decision():
            return f"Quyết định số {record.number}" if record.number else "Quyết định chưa có số"
        case Award():
            return f"{record.name} – số sổ {record.ordinal}"
        case Nomination():
            return record.print_name
    return ""
