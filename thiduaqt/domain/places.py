"""Communes, wards and special zones since 01/07/2025, and finding them by what is typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from thiduaqt.domain.text import clean, fold, fold_word, nfc, sort_key

_DASHES = " -–—,.()/"
_APOSTROPHES = "'’‘ʼ`"
# A kind may be typed in its usual short form; a single letter only at the very beginning,
# where it is not the beginning of the next word.
_SHORT_KINDS = {"tp": "thanh pho", "p": "phuong", "x": "xa", "dk": "dac khu"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Province:
    """A province or a city under the central government; ``code`` has two digits."""

    code: str
    kind: str
    name: str

    @property
    def full_name(self) -> str:
        """The province as it stands in a sentence: "tỉnh Thái Nguyên"."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commune:
    """A commune-level unit; ``code`` has five digits, ``kind`` is xã, phường or đặc khu."""

    code: str
    kind: str
    name: str
    province_code: str
    province_kind: str
    province: str

    @property
    def full_name(self) -> str:
        """The unit at the head of a line: "Xã Cao Minh"."""
        return f"{self.kind[:1].upper()}{self.kind[1:]} {self.name}"

    @property
    def province_name(self) -> str:
        """The province as it stands in a sentence: "tỉnh Thái Nguyên"."""
        return f"{self.province_kind} {self.province}"

    @property
    def display(self) -> str:
        """The unit told apart from its namesakes: "Xã Cao Minh — tỉnh Thái Nguyên"."""
        return f"{self.full_name} — {self.province_name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A commune that fits a query, with the letters that fit.

    ``in_name`` and ``in_province`` are positions in ``commune.full_name`` and
    ``commune.province_name``.
    """

    commune: Commune
    in_name: tuple[int, ...] = ()
    in_province: tuple[int, ...] = ()

    @property
    def in_display(self) -> tuple[int, ...]:
        """The same positions in ``commune.display``."""
        start = len(self.commune.display) - len(self.commune.province_name)
        return (*self.in_name, *(start + position for position in self.in_province))


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """One word at one place: its search key, as written in lower case, where its letters are."""

    key: str
    written: str
    positions: tuple[int, ...]


def words_of(text: str) -> tuple[Word, ...]:
    """Split a text into words for searching; apostrophes inside a word are passed over."""
    found: list[Word] = []
    letters: list[str] = []
    positions: list[int] = []
    for position, sign in enumerate(f"{nfc(text)} "):
        if sign in _APOSTROPHES:
            continue
        if sign not in _DASHES:
            letters.append(sign)
            positions.append(position)
        elif letters:
            written = "".join(letters).lower()
            found.append(Word(fold_word(written), written, tuple(positions)))
            letters, positions = [], []
    return tuple(found)


class Entry:
    """A commune with its words, ready to be searched."""

    def __init__(self, commune: Commune) -> None:
        self.commune = commune
        full = words_of(commune.full_name)
        kind_words = len(commune.kind.split(" "))
        self.kind = full[:kind_words]
        self.name = full[kind_words:]
        self.province = words_of(commune.province_name)
        self.name_first = (*self.name, *self.province, *self.kind)
        self.province_first = (*self.province, *self.name, *self.kind)
        self.name_key = " ".join(word.key for word in self.name)

    @cached_property
    def order(self) -> tuple[str, str]:
        """What sorts equally good finds: the name, then the province, in Vietnamese order."""
        return sort_key(self.commune.name), sort_key(self.commune.province)

    def search_keys(self) -> set[str]:
        """Return every key under which the commune can be found."""
        words = (*self.kind, *self.name, *self.province)
        return {word.key for word in words} | {self.commune.code, self.name_key.replace(" ", "")}


def query_words(query: str) -> tuple[Word, ...]:
    """Split what was typed into words; short kinds ("tp", "p.") count as the kind itself."""
    words = words_of(clean(query))
    if len(words) < 2:
        return words
    return tuple(long for place, word in enumerate(words) for long in _long_kind(place, word))


def _long_kind(place: int, word: Word) -> tuple[Word, ...]:
    long = _SHORT_KINDS.get(word.key)
    if long is None or (place and len(word.key) == 1):
        return (word,)
    return tuple(Word(part, part, ()) for part in long.split(" "))


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a query fits an entry (a smaller ``rank`` is better), and which word took which."""

    rank: tuple[int, ...]
    entry: Entry
    taken: dict[Word, Word]
    letters: tuple[int, ...] = ()

    def match(self) -> Match:
        """Return the commune with the letters that fit."""
        own = {*self.entry.name, *self.entry.kind}
        in_name = _positions(pair for pair in self.taken.items() if pair[0] in own)
        in_province = _positions(pair for pair in self.taken.items() if pair[0] not in own)
        return Match(
            commune=self.entry.commune,
            in_name=self.letters or in_name,
            in_province=in_province,
        )


