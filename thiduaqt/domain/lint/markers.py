"""The mark a paragraph opens with: chapter, article, section, sub-section or point."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from thiduaqt.domain.lint.text import CHAPTER

MarkerKind = Literal["annex", "part", "chapter", "article", "section", "sub", "letter"]

# Points follow the Vietnamese alphabet without ă, â, ê, ô, ơ, ư (Decree 30/2020, Appendix I).
LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = {"I": 1, "V": 5, "X": 10}
_ANNEX = re.compile(
    r"(?:Phụ lục|PHỤ LỤC|Mẫu số|MẪU SỐ|Biểu mẫu|BIỂU MẪU)(?:\s+(?:[IVX]+|\d+))?\s*(?:$|[.:(–-])"
    r"|\((?:Ban hành )?[Kk]èm theo Quyết định "
)
_PART = re.compile(
    r"(?:PHẦN|Phần)\s+(?:(?:thứ|THỨ)\s+(nhất|hai|ba|bốn|tư|năm|NHẤT|HAI|BA|BỐN|TƯ|NĂM)"
    r"|([IVX]{1,6}|\d{1,2}))\b(?!/)"
)
_LETTERED_PART = re.compile(r"([A-H])\s*[./)-]\s*(?=[^\W\d_])")
_ORDINALS = {"nhất": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5}
_ARTICLE = re.compile(r"Điều\s+(\d{1,3})\s*[.:]")
_SECTION = re.compile(
    r"(?:[-–]\s*)?(\d{1,2})\s*(?:[.)](?!\d)|/(?=\s))\s*(?=[^\W\d_]|[“\"(]|\d+\s*%|\d{2,} )"
)
_SUB = re.compile(
    r"(?:[-–]\s*)?(\d{1,2}(?:\.\d{1,2}){1,3})(\.?)\s+(?=[^\W\d_]|[“\"(]|\d+\s*%|\d{2,} )"
)
_LETTER = re.compile(r"(?:[-–]\s*)?([a-zđ])\s*(?:[.)]|/(?=\s))\s*(?=[^\W_]|[“\"(])")


@dataclass(frozen=True, slots=True)
class Marker:
    """A mark: its kind, its value (several numbers for 1.2), as written, and the text after it."""

    kind: MarkerKind
    values: tuple[int, ...]
    written: str
    rest: str

    @property
    def value(self) -> int:
        """The last number of the mark; for a letter its place in the alphabet from 1."""
        return self.values[-1]


def marker_of(text: str) -> Marker | None:
    """Return the mark a paragraph opens with, or None."""
    if _ANNEX.match(text):
        return Marker("annex", (0,), text[:40], "")
    chapter = CHAPTER.match(text)
    if chapter and (value := roman_value(chapter[1])):
        return _made("chapter", (value,), chapter, text)
    return _worded(text) or _numbered(text) or _lettered(text)


def _worded(text: str) -> Marker | None:
    part = _PART.match(text)
    if part:
        value = _part_value(part)
        return _made("part", (value,), part, text) if value else None
    lettered = _LETTERED_PART.match(text)
    if lettered and text.isupper():
        return _made("part", ("ABCDEFGH".index(lettered[1]) + 1,), lettered, text)
    article = _ARTICLE.match(text)
    return _made("article", (int(article[1]),), article, text) if article else None


def _part_value(found: re.Match[str]) -> int:
    if found[1]:
        return _ORDINALS[found[1].lower()]
    return int(found[2]) if found[2].isdigit() else roman_value(found[2])


def _numbered(text: str) -> Marker | None:
    sub = _SUB.match(text)
    if sub:
        # "1.5 triệu đồng" opens with an amount, not with a mark.
        if not sub[2] and (text[sub.end()].islower() or text[sub.end()].isdigit()):
            return None
        return _made("sub", tuple(int(part) for part in sub[1].split(".")), sub, text)
    section = _SECTION.match(text)
    return _made("section", (int(section[1]),), section, text) if section else None


def _lettered(text: str) -> Marker | None:
    letter = _LETTER.match(text)
    if letter is None:
        return None
    if letter[1] not in LETTERS:
        return None
    return _made("letter", (LETTERS.index(letter[1]) + 1,), letter, text)


def _made(kind: MarkerKind, values: tuple[int, ...], found: re.Match[str], text: str) -> Marker:
    return Marker(kind, values, found[0].strip(" -–"), text[found.end() :])


def roman_value(numeral: str) -> int:
    """Return the value of a Roman number from 1 to 39 written correctly, else 0."""
    total = 0
    for sign, following in zip(numeral, [*numeral[1:], ""], strict=True):
        worth = _ROMAN[sign]
        total += -worth if worth < _ROMAN.get(following, 0) else worth
    return total if roman(total) == numeral else 0


def roman(value: int) -> str:
    """Return a Roman number from 1 to 39; an empty text beyond."""
    if not 0 < value < 40:
        return ""
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (value // 10) + ones[value % 10]
