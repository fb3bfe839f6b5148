"""Which way a text was spoiled, told by its font and by what would be Vietnamese syllables."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from thiduaqt.domain.repair import decoders, letters
from thiduaqt.domain.repair.syllables import fit

Kind = Literal["", "tcvn3", "vni", "cp1258", "viscii", "mojibake", "loose", "lookalike", "wide"]
Confidence = Literal["sure", "unsure"]

KIND_WORDS: dict[Kind, str] = {
    "": "",
    "tcvn3": "phông TCVN3 (.VnTime)",
    "vni": "phông VNI",
    "cp1258": "bảng mã Windows-1258",
    "viscii": "bảng mã VISCII",
    "mojibake": "chữ vỡ (UTF-8 đọc sai)",
    "loose": "Unicode tổ hợp",
    "lookalike": "chữ nhìn giống",
    "wide": "chữ rộng gấp đôi",
}
# What replaces letters by others, so that somebody may want the letters of the file back.
ENCODINGS: frozenset[Kind] = frozenset({"tcvn3", "vni", "cp1258", "viscii", "mojibake"})

_VIETNAMESE = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9"
_PAIRS = "[aAeE][ùøûõïâêåáàãäëÙØÛÕÏÂÊÅÁÀÃÄË]|[oO][âäåùøûïÂÅÄÙØÛÏ]|[uUyY][ùøûõïÙØÛÕÏ]"
# What no clean Vietnamese text holds. A blank that does not break and invisible signs are no
# letters and are dropped elsewhere.
_SUSPECT = re.compile(
    rf"[^\x09-\x7e“”‘’–—…•\u00a0\u200b-\u200f\u202f\u2060\ufeff{_VIETNAMESE}]|{_PAIRS}|[ÃĂ][\u00a0“”‘’–—…•]"
)
# Letters that Windows-1258 has as well; it shows the bytes of old fonts as some of them.
_IN_1258 = re.compile("[ĂăĐđƠơƯư]")
_MARKS = re.compile("[\u0300\u0301\u0303\u0309\u0323\u20ab]")
TRUE_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")
_PARTING = re.compile("[\\s!-@\\[-`{-~“”‘’–—…•\u200b\u2060\ufeff]+")
# A sign that is no letter, right at a letter: no foreign name is written so.
_SIGN = r"[^\w\s!-~“”‘’–—…•°²³±]"
_GLUED = re.compile(rf"[^\W\d_]{_SIGN}|{_SIGN}[^\W\d_]|[^\W\d_]µ")
# Longer texts are judged by a part; no syllable is longer than the longest word.
_LONG = 240
_LONGEST_WORD = 24
_ORDER: tuple[tuple[Kind, ...], ...] = (("tcvn3", "vni", "cp1258"), ("viscii",))
_COSTS = {"syllable": 0, "plain": 0, "foreign": 1, "garbled": 3}


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text as it should be read, and as it stood.

    ``kind`` says what was wrong ("" for nothing). ``unsure`` means that ``text`` is only one way
    to read it: somebody has to say so before it is used.
    """

    text: str
    kind: Kind = ""
    confidence: Confidence = "sure"
    before: str = ""

    @property
    def changed(self) -> bool:
        """Whether the text differs from the one that stood there."""
        return bool(self.kind)


@dataclass(frozen=True, slots=True)
class Measure:
    """How a reading fits Vietnamese: syllables with marks, and the cost of all that fits less."""

    good: int
    cost: int


def is_suspect(text: str) -> bool:
    """Tell by a quick look whether a text may need a repair; clean Vietnamese never does."""
    return _SUSPECT.search(text) is not None


def font_kind(font: str) -> Kind:
    """Return the encoding that goes with a font: .VnTime, VNI-Times; "" for any other."""
    lowered = font.strip().lower()
    if lowered.startswith(".vn"):
        return "tcvn3"
    return "vni" if lowered.startswith(("vni-", "vni ")) else ""


def measure(text: str) -> Measure:
    """Weigh a reading word by word."""
    good = cost = 0
    for word in _PARTING.split(text):
        if word.isascii():
            continue
        found = fit(word) if len(word) <= _LONGEST_WORD else "foreign"
        good += found == "syllable"
        cost += _COSTS[found]
    return Measure(good, cost)


def repair(text: str, font: str = "", hint: Kind = "") -> Repaired:
    """Return ``text`` as it was meant.

    ``font`` is the font of its cell; ``hint`` an encoding that the texts around it surely have.
    Text in Unicode comes back as it is, with loose marks joined and look-alikes replaced.
    """
    if text.isascii():
        return Repaired(text, before=text)
    return _repair_long(text, font, hint) if len(text) > _LONG else _repair(text, font, hint)