def fit(entry: Entry, query: tuple[Word, ...]) -> Fit | None:
    """Return how a query fits, or None where not every typed word finds a word of its own.

    Best is the whole name, then the whole name with something else, then words that stand
    together as typed, in the name before the province; marks typed as written go before others.
    """
    if len(query) == 1 and _is_code_or_joined(entry, query[0].key):
        return _joined_fit(entry, query[0])
    pools = (entry.name_first, entry.province_first) if len(query) > 1 else (entry.name_first,)
    fits = [
        Fit(_rank(entry, query, taken), entry, taken)
        for pool in pools
        if (taken := _assign(pool, query)) is not None
    ]
    return min(fits, key=lambda found: found.rank, default=None)


def _is_code_or_joined(entry: Entry, key: str) -> bool:
    if key.isdigit() and len(key) > 1:
        return entry.commune.code.startswith(key)
    joined = entry.name_key.replace(" ", "")
    return len(key) > 3 and len(entry.name) > 1 and joined.startswith(key)


def _joined_fit(entry: Entry, typed: Word) -> Fit:
    if typed.key.isdigit():
        return Fit((0,), entry, {})
    letters = [position for word in entry.name for position in word.positions]
    unfinished = len(typed.key) < len(letters)
    return Fit((unfinished, 0, True, 1), entry, {}, tuple(letters[: len(typed.key)]))


def _assign(pool: tuple[Word, ...], query: tuple[Word, ...]) -> dict[Word, Word] | None:
    """Give every typed word a word of the pool that begins with it, an equal one first."""
    taken: dict[Word, Word] = {}
    # Longer words have fewer places to go, so they choose first.
    for typed in sorted(query, key=lambda word: -len(word.key)):
        free = [word for word in pool if word not in taken and word.key.startswith(typed.key)]
        if not free:
            return None
        taken[next((word for word in free if word.key == typed.key), free[0])] = typed
    return taken


def _rank(entry: Entry, query: tuple[Word, ...], taken: dict[Word, Word]) -> tuple[int, ...]:
    typed_key = " ".join(word.key for word in query)
    whole = all(word in taken and taken[word].key == word.key for word in entry.name)
    as_written = sum(word.written == typed.written for word, typed in taken.items())
    return (
        typed_key != entry.name_key,
        _breaks(entry, query, taken),
        not whole,
        _depth(entry, typed_key, taken),
        -as_written,
    )


def _breaks(entry: Entry, query: tuple[Word, ...], taken: dict[Word, Word]) -> int:
    """Return how often two words typed side by side do not stand side by side."""
    text = (*entry.kind, *entry.name, None, *entry.province)
    place = {taken[word]: number for number, word in enumerate(text) if word in taken}
    return sum(place[later] != place[earlier] + 1 for earlier, later in pairwise(query))


def _depth(entry: Entry, typed_key: str, taken: dict[Word, Word]) -> int:
    """Return how deep in the text the query was found: name's start, name, beyond."""
    if entry.name_key.startswith(typed_key):
        return 0
    if all(word in entry.name for word in taken):
        return 1
    return 2 if any(word in taken for word in entry.name) else 3


def _positions(pairs: Iterable[tuple[Word, Word]]) -> tuple[int, ...]:
    """Return the letters matched: as many of each word as were typed."""
    return tuple(
        sorted(position for word, typed in pairs for position in word.positions[: len(typed.key)])
    )


def same_place(written: str, name: str) -> bool:
    """Tell whether two names are one, whichever way the tone is placed (hoà, hòa)."""
    return _toneless(written) == _toneless(name)


def _toneless(name: str) -> str:
    """Return a name with each word's tone moved to its end, so that placement does not matter."""
    return " ".join(word.key + _marks(word.written) for word in words_of(clean(name)))


def _marks(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(sorted(sign for sign in decomposed if unicodedata.combining(sign))) + (
        "đ" * word.count("đ")
    )


def bare_name(text: str, kinds: tuple[str, ...]) -> tuple[str, str]:
    """Return (kind, name) of "xã Cao Minh"; the kind is empty where none is typed."""
    cleaned = clean(text)
    for kind in kinds:
        head = cleaned[: len(kind) + 1]
        if fold(head) == fold(kind) and cleaned[len(kind) : len(kind) + 1] == " ":
            return kind, cleaned[len(kind) + 1 :]
    return "", cleaned
