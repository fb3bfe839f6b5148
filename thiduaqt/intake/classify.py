"""What a row of a list is when it is no nominee: group, total, signature, footnote …"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from thiduaqt.domain.names import NameKind, capitalise_unit, is_unit_name
from thiduaqt.domain.text import clean, fold
from thiduaqt.intake.cells import plain_text

_TOTAL = re.compile(
    r"^(?:\*\s*)?(?:tong cong|tong so|cong\s*(?:[:(]|$|\d)|tong\s*(?:[:(]|$|\d)|cong chung"
    r"|\(?\s*(?:danh sach|an dinh danh sach)\s+(?:nay\s+)?(?:gom|co)\s)"
)
_FOOTNOTE = re.compile(r"^(?:\*+|\(\*\)|ghi chu\s*:|luu y\s*:|chu thich\s*:)")
_TITLE = re.compile(
    r"^(?:danh sach|bieu|phu luc|mau so|mau \d|\(?kem theo|cong hoa xa hoi|doc lap)"
)
_SIGNATURE = re.compile(
    r"^(?:\(?ky[ ,)]|nguoi (?:lap|tong hop|ky)|t/?m\b\.?|kt\.|tl\.|thay mat\b|noi nhan\b"
    r"|xac nhan\b|ke toan$|thu truong don vi|(?:pho )?truong (?:thon|xom|ban|khu pho|tdp|phong"
    r"|ban cong tac mat tran)$|(?:pho )?(?:chu tich|hieu truong|giam doc|bi thu|to truong)$"
    r"|ubnd xa$|uy ban nhan dan)"
)
_PLACE_AND_DATE = re.compile(r"\bngay\b.{0,12}\bthang\b.{0,12}\bnam\b")
_ENUMERATOR = re.compile(r"^\s*(?:[IVXLC]{1,5}|[A-ZĐ]|[a-zđ])\s*[.):/-]\s*", re.UNICODE)
_ENUMERATOR_ALONE = re.compile(r"(?:[IVXLC]{1,5}|[A-ZĐ])\.?")
_GROUP = re.compile(
    r"^(?:(?:danh sach|de nghi|khen thuong|doi voi|cac|nhom|khoi|ve|giay khen cho|khen)\s+)*"
    r"(?P<kind>tap the|ca nhan|ho gia dinh|gia dinh|to cong nghe so(?: cong dong)?|to cnscd)"
    r"(?:\s*[:;,.(\-–].*|\s+(?:khen|de nghi|duoc|gom|nho|trong|ngoai|co|xuat sac|tieu bieu).*"
    r"|\s*\d.*)?$"
)
_GROUP_KINDS: dict[str, NameKind] = {
    "tap the": "unit",
    "ca nhan": "person",
    "ho gia dinh": "household",
    "gia dinh": "household",
}


@dataclass(frozen=True, slots=True)
class Group:
    """A row that names a group: a kind of nominee, or the unit the next rows belong to."""

    kind: NameKind | None = None
    unit: str = ""


def texts_of(row: list[Any]) -> dict[int, str]:
    """Return the filled cells of a row as clean text by column."""
    return {
        column: text
        for column, value in enumerate(row)
        if value not in ("", None) and (text := _text(value))
    }


def _text(value: object) -> str:
    return clean(value) if isinstance(value, str) else plain_text(value)


def is_total(texts: dict[int, str]) -> bool:
    """Tell whether a row adds up: Cộng, Tổng cộng, Danh sách gồm 12 người."""
    words = [text for text in texts.values() if not text.isdecimal()][:2]
    # "Tống" and "Cống" are family names; with marks the words must be the right ones.
    return any(
        _TOTAL.match(fold(text)) and (text.isascii() or not re.match(r"(?i)t[ốồ]ng|c[ốồ]ng", text))
        for text in words
    )


def is_footnote(texts: dict[int, str]) -> bool:
    """Tell whether a row explains the table: Ghi chú: …, (*) …"""
    return len(texts) <= 2 and bool(_FOOTNOTE.match(fold(next(iter(texts.values())))))


def is_title(texts: dict[int, str]) -> bool:
    """Tell whether a row is a title between two tables."""
    return len(texts) <= 2 and bool(_TITLE.match(fold(next(iter(texts.values())))))


def is_signature(texts: dict[int, str]) -> bool:
    """Tell whether a row belongs to the place where the list is signed."""
    folded = [fold(text) for text in texts.values()]
    if any(text.isdecimal() for text in folded):
        return False
    if any(_PLACE_AND_DATE.search(text) and len(text) < 80 for text in folded):
        return len(folded) <= 3
    return sum(bool(_SIGNATURE.match(text)) for text in folded) * 2 >= len(folded)


def is_numbered(texts: dict[int, str]) -> bool:
    """Tell whether a row begins like a group's: "I. …", "A. …", or I and a text."""
    words = list(texts.values())
    return bool(
        _ENUMERATOR.match(words[0]) or (len(words) > 1 and _ENUMERATOR_ALONE.fullmatch(words[0]))
    )


def group_of(texts: dict[int, str], *, people: bool) -> Group | None:
    """Return the group a row names, or None for any other row.

    ``people`` tells that the rows below are people; only then may a unit's name alone be a group.
    """
    words = [text for text in texts.values() if not text.isdecimal()]
    if words and _ENUMERATOR_ALONE.fullmatch(words[0]) and len(words) > 1:
        numbered, words = True, words[1:]
    else:
        numbered = bool(words) and bool(_ENUMERATOR.match(words[0]))
    if len(words) != 1 or (len(texts) > 1 and not numbered and _has_ordinal(texts)):
        return None
    text = _ENUMERATOR.sub("", words[0]).strip(" .:-")
    found = _GROUP.match(fold(text))
    if found:
        return Group(kind=_GROUP_KINDS.get(found["kind"], "team"))
    bare = re.sub(r"\s*[(:].*$", "", text)
    if people and is_unit_name(bare):
        return Group(unit=capitalise_unit(bare))
    return Group() if numbered and people and text.isupper() else None


def _has_ordinal(texts: dict[int, str]) -> bool:
    first = next(iter(texts.values()))
    return first.strip(".").isdecimal()
