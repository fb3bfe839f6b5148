"""Names of other provinces and communes that were left over from another plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thiduaqt.domain.lint.facts import Facts
from thiduaqt.domain.lint.outline import Outline
from thiduaqt.domain.lint.place_names import (
    COMMUNE_KINDS,
    PROVINCE_KINDS,
    Named,
    name_key,
)
from thiduaqt.domain.lint.spans import UPPER, central_titles, cited_in, clauses
from thiduaqt.domain.lint.text import Finding, Paragraph
from thiduaqt.domain.name_words import FAMILY_NAMES
from thiduaqt.domain.text import fold

_CAPITAL_CITY = "Hà Nội"
_LEADER = "Hồ Chí Minh"
# Capitals that may stand before a name without being part of it.
_BEFORE_NAMES = frozenset(
    (
        *("tinh", "thanh", "pho", "tp", "xa", "phuong", "dac", "khu", "ubnd", "hdnd", "mttq"),
        *("dang", "uy", "bo", "tai", "o", "tu", "ve", "do", "cua", "voi", "va", "trong", "cho"),
        *("theo", "den", "nguoi", "nhan", "dan", "doan", "bao", "dai", "cong", "ban", "hoi", "so"),
    )
)
# What bears the name of a place without being that place.
_BEARERS = re.compile(
    r"(?:^|\W)(?:thôn|tổ dân phố|tdp|tổ|ấp|khu phố|khu|bản|làng|xóm|khối|buôn|trường|thcs|thpt|"
    r"tiểu học|mầm non|mẫu giáo|chợ|đường|phố|cầu|sông|hồ|núi|đền|chùa|đình|công ty|tnhh|"
    r"hợp tác xã|htx|ông|bà|anh|chị|em|cháu|cụ|đồng chí|đ/c|liệt sĩ|tên|mang tên|cụm|câu lạc bộ|"
    r"danh hiệu|giải thưởng|quốc lộ|cao tốc|tuyến|ga|sân bay|cảng|họ)\s+(?:số\s+)?$",
    re.IGNORECASE,
)
# A name of another place is meant where one learns from it, borders on it or goes there.
_MEANT = re.compile(
    r"học tập kinh nghiệm|trao đổi kinh nghiệm|học hỏi|tham quan|giáp ranh|tiếp giáp|giáp với|"
    r"giáp\s+(?:tỉnh|xã|phường|thành phố)|liên kết|kết nghĩa|hợp tác (?:với|giữa)|khảo sát tại|"
    r"liên xã|liên tỉnh|giao lưu|quê quán|trú tại|sinh tại|sáp nhập|hợp nhất|sắp xếp|\bcũ\b|"
    r"trước đây|cụm thi đua|khối thi đua|như mô hình|điển hình như",
    re.IGNORECASE,
)
_ABOUT = 90
_GOES_TO = re.compile(
    r"(?:tại|ở|ra|về|đi|thủ đô)\s+(?:thủ đô\s+|thành phố\s+|tp\.?\s*)?$", re.IGNORECASE
)
# What a bare name of a commune follows where the commune itself is meant.
_MEANS_A_COMMUNE = re.compile(
    r"(?:[“\"]|(?:^|\W)(?:của|nhân dân|quê hương|toàn|doanh nghiệp|thương hiệu|hình ảnh|"
    r"người dân|đưa|xây dựng|vì một|vì|sản phẩm|làm tại|chuyển đổi số))\s*$",
    re.IGNORECASE,
)
_BODY_OF = re.compile(
    r"(?:UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân|Đảng ủy|[Đđ]ịa bàn|MTTQ(?: Việt Nam)?)\s+"
    rf"(?P<kind>xã|phường|đặc khu)\s+(?P<name>[{UPPER}]\w*(?: [{UPPER}]\w*)+)"
)
_NO_NAMES = frozenset(
    (
        *("viet", "hoi", "doan", "mat", "uy", "phong", "ban", "cong", "trung", "dang", "nha"),
        *("hop", "van", "ke", "phat", "trien", "thi", "to", "so", "dai"),
    )
)


def check_names(outline: Outline, facts: Facts) -> Iterator[Finding]:
    """Yield every name of another province or commune that seems to be left over."""
    if not facts.owner.level:
        yield facts.finding(
            "OWNER_UNKNOWN",
            None,
            "Không rõ văn bản là của xã, phường nào nên chưa rà soát được tên địa phương khác.",
            "Ghi địa danh ở dòng ngày tháng, hoặc chọn xã, phường trước khi rà soát.",
        )
        return
    for paragraph in outline.plan.paragraphs:
        yield from _in_paragraph(paragraph, outline, facts)
        yield from _unknown_communes(paragraph, facts)
    yield from _former_provinces(outline, facts)


def _in_paragraph(paragraph: Paragraph, outline: Outline, facts: Facts) -> Iterator[Finding]:
    text = paragraph.text
    titles = central_titles(text)
    for named in facts.names.in_text(text):
        if any(start <= named.start < end for start, end in titles):
            continue
        if _is_own(named, text, facts) or _is_longer_name(named, text) or _is_meant(named, text):
            continue
        if named.province and named.kind not in COMMUNE_KINDS:
            if not facts.owner.province:
                continue  # a commune of no known province may name its own
            yield from _province(named, paragraph, outline, facts)
        elif named.communes:
            yield from _commune(named, paragraph, outline, facts)


def _is_own(named: Named, text: str, facts: Facts) -> bool:
    """Tell whether a name is that of the plan's own commune or province."""
    owner = facts.owner
    own = name_key(owner.name)
    # The own name may be longer than one of the table: "Thanh Vân Hạ" and "Thanh Vân".
    here = name_key(text[named.start : named.start + len(owner.name) + 2])[: len(own)]
    if owner.level == "commune" and here == own:
        return named.kind in ("", owner.kind, *PROVINCE_KINDS) or named.kind not in COMMUNE_KINDS
    if named.province and named.province == owner.province:
        return named.kind not in COMMUNE_KINDS
    mine = owner.level == "province" and any(c.province == owner.province for c in named.communes)
    return mine and named.province == ""


