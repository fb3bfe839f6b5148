"""What is wrong with a pack, told by file, entry, key and reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from thiduaqt.domain.errors import UserError
from thiduaqt.domain.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

# A key or code that somebody made up may be a whole page; nobody reads that in a message.
_LONGEST_WORD = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing wrong, or worth a look, in a pack file."""

    file: str
    place: str = ""
    key: str = ""
    reason: str = ""

    @property
    def words(self) -> str:
        """The fault as one line: file, entry, key, reason."""
        where = f"tệp {_short(self.file)}"
        if self.place:
            where += f", mục {_short(self.place)}"
        if self.key:
            where += f", khóa “{_short(self.key)}”"
        return f"{where}: {_short(self.reason, 4 * _LONGEST_WORD)}"


class BadPack(UserError):
    """A rule pack that does not fit its shape. ``faults`` holds all that was found, in order."""

    code = "BAD_PACK"
    title = "Không đọc được gói quy định"
    mend = "Sửa tệp này hoặc cài lại chương trình rồi mở lại."

    def __init__(
        self, file: str, place: str, key: str, reason: str, *, more: Sequence[Fault] = ()
    ) -> None:
        self.file = file
        self.place = place
        self.key = key
        self.reason = reason
        first = Fault(file=file, place=place, key=key, reason=reason)
        self.faults: tuple[Fault, ...] = (first, *more)
        rest = f" (và {len(more)} lỗi khác)" if more else ""
        super().__init__(f"{self.title}: {first.words}{rest}.", todo=self.mend)

    @classmethod
    def of(cls, faults: Sequence[Fault]) -> BadPack:
        """Return the exception that tells these faults, the first one in full."""
        first, *more = faults
        return cls(first.file, first.place, first.key, first.reason, more=more)


class BadMovementPack(BadPack):
    """A movement pack, ours or somebody's, that cannot be taken as it is."""

    title = "Không nhận gói phong trào"
    mend = "Sửa chỗ đó trong tệp rồi thử lại."


class Findings:
    """What a check of one file has found: errors keep the pack out, notes are worth a look."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.errors: list[Fault] = []
        self.notes: list[Fault] = []

    def error(self, place: str, key: str, reason: str) -> None:
        """Add what keeps the pack from being taken."""
        self.errors.append(Fault(file=self.file, place=place, key=key, reason=reason))

    def note(self, place: str, key: str, reason: str) -> None:
        """Add what looks odd but may stand: real plans contradict themselves."""
        self.notes.append(Fault(file=self.file, place=place, key=key, reason=reason))


def _short(text: str, most: int = _LONGEST_WORD) -> str:
    line = clean(text)
    return line if len(line) <= most else f"{line[: most - 1]}…"
