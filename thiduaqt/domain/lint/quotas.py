"""Numbers of awards that contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thiduaqt.domain.lint.facts import Facts
from thiduaqt.domain.lint.markers import Marker, marker_of
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
# Whom a number is for, where an award is parted among several: each part has its own number.
_SUBJECT = re.compile(
    r"(?:đối với|dành cho|khối|cụm|lĩnh vực|ngành|nhóm)\s+(?P<who>[^:;.,(\d]+)", re.IGNORECASE
)
_OTHER_SUBJECT = re.compile(
    r"^(?:thôn|tổ dân phố|trường|phòng|đơn vị|cơ quan|doanh nghiệp|công an|quân sự)\b",
    re.IGNORECASE,
)
# A share of a number already told is no number of its own.
_SHARE = re.compile(r"(?:trong đó|ít nhất|tối thiểu|gồm|riêng)[^.;]*$", re.IGNORECASE)
# One plan may carry several movements, each with its own numbers.
_MOVEMENT = re.compile(r"phong trào[^“”.;:]{0,40}“([^“”]+)”", re.IGNORECASE)
_YEAR = re.compile(r"năm\s+(20\d\d)")


@dataclass(frozen=True, slots=True)
class _Quota:
    """A number of recipients: of which award, on which occasion, in which year, for whom."""

    paragraph: Paragraph
    key: tuple[str, ...]
    number: int
    unit: str
    span: tuple[int, int]
    movement: str


def check_quotas(outline: Outline, facts: Facts) -> Iterator[Finding]:
    """Yield two different numbers for one award, occasion and kind of recipient."""
    known: dict[tuple[str, ...], dict[str, _Quota]] = {}
    for quota in _quotas(outline):
        by_movement = known.setdefault(quota.key, {})
        earlier = _of_one_movement(by_movement, quota.movement)
        if earlier is None:
            by_movement[quota.movement] = quota
            continue
        if earlier.number == quota.number:
            continue
        yield facts.finding(
            "QUOTA_TWICE",
            quota.paragraph,
            f"Số lượng khen mâu thuẫn: ở đây {quota.number} {quota.unit}, ở chỗ khác là "
            f"{earlier.number} cho cùng hình thức khen và cùng đợt "
            f"(“{shortened(earlier.paragraph.text)}”).",
            "Ghi thống nhất một số lượng.",
            span=quota.span,
        )


def _of_one_movement(known: dict[str, _Quota], movement: str) -> _Quota | None:
    """Return a number that can mean the same movement: they name one, or one of them none."""
    if movement:
        return known.get(movement) or known.get("")
    return next(iter(known.values()), None)


@dataclass(slots=True)
class _Above:
    """What the headings above a line say."""

    award: tuple[str, str] | None = None
    occasion: str = ""
    year: str = ""
    subject: str = ""
    movement: str = ""
    movement_rank: int = 0

    def goes_under(self, marker: Marker, text: str) -> _Above:
        """Return what holds under a new heading: a movement stays until one of its own rank."""
        named, rank = _movement(text), _rank(marker)
        if named or rank <= self.movement_rank:
            return _Above(movement=named, movement_rank=rank)
        return _Above(movement=self.movement, movement_rank=self.movement_rank)


def _quotas(outline: Outline) -> Iterator[_Quota]:
    """Yield every number of recipients with its award and occasion, from the line or above it."""
    above = _Above()
    for paragraph in outline.body:
        text = paragraph.text
        marker = marker_of(text)
        if marker and marker.kind in ("chapter", "section", "article", "sub"):
            above = above.goes_under(marker, text)
        elif marker and marker.kind == "letter":
            above.occasion = above.year = ""
        named = _award(text)
        above.award = named or above.award
        subject = _subject(marker.rest if marker else text.lstrip("-–+• "))
        if marker:
            above.subject = subject or above.subject
        if above.award and (named or _LIMIT.search(text)):
            yield from _counts(paragraph, above, subject or above.subject)
        when = _OCCASION.search(text)
        if when and marker:
            above.occasion, above.year = _occasion(when["kind"]), when["year"] or ""


def _counts(paragraph: Paragraph, above: _Above, subject: str) -> Iterator[_Quota]:
    assert above.award is not None
    for found in _COUNT.finditer(paragraph.text):
        before = paragraph.text[: found.start()]
        occasions = list(_OCCASION.finditer(before))
        occasion = _occasion(occasions[-1]["kind"]) if occasions else above.occasion
        if not occasion or _SHARE.search(before):
            continue
        years = _YEAR.findall(before)
        unit = fold(found["unit"])
        unit = "ho" if unit in ("ho gia dinh", "gia dinh") else unit
        year = years[-1] if years else above.year
        yield _Quota(
            paragraph,
            (*above.award, occasion, year, subject, unit),
            int(found["n"]),
            found["unit"],
            found.span(),
            _movement(before) or above.movement,
        )


def _movement(text: str) -> str:
    """Return the movement a text names last, empty for none."""
    names = _MOVEMENT.findall(text)
    return fold(names[-1]) if names else ""


def _rank(marker: Marker) -> int:
    """Return how deep a heading stands: 0 for a chapter, 1.2 deeper than 1."""
    return 0 if marker.kind == "chapter" else len(marker.values)


def _subject(text: str) -> str:
    found = _SUBJECT.search(text)
    if found:
        return fold(found["who"])
    return fold(text.partition(":")[0]) if _OTHER_SUBJECT.match(text) else ""


def _award(text: str) -> tuple[str, str] | None:
    found = _AWARD.search(text)
    if found is None:
        return None
    issuer = _ISSUER.search(found["after"])
    return fold(found["name"]), fold(issuer[0]) if issuer else ""


def _occasion(words: str) -> str:
    return fold(words)
