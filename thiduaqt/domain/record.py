"""What every record is: an identity across offices and a version."""

from __future__ import annotations

from dataclasses import dataclass


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
