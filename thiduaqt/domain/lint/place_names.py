"""Names of provinces and communes in running text, found by one pass over its words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from thiduaqt.domain.places import Commune
from thiduaqt.domain.text import fold_word

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BETWEEN = re.compile(r"\s+|\s*[-–—]\s*")
# Words that say what kind of unit a name is.
_KIND_ENDS = {
    ("xa",): "xã",
    ("phuong",): "phường",
    ("dac", "khu"): "đặc khu",
    ("tinh",): "tỉnh",
    ("thanh", "pho"): "thành phố",
    ("tp",): "thành phố",
    ("thi", "tran"): "thị trấn",
    ("thi", "xa"): "thị xã",
    ("huyen",): "huyện",
    ("quan",): "quận",
    ("tinh", "uy"): "tỉnh",
    ("tinh", "doan"): "tỉnh",
    ("thanh", "uy"): "thành phố",
}
# Kinds that are words of other meanings as well: they count right before a capital letter only.
COMMUNE_KINDS = ("xã", "phường", "đặc khu")
PROVINCE_KINDS = ("tỉnh", "thành phố")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text with its place; ``key`` does not tell hoà from hòa, nor capitals."""

    text: str
    key: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it opens with a capital letter or is a number."""
        return self.text[0].isupper() or self.text[0].isdigit()


@dataclass(frozen=True, slots=True)
class Named:
    """A name found in a text: its words, the kind written before it, and what bears that name."""

    words: tuple[Word, ...]
    before: tuple[Word, ...]
    after: Word | None
    kind: str
    communes: tuple[Commune, ...]
    province: str

    @property
    def start(self) -> int:
        """Where the name begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the name ends."""
        return self.words[-1].end


class PlaceNames:
    """All names at hand, looked up by their first word, the longest first."""

    def __init__(self, communes: Iterable[Commune]) -> None:
        self.provinces: dict[str, str] = {}
        self._communes: dict[tuple[str, ...], list[Commune]] = {}
        self._provinces: dict[tuple[str, ...], str] = {}
        for commune in communes:
            self._communes.setdefault(name_key(commune.name), []).append(commune)
            if commune.province not in self.provinces:
                self.provinces[commune.province] = commune.province_kind
                self._provinces[name_key(commune.province)] = commune.province
        self._all = {*self._communes, *self._provinces}
        lengths: dict[str, set[int]] = {}
        for key in self._all:
            lengths.setdefault(key[0], set()).add(len(key))
        # How many words the names that begin with a word have, the most first.
        self._lengths = {
            first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()
        }

    def communes_named(self, name: str) -> tuple[Commune, ...]:
        """Return the communes of that name in any province."""
        return tuple(self._communes.get(name_key(name), ()))

    def province_named(self, name: str) -> str:
        """Return the province of that name as the table writes it, or an empty text."""
        return self._provinces.get(name_key(name), "")

    def in_text(self, text: str) -> Iterator[Named]:
        """Yield every name of the table that stands in a text, from left to right."""
        words = words_of(text)
        place = 0
        while place < len(words):
            key = self._match(words, place, text)
            if key is None:
                place += 1
                continue
            end = place + len(key)
            before = words[max(0, place - 4) : place]
            yield Named(
                words=words[place:end],
                before=before,
                after=words[end] if end < len(words) else None,
                kind=kind_before(before, text, words[place].start),
                communes=tuple(self._communes.get(key, ())),
                province=self._provinces.get(key, ""),
            )
            place = end

    def _match(self, words: tuple[Word, ...], place: int, text: str) -> tuple[str, ...] | None:
        if not words[place].capital:
            return None
        for length in self._lengths.get(words[place].key, ()):
            found = words[place : place + length]
            key = tuple([word.key for word in found])
            if key in self._all and _stand_together(found, text) and _capitals(found):
                return key
        return None


def _stand_together(words: tuple[Word, ...], text: str) -> bool:
    return all(_BETWEEN.fullmatch(text, left.end, right.start) for left, right in pairwise(words))


def _capitals(words: tuple[Word, ...]) -> bool:
    """Tell whether the words are written as a name; the first words count, "Độc lập" is none."""
    return all(word.capital for word in words[:3])


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Word, ...]:
    """Split a text into words with their keys and places."""
    return tuple(
        Word(found[0], word_key(found[0]), found.start(), found.end())
        for found in _WORD.finditer(text)
    )


@lru_cache(maxsize=20_000)
def word_key(word: str) -> str:
    """Return a word in lower case with its tone at its end, so that hoà and hòa are one."""
    lowered = word.lower()
    marks = sorted(
        sign for sign in unicodedata.normalize("NFD", lowered) if unicodedata.combining(sign)
    )
    return fold_word(lowered) + "".join(marks) + "đ" * lowered.count("đ")


@lru_cache(maxsize=8192)
def name_key(name: str) -> tuple[str, ...]:
    """Return the keys of the words of a name."""
    return tuple(word.key for word in words_of(name))


def kind_before(before: tuple[Word, ...], text: str, start: int) -> str:
    """Return the kind of unit written right before a place in a text ("xã", "tỉnh"), or ""."""
    folded = tuple(fold_word(word.text) for word in before)
    if not before or text[before[-1].end : start].strip(" ."):
        return ""
    pair, single = folded[-2:], folded[-1:]
    if pair == ("hop", "tac") or (pair and pair[0] == "tac" and single == ("xa",)):
        return ""
    return _KIND_ENDS.get(pair) or _KIND_ENDS.get(single, "")
