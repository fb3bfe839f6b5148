"""Legal bases that ended, do not hold yet, were amended, or are missing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from thiduaqt.domain.kinds import LegalBasisRule
from thiduaqt.domain.lint.facts import Facts
from thiduaqt.domain.lint.outline import Outline
from thiduaqt.domain.lint.text import Finding, Paragraph
from thiduaqt.domain.text import fold
from thiduaqt.domain.wording import short_date

_AWARD = "certificate_of_merit"
# Kinds of documents that open with legal bases.
_WITH_BASES = ("plan", "decision")
_NUMBER = re.compile(r"\d+/\d{4}|\d+/[a-z]|\d+-[a-z]")
# Said of a document that no longer holds: it is named on purpose.
_ON_PURPOSE = re.compile(
    r"(?:thay the|bai bo|het hieu luc|sua doi, bo sung(?:,? cap nhat)?(?: mot so dieu)?(?: cua)?)"
    r"(?: cho)?(?: nghi dinh| thong tu| luat)?(?: so)?\s*$"
)
_AFTERWARDS = re.compile(r"[^.;]{0,60}?(?:da duoc thay the|het hieu luc|\(cu\))")
_SPLIT = re.compile(
    r";|,\s+(?=(?:luật|nghị định|thông tư|quyết định|nghị quyết|kế hoạch)\s)", re.IGNORECASE
)
_NEAR = 70


def check_bases(outline: Outline, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with the documents a plan rests on."""
    day = facts.on(outline)
    for paragraph in outline.plan.paragraphs:
        for rule in facts.rulebook.bases:
            if rule.holds_on(day) and not rule.expired:
                continue
            for span in mentions(rule, paragraph.text):
                yield _not_in_force(rule, paragraph, span, day, facts)
    yield from _amended(outline, day, facts)
    yield from _missing(outline, day, facts)


def mentions(rule: LegalBasisRule, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text names a document by its number, or by its title with the year."""
    key = fold(text)
    for mark in rule.marks:
        pattern = _pattern(mark)
        if pattern is None:
            continue
        spans = [
            found.span()
            for found in pattern.finditer(key)
            if _words_near(mark, key, found.span()) and not _on_purpose(key, found.span())
        ]
        if spans:
            yield from spans
            return


@lru_cache(maxsize=512)
def _pattern(mark: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return what finds a mark: its number where it has one, else its words in their order."""
    number = next((word for word in mark if _NUMBER.match(word)), None)
    if number is not None:
        return re.compile(rf"(?<![\d/]){re.escape(number)}(?!\d)")
    if len(mark) < 2 or not mark[-1].isdigit():
        return None
    return re.compile(r"[^.;]{0,40}?".join(re.escape(word.lstrip("^")) for word in mark))


def _words_near(mark: tuple[str, ...], key: str, span: tuple[int, int]) -> bool:
    near = key[max(0, span[0] - _NEAR) : span[1] + _NEAR]
    return all(word.lstrip("^") in near for word in mark)


def _on_purpose(key: str, span: tuple[int, int]) -> bool:
    return bool(_ON_PURPOSE.search(key[: span[0]]) or _AFTERWARDS.match(key, span[1]))


def _not_in_force(
    rule: LegalBasisRule, at: Paragraph, span: tuple[int, int], day: dt.date, facts: Facts
) -> Finding:
    named = rule.text if len(rule.text) < 90 else rule.text.partition(" ngày ")[0]
    if rule.valid_from > day.isoformat():
        start = dt.date.fromisoformat(rule.valid_from)
        return facts.finding(
            "BASIS_EARLY",
            at,
            f"{named} có hiệu lực từ {short_date(start)}, sau ngày của văn bản này.",
            "Bỏ căn cứ này hoặc xem lại ngày ban hành.",
            span=span,
            source=rule.source.text,
        )
    ended = rule.ended_from
    when = f"hết hiệu lực từ {short_date(ended)}" if ended else "đã hết hiệu lực"
    return facts.finding(
        "BASIS_EXPIRED",
        at,
        f"{named} {when}.",
        f"Thay bằng {rule.replaced_by}." if rule.replaced_by else "Bỏ hoặc thay căn cứ này.",
        span=span,
        source=rule.source.text,
    )


def _amended(outline: Outline, day: dt.date, facts: Facts) -> Iterator[Finding]:
    """Yield documents named without the one that amended them by the plan's day."""
    whole = fold(" ".join(paragraph.text for paragraph in outline.plan.paragraphs))
    for rule in facts.rulebook.bases:
        if not rule.amended_by or rule.amended_from > day.isoformat():
            continue
        number = _NUMBERED.search(fold(rule.amended_by))
        if number and number[0] in whole:
            continue
        for paragraph in outline.plan.paragraphs:
            span = next(mentions(rule, paragraph.text), None)
            if span is not None:
                since = short_date(dt.date.fromisoformat(rule.amended_from))
                yield facts.finding(
                    "BASIS_AMENDED",
                    paragraph,
                    f"{rule.text} đã được sửa đổi, bổ sung từ {since} bởi {rule.amended_by}.",
                    f"Nêu thêm {rule.amended_by}.",
                    span=span,
                    source=rule.source.text,
                )
                break


_NUMBERED = re.compile(r"\d+/(?:\d{4}/)?[a-z-]+\d*")


def _missing(outline: Outline, day: dt.date, facts: Facts) -> Iterator[Finding]:
    """Yield one finding that names every basis a plan with awards should open with."""
    whole = fold(" ".join(paragraph.text for paragraph in outline.body))
    if outline.kind not in _WITH_BASES or "khen thuong" not in whole or not facts.owner.level:
        return
    lines = [
        piece.strip()
        for paragraph in outline.bases
        for piece in _SPLIT.split(paragraph.text)
        if piece.strip()
    ]
    absent = facts.rulebook.missing_bases(lines, _AWARD, day)
    if not absent:
        return
    names = "; ".join(rule.text.partition(" ngày ")[0] for rule in absent)
    yield facts.finding(
        "BASIS_MISSING",
        outline.bases[-1] if outline.bases else None,
        f"Phần căn cứ chưa nêu: {names}.",
        "Bổ sung nếu kế hoạch dựa vào các văn bản này.",
    )
