"""Reads a plan from a text file (.txt): wrapped lines become paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from thiduaqt.domain.errors import BadFile
from thiduaqt.domain.lint.markers import marker_of
from thiduaqt.domain.lint.text import Paragraph, PlanText
from thiduaqt.domain.text import clean
from thiduaqt.intake.csv_text import decode

MAX_PARAGRAPHS = 20_000
# A plan with all its annexes has some 300,000 letters at most.
MAX_LETTERS = 1_000_000
_UTF16_SHARE = 0.3
# Marks that text converters leave: headings, bold and italic, subscripts, rules of underscores.
_HEADING = re.compile(r"^\s*#{1,6}\s*")
_SUBSCRIPT = re.compile(r"[_^]\{([^{}]*)\}")
_RULE = re.compile(r"(?<![\s,/])\s*_{3,}\s*$|^\s*[_=*-]{3,}\s*$")
_PAGE_NUMBER = re.compile(r"^\s*(?:-\s*)?\d{1,3}(?:\s*-)?\s*$")
_BULLET = re.compile(r"^(?:[-–—+•*]\s|[¹²³⁴⁵⁶⁷⁸⁹⁰]+\s|\[\d+\])")
_NOTE = re.compile(r"^[¹²³⁴⁵⁶⁷⁸⁹⁰]+\s")
_CUT = re.compile(r"(?:,|(?:^|\s)(?:số|ngày|tháng|năm|khoản|điểm|Điều|và|của|các|về|theo))$")
_ENDED = re.compile(r"[.;:!?]['”\"’)]*$|\./\.$")
# What a paragraph begins with whatever stands above it.
_OPENERS = ("Căn cứ ", "Thực hiện ", "Theo đề nghị", "Xét đề nghị", "Nơi nhận", "Trên đây ", "Số:")
# A file is wrapped where most of its lines stop near the same column.
_WIDEST_WRAP = 115
_FULL_LINE = 0.76
_LONG_LINE = 55


def read_plan_text(name: str, data: bytes) -> PlanText:
    """Return the paragraphs of a text file. Raises :class:`BadFile` where it holds no text."""
    lines = _decoded(data).splitlines()
    # Joining takes its time: what is far too long is refused before.
    refuse_too_long(name, 0, sum(len(line.strip()) for line in lines))
    paragraphs = list(_joined([_bare(line) for line in lines]))
    if not paragraphs:
        raise BadFile(
            f"Tệp “{name}” không có chữ nào.",
            todo="Chọn tệp .docx hoặc .txt có nội dung văn bản.",
            code="FILE_NO_TEXT",
        )
    refuse_too_long(name, len(paragraphs), sum(len(text) for text in paragraphs))
    return PlanText.of(
        Paragraph(text=text, part="note" if _NOTE.match(text) else "body") for text in paragraphs
    )


def refuse_too_long(name: str, paragraphs: int, letters: int) -> None:
    """Raise :class:`BadFile` for a text far longer than any plan."""
    if paragraphs > MAX_PARAGRAPHS or letters > MAX_LETTERS:
        told = f"{paragraphs} đoạn, {letters} chữ cái" if paragraphs else f"{letters} chữ cái"
        raise BadFile(
            f"Tệp “{name}” dài hơn mọi kế hoạch ({told}).",
            todo="Tách riêng phần văn bản cần rà soát thành một tệp.",
            code="FILE_TOO_LONG",
        )


def _decoded(data: bytes) -> str:
    """Decode like a list saved as text; UTF-16 without its mark is told by its empty bytes."""
    sample = data[:2000]
    for encoding, odd in (("utf-16-le", 1), ("utf-16-be", 0)):
        half = sample[odd::2]
        if half and not sample.startswith((b"\xff\xfe", b"\xfe\xff")):
            zeros = half.count(0) / len(half)
            if zeros > _UTF16_SHARE:
                return data.decode(encoding, "replace")
    return decode(data)[0]


def _bare(line: str) -> str:
    line = _SUBSCRIPT.sub(r"\1", _HEADING.sub("", line))
    line = _RULE.sub("", line)
    opens_list = re.match(r"\s*\*\s", line)
    return clean(("- " + line.lstrip(" *")) if opens_list else line.replace("*", ""))


def _joined(lines: list[str]) -> Iterator[str]:
    """Join what a line break or a page break tore apart."""
    wrap = _wrap_width(lines)
    held: list[str] = []
    last, gap = "", False
    for line in lines:
        if not line or _PAGE_NUMBER.match(line):
            gap = gap or not line
            continue
        if held and (_continues(last, line, wrap) or (not gap and line_goes_on(last, line))):
            held += [line] if _torn("".join(held[-2:])) else [" ", line]
        else:
            if held:
                yield "".join(held)
            held = [line]
        last, gap = line, False
    if held:
        yield "".join(held)


def line_goes_on(last: str, line: str) -> bool:
    """Tell whether a line right under another goes on with its sentence."""
    if _is_cut(last, line):
        return True
    if _ENDED.search(last) or line.startswith(_OPENERS) or line.isupper() or last.isupper():
        return False
    return not _opens(line) and (line[0].islower() or len(last) >= _LONG_LINE)


def _wrap_width(lines: Iterable[str]) -> int:
    """Return the column at which the lines of a file stop, or 0 where they do not."""
    lengths = sorted(len(line) for line in lines if line)
    if len(lengths) < 8:
        return 0
    widest = lengths[int(len(lengths) * 0.98)]
    full = sum(length >= widest * _FULL_LINE for length in lengths)
    return widest if widest <= _WIDEST_WRAP and full >= len(lengths) * 0.35 else 0


def _continues(last: str, line: str, wrap: int) -> bool:
    if _is_cut(last, line):
        return True
    if _ENDED.search(last) or line.startswith(_OPENERS) or line.isupper():
        return False
    if wrap and len(last) >= wrap * _FULL_LINE:
        return not _opens(line) or _is_dash_of_a_name(last, line)
    return line[0].islower() and not _opens(line) and not last.isupper()


def _is_cut(last: str, line: str) -> bool:
    """Tell whether a line stops where no sentence does: "Căn cứ Nghị định số", "MỤC ĐÍCH,"."""
    if _opens(line) or line.startswith(_OPENERS) or not _CUT.search(last):
        return False
    return last.isupper() == line.isupper() or line[0].isdigit() or not last.isupper()


def _opens(line: str) -> bool:
    return marker_of(line) is not None or bool(_BULLET.match(line))


def _is_dash_of_a_name(last: str, line: str) -> bool:
    """Tell "Phòng Văn hóa / - Xã hội chủ trì" from a new dash."""
    return last.endswith("Văn hóa") and line.startswith("- Xã hội")


def _torn(held: str) -> bool:
    """Tell whether a symbol was torn at its hyphen: "57-" and "NQ/TW"."""
    return held.endswith("-") and not held.endswith(" -")
