"""What the checks read off a document once: its kind, date, place, bases, period, signers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from thiduaqt.domain.lint.markers import Marker, marker_of
from thiduaqt.domain.lint.spans import day_of, last_day
from thiduaqt.domain.lint.text import Paragraph, PlanText
from thiduaqt.domain.text import fold

_TITLES = {
    "ke hoach": "plan",
    "quyet dinh": "decision",
    "bao cao": "report",
    "to trinh": "submission",
    "huong dan": "guide",
    "thong bao": "notice",
    "chuong trinh": "programme",
}
# A blank is nothing at all, dots, or a line for the pen.
BLANK = r"[\s.…_]*"
_DATED = re.compile(
    rf"(?P<place>[^\d,;:()/]*?),?\s*\bngày(?P<d>{BLANK}\d{{0,2}}{BLANK})tháng"
    rf"(?P<m>{BLANK}\d{{0,2}}{BLANK})năm(?P<y>{BLANK}(?:\d{{4}})?)(?P<rest>.*)$"
)
_SYMBOL_BEFORE = re.compile(r"^.*/\s*[A-ZĐ][A-ZĐa-z]*(?:-[A-ZĐ][A-ZĐa-z0-9]*)*\s+")
_BASIS = re.compile(r"(?:Căn cứ|Thực hiện|Theo|Xét)\s")
_PERIOD = re.compile(
    r"giai đoạn\s*(?:từ\s*(?:năm\s*)?)?(\d{4})\s*(?:[-–—]|đến(?:\s*năm)?)\s*(\d{4})"
)
_RUNS = re.compile(
    r"(?:tổ chức|triển khai|thực hiện|phát động|bắt đầu)[^.;“”]{0,40}?\btừ\s+"
    r"(?:(?:ngày\s+)?(?:\d{1,2}/){0,2}|(?:đầu\s+|tháng\s+\d{1,2}\s+)?năm\s+)?(?P<a>\d{4})"
    r"[^.;“”()]{0,20}?đến\s+(?:hết\s+)?(?:(?:ngày|tháng)\s+)?(?:\d{1,2}/){0,2}(?:năm\s+)?"
    r"(?P<b>\d{4})"
)
_SIGNS = re.compile(
    r"(?:T[/.]?M|K[/.]?T|Q|T[/.]?L|T[/.]?U[/.]?Q)(?:\s*[./]|\s)|(?:PHÓ |QUYỀN )?CHỦ TỊCH\b|"
    r"CHÁNH VĂN PHÒNG|(?:PHÓ )?TRƯỞNG (?:PHÒNG|BAN)|TRƯỞNG PHÒNG|PHÓ CHỦ TỊCH"
)
_HEAD_PARAGRAPHS = 14
_LONGEST_DATE_LINE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentDate:
    """The document's own date; a part that is left blank is None."""

    paragraph: Paragraph
    start: int
    place: str
    day: int | None = None
    month: int | None = None
    year: int | None = None

    @property
    def whole(self) -> bool:
        """Whether day, month and year are all written."""
        return None not in (self.day, self.month, self.year)

    @property
    def earliest(self) -> dt.date | None:
        """The first day it can mean, None where not even the year is known."""
        if self.year is None:
            return None
        return day_of(self.day or 1, self.month or 1, self.year)

    @property
    def latest(self) -> dt.date | None:
        """The last day it can mean."""
        if self.year is None:
            return None
        if self.day and self.month:
            return day_of(self.day, self.month, self.year)
        month = self.month or 12
        return last_day(self.year, month) if 1 <= month <= 12 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A paragraph of the numbered body with its mark."""

    paragraph: Paragraph
    marker: Marker


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A document with what was read off it."""

    plan: PlanText
    kind: str
    title: tuple[Paragraph, ...]
    dated: DocumentDate | None
    head: tuple[Paragraph, ...]
    bases: tuple[Paragraph, ...]
    marked: tuple[Marked, ...]
    signing: tuple[Paragraph, ...]
    after: int
    period: tuple[int, int] | None
    running: tuple[Paragraph, int, int] | None

    @property
    def title_text(self) -> str:
        """The abstract under the kind of document, in one line."""
        return " ".join(paragraph.text for paragraph in self.title)

    @property
    def end_of_body(self) -> int:
        """The number of the first paragraph after the text: distribution list or signing."""
        return self.after

    @property
    def body(self) -> tuple[Paragraph, ...]:
        """Every paragraph before the distribution list and the signing block."""
        return tuple(item for item in self.plan.paragraphs if item.number < self.after)


