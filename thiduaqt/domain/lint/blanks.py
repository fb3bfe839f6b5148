"""Numbers, dates and words that somebody meant to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thiduaqt.domain.lint.facts import Facts
from thiduaqt.domain.lint.outline import BLANK, Outline
from thiduaqt.domain.lint.text import Finding, Paragraph

_NUMBER = re.compile(r"\b[Ss]ố\s*:?\s*[.…_\s]*[/-]\s*(?=[A-ZĐ]{2,})")
_WORDED = re.compile(
    rf"\bngày(?P<d>{BLANK}\d{{0,2}}{BLANK})tháng(?P<m>{BLANK}\d{{0,2}}{BLANK})"
    rf"(?:năm(?P<y>{BLANK}(?:\d{{4}}\b|20[.…_]+)?))?"
)
_SLASHED = re.compile(
    r"\bngày\s*(?P<d>[.…_]*\d{0,2}[.…_]*)\s*/\s*(?P<m>[.…_]*\d{0,2}[.…_]*)\s*/\s*(?P<y>\d{4}|[.…_]+|20[.…_]+)"
)
# Five dots and more, two ellipses, a line for the pen, words in square brackets or braces.
_BLANK_WORDS = re.compile(
    r"\.{5,}|…\s*…+|_{3,}|\[[^\]\d][^\]]{2,60}\]|\{\{?[^}]{2,60}\}?\}|<[^<>]{3,40}>"
)
_DATE_PARTS = {"d": "ngày", "m": "tháng", "y": "năm"}


def check_blanks(outline: Outline, facts: Facts) -> Iterator[Finding]:
    """Yield every gap left for a number, a date or words."""
    own_number, own_date = False, False
    head = {paragraph.number for paragraph in outline.head}
    # Forms annexed after the signature are blank on purpose.
    last = outline.signing[-1].number if outline.signing else None
    for paragraph in outline.plan.paragraphs:
        if last is not None and paragraph.number > last:
            return
        taken: list[tuple[int, int]] = []
        for found in _NUMBER.finditer(paragraph.text):
            mine = paragraph.number in head and not own_number
            own_number = own_number or mine
            taken.append(found.span())
            yield _number(paragraph, found, facts, mine=mine)
        for found, parts in _dates(paragraph):
            mine = paragraph.number in head and not own_date
            own_date = own_date or mine
            taken.append(found.span())
            yield _date(paragraph, found, parts, facts, mine=mine)
        yield from _words(paragraph, taken, facts)


def _number(at: Paragraph, found: re.Match[str], facts: Facts, *, mine: bool) -> Finding:
    if mine:
        return facts.finding(
            "BLANK_NUMBER",
            at,
            "Số của văn bản còn trống.",
            "Ghi số khi đăng ký văn bản đi, trước khi phát hành.",
            span=found.span(),
        )
    return facts.finding(
        "BLANK_CITED",
        at,
        "Văn bản được viện dẫn còn trống số.",
        "Ghi đủ số, ký hiệu của văn bản được viện dẫn.",
        span=found.span(),
    )


def _dates(paragraph: Paragraph) -> Iterator[tuple[re.Match[str], list[str]]]:
    text = paragraph.text
    for found in _WORDED.finditer(text):
        groups = found.groupdict()
        empty = [key for key in "dmy" if groups[key] is not None and not _filled(groups[key])]
        if not empty or (found["y"] is None and not _dotted(found[0])):
            continue
        if len(empty) == 3 and not _dotted(found[0]) and found.end() < len(text):
            continue  # "ngày tháng năm sinh" asks for a date, it is none
        yield found, empty
    for found in _SLASHED.finditer(text):
        empty = [key for key in "dmy" if not _filled(found[key])]
        if empty:
            yield found, empty


def _filled(part: str) -> bool:
    return part.strip(" .…_").isdigit() and not (part.strip().startswith("20") and "." in part)


def _dotted(text: str) -> bool:
    return bool(re.search(r"[.…_]{2,}|…", text))


def _date(
    at: Paragraph, found: re.Match[str], empty: list[str], facts: Facts, *, mine: bool
) -> Finding:
    named = ", ".join(_DATE_PARTS[key] for key in empty)
    if mine:
        return facts.finding(
            "BLANK_DATE",
            at,
            f"Ngày ban hành văn bản còn trống ({named}).",
            "Ghi ngày ký ban hành, trùng với ngày đăng ký văn bản đi.",
            span=found.span(),
        )
    return facts.finding(
        "BLANK_CITED",
        at,
        f"Ngày tháng còn trống ({named}).",
        "Ghi đủ ngày, tháng, năm.",
        span=found.span(),
    )


def _words(at: Paragraph, taken: list[tuple[int, int]], facts: Facts) -> Iterator[Finding]:
    for found in _BLANK_WORDS.finditer(at.text):
        if any(start < found.end() and found.start() < end for start, end in taken):
            continue
        if not re.search(r"\w", at.text):
            continue
        yield facts.finding(
            "BLANK_WORDS",
            at,
            f"Còn chỗ trống chưa điền: “{found[0][:30]}”.",
            "Điền nội dung hoặc bỏ chỗ trống này.",
            span=found.span(),
        )
