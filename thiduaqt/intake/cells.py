"""The text of a cell: repaired where that is certain, flagged where it is not."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from thiduaqt.domain.issues import Issue
from thiduaqt.domain.text import clean
from thiduaqt.intake.findings import finding

# Letters and signs that need no second look; everything else takes the slow way below.
_VIETNAMESE = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9"
# Two letters that never meet in Vietnamese but do in the VNI font (Nguyeãn Vaên Ñöùc).
_VNI = r"[aAeE][ùøûõïâêåáàãäëÙØÛÕÏÂÊÅÁÀÃÄË]|[oO][âåäùøûïÂÅÄÙØÛÏ]|[uUyY][ùøûõïÙØÛÕÏ]"
_ODD = re.compile(rf"[^ -<>?A-~“”–…’{_VIETNAMESE}]|^[ =+\-@]|  | $|{_VNI}")
_VNI_PAIR = re.compile(rf"{_VNI}|[ñÑöÖ][ùøûõïeoaêâ]")
# What stands for letters in the TCVN3 font (.VnTime): NguyÔn V¨n §øc, TrÇn ThÞ Hµ. Signs are
# proof; European letters may also belong to a foreign name.
_TCVN3_SIGNS = "¡-¬®¯µ-¹»-¿÷×Þßþ"
_TCVN3_LETTERS = "ÆÇËÎÏÑÖØÜäåæçëîïðñöøûü\u00ad"
_TCVN3 = re.compile(rf"[A-Za-zÀ-ÿ][{_TCVN3_SIGNS}]|[{_TCVN3_SIGNS}][A-Za-zÀ-ÿ]")
_TCVN3_MAYBE = re.compile(rf"[A-Za-zÀ-ÿ][{_TCVN3_LETTERS}]|[{_TCVN3_LETTERS}][A-Za-zÀ-ÿ]")
_LATIN = re.compile(rf"[A-Za-z{_VIETNAMESE}]")
_TRUE_VIETNAMESE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")
_MOJIBAKE = re.compile("á[º»]|Ä[\u0080-\u00bf‘’ƒ]|Æ[\u0080-\u00bf°¡]|Ã[\u0080-\u00bf]")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202f\u2060-\u2064\ufeff\u00ad\ufffe]")
_LOOKALIKES = str.maketrans(
    "ÐðƉɖаеорсухіАВЕКМНОРСТХІΑΒΕΗΙΚΜΝΟΡΤΧ",
    "ĐđĐđaeopcyxiABEKMHOPCTXIABEHIKMNOPTX",
)
_FORMULA_SIGNS = frozenset("=+-@")

TCVN3, VNI = "TCVN3 (.VnTime)", "VNI"
Cleaned = tuple[str, tuple[Issue, ...]]
_NOTHING: tuple[Issue, ...] = ()
_DITTO_WORDS = ("nt", "n/t", "-nt-", '"nt"', "như trên", "như dòng trên")
DITTO = frozenset(
    form
    for word in (*_DITTO_WORDS, '"', "''", "”", "“", "〃", "-//-", "//")
    for bare in (word, word.upper(), word.capitalize())
    for form in (bare, f" {bare}", f"{bare} ", f" {bare} ", f"{bare}.")
)
EMPTY_MARKS = frozenset({"-", "–", "—", "--", "---", ".", "…", "...", "_", "/"})


def read_text(raw: Any, field: str = "") -> Cleaned:  # noqa: ANN401 - any cell value
    """Return the clean text of a cell and what had to be done to it."""
    if isinstance(raw, str):
        if _ODD.search(raw) is None:
            return raw, _NOTHING
        return _repaired(raw, field)
    return plain_text(raw), _NOTHING


def plain_text(raw: Any) -> str:  # noqa: ANN401 - any cell value
    """Return a value that is no text as people would have typed it."""
    if raw is None:
        return ""
    if isinstance(raw, bool):
        return "x" if raw else ""
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() else f"{raw:.15g}".replace(".", ",")
    if isinstance(raw, datetime | date):
        return f"{raw.day:02d}/{raw.month:02d}/{raw.year:04d}"
    return clean(str(raw))


@lru_cache(maxsize=8192)
def _repaired(raw: str, field: str) -> Cleaned:
    issues: list[Issue] = []
    text = unicodedata.normalize("NFC", raw)
    if _MOJIBAKE.search(text):
        text = _unbroken(text, field, issues)
    font, sure = legacy_font(text)
    if font:
        code = "TEXT_LEGACY_FONT" if sure else "TEXT_LEGACY_MAYBE"
        issues.append(finding(code, field, font=font, value=_shown(clean(text))))
        return clean(text), tuple(issues)
    if _INVISIBLE.search(text):
        issues.append(finding("TEXT_INVISIBLE", field, value=_shown(clean(text))))
    text = _without_lookalikes(text, field, issues)
    text = clean(_joined_lines(text))
    if text[:1] in _FORMULA_SIGNS and len(text) > 1 and field != "phone":
        issues.append(finding("TEXT_FORMULA_LIKE", field, sign=text[0]))
    return text, tuple(issues)


def legacy_font(text: str) -> tuple[str, bool]:
    """Return the name of the old font a text seems to need ("" for none), and whether surely."""
    if _TRUE_VIETNAMESE.search(text):
        return "", False
    if _TCVN3.search(text):
        return TCVN3, True
    if _VNI_PAIR.search(text):
        return VNI, True
    return (TCVN3, False) if _TCVN3_MAYBE.search(text) else ("", False)


def _unbroken(text: str, field: str, issues: list[Issue]) -> str:
    """Undo UTF-8 read as Windows-1252, where that gives whole Vietnamese words."""
    try:
        mended = text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text
    issues.append(
        finding("TEXT_MOJIBAKE", field, before=_shown(clean(text)), after=_shown(clean(mended)))
    )
    return unicodedata.normalize("NFC", mended)


def _without_lookalikes(text: str, field: str, issues: list[Issue]) -> str:
    """Replace Cyrillic, Greek and Icelandic letters inside words that are otherwise Latin."""
    words = text.split(" ")
    mended = [word.translate(_LOOKALIKES) if _LATIN.search(word) else word for word in words]
    if mended == words:
        return text
    issues.append(finding("TEXT_LOOKALIKE", field, value=_shown(clean(text))))
    return " ".join(mended)


def _joined_lines(text: str) -> str:
    """Return lines within a cell as one line; bullets become semicolons."""
    lines = [line.strip() for line in re.split(r"[\r\n\u2028]+", text) if line.strip()]
    if len(lines) < 2:
        return text
    joined = lines[0]
    for line in lines[1:]:
        bullet = re.match(r"[-+•*–]\s*", line)
        if bullet:
            joined = joined.rstrip(" ;.,") + "; " + line[bullet.end() :]
        else:
            joined += " " + line
    return joined


def _shown(text: str) -> str:
    """Return a text short enough for a sentence."""
    return text if len(text) <= 60 else text[:57] + "…"
