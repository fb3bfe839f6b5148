"""A document as the checks see it: numbered paragraphs, tables, page; and what is found in it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from thiduaqt.domain.issues import Severity
from thiduaqt.domain.text import fold

Part = Literal["body", "table", "note"]

# A chapter opens with a Roman number; the words after it begin with a capital letter. "V/v" (về
# việc) opens the abstract of a letter.
CHAPTER = re.compile(
    r"(?!V\s?/\s?[vV]\b)(?:(?:CHƯƠNG|Chương)\s+)?([IVX]{1,6})\s*[.)/:-]\s*(?=[^\W\d_])"
)
_EXCERPT = 70
_LONGEST_HEADING = 120
LONGEST_PARAGRAPH = 3_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a paragraph is set: ``size`` in points (0: not known), ``align`` as Word names it."""

    font: str = ""
    size: float = 0
    bold: bool = False
    italic: bool = False
    align: Literal["left", "center", "right", "justify", ""] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLayout:
    """The page of a document in mm; ``fonts`` and ``sizes`` say how many letters stand in each."""

    width: float = 0
    height: float = 0
    top: float = 0
    bottom: float = 0
    left: float = 0
    right: float = 0
    fonts: tuple[tuple[str, int], ...] = ()
    sizes: tuple[tuple[float, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph; ``number`` counts from 1, ``chapter`` is the heading it stands under.

    ``part`` is ``table`` for a cell and ``note`` for a footnote: both stand outside the numbering
    of chapters and sections.
    """

    text: str
    number: int = 0
    chapter: str = ""
    part: Part = "body"
    style: Style | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table as rows of cell texts; ``paragraph`` is the number of its first paragraph."""

    rows: tuple[tuple[str, ...], ...]
    paragraph: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanText:
    """A whole document. ``layout`` is None where nothing is known of the page (.txt)."""

    paragraphs: tuple[Paragraph, ...] = ()
    tables: tuple[Table, ...] = ()
    layout: PageLayout | None = None

    @classmethod
    def of(
        cls,
        paragraphs: Iterable[Paragraph | str],
        *,
        tables: Iterable[Table] = (),
        layout: PageLayout | None = None,
    ) -> PlanText:
        """Return a document of these paragraphs, numbered and each under its chapter."""
        placed: list[Paragraph] = []
        chapter = ""
        for number, item in _pieces(paragraphs):
            if item.part == "body" and CHAPTER.match(item.text):
                chapter = shortened(item.text, _LONGEST_HEADING)
            placed.append(
                Paragraph(
                    text=item.text,
                    number=number,
                    chapter=chapter,
                    part=item.part,
                    style=item.style,
                )
            )
        return cls(paragraphs=tuple(placed), tables=tuple(tables), layout=layout)


def _pieces(paragraphs: Iterable[Paragraph | str]) -> Iterator[tuple[int, Paragraph]]:
    """Yield paragraphs with their numbers.

    One longer than any sentence needs is cut, so that no check takes long; its pieces share its
    number.
    """
    for number, given in enumerate(paragraphs, start=1):
        item = Paragraph(text=given) if isinstance(given, str) else given
        text = item.text
        while len(text) > LONGEST_PARAGRAPH:
            cut = text.rfind(" ", 0, LONGEST_PARAGRAPH)
            cut = cut if cut > 0 else LONGEST_PARAGRAPH
            yield number, replace(item, text=text[:cut])
            text = text[cut:].lstrip()
        yield number, item if text is item.text else replace(item, text=text)


def shortened(text: str, most: int = 60) -> str:
    """Return the beginning of a text, at most ``most`` letters long and cut between words."""
    return text if len(text) <= most else text[:most].rpartition(" ")[0] + " …"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a finding stands: paragraph number (0: the whole document), chapter, words."""

    paragraph: int = 0
    chapter: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to look at, with where, why, by which rule, and what to do about it."""

    code: str
    severity: Severity
    place: Place
    message: str
    source: str
    suggestion: str
    repeat: int = field(default=0)

    @property
    def fingerprint(self) -> str:
        """What stays the same while this place stays the same: the key of "đã xem".

        It does not hang on the paragraph's number, so that text added elsewhere keeps it;
        ``repeat`` tells apart equal findings at equal words.
        """
        key = "\n".join((self.code, fold(self.place.text), self.message, str(self.repeat)))
        return hashlib.sha256(key.encode()).hexdigest()[:16]


def excerpt(text: str, start: int, end: int) -> str:
    """Return ``text[start:end]`` with some words around it, cut between words."""
    first, last = max(0, start - _EXCERPT), min(len(text), end + _EXCERPT)
    if first:
        first = text.find(" ", first, start) + 1 or start
    if last < len(text):
        cut = text.rfind(" ", end, last)
        last = cut if cut > 0 else end
    before = "… " if first else ""
    after = " …" if last < len(text) else ""
    return f"{before}{text[first:last].strip()}{after}"
