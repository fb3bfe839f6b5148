"""Whether the signing block fits the power under which the document is issued."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thiduaqt.domain.lint.facts import Facts
from thiduaqt.domain.lint.outline import Outline
from thiduaqt.domain.lint.text import Finding, Paragraph
from thiduaqt.domain.text import fold

_COLLECTIVE = ("plan", "report", "programme")
_CHAIR_LINE = re.compile(r"CHỦ TỊCH\s+(?:ỦY|UỶ) BAN NHÂN DÂN")
_OLD_FORM = re.compile(r"^(?:T/M|K/T|T/L|T/U/Q|TM(?=\s)|KT(?=\s)|TL(?=\s))")
_SYMBOL = re.compile(r"/\s*([A-ZĐ]+(?:\s*-\s*[A-ZĐ][A-ZĐa-z]*)*)")
_FORMS = {"TM": "TM.", "KT": "KT.", "TL": "TL.", "TUQ": "TUQ."}


def check_signing(outline: Outline, facts: Facts) -> Iterator[Finding]:
    """Yield what does not fit in the signing block of a plan, a report or a decision."""
    if not outline.kind:
        return
    if not outline.signing:
        yield facts.finding(
            "SIGN_NONE",
            None,
            "Không thấy phần ký (quyền hạn, chức vụ của người ký).",
            "Bổ sung quyền hạn, chức vụ và họ tên người ký.",
        )
        return
    lines = [(paragraph, paragraph.text.strip()) for paragraph in outline.signing]
    yield from _abbreviations(lines, facts)
    keys = [_key(text) for _, text in lines]
    yield from _deputy(lines, keys, facts)
    yield from _by_order(lines, keys, facts)
    yield from _for_the_body(outline, lines, keys, facts)


def _key(text: str) -> str:
    """Return a line of the block as one key: "TM. ỦY BAN …" and "T/M UBND" are "tm uy ban …"."""
    key = fold(text).replace("ubnd", "uy ban nhan dan")
    return re.sub(
        r"[./\s]+", " ", re.sub(r"^t\s*/\s*m\b", "tm", re.sub(r"^k\s*/\s*t\b", "kt", key))
    )


def _abbreviations(lines: list[tuple[Paragraph, str]], facts: Facts) -> Iterator[Finding]:
    for paragraph, text in lines:
        old = _OLD_FORM.match(text)
        if old:
            right = _FORMS[old[0].replace("/", "")]
            yield facts.finding(
                "SIGN_FORM",
                paragraph,
                f"Chữ viết tắt quyền hạn ghi “{old[0]}”.",
                f"Ghi “{right}” ở đầu dòng, có dấu chấm.",
                span=old.span(),
            )
        elif text.startswith("TM.") and "UBND" in text:
            yield facts.finding(
                "SIGN_FORM",
                paragraph,
                "Tên cơ quan ở phần ký viết tắt “UBND”.",
                "Ghi đầy đủ “TM. ỦY BAN NHÂN DÂN”.",
            )


def _deputy(lines: list[tuple[Paragraph, str]], keys: list[str], facts: Facts) -> Iterator[Finding]:
    deputies = [place for place, key in enumerate(keys) if key.startswith("pho chu tich")]
    by_kt = [place for place, key in enumerate(keys) if key.startswith("kt ")]
    if deputies and not by_kt:
        yield facts.finding(
            "SIGN_KT_MISSING",
            lines[deputies[0]][0],
            "Phó Chủ tịch ký nhưng thiếu dòng “KT. CHỦ TỊCH”.",
            "Thêm dòng “KT. CHỦ TỊCH” ngay trên “PHÓ CHỦ TỊCH”.",
        )
    if by_kt and not any(key.startswith("pho ") for key in keys):
        yield facts.finding(
            "SIGN_DEPUTY",
            lines[by_kt[0]][0],
            "Ký thay (KT.) nhưng dưới đó không ghi chức vụ cấp phó.",
            "Ghi “PHÓ CHỦ TỊCH” dưới dòng “KT. CHỦ TỊCH”; người đứng đầu tự ký thì bỏ “KT.”.",
        )


def _by_order(
    lines: list[tuple[Paragraph, str]], keys: list[str], facts: Facts
) -> Iterator[Finding]:
    ordered = [place for place, key in enumerate(keys) if key.startswith("tl ")]
    if ordered and any(key.startswith("pho chu tich") for key in keys):
        yield facts.finding(
            "SIGN_DEPUTY",
            lines[ordered[0]][0],
            "Phó Chủ tịch ký nhưng ghi thừa lệnh (TL.).",
            "Cấp phó ký thay người đứng đầu: ghi “KT. CHỦ TỊCH”.",
        )


def _of_committee(outline: Outline) -> bool:
    """Tell whether the People's Committee issues the document: by its symbol, else letterhead."""
    symbols = [symbol for p in outline.head for symbol in _SYMBOL.findall(p.text)]
    if symbols:
        return any("UBND" in symbol for symbol in symbols)
    issuers = ("HỘI ĐỒNG", "PHÒNG ", "TRUNG TÂM", "ĐẢNG ỦY", "BAN CHỈ ĐẠO", "TRƯỜNG ", "ỦY BAN MẶT")
    shouted = (p.text for p in outline.head if p.text.isupper())
    return not any(text.startswith(issuers) for text in shouted)


def _for_the_body(
    outline: Outline, lines: list[tuple[Paragraph, str]], keys: list[str], facts: Facts
) -> Iterator[Finding]:
    """Check TM.: a plan of the committee has it, a decision in the chair's own power has not."""
    for_body = [place for place, key in enumerate(keys) if key.startswith("tm ")]
    top = [p.text for p in outline.plan.paragraphs[:25]]
    chairs_own = outline.kind == "decision" and any(_CHAIR_LINE.match(text) for text in top)
    if chairs_own and for_body:
        yield facts.finding(
            "SIGN_TM_WRONG",
            lines[for_body[0]][0],
            "Quyết định thuộc thẩm quyền của Chủ tịch nhưng ký thay mặt (TM.) Ủy ban nhân dân.",
            "Bỏ dòng “TM. ỦY BAN NHÂN DÂN”; ký “CHỦ TỊCH”, hoặc “KT. CHỦ TỊCH” và “PHÓ CHỦ TỊCH”.",
        )
    if outline.kind not in _COLLECTIVE or not facts.owner.level or not _of_committee(outline):
        return
    signs_chair = any(re.match(r"(?:kt |pho |quyen |q )?chu tich", key) for key in keys)
    if not for_body and signs_chair:
        yield facts.finding(
            "SIGN_TM_MISSING",
            lines[0][0],
            "Văn bản của Ủy ban nhân dân nhưng phần ký thiếu dòng “TM. ỦY BAN NHÂN DÂN”.",
            "Thêm dòng “TM. ỦY BAN NHÂN DÂN” trên dòng chức vụ.",
        )
    elif for_body and not keys[for_body[0]].startswith("tm uy ban nhan dan"):
        yield facts.finding(
            "SIGN_TM_WRONG",
            lines[for_body[0]][0],
            f"Dòng “{lines[for_body[0]][1]}” không phải “TM. ỦY BAN NHÂN DÂN”.",
            "Ghi “TM. ỦY BAN NHÂN DÂN”.",
        )
