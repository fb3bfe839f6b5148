"""What a check is given beside the document: the day, the unit it belongs to, rules, names."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from thiduaqt.domain.lint.outline import Outline
from thiduaqt.domain.lint.place_names import PlaceNames
from thiduaqt.domain.lint.rules import LintRules
from thiduaqt.domain.lint.text import Finding, Paragraph, Place, excerpt
from thiduaqt.domain.places import Commune
from thiduaqt.domain.rulebook import Rulebook

Level = Literal["commune", "province", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Whose document it is. An empty ``level`` means that nobody knows."""

    level: Level = ""
    name: str = ""
    kind: str = ""
    province: str = ""
    province_kind: str = "tỉnh"

    @classmethod
    def of(cls, commune: Commune) -> Owner:
        """Return a commune as the owner of a document."""
        return cls(
            level="commune",
            name=commune.name,
            kind=commune.kind,
            province=commune.province,
            province_kind=commune.province_kind,
        )

    @property
    def full_name(self) -> str:
        """The owner as it stands in a sentence: "xã Cao Minh, tỉnh Thái Nguyên"."""
        province = f"{self.province_kind} {self.province}" if self.province else ""
        own = f"{self.kind} {self.name}" if self.level == "commune" else ""
        return ", ".join(part for part in (own, province) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything a check may know beside the document itself."""

    today: dt.date
    owner: Owner
    rules: LintRules
    rulebook: Rulebook
    names: PlaceNames

    def on(self, outline: Outline) -> dt.date:
        """Return the day a document counts from: its own date where it is written, else today."""
        dated = outline.dated
        return (dated.earliest if dated else None) or self.today

    def finding(
        self,
        code: str,
        paragraph: Paragraph | None,
        message: str,
        suggestion: str,
        *,
        span: tuple[int, int] | None = None,
        source: str = "",
    ) -> Finding:
        """Return a finding of this code at ``span`` of a paragraph (None: the whole document)."""
        rule = self.rules.by_code[code]
        unsure = " (cần kiểm tra)" if rule.source.confidence in ("L", "R") else ""
        place = Place()
        if paragraph is not None:
            start, end = span or (0, min(len(paragraph.text), 60))
            place = Place(
                paragraph=paragraph.number,
                chapter=paragraph.chapter,
                text=excerpt(paragraph.text, start, end),
            )
        return Finding(
            code=code,
            severity=rule.severity,
            place=place,
            message=message,
            source=source or rule.source.text + unsure,
            suggestion=suggestion,
        )


# A body of the centre may have its seat in a province without being of it.
_CENTRAL = re.compile(r"TRUNG ƯƠNG|^CHÍNH PHỦ$|^THỦ TƯỚNG|^BỘ [A-ZĐ]|^QUỐC HỘI")


def guess_owner(outline: Outline, names: PlaceNames) -> Owner:
    """Return whose document it seems to be, from letterhead, place and the provinces named."""
    if any(_CENTRAL.search(paragraph.text) for paragraph in outline.head):
        return Owner()
    head = " ".join(paragraph.text for paragraph in outline.head)
    place = outline.dated.place if outline.dated else ""
    candidates = _named_with_kind(head, names) or list(names.communes_named(place))
    province = names.province_named(place)
    if province and not _named_with_kind(head, names) and _speaks_as_province(outline, candidates):
        return Owner(level="province", province=province, province_kind=names.provinces[province])
    if not candidates:
        candidates = _named_with_kind(outline.title_text, names)
    chosen = _likeliest(candidates, outline, names)
    if chosen or candidates:
        return Owner.of(chosen) if chosen else Owner()
    return _not_in_table(place, outline, names)


def _named_with_kind(text: str, names: PlaceNames) -> list[Commune]:
    return [
        commune
        for named in names.in_text(text)
        for commune in named.communes
        if named.kind == commune.kind
    ]


def _speaks_as_province(outline: Outline, candidates: list[Commune]) -> bool:
    if not candidates:
        return True
    text = " ".join(paragraph.text for paragraph in outline.body[:60])
    own = sum(text.count(f"UBND {kind}") for kind in ("xã", "phường", "đặc khu"))
    return text.count("UBND tỉnh ban hành") + text.count("UBND thành phố ban hành") > 0 or not own


def _not_in_table(place: str, outline: Outline, names: PlaceNames) -> Owner:
    """Return a commune the table does not know: named in the place line and with its kind."""
    text = " ".join(paragraph.text for paragraph in outline.plan.paragraphs)
    found = re.search(
        rf"(?<!\w)(xã|phường|đặc khu)\s+{re.escape(place)}(?!\w)", text, re.IGNORECASE
    )
    if not place or found is None:
        return Owner()
    counted = _provinces_named(text, names)
    province = counted.most_common(1)[0][0] if counted else ""
    return Owner(
        level="commune",
        name=place,
        kind=found[1].lower(),
        province=province,
        province_kind=names.provinces.get(province, "tỉnh"),
    )


def _provinces_named(text: str, names: PlaceNames) -> Counter[str]:
    """Return how often each province is named as one: "tỉnh Thái Nguyên"."""
    return Counter(
        named.province
        for named in names.in_text(text)
        if named.province and named.kind in ("tỉnh", "thành phố")
    )


def _likeliest(candidates: list[Commune], outline: Outline, names: PlaceNames) -> Commune | None:
    """Return the candidate whose province the document names most, with the kind it uses."""
    if not candidates:
        return None
    text = " ".join(paragraph.text for paragraph in outline.plan.paragraphs)
    counted = _provinces_named(text, names)
    named_whole = Counter(
        commune.code
        for named in names.in_text(text)
        for commune in named.communes
        if named.kind == commune.kind
    )
    ranked = sorted(candidates, key=lambda c: (-named_whole[c.code], -counted[c.province]))
    first = (named_whole[ranked[0].code], counted[ranked[0].province])
    rivals = [c for c in ranked if (named_whole[c.code], counted[c.province]) == first]
    return ranked[0] if len({commune.code for commune in rivals}) == 1 else None