def _repair_long(text: str, font: str, hint: Kind) -> Repaired:
    """Judge a long text by a part of it, so that neither time nor memory grow without end."""
    first = next(place for place, sign in enumerate(text) if not sign.isascii())
    start = text.rfind(" ", 0, max(first - _LONG // 4, 0)) + 1 if first > _LONG // 4 else 0
    start = max(start, first - _LONG // 2)
    part = text[start : start + _LONG]
    part = part[: part.rfind(" ")] if " " in part[_LONG // 2 :] else part
    found = _decoded(part, font, hint)
    if found is None:
        return tidied(text)
    if found.kind == "mojibake":
        whole = decoders.utf8(text)
    else:
        whole = _Readings(text, capitals=_is_capitals(font)).get(found.kind)
    if whole is None:
        return tidied(text)
    return Repaired(letters.composed(whole), found.kind, found.confidence, text)


def _is_capitals(font: str) -> bool:
    """Tell whether a font shows small letters as capitals: .VnTimeH."""
    return font_kind(font) == "tcvn3" and font.rstrip().endswith("H")


@lru_cache(maxsize=8192)
def _repair(text: str, font: str, hint: Kind) -> Repaired:
    found = _decoded(text, font, hint)
    return tidied(text) if found is None else found


def tidied(text: str) -> Repaired:
    """Repair what a reader does not see: loose marks, look-alikes, letters of full width."""
    kind: Kind = ""
    mended = letters.composed(text)
    if letters.is_loose(text):
        kind = "loose"
    for step, name in _LETTER_STEPS:
        better = step(mended)
        if better != mended:
            mended, kind = letters.composed(better), name
    return Repaired(mended, kind, before=text)


_LETTER_STEPS: tuple[tuple[Callable[[str], str], Kind], ...] = (
    (letters.narrow, "wide"),
    (letters.without_lookalikes, "lookalike"),
)


def _decoded(text: str, font: str, hint: Kind) -> Repaired | None:
    """Return the reading in an old encoding, or None where the text is no such text."""
    told = font_kind(font)
    if not (told or hint) and not _SUSPECT.search(text) and measure(text).cost == 0:
        return None
    mended = decoders.utf8(text)
    if mended is not None and measure(mended).cost <= measure(text).cost:
        return Repaired(letters.composed(mended), "mojibake", before=text)
    if _is_unicode(text):
        return None
    own = measure(letters.without_lookalikes(letters.composed(text)))
    readings = _Readings(text, capitals=_is_capitals(font))
    if told or hint:
        found = _told(text, told or hint, own, readings)
        if found is not None:
            return found
    return _judged(text, own, readings)


def _is_unicode(text: str) -> bool:
    """Tell whether letters stand there that no old font can show.

    Windows-1258 shows bytes of old fonts as ă, đ, ơ, ư; then odder signs stand among them.
    """
    if TRUE_UNICODE.search(text) is None:
        return False
    return TRUE_UNICODE.search(_IN_1258.sub("", text)) is not None or not _SUSPECT.search(text)


class _Readings:
    """What a text would be in each old encoding, made only when asked for."""

    __slots__ = ("_capitals", "_made", "_shown", "_text")

    def __init__(self, text: str, *, capitals: bool) -> None:
        self._text = text
        self._capitals = capitals
        self._made: dict[Kind, str | None] = {}
        self._shown: str | None = text
        if TRUE_UNICODE.search(text) or _MARKS.search(text):
            self._shown = decoders.rewritten(text)

    def get(self, kind: Kind) -> str | None:
        """Return the text read as ``kind``; None where it cannot be or stays the same."""
        if kind not in self._made:
            read = None if self._shown is None else self._read(kind, self._shown)
            self._made[kind] = None if read is None else letters.composed(read)
        found = self._made[kind]
        return None if found == self._text else found

    def _read(self, kind: Kind, shown: str) -> str | None:
        if kind == "tcvn3":
            return decoders.tcvn3(shown, capitals=self._capitals)
        if kind == "vni":
            return decoders.vni(shown)
        if kind == "cp1258":
            return decoders.cp1258(shown) if shown is self._text else None
        return decoders.viscii(shown) if kind == "viscii" else None


def _told(text: str, kind: Kind, own: Measure, readings: _Readings) -> Repaired | None:
    """Read a text as its font or its neighbours say, unless that spoils a good one."""
    read = readings.get(kind)
    if read is None:
        return None
    found = measure(read)
    if found.cost > own.cost or (found.cost == own.cost > 0 and not found.good):
        return None
    return Repaired(read, kind, before=text)


def _judged(text: str, own: Measure, readings: _Readings) -> Repaired | None:
    """Read a text by its syllables alone."""
    if own.cost == 0:
        return None
    for kinds in _ORDER:
        read = {kind: found for kind in kinds if (found := readings.get(kind)) is not None}
        measured = {kind: measure(found) for kind, found in read.items()}
        # Nobody sends VISCII any more: one word is no proof of it.
        least = 2 if "viscii" in kinds else 1
        whole = [kind for kind, found in measured.items() if not found.cost and found.good >= least]
        if whole:
            best = max(whole, key=lambda kind: measured[kind].good)
            sure = len(whole) == 1 and (measured[best].good > 1 or _GLUED.search(text) is not None)
            return Repaired(read[best], best, "sure" if sure else "unsure", text)
        partly = [
            kind
            for kind, found in measured.items()
            if found.good and found.cost * 2 < own.cost and kind in ("tcvn3", "vni")
        ]
        if partly:
            best = min(partly, key=lambda kind: (measured[kind].cost, -measured[kind].good))
            sure = measured[best].good >= 3 * measured[best].cost
            return Repaired(read[best], best, "sure" if sure else "unsure", text)
    return None