def _is_longer_name(named: Named, text: str) -> bool:
    """Tell whether the words are only a part of a longer name: of a person, a street, a body."""
    if named.kind in (*COMMUNE_KINDS, *PROVINCE_KINDS) or _is_shouted(named):
        return False
    after = named.after
    if after and after.capital and text[named.end : after.start] == " ":
        return True
    before = named.before[-1] if named.before else None
    if before is None or not before.capital or text[before.end : named.start] != " ":
        return False
    if before.text.isupper() or before.key in _BEFORE_NAMES or fold(before.text) in _BEFORE_NAMES:
        return False
    opens = (
        before.start == 0 or text[before.start - 1] in '“"(' or text[: before.start].endswith(". ")
    )
    return not opens or fold(before.text) in FAMILY_NAMES


def _is_shouted(named: Named) -> bool:
    return all(word.text.isupper() and len(word.text) > 1 for word in named.words)


def _is_meant(named: Named, text: str) -> bool:
    before = text[: named.start]
    if named.kind == "" and _BEARERS.search(before[-30:]):
        return True
    if named.province == _LEADER and named.kind not in PROVINCE_KINDS:
        return True
    if named.province == _CAPITAL_CITY and (
        _GOES_TO.search(before) or text.startswith(", ngày", named.end)
    ):
        return True
    return _is_meant_at(text, named.start, named.end)


def _is_meant_at(text: str, start: int, end: int) -> bool:
    """Tell whether the clause around a name says why another place is named there."""
    first, last = next(((a, b) for a, b in clauses(text) if a <= start < b), (0, len(text)))
    return bool(_MEANT.search(text, max(first, start - _ABOUT), min(last, end + 40)))


def _province(named: Named, at: Paragraph, outline: Outline, facts: Facts) -> Iterator[Finding]:
    # The name of the signer or of who gets a copy is nobody's leftover unless a kind stands there.
    if at.number >= outline.after and named.kind not in PROVINCE_KINDS:
        return
    owner = facts.owner
    yield facts.finding(
        "PLACE_PROVINCE",
        at,
        f"Có tên địa phương khác: “{named.province}”, trong khi văn bản là của {owner.full_name}.",
        f"Thay bằng “{owner.province}” nếu là nội dung chép từ văn bản của tỉnh khác; "
        "giữ nguyên nếu nêu đúng ý.",
        span=(named.start, named.end),
    )


