"""Numbers of awards that contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thiduaqt.domain.lint.facts import Facts
from thiduaqt.domain.lint.markers import marker_of
from thiduaqt.domain.lint.outline import Outline
from thiduaqt.domain.lint.text import Finding, Paragraph, shortened
from thiduaqt.domain.text import fold

_AWARD = re.compile(r"(?P<name>[Gg]iấy khen|[Bb]ằng khen|[Cc]ờ thi đua)(?P<after>[^.;:]{0,60})")
_ISSUER = re.compile(r"Thủ tướng|Chính phủ|tỉnh|thành phố|xã|phường|đặc khu|[Bb]ộ")
_OCCASION = re.compile(
    r"(?P<kind>hằng năm|hàng năm|sơ kết|tổng kết|đột xuất|chuyên đề|đợt \d)"
    r"(?:[^.;:\d]{0,30}(?P<year>20\d\d))?",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"(?<![\d/.,-])(?P<n>\d{1,4})\s+(?P<unit>tập thể|cá nhân|hộ gia đình|hộ|cờ|gia đình)(?!\w)",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"tối đa|không quá|số lượng|khen thưởng|tặng|chỉ tiêu", re.IGNORECASE)
_SUBJECT = re.compile(
    r"^[-–+•]\s*(?:khối|cụm|thôn|tổ dân phố|trường|phòng|đơn vị)\s", re.IGNORECASE
)

_Key = tuple[str, str, str, str, str]


def check_quotas(outline: Outline, facts: Facts) -> Iterator[Finding]:
    """Yield two different numbers for one award, occasion and kind of recipient."""
    known: dict[_Key, tuple[int, Paragraph]] = {}
    for paragraph, award, occasion, found in _quotas(outline):
        unit = fold(found["unit"])
        key = (*award, *occasion, "ho" if unit in ("ho gia dinh", "gia dinh") else unit)
        number = int(found["n"])
        earlier = known.setdefault(key, (number, paragraph))
        if earlier[0] == number:
            continue
        yield facts.finding(
            "QUOTA_TWICE",
            paragraph,
            f"Số lượng khen mâu thuẫn: ở đây {number} {found['unit']}, ở chỗ khác là {earlier[0]} "
            f"cho cùng hình thức khen và cùng đợt (“{shortened(earlier[1].text)}”).",
            "Ghi thống nhất một số lượng.",
            span=found.span(),
        )


def _quotas(
    outline: Outline,
) -> Iterator[tuple[Paragraph, tuple[str, str], tuple[str, str], re.Match[str]]]:
    """Yield every number of recipients with its award and occasion, from the line or above it."""
    award: tuple[str, str] | None = None
    occasion: tuple[str, str] | None = None
    for paragraph in outline.body:
        text = paragraph.text
        marker = marker_of(text)
        if marker and marker.kind in ("chapter", "section", "article", "sub"):
            award = occasion = None
        named = _award(text)
        award = named or award
        if marker and marker.kind == "letter":
            occasion = None
        when = _OCCASION.search(text)
        if when:
            occasion = (_occasion(when["kind"]), when["year"] or "")
        if award is None or occasion is None or _SUBJECT.match(text) or not _is_limit(text, named):
            continue
        for found in _COUNT.finditer(text):
            yield paragraph, award, occasion, found


def _is_limit(text: str, named: tuple[str, str] | None) -> bool:
    return bool(named or _LIMIT.search(text))


def _award(text: str) -> tuple[str, str] | None:
    found = _AWARD.search(text)
    if found is None:
        return None
    issuer = _ISSUER.search(found["after"])
    return fold(found["name"]), fold(issuer[0]) if issuer else ""


def _occasion(words: str) -> str:
    key = fold(words)
    return "hang nam" if key == "hang nam" else key
