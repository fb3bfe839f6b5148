"""Vietnamese text: clean form, search key and alphabetical order."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPACES = re.compile(r"\s+")
# Zero-width and directional signs that typing aids and web pages leave behind.
_INVISIBLE = dict.fromkeys(
    [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF, 0x00AD]
)
_AS_SPACE = dict.fromkeys([0x00A0, 0x202F, 0x2007, 0x3000], " ")
_CONTROL = dict.fromkeys([*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F])
# Halves of signs and signs that are none: no database and no Office file can hold them.
_NO_SIGNS = dict.fromkeys([*range(0xD800, 0xE000), 0xFFFE, 0xFFFF])
_CLEAN = {**_INVISIBLE, **_AS_SPACE, **_CONTROL, **_NO_SIGNS}

# Vietnamese dictionary order: first the letter, then its tone.
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: f"{rank:02d}" for rank, letter in enumerate(_LETTERS)}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_SHAPES = {"\u0302", "\u0306", "\u031b"}


def nfc(text: str) -> str:
    """Return ``text`` in composed form (NFC)."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=50_000)
def clean(text: str) -> str:
    """Return one clean line: NFC, no invisible signs, single spaces, trimmed.

    This is the form in which every short text enters the data file, whichever door it uses.
    """
    # Most texts are clean already; a printable one holds no space but the plain one.
    if text.isprintable() and unicodedata.is_normalized("NFC", text) and "  " not in text:
        return text.strip(" ")
    return _SPACES.sub(" ", nfc(text.translate(_CLEAN))).strip()


def clean_block(text: str) -> str:
    """Return a clean text of several lines: like :func:`clean`, line breaks kept."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(clean(line) for line in lines).strip("\n")


def is_clean(text: str) -> bool:
    """Tell whether ``text`` may stand in a record as it is."""
    return text == clean_block(text)


@lru_cache(maxsize=20_000)
def fold_word(word: str) -> str:
    """Return the search key of one word: no marks, đ as d, lower case."""
    lowered = word.lower().replace("đ", "d")
    if lowered.isascii():
        return lowered
    decomposed = unicodedata.normalize("NFD", lowered)
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return bare.replace("ð", "d").casefold()


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Return the search key of ``text``: clean, without marks, in lower case.

    Old and new tone placement (hoà, hòa) fold to the same key, because all marks go.
    """
    return " ".join(fold_word(word) for word in clean(text).split(" "))


def matches(query_key: str, key: str) -> bool:
    """Tell whether all words of a folded query occur in a folded key, in any order.

    A single word of two or more letters also matches the initials of the key ("ndl").
    """
    words = query_key.split()
    if all(word in key for word in words):
        return True
    if len(words) == 1 and len(query_key) > 1:
        initials = "".join(part[0] for part in key.split() if part)
        return query_key in initials
    return False


@lru_cache(maxsize=20_000)
def _word_rank(word: str) -> tuple[str, str]:
    letters: list[str] = []
    tones: list[str] = []
    for sign in word.lower():
        base, tone = _split_tone(sign)
        letters.append(_LETTER_RANK.get(base, f"99{ord(base):05d}" if base > "9" else f"00{base}"))
        tones.append(tone)
    return "".join(letters), "".join(tones)


def _split_tone(sign: str) -> tuple[str, str]:
    decomposed = unicodedata.normalize("NFD", sign)
    tone = next((_TONES[mark] for mark in decomposed if mark in _TONES), "0")
    base = "".join(mark for mark in decomposed if mark not in _TONES)
    return unicodedata.normalize("NFC", base)[:1] or sign, tone


def sort_key(text: str) -> str:
    """Return a key that sorts whole texts in Vietnamese dictionary order.

    Letters decide first (a ă â … d đ …), tones only between equal letters
    (ngang, huyền, hỏi, ngã, sắc, nặng).
    """
    ranks = [_word_rank(word) for word in clean(text).split(" ")]
    return " ".join(rank[0] for rank in ranks) + "|" + " ".join(rank[1] for rank in ranks)


def name_key(full_name: str) -> str:
    """Return a key that sorts people the Vietnamese way: given name first, then the rest."""
    words = clean(full_name).split(" ")
    if len(words) < 2:
        return sort_key(full_name)
    ranks = [_word_rank(word) for word in [words[-1], *words[:-1]]]
    return " ".join(f"{rank[0]}.{rank[1]}" for rank in ranks)
