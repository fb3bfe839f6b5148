"""Words that belong to another kind of commune, or to a level of government that is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from thiduaqt.domain.lint.facts import Facts
from thiduaqt.domain.lint.outline import Outline
from thiduaqt.domain.lint.spans import UPPER, central_titles
from thiduaqt.domain.lint.text import Finding, Paragraph
from thiduaqt.domain.wording import short_date

_KINDS = ("xã", "phường", "đặc khu")
# Bodies and places that are the plan's own when only the kind follows: "UBND phường".
_OWN_HEADS = (
    r"UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân|Đảng ủy|Đảng uỷ|địa bàn|toàn|"
    r"Công an|Quân sự|Việt Nam|khen thưởng|Khen thưởng"
)
_FORMER = re.compile(
    r"\bcũ\b|trước đây|trước sắp xếp|sáp nhập|kết thúc hoạt động|chuyển tiếp|thời kỳ"
)
_AROUND = 60


def check_units(outline: Outline, facts: Facts) -> Iterator[Finding]:
    """Yield words that do not fit the kind of commune or the levels of government of the day."""
    yield from _parts(outline, facts)
    for paragraph in outline.plan.paragraphs:
        yield from _other_kind(paragraph, facts)
        yield from _gone(paragraph, outline, facts)


def _parts(outline: Outline, facts: Facts) -> Iterator[Finding]:
    """Yield "tổ dân phố" in a xã, or "thôn" in a phường, once for the whole document."""
    owner = facts.owner
    rule = next((r for r in facts.rules.unit_words if r.kind == owner.kind), None)
    if rule is None or owner.level != "commune" or not rule.other:
        return
    places = [
        (paragraph, found)
        for paragraph in outline.plan.paragraphs
        for found in _pattern(rule.other).finditer(paragraph.text)
        # Where both are listed side by side, both are meant.
        if not _pattern(rule.own).search(
            paragraph.text, max(0, found.start() - 25), found.end() + 25
        )
    ]
    if not places:
        return
    paragraph, found = places[0]
    more = f" (có {len(places)} chỗ)" if len(places) > 1 else ""
    yield facts.finding(
        "UNIT_WORD",
        paragraph,
        f"“{found[0]}” không hợp với {owner.kind}: dưới {owner.kind} là {rule.own[0]}{more}.",
        f"Thay bằng “{rule.own[0]}”; giữ nguyên nếu đơn vị vẫn mang tên này.",
        span=found.span(),
        source=rule.source.text,
    )


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    joined = "|".join(re.escape(word) for word in words)
    return re.compile(rf"(?<!\w)(?<!nông )(?<!Nông )(?:{joined})(?!\w)", re.IGNORECASE)


def _other_kind(at: Paragraph, facts: Facts) -> Iterator[Finding]:
    """Yield "UBND phường" and the like in the plan of a xã."""
    owner = facts.owner
    if owner.level != "commune":
        return
    for kind in _KINDS:
        if kind == owner.kind:
            continue
        for found in _own_kind(kind).finditer(at.text):
            after = at.text[found.end() :]
            # A name after it is for the check of names; a list of kinds means them all.
            if re.match(rf"\s*[,/]\s*(?:xã|phường|đặc khu)|\s+và\s+|\s+[{UPPER}]", after):
                continue
            yield facts.finding(
                "KIND_OTHER",
                at,
                f"Ghi “{found[0]}” trong văn bản của {owner.kind} {owner.name}.",
                f"Thay “{kind}” bằng “{owner.kind}”.",
                span=found.span(),
            )
            break


@lru_cache(maxsize=8)
def _own_kind(kind: str) -> re.Pattern[str]:
    behind = "(?! hội)" if kind == "xã" else ""
    return re.compile(rf"(?<!\w)(?:{_OWN_HEADS})\s+{kind}(?!\w){behind}")


def _gone(at: Paragraph, outline: Outline, facts: Facts) -> Iterator[Finding]:
    """Yield bodies of a level of government that has ended by the day of the document."""
    day = facts.on(outline)
    titles = central_titles(at.text)
    for rule in facts.rules.gone:
        if day < rule.first_day_without:
            continue
        for found in _gone_pattern(rule.heads, rule.words).finditer(at.text):
            near = at.text[max(0, found.start() - _AROUND) : found.end() + _AROUND]
            if _FORMER.search(near) or any(a <= found.start() < b for a, b in titles):
                continue
            yield facts.finding(
                "OFFICE_GONE",
                at,
                f"“{found[0]}” không còn từ {short_date(rule.first_day_without)}.",
                rule.instead,
                span=found.span(),
                source=rule.source.text,
            )
            break


@lru_cache(maxsize=16)
def _gone_pattern(heads: tuple[str, ...], words: tuple[str, ...]) -> re.Pattern[str]:
    bodies = "|".join(re.escape(head) for head in heads)
    kinds = "|".join(re.escape(word) for word in words)
    name = rf"[{UPPER}]\w*(?:\s+[{UPPER}]\w*)*"
    return re.compile(rf"(?<!\w)(?:(?:{bodies})(?!\w)(?:\s+{name})?|(?:{kinds})\s+{name})")
