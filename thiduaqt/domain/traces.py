"""Records of what the program did: printed, made, read, sent; and what it keeps aside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from thiduaqt.domain.record import Record

HeldReason = Literal["waiting", "fork", "invalid", "tombstone", "extra"]


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