def outline_of(plan: PlanText) -> Outline:
    """Read kind, date, bases, numbering, period and signing block off a document."""
    paragraphs = plan.paragraphs
    first = next((p.number for p in paragraphs if p.chapter), len(paragraphs) + 1)
    after = _end_of_body(paragraphs)
    top = tuple(p for p in paragraphs if p.number < min(first, after) and p.part != "note")
    place, kind = _kind(top)
    title = tuple(takewhile(_is_title, top[place + 1 :][:4])) if kind else ()
    head = top[: place if kind else _HEAD_PARAGRAPHS]
    return Outline(
        plan=plan,
        kind=kind,
        title=title,
        dated=_own_date(head),
        head=head,
        bases=tuple(p for p in top if _BASIS.match(p.text)),
        marked=tuple(_marked(p for p in paragraphs if p.part == "body" and p.number < after)),
        signing=_signing(paragraphs),
        after=after,
        period=_period(title),
        running=_running(paragraphs, after),
    )


def _marked(paragraphs: Iterable[Paragraph]) -> list[Marked]:
    found = []
    for paragraph in paragraphs:
        marker = marker_of(paragraph.text)
        if marker is not None:
            found.append(Marked(paragraph=paragraph, marker=marker))
    return found


def _kind(top: tuple[Paragraph, ...]) -> tuple[int, str]:
    for place, paragraph in enumerate(top):
        key = fold(paragraph.text).strip(" :")
        if key in _TITLES and paragraph.text.isupper():
            return place, _TITLES[key]
    return 0, ""


def _is_title(paragraph: Paragraph) -> bool:
    return not _BASIS.match(paragraph.text) and not paragraph.text.endswith((";", "."))


def _own_date(head: tuple[Paragraph, ...]) -> DocumentDate | None:
    for paragraph in head:
        if len(paragraph.text) > _LONGEST_DATE_LINE:
            continue
        found = _DATED.match(paragraph.text) or _DATED.search(paragraph.text)
        if found is None or len(found["rest"]) > 40:
            continue
        day, month, year = (_number(found[key]) for key in ("d", "m", "y"))
        before = _SYMBOL_BEFORE.sub("", paragraph.text[: found.start("d")])
        place = re.sub(r",?\s*ngày$", "", before).strip()
        return DocumentDate(
            paragraph=paragraph,
            start=max(found.start("d") - 4, 0),
            place=place,
            day=day,
            month=month,
            year=year,
        )
    return None


def _number(text: str) -> int | None:
    digits = text.strip(" .…_\t")
    return int(digits) if digits.isdigit() else None


def _period(title: tuple[Paragraph, ...]) -> tuple[int, int] | None:
    found = _PERIOD.search(" ".join(paragraph.text for paragraph in title))
    return (int(found[1]), int(found[2])) if found else None


def _running(paragraphs: tuple[Paragraph, ...], after: int) -> tuple[Paragraph, int, int] | None:
    """Return the paragraph that says from which year to which the movement runs."""
    for paragraph in paragraphs:
        if paragraph.number >= after or "hong trào" not in paragraph.text:
            continue
        found = _RUNS.search(paragraph.text)
        if found:
            return paragraph, int(found["a"]), int(found["b"])
    return None


def _end_of_body(paragraphs: tuple[Paragraph, ...]) -> int:
    ends = [p.number for p in paragraphs if fold(p.text).startswith("noi nhan")][:1]
    ends += [paragraph.number for paragraph in _signing(paragraphs)[:1]]
    return min(ends, default=len(paragraphs) + 1)


def _signing(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return the lines of the signing block with the name under them."""
    start = len(paragraphs) // 2
    for place, paragraph in enumerate(paragraphs):
        upper = paragraph.text.isupper()
        if paragraph.number >= start and upper and _SIGNS.match(paragraph.text):
            tail = paragraphs[place : place + 8]
            lines = tuple(takewhile(lambda p: not marker_of(p.text), tail))
            return tuple(p for p in lines if not fold(p.text).startswith("noi nhan"))[:6]
    return ()
