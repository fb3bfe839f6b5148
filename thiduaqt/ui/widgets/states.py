"""How states look: one icon, one colour and one ground each, never colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from thiduaqt.ui import tokens


@dataclass(frozen=True, slots=True)
class Look:
    """Icon name and colours of a state."""

    icon: str
    colour: str
    ground: str


LOOKS = {
    "": Look("", tokens.TEXT_2, tokens.NEUTRAL_BG),
    "ok": Look("circle-check", tokens.OK, tokens.OK_BG),
    "warn": Look("alert-triangle", tokens.WARN, tokens.WARN_BG),
    "error": Look("circle-x", tokens.ERROR, tokens.ERROR_BG),
    "info": Look("info-circle", tokens.INFO, tokens.INFO_BG),
    "edit": Look("pencil", tokens.INFO, tokens.INFO_BG),
    "open": Look("circle", tokens.TEXT_2, tokens.NEUTRAL_BG),
    "pending": Look("circle-dashed", tokens.TEXT_2, tokens.NEUTRAL_BG),
    "off": Look("circle-minus", tokens.TEXT_2, tokens.NEUTRAL_BG),
    "revoked": Look("ban", tokens.ERROR, tokens.ERROR_BG),
    "skip": Look("ban", tokens.TEXT_MUTED, tokens.NEUTRAL_BG),
    "plain": Look("check", tokens.TEXT_2, tokens.NEUTRAL_BG),
    "locked": Look("lock", tokens.TEXT_2, tokens.NEUTRAL_BG),
}
"""ok ✓ · warn ⚠ · error ✗ · info ⓘ · edit ✎ (exception, corrected) · open ○ (not checked) ·
pending (dashed, not complete) · off (not passed) · revoked · skip · plain ✓ · locked."""


def look_of(state: str) -> Look:
    """Return the look of ``state``; raises KeyError for a state that does not exist."""
    return LOOKS[state]
