"""What is typed into the lists of a plan (routes, papers, phases …), read into its values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thiduaqt.domain import dates
from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.errors import UserError
from thiduaqt.domain.plan import RECIPIENT_KINDS, RECIPIENT_WORDS, RecipientKind, Source
from thiduaqt.domain.text import clean, fold

OWN_SOURCE = Source(tag="plan", text="Kế hoạch")
"""Where something stands that the office itself puts into its plan."""
_YES = frozenset({"co", "x", "bat buoc", "1", "dung"})
_NO = frozenset({"", "khong", "0", "khong bat buoc", "sai"})


class BadCell(UserError):
    """A typed text that cannot be kept in its place; the old value stays."""

    code = "BAD_CELL"

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(what, todo=todo, data="Giá trị cũ được giữ nguyên.")


def kinds_text(kinds: Sequence[RecipientKind]) -> str:
    """Return kinds of recipients in words; all of them are "mọi đối tượng"."""
    if set(kinds) == set(RECIPIENT_KINDS):
        return "mọi đối tượng"
    return ", ".join(RECIPIENT_WORDS[kind] for kind in kinds)


def read_kinds(text: str) -> tuple[RecipientKind, ...]:
    """Read "tập thể, cá nhân"; nothing and "mọi đối tượng" mean all. Raises BadCell."""
    key = fold(text)
    if not key or key in ("moi doi tuong", "tat ca"):
        return RECIPIENT_KINDS
    found: set[RecipientKind] = set()
    for word in (part.strip() for part in key.replace(" va ", ",").replace(";", ",").split(",")):
        fitting = [kind for kind, words in RECIPIENT_WORDS.items() if fold(words) == word]
        if word == "ho":
            fitting = ["household"]
        if not fitting:
            raise BadCell(
                f"“{clean(text)}” không phải đối tượng khen.",
                "Gõ tập thể, hộ gia đình, cá nhân, cách nhau bằng dấu phẩy.",
            )
        found.update(fitting)
    return tuple(kind for kind in RECIPIENT_KINDS if kind in found)


def yes_text(value: bool) -> str:
    """Return a yes or no as a cell shows it."""
    return "Có" if value else "Không"


def read_yes(text: str) -> bool:
    """Read a yes or no. Raises BadCell."""
    key = fold(text)
    if key in _YES:
        return True
    if key in _NO:
        return False
    raise BadCell(f"“{clean(text)}” không phải Có hoặc Không.", "Chọn Có hoặc Không.")


def period_text(value: str) -> str:
    """Return a stored date as it is shown; other texts as they are."""
    try:
        return PartialDate.from_value(value).display()
    except ValueError:
        return value


def read_period(text: str) -> str:
    """Read a date known to the day, month, quarter or year. Raises BadCell."""
    try:
        return dates.parse(clean(text)).value
    except dates.BadDate as bad:
        raise BadCell(
            f"Không có thời gian “{bad.text}”.", "Gõ lại, ví dụ 27/03/2026, 5/2026, quý II/2027."
        ) from bad


def lines_text(lines: Sequence[str]) -> str:
    """Return a list of short texts as a long field shows it: one to a line."""
    return "\n".join(lines)


def read_lines(text: str) -> tuple[str, ...]:
    """Read one text a line; bullets, and signs of punctuation at the ends, are left out."""
    found = (clean(line).lstrip("-–•+ ").rstrip(";").rstrip() for line in text.splitlines())
    return tuple(line for line in found if line)


def names_text(codes: Sequence[str], names: Mapping[str, str]) -> str:
    """Return coded things (awards, groups) by name; a code without a name stays."""
    return "; ".join(names.get(code, code) for code in codes)


def read_names(text: str, names: Mapping[str, str], what: str) -> tuple[str, ...]:
    """Read names parted by ";" into codes; nothing means all. Raises BadCell, naming ``what``."""
    by_key = {fold(name): code for code, name in names.items()}
    found = []
    for part in text.split(";"):
        key = fold(part)
        if not key:
            continue
        if key not in by_key:
            raise BadCell(
                f"Không có {what} “{clean(part)}”.",
                f"Gõ đúng tên {what}, nhiều tên cách nhau bằng dấu chấm phẩy.",
            )
        found.append(by_key[key])
    return tuple(dict.fromkeys(found))
