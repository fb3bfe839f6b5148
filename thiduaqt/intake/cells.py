"""The text of a cell: repaired where that is certain, flagged where it is not."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from thiduaqt.domain.issues import Issue
from thiduaqt.domain.repair import tidied
from thiduaqt.domain.text import clean
from thiduaqt.intake.findings import finding

# Letters and signs that need no second look; everything else takes the slow way below.
_VIETNAMESE = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9"
_ODD = re.compile(rf"[^ -<>?A-~“”–…’{_VIETNAMESE}]|^[ =+\-@]|  | $")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202f\u2060-\u2064\ufeff\u00ad\ufffe]")
_TIDIED = {"loose": "TEXT_LOOSE", "lookalike": "TEXT_LOOKALIKE", "wide": "TEXT_WIDE"}
_FORMULA_SIGNS = frozenset("=+-@")

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
    if _INVISIBLE.search(raw):
        issues.append(finding("TEXT_INVISIBLE", field, value=_shown(clean(raw))))
    tidy = tidied(raw)
    text = tidy.text
    if tidy.kind:
        before, after = _shown(" ".join(tidy.before.split())), _shown(clean(text))
        issues.append(finding(_TIDIED[tidy.kind], field, before=before, after=after))
    text = clean(_joined_lines(text))
    if text[:1] in _FORMULA_SIGNS and len(text) > 1 and field != "phone":
        issues.append(finding("TEXT_FORMULA_LIKE", field, sign=text[0]))
    return text, tuple(issues)


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
