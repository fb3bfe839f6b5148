"""Names on lists: who or what they name, what stands around them, how they are capitalised."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from thiduaqt.domain.identity import Sex
from thiduaqt.domain.name_words import (
    ASCII_UNIT_PHRASES,
    FAMILY_NAMES,
    HEADLESS_ASCII,
    HONORIFICS,
    HOUSEHOLD_STARTS,
    NOT_HOUSEHOLD_STARTS,
    POST_STARTS,
    POST_STARTS_BARE,
    RANKS,
    SEX_OF_HONORIFIC,
    SHORT_RANKS,
    TEAM_STARTS,
    UNIT_ABBREVIATIONS,
    UNIT_CASING,
    UNIT_PHRASES,
    UNIT_WORDS,
    WEAK_HONORIFICS,
)
from thiduaqt.domain.text import fold, fold_word

NameKind = Literal["person", "unit", "team", "household", "joint"]

_LETTERS = re.compile(r"[^\W\d_]+")
_BULLET = re.compile(r"^\s*(?:\(?\d{1,4}\s*[.)/:]\s*|[-+*•–—]\s+)(?=\S)")
_REMARK = re.compile(r"^(?P<name>[^()]*[^()\s])\s*\((?P<remark>[^()]*)\)\s*$")
_FOLDED_HONORIFICS = {fold(written): shown for written, shown in HONORIFICS.items()}
_UNIT_PHRASES_BY_WORD: dict[str, list[str]] = {}
for _phrase in UNIT_PHRASES:
    _UNIT_PHRASES_BY_WORD.setdefault(_phrase.split()[0], []).append(_phrase)
_ASCII_STARTS = {phrase.split()[0] for phrase in ASCII_UNIT_PHRASES}
_PLAIN_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){1,5}")
_JOINING = frozenset({"và", "cùng", "va", "cung"})
_LONGEST_UNIT_PHRASE = max(len(phrase.split()) for phrase in UNIT_CASING)


@dataclass(frozen=True, slots=True)
class NameParts:
    """A person's name and what stood before it: "Ông", "Thiếu tá", "Nguyễn Văn A".

    ``unsure`` tells that the honorific may be part of the name (Ông Ích Khiêm).
    """

    name: str
    honorific: str = ""
    rank: str = ""
    unsure: bool = False

    @property
    def sex(self) -> Sex:
        """The sex an honorific tells, or ""."""
        found = SEX_OF_HONORIFIC.get(self.honorific)
        return "male" if found == "male" else "female" if found == "female" else ""


def is_upper(text: str) -> bool:
    """Tell whether all letters are capitals (and there are at least two)."""
    return text.isupper() and len(_LETTERS.sub("", text)) < len(text) - 1


def capitalise(name: str) -> str:
    """Return a person's name with each word capitalised, if it is all capitals or all small.

    Words also begin after hyphens and apostrophes (H'Bông). A name in mixed case stays as it is:
    somebody wrote "Niê Kdăm" on purpose.
    """
    if not (is_upper(name) or name.islower()):
        return name
    return _LETTERS.sub(lambda word: word[0][0].upper() + word[0][1:].lower(), name)


def capitalise_unit(name: str) -> str:
    """Return a unit's name as documents write it, if it is all capitals or all small.

    Kinds of unit follow Decree 30/2020, Appendix II ("Trường Tiểu học", "thôn"); words that are
    not known are taken for proper names. The result is a guess somebody should look at.
    """
    if not (is_upper(name) or name.islower()):
        return name
    shouted = is_upper(name)
    words = name.split()
    folded = [fold(word.strip(",.;:()")) for word in words]
    result: list[str] = []
    while len(result) < len(words):
        start = len(result)
        result += _cased(words[start:], folded[start:], shouted=shouted)
    text = " ".join(result)
    return text[:1].upper() + text[1:]


def _cased(words: list[str], folded: list[str], *, shouted: bool) -> list[str]:
    """Return the next words in their usual case: the longest known phrase, or one word."""
    for length in range(min(_LONGEST_UNIT_PHRASE, len(words)), 0, -1):
        phrase = UNIT_CASING.get(" ".join(folded[:length]))
        if phrase is not None:
            return [
                _like(pattern, word)
                for pattern, word in zip(phrase.split(), words[:length], strict=True)
            ]
    word = words[0]
    if shouted and _is_abbreviation(word.strip(",.;:()")):
        return [word]
    return [_LETTERS.sub(lambda part: part[0][0].upper() + part[0][1:].lower(), word)]


def _like(pattern: str, word: str) -> str:
    """Return ``word`` in small letters, capitalised as ``pattern`` is; marks stay as typed."""
    lowered = word.lower()
    if pattern.isupper() and len(pattern) > 1:
        return word.upper()
    return lowered[:1].upper() + lowered[1:] if pattern[:1].isupper() else lowered


def _is_abbreviation(word: str) -> bool:
    return word in UNIT_ABBREVIATIONS or not (set(fold(word)) & set("aeiouy"))


def strip_bullet(text: str) -> str:
    """Return ``text`` without the number or dash before it: "1. Nguyễn Văn A"."""
    return _BULLET.sub("", text)


def split_remark(name: str) -> tuple[str, str]:
    """Return name and the remark in brackets behind it: "Nguyễn Văn A (Trưởng thôn)"."""
    found = _REMARK.match(name)
    return (found["name"], found["remark"].strip()) if found else (name, "")


def split_honorific(name: str) -> NameParts:
    """Return a person's name apart from honorifics and ranks before it.

    >>> split_honorific("Đ/c Thiếu tá Nguyễn Văn A")
    NameParts(name='Nguyễn Văn A', honorific='Đồng chí', rank='Thiếu tá', unsure=False)
    """
    words = name.split()
    bare = name.isascii()
    honorific = rank = ""
    while len(words) > 1:
        title, length = _rank_at(words)
        if title:
            rank, words = f"{rank} {title}".strip(), words[length:]
            continue
        title, length = _honorific_at(words, bare=bare)
        if not title or honorific:
            break
        honorific, words = title, words[length:]
    unsure = (
        honorific == "Ông"
        and len(words) == 2
        and words[0][:1].isupper()
        and fold_word(words[0]) not in FAMILY_NAMES
    )
    return NameParts(" ".join(words), honorific, rank, unsure)


@lru_cache(maxsize=2048)
def _honorific(written: str, bare: bool) -> str:
    key = written.strip(".:,").lower()
    return (_FOLDED_HONORIFICS if bare else HONORIFICS).get(key, "")


def _honorific_at(words: list[str], *, bare: bool) -> tuple[str, int]:
    for length in (2, 1):
        if len(words) > length:
            title = _honorific(" ".join(words[:length]), bare)
            if title and not (title in WEAK_HONORIFICS and len(words) - length < 2):
                return title, length
    return "", 0


def _rank_at(words: list[str]) -> tuple[str, int]:
    for length in (4, 3, 2):
        if len(words) > length:
            title = RANKS.get(" ".join(map(fold_word, words[:length])))
            if title:
                return title, length
    first = words[0]
    if first.endswith(".") or (first[:2].isupper() and not words[1].isupper()):
        parts = [SHORT_RANKS.get(part) for part in first.lower().strip(".,").split(".")]
        known = [part for part in parts if part]
        if known and len(known) == len(parts):
            return " ".join(known), 1
    return "", 0


def is_person_name(text: str) -> bool:
    """Tell whether ``text`` looks like a person's name: 2 to 6 words, a known family name first."""
    words = text.split()
    if not 2 <= len(words) <= 6 or any(sign in text for sign in "0123456789,;:/()"):
        return False
    if is_post(text):
        return False
    return fold_word(words[0]) in FAMILY_NAMES or "'" in words[0] or "’" in words[0]


def is_post(text: str) -> bool:
    """Tell whether ``text`` begins like a post or an occupation (Trưởng thôn, Giáo viên …)."""
    lowered = text.lower()
    starts = POST_STARTS_BARE if lowered.isascii() else POST_STARTS
    return lowered.startswith(starts)


def is_plain_person(text: str) -> bool:
    """Tell by a quick look that ``text`` is one person's bare name and nothing around it.

    False only means that a closer look is needed.
    """
    if _PLAIN_WORDS.fullmatch(text) is None:
        return False
    words = text.split(" ")
    return _only_family_name(words[0]) and (len(words) < 4 or _JOINING.isdisjoint(words))


@lru_cache(maxsize=2048)
def _only_family_name(word: str) -> bool:
    """Tell whether a word is a family name and begins nothing else that stands on lists."""
    lowered, folded = word.lower(), fold_word(word)
    if folded not in FAMILY_NAMES:
        return False
    starts = (
        *UNIT_WORDS, *UNIT_PHRASES, *TEAM_STARTS, *HOUSEHOLD_STARTS, *HONORIFICS, *RANKS,
        *POST_STARTS, *SHORT_RANKS, *NOT_HOUSEHOLD_STARTS,
    )  # fmt: skip
    known = {start.split()[0] for start in starts}
    if word.isascii():
        return folded not in {fold(start) for start in known} and folded not in _ASCII_STARTS
    return lowered not in known


def kind_of(name: str) -> NameKind | None:
    """Tell what a name on a list names, or None where the name alone does not say it.

    A single person is "person" only after an honorific or a known family name.
    """
    text = strip_bullet(name)
    lowered = text.lower()
    collective = _collective(lowered)
    if collective:
        return collective
    if joint_members(text):
        return "joint"
    parts = split_honorific(text)
    if parts.honorific or parts.rank or is_person_name(parts.name):
        return "person"
    return None


def _collective(lowered: str) -> NameKind | None:
    if lowered.startswith(TEAM_STARTS) or (lowered.isascii() and _ascii_team(lowered)):
        return "team"
    if is_unit_name(lowered):
        return "unit"
    if lowered.startswith(HOUSEHOLD_STARTS) or (lowered.isascii() and _ascii_household(lowered)):
        return "household"
    return None


def _ascii_team(lowered: str) -> bool:
    return lowered.startswith(("to cong nghe so", "to cnscd", "to cns"))


def _ascii_household(lowered: str) -> bool:
    return lowered.startswith(("ho ong ", "ho gia dinh", "gia dinh "))


# A unit's word that continues as somebody's post (tổ trưởng), or as another word (xã hội).
_NOT_UNIT = re.compile(
    r"(?:tổ|đội|nhóm|chi hội|hội|ban|phòng|thôn|xóm|cụm|khu|lớp|trạm|chi đoàn|công đoàn|công an)"
    r"\s+(?:trưởng|phó|viên)\b|xã hội\b"
)


def is_unit_name(name: str) -> bool:
    """Tell whether ``name`` begins like the name of a unit (trường, chi hội, thôn, công ty …)."""
    lowered = name.lower()
    if _NOT_UNIT.match(lowered):
        return False
    first, _, rest = lowered.partition(" ")
    if lowered.startswith(NOT_HOUSEHOLD_STARTS):
        return True
    if lowered.isascii():
        if first in HEADLESS_ASCII and (rest or first in ("ubnd", "mttq")):
            return True
        if lowered.startswith(ASCII_UNIT_PHRASES):
            return True
    elif first.strip(".:") in UNIT_WORDS:
        return True
    return any(
        lowered.startswith(phrase) and not lowered[len(phrase) : len(phrase) + 1].isalpha()
        for phrase in _UNIT_PHRASES_BY_WORD.get(first.strip(".:,"), ())
    )


_JOINT_START = re.compile(r"^(?:(?:hai\s+)?vợ\s+chồng)\s*:?\s*", re.IGNORECASE)
_AND = re.compile(r"\b(?:và|cùng)\b|&", re.IGNORECASE)
_JOINT_SPLIT = re.compile(
    r"\s*(?:\bvà\b|\bcùng\b|[&;,+]|\s[-–—]\s)\s*(?:(?:vợ|chồng)(?:\s+là)?\s+)?", re.IGNORECASE
)


def joint_members(name: str) -> tuple[NameParts, ...]:
    """Return the people of a joint recipient ("Ông A và bà B"), or nothing for a single one."""
    text = _JOINT_START.sub("", name)
    couple = text != name
    pieces = [piece for piece in _JOINT_SPLIT.split(text) if piece]
    if not 2 <= len(pieces) <= 4:
        return ()
    members = tuple(split_honorific(piece) for piece in pieces)
    if couple or all(_surely_person(member) for member in members):
        return members
    return ()


def _surely_person(parts: NameParts) -> bool:
    words = parts.name.split()
    if not 1 <= len(words) <= 6 or any(sign.isdigit() for sign in parts.name):
        return False
    return is_person_name(parts.name) or bool(parts.honorific in ("Ông", "Bà", "Anh", "Chị"))


_HOUSEHOLD_HEAD = re.compile(
    r"^(?:hộ\s+gia\s+đình|gia\s+đình|hộ|gđ|ho\s+gia\s+dinh|gia\s+dinh|ho)\s*[:.]?\s*", re.IGNORECASE
)


def household_head(name: str) -> NameParts:
    """Return the head of a household: "Hộ ông Nguyễn Văn A" gives Ông, Nguyễn Văn A."""
    return split_honorific(_HOUSEHOLD_HEAD.sub("", name, count=1))
