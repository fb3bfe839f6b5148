"""Identities that stay the same across offices: UUID version 7 (RFC 9562)."""

from __future__ import annotations

import secrets
import threading
import time
import uuid

_lock = threading.Lock()
_last = 0


def new_id() -> str:
    """Return a new UUIDv7 as text; ids made by one program sort in the order they were made.

    Only screens use the time inside it; a wrong clock still gives unique ids (74 random bits).
    """
    global _last  # noqa: PLW0603 - the order of ids is a property of the process
    with _lock:
        stamp = max(time.time_ns() // 1_000_000, _last >> 12)
        counter = (stamp << 12) | secrets.randbits(8)
        if counter <= _last:
            counter = _last + 1
        _last = counter
    stamp, sub = counter >> 12, counter & 0xFFF
    value = (stamp & ((1 << 48) - 1)) << 80 | 0x7 << 76 | sub << 64 | 0x2 << 62
    return str(uuid.UUID(int=value | secrets.randbits(62)))
