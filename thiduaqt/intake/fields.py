"""One reader for each field: from the value of a cell to a clean value and its issues."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from thiduaqt.domain import dates
from thiduaqt.domain.dates import NO_DATE, PartialDate
from thiduaqt.domain.identity import ID_LENGTH, Sex, read_id_number, read_phone
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.name_words import HONORIFICS, RANKS, SEX_OF_HONORIFIC
from thiduaqt.domain.names import NameKind, capitalise_unit, is_unit_name
from thiduaqt.domain.text import clean, fold
from thiduaqt.intake.cells import EMPTY_MARKS, plain_text, read_text
from thiduaqt.intake.findings import finding

Issues = tuple[Issue, ...]
_NONE: Issues = ()
_EMPTY: tuple[str, Issues] = ("", _NONE)
_OLDEST = 1900
_USUAL_PHONE = re.compile(r"0\d{9}", re.ASCII)
_MALE = frozenset({"nam", "n", "ong", "male", "trai", "0"})
_FEMALE = frozenset({"nu", "ba", "female", "gai", "1"})
_KIND_WORDS: tuple[tuple[str, NameKind], ...] = (
    ("to cong nghe so", "team"),
    ("to cns", "team"),
    ("ho gia dinh", "household"),
    ("gia dinh", "household"),
    ("ho", "household"),
    ("tap the", "unit"),
    ("don vi", "unit"),
    ("to chuc", "unit"),
    ("doanh nghiep", "unit"),
    ("ca nhan", "person"),
    ("dong tac gia", "joint"),
)
KIND_NAMES: dict[NameKind, str] = {
    "person": "cá nhân",
    "unit": "tập thể",
    "team": "tổ công nghệ số",
    "household": "hộ gia đình",
    "joint": "nhóm đồng khen",
}


def read_line(raw: Any, field: str) -> tuple[str, Issues]:  # noqa: ANN401 - any cell value
    """Read a text; a dash or dots alone mean nothing."""
    if isinstance(raw, str):
        return _read_line(raw, field) if raw else _EMPTY
    return read_text(raw, field)


@lru_cache(maxsize=16_384)
def _read_line(raw: str, field: str) -> tuple[str, Issues]:
    text, issues = read_text(raw, field)
    return ("", _NONE) if text in EMPTY_MARKS else (text, issues)


def read_unit(raw: Any) -> tuple[str, Issues]:  # noqa: ANN401 - any cell value
    """Read the name of a unit; of several words in one case the usual case is restored."""
    return _read_unit(raw) if raw and isinstance(raw, str) else read_line(raw, "unit")


@lru_cache(maxsize=4096)
def _read_unit(raw: str) -> tuple[str, Issues]:
    text, issues = read_line(raw, "unit")
    if " " not in text:
        return text, issues
    usual = capitalise_unit(text)
    if usual == text:
        return text, issues
    return usual, (*issues, finding("UNIT_CASE", "unit", before=text, after=usual))


@lru_cache(maxsize=16_384, typed=True)
def read_birth(
    raw: Any,  # noqa: ANN401 - any cell value
    today: date | None = None,
) -> tuple[PartialDate, Issues]:
    """Read a date of birth from text, number or date cell; see :mod:`thiduaqt.domain.dates`."""
    try:
        if isinstance(raw, str):
            text, issues = read_line(raw, "birth")
            if not text:
                return NO_DATE, issues
            reading = dates.read(text, birth=True)
        elif isinstance(raw, datetime | date):
            text, issues = plain_text(raw), _NONE
            reading = dates.DateReading(dates.from_day(raw))
        else:
            text, issues = plain_text(raw), _NONE
            if not text:
                return NO_DATE, issues
            reading = dates.read(text, birth=True)
    except dates.ImpossibleDate as fault:
        return NO_DATE, (_impossible(fault),)
    except ValueError:
        return NO_DATE, (finding("DATE_UNREADABLE", "birth", value=clean(plain_text(raw))[:40]),)
    return reading.date, (*issues, *_birth_issues(text, reading, today))


def _impossible(fault: dates.ImpossibleDate) -> Issue:
    offered = "|".join(each.display() for each in fault.suggestions)
    return finding("DATE_IMPOSSIBLE", "birth", value=clean(fault.text)[:40], suggestions=offered)


def _birth_issues(text: str, reading: dates.DateReading, today: date | None) -> Issues:
    found = reading.date
    shown = found.display()
    issues: list[Issue] = []
    if reading.century_guessed:
        code = "DATE_CENTURY" if (found.year or 0) < 2000 else "DATE_CENTURY_NEW"
        issues.append(finding(code, "birth", value=text, meaning=str(found.year)))
    if reading.from_serial:
        issues.append(finding("DATE_SERIAL", "birth", value=text, meaning=shown))
    first = found.first_day
    if first is not None and today is not None and first > today:
        issues.append(finding("BIRTH_FUTURE", "birth", value=shown))
    elif found.year is not None and (found.year < _OLDEST or found.precision == "quarter"):
        issues.append(finding("BIRTH_ODD", "birth", value=shown))
    return tuple(issues)


@lru_cache(maxsize=512)
def read_sex(text: str) -> tuple[Sex, Issues]:
    """Read a sex: Nam, Nữ, M, F, Ông, Bà."""
    key = fold(text)
    if not key or key in EMPTY_MARKS:
        return "", _NONE
    if key in _FEMALE or key == "f":
        return "female", _NONE
    if key in _MALE or key == "m":
        return "male", _NONE
    return "", (finding("SEX_UNREAD", "sex", value=text[:40]),)


@lru_cache(maxsize=512)
def read_honorific(text: str) -> tuple[str, Sex, Issues]:
    """Read an honorific or a rank and the sex it tells."""
    key = text.strip(" .:,").lower()
    if not key or key in EMPTY_MARKS:
        return "", "", _NONE
    found = HONORIFICS.get(key) or RANKS.get(fold(key)) or _folded_honorific(key)
    if not found:
        return "", "", (finding("HONORIFIC_UNREAD", "honorific", value=text[:40]),)
    sex = SEX_OF_HONORIFIC.get(found, "")
    return found, ("male" if sex == "male" else "female" if sex else ""), _NONE


def _folded_honorific(key: str) -> str:
    return next((shown for written, shown in HONORIFICS.items() if fold(written) == key), "")


@lru_cache(maxsize=512)
def read_kind(text: str) -> tuple[NameKind | None, Issues]:
    """Read the kind of a nominee: cá nhân, tập thể, hộ gia đình."""
    key = fold(text)
    if not key or key in EMPTY_MARKS:
        return None, _NONE
    for words, kind in _KIND_WORDS:
        if re.search(rf"\b{words}\b", key):
            return kind, _NONE
    return None, (finding("KIND_UNREAD", "kind", value=text[:40]),)


def read_id(raw: Any) -> tuple[str, Issues]:  # noqa: ANN401 - any cell value
    """Read an identity number; see :func:`thiduaqt.domain.identity.read_id_number`."""
    numeric = not isinstance(raw, str)
    if not raw:
        return _EMPTY
    if not numeric and len(raw) == ID_LENGTH and raw.isascii() and raw.isdecimal():
        return raw, _NONE
    text, issues = (plain_text(raw), _NONE) if numeric else read_line(raw, "id_number")
    reading = read_id_number(text, numeric=numeric)
    if not reading.fault:
        return reading.number, issues
    codes = {
        "zeros_lost": "ID_ZEROS_LOST",
        "old_number": "ID_OLD",
        "digits_lost": "ID_DIGITS_LOST",
        "length": "ID_LENGTH",
        "signs": "ID_SIGNS",
    }
    issue = finding(
        codes[reading.fault],
        "id_number",
        length=len(reading.number),
        suggestion=reading.suggestion,
        value=text[:40],
    )
    return reading.number, (*issues, issue)


def read_phone_number(raw: Any) -> tuple[str, Issues]:  # noqa: ANN401 - any cell value
    """Read telephone numbers; a zero that a number cell lost comes back with a note."""
    numeric = not isinstance(raw, str)
    if not raw:
        return _EMPTY
    if not numeric and _USUAL_PHONE.fullmatch(raw):
        return raw, _NONE
    text, issues = (plain_text(raw), _NONE) if numeric else read_line(raw, "phone")
    if not text:
        return "", issues
    reading = read_phone(text, numeric=numeric)
    if not reading.fault:
        return reading.number, issues
    codes = {
        "zero_restored": "PHONE_ZERO",
        "length": "PHONE_LENGTH",
        "signs": "PHONE_SIGNS",
    }
    return reading.number, (*issues, finding(codes[reading.fault], "phone", value=text[:40]))


# Between a post and a unit; a comma or slash also stands inside posts, so what follows is checked.
_PARTING = re.compile(r"\s+[-–—]\s+|\s*[-–—]\s+|\s*[,;/]\s*|\s*\n\s*")
_UNIT_INSIDE = re.compile(
    r"\s(?=(?:thôn|xóm|bản|buôn|làng|ấp|tổ dân phố|khu phố|khu dân cư|trường|chi hội|hội|công ty|"
    r"hợp tác xã|htx|tdp|trạm|ubnd|ban|tổ cnscđ|tổ công nghệ số|chi đoàn|đoàn xã|công an|"
    r"ban chỉ huy|thon|xom|truong|cong ty|to dan pho)\s(?!trưởng|phó|viên))",
    re.IGNORECASE,
)
# Posts that hold the word for the unit themselves: the village of a village head is the unit.
_HEAD_OF = re.compile(
    r"^((?:phó\s+)?(?:trưởng|bí thư|truong|pho)(?:\s+chi bộ)?)\s+"
    r"((?:thôn|xóm|bản|buôn|làng|ấp|thon|xom|khu phố|tdp|tổ dân phố)\s+.+)$",
    re.IGNORECASE,
)


_BARE_POSTS = frozenset({"truong", "pho", "pho truong", "quyen truong"})


@lru_cache(maxsize=4096)
def split_post_unit(text: str) -> tuple[str, str] | None:
    """Return post and unit of a combined text, or None where that is not clear.

    "Tổ trưởng - Thôn 3", "Giáo viên, Trường Tiểu học A", "Trưởng thôn Bình Minh".
    """
    for sign in _PARTING.finditer(text):
        first, second = text[: sign.start()].strip(), text[sign.end() :].strip()
        if first and is_unit_name(second):
            return first, _capital(second)
        if second and is_unit_name(first):
            return second, _capital(first)
    head = _HEAD_OF.match(text)
    if head:
        kind = head[2].split()[0].lower()
        post = head[1] if " " in head[1] and "chi" in fold(head[1]) else f"{head[1]} {kind}"
        return post, _capital(head[2])
    if is_unit_name(text):
        return "", _capital(text)
    found = _UNIT_INSIDE.search(text)
    if found is None:
        return None
    post = text[: found.start()]
    # "Trưởng Công an xã": the post is no post without its unit.
    return text if fold(post) in _BARE_POSTS else post, _capital(text[found.end() :])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