def _commune(named: Named, at: Paragraph, outline: Outline, facts: Facts) -> Iterator[Finding]:
    owner = facts.owner
    name = at.text[named.start : named.end]
    if named.kind not in COMMUNE_KINDS and not _bare_commune(named, at, outline):
        return
    if owner.level == "commune" and any(
        c.province == owner.province and c.kind == named.kind for c in named.communes
    ):
        if at.number >= outline.after:
            return  # a neighbour may well get a copy
        where = f"cùng {owner.province_kind} {owner.province}"
    else:
        where = named.communes[0].province_name
    yield facts.finding(
        "PLACE_COMMUNE",
        at,
        f"Có tên đơn vị khác: “{f'{named.kind} {name}'.strip()}” ({where}), trong khi văn bản là "
        f"của {owner.full_name}.",
        f"Thay bằng “{owner.name or owner.province}” nếu là nội dung chép từ văn bản của nơi khác; "
        "giữ nguyên nếu nêu đúng ý.",
        span=(named.start, named.end),
    )


def _bare_commune(named: Named, at: Paragraph, outline: Outline) -> bool:
    """Tell whether a name without its kind means a commune: in a slogan, in the place line."""
    dated = outline.dated
    if dated and at is dated.paragraph and named.start < dated.start:
        return name_key(dated.place) == tuple(word.key for word in named.words)
    if at.number >= outline.after or _is_shouted(named) or len(named.words) < 2:
        return False
    return bool(_MEANS_A_COMMUNE.search(at.text[: named.start]))


def _unknown_communes(paragraph: Paragraph, facts: Facts) -> Iterator[Finding]:
    """Yield names after "UBND xã" and the like that no commune bears today."""
    owner = facts.owner
    if owner.level != "commune" or not _BODY_OF.search(paragraph.text):
        return
    known = {named.start for named in facts.names.in_text(paragraph.text)}
    own = name_key(owner.name)
    for found in _BODY_OF.finditer(paragraph.text):
        start = found.start("name")
        here = name_key(paragraph.text[start : start + len(owner.name) + 2])[: len(own)]
        if start in known or here == own or fold(found["name"].split()[0]) in _NO_NAMES:
            continue
        yield facts.finding(
            "PLACE_COMMUNE",
            paragraph,
            f"Có tên đơn vị khác: “{found['kind']} {found['name']}” (không có trong danh mục đơn "
            f"vị hành chính hiện nay), trong khi văn bản là của {owner.full_name}.",
            f"Thay bằng “{owner.kind} {owner.name}” hoặc sửa lại tên.",
            span=found.span("name"),
        )


def _former_provinces(outline: Outline, facts: Facts) -> Iterator[Finding]:
    """Yield provinces that were merged before the document's day."""
    rules = [
        r for r in facts.rules.former_provinces if r.gone_from <= facts.on(outline).isoformat()
    ]
    if not rules:
        return
    names = "|".join(re.escape(rule.name) for rule in rules)
    pattern = re.compile(
        r"(?:tỉnh|Tỉnh ủy|Tỉnh đoàn|thành phố|[Dd]oanh nghiệp|thương hiệu)\s+"
        rf"(?P<name>{names})(?!\w)"
    )
    by_name = {rule.name: rule for rule in rules}
    for paragraph in outline.body:
        titles = central_titles(paragraph.text)
        for found in pattern.finditer(paragraph.text):
            if _is_meant_at(paragraph.text, *found.span("name")) or any(
                a <= found.start() < b for a, b in titles
            ):
                continue
            rule = by_name[found["name"]]
            if _cites_earlier(paragraph.text, found.start(), rule.gone_from):
                continue
            yield facts.finding(
                "PLACE_FORMER",
                paragraph,
                f"“{rule.name}” không còn là tên tỉnh từ {_day(rule.gone_from)} "
                f"(nay thuộc {rule.now}).",
                "Thay bằng tên hiện nay, hoặc thêm “(cũ)” nếu nói về thời gian trước sắp xếp.",
                span=found.span("name"),
                source=rule.source.text,
            )


def _cites_earlier(text: str, place: int, day: str) -> bool:
    """Tell whether a name stands in the clause of a document from before that day."""
    return any(
        cited.day is not None and cited.day.isoformat() < day
        for start, end in clauses(text)
        for cited in cited_in(text)
        if start <= place < end and start <= cited.start < end
    )


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))
