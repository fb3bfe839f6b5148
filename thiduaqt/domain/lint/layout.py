"""Layout of a Word file against Decree 30/2020: paper, margins, letters, head of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thiduaqt.domain.lint.facts import Facts
from thiduaqt.domain.lint.outline import Outline
from thiduaqt.domain.lint.rules import LayoutRule
from thiduaqt.domain.lint.text import Finding, PageLayout, Paragraph
from thiduaqt.domain.text import fold

# Word keeps lengths in twentieths of a point; centimetres typed by hand are rounded to them.
_TOLERANCE = 0.6
_FONT_SHARE = 0.03
_SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
_SYMBOL = re.compile(r"^Số\s*:\s*(?P<n>\d+)\s*/\s*[A-ZĐ]")
_SPACED = re.compile(
    r"^Số\s*:\s*\d+(?:\s+/|/\s+)\s*[A-ZĐ]|^Số\s*:\s*\d*\s*/\s*[A-ZĐ]+(?:\s+-|-\s+)[A-ZĐ]"
)
_ZEROS = re.compile(r"\bngày\s+(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})\s+năm\s+\d{4}")


def check_layout(outline: Outline, facts: Facts) -> Iterator[Finding]:
    """Yield what differs from the decree; of a text file only what its words can tell."""
    rule = facts.rules.layouts[0]
    yield from _number_and_day(outline, facts)
    layout = outline.plan.layout
    if layout is None:
        return
    yield from _page(layout, rule, facts)
    yield from _letters(outline, layout, rule, facts)
    yield from _head(outline, rule, facts)


def _number_and_day(outline: Outline, facts: Facts) -> Iterator[Finding]:
    """Check the leading zeros of number and day, and the signs of the symbol."""
    for paragraph in outline.head:
        symbol = _SYMBOL.match(paragraph.text)
        if symbol and len(symbol["n"]) == 1:
            yield facts.finding(
                "LAYOUT_ZERO",
                paragraph,
                f"Số văn bản nhỏ hơn 10 ghi “{symbol['n']}”.",
                f"Ghi “0{symbol['n']}”.",
                span=symbol.span("n"),
            )
        if _SPACED.match(paragraph.text):
            yield facts.finding(
                "LAYOUT_SYMBOL",
                paragraph,
                "Số, ký hiệu văn bản có khoảng trống quanh dấu “/” hoặc “-”.",
                "Viết liền, ví dụ “05/KH-UBND”.",
            )
        day = _ZEROS.search(paragraph.text)
        if day is None:
            continue
        short = len(day["d"]) == 1 or day["m"] in ("1", "2")
        if short:
            month = day["m"].zfill(2) if day["m"] in ("1", "2") else day["m"]
            yield facts.finding(
                "LAYOUT_ZERO",
                paragraph,
                f"Ngày ban hành ghi “{day[0]}”, thiếu số 0 phía trước.",
                f"Ghi “ngày {day['d'].zfill(2)} tháng {month}”.",
                span=day.span(),
            )


def _page(layout: PageLayout, rule: LayoutRule, facts: Facts) -> Iterator[Finding]:
    upright = (layout.width, layout.height)
    wanted = (rule.width, rule.height)
    if layout.width and any(
        abs(is_ - should) > _TOLERANCE for is_, should in zip(sorted(upright), wanted, strict=True)
    ):
        yield facts.finding(
            "LAYOUT_PAPER",
            None,
            f"Khổ giấy {_mm(layout.width)} × {_mm(layout.height)} mm, không phải A4.",
            f"Chọn khổ A4 ({rule.width} × {rule.height} mm).",
        )
    for side, word in _SIDES.items():
        least, most = getattr(rule, side)
        found = getattr(layout, side)
        if layout.width and not least - _TOLERANCE <= found <= most + _TOLERANCE:
            yield facts.finding(
                "LAYOUT_MARGIN",
                None,
                f"Lề {word} {_mm(found)} mm, ngoài khoảng {least}-{most} mm.",
                f"Đặt lề {word} từ {least} đến {most} mm.",
            )


def _mm(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".").replace(".", ",")


def _letters(
    outline: Outline, layout: PageLayout, rule: LayoutRule, facts: Facts
) -> Iterator[Finding]:
    total = sum(count for _, count in layout.fonts)
    others = [
        (font, count)
        for font, count in layout.fonts
        if font and fold(font) != fold(rule.font) and count > total * _FONT_SHARE
    ]
    if others:
        named = ", ".join(font for font, _ in others[:3])
        yield facts.finding(
            "LAYOUT_FONT",
            None,
            f"Văn bản dùng phông {named}.",
            f"Dùng phông {rule.font}, bảng mã Unicode.",
        )
    least, most = rule.body_sizes
    at = [
        paragraph
        for paragraph in outline.body
        if paragraph.part == "body"
        and len(paragraph.text) > 80
        and paragraph.style
        and paragraph.style.size
        and not least <= paragraph.style.size <= most
    ]
    if at:
        first: Paragraph = at[0]
        assert first.style is not None
        yield facts.finding(
            "LAYOUT_SIZE",
            first,
            f"Nội dung có {len(at)} đoạn cỡ chữ ngoài khoảng {least}-{most} (ví dụ cỡ "
            f"{_mm(first.style.size)}).",
            f"Đặt cỡ chữ nội dung {least} hoặc {most}.",
        )


def _head(outline: Outline, rule: LayoutRule, facts: Facts) -> Iterator[Finding]:
    """Check that the name of the state, the motto, the number and the place stand at the head."""
    lines = [paragraph.text for paragraph in outline.plan.paragraphs[:25]]
    folded = fold(" ".join(lines))
    wanted = (
        ("LAYOUT_STATE", rule.state, "Quốc hiệu"),
        ("LAYOUT_STATE", rule.motto, "Tiêu ngữ"),
    )
    for code, text, word in wanted:
        if fold(text) not in folded:
            yield facts.finding(
                code, None, f"Thiếu hoặc sai {word}.", f"Ghi “{text}” ở đầu văn bản."
            )
        elif not any(_same_words(text, line) for line in lines):
            yield facts.finding(code, None, f"{word} viết chưa đúng kiểu chữ.", f"Ghi “{text}”.")
    if not any(re.match(r"Số\s*:", line) for line in lines):
        yield facts.finding(
            "LAYOUT_NUMBER",
            None,
            "Thiếu dòng số, ký hiệu.",
            "Ghi “Số: …/KH-UBND” dưới tên cơ quan.",
        )
    if outline.kind and outline.dated is None:
        yield facts.finding(
            "LAYOUT_PLACE",
            None,
            "Thiếu dòng địa danh và ngày tháng năm ban hành.",
            "Ghi “Địa danh, ngày … tháng … năm …” dưới Tiêu ngữ.",
        )


def _same_words(wanted: str, line: str) -> bool:
    """Tell whether a line holds the words with their capitals; HÒA and HOÀ are one."""
    return _cases(wanted) in _cases(line) and fold(wanted) in fold(line)


def _cases(text: str) -> str:
    return "".join("U" if sign.isupper() else "l" for sign in text if sign.isalpha())
