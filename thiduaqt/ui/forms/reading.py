"""Reads what was typed into a field. No Qt in here."""

from __future__ import annotations

import re
from decimal import Decimal

_NUMBER = re.compile(r"[+-]?\d[\d.]*(?:,\d+)?")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?")


class UnreadableNumber(ValueError):
    """A text that is no number."""


def read_number(text: str) -> Decimal | None:
    """Read a number as people type it; None for an empty text.

    The comma is the decimal sign and points group by three. A single point followed by one or two
    digits is taken as a decimal sign too (plans write "0.75"); "1.234" is 1234. A percent sign or
    "đ" at the end is left aside. Raises :class:`UnreadableNumber`.
    """
    bare = text.strip().removesuffix("%").removesuffix("đ").replace(" ", "").replace("\u00a0", "")
    if not bare:
        return None
    if not _NUMBER.fullmatch(bare):
        raise UnreadableNumber(text)
    if "." in bare and not _GROUPED.fullmatch(bare):
        whole, _, part = bare.partition(".")
        if "," in bare or "." in part or len(part) > 2 or not part:
            raise UnreadableNumber(text)
        return Decimal(f"{whole}.{part}")
    return Decimal(bare.replace(".", "").replace(",", "."))


def show_number(value: Decimal | int | None) -> str:
    """Write a number for a field: points between groups of three, decimal comma."""
    if value is None:
        return ""
    text = f"{Decimal(value):,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))
