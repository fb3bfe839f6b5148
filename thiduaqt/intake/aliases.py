"""The table of known headings, read once from resources."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache

from thiduaqt import paths
from thiduaqt.domain.drafts import FIELD_WORDS
from thiduaqt.domain.names import NameKind
from thiduaqt.domain.text import clean, fold

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NOT_LETTERS = re.compile(r"[\W_]+")
_LEADING_NUMBER = re.compile(r"^\s*\(?\d{1,2}[.)]\s*")
_KINDS: dict[str, NameKind] = {"person": "person", "unit": "unit", "household": "household"}
# A heading of more words is a sentence of the title.
_MAX_WORDS = 14
_PART_OF_HEADING = 0.75


@dataclass(frozen=True, slots=True)
class Match:
    """The field a heading stands for, how sure that is, and what the names below are."""

    field: str
    confidence: float
    kind: NameKind | None = None


NO_MATCH = Match("", 0.0)


@dataclass(frozen=True, slots=True)
class _Aliases:
    marked: dict[str, Match]
    folded: dict[str, Match]
    phrases: tuple[tuple[str, Match], ...]


@cache
def _aliases() -> _Aliases:
    path = paths.resources() / "intake" / "columns.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    marked: dict[str, Match] = {}
    folded: dict[str, Match] = {}
    for column in table["column"]:
        field = column["field"]
        if field and field not in FIELD_WORDS:
            raise ValueError(f"{path.name}: unknown field {field!r}")
        match = Match(field, float(column.get("weight", 1.0)), _KINDS.get(column.get("kind", "")))
        for heading in column["headings"]:
            marked.setdefault(_letters(clean(heading).lower()), match)
            folded.setdefault(_letters(fold(heading)), match)
    long = [(words, match) for words, match in folded.items() if " " in words]
    long.sort(key=lambda each: -len(each[0]))
    return _Aliases(marked, folded, tuple(long))


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub(" ", text).strip()


@lru_cache(maxsize=1024)
def match_heading(heading: str) -> Match:
    """Return the field a heading stands for; :data:`NO_MATCH` where none is known."""
    known = _aliases()
    line = _LEADING_NUMBER.sub("", clean(heading))
    for text in (line, _BRACKETS.sub(" ", line)):
        found = known.marked.get(_letters(text.lower())) or known.folded.get(_letters(fold(text)))
        if found is not None:
            return found
    words = _letters(fold(_BRACKETS.sub(" ", line)))
    if not words or words.count(" ") >= _MAX_WORDS:
        return NO_MATCH
    return _part_of(words, known)


def _part_of(words: str, known: _Aliases) -> Match:
    """Return the match of the known heading that stands first in a longer one."""
    padded = f" {words} "
    best = NO_MATCH
    best_place = len(padded)
    for phrase, match in known.phrases:
        place = padded.find(f" {phrase} ")
        if 0 <= place < best_place:
            best, best_place = match, place
    if best is NO_MATCH:
        return NO_MATCH
    confidence = _PART_OF_HEADING if best_place == 0 else _PART_OF_HEADING - 0.1
    return Match(best.field, confidence * best.confidence, best.kind)


@lru_cache(maxsize=1024)
def heading_key(heading: str) -> str:
    """Return what identifies a heading in a layout: its letters without marks."""
    return _letters(fold(heading))
