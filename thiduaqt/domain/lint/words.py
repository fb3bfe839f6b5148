"""Words out of order, and words written twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from thiduaqt.domain.lint.facts import Facts
from thiduaqt.domain.lint.outline import Outline
from thiduaqt.domain.lint.text import Finding, Paragraph

_BODY = r"(?:UBND|[ỦU]y ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân|Đảng ủy|Đảng uỷ)"
_VERBS = (
    "ban hành|xây dựng|tổ chức|triển khai|phát động|đề nghị|yêu cầu|giao|thực hiện|quyết định|"
    "báo cáo|chỉ đạo|thông báo"
)
_CHAIR_FIRST = re.compile(
    rf"(?<!\w)(?:Phó )?Chủ tịch\s+(?P<kind>xã|phường|đặc khu|tỉnh)\s+{_BODY}(?!\w)"
)
# Doubled by a slip; words that Vietnamese doubles on purpose are not among them.
_SLIPS = (
    "của|và|các|những|với|trong|cho|được|về|tại|theo|trên|để|đã|sẽ|khi|từ|đến|bằng|hoặc|nhằm|"
    "thi đua|thực hiện|triển khai|khen thưởng|kế hoạch|phong trào|ban hành|tổ chức|"
    "xã|phường|căn cứ|chuyển đổi số"
)
_TWICE = re.compile(rf"(?<!\w)(?P<word>{_SLIPS})\s+(?P=word)(?!\w)(?! hội)", re.IGNORECASE)


def check_words(outline: Outline, facts: Facts) -> Iterator[Finding]:
    """Yield words out of order ("Ủy ban nhân dân xã ban hành Cao Minh") and words doubled."""
    for paragraph in outline.plan.paragraphs:
        yield from _name_after_verb(paragraph, facts)
        for found in _CHAIR_FIRST.finditer(paragraph.text):
            yield _out_of_order(paragraph, found, f"Chủ tịch UBND {found['kind']}", facts)
        for found in _TWICE.finditer(paragraph.text):
            yield facts.finding(
                "WORDS_TWICE",
                paragraph,
                f"Lặp từ: “{found[0]}”.",
                f"Bỏ một chữ “{found['word']}”.",
                span=found.span(),
            )


def _name_after_verb(at: Paragraph, facts: Facts) -> Iterator[Finding]:
    owner = facts.owner
    name = owner.name or owner.province
    if not name:
        return
    for found in _torn_name(name).finditer(at.text):
        right = f"{found['body']} {found['kind']} {name} {found['verb']}"
        yield _out_of_order(at, found, right, facts)


@lru_cache(maxsize=64)
def _torn_name(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<body>{_BODY})\s+(?P<kind>xã|phường|đặc khu|tỉnh|thành phố)\s+"
        rf"(?P<verb>(?:{_VERBS})(?:\s+(?:{_VERBS}|kế hoạch))?)\s+{re.escape(name)}(?!\w)",
        re.IGNORECASE,
    )


def _out_of_order(at: Paragraph, found: re.Match[str], right: str, facts: Facts) -> Finding:
    return facts.finding(
        "WORDS_ORDER",
        at,
        f"Câu bị đảo từ: “{found[0]}”.",
        f"Sửa thành “{right}”.",
        span=found.span(),
    )
